"""Laws of every network: nobody is lost or in two places, and nothing is used that is not there."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from homeward.codes import CalendarKind, Event
from homeward.kernel.organisation import Organisation
from homeward.run.network import Kept, live_one
from tests.kernel.care.made_up import networks

pytestmark = pytest.mark.jitless
ENDS = (Event.TASK_DONE, Event.INTERRUPTED, Event.LEFT_CARE)


def lived(world: Organisation) -> Kept:
    return live_one(world, 0, ledger_rows=20_000)


def who_did(kept: Kept, event: Event) -> Counter[int]:
    return Counter(kept.ledger["who"][kept.ledger["event"] == event].tolist())


def nobody_is_lost_and_everybody_leaves_at_most_once(kept: Kept) -> None:
    came, left = who_did(kept, Event.CAME), who_did(kept, Event.LEFT_CARE)
    assert set(came.values()) <= {1}
    assert set(left.values()) <= {1}
    assert set(left) <= set(came)
    assert len(came) - len(left) == kept.lived.totals["inside"][0]
    assert len(kept.visits) == kept.lived.totals["exit"][0].sum()


def nobody_is_in_two_tasks_at_once(kept: Kept) -> None:
    busy: set[int] = set()
    for event, who in zip(kept.ledger["event"].tolist(), kept.ledger["who"].tolist(), strict=True):
        if event == Event.TASK_BEGUN:
            assert who not in busy
            busy.add(who)
        elif event in ENDS:
            busy.discard(who)


def the_integral_of_those_inside_is_the_sum_of_their_stays(kept: Kept) -> None:
    totals = kept.lived.totals[0]
    assert totals["inside_s"] == totals["stay_s"]


def nobody_works_more_than_he_is_there_and_no_bed_is_taken_twice(kept: Kept) -> None:
    time_s = int(kept.lived.totals["end_s"][0] - kept.lived.totals["counts_from_s"][0])
    staff, areas, things = kept.lived.staff[0], kept.lived.areas[0], kept.lived.equipment[0]
    assert np.all(staff["busy_s"] - staff["overrun_s"] <= staff["on_s"])
    assert np.all(staff["on_s"] <= time_s)
    with_beds = areas[areas["beds"] >= 0]
    assert np.all(with_beds["most"] <= with_beds["beds"])
    assert np.all(with_beds["bed_s"] <= with_beds["beds"] * time_s)
    assert np.all((things["used_s"] >= 0) & (things["used_s"] <= things["count"] * time_s))


def no_store_gives_what_it_has_not(kept: Kept) -> None:
    stocks = kept.lived.stocks[0]
    assert np.all(stocks["units"] >= 0)
    if kept.lived.totals["counts_from_s"][0] == 0:
        assert np.all(stocks["units0"] + stocks["added"] - stocks["used"] == stocks["units"])


LAWS = (
    nobody_is_lost_and_everybody_leaves_at_most_once,
    nobody_is_in_two_tasks_at_once,
    the_integral_of_those_inside_is_the_sum_of_their_stays,
    nobody_works_more_than_he_is_there_and_no_bed_is_taken_twice,
    no_store_gives_what_it_has_not,
)


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(networks())
def test_laws_hold_in_networks_of_every_kind_with_either_calendar(world: Organisation) -> None:
    ledgers = []
    for kind in CalendarKind:
        world.clock["calendar"] = kind
        kept = lived(world)
        for law in LAWS:
            law(kept)
        ledgers.append(kept.ledger)
    assert np.array_equal(*ledgers)
