"""A team for a mission: named people, skills, a leader, the rest; all together or nobody."""

from homeward.codes import Reason
from homeward.kernel.jit import handler, inner
from homeward.kernel.policies.who_goes import who_goes
from homeward.kernel.year.academy import posts_spare
from homeward.kernel.year.calendars import classes_in_term
from homeward.kernel.year.duty_tables import KINDS, TEAM
from homeward.kernel.year.pools import CONVALESCENT, FIT, POSTED, leave, rejoin

NONE, TOO_FEW, ORDERED = int(Reason.NONE), int(Reason.TOO_FEW), int(Reason.ORDERED)
NOBODY_OF_RANK, NOBODY_WITH_SKILL = int(Reason.NOBODY_OF_RANK), int(Reason.NOBODY_WITH_SKILL)
NEVER_TEACHERS, ALWAYS_TEACHERS = 0, 2


@inner
def of_kind(mission, kind):
    """How many of the team so far were of a kind."""
    many = 0
    for seat in range(mission["size"]):
        many += 1 if mission["line"][seat] % KINDS == kind else 0
    return many


@inner
def may_take(world, mission, kind, is_short):
    """Whether policy lets people of a kind go. is_short: without them the mission cannot go at all."""
    duty = world.duty[0]
    if kind == FIT:
        return True
    if kind == CONVALESCENT:
        return is_short or duty["avoids_convalescent"] == 0
    if kind == POSTED:
        return posts_spare(world) > of_kind(mission, POSTED)
    takes = duty["takes_teachers"]
    return is_short and takes != NEVER_TEACHERS and (takes == ALWAYS_TEACHERS or classes_in_term(world) == 0)


@handler
def choose(world, mission, least_rank, skill, is_short):
    """The best of the kinds that may be taken for a seat, the kinds in their order; -1: nobody."""
    for kind in range(KINDS):
        if may_take(world, mission, kind, is_short):
            found = who_goes(world, least_rank, kind, skill)
            if found >= 0:
                return found
    return -1


@inner
def take(world, mission, i):
    """Member i is in the team, and out of his line."""
    mission["member"][mission["size"]] = i
    mission["line"][mission["size"]] = world.members[i]["pool"]
    mission["size"] += 1
    leave(world, i)


@handler
def let_go(world, mission):
    """The team does not come together: everybody back to where he stood."""
    while mission["size"] > 0:
        mission["size"] -= 1
        seat = mission["size"]
        rejoin(world, mission["member"][seat], mission["line"][seat])
        mission["member"][seat] = -1


@inner
def has_skill(world, mission, skill):
    """Whether somebody in the team has this skill."""
    for seat in range(mission["size"]):
        if (world.members[mission["member"][seat]]["skills"] >> skill) & 1:
            return True
    return False


@inner
def has_leader(world, mission, rank):
    """Whether somebody in the team is of the leader's rank."""
    for seat in range(mission["size"]):
        if world.members[mission["member"][seat]]["rank"] >= rank:
            return True
    return False


@handler
def take_named(world, mission, kind):
    """Take those who must go. Returns Reason.NONE, or why they cannot."""
    for k in range(TEAM):
        i = kind["named"][k]
        if i >= 0:
            if world.members[i]["pool"] < 0:
                return ORDERED
            take(world, mission, i)
    return NONE


@handler
def take_skilled(world, mission, kind):
    """Take somebody for each skill asked for that the team still lacks."""
    duty = world.duty[0]
    wanted = kind["skills"]
    if duty["medic_in_every_team"] == 1 and duty["medic_skill"] >= 0:
        wanted |= 1 << duty["medic_skill"]
    skill = 0
    while wanted != 0:
        if wanted & 1 and not has_skill(world, mission, skill):
            i = choose(world, mission, kind["least_rank"], skill, True) if mission["size"] < TEAM else -1
            if i < 0:
                return NOBODY_WITH_SKILL
            take(world, mission, i)
        wanted >>= 1
        skill += 1
    return NONE


@handler
def fill_up(world, mission, kind):
    """Take the leader, then as many as are wanted: beyond the fewest only those who are to be taken first."""
    if not has_leader(world, mission, kind["leader_rank"]):
        i = choose(world, mission, kind["leader_rank"], -1, True) if mission["size"] < TEAM else -1
        if i < 0:
            return NOBODY_OF_RANK
        take(world, mission, i)
    while mission["size"] < kind["size"]:
        i = choose(world, mission, kind["least_rank"], -1, mission["size"] < kind["least"])
        if i < 0:
            break
        take(world, mission, i)
    return NONE if mission["size"] >= kind["least"] else TOO_FEW


@handler
def staff(world, m):
    """Bring a team together for mission m, which has nobody yet. Returns Reason.NONE, or why it cannot be done."""
    mission = world.missions[m]
    kind = world.mission_types[mission["type"]]
    mission["size"] = 0
    why = take_named(world, mission, kind)
    if why == NONE:
        why = take_skilled(world, mission, kind)
    if why == NONE:
        why = fill_up(world, mission, kind)
    if why != NONE:
        let_go(world, mission)
    return why
