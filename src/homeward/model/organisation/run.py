"""How long the run is, and on which day of the week and of the year it starts."""

from typing import Literal

from pydantic import Field

from homeward.model.network.sourced import Decided
from homeward.model.organisation.day import DAY_S, DayWritten
from homeward.model.quantity import PositiveTime

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Run(Decided):
    """The run starts at midnight."""

    length: PositiveTime
    date: DayWritten = Field(description="The day of the year on which it starts.")
    weekday: Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] = "Monday"

    patients_most: int = Field(1024, ge=16, le=4_000_000, description="Most patients of the network at once.")

    @property
    def days(self) -> int:
        """Whole days."""
        return int(self.length.a) // DAY_S
