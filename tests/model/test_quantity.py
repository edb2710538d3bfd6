"""Quantities as tables: every distribution that the format knows, and what is wrong with a bad one."""

from typing import Any

import pytest

from homeward import units
from homeward.codes import Shape
from homeward.model.quantity import Wants
from homeward.units import UnitError

pytestmark = pytest.mark.jitless

TIME = Wants(units.TIME)
FIXED = Wants(units.TIME, fixed=True)


@pytest.mark.parametrize(
    ("table", "shape", "numbers"),
    [
        ("45 min", Shape.CONSTANT, (2700, 0, 0)),
        ({"value": "45 min"}, Shape.CONSTANT, (2700, 0, 0)),
        ({"median": "25 min", "spread": 0.4}, Shape.LOGNORMAL, (1500, 0.4, 0)),
        ({"mean": "10 min", "sd": "2 min"}, Shape.NORMAL, (600, 120, 0)),
        ({"low": "1 min", "high": "2 min"}, Shape.UNIFORM, (60, 120, 0)),
        ({"triangular": ["1 min", "2 min", "5 min"]}, Shape.TRIANGULAR, (60, 120, 300)),
        ({"weibull": {"scale": "75 min", "shape": 1.3}}, Shape.WEIBULL, (4500, 1.3, 0)),
        ({"loglogistic": {"median": "1 h", "shape": 2}}, Shape.LOGLOGISTIC, (3600, 2, 0)),
        ({"exponential": {"mean": "1 h"}}, Shape.EXPONENTIAL, (3600, 0, 0)),
    ],
)
def test_each_form_becomes_its_shape(table: Any, shape: Shape, numbers: tuple[float, ...]) -> None:
    quantity = TIME.read(table)
    assert (quantity.shape, quantity.a, quantity.b, quantity.c) == (shape, *numbers)


def test_measured_values_are_sorted_into_quantiles() -> None:
    assert TIME.read({"empirical": ["3 min", "1 min", "2 min"]}).points == (60, 120, 180)


def test_low_and_high_clip_any_other_form() -> None:
    clipped = TIME.read({"median": "25 min", "spread": 2, "low": "5 min", "high": "2 h"})
    assert (clipped.low, clipped.high) == (300, 7200)
    assert TIME.read("1 min").low == 0, "no time is negative, whatever is drawn"


def test_only_numbers_make_two_quantities_different() -> None:
    first = TIME.read({"value": "1 min", "source": "A 2001"})
    assert first == TIME.read({"value": "60 s", "range": ["10 s", "2 min"], "assumption": "so be it"})
    assert first != TIME.read("61 s")


def test_a_number_is_founded_by_a_source_or_by_an_assumption_with_its_range() -> None:
    assert TIME.read({"value": "1 min", "source": "A 2001"}).is_founded
    assert TIME.read({"value": "1 min", "assumption": "why not", "range": ["30 s", "2 min"]}).is_founded
    assert not TIME.read({"value": "1 min", "assumption": "why not"}).is_founded
    assert not TIME.read("1 min").is_founded


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ({"mode": "1 min"}, "there is no `mode` in a quantity"),
        ({"medain": "1 min", "spread": 1}, "there is no `medain` in a quantity, did you mean 'median'?"),
        ({"median": "1 min"}, "give one of:"),
        ({"value": "1 min", "median": "1 min", "spread": 1}, "give one of:"),
        ({"median": "0 min", "spread": 1}, "`median` must be above zero"),
        ({"median": "1 min", "spread": "1 min"}, "'1 min' is a time; a number is wanted"),
        ({"low": "2 min", "high": "1 min"}, "`low` is above `high`"),
        ({"triangular": ["3 min", "2 min", "5 min"]}, "in rising order"),
        ({"triangular": ["3 min"]}, "needs a list of 3"),
        ({"weibull": {"scale": "1 min"}}, "a table of exactly `scale` and `shape`"),
        ({"weibull": {"scale": "1 min", "shape": 0}}, "`shape` must be above zero"),
        ({"exponential": "1 min"}, "a table of exactly `mean`"),
        ({"empirical": ["1 min"]}, "at least 2"),
        ({"value": "1 min", "range": ["2 min", "3 min"]}, "lies outside its own range 2 min to 3 min"),
        ({"value": "1 min", "range": ["2 min", "1 min"]}, "`range` must rise"),
        ({"value": "1 min", "range": "1 min"}, "`range` needs two ends"),
        ({"median": "1 min", "spread": 1, "low": "2 min"}, "not between `low` and `high`"),
        ({"value": "1 min", "source": ""}, "`source` needs words"),
        ({"value": 1}, "1 has no unit"),
    ],
)
def test_what_is_wrong_is_said(table: dict[str, Any], sentence: str) -> None:
    with pytest.raises(UnitError) as error:
        TIME.read(table)
    assert sentence in str(error.value)


def test_what_is_divided_by_is_never_zero() -> None:
    speed = Wants(units.SPEED, above_zero=True)
    assert speed.read({"mean": "5 km/h", "sd": "5 km/h"}).low == pytest.approx(0.05 / 3.6)
    for table in ("0 km/h", {"low": "0 km/h", "high": "5 km/h"}, {"empirical": ["0 km/h", "5 km/h"]}):
        with pytest.raises(UnitError, match="must be above zero"):
            speed.read(table)


def test_a_number_that_is_the_same_in_every_life_refuses_a_distribution() -> None:
    assert FIXED.read({"value": "1 min", "range": ["30 s", "2 min"]}).a == 60
    with pytest.raises(UnitError, match="the same in every life"):
        FIXED.read({"median": "1 min", "spread": 1})
