"""One published figure beside ours, with the tolerance stated and the verdict it gives."""

import re
from dataclasses import dataclass
from typing import Any

PASS, FAIL, INFORMATION = "pass", "FAIL", "for information"


@dataclass(frozen=True)
class Figure:
    """A published figure, ours, and whether ours lies where it must.

    `low` and `high` bound ours, in `unit`; without them (None) the figure is printed for information: it was not
    calibrated on and is no ground for a verdict. `tolerance` says the bounds and their reason in words. `tag` is how
    well the published figure is known: S seen in the source, S2 in a secondary text, M from memory, D derived.
    """

    item: str
    published: str
    value: float
    unit: str
    low: float | None
    high: float | None
    tolerance: str
    source: str
    tag: str
    decimals: int = 1
    how: str = ""

    @property
    def verdict(self) -> str:
        """PASS, FAIL or INFORMATION."""
        if self.low is None or self.high is None:
            return INFORMATION
        # Both ends are published to so many decimals, so ours is compared at those.
        return PASS if self.low <= round(self.value, self.decimals) <= self.high else FAIL

    @property
    def passed(self) -> bool:
        """Whether it gives no ground to fail."""
        return self.verdict != FAIL

    @property
    def ours(self) -> str:
        """Our figure in words."""
        return f"{self.value:,.{self.decimals}f} {self.unit}".strip()

    @property
    def bounds(self) -> str:
        """The tolerance without its reason."""
        return self.tolerance.partition(":")[0]

    @property
    def cited(self) -> str:
        """The source without its details."""
        return re.split(r"[:;(]", self.source)[0].strip()

    def to_json(self) -> dict[str, Any]:
        """Return what `homeward validate --json` prints of it."""
        return {
            "item": self.item,
            "published": self.published,
            "ours": self.ours,
            "value": self.value,
            "unit": self.unit,
            "low": self.low,
            "high": self.high,
            "tolerance": self.tolerance,
            "verdict": self.verdict,
            "passed": self.passed,
            "how": self.how,
            "source": self.source,
            "tag": self.tag,
        }


@dataclass(frozen=True)
class Study:
    """Where published figures come from, what ours are of, and how well the figures are known."""

    source: str
    tag: str
    how: str = ""

    def about(
        self, item: str, published: float, value: float, unit: str, by: float, why: str, decimals: int = 1
    ) -> Figure:
        """Return a figure that must lie within `by` of the published one."""
        low, high = round(published - by, 9), round(published + by, 9)
        words = f"{published:,.{decimals}f} {unit}".strip()
        return self._figure(item, words, value, unit, low, high, f"± {by:g} {unit}: {why}", decimals)

    def between(
        self, item: str, published: str, value: float, unit: str, low: float, high: float, why: str, decimals: int = 1
    ) -> Figure:
        """Return a figure that must lie from low to high."""
        tolerance = f"{low:g} to {high:g} {unit}: {why}"
        return self._figure(item, published, value, unit, low, high, tolerance, decimals)

    def told(self, item: str, published: str, value: float, unit: str, decimals: int = 1) -> Figure:
        """Return a figure that is printed without a verdict."""
        return self._figure(item, published, value, unit, None, None, "not calibrated on", decimals)

    def _figure(self, item: str, words: str, value: float, unit: str, low: Any, high: Any, tol: str, n: int) -> Figure:
        tolerance = " ".join(tol.split()).replace(" :", ":")
        return Figure(item, words, float(value), unit, low, high, tolerance, self.source, self.tag, n, self.how)
