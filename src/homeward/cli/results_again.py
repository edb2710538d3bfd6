"""The commands `homeward results replay` and `homeward results steady`: one replicate again, all of them in time."""

from pathlib import Path
from typing import Annotated

import typer

from homeward.cli.options import OUTPUT, WHICH, Json, Quiet, option
from homeward.cli.results_options import OfArm, RunName, find

DIFFERS = 1

AtPlace = Annotated[
    list[int] | None,
    option(WHICH, "Which of the further places (place_2, ...); once for each.", "--at", metavar="NUMBER"),
]


def replay(
    run: RunName,
    replicate: Annotated[int, typer.Argument(help="Which of its lives.")],
    arm: OfArm = None,
    json_output: Json = False,
    quiet: Quiet = False,
) -> None:
    """Live one life of a run again, from the scenario and the seed that were kept, and hold it against what was kept.

    Exit code 0: it is the same, bit for bit. 1: it is not; what differs is said, and in what this machine, or this
    version, is not the one that kept the run.

    \b
    homeward results replay gate 17
    homeward results replay gate 17 --arm "the medic lives" --quiet
    """
    from homeward.cli.kinds import teller_of
    from homeward.cli.quick_start import leave_scipy_out
    from homeward.cli.render import print_json, stdout
    from homeward.cli.results_answers import replayed

    found = find(run)
    leave_scipy_out()
    from homeward.store.replay import replay as live_again
    from homeward.store.scenarios import scenario_of

    teller_of(scenario_of(found)).make_ready(quiet)
    life = live_again(found, replicate, arm)
    if json_output:
        print_json(life.to_json())
    else:
        for part in replayed(life, quiet):
            stdout().print(part, markup=False)
    if not life.equal:
        raise typer.Exit(DIFFERS)


def steady(
    run: RunName,
    table: Annotated[str, typer.Argument(help="A table with a row per place: by day, or by patient in order.")],
    at: AtPlace = None,
    arm: OfArm = None,
    json_output: Json = False,
    out: Annotated[Path | None, option(OUTPUT, "Save Welch's plot in this folder.")] = None,
) -> None:
    """Where a steady state begins, and the mean after that: what to leave out because the start still shows in it.

    MSER-5 says how many first places to leave out; the mean of the rest has a 95 % interval over replicates (over
    twenty batches when there is one replicate only). When no steady state is in sight, no mean is told.

    \b
    homeward results steady queue census_waiting --at 0
    homeward results steady queue census_waiting --at 0 --out queue
    """
    from homeward.cli.render import print_json, stdout
    from homeward.store.scenarios import arm_named
    from homeward.store.steady import settled

    found = find(run)
    answer = settled(found, table, arm_named(found, arm)["name"], tuple(at or ()))
    if json_output:
        print_json(answer.to_json())
    else:
        for sentence in answer.sentences():
            stdout().print(sentence, markup=False)
    if out is not None:
        from homeward.cli.results_figures import save_welch

        save_welch(found, answer, out)
