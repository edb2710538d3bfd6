"""Progress on stderr: a bar at a terminal, nothing in pipes and logs, and a word while the kernel compiles."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from homeward.run.replicate import Progress

COMPILING = "compiling the simulation kernel for this machine, once; about a minute"


def kernel_is_compiled() -> bool:
    """Say whether the kernel's machine code is in the cache (or is not used at all)."""
    from homeward.kernel import jit

    if not jit.JIT:
        return True
    return jit.FOLDER is not None and any(jit.FOLDER.rglob("lives.relive-*.nbc"))


@contextmanager
def compiling() -> Iterator[None]:
    """Say that the kernel is being compiled, for as long as it takes."""
    from rich.console import Console

    console = Console(stderr=True)
    if console.is_terminal:
        with console.status(f"{COMPILING} ..."):
            yield
    else:
        print(f"{COMPILING} ...", file=sys.stderr, flush=True)
        yield


@contextmanager
def progress_bar(quiet: bool) -> Iterator["Progress"]:
    """Yield what `study`, `compare` and `review` report their progress to."""
    if quiet or not sys.stderr.isatty():
        if not quiet and not kernel_is_compiled():
            print(f"{COMPILING} ...", file=sys.stderr, flush=True)
        yield lambda stage, done, total: None
        return
    with _bar() as report:
        yield report if kernel_is_compiled() else _saying_what_takes_so_long(report)


def _saying_what_takes_so_long(report: "Progress") -> "Progress":
    """Return a progress whose first stage is called what it mostly is: compiling."""
    first: list[str] = []

    def tell(stage: str, done: int, total: int) -> None:
        first.append(stage)
        report(COMPILING if done == 0 and stage == first[0] else stage, done, total)

    return tell


@contextmanager
def _bar() -> Iterator[Callable[[str, int, int], None]]:
    from rich import progress
    from rich.console import Console

    columns = (
        progress.SpinnerColumn(),
        progress.BarColumn(),
        progress.TaskProgressColumn(),
        progress.TextColumn("{task.completed:,.0f} of {task.total:,.0f} lives"),
        progress.TimeRemainingColumn(compact=True),
        progress.TextColumn("{task.description}"),
    )
    with progress.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("")
        yield lambda stage, done, total: bar.update(task, description=stage, completed=done, total=total)
