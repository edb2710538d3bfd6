"""Duty status by rule: from body, reserve, mind, qualifications, the board's word, and the date."""

from homeward.codes import DutyStatus, Reason, Term, Trigger
from homeward.kernel.jit import handler, inner
from homeward.kernel.year import folk
from homeward.kernel.year.board import sit
from homeward.kernel.year.dates import NEVER_DAY, day_of
from homeward.kernel.year.limits import CLEARED, CONVALESCING, GONE, HELD, RELIEVED
from homeward.kernel.year.pools import join, leave, pool_of
from homeward.kernel.year.raising import raise_decision
from homeward.kernel.year.roster import set_status

AVAILABLE, ON_MISSION = int(DutyStatus.AVAILABLE), int(DutyStatus.ON_MISSION)
VILLAGE_ONLY, IN_HOSPITAL = int(DutyStatus.VILLAGE_ONLY), int(DutyStatus.IN_HOSPITAL)
CONVALESCENT, REASSIGNED = int(DutyStatus.CONVALESCENT), int(DutyStatus.REASSIGNED)
MISSING, CARING, TRAVELLING = int(DutyStatus.MISSING), int(DutyStatus.CARING), int(DutyStatus.TRAVELLING)
ON_LEAVE, RESTING, AT_EXAM = int(DutyStatus.ON_LEAVE), int(DutyStatus.RESTING), int(DutyStatus.AT_EXAM)
FINAL = 1 << int(DutyStatus.FALLEN) | 1 << int(DutyStatus.RETIRED) | 1 << int(DutyStatus.ABSENT)
"""Bit per DutyStatus that nobody leaves."""

NONE, WOUNDED, LIMB_LOST = int(Reason.NONE), int(Reason.WOUNDED), int(Reason.LIMB_LOST)
RESERVE_LOW, MIND, BOARD_HELD = int(Reason.RESERVE_LOW), int(Reason.MIND), int(Reason.BOARD_HELD)
LEAVE, REST_RULE, CARER = int(Reason.LEAVE), int(Reason.REST_RULE), int(Reason.CARER)
AFTER_PROSTHESIS = int(Reason.AFTER_PROSTHESIS)
LAPSED, EXAM, RETURNED = int(Reason.LAPSED), int(Reason.EXAM), int(Reason.RETURNED)
LEAVE_TERM = int(Term.LEAVE)
BECAUSE_RESERVE, BECAUSE_MIND = int(Trigger.RESERVE_LOW), int(Trigger.MIND)
BECAUSE_WALKS = int(Trigger.WALKS_ON_PROSTHESIS)
IN_WARD, ON_THE_ROAD, WITH_SOMEBODY = 1, 3, 4
"""What `folk.place_of` says."""

DAY_S = 86400


@inner
def is_final(world, i):
    """Whether member i's status never changes again."""
    return (FINAL >> world.members[i]["status"]) & 1 == 1


@inner
def wounded_reason(world, i):
    """Why the body keeps member i from duty."""
    return LIMB_LOST if world.service[i]["limb_lost"] == 1 else WOUNDED


@handler
def unfit_reason(world, i):
    """What body, reserve and mind of member i really say against missions; NONE when nothing."""
    duty = world.duty[0]
    if folk.fitness(world, i) < duty["fit_for_mission"]:
        return wounded_reason(world, i)
    if folk.reserve_now(world, i) < duty["reserve_for_mission"]:
        return RESERVE_LOW
    if folk.distress_now(world, i) > duty["distress_for_mission"]:
        return MIND
    return NONE


@inner
def kept_reason(kept):
    """Why somebody is kept until a date."""
    if kept == RESTING:
        return REST_RULE
    if kept == ON_LEAVE:
        return LEAVE
    if kept == AT_EXAM:
        return EXAM
    return LAPSED


@inner
def keep(world, i, status, until_s):
    """Member i is in this status until a date, whatever else allows."""
    member = world.members[i]
    member["kept"], member["free_s"] = status, until_s


@handler
def look_at_dates(world, i):
    """Begin what is due for member i: a renewal of his qualification, his yearly leave, a leave of the calendar."""
    member, duty, now_s = world.members[i], world.duty[0], world.clock[0]["now_s"]
    if 0 <= member["qualified_until_s"] <= now_s:
        keep(world, i, VILLAGE_ONLY, now_s + duty["renewal_s"])
        member["qualified_until_s"] = member["free_s"] + duty["qualified_s"] if duty["qualified_s"] > 0 else -1
        return
    if duty["leave_days"] > 0 and world.clock[0]["today"] % 365 == world.service[i]["leave_day"]:
        keep(world, i, ON_LEAVE, now_s + duty["leave_days"] * DAY_S)
        return
    for t in range(len(world.terms)):
        term = world.terms[t]
        mine = term["kind"] == LEAVE_TERM and (term["who"] == i or term["who"] < 0)
        if mine and term["from_s"] <= now_s < term["until_s"]:
            keep(world, i, ON_LEAVE, term["until_s"])


@handler
def judge_dates(world, i):
    """Status and reason of member i, whom nothing but the calendar and the rest rule can keep."""
    member = world.members[i]
    if member["free_s"] <= world.clock[0]["now_s"]:
        member["free_s"] = -1
        look_at_dates(world, i)
    if member["free_s"] >= 0:
        return 1 * member["kept"], kept_reason(member["kept"])
    return AVAILABLE, NONE


@inner
def is_sound(world, i):
    """Whether member i was found fit when last looked at, and nothing has happened to his body or mind since."""
    return world.members[i]["sound"] == 1 and world.wakes[i]["folk"] >= NEVER_DAY


@handler
def judge_for_missions(world, i):
    """Status and reason of member i, who is well enough for work in the village and not relieved."""
    member, duty = world.members[i], world.duty[0]
    why = unfit_reason(world, i)
    if why == NONE:
        member["limits"] &= ~CLEARED
    elif member["limits"] & CLEARED == 0:
        member["limits"] |= HELD
        if why == RESERVE_LOW:
            raise_decision(world, i, BECAUSE_RESERVE, why)
        elif why == MIND:
            raise_decision(world, i, BECAUSE_MIND, why)
    if member["limits"] & HELD:
        if duty["board_every_s"] == 0 and why == NONE:
            member["limits"] &= ~HELD
        elif duty["board_every_s"] == 0 or sit(world, i, why) == 0:
            return VILLAGE_ONLY, BOARD_HELD if why == NONE else why
    return judge_dates(world, i)


@handler
def judge(world, i):
    """Status of member i by rule, and the reason."""
    member, duty = world.members[i], world.duty[0]
    if member["mission"] >= 0 or member["patient"] == -2:
        return ON_MISSION, 1 * member["reason"]
    if member["patient"] >= 0:
        return IN_HOSPITAL, wounded_reason(world, i)
    if is_sound(world, i):
        return judge_dates(world, i)
    place = folk.place_of(world, i)
    if place == IN_WARD:
        return IN_HOSPITAL, wounded_reason(world, i)
    if place == ON_THE_ROAD:
        return TRAVELLING, NONE
    if place == WITH_SOMEBODY:
        return CARING, CARER
    if folk.fitness(world, i) < duty["fit_for_village"]:
        return CONVALESCENT, wounded_reason(world, i)
    if folk.distress_now(world, i) > duty["distress_for_village"]:
        return CONVALESCENT, MIND
    if world.service[i]["limb_lost"] == 1 and folk.walks(world, i) == 1:
        raise_decision(world, i, BECAUSE_WALKS, AFTER_PROSTHESIS)
    if member["limits"] & RELIEVED:
        return REASSIGNED, wounded_reason(world, i)
    return judge_for_missions(world, i)


@inner
def sort_by_fitness(world, i):
    """Member i, if available, stands among the fit or among the convalescent; he changes lines when that changes."""
    member = world.members[i]
    if member["status"] != AVAILABLE:
        member["sound"] = 0
        return
    if folk.fitness(world, i) < world.duty[0]["fully_fit"]:
        member["limits"] |= CONVALESCING
    else:
        member["limits"] &= ~CONVALESCING
    member["sound"] = 1 if member["limits"] == 0 else 0
    if member["pool"] >= 0 and member["pool"] != pool_of(world, i):
        leave(world, i)
        join(world, i)


@inner
def next_look(world, i):
    """The day on which member i's status must next be looked at, if nothing happens before."""
    member, soonest = world.members[i], day_of(world, world.clock[0]["now_s"] + 1)
    status = member["status"]
    if status == ON_MISSION or is_final(world, i):
        return NEVER_DAY
    if status == MISSING:
        return NEVER_DAY if member["free_s"] < 0 else day_of(world, member["free_s"])
    if status == AVAILABLE and member["limits"] & (CLEARED | CONVALESCING) == 0:
        return next_date(world, i, soonest)
    if member["free_s"] >= 0 and status == member["kept"]:
        return max(soonest, day_of(world, member["free_s"]))
    return soonest


@inner
def next_date(world, i, soonest):
    """The day of the next date in the calendar of member i, who is well and available; not before `soonest`."""
    member, duty, now_s = world.members[i], world.duty[0], world.clock[0]["now_s"]
    day = NEVER_DAY
    if member["qualified_until_s"] >= 0:
        day = min(day, day_of(world, member["qualified_until_s"]))
    if duty["leave_days"] > 0:
        day = min(day, soonest + (world.service[i]["leave_day"] - soonest) % 365)
    for t in range(len(world.terms)):
        term = world.terms[t]
        mine = term["kind"] == LEAVE_TERM and (term["who"] == i or term["who"] < 0)
        if mine and term["from_s"] > now_s:
            day = min(day, day_of(world, term["from_s"]))
    return max(soonest, day)


@handler
def come_back(world, i):
    """Member i, missing, whose day to come back has come."""
    member = world.members[i]
    if member["free_s"] >= 0 and member["free_s"] <= world.clock[0]["now_s"]:
        member["limits"] &= ~GONE
        member["free_s"] = -1
        world.tally[0]["returned"] += 1


@handler
def review(world, i):
    """Set member i's status by rule, and say when he must be looked at again."""
    member = world.members[i]
    if is_final(world, i):
        world.wakes[i]["duty"] = NEVER_DAY
        return
    if member["limits"] & GONE:
        come_back(world, i)
    if member["limits"] & GONE:
        set_status(world, i, MISSING, member["reason"])
    else:
        was_missing = member["status"] == MISSING
        status, why = judge(world, i)
        set_status(world, i, status, RETURNED if was_missing else why)
        if not is_sound(world, i):
            sort_by_fitness(world, i)
    world.wakes[i]["duty"] = next_look(world, i)
