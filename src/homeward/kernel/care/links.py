"""Links: waiting for a vehicle of a fleet, being fetched, or setting out on foot.

An idle vehicle goes to the link where more wait than those on their way there can take, the most urgent head first,
then who has waited longest. At the pick-up it loads by urgency and time, and may find nobody.
"""

from homeward.codes import Draw, Event
from homeward.kernel.calendar import schedule
from homeward.kernel.care.beds import leave_bed
from homeward.kernel.care.body import bleed_less, changes
from homeward.kernel.care.lines import LAST, append, first_in, order_of, take_out
from homeward.kernel.care.notes import note, note_plain
from homeward.kernel.care.patients import MOVING, WAITING_TRANSPORT, expect, set_out
from homeward.kernel.care.serve import serve
from homeward.kernel.care.times import NEVER_S, drawn_s
from homeward.kernel.care.waiting import look_again_s, look_before_waiting
from homeward.kernel.jit import handler, inner

VEHICLE_OUT, VEHICLE_BACK, TRANSPORT_ASKED = int(Event.VEHICLE_OUT), int(Event.VEHICLE_BACK), int(Event.TRANSPORT_ASKED)
TRIP_OUT, TRIP_BACK = int(Draw.TRIP_OUT), int(Draw.TRIP_BACK)


@inner
def leave_facility(world, p):
    """Patient p goes out of the door of the facility he is in, and leaves his bed. Returns whether a bed was freed."""
    world.facilities[world.patients[p]["facility"]]["inside"] -= 1
    return leave_bed(world, p)


@handler
def go_by(world, p, link, s):
    """Patient p, done here, takes this link to station s: he sets out on foot, or waits for a vehicle."""
    patient, row = world.patients[p], world.links[link]
    if row["fleet"] < 0:
        leave_facility(world, p)
        row["moved"] += 1
        if row["stops"] > 0.0 and changes(patient):
            bleed_less(world, p, row["stops"])
        set_out(world, p, s, drawn_s(world, row["back_dist"], patient["key"], TRIP_BACK, patient["visits"]))
        return
    look_before_waiting(world, p)
    patient["stage"], patient["station"], patient["goal"] = WAITING_TRANSPORT, -1 - link, s
    patient["since_s"], patient["ends_s"] = world.clock[0]["now_s"], NEVER_S
    append(world, row, p)
    note(world, TRANSPORT_ASKED, p, link, 0.0)
    if changes(patient):
        patient["look_s"] = look_again_s(patient, 0)
        expect(world, p)
    dispatch(world, row["fleet"])


@inner
def next_link(world, fleet):
    """The link to which the next idle vehicle of this fleet should go, -1."""
    best, best_order = -1, LAST
    link = fleet["first_link"]
    while link >= 0:
        row = world.links[link]
        if row["waiting"] > fleet["seats"] * row["coming"]:
            head = world.patients[first_in(row)]
            order = order_of(head)
            if order < best_order:
                best, best_order = link, order
        link = row["next_of_fleet"]
    return best


@handler
def dispatch(world, f):
    """Send idle vehicles of fleet f to those who wait."""
    fleet = world.fleets[f]
    while fleet["idle"] >= 0:
        link = next_link(world, fleet)
        if link < 0:
            return
        v = fleet["idle"]
        fleet["idle"] = world.vehicles[v]["next"]
        send(world, v, link)


@inner
def goes_empty_first(world, link):
    """Whether a vehicle drives out empty and comes back laden: it does unless its home is at the pick-up."""
    return world.fleets[link["fleet"]]["home"] != link["from_facility"]


@handler
def send(world, v, link):
    """Vehicle v begins its next trip on this link."""
    vehicle, row, clock = world.vehicles[v], world.links[link], world.clock[0]
    vehicle["link"], vehicle["trip"], vehicle["since_s"] = link, row["trips"], clock["now_s"]
    row["trips"] += 1
    row["driven"] += 1
    row["coming"] += 1
    if goes_empty_first(world, row):
        out_s = drawn_s(world, row["out_dist"], row["key"], TRIP_OUT, vehicle["trip"])
        schedule(world, clock["now_s"] + out_s, VEHICLE_OUT, clock["first_vehicles"] + v)
    else:
        load(world, v)


@inner
def board(world, p, v, seat):
    """Patient p, first in the line of the link, gets a seat on vehicle v. Returns whether he leaves a bed behind."""
    patient, vehicle = world.patients[p], world.vehicles[v]
    link = world.links[vehicle["link"]]
    waited_s = world.clock[0]["now_s"] - patient["since_s"]
    take_out(world, link, p)
    link["waited_s"] += waited_s
    link["longest_s"] = max(link["longest_s"], waited_s)
    link["moved"] += 1
    patient["waited_s"] += waited_s
    patient["stage"], patient["since_s"], patient["vehicle"] = MOVING, world.clock[0]["now_s"], v
    vehicle["aboard"][seat] = p
    if changes(patient):
        if link["stops"] > 0.0:
            bleed_less(world, p, link["stops"])
        expect(world, p)
    return leave_facility(world, p)


@handler
def load(world, v):
    """Vehicle v is at the pick-up: it takes as many as it has seats, and sets out for the destination."""
    vehicle, clock = world.vehicles[v], world.clock[0]
    link = world.links[vehicle["link"]]
    seats, freed = world.fleets[vehicle["fleet"]]["seats"], False
    link["coming"] -= 1
    taken = 0
    while taken < seats and link["waiting"] > 0:
        freed = board(world, first_in(link), v, taken) or freed
        taken += 1
    back_s = drawn_s(world, link["back_dist"], link["key"], TRIP_BACK, vehicle["trip"])
    schedule(world, clock["now_s"] + back_s, VEHICLE_BACK, clock["first_vehicles"] + v)
    note_plain(world, VEHICLE_OUT, -1, vehicle["link"], 0, 1.0 * taken)
    if freed:
        serve(world, link["from_facility"])
