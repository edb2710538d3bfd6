"""Scenario files: read, validate, change, write."""

from homeward.model.root import Assumption, Root
from homeward.model.scenario import Scenario
from homeward.scenario.assumptions import unfounded
from homeward.scenario.mistakes import Mistake, ScenarioError
from homeward.scenario.overrides import parse_set
from homeward.scenario.read import examples, read, read_incident
from homeward.scenario.settings import shipped_settings
from homeward.scenario.write import write

__all__ = [
    "Assumption",
    "Mistake",
    "Root",
    "Scenario",
    "ScenarioError",
    "examples",
    "parse_set",
    "read",
    "read_incident",
    "shipped_settings",
    "unfounded",
    "write",
]
