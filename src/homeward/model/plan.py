"""The decisions: how to get home, who treats whom, and what is done first."""

from pydantic import Field

from homeward.codes import Evacuation, Formation, Means, Pace
from homeward.model.base import (
    EvacuationWord,
    FormationWord,
    MeansWord,
    Name,
    Noun,
    PaceWord,
    TreatmentWord,
)


class Order(Noun):
    """A treatment for somebody; by anybody able, unless it says by whom."""

    give: TreatmentWord = Field(description="The treatment.")
    to: Name = Field(description="The patient.")
    by: Name | None = Field(None, description="Who must do it; none: the most skilled who is free.")
    stock: int = Field(1, ge=0, le=100, description="How many are in the kit when the incident begins.")


class Plan(Noun):
    """What those who can still decide do."""

    evacuation: EvacuationWord = Field(Evacuation.CARRY, description="The plan for getting home.")
    means: MeansWord = Field(
        Means.ON_THE_BACK, description="How a casualty is moved; fewer able bearers fall back on what they can."
    )
    bearers: int = Field(1, ge=1, le=32, description="Most people who take turns at carrying.")
    pace: PaceWord = Field(Pace.HURRY_AND_REST, description="How those who carry go and rest.")
    steps: int = Field(0, ge=0, le=20, description="God's Steps to take before going on foot.")
    step_user: Name | None = Field(None, description="Who can take them.")
    formation: FormationWord = Field(Formation.NONE, description="How ground is searched before the team enters it.")
    searchers: int = Field(0, ge=0, le=32, description="How many search.")
    refuses_care: bool = Field(False, description="The carrier refuses care until the casualty's fate is known.")
    first_aid: tuple[Order, ...] = Field((), description="Before setting off, in this order.")
    relief_aid: tuple[Order, ...] = Field((), description="When the relief party or the aircraft is there.")
