"""Arrival: gate, first hands, stretcher, triage, theatre, and the thirty days after.

The hospital is one station here: a wait by triage category, surgical control of bleeding, transfusion, and a survival
that TRISS (from the vitals at triage) and the oxygen debt decide together. With `clock["hand_over"]` it is not lived
here: whoever comes through its door alive is handed over to a care network.
"""

import math

from homeward.codes import Awareness, Cause, Draw, Event, Sign, Skill, Status, Threat, Treatment, Triage
from homeward.kernel.body import flow_at_full_pressure, pressure_of, touch
from homeward.kernel.calendar import cancel, schedule
from homeward.kernel.draws import draw, uniform
from homeward.kernel.fate import decide, lay_down, update_awareness
from homeward.kernel.jit import inner, process
from homeward.kernel.ledger import record
from homeward.kernel.observe import note_event
from homeward.kernel.parties import hands
from homeward.kernel.people import alive
from homeward.kernel.trauma_score import triss
from homeward.kernel.treating import applies, finish_treatment, give_blood

SIGN_ARRIVED, MEDIC = int(Sign.ARRIVED), int(Skill.MEDIC)
AT_THE_GATE = (int(Treatment.PACKING), int(Treatment.CHEST_SEAL), int(Treatment.DECOMPRESSION))
WALK_MPS = 1.33
"""An ordinary walk: nobody carrying a man comes faster over the last stretch, so they are in sight at least this
long.
"""

GATE_NTH = 2000
"""First nth of the draws of treatments given at the gate."""


@inner
def after(world, i, dist, purpose):
    """A moment from now, by a draw of person i's."""
    return world.clock[0]["now_s"] + 1 + int(draw(world, dist, world.people[i]["key"], purpose, 0))


@process
def come_in(world, i, expected):
    """Person i, alive or dead, reaches those who wait. expected: hands are there already."""
    person, setting, now_s = world.people[i], world.setting[0], world.clock[0]["now_s"]
    if person["arrived_s"] >= 0:
        return
    person["arrived_s"], person["status"] = now_s, Status.AWAITING_CARE
    note_event(world, i, SIGN_ARRIVED)
    record(world, Event.ARRIVED, i, -1, 0.0, now_s / 60.0)
    if not alive(world, i):
        return
    lay_down(world, i)
    if not alive(world, i):
        return
    touch(world, i)
    person["alive_on_arrival"] = 1
    person["arrival_blood"] = person["blood_ml"] / person["blood0_ml"]
    person["arrival_map"] = pressure_of(world, i, person["blood_ml"])
    if person["first_wound"] < 0 and person["collapsed_s"] < 0:
        person["status"] = Status.HOME
        decide(world, i, 1)
        return
    first_s = draw(world, setting["first_hands_dist"], person["key"], Draw.FIRST_HANDS, 0)
    if world.clock[0]["alarm"] == 1:
        first_s *= setting["warned_factor"]
    # They have been seen coming for the last alert_m; hands began to move then.
    first_s -= world.incident[0]["alert_m"] / WALK_MPS
    wait_s = 0 if expected else max(0, int(first_s))
    schedule(world, now_s + 1 + wait_s, Event.FIRST_HANDS, hands(world, i))


@inner
def refuses(world, i):
    """The carrier may refuse care while the other lies there: once."""
    incident = world.incident[0]
    mine = i == incident["carrier"] and i != incident["focus"]
    return mine and incident["refuses_care"] == 1 and world.people[i]["refused"] == 0


@process
def first_hands(world, i):
    """Medics reach person i: pressure on what can be pressed, a seal, a needle; then the stretcher."""
    person = world.people[i]
    if not alive(world, i):
        return
    if refuses(world, i):
        person["refused"] = 1
        record(world, Event.CARE_REFUSED, i, -1, 0.0, 0.0)
        schedule(
            world, after(world, i, world.setting[0]["refusal_dist"], Draw.REFUSAL), Event.FIRST_HANDS, hands(world, i)
        )
        return
    if person["care_s"] < 0:
        person["care_s"] = world.clock[0]["now_s"]
    person["status"] = Status.IN_CARE
    record(world, Event.FIRST_HANDS, i, -1, 0.0, 0.0)
    for treatment in AT_THE_GATE:
        if applies(world, i, treatment):
            finish_treatment(world, -1, i, treatment, MEDIC, GATE_NTH + treatment)
    schedule(
        world, after(world, i, world.setting[0]["stretcher_dist"], Draw.STRETCHER), Event.AT_HOSPITAL, hands(world, i)
    )


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
