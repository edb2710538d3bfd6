"""Tables of results whose replicates each have values: networks and organisations."""

from typing import Any

from rich.table import Table

from homeward.cli.render import table
from homeward.cli.words import in_unit, points, times_fewer, with_interval
from homeward.results.valued_report import BY_CHANCE
from homeward.results.values import ValuedArm, ValuedResults, can_be_told


def study_tables(results: ValuedResults) -> list[Any]:
    """Return every measure of the one arm; those that nobody could answer, or that came to nothing, are only named."""
    made = table("measure", "mean (95 % interval)", "replicates that answer")
    nothing = []
    for measure in results.base.measures.values():
        if not measure.mean:
            nothing.append(measure.label)
        else:
            made.add_row(measure.label, with_interval(measure), f"{measure.n:,}")
    never = [f"Never, in any replicate: {'; '.join(nothing)}."] if nothing else []
    return [f"Arm: {results.base.name}", made, *never, *results.remarks]


def compare_tables(results: ValuedResults) -> list[Any]:
    """Return a table per alternative: what can be told from nothing, of the measures on the same draws."""
    parts: list[Any] = []
    for arm in results.arms[1:]:
        parts += [arm_table(results.base, arm), same_sentence(arm)]
    return [*parts, BY_CHANCE, *results.remarks]


def arm_table(base: ValuedArm, arm: ValuedArm) -> Table:
    """Return the measures in which an arm differs from the base."""
    made = table("measure", "the base", "this arm", "difference", "variance\nreduction", title=arm.name)
    for name, difference in arm.versus_base.items():
        if can_be_told(difference):
            ours, theirs = arm.measures[name], base.measures[name]
            made.add_row(ours.label, in_unit(theirs), in_unit(ours), points(difference), times_fewer(difference))
    return made


def same_sentence(arm: ValuedArm) -> str:
    """Say which measures cannot be told from the base."""
    same = [arm.measures[name].label for name, difference in arm.versus_base.items() if not can_be_told(difference)]
    if not same:
        return "Every measure differs from the base."
    few = ", ".join(same[:6])
    more = f" and {len(same) - 6} more" if len(same) > 6 else ""
    return f"No difference that {arm.replicates:,} replicates could tell from nothing: {few}{more}."
