"""What wounds and what follows: a trap, an ambush, pursuers."""

from pydantic import Field

from homeward.model.base import Moment, Name, Noun
from homeward.model.quantity import (
    FixedArea,
    FixedLength,
    FixedRate,
    FixedShare,
    FixedSpeed,
    FixedTime,
    Length,
    Speed,
    Time,
)


class Trap(Noun):
    """Something to step on, and the search that may find it first.

    Coverage of the search: C = sweep width x speed x time x searchers / area (Koopman 1946).
    """

    at: Moment = Field(description="When the team would step on it.")
    victim: Name = Field(description="Who would step on it.")
    warning: FixedTime = Field(description="From its first sign to its going off.")
    reaction: Time = Field(description="From warning to first movement.")
    dodge: FixedTime = Field(description="Time a body needs to get clear once it moves.")
    sweep_width: FixedLength = Field(description="Effective sweep width of one searcher (Koester 2014).")
    search_speed: FixedSpeed = Field(description="How fast one searcher walks.")
    search_time: FixedTime = Field(description="How long they search.")
    area: FixedArea = Field(description="Ground to be searched.")


class Enemy(Noun):
    """How those who attack fight, whether they lie in wait or follow."""

    fire: FixedRate = Field(description="Hits per attacker per unit of time.")
    surprise: FixedTime = Field(description="Before this the ambushed fire at an area and not at men.")
    area_factor: FixedShare = Field(description="The team's fire meanwhile, relative to aimed.")
    breaks_off: FixedShare = Field(description="Attackers leave when this share of them is left.")


class Ambush(Noun):
    """Attackers who fall upon the team."""

    attackers: int = Field(ge=0, le=500, description="How many attack.")
    at: Moment = Field(description="When they do.")


class Pursuit(Noun):
    """Those who follow."""

    pursuers: int = Field(ge=0, le=500, description="How many follow.")
    lead: Length = Field(description="How far behind they are at the start.")
    speed: Speed = Field(description="How fast.")
    gives_up: FixedLength = Field(description="They turn back this far from the end of the way.")
    loses_trail: Time | None = Field(None, description="Time until they lose the trail; none: never.")
    finds: Time | None = Field(None, description="Time until they find a man left behind.")
