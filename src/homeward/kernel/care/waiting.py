"""Waiting for a task: in a line by category, looked at by those who triage, with a bed or outside."""

from homeward.codes import Draw, Event
from homeward.kernel.care.body import category_of, changes, reckon, touch
from homeward.kernel.care.lines import append, take_out
from homeward.kernel.care.notes import note
from homeward.kernel.care.patients import BLOCKING, WAITING, expect
from homeward.kernel.care.stations import PATIENCE, REASSESSES
from homeward.kernel.care.tasks import choose_ahead
from homeward.kernel.care.times import NEVER_S, drawn_s
from homeward.kernel.jit import handler, inner

QUEUED, BLOCKED = int(Event.QUEUED), int(Event.BLOCKED)


@handler
def look_again_s(patient, every_s):
    """When the worsening of somebody who waits is noticed: at once (every_s 0), or when he is next looked at."""
    # Somebody interrupted may have worsened while he was served: that is seen now.
    worsens_s = max(patient["worsens_s"], patient["since_s"])
    if worsens_s >= NEVER_S or every_s <= 0:
        return worsens_s
    return patient["since_s"] + -(-(worsens_s - patient["since_s"]) // every_s) * every_s


@handler
def worsen_before_line(world, p):
    """Patient p, about to wait, is put into the category that his body shows, if that is more urgent."""
    patient = world.patients[p]
    touch(world, p)
    patient["category"] = min(patient["category"], category_of(world, p))
    reckon(world, p)


@inner
def look_before_waiting(world, p):
    """Somebody whose body can show a more urgent category is looked at before he waits."""
    patient, care = world.patients[p], world.care[0]
    bleeds = care["delayed_map_mmhg"] > 0.0 or care["immediate_map_mmhg"] > 0.0
    if changes(patient) and (
        bleeds or care["immediate_iss"] + care["delayed_iss"] > 0.0 or patient["threat_per_s"] > 0.0
    ):
        worsen_before_line(world, p)


@handler
def expect_while_waiting(world, p, station):
    """Patience, and what the body does while patient p waits."""
    patient = world.patients[p]
    every_s = station["reassess_s"] if station["does"] & REASSESSES != 0 else 0
    patient["look_s"] = look_again_s(patient, every_s)
    patient["ends_s"] = NEVER_S
    if station["does"] & PATIENCE != 0:
        nth = patient["visits"]
        patient["ends_s"] = patient["since_s"] + drawn_s(
            world, station["patience_dist"], patient["key"], Draw.PATIENCE, nth
        )
    expect(world, p)


@inner
def note_waiting(world, station, p, there):
    """The words of bits and counts know that patient p waits here (there 1) or does no more (-1)."""
    facility = world.facilities[station["facility"]]
    if world.patients[p]["bed"] >= 0 and world.patients[p]["bed"] == station["area"]:
        station["with_bed"] += there
    if station["waiting"] == 0:
        facility["waiting"] &= ~station["bit"]
    else:
        facility["waiting"] |= station["bit"]


@inner
def join_line(world, p, s):
    """Patient p waits for the task of station s, since now."""
    patient, station = world.patients[p], world.stations[s]
    look_before_waiting(world, p)
    patient["station"] = s
    patient["stage"] = WAITING if patient["bed"] < 0 else BLOCKING
    append(world, station, p)
    note_waiting(world, station, p, 1)
    choose_ahead(world, patient, station)
    if patient["bed"] >= 0 and patient["bed"] != station["area"]:
        world.station_counts[s]["blocked"] += 1
        note(world, BLOCKED, p, s, 0.0)
    else:
        note(world, QUEUED, p, s, 0.0)
    if station["does"] & PATIENCE != 0 or changes(patient):
        expect_while_waiting(world, p, station)


@inner
def leave_line(world, p, s):
    """Patient p no longer waits at station s."""
    station = world.stations[s]
    take_out(world, station, p)
    note_waiting(world, station, p, -1)
