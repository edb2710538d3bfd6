"""Many lives of one scenario: begin each from the lowered tables, live it, write down what became of whom."""

from functools import cache

import numpy as np
from numba import typeof, types

from homeward.codes import Event, Status
from homeward.kernel import compiled
from homeward.kernel.calendar import clear, schedule
from homeward.kernel.draws import entity_key, replicate_key
from homeward.kernel.fate import update_awareness
from homeward.kernel.handle import WORLD, handle, world_behind
from homeward.kernel.jit import JIT, entry, inner, process
from homeward.kernel.loop import close, live, party_event
from homeward.kernel.observe import conclude
from homeward.kernel.parties import entity
from homeward.kernel.processes.carrying import stint_ends
from homeward.kernel.processes.reserve import bring_reserve, fit_again_s
from homeward.kernel.processes.wounding import wound
from homeward.kernel.stint import begin_stint
from homeward.kernel.tables import FATE, OUTCOME, PARTIES, TEAM


@process
def begin(template, world, replicate):
    """Set the world to the start of this replicate: tables as lowered, keys, fitness, the first event."""
    for order in range(len(world.orders)):
        world.orders[order] = template.orders[order]
    for i in range(len(world.people)):
        world.people[i] = template.people[i]
    for m in range(PARTIES):
        world.parties[m] = template.parties[m]
    for w in range(template.clock[0]["wounds0"]):
        world.wounds[w] = template.wounds[w]
    world.clock[0] = template.clock[0]
    clock = world.clock[0]
    clock["replicate"] = replicate
    clock["replicate_key"] = replicate_key(clock["seed"], replicate)
    clock["wounds"] = clock["wounds0"]
    clear(world)
    for m in range(PARTIES):
        world.parties[m]["key"] = entity_key(world, world.parties[m]["name"])
    for i in range(len(world.people)):
        world.people[i]["key"] = entity_key(world, world.people[i]["name"])
        if world.people[i]["status"] == Status.WITH_TEAM:
            bring_reserve(world, i)
            clock["undecided"] += world.people[i]["team0"]
    schedule(world, 0, Event.START, entity(world, TEAM))


@inner
def write_fate(world, i, fate):
    """Write what became of person i."""
    person = world.people[i]
    fate["alive_on_arrival"] = max(0, person["alive_on_arrival"])
    fate["alive_30"] = max(0, person["alive_30"])
    fate["team0"] = person["team0"]
    fate["deserted"] = 1 if person["status"] == Status.DESERTED else 0
    fate["cause"], fate["triage"] = person["cause"], person["triage"]
    fate["limb_lost"] = person["limb_lost"]
    fate["collapsed"] = 1 if person["collapsed_s"] >= 0 else 0
    fate["wounded"] = 1 if person["first_wound"] >= 0 else 0
    fate["iss"], fate["niss"] = person["iss"], person["niss"]
    fate["arrived_s"], fate["care_s"], fate["dead_s"] = person["arrived_s"], person["care_s"], person["dead_s"]
    fate["fit_s"] = fit_again_s(world, i)
    fate["dead_at_m"], fate["arrival_blood"] = person["dead_at_m"], person["arrival_blood"]
    fate["reserve_left"], fate["reserve_spent"] = person["reserve"], person["reserve_spent"]
    fate["spent_kj"] = person["spent_j"] / 1000.0


@process
def write_outcome(world, outcome):
    """Write how the life as a whole went, and whether it agrees with what was seen."""
    clock = world.clock[0]
    every = (1 << len(world.observed)) - 1
    outcome["fault"] = clock["fault"]
    outcome["agrees"] = 1 if clock["seen"] == every and clock["broken"] == 0 else 0
    outcome["seen"], outcome["events"] = clock["seen"] & ~clock["broken"], clock["events"]
    outcome["caught"], outcome["rests"] = clock["caught"], world.parties[TEAM]["rests"]
    outcome["end_s"] = clock["now_s"]


@inner
def live_each(template, world, replicates, outcomes, fates):
    """Live each replicate of `replicates` in turn. Returns how many events that took."""
    events = np.int64(0)
    for k in range(len(replicates)):
        begin(template, world, replicates[k])
        events += live(world)
        if world.clock[0]["stop_when_broken"] == 0 or world.clock[0]["broken"] == 0:
            close(world)
            conclude(world)
        write_outcome(world, outcomes[k])
        for i in range(len(world.people)):
            write_fate(world, i, fates[k, i])
    return events


@entry
def live_each_behind(template, world, replicates, outcomes, fates):
    """`live_each` for worlds behind handles."""
    return live_each(world_behind(template), world_behind(world), replicates, outcomes, fates)


@cache
def signature_of_entry():
    """Argument types with which Python calls the kernel; reckoning them takes longer than a life."""
    rows = typeof(np.zeros((1, 2), np.int64))
    lives = typeof(np.zeros(1, np.int64)), typeof(np.zeros(1, OUTCOME)), typeof(np.zeros((1, 1), FATE))
    return rows, rows, *lives


def is_compiled():
    """Whether machine code for this kernel is at hand, in this process or in the cache."""
    return compiled.is_compiled(live_each_behind, signature_of_entry())


def compile_kernel(progress=None):
    """Compile the kernel from the bottom up. progress(done, of, name) is called before each stage."""
    number, lives = types.int64, signature_of_entry()[2:]
    stages = (
        (update_awareness, (WORLD, number)),
        (wound, (WORLD, number)),
        (begin_stint, (WORLD,)),
        (stint_ends, (WORLD,)),
        (party_event, (WORLD, number, number)),
        (live, (WORLD,)),
        (live_each, (WORLD, WORLD, *lives)),
        (live_each_behind, signature_of_entry()),
    )
    compiled.compile_stages(stages, progress)


def relive(template, world, replicates, outcomes, fates):
    """Live each replicate of `replicates` and write its outcome and fates. Returns how many events that took.

    template: the lowered World. world: a copy whose mutable tables are scratch; the last life stays in it.
    replicates: (n,) int64. outcomes: (n,) OUTCOME. fates: (n, people) FATE. A fault is written to its outcome; the
    others go on.
    """
    if not JIT:
        return live_each(template, world, replicates, outcomes, fates)
    if not is_compiled():
        compile_kernel()
    return live_each_behind(handle(template), handle(world), replicates, outcomes, fates)
