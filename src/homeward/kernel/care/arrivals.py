"""Arrivals: who it is that comes, what is known of him at the door, and coming in."""

from homeward.codes import Draw
from homeward.kernel.care.cases import bring_body, copy_body, sort_patient
from homeward.kernel.care.counts import count_in
from homeward.kernel.care.doors import LOST, TURNED_AWAY, enter, start_of, step_in
from homeward.kernel.care.notes import note
from homeward.kernel.care.patients import UNSORTED, come_in, leave, new_patient, take_row
from homeward.kernel.care.stations import GATED, SORTS
from homeward.kernel.care.streams import CAME, expect_after, expect_at, has_dates, next_by_rate
from homeward.kernel.draws import ALL, GOLDEN, mix, uniform, word
from homeward.kernel.jit import handler, inner


@inner
def patient_key(stream_key, n):
    """Key of patient n of a stream: the same patient, the same draws, in every arm."""
    return mix((word(stream_key) + word(n + 1) * GOLDEN) & ALL)


@inner
def condition_of(world, stream, key):
    """Draw the condition of the patient with this key."""
    first = stream["condition0"]
    if stream["conditions"] == 1:
        return world.mixes[first]["condition"]
    u, k = uniform(world, key, Draw.CONDITION, 0), 0
    while k < stream["conditions"] - 1 and u >= world.mixes[first + k]["until"]:
        k += 1
    return world.mixes[first + k]["condition"]


@inner
def sort_on_arrival(world, p, s):
    """The category of patient p at the door: T3 until triage where there is triage, else his own."""
    patient = world.patients[p]
    if patient["sorted"] == 1:
        return
    category = world.cases[patient["condition"]]["category"]
    if category >= 0 and world.stations[s]["does"] & SORTS == 0:
        patient["category"], patient["sorted"] = category, 1
    elif world.stations[s]["does"] & SORTS != 0:
        patient["category"] = UNSORTED
    else:
        sort_patient(world, p)


@handler
def listed_row(world, stream, n, key):
    """The row of the list that patient n of a stream is: the nth, or, where arrivals have a rate, any."""
    if has_dates(stream):
        return stream["listed0"] + n
    return stream["listed0"] + int(uniform(world, key, Draw.CONDITION, 0) * stream["listed"])


@handler
def bring_listed(world, p, n):
    """What the list says of its row n: patient p's condition is known, his category or body perhaps."""
    row, patient = world.listed[n], world.patients[p]
    if row["body"] >= 0:
        copy_body(world, p, row["body"])
    if row["category"] >= 0:
        patient["category"], patient["sorted"] = row["category"], 1


@handler
def admit_at(world, p, f, s):
    """Patient p, just come, goes to station s of facility f; -1: not treated there, and lost."""
    come_in(world, p)
    note(world, CAME, p, f, 1.0 * world.patients[p]["condition"])
    if s < 0:
        note(world, TURNED_AWAY, p, s, 0.0)
        leave(world, p, LOST)
    else:
        sort_on_arrival(world, p, s)
        enter(world, p, s)


@handler
def bring(world, i, p, n, key):
    """Patient p, the nth of stream i, is who he is by list or by chance. Returns the station where he begins, -1."""
    stream = world.streams[i]
    row, condition = -1, -1
    if stream["listed0"] >= 0:
        row = listed_row(world, stream, n, key)
        condition = world.listed[row]["condition"]
    if condition < 0:
        condition = condition_of(world, stream, key)
    new_patient(world, p, key, condition)
    bring_body(world, p)
    if row >= 0:
        bring_listed(world, p, row)
    expect_after(world, i, world.clock[0]["now_s"])
    if stream["station"] >= 0:
        return stream["station"]
    return start_of(world, stream["facility"], condition)


@inner
def bring_plain(world, i, p, key):
    """Patient p of a plain stream is like all others of it, and when the next comes has been drawn already."""
    stream, patient = world.streams[i], world.patients[p]
    new_patient(world, p, key, stream["only"])
    patient["category"], patient["sorted"] = world.cases[stream["only"]]["category"], 1
    stream["at_s"] += stream["ahead_s"]
    expect_at(world, i, stream["at_s"], CAME)
    stream["ahead_s"] = next_by_rate(world, stream, 0.0)


@handler
def arrive(world, i):
    """The next patient of stream i comes."""
    stream, p = world.streams[i], take_row(world)
    if p < 0:
        return
    n = stream["came"]
    stream["came"] = n + 1
    key = patient_key(stream["key"], n)
    if stream["plain"] == 0:
        admit_at(world, p, stream["facility"], bring(world, i, p, n, key))
        return
    bring_plain(world, i, p, key)
    s = stream["door"]
    count_in(world, world.patients[p])
    note(world, CAME, p, stream["facility"], 1.0 * world.patients[p]["condition"])
    if world.stations[s]["does"] & GATED == 0:
        step_in(world, p, s)
    else:
        enter(world, p, s)


@handler
def admit(world, b, f, member, key):
    """A person of the organisation comes to facility f now, with the condition, category (-1: as found) and body of
    row b of `bodies`. member: his number; key: a word that names his draws (entity_key of member and visit). Returns
    his row of patients, -1 when the table is full.
    """
    p, body = take_row(world), world.bodies[b]
    if p < 0:
        return p
    new_patient(world, p, key, body["condition"])
    patient = world.patients[p]
    patient["member"] = member
    copy_body(world, p, b)
    if body["category"] >= 0:
        patient["category"], patient["sorted"] = body["category"], 1
    admit_at(world, p, f, start_of(world, f, body["condition"]))
    return p
