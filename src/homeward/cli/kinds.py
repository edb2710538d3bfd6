"""How each kind of scenario is told: one module per kind, with the functions of `Teller`."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    from homeward.model.root import Root

TELLERS = {
    "incident": "homeward.cli.incident",
    "network": "homeward.cli.network",
    "organisation": "homeward.cli.organisation",
}
"""kind -> the module that tells it."""


class Teller(Protocol):
    """What a kind's module knows."""

    def summarise(self, scenario: Any) -> dict[str, Any]:
        """What `check` says is in a scenario, ready for JSON."""

    def summary_lines(self, file: str, summary: dict[str, Any]) -> dict[str, str]:
        """The same in words: heading to line, without what every kind has."""

    def tell_study(self, results: Any) -> Sequence[Any]:
        """Tables and sentences of a study."""

    def tell_compare(self, results: Any) -> Sequence[Any]:
        """Tables and sentences of a comparison."""

    def write_report(self, results: Any, scenario: Any, folder: Path) -> None:
        """Write pictures and report.html into a folder."""

    def run_options(self, quiet: bool) -> dict[str, Any]:
        """What one life is asked besides its number."""

    def tell_run(self, life: Any) -> Sequence[Any]:
        """Lines, tables and sentences of one life."""

    def run_pictures(self, life: Any) -> Sequence[Any]:
        """Pictures of one life, to be saved with it."""

    def make_ready(self, quiet: bool) -> None:
        """Compile this kind's kernel unless it is compiled."""


def teller_of(scenario: "Root") -> Teller:
    """Return the module that tells scenarios of this kind."""
    return cast(Teller, import_module(TELLERS[scenario.KIND]))
