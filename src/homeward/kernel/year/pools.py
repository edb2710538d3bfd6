"""Lines of the available: by rank, by whether they have any skill, and by kind; the longest rested stands first.

Taking somebody, from anywhere in his line, and putting him back where he stood are a few writes: no mission ever
looks through the members.
"""

from homeward.codes import Work
from homeward.kernel.jit import handler, inner
from homeward.kernel.year.duty_tables import KINDS, RANKS_MOST, SKILLS
from homeward.kernel.year.limits import CONVALESCING

FIT, CONVALESCENT, POSTED, TEACHER = range(KINDS)
"""Kinds: those whose work is missions; of them those not yet fully fit; those needed at a post; teachers."""

MISSIONS, ACADEMY, HOSPITAL = int(Work.MISSIONS), int(Work.ACADEMY), int(Work.HOSPITAL)
NOT_YET = -1


@inner
def row_of(rank, skilled, kind):
    """The row of pools of those of a rank, with any skill (1) or none (0), of a kind."""
    return (rank * 2 + skilled) * KINDS + kind


@inner
def pool_of(world, i):
    """The line in which member i stands while he is available; -1: the hospital's people go on no missions."""
    member = world.members[i]
    serves, kind = member["serves"], FIT
    if serves == HOSPITAL:
        return NOT_YET
    if serves == ACADEMY:
        kind = TEACHER
    elif serves != MISSIONS:
        kind = POSTED
    elif member["limits"] & CONVALESCING:
        kind = CONVALESCENT
    return row_of(member["rank"], 1 if member["skills"] != 0 else 0, kind)


@inner
def skilled_row(kind, rank, skill):
    """The place in `skilled` that says how many of a kind and rank with this skill stand in line."""
    return (kind * RANKS_MOST + rank) * SKILLS + skill


@inner
def count_skills(world, i, pool, by):
    """Count the skills of member i in or out of what stands in line."""
    member = world.members[i]
    skills, place = member["skills"], skilled_row(pool % KINDS, member["rank"], 0)
    while skills != 0:
        if skills & 1:
            world.skilled[place] += by
        skills >>= 1
        place += 1


@handler
def join(world, i):
    """Member i, available from now, stands last in his line."""
    member, pool = world.members[i], pool_of(world, i)
    member["pool"] = pool
    if pool < 0:
        return
    line = world.pools[pool]
    member["prev"], member["next"] = line["tail"], -1
    if line["tail"] < 0:
        line["head"] = i
    else:
        world.members[line["tail"]]["next"] = i
    line["tail"] = i
    line["people"] += 1
    member["ready_s"] = world.clock[0]["now_s"]
    count_skills(world, i, pool, 1)


@handler
def leave(world, i):
    """Member i leaves his line. `next` and `prev` stay as they were, for `rejoin`."""
    member = world.members[i]
    pool = member["pool"]
    if pool < 0:
        return
    line = world.pools[pool]
    if member["prev"] < 0:
        line["head"] = member["next"]
    else:
        world.members[member["prev"]]["next"] = member["next"]
    if member["next"] < 0:
        line["tail"] = member["prev"]
    else:
        world.members[member["next"]]["prev"] = member["prev"]
    line["people"] -= 1
    member["pool"] = NOT_YET
    count_skills(world, i, pool, -1)


@handler
def rejoin(world, i, pool):
    """Member i goes back to where he stood; right only in the reverse order of leaving, with nothing in between."""
    member, line = world.members[i], world.pools[pool]
    member["pool"] = pool
    if member["prev"] < 0:
        line["head"] = i
    else:
        world.members[member["prev"]]["next"] = i
    if member["next"] < 0:
        line["tail"] = i
    else:
        world.members[member["next"]]["prev"] = i
    line["people"] += 1
    count_skills(world, i, pool, 1)
