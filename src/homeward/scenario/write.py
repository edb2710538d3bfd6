"""A scenario back into TOML, resolved: its setting, its tables and what was set all in one file that reads the same."""

import re
from typing import Any

from homeward.model.distribution import is_quantity
from homeward.model.root import Root

OF_THE_BASE = ("arm", "observed", "fact")

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}


def write(scenario: Root) -> str:
    """Return a TOML text that reads back to an equal scenario, wherever it is put and whatever settings are there.

    Under an arm, or with values set, it is that life alone: other arms, what was seen and facts belong to the base.
    """
    whole = scenario.document
    if scenario.is_base:
        return to_toml(whole)
    return to_toml({key: value for key, value in whole.items() if key not in OF_THE_BASE})


def to_toml(data: dict[str, Any]) -> str:
    """Return plain data (str, bool, int, float, list, dict) as TOML."""
    lines: list[str] = []
    _table(lines, (), data)
    return "\n".join(lines).strip() + "\n"


def _table(lines: list[str], path: tuple[str, ...], table: dict[str, Any]) -> None:
    """Values first, then tables, then arrays of tables: in TOML a header ends what stands before it."""
    headed = {key: value for key, value in table.items() if _needs_header(value)}
    lines += [f"{_key(key)} = {_value(value)}" for key, value in table.items() if key not in headed]
    for key, value in headed.items():
        inner = (*path, key)
        name = ".".join(map(_key, inner))
        for item in value if isinstance(value, list) else [value]:
            lines += ["", f"[[{name}]]" if isinstance(value, list) else f"[{name}]"]
            _table(lines, inner, item)


def _needs_header(value: Any) -> bool:
    if isinstance(value, dict):
        return not is_quantity(value)
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _string(key)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(key)} = {_value(item)}" for key, item in value.items()) + " }"
    return repr(value)


def _string(text: str) -> str:
    escaped = "".join(_ESCAPES.get(c) or (c if c.isprintable() else f"\\U{ord(c):08X}") for c in text)
    return f'"{escaped}"'
