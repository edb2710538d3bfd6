"""What becomes of a person: changes of awareness, death, and the moment his thirty days are decided."""

from homeward.codes import Awareness, Cause, Event, Mode, Sign, Status
from homeward.kernel.body import expect_change, touch
from homeward.kernel.calendar import cancel, schedule
from homeward.kernel.jit import inner, process
from homeward.kernel.ledger import record
from homeward.kernel.levels import level_from_blood, level_from_threat
from homeward.kernel.observe import note_awareness, note_death, note_event
from homeward.kernel.tables import TEAM
from homeward.kernel.way import person_to_go

SIGN_COLLAPSED = int(Sign.COLLAPSED)


@inner
def decide(world, i, alive):
    """Person i's state at 30 days is now known."""
    person = world.people[i]
    if person["alive_30"] < 0:
        world.clock[0]["undecided"] -= person["team0"]
    person["alive_30"] = alive


@process
def interrupt_team(world, i):
    """Person i can no longer do his part: if he was bearing, the team stops now and sorts itself out."""
    team = world.parties[TEAM]
    if team["mode"] == Mode.MOVING and world.people[i]["status"] == Status.WITH_TEAM and (team["bearing"] >> i) & 1:
        team["why"] = Event.SWAPPED
        schedule(world, world.clock[0]["now_s"], Event.STINT_ENDS, 2 * len(world.people) + TEAM)


@process
def die(world, i, cause):
    """Person i dies now."""
    person, now_s = world.people[i], world.clock[0]["now_s"]
    note_awareness(world, i, person["awareness"], now_s)
    person["awareness"] = Awareness.DEAD
    note_death(world, i)
    person["dead_s"], person["cause"] = now_s, cause
    person["dead_at_m"] = person_to_go(world, i)
    if person["arrived_s"] < 0:
        person["alive_on_arrival"] = 0
    decide(world, i, 0)
    cancel(world, i)
    record(world, Event.DIED, i, -1, person["dead_at_m"], 1.0 * person["cause"])
    interrupt_team(world, i)


@inner
def cause_of_death(world, i, blood_level, threat_level):
    """What killed person i: the first of blood, breath and brain, and shock that has run its course."""
    if threat_level >= Awareness.DEAD:
        return Cause.HEAD if world.people[i]["threat"] == 4 else Cause.AIRWAY_OR_CHEST
    if blood_level >= Awareness.DEAD:
        return Cause.HAEMORRHAGE
    return Cause.SHOCK


@process
def update_awareness(world, i):
    """Set the awareness of person i (touched) from his blood and his breathing, and expect the next change."""
    person = world.people[i]
    if person["awareness"] == Awareness.DEAD:
        return
    blood_level, threat_level = level_from_blood(world, i), level_from_threat(world, i)
    level = max(blood_level, threat_level)
    # Whoever has no wound has no limit of debt either: 0.
    if level >= Awareness.DEAD or (person["debt"] > 0.0 and person["debt"] >= person["debt_limit"]):
        die(world, i, cause_of_death(world, i, blood_level, threat_level))
        return
    if level != person["awareness"]:
        worse = level > person["awareness"]
        note_awareness(world, i, person["awareness"], world.clock[0]["now_s"])
        person["awareness"], person["awareness_s"] = level, world.clock[0]["now_s"]
        record(world, Event.CHANGED, i, -1, person_to_go(world, i), float(level))
        if worse and level > Awareness.LIGHTHEADED:
            interrupt_team(world, i)
    expect_change(world, i)


@process
def lay_down(world, i):
    """Person i lies from now on: his brain no longer hangs above his heart."""
    person = world.people[i]
    if person["posture"] != 1.0:
        touch(world, i)
        person["posture"] = 1.0
        update_awareness(world, i)


@inner
def body_changes(world, i):
    """The calendar's moment for person i's body."""
    touch(world, i)
    update_awareness(world, i)


@process
def collapse(world, i):
    """Person i overdraws and falls: he can do nothing more on this way."""
    person = world.people[i]
    if person["collapsed_s"] < 0:
        person["collapsed_s"] = world.clock[0]["now_s"]
        record(world, Event.COLLAPSED, i, -1, person_to_go(world, i), person["reserve"])
        note_event(world, i, SIGN_COLLAPSED)
        interrupt_team(world, i)
