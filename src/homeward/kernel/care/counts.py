"""What is counted: patients inside, who left and how, the census, and the moment at which statistics begin."""

from homeward.codes import Event, Fault
from homeward.kernel.calendar import schedule
from homeward.kernel.care.notes import note_plain
from homeward.kernel.jit import handler, inner

CENSUS_TAKEN, WARM_UP_OVER = int(Event.CENSUS_TAKEN), int(Event.WARM_UP_OVER)
RUN_END, RUN_WARM_UP, RUN_CENSUS = 0, 1, 2
"""Entities of the run, from `clock["first_run"]`; the fourth is the year's."""


@inner
def add_inside(clock):
    """Bring the integral of the number inside up to now."""
    clock["inside_s"] += clock["inside"] * (clock["now_s"] - clock["inside_since_s"])
    clock["inside_since_s"] = clock["now_s"]


@inner
def count_in(world, patient):
    """One more is inside."""
    clock = world.clock[0]
    add_inside(clock)
    clock["inside"] += 1
    clock["most_inside"] = max(clock["most_inside"], clock["inside"])
    world.cases[patient["condition"]]["came"] += 1


@inner
def count_out(world, patient, way_out):
    """One fewer is inside; way_out: -Exit."""
    clock = world.clock[0]
    add_inside(clock)
    clock["inside"] -= 1
    clock["stay_s"] += clock["now_s"] - max(patient["arrived_s"], clock["counts_from_s"])
    case = world.cases[patient["condition"]]
    case["left"] += 1
    case["stay_s"] += clock["now_s"] - patient["arrived_s"]
    case["waited_s"] += patient["waited_s"]
    case["exit"][way_out] += 1


@handler
def write_visit(world, patient, way_out):
    """Keep a row of this patient, who leaves."""
    clock = world.clock[0]
    if clock["visits"] == len(world.visits):
        clock["fault"] = Fault.VISITS_FULL
        return
    row = world.visits[clock["visits"]]
    clock["visits"] += 1
    row["condition"], row["category"], row["exit"] = patient["condition"], patient["category"], -way_out
    row["member"], row["facility"] = patient["member"], patient["facility"]
    row["station"] = patient["station"] if patient["station"] >= 0 else -1
    row["arrived_s"], row["left_s"], row["waited_s"] = patient["arrived_s"], clock["now_s"], patient["waited_s"]


@inner
def clear_station(row):
    """Nothing has been counted at this station."""
    row["came"] = row["started"] = row["done"] = row["waited_s"] = row["longest_s"] = row["planned_s"] = 0
    row["waited2_s2"] = 0.0
    row["turned_away"] = row["died_waiting"] = row["left_unseen"] = row["preempted"] = row["blocked"] = 0


@inner
def clear_case(row):
    """Nobody of this condition has been counted."""
    row["came"] = row["left"] = row["stay_s"] = row["waited_s"] = 0
    for way_out in range(8):
        row["exit"][way_out] = 0


@inner
def clear_means(world, now_s):
    """Nothing has been counted of beds, staff, equipment, stocks, links and vehicles; what is taken is so from now."""
    for a in range(len(world.areas)):
        area = world.areas[a]
        area["bed_s"], area["most"] = -area["taken"] * now_s, area["taken"]
    for i in range(len(world.staff)):
        member = world.staff[i]
        member["busy_s"] = member["on_s"] = member["overrun_s"] = 0
    for e in range(len(world.equipment)):
        thing = world.equipment[e]
        thing["used_s"] = -(thing["count"] - thing["free"]) * now_s
    for k in range(len(world.stocks)):
        world.stocks[k]["used"] = world.stocks[k]["added"] = world.stocks[k]["short"] = 0
    for k in range(len(world.links)):
        link = world.links[k]
        link["driven"] = link["waited_s"] = link["longest_s"] = link["moved"] = link["died"] = 0
    for v in range(len(world.vehicles)):
        world.vehicles[v]["busy_s"] = 0


@handler
def clear_counts(world):
    """Statistics begin now: all sums are zero, and those inside stay where they are."""
    clock = world.clock[0]
    clear_means(world, clock["now_s"])
    for s in range(len(world.station_counts)):
        clear_station(world.station_counts[s])
    for c in range(len(world.cases)):
        clear_case(world.cases[c])
    clock["counts_from_s"] = clock["inside_since_s"] = clock["now_s"]
    clock["most_inside"] = clock["inside"]
    clock["inside_s"] = clock["stay_s"] = clock["visits"] = 0


@handler
def end_warm_up(world):
    """The warm-up is over."""
    clear_counts(world)
    note_plain(world, WARM_UP_OVER, -1, -1, 0, 0.0)


@handler
def waiting_in(world, area):
    """How many wait for the stations of an area; -1: for any station or link."""
    waiting = 0
    for s in range(len(world.stations)):
        if area < 0 or world.stations[s]["area"] == area:
            waiting += world.stations[s]["waiting"]
    if area < 0:
        for k in range(len(world.links)):
            waiting += world.links[k]["waiting"]
    return waiting


@inner
def write_census(world, area, taken):
    """One row of the census; a table that is full was asked for no longer."""
    clock = world.clock[0]
    if clock["census"] < len(world.census):
        row = world.census[clock["census"]]
        clock["census"] += 1
        row["at_s"], row["area"], row["taken"] = clock["now_s"], area, taken
        row["waiting"] = waiting_in(world, area)


@handler
def take_census(world):
    """Write down how many are in each area, and how many inside; the next census is expected."""
    clock = world.clock[0]
    for area in range(len(world.areas)):
        write_census(world, area, world.areas[area]["taken"])
    write_census(world, -1, clock["inside"])
    every_s = world.care[0]["sample_every_s"]
    schedule(world, clock["now_s"] + every_s, CENSUS_TAKEN, clock["first_run"] + RUN_CENSUS)
