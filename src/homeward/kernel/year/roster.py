"""The roster: where everybody stands, and how many stand where. The one place that changes a status."""

from homeward.codes import DutyStatus, Event, Work
from homeward.kernel.care.notes import note_plain
from homeward.kernel.care.staff import call_away, call_back
from homeward.kernel.jit import handler, inner
from homeward.kernel.year.pools import join, leave

STATUS = int(Event.STATUS)
AVAILABLE, VILLAGE_ONLY = int(DutyStatus.AVAILABLE), int(DutyStatus.VILLAGE_ONLY)
IN_HOSPITAL, CONVALESCENT = int(DutyStatus.IN_HOSPITAL), int(DutyStatus.CONVALESCENT)
REASSIGNED = int(DutyStatus.REASSIGNED)
MISSIONS, ACADEMY = int(Work.MISSIONS), int(Work.ACADEMY)

WORKS = 1 << AVAILABLE | 1 << VILLAGE_ONLY | 1 << REASSIGNED
"""Bit per DutyStatus of those who can do their work in the village."""

UNFIT = 1 << VILLAGE_ONLY | 1 << IN_HOSPITAL | 1 << CONVALESCENT
"""Of those kept from missions by body, reserve or mind."""

DAY_S = 86400.0


@inner
def works(world, i):
    """Whether member i can do his work in the village today."""
    return (WORKS >> world.members[i]["status"]) & 1 == 1


@handler
def count(world, i, by):
    """Add member i to what is so at present (by = 1), or take him out (-1)."""
    tally, member = world.tally[0], world.members[i]
    status, serves = member["status"], member["serves"]
    tally["status"][status] += by
    if status == AVAILABLE:
        tally["strength"][member["rank"]] += by
    if (WORKS >> status) & 1:
        tally["posted"][serves] += by
        if serves == ACADEMY:
            tally["teaching"] += by
        elif serves == MISSIONS and status == VILLAGE_ONLY:
            tally["restricted"] += by


@inner
def add_time(world, i):
    """Write down how long member i has been in the status that ends now."""
    member, service = world.members[i], world.service[i]
    spent_s = world.clock[0]["now_s"] - member["status_s"]
    if member["status"] == IN_HOSPITAL:
        service["hospital_s"] += spent_s
        world.tally[0]["bed_days"] += spent_s / DAY_S
    if (UNFIT >> member["status"]) & 1:
        service["unfit_s"] += spent_s


@inner
def note_return(world, i):
    """Member i is back on the roster for missions: after a wounding, how long that took."""
    service, tally, now_s = world.service[i], world.tally[0], world.clock[0]["now_s"]
    if service["wounded"] > 0 and service["wounded_s"] != -1:
        tally["fit_again"] += 1
        tally["fit_again_days"] += (now_s - service["wounded_s"]) / DAY_S
        service["wounded_s"] = -1
        if service["fit_again_s"] < 0:
            service["fit_again_s"] = now_s


@inner
def tell_facility(world, i, was_there):
    """Member i works at a facility of the network: it must do without him, or has him back."""
    row, is_there = world.members[i]["staff"], works(world, i)
    if is_there and not was_there:
        call_back(world, row)
        world.tally[0]["called_back"] |= 1 << world.staff[row]["facility"]
    elif was_there and not is_there:
        call_away(world, row)


@handler
def set_status(world, i, status, why):
    """Member i stands here from now on, for this reason (Reason)."""
    member = world.members[i]
    member["reason"] = why
    if member["status"] == status:
        return
    was_there = works(world, i)
    add_time(world, i)
    count(world, i, -1)
    leave(world, i)
    member["status"], member["status_s"] = status, world.clock[0]["now_s"]
    count(world, i, 1)
    if status == AVAILABLE:
        if member["sound"] == 0:
            note_return(world, i)
        join(world, i)
    if member["staff"] >= 0:
        tell_facility(world, i, was_there)
    note_plain(world, STATUS, i, -1, why, 1.0 * status)


@handler
def set_work(world, i, serves):
    """Member i does this work (Work) from now on."""
    count(world, i, -1)
    leave(world, i)
    world.members[i]["serves"] = serves
    count(world, i, 1)
    if world.members[i]["status"] == AVAILABLE:
        join(world, i)
