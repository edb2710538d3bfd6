"""Beds over time: counted in the first replicates, moment by moment."""

from collections.abc import Iterable

import numpy as np

from homeward.kernel.organisation import Organisation
from homeward.run.network import Lived, live

MOST = 500
"""Replicates in which beds are counted: bands over more look the same."""

TAKEN, WAITING = "census.taken", "census.waiting"
"""Columns (replicates, moments, areas + 1): beds taken, and who waits; last, everybody inside, and all who wait."""


def live_counting(
    template: Organisation, world: Organisation, replicates: np.ndarray
) -> tuple[Lived, dict[str, np.ndarray]]:
    """Live replicates one by one; return what they came to and their census columns."""
    lived, taken, waiting = [], [], []
    for replicate in replicates:
        lived.append(live(template, world, np.asarray([replicate], np.int64)))
        rows = world.census[: int(world.clock[0]["census"])]
        beds, lines = table_of(rows, len(template.areas))
        taken.append(beds)
        waiting.append(lines)
    return Lived.joined(lived), {TAKEN: even(taken), WAITING: even(waiting)}


def table_of(rows: np.ndarray, areas: int) -> tuple[np.ndarray, np.ndarray]:
    """Return (moments, areas + 1) beds taken and patients waiting, from (n,) CENSUS rows."""
    whole = rows["area"] < 0
    moments = int(whole.sum())
    taken, waiting = np.zeros((moments, areas + 1), np.int32), np.zeros((moments, areas + 1), np.int32)
    number = np.searchsorted(rows["at_s"][whole], rows["at_s"])
    place = np.where(whole, areas, rows["area"])
    taken[number, place], waiting[number, place] = rows["taken"], rows["waiting"]
    return taken, waiting


def even(tables: Iterable[np.ndarray]) -> np.ndarray:
    """Return tables of the same width as one array: those of runs that went on longer are cut to the shortest."""
    each = list(tables)
    moments = min(map(len, each))
    return np.stack([table[:moments] for table in each])
