#!/usr/bin/env python3
"""Measure the care network and the year, against SimPy, Ciw and salabim and against their bars.

python3 dev.py bench            this too, after the incident
python3 dev.py bench --quick    fewer customers, casualties and rounds
python3 dev.py bench --strict   fail when a ratio misses its bar
python3 dev.py bench --docs     also put the tables into docs/reference/benchmarks.md
"""

import sys
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import commands, people, table  # noqa: E402
from benchmarks.agreement import Agreement  # noqa: E402
from benchmarks.asked import options  # noqa: E402
from benchmarks.machine import machine  # noqa: E402
from benchmarks.network_speed import LineSpeeds, TraumaSpeeds, measure_line, measure_trauma, time_to_live  # noqa: E402
from benchmarks.network_values import agreements_of_line, agreements_of_trauma  # noqa: E402
from benchmarks.table import Row, judged  # noqa: E402

LINE_BARS = {"SimPy": 120.0, "Ciw": 250.0, "salabim": 1000.0}
TRAUMA_BAR, EVENT_NS, MILLION_S = 100.0, 100.0, 2.0
FLAT, PEAK_MB, VILLAGE_S = 1.3, 4000.0, 30.0
PEOPLE = {1_000: 200, 10_000: 20, 100_000: 2, 1_000_000: 1}
"""How many people, and how many years of them are lived."""
MARKS = "<!-- network -->", "<!-- end network -->"


def say(sentence: str) -> None:
    """Tell whoever waits what is being done."""
    print(f"  {sentence}", file=sys.stderr, flush=True)


def line_rows(speeds: LineSpeeds) -> list[Row]:
    """Return the rows of the line: five servers, 90 % of the time at work."""
    ours = median(speeds.homeward)
    rows = [Row("line, Homeward, one thread", f"{ours:,.0f} customers/s", ours)]
    for peer, bar in LINE_BARS.items():
        theirs, ratio = median(speeds.peers[peer]), speeds.ratio(peer)
        rows.append(Row(f"line, {peer}", f"{theirs:,.0f} customers/s", theirs))
        rows.append(ratio_row(f"line, Homeward over {peer}", ratio, bar))
    return [*rows, event_row("line, Homeward, per event", speeds.event_ns)]


def trauma_rows(speeds: TraumaSpeeds, casualties: int) -> list[Row]:
    """Return the rows of the trauma network."""
    ours, theirs = median(speeds.homeward), median(speeds.simpy)
    say(f"{casualties:,} casualties on one thread")
    took_s, came = time_to_live(casualties)
    what = f"{casualties:,} casualties through the network, one thread"
    told = f"{took_s:.2f} s ({came:,} casualties)"
    full = casualties >= 1_000_000
    return [
        Row("trauma network, Homeward, one thread", f"{ours:,.0f} casualties/s", ours),
        Row("trauma network, SimPy", f"{theirs:,.0f} casualties/s", theirs),
        ratio_row("trauma network, Homeward over SimPy", speeds.ratio, TRAUMA_BAR),
        event_row("trauma network, Homeward, per event", speeds.event_ns),
        judged(what, told, took_s, f"≤ {MILLION_S:g} s", took_s <= MILLION_S) if full else Row(what, told, took_s),
    ]


def people_rows(quick: bool) -> list[Row]:
    """Return the rows of many people for a year; with quick, fewer, and no verdict on what they cannot tell."""
    costs = []
    for count, years in PEOPLE.items():
        if not quick or count <= 100_000:
            say(f"{count:,} people for a year")
            costs.append(people.cost_of(count, years))
    rows = [
        Row(f"{cost.people:,} people for a year", f"{cost.person_day_ns:.0f} ns per person-day", cost.person_day_ns)
        for cost in costs
    ]
    ns, most = [cost.person_day_ns for cost in costs], costs[-1]
    ratio, what = max(ns) / min(ns), f"dearest person-day over cheapest, to {most.people:,} people"
    peak, peak_what = most.peak_mb, f"peak memory of {most.people:,} people for a year"
    if quick:
        return [*rows, Row(what, f"{ratio:.2f} times", ratio), Row(peak_what, f"{peak:,.0f} MB", peak)]
    return [
        *rows,
        judged(what, f"{ratio:.2f} times", ratio, f"≤ {FLAT:g}", ratio <= FLAT),
        judged(peak_what, f"{peak:,.0f} MB", peak, f"≤ {PEAK_MB:,.0f} MB", peak <= PEAK_MB),
    ]


def village_row(quick: bool) -> Row:
    """Return the row of a thousand years of the village, as a user asks for them."""
    years = 100 if quick else 1000
    say(f"village-year, {years:,} replicates")
    ran = commands.run("study", "village-year", "--replicates", str(years), "--threads", "2", "--quiet")
    what, told = f"village-year, {years:,} replicates, two threads", f"{ran.wall_s:.1f} s (CPU {ran.cpu_s:.1f} s)"
    if quick:
        return Row(what, told, ran.wall_s)
    return judged(what, told, ran.wall_s, f"≤ {VILLAGE_S:g} s", ran.wall_s <= VILLAGE_S)


def ratio_row(what: str, ratio: float, bar: float) -> Row:
    """Return the row of a ratio."""
    return judged(what, f"{ratio:,.0f} times", ratio, f"≥ {bar:,.0f}", ratio >= bar, is_ratio=True)


def event_row(what: str, event_ns: list[float]) -> Row:
    """Return the row of what an event costs."""
    ns = median(event_ns)
    return judged(what, f"{ns:.0f} ns", ns, f"≤ {EVENT_NS:g} ns", ns <= EVENT_NS)


def measured(quick: bool) -> tuple[list[Row], list[Agreement]]:
    """Measure everything; the rows and how far the programs agree."""
    line = measure_line(3 if quick else 7, 20_000 if quick else 100_000, 20, say)
    trauma = measure_trauma(3 if quick else 7, 5 if quick else 10, 50 if quick else 100, say)
    rows = line_rows(line) + trauma_rows(trauma, 200_000 if quick else 1_000_000)
    rows += [*people_rows(quick), village_row(quick)]
    return rows, agreements_of_line(line) + agreements_of_trauma(trauma, 1000)


def main(words: list[str]) -> int:
    """Measure, print, save; 1 when a peer disagrees, or with --strict when a ratio misses its bar."""
    asked = options(words, __doc__ or "", "customers, casualties")
    where = machine(("homeward", "numba", "numpy", "simpy", "ciw", "salabim"))
    say(f"load {where['load before']} on {where['cores']} cores: other work blurs what follows")
    rows, same = measured(asked.quick)
    print(table.text(rows, same, peer="peers"))
    table.save(ROOT / "benchmarks" / "results", rows, same, where, name="network", peer="peers")
    if asked.docs:
        page = ROOT / "docs" / "reference" / "benchmarks.md"
        table.put_into_page(page, table.markdown(rows, same, where, peer="peers"), MARKS)
    differs = not all(each.agrees for each in same)
    slow = asked.strict and any(row.is_ratio and row.met is False for row in rows)
    if differs:
        print("Homeward and its peers differ: the ratio compares two different models.", file=sys.stderr)
    return int(differs or slow)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
