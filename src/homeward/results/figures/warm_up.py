"""Welch's plot: the mean over replicates, smoothed, and where MSER-5 says that the steady state begins."""

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes

from homeward.results.figures.style import (
    BLUE,
    GREEN,
    GREY,
    PALE,
    SKY,
    Picture,
    Sampled,
    blank,
    house_style,
    only_left,
)
from homeward.results.steady import SteadyMean
from homeward.results.warm_up import WarmUp, across, welch

SMOOTHING = 20
"""Welch's window is this part of the run, unless another is asked for."""


@dataclass(frozen=True)
class Observed:
    """What was observed: its name, its unit, and what one place is ("day", "patient")."""

    label: str
    unit: str
    place: str


def draw(
    results: Sampled,
    observed: Observed,
    observations: np.ndarray,
    warm_up: WarmUp,
    steady: SteadyMean | None,
    window: int | None = None,
) -> Picture:
    """Draw (replicates, n) observations; `steady` is the mean after the cut, where there is one to be told."""
    window = max(1, warm_up.n // SMOOTHING) if window is None else window
    title = finding(observed, warm_up)
    legend = [("mean over replicates", SKY), (f"smoothed over {2 * window + 1} {observed.place}s", BLUE)]
    with house_style():
        more = [("mean of the rest, with its 95 % interval", GREEN)] if steady else []
        figure = blank(results, title, 3.2, legend=[*legend, *more])
        axes = figure.subplots()
        curves(axes, observations, window)
        cut_off(axes, warm_up)
        if steady:
            level(axes, warm_up, steady)
        axes.set_xlim(0, warm_up.n - 1)
        axes.set_xlabel(f"{observed.place}, counted from 0")
        axes.set_ylabel(f"{observed.label}, {observed.unit}" if observed.unit else observed.label)
        only_left(axes, "y")
        return Picture("warm_up", title, describe(observed, warm_up, steady), figure)


def curves(axes: Axes, observations: np.ndarray, window: int) -> None:
    """Draw the mean over replicates, and above it the smoothed one."""
    means = across(observations)
    axes.plot(np.arange(len(means)), means, color=SKY, linewidth=0.8, alpha=0.8)
    smooth = welch(observations, window)
    axes.plot(np.arange(len(smooth)), smooth, color=BLUE, linewidth=2.0)


def cut_off(axes: Axes, warm_up: WarmUp) -> None:
    """Shade what is left out; nothing when no steady state was found, for then there is no cut to trust."""
    if warm_up.found and warm_up.cut:
        axes.axvspan(0, warm_up.cut, color=PALE, alpha=0.6, linewidth=0, zorder=0)
        axes.axvline(warm_up.cut, color=GREY, linewidth=1.0)


def level(axes: Axes, warm_up: WarmUp, steady: SteadyMean) -> None:
    """Draw the steady mean and its interval over what was left in."""
    span = [warm_up.cut, warm_up.n - 1]
    axes.fill_between(span, [steady.low] * 2, [steady.high] * 2, color=GREEN, alpha=0.25, linewidth=0)
    axes.plot(span, [steady.mean] * 2, color=GREEN, linewidth=1.4)


def finding(observed: Observed, warm_up: WarmUp) -> str:
    """The title."""
    what = observed.label[:1].upper() + observed.label[1:]
    if not warm_up.found:
        return f"{what}: no steady state in sight within {warm_up.n:,} {observed.place}s"
    if not warm_up.cut:
        return f"{what}: steady from the first {observed.place} on"
    return f"{what}: steady after {warm_up.cut:,} {observed.place}s"


def describe(observed: Observed, warm_up: WarmUp, steady: SteadyMean | None) -> str:
    """Say what the picture shows, for those who cannot see it."""
    told = f"{observed.label} by {observed.place}, mean over replicates and smoothed. {warm_up.sentence()}"
    if steady is None:
        return told
    rest = f"{steady.mean:.4g} {observed.unit}".strip()
    return f"{told} The mean of the rest is {rest} ({steady.low:.4g} to {steady.high:.4g})."
