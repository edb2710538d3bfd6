"""Times of the week: "Monday 06:00", and turns of duty such as "Mon-Fri 07:00-19:00"."""

import re
from collections.abc import Callable
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from homeward.model.base import did_you_mean

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY_S, WEEK_S = 86_400, 604_800

_TURN = re.compile(r"(?:([a-z]+)(?:\s*-\s*([a-z]+))?\s+)?(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})")
_MOMENT = re.compile(r"([a-z]+)\s+(\d{1,2}):(\d{2})")


class Turn(NamedTuple):
    """One turn of duty in s since Monday 00:00; `until_s` may lie in the next week."""

    from_s: int
    until_s: int


def day_of(word: str) -> int:
    """Return the number of a day, Monday 0, from its name or its first three letters; ValueError."""
    for number, day in enumerate(DAYS):
        if word in (day, day[:3]):
            return number
    raise ValueError(f"there is no day '{word}'{did_you_mean(word, list(DAYS))}")


def clock_s(hour: str, minute: str) -> int:
    """Return a time of day in seconds, 24:00 included; ValueError."""
    seconds = 3600 * int(hour) + 60 * int(minute)
    if int(minute) > 59 or seconds > DAY_S:
        raise ValueError(f"'{hour}:{minute}' is no time of day")
    return seconds


def turns_of(written: str) -> list[Turn]:
    """Return the turns that "Mon-Fri 07:00-19:00" stands for, one per day; without days: every day. ValueError."""
    match = _TURN.fullmatch(" ".join(str(written).lower().split()))
    if not match:
        raise ValueError(
            f"'{written}' is no turn of duty: write one such as 'Mon-Fri 07:00-19:00' or 'Sat 22:00-06:00'"
        )
    first = day_of(match[1]) if match[1] else 0
    last = day_of(match[2]) if match[2] else first if match[1] else 6
    start, end = clock_s(match[3], match[4]), clock_s(match[5], match[6])
    if start == end:
        raise ValueError(f"'{written}' begins when it ends; the whole day is '00:00-24:00'")
    length = (end - start) % DAY_S or DAY_S
    days = range(first, first + (last - first) % 7 + 1)
    return [Turn(day % 7 * DAY_S + start, day % 7 * DAY_S + start + length) for day in days]


def say_turns(pieces: list[Turn]) -> str:
    """Write pieces of the week as people do: "daily 19:00-07:00", or day by day, the first few."""
    joined: list[Turn] = []
    for piece in sorted(pieces):
        if joined and joined[-1].until_s == piece.from_s:
            joined[-1] = Turn(joined[-1].from_s, piece.until_s)
        else:
            joined.append(piece)
    if len(joined) > 1 and joined[0].from_s == 0 and joined[-1].until_s == WEEK_S:
        joined[-1] = Turn(joined[-1].from_s, joined.pop(0).until_s + WEEK_S)
    clocks = {(turn.from_s % DAY_S, turn.until_s - turn.from_s) for turn in joined}
    if len(clocks) == 1 and len(joined) == 7:
        return f"daily {_clock(joined[0].from_s)}-{_clock(joined[0].until_s)}"
    said = [
        f"{_day(turn.from_s)} {_clock(turn.from_s)} to {_day(turn.until_s)} {_clock(turn.until_s)}"
        for turn in joined[:3]
    ]
    return ", ".join(said) + (f" and {len(joined) - 3} times more" if len(joined) > 3 else "")


def _clock(at_s: int) -> str:
    return f"{at_s % DAY_S // 3600:02d}:{at_s % 3600 // 60:02d}"


def _day(at_s: int) -> str:
    return DAYS[at_s % WEEK_S // DAY_S][:3].capitalize()


class ReadsTurns:
    """A validator that reads a list of turns of duty, as they are written."""

    def read(self, written: Any) -> tuple[str, ...]:
        """Return the words when every one of them is a turn; ValueError otherwise."""
        if not isinstance(written, list | tuple) or not written:
            raise ValueError("needs a list of turns such as 'Mon-Fri 07:00-19:00'")
        for each in written:
            turns_of(each)
        return tuple(written)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: Callable[..., Any]) -> dict[str, Any]:
        return {"type": "array", "items": {"type": "string", "examples": ["Mon-Fri 07:00-19:00"]}, "minItems": 1}


def _moment_of_week(written: Any) -> int:
    if isinstance(written, int) and not isinstance(written, bool):
        return written
    match = _MOMENT.fullmatch(" ".join(str(written).lower().split()))
    if not match:
        raise ValueError(f"{written!r} is no time of the week: write one such as 'Monday 06:00'")
    return (day_of(match[1]) * DAY_S + clock_s(match[2], match[3])) % WEEK_S


Turns = Annotated[tuple[str, ...], ReadsTurns()]
WeekTime = Annotated[int, BeforeValidator(_moment_of_week, json_schema_input_type=str)]
"""A time of the week, in s since Monday 00:00."""
