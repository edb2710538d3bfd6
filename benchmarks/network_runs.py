"""The care network as the benchmark runs it: the line and the trauma network, on one thread, in one call."""

from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np

from homeward.kernel.organisation import Organisation
from homeward.model.network.laydown import Network
from homeward.run.care_rows import CareRows, rows_of
from homeward.run.lower_network import lower_network
from homeward.run.network import Lived as Counted
from homeward.run.network import copy_organisation, live
from homeward.scenario import read

FOLDER = Path(__file__).resolve().parent
SEED = 1

LINKS = {"litter": "carry", "vehicle": "drive"}
"""The peer's word for a wait for transport, and how the links of it begin."""
TASKS = {"aid post": "aid at post", "theatre": "surgery", "ICU": "intensive care", "ward": "ward care"}
"""The peer's word for a line, and how the tasks of it begin."""


@dataclass(frozen=True)
class Ready:
    """A network ready to be lived: what a replicate is copied from, and the scratch it is lived in."""

    rows: CareRows
    template: Organisation
    world: Organisation

    def live(self, replicates: range) -> "Lived":
        """Live these replicates, one after another."""
        return Lived(self.rows, live(self.template, self.world, np.asarray(replicates, np.int64)))


@dataclass(frozen=True)
class Lived:
    """What replicates came to."""

    rows: CareRows
    counted: Counted

    @property
    def came(self) -> int:
        """Everybody who came, in all replicates."""
        return int(self.counted.totals["came"].sum())

    @property
    def events(self) -> int:
        """Entries taken from the calendar, in all replicates."""
        return int(self.counted.totals["events"].sum())

    def mean_waits_min(self, task: str) -> np.ndarray:
        """Return the mean wait (min) of those who began tasks of such a name, per replicate."""
        rows = [row for station, row in self.rows.stations.items() if station.task.startswith(task)]
        counts = self.counted.station_counts[:, rows]
        return counts["waited_s"].sum(1) / counts["started"].sum(1) / 60.0

    def mean_waits_to_go_min(self, link: str) -> np.ndarray:
        """Return the mean wait (min) of those who were fetched over links of such a name, per replicate."""
        links = self.counted.links[:, [row for name, row in self.rows.links.items() if name.startswith(link)]]
        return links["waited_s"].sum(1) / links["moved"].sum(1) / 60.0


def ready(network: Network) -> Ready:
    """Return a network ready to be lived."""
    template = lower_network(network, seed=SEED)
    return Ready(rows_of(network), template, copy_organisation(template))


def line(customers: int) -> Ready:
    """Return the line, to which so many customers come."""
    return ready(cast(Network, read(FOLDER / "line.toml", {"arrival.patients.most": customers})))


def trauma_network() -> Ready:
    """Return the trauma network."""
    return ready(cast(Network, read(FOLDER / "trauma_network.toml")))
