"""Which rows of the ledger are told, and which share a line."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from homeward.codes import Awareness, Event
from homeward.results.phrases import distance, duration, times
from homeward.results.sentences import NEVER_LOGGED, Entry, Severity, sentence

TRIVIAL = frozenset({Event.RESTED, Event.STUMBLED, Event.KNEE_GAVE_WAY, Event.SWAPPED, Event.MOVED_ON, Event.LEG_DONE})
"""What happens so often on the way that a run of it is told in one line."""

AID = frozenset({Event.AID_DONE, Event.AID_FAILED})


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


def worth_telling(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Leave out what the reader knows: the last stretch at the very end, and readiness that was said before."""
    ready: int | None = None
    for entry in entries:
        if entry.event == Event.LEG_DONE and entry.to_go_m < 1:
            continue
        if entry.event == Event.SET_OFF:
            if entry.other_code == ready:
                continue
            ready = entry.other_code
        yield entry


def after(event: Event, detail: float, before: Awareness) -> Awareness:
    """Awareness of a person after an event that was logged of him."""
    if event == Event.CHANGED:
        return Awareness(round(detail))
    return Awareness.DEAD if event in (Event.DIED, Event.DIED_LATER) else before


def gather(entries: Iterable[Entry], run_s: int) -> Iterator[list[Entry]]:
    """Groups of entries that share a line: see `belongs`."""
    group: list[Entry] = []
    for entry in worth_telling(entries):
        if group and not belongs(entry, group[0], run_s):
            yield group
            group = []
        group.append(entry)
    if group:
        yield group


def belongs(entry: Entry, first: Entry, run_s: int) -> bool:
    """Whether an entry goes on the line that begins with `first`.

    Trivia within `run_s` do, and attackers who fall within it; so do wounds of one blow, and what was done for one
    patient at the same moment.
    """
    if entry.event in TRIVIAL and first.event in TRIVIAL:
        return entry.at_s - first.at_s < run_s
    if entry.event == Event.ATTACKER_DOWN == first.event:
        return entry.at_s - first.at_s < run_s
    at_once = entry.at_s == first.at_s
    if entry.event == Event.WOUNDED == first.event:
        return at_once and entry.who_code == first.who_code
    return at_once and entry.event in AID and first.event in AID and entry.other_code == first.other_code


def say(group: list[Entry]) -> tuple[Severity, str]:
    """The severity and the words of one line."""
    first = group[0]
    if first.event in TRIVIAL:
        return sum_up(group)
    if first.event == Event.ATTACKER_DOWN and len(group) > 1:
        return Severity.ROUTINE, f"{len(group)} attackers are put out of action; {group[-1].number} left."
    severity, text = sentence(first)
    if first.event == Event.WOUNDED:
        return severity, f"{text[:-1]}{''.join(f'; {other.injury}' for other in group[1:])}."
    if len(group) > 1:
        severity = Severity.SERIOUS if any(each.event == Event.AID_FAILED for each in group) else Severity.GOOD
        rest = "; ".join(other.done if other.event == Event.AID_DONE else other.failed for other in group[1:])
        return severity, f"{text[:-1]}; {rest}."
    return severity, text


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
