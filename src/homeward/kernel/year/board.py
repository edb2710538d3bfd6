"""The medical board: its test is uncertain, and both of its errors are counted."""

from homeward.codes import Draw, Event, Reason, Trigger
from homeward.kernel.care.notes import note_plain
from homeward.kernel.draws import uniform
from homeward.kernel.jit import handler, inner
from homeward.kernel.year import folk
from homeward.kernel.year.limits import CLEARED, HELD
from homeward.kernel.year.raising import raise_decision

TEST, CLEARANCE, BOARD_TEST = int(Event.TEST), int(Event.CLEARED), int(Draw.BOARD_TEST)
BECAUSE_CLEARED, BOARD_CLEARED, NONE = int(Trigger.BOARD_CLEARED), int(Reason.BOARD_CLEARED), int(Reason.NONE)
WORST_DISTRESS = 27.0


@inner
def is_presented(world, i):
    """Whether those who treat member i think him near enough to fit to show him to the board."""
    duty = world.duty[0]
    margin = duty["board_margin"]
    return (
        folk.fitness(world, i) >= duty["fit_for_mission"] - margin
        and folk.reserve_now(world, i) >= duty["reserve_for_mission"] - margin
        and folk.distress_now(world, i) <= duty["distress_for_mission"] + WORST_DISTRESS * margin
    )


@inner
def test(world, i, is_fit):
    """One test of member i: 1 when he passes. Somebody fit passes with the specificity, somebody unfit with one minus
    the sensitivity.
    """
    duty, service = world.duty[0], world.service[i]
    p = uniform(world, world.members[i]["key"], BOARD_TEST, service["boards"])
    service["boards"] += 1
    passes = p < (duty["board_specificity"] if is_fit else 1.0 - duty["board_sensitivity"])
    return 1 if passes else 0


@handler
def sit(world, i, why):
    """The board's word on member i, who is held; why: what is really against missions (Reason). Returns 1 when he is
    cleared today; otherwise he waits for the next board.
    """
    service, tally, now_s = world.service[i], world.tally[0], world.clock[0]["now_s"]
    if service["board_s"] > now_s or not is_presented(world, i):
        return 0
    is_fit = why == NONE
    passes = test(world, i, is_fit)
    tally["boards"] += 1
    note_plain(world, TEST, i, -1, 1 if (passes == 1) != is_fit else 0, 1.0 * passes)
    if passes == 0:
        service["board_s"] = now_s + world.duty[0]["board_every_s"]
        tally["false_holds"] += 1 if is_fit else 0
        return 0
    clear(world, i, is_fit)
    return 1


@handler
def clear(world, i, is_fit):
    """Member i may go on missions again, rightly or not."""
    member, service, tally = world.members[i], world.service[i], world.tally[0]
    member["limits"] &= ~HELD
    service["board_s"] = -1
    tally["cleared"] += 1
    if not is_fit:
        member["limits"] |= CLEARED
        service["false_clears"] += 1
        tally["false_clears"] += 1
    note_plain(world, CLEARANCE, i, -1, BOARD_CLEARED, 0.0)
    raise_decision(world, i, BECAUSE_CLEARED, BOARD_CLEARED)
