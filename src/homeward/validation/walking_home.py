"""The ten-minute walk on crutches, the stairs at its end, and how fast people walk at each level of mobility."""

import numpy as np

from homeward.codes import Aid, Tie
from homeward.kernel.year.convalescing import walked
from homeward.kernel.year.waking import DAY_S
from homeward.run.lower_folk import Bond
from homeward.validation.convalescents import HOME_M, hurt, lived, village
from homeward.validation.figure import Figure, Study

STORY = Study(
    "the teacher's story: a ten-minute walk takes thirty, one flight is too much", "S", "400 like him who lost a leg"
)
GAILEY = Study("six-minute walk by K-level after Gailey 2002; mean and SD", "M", "rested, on a prosthesis")
CRUTCHES = Study("six-minute walk by K-level after Gailey 2002; mean and SD", "M", "rested, on two crutches")

PATIENTS, DAYS, ISS, ACUTE_DAYS, LOST = 400, 90, 20, 8, 0.45
OUT_OF_PRACTICE = 47.0 / 54.0
"""His VO2max relative to a chuunin's: he teaches (scenario iruka)."""

SIX_MINUTES_S = 360.0
LEVELS = (("K2", 24.5, 190, 111), ("K3", 32.5, 299, 102), ("K4", 40.0, 419, 86))
"""Level, the AMP score in its middle, metres in six minutes, standard deviation."""


def gone_home() -> np.ndarray:
    """Return the RECOVERY rows of people who lost a leg, after three months; a former pupil moves in with each."""
    bonds = [Bond(i, PATIENTS + i, Tie.PUPIL, 0.9, cares=True, trusted=True) for i in range(PATIENTS)]
    people = village(2 * PATIENTS, bonds, therapists=PATIENTS, ledger=0)
    people.recoveries["lost"][:PATIENTS] = LOST
    people.physique["vo2max_w"] *= OUT_OF_PRACTICE
    hurt(people, np.full(PATIENTS, ISS), np.ones(PATIENTS, bool))
    lived(people, np.full(PATIENTS, ACUTE_DAYS), DAYS)
    rows = people.recoveries[:PATIENTS]
    return rows[rows["home_s"] >= 0]


def six_minute_walk_m(aid: Aid, score: float) -> float:
    """Return how far (m) somebody of that AMP score walks in six minutes, otherwise well."""
    people = village(1, ledger=0)
    people.recoveries["aid"], people.recoveries["score"] = aid, score
    time_s, _ = walked(people, 0, 100.0)
    return 100.0 * SIX_MINUTES_S / time_s


def ten_minutes() -> float:
    """Return how long (min) somebody well takes for the way home."""
    return walked(village(1, ledger=0), 0, HOME_M)[0] / 60.0


def figures() -> list[Figure]:
    """Return the way home well and on crutches, the stairs, and six minutes at each level."""
    rows = gone_home()
    at_once = rows["climbed_s"] == rows["home_s"]
    later = (rows["climbed_s"] - rows["home_s"])[(rows["climbed_s"] >= 0) & ~at_once]
    found = [
        STORY.about("the way home, well", 10.0, ten_minutes(), "min", 1.0, "a ten-minute walk"),
        STORY.between(
            "the way home on crutches", "30 min", np.median(rows["walked_s"]) / 60.0, "min", 25, 45, "median"
        ),
        STORY.told("the flight is too much at first", "yes", 100.0 * np.mean(~at_once), "% of lives", 0),
        STORY.told("days until it is climbed, of those", "weeks", float(np.median(later)) / DAY_S, "d", 0),
        STORY.told("days indoors", "14 d", float(np.median(rows["indoors"])), "d", 0),
    ]
    for level, score, metres, spread in LEVELS:
        ours = six_minute_walk_m(Aid.PROSTHESIS, score)
        found.append(GAILEY.about(f"six minutes at {level}", metres, ours, "m", spread, "one standard deviation", 0))
    ours = six_minute_walk_m(Aid.TWO_CRUTCHES, LEVELS[0][1])
    found.append(
        CRUTCHES.about("six minutes at K2", LEVELS[0][2], ours, "m", LEVELS[0][3], "one standard deviation", 0)
    )
    return found
