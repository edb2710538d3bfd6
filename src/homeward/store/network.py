"""Keeping a care network: besides the values of every replicate, the events of a few, and what they were busy with.

`events` is the ledger in codes and in words; `activities` is the same as an event log: who came, waited for what, was
seen to by which server of a station, and left. Servers are numbered from 1 within their station, the lowest that is
free first: the ledger says that somebody was served, and not by whom.
"""

from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from typing import Any, NamedTuple

import numpy as np

from homeward.codes import Event
from homeward.kernel.organisation import LEDGER
from homeward.model.network.laydown import Network
from homeward.model.root import Root
from homeward.results.decode import word
from homeward.results.network.chronicle import PLURALS, SENTENCES
from homeward.results.network.chronicle import Words as NetworkWords
from homeward.results.network.life import first_events
from homeward.results.sampling import Sampling
from homeward.run.lower_network import lower_network
from homeward.store.columns import Columns, Words, fields_of, kinds_of
from homeward.store.draft import RunDraft
from homeward.store.scenarios import under
from homeward.store.vidigi import ACTIVITIES, BEGIN, CAME_OR_WENT, END, QUEUE, USE, USE_END

EVENTS = {int(code): word(code) for code in Event}

WAITS_FOR = {Event.QUEUED: "waits for {}", Event.BLOCKED: "waits for {} in bed", Event.TRANSPORT_ASKED: "waits: {}"}
ENDS = (Event.TASK_DONE, Event.INTERRUPTED)
OF_A_PATIENT = frozenset(event for event, sentence in SENTENCES.items() if "{who}" in sentence)
"""Events whose `who` is a patient; of the others it is nobody."""


def keep_network_events(
    draft: RunDraft, names: Sequence[str], networks: Sequence[Network], replicates: Sequence[int], sampling: Sampling
) -> None:
    """Live these replicates again under every arm and keep the first events of each (see first_events)."""
    arm = Words.of(names)
    events = draft.table("events", event_columns(arm))
    activities = draft.table(ACTIVITIES, activity_columns(arm))
    templates = [lower_network(network, **sampling.lowering) for network in networks]
    for replicate in replicates:
        for k, (network, template) in enumerate(zip(networks, templates, strict=True)):
            ledger, words = first_events(template, replicate), NetworkWords(network)
            events.add({**whose(k, replicate, len(ledger)), **fields_of(ledger), **told(ledger, words)})
            rows = list(Log(network.name, words).rows(ledger))
            activities.add({**whose(k, replicate, len(rows)), **columns_of(rows, replicate)})


def event_columns(arm: Words) -> Columns:
    return {
        **{"arm": arm, "replicate": "i8", "row": "i4"},
        **kinds_of(LEDGER),
        **{"event_word": Words.by_code(EVENTS), "who_name": "text", "other_name": "text"},
    }


def activity_columns(arm: Words) -> Columns:
    return {
        **{"arm": arm, "replicate": "i8", "row": "i4", "at_s": "i8", "entity_id": "text", "pathway": "text"},
        **{"event_type": "text", "event": "text", "resource_id": "i4", "run_number": "i8"},
    }


def whose(arm: int, replicate: int, rows: int) -> dict[str, np.ndarray]:
    return {"arm": np.full(rows, arm), "replicate": np.full(rows, replicate), "row": np.arange(rows)}


def told(ledger: np.ndarray, words: NetworkWords) -> dict[str, np.ndarray]:
    """Return the words of (n,) LEDGER rows."""
    filled = [words.fill(row) for row in ledger]
    rows = list(zip(ledger, filled, strict=True))
    names = {
        "who_name": [each["who"] if row["event"] in OF_A_PATIENT else None for row, each in rows],
        "other_name": [other_of(row, each) for row, each in rows],
    }
    return {"event_word": ledger["event"], **{name: as_texts(values) for name, values in names.items()}}


def other_of(row: np.void, filled: Mapping[str, str]) -> str | None:
    """Return what `other` of a row is called, by what the sentence of its event says that it is."""
    sentence = SENTENCES.get(Event(int(row["event"])), "")
    kind = next((each for each in PLURALS if f"{{{each}}}" in sentence), None)
    return filled[kind].strip("“”") if kind and row["other"] >= 0 else None


class Activity(NamedTuple):
    """One row of the log."""

    at_s: int
    entity_id: str
    event_type: str
    event: str
    resource_id: int
    pathway: str


class Log:
    """The event log of one replicate, from its ledger."""

    def __init__(self, pathway: str, words: NetworkWords) -> None:
        self.pathway = pathway
        self.words = words
        self._inside: dict[str, tuple[str, int] | None] = {}
        self._free: dict[str, list[int]] = {}
        self._servers: dict[str, int] = {}

    def rows(self, ledger: np.ndarray) -> Iterator[Activity]:
        """Yield what every patient came for, waited for and left, in order; those still inside leave at the end."""
        at_s = 0
        for row in ledger[np.isin(ledger["event"], list(OF_A_PATIENT))]:
            filled, event, at_s = self.words.fill(row), Event(int(row["event"])), int(row["at_s"])
            yield from self._note(at_s, event, filled["who"], other_of(row, filled) or "")
        for who in list(self._inside):
            yield from self._leave(at_s, who)

    def _note(self, at_s: int, event: Event, who: str, what: str) -> Iterator[Activity]:
        if who not in self._inside:
            self._inside[who] = None
            yield self._row(at_s, who, CAME_OR_WENT, BEGIN)
        if event in WAITS_FOR:
            yield self._row(at_s, who, QUEUE, WAITS_FOR[event].format(what))
        elif event == Event.TASK_BEGUN:
            server = self._take(what)
            self._inside[who] = what, server
            yield self._row(at_s, who, USE, f"{what} begins", server)
        elif event in ENDS:
            yield from self._end(at_s, who)
        elif event == Event.LEFT_CARE:
            yield from self._leave(at_s, who)

    def _take(self, station: str) -> int:
        """Return the lowest server of a station that is free, one more when none is."""
        if self._free.get(station):
            return heappop(self._free[station])
        self._servers[station] = self._servers.get(station, 0) + 1
        return self._servers[station]

    def _end(self, at_s: int, who: str) -> Iterator[Activity]:
        used = self._inside[who]
        if used is not None:
            station, server = used
            self._inside[who] = None
            heappush(self._free.setdefault(station, []), server)
            yield self._row(at_s, who, USE_END, f"{station} ends", server)

    def _leave(self, at_s: int, who: str) -> Iterator[Activity]:
        yield from self._end(at_s, who)
        yield self._row(at_s, who, CAME_OR_WENT, END)
        del self._inside[who]

    def _row(self, at_s: int, who: str, kind: str, event: str, server: int = -1) -> Activity:
        return Activity(at_s, who, kind, event, server, self.pathway)


def columns_of(rows: Sequence[Activity], replicate: int) -> dict[str, np.ndarray]:
    """Return the columns of `activities`."""
    by_name = {name: [getattr(row, name) for row in rows] for name in Activity._fields}
    numbers = {name: np.array(by_name.pop(name), np.int64) for name in ("at_s", "resource_id")}
    texts = {name: as_texts(values) for name, values in by_name.items()}
    return {**numbers, **texts, "run_number": np.full(len(rows), replicate)}


def as_texts(values: Sequence[str | None]) -> np.ndarray:
    """Return (n,) of texts or None."""
    return np.array([*values, None], object)[:-1]


def arms_of(scenario: Root, arms: Sequence[Mapping[str, Any]]) -> list[Network]:
    """Return the network under every arm of a record."""
    networks = [under(scenario, arm) for arm in arms]
    return [each for each in networks if isinstance(each, Network)]
