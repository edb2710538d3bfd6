"""One document laid over another: how a setting builds on another, and an incident adjusts its setting."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from homeward.model.distribution import is_quantity
from homeward.scenario.document import Document, label
from homeward.scenario.locate import Path


def graft(target: Document, path: Path, source: Document, source_path: Path = ()) -> None:
    """Lay what source holds over target: tables are merged, lists by the names of their items, all else is replaced.

    A quantity is replaced as a whole: half of one distribution and half of another would be neither.
    """
    for key, inner_source in _parts(source.at(source_path), source_path):
        item, spot = source.at(inner_source), source.spot(inner_source)
        inner = (*path, _slot(target.at(path), key, item))
        if _is_branch(item) and (target.get(inner) is None or _is_branch(target.get(inner))):
            if target.get(inner) is None:
                target.put(inner, [] if isinstance(item, list) else {}, spot)
            target.spots[inner] = spot
            graft(target, inner, source, inner_source)
        else:
            target.put(inner, deepcopy(item), spot)
            if isinstance(item, dict | list):
                _copy_spots(target, inner, source, inner_source)


def _copy_spots(target: Document, path: Path, source: Document, source_path: Path) -> None:
    for place, spot in source.spots.items():
        if place[: len(source_path)] == source_path:
            target.spots[(*path, *place[len(source_path) :])] = spot


def _parts(value: Any, path: Path) -> Iterator[tuple[Any, Path]]:
    keys: Any = value if isinstance(value, dict) else range(len(value))
    return ((key, (*path, key)) for key in keys)


def _is_branch(value: Any) -> bool:
    if isinstance(value, dict):
        return not is_quantity(value)
    return isinstance(value, list) and bool(value) and all(map(label, value))


def _slot(parent: Any, key: Any, item: Any) -> Any:
    if not isinstance(parent, list):
        return key
    names = [label(known) for known in parent]
    return names.index(label(item)) if label(item) in names else len(parent)
