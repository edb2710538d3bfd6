"""Which assumptions matter: each is moved to both ends of its range, on the same draws, and the answer looked at."""

import multiprocessing
import os
import re
from functools import cache
from pathlib import Path

import homeward
from homeward.model.base import word_of
from homeward.scenario import Assumption
from making.markdown import table

REPLICATES, SHOWN = 800, 8
ASKED = {
    "izumo": "call the gate, medics meet them half way",
    "iruka": "tourniquet first, then steps",
    "couloir": "the helicopter is called at once",
}
"""The decision whose gain each incident's page asks about."""

Moved = tuple[float, float]
"""Alive at 30 days as it was, and what the decision gains over it; shares."""


def moved(name: str, arm: str, sets: dict[str, str]) -> Moved:
    """Live some lives with values set, as it was and under the arm."""
    scenario = homeward.load(name)
    with_these = scenario.with_sets(sets) if sets else scenario
    results = homeward.compare(with_these, arms=[arm], replicates=REPLICATES, threads=1)
    base, other = (each.measures["alive_at_30_days"].mean for each in results.arms)
    return base, other - base


def both_ends(job: tuple[str, str, str, tuple[str, str]]) -> tuple[Moved, Moved]:
    name, arm, key, ends = job
    low, high = (moved(name, arm, {} if end is None else {key: end}) for end in ends)
    return low, high


@cache
def swings(name: str) -> tuple[Moved, list]:
    """Return the answer as it stands, and per assumption its two moved answers, the widest swing first."""
    arm = ASKED[name]
    movable = [each for each in homeward.load(name).assumptions() if each.range and used(name, each.path)]
    jobs = [(name, arm, each.key, numbers(each)) for each in movable]
    with multiprocessing.get_context("spawn").Pool(os.cpu_count()) as pool:
        ends = pool.map(both_ends, jobs, chunksize=4)
    found = sorted(zip(movable, ends, strict=True), key=lambda pair: -swing(pair[1]))
    return moved(name, arm, {}), found


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
    told = homeward.load(name)
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
    (base, gain), found = swings(name)
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
        f"{table(headings, rows, 3)}\n\n*Each of {len(found)} assumptions moved alone to both ends of its range, "
        f"{REPLICATES} lives on the same draws, whatever was seen in them; unmoved {base:.0%} live and the decision "
        f"gains {100 * gain:.0f} points. Homeward {homeward.__version__}, seed 1.*"
    )


MAKERS = {"matters": matters}
