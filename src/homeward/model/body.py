"""The sections of a setting that describe bodies and what weapons do to them."""

from pydantic import Field, FiniteFloat

from homeward.model import quantity as q
from homeward.model.base import Noun


class Bleeding(Noun):
    """Volume, pressure, and the debt that pressure leaves behind."""

    blood_per_mass: q.FixedVolumePerMass = Field(description="Blood volume per body mass.")
    map_normal: q.FixedPressure = Field(description="Mean arterial pressure before wounding.")
    compensation_loss: q.FixedShare = Field(description="Share lost at which pressure begins to fall.")
    collapse_loss: q.FixedShare = Field(description="Share lost at which pressure would be zero.")
    loss_sd: q.FixedShare = Field(description="Standard deviation of both between people.")
    refill_share: q.FixedShare = Field(description="Share of a very slow bleed made good from the tissues.")
    refill_flow: q.FixedFlow = Field(description="Flow at which that share has halved.")
    debt_map: q.FixedPressure = Field(description="Oxygen debt grows below this pressure.")
    debt_limit: q.Debt = Field(description="Debt at which shock is irreversible.")
    rebleed_restores: q.FixedShare = Field(description="Share of the first flow that a rebleed restores.")
    rough_rebleed: q.FixedShare = Field(description="Chance that one rough handling restarts a clotted wound.")


class Awareness(Noun):
    """At which loss, pressure or share of a threat's course awareness falls."""

    lightheaded_loss: q.FixedShare = Field(description="Share of the blood lost at which sight and hearing fade.")
    voice_map: q.FixedPressure = Field(description="Mean arterial pressure below which he answers slurred.")
    pain_map: q.FixedPressure = Field(description="Below which he murmurs.")
    unresponsive_map: q.FixedPressure = Field(description="Below which he does not respond.")
    arrest_map: q.FixedPressure = Field(description="Below which the heart stops.")
    spread: q.FixedNumber = Field(description="Standard deviation between people of a factor on these pressures.")
    upright_factor: q.FixedNumber = Field(description="These pressures when carried upright, relative to lying.")
    threat_lightheaded: q.FixedShare = Field(description="Share of a threat's course at which he is light-headed.")
    threat_voice: q.FixedShare = Field(description="At which he answers slurred.")
    threat_pain: q.FixedShare = Field(description="At which he murmurs.")
    threat_unresponsive: q.FixedShare = Field(description="At which he does not respond.")


class Triss(Noun):
    """Coefficients b0, b1 (RTS), b2 (ISS), b3 (age) of survival."""

    source: str = Field(min_length=1, description="Who says so.")
    blunt: tuple[FiniteFloat, FiniteFloat, FiniteFloat, FiniteFloat] = Field(
        description="b0, b1, b2, b3 after blunt trauma, and for all children."
    )
    penetrating: tuple[FiniteFloat, FiniteFloat, FiniteFloat, FiniteFloat] = Field(
        description="b0, b1, b2, b3 after penetrating trauma."
    )


class Weapons(Noun):
    """What a hit does. The four regions and five severities are relative frequencies."""

    killed: q.FixedShare = Field(description="Share of hits that kill outright.")
    head: q.FixedNumber = Field(description="Relative frequency of hits in the head.")
    chest: q.FixedNumber = Field(description="In the chest.")
    abdomen: q.FixedNumber = Field(description="In the abdomen.")
    limb: q.FixedNumber = Field(description="In a limb.")
    ais_1: q.FixedNumber = Field(description="Relative frequency of AIS 1.")
    ais_2: q.FixedNumber = Field(description="Of AIS 2.")
    ais_3: q.FixedNumber = Field(description="Of AIS 3.")
    ais_4: q.FixedNumber = Field(description="Of AIS 4.")
    ais_5: q.FixedNumber = Field(description="Of AIS 5.")
    head_bleeding: q.Flow = Field(description="Flow of a hit in the head.")
    chest_bleeding: q.Flow = Field(description="In the chest.")
    abdomen_bleeding: q.Flow = Field(description="In the abdomen.")
    limb_bleeding: q.Flow = Field(description="In a limb.")
    clotting: q.Rate = Field(description="Rate at which these flows die away.")
    gait: q.Share = Field(description="How far a hit in the leg impairs walking.")
    chest_kills_in: q.Time = Field(description="Time to death from an open chest wound, untreated.")
