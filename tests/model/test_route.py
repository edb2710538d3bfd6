"""The way: the shortest chain of open legs, walked either way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.model.route import Leg, Route, chain, reached

pytestmark = pytest.mark.jitless


def a_leg(start: str, end: str, km: float = 1, **more: object) -> Leg:
    return Leg.model_validate({"from": start, "to": end, "length": f"{km} km", "ground": "path", **more})


def a_route(*legs: Leg, start: str = "a", to: str = "c", via: tuple[str, ...] = ()) -> Route:
    return Route.model_validate({"from": start, "to": to, "via": via, "leg": legs})


def places(route: Route) -> list[str]:
    steps = chain(route)
    assert steps is not None
    return [leg.end if onwards else leg.start for leg, onwards in steps]


def test_the_shorter_of_two_ways_is_taken() -> None:
    long, short = [a_leg("a", "c", 5)], [a_leg("a", "b"), a_leg("b", "c")]
    assert places(a_route(*long, *short)) == ["b", "c"]


def test_a_leg_may_be_walked_backwards() -> None:
    assert places(a_route(a_leg("b", "a"), a_leg("b", "c"))) == ["b", "c"]


def test_a_closed_leg_is_gone_round() -> None:
    assert places(a_route(a_leg("a", "c", 1, closed=True), a_leg("a", "b"), a_leg("b", "c"))) == ["b", "c"]


def test_the_way_goes_by_the_places_asked_for() -> None:
    legs = a_leg("a", "c"), a_leg("a", "b"), a_leg("b", "c")
    assert places(a_route(*legs)) == ["c"]
    assert places(a_route(*legs, via=("b",))) == ["b", "c"]


def test_no_way_is_said_and_what_is_reached_instead() -> None:
    route = a_route(a_leg("a", "b"), a_leg("c", "d"))
    assert chain(route) is None
    assert reached(route.leg, "a") == {"a", "b"}


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(1, 9)), min_size=1, max_size=12))
def test_no_single_leg_is_shorter_than_the_way_found(edges: list[tuple[int, int, int]]) -> None:
    legs = [a_leg(f"p{a}", f"p{b}", km) for a, b, km in edges if a != b]
    steps = chain(a_route(*legs, start="p0", to="p5"))
    direct = [leg.length.a for leg in legs if {leg.start, leg.end} == {"p0", "p5"}]
    assert (steps is None) == ("p5" not in reached(tuple(legs), "p0"))
    if steps is not None:
        assert sum(leg.length.a for leg, _ in steps) <= min(direct, default=float("inf"))
