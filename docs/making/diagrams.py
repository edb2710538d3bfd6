"""Pictures of the model's parts, drawn from the kernel's own functions and the shipped setting's own numbers."""

from pathlib import Path

import numpy as np
from matplotlib.figure import Figure

import homeward
from homeward.codes import Formation
from homeward.kernel import exertion
from homeward.kernel.body import volume_after
from homeward.kernel.processes.hazard import probability_of_detection
from homeward.model.base import word_of
from homeward.results.figures.style import BLUE, GREY, ORANGE, PALE, VERMILLION, house_style
from making.incidents import ASSETS, image, shrink

COLOURS = (BLUE, ORANGE, VERMILLION, GREY)


def plain(function):
    """The function as Python runs it: a picture is not worth a compilation."""
    return getattr(function, "py_func", function)


def saved(figure: Figure, name: str, title: str, page: Path) -> str:
    folder = ASSETS / "model"
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.png"
    figure.savefig(file, dpi=160)
    return image(shrink(file), title, page)


def axes_of(columns: int, height_in: float = 3.1):
    figure = Figure(figsize=(8.75, height_in), layout="constrained")
    return figure, figure.subplots(1, columns)


def body(_: str, page: Path) -> str:
    """Left: pressure against the share lost, with where awareness falls. Right: blood left against time, by flow."""
    setting = homeward.load("izumo").setting
    bleeding, awareness = setting.bleeding, setting.awareness
    full = 5000.0
    held, zero = (full * (1 - each.a) for each in (bleeding.compensation_loss, bleeding.collapse_loss))
    with house_style():
        figure, (left, right) = axes_of(2)
        lost = np.linspace(0, 0.55, 400)
        pressure = bleeding.map_normal.a * np.clip((full * (1 - lost) - zero) / (held - zero), 0, 1)
        left.plot(100 * lost, pressure, color=BLUE)
        for word in ("voice", "pain", "unresponsive", "arrest"):
            mmhg = getattr(awareness, f"{word}_map").a
            left.axhline(mmhg, color=PALE, zorder=0)
            left.text(1, mmhg + 1, word, color=GREY, size=8)
        left.set_xlabel("blood lost, %")
        left.set_ylabel("mean arterial pressure, mmHg")
        minutes = np.linspace(0, 120, 241)
        for flow, colour in zip((30, 60, 150, 380), COLOURS, strict=True):
            net = flow * (1 - bleeding.refill_share.a / (1 + flow / 60 / bleeding.refill_flow.a))
            blood = [plain(volume_after)(full, held, zero, net * t) for t in minutes]
            right.plot(minutes, 100 * np.array(blood) / full, color=colour, label=f"{flow} mL/min")
        right.axhline(100 * (1 - bleeding.collapse_loss.a), color=PALE, zorder=0)
        right.set_xlabel("minutes, untreated and without clotting")
        right.set_ylabel("blood left, %")
        right.legend(frameon=False, fontsize=8)
        return saved(figure, "body", "Pressure against blood lost, and blood left against time by flow", page)


def exertions(_: str, page: Path) -> str:
    """Left: metabolic rate against load. Middle: W' coming back. Right: how long hands hold."""
    setting = homeward.load("izumo").setting
    with house_style():
        figure, (left, middle, right) = axes_of(3)
        share = np.linspace(0, 1.1, 200)
        rest = setting.exertion.rest.a
        lcda = [plain(exertion.lcda_w_per_kg)(rest, 1.1, 0.0, each, 1.1) for each in share]
        pandolf = [plain(exertion.pandolf_w_per_kg)(1.1, 0.0, each, 1.1) for each in share]
        left.axvspan(66, 110, color=PALE, alpha=0.5, linewidth=0)
        left.plot(100 * share, lcda, color=BLUE, label="LCDA 2022")
        left.plot(100 * share, pandolf, color=ORANGE, label="Pandolf 1977")
        left.set_xlabel("load, % of body mass (grey: extrapolated)", size=8)
        left.set_ylabel("W per kg, at 1.1 m/s")
        left.legend(frameon=False, fontsize=8)
        recovery(middle, setting.exertion)
        hold(right, setting)
        return saved(figure, "exertion", "Cost of carrying, recovery of W', and how long hands hold", page)


def recovery(axes, said) -> None:
    """Two pools against the measured recovery (Ferguson 2010: mean and standard deviation)."""
    minutes = np.linspace(0, 20, 200)
    fast, slow = said.fast_share.a, 1 - said.fast_share.a
    left = fast * np.exp(-60 * minutes / said.fast_tau.a) + slow * np.exp(-60 * minutes / said.slow_tau.a)
    axes.plot(minutes, 100 * (1 - left), color=BLUE, label="two pools")
    axes.errorbar((2, 6, 15), (37, 65, 86), yerr=(5, 6, 4), fmt="o", color=VERMILLION, label="Ferguson 2010")
    axes.set_xlabel("minutes of rest")
    axes.set_ylabel("W' recovered, %")
    axes.legend(frameon=False, fontsize=8, loc="lower right")


def hold(axes, setting) -> None:
    """The hold law by means of carrying, for a bearer whose grip is 52 kg."""
    kilograms = np.linspace(20, 110, 200)
    for means, colour in zip(setting.means, COLOURS, strict=True):
        per_hand = 0.5 * kilograms * means.hand_share.a / 52
        seconds = means.hold_factor.a * setting.carrying.grip_a.a * per_hand**-setting.carrying.grip_b.a
        style = (0, (4, 3)) if means.name.name == "LITTER" else "solid"  # the same law as two-person: both must show
        axes.plot(kilograms, seconds / 60, color=colour, linestyle=style, label=word_of(means.name))
    axes.set_yscale("log")
    axes.set_yticks((1, 3, 10, 30), ("1", "3", "10", "30"))
    axes.set_xlabel("kg held by one bearer")
    axes.set_ylabel("median hold, min")
    axes.legend(frameon=False, fontsize=7.5)


def search(_: str, page: Path) -> str:
    """Probability of detection against coverage, by formation."""
    with house_style():
        figure, axes = axes_of(1, 2.6)
        coverage = np.linspace(0, 2.5, 200)
        for formation, colour in zip((Formation.SINGLE, Formation.PAIRS, Formation.LINE), COLOURS, strict=False):
            found = [100 * plain(probability_of_detection)(int(formation), each) for each in coverage]
            axes.plot(coverage, found, color=colour, label=formation.name.lower())
        axes.set_xlabel("coverage: sweep width × speed × time × searchers / area")
        axes.set_ylabel("found, %")
        axes.legend(frameon=False, fontsize=8)
        return saved(figure, "search", "Probability that a search finds the trap, against coverage", page)


MAKERS = {"body": body, "exertion": exertions, "search": search}
