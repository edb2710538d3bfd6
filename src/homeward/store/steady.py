"""The steady state of a table that has a row per place: what is left out, and the mean of the rest."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from homeward.errors import HomewardError
from homeward.results.steady import SteadyMean, by_batches, by_replicates
from homeward.results.warm_up import WarmUp, mser
from homeward.store.duck import literal, quoted
from homeward.store.runs import Run
from homeward.store.tables import columns_of, read_table


@dataclass(frozen=True, eq=False)
class Settled:
    """(replicates, n) observations of a table under an arm, where they settle, and the mean after (None: never)."""

    table: str
    arm: str
    observations: np.ndarray
    warm_up: WarmUp
    steady: SteadyMean | None

    def sentences(self) -> list[str]:
        """Say it in words."""
        told = [self.warm_up.sentence()]
        if self.steady is not None:
            kind = "replicates" if self.steady.correlation is None else "batches"
            told.append(
                f"Mean of the rest: {self.steady.mean:,.6g} ({self.steady.low:,.6g} to {self.steady.high:,.6g}), "
                f"from {self.steady.pieces:,} {kind} of {self.steady.length:,}."
            )
            if self.steady.correlated:
                told.append(
                    "Neighbouring batches depend on each other, the interval is too narrow: observe for longer."
                )
        return told

    def to_json(self) -> dict[str, Any]:
        """Return it as plain data."""
        steady = self.steady
        return {
            "table": self.table,
            "arm": self.arm,
            "replicates": len(self.observations),
            "observations": self.warm_up.n,
            "cut": self.warm_up.cut,
            "found": self.warm_up.found,
            "steady": None
            if steady is None
            else {
                "mean": steady.mean,
                "low": steady.low,
                "high": steady.high,
                "pieces": steady.pieces,
                "length": steady.length,
                "correlated": steady.correlated,
            },
        }


def settled(run: Run, table: str, arm: str, further: tuple[int, ...] = ()) -> Settled:
    """Find the warm-up (MSER-5) of a table and the mean of the rest, over replicates, or batches when there is one.

    `further` are the numbers of the further places, one for each column place_2, place_3, ... HomewardError when the
    table has no places, or other ones.
    """
    observations = observed(run.table(table), table, arm, further)
    warm_up = mser(observations)
    steady = None
    if warm_up.found:
        one = len(observations) == 1
        steady = by_batches(observations[0], warm_up.cut) if one else by_replicates(observations, warm_up.cut)
    return Settled(table, arm, observations, warm_up, steady)


def observed(file: Path, table: str, arm: str, further: tuple[int, ...]) -> np.ndarray:
    """Return (replicates, n) values in the order of replicate and place."""
    more = [name for name in columns_of(file) if name.startswith("place_")]
    if "place" not in columns_of(file) or "value" not in columns_of(file):
        raise HomewardError(f"{table} has no row per place, and a steady state is looked for along places")
    if len(further) != len(more):
        wanted = " and ".join(more) or "no further place"
        raise HomewardError(f"{table} has {wanted} beside place: say which, with one --at for each")
    where = [f"arm = {literal(arm)}", *(f"{quoted(n)} = {at}" for n, at in zip(more, further, strict=True))]
    rows = read_table(file, "replicate", "place", "value", where=" AND ".join(where))
    replicates = len(np.unique(rows["replicate"]))
    if not replicates:
        raise HomewardError(f"{table} has nothing at {', '.join(where[1:])}")
    order = np.lexsort((rows["place"], rows["replicate"]))
    return np.asarray(rows["value"][order].astype(float).reshape(replicates, -1))
