"""The fallen and the missing: who knows, what they leave on the roster, whether their body came home."""

from homeward.codes import Draw, DutyStatus, Event, Reason
from homeward.kernel.care.notes import note_plain
from homeward.kernel.draws import draw, uniform
from homeward.kernel.jit import handler, inner
from homeward.kernel.year import folk
from homeward.kernel.year.dates import NEVER_DAY, day_of
from homeward.kernel.year.limits import GONE
from homeward.kernel.year.roster import set_status

FALLEN, MISSING_NOW = int(DutyStatus.FALLEN), int(DutyStatus.MISSING)
FELL, MISSING, BODY_RECOVERED = int(Event.FELL), int(Event.MISSING), int(Event.BODY_RECOVERED)
CANDIDATE_LOST = int(Event.CANDIDATE_LOST)
DEATH, CAPTURED, NOT_RECOVERED = int(Reason.DEATH), int(Reason.CAPTURED), int(Reason.NOT_RECOVERED)
BODY_FOUND, DESERTER, DESERTER_DAYS = int(Draw.BODY_FOUND), int(Draw.DESERTER), int(Draw.DESERTER_DAYS)
DAY_S = 86400
DIED_HERE = 1
"""Behind the hospital's door."""


@inner
def leave_exam(world, i):
    """Member i will not sit the exam for which he has entered."""
    e = world.service[i]["exam"]
    if e >= 0:
        world.service[i]["exam"] = -1
        world.exams[e]["lost"] += 1
        world.tally[0]["candidates_lost"] += 1
        note_plain(world, CANDIDATE_LOST, i, e, DEATH, 0.0)


@inner
def leave_everything(world, i):
    """Member i is no longer anywhere: not on a mission, not in a bed, in nobody's list."""
    member = world.members[i]
    member["mission"] = member["patient"] = member["free_s"] = -1
    world.wakes[i]["duty"] = NEVER_DAY
    leave_exam(world, i)


@inner
def bring_body_home(world, i, is_home):
    """Member i's body is at home, or was left; some of those left are found later."""
    service, tally = world.service[i], world.tally[0]
    if not is_home:
        tally["bodies_left"] += 1
        if uniform(world, world.members[i]["key"], BODY_FOUND, 0) >= world.duty[0]["body_found"]:
            return
        tally["bodies_found"] += 1
    service["body_home"] = 1
    note_plain(world, BODY_RECOVERED, i, -1, DEATH if is_home else NOT_RECOVERED, 0.0)


@handler
def fall(world, i, cause, m, is_home, where):
    """Member i is dead, and everybody tied to him hears of it today. m: mission, -1; where: DIED_HERE or not."""
    tally, day, service = world.tally[0], world.days[world.clock[0]["today"]], world.service[i]
    service["died_s"], service["cause"] = world.clock[0]["now_s"], cause
    if where == DIED_HERE:
        tally["died_of_wounds"] += 1
        day["died_of_wounds"] += 1
    else:
        tally["killed"] += 1
        day["killed"] += 1
    leave_everything(world, i)
    set_status(world, i, FALLEN, DEATH)
    note_plain(world, FELL, i, m, DEATH, 1.0 * cause)
    bring_body_home(world, i, is_home)
    folk.fell(world, i)
    folk.bereave(world, i)


@handler
def go_missing(world, i, m):
    """Member i did not come home, and nobody knows his end; those tied to him hear that he is missing."""
    leave_everything(world, i)
    world.members[i]["limits"] |= GONE
    world.tally[0]["missing"] += 1
    set_status(world, i, MISSING_NOW, CAPTURED)
    note_plain(world, MISSING, i, m, CAPTURED, 0.0)
    folk.fell(world, i)
    folk.bereave(world, i)


@handler
def desert(world, i, m):
    """Member i ran. Some come back."""
    member, duty, now_s = world.members[i], world.duty[0], world.clock[0]["now_s"]
    leave_everything(world, i)
    member["limits"] |= GONE
    world.tally[0]["missing"] += 1
    set_status(world, i, MISSING_NOW, 0)
    note_plain(world, MISSING, i, m, 0, 1.0)
    nth = world.service[i]["contacts"]
    if uniform(world, member["key"], DESERTER, nth) < duty["deserter_returns"]:
        away_s = 1.0 * DAY_S
        if duty["deserter_days_dist"] >= 0:
            away_s = draw(world, duty["deserter_days_dist"], member["key"], DESERTER_DAYS, nth)
        member["free_s"] = now_s + int(away_s)
        world.wakes[i]["duty"] = day_of(world, member["free_s"])
