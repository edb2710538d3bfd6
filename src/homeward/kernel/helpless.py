"""Who cannot go on his own feet, and who must be left because there are too few to carry."""

from homeward.codes import Event, Status
from homeward.kernel.fate import lay_down
from homeward.kernel.jit import inner
from homeward.kernel.ledger import record
from homeward.kernel.people import able, alive, with_team
from homeward.kernel.policies.who_carries import count_bits
from homeward.kernel.tables import TEAM
from homeward.kernel.way import to_go


@inner
def is_helpless(world, i):
    """Whether person i is with the team and cannot go on his own feet: alive, or the dead man the incident is about."""
    return with_team(world, i) and not able(world, i) and (alive(world, i) or i == world.incident[0]["focus"])


@inner
def find_casualty(world):
    """The person to carry: the one the incident is about before any other; -1 when all walk."""
    focus = world.incident[0]["focus"]
    if is_helpless(world, focus):
        return focus
    for i in range(len(world.people)):
        if is_helpless(world, i):
            return i
    return -1


@inner
def leave_those_nobody_can_carry(world, casualty, bearers):
    """With more helpless people than bearers (bits), those beyond must be left for the relief party to fetch."""
    spare = count_bits(bearers) - 1
    for i in range(len(world.people)):
        if i != casualty and is_helpless(world, i):
            spare -= 1
            if spare < 0:
                person = world.people[i]
                person["status"], person["left_m"] = Status.LEFT, world.parties[TEAM]["at_m"]
                record(world, Event.LEFT_BEHIND, i, -1, to_go(world, TEAM), 0.0)
                lay_down(world, i)
