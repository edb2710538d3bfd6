"""Study and comparison of an organisation, and one replicate of it told in words."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Unpack

import numpy as np

from homeward.errors import HomewardError
from homeward.model.base import did_you_mean
from homeward.model.organisation.organisation import Organisation
from homeward.results.asking import quiet
from homeward.results.choosing import Alternative, alternatives, under
from homeward.results.organisation.chronicle import Names, YearLine, tell_year
from homeward.results.organisation.measures import answers, definitions
from homeward.results.sampling import LARGEST_SEED, Options, Sampling, check_whole
from homeward.results.values import Columns, Plan, ValuedResults, live_valued
from homeward.run.lower_organisation import Lowered, lower_organisation
from homeward.run.organisation import live_years
from homeward.run.provenance import provenance

if TYPE_CHECKING:
    from homeward.run.replicate import Crew, Progress

DEFAULT_MEASURE = "missions_done"
REPLICATES = 200
"""Years lived unless asked otherwise."""

PICTURED = ("strength_by_day", "beds", "flows")
"""Columns beside the measures that pictures are drawn from."""


def study(
    scenario: Organisation,
    *,
    arm: str | None = None,
    sets: Mapping[str, Any] | None = None,
    progress: "Progress" = quiet,
    **options: Unpack[Options],
) -> ValuedResults:
    """Live the organisation's time many times and return its measures with their 95 % intervals.

    See `homeward.results.asking.study`. Two hundred replicates unless asked otherwise.
    """
    began, chosen = time.perf_counter(), under(scenario, arm, sets)
    about = next((a.about for a in chosen.arms if a.name == chosen.under), "")
    return measured("study", chosen, [(chosen.under, about, chosen)], options, progress, began)


def compare(
    scenario: Organisation,
    *,
    arms: Sequence[str] | None = None,
    sets: Mapping[str, Any] | None = None,
    progress: "Progress" = quiet,
    **options: Unpack[Options],
) -> ValuedResults:
    """Live the same replicates under every arm and return paired differences from the base with 95 % intervals.

    See `homeward.results.asking.compare`.
    """
    began = time.perf_counter()
    return measured("compare", scenario, alternatives(scenario, arms, sets), options, progress, began)


def measured(
    command: str,
    scenario: Organisation,
    arms: Sequence[Alternative[Organisation]],
    options: Options,
    progress: "Progress",
    began: float,
) -> ValuedResults:
    """Live the arms as often as asked and say what came of it."""
    sampling = sampling_of(options)
    lowered = [(name, about, lower_organisation(one, **sampling.lowering)) for name, about, one in arms]
    followed = names_followed(lowered[0][2])
    plans = [plan_of(name, about, ready) for name, about, ready in lowered]
    living, due = live_valued(plans, definitions(followed), DEFAULT_MEASURE, sampling, progress)
    where = (scenario.name, scenario.sha256, sampling.seed, sampling.rng, sampling.calendar, sampling.threads or 0)
    return ValuedResults(
        command=command,
        kind=scenario.KIND,
        scenario=scenario.name,
        title=scenario.title,
        scenario_sha256=scenario.sha256,
        seed=sampling.seed,
        replicates=living[0].replicates,
        asked=due,
        wall_s=time.perf_counter() - began,
        arms=tuple(living),
        provenance=dict(provenance(*where)),
    )


def names_followed(ready: Lowered) -> list[str]:
    """Return the names of those who are asked about."""
    return [ready.roster.members[row] for row in ready.follow]


def sampling_of(options: Options) -> Sampling:
    """Return the sampling asked for; a year is long, so that fewer replicates are the default."""
    asked: Options = {"replicates": REPLICATES, **options}
    return Sampling(**asked)


def plan_of(name: str, about: str, ready: Lowered) -> Plan:
    """Return an arm that can be lived: its measures, and what pictures are drawn from."""

    def live(crew: "Crew", replicates: np.ndarray) -> Columns:
        years = live_years(ready.world, ready.incidents, replicates, follow=ready.follow)
        return {
            **answers(years, names_followed(ready), ready.follow),
            "strength_by_day": years.days["strength"],
            "beds": years.days["beds"],
            "flows": years.flows,
        }

    return Plan(name, about, live)


@dataclass(frozen=True, eq=False)
class YearRun:
    """One replicate of an organisation: its ledger (n,), ends (members,) END, and what it says in words."""

    scenario: str
    title: str
    arm: str
    seed: int
    replicate: int
    who: str
    member: int
    chronicle: tuple[YearLine, ...]
    ledger: np.ndarray = field(repr=False)
    days: np.ndarray = field(repr=False)
    lowered: Lowered = field(repr=False)
    values: dict[str, float] = field(repr=False)
    provenance: dict[str, Any] = field(repr=False)

    @property
    def replicates(self) -> int:
        """One: what a picture says of where it comes from."""
        return 1

    @property
    def asked(self) -> int:
        return 1

    @property
    def partial(self) -> bool:
        return False

    def to_json(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "homeward": self.provenance["homeward"],
            "command": "run",
            "scenario": self.scenario,
            "arm": self.arm,
            "seed": self.seed,
            "replicate": self.replicate,
            "who": self.who,
            "chronicle": [
                {"at_s": line.at_s, "clock": line.clock, "who": line.who, "text": line.text} for line in self.chronicle
            ],
            "measures": {name: None if np.isnan(value) else value for name, value in self.values.items()},
            "provenance": self.provenance,
        }


def run(
    scenario: Organisation,
    *,
    replicate: int = 0,
    arm: str | None = None,
    sets: Mapping[str, Any] | None = None,
    who: str | None = None,
    **options: Unpack[Options],
) -> YearRun:
    """Live one replicate and tell one person's year; `who` names him (None: the scenario's focus).

    Raises HomewardError for a person who is not on the roster.
    """
    chosen = under(scenario, arm, sets)
    check_whole("the replicate", replicate, 0, LARGEST_SEED)
    sampling = sampling_of(options)
    ready = lower_organisation(chosen, **sampling.lowering)
    member = row_of(ready, who)
    years = live_years(ready.world, ready.incidents, np.asarray([replicate], np.int64), keep=True, follow=ready.follow)
    where = (chosen.name, chosen.sha256, sampling.seed, sampling.rng, sampling.calendar, 1)
    names = Names(ready.roster.members, ready.mission_types, ready.ranks)
    return YearRun(
        scenario=chosen.name,
        title=chosen.title,
        arm=chosen.under,
        seed=sampling.seed,
        replicate=replicate,
        who=ready.roster.members[member],
        member=member,
        chronicle=tuple(tell_year(years.ledgers[0], names, member)),
        ledger=years.ledgers[0],
        days=years.days[0],
        lowered=ready,
        values={name: float(column[0]) for name, column in answers(years, names_followed(ready), ready.follow).items()},
        provenance=dict(provenance(*where)),
    )


def row_of(ready: Lowered, who: str | None) -> int:
    """Return the row of a person by name; of the focus when none is named."""
    if who is None:
        return ready.follow[0]
    try:
        return ready.roster.row_of(who)
    except (KeyError, ValueError, IndexError):
        raise HomewardError(
            f"nobody called {who!r} is on the roster{did_you_mean(who, list(ready.roster.members))}"
        ) from None
