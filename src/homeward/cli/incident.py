"""How an incident is told: its summary, its study and comparison, its pictures and report."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from homeward.model.scenario import Scenario
    from homeward.results.life import Life
    from homeward.results.results import Results

SEVERITY_STYLES = {"good": "green", "serious": "yellow", "critical": "bold red"}


def summarise(scenario: "Scenario") -> dict[str, Any]:
    """Return what only an incident has, ready for JSON."""
    from homeward.model.route import chain

    way = chain(scenario.route) or []
    return {
        "setting": scenario.setting.name,
        "people": len(scenario.person),
        "present": sum(person.present for person in scenario.person),
        "way_km": round(sum(leg.length.a for leg, _ in way) / 1000, 3),
        "from": scenario.route.start,
        "to": scenario.route.to,
        "legs": len(way),
        "wounds": len(scenario.wound),
        "observations": len(scenario.observed),
        "facts": len(scenario.fact),
    }


def summary_lines(file: str, summary: dict[str, Any]) -> dict[str, str]:
    """Return the summary in words."""
    from homeward.cli.words import count

    return {
        "people": f"{summary['people']}, {summary['present']} of them present",
        "way": f"{summary['way_km']:g} km from {summary['from']} to {summary['to']}, {count(summary['legs'], 'leg')}",
        "wounds": f"{summary['wounds']}",
        "observed": f"{count(summary['observations'], 'sign')}",
    }


def tell_study(results: "Results") -> list[Any]:
    """Return what a study says."""
    from homeward.cli.render import study_tables

    return [f"Arm: {results.base.name}", *study_tables(results)]


def tell_compare(results: "Results") -> list[Any]:
    """Return what a comparison says."""
    from homeward.cli.render import compare_table
    from homeward.results.findings import headline

    return [compare_table(results), headline(results)]


def write_report(results: "Results", scenario: "Scenario", folder: Path) -> None:
    """Write every picture and report.html."""
    from homeward.results import figures, report

    figures.save_all(results, folder)
    report.write(results, folder / "report.html", scenario)


def make_ready(quiet: bool) -> None:
    """Compile the incident's kernel unless it is compiled."""
    from homeward.cli.progress import make_kernel_ready

    make_kernel_ready(quiet)


def run_options(quiet: bool) -> dict[str, Any]:
    """Return what a run of an incident is asked besides: its place among others, unless nobody wants remarks."""
    from homeward.results.life import AMONG

    return {"among": 0 if quiet else AMONG}


def run_pictures(life: "Life") -> list[Any]:
    """Return the pictures of one life: none yet."""
    return []


def tell_run(life: "Life") -> list[Any]:
    """Return one life: its chronicle, and where it lies among all."""
    from rich.text import Text

    lines: list[Any] = [
        Text(f"{line.clock:>9}  {line.text}", SEVERITY_STYLES.get(line.severity.value, "")) for line in life.chronicle
    ]
    return lines if life.standing is None else [*lines, life.standing.sentence(life.focus)]
