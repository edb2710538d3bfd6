"""How many lives: asked for as a number or as a precision, and refused in a sentence."""

import pytest

from homeward.errors import HomewardError
from homeward.results.sampling import MOST_REPLICATES, Doubling, Sampling

pytestmark = pytest.mark.jitless


@pytest.mark.parametrize(
    ("written", "half_width"),
    [("0.5 points", 0.005), ("±1 point", 0.01), ("2 min", 2.0), ("30 s", 0.5), (" .25 points ", 0.0025), ("3 days", 3)],
)
def test_a_precision_is_half_an_interval_in_the_unit_of_its_measure(written: str, half_width: float) -> None:
    assert Sampling(precision=written).half_width() == pytest.approx(half_width)


@pytest.mark.parametrize("written", ["", "points", "0.5", "0 points", "-1 points", "1 parsec", "0.5 points 2"])
def test_what_is_not_a_precision_is_refused_with_an_example(written: str) -> None:
    with pytest.raises(HomewardError, match=r"is not a precision: .* '0.5 points'"):
        Sampling(precision=written)


def test_minutes_cannot_measure_a_share() -> None:
    with pytest.raises(HomewardError, match="is in share: write the precision as '1 point', say"):
        Sampling(precision="2 min").half_width("share")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"seed": -1}, "the seed must be a whole number from 0"),
        ({"seed": 1.5}, "not 1.5"),
        ({"replicates": 0}, "the number of replicates must be a whole number from 1"),
        ({"replicates": True}, "not True"),
        ({"threads": 0}, "the number of threads"),
        ({"rng": "dice"}, "there is no generator 'dice'; there are default, philox"),
    ],
)
def test_a_wrong_option_is_refused_with_what_is_right(options: dict, sentence: str) -> None:
    with pytest.raises(HomewardError, match=sentence):
        Sampling(**options)


def test_an_unknown_measure_is_answered_with_those_there_are() -> None:
    with pytest.raises(HomewardError, match="there is no measure 'luck'; there are alive_on_arrival"):
        Sampling(measure="luck").asked("alive_on_arrival")


def test_a_number_of_replicates_is_reached_at_once() -> None:
    doubling = Doubling.of(Sampling(replicates=700), "share")
    assert doubling.aim == 700
    assert doubling.reached(700, float("inf"))


def test_a_precision_is_reached_by_doubling() -> None:
    doubling, done, half_width = Doubling.of(Sampling(precision="0.5 points"), "share"), 0, 1.0
    while not doubling.reached(done := doubling.aim, half_width := 0.98 * done**-0.5):
        pass
    assert half_width <= 0.005 < 0.98 * (done / 2) ** -0.5


def test_a_precision_that_would_take_for_ever_is_refused_at_once() -> None:
    doubling = Doubling.of(Sampling(precision="0.001 points"), "share")
    with pytest.raises(HomewardError, match=f"needs about .* {MOST_REPLICATES:,} is the most: ask for a wider"):
        doubling.reached(5000, 0.01)


def test_a_measure_that_no_life_answers_ends_in_a_refusal_not_a_loop() -> None:
    doubling = Doubling.of(Sampling(precision="1 min"), "min")
    while doubling.aim <= MOST_REPLICATES // 4:
        assert not doubling.reached(doubling.aim, float("inf"))
    with pytest.raises(HomewardError, match="is the most"):
        doubling.reached(2 * doubling.aim, float("inf"))
