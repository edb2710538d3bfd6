"""Queues with an exact answer and arrivals by the hour, with more replicates than `homeward validate` takes."""

from collections.abc import Callable, Sequence

import numpy as np
from matplotlib.axes import Axes

from homeward.validation import Figure, queues, queues_arrivals

OURS, QUIET = "#1f5a82", "#666666"
REPLICATES = 1000


def figures(say: Callable[[str], None]) -> list[Figure]:
    """Return every figure."""
    say(f"queues with an exact answer, {REPLICATES:,} replicates each")
    found = queues.figures(REPLICATES)
    say("arrivals by the hour")
    return found + queues_arrivals.figures(10 * REPLICATES)


def draw(axes: Axes, figures: Sequence[Figure]) -> None:
    """Draw every mean that has an exact value as a difference from it, with the bounds of the verdict."""
    shown = [each for each in figures if each.tolerance.startswith("±")]
    rows = np.arange(len(shown))
    low, high = (np.array([getattr(each, end) for each in shown]) for end in ("low", "high"))
    exact, by = (low + high) / 2.0, 100.0 * (high - low) / (high + low)
    off = np.array([each.value for each in shown]) / exact * 100.0 - 100.0
    axes.barh(rows, 2.0 * by, left=-by, color=QUIET, alpha=0.2, height=0.6, label="allowed")
    axes.plot(off, rows, "o", color=OURS, label="simulated")
    axes.axvline(0.0, color=QUIET, lw=0.8)
    axes.set(yticks=rows, xlabel="difference from the exact value, %")
    axes.set_yticklabels([each.item for each in shown])
    axes.invert_yaxis()
    axes.legend(frameon=False, loc="lower right")
