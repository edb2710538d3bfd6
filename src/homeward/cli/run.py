"""The command `homeward run`: one life, told minute by minute."""

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
    from homeward.results.life import Life

Replicate = Annotated[int, option(WHICH, "Which life of that seed: the k-th of a study, exactly.", show_default=True)]
Folder = Annotated[Path | None, option(OUTPUT, "Save chronicle.txt and life.json in this folder.", "--out")]
OutOf = Annotated[int | None, option(HOW_MANY, "The size of the study that life is from.", "--replicates")]

SEVERITY_STYLES = {"good": "green", "serious": "yellow", "critical": "bold red"}


def run(
    scenario: Scenario,
    replicate: Replicate = 0,
    replicates: OutOf = None,
    seed: Seed = 1,
    rng: Generator = Rng.default,
    arm: Arm = None,
    sets: Sets = None,
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
    """
    from homeward.cli.progress import make_kernel_ready
    from homeward.cli.quick_start import leave_scipy_out
    from homeward.cli.saving import Draft, save_life

    options, values = sampling_of(seed, replicates, None, None, threads, rng), sets_of(sets)
    leave_scipy_out()
    from homeward.results.life import AMONG, arm_of, read
    from homeward.results.life import run as ask

    # A mistake in the question is told before a minute is spent on compiling for it.
    chosen = arm_of(read(scenario), arm, values)
    with ExitStack() as stack:
        draft = stack.enter_context(Draft(out)) if out else None
        make_kernel_ready(quiet)
        among = 0 if quiet else AMONG
        life = ask(chosen, replicate=replicate, among=among, **options)
        show(life, json_output, quiet)
        if draft is not None:
            save_life(life, draft)


def show(life: "Life", as_json: bool, quiet: bool) -> None:
    """Print the chronicle, and where this life lies."""
    from homeward.cli.render import print_json, stdout

    if as_json:
        print_json(life.to_json())
        return
    console = stdout()
    console.print(f"{life.title}: life {life.replicate} of seed {life.seed}, {life.arm}", style="bold", markup=False)
    for line in life.chronicle:
        console.print(f"{line.clock:>9}  {line.text}", style=SEVERITY_STYLES.get(line.severity.value), markup=False)
    if life.standing is not None and not quiet:
        console.print(life.standing.sentence(life.focus), markup=False)
