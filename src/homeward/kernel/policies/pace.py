"""Pace: how fast those who carry go, and when they go on after a rest."""

from homeward.codes import Pace
from homeward.kernel.exertion import rest_needed, speed_at_power, wprime_left
from homeward.kernel.jit import inner


@inner
def resume_share(world):
    """Share of reserve and hold at which the policy goes on."""
    pace, setting = world.incident[0]["pace"], world.setting[0]
    if pace == Pace.NEVER_REST:
        return setting["resume_never"]
    if pace == Pace.HURRY_AND_REST:
        return setting["resume_hurry"]
    return setting["resume_steady"]


@inner
def chosen_speed(world, i, ordinary_mps, grade, load_kg, terrain, to_go_m):
    """Speed (m/s) bearer i chooses under load_kg where an ordinary walk under it would be ordinary_mps.

    Steady: no faster than a set share of critical power allows. Adaptive: critical power plus what the reserve can
    add over all the distance left (t = W' / (P - CP)), so that it is spent at the gate and not before.
    """
    pace, setting, person = world.incident[0]["pace"], world.setting[0], world.people[i]
    if pace == Pace.STEADY:
        limit_w = setting["steady_cp"] * person["cp_w"]
        return speed_at_power(world, i, limit_w, grade, load_kg, terrain, setting["steady_factor"] * ordinary_mps)
    fastest = setting["hurry_factor"] * ordinary_mps
    if pace == Pace.ADAPTIVE:
        seconds = max(60.0, to_go_m / fastest)
        limit_w = person["cp_w"] + 0.9 * wprime_left(world, i) / seconds
        return speed_at_power(world, i, limit_w, grade, load_kg, terrain, fastest)
    return fastest


@inner
def is_fresh(world, i):
    """Whether person i could take over without resting first."""
    person = world.people[i]
    share = resume_share(world)
    return person["hold"] >= share and wprime_left(world, i) >= share * person["wprime_j"]


@inner
def rest_time(world, i):
    """Seconds person i must rest before the policy lets him go on."""
    return rest_needed(world, i, resume_share(world))
