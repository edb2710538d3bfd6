"""Beds taken over the year, with bands over the replicates."""

import numpy as np

from homeward.results.figures.style import BLUE, VERMILLION, Picture, blank, house_style, only_left
from homeward.results.organisation.figures.strength import BAND
from homeward.results.values import ValuedResults


def draw(results: ValuedResults, beds: np.ndarray, capacity: int) -> Picture:
    """Draw beds taken each morning: beds (replicates, days); capacity: how many there are, 0 when unlimited."""
    with house_style():
        title = finding(beds, capacity)
        subtitle = "Line: median of the replicates; bands: half of them, and 90 % of them. Counted each morning."
        figure = blank(results, title, 2.6, subtitle)
        axes = figure.subplots()
        low, lower, middle, upper, high = np.percentile(beds, BAND, axis=0)
        days = np.arange(1, beds.shape[1] + 1)
        axes.fill_between(days, low, high, step="mid", color=BLUE, alpha=0.18, linewidth=0)
        axes.fill_between(days, lower, upper, step="mid", color=BLUE, alpha=0.30, linewidth=0)
        axes.step(days, middle, where="mid", color=BLUE, linewidth=1.4)
        if capacity > 0:
            axes.axhline(capacity, color=VERMILLION, linewidth=1.0, linestyle=(0, (4, 2)))
            axes.annotate(f"{capacity} beds", (1, capacity), (2, 2), textcoords="offset points", size=8)
        axes.set_ylim(0, max(1.0, 1.1 * float(max(high.max(), capacity))))
        axes.set_xlim(1, max(2, beds.shape[1]))
        axes.set_xlabel("day")
        axes.set_ylabel("beds taken")
        only_left(axes, "y")
        return Picture("beds", title, describe(beds, capacity), figure)


def finding(beds: np.ndarray, capacity: int) -> str:
    """The mean, and on how many days the house is full."""
    mean = float(beds.mean())
    if capacity <= 0:
        return f"{mean:.1f} beds are taken on a mean morning"
    full = float((beds >= capacity).mean()) * beds.shape[1]
    return f"{mean:.1f} of {capacity} beds are taken on a mean morning; the hospital is full on {full:.1f} days"


def describe(beds: np.ndarray, capacity: int) -> str:
    """The picture in words."""
    middle = np.median(beds, axis=0)
    return f"{finding(beds, capacity)}. The median lies between {middle.min():.0f} and {middle.max():.0f} beds."
