"""Published figures beside ours: each computed by the kernel, with a tolerance and a verdict."""

from collections.abc import Callable
from importlib import import_module

from homeward.validation.figure import FAIL, INFORMATION, PASS, Figure, Study
from homeward.validation.page import markdown

__all__ = ["FAIL", "INFORMATION", "ITEMS", "PASS", "Figure", "Study", "markdown", "run"]

ITEMS = {
    "classes_of_shock": "ATLS classes of haemorrhage",
    "small_losses": "Measured compensation",
    "lethal_loss": "Lethal loss",
    "femoral": "Arterial bleeding",
    "leg_bleed": "Twelve hours of a slow bleed",
    "tourniquet": "Tourniquets",
    "tranexamic": "Tranexamic acid",
    "surgery_delay": "Time to surgery",
    "survival_score": "RTS and TRISS",
    "walking": "Walking under load",
    "litter": "Carrying a litter",
    "reserve": "Recovery of W'",
    "searching": "Search",
    "queues": "Queues with an exact answer",
    "queues_arrivals": "Arrivals by the hour",
    "minds": "Minds after a serious wound",
    "return_to_duty": "Return to duty",
    "walking_home": "Walking home",
}
"""Module of this package -> heading, in the order of the table."""


def run(
    items: list[str] | None = None, progress: Callable[[str, int, int], None] = lambda heading, done, of: None
) -> list[Figure]:
    """Return every figure, or those of some items; progress(heading, done, of) is called before each item."""
    names = items if items is not None else list(ITEMS)
    found: list[Figure] = []
    for done, name in enumerate(names):
        progress(ITEMS[name], done, len(names))
        found += import_module(f"homeward.validation.{name}").figures()
    return found
