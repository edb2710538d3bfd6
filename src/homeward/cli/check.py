"""What `homeward check FILE` does: say that a scenario is in order and what is in it, or everything that is wrong."""

from typing import Any

import typer

from homeward.cli.kinds import teller_of
from homeward.cli.words import count
from homeward.scenario import Root, ScenarioError, read, unfounded

OK, MISTAKEN = 0, 2


def check(file: str, json_output: bool = False) -> int:
    """Print a summary of a scenario, or all of its mistakes; return the exit code, 0 or 2."""
    try:
        scenario = read(file)
    except ScenarioError as error:
        _tell_mistakes(file, error, json_output)
        return MISTAKEN
    summary = summarise(scenario)
    if json_output:
        _print_json({"file": file, "ok": True, "mistakes": [], "summary": summary})
    else:
        _tell_summary(file, scenario, summary)
    return OK


def summarise(scenario: Root) -> dict[str, Any]:
    """Return what is in a scenario, ready for JSON."""
    return {
        "name": scenario.name,
        "title": scenario.title,
        "kind": scenario.KIND,
        "sha256": scenario.sha256,
        **teller_of(scenario).summarise(scenario),
        "arms": [arm.name for arm in scenario.arms],
        "assumptions": len(scenario.assumptions()),
        "unfounded": unfounded(scenario),
        "remarks": [remark.to_dict() for remark in scenario.remarks()],
    }


def _tell_summary(file: str, scenario: Root, summary: dict[str, Any]) -> None:
    what = summary.get("setting") or summary["kind"]
    typer.echo(f"OK: {file} · {summary['title']} ({what})")
    lines = {
        **teller_of(scenario).summary_lines(file, summary),
        "arms": f"{len(summary['arms'])}: {', '.join(summary['arms'])}",
        "assumptions": f"{summary['assumptions']} (homeward assumptions {file})",
    }
    for name, words in lines.items():
        typer.echo(f"  {name:<12} {words}")
    if summary["unfounded"]:
        shown = ", ".join(summary["unfounded"][:5]) + (" ..." if len(summary["unfounded"]) > 5 else "")
        typer.echo(f"  {'unfounded':<12} {len(summary['unfounded'])} without source, or assumption and range: {shown}")
    for remark in scenario.remarks():
        typer.echo(f"  {'remark':<12} {remark}")


def _tell_mistakes(file: str, error: ScenarioError, json_output: bool) -> None:
    if json_output:
        _print_json({"file": file, "ok": False, "mistakes": [mistake.to_dict() for mistake in error.mistakes]})
        return
    typer.echo(str(error), err=True)
    typer.echo(f"{file}: {count(len(error.mistakes), 'mistake')}", err=True)


def _print_json(answer: dict[str, Any]) -> None:
    from json import dumps

    typer.echo(dumps(answer, ensure_ascii=False, indent=2))
