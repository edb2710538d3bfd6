"""Replicates that each come to a row of values: gathered in order, then measured and compared on the same draws.

An incident's lives are counted, since there are a hundred thousand of them; a network or a year has hundreds of
replicates with many values each, and keeps them all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import Any, Self

import numpy as np

from homeward.errors import HomewardError
from homeward.results.enough import live_enough
from homeward.results.intervals import paired_share_interval, t975
from homeward.results.quantity import Difference, Measure
from homeward.results.sampling import Doubling, Sampling
from homeward.results.summary import share_of
from homeward.run.replicate import Crew, Progress

FIRST_LOOK = 100
"""Replicates lived before the first look at the precision: each is a whole year, or thousands of patients."""

Columns = Mapping[str, np.ndarray]
"""(n, ...) arrays by name, a row per replicate."""


@dataclass(frozen=True)
class Valued:
    """A measure of which every replicate has a value: its name in JSON, what tables call it, and its unit.

    Unit "share" is for values that are 0 or 1. A replicate without an answer has NaN.
    """

    name: str
    label: str
    unit: str


@dataclass(frozen=True)
class Gathered:
    """What replicates came to, in pieces; `columns` puts them in order, whatever thread finished first."""

    lives: int
    pieces: tuple[tuple[int, Columns], ...] = field(repr=False)

    def __add__(self, other: Self) -> Gathered:
        return Gathered(self.lives + other.lives, self.pieces + other.pieces)

    def columns(self) -> dict[str, np.ndarray]:
        """Return every column, (lives, ...), in the order of the replicates."""
        ordered = [columns for _, columns in sorted(self.pieces, key=lambda piece: piece[0])]
        return {name: np.concatenate([columns[name] for columns in ordered]) for name in ordered[0]}


@dataclass(frozen=True)
class ValuedArm:
    """One arm over its replicates: measures, paired differences from the base (empty for it), and all columns."""

    name: str
    about: str
    replicates: int
    measures: dict[str, Measure]
    versus_base: dict[str, Difference]
    columns: dict[str, np.ndarray] = field(repr=False)

    def to_json(self) -> dict[str, Any]:
        """Return it as plain data: measures and differences; the columns are kept with `--keep`."""
        return {
            "name": self.name,
            "about": self.about,
            "replicates": self.replicates,
            "measures": {name: measure.to_json() for name, measure in self.measures.items()},
            "versus_base": {name: difference.to_json() for name, difference in self.versus_base.items()},
            "variance_reduction": {name: d.variance_reduction for name, d in self.versus_base.items()},
        }


def can_be_told(difference: Difference) -> bool:
    """Whether a difference can be told from nothing: its interval leaves out zero."""
    return difference.low is not None and difference.high is not None and not difference.low <= 0 <= difference.high


@dataclass(frozen=True)
class ValuedResults:
    """A study or comparison of a network or an organisation: `arms[0]` is the base."""

    command: str
    kind: str
    scenario: str
    title: str
    scenario_sha256: str
    seed: int
    replicates: int
    asked: int
    wall_s: float
    arms: tuple[ValuedArm, ...]
    provenance: dict[str, Any]
    remarks: tuple[str, ...] = ()

    @property
    def partial(self) -> bool:
        """Whether the work was stopped before all replicates asked for were done."""
        return self.replicates < self.asked

    @property
    def base(self) -> ValuedArm:
        return self.arms[0]

    def to_json(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "homeward": self.provenance["homeward"],
            "command": self.command,
            "kind": self.kind,
            "scenario": self.scenario,
            "scenario_sha256": self.scenario_sha256,
            "seed": self.seed,
            "replicates": self.replicates,
            "asked": self.asked,
            "partial": self.partial,
            "wall_s": self.wall_s,
            "units": {name: measure.unit for name, measure in self.base.measures.items()},
            "labels": {name: measure.label for name, measure in self.base.measures.items()},
            "arms": [arm.to_json() for arm in self.arms],
            "remarks": list(self.remarks),
            "provenance": self.provenance,
        }


@dataclass(frozen=True)
class Plan:
    """An arm ready to be lived: `live(crew, replicates)` returns columns with a row per replicate of (n,) int64."""

    name: str
    about: str
    live: Callable[[Crew, np.ndarray], Columns]


def live_valued(
    plans: Sequence[Plan], definitions: Sequence[Valued], default: str, sampling: Sampling, progress: Progress
) -> tuple[list[ValuedArm], int]:
    """Live every arm on the same replicates, as many as asked or as the precision of a measure needs.

    `default` is the measure whose precision counts when none is named. Returns the arms, the base first, and how many
    replicates were due. HomewardError for a measure that is none of the definitions.
    """
    asked = definition_asked(definitions, sampling.measure or default)
    doubling = Doubling.of(sampling, asked.unit)
    if sampling.precision is not None:
        doubling.aim = FIRST_LOOK

    def widest(gathered: Gathered) -> float:
        arms = summarised(plans, definitions, gathered)
        differences = [arm.versus_base[asked.name].half_width for arm in arms[1:]]
        return max(differences) if differences else arms[0].measures[asked.name].half_width

    with Crew(sampling.threads) as crew:

        def live(replicates: np.ndarray) -> Gathered:
            columns = {
                f"{number}/{name}": column
                for number, plan in enumerate(plans)
                for name, column in plan.live(crew, replicates).items()
            }
            return Gathered(len(replicates), ((int(replicates[0]), columns),))

        gathered, due = live_enough(crew, live, doubling, widest, progress)
    return summarised(plans, definitions, gathered), due


def definition_asked(definitions: Sequence[Valued], name: str) -> Valued:
    """Return the measure of that name; HomewardError with the names there are."""
    known = {definition.name: definition for definition in definitions}
    if name not in known:
        raise HomewardError(f"there is no measure {name!r}; there are {', '.join(known)}")
    return known[name]


def summarised(plans: Sequence[Plan], definitions: Sequence[Valued], gathered: Gathered) -> list[ValuedArm]:
    """Return what every arm came to."""
    columns = gathered.columns()
    of_arm = [
        {name.split("/", 1)[1]: column for name, column in columns.items() if name.startswith(f"{number}/")}
        for number in range(len(plans))
    ]
    return [
        ValuedArm(
            plan.name,
            plan.about,
            gathered.lives,
            {d.name: measure_of_values(d, own[d.name]) for d in definitions},
            {d.name: difference_of_values(d, own[d.name], of_arm[0][d.name]) for d in definitions if number},
            own,
        )
        for number, (plan, own) in enumerate(zip(plans, of_arm, strict=True))
    ]


def measure_of_values(definition: Valued, values: np.ndarray) -> Measure:
    """Return a share (Wilson) or a mean (Student's t) of (n,) values; NaN is no answer."""
    answered = values[~np.isnan(values)]
    n = len(answered)
    if definition.unit == "share" and np.isin(answered, (0.0, 1.0)).all():
        return share_of(int(answered.sum()), n, definition.label)
    if n < 2:
        return Measure(None, None, None, n, definition.unit, definition.label)
    mean, half = float(answered.mean()), t975(n - 1) * float(answered.std(ddof=1)) / sqrt(n)
    return Measure(mean, mean - half, mean + half, n, definition.unit, definition.label)


def difference_of_values(definition: Valued, values: np.ndarray, base: np.ndarray) -> Difference:
    """Return an arm less the base, replicate by replicate, over those in which both have an answer."""
    both = ~(np.isnan(values) | np.isnan(base))
    ours, theirs = values[both], base[both]
    n, label, unit = len(ours), definition.label, definition.unit
    if n < 2:
        return Difference(None, None, None, n, None, unit, label)
    apart = ours - theirs
    variance = float(apart.var(ddof=1))
    reduction = float(ours.var(ddof=1) + theirs.var(ddof=1)) / variance if variance > 0 else None
    if unit == "share" and np.isin(apart, (-1.0, 0.0, 1.0)).all():
        interval = paired_share_interval(int((apart > 0).sum()), int((apart < 0).sum()), n)
        return Difference(*interval, n, reduction, unit, label)
    mean, half = float(apart.mean()), t975(n - 1) * sqrt(variance / n)
    return Difference(mean, mean - half, mean + half, n, reduction, unit, label)
