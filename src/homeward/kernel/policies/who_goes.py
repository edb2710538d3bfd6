"""Who goes on a mission: the next seat of a team, from the lines of the available."""

from homeward.codes import Staffing
from homeward.kernel.jit import handler, inner
from homeward.kernel.year.duty_tables import RANKS_MOST
from homeward.kernel.year.pools import row_of, skilled_row

LOWEST_ABLE, LONGEST_RESTED = int(Staffing.LOWEST_ABLE), int(Staffing.LONGEST_RESTED)


@handler
def first_with(world, pool, skill):
    """The longest rested of a line who has this skill, -1: any; -1 when nobody."""
    i = world.pools[pool]["head"]
    while i >= 0 and skill >= 0 and (world.members[i]["skills"] >> skill) & 1 == 0:
        i = world.members[i]["next"]
    return i


@inner
def earlier(world, i, j):
    """Whichever of two (-1: nobody) has been available longer; the lower row when both have."""
    if i < 0:
        return j
    if j < 0:
        return i
    mine, theirs = world.members[i]["ready_s"], world.members[j]["ready_s"]
    return j if theirs < mine or (theirs == mine and j < i) else i


@handler
def of_rank(world, rank, kind, skill):
    """Whom this rank gives: without a skill asked for, those who have none, so that the skilled are kept in hand."""
    if skill >= 0:
        if world.skilled[skilled_row(kind, rank, skill)] == 0:
            return -1
        return first_with(world, row_of(rank, 1, kind), skill)
    plain = first_with(world, row_of(rank, 0, kind), -1)
    if world.duty[0]["staffing"] == LONGEST_RESTED:
        return earlier(world, plain, first_with(world, row_of(rank, 1, kind), -1))
    return plain if plain >= 0 else first_with(world, row_of(rank, 1, kind), -1)


@handler
def who_goes(world, least_rank, kind, skill):
    """The member for a seat, -1: nobody. least_rank: row of ranks; kind: see pools.py; skill: -1 when none is asked.

    Staffing says which rank is asked first: the highest, the lowest that is enough, or whoever has rested longest.
    """
    staffing, best = world.duty[0]["staffing"], -1
    for step in range(RANKS_MOST - least_rank):
        rank = least_rank + step if staffing == LOWEST_ABLE else RANKS_MOST - 1 - step
        found = of_rank(world, rank, kind, skill)
        if staffing == LONGEST_RESTED:
            best = earlier(world, best, found)
        elif found >= 0:
            return found
    return best
