"""Two programs, one centre: every measure of both with its 95 % interval, and whether the intervals overlap."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes

from homeward.validation.queues_estimate import Estimate, estimate
from verification.treatment_centre.measures import MEASURES, Measure

OURS, THEIRS, QUIET = "#1f5a82", "#b3521b", "#666666"
Values = Mapping[str, np.ndarray]
"""Our words for a measure -> one value per replication, nan where it is a mean over nobody."""


@dataclass(frozen=True)
class Compared:
    """One measure of both programs."""

    measure: Measure
    theirs: Estimate
    ours: Estimate

    @property
    def overlaps(self) -> bool:
        """Whether the 95 % intervals have a value in common; False when that cannot be said (nan)."""
        return abs(self.theirs.mean - self.ours.mean) <= self.theirs.half95 + self.ours.half95

    @property
    def verdict(self) -> str:
        """In a word."""
        return "overlap" if self.overlaps else "DIFFER"


def values_of_theirs(file: Path) -> Values:
    """Read what `theirs.py` wrote."""
    told = json.loads(file.read_text(encoding="utf-8"))["measures"]
    return {measure.words: np.array(told[measure.theirs], float) for measure in MEASURES}


def compare(theirs: Values, ours: Values) -> list[Compared]:
    """Compare measure by measure; KeyError when one is missing from either."""
    return [Compared(measure, estimate(theirs[measure.words]), estimate(ours[measure.words])) for measure in MEASURES]


def markdown(compared: Sequence[Compared]) -> str:
    """Return the table."""
    lines = ["| Measure | treat-sim | Homeward | 95 % intervals |", "|---|---|---|---|"]
    lines += [
        f"| {words(each.measure)} | {shown(each.theirs)} | {shown(each.ours)} | {each.verdict} |" for each in compared
    ]
    return "\n".join(lines) + "\n"


def words(measure: Measure) -> str:
    """Return a measure with its unit."""
    return f"{measure.words}, {measure.unit}" if measure.unit else measure.words


def shown(estimate: Estimate) -> str:
    """Return a mean with its interval."""
    decimals = 3 if estimate.mean < 2 else 1
    return f"{estimate.mean:.{decimals}f} ± {estimate.half95:.{decimals}f}"


def draw(axes: Axes, compared: Sequence[Compared]) -> None:
    """Draw both intervals of every measure, as a percentage of treat-sim's mean."""
    rows = np.arange(len(compared))
    for estimates, shift, colour, label in (
        ([each.theirs for each in compared], 0.16, THEIRS, "treat-sim 3.0.0"),
        ([each.ours for each in compared], -0.16, OURS, "Homeward"),
    ):
        scale = np.array([100.0 / each.theirs.mean for each in compared])
        means = np.array([each.mean for each in estimates]) * scale - 100.0
        halves = np.array([each.half95 for each in estimates]) * scale
        axes.errorbar(means, rows + shift, xerr=halves, fmt="o", ms=4, capsize=2, color=colour, label=label)
    axes.axvline(0.0, color=QUIET, lw=0.8)
    axes.set(yticks=rows, xlabel="difference from treat-sim's mean, %")
    axes.set_yticklabels([each.measure.words for each in compared])
    axes.invert_yaxis()
    axes.legend(frameon=False, loc="lower right")
