"""What a run remembers of itself, whatever kind of scenario it is of."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol, Self

from homeward.errors import HomewardError
from homeward.model.root import AS_IT_WAS, Root
from homeward.results.keeping import NOTHING, Keeper
from homeward.store.draft import RunDraft
from homeward.store.ranking import Three
from homeward.store.runs import Run, telling_where

RESULTS = "results.json"


Arms = Sequence[Mapping[str, Any]]
"""How each arm is had again from the stored scenario."""


class Arm(Protocol):
    """What the record needs of an arm's results."""

    @property
    def name(self) -> str: ...

    @property
    def measures(self) -> dict[str, Any]: ...


class Keeping:
    """A run being kept: give `keeper` to the study, then `publish` what came of it. A context manager.

    `scenario` is the base, whatever arm is studied; `events` are replicates whose events are kept as well. Each kind
    of scenario says in `fill` which tables it keeps; see homeward.store.kinds.
    """

    keeper: Keeper = NOTHING

    def __init__(self, scenario: Root, command: str, name: str | None = None, events: Sequence[int] = ()) -> None:
        if not scenario.is_base:
            raise HomewardError("a run is kept with its scenario as it was: choose arm and values in the study")
        self.scenario = scenario
        self.events = events
        self.draft = RunDraft(name, f"{scenario.name}-{command}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.draft.discard()

    def fill(self, results: Any, measure: str, arms: Arms) -> tuple[Three | None, Sequence[int]]:
        """Finish the tables; return three replicates by that measure, and those whose events are kept.

        `arms` are as the record describes them: see `described`.
        """
        raise NotImplementedError

    def default_measure(self, results: Any) -> str:
        """Return the measure that ranks replicates when none is named."""
        return str(next(iter(results.arms[0].measures)))

    def publish(
        self,
        results: Any,
        measure: str | None = None,
        sets: Mapping[str, Any] | None = None,
        words: Sequence[str] = (),
    ) -> Run:
        """Fill the tables, write the record and make it a run. `measure` ranks the replicates.

        `sets` are the values that were set for the occasion; `words` is the command line, if there was one.
        """
        main = measure or self.default_measure(results)
        arms = described(results.arms, {arm.name for arm in self.scenario.arms}, dict(sets or {}))
        with telling_where(self.draft.place):
            chosen, kept = self.fill(results, main, arms)
            self.draft.write_json(RESULTS, results.to_json())
        record = {
            "kind": self.scenario.KIND,
            "words": list(words),
            **origin_of(results),
            "arms": arms,
            "main_measure": main,
            "measures": measures_of(results.arms[0]),
            "events": {"chosen": chosen._asdict() if chosen else {}, "replicates": list(kept)},
            "provenance": results.provenance,
        }
        return self.draft.publish(record, self.scenario.document)


def described(arms: Sequence[Arm], known: set[str], sets: dict[str, Any]) -> list[dict[str, Any]]:
    """Return how each arm is had again from the stored scenario: which arm of it, and what was set on top."""
    rows = []
    for k, arm in enumerate(arms):
        is_arm = arm.name in known
        # A comparison sets its values in an arm of their own, which is called after them.
        own_sets = sets if len(arms) == 1 or (k and not is_arm) else {}
        rows.append({"name": arm.name, "arm": arm.name if is_arm else AS_IT_WAS, "sets": own_sets})
    return rows


def origin_of(results: Any) -> dict[str, Any]:
    """Return what was asked, and how far it got; `kept` counts the replicates that are in the tables."""
    review = getattr(results, "review", None)
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
        "kept": review.agreeing if review else results.replicates,
        "wall_s": round(results.wall_s, 3),
    }


def measures_of(arm: Arm) -> list[dict[str, str]]:
    """Return name, label and unit of every measure that is a column of `measures`."""
    return [{"name": name, "label": measure.label, "unit": measure.unit} for name, measure in arm.measures.items()]
