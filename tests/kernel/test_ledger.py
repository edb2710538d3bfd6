"""The ledger keeps what happened, in order, and never loses a row in silence."""

import pytest

from homeward.codes import Event, Fault
from homeward.kernel import ledger
from tests.worlds import a_world

pytestmark = pytest.mark.jitless


def test_a_row_says_what_happened_when_and_to_whom():
    world = a_world()
    world.clock[0]["now_s"] = 90
    ledger.record(world, Event.SWAPPED, 2, 1, 1200.5, 0.25)
    assert world.ledger[0].tolist() == (90, Event.SWAPPED, 2, 1, 1200.5, 0.25)
    assert world.clock[0]["ledger"] == 1


def test_rows_come_in_the_order_of_events():
    world = a_world()
    for now_s, event in ((5, Event.START), (5, Event.TRAP), (8, Event.DIED)):
        world.clock[0]["now_s"] = now_s
        ledger.record(world, event, 0, -1, 0.0, 0.0)
    used = world.ledger[: world.clock[0]["ledger"]]
    assert used[["at_s", "event"]].tolist() == [(5, Event.START), (5, Event.TRAP), (8, Event.DIED)]


def test_a_party_is_written_as_a_negative_number():
    world = a_world()
    ledger.record(world, Event.RELIEF_SET_OUT, -1 - 3, -1, 800.0, 0.0)
    assert world.ledger[0]["who"] == -4


def test_a_life_without_a_ledger_writes_nothing():
    world = a_world()
    world.clock[0]["ledger_on"] = 0
    ledger.record(world, Event.DIED, 0, -1, 0.0, 1.0)
    assert (world.clock[0]["ledger"], world.ledger[0]["event"]) == (0, 0)


def test_a_full_ledger_is_a_fault_and_keeps_what_it_has():
    world = a_world(ledger=2)
    for event in (Event.START, Event.TRAP):
        ledger.record(world, event, 0, -1, 0.0, 0.0)
    assert world.clock[0]["fault"] == Fault.NONE
    ledger.record(world, Event.DIED, 0, -1, 0.0, 0.0)
    assert world.clock[0]["fault"] == Fault.LEDGER_FULL
    assert (world.clock[0]["ledger"], world.ledger["event"].tolist()) == (2, [Event.START, Event.TRAP])
