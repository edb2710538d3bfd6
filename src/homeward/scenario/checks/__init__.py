"""Cross-checks: what no single value shows, but all of them together do. One file for each part of a scenario."""

from collections.abc import Callable, Iterator

from homeward.model.scenario import Scenario
from homeward.scenario.checks import observed, people, plan, way, world, wounds
from homeward.scenario.checks.problem import Problem
from homeward.scenario.document import Document, show
from homeward.scenario.mistakes import Mistake

Check = Callable[[Scenario], Iterator[Problem]]

OF_ANY_ARM: tuple[Check, ...] = (
    world.complete,
    world.in_order,
    world.has_an_end,
    people.people,
    people.roles,
    way.places,
    way.legs,
    way.reachable,
    way.waiting_transport,
    wounds.somebody_is_hurt,
    wounds.wounds,
    wounds.hazards,
    plan.steps,
    plan.evacuation,
    plan.search,
    plan.orders,
)
OF_THE_FACTS: tuple[Check, ...] = (observed.observations, observed.contradictions)
"""Observations are facts of the base alone: under an arm they are what did not happen."""


def cross_check(scenario: Scenario, document: Document, base: bool) -> list[Mistake]:
    """Return everything that is wrong between the values of a scenario that are each right by themselves."""
    checks = OF_ANY_ARM + OF_THE_FACTS if base else OF_ANY_ARM
    return [_mistake(document, problem) for check in checks for problem in check(scenario)] + _facts(document)


def _mistake(document: Document, problem: Problem) -> Mistake:
    return Mistake(problem.message, problem.hint, show(problem.path, document.data), *document.spot(problem.path))


def _facts(document: Document) -> list[Mistake]:
    """Every fact is held by an entry that exists."""
    mistakes = []
    for n, fact in enumerate(document.data.get("fact", [])):
        path = document.find(str(fact.get("held_by")))
        if path is None:
            spot = document.spot(("fact", n, "held_by"))
            mistakes.append(Mistake(f"there is no entry '{fact.get('held_by')}'", "", f"fact.{n}.held_by", *spot))
    return mistakes
