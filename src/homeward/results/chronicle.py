"""The chronicle: one life told minute by minute, from its ledger."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from homeward.codes import Awareness, Cause, Event
from homeward.results.phrases import CAUSES, clock, distance, duration, listed, times
from homeward.results.sentences import NEVER_LOGGED, Entry, Severity, sentence

if TYPE_CHECKING:
    from homeward.model.scenario import Scenario

TRIVIAL = frozenset({Event.RESTED, Event.STUMBLED, Event.KNEE_GAVE_WAY, Event.SWAPPED, Event.MOVED_ON, Event.LEG_DONE})
"""What happens so often on the way that a run of it is told in one line."""

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


def opening(entries: list[Entry], fates: np.ndarray, names: Sequence[str], place: str) -> list[ChronicleLine]:
    """Who is there, and how far from the end of the way; nothing when nothing was logged."""
    if not entries:
        return []
    there = listed([name for name, fate in zip(names, fates, strict=False) if fate["team0"] == 1])
    text = f"The incident begins, {distance(entries[0].to_go_m)} from {place}: {there}."
    return [ChronicleLine(0, clock(0), text, Severity.ROUTINE)]


def read_entries(ledger: np.ndarray, names: Sequence[str], place: str, wounds: Sequence[str]) -> Iterator[Entry]:
    """Each row of the ledger with its names, and for a change of awareness what it was before."""
    awareness = [Awareness.ALERT] * len(names)
    for row in ledger:
        event, who = Event(int(row["event"])), int(row["who"])
        if event in NEVER_LOGGED:
            continue
        before = awareness[who] if who >= 0 else Awareness.ALERT
        yield Entry(
            at_s=int(row["at_s"]),
            event=event,
            who_code=who,
            other_code=int(row["other"]),
            to_go_m=float(row["to_go_m"]),
            detail=float(row["detail"]),
            names=tuple(names),
            place=place,
            wounds=tuple(wounds),
            before=before,
        )
        if who >= 0:
            awareness[who] = after(event, float(row["detail"]), before)


def after(event: Event, detail: float, before: Awareness) -> Awareness:
    """Awareness of a person after an event that was logged of him."""
    if event == Event.CHANGED:
        return Awareness(round(detail))
    return Awareness.DEAD if event in (Event.DIED, Event.DIED_LATER) else before


def gather(entries: Iterable[Entry], run_s: int) -> Iterator[list[Entry]]:
    """Groups of entries that share a line: see `belongs`."""
    group: list[Entry] = []
    for entry in entries:
        if group and not belongs(entry, group, run_s):
            yield group
            group = []
        group.append(entry)
    if group:
        yield group


def belongs(entry: Entry, group: list[Entry], run_s: int) -> bool:
    """Whether an entry goes on the line of this group: trivia within `run_s`, or another wound of the same blow."""
    first = group[0]
    if entry.event in TRIVIAL and first.event in TRIVIAL:
        return entry.at_s - first.at_s < run_s
    blow = (entry.event, entry.at_s, entry.who_code) == (Event.WOUNDED, first.at_s, first.who_code)
    return blow and first.event == Event.WOUNDED


def line_of(group: list[Entry]) -> ChronicleLine:
    """The line of one group, at the time of its first entry."""
    first = group[0]
    if first.event in TRIVIAL:
        severity, text = sum_up(group)
    else:
        severity, text = sentence(first)
        text = text.removesuffix(".") + "".join(f"; {other.injury}" for other in group[1:]) + "."
    return ChronicleLine(first.at_s, clock(first.at_s), text, severity)


def sum_up(run: list[Entry]) -> tuple[Severity, str]:
    """One sentence for a run of trivial events: how many of each, and how far is still to go."""
    count = Counter(entry.event for entry in run)
    rested_s = sum(entry.detail for entry in run if entry.event == Event.RESTED)
    words = []
    if n := count[Event.RESTED]:
        words.append(f"{n} rests, {duration(rested_s)} in all" if n > 1 else f"a rest of {duration(rested_s)}")
    if n := count[Event.STUMBLED]:
        words.append(f"{n} stumbles" if n > 1 else "a stumble")
    if n := count[Event.KNEE_GAVE_WAY]:
        words.append(f"a wounded leg gives way {times(n)}" if n > 1 else "a wounded leg gives way")
    if n := count[Event.SWAPPED]:
        words.append(f"the bearers change over {times(n)}" if n > 1 else "the bearers change over")
    notes = f": {'; '.join(words)}" if words else ""
    return Severity.ROUTINE, f"{how_they_go(run)}{notes}; {distance(run[-1].to_go_m)} to go."


def how_they_go(run: list[Entry]) -> str:
    """Whom they carry and how fast, as far as this run says."""
    moves = [entry for entry in run if entry.event == Event.MOVED_ON]
    carried = [entry.other for entry in run if entry.other_code >= 0]
    pace = f" at {3.6 * sum(entry.detail for entry in moves) / len(moves):.1f} km/h" if moves else ""
    return f"Carrying {carried[0]}{pace}" if carried else f"On foot{pace}"


def ending(fates: np.ndarray, outcome: Any, names: Sequence[str], place: str) -> list[ChronicleLine]:
    """How it ended: who came home, and for each person the fate."""
    end_s = int(outcome["end_s"])
    theirs = [(name, fate) for name, fate in zip(names, fates, strict=False) if fate["team0"] == 1]
    home = [name for name, fate in theirs if came_home(fate)]
    count = f"{len(home) or 'None'} of {len(theirs)}" if len(home) < len(theirs) or len(home) == 1 else "All"
    whole = Severity.GOOD if len(home) == len(theirs) else Severity.SERIOUS
    lines = [(whole, f"{count} came home alive{': ' + listed(home) if home else ''}.")]
    lines += [fate_of(name, fate, place) for name, fate in theirs]
    return [ChronicleLine(end_s, clock(end_s), text, severity) for severity, text in lines]


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
