"""The loop of the network: what a calendar entry means, until the run is over."""

from homeward.codes import Event, Fault
from homeward.kernel.calendar import entity_of, event_of, pop_next
from homeward.kernel.care.arrivals import arrive
from homeward.kernel.care.counts import end_warm_up, take_census
from homeward.kernel.care.ends import move_ends, task_done
from homeward.kernel.care.links import load
from homeward.kernel.care.notes import note_plain
from homeward.kernel.care.serve import serve
from homeward.kernel.care.staff import begin_shift, end_shift
from homeward.kernel.care.stock import restock
from homeward.kernel.care.streams import open_burst
from homeward.kernel.care.transport import vehicle_back
from homeward.kernel.care.worse import body_changes, lose_patience, reassess
from homeward.kernel.jit import handler, inner

TASK_DONE, BODY_CHANGES, MOVE_ENDS = int(Event.TASK_DONE), int(Event.BODY_CHANGES), int(Event.MOVE_ENDS)
REASSESSED, CAME, BURST = int(Event.REASSESSED), int(Event.CAME), int(Event.BURST)
SHIFT_STARTS, VEHICLE_OUT = int(Event.SHIFT_STARTS), int(Event.VEHICLE_OUT)
WARM_UP_OVER, CENSUS_TAKEN, CLOSED = int(Event.WARM_UP_OVER), int(Event.CENSUS_TAKEN), int(Event.CLOSED)


@inner
def patient_event(world, event, p):
    """What happens to patient p."""
    if event == TASK_DONE:
        task_done(world, p)
    elif event == BODY_CHANGES:
        body_changes(world, p)
    elif event == MOVE_ENDS:
        move_ends(world, p)
    elif event == REASSESSED:
        reassess(world, p)
    else:
        lose_patience(world, p)


@handler
def close(world):
    """Arrivals end; the run ends too, unless it goes on until nobody is left."""
    clock = world.clock[0]
    clock["closed"] = 1
    note_plain(world, CLOSED, -1, -1, 0, 1.0 * clock["inside"])


@handler
def means_event(world, event, entity):
    """What happens to staff, stocks and vehicles, and to the run itself."""
    clock = world.clock[0]
    if entity < clock["first_stocks"]:
        i = entity - clock["first_staff"]
        if event == SHIFT_STARTS:
            begin_shift(world, i)
            serve(world, world.staff[i]["facility"])
        else:
            end_shift(world, i)
    elif entity < clock["first_vehicles"]:
        restock(world, entity - clock["first_stocks"])
        serve(world, world.stocks[entity - clock["first_stocks"]]["facility"])
    elif entity < clock["first_run"]:
        if event == VEHICLE_OUT:
            load(world, entity - clock["first_vehicles"])
        else:
            vehicle_back(world, entity - clock["first_vehicles"])
    elif event == WARM_UP_OVER:
        end_warm_up(world)
    elif event == CENSUS_TAKEN:
        take_census(world)
    elif event == CLOSED:
        close(world)


@inner
def network_event(world, event, entity):
    """Dispatch a calendar entry of the network: an entity below the organisation's missions."""
    clock = world.clock[0]
    if entity < clock["first_streams"]:
        patient_event(world, event, entity)
    elif entity < clock["first_staff"]:
        if event == BURST:
            open_burst(world, entity - clock["first_streams"])
        else:
            arrive(world, entity - clock["first_streams"])
    else:
        means_event(world, event, entity)


@inner
def is_open(world):
    """Whether the run goes on: until its length is over, and after it while somebody is inside where it runs out."""
    clock = world.clock[0]
    if clock["fault"] != Fault.NONE:
        return False
    return clock["closed"] == 0 or (world.care[0]["runs_out"] == 1 and clock["inside"] > 0)


@handler
def live_network(world):
    """Live one replicate of a network that has been begun. Returns how many events it took."""
    clock = world.clock[0]
    while is_open(world):
        key = pop_next(world)
        if key < 0:
            break
        clock["events"] += 1
        if clock["events"] > clock["event_limit"]:
            clock["fault"] = Fault.TOO_MANY_EVENTS
        network_event(world, event_of(key), entity_of(key))
    return clock["events"]
