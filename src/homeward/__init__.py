"""Homeward: who comes home from a mission, who does not, and what would have changed it."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from homeward.version import __version__ as __version__

if TYPE_CHECKING:
    from homeward.errors import HomewardError
    from homeward.model.scenario import Scenario
    from homeward.results.asking import compare, run, study
    from homeward.results.life import Life
    from homeward.results.results import Results
    from homeward.results.review import review
    from homeward.scenario.read import read as load

_HOME = {
    "HomewardError": ("homeward.errors", "HomewardError"),
    "Life": ("homeward.results.life", "Life"),
    "Results": ("homeward.results.results", "Results"),
    "Scenario": ("homeward.model.scenario", "Scenario"),
    "compare": ("homeward.results.asking", "compare"),
    "load": ("homeward.scenario.read", "read"),
    "review": ("homeward.results.review", "review"),
    "run": ("homeward.results.asking", "run"),
    "study": ("homeward.results.asking", "study"),
}
__all__ = ["HomewardError", "Life", "Results", "Scenario", "compare", "load", "review", "run", "study"]


import_module("homeward.run")
# Importing a package binds its name here, once. It is done now, and undone, so that `homeward.run` stays the function.
globals().pop("run")


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for: `import homeward` alone costs milliseconds, not seconds."""
    if name not in _HOME:
        raise AttributeError(f"homeward has no {name!r}; it has {', '.join(__all__)}")
    module, attribute = _HOME[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
