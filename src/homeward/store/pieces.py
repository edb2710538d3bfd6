"""Pieces of work come back in any order; what is kept is in the order of replicates, whatever the number of threads."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class InOrder(Generic[T]):
    """Passes pieces on in order: each covers replicates `first` to `end`, and together they are 0, 1, 2, ..."""

    def __init__(self, write: Callable[[T], None]) -> None:
        self._write = write
        self._waiting: dict[int, tuple[int, T]] = {}
        self._next = 0
        self._lock = threading.Lock()

    def add(self, first: int, end: int, piece: T) -> None:
        """Write this piece, and those that waited for it, as soon as all before it are written."""
        with self._lock:
            self._waiting[first] = (end, piece)
            while self._next in self._waiting:
                self._next, ready = self._waiting.pop(self._next)
                self._write(ready)
