"""Rows of means with intervals, one colour per arm: what waits and utilisations have in common."""

from collections.abc import Sequence
from typing import NamedTuple

from matplotlib.axes import Axes

from homeward.results.figures.style import BLACK, BLUE, GREEN, ORANGE, PURPLE, SKY, VERMILLION, Legend
from homeward.results.network.study import NetworkResults
from homeward.results.quantity import Measure

COLOURS = (BLACK, BLUE, VERMILLION, GREEN, ORANGE, PURPLE, SKY)
"""Of arms, the base first; further ones are left to the tables."""

ROW_IN, ARM_IN = 0.14, 0.13
"""Height of a row: between its neighbours, and for every arm."""


class Bar(NamedTuple):
    """One arm's measure in a row."""

    colour: str
    measure: Measure


class Row(NamedTuple):
    """A label and a bar for every arm."""

    label: str
    bars: list[Bar]


def row_of(results: NetworkResults, name: str, label: str) -> Row | None:
    """Return the row of a measure; None when no arm has an answer."""
    arms = zip(COLOURS, results.arms, strict=False)
    bars = [Bar(colour, arm.measures[name]) for colour, arm in arms if arm.measures[name].mean is not None]
    return Row(label, bars) if bars else None


def legend_of(results: NetworkResults) -> Legend:
    """Return the arms and their colours; nothing for one arm alone."""
    if len(results.arms) == 1:
        return ()
    return [(arm.name, colour) for colour, arm in zip(COLOURS, results.arms, strict=False)]


def height_of(rows: Sequence[Row]) -> float:
    """Return the height of all rows, in inches."""
    return sum(ROW_IN + ARM_IN * len(row.bars) for row in rows)


def draw_rows(axes: Axes, rows: Sequence[Row], scale: float = 1.0) -> None:
    """Draw a dot at each mean and a line for its interval, values times `scale`."""
    top, places = 0.0, []
    for row in rows:
        height = ROW_IN + ARM_IN * len(row.bars)
        for k, bar in enumerate(row.bars):
            draw_bar(axes, top + ROW_IN / 2 + ARM_IN * (k + 0.5), bar, scale)
        places.append(top + height / 2)
        top += height
    axes.set_yticks(places, [row.label for row in rows])
    axes.set_ylim(top, 0)
    axes.spines["left"].set_visible(False)


def draw_bar(axes: Axes, place: float, bar: Bar, scale: float) -> None:
    """One arm in one row: a pale bar from nothing, its interval, its mean."""
    mean, low, high = bar.measure.mean, bar.measure.low, bar.measure.high
    if mean is None or low is None or high is None:
        return
    axes.barh(place, scale * mean, height=0.72 * ARM_IN, color=bar.colour, alpha=0.22, linewidth=0)
    axes.plot([scale * low, scale * high], [place, place], color=bar.colour, linewidth=2.0, solid_capstyle="butt")
    axes.plot(scale * mean, place, "o", color=bar.colour, markersize=3.6, clip_on=False)
