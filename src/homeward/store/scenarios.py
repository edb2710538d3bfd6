"""A scenario out of a run, as it was resolved when the run was kept: no file or setting of today takes part in it."""

from collections.abc import Mapping
from typing import Any

from homeward.errors import HomewardError
from homeward.model.root import AS_IT_WAS, Root
from homeward.scenario.document import Document, Spot
from homeward.scenario.mistakes import ScenarioError
from homeward.scenario.read import Source, attempt
from homeward.store.runs import SCENARIO, Run


def scenario_of(run: Run) -> Root:
    """Return the stored scenario as it was; ScenarioError when this version of Homeward can no longer read it."""
    shown = f"{run.name}/{SCENARIO}"
    source = Source(Document(dict(run.scenario()), {(): Spot(shown, 1)}))
    scenario, mistakes = attempt(source, AS_IT_WAS, {})
    if scenario is None or mistakes:
        raise ScenarioError(mistakes)
    return scenario


def arm_named(run: Run, name: str | None) -> Mapping[str, Any]:
    """Return the record of an arm (None: the first); HomewardError with the names there are."""
    arms = run.record["arms"]
    chosen = next((arm for arm in arms if name in (None, arm["name"])), None)
    if chosen is None:
        names = ", ".join(f"'{arm['name']}'" for arm in arms)
        raise HomewardError(f"the run {run.name} has no arm '{name}'; it has {names}")
    return dict(chosen)


def under(scenario: Root, arm: Mapping[str, Any]) -> Root:
    """Return the scenario under an arm as it was recorded: its name, and the values set on top."""
    if arm["arm"] not in (None, AS_IT_WAS):
        scenario = scenario.with_arm(arm["arm"])
    return scenario.with_sets(arm["sets"]) if arm["sets"] else scenario
