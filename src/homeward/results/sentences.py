"""One sentence for every event of the ledger, in plain and clinically careful words."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from homeward.codes import Awareness, Cause, Event, Transport, Treatment, Triage
from homeward.results.phrases import (
    AWARENESS,
    CAUSES,
    SEVERITY,
    TRANSPORT,
    TREATMENTS,
    TRIAGE,
    distance,
    duration,
)


class Severity(StrEnum):
    """How grave a line is, for colour and for the eye."""

    ROUTINE = "routine"
    GOOD = "good"
    SERIOUS = "serious"
    CRITICAL = "critical"


PARTY_NAMES = ("the team", "the attackers", "the pursuers", "the relief party", "the aircraft", "those who wait")
"""By rows of the kernel's table of parties; a ledger row of party m has who = -1 - m."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One ledger row with its names: what the sentences below may speak of."""

    at_s: int
    event: Event
    who_code: int
    other_code: int
    to_go_m: float
    detail: float
    names: tuple[str, ...]
    place: str  # the end of the way, "the gate"
    wounds: tuple[str, ...] = ()  # of the scenario, in the order of the kernel's table
    before: Awareness = Awareness.ALERT  # of `who`, until this event

    @property
    def who(self) -> str:
        return self.names[self.who_code] if self.who_code >= 0 else PARTY_NAMES[-1 - self.who_code]

    @property
    def other(self) -> str:
        return self.names[self.other_code] if self.other_code >= 0 else "the casualty"

    @property
    def to_go(self) -> str:
        return f"{distance(self.to_go_m)} to go"

    @property
    def number(self) -> int:
        return round(self.detail)

    @property
    def metres(self) -> str:
        return distance(self.detail)

    @property
    def pause(self) -> str:
        return duration(self.detail)

    @property
    def percent(self) -> str:
        return f"{100 * self.detail:.0f} %"

    @property
    def kmh(self) -> str:
        return f"{3.6 * self.detail:.1f} km/h"

    @property
    def cause(self) -> str:
        return CAUSES[Cause(self.number)]

    @property
    def triage(self) -> str:
        return TRIAGE[Triage(self.number)]

    @property
    def days(self) -> str:
        return "less than a day" if self.detail < 1 else duration(86400 * max(2.0, self.detail))

    @property
    def transport(self) -> str:
        return TRANSPORT[Transport(self.number)]

    @property
    def injury(self) -> str:
        where = f"{self.wounds[self.other_code]}, " if 0 <= self.other_code < len(self.wounds) else ""
        return f"{where}{SEVERITY.get(self.number, 'unknown')} (AIS {self.number})"

    @property
    def awareness(self) -> str:
        return AWARENESS[Awareness(self.number)]

    @property
    def begun(self) -> str:
        return TREATMENTS[Treatment(self.number)].begun.format(self.other)

    @property
    def done(self) -> str:
        return TREATMENTS[Treatment(self.number)].done.format(self.other)

    @property
    def failed(self) -> str:
        return TREATMENTS[Treatment(self.number)].failed.format(self.other)


R, G, S, C = Severity.ROUTINE, Severity.GOOD, Severity.SERIOUS, Severity.CRITICAL

SENTENCES: dict[Event, tuple[Severity, str]] = {
    Event.TRAP: (S, "{e.who} sets off a trap."),
    Event.TRAP_FOUND: (G, "The search finds the trap before anyone sets it off."),
    Event.TRAP_DODGED: (G, "{e.who} gets clear of the trap in time."),
    Event.WOUNDED: (S, "{e.who} is wounded: {e.injury}."),
    Event.DESERTED: (S, "{e.who} leaves the team and does not come back."),
    Event.EXCHANGE: (S, "Shots are exchanged; {e.who} is hit."),
    Event.ATTACKER_DOWN: (R, "An attacker is put out of action; {e.number} left."),
    Event.FIGHT_OVER: (R, "The fight is over: the attackers left, {e.number}, withdraw."),
    Event.CHANGED: (S, "{e.who}: {e.awareness}."),
    Event.DIED: (C, "{e.who} dies: {e.cause}."),
    Event.REBLED: (S, "A wound of {e.who} opens again: {e.number} mL/min."),
    Event.TAKE_STOCK: (R, "The survivors take stock and decide what to do."),
    Event.AID_STARTED: (R, "{e.who} begins {e.begun}."),
    Event.AID_DONE: (G, "{e.done}."),
    Event.AID_FAILED: (S, "{e.failed}."),
    Event.SET_OFF: (R, "They are ready to leave; {e.other} cannot walk unaided; {e.to_go}."),
    Event.LEG_DONE: (R, "A stretch of the way is done, {e.to_go}."),
    Event.STUMBLED: (R, "{e.who} stumbles."),
    Event.KNEE_GAVE_WAY: (S, "A wounded leg of {e.who} gives way."),
    Event.RESTED: (R, "{e.who} rests for {e.pause}."),
    Event.SWAPPED: (R, "The bearers change over."),
    Event.MOVED_ON: (R, "{e.who} moves on at {e.kmh}."),
    Event.STRANDED: (S, "Nobody left can carry on: they wait where they are, {e.to_go}."),
    Event.STEP_READY: (R, "{e.who} takes one God's Step for {e.percent} of the reserve; {e.to_go}."),
    Event.STAGGERED: (S, "{e.who} staggers after the landing."),
    Event.COLLAPSED: (C, "{e.who} collapses: the reserve is spent."),
    Event.CAUGHT: (S, "The pursuers catch up, {e.to_go}."),
    Event.TRAIL_LOST: (G, "The pursuers lose the trail."),
    Event.RELIEF_CALLED: (R, "The relief party is called."),
    Event.RELIEF_SET_OUT: (R, "The relief party sets out."),
    Event.MET: (G, "The relief party meets them, {e.metres} to go."),
    Event.HANDED_OVER: (G, "{e.who} goes home beside the litter, in the relief party's care."),
    Event.LIFT_CALLED: (R, "The aircraft is called."),
    Event.WEATHER_CLEARED: (S, "The weather keeps the aircraft on the ground for {e.number} min."),
    Event.LIFT_OFF: (R, "The aircraft takes off."),
    Event.AT_SCENE: (G, "The aircraft is at the scene."),
    Event.LOADED: (G, "{e.other} is on board."),
    Event.ARRIVED: (G, "{e.who} reaches {e.place} alive."),
    Event.FIRST_HANDS: (G, "The first medic's hands are on {e.who}."),
    Event.CARE_REFUSED: (S, "{e.who} refuses care for now."),
    Event.AT_HOSPITAL: (G, "{e.who} is brought into the hospital."),
    Event.TRIAGED: (R, "{e.who} is triaged: {e.triage}."),
    Event.THEATRE: (R, "{e.who} is in theatre for surgical control of bleeding."),
    Event.TRANSFUSED: (R, "{e.who} is transfused {e.number} mL."),
    Event.OUT_OF_THEATRE: (G, "{e.who} leaves theatre alive."),
    Event.LIMB_LOST: (S, "{e.who}'s limb cannot be saved."),
    Event.DIED_LATER: (C, "{e.who} dies of the wounds {e.days} after the operation."),
    Event.THIRTY_DAYS: (G, "{e.who} lives through the thirty days that follow."),
    Event.MOUNTED: (G, "{e.other} is put on {e.transport}, {e.to_go}."),
    Event.LEFT_BEHIND: (S, "{e.who} is left behind for the relief party to fetch, {e.to_go}."),
    Event.FOUND_BY_ENEMY: (C, "The enemy finds {e.who}."),
    Event.OVERDUE: (R, "They are overdue: at {e.place} somebody begins to look for them."),
    Event.CASUALTY_LOADED: (G, "{e.other} is on the litter of the relief party."),
    Event.LANDED_HARD: (R, "The landing is hard and heard {e.metres} away."),
    Event.NIGHT_HALT: (R, "{e.who} halts for the night."),
    Event.AMBUSH: (S, "{e.number} attackers fall upon the team."),
}
"""What is said of each event. `e` is the Entry."""

VARIANTS: tuple[tuple[Event, Callable[[Entry], bool], Severity, str], ...] = (
    (Event.CHANGED, lambda e: e.detail < e.before, G, "{e.who} comes round: {e.awareness}."),
    (Event.DIED, lambda e: e.to_go_m >= 1, C, "{e.who} dies: {e.cause}; {e.to_go}."),
    (Event.SET_OFF, lambda e: e.other_code < 0, R, "They leave, all on their own feet; {e.to_go}."),
    (Event.FIGHT_OVER, lambda e: e.number == 0, R, "The fight is over."),
    (Event.ARRIVED, lambda e: e.before == Awareness.DEAD, C, "{e.who} is brought to {e.place}, dead."),
    (Event.DIED_LATER, lambda e: e.detail <= 0, C, "{e.who} dies during the operation."),
)
"""Where a different sentence fits: event, when it does, and what is said then."""

NEVER_LOGGED = frozenset({Event.START, Event.STINT_ENDS})
"""Events of the calendar that leave no row in the ledger."""


def sentence(entry: Entry) -> tuple[Severity, str]:
    """The severity and sentence of one ledger row. KeyError for an event that is never logged."""
    severity, pattern = SENTENCES[entry.event]
    for event, fits, other_severity, other_pattern in VARIANTS:
        if event == entry.event and fits(entry):
            severity, pattern = other_severity, other_pattern
    return severity, capitalised(pattern.format(e=entry))


def capitalised(text: str) -> str:
    """The text with a capital at its beginning, the rest as it is."""
    return text[:1].upper() + text[1:]
