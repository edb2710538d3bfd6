"""A care network: what is laid down, and the run that is made of it."""

from typing import ClassVar, Literal

from pydantic import Field

from homeward import units
from homeward.model import quantity as q
from homeward.model.base import Noun
from homeward.model.body import Triss
from homeward.model.network.arrival import Arrival
from homeward.model.network.patient import Condition, Triage
from homeward.model.network.place import Area, Equipment, Facility, Fleet, Link, Stock
from homeward.model.network.sourced import Decided
from homeward.model.network.staff import Shift, Staff
from homeward.model.network.task import Start, Task
from homeward.model.network.week import WeekTime
from homeward.model.root import Root


class CareBleeding(Noun):
    """What a care network asks of a setting about bleeding."""

    map_normal: q.FixedPressure
    compensation_loss: q.FixedShare = Field(description="Share lost at which pressure begins to fall.")
    collapse_loss: q.FixedShare = Field(description="Share lost at which pressure would be zero.")
    loss_sd: q.FixedShare = Field(description="Standard deviation of both between people.")
    debt_map: q.FixedPressure = Field(description="Oxygen debt grows below this pressure.")


class CareAwareness(Noun):
    """What a care network asks of a setting about awareness."""

    voice_map: q.FixedPressure
    pain_map: q.FixedPressure
    unresponsive_map: q.FixedPressure
    arrest_map: q.FixedPressure


class CareSetting(Noun):
    """What a care network asks of a setting: bodies that bleed, and survival on arrival."""

    name: str
    title: str
    about: str = ""
    bleeding: CareBleeding
    awareness: CareAwareness
    triss: Triss


class Run(Decided):
    """How long a network is lived, and from when it is counted."""

    length: q.PositiveTime = Field(description="Arrivals end then.")
    runs_out: bool = Field(False, description="Whether it goes on until the last patient has left.")
    warm_up: q.FixedTime = Field(q.constant(0.0, units.TIME), description="Statistics begin then.")
    starts: WeekTime = Field(0, description="Time of the week at the start, such as `Monday 06:00`.")
    census: q.FixedTime | None = Field(None, description="Time between two counts of beds; none: a 200th of the run.")
    replicates: int = Field(200, ge=1, le=1_000_000, description="Replicates of a study that asks for no other number.")
    patients_most: int = Field(4096, ge=16, le=4_000_000, description="Most patients inside at once.")


class Laydown(Root):
    """Facilities, staff, tasks, ways and arrivals: what a care network and an organisation have in common."""

    setting: CareSetting | None = Field(None, description="Left out: `human` when a body may worsen, else none.")
    triage: Triage = Triage()
    facility: tuple[Facility, ...] = ()
    area: tuple[Area, ...] = ()
    staff: tuple[Staff, ...] = ()
    shift: tuple[Shift, ...] = ()
    equipment: tuple[Equipment, ...] = ()
    stock: tuple[Stock, ...] = ()
    condition: tuple[Condition, ...] = ()
    task: tuple[Task, ...] = ()
    start: tuple[Start, ...] = ()
    link: tuple[Link, ...] = ()
    fleet: tuple[Fleet, ...] = ()
    arrival: tuple[Arrival, ...] = ()


class Network(Laydown):
    """A care network. Read it with `homeward.load`; change it with `with_arm` and `with_sets`."""

    KIND: ClassVar[str] = "network"

    kind: Literal["network"] = Field(description="What kind of scenario the file holds.")
    run: Run
    facility: tuple[Facility, ...] = Field(min_length=1)
    condition: tuple[Condition, ...] = Field(min_length=1)
    task: tuple[Task, ...] = Field(min_length=1)
    arrival: tuple[Arrival, ...] = Field(min_length=1)
