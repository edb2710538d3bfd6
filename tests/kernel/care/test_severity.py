"""Triage sees how severe a wound is, not only what it has done so far."""

import pytest

from homeward.run.network import live_one
from tests.network_worlds import HOUR_S, a_network, constant

pytestmark = pytest.mark.jitless


WAYS_OUT = (-1, -2, -6)
"""By category, T1 first: the way out that tells it."""


def category_of_a_fresh_wound(iss: float, **thresholds: float) -> int:
    """Somebody whose wound bleeds slowly is sorted and leaves by the way of his category: return it (1: T1)."""
    ways = [[1.0] * 6, [0.0] + [1.0] * 5, [0.0] * 2 + [1.0] * 4, [0.0] * 2 + [1.0] * 4]
    world = a_network(
        dists=[constant(60), constant(0.01 / HOUR_S), constant(iss)],
        conditions=[{"bleed_dist": 1, "from_body": 1, "iss_dist": 2}],
        stations=[{"time_dist": 0, "sets_category": 1, "way": ways, "next": [*WAYS_OUT, -1, -1, -1]}],
        streams=[{"listed0": 0, "listed": 1}],
        listed=[{"at_s": 60, "condition": 0, "category": -1, "body": -1}],
        care={"immediate_map_mmhg": 60.0, "delayed_map_mmhg": 80.0, **thresholds},
        starts=[0],
    )
    exits = live_one(world, 0, ledger_rows=100).lived.totals["exit"][0]
    return 1 + [int(exits[-way]) for way in WAYS_OUT].index(1)


@pytest.mark.parametrize(("iss", "category"), [(4.0, 3), (9.0, 2), (16.0, 1)])
def test_a_severe_wound_is_urgent_before_pressure_falls(iss: float, category: int) -> None:
    assert category_of_a_fresh_wound(iss, immediate_iss=16.0, delayed_iss=9.0) == category


def test_without_thresholds_pressure_alone_counts() -> None:
    assert category_of_a_fresh_wound(25.0) == 3
