"""Living until there is enough: a number of replicates, or a precision, or Ctrl-C."""

from collections.abc import Callable
from typing import Protocol, Self, TypeVar

import numpy as np

from homeward.errors import Interrupted
from homeward.results.sampling import Doubling
from homeward.run.replicate import Crew, Progress


class Counts(Protocol):
    """What lives are counted into."""

    @property
    def lives(self) -> int: ...

    def __add__(self, other: Self) -> Self: ...


T = TypeVar("T", bound=Counts)


def live_enough(
    crew: Crew,
    work: Callable[[np.ndarray], T],
    doubling: Doubling,
    half_width: Callable[[T], float],
    progress: Progress,
) -> tuple[T, int]:
    """Give replicates 0, 1, ... to `work` until they are as many as asked or their interval is narrow.

    Also returns how many were due; fewer are done when it was stopped. Raises Interrupted when none are.
    """
    counts: T | None = None
    while True:
        done = counts.lives if counts else 0
        report = reporter(progress, done, doubling.aim)
        more = crew.count(work, crew.chunks(range(done, doubling.aim)), report).total
        counts = counts + more if counts and more else counts or more
        if counts is None:
            raise Interrupted("stopped before a single life was counted: let it run a little longer")
        if crew.stopped or doubling.reached(counts.lives, half_width(counts)):
            return counts, doubling.aim


def reporter(progress: Progress, done: int, total: int) -> Callable[[int], None]:
    """Return what counts lives up from `done` and tells the progress."""
    count = done

    def report(lives: int) -> None:
        nonlocal count
        count += lives
        progress("living", count, total)

    report(0)
    return report
