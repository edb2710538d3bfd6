"""Small stories of patients: who waits, who is next, who dies, who is moved."""

import numpy as np
import pytest

from homeward.codes import Event
from homeward.kernel.organisation import Organisation
from homeward.run.network import Kept, live_one
from tests.network_worlds import HOUR_S, MINUTE_S, a_network, constant, m_m_c

pytestmark = pytest.mark.jitless
NURSE, SURGEON = 1, 2
HOME, DUTY = -2, -1
WHOLE_DAY = {"length_s": 24 * HOUR_S}


def lived(world: Organisation, replicate: int = 0) -> Kept:
    return live_one(world, replicate, ledger_rows=20_000)


def moments(kept: Kept, event: Event) -> list[int]:
    return [int(row["at_s"]) for row in kept.ledger if row["event"] == event]


def listed(*at_minutes: float, **said: int) -> dict[str, object]:
    """A stream and its list: somebody comes at each of these minutes."""
    rows = [{"at_s": int(at * MINUTE_S), "condition": 0, "category": -1, "body": -1} | said for at in at_minutes]
    return {"streams": [{"listed0": 0, "listed": len(rows)}], "listed": rows}


def test_one_nurse_sees_one_after_the_other() -> None:
    world = a_network(
        dists=[constant(600)],
        staff=[{"skills": NURSE}],
        stations=[{"skill": [0], "hands": [1], "time_dist": 0, "next": [DUTY]}],
        **listed(0, 5, 7),
    )
    kept = lived(world)
    assert moments(kept, Event.TASK_BEGUN) == [0, 600, 1200]
    assert moments(kept, Event.LEFT_CARE) == [600, 1200, 1800]
    assert kept.lived.station_counts["waited_s"][0, 0] == 5 * 60 + 13 * 60
    assert kept.lived.staff["busy_s"][0, 0] == 1800


def test_the_more_urgent_goes_first_and_a_full_ward_keeps_the_theatre() -> None:
    rows = [
        {"at_s": at, "condition": 0, "category": category, "body": -1} for at, category in ((0, 2), (60, 2), (120, 0))
    ]
    world = a_network(
        dists=[constant(600), constant(6000)],
        areas=[{"facility": 0, "beds": 1}, {"facility": 0, "beds": 1}],
        staff=[{"skills": SURGEON}],
        stations=[
            {"skill": [1], "hands": [1], "time_dist": 0, "area": 0, "next": [1]},
            {"time_dist": 1, "area": 1, "stays": 1, "blocks": 1, "next": [HOME]},
        ],
        streams=[{"listed0": 0, "listed": 3}],
        listed=rows,
    )
    kept = lived(world)
    begun = [
        (int(row["at_s"]), int(row["who"]), int(row["other"]))
        for row in kept.ledger
        if row["event"] == Event.TASK_BEGUN
    ]
    # The T1, third to come, is operated on second, and then holds the table until the ward has a bed.
    assert begun[:3] == [(0, -1, 0), (600, -1, 1), (600, -3, 0)]
    assert begun[3:5] == [(6600, -3, 1), (6600, -2, 0)]
    assert kept.lived.areas["most"][0].tolist() == [1, 1]


def test_nobody_is_lost_and_the_integral_is_the_sum_of_stays() -> None:
    for replicate in range(3):
        kept = lived(m_m_c(2, 0.9), replicate)
        totals = kept.lived.totals[0]
        assert totals["came"] == totals["exit"].sum() + totals["inside"]
        assert totals["inside_s"] == totals["stay_s"]


def test_a_line_of_none_loses_whoever_cannot_begin() -> None:
    world = a_network(
        dists=[constant(600)],
        staff=[{"skills": NURSE}],
        stations=[{"skill": [0], "hands": [1], "time_dist": 0, "queue_limit": 0}],
        **listed(0, 5, 11),
    )
    kept = lived(world)
    assert kept.lived.totals["exit"][0].tolist() == [0, 0, 2, 0, 1, 0, 0, 0]
    assert moments(kept, Event.TURNED_AWAY) == [300]


def test_without_help_he_bleeds_to_death_in_the_line() -> None:
    flow_per_s = 0.5 / HOUR_S
    world = a_network(
        dists=[constant(10 * HOUR_S), constant(flow_per_s)],
        conditions=[{}, {"bleed_dist": 1, "from_body": 1}],
        staff=[{"skills": NURSE}],
        stations=[{"skill": [0], "hands": [1], "time_dist": 0}],
        streams=[{"listed0": 0, "listed": 2}],
        listed=[{"at_s": 60 * k, "condition": k, "category": -1, "body": -1} for k in range(2)],
        care={"immediate_map_mmhg": 60.0, "delayed_map_mmhg": 80.0},
        starts=[0, 0],
    )
    kept = lived(world)
    (died_s,) = moments(kept, Event.DIED_IN_CARE)
    # Half of the blood in an hour at full pressure: pressure falls from a quarter lost, and arrest is at 25 mmHg.
    straight_s = 0.25 / flow_per_s
    falling_s = (0.53 - 0.25) * np.log(93 / 25) / flow_per_s
    assert died_s == 60 + np.ceil(straight_s + falling_s)
    assert [int(row["detail"]) for row in kept.ledger if row["event"] == Event.REASSESSED] == [2, 1]
    assert kept.lived.station_counts["died_waiting"][0, 0] == 1
