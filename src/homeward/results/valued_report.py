"""The report of a network or an organisation: one HTML file with its pictures, that opens without a network."""

import os
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from homeward.results import report_tables as tables
from homeward.results.figures.style import Picture
from homeward.results.quantity import Difference
from homeward.results.report import WARNING, section
from homeward.results.report_style import CSS
from homeward.results.values import ValuedArm, ValuedResults, can_be_told

if TYPE_CHECKING:
    from homeward.model.root import Root


BY_CHANCE = "Of measures that do not differ, about one in twenty is shown as if it did: intervals are at 95 % each."


def write(results: ValuedResults, pictures: Sequence[Picture], path: Path, scenario: "Root | None" = None) -> Path:
    """Write the report and return its path; whole or, on OSError, not at all. A scenario adds its assumptions."""
    draft = path.with_name(f".{path.name}.part")
    try:
        draft.write_text(page(results, pictures, scenario), encoding="utf-8")
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    return path


def page(results: ValuedResults, pictures: Sequence[Picture], scenario: "Root | None" = None) -> str:
    """The report as HTML text."""
    title = escape(f"{results.title}: {results.command} of {results.scenario}")
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{CSS}</style>\n</head>\n<body>\n"
        f"<header>{opening(results)}</header>\n<main>\n{body(results, pictures, scenario)}\n</main>\n"
        f"<footer><p>{escape(WARNING)}</p></footer>\n</body>\n</html>\n"
    )


def opening(results: ValuedResults) -> str:
    """Title and what must not be overlooked."""
    stopped = (
        f'<p class="notice partial"><strong>Stopped early.</strong> {results.replicates:,} of the {results.asked:,} '
        "replicates asked for were done; every number here is of those.</p>"
        if results.partial
        else ""
    )
    remarks = "".join(f'<p class="notice">{escape(remark)}</p>' for remark in results.remarks)
    kicker = f"{results.command} of {results.scenario} · {results.replicates:,} replicates of seed {results.seed}"
    return (
        f'<p class="kicker">{escape(kicker)}</p><h1>{escape(results.title)}</h1>{stopped}{remarks}'
        f'<p class="notice">{escape(WARNING)}</p>'
    )


def body(results: ValuedResults, pictures: Sequence[Picture], scenario: "Root | None") -> str:
    """The sections, in the order in which a reader asks."""
    parts = []
    if scenario is not None and scenario.about:
        parts.append(section("asked", "What was asked", f"<p>{escape(scenario.about)}</p>"))
    for arm in results.arms[1:]:
        parts.append(section(f"arm-{len(parts)}", f"If: {arm.name}", differences(results.base, arm)))
    parts += [section(picture.name, picture.title, f"<figure>{picture.svg()}</figure>") for picture in pictures]
    parts.append(section("measures", "All measures", measures(results.base)))
    found = scenario.assumptions() if scenario is not None else []
    if found:
        parts.append(section("assumptions", "Assumptions", tables.assumptions(found)))
    parts.append(section("provenance", "Where these numbers come from", provenance(results)))
    return "\n".join(parts)


def measures(arm: ValuedArm) -> str:
    """All measures of one arm."""
    rows = [
        tables.row(measure.label, "", [tables.number(measure), f"{measure.n:,}"])
        for measure in arm.measures.values()
        if measure.n
    ]
    caption = f"All measures of “{arm.name}”, with 95 % intervals."
    return tables.table(caption, ["Measure", "value", "replicates with an answer"], rows)


def differences(base: ValuedArm, arm: ValuedArm) -> str:
    """What an arm changes, of what can be told from nothing."""
    told = {name: difference for name, difference in arm.versus_base.items() if can_be_told(difference)}
    rows = [
        tables.row(
            arm.measures[name].label,
            "",
            [tables.number(base.measures[name]), tables.number(arm.measures[name]), signed(difference)],
        )
        for name, difference in told.items()
    ]
    about = f"<p>{escape(arm.about)}</p>" if arm.about else ""
    same = len(arm.versus_base) - len(told)
    note = (
        f"<p>{same} other measures show no difference that {arm.replicates:,} replicates could tell from nothing.</p>"
    )
    heads = ["Measure", base.name, arm.name, "difference on the same draws"]
    return about + (tables.table("What changes.", heads, rows) if rows else "") + note


def rest_of(measures: int, told: int, replicates: int) -> str:
    """What is to be said of the measures that are not shown, and of those that are."""
    nothing = f"no difference that {replicates:,} replicates could tell from nothing"
    if not told:
        return f"None of {measures} measures shows a difference that {replicates:,} replicates could tell from nothing."
    return f"{measures - told} other measures show {nothing}. {BY_CHANCE}"


def signed(difference: Difference) -> str:
    """A difference with its interval: points for a share, else in its own unit."""
    if difference.unit == "share":
        return tables.points(difference)
    if difference.difference is None or difference.low is None or difference.high is None:
        return "–"
    digits = tables.decimals(difference.half_width)
    middle, low, high = (f"{end:+,.{digits}f}" for end in (difference.difference, difference.low, difference.high))
    return f"{middle} ({low} to {high})".replace("-", "−")


def provenance(results: ValuedResults) -> str:
    """Everything needed to get this result again."""
    facts: dict[str, Any] = {
        "command": f"homeward {results.command} {results.scenario} --seed {results.seed} --replicates {results.asked}",
        **results.provenance,
        "wall time": f"{results.wall_s:.1f} s",
    }
    return f"<dl>{''.join(f'<dt>{escape(str(k))}</dt><dd>{escape(str(v))}</dd>' for k, v in facts.items())}</dl>"
