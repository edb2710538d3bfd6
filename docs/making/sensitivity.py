"""Which assumptions matter: each is moved to both ends of its range, on the same draws, and the answer looked at."""

import multiprocessing
import multiprocessing.pool
import os
import re
from functools import cache
from pathlib import Path

import homeward
from homeward.model.base import word_of
from homeward.scenario import Assumption, Scenario
from making.markdown import table

SCREENED, REPLICATES, LOOKED_AT, SHOWN = 400, 2000, 20, 8
"""Lives per end when all assumptions are moved; lives per end for the most telling, how many those are; rows shown."""

ASKED = {
    "izumo": "call the gate, medics meet them half way",
    "iruka": "tourniquet first, then steps",
    "couloir": "the helicopter is called at once",
}
"""The decision whose gain each incident's page asks about."""

Ends = tuple[object, object]
Moved = tuple[float, float]
"""Alive at 30 days as it was, and what the decision gains over it; shares."""


@cache
def pool() -> multiprocessing.pool.Pool:
    """Processes, not threads: most of the time goes into validating a scenario with another value."""
    return multiprocessing.get_context("spawn").Pool(os.cpu_count())


@cache
def under(name: str, arm: str | None) -> Scenario:
    scenario = homeward.load(name)
    return scenario.with_arm(arm) if arm else scenario


def alive(name: str, arm: str | None, key: str, end: object, replicates: int) -> float:
    """Live some lives with one value set (None: as it stands); return the share alive at 30 days."""
    scenario = under(name, arm) if end is None else under(name, arm).with_sets({key: end})
    return homeward.study(scenario, replicates=replicates, threads=1).base.measures["alive_at_30_days"].mean


def screen(job: tuple[str, str, Ends]) -> float:
    """How far the share alive under the decision moves: the swing that the first look goes by."""
    name, key, ends = job
    low, high = (alive(name, ASKED[name], key, end, SCREENED) for end in ends)
    return abs(high - low)


def look(job: tuple[str, str, Ends]) -> tuple[Moved, Moved]:
    """Both ends again with more lives, as it was and under the decision."""
    name, key, ends = job
    low, high = (moved(name, key, end) for end in ends)
    return low, high


def moved(name: str, key: str = "", end: object = None) -> Moved:
    base = alive(name, None, key, end, REPLICATES)
    return base, alive(name, ASKED[name], key, end, REPLICATES) - base


@cache
def swings(name: str) -> tuple[Moved, list, int]:
    """Return the answer as it stands; the assumptions that move it most, both ends of each; how many there were."""
    movable = [each for each in under(name, None).assumptions() if each.range and used(name, each.path)]
    jobs = [(name, each.key, numbers(each)) for each in movable]
    by_screen = sorted(zip(pool().map(screen, jobs), range(len(jobs)), strict=True), reverse=True)
    chosen = [n for _, n in by_screen[:LOOKED_AT]]
    ends = pool().map(look, [jobs[n] for n in chosen], chunksize=1)
    found = sorted(zip((movable[n] for n in chosen), ends, strict=True), key=lambda pair: -swing(pair[1]))
    return moved(name), found, len(jobs)


def numbers(each: Assumption) -> tuple:
    """The ends as TOML has them (a bare number is a number); None for an end at which it stands already."""
    # A median cannot be nothing: an end at zero is moved to next to nothing.
    written = (re.sub(r"^0(?= )", "0.0001", end) if each.value.startswith("median") else end for end in each.range)
    ends = (float(end) if re.fullmatch(r"-?\d+(\.\d+)?", end) else end for end in written)
    return tuple(None if same(end, each.value) else end for end in ends)


def same(end: object, value: str) -> bool:
    return str(end) == value or (isinstance(end, float) and value.replace(".", "", 1).isdigit() and end == float(value))


def used(name: str, path: str) -> bool:
    """Whether an assumption can matter here: ranks nobody holds, ground nobody walks on and the like cannot."""
    told = under(name, None)
    kinds = {
        "rank": {person.rank for person in told.person},
        "ground": {leg.ground for leg in told.route.leg},
        "means": {"on the back", word_of(told.plan.means).replace(" ", "-"), word_of(told.plan.means)},
        "transport": {told.transport.kind.name.lower()} if told.transport else set(),
    }
    words = path.split(".")
    if words[0] == "setting" and words[1] == "weapons":
        return told.enemy is not None
    return not (words[0] == "setting" and words[1] in kinds and words[2] not in kinds[words[1]])


def swing(ends: tuple[Moved, Moved]) -> float:
    (base_low, gain_low), (base_high, gain_high) = ends
    return max(abs(base_high - base_low), abs(gain_high - gain_low))


def matters(name: str, page: Path) -> str:
    """The assumptions that move the answer most."""
    (base, gain), found, many = swings(name)
    rows = [
        (
            f"`{each.path}`",
            each.value,
            " to ".join(each.range),
            f"{low[0]:.0%} … {high[0]:.0%}",
            f"{100 * low[1]:+.0f} … {100 * high[1]:+.0f} points".replace("-", "−"),
        )
        for each, (low, high) in found[:SHOWN]
    ]
    headings = ("assumption", "value", "moved over", "alive at 30 days, as it was", f"gained by “{ASKED[name]}”")
    return (
        f"{table(headings, rows, 3)}\n\n*Each of {many} assumptions moved alone to both ends of its range, and the "
        f"most telling again with {REPLICATES:,} lives on the same draws, whatever was seen in them; unmoved "
        f"{base:.0%} live and the decision gains {100 * gain:.0f} points. Homeward {homeward.__version__}, seed 1.*"
    )


MAKERS = {"matters": matters}
