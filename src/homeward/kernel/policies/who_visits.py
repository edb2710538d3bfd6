"""Who visits: those who are tied to him and are not elsewhere, by chance and strength of the tie.

At home the door opens to those whom he has trusted with it, to others when he is neither withdrawn nor mute.
"""

from homeward.codes import Draw, Mind
from homeward.kernel.jit import inner
from homeward.kernel.year.chance import left_after, luck
from homeward.kernel.year.folk_tables import HOME
from homeward.kernel.year.waking import DAY_S, is_here

PER_DAY = 1024
"""More visitors in one day than anybody has ties: names the draw of a tie on a day."""


@inner
def door_opens(world, i, tie):
    """Whether the visitor gets in."""
    if world.recoveries[i]["place"] != HOME or tie["trusted"] == 1:
        return True
    return world.minds[i]["state"] < Mind.WITHDRAWN


@inner
def visits(world, i, nth):
    """Whether the person of member i's nth tie comes to see him today."""
    tie, folk = world.ties[world.minds[i]["ties0"] + nth], world.folk[0]
    since_s = world.clock[0]["now_s"] - world.service[i]["wounded_s"]
    if tie["visits"] == 0 or since_s < tie["after_s"] or not is_here(world, tie["to"]) or not door_opens(world, i, tie):
        return False
    chance = 1.0 - left_after(folk["visit_per_s"][tie["kind"]] * tie["strength"] * DAY_S)
    u = luck(world, i, Draw.VISIT, world.clock[0]["today"] * PER_DAY + nth % PER_DAY)
    return u < chance
