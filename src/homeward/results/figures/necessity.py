"""Necessary and sufficient: of 100 lives each, how many turn on the decision that was made."""

from matplotlib.axes import Axes

from homeward.results.figures.ranking import LINE_IN, middles
from homeward.results.figures.style import BLACK, BLUE, GREY, ORANGE, PALE, Picture, blank, house_style, wrap
from homeward.results.findings import percent, ranked, share_with_interval
from homeward.results.quantity import Measure
from homeward.results.results import ArmResult, Results


def draw(results: Results) -> Picture:
    """Per arm two bars of 100 lives: where what was done was necessary (PN), and where it was sufficient (PS)."""
    assert results.review is not None
    with house_style():
        arms = ranked(results)
        labels = [wrap(arm.name, 26) for arm in arms]
        heights = [LINE_IN * max(1.9, label.count("\n") + 1.7) for label in labels]
        title = finding(results)
        figure = blank(results, title, sum(heights) + 0.95)
        left, right = figure.subplots(1, 2, sharey=True)
        for place, arm in zip(middles(heights), arms, strict=True):
            _hundred(left, place, arm.necessary, BLUE)
            _hundred(right, place, arm.sufficient, ORANGE)
        left.set_yticks(middles(heights), labels)
        left.set_ylim(sum(heights), 0)
        ended, other = endings(results)
        _head(
            left,
            "Necessary (PN)",
            f"of 100 lives that agree with the facts and end in {ended}, so many end in {other} under this arm",
        )
        _head(
            right,
            "Sufficient (PS)",
            f"of 100 lives that end in {other} under this arm, so many end in {ended} with what was done",
        )
        return Picture("necessary", title, describe(results, arms), figure)


def endings(results: Results) -> tuple[str, str]:
    """How the facts ended, and the other way."""
    assert results.review is not None
    return ("life", "death") if results.review.ended == "life" else ("death", "life")


def _hundred(axes: Axes, place: float, share: Measure | None, colour: str) -> None:
    """A bar of 100 strokes, one a life; those that turn are coloured, and their number stands behind."""
    if share is None or share.mean is None:
        axes.text(0, place, "no life could answer", va="center", color=GREY, style="italic", size=8.5)
        return
    turned = round(100 * share.mean)
    strokes = [PALE if life >= turned else colour for life in range(100)]
    axes.vlines(range(100), place - 0.085, place + 0.085, colors=strokes, linewidth=1.05)
    axes.text(104, place, percent(share.mean), va="center", color=BLACK)


def _head(axes: Axes, name: str, meaning: str) -> None:
    """The heading of a column: the name, and below it what is counted."""
    axes.set_title(f"{name}\n", loc="left", weight="bold", pad=18)
    axes.text(0, 1.02, wrap(meaning, 44), transform=axes.transAxes, va="bottom", size=8, color=GREY)
    axes.set_xlim(-1, 122)
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
    return f"Against “{top}”, what was done was necessary for the {ended} in {percent(known[top])} of the lives"


def describe(results: Results, arms: list[ArmResult]) -> str:
    """The picture in words."""
    rows = [
        f"{arm.name}: necessary {share_with_interval(arm.necessary)}, sufficient {share_with_interval(arm.sufficient)}"
        for arm in arms
    ]
    return f"How often what was done was necessary and sufficient for how it ended. {'; '.join(rows)}."
