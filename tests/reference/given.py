"""What the twin is given: the lowered tables of a scenario as plain dicts and lists of Python numbers."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from homeward.kernel.tables import World

Row = dict[str, Any]


def plain(row: np.void) -> Row:
    """Return one row of a table: field name to a Python number, or to a list of them."""
    return {name: row[name].tolist() for name in row.dtype.names or ()}


@dataclass
class Given:
    """The numbers of a scenario. Nothing here changes during a life."""

    setting: Row
    incident: Row
    dists: list[Row]
    quantiles: list[float]
    treatments: list[Row]
    orders: list[Row]
    legs: list[Row]
    observed: list[Row]
    people: list[Row]
    wounds: list[Row]
    parties: list[Row]
    seed: int
    generator: int
    ends_at_door: bool


def given(template: World) -> Given:
    """Return what a lowered scenario says, without the kernel's tables."""
    clock = plain(template.clock[0])
    return Given(
        setting=plain(template.setting[0]),
        incident=plain(template.incident[0]),
        dists=[plain(row) for row in template.dists],
        quantiles=template.quantiles.tolist(),
        treatments=[plain(row) for row in template.treatments],
        orders=[plain(row) for row in template.orders],
        legs=[plain(row) for row in template.legs],
        observed=[plain(row) for row in template.observed],
        people=[plain(row) for row in template.people],
        wounds=[plain(row) for row in template.wounds[: clock["wounds0"]]],
        parties=[plain(row) for row in template.parties],
        seed=clock["seed"],
        generator=clock["generator"],
        ends_at_door=clock["hand_over"] == 1,
    )
