"""The tables of the report: arms ranked, what was seen, each person's fate, assumptions, provenance."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from homeward.results.findings import (
    ALIVE,
    answer_of,
    asks_who_was_lost,
    percent,
    ranked,
    share_with_interval,
)
from homeward.results.phrases import clock
from homeward.results.quantity import Difference, Measure
from homeward.results.results import ArmResult, PersonFate, Results

if TYPE_CHECKING:
    from homeward.model.scenario import Assumption


POINTS = "difference, points"
"""Heading of paired differences of shares."""


def table(caption: str, heads: Sequence[str], rows: Iterable[str], texts: int = 1) -> str:
    """A table whose first `texts` columns are words and whose others are numbers; heads and caption are escaped."""
    kinds = [""] * texts + [' class="number"'] * (len(heads) - texts)
    cells = [f'<th scope="col"{kind}>{escape(head)}</th>' for kind, head in zip(kinds, heads, strict=True)]
    head = f"<thead><tr>{''.join(cells)}</tr></thead>"
    body = f"<tbody>{''.join(rows)}</tbody>"
    return f'<div class="wide"><table><caption>{escape(caption)}</caption>{head}{body}</table></div>'


def row(name: str, about: str, cells: Iterable[str], base: bool = False, texts: Sequence[str] = ()) -> str:
    """A table row: its name with a line about it, then words, then numbers. All is escaped here."""
    note = f"<span>{escape(about)}</span>" if about else ""
    words = "".join(f"<td>{escape(text)}</td>" for text in texts)
    numbers = "".join(f'<td class="number">{number_cell(cell)}</td>' for cell in cells)
    kind = ' class="base"' if base else ""
    return f'<tr{kind}><th scope="row">{escape(name)}{note}</th>{words}{numbers}</tr>'


def number_cell(text: str) -> str:
    """A number, its interval on a line of its own beneath."""
    middle, bracket, interval = text.partition(" (")
    return f"{escape(middle)} <span>({escape(interval)}</span>" if bracket else escape(text)


def number(measure: Measure | None) -> str:
    """A measure with its interval in its unit: "41 % (38–44)", "44.1 min (43.8–44.4)"."""
    if measure is None or measure.mean is None or measure.low is None or measure.high is None:
        return "–"
    if measure.unit == "share":
        return share_with_interval(measure)
    digits = decimals(measure.half_width)
    unit = "" if measure.unit in ("people", "times") else f" {measure.unit}"
    return f"{measure.mean:,.{digits}f}{unit} ({measure.low:,.{digits}f}–{measure.high:,.{digits}f})"


def decimals(half_width: float) -> int:
    """How many decimals an interval can bear: none when it is wide or no interval at all, three at most."""
    return next((digits for digits in range(3) if half_width >= 2 * 10.0**-digits), 3) if half_width > 0 else 0


def points(difference: Difference | None) -> str:
    """A difference of shares in percentage points, signed, with its interval: "+37 (34 to 40)"."""
    if difference is None or difference.difference is None or difference.low is None or difference.high is None:
        return "–"
    mean, low, high = (100 * x for x in (difference.difference, difference.low, difference.high))
    digits = decimals(100 * difference.half_width)
    return f"{mean:+.{digits}f} ({low:+.{digits}f} to {high:+.{digits}f})".replace("-", "−")


def answers(results: Results) -> str:
    """The arms, best first, with what the question asks and what it cost the others."""
    base = results.base
    arms = ranked(results) if results.review is None else [base, *ranked(results)]
    rows = [
        row(arm.name, "" if arm is base else arm.about, answer_cells(results, arm).values(), arm is base)
        for arm in arms
    ]
    heads = list(answer_cells(results, base))
    caption = (
        f"Arms, best for {results.focus} first; 95 % intervals in brackets. Times are of the lives in which they came."
    )
    if POINTS in heads:
        caption += f" Differences are from “{base.name}” on the same draws."
    return table(caption, ["Arm", *heads], rows)


def answer_cells(results: Results, arm: ArmResult) -> dict[str, str]:
    """What the ranked table says of an arm, by the headings of its columns."""
    cells, review = {}, results.review
    if review is not None:
        asked = "lost" if asks_who_was_lost(results) else "saved"
        cells[f"{results.focus} {asked}"] = "–" if arm is results.base else number(answer_of(results, arm))
    if review is None or review.ended_share < 1:
        cells[f"{results.focus} alive at 30 days"] = number(arm.measures[ALIVE])
        cells[POINTS] = points(arm.versus_base.get(ALIVE))
    for name in ("all_home_alive", "carrier_alive", "minutes_to_care"):
        if name in results.base.measures:
            cells[results.base.measures[name].label] = number(arm.measures.get(name))
    return cells


def observations(results: Results) -> str:
    """What was seen, in which window, and in how many of all lives it holds."""
    if results.review is None:
        return ""
    rows = [
        row(
            seen.who,
            "",
            ["–" if seen.held is None else percent(seen.held)],
            texts=[
                seen.sign,
                f"{clock(seen.from_s)} to {clock(seen.until_s)}",
                "throughout" if seen.throughout else "at some moment",
            ],
        )
        for seen in results.review.observed
    ]
    return table(
        "What was seen, and the share of all lives, lived as it was, in which each of it holds.",
        ["Who", "Sign", "Between", "Seen", "holds in"],
        rows,
        texts=4,
    )


def people(results: Results) -> str:
    """For every arm, the share of lives in which each person is alive at 30 days."""
    names = list(results.base.people)
    rows = []
    for arm in results.arms:
        cells = [fate_cell(arm.people.get(name)) for name in names]
        rows.append(row(arm.name, "", cells, arm is results.base))
    caption = "Each person alive at 30 days, by arm; in brackets the 95 % interval."
    return table(caption, ["Arm", *names], rows)


def fate_cell(fate: PersonFate | None) -> str:
    """One person under one arm."""
    return "not there" if fate is None or not fate.with_team else number(fate.alive_at_30_days)


def hardship(results: Results) -> str:
    """What the base cost each person: wounds, collapse, desertion, reserve."""
    rows = [
        row(name, "", [number(fate.wounded), number(fate.collapsed), number(fate.deserted), number(fate.reserve_spent)])
        for name, fate in results.base.people.items()
        if fate.with_team
    ]
    caption = f"What “{results.base.name}” cost each person."
    return table(caption, ["Person", "wounded", "collapsed", "left the team", "reserve spent"], rows)


def causation(results: Results) -> str:
    """PN and PS of what was done, against every alternative."""
    rows = [row(arm.name, "", [number(arm.necessary), number(arm.sufficient)]) for arm in ranked(results)]
    caption = "How often what was done was necessary, and sufficient, for how it ended, against each alternative."
    return table(caption, ["Against", "necessary (PN)", "sufficient (PS)"], rows)


def measures(arm: ArmResult) -> str:
    """All measures of one arm."""
    rows = [row(measure.label, "", [number(measure), f"{measure.n:,}"]) for measure in arm.measures.values()]
    return table(
        f"All measures of “{arm.name}”, with 95 % intervals.", ["Measure", "value", "lives with an answer"], rows
    )


def assumptions(found: Sequence["Assumption"]) -> str:
    """Every number that no source gives, its range, and why it was chosen."""
    rows = [
        row(each.path, "", [], texts=[each.value, " to ".join(each.range) if each.range else "–", each.why])
        for each in found
    ]
    return table("Numbers that no source gives.", ["Quantity", "Value", "Range", "Why"], rows, texts=4)


def provenance(results: Results) -> str:
    """Everything needed to get this result again."""
    facts: Mapping[str, Any] = {
        "command": f"homeward {results.command} {results.scenario} --seed {results.seed} --replicates {results.asked}",
        **results.provenance,
        "wall time": f"{results.wall_s:.1f} s",
    }
    return f"<dl>{''.join(f'<dt>{escape(str(k))}</dt><dd>{escape(str(v))}</dd>' for k, v in facts.items())}</dl>"
