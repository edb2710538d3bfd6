"""The arms ranked: a dot for the share of lives, a line for its 95 % interval, the number beside it."""

from matplotlib.axes import Axes

from homeward.results.figures.style import (
    BLACK,
    BLUE,
    GREY,
    PALE,
    VERMILLION,
    Picture,
    blank,
    house_style,
    only_left,
    wrap,
)
from homeward.results.findings import answer_of, asks_who_was_lost, headline, ranked, share_with_interval
from homeward.results.results import ArmResult, Results

LINE_IN = 0.17
"""Height of a line of a label."""

LABEL_IN = 2.05
"""Width of the labels at the left."""


def question(results: Results) -> str:
    """What the axis counts, in words."""
    focus = results.focus
    if results.review is None:
        return f"Lives in which {focus} is alive at 30 days"
    agreeing = f"of the {results.review.agreeing:,} lives that agree with what was seen"
    if asks_who_was_lost(results):
        return f"{focus} would have been lost: share {agreeing}"
    return f"{focus} would have been saved: share {agreeing}"


def draw(results: Results) -> Picture:
    """Arms from best to worst with 95 % intervals: saved or lost in a review, alive at 30 days otherwise."""
    with house_style():
        arms = ranked(results)
        labels = [wrap(arm.name, LABEL_IN) for arm in arms]
        heights = [LINE_IN * max(1.5, label.count("\n") + 1.6) for label in labels]
        title = headline(results)
        figure = blank(results, title, sum(heights) + 0.3, f"{question(results)}, with 95 % interval")
        axes = figure.subplots()
        places = middles(heights)
        for place, arm in zip(places, arms, strict=True):
            _arm(axes, place, results, arm)
        axes.set_yticks(places, labels)
        axes.set_ylim(sum(heights), 0)
        _scale(axes, results)
        return Picture("ranking", title, describe(results, arms), figure)


def middles(heights: list[float]) -> list[float]:
    """The middle of each of a column of rows."""
    tops = [sum(heights[:i]) for i in range(len(heights))]
    return [top + height / 2 for top, height in zip(tops, heights, strict=True)]


def _arm(axes: Axes, place: float, results: Results, arm: ArmResult) -> None:
    """One row: interval, dot, number."""
    answer = answer_of(results, arm)
    if answer is None or answer.mean is None or answer.low is None or answer.high is None:
        axes.text(0.01, place, "no life could answer", va="center", color=GREY, style="italic")
        return
    colour = VERMILLION if asks_who_was_lost(results) else BLUE
    if arm is results.base:
        colour = BLACK
        axes.axvline(answer.mean, color=PALE, linewidth=1.2, linestyle=(0, (4, 3)), zorder=0)
    axes.plot([answer.low, answer.high], [place, place], color=colour, linewidth=2.4, solid_capstyle="butt")
    axes.plot(answer.mean, place, "o", color=colour, markersize=6, clip_on=False)
    axes.annotate(
        share_with_interval(answer), (answer.high, place), (7, 0), textcoords="offset points", va="center", color=BLACK
    )


def _scale(axes: Axes, results: Results) -> None:
    """Percent from 0 to a little beyond the highest interval, with room for the number beside it."""
    highs = [answer.high for arm in ranked(results) if (answer := answer_of(results, arm)) and answer.high is not None]
    top = max([*highs, 0.02])
    axes.set_xlim(-0.02 * top, 1.36 * top)
    ticks = [float(tick) for tick in axes.get_xticks() if -1e-9 <= tick <= min(1.0, 1.3 * top) + 1e-9]
    axes.set_xticks(ticks, [f"{100 * tick:.6g} %" for tick in ticks])
    axes.spines["bottom"].set_bounds(0, ticks[-1])
    axes.spines["left"].set_visible(False)
    only_left(axes)


def describe(results: Results, arms: list[ArmResult]) -> str:
    """The picture in words."""
    rows = [f"{arm.name}: {share_with_interval(answer_of(results, arm))}" for arm in arms]
    return f"{question(results)}, with 95 % intervals. {'; '.join(rows)}."
