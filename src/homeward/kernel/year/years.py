"""One replicate of an organisation: it begins, goes on from incident to incident, and is written down."""

import numpy as np
from numba import typeof, types

from homeward.codes import Draw
from homeward.kernel import compiled
from homeward.kernel.calendar import clear, schedule
from homeward.kernel.care.arrivals import arrive
from homeward.kernel.care.ends import task_done
from homeward.kernel.care.runs import begin_network, end_network
from homeward.kernel.care.serve import serve
from homeward.kernel.care.worse import body_changes
from homeward.kernel.draws import entity_key, replicate_key, uniform
from homeward.kernel.handle import WORLD
from homeward.kernel.handle import world_behind as incident_behind
from homeward.kernel.jit import entry, handler, inner
from homeward.kernel.organisation import KIND, ORGANISATION
from homeward.kernel.year import casualties, contacts, desk, folk, loop, status
from homeward.kernel.year.dates import DAY_S
from homeward.kernel.year.daybook import check
from homeward.kernel.year.duty_tables import END
from homeward.kernel.year.limits import HELD, RELIEVED
from homeward.kernel.year.loop import MORNING, RUN_MORNING, go_on
from homeward.kernel.year.pools import join
from homeward.kernel.year.roster import AVAILABLE, CONVALESCENT, REASSIGNED, add_time, count

BEGIN, GO_ON, PREPARE, SETTLE, FINISH = range(5)
"""What Python asks of the kernel."""

LEAVE = int(Draw.LEAVE)
DAYS_A_YEAR = 365

organisation_behind = KIND.behind


@inner
def begin_clock(world, replicate):
    """Second 0 of this replicate: no calendar entries, no rows in use."""
    clock = world.clock[0]
    clock["replicate"] = replicate
    clock["replicate_key"] = replicate_key(clock["seed"], replicate)
    clock["now_s"] = clock["today"] = clock["events"] = clock["fault"] = clock["ledger"] = clock["days"] = 0
    clock["missions"] = clock["decisions"] = clock["casualties"] = clock["contacts"] = 0
    clock["free_mission"] = clock["free_decision"] = clock["free_casualty"] = clock["stopped_for"] = -1
    clock["left_first"] = -1
    clear(world)


@inner
def begin_member(world, i):
    """Member i stands where he is given: available, hurt before it begins, relieved, retired or not here."""
    member = world.members[i]
    member["key"] = entity_key(world, world.physique[i]["name"])
    if world.duty[0]["leave_days"] > 0:
        world.service[i]["leave_day"] = int(DAYS_A_YEAR * uniform(world, member["key"], LEAVE, 0))
    count(world, i, 1)
    if member["status"] == AVAILABLE:
        join(world, i)
    elif member["status"] == REASSIGNED:
        member["limits"] |= RELIEVED
    elif member["status"] == CONVALESCENT:
        member["limits"] |= HELD
        world.service[i]["wounded"] = 1


@handler
def begin_members(world):
    """Everybody stands where he is given; those hurt before are in recovery."""
    for i in range(len(world.members)):
        begin_member(world, i)
    for i in range(len(world.members)):
        if world.members[i]["status"] == CONVALESCENT:
            folk.begin_recovery(world, i)
    for i in range(len(world.members)):
        status.review(world, i)


@handler
def begin(world, replicate):
    """Set the world, whose tables are as lowered, to the start of this replicate."""
    clock = world.clock[0]
    begin_clock(world, replicate)
    if len(world.facilities) > 0:
        begin_network(world)
    for t in range(len(world.mission_types)):
        world.mission_types[t]["key"] = entity_key(world, world.mission_types[t]["name"])
    folk.begin_folk(world)
    begin_members(world)
    desk.open_desk(world)
    schedule(world, world.duty[0]["morning_s"], MORNING, clock["first_run"] + RUN_MORNING)


@inner
def write_counts(world, i, end):
    """What has been counted of member i."""
    member, service = world.members[i], world.service[i]
    end["status"], end["reason"], end["rank"] = member["status"], member["reason"], member["rank"]
    end["cause"], end["body_home"], end["limb_lost"] = service["cause"], service["body_home"], service["limb_lost"]
    end["missions"], end["contacts"], end["wounded"] = member["missions"], service["contacts"], service["wounded"]
    end["carried"], end["false_clears"], end["iss"] = service["carried"], service["false_clears"], service["iss"]
    end["first_wounded_s"], end["fit_again_s"] = service["first_wounded_s"], service["fit_again_s"]
    end["died_s"], end["relieved_s"], end["removed_s"] = service["died_s"], service["relieved_s"], service["removed_s"]
    end["applied_s"], end["reinstated_s"] = service["applied_s"], service["reinstated_s"]
    end["hospital_days"], end["unfit_days"] = service["hospital_s"] / DAY_S, service["unfit_s"] / DAY_S


@inner
def write_way_back(world, i, end):
    """How far member i has come back."""
    end["mind"], end["aid"] = world.minds[i]["state"], world.recoveries[i]["aid"]
    end["limb"] = world.recoveries[i]["limb"]
    end["distress"], end["function"] = folk.distress_now(world, i), folk.fitness(world, i)
    end["reserve"] = folk.reserve_now(world, i)


@handler
def finish(world, ends):
    """The last day is over: close what is still going on, and write one row for everybody."""
    clock, tally = world.clock[0], world.tally[0]
    clock["now_s"] = world.duty[0]["days"] * DAY_S
    check(world, world.duty[0]["days"])
    for i in range(len(world.members)):
        add_time(world, i)
        write_counts(world, i, ends[i])
        write_way_back(world, i, ends[i])
    tally["fault"], tally["events"] = clock["fault"], clock["events"]
    if len(world.facilities) > 0:
        end_network(world)


@inner
def act(world, given, filled, lived, ends, what, number):
    """Do what Python asks. BEGIN: number is the replicate. PREPARE: returns a row of contacts. SETTLE: number is that
    row. BEGIN, GO_ON and SETTLE go on afterwards and return whether the run is over or waits for an incident.
    """
    m = world.clock[0]["stopped_for"]
    if what == PREPARE:
        return contacts.prepare(world, given, filled, m)
    if what == FINISH:
        finish(world, ends)
        return 0
    if what == BEGIN:
        begin(world, number)
    elif what == SETTLE:
        contacts.settle(world, given, filled, lived, m, number)
    return go_on(world)


@entry
def act_behind(world, given, filled, lived, ends, what, number):
    """`act` for worlds behind handles."""
    org = organisation_behind(world)
    return act(org, incident_behind(given), incident_behind(filled), incident_behind(lived), ends, what, number)


def signature_of_entry():
    """Argument types with which Python calls the kernel."""
    rows, number = typeof(np.zeros((1, 2), np.int64)), types.int64
    return rows, rows, rows, rows, typeof(np.zeros(1, END)), number, number


def is_compiled():
    """Whether machine code for this kernel is at hand, in this process or in the cache."""
    return compiled.is_compiled(act_behind, signature_of_entry())


def compile_kernel(progress=None):
    """Compile the kernel from the bottom up. progress(done, of, name) is called before each stage."""
    number = types.int64
    one = (ORGANISATION, number)
    stages = (
        (status.review, one),
        (serve, one),
        (task_done, one),
        (body_changes, one),
        (arrive, one),
        (casualties.brought_in, one),
        (loop.morning, (ORGANISATION,)),
        (loop.year_event, (ORGANISATION, number, number)),
        (begin_network, (ORGANISATION,)),
        (begin, one),
        (contacts.prepare, (ORGANISATION, WORLD, WORLD, number)),
        (contacts.settle, (ORGANISATION, WORLD, WORLD, WORLD, number, number)),
        (act_behind, signature_of_entry()),
    )
    compiled.compile_stages(stages, progress)
