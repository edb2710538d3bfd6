"""Streams: when the next patient comes, by gaps, by rates that vary, in bursts, or by a list with dates.

A rate that varies is thinned (Lewis and Shedler 1979): candidates come at the highest rate, and each is kept with the
share that the rate at its own time has of it. A day's factor scales both, so candidates begin anew at midnight, which
an exponential gap allows. Bursts spread their patients uniformly; the next of k is the least of k uniforms.
"""

from homeward.codes import Draw, Event, Thinning
from homeward.kernel.calendar import schedule_new
from homeward.kernel.care.doors import start_of
from homeward.kernel.care.notes import note_plain
from homeward.kernel.care.stations import SORTS
from homeward.kernel.care.times import DAY_S, NEVER_S, whole_s
from homeward.kernel.draws import draw, entity_key, exponential, uniform
from homeward.kernel.gamma import gamma_quantile
from homeward.kernel.jit import handler, inner

CAME, BURST, ARRIVAL_GAP = int(Event.CAME), int(Event.BURST), int(Draw.ARRIVAL_GAP)
NEVER = 1e15


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
