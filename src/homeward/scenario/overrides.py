"""Other values for a scenario: an arm's `set`, or one asked for at the command line."""

import tomllib
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from homeward.errors import HomewardError
from homeward.model.base import did_you_mean
from homeward.model.distribution import KEYS, is_quantity
from homeward.scenario.document import Document, Spot, label
from homeward.scenario.locate import Path
from homeward.scenario.mistakes import Mistake


def parse_set(written: str) -> tuple[str, Any]:
    """Read `path=value` as typed at a command line; the value is TOML, or else a plain string.

    >>> parse_set("plan.pace=steady")
    ('plan.pace', 'steady')
    """
    path, equals, value = written.partition("=")
    if not equals or not path.strip():
        raise HomewardError(f"'{written}' sets nothing: write path=value, such as plan.pace=steady")
    try:
        return path.strip(), tomllib.loads(f"value = {value.strip()}")["value"]
    except tomllib.TOMLDecodeError:
        return path.strip(), value.strip()


def flatten(sets: Mapping[str, Any], before: Path = ()) -> dict[Path, Any]:
    """Return key path -> value: `person.Medic.present = true` in an arm's table may be quoted as one key or not."""
    flat: dict[Path, Any] = {}
    for key, value in sets.items():
        if isinstance(value, dict) and value and not is_quantity(value):
            flat.update(flatten(value, (*before, key)))
        else:
            flat[(*before, key)] = value
    return flat


def override(document: Document, sets: Mapping[str, Any], spots: Mapping[str, Spot]) -> list[Mistake]:
    """Set every path of `sets` in the document; return a mistake for each that names nothing or changes nothing."""
    mistakes = []
    for written, value in sets.items():
        wrong = _set(document, written, value, spots[written])
        if wrong:
            mistakes.append(Mistake(wrong, "", written, *spots[written]))
    return mistakes


def _set(document: Document, written: str, value: Any, spot: Spot) -> str:
    path, wrong = _resolve(document, written, spot)
    if wrong:
        return wrong
    old = document.get(path)
    if old == value and type(old) is type(value):
        return f"is {value!r} already, so this changes nothing"
    document.put(path, deepcopy(value), spot)
    return ""


def _resolve(document: Document, written: str, spot: Spot) -> tuple[Path, str]:
    """Turn `person.Medic.present` into a path, making tables that are not written yet; or say what is wrong."""
    path: Path = ()
    words = written.split(".")
    while words:
        value = document.at(path)
        if isinstance(value, list):
            part, used = _item(value, words)
            if part is None:
                names = [label(item) for item in value if label(item)]
                return (), f"there is no '{words[0]}'{did_you_mean(words[0], names)}"
            path, words = (*path, part), words[used:]
        elif isinstance(value, dict):
            path, words = (*path, words[0]), words[1:]
            if words and document.get(path) is None:
                document.put(path, {}, spot)
        elif words[0] in KEYS:
            document.put(path, {"value": value}, spot)
        else:
            return (), f"there is nothing called '{words[0]}' within a single value"
    return path, ""


def _item(items: list[Any], words: list[str]) -> tuple[int | None, int]:
    """Find the item that the next word names, by label or by number."""
    for n, item in enumerate(items):
        if label(item) == words[0]:
            return n, 1
    if words[0].isdigit() and int(words[0]) < len(items):
        return int(words[0]), 1
    return None, 0
