"""The gamma quantile: that of theory for every shape, thin tails and fat, and undone by the distribution function."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special, stats

from homeward.kernel.gamma import gamma_quantile, log_gamma

pytestmark = pytest.mark.jitless

P = (2.0**-53, 1e-12, 1e-6, 0.001, 0.07, 0.2, 0.4999, 0.5, 0.75, 0.926, 0.999, 1 - 1e-9, 1 - 2.0**-53)
SHAPES = (0.1, 0.5, 1.0, 1.7, 3.0, 10.0, 25.0, 100.0, 2500.0)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_quantile_is_the_one_of_theory(shape):
    theory = stats.gamma(shape)
    for p in P:
        reference = theory.ppf(p) if p < 0.5 else theory.isf(1.0 - p)
        assert gamma_quantile(shape, p) == pytest.approx(reference, rel=1e-9, abs=1e-300), p


@given(shape=st.floats(0.05, 5000.0), p=st.floats(1e-12, 1 - 1e-12))
def test_the_distribution_function_undoes_it(shape, p):
    x = gamma_quantile(shape, p)
    assert special.gammainc(shape, x) == pytest.approx(p, rel=1e-8)


def test_a_shape_of_one_is_exponential():
    for p in P:
        assert gamma_quantile(1.0, p) == pytest.approx(-np.log1p(-p), rel=1e-11)


@pytest.mark.parametrize("k", [1e-3, 0.1, 0.5, 1.0, 2.0, 7.3, 11.999, 12.0, 150.0, 1e4])
def test_log_gamma_is_as_good_as_a_double(k):
    assert log_gamma(k) == pytest.approx(special.gammaln(k), rel=1e-14, abs=2e-14)
