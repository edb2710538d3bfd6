"""What was seen, and what might have been done instead."""

from typing import Any

from pydantic import Field

from homeward.model.base import Moment, Name, Noun, SignWord


class Observation(Noun):
    """A sign of one person within a window of time."""

    who: Name = Field(description="Who was seen.")
    sign: SignWord = Field(description="What was seen of him.")
    start: Moment = Field(alias="from", description="Since when.")
    until: Moment = Field(description="Until when.")
    throughout: bool = Field(False, description="Seen during the whole window, not just at some moment of it.")
    about: str = Field("", description="Who says so, in words.")


class Arm(Noun):
    """The scenario with some of its values replaced: `set = { "person.Medic.present" = true }`."""

    name: str = Field(min_length=1, description="What it is called.")
    about: str = Field("", description="What is done otherwise, in words.")
    set: dict[str, Any] = Field(description="Dotted paths and their other values.")


class Fact(Noun):
    """Something the account says, and where the scenario holds it."""

    says: str = Field(description="What the account says.")
    held_by: str = Field(description="Dotted path of the entry that represents it.")
