"""The command `homeward warm-up`: compile kernels now, so that nobody waits for it later. Set-up runs it."""

import subprocess
import sys
import time
from enum import StrEnum
from typing import Annotated

import typer


class Kernel(StrEnum):
    """What can be compiled: the kernel of a kind of scenario, or all of them."""

    incident = "incident"
    network = "network"
    organisation = "organisation"
    all = "all"


Wanted = Annotated[Kernel, typer.Argument(help="Which kind of scenario to get ready for.")]


def warm_up(kernel: Wanted = Kernel.incident) -> None:
    """Compile a kernel for this machine, and live a replicate to see that it works."""
    from homeward.cli.quick_start import leave_scipy_out

    began = time.perf_counter()
    leave_scipy_out()
    if kernel is Kernel.all:
        get_all_ready()
    else:
        get_ready(kernel.value)
    typer.echo(f"The kernel is ready ({time.perf_counter() - began:.1f} s).")


def get_ready(kind: str) -> None:
    """Compile what this kind needs."""
    from homeward.cli.kinds import teller_of
    from homeward.results.asking import run
    from homeward.scenario import examples, read

    scenario = read(examples(kind)[0])
    teller = teller_of(scenario)
    teller.make_ready(quiet=False)
    run(scenario, **teller.run_options(quiet=True))


def get_all_ready() -> None:
    """Compile the incident's kernel, which years need too, then the others beside each other, in processes apart."""
    get_ready("incident")
    others = [
        subprocess.Popen([sys.executable, "-m", "homeward", "warm-up", kind]) for kind in ("network", "organisation")
    ]
    codes = [each.wait() for each in others]
    if any(codes):
        raise typer.Exit(1)
