"""The run of a network: second 0, and its last."""

from homeward.codes import Event
from homeward.kernel.calendar import schedule
from homeward.kernel.care.beds import bed_time_s
from homeward.kernel.care.bits import lowest
from homeward.kernel.care.cases import begin_case
from homeward.kernel.care.counts import RUN_CENSUS, RUN_END, RUN_WARM_UP, add_inside, clear_counts
from homeward.kernel.care.staff import begin_staff
from homeward.kernel.care.stations import begin_station
from homeward.kernel.care.streams import begin_stream
from homeward.kernel.care.transport import begin_transport
from homeward.kernel.draws import entity_key
from homeward.kernel.jit import handler

WARM_UP_OVER, CENSUS_TAKEN, CLOSED = int(Event.WARM_UP_OVER), int(Event.CENSUS_TAKEN), int(Event.CLOSED)
RESTOCKED = int(Event.RESTOCKED)


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
