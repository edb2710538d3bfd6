"""One number with its interval: a share, a mean, or the difference that a decision makes to either."""

from dataclasses import dataclass

from homeward.results.shape import DifferenceJson, MeasureJson


@dataclass(frozen=True)
class Measure:
    """A share (0 to 1) or a mean over `n` lives, with its 95 % interval; None where no life could answer.

    `unit` is what the numbers are in: "share", "min", "m", "people", "kJ", "days" or "times".
    """

    mean: float | None
    low: float | None
    high: float | None
    n: int
    unit: str
    label: str

    @property
    def half_width(self) -> float:
        """Half the interval, in the measure's unit; infinite when no life could answer."""
        return float("inf") if self.low is None or self.high is None else (self.high - self.low) / 2

    def to_json(self) -> MeasureJson:
        return {"mean": self.mean, "low": self.low, "high": self.high, "n": self.n}


@dataclass(frozen=True)
class Difference:
    """An arm less the base on the same draws, over the `n` lives in which both could answer, with its 95 % interval.

    `variance_reduction` says how many times more independent pairs of lives would give the same interval; None when
    the two never differed, so that no number of them would.
    """

    difference: float | None
    low: float | None
    high: float | None
    n: int
    variance_reduction: float | None
    unit: str
    label: str

    @property
    def half_width(self) -> float:
        """Half the interval, in the measure's unit; infinite when no pair of lives could answer."""
        return float("inf") if self.low is None or self.high is None else (self.high - self.low) / 2

    def to_json(self) -> DifferenceJson:
        return {"difference": self.difference, "low": self.low, "high": self.high}
