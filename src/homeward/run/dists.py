"""Distributions of a scenario as rows of one table; equal ones share a row."""

from collections.abc import Sequence

import numpy as np

from homeward.codes import Shape
from homeward.kernel.tables import DIST
from homeward.model.quantity import Quantity

NOT_USED = -1


class Dists:
    """Collects the rows of `World.dists` and the values of `World.quantiles`."""

    def __init__(self) -> None:
        self.rows: dict[tuple[float, ...], int] = {}
        self.points: list[float] = []
        self.first_point: dict[tuple[float, ...], int] = {}

    def row(self, quantity: Quantity | None) -> int:
        """Return the row of a quantity in its base unit; NOT_USED when there is none."""
        if quantity is None:
            return NOT_USED
        a, b = quantity.a, quantity.b
        if quantity.shape == Shape.EMPIRICAL:
            a, b = float(self._first(quantity.points)), float(len(quantity.points))
        numbers = (float(quantity.shape), a, b, quantity.c, quantity.low, quantity.high)
        return self.rows.setdefault(numbers, len(self.rows))

    def _first(self, points: tuple[float, ...]) -> int:
        if points not in self.first_point:
            self.first_point[points] = len(self.points)
            self.points += points
        return self.first_point[points]

    def tables(self) -> tuple[np.ndarray, np.ndarray]:
        """Return the DIST rows and the quantiles, each at least one long (the kernel compiles for both)."""
        rows: Sequence[tuple[float, ...]] = list(self.rows) or [(0.0,) * 6]
        return np.array([(int(r[0]), *r[1:]) for r in rows], DIST), np.array(self.points or [0.0])
