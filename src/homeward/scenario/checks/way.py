"""The way: its places exist, its ground is known, and its end can be reached."""

from collections.abc import Iterator

from homeward.model.route import chain, reached
from homeward.model.scenario import Scenario
from homeward.scenario.checks.problem import Problem, repeated, unknown


def places(scenario: Scenario) -> Iterator[Problem]:
    """Every place that is spoken of exists, once."""
    known = [place.name for place in scenario.place]
    yield from repeated(("place",), "places", known)
    route = scenario.route
    yield from unknown(("route", "from"), "place", route.start, known)
    yield from unknown(("route", "to"), "place", route.to, known)
    for n, name in enumerate(route.via):
        yield from unknown(("route", "via", n), "place", name, known)
    for n, leg in enumerate(route.leg):
        yield from unknown(("route", "leg", n, "from"), "place", leg.start, known)
        yield from unknown(("route", "leg", n, "to"), "place", leg.end, known)


def legs(scenario: Scenario) -> Iterator[Problem]:
    """Legs lead somewhere, over ground that the setting knows, and are no steeper than straight up."""
    grounds = [ground.name for ground in scenario.setting.ground]
    yield from repeated(("route", "leg"), "legs", [leg.name for leg in scenario.route.leg])
    for n, leg in enumerate(scenario.route.leg):
        path = ("route", "leg", n)
        yield from unknown((*path, "ground"), "ground", leg.ground, grounds)
        if leg.start == leg.end:
            yield Problem(path, "leads nowhere", "; `from` and `to` are the same place")
        if abs(leg.climb.a) > leg.length.a:
            yield Problem((*path, "climb"), "is more than the leg is long", "; is one of them in the wrong unit?")


def reachable(scenario: Scenario) -> Iterator[Problem]:
    """The end of the way can be reached from its start."""
    route = scenario.route
    if route.start == route.to:
        yield Problem(("route", "to"), "is where they start", "; give the place they make for")
    elif chain(route) is None:
        there = sorted(reached(route.leg, route.start) - {route.start})
        places_reached = f"only {', '.join(there)}" if there else "nothing"
        hint = f"; open legs lead to {places_reached}: add a leg"
        yield Problem(("route", "to"), f"'{route.to}' cannot be reached from '{route.start}'", hint)


def waiting_transport(scenario: Scenario) -> Iterator[Problem]:
    """What waits on the way waits on the way, and the setting knows it."""
    waiting = scenario.transport
    if waiting is None:
        return
    kinds = [vehicle.name.name.lower() for vehicle in scenario.setting.transport]
    yield from unknown(("transport", "kind"), "transport of this setting", waiting.kind.name.lower(), kinds)
    steps = chain(scenario.route)
    if steps is not None:
        passed = {scenario.route.start} | {place for leg, _ in steps for place in (leg.start, leg.end)}
        yield from unknown(("transport", "at"), "place on the way", waiting.at, sorted(passed))
