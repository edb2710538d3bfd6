"""The formulas of queues, held against chains that are solved and customers who are followed one by one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.validation.queues_blocking import most_that_pass, row_of_two, stationary
from homeward.validation.queues_exact import (
    erlang_b,
    erlang_c,
    wait_of_mg1,
    wait_of_mmc,
    waits_by_class,
    waits_by_class_one_server,
)

pytestmark = pytest.mark.jitless


def shares_by_number(servers: int, arrivals: float, services: float, room: int) -> np.ndarray:
    """Return the share of time with 0, 1, ... `room` inside, by solving the birth-death chain."""
    rates = np.zeros((room + 1, room + 1))
    for n in range(room):
        rates[n, n + 1] = arrivals
        rates[n + 1, n] = min(n + 1, servers) * services
    rates[np.diag_indices_from(rates)] = -rates.sum(1)
    return stationary(rates)


def row_followed(customers: int, arrivals: float, first: float, second: float) -> tuple[float, float, float]:
    """Follow customers through two stations without room between; mean time in line, held at the first, inside."""
    rng = np.random.default_rng(5)
    comes = np.cumsum(rng.exponential(1 / arrivals, customers))
    works = rng.exponential(1 / first, customers), rng.exponential(1 / second, customers)
    first_free = second_free = 0.0
    sums = np.zeros(3)
    for come, at_first, at_second in zip(comes, *works, strict=True):
        begins = max(come, first_free)
        done = begins + at_first
        first_free = max(done, second_free)
        second_free = first_free + at_second
        sums += begins - come, first_free - done, second_free - come
    return tuple(sums / customers)


@pytest.mark.parametrize(("servers", "arrivals"), [(1, 0.8), (2, 1.5), (5, 4.5), (30, 24.0)])
def test_the_wait_of_a_line_is_that_of_its_chain(servers: int, arrivals: float) -> None:
    share = shares_by_number(servers, arrivals, 1.0, 600)
    in_line = (np.maximum(np.arange(601) - servers, 0) * share).sum()
    assert wait_of_mmc(servers, arrivals, 1.0) == pytest.approx(in_line / arrivals, rel=1e-9)
    assert erlang_c(servers, arrivals) == pytest.approx(share[servers:].sum(), rel=1e-9)


@pytest.mark.parametrize(("servers", "offered"), [(1, 0.5), (5, 4.0), (30, 40.0)])
def test_who_is_turned_away_comes_when_all_are_busy(servers: int, offered: float) -> None:
    assert erlang_b(servers, offered) == pytest.approx(shares_by_number(servers, offered, 1.0, servers)[-1])


def test_one_server_with_exponential_times_is_both_formulas() -> None:
    assert wait_of_mg1(0.8, 1.0, 1.0) == pytest.approx(wait_of_mmc(1, 0.8, 1.0)) == pytest.approx(4.0)


def test_a_server_that_never_varies_halves_the_wait() -> None:
    assert wait_of_mg1(0.8, 1.0, 0.0) == pytest.approx(wait_of_mg1(0.8, 1.0, 1.0) / 2)


rates = st.floats(0.05, 0.9)


@given(rates, rates, st.integers(1, 8))
def test_classes_share_out_the_waiting_and_make_none(urgent: float, other: float, servers: int) -> None:
    total = urgent + other
    arrivals = [0.95 * servers * urgent / total, 0.01 * servers * other / total]
    waits = waits_by_class(servers, arrivals, 1.0)
    together = sum(rate * wait for rate, wait in zip(arrivals, waits, strict=True)) / sum(arrivals)
    assert waits[0] < waits[1]
    assert together == pytest.approx(wait_of_mmc(servers, sum(arrivals), 1.0))


def test_both_forms_of_cobham_agree_where_they_meet() -> None:
    both = waits_by_class(1, [0.3, 0.5], 1.0), waits_by_class_one_server([0.3, 0.5], [1.0, 1.0], [1.0, 1.0])
    assert both[0] == pytest.approx(both[1])


def test_one_class_alone_waits_as_in_any_line_of_one_server() -> None:
    assert waits_by_class_one_server([0.7], [1.2], [0.4]) == pytest.approx([wait_of_mg1(0.7, 1.2, 0.4)])


def test_a_row_without_room_is_as_those_who_are_followed_through_it() -> None:
    row = row_of_two(0.45, 1.0, 1.0)
    wait, held, stay = row_followed(400_000, 0.45, 1.0, 1.0)
    assert (row.wait, row.held, row.stay) == pytest.approx((wait, held, stay), rel=0.04)


def test_a_second_station_that_takes_no_time_blocks_nobody() -> None:
    row = row_of_two(0.8, 1.0, 1e7, longest=300)
    assert row.blocked == pytest.approx(0.0, abs=1e-6)
    assert row.wait == pytest.approx(wait_of_mmc(1, 0.8, 1.0), rel=1e-5)


def test_two_like_stations_pass_on_two_thirds_of_what_one_does() -> None:
    assert most_that_pass(1.0, 1.0) == pytest.approx(2 / 3)
    with pytest.raises(ValueError, match="more than the row can pass on"):
        row_of_two(0.67, 1.0, 1.0)


def test_a_cut_that_would_be_felt_is_refused() -> None:
    with pytest.raises(ValueError, match="raise `longest`"):
        row_of_two(0.6, 1.0, 1.0, longest=30)
