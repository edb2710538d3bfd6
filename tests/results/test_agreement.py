"""Too few lives that agree with what was seen: a refusal that says what to do, never a number."""

import pytest

from homeward.errors import HomewardError, Interrupted
from homeward.results.agreement import MIN_AGREEING, check_enough
from homeward.results.timeline import Observation

pytestmark = pytest.mark.jitless

SEEN = (
    Observation("Izumo", "talks", 3, 0, 600, False, 0.9),
    Observation("Izumo", "no pulse", 32, 2280, 2520, False, 0.004),
)


def test_enough_is_enough() -> None:
    check_enough(MIN_AGREEING, 1000, 1000, SEEN)


def test_too_few_are_told_how_many_lives_to_ask_for_and_what_is_rarest() -> None:
    with pytest.raises(HomewardError) as refusal:
        check_enough(37, 100_000, 100_000, SEEN)
    assert str(refusal.value) == (
        "37 of 100,000 lives agree with what was seen, and 200 are needed for an answer: ask for more lives "
        "(--replicates 820000), or widen the window of the rarest observation: Izumo, 'no pulse', 38 to 42 min, "
        "which holds in 0.4 % of all lives"
    )


def test_when_no_life_agrees_more_of_them_are_not_promised_to_help() -> None:
    with pytest.raises(HomewardError) as refusal:
        check_enough(0, 100_000, 100_000, SEEN)
    assert "--replicates" not in str(refusal.value)
    assert "widen the window" in str(refusal.value)


def test_too_few_after_ctrl_c_is_no_mistake_of_the_asker() -> None:
    with pytest.raises(Interrupted, match="stopped early: 1 of 5,000 lives agrees"):
        check_enough(1, 5_000, 100_000, SEEN)
