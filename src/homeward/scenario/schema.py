"""The JSON Schema of scenario files, for editors that complete and check while one writes."""

from enum import IntEnum
from json import dumps
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from homeward.codes import Sign
from homeward.model.base import word_of
from homeward.model.quantity import Quantity
from homeward.scenario.kinds import INCIDENTS, Kind
from homeward.units import DIMENSIONS, Dimension

DRAFT = "https://json-schema.org/draft/2020-12/schema"


class AsWritten(GenerateJsonSchema):
    """Defaults as one would write them: words, and quantities with their units."""

    def encode_default(self, dft: Any) -> Any:
        if isinstance(dft, Quantity):
            return dft.text
        if isinstance(dft, IntEnum | Sign):
            return word_of(dft)
        return super().encode_default(dft)


def schema(kind: Kind = INCIDENTS) -> dict[str, Any]:
    """Return the schema of files of a kind; quantities share one definition for each dimension."""
    whole = kind.model.model_json_schema(by_alias=True, schema_generator=AsWritten)
    used: set[tuple[str, bool]] = set()
    whole = _refer(whole, used)
    definitions = whole.setdefault("$defs", {})
    for dimension in DIMENSIONS:
        for fixed in (False, True):
            if (dimension.name, fixed) in used:
                definitions[_key(dimension.name, fixed)] = _quantity(dimension, fixed)
                definitions[_plain(dimension)] = _written(dimension)
    for key in sorted(definitions):
        definitions[key] = definitions.pop(key)
    _loosen(whole, kind)
    return {"$schema": DRAFT, **whole, "title": f"Homeward {kind.word}"}


def schema_text(kind: Kind = INCIDENTS) -> str:
    """Return the schema as it is shipped."""
    return dumps(schema(kind), indent=1, ensure_ascii=False) + "\n"


def _loosen(whole: dict[str, Any], kind: Kind) -> None:
    """What files may write and validation no longer sees: a setting by name or adjusted, tables from CSV."""
    adjusted = {
        "type": "object",
        "description": "A setting with some of its entries replaced.",
        "properties": {"from": {"type": "string"}},
        "required": ["from"],
    }
    by_name = {"type": "string", "description": "Name or folder."}
    whole["properties"]["setting"] = {"anyOf": [by_name, adjusted, *_whole_settings(whole["properties"]["setting"])]}
    whole["properties"]["csv"] = {
        "type": "object",
        "description": "Lists that come from CSV files: dotted path of the list to file name.",
        "additionalProperties": {"type": "string"},
    }
    # A list may come from CSV, so that a file is whole without it.
    for listed in kind.from_csv:
        section, _, key = listed.rpartition(".")
        holder = whole["$defs"][section.capitalize()] if section else whole
        holder["required"] = [needed for needed in holder["required"] if needed != key]


def _whole_settings(entry: dict[str, Any]) -> list[dict[str, Any]]:
    """The settings that validation knows: one, or one or none."""
    return [each for each in entry.get("anyOf", [entry]) if "$ref" in each]


def _refer(value: Any, used: set[tuple[str, bool]]) -> Any:
    """Replace the marks that quantities leave by references."""
    if isinstance(value, list):
        return [_refer(item, used) for item in value]
    if not isinstance(value, dict):
        return value
    if "x-quantity" in value:
        mark = value["x-quantity"], value["x-fixed"]
        used.add(mark)
        rest = {key: item for key, item in value.items() if key in ("description", "title", "default")}
        return {"$ref": f"#/$defs/{_key(*mark)}", **rest}
    return {key: _refer(item, used) for key, item in value.items()}


def _key(name: str, fixed: bool) -> str:
    words = name.split(" ", 1)[1].split(" (")[0]
    return f"{'fixed' if fixed else 'drawn'} {words}"


def _plain(dimension: Dimension) -> str:
    return f"plain {_key(dimension.name, True).removeprefix('fixed ')}"


def _written(dimension: Dimension) -> dict[str, Any]:
    """A number with its unit; bare only where the dimension has none."""
    bare: list[dict[str, Any]] = [{"type": "number"}] if dimension.bare else []
    return {"anyOf": [{"type": "string", "examples": [dimension.example]}, *bare]}


def _quantity(dimension: Dimension, fixed: bool) -> dict[str, Any]:
    """A quantity of one dimension: written as a string (or bare number), or as a table."""
    written = {"$ref": f"#/$defs/{_plain(dimension)}"}
    both = {"type": "array", "items": written, "minItems": 2, "maxItems": 2}
    known: dict[str, Any] = {
        "range": {"anyOf": [both, {"type": "string", "examples": [f"{dimension.example} to ..."]}]},
        "source": {"type": "string", "description": "Who says so."},
        "assumption": {"type": "string", "description": "Why it is assumed, where no source gives it."},
    }
    forms = [{"value": written}] if fixed else _forms(written)
    tables = [_table(form, known, written, fixed) for form in forms]
    kind = "the same in every life" if fixed else "drawn anew in every life"
    return {"description": f"{dimension.name[0].upper()}{dimension.name[1:]}, {kind}.", "anyOf": [written, *tables]}


def _table(form: dict[str, Any], known: dict[str, Any], written: dict[str, Any], fixed: bool) -> dict[str, Any]:
    clip = {} if fixed else {"low": written, "high": written}
    return {
        "type": "object",
        "properties": {**clip, **form, **known},
        "required": list(form),
        "additionalProperties": False,
    }


def _forms(written: dict[str, Any]) -> list[dict[str, Any]]:
    number = {"type": "number"}

    def inner(**keys: Any) -> dict[str, Any]:
        return {"type": "object", "properties": keys, "required": list(keys), "additionalProperties": False}

    return [
        {"value": written},
        {"median": written, "spread": number},
        {"mean": written, "sd": written},
        {"low": written, "high": written},
        {"triangular": {"type": "array", "items": written, "minItems": 3, "maxItems": 3}},
        {"weibull": inner(scale=written, shape=number)},
        {"loglogistic": inner(median=written, shape=number)},
        {"exponential": inner(mean=written)},
        {"lognormal": inner(mean=written, variance=number)},
        {"gamma": inner(mean=written, shape=number)},
        {"erlang": inner(mean=written, stages={"type": "integer", "minimum": 1})},
        {"empirical": {"type": "array", "items": written, "minItems": 2}},
    ]
