"""A day of the calendar: a date that comes back every year ("1 September"), or a time since the start ("14 d")."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from homeward import units
from homeward.model.base import did_you_mean

DAY_S, YEAR_DAYS = 86_400, 365
MONTHS = {
    "January": 31,
    "February": 28,
    "March": 31,
    "April": 30,
    "May": 31,
    "June": 30,
    "July": 31,
    "August": 31,
    "September": 30,
    "October": 31,
    "November": 30,
    "December": 31,
}
"""A year has 365 days: an organisation's calendar does not know which year it is."""

_DATE = re.compile(r"(\d{1,2}) ([A-Za-z]+)")


@dataclass(frozen=True)
class Day:
    """`of_year` counts from 0 (1 January), or is -1; then `at_s` is a time since the start."""

    of_year: int
    at_s: int
    text: str = ""

    @property
    def yearly(self) -> bool:
        """Whether it comes back every year."""
        return self.of_year >= 0

    def times(self, starts_of_year: int, length_s: int, before_s: int = 0) -> list[int]:
        """Return when it comes, in s since the start, from `before_s` before the start until `length_s`.

        starts_of_year: day of the year on which the run starts, 0 to 364.
        """
        if not self.yearly:
            return [self.at_s]
        first = (self.of_year - starts_of_year) % YEAR_DAYS
        years = range(-1 - before_s // (YEAR_DAYS * DAY_S), length_s // (YEAR_DAYS * DAY_S) + 2)
        moments = [(first + year * YEAR_DAYS) * DAY_S for year in years]
        return [at_s for at_s in moments if -before_s <= at_s < length_s]


def read_day(written: Any) -> Day:
    """Return a day from "1 September" or "14 d"; ValueError says what is wrong with it."""
    if isinstance(written, Day):
        return written
    match = _DATE.fullmatch(" ".join(written.split())) if isinstance(written, str) else None
    if match is None or match[2] in units.TIME.units:
        return Day(-1, units.seconds(written), str(written))
    month = next((name for name in MONTHS if name.lower() == match[2].lower()), None)
    if month is None:
        raise ValueError(f"there is no month '{match[2]}'{did_you_mean(match[2], list(MONTHS))}")
    if not 1 <= int(match[1]) <= MONTHS[month]:
        raise ValueError(f"{month} has {MONTHS[month]} days, so there is no {match[1]} {month}")
    before = sum(list(MONTHS.values())[: list(MONTHS).index(month)])
    return Day(before + int(match[1]) - 1, -1, f"{int(match[1])} {month}")


class _ReadsDay:
    """The validator of `DayOfYear`."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            read_day, serialization=core_schema.plain_serializer_function_ser_schema(lambda day: day.text)
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: Callable[..., Any]) -> dict[str, Any]:
        return {"type": "string", "examples": ["1 September", "14 d"]}


DayWritten = Annotated[Day, _ReadsDay()]
"""A date of every year, or a time since the start."""
