"""Necessary and sufficient: of 100 lives each, how many turn on the decision that was made."""

import numpy as np
from matplotlib.axes import Axes

from homeward.results.figures.ranking import LINE_IN, middles
from homeward.results.figures.style import BLACK, BLUE, GREY, ORANGE, PALE, Picture, blank, house_style, wrap
from homeward.results.findings import percent, ranked, share_with_interval
from homeward.results.quantity import Measure
from homeward.results.results import ArmResult, Results

ROW_IN = 0.08
"""Between two rows of dots."""


def draw(results: Results) -> Picture:
    """Per arm two bars of 100 lives: where what was done was necessary (PN), and where it was sufficient (PS)."""
    assert results.review is not None
    with house_style():
        arms = ranked(results)
        labels = [wrap(arm.name, 1.75) for arm in arms]
        heights = [max(0.42, LINE_IN * (label.count("\n") + 1.7)) for label in labels]
        title = finding(results)
        figure = blank(results, title, sum(heights) + 0.8)
        left, right = figure.subplots(1, 2, sharey=True)
        for place, arm in zip(middles(heights), arms, strict=True):
            _hundred(left, place, arm.necessary, BLUE)
            _hundred(right, place, arm.sufficient, ORANGE)
        left.set_yticks(middles(heights), labels)
        left.set_ylim(sum(heights), 0)
        meanings = [wrap(meaning, 2.3, 8) for meaning in meanings_of(results)]
        lines = max(meaning.count("\n") + 1 for meaning in meanings)
        _head(left, "Necessary (PN)", meanings[0], lines)
        _head(right, "Sufficient (PS)", meanings[1], lines)
        return Picture("necessary", title, describe(results, arms), figure)


def endings(results: Results) -> tuple[str, str]:
    """How the facts ended, and the other way."""
    assert results.review is not None
    return ("life", "death") if results.review.ended == "life" else ("death", "life")


def meanings_of(results: Results) -> tuple[str, str]:
    """What PN and PS count, each in a sentence of its own."""
    ended, other = endings(results)
    return (
        f"of 100 lives that agree with the facts and end in {ended}, so many end in {other} under this arm",
        f"of 100 lives that end in {other} under this arm, so many end in {ended} with what was done",
    )


def _hundred(axes: Axes, place: float, share: Measure | None, colour: str) -> None:
    """A hundred dots, one a life, in columns of four; those that turn are coloured, and their share stands behind."""
    if share is None or share.mean is None:
        axes.text(0, place, "no life could answer", va="center", color=GREY, style="italic", size=8.5)
        return
    life = np.arange(100)
    colours = [colour if turned else PALE for turned in life < round(100 * share.mean)]
    axes.scatter(life // 4, place + ROW_IN * (life % 4 - 1.5), s=19, c=colours, linewidths=0)
    axes.text(25.2, place, percent(share.mean), va="center_baseline", color=BLACK)


def _head(axes: Axes, name: str, meaning: str, lines: int) -> None:
    """The heading of a column: the name, and below it what is counted, in at most so many lines."""
    axes.annotate(meaning, (0, 1), (0, 2), "axes fraction", "offset points", va="bottom", size=8, color=GREY)
    above = 4 + 9.6 * lines
    axes.annotate(name, (0, 1), (0, above), "axes fraction", "offset points", va="bottom", size=9.5, weight="bold")
    axes.set_xlim(-1, 30)
    axes.set_xticks([])
    axes.tick_params(length=0)
    for side in ("left", "bottom"):
        axes.spines[side].set_visible(False)


def finding(results: Results) -> str:
    """The arm that most often turns the facts, in a sentence."""
    ended, other = endings(results)
    known = {arm.name: arm.necessary.mean for arm in results.arms if arm.necessary and arm.necessary.mean is not None}
    if not known:
        return f"How often what was done decided between {ended} and {other}"
    top = max(known, key=lambda name: known[name])
    outcome = "survival" if ended == "life" else "death"
    return f"Against “{top}”, what was done was necessary for the {outcome} in {percent(known[top])} of the lives"


def describe(results: Results, arms: list[ArmResult]) -> str:
    """The picture in words."""
    rows = [
        f"{arm.name}: necessary {share_with_interval(arm.necessary)}, sufficient {share_with_interval(arm.sufficient)}"
        for arm in arms
    ]
    return f"How often what was done was necessary and sufficient for how it ended. {'; '.join(rows)}."
