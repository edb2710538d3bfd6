"""Members in hospital over the year, with bands over the replicates."""

import numpy as np

from homeward.results.figures.style import BLUE, Picture, blank, house_style, only_left
from homeward.results.organisation.figures.strength import BAND
from homeward.results.values import ValuedResults


def draw(results: ValuedResults, beds: np.ndarray) -> Picture:
    """Draw how many members lie in hospital each morning: beds (replicates, days)."""
    with house_style():
        title = finding(beds)
        subtitle = (
            "Line: median of the replicates; bands: half of them, and 90 % of them. Counted each morning; beds of "
            "patients who are no members are not counted."
        )
        figure = blank(results, title, 2.6, subtitle)
        axes = figure.subplots()
        low, lower, middle, upper, high = np.percentile(beds, BAND, axis=0)
        days = np.arange(1, beds.shape[1] + 1)
        axes.fill_between(days, low, high, step="mid", color=BLUE, alpha=0.18, linewidth=0)
        axes.fill_between(days, lower, upper, step="mid", color=BLUE, alpha=0.30, linewidth=0)
        axes.step(days, middle, where="mid", color=BLUE, linewidth=1.4)
        axes.set_ylim(0, max(1.0, 1.1 * float(high.max())))
        axes.set_xlim(1, max(2, beds.shape[1]))
        axes.set_xlabel("day")
        axes.set_ylabel("members in hospital")
        only_left(axes, "y")
        return Picture("beds", title, describe(beds), figure)


def finding(beds: np.ndarray) -> str:
    """The mean, and the most at once."""
    return f"{beds.mean():.1f} members lie in hospital on a mean morning, at most {beds.max():.0f} in any replicate"


def describe(beds: np.ndarray) -> str:
    """The picture in words."""
    middle = np.median(beds, axis=0)
    return f"{finding(beds)}. The median lies between {middle.min():.0f} and {middle.max():.0f}."
