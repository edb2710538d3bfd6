"""Spans of days as the run meets them: a term that comes back every year, a leave that comes once."""

from typing import Protocol

from homeward.model.organisation.day import DAY_S, MONTHS, YEAR_DAYS, Day
from homeward.model.organisation.run import Run


class FromUntil(Protocol):
    """What begins on a day and ends before another."""

    @property
    def start(self) -> Day:
        """Its first day."""

    @property
    def until(self) -> Day:
        """The first day after it."""


def times_of(run: Run, span: FromUntil) -> list[tuple[int, int]]:
    """Return (from_s, until_s) for each time the run meets a span; from_s may lie before the start (negative)."""
    length_s = run.days * DAY_S
    if not span.start.yearly or not span.until.yearly:
        return [(span.start.at_s, span.until.at_s)] if span.start.at_s < length_s else []
    lasts_s = ((span.until.of_year - span.start.of_year) % YEAR_DAYS or YEAR_DAYS) * DAY_S
    starts = span.start.times(run.date.of_year, length_s, before_s=YEAR_DAYS * DAY_S)
    return [(at_s, at_s + lasts_s) for at_s in starts if at_s + lasts_s > 0]


def date_of(run: Run, day: int) -> str:
    """Return the date of a day of the run, counted from 0: "1 September"."""
    of_year = (run.date.of_year + day) % YEAR_DAYS
    for month, days in MONTHS.items():
        if of_year < days:
            return f"{of_year + 1} {month}"
        of_year -= days
    raise AssertionError("a year has 365 days")
