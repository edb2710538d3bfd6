"""Consumables by the unit: blood as much as the body needs, anything else as much as the task says."""

import math

from homeward.codes import Event
from homeward.kernel.calendar import schedule
from homeward.kernel.care.body import blood_after
from homeward.kernel.care.notes import note, note_plain
from homeward.kernel.care.tables import STOCKS_PER_TASK
from homeward.kernel.jit import handler, inner

RESTOCKED, STOCK_EMPTY = int(Event.RESTOCKED), int(Event.STOCK_EMPTY)


@inner
def units_needed(world, p, uses, is_blood):
    """Units that a task takes for patient p; blood without a number: until he has enough again."""
    if uses > 0 or is_blood == 0:
        return uses
    patient, care = world.patients[p], world.care[0]
    blood = blood_after(patient, 1.0 * (world.clock[0]["now_s"] - patient["touched_s"]))
    if blood >= care["transfuse_below"] or care["blood_unit_share"] <= 0.0:
        return 0
    return math.ceil((care["transfuse_below"] - blood) / care["blood_unit_share"] - 1e-9)


@handler
def has_stock(world, p, station):
    """Whether the task may begin for patient p with what the store holds: all of it, or at least a unit of blood."""
    for k in range(STOCKS_PER_TASK):
        row = station["stock"][k]
        if row >= 0:
            stock = world.stocks[row]
            needed = units_needed(world, p, station["uses"][k], stock["is_blood"])
            if station["uses"][k] == 0:
                needed = min(needed, 1)
            if stock["units"] < needed:
                return False
    return True


@handler
def use_stock(world, p, station):
    """Take what the task uses, or what there is. Returns the units of blood given; patient p has been touched."""
    blood = 0
    for k in range(STOCKS_PER_TASK):
        row = station["stock"][k]
        if row >= 0:
            stock = world.stocks[row]
            needed = units_needed(world, p, station["uses"][k], stock["is_blood"])
            taken = min(needed, stock["units"])
            stock["units"] -= taken
            stock["used"] += taken
            if taken < needed:
                stock["short"] += 1
                note(world, STOCK_EMPTY, p, row, 1.0 * (needed - taken))
            if stock["is_blood"] == 1:
                blood += taken
    return blood


@handler
def restock(world, row):
    """New units come into the store, as many as it holds; the next delivery is expected."""
    stock, clock = world.stocks[row], world.clock[0]
    adds = stock["adds"]
    if stock["most"] >= 0:
        adds = max(0, min(adds, stock["most"] - stock["units"]))
    stock["units"] += adds
    stock["added"] += adds
    schedule(world, clock["now_s"] + stock["every_s"], RESTOCKED, clock["first_stocks"] + row)
    note_plain(world, RESTOCKED, -1, row, 0, 1.0 * adds)
