"""Staff as individuals with skills and shifts."""

from pydantic import Field

from homeward.model.base import Name, Noun
from homeward.model.network.week import Turns


class Shift(Noun):
    """Turns of duty that repeat every week."""

    name: Name
    turns: Turns = Field(description="Such as `Mon-Fri 07:00-19:00`; over midnight when it ends before it begins.")


class Staff(Noun):
    """One member of staff, or several who are alike."""

    name: Name
    facility: Name
    skills: tuple[Name, ...] = Field(min_length=1)
    count: int = Field(1, ge=0, le=62, description="How many; more than one are called `nurse 1`, `nurse 2` and so on.")
    shift: Name | None = Field(None, description="When they are on duty; none: always.")

    @property
    def names(self) -> tuple[str, ...]:
        """What each of them is called."""
        return (self.name,) if self.count == 1 else tuple(f"{self.name} {n}" for n in range(1, self.count + 1))
