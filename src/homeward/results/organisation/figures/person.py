"""One person's year as a timeline: duty, mind and mobility as bands, and what happened as marks."""

from collections.abc import Mapping, Sequence
from typing import Any

from matplotlib.axes import Axes

from homeward.codes import DutyStatus
from homeward.results.figures.style import (
    BLACK,
    BLUE,
    GREEN,
    GREY,
    PURPLE,
    VERMILLION,
    WIDTH_IN,
    Picture,
    Sampled,
    blank,
    house_style,
    width_of,
)
from homeward.results.organisation import words
from homeward.results.organisation.figures import palette
from homeward.results.organisation.person import Bands, Span, days_in

LABEL_IN = 0.155
"""Height of one line of marks."""


def draw(results: Sampled, name: str, bands: Bands, marks: Sequence[tuple[float, str]], days: int) -> Picture:
    """Draw one person's year: his bands, and marks as (day, words)."""
    with house_style():
        title = finding(name, bands, days)
        rows: tuple[tuple[str, Sequence[Span], Mapping[Any, str], Mapping[Any, str]], ...] = (
            ("duty", bands.status, palette.STATUS, words.STATUS),
            ("mind", bands.mind, palette.MIND, words.MIND),
            ("walks with", bands.aid, palette.AID, words.AID),
        )
        legend = [entry for row in rows for entry in unlabelled(*row, days)]
        figure = blank(results, title, 1.55 + LABEL_IN * len(marks), "One replicate, day by day.", legend)
        axes = figure.subplots()
        for row, (_, spans, colours, known) in enumerate(rows):
            _band(axes, -row, spans, (colours, known, days))
        _marks(axes, marks, days)
        axes.set_yticks([0, -1, -2], [label for label, *_ in rows])
        axes.set_xlim(0, days)
        axes.set_ylim(-2.5, 0.6 + 0.62 * len(marks))
        axes.set_xlabel("day")
        axes.tick_params(length=0)
        axes.spines["left"].set_visible(False)
        return Picture(f"year-of-{name.lower().replace(' ', '-')}", title, describe(name, bands, marks), figure)


def fits(span: Span, text: str, days: int) -> bool:
    """Whether a span is wide enough for words."""
    return width_of(text, 8, "normal") < (WIDTH_IN - 1.2) * (span.until_day - span.from_day) / days


def unlabelled(
    band: str, spans: Sequence[Span], colours: Mapping[Any, str], known: Mapping[Any, str], days: int
) -> list[tuple[str, str]]:
    """What a legend must say of a band: states none of whose spans is wide enough for words."""
    states = dict.fromkeys(span.state for span in spans)
    told = {span.state for span in spans if fits(span, known[span.state], days)}
    return [(f"{band}: {known[state]}", colours[state]) for state in states if state not in told]


def _band(
    axes: Axes, level: float, spans: Sequence[Span], code: tuple[Mapping[Any, str], Mapping[Any, str], int]
) -> None:
    """One band; a span says what it is where the words fit."""
    colours, known, days = code
    for span in spans:
        width, text = span.until_day - span.from_day, known[span.state]
        axes.barh(level, width, 0.78, left=span.from_day, color=colours[span.state], linewidth=0)
        if fits(span, text, days):
            dark = colours[span.state] in (BLACK, BLUE, GREEN, VERMILLION, PURPLE, GREY)
            middle = (span.from_day + span.until_day) / 2
            axes.text(middle, level, text, size=8, ha="center", va="center", color="white" if dark else BLACK)


def _marks(axes: Axes, marks: Sequence[tuple[float, str]], days: int) -> None:
    """Each mark has a line of its own above the bands, the first on top, so that no two words touch."""
    for n, (day, text) in enumerate(marks):
        level = 0.62 * (len(marks) - n) + 0.1
        left = day + width_of(text, 8, "normal") / (WIDTH_IN - 1.0) * days > days
        axes.plot([day, day], [0.36, level], color=GREY, linewidth=0.6)
        axes.annotate(
            f"day {int(day) + 1}: {text}",
            (day, level),
            (-3 if left else 3, 0),
            textcoords="offset points",
            ha="right" if left else "left",
            va="center",
            size=8,
            color=BLACK,
        )


def finding(name: str, bands: Bands, days: int) -> str:
    """How many days of the year he served, lay in hospital, recovered."""
    serves = days_in(bands.status, (DutyStatus.AVAILABLE, DutyStatus.ON_MISSION, DutyStatus.RESTING))
    hospital = days_in(bands.status, (DutyStatus.IN_HOSPITAL,))
    last = DutyStatus(bands.status[-1].state)
    return (
        f"{name}: {serves:.0f} of {days} days fit to serve, {hospital:.0f} in hospital; at the end {words.STATUS[last]}"
    )


def describe(name: str, bands: Bands, marks: Sequence[tuple[float, str]]) -> str:
    """The picture in words."""
    told = "; ".join(f"day {int(day) + 1}, {text}" for day, text in marks)
    states = ", then ".join(words.STATUS[DutyStatus(span.state)] for span in bands.status)
    return f"The year of {name}. Duty: {states}. {told}."
