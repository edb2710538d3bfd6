"""Vehicles: setting down those aboard, and going home."""

from homeward.kernel.calendar import schedule
from homeward.kernel.care.doors import enter
from homeward.kernel.care.links import TRIP_OUT, VEHICLE_BACK, dispatch, goes_empty_first
from homeward.kernel.care.notes import note_plain
from homeward.kernel.care.tables import CATEGORIES, SEATS
from homeward.kernel.care.times import drawn_s
from homeward.kernel.jit import handler


@handler
def set_down(world, v):
    """Those aboard vehicle v arrive. Returns how many."""
    vehicle, arrived = world.vehicles[v], 0
    for seat in range(SEATS):
        p = vehicle["aboard"][seat]
        if p >= 0:
            vehicle["aboard"][seat] = -1
            world.patients[p]["vehicle"] = -1
            enter(world, p, world.patients[p]["goal"])
            arrived += 1
    return arrived


@handler
def be_idle(world, v):
    """Vehicle v is at home."""
    vehicle, clock = world.vehicles[v], world.clock[0]
    vehicle["busy_s"] += clock["now_s"] - max(vehicle["since_s"], clock["counts_from_s"])
    vehicle["link"] = -1
    fleet = world.fleets[vehicle["fleet"]]
    vehicle["next"] = fleet["idle"]
    fleet["idle"] = v
    dispatch(world, vehicle["fleet"])


@handler
def vehicle_back(world, v):
    """Vehicle v is where those aboard want to go, or, empty again, at its home."""
    vehicle, clock = world.vehicles[v], world.clock[0]
    row = vehicle["link"]
    link = world.links[row]
    if vehicle["trip"] < 0:
        be_idle(world, v)
        return
    arrived = set_down(world, v)
    note_plain(world, VEHICLE_BACK, -1, row, 0, 1.0 * arrived)
    if goes_empty_first(world, link):
        be_idle(world, v)
        return
    out_s = drawn_s(world, link["out_dist"], link["key"], TRIP_OUT, vehicle["trip"])
    vehicle["trip"] = -1
    schedule(world, clock["now_s"] + out_s, VEHICLE_BACK, clock["first_vehicles"] + v)


@handler
def get_off(world, p):
    """Patient p, aboard a vehicle, has died: his seat is empty."""
    vehicle = world.vehicles[world.patients[p]["vehicle"]]
    for seat in range(SEATS):
        if vehicle["aboard"][seat] == p:
            vehicle["aboard"][seat] = -1
    world.links[vehicle["link"]]["died"] += 1
    world.patients[p]["vehicle"] = -1


@handler
def begin_transport(world):
    """Nothing has moved: every vehicle is at home, nobody waits."""
    for f in range(len(world.fleets)):
        world.fleets[f]["idle"] = world.fleets[f]["first_link"] = -1
    for back in range(len(world.links)):
        k = len(world.links) - 1 - back
        link = world.links[k]
        link["waiting"] = link["coming"] = link["trips"] = 0
        link["next_of_fleet"] = -1
        for c in range(CATEGORIES):
            link["head"][c] = link["tail"][c] = -1
        if link["fleet"] >= 0:
            link["next_of_fleet"] = world.fleets[link["fleet"]]["first_link"]
            world.fleets[link["fleet"]]["first_link"] = k
    for back in range(len(world.vehicles)):
        v = len(world.vehicles) - 1 - back
        vehicle = world.vehicles[v]
        vehicle["link"] = -1
        vehicle["next"] = world.fleets[vehicle["fleet"]]["idle"]
        world.fleets[vehicle["fleet"]]["idle"] = v
        for seat in range(SEATS):
            vehicle["aboard"][seat] = -1
