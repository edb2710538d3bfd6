"""A replicate of a kept run lived again, and held against what was stored of it, bit by bit."""

import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numba
import numpy as np

from homeward.errors import HomewardError
from homeward.kernel.tables import FATE, LEDGER, OUTCOME
from homeward.model.scenario import Scenario
from homeward.results.arms import PreparedArm, prepare
from homeward.results.chronicle import ChronicleLine, tell
from homeward.results.sampling import LARGEST_SEED, Sampling, check_whole
from homeward.run.replicate import live_one
from homeward.store.columns import fields_of
from homeward.store.duck import literal
from homeward.store.recording import INCIDENT
from homeward.store.runs import Run
from homeward.store.scenarios import arm_named, scenario_of, under
from homeward.store.tables import read_table
from homeward.version import __version__

NOW = {
    "homeward": __version__,
    "python": platform.python_version(),
    "numpy": np.__version__,
    "numba": numba.__version__,
    "platform": platform.platform(),
    "compiled": os.environ.get("NUMBA_DISABLE_JIT", "0") in ("", "0"),
}
"""What may make the last bit of a number differ."""


@dataclass(frozen=True, eq=False)
class Replay:
    """Replicate `replicate` of a run, lived again under an arm.

    `differing` names what is not bit-equal to what was stored ("outcome.end_s", "Aki.dead_s"); `otherwise` says in
    which respects this machine is not the one that kept the run; `held` are the tables it was held against.
    """

    run: str
    title: str
    arm: str
    seed: int
    replicate: int
    held: tuple[str, ...]
    differing: tuple[str, ...]
    otherwise: tuple[str, ...]
    chronicle: tuple[ChronicleLine, ...] = field(repr=False)

    @property
    def equal(self) -> bool:
        return not self.differing

    def to_json(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "run": self.run,
            "arm": self.arm,
            "seed": self.seed,
            "replicate": self.replicate,
            "equal": self.equal,
            "held_against": list(self.held),
            "differing": list(self.differing),
            "otherwise": list(self.otherwise),
            "chronicle": [{"at_s": line.at_s, "clock": line.clock, "text": line.text} for line in self.chronicle],
        }


def replay(run: Run, replicate: int, arm: str | None = None) -> Replay:
    """Live a stored replicate again, from the stored scenario and seed; HomewardError when there is none."""
    if run.record.get("kind") != INCIDENT:
        raise HomewardError(f"the run {run.name} is no incident's, and only an incident's can be replayed")
    check_whole("the replicate", replicate, 0, LARGEST_SEED)
    recorded = arm_named(run, arm)
    stored = stored_rows(run, recorded["name"], replicate)
    scenario = under(scenario_of(run), recorded)
    ready = prepared(run, scenario, recorded["name"])
    ledger, fates, outcome = live_one(ready.template, replicate)
    again = {"outcomes": np.array([outcome]), "fates": fates, "events": ledger}
    return Replay(
        run=run.name,
        title=scenario.title,
        arm=recorded["name"],
        seed=run.record["seed"],
        replicate=replicate,
        held=tuple(stored),
        differing=tuple(each for table in stored for each in differences(table, stored[table], again[table], ready)),
        otherwise=tuple(unlike(run.record["provenance"])),
        chronicle=tuple(tell(scenario, ledger, fates, outcome, ready.names)),
    )


def prepared(run: Run, scenario: Scenario, name: str) -> PreparedArm:
    """Return the arm as it was lived: a review holds the facts, and only those, against what was seen."""
    record = run.record
    sampling = Sampling(seed=record["seed"], rng=record["rng"], calendar=record["calendar"])
    is_facts = record["command"] == "review" and name == record["arms"][0]["name"]
    return prepare(scenario, name, "", sampling, observe=is_facts)


def stored_rows(run: Run, arm: str, replicate: int) -> dict[str, dict[str, np.ndarray]]:
    """Return what is stored of a life: its outcome, its fates, and its ledger when that was kept."""
    where = f"arm = {literal(arm)} AND replicate = {replicate}"
    kinds = {"outcomes": OUTCOME, "fates": FATE, "events": LEDGER}
    rows = {
        table: read_table(run.table(table), *(kind.names or ()), where=where)
        for table, kind in kinds.items()
        if table in run.tables
    }
    if not len(rows["outcomes"]["events"]):
        among = "lives that agree with what was seen" if run.record["command"] == "review" else "lives"
        raise HomewardError(
            f"replicate {replicate} is not among the {run.record['kept']:,} {among} that {run.name} keeps: "
            f'homeward results query {run.name} "SELECT DISTINCT replicate FROM outcomes" names them'
        )
    return {table: columns for table, columns in rows.items() if len(next(iter(columns.values())))}


def differences(table: str, stored: Mapping[str, np.ndarray], again: np.ndarray, arm: PreparedArm) -> list[str]:
    """Return what is not bit-equal."""
    if any(len(values) != len(again) for values in stored.values()):
        return [f"{table}: {len(next(iter(stored.values())))} rows were stored, {len(again)} are lived"]
    found = []
    for name, values in fields_of(again).items():
        for row in np.flatnonzero(unequal(stored[name], values)):
            whose = {"outcomes": "outcome", "events": f"event {row}"}.get(table) or arm.names[row]
            found.append(f"{whose}.{name}: {stored[name][row]} was stored, {values[row]} is lived")
    return found


def unequal(stored: np.ndarray, lived: np.ndarray) -> np.ndarray:
    """Return (n,) bool: not one bit may differ, except that NaN is stored as nothing and -0 as 0."""
    if lived.dtype.kind != "f":
        return stored != lived
    bits = f"u{lived.dtype.itemsize}"
    same = stored.astype(lived.dtype).view(bits) == np.ascontiguousarray(lived).view(bits)
    return ~(same | (np.isnan(stored) & np.isnan(lived)) | ((stored == 0) & (lived == 0)))


def unlike(then: Mapping[str, Any]) -> list[str]:
    """Return, as words, in which respects this machine is not the one that kept the run."""
    return [f"{what} {then.get(what)} then, {now} now" for what, now in NOW.items() if then.get(what) != now]


def commands(run: Run, replicates: Sequence[int]) -> list[str]:
    """Return the command that replays each of these replicates."""
    name = f'"{run.name}"' if " " in run.name else run.name
    return [f"homeward results replay {name} {replicate}" for replicate in replicates]
