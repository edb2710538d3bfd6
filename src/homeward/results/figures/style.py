"""What all pictures share: size, colours that colour-blind readers can tell apart, title, footer, wrapping."""

import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from html import escape
from pathlib import Path
from typing import Any, Protocol

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.patches import Rectangle
from matplotlib.textpath import text_to_path

WIDTH_IN = 7.0
"""Times DPI, 1400 pixels: letters of 9 points stay readable when the picture is shown at half its size."""

DPI = 200

# Okabe and Ito (2008), Color Universal Design: eight colours that all common kinds of colour vision tell apart.
BLACK, ORANGE, SKY, GREEN, YELLOW, BLUE, VERMILLION, PURPLE = (
    "#1a1a1a",
    "#E69F00",
    "#56B4E9",
    "#009E73",
    "#F0E442",
    "#0072B2",
    "#D55E00",
    "#CC79A7",
)
_DARKER = {ORANGE: "#8a5a00", SKY: "#1f6f9f", GREEN: "#00704f", VERMILLION: "#b04a00", PURPLE: "#9c4277"}
GREY, PALE, GRID = "#6b6b6b", "#d9d9d9", "#ececec"

_RC: dict[Any, Any] = {
    "font.family": "DejaVu Sans",  # comes with matplotlib: the same letters on every machine
    "font.size": 9,
    "axes.titlesize": 9.5,
    "axes.labelsize": 9,
    "axes.edgecolor": GREY,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "xtick.color": GREY,
    "ytick.color": GREY,
    "xtick.labelcolor": BLACK,
    "ytick.labelcolor": BLACK,
    "grid.color": GRID,
    "grid.linewidth": 0.8,
    "figure.facecolor": "white",
    "text.hinting": "none",  # so that letters are as wide as `width_of` says, at any resolution
    "svg.hashsalt": "homeward",  # the same result gives the same bytes
}


Legend = Sequence[tuple[str, str]]
"""Names and their colours."""


@dataclass(frozen=True)
class Picture:
    """A finished picture: its file name, its finding (title), and what it shows, for those who cannot see it."""

    name: str
    title: str
    description: str
    figure: Figure = field(repr=False)

    def save(self, folder: Path) -> Path:
        """Write it as PNG into a folder that exists and return its path; OSError when it cannot be written."""
        path = folder / f"{self.name}.png"
        with house_style():
            self.figure.savefig(path, dpi=DPI, metadata={"Title": self.title, "Description": self.description})
        return path

    def svg(self) -> str:
        """The picture as an `<svg>` element to stand inside a page: no address in it, its ids its own, titled."""
        buffer = io.StringIO()
        with house_style():
            none = dict.fromkeys(("Date", "Creator", "Format", "Type"))
            self.figure.savefig(buffer, format="svg", metadata=none)
        return _for_a_page(buffer.getvalue(), self.name, self.description)


def _for_a_page(svg: str, name: str, description: str) -> str:
    """Cut the XML head, number ids after the picture's name, and let width follow the page.

    matplotlib hashes some ids from coordinates whose last bit changes from run to run, hence the numbers.
    """
    svg = svg[svg.index("<svg") :].strip()
    numbers: dict[str, int] = {}
    svg = re.sub(
        r'(\bid="|href="#|url\(#)([^")]+)',
        lambda found: f"{found[1]}{name}-{numbers.setdefault(found[2], len(numbers))}",
        svg,
    )
    head, rest = svg.split(">", 1)
    head = re.sub(r'\s(width|height)="[^"]*pt"', "", head)
    return f'{head} role="img" aria-label="{escape(description)}">{rest}'


class Sampled(Protocol):
    """What the footer says of results of any kind."""

    @property
    def scenario(self) -> str: ...
    @property
    def seed(self) -> int: ...
    @property
    def replicates(self) -> int: ...
    @property
    def asked(self) -> int: ...
    @property
    def partial(self) -> bool: ...
    @property
    def provenance(self) -> dict[str, Any]: ...


@contextmanager
def house_style() -> Iterator[None]:
    """Draw with our settings, whatever the user's own configuration says; other figures are left alone."""
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_RC)
        yield


def blank(results: Sampled, title: str, height_in: float, subtitle: str = "", legend: Legend = ()) -> Figure:
    """A figure with title, subtitle and legend (each wrapped, left) and footer; the rest is laid out between them."""
    heading = wrap(title, WIDTH_IN - 0.25, 11, "bold")
    below = wrap(subtitle, WIDTH_IN - 0.25, 9) if subtitle else ""
    rows = legend_rows(legend)
    heading_in = 0.09 + 0.195 * (heading.count("\n") + 1)
    below_in = heading_in + (0.155 * (below.count("\n") + 1) if below else 0.0)
    head_in = below_in + 0.09 + 0.19 * len(rows)
    foot_in = 0.36
    height_in += head_in + foot_in
    rect = (0.008, foot_in / height_in, 0.984, 1 - (head_in + foot_in) / height_in)
    layout = ConstrainedLayoutEngine(rect=rect, h_pad=0.02, w_pad=0.02)
    figure = Figure(figsize=(WIDTH_IN, height_in), layout=layout)
    figure.text(0.015, 1 - 0.09 / height_in, heading, size=11, weight="bold", va="top", color=BLACK, linespacing=1.15)
    figure.text(0.015, 1 - (heading_in + 0.03) / height_in, below, size=9, va="top", color=GREY, linespacing=1.15)
    for row, entries in enumerate(rows):
        _legend_row(figure, entries, below_in + 0.15 + 0.19 * row)
    figure.text(0.015, 0.07 / height_in, footer(results), size=7.5, va="bottom", color=GREY)
    return figure


SWATCH_IN = 0.12
GAP_IN = 0.2


def legend_rows(legend: Legend) -> list[list[tuple[str, str]]]:
    """Names and colours in rows that fit the width."""
    rows: list[list[tuple[str, str]]] = []
    left_in = WIDTH_IN
    for name, colour in legend:
        needed_in = SWATCH_IN + 0.07 + width_of(name, 8.5, "normal") + GAP_IN
        if left_in + needed_in > WIDTH_IN - 0.1:
            rows.append([])
            left_in = 0.105
        rows[-1].append((name, colour))
        left_in += needed_in
    return rows


def _legend_row(figure: Figure, entries: list[tuple[str, str]], top_in: float) -> None:
    """A row of swatches, each with its name, its middle so far below the top."""
    height_in = float(figure.get_size_inches()[1])
    middle, left_in = 1 - top_in / height_in, 0.105
    for name, colour in entries:
        corner = (left_in / WIDTH_IN, middle - SWATCH_IN / 2 / height_in)
        figure.add_artist(Rectangle(corner, SWATCH_IN / WIDTH_IN, SWATCH_IN / height_in, color=colour, linewidth=0))
        text_in = left_in + SWATCH_IN + 0.07
        figure.text(text_in / WIDTH_IN, middle, name, size=8.5, va="center_baseline", color=BLACK)
        left_in = text_in + width_of(name, 8.5, "normal") + GAP_IN


def ink(colour: str) -> str:
    """The colour in which to write of a line of this colour: the same, or darker until letters stand out (WCAG AA)."""
    return _DARKER.get(colour, colour)


def footer(results: Sampled) -> str:
    """Where the numbers come from, in one line."""
    lives = f"{results.replicates:,} replicates" if results.replicates != 1 else "1 replicate"
    part = f" of {results.asked:,} asked for (stopped early)" if results.partial else ""
    version = results.provenance["homeward"]
    return f"{results.scenario} · seed {results.seed} · {lives}{part} · Homeward {version} · not a medical device"


def wrap(text: str, width_in: float, size: float = 9, weight: str = "normal") -> str:
    """Break text into lines that measure at most `width_in` inches in letters of this size."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width_of(longer, size, weight) > width_in:
            lines.append(word)
        else:
            lines[-1] = longer
        while width_of(lines[-1], size, weight) > width_in:  # one word alone is too long: cut it
            fits = max(
                n for n in range(1, len(lines[-1])) if n == 1 or width_of(lines[-1][:n], size, weight) <= width_in
            )
            lines[-1:] = [lines[-1][:fits], lines[-1][fits:]]
    return "\n".join(lines)


@cache
def width_of(text: str, size: float, weight: str) -> float:
    """Width in inches of a line of text in our letters."""
    letters = FontProperties(family=_RC["font.family"], size=size, weight=weight)
    return float(text_to_path.get_text_width_height_descent(text, letters, ismath=False)[0]) / 72


def only_left(axes: Axes, grid: str = "x") -> None:
    """A quiet axis: light grid lines one way, no ticks."""
    axes.grid(True, axis=grid)  # type: ignore[arg-type]
    axes.tick_params(length=0)
