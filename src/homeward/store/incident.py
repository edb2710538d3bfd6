"""Keeping the lives of an incident: outcomes, fates and measures of all, and the ledgers of a few."""

from collections.abc import Iterable, Sequence

import numpy as np

from homeward.codes import Cause, Event, Triage
from homeward.kernel.tables import FATE, LEDGER, OUTCOME
from homeward.results.arms import PreparedArm, common_definitions
from homeward.results.decode import other_is, who_is, word
from homeward.results.measures import Definition, Lives, columns
from homeward.run.replicate import live_one
from homeward.store.columns import Chunk, Columns, Kind, Words, fields_of, kinds_of
from homeward.store.draft import RunDraft
from homeward.store.pieces import InOrder

CAUSES = {int(code): word(code) for code in Cause if code}
TRIAGES = {int(code): word(code) for code in Triage if code}
EVENTS = {int(code): word(code) for code in Event}

Kept = dict[str, Chunk]
"""Table -> rows."""


class LifeKeeper:
    """Keeps every life it is shown in the tables `outcomes`, `fates` and `measures` of a run; see Keeper."""

    def __init__(self, draft: RunDraft) -> None:
        self.draft = draft
        self.arms: Sequence[PreparedArm] = ()
        self.names: tuple[str, ...] = ()
        self.definitions: tuple[Definition, ...] = ()
        self._in_order: InOrder[Kept] = InOrder(self._write)

    def begin(self, arms: Sequence[PreparedArm]) -> None:
        """Open the tables for these arms, whose lives are about to be shown."""
        self.arms = arms
        self.names = tuple(dict.fromkeys(name for arm in arms for name in arm.names))
        self.definitions = common_definitions(arms)
        arm = Words.of([each.name for each in arms])
        first: dict[str, Kind] = {"arm": arm, "replicate": "i8"}
        person: dict[str, Kind] = {"person": "i2", "name": Words.of(self.names)}
        words: dict[str, Kind] = {"cause_word": Words.by_code(CAUSES), "triage_word": Words.by_code(TRIAGES)}
        self.draft.table("outcomes", {**first, **kinds_of(OUTCOME)})
        self.draft.table("fates", {**first, **person, **kinds_of(FATE), **words})
        self.draft.table("measures", {**first, **{each.name: "f8" for each in self.definitions}})

    def add(self, piece: np.ndarray, kept: np.ndarray, lives: Sequence[Lives]) -> None:
        per_arm = [self._rows(k, kept, each) for k, each in enumerate(lives)]
        rows = {table: by_replicate([each[table] for each in per_arm]) for table in per_arm[0]}
        self._in_order.add(int(piece[0]), int(piece[-1]) + 1, rows)

    def keep_events(self, replicates: Iterable[int]) -> None:
        """Live these replicates again under every arm, and keep their ledgers in the table `events`."""
        table = self.draft.table("events", self._event_columns())
        for replicate in replicates:
            for k, arm in enumerate(self.arms):
                table.add(self._events(k, replicate, live_one(arm.template, replicate)[0]))

    def _write(self, rows: Kept) -> None:
        for table, chunk in rows.items():
            self.draft.tables[table].add(chunk)

    def _rows(self, arm: int, replicates: np.ndarray, lives: Lives) -> Kept:
        """Return the rows of one arm's lives, every table in the order of replicates."""
        people, fates = lives.fates.shape[1], lives.fates.reshape(-1)
        first = {"arm": np.full(len(replicates), arm), "replicate": replicates}
        each = {name: np.repeat(values, people) for name, values in first.items()}
        who = np.tile(np.arange(people), len(replicates))
        person = {"person": who, "name": self._name_codes(arm)[who]}
        words = {"cause_word": np.where(fates["dead_s"] >= 0, fates["cause"], -1), "triage_word": fates["triage"]}
        values, answered = columns(lives, self.definitions)
        measured = {
            each.name: np.where(answered[row], values[row] / each.scale, np.nan)
            for row, each in enumerate(self.definitions)
        }
        return {
            "outcomes": {**first, **fields_of(lives.outcomes)},
            "fates": {**each, **person, **fields_of(fates), **words},
            "measures": {**first, **measured},
        }

    def _name_codes(self, arm: int) -> np.ndarray:
        return np.array([self.names.index(name) for name in self.arms[arm].names])

    def _event_columns(self) -> Columns:
        arm = Words.of([each.name for each in self.arms])
        return {
            "arm": arm,
            "replicate": "i8",
            "row": "i4",
            **kinds_of(LEDGER),
            "event_word": Words.by_code(EVENTS),
            "who_name": "text",
            "other_name": "text",
        }

    def _events(self, arm: int, replicate: int, ledger: np.ndarray) -> Chunk:
        names, n = self.arms[arm].names, len(ledger)
        others = [other_is(row, names) for row in ledger]
        return {
            "arm": np.full(n, arm),
            "replicate": np.full(n, replicate),
            "row": np.arange(n),
            **fields_of(ledger),
            "event_word": ledger["event"],
            "who_name": texts([who_is(int(code), names) for code in ledger["who"]]),
            "other_name": texts(others),
        }


def texts(words: Sequence[str | None]) -> np.ndarray:
    """Return (n,) of texts or None."""
    return np.array([*words, None], object)[:-1]


def by_replicate(chunks: Sequence[Chunk]) -> Chunk:
    """Return the rows of all arms in one, the arms of a replicate beside each other."""
    if len(chunks) == 1:
        return chunks[0]
    order = np.argsort(np.concatenate([each["replicate"] for each in chunks]), kind="stable")
    return {name: np.concatenate([each[name] for each in chunks])[order] for name in chunks[0]}
