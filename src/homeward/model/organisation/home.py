"""Homes, and who matters to whom."""

from typing import Annotated

from pydantic import Field

from homeward import units
from homeward.codes import Tie as TieKind
from homeward.model.base import Name, Noun, Words
from homeward.model.organisation.member import Names
from homeward.model.quantity import FixedLength, FixedShare, FixedTime, Length, Number, Share, constant

TieWord = Annotated[TieKind, Words(TieKind)]


class Dwelling(Noun):
    """Where somebody lives, as far as a wounded man is concerned."""

    name: Name
    distance: FixedLength = Field(description="From the hospital, on foot.")
    flights: int = Field(0, ge=0, le=50, description="Flights of stairs up to the door.")
    warded: bool = Field(False, description="Whether the door opens only to those whom its owner has taught.")


class Homes(Noun):
    """Where those live who name no [[home]]."""

    distance: Length
    flights: Number = Field(constant(0.0), description="Flights of stairs up to the door.")


class Tie(Noun):
    """What one person is to another: `from` is glad of the visits of `to`, and mourns him."""

    start: Name = Field(alias="from")
    end: Name = Field(alias="to")
    kind: TieWord = Field(description="What `to` is to `from`.")
    strength: FixedShare
    visits: bool = Field(True, description="Whether `to` comes to see `from` when he is hurt.")
    after: FixedTime = Field(constant(0.0, units.TIME), description="But not earlier than this, once he is hurt.")
    cares: bool = Field(False, description="Whether `to` would move in to look after `from`.")
    trusted: bool = Field(False, description="Whether `to` is taught to open the door.")
    mutual: bool = Field(True, description="Whether it is the same the other way, care and trust left out.")


class Bond(Noun):
    """Ties that are made up: so many people of a kind for each member of some cohorts."""

    name: Name
    kind: TieWord
    among: Names = Field(min_length=1, description="Cohorts whose members are tied to one another.")
    each: int = Field(ge=1, le=32, description="Ties that each of them begins.")
    strength: Share
    visits: bool = Field(True, description="Whether they come to see each other when one is hurt.")
