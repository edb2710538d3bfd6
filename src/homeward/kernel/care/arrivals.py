"""Arrivals: streams of patients by gaps, by rates that vary, in bursts, or by a list with dates.

A rate that varies is thinned (Lewis and Shedler 1979): candidates come at the highest rate, and each is kept with the
share that the rate at its own time has of it. A day's factor scales both, so candidates begin anew at midnight, which
an exponential gap allows. Bursts spread their patients uniformly; the next of k is the least of k uniforms.
"""

from homeward.codes import Draw, Event, Thinning
from homeward.kernel.calendar import schedule_new
from homeward.kernel.care.counts import count_in
from homeward.kernel.care.doors import LOST, TURNED_AWAY, enter, start_of, step_in
from homeward.kernel.care.notes import note, note_plain
from homeward.kernel.care.patients import (
    UNSORTED,
    bring_body,
    come_in,
    copy_body,
    leave,
    new_patient,
    sort_patient,
    take_row,
)
from homeward.kernel.care.stations import GATED, SORTS
from homeward.kernel.care.times import DAY_S, NEVER_S, whole_s
from homeward.kernel.draws import ALL, GOLDEN, draw, entity_key, exponential, mix, uniform, word
from homeward.kernel.gamma import gamma_quantile
from homeward.kernel.jit import handler, inner

CAME, BURST, ARRIVAL_GAP = int(Event.CAME), int(Event.BURST), int(Draw.ARRIVAL_GAP)
NEVER = 1e15


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


@handler
def rate_at(world, stream, at_s):
    """The rate (1/s) of a stream's profile at a time (s), without the day's factor."""
    if stream["profile0"] < 0:
        return stream["rate_per_s"]
    step = int((at_s - stream["profile_from_s"]) // stream["profile_step_s"])
    if stream["wraps"] == 1:
        step %= stream["profile"]
    if step < 0 or step >= stream["profile"]:
        return 0.0
    return world.profiles[stream["profile0"] + step]


@handler
def factor_of(world, stream, day):
    """The factor of a day: drawn once for each day and stream, gamma-distributed with mean 1."""
    if stream["factor_day"] != day:
        shape = 1.0 / (stream["day_spread"] * stream["day_spread"])
        stream["factor"] = gamma_quantile(shape, uniform(world, stream["key"], Draw.DAY_FACTOR, day)) / shape
        stream["factor_day"] = day
    return stream["factor"]


@inner
def gap(world, stream, rate_per_s):
    """The next exponential gap (s) of a stream at this rate; NEVER at none."""
    if rate_per_s <= 0.0:
        return NEVER
    stream["tried"] += 1
    return exponential(world, stream["key"], Draw.ARRIVAL_GAP, stream["tried"], 1.0 / rate_per_s)


@handler
def thinned(world, stream, at_s, until_s):
    """The next arrival (s) after at_s of a rate that varies over the day or from day to day; NEVER after until_s."""
    spread = stream["day_spread"] > 0.0
    while at_s <= until_s:
        day = int(at_s // DAY_S)
        highest = stream["rate_per_s"] * (factor_of(world, stream, day) if spread else 1.0)
        after_s = at_s + gap(world, stream, highest)
        if spread and after_s >= (day + 1.0) * DAY_S:
            at_s = (day + 1.0) * DAY_S
            continue
        at_s = after_s
        if at_s > until_s:
            break
        share = rate_at(world, stream, at_s) / stream["rate_per_s"]
        if share >= 1.0 or uniform(world, stream["key"], Draw.THINNING, stream["tried"]) < share:
            return at_s
    return NEVER


@inner
def until_of(world, stream):
    """When this stream ends, s."""
    return world.care[0]["length_s"] if stream["until_s"] < 0 else min(stream["until_s"], world.care[0]["length_s"])


@inner
def next_by_rate(world, stream, at_s):
    """The next arrival (s) of this stream after at_s, by its gaps or its rate."""
    if stream["gap_dist"] >= 0:
        stream["tried"] += 1
        return at_s + draw(world, stream["gap_dist"], stream["key"], ARRIVAL_GAP, stream["tried"])
    if stream["profile0"] < 0 and stream["day_spread"] <= 0.0 and stream["mean_s"] > 0.0:
        stream["tried"] += 1
        return at_s + exponential(world, stream["key"], ARRIVAL_GAP, stream["tried"], stream["mean_s"])
    if stream["thinning"] == Thinning.LAST_ARRIVAL:
        # The gap is exponential at the rate of the last arrival, however far it reaches into other hours.
        return at_s + gap(world, stream, rate_at(world, stream, at_s))
    return thinned(world, stream, at_s, 1.0 * until_of(world, stream))


@inner
def expect_at(world, i, at_s, event):
    """Expect stream i's next arrival or burst, unless its time is over."""
    stream, clock = world.streams[i], world.clock[0]
    if at_s < stream["last_s"] and (stream["most"] < 0 or stream["came"] < stream["most"]):
        schedule_new(world, max(whole_s(at_s), clock["now_s"]), event, clock["first_streams"] + i)


@inner
def has_dates(stream):
    """Whether this stream's arrivals are those of its list; with a gap or a rate, each takes a row of it at random."""
    return stream["listed0"] >= 0 and stream["gap_dist"] < 0 and stream["rate_per_s"] <= 0.0


@inner
def expect_next(world, i):
    """Expect the next single arrival, or the next burst, of stream i."""
    stream = world.streams[i]
    if has_dates(stream):
        expect_listed(world, i)
        return
    stream["at_s"] = next_by_rate(world, stream, stream["at_s"])
    expect_at(world, i, stream["at_s"], CAME if stream["burst_size_dist"] < 0 else BURST)


@handler
def expect_listed(world, i):
    """Expect the next arrival of the list of stream i."""
    stream = world.streams[i]
    if stream["came"] < stream["listed"]:
        expect_at(world, i, 1.0 * world.listed[stream["listed0"] + stream["came"]]["at_s"], CAME)


@handler
def open_burst(world, i):
    """A burst of stream i begins: how many come, and within what time."""
    stream, clock = world.streams[i], world.clock[0]
    size = whole_s(draw(world, stream["burst_size_dist"], stream["key"], Draw.BURST_SIZE, stream["bursts"]))
    stream["bursts"] += 1
    stream["burst_left"], stream["burst_end_s"] = size, 1.0 * (clock["now_s"] + stream["burst_within_s"])
    note_plain(world, BURST, -1, i, 0, 1.0 * size)
    expect_of_burst(world, i, 1.0 * clock["now_s"])


@handler
def expect_of_burst(world, i, from_s):
    """Expect the next patient of the burst, or the next burst when all have come."""
    stream = world.streams[i]
    if stream["burst_left"] == 0:
        stream["at_s"] = max(stream["at_s"], 0.0)
        expect_next(world, i)
        return
    u = uniform(world, stream["key"], Draw.BURST_SPREAD, stream["came"])
    window_s = stream["burst_end_s"] - from_s
    at_s = from_s + window_s * (1.0 - u ** (1.0 / stream["burst_left"]))
    stream["burst_left"] -= 1
    expect_at(world, i, at_s, CAME)


@inner
def expect_after(world, i, at_s):
    """Somebody of stream i has come: expect the next."""
    if world.streams[i]["burst_size_dist"] < 0:
        expect_next(world, i)
    else:
        expect_of_burst(world, i, 1.0 * at_s)


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


@inner
def is_plain(world, stream, s):
    """Whether the patients of this stream are all alike when they come, and come by gaps of one distribution."""
    single = stream["burst_size_dist"] < 0 and stream["listed0"] < 0 and stream["conditions"] == 1
    steady = stream["profile0"] < 0 and stream["day_spread"] <= 0.0
    if s < 0 or not single or not steady:
        return False
    case = world.cases[stream["only"]]
    return case["category"] >= 0 and case["is_wound"] == 0 and world.stations[s]["does"] & SORTS == 0


@handler
def begin_stream(world, i):
    """Nobody of stream i has come; the first is expected."""
    stream = world.streams[i]
    stream["key"] = entity_key(world, stream["name"])
    stream["came"] = stream["tried"] = stream["bursts"] = stream["burst_left"] = 0
    stream["at_s"], stream["factor_day"] = 1.0 * stream["from_s"], NEVER_S
    stream["only"] = world.mixes[stream["condition0"]]["condition"]
    stream["door"] = stream["station"]
    if stream["station"] < 0:
        stream["door"] = start_of(world, stream["facility"], stream["only"])
    stream["mean_s"] = 1.0 / stream["rate_per_s"] if stream["rate_per_s"] > 0.0 else 0.0
    stream["last_s"] = until_of(world, stream) - 0.5  # rounded to a whole second it must still be before the end
    stream["plain"] = 0
    expect_next(world, i)
    if is_plain(world, stream, stream["door"]):
        stream["plain"] = 1
        stream["ahead_s"] = next_by_rate(world, stream, 0.0)
