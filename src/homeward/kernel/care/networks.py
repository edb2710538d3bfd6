"""Many replicates of one network: begin each from the lowered tables, live it, copy out what was counted."""

from functools import cache

import numpy as np
from numba import typeof, types

from homeward.codes import Event
from homeward.kernel import compiled
from homeward.kernel.calendar import cancel, clear, schedule
from homeward.kernel.care.arrivals import arrive, begin_stream
from homeward.kernel.care.beds import bed_time_s
from homeward.kernel.care.bits import lowest
from homeward.kernel.care.counts import RUN_CENSUS, RUN_END, RUN_WARM_UP, add_inside, clear_counts
from homeward.kernel.care.ends import body_changes, task_done
from homeward.kernel.care.loop import live_network
from homeward.kernel.care.patients import begin_case
from homeward.kernel.care.serve import serve
from homeward.kernel.care.staff import begin_staff
from homeward.kernel.care.stations import begin_station
from homeward.kernel.care.tables import AREA, CASE, EQUIPMENT, LINK, STAFF, STATION_COUNT, STOCK, TOTALS, VEHICLE
from homeward.kernel.care.tasks import begin
from homeward.kernel.care.transport import begin_transport
from homeward.kernel.draws import draw, entity_key, replicate_key
from homeward.kernel.jit import JIT, entry, handler, inner
from homeward.kernel.organisation import KIND, ORGANISATION

WARM_UP_OVER, CENSUS_TAKEN, CLOSED = int(Event.WARM_UP_OVER), int(Event.CENSUS_TAKEN), int(Event.CLOSED)
RESTOCKED = int(Event.RESTOCKED)
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


@handler
def begin_means(world):
    """Beds are empty, nobody is at work, stores are full, vehicles at home."""
    for f in range(len(world.facilities)):
        facility = world.facilities[f]
        facility["free"] = facility["on"] = facility["away"] = facility["late"] = 0
        facility["waiting"] = facility["inside"] = 0
    for a in range(len(world.areas)):
        area = world.areas[a]
        area["taken"] = 0
        area["limit"] = max(0, area["beds"] - area["closed"]) if area["beds"] >= 0 else 1 << 40
    for e in range(len(world.equipment)):
        world.equipment[e]["free"] = world.equipment[e]["count"]
    for k in range(len(world.links)):
        world.links[k]["key"] = entity_key(world, world.links[k]["name"])
    begin_transport(world)


@handler
def begin_run(world):
    """The run's own dates, and the first delivery of every stock."""
    care, first = world.care[0], world.clock[0]["first_run"]
    schedule(world, care["length_s"], CLOSED, first + RUN_END)
    if care["warm_up_s"] > 0:
        schedule(world, care["warm_up_s"], WARM_UP_OVER, first + RUN_WARM_UP)
    if care["sample_every_s"] > 0:
        schedule(world, 0, CENSUS_TAKEN, first + RUN_CENSUS)
    for k in range(len(world.stocks)):
        stock = world.stocks[k]
        stock["units"] = stock["units0"]
        if stock["every_s"] > 0:
            schedule(world, stock["every_s"], RESTOCKED, world.clock[0]["first_stocks"] + k)


@handler
def begin_network(world):
    """Second 0 of a network whose clock has been set and whose calendar is empty: nobody is inside, everything that
    the network does by itself is expected.
    """
    clock = world.clock[0]
    clock["free_patient"] = clock["left_first"] = -1
    clock["patients"] = clock["inside"] = clock["numbers"] = clock["census"] = clock["closed"] = 0
    begin_means(world)
    clear_counts(world)
    for s in range(len(world.stations)):
        begin_station(world, s)
    for c in range(len(world.cases)):
        begin_case(world, c)
    for i in range(len(world.staff)):
        begin_staff(world, i)
    for i in range(len(world.streams)):
        begin_stream(world, i)
    begin_run(world)


@handler
def end_network(world):
    """The run is over: what is still going on counts up to now."""
    clock = world.clock[0]
    now_s, from_s = clock["now_s"], clock["counts_from_s"]
    add_inside(clock)
    for a in range(len(world.areas)):
        world.areas[a]["bed_s"] = bed_time_s(world.areas[a], now_s)
    for e in range(len(world.equipment)):
        thing = world.equipment[e]
        thing["used_s"] += (thing["count"] - thing["free"]) * now_s
    for i in range(len(world.staff)):
        member = world.staff[i]
        if member["on"] == 1:
            member["on_s"] += now_s - max(member["on_since_s"], from_s)
    for v in range(len(world.vehicles)):
        vehicle = world.vehicles[v]
        if vehicle["link"] >= 0:
            vehicle["busy_s"] += now_s - max(vehicle["since_s"], from_s)
    end_stays(world)


@handler
def end_stays(world):
    """Add the stays of those still inside, and the work of those who are with them."""
    clock = world.clock[0]
    now_s, from_s = clock["now_s"], clock["counts_from_s"]
    for p in range(clock["patients"]):
        patient = world.patients[p]
        if patient["stage"] != 0:
            clock["stay_s"] += now_s - max(patient["arrived_s"], from_s)
            team, staff0 = patient["team"], world.facilities[patient["facility"]]["staff0"]
            while team != 0:
                world.staff[staff0 + lowest(team)]["busy_s"] += now_s - max(patient["since_s"], from_s)
                team &= team - 1


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
