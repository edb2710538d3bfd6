"""What became of the focus person under each arm: alive, or dead of which cause."""

from matplotlib.axes import Axes

from homeward.codes import Cause
from homeward.results.figures.ranking import LABEL_IN, LINE_IN, middles
from homeward.results.figures.style import (
    BLACK,
    BLUE,
    GREEN,
    GREY,
    ORANGE,
    PALE,
    PURPLE,
    SKY,
    VERMILLION,
    WIDTH_IN,
    YELLOW,
    Picture,
    blank,
    house_style,
    width_of,
    wrap,
)
from homeward.results.findings import percent
from homeward.results.phrases import CAUSES
from homeward.results.results import ArmResult, Results

COLOURS = (VERMILLION, BLUE, ORANGE, GREEN, PURPLE, SKY, YELLOW, GREY, BLACK, "#7a4b00")
"""Of the causes, from the most frequent over all arms: as many as there are causes."""

ALIVE = "alive at 30 days"
AXIS_IN = WIDTH_IN - LABEL_IN - 0.5
"""Width of the bars, a little less than it comes to."""


def draw(results: Results) -> Picture:
    """One bar per arm: the share alive at 30 days (pale), then the causes of death."""
    with house_style():
        arms, causes = list(results.arms), causes_of(results)
        labels = [wrap(arm.name, LABEL_IN) for arm in arms]
        heights = [LINE_IN * max(1.8, label.count("\n") + 1.7) for label in labels]
        title = finding(results)
        colours = {ALIVE: PALE} | {in_words(cause): colour for cause, colour in zip(causes, COLOURS, strict=False)}
        figure = blank(results, title, sum(heights) + 0.5, legend=list(colours.items()))
        axes = figure.subplots()
        places = middles(heights)
        for place, arm in zip(places, arms, strict=True):
            _bar(axes, place, shares(arm, causes), colours)
        axes.set_yticks(places, labels)
        axes.set_ylim(sum(heights), 0)
        _frame(axes, results)
        return Picture("causes", title, describe(results, causes), figure)


def causes_of(results: Results) -> list[str]:
    """Causes of death that occur in any arm, the most frequent first."""
    total: dict[str, int] = {}
    for arm in results.arms:
        for cause, deaths in arm.causes.items():
            total[cause] = total.get(cause, 0) + deaths
    return sorted((cause for cause, deaths in total.items() if deaths), key=lambda cause: -total[cause])


def in_words(cause: str) -> str:
    """A cause as figures and tables call it; `cause` is the name of its code."""
    return CAUSES[Cause[cause.upper()]]


def shares(arm: ArmResult, causes: list[str]) -> dict[str, float]:
    """Share of the lives of one arm that are alive at 30 days or died of each cause; they add up to one."""
    dead = {in_words(cause): arm.causes.get(cause, 0) / max(1, arm.replicates) for cause in causes}
    return {ALIVE: max(0.0, 1.0 - sum(dead.values()))} | dead


def _bar(axes: Axes, place: float, parts: dict[str, float], colours: dict[str, str]) -> None:
    """One bar, its parts side by side with their numbers where they fit."""
    left = 0.0
    for part, share in parts.items():
        if share > 0:
            axes.barh(place, share, 0.2, left, color=colours[part], edgecolor="white", linewidth=0.6)
        if width_of(percent(share), 8.5, "normal") + 0.06 <= share * AXIS_IN:
            letters = "white" if colours[part] in (BLUE, GREY) else BLACK
            middle = left + share / 2
            axes.text(middle, place, percent(share), ha="center", va="center_baseline", color=letters, size=8.5)
        left += share


def _frame(axes: Axes, results: Results) -> None:
    """Percent axis."""
    axes.set_xlim(0, 1)
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0 %", "25 %", "50 %", "75 %", "100 %"])
    of = "the lives that agree with what was seen" if results.review else "the lives"
    axes.set_xlabel(f"Share of {of}")
    axes.tick_params(length=0)
    for side in ("left", "bottom"):
        axes.spines[side].set_visible(False)


def finding(results: Results) -> str:
    """The most frequent cause as it was, in a sentence."""
    base = results.base
    if not any(base.causes.values()):
        return f"{results.focus} does not die in any of the lives of “{base.name}”"
    cause = max(base.causes, key=lambda name: base.causes[name])
    deaths = sum(base.causes.values())
    of = "all" if base.causes[cause] == deaths else percent(base.causes[cause] / deaths)
    return f"“{base.name}”: {of} of {results.focus}’s deaths are by {in_words(cause)}"


def describe(results: Results, causes: list[str]) -> str:
    """The picture in words."""
    rows = []
    for arm in results.arms:
        parts = [f"{part} {percent(share)}" for part, share in shares(arm, causes).items() if share > 0]
        rows.append(f"{arm.name}: {', '.join(parts)}")
    return f"What became of {results.focus} under each arm. {'; '.join(rows)}."
