"""Exams: who enters, who supervises, who passes. A death, or a body that is not fit, takes a candidate off the list."""

from homeward.codes import Draw, DutyStatus, Event, Reason
from homeward.kernel.care.notes import note_plain
from homeward.kernel.draws import uniform
from homeward.kernel.jit import handler, inner
from homeward.kernel.year.dates import DAY_S
from homeward.kernel.year.pools import join, leave
from homeward.kernel.year.reviewing import ask_review
from homeward.kernel.year.roster import AVAILABLE, VILLAGE_ONLY, count, set_status
from homeward.kernel.year.status import is_final, keep

EXAM, PASSED, NOT_PASSED = int(Event.EXAM), int(Event.PASSED), int(Event.NOT_PASSED)
EXAM_SCORE, BECAUSE, AT_EXAM = int(Draw.EXAM_SCORE), int(Reason.EXAM), int(DutyStatus.AT_EXAM)
TO_COME, CLOSED, HELD, OVER = range(4)
MISSIONS_COUNTED = 256
"""Missions above this make no candidate older than another."""


@inner
def may_enter(world, i, exam):
    """Whether member i may enter: rank and missions, and on the roster for duty of some kind."""
    member = world.members[i]
    return (
        member["rank"] == exam["from_rank"]
        and member["missions"] >= exam["missions"]
        and not is_final(world, i)
        and world.service[i]["exam"] < 0
        and world.service[i]["relieved_s"] < 0
    )


@handler
def least_missions(world, e):
    """The fewest missions with which one of the places is still to be had."""
    exam, least = world.exams[e], MISSIONS_COUNTED
    while least > exam["missions"]:
        least -= 1
        many = 0
        for i in range(len(world.members)):
            many += 1 if may_enter(world, i, exam) and world.members[i]["missions"] >= least else 0
        if many >= exam["places"]:
            break
    return least


@handler
def close_list(world, e):
    """The list closes: the places go to those with the most missions, then to the lowest rows."""
    exam = world.exams[e]
    exam["state"] = CLOSED
    least = least_missions(world, e)
    for ties in range(2):
        for i in range(len(world.members)):
            missions = world.members[i]["missions"]
            counts = missions > least if ties == 0 else missions == least
            if counts and may_enter(world, i, exam) and exam["entered"] < exam["places"]:
                world.service[i]["exam"] = e
                exam["entered"] += 1


@inner
def is_free(world, i):
    """Whether member i can be at an exam today."""
    return world.members[i]["status"] == AVAILABLE or world.members[i]["status"] == VILLAGE_ONLY


@inner
def go_to_exam(world, i, exam):
    """Member i is at the exam until it is over."""
    keep(world, i, AT_EXAM, world.clock[0]["now_s"] + exam["days"] * DAY_S)
    set_status(world, i, AT_EXAM, BECAUSE)


@handler
def find_proctors(world, e):
    """Free people of the proctors' rank supervise, as many as are wanted, the lowest rows first."""
    exam = world.exams[e]
    for i in range(len(world.members)):
        if exam["proctors_found"] == exam["proctors"]:
            break
        member = world.members[i]
        if member["rank"] >= exam["proctor_rank"] and is_free(world, i) and world.service[i]["exam"] != e:
            go_to_exam(world, i, exam)
            world.wakes[i]["duty"] = world.clock[0]["today"] + exam["days"]
            exam["proctors_found"] += 1


@inner
def seats(exam):
    """How many can sit it with the proctors who were found."""
    if exam["proctors"] == 0:
        return exam["places"]
    return exam["places"] * exam["proctors_found"] // exam["proctors"]


@handler
def begin_exam(world, e):
    """The exam begins: those of the list who can come sit it, as far as there are proctors."""
    exam = world.exams[e]
    exam["state"] = HELD
    find_proctors(world, e)
    for i in range(len(world.members)):
        if world.service[i]["exam"] == e:
            if is_free(world, i) and exam["sat"] < seats(exam):
                go_to_exam(world, i, exam)
                world.wakes[i]["duty"] = world.clock[0]["today"] + exam["days"]
                exam["sat"] += 1
            else:
                world.service[i]["exam"] = -1
                exam["unfit"] += 1
    world.tally[0]["sat"] += exam["sat"]


@inner
def promote(world, i, rank):
    """Member i has the next rank; if he is back on the roster already, he stands in another line from now on."""
    count(world, i, -1)
    leave(world, i)
    world.members[i]["rank"] = rank
    count(world, i, 1)
    if world.members[i]["status"] == AVAILABLE:
        join(world, i)


@handler
def end_exam(world, e):
    """The exam is over: each candidate's draw decides. Everybody goes back to duty."""
    exam = world.exams[e]
    exam["state"] = OVER
    for i in range(len(world.members)):
        if world.service[i]["exam"] == e:
            world.service[i]["exam"] = -1
            if uniform(world, world.members[i]["key"], EXAM_SCORE, e) < exam["pass_share"]:
                exam["passed"] += 1
                promote(world, i, exam["to_rank"])
                note_plain(world, PASSED, i, e, BECAUSE, 1.0 * exam["to_rank"])
            else:
                note_plain(world, NOT_PASSED, i, e, BECAUSE, 0.0)
            ask_review(world, i)
    world.tally[0]["passed"] += exam["passed"]
    note_plain(world, EXAM, -1, e, BECAUSE, 1.0 * exam["passed"])


@handler
def hold_exams(world):
    """This morning's part of every exam."""
    now_s = world.clock[0]["now_s"]
    for e in range(len(world.exams)):
        exam = world.exams[e]
        if exam["state"] == TO_COME and exam["enter_s"] <= now_s:
            close_list(world, e)
        if exam["state"] == CLOSED and exam["at_s"] <= now_s:
            begin_exam(world, e)
        if exam["state"] == HELD and exam["at_s"] + exam["days"] * DAY_S <= now_s:
            end_exam(world, e)
