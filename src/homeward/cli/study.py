"""The command `homeward study`."""

from homeward.cli.answering import Telling, answer
from homeward.cli.options import (
    Arm,
    Generator,
    Json,
    Keep,
    KeepAs,
    KeepEvents,
    Measure,
    Out,
    Precision,
    Quiet,
    Replicates,
    Rng,
    Scenario,
    Seed,
    Sets,
    Threads,
    sampling_of,
    sets_of,
)


def study(
    scenario: Scenario,
    replicates: Replicates = None,
    precision: Precision = None,
    measure: Measure = None,
    threads: Threads = None,
    seed: Seed = 1,
    rng: Generator = Rng.default,
    arm: Arm = None,
    sets: Sets = None,
    json_output: Json = False,
    out: Out = None,
    keep: Keep = False,
    keep_as: KeepAs = None,
    keep_events: KeepEvents = None,
    quiet: Quiet = False,
) -> None:
    """How it goes, over many lives: measures with intervals, causes and places of death, times.

    \b
    homeward study izumo
    homeward study izumo --arm "the medic lives"
    homeward study izumo --set plan.pace=steady --precision "0.5 points"
    homeward study couloir --replicates 1000000 --out couloir-study
    homeward study izumo --keep-as gate      every life, for homeward results
    """
    from homeward.cli.keeping import wish_of
    from homeward.cli.kinds import teller_of
    from homeward.results.asking import study as ask
    from homeward.scenario import read

    chosen, options = read(scenario), sampling_of(seed, replicates, precision, measure, threads, rng)
    values = sets_of(sets)
    wish = wish_of("study", keep, keep_as, keep_events, measure, values)
    answer(
        chosen,
        lambda progress, keeper: ask(chosen, arm=arm, sets=values, progress=progress, keep=keeper, **options),
        teller_of(chosen).tell_study,
        Telling(json_output, quiet, out, wish),
    )
