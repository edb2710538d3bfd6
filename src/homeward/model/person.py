"""People and ranks. What a person does not say of himself, his rank says for him."""

from typing import Literal

from pydantic import Field

from homeward import units
from homeward.model.base import Name, Noun, SkillWord
from homeward.model.quantity import (
    FixedAge,
    FixedEnergy,
    FixedMass,
    FixedNumber,
    FixedRate,
    FixedShare,
    FixedUptake,
    PositiveLength,
    PositiveMass,
    constant,
)


class Fitness(Noun):
    """What a rank says of those who hold it, and a person of himself."""

    skill: SkillWord | None = Field(None, description="First-aid skill.")
    vo2max: FixedUptake | None = Field(None, description="Maximal oxygen uptake per kg of body mass.")
    wprime: FixedEnergy | None = Field(None, description="Mechanical work he can do above critical power (W').")
    grip: PositiveMass | None = Field(None, description="Grip strength of the stronger hand.")
    fitness_spread: FixedNumber | None = Field(
        None, description="Sigma of the logarithm of his fitness from life to life."
    )
    fire: FixedRate | None = Field(None, description="Attackers he puts out of action per unit of time, aimed.")
    exposure: FixedNumber | None = Field(None, description="Weight with which attackers hit him, 1 for most.")
    desertion: FixedShare | None = Field(None, description="Chance that he runs when the fight begins.")


class Rank(Fitness):
    """A rung of the ladder, lowest first, and what may be taken for granted of those who stand on it."""

    name: Name = Field(description="What the rank is called.")


class Person(Fitness):
    """A named person of the incident."""

    name: Name = Field(description="What everybody calls him.")
    rank: Name = Field(description="A rank of the setting.")
    role: str = Field("", description="What he does in the team, in words.")
    sex: Literal["man", "woman"] | None = Field(None, description="For Nadler's blood volume; needed with `height`.")
    age: FixedAge = Field(description="His age.")
    mass: PositiveMass = Field(description="Body mass.")
    height: PositiveLength | None = Field(None, description="When given, blood volume is Nadler's; otherwise by mass.")
    load: FixedMass = Field(constant(0.0, units.MASS), description="What he carries besides a casualty.")
    carries: bool = Field(True, description="Whether he is able and willing to carry somebody.")
    present: bool = Field(True, description="Whether he is with the team when the incident begins.")
    absent_because: str = Field("", description="Why he is not, in words.")


def trait(person: Person, ranks: tuple[Rank, ...], name: str) -> object:
    """Return a trait of a person: his own, or else his rank's; None when neither says."""
    own = getattr(person, name)
    if own is not None:
        return own
    return next((getattr(rank, name) for rank in ranks if rank.name == person.rank), None)
