"""Queues with an exact answer, run by the care network's kernel from scenario files in `networks/`."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from homeward.validation.figure import Figure, Study
from homeward.validation.queues_blocking import row_of_two
from homeward.validation.queues_estimate import beside
from homeward.validation.queues_exact import erlang_b, wait_of_mg1, wait_of_mmc, waits_by_class
from homeward.validation.queues_runs import Runs, run

SERVICE_MIN, VARIANCE_MIN2 = 100.0, 14400.0
"""Of every service in `networks/`, and of those that are log-normal."""

REPLICATES = 200

ERLANG = Study("Erlang 1917", "M", "care network, one station; replicates after a warm-up")
POLLACZEK = Study("Pollaczek 1930, Khinchine 1932", "M", "care network, one station; replicates after a warm-up")
COBHAM = Study("Cobham 1954", "M", "care network, two triage categories; replicates after a warm-up")
CHAIN = Study("Markov chain, solved numerically", "D", "care network, two rooms in a row; replicates after a warm-up")
LITTLE = Study("Little 1961", "M", "integral of the number inside against the sum of all stays, every run above")


@dataclass(frozen=True)
class Case:
    """One exact value, and how it is read off the runs of a scenario."""

    item: str
    scenario: str
    exact: float
    unit: str
    read: Callable[[Runs], np.ndarray]
    study: Study


def cases() -> list[Case]:
    """Return every case; rates per minute, as in the files."""
    per_min = 1.0 / SERVICE_MIN
    urgent, other = waits_by_class(3, [0.4 / 40.0, 0.6 / 40.0], per_min)
    row = row_of_two(1.0 / 200.0, per_min, per_min)
    return [
        Case("M/M/1, 80 % at work: wait", "one_server", wait_of_mmc(1, 1 / 125, per_min), "min", wait(0), ERLANG),
        Case("M/M/5, 90 % at work: wait", "several_servers", wait_of_mmc(5, 0.045, per_min), "min", wait(0), ERLANG),
        Case(
            "M/G/1, 80 % at work: wait",
            "any_service",
            wait_of_mg1(1 / 125, SERVICE_MIN, VARIANCE_MIN2),
            "min",
            wait(0),
            POLLACZEK,
        ),
        Case("M/G/5/5: turned away", "turned_away", 100.0 * erlang_b(5, 4.0), "%", turned_away_percent, ERLANG),
        Case("two classes: wait of T1", "two_classes", urgent, "min", wait(0), COBHAM),
        Case("two classes: wait of T3", "two_classes", other, "min", wait(1), COBHAM),
        Case("two rooms in a row: wait", "row_of_two", row.wait, "min", wait(0), CHAIN),
        Case("two rooms in a row: held in the first", "row_of_two", row.held, "min", wait(1), CHAIN),
    ]


def wait(station: int) -> Callable[[Runs], np.ndarray]:
    """Return who reads the mean wait (min) for a station per replicate."""
    return lambda runs: runs.mean_wait_min(station)


def turned_away_percent(runs: Runs) -> np.ndarray:
    """Return the share (%) of all patients that was turned away, per replicate."""
    counts = runs.lived.station_counts[:, 0]
    return 100.0 * counts["turned_away"] / (counts["turned_away"] + counts["came"])


def figures(replicates: int = REPLICATES) -> list[Figure]:
    """Return every case beside its exact value, and Little's law over all of them."""
    found, residuals = [], []
    for case in cases():
        runs = run(case.scenario, replicates)
        found.append(beside(case.study, case.item, case.exact, case.read(runs), case.unit))
        residuals.append(np.abs(runs.little).max())
    worst = float(max(residuals))
    found.append(
        LITTLE.between(
            "Little's law: largest residual of a run", "0 %", 100.0 * worst, "%", -0.001, 0.001, "rounding", 3
        )
    )
    return found
