"""Numbers in words: as many decimals as the interval can bear, and the sentences of a verdict."""

from dataclasses import replace

import pytest

from homeward.cli.verdict import verdict
from homeward.cli.words import in_unit, number, points, signed, times_fewer, with_interval
from homeward.results.quantity import Difference, Measure
from tests.results.made_up import a_review, share

pytestmark = pytest.mark.jitless


@pytest.mark.parametrize(
    ("value", "half_width", "text"),
    [
        (1234.5678, 30, "1,235"),
        (57.321, 0.4, "57.3"),
        (0.3412, 0.02, "0.34"),
        (0.00041, 0.001, "0.000"),
        (-4.12, 0.3, "−4.1"),
    ],
)
def test_a_number_has_the_decimals_its_interval_can_bear(value: float, half_width: float, text: str) -> None:
    assert number(value, half_width) == text


def test_a_difference_wears_its_sign_unless_it_is_nothing() -> None:
    assert [signed(value, 0.5) for value in (2.0, -2.0, 0.0)] == ["+2.0", "−2.0", "0.0"]


def test_a_mean_is_told_with_its_unit_and_interval() -> None:
    assert with_interval(Measure(57.32, 56.9, 57.7, 100, "min", "time to care")) == "57.3 min (56.9 to 57.7)"
    assert in_unit(Measure(57.32, 56.9, 57.7, 100, "min", "time to care")) == "57.3 min"


def test_nobody_needs_the_hundredths_of_a_minute() -> None:
    assert in_unit(Measure(0.1523, 0.152, 0.1526, 10**6, "min", "time to care")) == "0.2 min"


def test_what_no_life_could_answer_is_a_dash() -> None:
    nothing = Measure(None, None, None, 0, "min", "time to care")
    assert with_interval(nothing) == in_unit(nothing) == with_interval(None) == points(None) == times_fewer(None) == "–"


def test_a_difference_of_shares_is_in_points() -> None:
    gained = Difference(0.123, 0.119, 0.127, 1000, 12.4, "share", "alive")
    assert points(gained) == "+12.3 points (+11.9 to +12.7)"
    assert times_fewer(gained) == "×12"


def test_the_verdict_names_what_would_have_saved_him_best_first() -> None:
    sentence, others = verdict(a_review())
    assert sentence.startswith("What would have saved Izumo: “one step of God's Step” in 93")
    assert sentence.index("God's Step") < sentence.index("call the gate") < sentence.index("the medic lives")
    assert others.startswith("For the others “one step of God's Step” means: Kotetsu lives")


def test_a_rescue_in_a_few_lives_is_called_very_little() -> None:
    review = a_review(arms={"as it was": 0.0, "a steady pace": 0.02})
    assert "very little. The best, “a steady pace”, does in only 2.0" in verdict(review)[0]


def test_no_rescue_is_called_none() -> None:
    review = a_review(arms={"as it was": 0.0, "a steady pace": 0.0})
    assert verdict(review)[0].startswith("What would have saved Izumo: none of these decisions, in any of the lives")


def test_where_the_facts_end_in_life_the_question_is_another() -> None:
    assert verdict(a_review("life"))[0].startswith("Was there another way for Izumo?")


def test_what_it_costs_the_carrier_is_told() -> None:
    review = a_review(arms={"as it was": 0.04, "one step": 0.9})
    costs = {
        "reserve_spent": Difference(31.0, 30.0, 32.0, 900, 2.0, "%", "reserve"),
        "carrier_collapsed": Difference(0.12, 0.1, 0.14, 900, 1.5, "share", "collapsed"),
    }
    step = replace(review.arms[1], versus_base=costs, saved=share(900))
    told = verdict(replace(review, arms=(review.arms[0], step)))[1]
    assert "Kotetsu spends 31 points more of the reserve" in told
    assert "Kotetsu collapses 12.0 points more often" in told
