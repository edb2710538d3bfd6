"""The command `homeward compare`."""

from homeward.cli.answering import Telling, answer
from homeward.cli.options import (
    Arms,
    ArmSets,
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
    Threads,
    sampling_of,
    sets_of,
)


def compare(
    scenario: Scenario,
    arms: Arms = None,
    sets: ArmSets = None,
    replicates: Replicates = None,
    precision: Precision = None,
    measure: Measure = None,
    threads: Threads = None,
    seed: Seed = 1,
    rng: Generator = Rng.default,
    json_output: Json = False,
    out: Out = None,
    keep: Keep = False,
    keep_as: KeepAs = None,
    keep_events: KeepEvents = None,
    quiet: Quiet = False,
) -> None:
    """Every alternative on the same draws: what each gains over what was done, with intervals.

    The same random draws under every arm make differences far more exact than independent ones would; the variance
    reduction says how many times more independent lives the same interval would take.

    \b
    homeward compare izumo
    homeward compare izumo --arm "the medic lives" --arm "a steady pace"
    homeward compare izumo --set "relief.called=5 min"
    homeward compare izumo --keep-as gate-arms
    """
    from homeward.cli.keeping import wish_of
    from homeward.cli.kinds import teller_of
    from homeward.results.asking import compare as ask
    from homeward.scenario import read

    chosen, options = read(scenario), sampling_of(seed, replicates, precision, measure, threads, rng)
    values = sets_of(sets)
    wish = wish_of("compare", keep, keep_as, keep_events, measure, values)
    answer(
        chosen,
        lambda progress, keeper: ask(chosen, arms=arms, sets=values, progress=progress, keep=keeper, **options),
        teller_of(chosen).tell_compare,
        Telling(json_output, quiet, out, wish),
    )
