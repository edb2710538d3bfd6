"""What the code says of itself: sections of scenario files, codes, measures, keys of the JSON."""

import inspect
import json
import re
import typing
from enum import IntEnum
from functools import cache
from pathlib import Path
from types import UnionType

from pydantic import BaseModel

from homeward import codes
from homeward.model.base import word_of
from homeward.model.quantity import Quantity
from homeward.model.scenario import Scenario
from homeward.results import shape
from homeward.results.measures import definitions_for
from homeward.results.sentences import SENTENCES
from homeward.scenario.kinds import KINDS
from homeward.scenario.schema import schema
from homeward.units import DIMENSIONS
from making.commands import output_of
from making.markdown import code, table


@cache
def definitions(kind_of_file: str) -> dict:
    whole = schema(KINDS[kind_of_file])
    return {**whole["$defs"], KINDS[kind_of_file].model.__name__: whole}


def section(subject: str, page: Path) -> str:
    """The keys of one section: what each takes, what stands when it is left out, what it means.

    Its name alone stands for a section of incidents and settings; before others stands their kind, "network Task".
    """
    kind_of_file, _, name = subject.rpartition(" ")
    kind_of_file = kind_of_file or Scenario.KIND
    model = next(each for each in nouns(kind_of_file) if each.__name__ == name)
    known = definitions(kind_of_file)[name]
    rows = []
    for field_name, field in model.model_fields.items():
        key = field.alias or field_name
        takes = kind(known["properties"][key])
        rows.append((f"`{key}`", takes, default(field, key in known.get("required", ())), field.description or ""))
    about = " ".join(inspect.cleandoc(model.__doc__ or "").split())
    return f"{about}\n\n{table(('key', 'takes', 'left out', 'what'), rows)}"


def nouns(kind_of_file: str) -> set[type]:
    """Return every class that files of a kind are made of; a setting's with an incident's."""
    found: set[type] = set()
    waiting: list[typing.Any] = [KINDS[kind_of_file].model]
    while waiting:
        each = waiting.pop()
        if isinstance(each, type) and hasattr(each, "model_fields") and each not in found:
            found.add(each)
            waiting += [field.annotation for field in each.model_fields.values()]
        else:
            waiting += [arg for arg in typing.get_args(each) if isinstance(arg, type) or typing.get_args(arg)]
    return found


def kind(value: dict) -> str:
    """What a key takes, in words."""
    if "anyOf" in value:
        return " or ".join(kind(each) for each in value["anyOf"] if each.get("type") != "null")
    if "$ref" in value:
        return referred(value["$ref"].rsplit("/", 1)[1])
    if "enum" in value:
        return ", ".join(f"`{each}`" for each in value["enum"])
    if value.get("type") == "array":
        inner = value.get("items") or {}
        return f"a list of {kind(inner)}" if inner else "four numbers"
    words = {"string": "words", "integer": "a whole number", "boolean": "`true` or `false`", "object": "a table"}
    return words.get(value.get("type", ""), str(value.get("type", "")))


def referred(name: str) -> str:
    """A quantity with an example of how it is written, or another section."""
    for dimension in DIMENSIONS:
        if " " in name and name.split(" ", 1)[1] == dimension.name.split(" ", 1)[1].split(" (")[0]:
            drawn = "" if name.startswith("fixed") else "; may be drawn"
            return f"{dimension.name}, `{dimension.example}`{drawn}"
    return f"[{name}](#{name.lower()})"


def default(field: typing.Any, required: bool) -> str:
    """What stands when a key is left out."""
    if field.is_required() or required:
        return "must be given"
    value = field.get_default(call_default_factory=True)
    if isinstance(value, Quantity):
        return f"`{value.text}`"
    if isinstance(value, IntEnum):
        return f"`{word_of(value)}`"
    if value in (None, (), "", {}) or isinstance(value, BaseModel):
        return "nothing"
    return f"`{json.dumps(value)}`" if isinstance(value, (bool, int, float, str, tuple, list)) else f"`{value}`"


def units(_: str, page: Path) -> str:
    """Every dimension, the units it may be written in and an example."""
    rows = []
    for each in DIMENSIONS:
        names = ", ".join(f"`{unit}`" if unit else "no unit" for unit in each.units)
        rows.append((each.name, names, f"`{each.example}`", each.base))
    return table(("quantity", "may be written in", "example", "inside"), rows)


def measures(_: str, page: Path) -> str:
    """Every measure, in the order of tables."""
    rows = [(f"`{each.name}`", each.label, each.unit) for each in definitions_for(has_carrier=True)]
    return table(("name in JSON", "what", "unit"), rows)


def code_table(name: str, page: Path) -> str:
    """One enumeration: number, word, meaning. A sentence of the ledger stands in for a comment."""
    enumeration = getattr(codes, name)
    comments = dict(re.findall(r"^    (\w+) = \w+  # (.+)$", inspect.getsource(enumeration), re.MULTILINE))
    rows = []
    for each in enumeration.__members__.values():  # a flag's iteration leaves its combinations out
        told = f"“{SENTENCES[each][1].replace('{e.', '{')}”" if each in SENTENCES and name == "Event" else ""
        rows.append((int(each), f"`{each.name}`", "; ".join(filter(None, (comments.get(each.name, ""), told)))))
    return f"{inspect.getdoc(enumeration)}\n\n{table(('number', 'code', 'meaning'), rows)}"


def keys(name: str, page: Path) -> str:
    """The keys of one object of the JSON."""
    made = getattr(shape, name)
    rows = []
    for key, hint in typing.get_type_hints(made, include_extras=True).items():
        text = re.sub(r"(?:typing(?:_extensions)?|homeward\.results\.shape|builtins)\.", "", written(hint))
        rows.append((f"`{key}`", f"`{text}`", "always" if key in made.__required_keys__ else "sometimes"))
    return f"{inspect.getdoc(made)}\n\n{table(('key', 'type', 'there'), rows)}"


def written(hint: typing.Any) -> str:
    """A type as one would write it."""
    if typing.get_origin(hint) is None:
        return getattr(hint, "__name__", str(hint)).replace("NoneType", "null")
    inner = [written(each) for each in typing.get_args(hint)]
    if isinstance(hint, UnionType) or typing.get_origin(hint) is typing.Union:
        return " or ".join(inner)
    head = getattr(typing.get_origin(hint), "__name__", "")
    return inner[0] if "NotRequired" in str(typing.get_origin(hint)) else f"{head}[{', '.join(inner)}]"


def example(command: str, page: Path) -> str:
    """A command's JSON, cut to its first measures so that its shape can be seen."""
    answer = json.loads(output_of(command))
    answer["provenance"], answer["units"] = {"...": "..."}, {"...": "..."}
    answer["wall_s"] = round(answer["wall_s"], 1)
    for arm in answer["arms"]:
        for key in ("measures", "versus_base"):
            arm[key] = dict(list(arm[key].items())[:2])
        for key in ("variance_reduction", "causes", "death_places", "spreads", "survival", "people"):
            arm[key] = "..."
    answer["observed"] = answer["observed"][:1]
    text = re.sub(r"\{\s+((?:\"\w+\": [-\w.]+,?\s+)+)\}", lambda m: "{" + " ".join(m[1].split()) + "}", dumps(answer))
    return f"`{command}`, with `...` where something was left out:\n\n{code(text, 'json')}"


def dumps(answer: dict) -> str:
    return json.dumps(answer, indent=2, ensure_ascii=False)


MAKERS = {
    "section": section,
    "units": units,
    "measures": measures,
    "codes": code_table,
    "keys": keys,
    "example": example,
}
