"""The chronicle: one life told minute by minute, from its ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from homeward.codes import Cause
from homeward.results.grouping import gather, read_entries, say
from homeward.results.phrases import CAUSES, clock, distance, duration, listed
from homeward.results.sentences import Entry, Severity, capitalised

if TYPE_CHECKING:
    from homeward.model.scenario import Scenario

READABLE = 32
"""Lines a reader follows; a longer life is told with wider runs."""

RUNS_S = (60, 90, 120, 180, 300, 600, 1800, 7200)
"""Lengths of a run to try, from the most detailed."""


@dataclass(frozen=True, slots=True)
class ChronicleLine:
    """One line: when (s since the start, and as a clock), what, and how grave."""

    at_s: int
    clock: str
    text: str
    severity: Severity


def tell(
    scenario: "Scenario", ledger: np.ndarray, fates: np.ndarray, outcome: Any, names: Sequence[str]
) -> list[ChronicleLine]:
    """Tell one life in plain words: ledger (n,) LEDGER, fates (people,) FATE, outcome one OUTCOME row."""
    wounds = tuple(wound.name for wound in scenario.wound)
    return retell(ledger, fates, outcome, names, place=scenario.route.to, wounds=wounds)


def retell(
    ledger: np.ndarray, fates: np.ndarray, outcome: Any, names: Sequence[str], place: str, wounds: Sequence[str] = ()
) -> list[ChronicleLine]:
    """As `tell`, for those who have no scenario: `place` is the end of the way, `wounds` the names of its wounds."""
    entries = list(read_entries(ledger, names, place, wounds))
    for run_s in RUNS_S:
        lines = [line_of(group) for group in gather(entries, run_s)]
        if len(lines) <= READABLE:
            break
    return opening(entries, fates, names, place) + lines + ending(fates, outcome, names, place)


def line_of(group: list[Entry]) -> ChronicleLine:
    """The line of one group, at the time of its first entry."""
    severity, text = say(group)
    return ChronicleLine(group[0].at_s, clock(group[0].at_s), text, severity)


def opening(entries: list[Entry], fates: np.ndarray, names: Sequence[str], place: str) -> list[ChronicleLine]:
    """Who is there, and how far from the end of the way; nothing when nothing was logged."""
    if not entries:
        return []
    there = listed([name for name, fate in zip(names, fates, strict=False) if fate["team0"] == 1])
    text = f"The incident begins, {distance(entries[0].to_go_m)} from {place}: {there}."
    return [ChronicleLine(0, clock(0), text, Severity.ROUTINE)]


def ending(fates: np.ndarray, outcome: Any, names: Sequence[str], place: str) -> list[ChronicleLine]:
    """How it ended: who came home, and for each person the fate."""
    end_s = int(outcome["end_s"])
    theirs = [(name, fate) for name, fate in zip(names, fates, strict=False) if fate["team0"] == 1]
    home = [name for name, fate in theirs if came_home(fate)]
    count = f"{len(home) or 'None'} of {len(theirs)}" if len(home) < len(theirs) or len(home) == 1 else "All"
    whole = Severity.GOOD if len(home) == len(theirs) else Severity.SERIOUS
    lines = [(whole, f"{count} came home alive{': ' + listed(home) if home else ''}.")]
    lines += [fate_of(name, fate, place) for name, fate in theirs]
    return [ChronicleLine(end_s, clock(end_s), capitalised(text), severity) for severity, text in lines]


def came_home(fate: Any) -> bool:
    """Reached the end of the way alive, and was not dead of it within 30 days."""
    return bool(fate["alive_on_arrival"] == 1 and fate["alive_30"] != 0)


def fate_of(name: str, fate: Any, place: str) -> tuple[Severity, str]:
    """One person's fate in a sentence: the cause, the hour and the place of a death, or the way home."""
    if fate["dead_s"] >= 0:
        return Severity.CRITICAL, f"{name} died: {death(fate, place)}."
    if fate["deserted"]:
        return Severity.SERIOUS, f"{name} left the team; the fate after that is not followed."
    if fate["arrived_s"] < 0:
        return Severity.SERIOUS, f"{name} was alive at the end but had not reached {place}."
    notes = [f"{name} reached {place} at {clock(int(fate['arrived_s']))}"]
    if fate["alive_30"] == 1:
        notes.append("is alive at 30 days")
    if fate["limb_lost"]:
        notes.append("lost a limb")
    if fate["collapsed"]:
        notes.append("collapsed on the way with the reserve spent")
    if fate["fit_s"] >= 0:
        notes.append(f"was fit for full duty after {duration(float(fate['fit_s']))}")
    return Severity.GOOD, f"{listed(notes)}."


def death(fate: Any, place: str) -> str:
    """Cause, hour and place of a death: "haemorrhage, at 0:37:12, 210 m short of the gate"."""
    cause, hour = CAUSES[Cause(int(fate["cause"]))], clock(int(fate["dead_s"]))
    if fate["alive_on_arrival"] == 1:
        return f"{cause}, at {hour}, after reaching {place} alive"
    return f"{cause}, at {hour}, {distance(float(fate['dead_at_m']))} short of {place}"
