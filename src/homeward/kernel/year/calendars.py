"""The calendar on the wall: terms of the Academy and curfew. (Leave is a matter of each person: status.py.)"""

from homeward.codes import Event, Term
from homeward.kernel.care.notes import note_plain
from homeward.kernel.jit import handler, inner
from homeward.kernel.year.dates import DAY_S, SCHOOL_DAYS, weekday

ACADEMY, CURFEW = int(Term.ACADEMY), int(Term.CURFEW)
TERM_STARTS, TERM_ENDS = int(Event.TERM_STARTS), int(Event.TERM_ENDS)


@inner
def is_on(world, t):
    """Whether span t of the calendar is on now."""
    return world.terms[t]["from_s"] <= world.clock[0]["now_s"] < world.terms[t]["until_s"]


@handler
def classes_in_term(world):
    """Teachers the terms that are on ask for; 0 in the holidays."""
    classes = 0
    for t in range(len(world.terms)):
        if world.terms[t]["kind"] == ACADEMY and is_on(world, t):
            classes += world.terms[t]["classes"]
    return classes


@inner
def classes_today(world):
    """Teachers needed today."""
    return classes_in_term(world) if weekday(world) < SCHOOL_DAYS else 0


@handler
def is_curfew(world):
    """Whether nobody may leave on missions now."""
    for t in range(len(world.terms)):
        if world.terms[t]["kind"] == CURFEW and is_on(world, t):
            return True
    return False


@handler
def note_terms(world):
    """Write down the terms that have started or ended since yesterday's morning."""
    now_s = world.clock[0]["now_s"]
    for t in range(len(world.terms)):
        term = world.terms[t]
        if term["kind"] == ACADEMY:
            if now_s - DAY_S < term["from_s"] <= now_s:
                note_plain(world, TERM_STARTS, -1, t, 0, 1.0 * term["classes"])
            if now_s - DAY_S < term["until_s"] <= now_s:
                note_plain(world, TERM_ENDS, -1, t, 0, 0.0)
