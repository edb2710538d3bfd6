"""Scenario files: read, validate, change, write."""

from homeward.model.scenario import Assumption, Scenario
from homeward.scenario.assumptions import unfounded
from homeward.scenario.mistakes import Mistake, ScenarioError
from homeward.scenario.overrides import parse_set
from homeward.scenario.read import examples, read
from homeward.scenario.settings import shipped_settings
from homeward.scenario.write import write

__all__ = [
    "Assumption",
    "Mistake",
    "Scenario",
    "ScenarioError",
    "examples",
    "parse_set",
    "read",
    "shipped_settings",
    "unfounded",
    "write",
]
