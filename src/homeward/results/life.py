"""One life, told minute by minute, and where it lies among all lives."""

import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

import numpy as np

from homeward.codes import Event
from homeward.errors import HomewardError, Interrupted
from homeward.results.arms import PreparedArm, arm_of, prepare, read
from homeward.results.chronicle import ChronicleLine, tell
from homeward.results.decode import fate_words, ledger_rows
from homeward.results.sampling import LARGEST_SEED, Options, Sampling, check_whole
from homeward.results.shape import LifeJson
from homeward.results.timeline import Timeline
from homeward.run.provenance import provenance
from homeward.run.replicate import Crew, live_one, sample_one

if TYPE_CHECKING:
    from homeward.model.scenario import Scenario

AMONG = 10_000
"""Lives beside which one is placed: percentages to about one point."""

MOMENTS = 300
"""Samples of a timeline per person; enough for a curve as wide as a page."""


@dataclass(frozen=True)
class Standing:
    """Where a life lies among `lives` others of the same arm; shares of all of them.

    `alive` live to 30 days. `later` is the share in which the focus person dies later than here or not at all, for a
    life that ends in death; `slower` that in which care comes later than here or never, for one that does not.
    """

    lives: int
    alive: float
    later: float | None
    slower: float | None

    def sentence(self, focus: str) -> str:
        """Say it in words."""
        common = f"{focus} is alive at 30 days in {self.alive:.0%} of {self.lives:,} runs"
        if self.later is not None:
            return f"{common}; this one is an earlier death than {self.later:.0%} of them."
        if self.slower is not None:
            return f"{common}, this one among them; care comes sooner here than in {self.slower:.0%} of them."
        return f"{common}, this one among them."


@dataclass(frozen=True, eq=False)
class Life:
    """Replicate `replicate` of `seed`: its chronicle, ledger (n,) LEDGER, fates (people,) FATE and outcome OUTCOME."""

    scenario: str
    title: str
    arm: str
    seed: int
    replicate: int
    focus: str
    names: tuple[str, ...]
    chronicle: tuple[ChronicleLine, ...]
    ledger: np.ndarray = field(repr=False)
    fates: np.ndarray = field(repr=False)
    outcome: np.void = field(repr=False)
    timeline: Timeline = field(repr=False)
    standing: Standing | None
    provenance: dict[str, Any] = field(repr=False)
    wall_s: float

    def to_json(self) -> LifeJson:
        """Return it as plain data; see homeward.results.shape."""
        return {
            "homeward": self.provenance["homeward"],
            "command": "run",
            "scenario": self.scenario,
            "scenario_sha256": self.provenance["scenario_sha256"],
            "seed": self.seed,
            "replicate": self.replicate,
            "wall_s": self.wall_s,
            "arm": self.arm,
            "focus": self.focus,
            "standing": asdict(self.standing) if self.standing else None,
            "people": {name: fate_words(fate) for name, fate in zip(self.names, self.fates, strict=True)},
            "chronicle": [{"at_s": line.at_s, "clock": line.clock, "text": line.text} for line in self.chronicle],
            "ledger": ledger_rows(self.ledger, self.names),
            "provenance": self.provenance,
        }


def run(
    scenario: "Scenario | str | Path",
    *,
    replicate: int = 0,
    arm: str | None = None,
    sets: Mapping[str, Any] | None = None,
    among: int = AMONG,
    **options: Unpack[Options],
) -> Life:
    """Live one replicate and tell it; replicate k is the k-th of a study of the same seed, exactly.

    `arm` chooses an arm, `sets` replaces values by dotted path; `among` lives say where this one lies (0: do not).
    Raises HomewardError and ScenarioError.
    """
    began, sampling = time.perf_counter(), Sampling(**options)
    check_whole("the replicate", replicate, 0, LARGEST_SEED)
    if "replicates" in options and replicate >= sampling.replicates:
        last = sampling.replicates - 1
        raise HomewardError(
            f"replicate {replicate} is not among the {last + 1:,} of this study: take one from 0 to {last}"
        )
    chosen = arm_of(read(scenario), arm, sets)
    ready = prepare(chosen, chosen.under, "", sampling)
    ledger, fates, outcome = live_one(ready.template, replicate)
    where = (chosen.name, chosen.sha256, sampling.seed, sampling.rng, sampling.calendar, 1)
    return Life(
        scenario=chosen.name,
        title=chosen.title,
        arm=chosen.under,
        seed=sampling.seed,
        replicate=replicate,
        focus=ready.names[ready.focus],
        names=ready.names,
        chronicle=tuple(tell(chosen, ledger, fates, outcome, ready.names)),
        ledger=ledger,
        fates=fates,
        outcome=outcome,
        timeline=timeline_of(ready, replicate),
        standing=standing_among(ready, fates[ready.focus], among, sampling.threads) if among else None,
        provenance=dict(provenance(*where)),
        wall_s=time.perf_counter() - began,
    )


def timeline_of(arm: PreparedArm, replicate: int, at_least_s: int = 0) -> Timeline:
    """Sample one life evenly, until the focus person and the carrier have come home or died, and at least so long."""
    ledger, fates, _ = live_one(arm.template, replicate)
    ours = [i for i in (arm.focus, arm.carrier) if i >= 0]
    ends = np.isin(ledger["event"], (Event.ARRIVED, Event.DIED)) & np.isin(ledger["who"], ours)
    never_home = fates["dead_s"][ours][fates["arrived_s"][ours] < 0]
    until_s = max(60, at_least_s, int(ledger["at_s"][ends].max(initial=0)), int(never_home.max(initial=0)))
    samples = sample_one(arm.template, replicate, -(-until_s // MOMENTS), until_s)
    return Timeline(replicate, samples, arm.names, arm.template.people["blood0_ml"].copy(), ledger)


def standing_among(arm: PreparedArm, fate: np.void, among: int, threads: int | None) -> Standing:
    """Place a life of the focus person among replicates 0, 1, ... of the same seed."""

    def live_some(replicates: np.ndarray) -> tuple[np.ndarray, ...]:
        return (crew.live(arm.template, replicates)[1][:, arm.focus],)

    with Crew(threads) as crew:
        pieces = crew.count(live_some, crew.chunks(range(among))).total
    if crew.stopped or pieces is None:
        raise Interrupted("stopped while looking where this life lies among others; --quiet does not look")
    theirs = np.concatenate(pieces)
    alive = float((theirs["alive_30"] == 1).mean())
    later = slower = None
    if fate["dead_s"] >= 0:
        later = float(((theirs["dead_s"] > fate["dead_s"]) | (theirs["dead_s"] < 0)).mean())
    elif fate["care_s"] >= 0:
        slower = float(((theirs["care_s"] > fate["care_s"]) | (theirs["care_s"] < 0)).mean())
    return Standing(among, alive, later, slower)
