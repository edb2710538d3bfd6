"""Air evacuation: the call, the launch, the weather, the landing place, the load, and the flight to hospital."""

from homeward.codes import Draw, Event, Mode, Status
from homeward.kernel.calendar import cancel, schedule
from homeward.kernel.draws import draw, uniform
from homeward.kernel.exertion import rest
from homeward.kernel.fate import lay_down
from homeward.kernel.jit import inner, process
from homeward.kernel.ledger import record
from homeward.kernel.parties import entity
from homeward.kernel.people import able, alive, with_team
from homeward.kernel.tables import AIRCRAFT, TEAM
from homeward.kernel.way import hold_position, position, to_go


@inner
def after(world, dist, purpose):
    """A moment from now, by one of the aircraft's own draws."""
    wait_s = draw(world, dist, world.parties[AIRCRAFT]["key"], purpose, 0)
    return world.clock[0]["now_s"] + 1 + int(wait_s)


@process
def call_lift(world):
    """The call is made; it takes a while to be answered and acted on."""
    incident = world.incident[0]
    record(world, Event.LIFT_CALLED, -1 - AIRCRAFT, -1, to_go(world, TEAM), 0.0)
    schedule(
        world, after(world, incident["lift_call_dist"], Draw.LIFT_CALL), Event.WEATHER_CLEARED, entity(world, AIRCRAFT)
    )


@process
def wait_for_weather(world):
    """It flies at once if the weather lets it, or when the weather clears."""
    incident, aircraft = world.incident[0], world.parties[AIRCRAFT]
    launch_s = after(world, incident["lift_launch_dist"], Draw.LIFT_LAUNCH)
    if uniform(world, aircraft["key"], Draw.LIFT_FLYABLE, 0) >= incident["lift_flyable"]:
        clear_s = after(world, incident["lift_weather_dist"], Draw.LIFT_WEATHER) - world.clock[0]["now_s"]
        launch_s += clear_s
        record(world, Event.WEATHER_CLEARED, -1 - AIRCRAFT, -1, to_go(world, TEAM), clear_s / 60.0)
    schedule(world, launch_s, Event.LIFT_OFF, entity(world, AIRCRAFT))


@process
def lift_off(world):
    """It is on its way to the scene."""
    incident, aircraft = world.incident[0], world.parties[AIRCRAFT]
    aircraft["mode"] = Mode.OUTBOUND
    record(world, Event.LIFT_OFF, -1 - AIRCRAFT, -1, to_go(world, TEAM), 0.0)
    flight_s = incident["lift_base_m"] / incident["lift_speed_mps"]
    schedule(world, world.clock[0]["now_s"] + 1 + int(flight_s), Event.AT_SCENE, entity(world, AIRCRAFT))


@inner
def is_within_reach(world, i):
    """Whether person i is with the team, or was left where it stands now."""
    person = world.people[i]
    near = person["status"] == Status.LEFT and abs(person["left_m"] - position(world, TEAM)) < 20.0
    return with_team(world, i) or near


@inner
def still_wanted(world):
    """Whether somebody alive is within reach of where the team is who cannot walk."""
    for i in range(len(world.people)):
        if is_within_reach(world, i) and alive(world, i) and not able(world, i):
            return True
    return False


@process
def at_scene(world):
    """Overhead. Returns whether there is somebody to take: the team then halts while the crew treats and loads."""
    incident, aircraft, team = world.incident[0], world.parties[AIRCRAFT], world.parties[TEAM]
    if team["mode"] == Mode.ARRIVED or not still_wanted(world):
        aircraft["mode"] = Mode.IDLE
        return False
    record(world, Event.AT_SCENE, -1 - AIRCRAFT, team["casualty"], to_go(world, TEAM), 0.0)
    hold_position(world, TEAM, 0.0)
    aircraft["at_m"] = team["at_m"]
    aircraft["mode"] = Mode.HALTED
    if team["mode"] != Mode.FIGHTING:
        team["mode"] = Mode.HALTED
        cancel(world, entity(world, TEAM))
        for i in range(len(world.people)):
            if with_team(world, i):
                rest(world, i)
    schedule(world, after(world, incident["lift_load_dist"], Draw.LIFT_LOAD), Event.LOADED, entity(world, AIRCRAFT))
    return True


@process
def load_and_fly(world):
    """Whoever cannot walk goes aboard; the others go on down on foot."""
    incident, aircraft, team = world.incident[0], world.parties[AIRCRAFT], world.parties[TEAM]
    for i in range(len(world.people)):
        if is_within_reach(world, i) and not able(world, i):
            world.people[i]["status"] = Status.ABOARD
            record(world, Event.LOADED, -1 - AIRCRAFT, i, to_go(world, TEAM), 0.0)
            lay_down(world, i)
    aircraft["mode"] = Mode.INBOUND
    flight_s = incident["lift_hospital_m"] / incident["lift_speed_mps"]
    schedule(world, world.clock[0]["now_s"] + 1 + int(flight_s), Event.ARRIVED, entity(world, AIRCRAFT))
    if team["mode"] == Mode.HALTED:
        team["casualty"], team["mode"] = -1, Mode.RESTING
        schedule(world, world.clock[0]["now_s"], Event.MOVED_ON, entity(world, TEAM))
