"""Fighting: a stochastic exchange between named fighters and attackers, one casualty at a time.

A continuous-time Markov form of Lanchester's laws after Deitchman (1962): the attackers aim; those surprised answer
at an area (their effect falls with the share of attackers still standing) until they have found who fires, and aim
from then on.
"""

from homeward.codes import Cause, Draw, Event, Mode, Status
from homeward.kernel.calendar import cancel, schedule
from homeward.kernel.draws import exponential, uniform
from homeward.kernel.fate import decide, die
from homeward.kernel.jit import inner, process
from homeward.kernel.ledger import record
from homeward.kernel.parties import entity
from homeward.kernel.people import able, alive, with_team
from homeward.kernel.tables import HAZARD, TEAM
from homeward.kernel.way import hold_position, to_go

SHELTERED = 0.3
"""Exposure of a man on the ground relative to one on his feet: his comrades stand between."""


@inner
def exposure(world, i):
    """Weight with which attackers hit person i."""
    if not (with_team(world, i) and alive(world, i)):
        return 0.0
    return world.people[i]["exposure"] * (1.0 if able(world, i) else SHELTERED)


@inner
def team_fire(world):
    """Attackers the team puts out of action per minute, now."""
    incident, enemy = world.incident[0], world.parties[HAZARD]
    fire = 0.0
    for i in range(len(world.people)):
        if able(world, i):
            fire += world.people[i]["fire_per_min"]
    if world.clock[0]["now_s"] < enemy["since_s"] + incident["surprise_s"]:
        fire *= incident["area_factor"] * enemy["left"] / max(1, enemy["rests"])
    return fire


@inner
def attackers_fire(world):
    """Hits the attackers score per minute, now."""
    return world.parties[HAZARD]["left"] * world.incident[0]["attacker_per_min"]


@process
def desert(world):
    """At first contact each may run who is not too brave, or too bound, to."""
    for i in range(len(world.people)):
        person = world.people[i]
        if person["desertion"] > 0.0 and able(world, i):
            if uniform(world, person["key"], Draw.DESERTION, world.clock[0]["caught"]) < person["desertion"]:
                person["status"] = Status.DESERTED
                decide(world, i, 1)
                record(world, Event.DESERTED, i, -1, to_go(world, TEAM), 0.0)


@process
def open_fight(world, attackers):
    """`attackers` men fall upon the team: everything else stops."""
    enemy, team = world.parties[HAZARD], world.parties[TEAM]
    enemy["left"], enemy["rests"], enemy["since_s"] = attackers, attackers, world.clock[0]["now_s"]
    hold_position(world, TEAM, 0.0)
    team["mode"] = Mode.FIGHTING
    cancel(world, entity(world, TEAM))
    record(world, Event.AMBUSH, -1 - HAZARD, -1, to_go(world, TEAM), 1.0 * attackers)
    desert(world)
    expect_exchange(world)


@process
def expect_exchange(world):
    """The next casualty on either side, or the end of the fight."""
    enemy, now_s = world.parties[HAZARD], world.clock[0]["now_s"]
    rate = team_fire(world) + attackers_fire(world)
    if enemy["left"] <= world.incident[0]["break_share"] * enemy["rests"] or rate <= 0.0:
        record(world, Event.FIGHT_OVER, -1 - HAZARD, -1, to_go(world, TEAM), 1.0 * enemy["left"])
        schedule(world, now_s, Event.TAKE_STOCK, entity(world, TEAM))
        return
    wait_s = exponential(world, enemy["key"], Draw.EXCHANGE_TIME, enemy["count"], 60.0 / rate)
    # Beyond a week nobody is still fighting; the cap keeps times within the calendar's range.
    schedule(world, now_s + 1 + int(min(wait_s, 604800.0)), Event.EXCHANGE, entity(world, HAZARD))


@inner
def whom_they_hit(world, nth):
    """The person the attackers hit, by exposure; -1 when nobody is left."""
    total = 0.0
    for i in range(len(world.people)):
        total += exposure(world, i)
    mark = total * uniform(world, world.parties[HAZARD]["key"], Draw.EXCHANGE_TARGET, nth)
    target = -1
    for i in range(len(world.people)):
        weight = exposure(world, i)
        if weight > 0.0 and mark >= 0.0:
            target = i
            mark -= weight
    return target


@process
def overrun(world):
    """Nobody is left who can fight: those still alive are in the enemy's hands."""
    for i in range(len(world.people)):
        if with_team(world, i) and alive(world, i):
            die(world, i, Cause.CAPTURED)
    world.parties[HAZARD]["left"] = 0


@process
def exchange(world):
    """One casualty. Returns the person hit who lives (his wound is the loop's to open), or -1."""
    enemy = world.parties[HAZARD]
    nth = enemy["count"]
    enemy["count"] = nth + 1
    ours, theirs = team_fire(world), attackers_fire(world)
    if ours <= 0.0:
        overrun(world)
        return -1
    if uniform(world, enemy["key"], Draw.EXCHANGE_SIDE, nth) * (ours + theirs) < ours:
        enemy["left"] -= 1
        record(world, Event.ATTACKER_DOWN, -1 - HAZARD, -1, to_go(world, TEAM), 1.0 * enemy["left"])
        return -1
    target = whom_they_hit(world, nth)
    if target >= 0:
        enemy["hits"] += 1
        if uniform(world, world.people[target]["key"], Draw.HIT_KILLED, enemy["hits"]) < world.setting[0]["hit_killed"]:
            die(world, target, Cause.KILLED)
            return -1
    return target
