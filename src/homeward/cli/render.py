"""Results as tables on stdout: plain when piped, in colour at a terminal."""

import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rich import box
from rich.console import Console
from rich.table import Table

from homeward.cli.words import NOTHING, in_unit, points, times_fewer, with_interval
from homeward.codes import Cause
from homeward.results.findings import percent, ranked
from homeward.results.phrases import CAUSES
from homeward.results.results import ArmResult, Results

if TYPE_CHECKING:
    from homeward.model.scenario import Scenario

PIPE_WIDTH = 160
"""Columns of a table that goes to a file or another program, which has no width of its own."""


def stdout() -> Console:
    return Console(highlight=False, width=None if sys.stdout.isatty() else PIPE_WIDTH, soft_wrap=False)


def print_json(data: Any) -> None:
    """Print JSON, letters as they are."""
    sys.stdout.write(json.dumps(data, indent=2, ensure_ascii=False) + "\n")


def table(*headings: str, title: str | None = None) -> Table:
    """Return a table whose first column is words and whose others are numbers."""
    made = Table(box=box.SIMPLE_HEAD, title=title, title_justify="left", title_style="bold", pad_edge=False)
    for place, heading in enumerate(headings):
        made.add_column(heading, justify="right" if place else "left", overflow="fold")
    return made


def opening(results: Results) -> str:
    """Return the first line: what it is, of how many lives."""
    return f"{results.title}: {results.command} of {results.replicates:,} lives, seed {results.seed}"


def stopped_early(results: Results) -> str:
    return f"PARTIAL: stopped after {results.replicates:,} of {results.asked:,} lives; every number is of those done."


def study_tables(results: Results) -> list[Table]:
    """Return measures, causes and places of death, and quantiles of times."""
    arm = results.base
    measures = table("measure", "mean (95 % interval)", "lives that answer")
    for measure in arm.measures.values():
        measures.add_row(measure.label, with_interval(measure), f"{measure.n:,}")
    return [measures, *(made for made in (causes_table(arm), places_table(arm), spreads_table(arm)) if made.row_count)]


def causes_table(arm: ArmResult) -> Table:
    made = table("cause of death", "deaths", "of all lives")
    for name, deaths in arm.causes.items():
        made.add_row(CAUSES[Cause[name.upper()]], f"{deaths:,}", percent(deaths / arm.replicates))
    return made


def places_table(arm: ArmResult) -> Table:
    made = table("place of death", "deaths", "of all lives")
    for place in arm.death_places:
        where = f"{place.low_m:,.0f} to {place.high_m:,.0f} m to go" if place.high_m else "after arrival"
        if place.deaths:
            made.add_row(where, f"{place.deaths:,}", percent(place.deaths / arm.replicates))
    return made


def spreads_table(arm: ArmResult) -> Table:
    made = table("minutes, in 5, 25, 50, 75 and 95 % of those lives at most", "5 %", "25 %", "50 %", "75 %", "95 %")
    for name, spread in arm.spreads.items():
        made.add_row(arm.measures[name].label, *(f"{minutes:,.1f}" for minutes in spread.to_json().values()))
    return made


def compare_table(results: Results) -> Table:
    """Return arms, best first: what is gained over the base on the same draws."""
    made = table(
        "arm", "alive at 30 days", "difference", "variance\nreduction", "alive on arrival", "whole team home",
        "carrier alive", "time to care",
    )  # fmt: skip
    for arm in ranked(results):
        gained = arm.versus_base.get("alive_at_30_days")
        made.add_row(
            arm.name,
            with_interval(arm.measures["alive_at_30_days"]),
            points(gained) if gained else "the base",
            times_fewer(gained),
            in_unit(arm.measures["alive_on_arrival"]),
            in_unit(arm.measures["all_home_alive"]),
            in_unit(arm.measures.get("carrier_alive")),
            in_unit(arm.measures["minutes_to_care"]),
        )
    return made


def review_table(results: Results) -> Table:
    """Return alternatives, best first, and last the facts; of the lives that agree with what was seen."""
    answers = [name for name in ("saved", "lost", "necessary", "sufficient") if has_answer(results, name)]
    made = table("what if", *answers, "whole team home", "carrier alive", "time to care")
    for arm in [*ranked(results), results.base]:
        made.add_row(
            arm.name,
            *(with_interval(getattr(arm, name)) for name in answers),
            in_unit(arm.measures["all_home_alive"]),
            in_unit(arm.measures.get("carrier_alive")),
            in_unit(arm.measures["minutes_to_care"]),
            style="dim" if arm is results.base else None,
        )
    return made


def has_answer(results: Results, name: str) -> bool:
    return any(getattr(arm, name) is not None and getattr(arm, name).n for arm in results.arms)


def observed_table(results: Results) -> Table:
    """Return what was seen, and in how many of all lives each of it holds."""
    made = table("what was seen", "from", "until", "holds in")
    assert results.review is not None
    for seen in results.review.observed:
        held = percent(seen.held) if seen.held is not None else NOTHING
        what = f"{seen.who}: {seen.sign}{' throughout' if seen.throughout else ''}"
        made.add_row(what, f"{seen.from_s / 60:g} min", f"{seen.until_s / 60:g} min", held)
    return made


def agreement(results: Results) -> str:
    """Say how many lives agree with what was seen, and how they end."""
    review = results.review
    assert review is not None
    share = percent(review.agreeing / results.replicates)
    end = "all of them" if review.ended_share == 1 else f"{percent(review.ended_share)} of them"
    return f"{review.agreeing:,} lives agree with what was seen ({share}). They end in {review.ended}, {end}."


def scenarios_table(scenarios: "Sequence[Scenario]") -> Table:
    made = Table("scenario", "what happened", "arms", box=box.SIMPLE_HEAD, pad_edge=False)
    for scenario in scenarios:
        made.add_row(scenario.name, f"{scenario.title}. {scenario.about}".strip(), str(len(scenario.arms)))
    return made


def validation_table(rows: Sequence[Any]) -> Table:
    """Return published figures, ours, and a verdict, row by row."""
    made = Table("item", "published", "ours", "tolerance", "verdict", "source", box=box.SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        made.add_row(row.item, row.published, row.ours, row.tolerance, "pass" if row.passed else "FAIL", row.source)
    return made
