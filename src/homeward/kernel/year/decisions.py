"""Decisions about people take effect: on their day, or when the letter that says so can be read."""

from homeward.codes import Decision, DutyStatus, Event, Reason, Shock, Trigger, Work
from homeward.kernel.calendar import schedule
from homeward.kernel.care.notes import note_plain
from homeward.kernel.jit import handler, inner
from homeward.kernel.year import folk
from homeward.kernel.year.limits import GONE, RELIEVED
from homeward.kernel.year.raising import raise_decision
from homeward.kernel.year.reviewing import ask_review
from homeward.kernel.year.roster import set_status, set_work
from homeward.kernel.year.status import is_final

RELIEF, REASSIGNMENT = int(Decision.RELIEF), int(Decision.REASSIGNMENT)
REMOVAL, APPEAL = int(Decision.REMOVAL_FROM_ACADEMY), int(Decision.APPEAL)
REINSTATEMENT, RETIREMENT = int(Decision.REINSTATEMENT), int(Decision.RETIREMENT)
DECIDED, LETTER, LETTER_HELD = int(Event.DECIDED), int(Event.LETTER), int(Event.LETTER_HELD)
APPEALED, REASSIGNED, RETIRES = int(Event.APPEALED), int(Event.REASSIGNED), int(Event.RETIRED)
RETIRED, UNRESPONSIVE = int(DutyStatus.RETIRED), int(Reason.UNRESPONSIVE)
BECAUSE_RELIEVED, BECAUSE_APPEALED = int(Trigger.RELIEVED), int(Trigger.APPEALED)
BAD_LETTER = int(Shock.BAD_LETTER)
ACADEMY, MISSIONS, DESK = int(Work.ACADEMY), int(Work.MISSIONS), int(Work.DESK)
DAY_S = 86400


@inner
def forget(world, d):
    """Row d of decisions is free again."""
    clock = world.clock[0]
    world.decisions[d]["member"] = -1
    world.decisions[d]["next"] = clock["free_decision"]
    clock["free_decision"] = d


@handler
def relieve(world, i, why):
    """Member i is relieved from active duty."""
    world.members[i]["limits"] |= RELIEVED
    world.service[i]["relieved_s"] = world.clock[0]["now_s"]
    folk.lose_work(world, i)
    raise_decision(world, i, BECAUSE_RELIEVED, why)


@handler
def reassign(world, i, why):
    """Member i gets other work. A teacher stays one until the Academy says otherwise."""
    if world.members[i]["serves"] == MISSIONS:
        set_work(world, i, DESK)
    folk.find_work(world, i)
    note_plain(world, REASSIGNED, i, -1, why, 1.0 * world.members[i]["serves"])


@handler
def take_effect(world, i, kind, why):
    """What decision `kind` (Decision) changes for member i. Clearance and restriction the status rule has done."""
    service, now_s = world.service[i], world.clock[0]["now_s"]
    if kind == RELIEF:
        relieve(world, i, why)
    elif kind == REASSIGNMENT:
        reassign(world, i, why)
    elif kind == REMOVAL:
        set_work(world, i, DESK)
        service["removed_s"] = now_s
        folk.lose_work(world, i)
    elif kind == APPEAL:
        service["applied_s"] = now_s
        note_plain(world, APPEALED, i, -1, why, 0.0)
        raise_decision(world, i, BECAUSE_APPEALED, why)
    elif kind == REINSTATEMENT:
        set_work(world, i, ACADEMY)
        service["reinstated_s"] = now_s
        folk.find_work(world, i)
    elif kind == RETIREMENT:
        folk.lose_work(world, i)
        set_status(world, i, RETIRED, why)
        note_plain(world, RETIRES, i, -1, why, 0.0)


@handler
def hand_over(world, i, rule):
    """Member i reads the letter."""
    world.tally[0]["letters"] += 1
    note_plain(world, LETTER, i, -1, 0, 1.0 * rule["kind"])
    usual = world.folk[0]["shock"][BAD_LETTER]
    if rule["bad"] > 0.0 and usual > 0.0:
        folk.suffer(world, i, BAD_LETTER, rule["bad"] / usual)


@handler
def hold_back(world, i, d):
    """Not now: it would do harm. It is asked again tomorrow."""
    row, clock, tally = world.decisions[d], world.clock[0], world.tally[0]
    if row["held_s"] < 0:
        row["held_s"] = clock["now_s"]
        tally["letters_held"] += 1
        note_plain(world, LETTER_HELD, i, -1, UNRESPONSIVE, 1.0 * world.rules[row["rule"]]["kind"])
    schedule(world, clock["now_s"] + DAY_S, DECIDED, clock["first_decisions"] + d)


@handler
def decide(world, d):
    """The day of decision d has come."""
    row = world.decisions[d]
    i, why, rule = row["member"], row["why"], world.rules[row["rule"]]
    if is_final(world, i) or world.members[i]["limits"] & GONE:
        forget(world, d)
        return
    if rule["held"] == 1 and folk.responds(world, i) == 0:
        hold_back(world, i, d)
        return
    if row["held_s"] >= 0:
        world.tally[0]["held_days"] += (world.clock[0]["now_s"] - row["held_s"]) / (1.0 * DAY_S)
    forget(world, d)
    world.tally[0]["decisions"][rule["kind"]] += 1
    note_plain(world, DECIDED, i, d, why, 1.0 * rule["kind"])
    if rule["letter"] == 1:
        hand_over(world, i, rule)
    take_effect(world, i, rule["kind"], why)
    ask_review(world, i)
