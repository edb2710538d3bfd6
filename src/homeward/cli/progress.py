"""Progress on stderr: a bar at a terminal, nothing in pipes and logs, and a word while the kernel compiles."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from homeward.run.replicate import Progress

COMPILING = "compiling the simulation kernel for this machine, once"


def make_kernel_ready(quiet: bool = False) -> None:
    """Compile the incident's kernel unless it is compiled, and say so: it takes a minute or more."""
    from homeward.kernel.lives import compile_kernel, is_compiled

    compile_telling(is_compiled, compile_kernel, quiet)


def compile_telling(is_compiled: Callable[[], bool], compile_kernel: Callable[..., None], quiet: bool) -> None:
    """Compile a kernel unless it is compiled, and say so."""
    if is_compiled():
        return
    if quiet:
        compile_kernel()
    elif not sys.stderr.isatty():
        print(f"{COMPILING} ...", file=sys.stderr, flush=True)
        compile_kernel()
    else:
        with bar("stages") as shown:
            task = shown.add_task(COMPILING, total=None)
            compile_kernel(lambda done, of, name: shown.update(task, completed=done, total=of))


@contextmanager
def progress_bar(quiet: bool, things: str = "lives") -> Iterator["Progress"]:
    """Yield what `study`, `compare` and `review` report their progress to."""
    if quiet or not sys.stderr.isatty():
        yield lambda stage, done, total: None
        return
    with bar(things) as shown:
        task = shown.add_task("", total=None)
        yield lambda stage, done, total: shown.update(task, description=stage, completed=done, total=total)


def bar(things: str) -> "Bar":
    """Return a bar that counts things and leaves no trace."""
    from rich import progress
    from rich.console import Console

    columns = (
        progress.SpinnerColumn(),
        progress.BarColumn(),
        progress.TaskProgressColumn(),
        progress.TextColumn(f"{{task.completed:,.0f}} {things}"),
        progress.TimeElapsedColumn(),
        progress.TextColumn("{task.description}"),
    )
    return progress.Progress(*columns, console=Console(stderr=True), transient=True)
