"""Arms made ready to be lived: each lowered to its own template, the base first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from homeward.errors import HomewardError
from homeward.kernel.tables import OBSERVED, World
from homeward.results.measures import Definition, Lives, definitions_for
from homeward.results.sampling import Sampling
from homeward.results.tally import Counting
from homeward.run.lower import lower

if TYPE_CHECKING:
    from homeward.model.scenario import Scenario


@dataclass(frozen=True)
class PreparedArm:
    """A scenario under one arm, and the template that the kernel lives; `focus` and `carrier` index `names`."""

    name: str
    about: str
    template: World
    names: tuple[str, ...]
    focus: int
    carrier: int  # -1: nobody

    @property
    def with_team(self) -> np.ndarray:
        """(people,) bool: with the team when the incident begins."""
        return self.template.people["team0"] == 1

    @property
    def way_m(self) -> float:
        return float(self.template.incident[0]["way_m"])

    def lives(self, outcomes: np.ndarray, fates: np.ndarray) -> Lives:
        return Lives(outcomes, fates, self.focus, self.carrier)


def read(scenario: "Scenario | str | Path") -> "Scenario":
    """Return the scenario itself, or read it by name or path; HomewardError when it is no incident."""
    if isinstance(scenario, str | Path):
        from homeward.scenario import read_incident

        return read_incident(str(scenario))
    return scenario


def prepare(scenario: "Scenario", name: str, about: str, sampling: Sampling, observe: bool = False) -> PreparedArm:
    """Lower a scenario; with `observe` the lives are held against what was seen."""
    template = lower(scenario, **sampling.lowering)
    if not observe:
        template = template._replace(observed=np.zeros(0, OBSERVED))
    incident = template.incident[0]
    return PreparedArm(name, about, template, scenario.names, int(incident["focus"]), int(incident["carrier"]))


def arm_of(scenario: "Scenario", arm: str | None, sets: Mapping[str, Any] | None) -> "Scenario":
    """Return the scenario under an arm, with values set on top."""
    if arm is not None:
        scenario = scenario.with_arm(arm)
    return scenario.with_sets(sets) if sets else scenario


def alternatives(
    scenario: "Scenario", wanted: Sequence[str] | None, sets: Mapping[str, Any] | None, sampling: Sampling
) -> list[PreparedArm]:
    """Return the base, then the arms wanted (None: all), then one with `sets` on top of the base when there are any.

    Raises ScenarioError for an arm that does not exist, HomewardError when there is nothing to compare with.
    """
    abouts = {arm.name: arm.about for arm in scenario.arms if arm.name != scenario.under}
    base = next((arm.about for arm in scenario.arms if arm.name == scenario.under), scenario.about)
    arms = [prepare(scenario, scenario.under, base, sampling)]
    chosen = (() if sets else abouts) if wanted is None else dict.fromkeys(wanted)
    for name in chosen:
        if name != scenario.under:
            arms.append(prepare(scenario.with_arm(name), name, abouts.get(name, ""), sampling))
    if sets:
        name = ", ".join(f"{path} = {value}" for path, value in sets.items())
        arms.append(prepare(scenario.with_sets(sets), name, "Set for this occasion.", sampling))
    if len(arms) == 1:
        raise HomewardError(
            f"{scenario.name} has nothing to compare with: add an [[arm]] to it, or set a value (--set path=value)"
        )
    return arms


def countings(arms: Sequence[PreparedArm]) -> list[Counting]:
    """Return how each arm is counted: by measures that all can answer, and paired with the base person by person."""
    definitions = common_definitions(arms)
    return [Counting(definitions, arm.way_m, same_people(arm, arms[0])) for arm in arms]


def common_definitions(arms: Iterable[PreparedArm]) -> tuple[Definition, ...]:
    return definitions_for(has_carrier=all(arm.carrier >= 0 for arm in arms))


def same_people(arm: PreparedArm, base: PreparedArm) -> np.ndarray:
    """Return (k, 2) indices, here and in the base, of the people who are with the team in both."""
    there = {name: index for index, name in enumerate(base.names) if base.with_team[index]}
    here = [(index, there[name]) for index, name in enumerate(arm.names) if arm.with_team[index] and name in there]
    return np.asarray(here, np.int64).reshape(-1, 2)
