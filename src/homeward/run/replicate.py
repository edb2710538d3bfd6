"""Many lives: chunks of replicate numbers on a pool of threads, counted as they come, so that memory stays flat.

The kernel holds no lock of Python's, so threads share the cores. What a chunk is reduced to must add up in
whole numbers: then every answer is the same for any number of threads and any size of chunk.
"""

import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from types import FrameType
from typing import Any, Generic, Protocol, Self, TypeVar

import numpy as np

from homeward.codes import FAULT_SENTENCE, Fault
from homeward.errors import HomewardError
from homeward.kernel.lives import relive
from homeward.kernel.tables import FATE, OUTCOME, SAMPLE, World

CHUNK = 4096
"""Lives lived before they are counted: some 30 ms of work, and about 1 MB for each arm of a team of four."""

MUTABLE = ("orders", "people", "wounds", "parties", "calendar", "buckets", "clock", "ledger", "samples")


class Addable(Protocol):
    def __add__(self, other: Self) -> Self: ...


T = TypeVar("T", bound=Addable)
Progress = Callable[[str, int, int], None]
"""Called in the caller's thread with what is being done, how many replicates are done, and of how many."""


def copy_world(template: World) -> World:
    """Return a world with its own copies of what a life changes; the rest is shared with the template."""
    return template._replace(**{name: getattr(template, name).copy() for name in MUTABLE})


def with_clock(template: World, **settings: int) -> World:
    """Return the template with other settings of its clock (see kernel.tables.CLOCK), the original unchanged."""
    clock = template.clock.copy()
    for name, value in settings.items():
        clock[name] = value
    return template._replace(clock=clock)


class Scratch(threading.local):
    """One world per thread and template, made when first needed and used again for every chunk."""

    def __init__(self) -> None:
        self.worlds: dict[int, tuple[World, World]] = {}

    def world_for(self, template: World) -> World:
        # The template is kept beside its world: an id may be used again once its owner is gone.
        kept = self.worlds.get(id(template))
        if kept is None:
            kept = self.worlds[id(template)] = (template, copy_world(template))
        return kept[1]


def live(template: World, world: World, replicates: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Live these replicate numbers, (n,) int64; return (n,) OUTCOME and (n, people) FATE.

    Raises HomewardError, naming the replicate, when the kernel reports a fault.
    """
    outcomes = np.zeros(len(replicates), OUTCOME)
    fates = np.zeros((len(replicates), len(template.people)), FATE)
    relive(template, world, replicates, outcomes, fates)
    if outcomes["fault"].any():
        first = int(np.flatnonzero(outcomes["fault"])[0])
        sentence = FAULT_SENTENCE[Fault(int(outcomes["fault"][first]))]
        raise HomewardError(f"replicate {replicates[first]} of seed {template.clock[0]['seed']}: {sentence}")
    return outcomes, fates


def live_one(template: World, replicate: int) -> tuple[np.ndarray, np.ndarray, np.void]:
    """Live one replicate and keep its ledger; return (n,) LEDGER, (people,) FATE and the OUTCOME row."""
    template = with_clock(template, ledger_on=1)
    world = copy_world(template)
    outcomes, fates = live(template, world, np.asarray([replicate], np.int64))
    return world.ledger[: int(world.clock[0]["ledger"])], fates[0], outcomes[0]


def sample_one(template: World, replicate: int, every_s: int, until_s: int) -> np.ndarray:
    """Live one replicate and return (n,) SAMPLE, a row per person every so often until then or the end of the life."""
    moments = until_s // every_s + 1
    template = with_clock(template, sample_every_s=every_s)
    world = copy_world(template._replace(samples=np.zeros(moments * len(template.people), SAMPLE)))
    # The table holds what was asked for and no more: that it fills up is how the sampling ends, not a fault.
    relive(
        template, world, np.asarray([replicate], np.int64), np.zeros(1, OUTCOME), np.zeros((1, len(world.people)), FATE)
    )
    return world.samples[: int(world.clock[0]["samples"])]


def chunks_of(numbers: np.ndarray | range, size: int = CHUNK) -> Iterator[np.ndarray]:
    """Yield the replicate numbers in pieces of at most `size`, (n,) int64, in order."""
    for start in range(0, len(numbers), size):
        yield np.asarray(numbers[start : start + size], np.int64)


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass
class Counted(Generic[T]):
    """What has been counted so far: the sum (None before the first chunk), and over how many lives."""

    total: T | None = None
    done: int = 0

    def add(self, part: T, lives: int) -> None:
        self.total = part if self.total is None else self.total + part
        self.done += lives


class Crew:
    """A pool of threads, each with its own worlds; use as a context manager.

    While it is entered, the first Ctrl-C only asks it to stop: chunks begun are finished, none is begun after, and
    `stopped` is True. A second Ctrl-C is a KeyboardInterrupt as usual.
    """

    def __init__(self, threads: int | None = None) -> None:
        self.threads = threads or cores()
        self.stopped = False
        self._scratch = Scratch()
        self._pool = ThreadPoolExecutor(self.threads, "homeward")
        self._handler: Any = None

    def __enter__(self) -> Self:
        # Python delivers Ctrl-C to the main thread only; elsewhere there is nothing to catch.
        if threading.current_thread() is threading.main_thread():
            self._handler = signal.signal(signal.SIGINT, self._stop)
        return self

    def __exit__(self, kind: Any, *exc: Any) -> None:
        if self._handler is not None:
            signal.signal(signal.SIGINT, self._handler)
        self._pool.shutdown(wait=kind is None, cancel_futures=True)

    def _stop(self, signum: int, frame: FrameType | None) -> None:
        if self.stopped:
            raise KeyboardInterrupt
        self.stopped = True

    def chunks(self, numbers: np.ndarray | range) -> Iterator[np.ndarray]:
        """Cut replicate numbers into chunks, small enough that no thread waits long for the last one."""
        return chunks_of(numbers, max(1, min(CHUNK, len(numbers) // (4 * self.threads))))

    def live(self, template: World, replicates: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Live these replicates in this thread's own world; see `live`."""
        return live(template, self._scratch.world_for(template), replicates)

    def count(
        self,
        work: Callable[[np.ndarray], T],
        chunks: Iterable[np.ndarray],
        on_done: Callable[[int], None] = lambda lives: None,
    ) -> Counted[T]:
        """Apply `work` to every chunk on all threads and add up what it returns, until done or stopped."""
        counted: Counted[T] = Counted()
        waiting = iter(chunks)
        running: dict[Future[T], int] = {}
        while self._top_up(running, waiting, work):
            self._gather(running, counted, on_done)
        return counted

    def _top_up(
        self, running: dict[Future[T], int], waiting: Iterator[np.ndarray], work: Callable[[np.ndarray], T]
    ) -> bool:
        """Keep one chunk more than there are threads on the way; say whether any is."""
        while len(running) <= self.threads and not self.stopped and (chunk := next(waiting, None)) is not None:
            running[self._pool.submit(work, chunk)] = len(chunk)
        return bool(running)

    @staticmethod
    def _gather(running: dict[Future[T], int], counted: Counted[T], on_done: Callable[[int], None]) -> None:
        """Wait for at least one chunk and add what has come."""
        finished, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in finished:
            lives = running.pop(future)
            counted.add(future.result(), lives)
            on_done(lives)
