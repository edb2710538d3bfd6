"""What `homeward check FILE` does: say that a scenario is in order and what is in it, or everything that is wrong."""

from typing import Any

import typer

from homeward.model.route import chain
from homeward.model.scenario import Scenario
from homeward.scenario import ScenarioError, read, unfounded

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
        _tell_summary(file, summary)
    return OK


def summarise(scenario: Scenario) -> dict[str, Any]:
    """Return what is in a scenario, ready for JSON."""
    way = chain(scenario.route) or []
    return {
        "name": scenario.name,
        "title": scenario.title,
        "setting": scenario.setting.name,
        "sha256": scenario.sha256,
        "people": len(scenario.person),
        "present": sum(person.present for person in scenario.person),
        "way_km": round(sum(leg.length.a for leg, _ in way) / 1000, 3),
        "from": scenario.route.start,
        "to": scenario.route.to,
        "legs": len(way),
        "wounds": len(scenario.wound),
        "observations": len(scenario.observed),
        "arms": [arm.name for arm in scenario.arms],
        "facts": len(scenario.fact),
        "assumptions": len(scenario.assumptions()),
        "unfounded": unfounded(scenario),
    }


def _tell_summary(file: str, summary: dict[str, Any]) -> None:
    typer.echo(f"OK: {file} · {summary['title']} ({summary['setting']})")
    lines = {
        "people": f"{summary['people']}, {summary['present']} of them present",
        "way": f"{summary['way_km']:g} km from {summary['from']} to {summary['to']}, {_count(summary['legs'], 'leg')}",
        "wounds": f"{summary['wounds']}",
        "observed": f"{_count(summary['observations'], 'sign')}",
        "arms": f"{len(summary['arms'])}: {', '.join(summary['arms'])}",
        "assumptions": f"{summary['assumptions']} (homeward assumptions {file})",
    }
    for name, words in lines.items():
        typer.echo(f"  {name:<12} {words}")
    if summary["unfounded"]:
        shown = ", ".join(summary["unfounded"][:5]) + (" ..." if len(summary["unfounded"]) > 5 else "")
        typer.echo(f"  {'unfounded':<12} {len(summary['unfounded'])} without source, or assumption and range: {shown}")


def _tell_mistakes(file: str, error: ScenarioError, json_output: bool) -> None:
    if json_output:
        _print_json({"file": file, "ok": False, "mistakes": [mistake.to_dict() for mistake in error.mistakes]})
        return
    typer.echo(str(error), err=True)
    typer.echo(f"{file}: {_count(len(error.mistakes), 'mistake')}", err=True)


def _count(many: int, what: str) -> str:
    return f"{many} {what}" if many == 1 else f"{many} {what}s"


def _print_json(answer: dict[str, Any]) -> None:
    from json import dumps

    typer.echo(dumps(answer, ensure_ascii=False, indent=2))
