"""Every number that no source gives, found wherever it stands in a scenario or its setting."""

from collections.abc import Iterator
from typing import Any

from homeward.model.distribution import FORMS, KEYS
from homeward.model.quantity import describe
from homeward.model.scenario import Assumption
from homeward.scenario.document import Document, show
from homeward.scenario.locate import Path

_CENTRES = {"median": "median", "mean": "mean", "value": "value"}
_INNER = {"weibull": "weibull.scale", "loglogistic": "loglogistic.median", "exponential": "exponential.mean"}


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


def is_quantity(table: dict[str, Any]) -> bool:
    """Whether a table is a quantity: nothing but the keys of one, and those of a distribution among them."""
    named = any(form <= set(table) for form in FORMS) or {"low", "high"} <= set(table)
    return named and set(table) <= set(KEYS)


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
