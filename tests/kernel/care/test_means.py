"""Small stories of what care needs: staff on shift, beds, vehicles, blood, and what happens where they are short."""

import numpy as np
import pytest

from homeward.codes import Event, Exit
from homeward.kernel.organisation import Organisation
from homeward.run.network import Kept, live_one
from tests.network_worlds import DAY_S, HOUR_S, MINUTE_S, Row, a_network, constant

pytestmark = pytest.mark.jitless
NURSE, DUTY, HOME = 1, -1, -2
ONE_NURSE: Row = {"skill": [0], "hands": [1], "time_dist": 0}


def lived(world: Organisation) -> Kept:
    return live_one(world, 0, ledger_rows=20_000)


def told(kept: Kept, *events: Event) -> list[tuple[int, Event, int]]:
    """When which of these events happened, and where (its `other`)."""
    rows = [row for row in kept.ledger if row["event"] in events]
    return [(int(row["at_s"]), Event(int(row["event"])), int(row["other"])) for row in rows]


def coming(*who: tuple[int, int]) -> Row:
    """A list of arrivals: (time in s, category)."""
    listed = [{"at_s": at_s, "condition": 0, "category": category, "body": -1} for at_s, category in who]
    return {"streams": [{"listed0": 0, "listed": len(listed)}], "listed": listed}


def test_who_comes_before_the_shift_waits_for_it_and_the_shift_stays_until_he_is_done() -> None:
    world = a_network(
        dists=[constant(9 * HOUR_S)],
        staff=[{"skills": NURSE, "shifts": 1}],
        shifts=[{"from_s": 7 * HOUR_S, "until_s": 15 * HOUR_S}],
        stations=[ONE_NURSE],
        **coming((HOUR_S, 2)),
    )
    kept = lived(world)
    assert told(kept, Event.TASK_BEGUN, Event.TASK_DONE) == [
        (7 * HOUR_S, Event.TASK_BEGUN, 0),
        (16 * HOUR_S, Event.TASK_DONE, 0),
    ]
    (nurse,) = kept.lived.staff[0]
    assert (nurse["busy_s"], nurse["on_s"], nurse["overrun_s"]) == (9 * HOUR_S, 8 * HOUR_S, HOUR_S)


def test_a_t1_interrupts_the_least_urgent_who_then_needs_only_what_was_left() -> None:
    world = a_network(
        dists=[constant(3600)],
        staff=[{"skills": NURSE}, {"skills": NURSE}],
        stations=[ONE_NURSE | {"preempts": 1, "interruptible": 1}],
        **coming((0, 1), (60, 2), (600, 0)),
    )
    kept = lived(world)
    begun = [(int(row["at_s"]), int(row["who"])) for row in kept.ledger if row["event"] == Event.TASK_BEGUN]
    assert begun == [(0, -1), (60, -2), (600, -3), (3600, -2)]
    assert told(kept, Event.INTERRUPTED) == [(600, Event.INTERRUPTED, 0)]
    assert [at_s for at_s, _, _ in told(kept, Event.LEFT_CARE)] == [3600, 4200, 3600 + 3060]


def test_a_stay_longer_than_the_policy_allows_is_finished_elsewhere() -> None:
    world = a_network(
        dists=[constant(5 * DAY_S), constant(6 * HOUR_S)],
        facilities=[{"hold_s": 3 * DAY_S, "evacuate_to": 1, "evacuate_link": 0}, {}],
        stations=[
            {"facility": 0, "time_dist": 0, "stays": 1, "next": [DUTY]},
            {"facility": 1, "time_dist": 0, "stays": 1, "next": [HOME]},
        ],
        links=[{"from_facility": 0, "to_facility": 1, "back_dist": 1}],
        starts=[0, 1],
        care={"length_s": 9 * DAY_S},
        **coming((0, 2)),
    )
    kept = lived(world)
    assert told(kept, Event.TASK_BEGUN, Event.LEFT_CARE) == [
        (0, Event.TASK_BEGUN, 0),
        (3 * DAY_S + 6 * HOUR_S, Event.TASK_BEGUN, 1),
        (5 * DAY_S + 6 * HOUR_S, Event.LEFT_CARE, 1),
    ]
    assert kept.lived.totals["exit"][0][-Exit.HOME] == 1


def test_one_ambulance_fetches_two_at_a_time_the_more_urgent_first() -> None:
    world = a_network(
        dists=[constant(0), constant(20 * MINUTE_S)],
        facilities=[{}, {}],
        stations=[
            {"facility": 0, "time_dist": 0, "next": [1], "link": [0]},
            {"facility": 1, "time_dist": 0, "next": [HOME]},
        ],
        links=[{"from_facility": 0, "to_facility": 1, "fleet": 0, "out_dist": 1, "back_dist": 1}],
        fleets=[{"home": 1, "first": 0, "count": 1, "seats": 2}],
        vehicles=[{"fleet": 0}],
        starts=[0, -1],
        **coming((0, 2), (60, 2), (120, 0)),
    )
    kept = lived(world)
    # The T1, last to come, rides with the first; the second waits for the next trip.
    left = [(int(row["at_s"]), int(row["who"])) for row in kept.ledger if row["event"] == Event.LEFT_CARE]
    assert left == [(2400, -3), (2400, -1), (4800, -2)]
    (link,) = kept.lived.links[0]
    assert (link["moved"], link["driven"], link["longest_s"]) == (3, 2, 3600 - 60)


def test_blood_is_given_while_there_is_any_and_comes_back_with_the_delivery() -> None:
    world = a_network(
        dists=[constant(600), constant(0.45)],
        conditions=[{"lost_dist": 1}],
        stocks=[{"units0": 2, "every_s": HOUR_S, "adds": 5, "most": 4, "is_blood": 1}],
        stations=[{"time_dist": 0, "stock": [0], "uses": [0], "waits_for_stock": 1}],
        **coming((0, 1), (60, 1)),
    )
    kept = lived(world)
    # 55 % left, units of a tenth, given below 70 %: two each. The second waits for the delivery, cut to the store.
    assert [at_s for at_s, _, _ in told(kept, Event.TASK_BEGUN)] == [0, HOUR_S]
    assert kept.lived.stocks["used"][0, 0] == 4


def test_nobody_waits_longer_than_his_patience() -> None:
    world = a_network(
        dists=[constant(3600), constant(600)],
        staff=[{"skills": NURSE}],
        stations=[ONE_NURSE | {"patience_dist": 1}],
        **coming((0, 2), (60, 2)),
    )
    assert told(lived(world), Event.LEFT_UNSEEN) == [(660, Event.LEFT_UNSEEN, 0)]


def test_a_burst_comes_within_its_time_and_a_profile_only_in_its_hours() -> None:
    burst = {"gap_dist": 1, "burst_size_dist": 2, "burst_within_s": 1800}
    hours = {"rate_per_s": 1 / 60, "profile0": 0, "profile": 24, "profile_step_s": HOUR_S, "wraps": 1}
    for stream, allowed in ((burst, (6 * HOUR_S, 6 * HOUR_S + 1800)), (hours, (8 * HOUR_S, 10 * HOUR_S))):
        world = a_network(
            dists=[constant(0), constant(6 * HOUR_S), constant(12)],
            profiles=[0.0] * 8 + [1 / 60, 1 / 120] + [0.0] * 14,
            stations=[{"time_dist": 0}],
            streams=[stream],
            care={"length_s": 11 * HOUR_S},
        )
        came = np.asarray([at_s for at_s, _, _ in told(lived(world), Event.CAME)])
        assert len(came) >= 12
        assert np.all((came >= allowed[0]) & (came <= allowed[1]))
