"""Wounds: where, how severe, how they bleed, and what else they threaten."""

from typing import Literal

from pydantic import Field

from homeward import units
from homeward.codes import Mechanism, Side, Threat
from homeward.model.base import MechanismWord, Name, Noun, RegionWord, SideWord, ThreatWord
from homeward.model.quantity import FixedShare, Flow, Rate, Share, Time, constant


class Wound(Noun):
    """One wound of one person."""

    name: Name = Field(description="What it is called.")
    who: Name = Field(description="Who has it.")
    made_by: Literal["start", "trap"] = Field("start", description="There from the start, or made by the trap.")
    region: RegionWord = Field(description="Body region of the Injury Severity Score.")
    side: SideWord = Field(
        Side.TRUNK, description="Where on the region: it decides what compresses it and what it slows."
    )
    ais: int = Field(ge=1, le=6, description="Abbreviated Injury Scale, 1 minor to 6 untreatable.")
    mechanism: MechanismWord = Field(Mechanism.PENETRATING, description="Blunt or penetrating, for TRISS.")
    bleeding: Flow | None = Field(None, description="Flow at normal pressure, untreated; none: does not bleed.")
    clotting: Rate | None = Field(None, description="Rate at which the flow dies away by itself; none: it does not.")
    compressible: FixedShare = Field(
        constant(0.0, units.SHARE), description="Share of the flow that pressure from outside reaches."
    )
    amputation: bool = Field(False, description="Whether the limb is gone.")
    threat: ThreatWord = Field(Threat.NONE, description="What else than bleeding makes it kill.")
    kills_in: Time | None = Field(None, description="Time from wounding to death by the threat, untreated.")
    impairment: Share | None = Field(None, description="How far it impairs walking, 0 to 1.")
