"""Hazard: the ground is searched, or stepped on. A trap with its warning time, and the search that may find it
first.
"""

import math

from homeward.codes import Draw, Event, Formation
from homeward.kernel.calendar import schedule
from homeward.kernel.draws import draw, uniform
from homeward.kernel.jit import inner, process
from homeward.kernel.ledger import record
from homeward.kernel.parties import entity
from homeward.kernel.tables import HAZARD, TEAM
from homeward.kernel.way import to_go


@inner
def coverage(width_m, speed_mps, time_s, searchers, area_m2):
    """Coverage C = W v t n / A (Koopman 1946)."""
    return width_m * speed_mps * time_s * searchers / area_m2


@inner
def probability_of_detection(formation, swept):
    """POD at a coverage: random search 1 - exp(-C) for men alone, inverse cube erf(sqrt(pi) C / 2) for pairs, sweep
    min(1, C) in line.
    """
    if formation == Formation.NONE:
        return 0.0
    if formation == Formation.LINE:
        return min(1.0, swept)
    if formation == Formation.PAIRS:
        return math.erf(0.5 * math.sqrt(math.pi) * swept)
    return 1.0 - math.exp(-swept)


@inner
def trap_is_found(world):
    """Whether the search that was ordered finds the trap."""
    incident = world.incident[0]
    if incident["formation"] == Formation.NONE:
        return False
    swept = coverage(
        incident["search_width_m"],
        incident["search_speed_mps"],
        incident["search_time_s"],
        float(incident["searchers"]),
        incident["search_area_m2"],
    )
    chance = probability_of_detection(incident["formation"], swept)
    return uniform(world, world.parties[HAZARD]["key"], Draw.SEARCH_FIND, 0) < chance


@inner
def gets_clear(world):
    """Whether the man on the trap reacts and moves within its warning time."""
    incident = world.incident[0]
    key = world.people[incident["trap_victim"]]["key"]
    reaction_s = draw(world, incident["trap_reaction_dist"], key, Draw.TRAP_REACTION, 0)
    return reaction_s + incident["trap_dodge_s"] <= incident["trap_warning_s"]


@process
def spring_trap(world):
    """The team comes to the trap. Returns whether it went off under somebody: its wounds are then the loop's to
    open.
    """
    incident = world.incident[0]
    victim = incident["trap_victim"]
    if trap_is_found(world):
        # Its noise is what would have called the attackers out: a trap found is a fight not begun.
        record(world, Event.TRAP_FOUND, victim, -1, to_go(world, TEAM), 0.0)
        schedule(world, world.clock[0]["now_s"], Event.TAKE_STOCK, entity(world, TEAM))
        return False
    if incident["attackers"] > 0:
        begins_s = max(world.clock[0]["now_s"], int(incident["ambush_at_s"]))
        schedule(world, begins_s, Event.AMBUSH, entity(world, HAZARD))
    else:
        schedule(world, world.clock[0]["now_s"], Event.TAKE_STOCK, entity(world, TEAM))
    if gets_clear(world):
        record(world, Event.TRAP_DODGED, victim, -1, to_go(world, TEAM), 0.0)
        return False
    record(world, Event.TRAP, victim, -1, to_go(world, TEAM), 0.0)
    return True
