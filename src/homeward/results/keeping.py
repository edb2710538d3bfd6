"""What may look at every life as it is lived, so that it can be kept."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

import numpy as np

from homeward.results.measures import Lives

if TYPE_CHECKING:
    from homeward.results.arms import PreparedArm


class Keeper(Protocol):
    """Told of the arms once, then of the lives, piece by piece and from any thread."""

    def begin(self, arms: "Sequence[PreparedArm]") -> None:
        """Learn the arms, the base first."""

    def add(self, piece: np.ndarray, kept: np.ndarray, lives: Sequence[Lives]) -> None:
        """Keep some lives.

        `piece` is (n,) replicate numbers without a gap, of which those in `kept` are to be kept: `lives` are theirs,
        one per arm. Pieces may come in any order; together they are 0, 1, 2, ...
        """


class Nothing:
    """Keeps nothing."""

    def begin(self, arms: "Sequence[PreparedArm]") -> None:
        return

    def add(self, piece: np.ndarray, kept: np.ndarray, lives: Sequence[Lives]) -> None:
        return


NOTHING = Nothing()
