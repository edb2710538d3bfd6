"""The command `homeward warm-up`: compile the kernel now, so that nobody waits for it later. Set-up runs it."""

import time

import typer


def warm_up() -> None:
    """Compile the kernel for this machine, and live a life to see that it works."""
    from homeward.cli.progress import make_kernel_ready
    from homeward.cli.quick_start import leave_scipy_out

    began = time.perf_counter()
    leave_scipy_out()
    make_kernel_ready()
    from homeward.results.life import run
    from homeward.scenario import examples

    run(examples("incident")[0], among=0)
    typer.echo(f"The kernel is ready ({time.perf_counter() - began:.1f} s).")
