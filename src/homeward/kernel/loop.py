"""The loop: pop, dispatch, repeat. The one file that knows every process."""

from homeward.codes import Cause, Draw, Event, Fault, Mode, Status
from homeward.kernel.calendar import entity_of, event_of, next_at, pop_next, schedule
from homeward.kernel.draws import draw
from homeward.kernel.fate import body_changes, decide, die
from homeward.kernel.jit import inner, process
from homeward.kernel.parties import entity
from homeward.kernel.people import alive, with_team
from homeward.kernel.processes import (
    aircraft,
    arrival,
    carrying,
    departure,
    fighting,
    first_aid,
    gods_step,
    hazard,
    hospital,
    pursuit,
    relief,
    wounding,
)
from homeward.kernel.samples import sample_until
from homeward.kernel.stint import begin_stint
from homeward.kernel.tables import AIRCRAFT, HAZARD, RELIEF, TEAM, WATCH


@inner
def open_wounds(world, hazard_number):
    """Open every wound of the scenario that this hazard makes (0: the one that is there from the start)."""
    for w in range(world.clock[0]["wounds0"]):
        if world.wounds[w]["hazard"] == hazard_number:
            wounding.wound(world, w)
    for i in range(len(world.people)):
        wounding.feel_wounds(world, i)


@process
def start(world):
    """The incident begins: wounds, hunters, calls, and the hazard or the first decision."""
    incident = world.incident[0]
    open_wounds(world, 0)
    pursuit.begin_pursuit(world)
    if incident["relief_called_s"] >= 0.0:
        schedule(world, int(incident["relief_called_s"]), Event.RELIEF_CALLED, entity(world, RELIEF))
    if incident["lift"] == 1 and incident["lift_called_s"] >= 0.0:
        schedule(world, int(incident["lift_called_s"]), Event.LIFT_CALLED, entity(world, AIRCRAFT))
    if incident["overdue_dist"] >= 0:
        missed_s = draw(world, incident["overdue_dist"], world.parties[WATCH]["key"], Draw.OVERDUE, 0)
        schedule(world, 1 + int(missed_s), Event.OVERDUE, entity(world, WATCH))
    if incident["trap"] == 1:
        schedule(world, int(incident["trap_at_s"]), Event.TRAP, entity(world, HAZARD))
    elif incident["attackers"] > 0:
        schedule(world, int(incident["ambush_at_s"]), Event.AMBUSH, entity(world, HAZARD))
    else:
        schedule(world, 0, Event.TAKE_STOCK, entity(world, TEAM))


@process
def team_arrives(world, expected):
    """The team is at the end of the way; whoever was left behind, or fell, is now told of.

    expected: hands are there already.
    """
    team = world.parties[TEAM]
    team["mode"] = Mode.ARRIVED
    for i in range(len(world.people)):
        if with_team(world, i):
            person = world.people[i]
            if alive(world, i) or i == team["casualty"]:
                arrival.come_in(world, i, expected)
            else:
                # Nobody carried this dead man: he lies where he fell, and is fetched.
                person["status"] = Status.LEFT
                person["left_m"] = world.incident[0]["way_m"] - person["dead_at_m"]
    if relief.left_waiting(world) >= 0:
        relief.call_relief(world)


@process
def party_arrives(world, m, status):
    """The relief party or the aircraft brings in those it carries."""
    world.parties[m]["mode"] = Mode.ARRIVED
    for i in range(len(world.people)):
        if world.people[i]["status"] == status:
            arrival.come_in(world, i, True)


@inner
def is_stuck(world):
    """Whether somebody out there cannot come home by himself."""
    mode = world.parties[TEAM]["mode"]
    stuck = False
    for i in range(len(world.people)):
        stuck = stuck or (with_team(world, i) and alive(world, i))
    return relief.left_waiting(world) >= 0 or (stuck and (mode == Mode.STRANDED or mode == Mode.WAITING))


@inner
def team_event(world, event):
    """Dispatch an event of the team."""
    if event == Event.STINT_ENDS:
        if carrying.stint_ends(world):
            team_arrives(world, False)
    elif event == Event.MOVED_ON:
        begin_stint(world)
    elif event == Event.TAKE_STOCK:
        first_aid.take_stock(world)
    elif event == Event.SET_OFF:
        departure.set_off(world)
    elif event == Event.STEP_READY:
        if departure.can_step(world) and gods_step.take_step(world, departure.first_helpless(world)):
            team_arrives(world, True)
        else:
            departure.set_off(world)
    else:
        start(world)


@process
def hazard_event(world, event):
    """Dispatch an event of trap, ambush or fight."""
    if event == Event.TRAP:
        if hazard.spring_trap(world):
            open_wounds(world, 1)
    elif event == Event.AMBUSH:
        fighting.open_fight(world, world.incident[0]["attackers"])
    else:
        target = fighting.exchange(world)
        if target >= 0:
            wounding.hit(world, target, world.parties[HAZARD]["hits"])
        fighting.expect_exchange(world)


@process
def relief_event(world, event):
    """Dispatch an event of the relief party."""
    if event == Event.RELIEF_CALLED:
        relief.call_relief(world)
    elif event == Event.RELIEF_SET_OUT:
        relief.relief_sets_out(world)
    elif event == Event.MET:
        relief.meet(world)
    elif event == Event.CASUALTY_LOADED:
        relief.load_and_return(world)
    else:
        party_arrives(world, RELIEF, 4)
        world.clock[0]["alarm"] = 0
        if is_stuck(world):
            relief.call_relief(world)


@process
def aircraft_event(world, event):
    """Dispatch an event of the aircraft."""
    if event == Event.LIFT_CALLED:
        aircraft.call_lift(world)
    elif event == Event.WEATHER_CLEARED:
        aircraft.wait_for_weather(world)
    elif event == Event.LIFT_OFF:
        aircraft.lift_off(world)
    elif event == Event.AT_SCENE:
        if aircraft.at_scene(world):
            relief.treat_those_here(world, world.parties[AIRCRAFT]["at_m"], world.incident[0]["lift_skill"])
    elif event == Event.LOADED:
        aircraft.load_and_fly(world)
    else:
        party_arrives(world, AIRCRAFT, 5)


@inner
def hands_event(world, event, i):
    """Dispatch what is done by, or for, person i."""
    if event == Event.AID_DONE:
        first_aid.aid_done(world, i)
    elif event == Event.FIRST_HANDS:
        arrival.first_hands(world, i)
    elif event == Event.AT_HOSPITAL:
        hospital.at_hospital(world, i)
    elif event == Event.TRIAGED:
        hospital.be_triaged(world, i)
    elif event == Event.THEATRE:
        hospital.open_theatre(world, i)
    elif event == Event.OUT_OF_THEATRE:
        hospital.leave_theatre(world, i)
    elif event == Event.ARRIVED:
        if alive(world, i):
            arrival.come_in(world, i, False)
    elif event == Event.FOUND_BY_ENEMY:
        if departure.found_by_enemy(world, i):
            die(world, i, Cause.CAPTURED)


@process
def party_event(world, event, m):
    """Dispatch an event of party m, and reckon anew what depends on where the team is."""
    if m == TEAM:
        team_event(world, event)
    elif m == HAZARD:
        hazard_event(world, event)
    elif m == RELIEF:
        relief_event(world, event)
    elif m == AIRCRAFT:
        aircraft_event(world, event)
    elif m == WATCH:
        if world.parties[TEAM]["mode"] != Mode.ARRIVED or is_stuck(world):
            relief.call_relief(world)
    elif event == Event.CAUGHT:
        fighting.open_fight(world, pursuit.catch(world))
    else:
        pursuit.lose_trail(world)
    pursuit.reckon_catch(world)
    relief.reckon_meeting(world)


@process
def live(world):
    """Live one life: the world has been begun, the calendar holds its first event. Returns how many events it took."""
    clock, people = world.clock[0], len(world.people)
    while clock["undecided"] > 0 and clock["fault"] == Fault.NONE:
        if clock["sample_every_s"] > 0:
            sample_until(world, next_at(world))
        key = pop_next(world)
        if key < 0:
            break
        clock["events"] += 1
        if clock["events"] > clock["event_limit"]:
            clock["fault"] = Fault.TOO_MANY_EVENTS
        event, who = event_of(key), entity_of(key)
        if who < people:
            body_changes(world, who)
        elif who < 2 * people:
            hands_event(world, event, who - people)
        else:
            party_event(world, event, who - 2 * people)
        if clock["stop_when_broken"] == 1 and clock["broken"] != 0:
            break
    return clock["events"]


@process
def close(world):
    """Nothing more will happen: whoever is still out there and alive was never found."""
    for i in range(len(world.people)):
        person = world.people[i]
        if person["alive_30"] < 0 and person["team0"] == 1:
            person["cause"], person["dead_s"] = Cause.EXPOSURE, world.clock[0]["now_s"]
            decide(world, i, 0)
