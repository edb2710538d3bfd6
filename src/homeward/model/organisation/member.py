"""Those who serve: members by name, and cohorts whose members are made up at lowering."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from homeward import units
from homeward.model.base import Name, Noun
from homeward.model.organisation.day import DayWritten
from homeward.model.person import Fitness
from homeward.model.quantity import (
    FixedAge,
    FixedMass,
    FixedShare,
    FixedTime,
    Number,
    PositiveLength,
    PositiveMass,
    Quantity,
    Time,
    Wants,
    constant,
)

Service = Literal["missions", "academy", "gate", "desk", "hospital"]
"""What somebody serves in: the desk sends only those who serve in missions, and the others when it is short."""


def _listed(written: Any) -> Any:
    """A list from a cell of a CSV table: names with semicolons between them."""
    return [name.strip() for name in written.split(";")] if isinstance(written, str) else written


Names = Annotated[tuple[Name, ...], BeforeValidator(_listed)]
DrawnAge = Annotated[Quantity, Wants(units.AGE)]
DrawnMass = Annotated[Quantity, Wants(units.MASS, above_zero=True)]


class Hurt(Noun):
    """A wound from before the run begins."""

    iss: int = Field(ge=1, le=75, description="Injury Severity Score.")
    ago: FixedTime = Field(description="How long ago he left acute care.")
    limb_lost: bool = False


class Member(Fitness):
    """Somebody of the organisation, by name."""

    name: Name
    rank: Name
    role: str = ""
    serves: Service = "missions"
    skills: Names = Field((), description="Skills that missions and posts ask for.")
    sex: Literal["man", "woman"] | None = Field(None, description="For Nadler's blood volume; needed with `height`.")
    age: FixedAge
    mass: PositiveMass
    height: PositiveLength | None = None
    load: FixedMass = Field(constant(0.0, units.MASS), description="What he carries on a mission.")
    missions: int = Field(0, ge=0, le=10_000, description="Missions before the run begins; exams ask for them.")
    present: bool = Field(True, description="Whether he is there at all; an arm may say that he is not.")
    reserve: FixedShare = Field(constant(1.0, units.SHARE), description="Share of his deep reserve at the start.")
    hurt: Hurt | None = None
    reassigned: bool = Field(False, description="Relieved from active duty before the run begins.")
    qualified_until: DayWritten | None = Field(None, description="When his qualification for missions lapses.")
    home: Name | None = Field(None, description="A [[home]]; none: a room like anybody's.")


class Recent(Noun):
    """How many of a cohort are hurt when the run begins, and how badly."""

    share: FixedShare
    iss: Number = Field(description="Injury Severity Score of each who is hurt.")
    ago: Time = Field(description="How long ago each left acute care.")


class SkillShare(Noun):
    """How many of a cohort have a skill."""

    name: Name
    share: FixedShare


class Cohort(Noun):
    """People who are alike: `chuunin 1`, `chuunin 2` ... are made up when the scenario is lowered.

    What is drawn for a member depends on his own name alone, so that one more of them changes no other.
    """

    name: Name
    count: int = Field(ge=0, le=2_000_000)
    rank: Name
    about: str = ""
    serves: Service = "missions"
    skills: tuple[SkillShare, ...] = Field((), description="Share of them who have each skill.")
    age: DrawnAge
    mass: DrawnMass
    load: FixedMass = Field(constant(0.0, units.MASS), description="What each carries on a mission.")
    missions: Number = Field(constant(0.0), description="Missions of each before the run begins.")
    hurt: Recent | None = None
