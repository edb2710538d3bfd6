"""One life minute by minute: awareness, blood lost, reserve and distance, under the windows of what was seen."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from homeward.codes import Awareness, Event
from homeward.results.figures import curves
from homeward.results.figures.style import (
    BLACK,
    WIDTH_IN,
    Picture,
    blank,
    house_style,
    width_of,
)
from homeward.results.phrases import distance
from homeward.results.results import Results
from homeward.results.timeline import Observation, Timeline, last_seen_s

BANDS = ("#d6e6f2", "#9cc8e6", "#DE8F05", "#C4500A", "#6d2560", "#1a1a1a")
"""By Awareness, ever darker: the order shows without colour."""

BAND_WORDS = ("alert", "light-headed", "voice", "pain", "unresponsive", "no pulse")
BAND_LETTERS = ("A", "A", "V", "P", "U", "†")
PANEL_IN = WIDTH_IN - 1.6
"""Width of a panel, a little less than it comes to."""

ENDS = (Event.ARRIVED, Event.DIED)
"""After the last of these nothing more is drawn."""


def draw(results: Results, timeline: Timeline) -> Picture:
    """The signs of the focus person and the carrier in one life; observed windows above when there are any."""
    with house_style():
        people = [name for name in (results.focus, results.carrier) if name in timeline.names]
        people = list(dict.fromkeys(people))
        seen = results.review.observed if results.review is not None else ()
        title = finding(results.focus, timeline)
        rows_in = [0.19 * len(seen) + 0.08] * bool(seen) + [0.26 * len(people) + 0.05, 1.15, 1.15, 1.35]
        figure = blank(results, title, sum(rows_in) + 0.95)
        panels = list(figure.subplots(len(rows_in), 1, sharex=True, height_ratios=rows_in))
        end_s = end_of(timeline, people, seen)
        unit_s = 60 if end_s < 3 * 3600 else 3600
        panels[0].set_xlim(0, end_s / unit_s)
        if seen:
            _windows(panels.pop(0), seen, results.focus, unit_s)
        _awareness(panels[0], timeline, people, unit_s)
        curves.blood(panels[1], timeline, people, unit_s)
        curves.reserve(panels[2], timeline, results.carrier or results.focus, unit_s)
        curves.distance_to_go(panels[3], timeline, results.focus, unit_s)
        panels[3].set_xlabel("minutes since the incident began" if unit_s == 60 else "hours since the incident began")
        return Picture("signs", title, describe(results.focus, timeline, end_s, seen), figure)


def end_of(timeline: Timeline, people: Sequence[str], seen: Sequence[Observation]) -> int:
    """The second at which the picture ends: a little after these people's last arrival or death, or the last window."""
    ledger, last = timeline.ledger, int(timeline.samples["at_s"].max())
    theirs = np.isin(ledger["who"], [timeline.names.index(name) for name in people])
    ends = ledger["at_s"][np.isin(ledger["event"], ENDS) & theirs & (ledger["at_s"] <= last)]
    return round(1.06 * max(int(ends.max()) if len(ends) else last, last_seen_s(seen)))


def _windows(axes: Axes, seen: Sequence[Observation], focus: str, unit_s: int) -> None:
    """What was seen, a row each: a bar and its words; what was learnt later stands at the right, without a bar."""
    for row, window in enumerate(seen):
        words = window.sign if window.who == focus else f"{window.who}: {window.sign}"
        if window.is_later_news:
            axes.annotate(f"{words} →", (axes.get_xlim()[1], row), ha="right", va="center", size=8)
        else:
            _window(axes, row, window.from_s / unit_s, window.until_s / unit_s, words)
    axes.set_ylim(len(seen) - 0.4, -0.6)
    _strip(axes, "seen")


def _window(axes: Axes, row: int, start: float, stop: float, words: str) -> None:
    """A bar, its words to the right, to the left or on it, where there is room."""
    right = axes.get_xlim()[1]
    axes.plot([start, stop], [row, row], color=BLACK, linewidth=3, solid_capstyle="butt")
    needed = (width_of(words, 8, "normal") + 0.15) / PANEL_IN * right
    places = ((stop, 5, "left"), (start, -5, "right"), ((start + stop) / 2, 0, "center"))
    x, shift, side = places[0 if stop + needed < right else 1 if start > needed else 2]
    on_white = {"facecolor": "white", "edgecolor": "none", "pad": 1.5}
    axes.annotate(words, (x, row), (shift, 0), textcoords="offset points", ha=side, va="center", size=8, bbox=on_white)


def _strip(axes: Axes, name: str) -> None:
    """A panel without scales, with its name at the left."""
    axes.set_yticks([])
    axes.tick_params(length=0)
    axes.set_ylabel(name, rotation=0, ha="right", va="center")
    for side in ("left", "bottom"):
        axes.spines[side].set_visible(False)


def _awareness(axes: Axes, timeline: Timeline, people: Sequence[str], unit_s: int) -> None:
    """A band per person, AVPU from pale to dark, each stretch with its word where it fits."""
    right = axes.get_xlim()[1]
    for row, name in enumerate(people):
        for start, stop, level in stretches(timeline.of(name), right * unit_s):
            start, stop = start / unit_s, stop / unit_s
            axes.barh(row, stop - start, 0.82, start, color=BANDS[level], linewidth=0)
            room_in = (stop - start) / right * PANEL_IN
            words = next((w for w in (BAND_WORDS[level], BAND_LETTERS[level]) if fits(w, room_in)), "")
            light = "white" if level >= Awareness.PAIN else BLACK
            axes.text((start + stop) / 2, row, words, ha="center", va="center", size=8, color=light)
    _strip(axes, "")
    axes.set_yticks(range(len(people)), people)
    axes.set_ylim(len(people) - 0.5, -0.5)


def fits(words: str, room_in: float) -> bool:
    """Whether words stand in so much room with a little air on both sides."""
    return width_of(words, 8, "normal") + 0.06 <= room_in


def stretches(samples: np.ndarray, end_s: float) -> list[tuple[float, float, int]]:
    """(from, until, Awareness) in s, of one person's samples, up to end_s."""
    samples = samples[samples["at_s"] < end_s]
    turns = np.flatnonzero(np.diff(samples["awareness"], prepend=-1))
    stops = [*samples["at_s"][turns[1:]], end_s]
    return [
        (float(samples["at_s"][i]), float(s), int(samples["awareness"][i])) for i, s in zip(turns, stops, strict=True)
    ]


def finding(focus: str, timeline: Timeline) -> str:
    """How this life ended, in a sentence."""
    samples = timeline.of(focus)
    dead = np.flatnonzero(samples["awareness"] == Awareness.DEAD)
    life = f"{focus} in replicate {timeline.replicate}"
    if len(dead):
        first = samples[dead[0]]
        return f"{life}: no pulse after {first['at_s'] / 60:.0f} min, with {distance(float(first['to_go_m']))} to go"
    home = np.flatnonzero(samples["to_go_m"] <= 0)
    if len(home):
        return f"{life}: alive at the end of the way after {samples['at_s'][home[0]] / 60:.0f} min"
    return f"{life}: alive, {distance(float(samples['to_go_m'][-1]))} to go"


def describe(focus: str, timeline: Timeline, end_s: int, seen: Sequence[Observation]) -> str:
    """The picture in words."""
    levels = [
        f"{BAND_WORDS[level]} from {start / 60:.0f} min" for start, _, level in stretches(timeline.of(focus), end_s)
    ]
    windows = [
        f"{w.who} {w.sign}" + ("" if w.is_later_news else f" between {w.from_s / 60:.0f} and {w.until_s / 60:.0f} min")
        for w in seen
    ]
    observed = f" Seen: {'; '.join(windows)}." if windows else ""
    return f"One life of {focus}: {', '.join(levels)}.{observed}"
