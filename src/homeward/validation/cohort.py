"""Cohorts: people of a small scenario, lived by the same kernel as every other, and what became of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from homeward.codes import Shape, Skill, Treatment
from homeward.kernel.lives import relive
from homeward.kernel.tables import DIST, FATE, OUTCOME, SAMPLE, World
from homeward.run.lower import lower
from homeward.run.replicate import copy_world, live, with_clock
from homeward.scenario import read_incident

FOLDER = Path(__file__).parent / "cohorts"
PATIENT = 0
SEED = 20140412
"""One seed for all, chosen before the first comparison and not changed since."""


def number(value: str | float) -> dict[str, Any]:
    """Return a value that an experiment sets, as a scenario file would write it."""
    return {"value": value, "assumption": "set by the experiment"}


STANDARD_BODY = {
    "setting.bleeding.loss_sd": number("0 %"),
    "setting.awareness.spread": number(0.0),
    "setting.bleeding.debt_limit": number("1000000 mmHg min"),
}
"""A body without personal scatter, and one in which shock never becomes irreversible: what tables and engines
describe.
"""


@dataclass
class Cohort:
    """The lives of one small scenario. `template` may be adjusted as an experiment fixes what it fixes."""

    template: World
    _scratch: list[World] = field(default_factory=list)

    @property
    def world(self) -> World:
        """The world in which the last life was lived."""
        if not self._scratch:
            self._scratch.append(copy_world(self.template))
        return self._scratch[0]

    def live(self, replicates: np.ndarray | range) -> np.ndarray:
        """Live these replicates; return the patients' rows, (n,) FATE."""
        _, fates = live(self.template, self.world, np.asarray(replicates, np.int64))
        return fates[:, PATIENT]

    def live_one(self, replicate: int) -> Any:
        """Live one replicate and return the patient's PERSON row as it stood at the end."""
        live(self.template, self.world, np.asarray([replicate], np.int64))
        return self.world.people[PATIENT]

    def watch(self, replicate: int, every_s: int, until_s: int) -> np.ndarray:
        """Return the patient's (n,) SAMPLE rows at even intervals until then, or until the life ends."""
        template = with_clock(self.template, sample_every_s=every_s)
        people = len(template.people)
        world = copy_world(template._replace(samples=np.zeros((until_s // every_s + 1) * people, SAMPLE)))
        # The table holds what was asked for: that it is full is how the watching ends.
        relive(template, world, np.asarray([replicate], np.int64), np.zeros(1, OUTCOME), np.zeros((1, people), FATE))
        rows = world.samples[: int(world.clock[0]["samples"])]
        return rows[rows["who"] == PATIENT]


def cohort(name: str, sets: Mapping[str, Any] | None = None) -> Cohort:
    """Return the cohort of a file in `cohorts/`, with values set as at the command line."""
    return Cohort(lower(read_incident(FOLDER / f"{name}.toml", sets), seed=SEED))


def with_times(world: World, **minutes: float) -> World:
    """Return a template in which these durations are the same in every life.

    A keyword is a field of the incident ending in `_dist`, or `wait_t1` to `wait_t3` for theatre by triage category.
    """
    incident, setting = world.incident.copy(), world.setting.copy()
    rows = [world.dists]
    for name, value in minutes.items():
        row = sum(map(len, rows))
        rows.append(always(60.0 * value))
        if name.startswith("wait_t"):
            setting["theatre_wait_dist"][0, int(name[-1])] = row
        else:
            incident[name] = row
    return world._replace(incident=incident, setting=setting, dists=np.concatenate(rows))


def with_treatment_after(world: World, treatment: Treatment, minutes: float) -> World:
    """Return a template in which this treatment works, and is complete that long after wounding, whoever gives it."""
    treatments = world.treatments.copy()
    treatments[treatment]["time_dist"] = len(world.dists)
    treatments[treatment]["success"] = 1.0
    treatments[treatment]["skill"] = Skill.BUDDY
    return world._replace(treatments=treatments, dists=np.concatenate([world.dists, always(60.0 * minutes)]))


def always(value: float) -> np.ndarray:
    """Return a DIST row, (1,), of a number that never varies."""
    return np.array([(Shape.CONSTANT, value, 0.0, 0.0, value, value)], DIST)
