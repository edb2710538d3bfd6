"""Plain data to nouns, with every mistake on its line."""

from collections.abc import Mapping
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from homeward.model.base import did_you_mean
from homeward.model.root import Root
from homeward.scenario.document import Document, show
from homeward.scenario.locate import Path
from homeward.scenario.mistakes import Mistake

_WORDS = {
    "missing": "is missing",
    "bool_type": "is true or false",
    "bool_parsing": "is true or false",
    "string_type": "needs words in quotes",
    "int_type": "needs a whole number",
    "int_parsing": "needs a whole number",
    "int_from_float": "needs a whole number",
    "float_type": "needs a number",
    "tuple_type": "needs a list",
    "dict_type": "needs a table",
    "model_type": "needs a table",
    "model_attributes_type": "needs a table",
}


def validate(document: Document, root: type[Root]) -> tuple[Root | None, list[Mistake]]:
    """Return the scenario, or else everything that is wrong with its values."""
    try:
        return root.model_validate(document.data), []
    except ValidationError as error:
        problems = [dict(problem) for problem in error.errors(include_url=False)]
        return None, [_mistake(document, problem, root) for problem in problems if not _follows(problem, problems)]


def _follows(problem: Mapping[str, Any], problems: list[dict[str, Any]]) -> bool:
    """Whether a list is called too short only because what is wrong within its items was told already."""
    path = problem["loc"]
    within = any(len(other["loc"]) > len(path) and other["loc"][: len(path)] == path for other in problems)
    return problem["type"] == "too_short" and within


def _mistake(document: Document, problem: Mapping[str, Any], root: type[Root]) -> Mistake:
    path: Path = tuple(problem["loc"])
    message, hint = explain(problem, root)
    return Mistake(message, hint, show(path, document.data), *document.spot(path))


def explain(problem: Mapping[str, Any], root: type[Root]) -> tuple[str, str]:
    """Return what a problem of pydantic's says in our words, and a hint."""
    path: Path = tuple(problem["loc"])
    if problem["type"] == "extra_forbidden":
        return f"there is no `{path[-1]}` here", did_you_mean(str(path[-1]), keys_at(path[:-1], root))
    return _message(problem), ""


def _message(problem: Mapping[str, Any]) -> str:
    kind, text = problem["type"], str(problem["msg"])
    if kind == "value_error":
        return text.removeprefix("Value error, ")
    if kind == "literal_error":
        return f"needs {problem['ctx']['expected']}, not {problem['input']!r}"
    if kind in ("too_short", "too_long"):
        end = "least" if kind == "too_short" else "most"
        return f"needs at {end} {problem['ctx'].get('min_length', problem['ctx'].get('max_length'))}"
    if kind in _WORDS:
        return _WORDS[kind]
    return text[0].lower() + text[1:]


def keys_at(path: Path, root: type[Root]) -> list[str]:
    """Return the keys that a table at this path may have."""
    model: Any = root
    for part in path:
        if isinstance(part, int):
            continue
        field = next((f for name, f in model.model_fields.items() if part in (name, f.alias)), None)
        model = _model_in(field.annotation) if field else None
        if model is None:
            return []
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for found in map(_model_in, get_args(annotation)) if found is not None), None)
