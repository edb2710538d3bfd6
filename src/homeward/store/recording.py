"""What a run of an incident remembers of itself, and how it is kept from the first life to the record."""

from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Any, Self

from homeward.errors import HomewardError
from homeward.model.scenario import AS_IT_WAS, Scenario
from homeward.results.results import Results
from homeward.store.draft import RunDraft
from homeward.store.duck import literal
from homeward.store.incident import LifeKeeper
from homeward.store.ranking import OF_AN_INCIDENT, best_median_worst, order_for
from homeward.store.runs import Run, telling_where

INCIDENT = "incident"
"""The kind of run that this file keeps."""

RESULTS = "results.json"


class Keeping:
    """A run of an incident being kept: give `keeper` to the study, then `publish`. A context manager.

    `scenario` is the base, whatever arm is studied; `events` are replicates whose ledgers are kept as well.
    """

    def __init__(self, scenario: Scenario, command: str, name: str | None = None, events: Sequence[int] = ()) -> None:
        if not scenario.is_base:
            raise HomewardError("a run is kept with its scenario as it was: choose arm and values in the study")
        self.scenario = scenario
        self.events = events
        self.draft = RunDraft(name, f"{scenario.name}-{command}")
        self.keeper = LifeKeeper(self.draft)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.draft.discard()

    def publish(
        self, results: Results, measure: str, sets: Mapping[str, Any] | None = None, words: Sequence[str] = ()
    ) -> Run:
        """Add the ledgers, write the record and make it a run. `measure` ranks the replicates.

        `sets` are the values that were set for the occasion; `words` is the command line, if there was one.
        """
        with telling_where(self.draft.place):
            chosen, kept = self._keep_events(measure)
            self.draft.write_json(RESULTS, results.to_json())
        record = {
            "kind": INCIDENT,
            "words": list(words),
            **origin_of(results),
            "arms": self._arms(results, dict(sets or {})),
            "main_measure": measure,
            "measures": measures_of(results),
            "events": {"chosen": chosen, "replicates": kept},
            "provenance": results.provenance,
        }
        return self.draft.publish(record, self.scenario.document)

    def _keep_events(self, measure: str) -> tuple[dict[str, int], list[int]]:
        """Keep the ledgers of the best, the median and the worst replicate of the base, and of those asked for."""
        self.draft.close_tables()
        base = f"arm = {literal(self.keeper.arms[0].name)}"
        names = {each.name for each in self.keeper.definitions}
        order = [each for each in order_for(measure, OF_AN_INCIDENT) if each.measure in names]
        three = best_median_worst(self.draft.tables["measures"].path, order, base)
        chosen = three._asdict() if three else {}
        replicates = sorted({*chosen.values(), *self.events})
        self.keeper.keep_events(replicates)
        return chosen, replicates

    def _arms(self, results: Results, sets: dict[str, Any]) -> list[dict[str, Any]]:
        """Return how each arm is had again from the stored scenario: which arm of it, and what was set on top."""
        known = {arm.name for arm in self.scenario.arms}
        described = []
        for k, arm in enumerate(results.arms):
            is_arm = arm.name in known
            # A comparison sets its values in an arm of their own, which is called after them.
            own_sets = sets if len(results.arms) == 1 or (k and not is_arm) else {}
            described.append({"name": arm.name, "arm": arm.name if is_arm else AS_IT_WAS, "sets": own_sets})
        return described


def origin_of(results: Results) -> dict[str, Any]:
    """Return what was asked, and how far it got."""
    return {
        "command": results.command,
        "scenario": results.scenario,
        "title": results.title,
        "scenario_sha256": results.scenario_sha256,
        "seed": results.seed,
        "rng": results.provenance["generator"],
        "calendar": results.provenance["calendar"],
        "replicates": results.replicates,
        "asked": results.asked,
        "partial": results.partial,
        "kept": results.review.agreeing if results.review else results.replicates,
        "focus": results.focus,
        "carrier": results.carrier,
        "wall_s": round(results.wall_s, 3),
    }


def measures_of(results: Results) -> list[dict[str, str]]:
    """Return name, label and unit of every measure that is a column of `measures`."""
    return [
        {"name": name, "label": measure.label, "unit": measure.unit} for name, measure in results.base.measures.items()
    ]
