"""Staff as individuals with skills and shifts."""

from pydantic import Field

from homeward.model.base import Name, Noun
from homeward.model.network.week import Turns
from homeward.model.network.words import Places


class Shift(Noun):
    """Turns of duty that repeat every week."""

    name: Name
    turns: Turns = Field(description="Such as `Mon-Fri 07:00-19:00`; over midnight when it ends before it begins.")


class Staff(Noun):
    """One member of staff, or several who are alike; every facility it names has its own."""

    name: Name
    facility: Places = Field(min_length=1)
    skills: tuple[Name, ...] = Field(min_length=1)
    count: int = Field(1, ge=0, le=62, description="How many; more than one are called `nurse 1`, `nurse 2` and so on.")
    shift: Name | None = Field(None, description="When they are on duty; none: always.")

    def names(self, facility: str) -> tuple[str, ...]:
        """What each of them is called at one of the facilities."""
        where = f" of {facility}" if len(self.facility) > 1 else ""
        if self.count == 1:
            return (f"{self.name}{where}",)
        return tuple(f"{self.name} {n}{where}" for n in range(1, self.count + 1))
