"""Cross-checks: what no single value shows, but all of them together do."""

from homeward.model.scenario import Scenario
from homeward.scenario.document import Document
from homeward.scenario.mistakes import Mistake


def cross_check(scenario: Scenario, document: Document, base: bool) -> list[Mistake]:
    return []
