"""A scenario: one incident in one setting, what was seen of it, and what might have been done instead."""

from typing import ClassVar, Literal

from pydantic import Field

from homeward.model.base import Name
from homeward.model.hazard import Ambush, Enemy, Pursuit, Trap
from homeward.model.help import Aircraft, Relief, Transport
from homeward.model.observed import Fact, Observation
from homeward.model.person import Person
from homeward.model.plan import Plan
from homeward.model.root import AS_IT_WAS, Assumption, Origin, Root
from homeward.model.route import Place, Route
from homeward.model.setting import Setting
from homeward.model.wound import Wound

MAX_PEOPLE, MAX_OBSERVATIONS = 32, 62
"""What the kernel's tables hold: fates are kept per person, observations as bits of one word."""


class Scenario(Root):
    """One incident in one setting. Read it with `homeward.load`; change it with `with_arm` and `with_sets`."""

    KIND: ClassVar[str] = "incident"

    kind: Literal["incident"] = Field("incident", description="What kind of scenario the file holds.")
    setting: Setting = Field(description="The world it happens in.")
    focus: Name = Field(description="The person asked about.")
    carrier: Name | None = Field(None, description="The person whose fate is reported as the carrier's.")
    person: tuple[Person, ...] = Field(
        min_length=1, max_length=MAX_PEOPLE, description="The people, each with a row of draws of his own."
    )
    place: tuple[Place, ...] = Field(min_length=2, description="The places.")
    route: Route = Field(description="The way home.")
    wound: tuple[Wound, ...] = Field((), description="The wounds.")
    trap: Trap | None = Field(None, description="Something to step on.")
    enemy: Enemy | None = Field(None, description="How attackers and pursuers fight.")
    ambush: Ambush | None = Field(None, description="Attackers who fall upon the team.")
    pursuit: Pursuit | None = Field(None, description="Those who follow.")
    relief: Relief | None = Field(None, description="The party that can be sent out.")
    aircraft: Aircraft | None = Field(None, description="An aircraft that can be called.")
    transport: Transport | None = Field(None, description="What waits on the way.")
    plan: Plan = Field(Plan(), description="What those who can still decide do.")
    observed: tuple[Observation, ...] = Field(
        (), max_length=MAX_OBSERVATIONS, description="What was seen, for a review."
    )
    fact: tuple[Fact, ...] = Field((), description="What the account says, and where the scenario holds it.")

    @property
    def names(self) -> tuple[str, ...]:
        """The people, in the order of the kernel's tables."""
        return tuple(person.name for person in self.person)


__all__ = ["AS_IT_WAS", "MAX_OBSERVATIONS", "MAX_PEOPLE", "Assumption", "Origin", "Scenario"]
