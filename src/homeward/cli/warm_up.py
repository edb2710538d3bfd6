"""The command `homeward warm-up`: compile the kernel now, so that nobody waits for it later. Set-up runs it."""

import time

import typer


def warm_up() -> None:
    """Compile the kernel for this machine."""
    from homeward.cli.progress import compiling, kernel_is_compiled

    began = time.perf_counter()
    if not kernel_is_compiled():
        with compiling():
            live_a_life()
    live_a_life()
    typer.echo(f"The kernel is ready ({time.perf_counter() - began:.1f} s).")


def live_a_life() -> None:
    from homeward.results.life import run
    from homeward.scenario import examples

    run(examples()[0], among=0)
