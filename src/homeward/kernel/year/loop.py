"""The loop of the year: mornings, missions, casualties, decisions, the network. The one file that knows them all."""

from homeward.codes import Event, Fault
from homeward.kernel.calendar import entity_of, event_of, pop_next, schedule
from homeward.kernel.care.loop import network_event
from homeward.kernel.care.serve import serve
from homeward.kernel.jit import handler, inner
from homeward.kernel.year import academy, calendars, casualties, daybook, decisions, desk, exams, folk, missions, status
from homeward.kernel.year.dates import DAY_S
from homeward.kernel.year.journeys import attack_wagon
from homeward.kernel.year.reviewing import ask_review, next_review

MORNING, CONTACT = int(Event.MORNING), int(Event.CONTACT)
NO_FAULT, TOO_MANY_EVENTS = int(Fault.NONE), int(Fault.TOO_MANY_EVENTS)
OVER, STOPPED = 0, 1
"""What `go_on` says: the run is over; or it waits for an incident to be lived."""

RUN_MORNING = 3
"""The morning's place among the run's own calendar entries."""


@handler
def sweep(world):
    """Everybody whose recovery, mind or duty needs a look this morning, in order of rows."""
    today = world.clock[0]["today"]
    for i in range(len(world.wakes)):
        if world.wakes[i]["folk"] <= today:
            folk.morning(world, i)
            world.members[i]["sound"] = 0
        if world.wakes[i]["duty"] <= today:
            status.review(world, i)


@handler
def review_all(world):
    """Those whose lot has changed, or whose place (to or from a ward, a journey, somebody's home), change status."""
    i = folk.next_moved(world)
    while i >= 0:
        ask_review(world, i)
        i = folk.next_moved(world)
    i = next_review(world)
    while i >= 0:
        status.review(world, i)
        i = next_review(world)


@handler
def serve_called_back(world):
    """Facilities that have somebody of their staff back serve those who wait."""
    tally, f = world.tally[0], 0
    called, tally["called_back"] = tally["called_back"], 0
    while called != 0:
        if called & 1:
            serve(world, f)
        called >>= 1
        f += 1


@handler
def morning(world):
    """One morning of the organisation."""
    clock = world.clock[0]
    clock["today"] = clock["now_s"] // DAY_S
    calendars.note_terms(world)
    folk.begin_morning(world)
    sweep(world)
    folk.after_sweep(world)
    review_all(world)
    academy.prepare_terms(world)
    exams.hold_exams(world)
    review_all(world)
    desk.decide_today(world)
    academy.teach(world)
    academy.man_posts(world)
    daybook.check(world, clock["today"])
    daybook.write_day(world)
    clock["days"] = clock["today"] + 1
    schedule(world, clock["now_s"] + DAY_S, MORNING, clock["first_run"] + RUN_MORNING)


@inner
def mission_event(world, event, m):
    """Dispatch an event of mission m."""
    if event == CONTACT:
        missions.meet(world, m)
    else:
        missions.end(world, m)
        desk.forget(world, m)


@handler
def year_event(world, event, entity):
    """Dispatch an event of the year."""
    clock = world.clock[0]
    if entity < clock["first_mission_types"]:
        mission_event(world, event, entity - clock["first_missions"])
    elif entity < clock["first_decisions"]:
        desk.arrive(world, entity - clock["first_mission_types"])
    elif entity < clock["first_casualties"]:
        decisions.decide(world, entity - clock["first_decisions"])
    else:
        casualties.brought_in(world, entity - clock["first_casualties"])


@inner
def is_over(world):
    """Whether the last day has ended, or something has gone wrong."""
    clock = world.clock[0]
    return clock["fault"] != NO_FAULT or clock["now_s"] >= world.duty[0]["days"] * DAY_S


@inner
def go_on(world):
    """Live on until the run is over, or until an incident must be lived first (`clock["stopped_for"]`)."""
    clock = world.clock[0]
    clock["stopped_for"] = -1
    while True:
        key = pop_next(world)
        if key < 0 or is_over(world):
            return OVER
        clock["events"] += 1
        if clock["events"] > clock["event_limit"]:
            clock["fault"] = TOO_MANY_EVENTS
        event, entity = event_of(key), entity_of(key)
        if event == MORNING:
            morning(world)
            attack_wagon(world)
        elif entity < clock["first_missions"]:
            network_event(world, event, entity)
        else:
            year_event(world, event, entity)
        casualties.take_leavers(world)
        review_all(world)
        if world.tally[0]["called_back"] != 0:
            serve_called_back(world)
        if clock["stopped_for"] >= 0:
            return STOPPED
