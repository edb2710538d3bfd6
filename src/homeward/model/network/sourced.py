"""Numbers that share a source, and numbers that need none."""

from typing import ClassVar

from pydantic import Field

from homeward.model.base import Noun


class Sourced(Noun):
    """A table whose numbers may be founded together."""

    source: str = Field("", description="Who says so: stands for every number here that has no source of its own.")


class Decided(Noun):
    """A table of decisions: how long to look, when to begin. No source can be asked for them."""

    DECIDED: ClassVar[bool] = True
