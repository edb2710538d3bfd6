"""The sections of a setting that describe bodies and what weapons do to them."""

from pydantic import Field, FiniteFloat

from homeward.model import quantity as q
from homeward.model.base import Noun


class Bleeding(Noun):
    """Volume, pressure, and the debt that pressure leaves behind."""

    blood_per_mass: q.FixedVolumePerMass
    map_normal: q.FixedPressure
    compensation_loss: q.FixedShare = Field(description="Share lost at which pressure begins to fall.")
    collapse_loss: q.FixedShare = Field(description="Share lost at which pressure would be zero.")
    loss_sd: q.FixedShare = Field(description="Standard deviation of both between people.")
    refill_share: q.FixedShare = Field(description="Share of a very slow bleed made good from the tissues.")
    refill_flow: q.FixedFlow = Field(description="Flow at which that share has halved.")
    debt_map: q.FixedPressure = Field(description="Oxygen debt grows below this pressure.")
    debt_limit: q.Debt = Field(description="Debt at which shock is irreversible.")
    rebleed_restores: q.FixedShare
    rough_rebleed: q.FixedShare = Field(description="Chance that one rough handling restarts a clotted wound.")


class Awareness(Noun):
    """At which loss, pressure or share of a threat's course awareness falls."""

    lightheaded_loss: q.FixedShare
    voice_map: q.FixedPressure
    pain_map: q.FixedPressure
    unresponsive_map: q.FixedPressure
    arrest_map: q.FixedPressure
    spread: q.FixedNumber
    upright_factor: q.FixedNumber
    threat_lightheaded: q.FixedShare
    threat_voice: q.FixedShare
    threat_pain: q.FixedShare
    threat_unresponsive: q.FixedShare


class Triss(Noun):
    """Coefficients b0, b1 (RTS), b2 (ISS), b3 (age) of survival."""

    source: str = Field(min_length=1)
    blunt: tuple[FiniteFloat, FiniteFloat, FiniteFloat, FiniteFloat]
    penetrating: tuple[FiniteFloat, FiniteFloat, FiniteFloat, FiniteFloat]


class Weapons(Noun):
    """What a hit does. The four regions and five severities are relative frequencies."""

    killed: q.FixedShare
    head: q.FixedNumber
    chest: q.FixedNumber
    abdomen: q.FixedNumber
    limb: q.FixedNumber
    ais_1: q.FixedNumber
    ais_2: q.FixedNumber
    ais_3: q.FixedNumber
    ais_4: q.FixedNumber
    ais_5: q.FixedNumber
    head_bleeding: q.Flow
    chest_bleeding: q.Flow
    abdomen_bleeding: q.Flow
    limb_bleeding: q.Flow
    clotting: q.Rate
    gait: q.Share = Field(description="How far a hit in the leg impairs walking.")
    chest_kills_in: q.Time = Field(description="Time to death from an open chest wound, untreated.")
