"""What was seen, and what might have been done instead."""

from typing import Any

from pydantic import Field

from homeward.model.base import Moment, Name, Noun, SignWord


class Observation(Noun):
    """A sign of one person within a window of time."""

    who: Name
    sign: SignWord
    start: Moment = Field(alias="from")
    until: Moment
    throughout: bool = Field(False, description="Seen during the whole window, not just at some moment of it.")
    about: str = ""


class Arm(Noun):
    """The scenario with some of its values replaced: `set = { "person.Medic.present" = true }`."""

    name: str = Field(min_length=1)
    about: str = ""
    set: dict[str, Any]


class Fact(Noun):
    """Something the account says, and where the scenario holds it."""

    says: str
    held_by: str = Field(description="Dotted path of the entry that represents it.")
