"""Many replicates of one network: begin each from the lowered tables, live it, copy out what was counted."""

from functools import cache

import numpy as np
from numba import typeof, types

from homeward.kernel import compiled
from homeward.kernel.calendar import cancel, clear, schedule
from homeward.kernel.care.arrivals import arrive
from homeward.kernel.care.ends import task_done
from homeward.kernel.care.loop import live_network
from homeward.kernel.care.runs import begin_network, end_network
from homeward.kernel.care.serve import serve
from homeward.kernel.care.tables import AREA, CASE, EQUIPMENT, LINK, STAFF, STATION_COUNT, STOCK, TOTALS, VEHICLE
from homeward.kernel.care.tasks import begin
from homeward.kernel.care.worse import body_changes
from homeward.kernel.draws import draw, replicate_key
from homeward.kernel.jit import JIT, entry, handler, inner
from homeward.kernel.organisation import KIND, ORGANISATION

COUNTED = {
    "station_counts": STATION_COUNT,
    "areas": AREA,
    "staff": STAFF,
    "equipment": EQUIPMENT,
    "stocks": STOCK,
    "links": LINK,
    "vehicles": VEHICLE,
    "cases": CASE,
}
"""What is copied out of each replicate beside TOTALS, in this order."""

world_behind = KIND.behind


@inner
def begin_replicate(template, world, replicate):
    """Set the world to second 0 of this replicate."""
    world.clock[0] = template.clock[0]
    clock = world.clock[0]
    clock["replicate"] = replicate
    clock["replicate_key"] = replicate_key(clock["seed"], replicate)
    clear(world)
    begin_network(world)


@inner
def write_totals(world, totals):
    """Write what the replicate comes to."""
    clock = world.clock[0]
    totals["fault"], totals["events"], totals["came"] = clock["fault"], clock["events"], 0
    for way_out in range(8):
        totals["exit"][way_out] = 0
    for c in range(len(world.cases)):
        totals["came"] += world.cases[c]["came"]
        for way_out in range(8):
            totals["exit"][way_out] += world.cases[c]["exit"][way_out]
    totals["inside_s"], totals["stay_s"] = clock["inside_s"], clock["stay_s"]
    totals["inside"], totals["most_inside"] = clock["inside"], clock["most_inside"]
    totals["counts_from_s"], totals["end_s"] = clock["counts_from_s"], clock["now_s"]
    totals["visits"], totals["census"] = clock["visits"], clock["census"]


@handler
def copy_out(world, k, stations, areas, staff, equipment, stocks, links, vehicles, cases):
    """Copy what was counted in replicate k of this call."""
    for i in range(len(world.station_counts)):
        stations[k, i] = world.station_counts[i]
    for i in range(len(world.areas)):
        areas[k, i] = world.areas[i]
    for i in range(len(world.staff)):
        staff[k, i] = world.staff[i]
    for i in range(len(world.equipment)):
        equipment[k, i] = world.equipment[i]
    for i in range(len(world.stocks)):
        stocks[k, i] = world.stocks[i]
    for i in range(len(world.links)):
        links[k, i] = world.links[i]
    for i in range(len(world.vehicles)):
        vehicles[k, i] = world.vehicles[i]
    for i in range(len(world.cases)):
        cases[k, i] = world.cases[i]


@inner
def live_each(template, world, replicates, totals, stations, areas, staff, equipment, stocks, links, vehicles, cases):
    """Live each replicate of `replicates` in turn. Returns how many events that took."""
    events = np.int64(0)
    for k in range(len(replicates)):
        begin_replicate(template, world, replicates[k])
        events += live_network(world)
        end_network(world)
        write_totals(world, totals[k])
        copy_out(world, k, stations, areas, staff, equipment, stocks, links, vehicles, cases)
    return events


@entry
def live_each_behind(
    template, world, replicates, totals, stations, areas, staff, equipment, stocks, links, vehicles, cases
):
    """`live_each` for worlds behind handles."""
    return live_each(
        *(world_behind(template), world_behind(world), replicates, totals),
        *(stations, areas, staff, equipment, stocks, links, vehicles, cases),
    )


@cache
def signature_of_entry():
    """Argument types with which Python calls the kernel."""
    rows = typeof(np.zeros((1, 2), np.int64))
    counted = (typeof(np.zeros((1, 1), dtype)) for dtype in COUNTED.values())
    return rows, rows, typeof(np.zeros(1, np.int64)), typeof(np.zeros(1, TOTALS)), *counted


def is_compiled():
    """Whether machine code for the network is at hand, in this process or in the cache."""
    return compiled.is_compiled(live_each_behind, signature_of_entry())


def stages():
    """What is compiled before what, as (function, argument types): from the bottom up."""
    number = types.int64
    return (
        # First of all what is shared: compiled at the call of an `inner` it would be copied into each caller.
        (schedule, (ORGANISATION, number, number, number)),
        (cancel, (ORGANISATION, number)),
        (draw, (ORGANISATION, number, types.uint64, number, number)),
        (begin, (ORGANISATION, number, number, number)),
        (serve, (ORGANISATION, number)),
        (task_done, (ORGANISATION, number)),
        (body_changes, (ORGANISATION, number)),
        (arrive, (ORGANISATION, number)),
        (live_network, (ORGANISATION,)),
        (begin_network, (ORGANISATION,)),
        (live_each_behind, signature_of_entry()),
    )


def compile_kernel(progress=None):
    """Compile the kernel from the bottom up. progress(done, of, name) is called before each stage."""
    compiled.compile_stages(stages(), progress)


def room_for(world, replicates):
    """Return arrays for what so many replicates come to: (n,) TOTALS, and for each of COUNTED (n, rows)."""
    counted = (np.zeros((replicates, len(getattr(world, noun))), dtype) for noun, dtype in COUNTED.items())
    return np.zeros(replicates, TOTALS), *counted


def live_networks(template, world, replicates, room):
    """Live each replicate and write what it comes to. Returns how many events that took.

    template: the lowered organisation. world: a copy whose mutable tables are scratch; the last replicate stays in it
    (ledger, visits, census). replicates: (n,) int64. room: see `room_for`. A fault is written to its totals; the
    others go on.
    """
    if not JIT:
        return live_each(template, world, replicates, *room)
    if not is_compiled():
        compile_kernel()
    return live_each_behind(KIND.handle(template), KIND.handle(world), replicates, *room)
