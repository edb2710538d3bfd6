"""Quantities: what is written is what is counted, and a number without its unit is refused with a remedy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward import units
from homeward.units import DIMENSIONS, UnitError, parse, say, seconds

pytestmark = pytest.mark.jitless


@pytest.mark.parametrize(
    ("written", "dimension", "value"),
    [
        ("45 min", units.TIME, 2700.0),
        ("0.5 s", units.TIME, 0.5),
        ("2 weeks", units.TIME, 1_209_600.0),
        ("1.6 km", units.LENGTH, 1600.0),
        ("-250 m", units.CLIMB, -250.0),
        ("90 mL/min", units.FLOW, 1.5),
        ("4.8 km/h", units.SPEED, 4 / 3),
        ("20 kJ", units.ENERGY, 20_000.0),
        ("2500 mmHg·min", units.DEBT, 2500.0),
        ("15 %", units.SHARE, 0.15),
        (0.15, units.SHARE, 0.15),
        ("30 /min", units.RATE, 0.5),
        ("3 /km", units.PER_LENGTH, 0.003),
        ("2 ha", units.AREA, 20_000.0),
        (7, units.NUMBER, 7.0),
    ],
)
def test_what_is_written_is_what_is_counted(written: object, dimension: units.Dimension, value: float) -> None:
    assert parse(written, dimension) == pytest.approx(value, rel=1e-15)


@pytest.mark.parametrize(
    ("written", "dimension", "sentence"),
    [
        (45, units.TIME, "45 has no unit: write a time such as '45 min' (s, min, h, d"),
        ("45", units.MASS, "45 has no unit: write a mass such as '68 kg'"),
        ("5 km", units.TIME, "'5 km' is a length; a time is wanted, such as '45 min'"),
        ("5 mins", units.TIME, "'mins' is not a unit of time, did you mean 'min'?"),
        ("soon", units.TIME, "'soon' is not a time: write one such as '45 min'"),
        (True, units.TIME, "True is not a time"),
        (["45 min"], units.TIME, "is not a time"),
        ("1e999 s", units.TIME, "is too large a number"),
        ("-5 min", units.TIME, "'-5 min' is out of bounds: a time is at least 0"),
        ("120 %", units.SHARE, "is out of bounds: a share is from 0 to 1"),
    ],
)
def test_what_cannot_be_understood_is_said_with_a_remedy(
    written: object, dimension: units.Dimension, sentence: str
) -> None:
    with pytest.raises(UnitError) as error:
        parse(written, dimension)
    assert sentence in str(error.value)


def test_moments_are_whole_seconds() -> None:
    assert seconds("0.33 min") == 20
    assert isinstance(seconds("1 h"), int)


@given(st.sampled_from(DIMENSIONS), st.floats(0, 1, allow_nan=False))
def test_every_example_and_every_number_in_bounds_reads_back(dimension: units.Dimension, value: float) -> None:
    assert parse(dimension.example, dimension) is not None
    assert parse(say(value, dimension), dimension) == pytest.approx(value, rel=1e-3, abs=1e-6)


def test_the_same_unit_never_means_two_things_of_one_dimension() -> None:
    for dimension in DIMENSIONS:
        assert 1.0 in dimension.units.values(), f"{dimension} has no base unit"
