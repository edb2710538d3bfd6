"""Ties at work: visits that lighten the acute pool and keep support up, and the news of what befell the other."""

from homeward.codes import Event, Mind
from homeward.kernel.jit import inner, process
from homeward.kernel.policies.who_visits import visits
from homeward.kernel.year.folk_tables import DEATH_SHOCK, FREE, HURT_SHOCK
from homeward.kernel.year.mind import answer, felt, find_state, settle_mind, suffer
from homeward.kernel.year.notes import note
from homeward.kernel.year.waking import lost


@inner
def is_visited(world, i):
    """Whether member i is somebody people go to see: in hospital, convalescent, or not himself."""
    row = world.recoveries[i]
    if lost(world, i) or row["away_s"] >= 0 or world.members[i]["mission"] >= 0:
        return False
    return row["place"] != FREE or world.members[i]["patient"] >= 0 or world.minds[i]["state"] >= Mind.STRAINED


@process
def receive(world, i, tie):
    """One visit: member i is settled, lighter, less alone; whoever did not respond may answer."""
    settle_mind(world, i)
    mind, folk = world.minds[i], world.folk[0]
    mind["acute"] = max(0.0, mind["acute"] - folk["visit_relief"][tie["kind"]] * tie["strength"])
    mind["support"] += folk["visit_support"] * (1.0 - mind["support"])
    mind["visited"] += 1
    mind["visited_s"] = world.clock[0]["now_s"]
    note(world, Event.VISIT, i, tie["to"], felt(world, i))
    if mind["state"] == Mind.UNRESPONSIVE and felt(world, i) <= folk["answers"]:
        answer(world, i, tie["to"])
    else:
        find_state(world, i)


@process
def make_visits(world):
    """The day's visits to those looked at this morning."""
    i = world.folk_day[0]["first"]
    while i >= 0:
        mind, came = world.minds[i], 0
        if is_visited(world, i):
            for nth in range(mind["ties"]):
                if came < world.folk[0]["visits_most"] and visits(world, i, nth):
                    came += 1
                    receive(world, i, world.ties[mind["ties0"] + nth])
        i = world.recoveries[i]["next"]


@inner
def tie_to(world, j, other):
    """Row of the tie of member j to `other`, -1."""
    mind = world.minds[j]
    for t in range(mind["ties0"], mind["ties0"] + mind["ties"]):
        if world.ties[t]["to"] == other:
            return t
    return -1


@process
def news_reaches(world, whose, shock):
    """Everybody tied to member `whose` hears what befell him, in points by strength and kind of the tie."""
    mind = world.minds[whose]
    for t in range(mind["ties0"], mind["ties0"] + mind["ties"]):
        j = world.ties[t]["to"]
        back = tie_to(world, j, whose)
        if back < 0 or lost(world, j):
            continue
        size = world.folk[0]["grief"][world.ties[back]["kind"]] * world.ties[back]["strength"]
        if shock == DEATH_SHOCK:
            note(world, Event.GRIEF, j, whose, size)
        suffer(world, j, shock, size)


@process
def bereave(world, dead):
    """The ties of the dead are told, the same day."""
    news_reaches(world, dead, DEATH_SHOCK)


@process
def hear_of_wound(world, hurt):
    """The ties of somebody brought in are told."""
    news_reaches(world, hurt, HURT_SHOCK)
