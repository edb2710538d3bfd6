"""The calendar gives events in order, whichever way it keeps them, and moves an entity's entry in place."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.codes import CalendarKind, Event, Fault
from homeward.kernel import calendar, packing
from homeward.kernel.jit import JIT, entry
from tests.worlds import an_empty_world

pytestmark = pytest.mark.jitless
TEN_YEARS_S = 10 * 366 * 24 * 3600
QUEUE, HEAP = CalendarKind.QUEUE, CalendarKind.HEAP
each_kind = pytest.mark.parametrize(
    ("kind", "entities"),
    [(HEAP, 3), (HEAP, 70), (QUEUE, 3), (QUEUE, calendar.FEW), (QUEUE, calendar.FEW + 1), (QUEUE, 70)],
)


def popped(world):
    """Return all that is left in the calendar as (time, event, entity), in the order it comes."""
    rows = []
    while (key := calendar.pop_next(world)) >= 0:
        rows.append((calendar.at_of(key), calendar.event_of(key), calendar.entity_of(key)))
    return rows


def check_order_inside(world):
    """Assert that heap, buckets and rows tell the same story."""
    clock, nodes = world.clock[0], world.calendar
    queued = {entity for entity in range(len(nodes)) if nodes[entity]["key"] != packing.NEVER}
    assert clock["pending"] == len(queued)
    if clock["calendar"] == QUEUE and len(nodes) <= calendar.FEW:
        return
    heap = [int(nodes[slot]["heap"]) for slot in range(clock["near"])]
    if clock["few"] == 0:
        assert all(heap[(slot - 1) // 4] < heap[slot] for slot in range(1, len(heap)))
    in_heap = {key & packing.ENTITY_MASK for key in heap}
    in_days = set(entities_in_days(world)) if clock["calendar"] == QUEUE else set()
    assert not in_heap & in_days
    assert in_heap | in_days == queued
    for slot, key in enumerate(heap):
        node = nodes[key & packing.ENTITY_MASK]
        assert (node["slot"], node["key"]) == (slot, key)


def entities_in_days(world):
    """Yield the entities of every bucket, asserting that each is where its time says and linked both ways."""
    clock, nodes = world.clock[0], world.calendar
    for bucket, entity in enumerate(world.buckets.tolist()):
        before = -1
        while entity >= 0:
            day = int(nodes[entity]["key"]) >> (packing.AT_SHIFT + int(clock["shift"]))
            assert day % len(world.buckets) == bucket
            assert day > clock["day"]
            assert (nodes[entity]["prev"], nodes[entity]["slot"]) == (before, packing.FAR)
            yield entity
            before, entity = entity, int(nodes[entity]["next"])


# --- small stories


@each_kind
def test_an_empty_calendar_has_no_next_event(kind, entities):
    world = an_empty_world(entities, kind)
    world.clock[0]["now_s"] = 7
    assert (calendar.pop_next(world), calendar.next_at(world), calendar.scheduled_at(world, 0)) == (-1, -1, -1)
    assert world.clock[0]["now_s"] == 7


@each_kind
def test_the_clock_moves_to_the_event_that_comes(kind, entities):
    world = an_empty_world(entities, kind)
    calendar.schedule(world, 40, Event.ARRIVED, 1)
    assert (calendar.next_at(world), calendar.scheduled_at(world, 1), world.clock[0]["now_s"]) == (40, 40, 0)
    key = calendar.pop_next(world)
    assert (calendar.at_of(key), calendar.event_of(key), calendar.entity_of(key)) == (40, Event.ARRIVED, 1)
    assert (world.clock[0]["now_s"], calendar.scheduled_at(world, 1), world.clock[0]["pending"]) == (40, -1, 0)


@each_kind
def test_at_equal_times_the_event_decides_and_then_the_entity(kind, entities):
    world = an_empty_world(entities, kind)
    for entity, event in ((2, Event.DIED), (1, Event.ARRIVED), (0, Event.ARRIVED)):
        calendar.schedule(world, 9, event, entity)
    assert popped(world) == [(9, Event.DIED, 2), (9, Event.ARRIVED, 0), (9, Event.ARRIVED, 1)]


@each_kind
def test_an_entity_has_one_entry_which_moves(kind, entities):
    world = an_empty_world(entities, kind)
    calendar.schedule(world, 50, Event.DIED, 0)
    calendar.schedule(world, 60, Event.DIED, 1)
    for at_s in (70, 20, 5_000_000, 90, 90):
        calendar.schedule(world, at_s, Event.ARRIVED, 0)
        check_order_inside(world)
    assert popped(world) == [(60, Event.DIED, 1), (90, Event.ARRIVED, 0)]


@each_kind
def test_a_cancelled_entry_never_comes_and_cancelling_nothing_is_nothing(kind, entities):
    world = an_empty_world(entities, kind)
    for entity, at_s in enumerate((10, 20, 2_000_000)):
        calendar.schedule(world, at_s, Event.DIED, entity)
    for entity in (1, 1, 2):
        calendar.cancel(world, entity)
        check_order_inside(world)
    assert popped(world) == [(10, Event.DIED, 0)]


@each_kind
def test_an_event_may_schedule_another_at_the_same_moment(kind, entities):
    world = an_empty_world(entities, kind)
    calendar.schedule(world, 30, Event.START, 0)
    calendar.schedule(world, 30, Event.DIED, 1)
    calendar.pop_next(world)
    calendar.schedule(world, 30, Event.TRAP, 0)
    assert popped(world) == [(30, Event.TRAP, 0), (30, Event.DIED, 1)]
    assert world.clock[0]["fault"] == Fault.NONE


@each_kind
def test_an_event_in_the_past_is_a_fault(kind, entities):
    world = an_empty_world(entities, kind)
    calendar.schedule(world, 30, Event.START, 0)
    calendar.pop_next(world)
    calendar.schedule(world, 29, Event.DIED, 0)
    assert world.clock[0]["fault"] == Fault.CALENDAR_BEFORE_NOW


@each_kind
def test_ten_years_and_then_a_second_are_no_trouble(kind, entities):
    world = an_empty_world(entities, kind)
    calendar.schedule(world, TEN_YEARS_S, Event.DIED, 0)
    calendar.schedule(world, TEN_YEARS_S + 1, Event.DIED, 1)
    assert popped(world) == [(TEN_YEARS_S, Event.DIED, 0), (TEN_YEARS_S + 1, Event.DIED, 1)]


@each_kind
def test_a_time_beyond_all_lives_comes_last(kind, entities):
    world = an_empty_world(entities, kind)
    calendar.schedule(world, 2**50, Event.DIED, 0)
    calendar.schedule(world, TEN_YEARS_S, Event.DIED, 1)
    assert popped(world) == [(TEN_YEARS_S, Event.DIED, 1), (packing.LAST_S, Event.DIED, 0)]
    assert world.clock[0]["fault"] == Fault.NONE


@each_kind
def test_clearing_forgets_every_entry(kind, entities):
    world = an_empty_world(entities, kind)
    for at_s in (10, 5_000_000):
        calendar.schedule(world, at_s, Event.DIED, 0)
        calendar.schedule(world, at_s + 1, Event.DIED, 1)
        calendar.next_at(world)
        calendar.clear(world)
        check_order_inside(world)
        assert popped(world) == []


@given(
    at_s=st.integers(0, 2**packing.AT_BITS - 1),
    event=st.integers(0, packing.EVENT_MASK),
    entity=st.integers(0, packing.ENTITY_MASK),
)
def test_an_entry_unpacks_to_what_was_packed(at_s, event, entity):
    key = calendar.pack(at_s, event, entity)
    assert (calendar.at_of(key), calendar.event_of(key), calendar.entity_of(key)) == (at_s, event, entity)
    assert 0 <= key <= packing.NEVER


def test_every_event_that_enters_a_calendar_fits_an_entry():
    for_the_ledger_only = {event for event in Event if event > packing.EVENT_MASK}
    assert min(for_the_ledger_only) == Event.JOURNEY_ENDS, "codes/events.py says from where on none is"


@pytest.mark.parametrize(("entities", "buckets"), [(1, 1), (2, 2), (3, 4), (15, 16), (64, 64), (65, 128)])
def test_there_are_at_least_as_many_buckets_as_entities(entities, buckets):
    assert calendar.buckets_needed(entities) == buckets


@pytest.mark.parametrize("entities", [0, -3, 2**23])
def test_an_impossible_number_of_entities_is_refused(entities):
    with pytest.raises(ValueError, match="a calendar holds 1 to"):
        calendar.buckets_needed(entities)


# --- any sequence of operations, against a dictionary

AHEAD_S = st.one_of(st.integers(0, 3), st.integers(0, 600), st.integers(0, 10**6), st.just(TEN_YEARS_S))
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("schedule"), st.integers(0, 39), AHEAD_S, st.sampled_from([1, 5, 40])),
        st.tuples(st.just("cancel"), st.integers(0, 39)),
        st.tuples(st.just("pop")),
        st.tuples(st.just("peek")),
    ),
    max_size=120,
)


@each_kind
@given(steps=STEPS)
def test_any_calendar_answers_as_a_dictionary_would(kind, entities, steps):
    world, entries, now_s = an_empty_world(entities, kind), {}, 0
    for step, *what in steps:
        entity = what[0] % entities if what else None
        if step == "schedule":
            calendar.schedule(world, now_s + what[1], what[2], entity)
            entries[entity] = (now_s + what[1], what[2], entity)
        elif step == "cancel":
            calendar.cancel(world, entity)
            entries.pop(entity, None)
        elif step == "peek":
            assert calendar.next_at(world) == min(entries.values(), default=(-1,))[0]
        else:
            key = calendar.pop_next(world)
            first = min(entries.values(), default=None)
            assert key == (-1 if first is None else calendar.pack(*first))
            if first is not None:
                now_s = first[0]
                del entries[first[2]]
        assert world.clock[0]["now_s"] == now_s
    check_order_inside(world)
    assert popped(world) == sorted(entries.values())
    assert world.clock[0]["fault"] == Fault.NONE


# --- long lives: the days lengthen and shorten, and nobody notices


@entry
def live(world, ahead_s, moved, out):
    """Let every entity recur: event i comes, its entity comes again ahead_s[i] later, and entity moved[i] moves."""
    entities = len(world.calendar)
    for entity in range(entities):
        calendar.schedule(world, ahead_s[entity], Event.DIED, entity)
    for i in range(len(out)):
        key = calendar.pop_next(world)
        out[i] = key
        if key < 0:
            break
        now_s = calendar.at_of(key)
        calendar.schedule(world, now_s + ahead_s[i % len(ahead_s)], Event.DIED, calendar.entity_of(key))
        other = moved[i]
        if other >= entities:
            calendar.cancel(world, other - entities)
        elif other >= 0:
            calendar.schedule(world, now_s + ahead_s[-1 - i % len(ahead_s)], Event.ARRIVED, other)


def some_lives():
    """Return named patterns of waiting times, s: crowded, sparse, bursts, and a rate that changes a thousandfold."""
    rng = np.random.default_rng(4)
    n = 20_000 if JIT else 2_000
    swing = np.where(np.arange(n) // (n // 8) % 2, 100_000.0, 30.0)
    return {
        "crowded": rng.integers(0, 3, n),
        "sparse": rng.exponential(3e6, n).astype(np.int64) + 1,
        "bursts": rng.integers(0, 3, n) * 3600,
        "minutes, and now and then years": np.where(rng.random(n) < 0.02, TEN_YEARS_S, rng.integers(1, 300, n)),
        "a changing rate": rng.exponential(swing).astype(np.int64),
    }


LIVES = some_lives()


@pytest.mark.parametrize("pattern", LIVES)
@pytest.mark.parametrize("entities", [calendar.FEW, 70, 700])
def test_queue_and_heap_live_the_same_life(pattern, entities):
    ahead_s = LIVES[pattern]
    rng = np.random.default_rng(entities)
    moved = np.where(rng.random(len(ahead_s)) < 0.3, rng.integers(0, 2 * entities, len(ahead_s)), -1)
    moved[len(ahead_s) // 2 :] = -1  # then nothing is cancelled any more, so some entry always remains
    moved[rng.permutation(len(ahead_s))[: len(ahead_s) // 2]] = -1
    lives = []
    for kind in (QUEUE, HEAP):
        world, out = an_empty_world(entities, kind), np.zeros(len(ahead_s), np.int64)
        live(world, ahead_s, moved, out)
        check_order_inside(world)
        lives.append(out)
    np.testing.assert_array_equal(*lives)
    assert lives[0].min() > 0, "the calendar ran empty"
    assert (np.diff(lives[0] >> packing.AT_SHIFT) >= 0).all(), "time ran backwards"


@pytest.mark.parametrize(("mean_s", "shortest", "longest"), [(60, 0, 3), (86_400, 7, 12), (3_000_000, 12, 18)])
def test_the_length_of_a_day_follows_the_rate_of_events(mean_s, shortest, longest):
    """With 200 entities, days of 2^shift s hold about 4 to 16 events; the heap stays far smaller than the calendar."""
    ahead_s = np.random.default_rng(8).exponential(mean_s, 4000).astype(np.int64) + 1
    world = an_empty_world(200)
    live(world, ahead_s, np.full(4000, -1), np.zeros(4000, np.int64))
    assert shortest <= world.clock[0]["shift"] <= longest
    assert world.clock[0]["near"] <= 60
