"""A replicate of a kept run lived again, and held against what was stored of it, bit by bit."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from homeward.errors import HomewardError
from homeward.kernel.tables import FATE, LEDGER, OUTCOME
from homeward.model.root import Root
from homeward.model.scenario import Scenario
from homeward.results.arms import PreparedArm, prepare
from homeward.results.asking import study
from homeward.results.chronicle import ChronicleLine, tell
from homeward.results.sampling import LARGEST_SEED, Sampling, check_whole
from homeward.run.replicate import live_one
from homeward.store.duck import literal
from homeward.store.held import differences, unequal, unlike
from homeward.store.kinds import INCIDENT
from homeward.store.runs import Run
from homeward.store.scenarios import arm_named, scenario_of, under
from homeward.store.tables import read_table
from homeward.store.values import MEASURES


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
    check_whole("the replicate", replicate, 0, LARGEST_SEED)
    recorded = arm_named(run, arm)
    scenario = scenario_of(run)
    again = live_incident if run.record["kind"] == INCIDENT else live_values
    held, differing, chronicle = again(run, scenario, recorded, replicate)
    return Replay(
        run=run.name,
        title=scenario.title,
        arm=recorded["name"],
        seed=run.record["seed"],
        replicate=replicate,
        held=held,
        differing=differing,
        otherwise=tuple(unlike(run.record["provenance"])),
        chronicle=chronicle,
    )


Again = tuple[tuple[str, ...], tuple[str, ...], tuple[ChronicleLine, ...]]
"""The tables it was held against, what differs, and the chronicle, where there is one."""


def live_incident(run: Run, base: Root, recorded: Mapping[str, Any], replicate: int) -> Again:
    """Live one life again and tell it."""
    stored = stored_rows(run, recorded["name"], replicate)
    scenario = under(base, recorded)
    assert isinstance(scenario, Scenario)
    ready = prepared(run, scenario, recorded["name"])
    ledger, fates, outcome = live_one(ready.template, replicate)
    again = {"outcomes": np.array([outcome]), "fates": fates, "events": ledger}
    differing = [each for table in stored for each in differences(table, stored[table], again[table], ready)]
    return tuple(stored), tuple(differing), tuple(tell(scenario, ledger, fates, outcome, ready.names))


def live_values(run: Run, base: Root, recorded: Mapping[str, Any], replicate: int) -> Again:
    """Live the replicates up to this one again, as a study does, and hold its measures against what is stored."""
    record, where = run.record, f"arm = {literal(recorded['name'])} AND replicate = {replicate}"
    stored = read_table(run.table(MEASURES), where=where)
    if not len(stored["replicate"]):
        raise not_kept(run, replicate)
    results = study(
        base,
        arm=recorded["arm"] if recorded["arm"] != base.under else None,
        sets=recorded["sets"] or None,
        seed=record["seed"],
        replicates=replicate + 1,
        rng=record["rng"],
        calendar=record["calendar"],
    )
    columns = results.arms[0].columns
    differing = [
        f"{name}: {values[0]} was stored, {columns[name][replicate]} is lived"
        for name, values in stored.items()
        if name in columns and unequal(values, columns[name][replicate : replicate + 1])[0]
    ]
    return (MEASURES,), tuple(differing), ()


def not_kept(run: Run, replicate: int) -> HomewardError:
    """Say that there is no such replicate, and how to find those there are."""
    agreeing = " that agree with what was seen" if run.record["command"] == "review" else ""
    return HomewardError(
        f"replicate {replicate} is not among the {run.record['kept']:,} of {run.name}{agreeing}: "
        f'homeward results query {run.name} "SELECT DISTINCT replicate FROM {MEASURES}" names them'
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
        raise not_kept(run, replicate)
    return {table: columns for table, columns in rows.items() if len(next(iter(columns.values())))}
