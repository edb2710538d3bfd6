"""One person's year out of a ledger: what he was when, and what happened to him."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from homeward.codes import Aid, DutyStatus, Event, Mind

DAY_S = 86_400


@dataclass(frozen=True)
class Span:
    """A state held from day to day (floats, day 0.0 is the start)."""

    state: int
    from_day: float
    until_day: float


@dataclass(frozen=True)
class Bands:
    """What one person was, as spans without gaps: duty status, mind, mobility aid."""

    status: tuple[Span, ...]
    mind: tuple[Span, ...]
    aid: tuple[Span, ...]


def bands_of(ledger: np.ndarray, member: int, days: int, at_first: tuple[int, int, int]) -> Bands:
    """Return the bands of a member from (n,) LEDGER rows; `at_first`: status, mind and aid when the year begins."""
    own = ledger[ledger["who"] == member]
    status, mind, aid = at_first
    return Bands(
        spans_of(own, Event.STATUS, DutyStatus(status), days),
        spans_of(own, Event.MIND, Mind(mind), days),
        spans_of(own, Event.AID, Aid(aid), days),
    )


def spans_of(own: np.ndarray, event: Event, first: int, days: int) -> tuple[Span, ...]:
    """Return the spans between the changes that an event reports; states that last no time are left out."""
    changes = own[own["event"] == event]
    moments = [0.0, *(changes["at_s"] / DAY_S), float(days)]
    states = [int(first), *(int(detail) for detail in changes["detail"])]
    spans: list[Span] = []
    for state, start, end in zip(states, moments, moments[1:], strict=False):
        if spans and spans[-1].state == state:
            spans[-1] = Span(state, spans[-1].from_day, end)
        elif end > start:
            spans.append(Span(state, start, end))
    return tuple(spans)


MILESTONES = {
    Event.MISSION_STARTS: "sets out",
    Event.CONTACT: "contact",
    Event.BROUGHT_IN: "brought in",
    Event.FELL: "fallen",
    Event.MISSING: "missing",
    Event.LIMB_LOST: "limb lost",
    Event.FIRST_WORDS: "first words",
    Event.WENT_HOME: "goes home",
    Event.OUT_OF_HOUSE: "first time outside",
    Event.CARER_MOVES_IN: "carer moves in",
    Event.LETTER: "letter",
    Event.LETTER_HELD: "letter held back",
    Event.JOURNEY_STARTS: "to the workshop",  # or home: see words_of
    Event.LIMB_FITTED: "leg fitted",
    Event.LIMB_REJECTED: "leg given up",
    Event.JOURNEY_ENDS: "at the workshop",
    Event.CLEARED: "cleared",
    Event.APPEALED: "applies again",
    Event.GRIEF: "a death",
    Event.PASSED: "passes the exam",
    Event.NOT_PASSED: "does not pass",
    Event.CANDIDATE_LOST: "lost before the exam",
}
"""What is marked in the picture of one person's year."""


BACK = {Event.JOURNEY_STARTS: "sets out for home", Event.JOURNEY_ENDS: "home again"}
"""The same of a journey's way back, which detail 1 says."""


def words_of(event: Event, detail: float) -> str:
    """What a milestone is called."""
    return BACK[event] if event in BACK and detail > 0 else MILESTONES[event]


def milestones(ledger: np.ndarray, member: int, most: int = 16) -> list[tuple[float, str]]:
    """Return (day, words) of what mattered to a member, the first of each kind before any second, at most so many."""
    own = ledger[(ledger["who"] == member) & np.isin(ledger["event"], list(MILESTONES))]
    seen: dict[int, int] = {}
    ranked: list[tuple[int, float, str]] = []
    for row in own:
        event = int(row["event"])
        seen[event] = seen.get(event, 0) + 1
        ranked.append((seen[event], float(row["at_s"]) / DAY_S, words_of(Event(event), float(row["detail"]))))
    chosen = sorted(ranked)[:most]
    return sorted((day, words) for _, day, words in chosen)


def days_in(spans: Sequence[Span], states: Sequence[int]) -> float:
    """Return how many days were spent in any of these states."""
    return sum(span.until_day - span.from_day for span in spans if span.state in states)
