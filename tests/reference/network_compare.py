"""Kernel against twin: one replicate of a network lived by both must leave the same ledger."""

import math
from collections.abc import Iterable

import numpy as np

from homeward.codes import Event
from homeward.kernel.organisation import Organisation
from homeward.run.network import Kept, live_one
from tests.reference.network import Noted, Replicate
from tests.reference.network_given import given

ROWS = 20_000


def as_noted(row: np.void) -> Noted:
    """Return a row of the kernel's ledger."""
    return Noted(int(row["at_s"]), Event(int(row["event"])), int(row["who"]), int(row["other"]), float(row["detail"]))


def alike(kernel: Noted, twin: Noted) -> bool:
    """Whether both wrote down the same event."""
    named = (kernel.at_s, kernel.event, kernel.who, kernel.other) == (twin.at_s, twin.event, twin.who, twin.other)
    return named and math.isclose(kernel.detail, twin.detail, rel_tol=1e-9, abs_tol=1e-9)


def agree(template: Organisation, replicates: Iterable[int]) -> list[Kept]:
    """Assert that kernel and twin live these replicates alike; return them."""
    kept = []
    for replicate in replicates:
        mine = live_one(template, replicate, ledger_rows=ROWS)
        twin = Replicate(given(template), replicate)
        twin.live()
        ledger = [as_noted(row) for row in mine.ledger]
        for nth, (one, other) in enumerate(zip(ledger, twin.ledger, strict=False)):
            assert alike(one, other), f"replicate {replicate}, row {nth}:\n kernel {one}\n twin   {other}"
        assert len(ledger) == len(twin.ledger)
        assert mine.lived.totals["inside"][0] == len(twin.seats)
        kept.append(mine)
    return kept
