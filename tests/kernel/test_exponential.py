"""Exponential, logarithm and power are those of mathematics, to the last digits and at the ends of their ranges."""

from decimal import Decimal, localcontext
from math import inf, ulp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.kernel.exponential import exp
from homeward.kernel.jit import entry
from homeward.kernel.logarithm import log, power

pytestmark = pytest.mark.jitless


@entry
def call_exp(x):
    return exp(x)


@entry
def call_log(x):
    return log(x)


@entry
def call_power(x, y):
    return power(x, y)


def units_off(found: float, exact: Decimal) -> float:
    """Return by how many units in its last place a number misses the exact one."""
    return float(abs(Decimal(found) - exact) / Decimal(ulp(float(exact))))


@given(st.floats(-708.0, 708.9) | st.floats(-1.0, 1.0))
def test_exp_is_right_to_one_and_a_half_units(x):
    with localcontext(prec=40):
        assert units_off(call_exp(x), Decimal(x).exp()) < 1.5


@given(st.floats(2.3e-308, 1.7e308) | st.floats(2.0**-53, 1.0) | st.floats(0.99, 1.01))
def test_log_is_right_to_two_units(x):
    if x == 1.0:
        assert call_log(x) == 0.0
        return
    with localcontext(prec=40):
        assert units_off(call_log(x), Decimal(x).ln()) < 2.01


@given(st.floats(1e-3, 1e3), st.floats(-5.0, 5.0).filter(lambda y: y != 0.0))
def test_power_loses_little(x, y):
    assert call_power(x, y) == pytest.approx(x**y, rel=1e-14)


def test_nothing_to_any_power_is_nothing():
    assert call_power(0.0, 0.58) == 0.0


@pytest.mark.parametrize(("x", "value"), [(-inf, 0.0), (-746.0, 0.0), (0.0, 1.0), (-720.0, 2.0322308024e-313)])
def test_far_below_zero_exp_is_nothing(x, value):
    assert call_exp(x) == value


def test_far_above_exp_stays_where_numbers_end():
    assert call_exp(1e9) == call_exp(inf) == call_exp(709.0) < inf


def test_both_rise_without_a_step_back():
    for function, start in ((call_exp, -3.0), (call_log, 0.3)):
        found = [function(x) for x in np.linspace(start, start + 2.0, 20_001).tolist()]
        assert (np.diff(found) > 0.0).all()
