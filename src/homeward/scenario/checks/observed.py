"""Observations: they can all be true of one life."""

from collections.abc import Iterator
from itertools import combinations

from homeward.codes import Sign
from homeward.model.base import word_of
from homeward.model.observed import Observation
from homeward.model.scenario import Scenario
from homeward.scenario.checks.problem import Problem, unknown
from homeward.units import TIME, say

EVENTS = Sign.ARRIVED | Sign.COLLAPSED | Sign.SURVIVED


def observations(scenario: Scenario) -> Iterator[Problem]:
    """Each observation is of somebody who was there, in a window that ends after it begins."""
    absent = {person.name for person in scenario.person if not person.present}
    for n, seen in enumerate(scenario.observed):
        path = ("observed", n)
        yield from unknown((*path, "who"), "person", seen.who, scenario.names)
        if seen.who in absent:
            yield Problem((*path, "who"), f"'{seen.who}' is not present, so nothing can be seen of him")
        if seen.until < seen.start:
            yield Problem((*path, "until"), "the window ends before it begins", f"; it begins at {when(seen.start)}")
        if seen.throughout and seen.sign & EVENTS:
            yield Problem((*path, "throughout"), f"'{word_of(seen.sign)}' happens at one moment", "; leave it out")


def contradictions(scenario: Scenario) -> Iterator[Problem]:
    """No two observations of one person exclude each other."""
    for (m, first), (n, second) in combinations(enumerate(scenario.observed), 2):
        if first.who == second.who and first.start <= first.until and second.start <= second.until:
            why = exclude(first, second) or exclude(second, first)
            if why:
                yield Problem(("observed", max(m, n)), f"contradicts '{describe(first)}': {why}")


def exclude(one: Observation, other: Observation) -> str:
    """Say why two observations of one person cannot both be true; "" when they can."""
    if one.sign == Sign.SURVIVED and other.sign == Sign.NO_PULSE:
        return "nobody comes back from having no pulse"
    if one.sign & EVENTS or other.sign & EVENTS:
        apart = one.until < other.start or other.until < one.start
        return "it happens once, and the windows do not meet" if one.sign == other.sign and apart else ""
    if one.sign == Sign.NO_PULSE and not other.sign & Sign.NO_PULSE:
        death_s = one.start if one.throughout else one.until
        if other.start >= death_s or (other.throughout and one.until <= other.until):
            return "nobody comes back from having no pulse"
    if not one.sign & other.sign and one.throughout:
        within = one.start <= other.start and other.until <= one.until
        overlap = one.start <= other.until and other.start <= one.until
        if within or (other.throughout and overlap):
            return "two signs that exclude each other at the same time"
    return ""


def describe(seen: Observation) -> str:
    """Write an observation on one line."""
    return f"{seen.who} {word_of(seen.sign)} from {when(seen.start)} to {when(seen.until)}"


def when(at_s: int) -> str:
    """Write a moment."""
    return say(at_s, TIME)
