"""Whose duty status must be looked at before anything else happens: a list, in the order of asking.

Whatever changes somebody's lot asks here; the loop reviews him as soon as the event is over. So the rule of status
stands in one place of the machine code, and nobody is reviewed in the middle of something.
"""

from homeward.kernel.jit import handler, inner
from homeward.kernel.year.duty_tables import NOT_ASKED


@handler
def ask_review(world, i):
    """Member i's status must be looked at."""
    member, tally = world.members[i], world.tally[0]
    if member["review_next"] != NOT_ASKED:
        return
    member["review_next"] = -1
    if tally["review_last"] < 0:
        tally["review_first"] = i
    else:
        world.members[tally["review_last"]]["review_next"] = i
    tally["review_last"] = i


@inner
def next_review(world):
    """Take the first who waits for a review off the list and return him, -1 when there is none."""
    tally = world.tally[0]
    i = tally["review_first"]
    if i >= 0:
        tally["review_first"] = world.members[i]["review_next"]
        if tally["review_first"] < 0:
            tally["review_last"] = -1
        world.members[i]["review_next"] = NOT_ASKED
    return i
