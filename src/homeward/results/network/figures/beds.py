"""Beds over time: how many are taken in every area, and how many patients wait, with bands over the replicates."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from homeward.results.figures.style import BLUE, GREY, VERMILLION, Picture, blank, house_style, only_left
from homeward.results.network.census import TAKEN, WAITING
from homeward.results.network.study import NetworkResults

BAND = (5, 25, 50, 75, 95)
"""Percentiles of the replicates: the outer band, the inner band, the line."""

MOST_PANELS = 8
"""Areas shown: those with most beds taken."""

PANEL_IN = 0.95
LONG_S, HOUR_S, DAY_S = 4 * 86_400, 3600, 86_400


def draw(results: NetworkResults) -> Picture | None:
    """Draw the beds taken in every area of the base, and below them who waits; None without a census."""
    columns = results.base.columns
    if TAKEN not in columns or columns[TAKEN].shape[1] < 2:
        return None
    panels = panels_of(results, columns[TAKEN], columns[WAITING])
    with house_style():
        title = finding(results, columns[TAKEN])
        subtitle = "Line: median of the replicates; bands: half of them, and 90 % of them. Dashed: beds there are."
        figure = blank(results, title, PANEL_IN * len(panels) + 0.4, subtitle)
        axes = figure.subplots(len(panels), 1, sharex=True, squeeze=False)[:, 0]
        hours, unit = times(results, columns[TAKEN].shape[1])
        for panel, (name, values, beds) in zip(axes, panels, strict=True):
            _panel(panel, hours, values, name, beds)
        axes[-1].set_xlabel(unit)
        return Picture("beds", title, describe(results, columns[TAKEN]), figure)


Panel = tuple[str, np.ndarray, int | None]


def panels_of(results: NetworkResults, taken: np.ndarray, waiting: np.ndarray) -> list[Panel]:
    """Return name, (replicates, moments) values and beds of the areas used most, then of all who wait."""
    used = [a for a in np.argsort(-taken[:, :, :-1].mean(axis=(0, 1)), kind="stable") if taken[:, :, a].any()]
    chosen = sorted(used[:MOST_PANELS])
    areas: list[Panel] = [(f"{results.areas[a][0]}: beds taken", taken[:, :, a], results.areas[a][1]) for a in chosen]
    return [*areas, ("patients who wait, anywhere", waiting[:, :, -1], None)]


def times(results: NetworkResults, moments: int) -> tuple[np.ndarray, str]:
    """Return the moments of the census, in hours or days, and what to call them."""
    seconds = np.arange(moments) * results.every_s
    return (seconds / DAY_S, "days") if seconds[-1] > LONG_S else (seconds / HOUR_S, "hours since the start")


def _panel(axes: Axes, hours: np.ndarray, values: np.ndarray, name: str, beds: int | None) -> None:
    """One area over time."""
    low, lower, middle, upper, high = np.percentile(values, BAND, axis=0)
    axes.fill_between(hours, low, high, color=BLUE, alpha=0.18, linewidth=0)
    axes.fill_between(hours, lower, upper, color=BLUE, alpha=0.30, linewidth=0)
    axes.plot(hours, middle, color=BLUE, linewidth=1.3)
    top = float(high.max())
    if beds is not None and beds > 0:
        axes.axhline(beds, color=VERMILLION, linewidth=1.0, linestyle=(0, (4, 2)))
        top = max(top, float(beds))
    axes.set_ylim(0, max(1.0, 1.12 * top))
    axes.set_xlim(float(hours[0]), float(hours[-1]))
    axes.locator_params(axis="y", integer=True, nbins=4)
    axes.set_title(name, loc="left", color=GREY, size=9)
    only_left(axes, "y")


def finding(results: NetworkResults, taken: np.ndarray) -> str:
    """Which area is full most of the time; without beds, how many are inside."""
    full = {
        name: float((taken[:, :, a] >= beds).mean())
        for a, (name, beds) in enumerate(results.areas)
        if beds is not None and beds > 0
    }
    if not full:
        return f"{taken[:, :, -1].mean():.1f} patients are inside on average"
    worst = max(full, key=lambda name: full[name])
    return f"“{worst}” is full {100 * full[worst]:.0f} % of the time"


def describe(results: NetworkResults, taken: np.ndarray) -> str:
    """The picture in words."""
    said = [f"{name}: {taken[:, :, a].mean():.1f} taken" for a, (name, _) in enumerate(results.areas)]
    areas: Sequence[str] = said or ["no area has beds"]
    return f"{finding(results, taken)}. On average over the run, {'; '.join(areas)}."
