"""An event log as the vidigi package reads it, so that its animations and process maps can show our runs.

Columns: entity_id, pathway, event_type, event, time (minutes), resource_id, run_number. vidigi wants for every entity
an `arrival` and a `depart` of type `arrival_departure`; what lies between is of type `queue`, `resource_use` or
`resource_use_end`, and the two ends of a use name the same `resource_id`, a whole number.
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from homeward.codes import Event
from homeward.errors import HomewardError
from homeward.store.duck import literal
from homeward.store.runs import Run
from homeward.store.scenarios import arm_named
from homeward.store.tables import read_table

ACTIVITIES = "activities"
"""A table with the columns of LogRow (time as at_s): a run of any kind that has one is exported from it."""

BEGIN, END = "arrival", "depart"
CAME_OR_WENT, QUEUE, USE, USE_END = "arrival_departure", "queue", "resource_use", "resource_use_end"

WAITS = {
    Event.WOUNDED: "wounded, waits for aid",
    Event.AID_DONE: "aided, waits",
    Event.AID_FAILED: "aided in vain, waits",
    Event.SET_OFF: "on the way",
    Event.LEFT_BEHIND: "left behind, waits for relief",
    Event.LOADED: "in the aircraft",
    Event.CASUALTY_LOADED: "on the litter of the relief party",
    Event.MOUNTED: "on a horse, wagon or vehicle",
    Event.ARRIVED: "waits for the first medic",
    Event.AT_HOSPITAL: "waits for triage",
    Event.TRIAGED: "waits for theatre",
    Event.OUT_OF_THEATRE: "in the ward",
    Event.CARE_REFUSED: "refuses care",
}
"""Events after which somebody waits or is on the way, and for what."""

GONE = {Event.DIED, Event.DIED_LATER, Event.THIRTY_DAYS, Event.DESERTED}
AID_ENDS = {Event.AID_DONE, Event.AID_FAILED}
OTHER_IS_MEANT = {Event.SET_OFF, Event.LOADED, Event.CASUALTY_LOADED, Event.MOUNTED}
"""Events that the ledger books to a party, and whose casualty is `other`."""

THEATRE = 1000
"""The theatre as a resource; helpers go by their own number from 1 on."""


class LogRow(NamedTuple):
    """One row of the log."""

    entity_id: str
    pathway: str
    event_type: str
    event: str
    time: float
    resource_id: int | None
    run_number: int


def write_vidigi(run: Run, file: Path, arm: str | None = None) -> int:
    """Write the log of the replicates whose events were kept under an arm (None: the first); return its rows.

    HomewardError when the run keeps no events, OSError when the file cannot be written.
    """
    name = arm_named(run, arm)["name"]
    rows = list(from_activities(run, name) if ACTIVITIES in run.tables else from_events(run, name))
    draft = file.with_name(f".{file.name}.part")
    try:
        with draft.open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(LogRow._fields)
            writer.writerows(["" if cell is None else cell for cell in row] for row in rows)
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)
    return len(rows)


def from_activities(run: Run, arm: str) -> Iterator[LogRow]:
    """Return the rows of a table that holds them already, its times in seconds."""
    table = read_table(run.table(ACTIVITIES), where=f"arm = {literal(arm)}")
    names = ("entity_id", "pathway", "event_type", "event", "at_s", "resource_id", "run_number")
    for entity, pathway, kind, event, at_s, resource, number in zip(*(table[name] for name in names), strict=True):
        used = int(resource) if resource >= 0 else None
        yield LogRow(str(entity), pathway, kind, event, float(at_s) / 60, used, int(number))


def from_events(run: Run, arm: str) -> Iterator[LogRow]:
    """Return the rows that the ledgers of an incident tell."""
    if "events" not in run.tables:
        raise HomewardError(f"the run {run.name} keeps no events, and an event log needs them: keep it anew")
    table = read_table(run.table("events"), where=f"arm = {literal(arm)}")
    for replicate in dict.fromkeys(table["replicate"].tolist()):
        mine = table["replicate"] == replicate
        life = OneLife(int(replicate), run.record["scenario"])
        columns = ("at_s", "event", "who", "who_name", "other", "other_name")
        for at_s, event, *people in zip(*(table[name][mine].tolist() for name in columns), strict=True):
            life.note(int(at_s), Event(event), *people)
        yield from life.rows()


class OneLife:
    """The log of one life: everybody named in the ledger arrives at its beginning and departs once."""

    def __init__(self, replicate: int, pathway: str) -> None:
        self.replicate = replicate
        self.pathway = pathway
        self.last_s = 0
        self._people: dict[str, list[LogRow]] = {}
        self._using: dict[str, tuple[str, int]] = {}
        self._gone: set[str] = set()

    def note(self, at_s: int, event: Event, who: int, who_name: str, other: int, other_name: str | None) -> None:
        """Take one row of the ledger."""
        self.last_s = at_s
        subject = other_name if event in OTHER_IS_MEANT or event in AID_ENDS or event == Event.AID_STARTED else who_name
        if subject is None or (who < 0 and subject == who_name) or subject in self._gone:
            return
        if event == Event.AID_STARTED:
            self._begin(subject, at_s, "aid by a helper", who + 1)
        elif event == Event.THEATRE:
            self._begin(subject, at_s, "surgery", THEATRE)
        elif event in WAITS:
            self._end(subject, at_s)
            self._add(subject, at_s, QUEUE, WAITS[event])
        elif event in GONE:
            self._depart(subject, at_s)

    def rows(self) -> list[LogRow]:
        """Return the rows in order of time, everybody departed."""
        for name in self._people.keys() - self._gone:
            self._depart(name, self.last_s)
        return sorted((row for rows in self._people.values() for row in rows), key=lambda row: row.time)

    def _begin(self, name: str, at_s: int, what: str, resource: int) -> None:
        self._end(name, at_s)
        self._using[name] = (what, resource)
        self._add(name, at_s, USE, f"{what} begins", resource)

    def _end(self, name: str, at_s: int) -> None:
        if name in self._using:
            what, resource = self._using.pop(name)
            self._add(name, at_s, USE_END, f"{what} ends", resource)

    def _depart(self, name: str, at_s: int) -> None:
        self._end(name, at_s)
        self._add(name, at_s, CAME_OR_WENT, END)
        self._gone.add(name)

    def _add(self, name: str, at_s: int, kind: str, event: str, resource: int | None = None) -> None:
        if name not in self._people:
            self._people[name] = [LogRow(name, self.pathway, CAME_OR_WENT, BEGIN, 0.0, None, self.replicate)]
        last = self._people[name][-1]
        if kind == QUEUE and (last.event_type, last.event) == (kind, event):
            return  # a second wound does not make him wait a second time
        self._people[name].append(LogRow(name, self.pathway, kind, event, at_s / 60, resource, self.replicate))
