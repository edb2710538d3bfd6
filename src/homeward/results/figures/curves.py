"""The curves of one life: blood lost, the carrier's reserve, and the way still to go."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from homeward.codes import Event
from homeward.results.figures.labels import spread_out
from homeward.results.figures.style import BLACK, BLUE, GREEN, GREY, ORANGE, PURPLE, SKY, VERMILLION, ink, only_left
from homeward.results.timeline import Timeline

MARKS = (
    ("rest", (Event.RESTED,), "o", SKY),
    ("stumble or leg gives way", (Event.STUMBLED, Event.KNEE_GAVE_WAY), "v", VERMILLION),
    ("first aid", (Event.AID_DONE, Event.AID_FAILED), "P", GREEN),
    ("God’s Step", (Event.STEP_READY,), "D", PURPLE),
    ("met or loaded", (Event.MET, Event.LOADED, Event.CASUALTY_LOADED, Event.MOUNTED), "s", BLUE),
)
"""Events marked on the way: what they are called, which they are, how they look."""

Curve = tuple[str, str, np.ndarray]
"""Name, colour, and value at each sample."""


def _curves(axes: Axes, times: np.ndarray, curves: Sequence[Curve], top: float) -> None:
    """Curves on a scale from 0 to top, each with its name at the right, moved apart where they end close together."""
    right = axes.get_xlim()[1]
    inside = times <= right
    curves = sorted(curves, key=lambda curve: float(curve[2][inside][-1]))
    ends = [float(values[inside][-1]) for _, _, values in curves]
    places = spread_out(ends, [0.17 * top] * len(curves), 0, top)
    for (name, colour, values), place in zip(curves, places, strict=True):
        axes.plot(times[inside], values[inside], color=colour, linewidth=1.6)
        axes.annotate(
            name,
            (right, place),
            (4, 0),
            textcoords="offset points",
            color=ink(colour),
            size=8,
            va="center",
            annotation_clip=False,
        )
    axes.set_ylim(0, top)
    axes.yaxis.set_major_formatter(lambda share, _: f"{100 * share:.0f} %")
    only_left(axes, "y")


def blood(axes: Axes, timeline: Timeline, people: Sequence[str], unit_s: int) -> None:
    """Blood lost in percent of blood volume, of the focus person and of a carrier who bleeds."""
    curves: list[Curve] = []
    for name, colour in zip(people, (VERMILLION, GREY), strict=False):
        lost = 1 - timeline.of(name)["blood_ml"] / timeline.blood0_ml[timeline.names.index(name)]
        if name == people[0] or lost.max() > 0.005:
            curves.append((name, colour, lost))
    top = 1.1 * max(0.2, *(float(lost.max()) for _, _, lost in curves))
    _curves(axes, timeline.of(people[0])["at_s"] / unit_s, curves, top)
    axes.set_ylabel("blood lost")


def reserve(axes: Axes, timeline: Timeline, carrier: str, unit_s: int) -> None:
    """What the carrier has left: W' balance, the hold of hands and back, and the deep reserve."""
    samples = timeline.of(carrier)
    curves = [
        ("W′ balance", BLUE, samples["wprime"]),
        ("hands, back", GREEN, samples["hold"]),
        ("deep reserve", ORANGE, samples["reserve"]),
    ]
    _curves(axes, samples["at_s"] / unit_s, curves, 1.08)
    axes.set_yticks([0, 0.5, 1])
    axes.set_ylabel(f"{carrier}:\nreserve left")


def distance_to_go(axes: Axes, timeline: Timeline, focus: str, unit_s: int) -> None:
    """Distance to go, with marks where something happened on the way."""
    samples = timeline.of(focus)
    times, to_go = samples["at_s"] / unit_s, samples["to_go_m"]
    far = to_go.max() > 5000
    scale = 1000 if far else 1
    axes.plot(times, to_go / scale, color=BLACK, linewidth=1.6)
    for words, events, marker, colour in MARKS:
        on_the_way = timeline.ledger["at_s"] <= samples["at_s"][-1]
        rows = timeline.ledger[np.isin(timeline.ledger["event"], events) & on_the_way]
        if len(rows):
            places = np.interp(rows["at_s"], samples["at_s"], to_go) / scale
            axes.plot(
                rows["at_s"] / unit_s, places, marker, color=colour, markersize=4.5, mec="white", mew=0.4, label=words
            )
    axes.set_ylim(0, 1.12 * max(to_go.max() / scale, 1e-3))
    axes.set_ylabel("to go, km" if far else "to go, m")
    if axes.get_legend_handles_labels()[0]:
        axes.legend(loc="best", frameon=False, fontsize=8, handletextpad=0.2)
    only_left(axes, "y")
