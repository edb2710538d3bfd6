"""Replicates of a small care network, whole: what was counted at every station and in every area, and who left when."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import numpy as np

from homeward.kernel.organisation import Organisation
from homeward.model.network.laydown import Network
from homeward.run.care_rows import CareRows, rows_of
from homeward.run.lower_network import lower_network
from homeward.run.network import Lived, live_many, live_one
from homeward.run.replicate import Crew
from homeward.scenario import read

FOLDER = Path(__file__).parent / "networks"
SEED = 19170101
"""One seed for all, chosen before the first comparison and not changed since."""

VISITS = 4096
"""Rows for those who leave, where they are kept: more than come to any network that keeps them."""


@dataclass(frozen=True)
class Runs:
    """Replicates of one network."""

    network: Network
    template: Organisation
    lived: Lived

    @property
    def rows(self) -> CareRows:
        """Which row each name of the file has."""
        return rows_of(self.network)

    def mean_wait_min(self, *stations: int) -> np.ndarray:
        """Return the mean wait (min) of those who began at these stations, (replicates,), nan where nobody did."""
        counts = self.lived.station_counts[:, list(stations)]
        return mean_min(counts["waited_s"].sum(1), counts["started"].sum(1))

    @property
    def little(self) -> np.ndarray:
        """Return how far the integral of the number inside differs from the sum of all stays, as a share of it."""
        totals = self.lived.totals
        return (totals["inside_s"] - totals["stay_s"]) / np.maximum(totals["stay_s"], 1)


def mean_min(total_s: np.ndarray, count: np.ndarray) -> np.ndarray:
    """Return means in minutes, nan where they are over nobody."""
    return np.where(count > 0, total_s / np.maximum(count, 1) / 60.0, np.nan)


def network_of(scenario: str | Path, sets: Mapping[str, Any] | None = None, arm: str | None = None) -> Network:
    """Return a network by the name of a file in `networks/`, or any other scenario, with values set and in an arm."""
    file = FOLDER / f"{scenario}.toml"
    return cast(Network, read(file if file.is_file() else scenario, sets, arm))


@lru_cache(maxsize=16)
def run(scenario: str, replicates: int) -> Runs:
    """Return so many replicates of a file in `networks/`, on all cores."""
    network = network_of(scenario)
    template = lower_network(network, seed=SEED)
    with Crew() as crew:
        return Runs(network, template, live_many(template, crew, range(replicates)))


@dataclass(frozen=True)
class Days:
    """Replicates of one network with everybody who left; visits: (n,) VISIT of each replicate."""

    runs: Runs
    visits: list[np.ndarray]


def run_days(network: Network, replicates: int) -> Days:
    """Return so many replicates of a network, and who left in each."""
    template = lower_network(network, seed=SEED, visits=VISITS)
    kept = [live_one(template, replicate) for replicate in range(replicates)]
    runs = Runs(network, template, Lived.joined([each.lived for each in kept]))
    return Days(runs, [each.visits for each in kept])
