"""Every number that no source gives, found wherever it stands in a scenario or its setting."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from homeward.model.distribution import is_quantity
from homeward.model.network.by_category import ByCategory
from homeward.model.network.patient import Mix
from homeward.model.quantity import Quantity, describe
from homeward.model.root import Assumption, Root
from homeward.scenario.document import Document, show
from homeward.scenario.locate import Path

_CENTRES = {"median": "median", "mean": "mean", "value": "value"}
_INNER = {
    "weibull": "weibull.scale",
    "loglogistic": "loglogistic.median",
    **{shape: f"{shape}.mean" for shape in ("exponential", "lognormal", "gamma", "erlang")},
}


def quantities_of(document: Document) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield the path and table of every quantity that is written as a table."""
    yield from _walk(document.data, ())


def _walk(value: Any, path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    if isinstance(value, dict):
        if is_quantity(value):
            yield path, value
            return
        for key, inner in value.items():
            if path or key != "arm":
                yield from _walk(inner, (*path, key))
    elif isinstance(value, list):
        for n, inner in enumerate(value):
            yield from _walk(inner, (*path, n))


def assumptions_of(document: Document) -> list[Assumption]:
    """Return every assumption of a document."""
    found = []
    for path, table in quantities_of(document):
        if "assumption" in table:
            spot, shown = document.spot(path), show(path, document.data)
            ends = _ends(table.get("range"))
            found.append(
                Assumption(shown, describe(table), ends, table["assumption"], _key(shown, table), spot.file, spot.line)
            )
    return found


def _ends(written: Any) -> tuple[str, str] | None:
    if written is None:
        return None
    low, high = written.split(" to ") if isinstance(written, str) else written
    return str(low), str(high)


def _key(shown: str, table: dict[str, Any]) -> str:
    """The path of the central number; of the whole quantity when it has none."""
    for key in (*_CENTRES, *_INNER):
        if key in table:
            return f"{shown}.{_CENTRES.get(key) or _INNER[key]}"
    return shown


def unfounded(scenario: Root) -> list[str]:
    """Return the path of every number that has neither a source nor an assumption with its range."""
    found = []
    for path, quantity in _quantities_in(scenario, ()):
        if not quantity.is_founded:
            found.append(show(path, scenario.document))
    return found


def _quantities_in(value: Any, path: Path) -> Iterator[tuple[Path, Quantity]]:
    """Every quantity the files gave: the model's own defaults (nothing carried, level ground) stand for themselves."""
    if isinstance(value, Quantity):
        yield path, value
    elif isinstance(value, ByCategory | Mix):
        for key, item in value.written.items():
            yield from _quantities_in(item, (*path, key) if key else path)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _quantities_in(item, (*path, key))
    elif isinstance(value, tuple):
        for n, item in enumerate(value):
            yield from _quantities_in(item, (*path, n))
    elif isinstance(value, BaseModel) and not has_its_reason(value):
        for name in (name for name in type(value).model_fields if name in value.model_fields_set):
            yield from _quantities_in(getattr(value, name), (*path, type(value).model_fields[name].alias or name))


def has_its_reason(table: BaseModel) -> bool:
    """Whether a table founds all its numbers: by a source of its own, or because they are decisions."""
    return bool(getattr(table, "source", "")) or getattr(type(table), "DECIDED", False)
