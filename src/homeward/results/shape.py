"""The shape of the JSON that studies, comparisons, reviews and single lives print: stable, and checked by the tests.

A key may be added in a later version; none changes its meaning or goes away. Shares are 0 to 1; `units` says what every
other measure is in. None (null) stands where no life could answer.
"""

from typing import Any, NotRequired

# pydantic, which turns these into a JSON Schema, reads the standard TypedDict only from Python 3.12 on.
from typing_extensions import TypedDict


class MeasureJson(TypedDict):
    """A share or mean with its 95 % interval, over `n` lives."""

    mean: float | None
    low: float | None
    high: float | None
    n: int


class DifferenceJson(TypedDict):
    """An arm less the base on the same draws, with its 95 % interval."""

    difference: float | None
    low: float | None
    high: float | None


class DeathPlaceJson(TypedDict):
    """Deaths with between `low_m` and `high_m` still to go; both 0: after arrival."""

    low_m: float
    high_m: float
    deaths: int


class SurvivalJson(TypedDict):
    """Share alive from each time (s) on, with pointwise 95 % intervals."""

    times_s: list[int]
    alive: list[float]
    low: list[float]
    high: list[float]


class PersonJson(TypedDict):
    """How it went for one person; `versus_base` is of alive_at_30_days."""

    with_team: bool
    alive_on_arrival: MeasureJson
    alive_at_30_days: MeasureJson
    wounded: MeasureJson
    collapsed: MeasureJson
    deserted: MeasureJson
    reserve_spent: MeasureJson
    versus_base: DifferenceJson | None


class ArmJson(TypedDict):
    """One arm; the base is the first. The last four are a review's."""

    name: str
    about: str
    replicates: int
    measures: dict[str, MeasureJson]
    versus_base: dict[str, DifferenceJson]
    variance_reduction: dict[str, float | None]
    causes: dict[str, int]
    death_places: list[DeathPlaceJson]
    spreads: dict[str, dict[str, float]]
    survival: SurvivalJson
    people: dict[str, PersonJson]
    saved: NotRequired[MeasureJson]
    lost: NotRequired[MeasureJson]
    necessary: NotRequired[MeasureJson]
    sufficient: NotRequired[MeasureJson]


class ObservedJson(TypedDict):
    """A sign that was seen, and the share of all lives in which it holds."""

    who: str
    sign: str
    from_s: int
    until_s: int
    throughout: bool
    held: float | None


class ResultsJson(TypedDict):
    """A study, comparison or review; the last five keys are a review's."""

    homeward: str
    command: str
    scenario: str
    scenario_sha256: str
    seed: int
    replicates: int
    wall_s: float
    partial: bool
    asked: int
    focus: str
    carrier: str | None
    units: dict[str, str]
    arms: list[ArmJson]
    provenance: dict[str, Any]
    observed: NotRequired[list[ObservedJson]]
    agreeing: NotRequired[int]
    ended: NotRequired[str]
    ended_share: NotRequired[float]
    sufficiency_replicates: NotRequired[int]


class FateJson(TypedDict):
    """What became of one person in one life; None for what never happened."""

    alive_on_arrival: bool
    alive_at_30_days: bool
    with_team: bool
    deserted: bool
    limb_lost: bool
    collapsed: bool
    wounded: bool
    cause: str | None
    triage: str | None
    iss: int
    niss: int
    arrived_s: int | None
    care_s: int | None
    dead_s: int | None
    fit_s: int | None
    dead_at_m: float | None
    reserve_spent: float


class LedgerJson(TypedDict):
    """One event: when, what, who, to whom, how far still to go; `detail` depends on the event (codes.Event)."""

    at_s: int
    event: str
    who: str
    other: str | None
    to_go_m: float
    detail: float


class LineJson(TypedDict):
    """One line of the chronicle."""

    at_s: int
    clock: str
    text: str


class LifeJson(TypedDict):
    """One life."""

    homeward: str
    command: str
    scenario: str
    scenario_sha256: str
    seed: int
    replicate: int
    wall_s: float
    arm: str
    focus: str
    standing: dict[str, float | None] | None
    people: dict[str, FateJson]
    chronicle: list[LineJson]
    ledger: list[LedgerJson]
    provenance: dict[str, Any]
