"""What a study, a comparison or a review came to: one object, the same for tables, figures, reports and JSON."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from homeward.results.quantity import Difference, Measure
from homeward.results.shape import ArmJson, DeathPlaceJson, PersonJson, ResultsJson
from homeward.results.survival import SurvivalCurve
from homeward.results.timeline import Observation, Timeline


@dataclass(frozen=True)
class PersonFate:
    """How it went for one named person: shares of the lives of one arm, and the difference an arm makes to his life.

    `versus_base` is the paired difference of `alive_at_30_days`; None for the base itself and for a person who is with
    the team in only one of the two. `with_team` is False for a person who was not with the team in this arm; then there
    is nothing to measure and every `n` is 0.
    """

    name: str
    with_team: bool
    alive_on_arrival: Measure
    alive_at_30_days: Measure
    wounded: Measure
    collapsed: Measure
    deserted: Measure
    reserve_spent: Measure
    versus_base: Difference | None

    def to_json(self) -> PersonJson:
        return {
            "with_team": self.with_team,
            "alive_on_arrival": self.alive_on_arrival.to_json(),
            "alive_at_30_days": self.alive_at_30_days.to_json(),
            "wounded": self.wounded.to_json(),
            "collapsed": self.collapsed.to_json(),
            "deserted": self.deserted.to_json(),
            "reserve_spent": self.reserve_spent.to_json(),
            "versus_base": self.versus_base.to_json() if self.versus_base else None,
        }


@dataclass(frozen=True)
class Spread:
    """Quantiles of a duration, in minutes, over the lives in which it came to an end."""

    p05: float
    p25: float
    p50: float
    p75: float
    p95: float

    def to_json(self) -> dict[str, float]:
        return {"p05": self.p05, "p25": self.p25, "p50": self.p50, "p75": self.p75, "p95": self.p95}


@dataclass(frozen=True)
class DeathPlace:
    """How many died with between `low_m` and `high_m` still to go; both 0 for those who had arrived alive."""

    low_m: float
    high_m: float
    deaths: int

    def to_json(self) -> DeathPlaceJson:
        return {"low_m": self.low_m, "high_m": self.high_m, "deaths": self.deaths}


@dataclass(frozen=True)
class ArmResult:
    """One arm over `replicates` lives: of all lives in a study or comparison, of those that agree in a review.

    `causes` counts the focus person's deaths by cause, `death_places` by distance still to go, `spreads` gives
    quantiles of durations (minutes_to_care, minutes_to_arrival, minutes_to_death). `versus_base` is empty for the base.
    `saved`, `lost`, `necessary` and `sufficient` are set in a review only:

    - `saved`: of the agreeing lives in which the focus person died, the share in which he lives under this arm;
    - `lost`: of those in which he lived, the share in which he dies under it;
    - `necessary`: of the agreeing lives that ended as the facts did, the share that ends the other way under it (PN);
    - `sufficient`: of all lives that end the other way under it, the share that the decision made turns (PS).

    Source of the last two: Pearl, Causality (2nd ed.), section 9.2.
    """

    name: str
    about: str
    replicates: int
    measures: dict[str, Measure]
    versus_base: dict[str, Difference]
    causes: dict[str, int]
    death_places: tuple[DeathPlace, ...]
    spreads: dict[str, Spread]
    survival: SurvivalCurve
    people: dict[str, PersonFate]
    saved: Measure | None = None
    lost: Measure | None = None
    necessary: Measure | None = None
    sufficient: Measure | None = None

    def to_json(self) -> ArmJson:
        answer: ArmJson = {
            "name": self.name,
            "about": self.about,
            "replicates": self.replicates,
            "measures": {name: measure.to_json() for name, measure in self.measures.items()},
            "versus_base": {name: difference.to_json() for name, difference in self.versus_base.items()},
            "variance_reduction": {name: d.variance_reduction for name, d in self.versus_base.items()},
            "causes": self.causes,
            "death_places": [place.to_json() for place in self.death_places],
            "spreads": {name: spread.to_json() for name, spread in self.spreads.items()},
            "survival": self.survival.to_json(),
            "people": {name: person.to_json() for name, person in self.people.items()},
        }
        if self.saved and self.lost and self.necessary and self.sufficient:
            answer["saved"], answer["lost"] = self.saved.to_json(), self.lost.to_json()
            answer["necessary"], answer["sufficient"] = self.necessary.to_json(), self.sufficient.to_json()
        return answer


@dataclass(frozen=True)
class Review:
    """What conditioning on the facts came to.

    `agreeing` lives of `replicates` agree with every observation; they ended in `ended` ("death" or "life"), all of
    them or, when `ended_share` is below 1, most of them. `sufficiency_replicates` lives, whatever was seen in them,
    answer *sufficient*.
    """

    observed: tuple[Observation, ...]
    agreeing: int
    ended: str
    ended_share: float
    sufficiency_replicates: int


@dataclass(frozen=True)
class Results:
    """A study, comparison or review: `arms[0]` is the base (the facts); `asked` replicates, `replicates` of them done.

    `focus` and `carrier` are names (carrier may be None); `timeline` is one life minute by minute, for the picture of
    signs: in a review the first that agrees with the facts.
    """

    command: str
    scenario: str
    title: str
    scenario_sha256: str
    seed: int
    replicates: int
    asked: int
    wall_s: float
    focus: str
    carrier: str | None
    arms: tuple[ArmResult, ...]
    provenance: dict[str, Any]
    timeline: Timeline | None = field(default=None, repr=False)
    review: Review | None = None

    @property
    def partial(self) -> bool:
        """Whether the work was stopped before all replicates asked for were done."""
        return self.replicates < self.asked

    @property
    def base(self) -> ArmResult:
        return self.arms[0]

    def arm(self, name: str) -> ArmResult:
        """Return the arm of that name; KeyError with the names there are."""
        for arm in self.arms:
            if arm.name == name:
                return arm
        raise KeyError(f"no arm {name!r}; there are {', '.join(arm.name for arm in self.arms)}")

    def to_json(self) -> ResultsJson:
        """Return it as plain data; see homeward.results.shape."""
        answer: ResultsJson = {
            "homeward": self.provenance["homeward"],
            "command": self.command,
            "scenario": self.scenario,
            "scenario_sha256": self.scenario_sha256,
            "seed": self.seed,
            "replicates": self.replicates,
            "wall_s": self.wall_s,
            "partial": self.partial,
            "asked": self.asked,
            "focus": self.focus,
            "carrier": self.carrier,
            "units": {name: measure.unit for name, measure in self.base.measures.items()},
            "arms": [arm.to_json() for arm in self.arms],
            "provenance": self.provenance,
        }
        if self.review is not None:
            answer["observed"] = [observation.to_json() for observation in self.review.observed]
            answer["agreeing"] = self.review.agreeing
            answer["ended"] = self.review.ended
            answer["ended_share"] = self.review.ended_share
            answer["sufficiency_replicates"] = self.review.sufficiency_replicates
        return answer
