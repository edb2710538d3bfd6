"""One replicate of a network: its first events in words, and what it came to."""

import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Unpack

import numpy as np

from homeward.codes import Fault
from homeward.errors import HomewardError
from homeward.kernel.care import networks
from homeward.kernel.organisation import LEDGER, Organisation
from homeward.model.network.laydown import Network
from homeward.results.choosing import under
from homeward.results.network.chronicle import NetworkLine, tell
from homeward.results.network.definitions import Asked, definitions_of
from homeward.results.sampling import LARGEST_SEED, Options, Sampling, check_whole
from homeward.run.lower_network import lower_network
from homeward.run.network import copy_organisation, live_one
from homeward.run.provenance import provenance

LEDGER_ROWS = 20_000
"""Events of one replicate that are kept: the first ones."""


@dataclass(frozen=True, eq=False)
class NetworkRun:
    """Replicate `replicate` of `seed`: its first events told, all `events` counted, and its value of each measure."""

    scenario: str
    title: str
    arm: str
    seed: int
    replicate: int
    chronicle: tuple[NetworkLine, ...]
    ledger: np.ndarray = field(repr=False)
    events: int
    values: dict[str, float]
    definitions: tuple[Asked, ...] = field(repr=False)
    remarks: tuple[str, ...]
    provenance: dict[str, Any] = field(repr=False)
    wall_s: float

    def to_json(self) -> dict[str, Any]:
        """Return it as plain data; a measure without an answer is null."""
        return {
            "homeward": self.provenance["homeward"],
            "command": "run",
            "kind": Network.KIND,
            "scenario": self.scenario,
            "scenario_sha256": self.provenance["scenario_sha256"],
            "seed": self.seed,
            "replicate": self.replicate,
            "arm": self.arm,
            "wall_s": self.wall_s,
            "events": self.events,
            "units": {each.name: each.unit for each in self.definitions},
            "values": {name: None if value != value else value for name, value in self.values.items()},
            "chronicle": [asdict(line) for line in self.chronicle],
            "remarks": list(self.remarks),
            "provenance": self.provenance,
        }


def run(
    scenario: Network,
    *,
    replicate: int = 0,
    arm: str | None = None,
    sets: Mapping[str, Any] | None = None,
    **options: Unpack[Options],
) -> NetworkRun:
    """Live one replicate and tell it; replicate k is the k-th of a study of the same seed, exactly.

    Raises HomewardError.
    """
    began, sampling = time.perf_counter(), Sampling(**options)
    check_whole("the replicate", replicate, 0, LARGEST_SEED)
    if "replicates" in options and replicate >= sampling.replicates:
        last = sampling.replicates - 1
        raise HomewardError(f"replicate {replicate} is not among those of this study: take one from 0 to {last}")
    chosen = under(scenario, arm, sets)
    template = lower_network(chosen, **sampling.lowering)
    whole, ledger = live_one(template, replicate).lived, first_events(template, replicate)
    definitions = definitions_of(chosen)
    where = (chosen.name, chosen.sha256, sampling.seed, sampling.rng, sampling.calendar, 1)
    return NetworkRun(
        scenario=chosen.name,
        title=chosen.title,
        arm=chosen.under,
        seed=sampling.seed,
        replicate=replicate,
        chronicle=tuple(tell(chosen, ledger)),
        ledger=ledger,
        events=int(whole.totals["events"][0]),
        values={each.name: float(each.answer(whole)[0]) for each in definitions},
        definitions=tuple(definitions),
        remarks=tuple(remark.message for remark in chosen.remarks()),
        provenance=dict(provenance(*where)),
        wall_s=time.perf_counter() - began,
    )


def first_events(template: Organisation, replicate: int) -> np.ndarray:
    """Return the first LEDGER_ROWS rows of a replicate's ledger, (n,) LEDGER: that it is full is how it ends.

    Any other fault has been raised by the replicate lived without a ledger.
    """
    clock = template.clock.copy()
    clock["ledger_on"] = 1
    template = template._replace(clock=clock, ledger=np.zeros(LEDGER_ROWS, LEDGER))
    world, room = copy_organisation(template), networks.room_for(template, 1)
    networks.live_networks(template, world, np.asarray([replicate], np.int64), room)
    assert room[0]["fault"][0] in (Fault.NONE, Fault.LEDGER_FULL)
    return world.ledger[: int(world.clock[0]["ledger"])]
