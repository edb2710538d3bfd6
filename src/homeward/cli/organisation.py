"""How an organisation is told: its summary, its study and comparison, its pictures and report, one person's year."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from homeward.model.organisation.organisation import Organisation
    from homeward.results.organisation.study import YearRun
    from homeward.results.values import ValuedResults

SEVERITY_STYLES = {"good": "green", "serious": "yellow", "critical": "bold red"}


def summarise(scenario: "Organisation") -> dict[str, Any]:
    """Return what only an organisation has, ready for JSON."""
    return {
        "setting": scenario.setting.name,
        "members": len(scenario.member) + sum(cohort.count for cohort in scenario.cohort),
        "named": len(scenario.member),
        "days": scenario.run.days,
        "facilities": len(scenario.facility),
        "missions": len(scenario.mission),
        "incidents": len(scenario.incident),
        "exams": len(scenario.exam),
        "ties": len(scenario.tie),
    }


def summary_lines(file: str, summary: dict[str, Any]) -> dict[str, str]:
    """Return the summary in words."""
    from homeward.cli.words import count

    return {
        "people": f"{summary['members']:,}, {summary['named']} of them by name",
        "time": count(summary["days"], "day"),
        "care": f"{summary['facilities']} facilities",
        "missions": f"{count(summary['missions'], 'type')}; {count(summary['incidents'], 'incident')} may befall them",
    }


def tell_study(results: "ValuedResults") -> Sequence[Any]:
    """Return what a study says."""
    from homeward.cli.valued import study_tables

    return study_tables(results)


def tell_compare(results: "ValuedResults") -> Sequence[Any]:
    """Return what a comparison says."""
    from homeward.cli.valued import compare_tables

    return compare_tables(results)


def write_report(results: "ValuedResults", scenario: "Organisation", folder: Path) -> None:
    """Write every picture and report.html."""
    from homeward.results.organisation.pictures import of_results
    from homeward.results.valued_report import write

    drawn = of_results(results, scenario)
    for picture in drawn:
        picture.save(folder)
    write(results, drawn, folder / "report.html", scenario)


def make_ready(quiet: bool) -> None:
    """Compile the incident's kernel and the year's unless they are compiled."""
    from homeward.cli.progress import compile_telling, make_kernel_ready
    from homeward.kernel.year.years import compile_kernel, is_compiled

    make_kernel_ready(quiet)
    compile_telling(is_compiled, compile_kernel, quiet)


def run_options(quiet: bool) -> dict[str, Any]:
    """Return what one replicate is asked besides its number: nothing."""
    return {}


def tell_run(run: "YearRun") -> list[Any]:
    """Return one person's year, line by line."""
    from rich.text import Text

    lines: list[Any] = [
        Text(f"{line.clock:>13}  {line.text}", SEVERITY_STYLES.get(line.severity.value, "")) for line in run.chronicle
    ]
    return [f"The year of {run.who}", *lines] if lines else [f"Nothing is told of {run.who} in this replicate."]


def run_pictures(run: "YearRun") -> list[Any]:
    """Return the picture of one person's year."""
    from homeward.results.organisation.pictures import of_run

    return [of_run(run)]
