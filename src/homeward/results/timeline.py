"""One life as a series of moments, and what was seen of it: the material of the picture of signs."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from homeward.codes import Sign
from homeward.kernel.tables import LEDGER
from homeward.results.shape import ObservedJson


@dataclass(frozen=True)
class Observation:
    """A sign that was seen: of whom, when (s since the incident began), and in which share of all lives it held.

    `sign` is the word of the scenario file, `bits` the codes.Sign flags it stands for; `throughout` is True when it
    held during the whole window, False when at some moment in it. `held` is None when no observation was tested.
    """

    who: str
    sign: str
    bits: int
    from_s: int
    until_s: int
    throughout: bool
    held: float | None = None

    @property
    def is_later_news(self) -> bool:
        """Whether it was not seen on the way but learnt by the thirtieth day."""
        return bool(self.bits & Sign.SURVIVED)

    def to_json(self) -> ObservedJson:
        return {
            "who": self.who,
            "sign": self.sign,
            "from_s": self.from_s,
            "until_s": self.until_s,
            "throughout": self.throughout,
            "held": self.held,
        }


def last_seen_s(observed: Iterable[Observation]) -> int:
    """Return when the last window of what was seen on the way closes, s; 0 when nothing was."""
    return max((seen.until_s for seen in observed if not seen.is_later_news), default=0)


@dataclass(frozen=True, eq=False)
class Timeline:
    """Life `replicate`, sampled: rows of kernel.tables.SAMPLE in order of time, `who` indexing `names`.

    blood0_ml: (people,) blood volume unwounded, mL. ledger: (n,) kernel.tables.LEDGER, what happened; may be empty.
    """

    replicate: int
    samples: np.ndarray
    names: tuple[str, ...]
    blood0_ml: np.ndarray
    ledger: np.ndarray = field(default_factory=lambda: np.zeros(0, LEDGER), repr=False)

    def of(self, name: str) -> np.ndarray:
        """Return the samples of one person."""
        return self.samples[self.samples["who"] == self.names.index(name)]
