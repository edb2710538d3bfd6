"""Whoever writes a scenario can read what each of its entries means: in the reference, and in an editor's tips."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from homeward.model.scenario import Scenario

pytestmark = pytest.mark.jitless


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the models that an annotation mentions."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from models_in(part)


def nouns_of(model: type[BaseModel], known: set[type[BaseModel]]) -> set[type[BaseModel]]:
    """Return a model and all that its fields hold."""
    if model not in known:
        known.add(model)
        for field in model.model_fields.values():
            for held in models_in(field.annotation):
                nouns_of(held, known)
    return known


@pytest.mark.parametrize("noun", sorted(nouns_of(Scenario, set()), key=lambda noun: noun.__name__))
def test_every_entry_says_what_it_is(noun: type[BaseModel]) -> None:
    assert noun.__doc__
    silent = [name for name, field in noun.model_fields.items() if not field.description]
    assert not silent
