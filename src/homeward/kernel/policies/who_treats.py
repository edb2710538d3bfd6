"""Who treats: the most skilled who is free, another before oneself, the lower index among equals."""

from homeward.codes import Awareness, Skill
from homeward.kernel.jit import inner
from homeward.kernel.people import able, with_team


@inner
def can_help(world, i, patient):
    """Whether person i could treat the patient now: on his feet, or treating himself while awake. (A carried helper
    still has hands.)
    """
    person = world.people[i]
    if person["helping"] >= 0 or person["skill"] == Skill.NONE:
        return False
    if i == patient:
        return with_team(world, i) and person["awareness"] <= Awareness.LIGHTHEADED and person["collapsed_s"] < 0
    return able(world, i)


@inner
def who_treats(world, order):
    """The person who carries out an order, or -1 when nobody free can."""
    row = world.orders[order]
    need = world.treatments[row["treatment"]]["skill"]
    best, best_skill = -1, -1
    for i in range(len(world.people)):
        if row["helper"] >= 0 and row["helper"] != i:
            continue
        if not can_help(world, i, row["patient"]):
            continue
        skill = 2 * world.people[i]["skill"] - (1 if i == row["patient"] else 0)
        if world.people[i]["skill"] >= need and skill > best_skill:
            best, best_skill = i, skill
    return best
