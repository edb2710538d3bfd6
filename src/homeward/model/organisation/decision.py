"""Decisions about a person: dated, with a reason, told by letter or to his face. And exams, and makers of limbs."""

from typing import Annotated

from pydantic import Field

from homeward import units
from homeward.codes import Decision as DecisionKind
from homeward.codes import Trigger
from homeward.model.base import Name, Noun, Words
from homeward.model.organisation.day import DayWritten
from homeward.model.organisation.member import Service
from homeward.model.quantity import FixedNumber, FixedRate, FixedShare, FixedTime, PositiveTime, Time, constant

DecisionWord = Annotated[DecisionKind, Words(DecisionKind, without=("NONE",))]
TriggerWord = Annotated[Trigger, Words(Trigger, without=("NONE",))]


class Decision(Noun):
    """A rule by which a decision is taken about whoever it concerns, on a day that follows what raises it."""

    name: Name
    kind: DecisionWord
    when: TriggerWord = Field(description="What raises it.")
    who: Name | None = Field(None, description="Whom alone it concerns; none: everybody.")
    serves: Service | None = Field(None, description="Which service's people it concerns; none: all.")
    after: Time = Field(constant(0.0, units.TIME), description="From what raises it to the decision.")
    before: FixedTime = Field(constant(0.0, units.TIME), description="For `before term`: how long before the term.")
    chance: FixedShare = Field(constant(1.0, units.SHARE), description="That it is decided; of an appeal: upheld.")
    letter: bool = Field(False, description="Whether it reaches him as a letter.")
    held_back: bool = Field(False, description="Whether the letter waits while he does not respond.")
    bad: FixedNumber = Field(constant(0.0), description="What reading it does: points of distress.")
    taken: bool = Field(True, description="Whether it is taken at all; an arm may say that it is not.")


class Exam(Noun):
    """An exam for a rank."""

    name: Name
    at: DayWritten
    closes: FixedTime = Field(description="How long before it the list of candidates closes.")
    days: int = Field(1, ge=1, le=60, description="How long it lasts.")
    start: Name = Field(alias="from", description="Rank of the candidates.")
    to: Name = Field(description="Rank of those who pass.")
    missions: int = Field(ge=0, le=10_000, description="Missions needed to sit it.")
    proctors: int = Field(ge=0, le=100, description="Fewer are free: fewer places.")
    proctor_rank: Name
    places: int = Field(ge=0, le=100_000)
    passes: FixedShare = Field(description="Chance that a candidate passes.")


class Workshop(Noun):
    """A maker of limbs, and the way to him. How long he takes is the setting's."""

    name: Name
    about: str = ""
    present: bool = Field(True, description="Whether there is one at all.")
    known: bool = Field(False, description="Whether he is known from the start; otherwise somebody must hear of him.")
    away: PositiveTime = Field(description="One way.")
    hazard: FixedRate = Field(description="Hazard of an attack on the road.")
    incident: Name | None = Field(None, description="The [[incident]] that is lived then.")
    seats: int = Field(1, ge=1, le=100, description="Wearers served at a time.")
