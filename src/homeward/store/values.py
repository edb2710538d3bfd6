"""The values of replicates as tables: `measures` for what each has one of, a table each for what it has many of."""

import re
from collections.abc import Iterator, Sequence

import numpy as np

from homeward.results.values import ValuedArm
from homeward.store.columns import Chunk, Kind, Words, kind_of
from homeward.store.draft import RunDraft

MEASURES = "measures"

AT_ONCE = 4096
"""Rows of values put into a long table at a time, so that a year of days for a thousand replicates stays small."""


def keep_values(draft: RunDraft, arms: Sequence[ValuedArm]) -> None:
    """Write every column of every arm.

    A column of (n,) becomes one of `measures`; one of (n, a, ...) a table of its name, a row per value, in which
    `place`, `place_2`, ... count from 0 along the further axes.
    """
    names = Words.of([arm.name for arm in arms])
    first: dict[str, Kind] = {"arm": names, "replicate": "i8"}
    flat = {name: values for name, values in arms[0].columns.items() if values.ndim == 1}
    measures = draft.table(MEASURES, {**first, **{name: kind_of(values) for name, values in flat.items()}})
    for k, arm in enumerate(arms):
        measures.add({**whose(k, np.arange(arm.replicates)), **{name: arm.columns[name] for name in flat}})
    for name, values in arms[0].columns.items():
        if values.ndim > 1:
            places: dict[str, Kind] = dict.fromkeys(place_names(values.ndim), "i4")
            table = draft.table(table_name(name), {**first, **places, "value": kind_of(values)})
            for k, arm in enumerate(arms):
                for chunk in long_chunks(k, arm.columns[name]):
                    table.add(chunk)


def long_chunks(arm: int, values: np.ndarray) -> Iterator[Chunk]:
    """Yield (n, a, ...) values as rows."""
    step = max(1, AT_ONCE // max(1, values[0].size)) if len(values) else 1
    for start in range(0, len(values), step):
        some = values[start : start + step]
        replicate, *places = (each.ravel() for each in np.indices(some.shape))
        named = dict(zip(place_names(values.ndim), places, strict=True))
        yield {**whose(arm, replicate + start), **named, "value": some.ravel()}


def whose(arm: int, replicates: np.ndarray) -> dict[str, np.ndarray]:
    return {"arm": np.full(len(replicates), arm), "replicate": replicates}


def place_names(dimensions: int) -> list[str]:
    """Return what the axes after the replicate's are called."""
    return ["place" if axis == 1 else f"place_{axis}" for axis in range(1, dimensions)]


def table_name(column: str) -> str:
    """Return a column's name as that of a file and of a view."""
    return re.sub(r"\W+", "_", column).strip("_") or "values"
