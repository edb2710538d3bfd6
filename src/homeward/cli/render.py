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
    from homeward.model.root import Root
    from homeward.results.values import ValuedResults

PIPE_WIDTH = 160
"""Columns of a table that goes to a file or another program, which has no width of its own."""

WIDE = 125
"""Columns that a terminal needs for every number to stand beside its interval."""

FURTHER = (
    ("alive on\narrival", "alive_on_arrival"),
    ("whole team\nhome", "all_home_alive"),
    ("carrier\nalive", "carrier_alive"),
    ("time to\ncare", "minutes_to_care"),
)
"""Headings and measures that follow the answer; a narrow terminal has the last two."""


def stdout() -> Console:
    return Console(highlight=False, width=None if sys.stdout.isatty() else PIPE_WIDTH, soft_wrap=False)


def print_json(data: Any) -> None:
    """Print JSON, letters as they are wherever the output can hold them."""
    unicode = (sys.stdout.encoding or "").lower().startswith("utf")
    sys.stdout.write(json.dumps(data, indent=2, ensure_ascii=not unicode) + "\n")


def is_narrow() -> bool:
    """Whether the terminal has no room for every column side by side."""
    return stdout().width < WIDE


def table(*headings: str, title: str | None = None) -> Table:
    """Return a table whose first column is words, which may wrap, and whose others are numbers, which may not."""
    made = Table(box=box.SIMPLE_HEAD, title=title, title_justify="left", title_style="bold", pad_edge=False)
    for place, heading in enumerate(headings):
        made.add_column(heading, justify="right" if place else "left", no_wrap=place > 0)
    return made


def fitted(text: str, narrow: bool) -> str:
    """Put the interval under its number where there is no room beside it."""
    return text.replace(" (", "\n(") if narrow else text


def opening(results: "Results | ValuedResults") -> str:
    """Return the first line: what it is, of how many lives."""
    return f"{results.title}: {results.command} of {results.replicates:,} {things(results)}, seed {results.seed}"


def stopped_early(results: "Results | ValuedResults") -> str:
    done, asked = f"{results.replicates:,}", f"{results.asked:,}"
    return f"PARTIAL: stopped after {done} of {asked} {things(results)}; every number is of those done."


def things(results: "Results | ValuedResults") -> str:
    """What is lived: an incident's lives, a network's or an organisation's replicates."""
    return "lives" if isinstance(results, Results) else "replicates"


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
    narrow = is_narrow()
    further = FURTHER[-2:] if narrow else FURTHER
    headings = [heading for heading, _ in further]
    made = table("arm", "alive at\n30 days", "difference\nin points", "variance\nreduction", *headings)
    for arm in ranked(results):
        gained = arm.versus_base.get("alive_at_30_days")
        made.add_row(
            arm.name,
            fitted(with_interval(arm.measures["alive_at_30_days"]), narrow),
            fitted(points(gained).replace(" points", ""), narrow) if gained else "the base",
            times_fewer(gained),
            *(in_unit(arm.measures.get(name)) for _, name in further),
        )
    return made


def review_table(results: Results) -> Table:
    """Return alternatives, best first, and last the facts; of the lives that agree with what was seen."""
    narrow = is_narrow()
    answers = [name for name in ("saved", "lost", "necessary", "sufficient") if has_answer(results, name)]
    further = FURTHER[-2:] if narrow else FURTHER[1:]
    made = table("what if", *answers, *(heading for heading, _ in further))
    for arm in [*ranked(results), results.base]:
        made.add_row(
            arm.name,
            *(fitted(with_interval(getattr(arm, name)), narrow) for name in answers),
            *(in_unit(arm.measures.get(name)) for _, name in further),
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


def scenarios_table(scenarios: "Sequence[Root]") -> Table:
    made = Table("scenario", "what happened", "arms", box=box.SIMPLE_HEAD, pad_edge=False)
    for scenario in scenarios:
        made.add_row(scenario.name, f"{scenario.title}. {scenario.about}".strip(), str(len(scenario.arms)))
    return made


def validation_table(rows: Sequence[Any]) -> Table:
    """Return published figures, ours, and a verdict, row by row."""
    made = Table("item", "published", "ours", "tolerance", "verdict", "source", box=box.SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        made.add_row(row.item, row.published, row.ours, row.bounds, row.verdict, row.cited)
    return made
