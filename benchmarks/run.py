#!/usr/bin/env python3
"""Measure Homeward: against the same incident in SimPy, against its own floor, and as the commands a user runs.

python3 dev.py bench            everything; some minutes, on a machine that does nothing else
python3 dev.py bench --quick    fewer lives and rounds
python3 dev.py bench --strict   fail when a ratio to the peer, or of two threads to one, misses its bar
python3 dev.py bench --docs     also put the tables into docs/reference/benchmarks.md
"""

import sys
from pathlib import Path
from statistics import median

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import commands, table  # noqa: E402
from benchmarks.agreement import Agreement, agreements, values_of_homeward, values_of_peer  # noqa: E402
from benchmarks.asked import options  # noqa: E402
from benchmarks.machine import machine  # noqa: E402
from benchmarks.speed import Speeds, izumo, measure  # noqa: E402
from benchmarks.table import Row, judged  # noqa: E402
from homeward.run.replicate import copy_world, live  # noqa: E402

FASTER, TWO_THREADS, EVENT_NS, REVIEW_S, PEAK_MB, HELP_S, RUN_S = 200.0, 1.8, 100.0, 20.0, 500.0, 0.5, 1.5
AGREEMENT_LIVES = 100_000


def say(sentence: str) -> None:
    """Tell whoever waits what is being done."""
    print(f"  {sentence}", file=sys.stderr, flush=True)


def speed_rows(speeds: Speeds) -> list[Row]:
    """Return the rows measured inside one process."""
    peer, one, two = median(speeds.peer), median(speeds.one), median(speeds.two_wall)
    event, floor = median(speeds.event_ns), median(speeds.floor_ns)
    ratio, threads = speeds.ratio, speeds.two_threads
    peer_ns = 1e9 / peer / speeds.peer_events
    return [
        Row("SimPy, one thread", f"{peer:,.0f} lives/s", peer),
        Row("SimPy, per event", f"{peer_ns:,.0f} ns, {speeds.peer_events:.0f} events per life", peer_ns),
        Row("Homeward, one thread", f"{one:,.0f} lives/s", one),
        judged("Homeward over SimPy", f"{ratio:.0f} times", ratio, "≥ 200", ratio >= FASTER, is_ratio=True),
        Row("Homeward, two threads, wall time", f"{two:,.0f} lives/s", two),
        judged("two threads over one", f"{threads:.2f} times", threads, "≥ 1.8", threads >= TWO_THREADS, is_ratio=True),
        judged(
            "Homeward, per event",
            f"{event:.0f} ns, {speeds.events:.1f} events per life",
            event,
            "≤ 100 ns",
            event <= EVENT_NS,
        ),
        Row("floor: pop, one draw, schedule", f"{floor:.0f} ns", floor),
        Row("event over floor", f"{speeds.floors:.1f} times", speeds.floors),
    ]


def command_rows(quick: bool) -> list[Row]:
    """Return the rows measured from outside; with quick, fewer lives, and no verdict on what they cannot tell."""
    lives, many = (100_000, 1_000_000) if quick else (1_000_000, 10_000_000)
    say("homeward --help")
    helped = commands.median_of(3 if quick else 7, "--help")
    say("homeward run izumo")
    ran = commands.median_of(3 if quick else 7, "run", "izumo", "--seed", "7")
    say(f"homeward review izumo, {lives:,} lives")
    reviewed = commands.review(lives)
    say(f"homeward study izumo, {many:,} lives")
    studied = commands.study(many)
    peak = f"peak memory of a study of {many:,}"
    rows = [
        seconds(f"review izumo, {lives:,} lives, two threads", reviewed, None if quick else REVIEW_S),
        Row(peak, "not told by this system", float("nan"))
        if studied.peak_mb is None
        else judged(peak, f"{studied.peak_mb:.0f} MB", studied.peak_mb, "≤ 500 MB", studied.peak_mb <= PEAK_MB),
        seconds("homeward --help, warm", helped, HELP_S),
        seconds("homeward run izumo, warm", ran, RUN_S),
    ]
    if not quick:
        say("compiling the kernel anew")
        rows.append(seconds("compiling the kernel", commands.compile_anew(), None))
    return rows


def seconds(what: str, ran: commands.Ran, most_s: float | None) -> Row:
    """Return a row of wall time, with the CPU time beside it: where they differ much, something else was running."""
    measured = f"{ran.wall_s:.2f} s (CPU {ran.cpu_s:.2f} s)"
    if most_s is None:
        return Row(what, measured, ran.wall_s)
    return judged(what, measured, ran.wall_s, f"≤ {most_s:g} s", ran.wall_s <= most_s)


def compare_results(speeds: Speeds) -> list[Agreement]:
    """Hold the peer's lives against as many of Homeward's as make its own error small."""
    template = izumo()
    incident = template.incident[0]
    outcomes, fates = live(template, copy_world(template), np.arange(AGREEMENT_LIVES))
    ours = values_of_homeward(outcomes, fates, incident["focus"], incident["carrier"])
    return agreements(values_of_peer(speeds.peer_lives), ours)


def main(words: list[str]) -> int:
    """Measure, print, save; 1 when the peer disagrees, or with --strict when a ratio misses its bar."""
    asked = options(words, __doc__ or "", "lives")
    where = machine()
    say(f"load {where['load before']} on {where['cores']} cores: other work blurs what follows")
    commands.run("warm-up")
    speeds = measure(5 if asked.quick else 11, 500, 20_000 if asked.quick else 50_000, say)
    rows, same = speed_rows(speeds) + command_rows(asked.quick), compare_results(speeds)
    print(table.text(rows, same))
    table.save(ROOT / "benchmarks" / "results", rows, same, where)
    if asked.docs:
        table.put_into_page(ROOT / "docs" / "reference" / "benchmarks.md", table.markdown(rows, same, where))
    differs = not all(each.agrees for each in same)
    slow = asked.strict and any(row.is_ratio and row.met is False for row in rows)
    if differs:
        print("Homeward and its peer differ: the ratio compares two different models.", file=sys.stderr)
    return int(differs or slow)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
