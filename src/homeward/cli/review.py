"""The command `homeward review`."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from homeward.cli.answering import Telling, answer
from homeward.cli.options import (
    OUTPUT,
    Arms,
    ArmSets,
    Generator,
    Json,
    Keep,
    KeepAs,
    KeepEvents,
    Out,
    Precision,
    Quiet,
    Replicates,
    Rng,
    Scenario,
    Seed,
    Threads,
    sampling_of,
    sets_of,
)

if TYPE_CHECKING:
    from homeward.results.results import Results

NoFigures = Annotated[bool, typer.Option("--no-figures", help="Save nothing.", rich_help_panel=OUTPUT)]


def review(
    scenario: Scenario,
    arms: Arms = None,
    sets: ArmSets = None,
    replicates: Replicates = None,
    precision: Precision = None,
    threads: Threads = None,
    seed: Seed = 1,
    rng: Generator = Rng.default,
    json_output: Json = False,
    out: Out = None,
    no_figures: NoFigures = False,
    keep: Keep = False,
    keep_as: KeepAs = None,
    keep_events: KeepEvents = None,
    quiet: Quiet = False,
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
    from homeward.cli.keeping import wish_of
    from homeward.cli.saving import default_folder
    from homeward.results.review import review as ask
    from homeward.scenario import read_incident

    chosen, options = read_incident(scenario), sampling_of(seed, replicates, precision, None, threads, rng)
    values = sets_of(sets)
    wish = wish_of("review", keep, keep_as, keep_events, None, values)
    folder = out if out or json_output else default_folder("review", chosen.name)
    answer(
        chosen,
        lambda progress, keeper: ask(chosen, arms=arms, sets=values, progress=progress, keep=keeper, **options),
        tell,
        Telling(json_output, quiet, None if no_figures else folder, wish),
    )


def tell(results: "Results") -> list[Any]:
    """Return what a review says."""
    from homeward.cli.render import agreement, observed_table, review_table
    from homeward.cli.verdict import DISCLAIMER, verdict

    seen = [observed_table(results)] if results.review and results.review.observed else []
    return [*seen, agreement(results), review_table(results), *verdict(results), DISCLAIMER]
