"""Arrivals: by a gap, a rate, a profile of rates, a list, or out of an incident; alone or in bursts."""

from dataclasses import replace
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from homeward import units
from homeward.codes import Thinning
from homeward.model import quantity as q
from homeward.model.base import Name, Noun
from homeward.model.network.sourced import Sourced

THINNING = {"exact": Thinning.CANDIDATE, "rate at the last arrival": Thinning.LAST_ARRIVAL}


def _thinning(written: Any) -> Any:
    if written not in THINNING:
        raise ValueError(f"there is no '{written}'; there are {', '.join(THINNING)}")
    return written


class Population(Sourced):
    """People at risk, and how often one of them becomes a patient."""

    population: int = Field(ge=1)
    rate_per_1000: q.FixedRate = Field(description="Patients per 1,000 people and time.")


class Profile(Sourced):
    """Rates that follow one another."""

    rates: tuple[q.FixedRate, ...] = Field(min_length=1)
    step: q.PositiveTime = Field(description="How long each rate holds.")
    start: q.FixedTime | None = Field(None, alias="from", description="When the first one begins; none: at once.")
    wraps: bool = Field(False, description="Whether it starts again after its end; else nobody comes then.")


class Burst(Noun):
    """Many at once, besides those who come alone."""

    rate: q.PositiveRate
    size: q.Number = Field(description="How many come.")
    within: q.FixedTime = Field(description="Time over which they come.")


class Listed(Noun):
    """One arrival with a date."""

    at: q.FixedTime
    condition: Name | None = None
    category: Name | None = None


class FromIncident(Noun):
    """Casualties of lives of an incident, as they reach its gate."""

    scenario: str = Field(description="A shipped incident or a file.")
    lives: int = Field(ge=1, le=10_000, description="How many different lives of it are drawn upon.")
    every: q.Time = Field(description="Time between two incidents.")


THE_ONLY_ONE = replace(q.constant(1.0, units.SHARE), source="there is no other")


def _one_condition(written: Any) -> Any:
    return {written: THE_ONLY_ONE} if isinstance(written, str) else written


Conditions = Annotated[dict[Name, q.FixedShare], BeforeValidator(_one_condition)]


class Arrival(Sourced):
    """A stream of patients to one facility. Exactly one of `gap`, `rate`, `per_1000`, `profile` and `listed`, or only
    bursts."""

    name: Name
    facility: Name
    task: Name | None = Field(None, description="Where they begin; none: as [[start]] says for their condition.")
    conditions: Conditions = Field(min_length=1, description="Condition to share; or the only one by its name.")
    gap: q.Time | None = Field(None, description="Time between two of them.")
    rate: q.FixedRate | None = Field(None, description="Of a Poisson process.")
    per_1000: Population | None = None
    profile: Profile | None = Field(None, description="Rates of a Poisson process that follow one another.")
    listed: tuple[Listed, ...] = Field(
        (), description='Dates; from CSV with `[csv] "arrival.NAME.listed" = "file.csv"`.'
    )
    incident: FromIncident | None = None
    thinning: Annotated[str, BeforeValidator(_thinning)] = Field(
        "exact", description="`exact`, or `rate at the last arrival`, which is biased and for comparison only."
    )
    day_spread: q.FixedNumber | None = Field(
        None, description="Coefficient of variation of a day's rate; none: Poisson."
    )
    burst: Burst | None = None
    start: q.FixedTime | None = Field(None, alias="from")
    until: q.FixedTime | None = None
    most: int | None = Field(None, ge=0, description="No more than so many.")
