"""Cross-checks: what no single value shows, but all of them together do. One file for each part of a scenario."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from homeward.model.root import Root
from homeward.scenario.checks.problem import Problem
from homeward.scenario.document import Document, show
from homeward.scenario.mistakes import Mistake

Check = Callable[[Any], Iterator[Problem]]
"""Given the root model of its kind, yields what is wrong (or, as a remark, what should be said)."""


def cross_check(scenario: Root, document: Document, checks: Sequence[Check]) -> list[Mistake]:
    """Return everything that is wrong between the values of a scenario that are each right by themselves."""
    return [_mistake(document, problem) for check in checks for problem in check(scenario)] + _facts(document)


def remark(scenario: Root, document: Document, checks: Sequence[Check]) -> list[Mistake]:
    """Return what should be said of a scenario that is in order."""
    return [_mistake(document, problem) for check in checks for problem in check(scenario)]


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
