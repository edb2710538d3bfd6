"""Where care is given: facilities, their areas, equipment and stock, and the ways between them."""

from typing import Literal

from pydantic import Field

from homeward import units
from homeward.model import quantity as q
from homeward.model.base import Name, Noun
from homeward.model.network.sourced import Sourced
from homeward.model.network.words import Places

Function = Literal[
    "triage", "resuscitation", "theatre", "icu", "ward", "rehabilitation", "workshop", "waiting", "other"
]


class Facility(Sourced):
    """A place with areas and staff of its own, from a point of injury to a hospital."""

    name: Name
    about: str = ""
    divert_to: Name | None = Field(
        None, description="Facility that takes those turned away; without one they are lost."
    )
    divert_above: int | None = Field(None, ge=0, description="Turned away when this many are inside.")
    divert_time: q.Time | None = Field(None, description="Time to get there; none: at once.")
    hold: q.FixedTime | None = Field(
        None, description="Evacuation policy: a stay longer than this is finished at `evacuate_to`."
    )
    evacuate_to: Name | None = None


class Area(Noun):
    """A functional area and its beds or bays; in every facility it names there is one."""

    name: Name
    facility: Places = Field(min_length=1)
    function: Function = "other"
    beds: int | None = Field(None, ge=0, le=1_000_000, description="Beds, bays, tables or seats; none: any number.")
    closed: int = Field(0, ge=0, description="Beds of these that are shut.")


class Equipment(Noun):
    """Something a task needs while it lasts; every facility it names has its own."""

    name: Name
    facility: Places = Field(min_length=1)
    count: int = Field(ge=1, le=1_000_000)


class Stock(Sourced):
    """Something a task uses up; every facility it names has its own store."""

    name: Name
    facility: Places = Field(min_length=1)
    units: int = Field(ge=0, description="Units at the start.")
    restock: int = Field(0, ge=0, description="Units that come with every delivery.")
    restock_every: q.PositiveTime | None = Field(None, description="Time between deliveries; none: nothing comes.")
    most: int | None = Field(None, ge=0, description="What the store holds; none: any number.")
    blood: bool = Field(False, description="Whether a unit restores blood, as `triage.blood_unit` says.")


class Link(Sourced):
    """A way from one facility to another, driven by a fleet or walked."""

    name: Name
    start: Name = Field(alias="from")
    to: Name
    fleet: Name | None = Field(None, description="Whose vehicles drive it.")
    walk: bool = Field(False, description="Whether people walk or are led; then nobody waits for a vehicle.")
    out: q.Time | None = Field(None, description="Drive to the pick-up, empty.")
    back: q.Time = Field(description="Drive or walk with the patient.")
    stops_bleeding: q.FixedShare = Field(
        q.constant(0.0, units.SHARE), description="Share of the bleeding that lying on the way stops."
    )


class Fleet(Noun):
    """Vehicles that shuttle between facilities."""

    name: Name
    home: Name = Field(description="Facility where they stand when idle: one end of each of their links.")
    count: int = Field(ge=0, le=1_000)
    seats: int = Field(1, ge=1, le=8, description="Patients that one vehicle takes.")
