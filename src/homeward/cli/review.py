"""The command `homeward review`."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from homeward.cli.answering import answer
from homeward.cli.many_lives import Asked, about_many_lives
from homeward.cli.options import OUTPUT, Arms, ArmSets, Scenario, sets_of

if TYPE_CHECKING:
    from homeward.results.results import Results

NoFigures = Annotated[bool, typer.Option("--no-figures", help="Save nothing.", rich_help_panel=OUTPUT)]


@about_many_lives("measure")
def review(
    scenario: Scenario, asked: Asked, arms: Arms = None, sets: ArmSets = None, *, no_figures: NoFigures = False
) -> None:
    """What would have saved them? Of the lives that agree with what was seen, who lives by doing otherwise.

    Where the facts end in life it says who would have been lost. Pictures and a report are saved in
    homeward-out/review-SCENARIO unless --out says where (or --json or --no-figures say not to).

    \b
    saved       of those who died, the share that lives under the alternative
    lost        of those who lived, the share that dies under it
    necessary   how often what was done was needed for how it ended
    sufficient  of all lives that end otherwise under the alternative, how
                often what was done would have been enough to turn them

    \b
    homeward review izumo
    homeward review izumo --replicates 1000000
    homeward review iruka --arm "carried on foot by three" --json
    homeward review izumo --set plan.pace=steady
    homeward review izumo --keep
    """
    from homeward.cli.saving import default_folder
    from homeward.results.review import review as ask
    from homeward.scenario import read_incident

    chosen, options, values = read_incident(scenario), asked.sampling, sets_of(sets)
    folder = asked.out if asked.out or asked.json_output else default_folder("review", chosen.name)
    answer(
        chosen,
        lambda progress, keeper: ask(chosen, arms=arms, sets=values, progress=progress, keep=keeper, **options),
        tell,
        asked.telling("review", values, None if no_figures else folder),
    )


def tell(results: "Results") -> list[Any]:
    """Return what a review says."""
    from homeward.cli.render import agreement, observed_table, review_table
    from homeward.cli.verdict import DISCLAIMER, verdict

    seen = [observed_table(results)] if results.review and results.review.observed else []
    return [*seen, agreement(results), review_table(results), *verdict(results), DISCLAIMER]
