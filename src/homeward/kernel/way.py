"""The way home: one line from where it happened (0 m) to those who wait (way_m), cut into legs."""

from homeward.codes import Mode, Status
from homeward.kernel.jit import inner
from homeward.kernel.tables import AIRCRAFT, RELIEF, TEAM


@inner
def position(world, m):
    """Where party m is on the way now, in m from the start."""
    party = world.parties[m]
    if party["speed_mps"] == 0.0:
        return party["at_m"]
    return party["at_m"] + party["speed_mps"] * float(world.clock[0]["now_s"] - party["since_s"])


@inner
def hold_position(world, m, speed_mps):
    """Fix party m's position as of now; from now on it moves at speed_mps (towards the end)."""
    party = world.parties[m]
    at_m = min(max(position(world, m), 0.0), world.incident[0]["way_m"]) if m == TEAM else position(world, m)
    party["at_m"] = at_m
    party["speed_mps"] = speed_mps
    party["since_s"] = world.clock[0]["now_s"]


@inner
def to_go(world, m):
    """Metres party m still has to go."""
    return max(0.0, world.incident[0]["way_m"] - position(world, m))


@inner
def person_to_go(world, i):
    """Metres person i still has to go."""
    person = world.people[i]
    if person["arrived_s"] >= 0:
        return 0.0
    if person["status"] == Status.WITH_RELIEF:
        return to_go(world, RELIEF)
    if person["status"] == Status.ABOARD:
        return to_go(world, AIRCRAFT)
    if person["status"] == Status.LEFT or person["status"] == Status.FOLLOWING:
        return max(0.0, world.incident[0]["way_m"] - person["left_m"])
    return to_go(world, TEAM)


@inner
def leg_at(world, at_m):
    """Index of the leg on which a party at at_m takes its next step."""
    leg = 0
    while leg + 1 < len(world.legs) and world.legs[leg]["end_m"] <= at_m + 1e-6:
        leg += 1
    return leg


@inner
def team_is_under_way(world):
    """Whether the team is still out: neither home nor waiting for good."""
    mode = world.parties[TEAM]["mode"]
    return mode != Mode.ARRIVED
