"""The calendar: terms of the Academy, leave, curfew."""

from pydantic import Field

from homeward.model.base import Name, Noun
from homeward.model.organisation.day import DayWritten


class Term(Noun):
    """A term of the Academy. Between two terms its teachers are on holiday, and a short-handed desk may take them."""

    name: Name
    start: DayWritten = Field(alias="from")
    until: DayWritten = Field(description="The first day after it.")
    classes: int = Field(ge=0, le=1000, description="Classes that need a teacher on each of its days.")


class Holiday(Noun):
    """Days without school, said so that no day is without a rule."""

    name: Name
    start: DayWritten = Field(alias="from")
    until: DayWritten


class Leave(Noun):
    """Somebody is away, for reasons of his own."""

    who: Name
    start: DayWritten = Field(alias="from")
    until: DayWritten
    about: str = ""


class Curfew(Noun):
    """Days on which nobody may leave the village except on a mission."""

    start: DayWritten = Field(alias="from")
    until: DayWritten
    about: str = ""
