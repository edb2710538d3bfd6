"""An incident's hazards, helpers, plan, way and observations as the kernel's tables."""

from typing import Any

import numpy as np

from homeward.kernel.tables import INCIDENT, LEG, OBSERVED, ORDER
from homeward.model.plan import Order
from homeward.model.route import Step, chain
from homeward.model.scenario import Scenario
from homeward.run.dists import Dists

NEVER_CALLED = -1.0
NOBODY = -1
ANYBODY = -1
DISTS = tuple(name for name in INCIDENT.names or () if name.endswith("_dist"))


def lower_incident(scenario: Scenario, way: list[Step], dists: Dists) -> np.ndarray:
    """Return the one-row INCIDENT table."""
    table = np.zeros(1, INCIDENT)
    row = table[0]
    for field in DISTS:
        row[field] = dists.row(None)
    names = scenario.names
    row["focus"] = names.index(scenario.focus)
    row["carrier"] = names.index(scenario.carrier) if scenario.carrier else NOBODY
    row["way_m"] = sum(leg.length.a for leg, _ in way)
    row["alert_m"] = scenario.route.alert.a
    lower_trap(scenario, row, dists)
    lower_enemy(scenario, row, dists)
    lower_relief(scenario, row, dists)
    lower_aircraft(scenario, row, dists)
    lower_transport(scenario, way, row, dists)
    lower_plan(scenario, row)
    return table


def lower_trap(scenario: Scenario, row: Any, dists: Dists) -> None:
    """The trap and the search that may find it."""
    trap = scenario.trap
    row["trap_victim"] = NOBODY
    if trap is None:
        return
    row["trap"], row["trap_at_s"], row["trap_victim"] = 1, trap.at, scenario.names.index(trap.victim)
    row["trap_warning_s"], row["trap_dodge_s"] = trap.warning.a, trap.dodge.a
    row["trap_reaction_dist"] = dists.row(trap.reaction)
    row["search_width_m"], row["search_speed_mps"] = trap.sweep_width.a, trap.search_speed.a
    row["search_area_m2"], row["search_time_s"] = trap.area.a, trap.search_time.a


def lower_enemy(scenario: Scenario, row: Any, dists: Dists) -> None:
    """Those who lie in wait and those who follow."""
    enemy, ambush, pursuit = scenario.enemy, scenario.ambush, scenario.pursuit
    if enemy is not None:
        row["attacker_per_min"], row["surprise_s"] = 60.0 * enemy.fire.a, enemy.surprise.a
        row["area_factor"], row["break_share"] = enemy.area_factor.a, enemy.breaks_off.a
    if ambush is not None:
        row["attackers"], row["ambush_at_s"] = ambush.attackers, ambush.at
    if pursuit is not None:
        row["pursuers"], row["give_up_m"] = pursuit.pursuers, pursuit.gives_up.a
        row["lead_dist"], row["pursuit_speed_dist"] = dists.row(pursuit.lead), dists.row(pursuit.speed)
        row["trail_lost_dist"], row["found_dist"] = dists.row(pursuit.loses_trail), dists.row(pursuit.finds)


def moment(at_s: int | None) -> float:
    """When a call is made."""
    return NEVER_CALLED if at_s is None else float(at_s)


def lower_relief(scenario: Scenario, row: Any, dists: Dists) -> None:
    """The party that can be sent out."""
    relief = scenario.relief
    row["relief_called_s"] = NEVER_CALLED
    if relief is None:
        return
    row["relief"], row["relief_skill"], row["relief_called_s"] = relief.people, relief.skill, moment(relief.called)
    row["relief_ready_dist"], row["relief_speed_dist"] = dists.row(relief.ready), dists.row(relief.speed)
    row["relief_laden"], row["relief_load_dist"] = relief.laden.a, dists.row(relief.load)
    row["overdue_dist"] = dists.row(relief.overdue)


def lower_aircraft(scenario: Scenario, row: Any, dists: Dists) -> None:
    """The aircraft that can be called."""
    lift = scenario.aircraft
    row["lift_called_s"] = NEVER_CALLED
    if lift is None:
        return
    row["lift"], row["lift_skill"], row["lift_called_s"] = 1, lift.skill, moment(lift.called)
    row["lift_call_dist"], row["lift_launch_dist"] = dists.row(lift.call), dists.row(lift.launch)
    row["lift_flyable"], row["lift_weather_dist"] = lift.flyable.a, dists.row(lift.weather)
    row["lift_speed_mps"], row["lift_load_dist"] = lift.speed.a, dists.row(lift.load)
    row["lift_base_m"], row["lift_hospital_m"] = lift.base.a, lift.hospital.a


def lower_transport(scenario: Scenario, way: list[Step], row: Any, dists: Dists) -> None:
    """What waits on the way, if it waits on the way taken."""
    waiting = scenario.transport
    at_m = None if waiting is None else metres_to(way, scenario.route.start, waiting.at)
    if waiting is None or at_m is None:
        return
    vehicle = next(vehicle for vehicle in scenario.setting.transport if vehicle.name == waiting.kind)
    row["transport"], row["transport_at_m"], row["transport_mps"] = waiting.kind, at_m, vehicle.speed.a
    row["transport_load_dist"], row["transport_jolt"] = dists.row(vehicle.load), 1000.0 * vehicle.jolts.a


def metres_to(way: list[Step], start: str, place: str) -> float | None:
    """Return how far along the way a place lies; None when the way does not pass it."""
    metres, here = 0.0, start
    for leg, onwards in way:
        if here == place:
            return metres
        here, metres = leg.end if onwards else leg.start, metres + leg.length.a
    return metres if here == place else None


def lower_plan(scenario: Scenario, row: Any) -> None:
    """The decisions."""
    plan = scenario.plan
    row["evacuation"], row["means"], row["bearers"], row["pace"] = plan.evacuation, plan.means, plan.bearers, plan.pace
    row["step_user"] = scenario.names.index(plan.step_user) if plan.step_user else NOBODY
    row["formation"], row["searchers"], row["refuses_care"] = plan.formation, plan.searchers, plan.refuses_care


def lower_orders(scenario: Scenario) -> np.ndarray:
    """Return the ORDER table: what is done before setting off, then what is done when help is there."""
    staged = [(order, 0) for order in scenario.plan.first_aid] + [(order, 1) for order in scenario.plan.relief_aid]
    return np.array([_order(scenario, order, stage) for order, stage in staged], ORDER)


def _order(scenario: Scenario, order: Order, stage: int) -> tuple[int, ...]:
    helper = scenario.names.index(order.by) if order.by else ANYBODY
    return (order.give, scenario.names.index(order.to), stage, helper, order.stock, 0)


def lower_legs(scenario: Scenario, way: list[Step]) -> np.ndarray:
    """Return the LEG table along the way; a leg walked backwards falls where it rose."""
    grounds = {ground.name: ground for ground in scenario.setting.ground}
    table = np.zeros(len(way), LEG)
    metres = 0.0
    for row, (leg, onwards) in zip(table, way, strict=True):
        ground = grounds[leg.ground]
        row["start_m"], metres = metres, metres + leg.length.a
        row["end_m"] = metres
        row["grade"] = (leg.climb.a if onwards else -leg.climb.a) / leg.length.a
        row["terrain"], row["speed"], row["stumble"] = ground.eta.a, ground.speed.a, ground.stumbles.a
    return table


def lower_observed(scenario: Scenario) -> np.ndarray:
    """Return the OBSERVED table."""
    names = scenario.names
    rows = [(names.index(o.who), int(o.sign), o.start, o.until, o.throughout) for o in scenario.observed]
    return np.array(rows, OBSERVED)


def way_of(scenario: Scenario) -> list[Step]:
    """Return the legs walked, in order; cross-checks have made sure that there is a way."""
    way = chain(scenario.route)
    if way is None:
        raise ValueError(f"{scenario.route.to} cannot be reached from {scenario.route.start}")
    return way
