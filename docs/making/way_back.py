"""The picture of the way back: minds with and without people who matter, and the way home as a result."""

from pathlib import Path

import numpy as np

from homeward.codes import Aid, Tie
from homeward.kernel.year.convalescing import DISTRESS, walked
from homeward.results.figures.style import BLUE, GREY, ORANGE, PALE, VERMILLION, house_style
from homeward.run.lower_folk import Bond
from homeward.validation.convalescents import HOME_M, hurt, lived, village
from homeward.validation.walking_home import OUT_OF_PRACTICE
from making.diagrams import axes_of, saved

PATIENTS, DAYS, ISS, ACUTE_DAYS = 300, 120, 20, 8
TIES = (Tie.FRIEND, Tie.PUPIL, Tie.PARTNER)


def distress(ties: int) -> np.ndarray:
    """Distress (days, patients) of people who lost a leg, each with so many people who matter."""
    bonds = [
        Bond(i, PATIENTS * (k + 1) + i, TIES[k], 0.8, cares=True, trusted=True)
        for i in range(PATIENTS)
        for k in range(ties)
    ]
    people = village(PATIENTS * (len(TIES) + 1), bonds, therapists=PATIENTS, ledger=0)
    hurt(people, np.full(PATIENTS, ISS), np.ones(PATIENTS, bool))
    return lived(people, np.full(PATIENTS, ACUTE_DAYS), DAYS)[:, :, DISTRESS]


def minutes_home(healed: float, scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Minutes for the way home on two crutches by AMP score, and whether the flight at its end is climbed."""
    people = village(1, ledger=0)
    row = people.recoveries[0]
    people.physique["vo2max_w"] *= OUT_OF_PRACTICE
    row["aid"], row["healed"], row["detrained"], row["lost"] = Aid.TWO_CRUTCHES, healed, 0.1, 0.15
    found = []
    for score in scores:
        row["score"] = score
        found.append(walked(people, 0, HOME_M))
    times, climbed = zip(*found, strict=True)
    return np.array(times) / 60.0, np.array(climbed)


def way_back(_: str, page: Path) -> str:
    """Left: distress after the loss of a leg. Right: the walk home against the AMP score."""
    with house_style():
        figure, (left, right) = axes_of(2)
        days = np.arange(1, DAYS + 1)
        for ties, colour, label in ((3, BLUE, "three people who matter"), (0, VERMILLION, "nobody")):
            low, middle, high = np.quantile(distress(ties), (0.1, 0.5, 0.9), axis=1)
            left.fill_between(days, low, high, color=colour, alpha=0.15, linewidth=0)
            left.plot(days, middle, color=colour, label=label)
        left.axhline(10, color=PALE, zorder=0)
        left.set_xlabel("days since the leg was lost")
        left.set_ylabel("distress, points of the PHQ-9")
        left.legend()
        scores = np.arange(21.0, 43.5, 0.5)
        for healed, colour in ((0.2, VERMILLION), (0.4, ORANGE), (0.8, BLUE)):
            times, climbed = minutes_home(healed, scores)
            right.plot(scores, times, color=colour, label=f"body {100 * healed:.0f} % healed")
            right.plot(scores[climbed], times[climbed], "o", markersize=3, color=colour)
        right.axhline(HOME_M / 1.3 / 60.0, color=GREY, linestyle="--")
        right.set_xlabel("AMP score, two crutches")
        right.set_ylabel("way home, min")
        right.legend()
    return saved(figure, "way_back", "Distress with and without people who matter; the way home by AMP score", page)


MAKERS = {"way_back": way_back}
