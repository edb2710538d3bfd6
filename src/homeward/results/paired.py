"""The same lives under every arm: lived, counted, and made into one result per arm."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from homeward.results import summary
from homeward.results.arms import PreparedArm, countings
from homeward.results.keeping import Keeper
from homeward.results.measures import Definition, Lives
from homeward.results.results import ArmResult
from homeward.results.tally import Counting, Tally, count
from homeward.run.replicate import Crew


@dataclass(frozen=True)
class Tallies:
    """One tally per arm, the base first."""

    arms: tuple[Tally, ...]

    def __add__(self, other: Self) -> Self:
        return type(self)(tuple(mine + yours for mine, yours in zip(self.arms, other.arms, strict=True)))

    @property
    def lives(self) -> int:
        return self.arms[0].lives


def living(crew: Crew, arms: Sequence[PreparedArm], keep: Keeper) -> Callable[[np.ndarray], Tallies]:
    """Return the work on one chunk: live these replicates under every arm, and count each beside the base."""
    how = countings(arms)
    keep.begin(arms)

    def live_and_count(replicates: np.ndarray) -> Tallies:
        lives = live_arms(crew, arms, replicates)
        keep.add(replicates, replicates, lives)
        return count_arms(how, lives)

    return live_and_count


def live_arms(crew: Crew, arms: Sequence[PreparedArm], replicates: np.ndarray) -> list[Lives]:
    """Live the same replicates under every arm."""
    return [arm.lives(*crew.live(arm.template, replicates)) for arm in arms]


def count_arms(how: Sequence[Counting], lives: Sequence[Lives]) -> Tallies:
    """Count the lives of every arm, paired with those of the base, which come first."""
    return Tallies(tuple(count(counting, each, lives[0]) for counting, each in zip(how, lives, strict=True)))


def results_of(arms: Sequence[PreparedArm], tallies: Tallies) -> list[ArmResult]:
    """Return what came of each arm."""
    rows = zip(arms, tallies.arms, countings(arms), strict=True)
    return [result_of(arm, tally, how.definitions, is_base=arm is arms[0]) for arm, tally, how in rows]


def result_of(arm: PreparedArm, tally: Tally, definitions: Sequence[Definition], is_base: bool) -> ArmResult:
    """Return what came of one arm, and unless it is the base the differences from it."""
    pairs = [] if is_base else list(zip(definitions, tally.pairs, strict=True))
    return ArmResult(
        name=arm.name,
        about=arm.about,
        replicates=tally.lives,
        measures={d.name: summary.measure_of(d, sums) for d, sums in zip(definitions, tally.sums, strict=True)},
        versus_base={d.name: summary.difference_of(d, row) for d, row in pairs},
        causes=summary.causes_of(tally.causes),
        death_places=summary.places_of(tally.places, arm.way_m),
        spreads=summary.spreads_of(tally.times),
        survival=summary.survival_of(tally),
        people={
            name: summary.fate_of(tally, person, name, bool(arm.with_team[person]), is_base)
            for person, name in enumerate(arm.names)
        },
    )
