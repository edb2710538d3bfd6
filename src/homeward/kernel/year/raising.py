"""How a decision comes about: a trigger, the rules that answer it, and the day on which it will be decided."""

from homeward.codes import Draw, Event, Fault
from homeward.kernel.calendar import schedule
from homeward.kernel.draws import draw, uniform
from homeward.kernel.jit import handler, inner

DECIDED, DECISION, LETTER_DELAY = int(Event.DECIDED), int(Draw.DECISION), int(Draw.LETTER_DELAY)
DECISIONS_FULL = int(Fault.DECISIONS_FULL)
RULES_MOST = 64
"""Rules that draws can tell apart for one wounding."""


@inner
def new_decision(world):
    """Return an unused row of decisions, -1 with a fault when there is none."""
    clock = world.clock[0]
    d = clock["free_decision"]
    if d >= 0:
        clock["free_decision"] = world.decisions[d]["next"]
        return d
    d = clock["decisions"]
    if d == len(world.decisions):
        clock["fault"] = DECISIONS_FULL
        return -1
    clock["decisions"] = d + 1
    return d


@inner
def answers(world, r, i, trigger):
    """Whether rule r is about this trigger and member i."""
    rule = world.rules[r]
    return (
        rule["trigger"] == trigger
        and (rule["member"] < 0 or rule["member"] == i)
        and (rule["serves"] < 0 or rule["serves"] == world.members[i]["serves"])
    )


@handler
def expect_decision(world, r, i, why):
    """Rule r will be applied to member i, in its own time, unless chance says that nobody thinks of it."""
    rule, key, now_s = world.rules[r], world.members[i]["key"], world.clock[0]["now_s"]
    nth = r + RULES_MOST * world.service[i]["wounded"]
    if uniform(world, key, DECISION, nth) >= rule["chance"]:
        return
    d = new_decision(world)
    if d < 0:
        return
    delay_s = 0.0 if rule["delay_dist"] < 0 else draw(world, rule["delay_dist"], key, LETTER_DELAY, nth)
    row = world.decisions[d]
    row["member"], row["rule"], row["next"], row["held_s"], row["why"] = i, r, -1, -1, why
    row["due_s"] = now_s + int(delay_s)
    schedule(world, row["due_s"], DECIDED, world.clock[0]["first_decisions"] + d)


@handler
def raise_decision(world, i, trigger, why):
    """Something has happened to member i that rules may answer: once for each condition he is in."""
    service = world.service[i]
    if (service["told"] >> trigger) & 1:
        return
    service["told"] |= 1 << trigger
    for r in range(len(world.rules)):
        if answers(world, r, i, trigger):
            expect_decision(world, r, i, why)
