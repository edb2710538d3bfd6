"""Lowered scenarios with other numbers: to reach what the shipped scenarios do not."""

from typing import Any

import numpy as np

from homeward.codes import Shape, Status
from homeward.kernel.tables import DIST, TEAM, World
from homeward.run.replicate import copy_world

OFTEN = {
    "trap_reaction_dist": 0.6,
    "lead_dist": 300.0,
    "pursuit_speed_dist": 1.2,
    "trail_lost_dist": 7200.0,
    "found_dist": 900.0,
    "relief_ready_dist": 300.0,
    "relief_speed_dist": 1.6,
    "relief_load_dist": 240.0,
    "overdue_dist": 5400.0,
    "lift_call_dist": 200.0,
    "lift_launch_dist": 500.0,
    "lift_weather_dist": 3000.0,
    "lift_load_dist": 600.0,
    "transport_load_dist": 120.0,
}
"""Medians for what an incident does not have of itself, so that it can be switched on."""

STEP = {"step_cost_dist": 0.3, "step_prepare_dist": 60.0}
NUMBERS = {
    "relief_laden": 0.7,
    "relief_skill": 3,
    "lift_skill": 3,
    "lift_speed_mps": 55.0,
    "lift_base_m": 20_000.0,
    "lift_hospital_m": 30_000.0,
    "lift_flyable": 0.5,
    "transport_mps": 2.0,
    "attacker_per_min": 0.2,
    "surprise_s": 20.0,
    "area_factor": 0.5,
    "search_width_m": 1.0,
    "search_speed_mps": 0.5,
    "search_time_s": 600.0,
    "search_area_m2": 800.0,
    "trap_warning_s": 1.0,
    "trap_dodge_s": 0.4,
}


def own_copy(template: World) -> World:
    """Return a world that shares no table with the template."""
    return copy_world(template)._replace(**{name: getattr(template, name).copy() for name in template._fields})


def add_dist(world: World, median: float, spread: float = 0.4) -> tuple[World, int]:
    """Return the world with one more distribution, log-normal, and its row."""
    row = np.array([(Shape.LOGNORMAL, median, spread, 0.0, 0.0, np.inf)], DIST)
    return world._replace(dists=np.concatenate([world.dists, row])), len(world.dists)


def equip(template: World) -> World:
    """Return a world in which everything that can be switched on has numbers."""
    world = own_copy(template)
    for table, medians in ((world.incident, OFTEN), (world.setting, STEP)):
        for field, median in medians.items():
            if table[0][field] < 0:
                world, table[0][field] = add_dist(world, median)
    for field, number in NUMBERS.items():
        if world.incident[0][field] == 0:
            world.incident[0][field] = number
    setting = world.setting[0]
    for field, number in (("step_stagger", 0.5), ("step_collapse", 0.3), ("step_death", 2.0), ("step_jolt", 0.3)):
        if setting[field] == 0:
            setting[field] = number
    setting["step_range_m"] = setting["step_range_m"] or 1000.0
    return world


def vary(
    template: World,
    *,
    incident: dict[str, Any] | None = None,
    setting: dict[str, Any] | None = None,
    team: dict[str, Any] | None = None,
    people: dict[str, Any] | None = None,
    wounds: dict[str, Any] | None = None,
    dists: dict[str, float] | None = None,
    orders: list[tuple[int, ...]] | None = None,
    everybody_came: bool = False,
) -> World:
    """Return an equipped copy with other numbers.

    `people` and `wounds`: field to one value for all, or a list; `dists`: field of the incident or setting, or of all
    wounds, to another median; `orders`: rows of ORDER; `everybody_came`: nobody is absent.
    """
    world = equip(template)
    for table, changes in ((world.incident, incident), (world.setting, setting)):
        for field, value in (changes or {}).items():
            table[0][field] = value
    for field, value in (team or {}).items():
        world.parties[TEAM][field] = value
    used = int(world.clock[0]["wounds0"])
    for rows, changes in ((world.people, people), (world.wounds[:used], wounds)):
        for field, value in (changes or {}).items():
            rows[field] = value
    for field, median in (dists or {}).items():
        world, row = add_dist(world, median)
        for table in (world.incident, world.setting, world.wounds[:used]):
            if field in (table.dtype.names or ()):
                table[field] = row
    if orders is not None:
        world = world._replace(orders=np.array(orders, world.orders.dtype))
    if everybody_came:
        world.people["status"], world.people["team0"] = Status.WITH_TEAM, 1
    return world
