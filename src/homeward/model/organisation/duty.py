"""How the desk decides, what the board asks for, and the posts that must be kept."""

from typing import Annotated, Literal

from pydantic import Field

from homeward import units
from homeward.codes import Staffing
from homeward.model.base import Name, Noun, Words
from homeward.model.quantity import FixedNumber, FixedShare, FixedTime, Time, constant

StaffingWord = Annotated[Staffing, Words(Staffing)]
TAKES_TEACHERS = ("never", "on holiday", "always")
"""When a short-handed desk takes teachers; the row is the kernel's code."""


class Post(Noun):
    """Duty that is kept every day: who stands on post is not on a mission. People on restricted duty stand in."""

    name: Name
    serves: Literal["gate", "desk"] = Field(description="The service whose people keep it.")
    people: int = Field(ge=0, le=1000, description="Wanted on every day.")


class Duty(Noun):
    """How the desk decides."""

    staffing: StaffingWord = Field(Staffing.RANK_FIRST, description="Whom a mission takes first.")
    morning: FixedTime = Field(description="Time of day at which the desk decides.")
    rest: FixedTime = Field(description="Rest after a mission, before the next.")
    takes_teachers: Literal["never", "on holiday", "always"] = Field(description="When the desk is short.")
    avoids_convalescent: bool = Field(True, description="Whether those not `fully_fit` go only if nobody else can.")
    medic_in_every_team: bool = Field(False, description="Whether every team must have a medic.")
    medic: Name | None = Field(None, description="The skill that makes a medic.")
    yearly_leave: FixedTime = Field(constant(0.0, units.TIME), description="Everybody's, from a day of his own.")


class Board(Noun):
    """What duty asks of body and mind, and how well the medical board can tell."""

    fit_for_mission: FixedShare = Field(description="Function needed for missions.")
    fit_for_village: FixedShare = Field(description="And for restricted duty in the village.")
    fully_fit: FixedShare = Field(description="Function from which nobody calls him convalescent.")
    reserve_for_mission: FixedShare = Field(description="Share of the deep reserve needed.")
    distress_for_mission: FixedNumber = Field(description="Distress above which nobody is sent.")
    distress_for_village: FixedNumber = Field(description="And above which nobody works in the village.")
    every: FixedTime = Field(description="Time between two boards of one person; 0 d: no board.")
    margin: FixedShare = Field(description="Shown to the board from this much below what is needed.")
    sensitivity: FixedShare = Field(description="Chance that somebody unfit is held.")
    specificity: FixedShare = Field(description="Chance that somebody fit is cleared.")
    false_clear_hazard: FixedNumber = Field(
        constant(1.0), description="Hazard of a mission times this for each who was cleared though unfit."
    )
    renewal: FixedTime = Field(constant(0.0, units.TIME), description="Time off missions to renew what has lapsed.")
    qualified: FixedTime = Field(constant(0.0, units.TIME), description="How long a renewal holds; 0 d: for ever.")


class Fallen(Noun):
    """What becomes of those who do not come back with the team."""

    deserter_returns: FixedShare = Field(constant(0.0, units.SHARE), description="Chance that one who ran comes back.")
    deserter_after: Time = Field(constant(86_400.0, units.TIME), description="After this time.")
    body_found: FixedShare = Field(description="Chance that a body left behind is brought home later.")


class Door(Noun):
    """Where casualties are brought, and as what; or, where no network is laid down, how long acute care takes."""

    facility: Name | None = Field(None, description="None: nothing of the hospital is lived but the time.")
    wounded: Name | None = Field(None, description="The [[condition]] under which the wounded are admitted.")
    exhausted: Name | None = Field(None, description="And those who passed out without a wound; none: the same.")
    stay: Time | None = Field(None, description="Acute care, where there is no facility.")
