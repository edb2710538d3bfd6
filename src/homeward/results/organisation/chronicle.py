"""A year told in words: one line for every event of the ledger that a reader of one person's year wants to know."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from homeward.codes import Aid, Cause, Decision, DutyStatus, Event, Mind, Reason, Watch
from homeward.results.organisation.words import AID, DECISION, MIND, REASON, STATUS, WATCH
from homeward.results.phrases import CAUSES, listed
from homeward.results.sentences import Severity

DAY_S = 86_400


@dataclass(frozen=True)
class Names:
    """Whose names a ledger's numbers stand for, in the order of their rows."""

    members: Sequence[str]
    mission_types: Sequence[str]
    ranks: Sequence[str]


@dataclass(frozen=True)
class YearLine:
    """One line: when, about whom, what, and how grave."""

    at_s: int
    clock: str
    who: str
    text: str
    severity: Severity


@dataclass(frozen=True)
class Row:
    """One ledger row with its names."""

    who: str
    other: int
    why: int
    detail: float
    names: Names
    mission: str

    @property
    def other_member(self) -> str:
        """The other person, "nobody" when there is none."""
        members = self.names.members
        return members[self.other] if 0 <= self.other < len(members) else "nobody"

    @property
    def because(self) -> str:
        """ ", because of ..." when a reason was recorded."""
        return f" ({REASON[Reason(self.why)]})" if self.why > 0 else ""

    @property
    def decision(self) -> str:
        """What a letter or a decision is about."""
        return DECISION[Decision(int(self.detail))]


def _status(row: Row) -> str:
    return f"{row.who} is {STATUS[DutyStatus(int(row.detail))]}{row.because}"


def _contact(row: Row) -> str:
    return f"on {row.mission} {row.who} meets with an incident"


def _brought_in(row: Row) -> str:
    carried = f", carried by {row.other_member}" if row.other >= 0 else ""
    return f"{row.who} is brought in{carried}"


def _test(row: Row) -> str:
    verdict = "clears" if row.detail > 0 else "holds"
    wrong = ", and is wrong" if row.why == 1 else ""
    return f"the medical board {verdict} {row.who}{wrong}"


def _visit(row: Row) -> str:
    return f"{row.other_member} visits {row.who}"


def _stairs(row: Row) -> str:
    return (
        f"{row.who} climbs the stairs alone" if row.detail > 0 else f"the stairs are too much: {row.who} is carried up"
    )


def _sets_out(row: Row) -> str:
    if row.detail > 0:
        return f"{row.who} sets out for home"
    return f"{row.who} sets out for the workshop with {row.other_member}"


def _arrives(row: Row) -> str:
    return f"{row.who} is back from the workshop" if row.detail > 0 else f"{row.who} reaches the workshop"


SENTENCES: dict[Event, tuple[Severity, Callable[[Row], str]]] = {
    Event.ASSIGNED: (Severity.ROUTINE, lambda row: f"{row.who} is assigned to {row.mission}{row.because}"),
    Event.MISSION_STARTS: (Severity.ROUTINE, lambda row: f"{row.who} sets out on {row.mission}"),
    Event.CONTACT: (Severity.SERIOUS, _contact),
    Event.CAME_HOME: (Severity.GOOD, lambda row: f"{row.who} comes home from {row.mission}"),
    Event.BROUGHT_IN: (Severity.SERIOUS, _brought_in),
    Event.LIMB_LOST: (Severity.CRITICAL, lambda row: f"{row.who} loses a limb"),
    Event.FELL: (Severity.CRITICAL, lambda row: f"{row.who} dies: {CAUSES[Cause(int(row.detail))]}"),
    Event.MISSING: (Severity.CRITICAL, lambda row: f"{row.who} is missing"),
    Event.BODY_RECOVERED: (Severity.SERIOUS, lambda row: f"the body of {row.who} is brought home"),
    Event.STATUS: (Severity.ROUTINE, _status),
    Event.TEST: (Severity.ROUTINE, _test),
    Event.CLEARED: (Severity.GOOD, lambda row: f"{row.who} is cleared for duty{row.because}"),
    Event.DECIDED: (Severity.SERIOUS, lambda row: f"decided for {row.who}: {row.decision}{row.because}"),
    Event.LETTER: (Severity.SERIOUS, lambda row: f"a letter reaches {row.who}: {row.decision}"),
    Event.LETTER_HELD: (
        Severity.SERIOUS,
        lambda row: f"a letter to {row.who} is held back: {row.decision}{row.because}",
    ),
    Event.REASSIGNED: (Severity.SERIOUS, lambda row: f"{row.who} is reassigned{row.because}"),
    Event.RETIRED: (Severity.SERIOUS, lambda row: f"{row.who} is retired{row.because}"),
    Event.APPEALED: (Severity.GOOD, lambda row: f"{row.who} applies again{row.because}"),
    Event.PASSED: (Severity.GOOD, lambda row: f"{row.who} passes the exam: {row.names.ranks[int(row.detail)]}"),
    Event.NOT_PASSED: (Severity.ROUTINE, lambda row: f"{row.who} does not pass the exam"),
    Event.CANDIDATE_LOST: (Severity.CRITICAL, lambda row: f"{row.who} was to sit the exam, and is dead"),
    Event.GRIEF: (Severity.CRITICAL, lambda row: f"{row.who} learns of the death of {row.other_member}"),
    Event.MIND: (Severity.SERIOUS, lambda row: f"{row.who}: {MIND[Mind(int(row.detail))]}"),
    Event.WATCH: (Severity.SERIOUS, lambda row: f"{row.who}: {WATCH[Watch(int(row.detail))]}"),
    Event.VISIT: (Severity.ROUTINE, _visit),
    Event.FIRST_WORDS: (Severity.GOOD, lambda row: f"{row.who} speaks again"),
    Event.CARER_MOVES_IN: (Severity.GOOD, lambda row: f"{row.other_member} moves in with {row.who}"),
    Event.CARER_LEAVES: (Severity.ROUTINE, lambda row: f"{row.other_member} moves out: {row.who} manages alone"),
    Event.WENT_HOME: (
        Severity.GOOD,
        lambda row: f"{row.who} goes home from hospital; the walk takes {row.detail:.0f} min",
    ),
    Event.STAIRS: (Severity.ROUTINE, _stairs),
    Event.AID: (Severity.ROUTINE, lambda row: f"{row.who}: {AID[Aid(int(row.detail))]}"),
    Event.WOUND_CLOSED: (Severity.GOOD, lambda row: f"the wound of {row.who} is closed"),
    Event.INFECTED: (Severity.SERIOUS, lambda row: f"the wound of {row.who} is infected"),
    Event.SETBACK: (Severity.SERIOUS, lambda row: f"{row.who} has a setback"),
    Event.OUT_OF_HOUSE: (Severity.GOOD, lambda row: f"{row.who} goes out for the first time"),
    Event.DOOR: (Severity.ROUTINE, lambda row: f"{row.who} teaches {row.other_member} to open the door"),
    Event.LIMB_SEARCH: (Severity.ROUTINE, lambda row: f"a maker of limbs is sought for {row.who}"),
    Event.JOURNEY_STARTS: (Severity.ROUTINE, _sets_out),
    Event.JOURNEY_ENDS: (Severity.GOOD, _arrives),
    Event.LIMB_MEASURED: (Severity.ROUTINE, lambda row: f"{row.who} is measured for a prosthesis"),
    Event.LIMB_BUILT: (Severity.ROUTINE, lambda row: f"the prosthesis of {row.who} is built"),
    Event.LIMB_FITTED: (Severity.GOOD, lambda row: f"the prosthesis of {row.who} is fitted"),
    Event.LIMB_REJECTED: (Severity.SERIOUS, lambda row: f"{row.who} cannot wear the prosthesis"),
    Event.LIMB_FAILED: (Severity.SERIOUS, lambda row: f"the prosthesis does not work on {row.who}"),
    Event.REPAIR: (Severity.ROUTINE, lambda row: f"the prosthesis of {row.who} is mended"),
    Event.TOLD: (Severity.CRITICAL, lambda row: f"{row.who} learns that the limb is gone"),
    Event.CRISIS: (Severity.CRITICAL, lambda row: f"{row.who} is in crisis, and is watched more closely"),
    Event.RESERVE_BACK: (Severity.GOOD, lambda row: f"the reserve of {row.who} is back"),
    Event.TASK_BEGUN: (Severity.ROUTINE, lambda row: f"care begins for {row.who}, after {row.detail / 60:.0f} min"),
    Event.LEFT_CARE: (Severity.GOOD, lambda row: f"{row.who} leaves the ward"),
    Event.DIED_IN_CARE: (Severity.CRITICAL, lambda row: f"{row.who} dies in hospital"),
}
"""What a reader wants to know, and how it is said; other events are for the log."""


class Missions:
    """Which mission is in which row at present, and who is on which: rows are used again."""

    def __init__(self) -> None:
        self.type_of: dict[int, int] = {}
        self.of_member: dict[int, int] = {}

    def see(self, event: Event, who: int, other: int, detail: float) -> None:
        """Follow the ledger."""
        if event in (Event.MISSION_ARRIVES, Event.MISSION_STARTS):
            self.type_of[other] = int(detail)
        elif event == Event.ASSIGNED:
            self.of_member[who] = other
        elif event == Event.MISSION_ENDS:
            self.of_member = {member: mission for member, mission in self.of_member.items() if mission != other}

    def concerns(self, event: Event, member: int, other: int) -> bool:
        """Whether this event of a mission is one of the mission that a member is on."""
        return event in OF_A_TEAM and self.of_member.get(member) == other


OF_A_TEAM = (Event.MISSION_STARTS, Event.CONTACT)
"""Written once for a team, under its leader's name."""


def tell_year(ledger: np.ndarray, names: Names, only: int | None = None) -> list[YearLine]:
    """Tell (n,) LEDGER rows in words; `only`: of one member, of his missions, and of those who name him.

    Visits between two other events are told together.
    """
    lines: list[YearLine] = []
    visits: list[np.void] = []
    missions = Missions()
    for row in ledger:
        event, who, other = Event(int(row["event"])), int(row["who"]), int(row["other"])
        missions.see(event, who, other, float(row["detail"]))
        if event not in SENTENCES or not 0 <= who < len(names.members) or begins_at_once(row):
            continue
        if event == Event.VISIT:
            visits += [row] * (only is None or only in (who, other))
            continue
        whose = only if only is not None and missions.concerns(event, only, other) else who
        line = line_of(row, event, whose, names, missions)
        if only is None or whose == only or names.members[only] in line.text:
            lines += [*told_together(visits, names), line]
            visits = []
    return lines + told_together(visits, names)


def begins_at_once(row: np.void) -> bool:
    """Whether a task of care began without a wait worth telling."""
    return bool(row["event"] == Event.TASK_BEGUN and row["detail"] < 60)


def told_together(visits: Sequence[np.void], names: Names) -> list[YearLine]:
    """A line for everybody visited: who came, and how often."""
    by_host: dict[int, list[np.void]] = {}
    for row in visits:
        by_host.setdefault(int(row["who"]), []).append(row)
    return [of_visits(rows, names) for rows in by_host.values()]


def of_visits(rows: Sequence[np.void], names: Names) -> YearLine:
    """Somebody's visits as one line, at the time of the first."""
    host, first_s = names.members[int(rows[0]["who"])], int(rows[0]["at_s"])
    guests = Counter(names.members[int(row["other"])] for row in rows)
    if len(rows) == 1:
        text = f"{next(iter(guests))} visits {host}."
    else:
        came = listed([f"{guest} ({times})" if times > 1 else guest for guest, times in guests.most_common()])
        text = f"{host} is visited {len(rows)} times until day {int(rows[-1]['at_s']) // DAY_S + 1}: {came}."
    return YearLine(first_s, moment(first_s), host, f"{text[0].upper()}{text[1:]}", Severity.ROUTINE)


def line_of(row: np.void, event: Event, who: int, names: Names, missions: Missions) -> YearLine:
    """Say one row of the ledger."""
    severity, say = SENTENCES[event]
    other, at_s, name = int(row["other"]), int(row["at_s"]), names.members[who]
    kind = missions.type_of.get(other, -1)
    mission = f"“{names.mission_types[kind]}”" if 0 <= kind < len(names.mission_types) else "a mission"
    text = say(Row(name, other, int(row["why"]), float(row["detail"]), names, mission))
    return YearLine(at_s, moment(at_s), name, f"{text[0].upper()}{text[1:]}.", severity)


def moment(at_s: int) -> str:
    """Day and time: "day 12 07:30"."""
    day, rest = divmod(at_s, DAY_S)
    return f"day {day + 1} {rest // 3600:02d}:{rest % 3600 // 60:02d}"
