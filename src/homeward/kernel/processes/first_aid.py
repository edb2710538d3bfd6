"""First aid by whoever is left: who treats whom with what, how long it takes, whether it works."""

from homeward.codes import Awareness, Draw, Event, Mode, Status
from homeward.kernel.calendar import schedule
from homeward.kernel.draws import draw
from homeward.kernel.jit import inner, process
from homeward.kernel.ledger import record
from homeward.kernel.parties import entity, hands
from homeward.kernel.policies.who_treats import who_treats
from homeward.kernel.tables import PURSUERS, TEAM
from homeward.kernel.treating import applies, finish_treatment
from homeward.kernel.way import person_to_go, position

PRESSED_M = 300.0
TODO, DOING, DONE = 0, 1, 2
BEFORE_SETTING_OFF, WHEN_THEY_COME = 0, 1


@inner
def is_possible(world, order):
    """Whether an order has a patient here, something to do, and the kit for it."""
    row = world.orders[order]
    patient = row["patient"]
    here = world.people[patient]["status"] == Status.WITH_TEAM
    return here and row["stock"] > 0 and applies(world, patient, row["treatment"])


@inner
def is_pressed(world):
    """Whether the enemy is so near that hands hurry and tremble: pursuers within PRESSED_M."""
    gap_m = position(world, TEAM) - position(world, PURSUERS)
    return world.parties[PURSUERS]["left"] > 0 and gap_m < PRESSED_M


@process
def start_treatment(world, order, helper):
    """The helper begins; his own wounds slow his hands."""
    row, person, setting = world.orders[order], world.people[helper], world.setting[0]
    time_dist = world.treatments[row["treatment"]]["time_dist"][person["skill"]]
    time_s = draw(world, time_dist, world.people[row["patient"]]["key"], Draw.AID_TIME, order)
    time_s *= 1.0 + setting["aid_wound_factor"] * person["impairment"]
    if is_pressed(world):
        time_s *= setting["aid_fire_factor"]
    row["state"], person["helping"] = DOING, order
    record(world, Event.AID_STARTED, helper, row["patient"], person_to_go(world, helper), 1.0 * row["treatment"])
    schedule(world, world.clock[0]["now_s"] + max(1, int(time_s)), Event.AID_DONE, hands(world, helper))


@process
def hand_out_orders(world):
    """Give every free helper the first order he can carry out; set off when nothing is left to do or being done."""
    busy = False
    for order in range(len(world.orders)):
        row = world.orders[order]
        if row["stage"] != BEFORE_SETTING_OFF or row["state"] == DONE:
            continue
        if row["state"] == TODO and is_possible(world, order):
            helper = who_treats(world, order)
            if helper >= 0:
                start_treatment(world, order, helper)
        busy = busy or row["state"] == DOING
    if not busy:
        # What nobody here can do stays undone; waiting would not change it.
        schedule(world, world.clock[0]["now_s"], Event.SET_OFF, entity(world, TEAM))


@process
def take_stock(world):
    """The noise is over. Those who can, treat; when nothing more is ordered, they set off."""
    world.parties[TEAM]["mode"] = Mode.TREATING
    hand_out_orders(world)


@inner
def is_finished(world, helper, patient):
    """Whether a treatment begun is finished: still together, or trained hands took the patient over with it."""
    status = world.people[patient]["status"]
    taken_over = status == Status.WITH_RELIEF or status == Status.ABOARD
    taken_over = taken_over or status == Status.AWAITING_CARE or status == Status.IN_CARE
    return taken_over or status == world.people[helper]["status"]


@process
def aid_done(world, helper):
    """The helper's hands are free again: he has done it, or he or his patient is past it."""
    person = world.people[helper]
    order = person["helping"]
    row = world.orders[order]
    person["helping"], row["state"] = -1, DONE
    if is_finished(world, helper, row["patient"]) and person["awareness"] <= Awareness.LIGHTHEADED:
        row["stock"] -= world.treatments[row["treatment"]]["consumes"]
        finish_treatment(world, helper, row["patient"], row["treatment"], person["skill"], order)
    if world.parties[TEAM]["mode"] == Mode.TREATING:
        hand_out_orders(world)
