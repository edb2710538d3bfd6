"""The flow of people between duty states from quarter to quarter: an alluvial picture of mean numbers."""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from homeward.codes import DutyStatus
from homeward.results.figures.style import PALE, Picture, blank, house_style
from homeward.results.organisation.figures.palette import STATUS as COLOURS
from homeward.results.organisation.words import STATUS
from homeward.results.values import ValuedResults

BAR, LEAST = 0.06, 0.05
"""Width of a bar, with checkpoints one apart; and the fewest people, on average, whose stream is drawn."""


def draw(results: ValuedResults, flows: np.ndarray, days: Sequence[int]) -> Picture:
    """Draw flows (replicates, checkpoints - 1, states, states), from row to column, at days (checkpoints,)."""
    with house_style():
        mean = flows.mean(axis=0)
        used = [state for state in COLOURS if mean[:, state].any() or mean[:, :, state].any()]
        title = finding(mean)
        legend = [(STATUS[state], COLOURS[state]) for state in used]
        subtitle = (
            "Mean number of people in each state at the start and at the end of each quarter, and who moves where."
        )
        figure = blank(results, title, 4.2, subtitle, legend)
        axes = figure.subplots()
        _bars_and_streams(axes, mean, used, days)
        return Picture("flows", title, describe(mean, used, days), figure)


def _bars_and_streams(axes: Axes, mean: np.ndarray, used: Sequence[DutyStatus], days: Sequence[int]) -> None:
    stocks = np.concatenate([mean[:1].sum(axis=2), mean.sum(axis=1)])
    tops = [bottoms_of(stock, used) for stock in stocks]
    for k, bottoms in enumerate(tops):
        for state in used:
            axes.add_patch(Rectangle((k - BAR / 2, bottoms[state]), BAR, stocks[k, state], color=COLOURS[state], lw=0))
    for k in range(len(mean)):
        _streams(axes, mean[k], used, (k, tops[k], tops[k + 1]))
    axes.set_xlim(-0.1, len(mean) + 0.1)
    axes.set_ylim(0, float(stocks[0].sum()) * 1.01)
    axes.set_xticks(range(len(days)), [f"day {day}" for day in days])
    axes.set_ylabel("people")
    axes.spines["bottom"].set_visible(False)
    axes.tick_params(length=0)


def bottoms_of(stock: np.ndarray, used: Sequence[DutyStatus]) -> dict[DutyStatus, float]:
    """Where each state's block begins in a stack of (states,) people."""
    bottoms, level = {}, 0.0
    for state in used:
        bottoms[state] = level
        level += float(stock[state])
    return bottoms


def _streams(
    axes: Axes,
    flow: np.ndarray,
    used: Sequence[DutyStatus],
    where: tuple[int, Mapping[DutyStatus, float], Mapping[DutyStatus, float]],
) -> None:
    """Ribbons from one bar to the next, in the colour of where they come from; those who stay are pale."""
    k, left, right = where
    out, into = dict(left), dict(right)
    for start in used:
        for end in used:
            people = float(flow[start, end])
            if people > 0:
                if people >= LEAST:
                    _ribbon(axes, (k + BAR / 2, out[start]), (k + 1 - BAR / 2, into[end]), people, start, end)
                out[start] += people
                into[end] += people


def _ribbon(
    axes: Axes,
    left: tuple[float, float],
    right: tuple[float, float],
    people: float,
    start: DutyStatus,
    end: DutyStatus,
) -> None:
    (x0, y0), (x1, y1) = left, right
    middle = (x0 + x1) / 2
    points = [(x0, y0), (middle, y0), (middle, y1), (x1, y1), (x1, y1 + people)]
    points += [(middle, y1 + people), (middle, y0 + people), (x0, y0 + people), (x0, y0)]
    codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
    stays = start == end
    colour = PALE if stays else COLOURS[start]
    axes.add_patch(PathPatch(Path(points, codes), facecolor=colour, alpha=0.45 if stays else 0.6, linewidth=0))


def finding(mean: np.ndarray) -> str:
    """How many are available at the end, of how many, and how many are gone for ever."""
    start, end = mean[0].sum(axis=1), mean[-1].sum(axis=0)
    fit = end[DutyStatus.AVAILABLE] + end[DutyStatus.ON_MISSION] + end[DutyStatus.RESTING]
    gone = end[DutyStatus.FALLEN] + end[DutyStatus.MISSING] - start[DutyStatus.FALLEN] - start[DutyStatus.MISSING]
    return (
        f"Of {start.sum():.0f} people {fit:.0f} serve at the end of the year, {end[DutyStatus.CONVALESCENT]:.1f} are "
        f"convalescent, {gone:.1f} have fallen or are missing"
    )


def describe(mean: np.ndarray, used: Sequence[DutyStatus], days: Sequence[int]) -> str:
    """The picture in words."""
    end = mean[-1].sum(axis=0)
    rows = [
        f"{STATUS[state]}: {mean[0, state].sum():.1f} on day {days[0]}, {end[state]:.1f} at the end" for state in used
    ]
    return f"Flow of people between duty states, means. {'; '.join(rows)}."
