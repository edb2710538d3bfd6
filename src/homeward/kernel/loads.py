"""What a bearer carries, and what it costs him: by means, casualty, speed and leg."""

from homeward.codes import Means
from homeward.kernel.exertion import GRAVITY, hold_time, walking_power
from homeward.kernel.jit import inner

MECHANICAL_EFFICIENCY = 0.22
"""Mechanical work per metabolic energy (databook 6: W' metabolic = W'/0.22)."""


@inner
def load_of(world, i, casualty, means):
    """What bearer i carries (kg): his kit and his share of the casualty."""
    load_kg, mass_kg = world.people[i]["load_kg"], world.people[casualty]["mass_kg"]
    if means == Means.ON_THE_BACK:
        return load_kg + mass_kg
    if means == Means.TWO_PERSON:
        return load_kg + 0.5 * mass_kg
    if means == Means.LITTER:
        return load_kg + 0.25 * (mass_kg + world.setting[0]["litter_kg"])
    return load_kg


@inner
def held_load(world, i, casualty, means):
    """What hangs on bearer i's hands (kg), kit not counted."""
    if means == Means.DRAG:
        return world.people[casualty]["mass_kg"] * world.setting[0]["drag_friction"]
    return load_of(world, i, casualty, means) - world.people[i]["load_kg"]


@inner
def bearer_power(world, i, casualty, means, speed_mps, leg):
    """Metabolic power (W) of bearer i at a speed; dragging adds the work against friction."""
    row = world.legs[leg]
    load_kg = load_of(world, i, casualty, means)
    power_w = walking_power(world, i, speed_mps, row["grade"], load_kg, row["terrain"])
    if means == Means.DRAG:
        pull_n = world.setting[0]["drag_friction"] * world.people[casualty]["mass_kg"] * GRAVITY
        power_w += pull_n * speed_mps / MECHANICAL_EFFICIENCY
    return power_w


@inner
def remembered_hold(world, i, casualty, means):
    """Median hold time (s) of bearer i under this load; reckoned again only when the load has changed."""
    person, load = world.people[i], 8 * casualty + means + 1
    if person["load_known"] != load:
        person["load_known"], person["speed_known"] = load, -1.0
        held_kg = held_load(world, i, casualty, means)
        person["hold_known"] = hold_time(world, means, held_kg, person["grip_kg"])
    return person["hold_known"]


@inner
def remembered_power(world, i, casualty, means, speed_mps, leg):
    """Power (W) of bearer i; reckoned again only when load, leg or speed have changed. After `remembered_hold`."""
    person = world.people[i]
    if person["speed_known"] != speed_mps or person["leg_known"] != leg:
        person["speed_known"], person["leg_known"] = speed_mps, leg
        person["power_known"] = bearer_power(world, i, casualty, means, speed_mps, leg)
    return person["power_known"]
