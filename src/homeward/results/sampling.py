"""How many lives, from which seed, on how many threads; or, instead of how many, how exactly."""

import re
from dataclasses import dataclass
from math import ceil
from typing import Any, Literal, Self, TypedDict

from homeward.codes import CalendarKind, Generator
from homeward.errors import HomewardError
from homeward.results.measures import Definition, definitions_for

REPLICATES = 100_000
FIRST_GUESS = 5_000
"""Lives lived before the first look at the precision."""
MOST_REPLICATES = 100_000_000
LARGEST_SEED = 2**63 - 1

GENERATORS = {"default": Generator.SPLITMIX, "philox": Generator.PHILOX}
CALENDARS = {"queue": CalendarKind.QUEUE, "heap": CalendarKind.HEAP}

UNITS = {
    **dict.fromkeys(("point", "points", "percentage points", "pp"), ("share", 0.01)),
    **dict.fromkeys(("min", "minute", "minutes"), ("min", 1.0)),
    "s": ("min", 1 / 60),
    "m": ("m", 1.0),
    "%": ("%", 1.0),
    **dict.fromkeys(("d", "day", "days"), ("days", 1.0)),
    "kJ": ("kJ", 1.0),
    "people": ("people", 1.0),
    "patients": ("patients", 1.0),
    "beds": ("beds", 1.0),
    "units": ("units", 1.0),
    "times": ("times", 1.0),
}


class Options(TypedDict, total=False):
    """What `study`, `compare` and `review` accept beside the scenario; `Sampling` says what each means."""

    seed: int
    replicates: int
    precision: str | None
    measure: str | None
    threads: int | None
    rng: Literal["default", "philox"]
    calendar: Literal["queue", "heap"]


@dataclass(frozen=True)
class Sampling:
    """Which lives to live.

    `replicates` 0, 1, ... of `seed`; or, when `precision` is given ("0.5 points", "2 min"), as many as make the widest
    half-interval of `measure` no wider than that. `threads` None: all cores. Raises HomewardError.
    """

    seed: int = 1
    replicates: int = REPLICATES
    precision: str | None = None
    measure: str | None = None
    threads: int | None = None
    rng: str = "default"
    calendar: str = "queue"

    def __post_init__(self) -> None:
        check_whole("the seed", self.seed, 0, LARGEST_SEED)
        check_whole("the number of replicates", self.replicates, 1, MOST_REPLICATES)
        if self.threads is not None:
            check_whole("the number of threads", self.threads, 1, 1024)
        check_word("generator", self.rng, GENERATORS)
        check_word("calendar", self.calendar, CALENDARS)
        if self.precision is not None:
            self.half_width()

    @property
    def lowering(self) -> dict[str, Any]:
        """What `lower` needs to know of this."""
        return {"seed": self.seed, "generator": GENERATORS[self.rng], "calendar": CALENDARS[self.calendar]}

    def asked(self, default: str) -> Definition:
        """Return the measure whose precision counts."""
        name, known = self.measure or default, {d.name: d for d in definitions_for(has_carrier=True)}
        if name not in known:
            raise HomewardError(f"there is no measure {name!r}; there are {', '.join(known)}")
        return known[name]

    def half_width(self, unit: str | None = None) -> float:
        """Return the precision asked for as half an interval, in the unit of its measure."""
        match = re.fullmatch(r"\s*[±+]?\s*(\d+\.?\d*|\.\d+)\s*(.+?)\s*", self.precision or "")
        if match is None or match[2] not in UNITS or float(match[1]) <= 0:
            raise HomewardError(
                f"{self.precision!r} is not a precision: write half the width of the interval with its unit, "
                "such as '0.5 points' for a share or '2 min' for a time"
            )
        of_unit, scale = UNITS[match[2]]
        if unit is not None and of_unit != unit:
            wanted = next(word for word, (known, _) in UNITS.items() if known == unit)
            raise HomewardError(f"the measure asked about is in {unit}: write the precision as '1 {wanted}', say")
        return float(match[1]) * scale


def check_whole(what: str, value: Any, least: int, most: int) -> None:
    """Refuse a number that is not whole or out of range."""
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise HomewardError(f"{what} must be a whole number from {least} to {most:,}, not {value!r}")


def check_word(what: str, word: str, known: dict[str, Any]) -> None:
    if word not in known:
        raise HomewardError(f"there is no {what} {word!r}; there are {', '.join(known)}")


class Doubling:
    """How far to go: a fixed number of replicates, or twice as many again until the interval is narrow enough.

    To stop because an interval looks narrow makes it a little too narrow. Looks are few and the first batch is large,
    so that little is small; `homeward.results.precision` says how small, and has a rule that does not look twice.
    """

    def __init__(self, sampling: Sampling, target: float | None) -> None:
        self.target = target
        self.aim = sampling.replicates if target is None else min(FIRST_GUESS, MOST_REPLICATES)

    @classmethod
    def of(cls, sampling: Sampling, unit: str) -> Self:
        return cls(sampling, None if sampling.precision is None else sampling.half_width(unit))

    def reached(self, done: int, half_width: float) -> bool:
        """Say whether `done` replicates are enough; otherwise aim at twice as many.

        Raises HomewardError as soon as it is plain that no affordable number of replicates is enough.
        """
        if self.target is None or half_width <= self.target:
            return True
        if half_width < float("inf"):
            needed = ceil(done * (half_width / self.target) ** 2)
        else:
            needed = 2 * done
        if needed > MOST_REPLICATES:
            raise HomewardError(
                f"that precision needs about {needed:.1e} replicates, and {MOST_REPLICATES:,} is the most: "
                "ask for a wider interval"
            )
        self.aim = 2 * done
        return False
