"""A study: one scenario, many lives, and what came of them. A comparison is the same for several arms at once."""

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from homeward.errors import HomewardError
from homeward.results.arms import PreparedArm, alternatives, arm_of, common_definitions, prepare, read
from homeward.results.enough import live_enough
from homeward.results.keeping import NOTHING, Keeper
from homeward.results.life import timeline_of
from homeward.results.measures import Definition
from homeward.results.paired import Tallies, living, results_of
from homeward.results.results import Results
from homeward.results.sampling import Doubling, Options, Sampling
from homeward.results.summary import difference_of, measure_of
from homeward.run.provenance import provenance
from homeward.run.replicate import Crew, Progress

if TYPE_CHECKING:
    from homeward.model.scenario import Scenario

DEFAULT_MEASURE = "alive_on_arrival"


def quiet(stage: str, done: int, total: int) -> None:
    """The progress of those who do not want to hear of it."""


def study(
    scenario: "Scenario | str | Path",
    *,
    arm: str | None = None,
    sets: Mapping[str, Any] | None = None,
    progress: Progress = quiet,
    keep: Keeper = NOTHING,
    **options: Unpack[Options],
) -> Results:
    """Live a scenario many times and return its measures with their 95 % intervals.

    `scenario` is one that was read, a shipped name or a path; `arm` chooses one of its arms, `sets` replaces values by
    dotted path; `keep` is shown every life. See `Sampling` for the options. Ctrl-C gives partial results. Raises
    HomewardError and ScenarioError.
    """
    began, sampling = time.perf_counter(), Sampling(**options)
    chosen = arm_of(read(scenario), arm, sets)
    about = next((a.about for a in chosen.arms if a.name == chosen.under), "")
    arms = [prepare(chosen, chosen.under, about, sampling)]
    return measured("study", chosen, arms, sampling, progress, began, keep)


def compare(
    scenario: "Scenario | str | Path",
    *,
    arms: Sequence[str] | None = None,
    sets: Mapping[str, Any] | None = None,
    progress: Progress = quiet,
    keep: Keeper = NOTHING,
    **options: Unpack[Options],
) -> Results:
    """Live the same replicates under every arm and return paired differences from the base with 95 % intervals.

    `arms` chooses alternatives by name (None: all); `sets` adds one for the occasion, values by dotted path; `keep` is
    shown every life. See `Sampling` for the options. Ctrl-C gives partial results. Raises HomewardError and
    ScenarioError.
    """
    began, sampling, base = time.perf_counter(), Sampling(**options), read(scenario)
    return measured("compare", base, alternatives(base, arms, sets, sampling), sampling, progress, began, keep)


def measured(
    command: str,
    scenario: "Scenario",
    arms: Sequence[PreparedArm],
    sampling: Sampling,
    progress: Progress,
    began: float,
    keep: Keeper,
) -> Results:
    """Live the arms as often as asked and say what came of it."""
    measure = measure_asked(arms, sampling)
    doubling = Doubling.of(sampling, measure.unit)
    with Crew(sampling.threads) as crew:
        work, threads = living(crew, arms, keep), crew.threads
        tallies, due = live_enough(crew, work, doubling, lambda so_far: widest(measure, arms, so_far), progress)
    return Results(
        command=command,
        replicates=tallies.lives,
        asked=due,
        arms=tuple(results_of(arms, tallies)),
        timeline=timeline_of(arms[0], 0),
        wall_s=time.perf_counter() - began,
        **origin(scenario, arms[0], sampling, threads),
    )


def origin(scenario: "Scenario", base: PreparedArm, sampling: Sampling, threads: int) -> dict[str, Any]:
    """Return what every result says of where it comes from."""
    where = (scenario.name, scenario.sha256, sampling.seed, sampling.rng, sampling.calendar, threads)
    return {
        "scenario": scenario.name,
        "title": scenario.title,
        "scenario_sha256": scenario.sha256,
        "seed": sampling.seed,
        "focus": base.names[base.focus],
        "carrier": base.names[base.carrier] if base.carrier >= 0 else None,
        "provenance": dict(provenance(*where)),
    }


def measure_asked(arms: Sequence[PreparedArm], sampling: Sampling) -> Definition:
    """Return the measure whose precision counts; HomewardError when these arms cannot answer it."""
    asked = sampling.asked(DEFAULT_MEASURE)
    if asked not in common_definitions(arms):
        raise HomewardError(f"{asked.name} needs a carrier: name one in the scenario, or ask for another measure")
    return asked


def widest(asked: Definition, arms: Sequence[PreparedArm], tallies: Tallies) -> float:
    """Return the widest half-interval of a measure: of its differences, or of its mean when there is one arm only."""
    row = common_definitions(arms).index(asked)
    base, *others = tallies.arms
    widths = [difference_of(asked, tally.pairs[row]).half_width for tally in others]
    return max(widths) if widths else measure_of(asked, base.sums[row]).half_width
