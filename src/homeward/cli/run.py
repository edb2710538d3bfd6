"""The command `homeward run`: one life, told minute by minute."""

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from homeward.cli.options import (
    HOW_MANY,
    OUTPUT,
    WHICH,
    Arm,
    Generator,
    Json,
    Quiet,
    Rng,
    Scenario,
    Seed,
    Sets,
    Threads,
    option,
    sampling_of,
    sets_of,
)

if TYPE_CHECKING:
    from homeward.cli.kinds import Teller

Replicate = Annotated[int, option(WHICH, "Which life of that seed: the k-th of a study, exactly.", show_default=True)]
Folder = Annotated[Path | None, option(OUTPUT, "Save chronicle.txt and life.json in this folder.", "--out")]
Who = Annotated[str | None, option(WHICH, "Whose year is told, by name. (organisations; default: the first followed)")]
OutOf = Annotated[int | None, option(HOW_MANY, "The size of the study that life is from.", "--replicates")]


def run(
    scenario: Scenario,
    replicate: Replicate = 0,
    replicates: OutOf = None,
    seed: Seed = 1,
    rng: Generator = Rng.default,
    arm: Arm = None,
    sets: Sets = None,
    who: Who = None,
    threads: Threads = None,
    json_output: Json = False,
    out: Folder = None,
    quiet: Quiet = False,
) -> None:
    """One life, minute by minute in plain words, and where it lies among all lives.

    \b
    homeward run izumo --seed 7
    homeward run izumo --replicate 17            life 17 of a study with that seed
    homeward run izumo --arm "the medic lives"   the same life, had it been so
    homeward run izumo --json                    the ledger in words
    homeward run village-year --who Kakashi      one person's year, day by day
    """
    from homeward.cli.kinds import teller_of
    from homeward.cli.quick_start import leave_scipy_out
    from homeward.cli.saving import Draft, save_life
    from homeward.errors import HomewardError

    options, values = sampling_of(seed, replicates, None, None, threads, rng), sets_of(sets)
    leave_scipy_out()
    from homeward.results.asking import read
    from homeward.results.asking import run as ask

    # A mistake in the question is told before a minute is spent on compiling for it.
    chosen = read(scenario)
    chosen = chosen.with_arm(arm) if arm is not None else chosen
    chosen = chosen.with_sets(values) if values else chosen
    teller = teller_of(chosen)
    if who is not None and chosen.KIND != "organisation":
        raise HomewardError(f"--who tells one person's year, and {chosen.name} is of the kind '{chosen.KIND}'")
    asked = {**teller.run_options(quiet), **({"who": who} if who is not None else {})}
    with ExitStack() as stack:
        draft = stack.enter_context(Draft(out)) if out else None
        teller.make_ready(quiet)
        life = ask(chosen, replicate=replicate, **asked, **options)
        show(life, teller, json_output)
        if draft is not None:
            save_life(life, draft, teller.run_pictures(life))


def show(life: Any, teller: "Teller", as_json: bool) -> None:
    """Print the chronicle, and what else is to be said of this life."""
    from homeward.cli.render import print_json, stdout

    if as_json:
        print_json(life.to_json())
        return
    console = stdout()
    console.print(f"{life.title}: life {life.replicate} of seed {life.seed}, {life.arm}", style="bold", markup=False)
    for part in teller.tell_run(life):
        console.print(part, markup=False)
