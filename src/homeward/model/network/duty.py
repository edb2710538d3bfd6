"""Who is on duty when."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from homeward.model.network.laydown import Laydown
from homeward.model.network.staff import Shift
from homeward.model.network.week import WEEK_S, Turn, turns_of


def on_duty(shift: Shift, at_s: int) -> bool:
    """Whether a shift is on duty at a time of the week (s since Monday 00:00)."""
    turns = [turn for written in shift.turns for turn in turns_of(written)]
    return any(turn.from_s <= at_s + week < turn.until_s for turn in turns for week in (0, WEEK_S))


def share_on_duty(shift: Shift) -> float:
    """Return the share of the week that a shift is on duty."""
    return sum(turn.until_s - turn.from_s for written in shift.turns for turn in turns_of(written)) / WEEK_S


def at_work(laydown: Laydown, facility: str, at_s: int) -> list[set[str]]:
    """Return the skills of everybody on duty at a facility at a time of the week."""
    shifts = {shift.name: shift for shift in laydown.shift}
    there = [
        entry
        for entry in laydown.staff
        if facility in entry.facility and (entry.shift not in shifts or on_duty(shifts[entry.shift], at_s))
    ]
    return [set(entry.skills) for entry in there for _ in range(entry.count)]


def suffices(wanted: Mapping[str, int], people: Sequence[set[str]]) -> bool:
    """Whether these people can fill all the hands wanted, each one hand (Hall's marriage theorem)."""
    return all(
        sum(wanted[skill] for skill in skills) <= sum(bool(own & set(skills)) for own in people)
        for size in range(1, len(wanted) + 1)
        for skills in combinations(wanted, size)
    )


def hours_without(laydown: Laydown, facility: str, wanted: Mapping[str, int], hours: Sequence[Turn]) -> list[Turn]:
    """Return those of these pieces of the week in which the hands wanted are not on duty."""
    return [turn for turn in hours if not suffices(wanted, at_work(laydown, facility, turn.from_s))]
