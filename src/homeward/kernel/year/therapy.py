"""Therapy: sessions, as many as there are therapists for, and the points of mobility they bring.

A session at score s of most brings gain (1 - s / most) x a good or bad day x (1 - mood_takes D / 27). Who was left out
yesterday is first today: the list goes round.
"""

from homeward.codes import Draw, Event, LimbStage
from homeward.kernel.jit import inner, process
from homeward.kernel.year.chance import scattered
from homeward.kernel.year.folk_tables import SOFT
from homeward.kernel.year.mind import WORST, felt, responds
from homeward.kernel.year.notes import note


@inner
def wants_therapy(world, i):
    """Whether member i, looked at this morning, should have a session today."""
    row = world.recoveries[i]
    if row["began_s"] == -1 or row["wound"] == SOFT or row["away_s"] >= 0 or row["fit_s"] >= 0:
        return False
    if row["healed_d"] >= row["needs_d"] and row["limb"] != LimbStage.LEARNING:
        return False
    ill = world.clock[0]["now_s"] < row["stops_until_s"]
    return responds(world, i) == 1 and not ill and world.members[i]["patient"] == -1


@inner
def most_points(world, i):
    """The top of the scale on which member i is scored."""
    row, folk = world.recoveries[i], world.folk[0]
    return folk["score_most"][1] if row["limb"] == LimbStage.LEARNING else folk["score_most"][0]


@inner
def takes(world, i):
    """Share of what is offered that member i takes, in the mood he is in."""
    return 1.0 - world.folk[0]["mood_takes"] * felt(world, i) / WORST


@inner
def gain_points(world, i, points):
    """Member i moves up the scale: by `points` at its bottom, by nothing at its top."""
    row = world.recoveries[i]
    row["score"] = min(most_points(world, i), row["score"] + points * (1.0 - row["score"] / most_points(world, i)))


@process
def treat(world, i):
    """One session."""
    row, folk = world.recoveries[i], world.folk[0]
    day = scattered(world, i, Draw.THERAPY_GAIN, row["sessions"], 1.0, folk["therapy_spread"])
    gain_points(world, i, folk["therapy_gain"] * day * takes(world, i))
    row["sessions"] += 1
    row["session_s"] = world.clock[0]["now_s"]
    world.folk_day[0]["sessions"] += 1
    note(world, Event.THERAPY, i, -1, row["score"])


@process
def practise(world, i):
    """A day without a session, on his own."""
    folk = world.folk[0]
    gain_points(world, i, folk["practice"] * folk["therapy_gain"] * takes(world, i))


@inner
def next_in_turn(world, after, first):
    """The first member of this morning's list from `first` on whose row is beyond `after`; -1 when there is none."""
    i = first
    while i >= 0 and i <= after:
        i = world.recoveries[i]["next"]
    return i


@process
def treat_span(world, first, end, left):
    """Treat those from `first` up to `end` (not included) of this morning's list; returns the sessions left."""
    day, i = world.folk_day[0], first
    while i >= 0 and i != end:
        if wants_therapy(world, i):
            day["wanted"] += 1
            if left > 0:
                left -= 1
                day["turn"] = i
                treat(world, i)
            else:
                practise(world, i)
        i = world.recoveries[i]["next"]
    return left


@process
def give_therapy(world):
    """The day's sessions, among those looked at this morning."""
    folk, day = world.folk[0], world.folk_day[0]
    left = folk["therapists"] * folk["sessions_each"]
    day["sessions"], day["wanted"] = 0, 0
    begun = next_in_turn(world, day["turn"], day["first"])
    left = treat_span(world, begun, -1, left)
    treat_span(world, day["first"], begun, left)
