"""How a care network is told: its summary, its tables, its pictures and report, one replicate."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.table import Table

    from homeward.model.network.laydown import Network
    from homeward.results.network.definitions import Asked
    from homeward.results.network.life import NetworkRun
    from homeward.results.network.study import NetworkResults

HEADINGS = {
    "conditions": "condition",
    "stations": "task",
    "areas": "area",
    "skills": "skill",
    "staff": "staff",
    "equipment": "equipment",
    "stocks": "stock",
    "links": "link",
    "fleets": "fleet",
}
"""Tables by group of measures, and what their first column holds."""

BUSIEST = 3
"""Loads that `check` names."""

CHRONICLE_LINES = 60
"""Events of one replicate that are printed; --json and --out have more."""


def summarise(scenario: "Network") -> dict[str, Any]:
    """Return what only a network has, ready for JSON."""
    from homeward.model.network.load import loads_of
    from homeward.model.network.stations import stations_of
    from homeward.run.care_rows import people_of

    return {
        "setting": scenario.setting.name if scenario.setting else None,
        "facilities": len(scenario.facility),
        "areas": sum(len(area.facility) for area in scenario.area),
        "staff": len(people_of(scenario)),
        "conditions": len(scenario.condition),
        "stations": len(stations_of(scenario)),
        "links": len(scenario.link),
        "vehicles": sum(fleet.count for fleet in scenario.fleet),
        "arrivals": len(scenario.arrival),
        "length": scenario.run.length.text,
        "loads": [{"what": load.what, "facility": load.facility, "load": load.load} for load in loads_of(scenario)],
    }


def summary_lines(file: str, summary: dict[str, Any]) -> dict[str, str]:
    """Return the summary in words."""
    from homeward.cli.words import count

    busiest = summary["loads"][:BUSIEST]
    loads = ", ".join(f"{each['load']:.2f} {each['what']} at '{each['facility']}'" for each in busiest)
    return {
        "facilities": f"{summary['facilities']} with {count(summary['areas'], 'area')} and {summary['staff']} staff",
        "care": f"{count(summary['stations'], 'station')} for {count(summary['conditions'], 'condition')}",
        "ways": f"{count(summary['links'], 'link')}, {count(summary['vehicles'], 'vehicle')}",
        "run": f"{summary['length']}, {count(summary['arrivals'], 'stream')} of patients",
        "load": loads or "nothing is limited",
    }


def tell_study(results: "NetworkResults") -> list[Any]:
    """Return what a study says: the whole, then a table for every kind of place and person, then what must be said."""
    from homeward.cli.render import table
    from homeward.cli.words import cell, with_interval
    from homeward.results.network.definitions import WHOLE

    measures = results.base.measures
    whole = table("measure", "mean (95 % interval)", "replicates that answer")
    for each in results.definitions:
        if each.group == WHOLE and measures[each.name].n:
            whole.add_row(each.label, with_interval(measures[each.name]), f"{measures[each.name].n:,}")
    return [
        f"Arm: {results.base.name}",
        whole,
        *group_tables(results.definitions, lambda each: cell(measures[each.name])),
        *remarks(results.remarks),
    ]


def group_tables(definitions: Sequence["Asked"], say: "Callable[[Asked], str]") -> "Iterable[Table]":
    """Yield a table per group: a row per station, area or person, a column per measure with its unit."""
    from homeward.cli.render import table
    from homeward.cli.words import NOTHING

    for group, heading in HEADINGS.items():
        found = [each for each in definitions if each.group == group]
        columns = list(dict.fromkeys(each.column for each in found))
        if not found:
            continue
        units = {each.column: each.unit for each in found}
        made = table(heading, *(f"{column},\n{units[column]}" for column in columns))
        for row in dict.fromkeys(each.row for each in found):
            cells = {each.column: say(each) for each in found if each.row == row}
            made.add_row(row, *(cells.get(column, NOTHING) for column in columns))
        yield made


def tell_compare(results: "NetworkResults") -> list[Any]:
    """Return what a comparison says: what each arm changes, and what must be said."""
    from homeward.cli.valued import compare_tables

    return compare_tables(results)


def remarks(said: Iterable[str]) -> list[str]:
    """Return remarks as lines."""
    return [f"Remark: {each}." for each in said]


def write_report(results: "NetworkResults", scenario: "Network", folder: Path) -> None:
    """Write every picture and report.html."""
    from homeward.results.network.figures import pictures
    from homeward.results.valued_report import write

    drawn = pictures(results)
    for picture in drawn:
        picture.save(folder)
    write(results, drawn, folder / "report.html", scenario)


def make_ready(quiet: bool) -> None:
    """Compile the network's kernel unless it is compiled."""
    from homeward.cli.progress import compile_telling
    from homeward.kernel.care.networks import compile_kernel, is_compiled

    compile_telling(is_compiled, compile_kernel, quiet)


def run_options(quiet: bool) -> dict[str, Any]:
    """Return what one replicate is asked besides its number: nothing."""
    return {}


def run_pictures(lived: "NetworkRun") -> list[Any]:
    """Return the pictures of one life: none yet."""
    return []


def tell_run(lived: "NetworkRun") -> list[Any]:
    """Return what one replicate says: its first events, then what it came to."""
    from homeward.cli.render import table
    from homeward.cli.words import NOTHING
    from homeward.results.network.definitions import WHOLE

    def say(each: "Asked") -> str:
        value = lived.values[each.name]
        return NOTHING if value != value else plain(value)

    shown = lived.chronicle[:CHRONICLE_LINES]
    lines = [f"{line.clock:>11}  {line.text}" for line in shown]
    more = lived.events - len(shown)
    if more > 0:
        lines.append(f"{'...':>11}  and {more:,} events more: --json or --out has the first {len(lived.chronicle):,}")
    whole = table("measure", "this replicate")
    for each in lived.definitions:
        if each.group == WHOLE:
            whole.add_row(each.label, f"{say(each)} {each.unit}")
    return [*lines, whole, *group_tables(lived.definitions, say), *remarks(lived.remarks)]


def plain(value: float) -> str:
    """Write a value without an interval: "35.2", "227"."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"
