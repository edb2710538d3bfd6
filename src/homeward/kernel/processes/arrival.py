"""Arrival: the gate, first hands, and the stretcher to the hospital."""

from homeward.codes import Draw, Event, Sign, Skill, Status, Treatment
from homeward.kernel.body import touch
from homeward.kernel.calendar import schedule
from homeward.kernel.draws import draw
from homeward.kernel.fate import decide, lay_down
from homeward.kernel.jit import inner, process
from homeward.kernel.ledger import record
from homeward.kernel.observe import note_event
from homeward.kernel.parties import hands
from homeward.kernel.people import after, alive
from homeward.kernel.pressure import pressure_of
from homeward.kernel.treating import applies, finish_treatment

SIGN_ARRIVED, MEDIC = int(Sign.ARRIVED), int(Skill.MEDIC)
AT_THE_GATE = (int(Treatment.PACKING), int(Treatment.CHEST_SEAL), int(Treatment.DECOMPRESSION))
WALK_MPS = 1.33
"""An ordinary walk: nobody carrying a man comes faster over the last stretch, so they are in sight at least this
long.
"""

GATE_NTH = 2000
"""First nth of the draws of treatments given at the gate."""


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
