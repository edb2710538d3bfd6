"""Fates made up life by life, for tests of how lives are counted: nobody lived them."""

import numpy as np

from homeward.kernel.tables import FATE, OUTCOME
from homeward.results.measures import Lives, definitions_for
from homeward.results.tally import Counting, Tally, count

FOCUS, CARRIER, OTHER = range(3)
ALL = definitions_for(has_carrier=True)
WAY_M = 1600.0


def some_lives(n: int, seed: int = 0) -> Lives:
    """Lives of three people, in each of whom anything may have happened."""
    draws = np.random.default_rng(seed)
    outcomes, fates = np.zeros(n, OUTCOME), np.zeros((n, 3), FATE)
    outcomes["caught"], outcomes["rests"] = draws.integers(0, 2, n), draws.integers(0, 9, n)
    outcomes["seen"] = draws.integers(0, 8, n)
    fates["team0"], fates["wounded"] = 1, 1
    fates["alive_on_arrival"] = draws.random((n, 3)) < 0.7
    fates["alive_30"] = fates["alive_on_arrival"] & (draws.random((n, 3)) < 0.8)
    dead, came = fates["alive_30"] == 0, fates["alive_on_arrival"] == 1
    fates["dead_s"] = np.where(dead, draws.integers(60, 30 * 86_400, (n, 3)), -1)
    fates["arrived_s"] = np.where(came, draws.integers(600, 7_200, (n, 3)), -1)
    fates["care_s"] = np.where(came, fates["arrived_s"] + 60, -1)
    fates["fit_s"] = np.where(came, draws.integers(0, 60 * 86_400, (n, 3)), -1)
    fates["cause"] = np.where(dead, draws.integers(1, 11, (n, 3)), 0)
    fates["dead_at_m"] = np.where(dead & ~came, draws.random((n, 3)) * WAY_M, 0)
    fates["arrival_blood"], fates["reserve_spent"] = draws.random((n, 3)), draws.random((n, 3))
    fates["spent_kj"], fates["collapsed"] = draws.random((n, 3)) * 900, draws.random((n, 3)) < 0.1
    return Lives(outcomes, fates, FOCUS, CARRIER)


def counting(people: int = 3) -> Counting:
    """Count by every measure, everybody being with the team in both arms."""
    return Counting(ALL, WAY_M, np.stack([np.arange(people)] * 2, axis=1))


def tally_of(lives: Lives, base: Lives | None = None) -> Tally:
    return count(counting(), lives, base or lives)


def rows(lives: Lives, which: slice) -> Lives:
    """Some of these lives."""
    return lives._replace(outcomes=lives.outcomes[which], fates=lives.fates[which])


def row_of(name: str) -> int:
    """Which row of a tally a measure has."""
    return [definition.name for definition in ALL].index(name)
