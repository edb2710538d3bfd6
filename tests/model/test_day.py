"""Days of the calendar: dates come back every year, times since the start come once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.model.organisation.day import DAY_S, YEAR_DAYS, read_day
from homeward.model.organisation.run import Run
from homeward.model.organisation.spans import date_of

pytestmark = pytest.mark.jitless


def test_a_date_is_a_day_of_every_year() -> None:
    assert read_day("1 January").of_year == 0
    assert read_day("1 September").of_year == 243
    assert read_day("31 december").of_year == 364
    assert read_day("1 September").yearly
    assert not read_day("14 d").yearly
    assert read_day("14 d").at_s == 14 * DAY_S


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("30 February", "February has 28 days, so there is no 30 February"),
        ("1 Setpember", "there is no month 'Setpember', did you mean 'September'?"),
        ("14", "14 has no unit"),
        (14, "14 has no unit"),
    ],
)
def test_what_is_no_day_is_told_in_a_sentence(written: object, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        read_day(written)


def test_a_date_comes_as_often_as_the_run_meets_it() -> None:
    assert read_day("1 September").times(243, 800 * DAY_S) == [0, 365 * DAY_S, 730 * DAY_S]
    assert read_day("1 September").times(244, 10 * DAY_S) == []
    assert read_day("3 d").times(100, 10 * DAY_S) == [3 * DAY_S]


@given(starts=st.integers(0, YEAR_DAYS - 1), day=st.integers(0, 2000))
def test_the_date_of_a_day_reads_back(starts: int, day: int) -> None:
    first = date_of(Run(length="1 d", date="1 January"), starts)
    run = Run(length="3000 d", date=first)
    assert read_day(date_of(run, day)).of_year == (starts + day) % YEAR_DAYS
