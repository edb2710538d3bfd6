"""Who comes: each stream has one way of coming and begins somewhere; bodies have what they need."""

from collections.abc import Iterator
from pathlib import Path as FilePath

from homeward.codes import Shape
from homeward.model.network.arrival import Arrival
from homeward.model.network.by_category import CATEGORIES
from homeward.model.network.laydown import Laydown
from homeward.model.network.stations import start_of
from homeward.scenario.checks.problem import Problem, unknown

WAYS = ("gap", "rate", "per_1000", "profile", "listed", "incident")


def arrivals(laydown: Laydown) -> Iterator[Problem]:
    """Each stream says once how often somebody comes, and where he begins."""
    for n, arrival in enumerate(laydown.arrival):
        given = [way for way in WAYS if getattr(arrival, way)]
        known = ", ".join(f"`{way}`" for way in WAYS)
        if len(given) > 1:
            yield Problem(("arrival", n), f"says twice how they come: {' and '.join(given)}", "; give one of them")
        elif not given and arrival.burst is None:
            yield Problem(("arrival", n), "does not say how they come", f"; give one of {known}, or a `burst`")
        yield from begins(laydown, n, arrival)
        yield from fits(n, arrival, given)


def begins(laydown: Laydown, n: int, arrival: Arrival) -> Iterator[Problem]:
    """Every condition of a stream begins somewhere at its facility."""
    known = {condition.name for condition in laydown.condition}
    for name in arrival.conditions:
        if arrival.task is None and name in known and start_of(laydown, arrival.facility, name) is None:
            wrong = f"'{name}' begins nowhere at '{arrival.facility}'"
            yield Problem(("arrival", n, "conditions", name), wrong, "; add a [[start]], or give `task` here")


def fits(n: int, arrival: Arrival, given: list[str]) -> Iterator[Problem]:
    """What a stream says of its rate goes with how they come; times rise; categories and incidents exist."""
    by_rate = {"rate", "per_1000", "profile"} & set(given)
    if arrival.thinning != "exact" and "profile" not in given:
        yield Problem(("arrival", n, "thinning"), "nothing is thinned here", "; it belongs to a `profile`")
    if arrival.day_spread is not None and not by_rate:
        yield Problem(("arrival", n, "day_spread"), "varies a rate, and none is given", "; give `rate` or `profile`")
    if arrival.gap is not None and arrival.gap.shape == Shape.CONSTANT and arrival.gap.a <= 0:
        yield Problem(("arrival", n, "gap"), "must be above zero", "; else all come at once, for ever")
    if arrival.profile is not None and not any(rate.a > 0 for rate in arrival.profile.rates):
        yield Problem(("arrival", n, "profile", "rates"), "are all zero", "; give at least one above")
    if arrival.start and arrival.until and arrival.until.a <= arrival.start.a:
        yield Problem(("arrival", n, "until"), "ends before it begins")
    for k, listed in enumerate(arrival.listed):
        if listed.category is not None:
            yield from unknown(("arrival", n, "listed", k, "category"), "category", listed.category, CATEGORIES)
    if arrival.incident is not None:
        yield from incident_exists(n, arrival.incident.scenario)


def incident_exists(n: int, name: str) -> Iterator[Problem]:
    """Yield a problem when an incident that patients come from is neither shipped nor a file."""
    shipped = sorted(file.stem for file in (FilePath(__file__).parents[1] / "examples").glob("*.toml"))
    if not FilePath(name).is_file():
        yield from unknown(("arrival", n, "incident", "scenario"), "incident", name, shipped)


def bodies(laydown: Laydown) -> Iterator[Problem]:
    """Bodies that change need a setting, and thresholds that rise; blood needs a unit."""
    hurt = [n for n, condition in enumerate(laydown.condition) if condition.has_body]
    if hurt and laydown.setting is None:
        yield Problem(
            ("condition", hurt[0]), "has a body, and no setting says how bodies bleed", '; write `setting = "human"`'
        )
    triage = laydown.triage
    if triage.immediate_map and triage.delayed_map and triage.immediate_map.a > triage.delayed_map.a:
        yield Problem(("triage", "delayed_map"), f"must be at least `immediate_map`, {triage.immediate_map.text}")
    for n, condition in enumerate(laydown.condition):
        if condition.category.from_body and not (triage.immediate_map or triage.delayed_map):
            hint = "; give `triage.immediate_map` and `triage.delayed_map`"
            yield Problem(("condition", n, "category"), "the body decides, but nothing says when it is urgent", hint)
    for n, task in enumerate(laydown.task):
        if any(uses == 0 for uses in task.stock.values()) and triage.blood_unit.a <= 0:
            hint = "; give `triage.blood_unit` and `triage.transfuse_below`"
            yield Problem(("task", n, "stock"), "gives blood as needed, but nothing says what a unit restores", hint)
        if task.decides and not hurt:
            hint = "; give a condition an `iss`, `bleeding` or a `threat`, or use `death`"
            yield Problem(("task", n, "decides"), "decides by bodies, and nobody has one", hint)
