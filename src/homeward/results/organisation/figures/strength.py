"""Strength over the year: who is free for missions, by rank and day, with bands over the replicates."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from homeward.results.figures.style import BLUE, GREY, Picture, blank, house_style, only_left
from homeward.results.values import ValuedResults

BAND = (5, 25, 50, 75, 95)
"""Percentiles of the replicates: the outer band, the inner band, the line."""


def draw(results: ValuedResults, strength: np.ndarray, ranks: Sequence[str]) -> Picture:
    """Draw people free for missions: strength (replicates, days, ranks), the highest rank on top.

    Ranks of which nobody ever is free are left out.
    """
    with house_style():
        shown = [rank for rank in range(len(ranks)) if strength[:, :, rank].any()]
        title = finding(strength)
        subtitle = (
            "People at home, fit, and free of other duty each morning, by rank. Line: median of the replicates; bands: "
            "half of them, and 90 % of them."
        )
        figure = blank(results, title, 1.25 * len(shown) + 0.3, subtitle)
        panels = figure.subplots(len(shown), 1, sharex=True, squeeze=False)[:, 0]
        for panel, rank in zip(panels, reversed(shown), strict=True):
            _panel(panel, strength[:, :, rank], ranks[rank])
        panels[-1].set_xlabel("day")
        return Picture("strength", title, describe(strength, ranks), figure)


def _panel(axes: Axes, people: np.ndarray, rank: str) -> None:
    """One rank: (replicates, days)."""
    low, lower, middle, upper, high = np.percentile(people, BAND, axis=0)
    days = np.arange(1, people.shape[1] + 1)
    axes.fill_between(days, low, high, step="mid", color=BLUE, alpha=0.18, linewidth=0)
    axes.fill_between(days, lower, upper, step="mid", color=BLUE, alpha=0.30, linewidth=0)
    axes.step(days, middle, where="mid", color=BLUE, linewidth=1.4)
    axes.set_ylim(0, max(1.0, 1.08 * float(high.max())))
    axes.set_xlim(1, max(2, people.shape[1]))
    axes.set_title(rank, loc="left", color=GREY, size=9)
    only_left(axes, "y")


def finding(strength: np.ndarray) -> str:
    """How strength begins, how low it falls, how it ends."""
    whole = np.median(strength.sum(axis=2), axis=0)
    lowest = int(whole.argmin())
    return (
        f"{whole[0]:.0f} people are free for missions on day 1, {whole[lowest]:.0f} on day {lowest + 1}, the worst, "
        f"and {whole[-1]:.0f} on day {len(whole)}"
    )


def describe(strength: np.ndarray, ranks: Sequence[str]) -> str:
    """The picture in words."""
    middle = np.median(strength, axis=0)
    rows = [
        f"{rank}: {middle[0, k]:.0f} on day 1, between {middle[:, k].min():.0f} and {middle[:, k].max():.0f} later"
        for k, rank in enumerate(ranks)
    ]
    return f"People free for missions by rank over the year, medians. {'; '.join(rows)}."
