"""How a person's wounds bleed at full pressure: flows, losses, clotting, all in closed form.

A wound loses f exp(-k t): f the flow (mL/s) after control, what the tissues make good taken off, k the clotting rate.
"""

from homeward.kernel.exponential import exp
from homeward.kernel.jit import inner
from homeward.kernel.logarithm import log

NEVER = 1e15
"""Later than any life, in seconds."""


@inner
def net_flow(wound):
    """Blood (mL/s) that a row of wounds loses at full pressure, what the tissues make good taken off."""
    return (wound["outer_ml_s"] + wound["inner_ml_s"]) * (1.0 - wound["refill"])


@inner
def loss_at_full_pressure(world, i, dt_s):
    """Blood (mL) person i would lose in dt_s seconds from when he was last touched, were pressure to stay normal."""
    total_ml = 0.0
    w = world.people[i]["first_wound"]
    while w >= 0:
        wound = world.wounds[w]
        flow = net_flow(wound)
        k = wound["clot_per_s"]
        if flow > 0.0:
            total_ml += flow * dt_s if k <= 0.0 else flow * (1.0 - exp(-k * dt_s)) / k
        w = wound["next"]
    return total_ml


@inner
def flow_at_full_pressure(world, i, dt_s):
    """Net loss (mL/s) at normal pressure dt_s seconds after person i was last touched."""
    total_ml_s = 0.0
    w = world.people[i]["first_wound"]
    while w >= 0:
        wound = world.wounds[w]
        flow = net_flow(wound)
        if flow > 0.0:
            k = wound["clot_per_s"]
            total_ml_s += flow if k <= 0.0 or dt_s <= 0.0 else flow * exp(-k * dt_s)
        w = wound["next"]
    return total_ml_s


@inner
def clot(world, i, dt_s):
    """Let every wound of person i clot for dt_s seconds; returns the loss (mL) at full pressure meanwhile."""
    total_ml = 0.0
    w = world.people[i]["first_wound"]
    while w >= 0:
        wound = world.wounds[w]
        flow = net_flow(wound)
        k = wound["clot_per_s"]
        if k <= 0.0:
            total_ml += flow * dt_s
        elif flow > 0.0:
            kept = exp(-k * dt_s)
            total_ml += flow * (1.0 - kept) / k
            wound["outer_ml_s"] *= kept
            wound["inner_ml_s"] *= kept
        w = wound["next"]
    return total_ml


@inner
def most_he_can_lose(world, i):
    """Blood (mL) that person i's wounds would let go at full pressure before they have all clotted; NEVER when one
    does not clot.
    """
    total_ml = 0.0
    w = world.people[i]["first_wound"]
    while w >= 0:
        wound = world.wounds[w]
        flow = net_flow(wound)
        if flow > 0.0:
            total_ml += flow / wound["clot_per_s"] if wound["clot_per_s"] > 0.0 else NEVER
        w = wound["next"]
    return total_ml


@inner
def time_to_lose(world, i, loss_ml):
    """Seconds until person i has lost loss_ml at full pressure; NEVER when clotting ends it first.

    One wound has a closed form. Several: Newton from the left on a concave rising function: it never overshoots, so
    the result is never late by more than
    rounding.
    """
    if most_he_can_lose(world, i) <= loss_ml * (1.0 + 1e-9):
        return NEVER
    first = world.wounds[world.people[i]["first_wound"]]
    flow, k = flow_at_full_pressure(world, i, 0.0), first["clot_per_s"]
    if first["next"] < 0:
        return loss_ml / flow if k <= 0.0 else -log(1.0 - loss_ml * k / flow) / k
    dt_s = loss_ml / flow
    for _ in range(40):
        short_ml = loss_ml - loss_at_full_pressure(world, i, dt_s)
        if short_ml <= 1e-7 * loss_ml:
            return dt_s
        flow = flow_at_full_pressure(world, i, dt_s)
        if flow * 1e7 < short_ml:
            return NEVER
        dt_s += short_ml / flow
    return dt_s
