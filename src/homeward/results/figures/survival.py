"""Survival curves by arm: the first hours on the left, the days after on the right."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from homeward.results.figures.labels import spread_out
from homeward.results.figures.style import (
    BLUE,
    GREY,
    PALE,
    VERMILLION,
    Picture,
    blank,
    house_style,
    ink,
    only_left,
    wrap,
)
from homeward.results.findings import best_arm, manner, percent
from homeward.results.results import ArmResult, Results

DAY_S = 86_400
HORIZON_S = 30 * DAY_S
LABEL_IN = 0.155
"""Height of a line of a label beside a curve."""

ROUND_MIN = (10, 20, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720, 960, 1440)
"""Minutes at which the left part may end."""


def draw(results: Results) -> Picture:
    """Share alive against time, each arm named at its end; 95 % bands for the base and the best alternative."""
    with house_style():
        arms, best = list(results.arms), best_arm(results)
        labels = {arm.name: wrap(arm.name, 1.9, 8) for arm in arms}
        lines = sum(label.count("\n") + 1 for label in labels.values())
        title = finding(results, best)
        height_in = max(3.4, LABEL_IN * (lines + 0.4 * len(arms)) + 0.9)
        figure = blank(results, title, height_in)
        near, far = figure.subplots(1, 2, sharey=True, width_ratios=(3.3, 1))
        minutes = first_hours_min(arms)
        for arm in arms:
            colour = VERMILLION if arm is results.base else BLUE if arm is best else GREY
            _curve(near, arm, (0, 60 * minutes), 60, colour)
            _curve(far, arm, (60 * minutes, HORIZON_S), DAY_S, colour)
        _axes(results, near, far, minutes)
        _name_curves(figure, far, arms, labels, results.base, best, height_in)
        return Picture("survival", title, describe(results), figure)


def first_hours_min(arms: list[ArmResult]) -> int:
    """Minutes by which 95 % of the first day's deaths, of all arms together, have happened; rounded up."""
    minutes = np.array(ROUND_MIN)
    deaths = np.array([sum(1 - arm.survival.at(60 * m) for arm in arms) for m in minutes])
    return int(minutes[np.argmax(deaths >= 0.95 * deaths[-1])])


def _curve(axes: Axes, arm: ArmResult, span_s: tuple[int, int], unit_s: int, colour: str) -> None:
    """One step curve between two moments; with its band, and heavier, when it has a colour of its own."""
    curve, banded = arm.survival, colour != GREY
    moments = np.unique([*span_s, *curve.times_s[(curve.times_s > span_s[0]) & (curve.times_s < span_s[1])]])
    steps = np.searchsorted(curve.times_s, moments, side="right") - 1
    times, order = moments / unit_s, 3 if banded else 2
    if banded:
        low, high = curve.low[steps], curve.high[steps]
        axes.fill_between(times, low, high, step="post", color=colour, alpha=0.22, linewidth=0, zorder=order - 1)
    axes.step(times, curve.alive[steps], where="post", color=colour, linewidth=2.0 if banded else 1.0, zorder=order)


def _axes(results: Results, near: Axes, far: Axes, minutes: int) -> None:
    """Scales: minutes on the left, days on the right, percent alive on both."""
    near.set_xlim(0, minutes)
    near.set_xlabel("minutes since the incident began")
    far.set_xlim(minutes / 1440, 30)
    far.set_xticks([10, 20, 30])
    far.set_xlabel("days")
    near.set_ylim(0, 1.02)
    near.set_yticks([0, 0.25, 0.5, 0.75, 1], ["0 %", "25 %", "50 %", "75 %", "100 %"])
    near.set_ylabel(f"lives in which {results.focus} is alive")
    far.spines["left"].set_color(PALE)
    for axes in (near, far):
        only_left(axes, "y")


def _name_curves(
    figure: Figure,
    axes: Axes,
    arms: list[ArmResult],
    labels: dict[str, str],
    base: ArmResult,
    best: ArmResult | None,
    height_in: float,
) -> None:
    """Write each arm's name beside the end of its curve, moved apart where curves end close together."""
    order = sorted(arms, key=lambda arm: arm.survival.at(HORIZON_S))
    ends = [arm.survival.at(HORIZON_S) for arm in order]
    unit = 1.02 * LABEL_IN / (height_in - 0.75)
    sizes = [unit * (labels[arm.name].count("\n") + 1.35) for arm in order]
    for arm, end, place in zip(order, ends, spread_out(ends, sizes), strict=True):
        colour = VERMILLION if arm is base else BLUE if arm is best else GREY
        axes.annotate(
            f"{labels[arm.name]}  {percent(end)}",
            (30, end),
            (38.5, place),
            va="center",
            size=8,
            color=ink(colour),
            weight="bold" if colour != GREY else "normal",
            annotation_clip=False,
            arrowprops={
                "arrowstyle": "-",
                "color": colour,
                "linewidth": 0.6,
                "shrinkA": 1,
                "shrinkB": 0,
                "relpos": (0, 0.5),
            },
        )


def finding(results: Results, best: ArmResult | None) -> str:
    """How many are alive at 30 days as it was, and at best."""
    base = results.base
    alive = f"{results.focus} is alive at 30 days in {percent(base.survival.at(HORIZON_S))} of the lives {manner(base)}"
    return alive if best is None else f"{alive}, in {percent(best.survival.at(HORIZON_S))} {manner(best)}"


def describe(results: Results) -> str:
    """The picture in words."""
    ends = [(arm.name, arm.survival.at(3600), arm.survival.at(HORIZON_S)) for arm in results.arms]
    rows = [f"{name}: {percent(hour)} alive after one hour, {percent(end)} at 30 days" for name, hour, end in ends]
    return f"Survival of {results.focus} by arm. {'; '.join(rows)}."
