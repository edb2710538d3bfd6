"""Counting lives: everything a result is made of, as whole numbers that add up in any order.

Sums of squares outgrow 64 bits at some ten million lives, so they are kept as Python integers, which never overflow.
"""

from dataclasses import dataclass, fields
from typing import Self

import numpy as np

from homeward.codes import Cause
from homeward.results.measures import Definition, Lives, columns, quantised
from homeward.results.survival import count_times

N, TOTAL, SQUARES = range(3)
"""Columns of `sums`: lives that answered, the sum of their answers, and of the squares."""

PAIRS, ARM_TOTAL, ARM_SQUARES, BASE_TOTAL, BASE_SQUARES, DIFFERENCE, DIFFERENCE_SQUARES = range(7)
"""Columns of `pairs`: pairs in which both answered, and the sums over those."""

DEATH, ARRIVAL, CARE = range(3)
"""Rows of `times`."""

SEGMENTS = 10
"""The way is cut into this many equal parts for places of death; one more counts those who had arrived."""

ALIVE_ON_ARRIVAL, ALIVE_30, WOUNDED, COLLAPSED, DESERTED, RESERVE_SPENT = range(6)
"""Rows of `people`."""

OBSERVATIONS = 62
"""Most that the kernel keeps a bit for."""


@dataclass(frozen=True)
class Tally:
    """Counts over some lives of one arm, paired with the same lives of the base.

    sums: (measures, 3) and pairs: (measures, 7), Python integers; causes: (Cause,); places: (SEGMENTS + 1,);
    times: (3, BINS); people: (6, people, 3) Python integers; people_pairs: (people, 3) pairs, gained, lost;
    seen: (OBSERVATIONS,) lives in which each observation held.
    """

    lives: int
    sums: np.ndarray
    pairs: np.ndarray
    causes: np.ndarray
    places: np.ndarray
    times: np.ndarray
    people: np.ndarray
    people_pairs: np.ndarray
    seen: np.ndarray

    def __add__(self, other: Self) -> Self:
        both = ((getattr(self, field.name), getattr(other, field.name)) for field in fields(self))
        return type(self)(*(mine + yours for mine, yours in both))


@dataclass(frozen=True)
class Counting:
    """How the lives of one arm are counted.

    way_m is the way's length for places of death; `same` is (k, 2): each row a person's index here and in the base, for
    those who are with the team in both.
    """

    definitions: tuple[Definition, ...]
    way_m: float
    same: np.ndarray


def count(how: Counting, lives: Lives, base: Lives) -> Tally:
    """Count these lives and pair them, row by row, with the same replicates of the base."""
    values, answered = columns(lives, how.definitions)
    base_values, base_answered = (values, answered) if base is lives else columns(base, how.definitions)
    focus = lives.of_focus
    return Tally(
        lives=len(lives.outcomes),
        sums=sums_of(values, answered),
        pairs=pairs_of(values, base_values, answered & base_answered),
        causes=np.bincount(focus["cause"][focus["alive_30"] != 1], minlength=len(Cause)),
        places=count_places(focus, how.way_m),
        times=np.stack([count_times(focus[name][focus[name] >= 0]) for name in ("dead_s", "arrived_s", "care_s")]),
        people=count_people(lives.fates),
        people_pairs=count_people_pairs(how.same, lives.fates, base.fates),
        seen=count_seen(lives.outcomes["seen"]),
    )


def sums_of(values: np.ndarray, answered: np.ndarray) -> np.ndarray:
    """Return (..., 3) Python integers over the last axis; values are 0 where there is no answer."""
    squares = np.einsum("...i,...i->...", values, values)
    return np.stack([answered.sum(axis=-1), values.sum(axis=-1), squares], axis=-1).astype(object)


def pairs_of(values: np.ndarray, base_values: np.ndarray, both: np.ndarray) -> np.ndarray:
    """Return (measures, 7) Python integers over the pairs of lives in which both answered."""
    arm, base = values * both, base_values * both
    kept = [sums_of(each, both)[:, TOTAL:] for each in (arm, base, arm - base)]
    return np.concatenate([both.sum(axis=1, keepdims=True).astype(object), *kept], axis=1)


def count_places(focus: np.ndarray, way_m: float) -> np.ndarray:
    """Count deaths by tenths of the way still to go, and last those of people who had arrived alive."""
    dead = focus[focus["alive_30"] != 1]
    tenth = np.floor(dead["dead_at_m"] / max(way_m, 1.0) * SEGMENTS).astype(np.int64)
    place = np.where(dead["alive_on_arrival"] == 1, SEGMENTS, np.clip(tenth, 0, SEGMENTS - 1))
    return np.bincount(place, minlength=SEGMENTS + 1)


def count_people(fates: np.ndarray) -> np.ndarray:
    """Return (6, people, 3) sums for every person."""
    asked = [fates[name] == 1 for name in ("alive_on_arrival", "alive_30", "wounded", "collapsed", "deserted")]
    values = np.stack([*asked, quantised(100 * fates["reserve_spent"])]).astype(np.int64).swapaxes(1, 2)
    return sums_of(values, np.ones(values.shape, bool))


def count_people_pairs(same: np.ndarray, fates: np.ndarray, base: np.ndarray) -> np.ndarray:
    """Return (people, 3): pairs of lives, in how many he lives only here, and in how many only in the base."""
    counts = np.zeros((fates.shape[1], 3), np.int64)
    here, there = fates["alive_30"][:, same[:, 0]] == 1, base["alive_30"][:, same[:, 1]] == 1
    counts[same[:, 0]] = np.stack(
        [np.full(len(same), len(fates)), (here & ~there).sum(axis=0), (there & ~here).sum(axis=0)], axis=-1
    )
    return counts


def count_seen(seen: np.ndarray) -> np.ndarray:
    """Return (OBSERVATIONS,): in how many lives each observation's bit is set."""
    if not seen.any():
        return np.zeros(OBSERVATIONS, np.int64)
    return ((seen[:, None] >> np.arange(OBSERVATIONS)) & 1).sum(axis=0)
