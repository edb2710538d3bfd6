"""Hospital: triage, theatre, and the thirty days after; or the end of this incident at its door.

It is one station here: a wait by triage category, surgical control of bleeding, transfusion, and a survival that TRISS
(from the vitals at triage) and the oxygen debt decide together. With `clock["hand_over"]` it is not lived here: whoever
comes through its door alive is handed over to a care network.
"""

import math

from homeward.codes import Awareness, Cause, Draw, Event, Threat, Triage
from homeward.kernel.bleeding import flow_at_full_pressure
from homeward.kernel.body import touch
from homeward.kernel.calendar import cancel, schedule
from homeward.kernel.draws import draw, uniform
from homeward.kernel.fate import decide, update_awareness
from homeward.kernel.jit import inner, process
from homeward.kernel.ledger import record
from homeward.kernel.parties import hands
from homeward.kernel.people import after, alive
from homeward.kernel.pressure import pressure_of
from homeward.kernel.trauma_score import triss
from homeward.kernel.treating import give_blood


@process
def at_hospital(world, i):
    """Through the door; from there others may take over."""
    if not alive(world, i):
        return
    record(world, Event.AT_HOSPITAL, i, -1, 0.0, 0.0)
    if world.clock[0]["hand_over"] == 1:
        hand_over(world, i)
        return
    schedule(world, after(world, i, world.setting[0]["triage_dist"], Draw.TRIAGE_TIME), Event.TRIAGED, hands(world, i))


@process
def hand_over(world, i):
    """The incident ends for person i, alive: his body stays as it is at this second, to be read and lived on
    elsewhere.
    """
    touch(world, i)
    update_awareness(world, i)
    if alive(world, i):
        cancel(world, i)
        decide(world, i, 1)


@inner
def category(world, i):
    """Triage category of person i (touched): immediate for failing blood, breath or brain; delayed for serious
    wounds; else minimal.
    """
    person = world.people[i]
    failing = person["awareness"] >= Awareness.VOICE or pressure_of(world, i, person["blood_ml"]) < 70.0
    bleeding = flow_at_full_pressure(world, i, 0.0) > 50.0 / 60.0
    if failing or bleeding or (person["threat"] != Threat.NONE and person["threat_per_s"] > 0.0):
        return Triage.T1
    if person["iss"] >= 9 or person["impairment"] >= 0.5 or person["collapsed_s"] >= 0:
        return Triage.T2
    return Triage.T3


@process
def be_triaged(world, i):
    """Triage: the category sets the wait for theatre, the vitals the outlook."""
    person = world.people[i]
    if not alive(world, i):
        return
    touch(world, i)
    triage = category(world, i)
    person["triage"] = triage
    record(world, Event.TRIAGED, i, -1, 0.0, 1.0 * person["triage"])
    if person["first_wound"] < 0:
        # Spent, not wounded: a bed, and time.
        decide(world, i, 1)
        return
    person["survival"] = triss(world, i)
    wait_dist = world.setting[0]["theatre_wait_dist"][triage]
    schedule(world, after(world, i, wait_dist, Draw.THEATRE_WAIT), Event.THEATRE, hands(world, i))


@process
def open_theatre(world, i):
    """Surgical control: the bleeding stops, the chest is drained, blood is given."""
    person, setting = world.people[i], world.setting[0]
    if not alive(world, i):
        return
    touch(world, i)
    record(world, Event.THEATRE, i, -1, 0.0, person["survival"])
    w = person["first_wound"]
    while w >= 0:
        world.wounds[w]["outer_ml_s"] = world.wounds[w]["inner_ml_s"] = 0.0
        w = world.wounds[w]["next"]
    person["threat_per_s"] = person["threat_done"] = 0.0
    given_ml = give_blood(world, i, setting["transfusion_ml"])
    if given_ml > 0.0:
        record(world, Event.TRANSFUSED, i, -1, 0.0, given_ml)
    update_awareness(world, i)
    if alive(world, i):
        cancel(world, i)
        out_s = after(world, i, setting["theatre_time_dist"], Draw.THEATRE_TIME)
        schedule(world, out_s, Event.OUT_OF_THEATRE, hands(world, i))


@inner
def loses_limb(world, i):
    """Whether a limb is lost: it was gone at once, or the tourniquet stayed too long (half the limbs at
    limb_loss_hours).
    """
    person = world.people[i]
    w = person["first_wound"]
    while w >= 0:
        if world.wounds[w]["amputation"] == 1:
            return True
        w = world.wounds[w]["next"]
    if person["tourniquet_s"] < 0:
        return False
    hours = (world.clock[0]["now_s"] - person["tourniquet_s"]) / 3600.0
    risk = 1.0 - 0.5 ** ((hours / world.setting[0]["limb_loss_hours"]) ** 3.0)
    return uniform(world, person["key"], Draw.LIMB, 0) < risk


@process
def leave_theatre(world, i):
    """Alive at thirty days, or not: on the table, or on one of the days after."""
    person, setting, now_s = world.people[i], world.setting[0], world.clock[0]["now_s"]
    if loses_limb(world, i):
        person["limb_lost"] = 1
        record(world, Event.LIMB_LOST, i, -1, 0.0, 0.0)
    lives = person["survival"] * math.exp(-setting["debt_death"] * person["debt"] / 1000.0)
    if uniform(world, person["key"], Draw.SURVIVAL, 0) < lives:
        record(world, Event.OUT_OF_THEATRE, i, -1, 0.0, lives)
        record(world, Event.THIRTY_DAYS, i, -1, 0.0, 30.0)
        decide(world, i, 1)
        return
    person["dead_s"], person["cause"] = now_s, Cause.ON_THE_TABLE
    days = 0.0
    if person["arrival_map"] >= setting["table_map_mmhg"]:
        later_s = draw(world, setting["death_day_dist"], person["key"], Draw.DEATH_DAY, 0)
        person["dead_s"], person["cause"] = now_s + int(later_s), Cause.IN_HOSPITAL
        days = later_s / 86400.0
    record(world, Event.DIED_LATER, i, -1, 0.0, days)
    person["awareness"] = Awareness.DEAD
    decide(world, i, 0)
