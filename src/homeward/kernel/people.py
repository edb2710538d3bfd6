"""What can be asked of a person: is he with the team, can he walk, carry, help, and how long will he take."""

from homeward.codes import Awareness, Status
from homeward.kernel.draws import draw
from homeward.kernel.jit import inner


@inner
def alive(world, i):
    """Whether person i lives."""
    return world.people[i]["awareness"] != Awareness.DEAD


@inner
def with_team(world, i):
    """Whether person i, alive or dead, is with the team."""
    return world.people[i]["status"] == Status.WITH_TEAM


@inner
def able(world, i):
    """Whether person i is with the team, awake and on his feet."""
    person = world.people[i]
    return (
        person["status"] == Status.WITH_TEAM
        and person["awareness"] <= Awareness.LIGHTHEADED
        and person["collapsed_s"] < 0
        and person["impairment"] < 0.7
    )


@inner
def able_bits(world):
    """Bit per person: able. Asked once where many decisions of one moment need it."""
    bits = 0
    for i in range(len(world.people)):
        if able(world, i):
            bits |= 1 << i
    return bits


@inner
def after(world, i, dist, purpose):
    """A moment from now, by a draw of person i's."""
    return world.clock[0]["now_s"] + 1 + int(draw(world, dist, world.people[i]["key"], purpose, 0))
