"""Each shape's quantile is the one of theory, as precise as a double, and rises with its probability."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from homeward.codes import Generator, Shape
from homeward.kernel import shapes
from homeward.kernel.jit import entry
from tests.worlds import a_world

pytestmark = pytest.mark.jitless
INFINITY = float("inf")


@entry
def fill_quantiles(world, dist, p, out):
    for i in range(len(out)):
        out[i] = shapes.quantile(world.dists[dist], world.quantiles, p[i])


def one_of_every_shape(generator=Generator.SPLITMIX, seed=5, replicate=3):
    """Return a world whose first ten distributions are one of each Shape, none clipped."""
    rows = [
        (Shape.CONSTANT, 4.0, 0.0, 0.0),
        (Shape.UNIFORM, 2.0, 5.0, 0.0),
        (Shape.TRIANGULAR, 1.0, 2.0, 6.0),
        (Shape.LOGNORMAL, 25.0, 0.4, 0.0),
        (Shape.NORMAL, 9.0, 2.0, 0.0),
        (Shape.EXPONENTIAL, 30.0, 0.0, 0.0),
        (Shape.WEIBULL, 12.0, 1.7, 0.0),
        (Shape.LOGLOGISTIC, 8.0, 2.5, 0.0),
        (Shape.EMPIRICAL, 1.0, 5.0, 0.0),
        (Shape.GAMMA, 4.0, 1.7, 0.0),
    ]
    return a_world(
        dists=tuple((*row, -INFINITY, INFINITY) for row in rows),
        quantiles=(99.0, 1.0, 2.0, 2.0, 7.0, 10.0, 99.0),
        seed=seed,
        replicate=replicate,
        generator=generator,
    )


P = np.array([2.0**-53, 1e-12, 1e-6, 0.001, 0.07, 0.074, 0.2, 0.5, 0.75, 0.9249, 0.926, 0.999, 1 - 1e-9, 1 - 2.0**-53])
P = np.round(P * 2**53) / 2**53
"""Probabilities that a draw can have, on either side of each branch."""

THEORY = {
    Shape.UNIFORM: stats.uniform(2.0, 3.0),
    Shape.TRIANGULAR: stats.triang(0.2, 1.0, 5.0),
    Shape.LOGNORMAL: stats.lognorm(0.4, scale=25.0),
    Shape.NORMAL: stats.norm(9.0, 2.0),
    Shape.EXPONENTIAL: stats.expon(scale=30.0),
    Shape.WEIBULL: stats.weibull_min(1.7, scale=12.0),
    Shape.LOGLOGISTIC: stats.fisk(2.5, scale=8.0),
    Shape.GAMMA: stats.gamma(1.7, scale=4.0),
}


def quantiles_of(world, dist, p=P):
    out = np.zeros(len(p))
    fill_quantiles(world, dist, p, out)
    return out


@pytest.mark.parametrize("shape", THEORY, ids=lambda shape: shape.name)
def test_a_quantile_is_the_one_of_theory(shape):
    theory = THEORY[shape]
    reference = np.where(P < 0.5, theory.ppf(P), theory.isf(1.0 - P))  # each where it does not cancel
    np.testing.assert_allclose(quantiles_of(one_of_every_shape(), int(shape)), reference, rtol=1e-9)


def test_the_normal_quantile_is_as_good_as_a_double():
    p = np.concatenate([P, np.logspace(-15.9, -0.001, 500), np.linspace(0.001, 0.999, 501)])
    ours = np.array([shapes.normal_quantile(float(x)) for x in p])
    np.testing.assert_allclose(ours, stats.norm.ppf(p), rtol=5e-15, atol=1e-15)


@given(cell=st.integers(1, 2**53 - 1))
def test_the_normal_quantile_is_odd_and_undone_by_the_distribution_function(cell):
    p = cell / 2**53
    x = shapes.normal_quantile(p)
    assert stats.norm.cdf(x) == pytest.approx(p, rel=1e-12)
    assert shapes.normal_quantile(1.0 - p) == pytest.approx(-x, rel=1e-14)


def test_a_constant_is_always_itself():
    assert set(quantiles_of(one_of_every_shape(), Shape.CONSTANT)) == {4.0}


def test_an_empirical_distribution_runs_straight_between_its_quantiles():
    p = np.array([2.0**-53, 0.125, 0.25, 0.4, 0.5, 0.75, 0.875, 1 - 2.0**-53])
    expected = np.interp(p, [0.0, 0.25, 0.5, 0.75, 1.0], [1.0, 2.0, 2.0, 7.0, 10.0])
    np.testing.assert_allclose(quantiles_of(one_of_every_shape(), Shape.EMPIRICAL, p), expected, rtol=1e-15)


def test_an_empirical_distribution_of_one_value_is_that_value():
    world = a_world(dists=((Shape.EMPIRICAL, 1, 1, 0, 0, 100),), quantiles=(3.0, 8.0, 5.0))
    assert set(quantiles_of(world, 0)) == {8.0}


@pytest.mark.parametrize(("low", "mode", "high"), [(3, 3, 3), (1, 1, 4), (1, 4, 4)])
def test_a_triangular_distribution_may_lean_or_be_a_point(low, mode, high):
    world = a_world(dists=((Shape.TRIANGULAR, low, mode, high, -100, 100),))
    x = quantiles_of(world, 0, np.linspace(0.001, 0.999, 99))
    assert low <= x.min() <= x.max() <= high
    assert x.mean() == pytest.approx((low + mode + high) / 3, abs=0.02)


def test_a_draw_is_clipped_to_its_range():
    world = a_world(dists=((Shape.NORMAL, 9.0, 2.0, 0.0, 8.0, 9.5),))
    x = quantiles_of(world, 0)
    assert (x.min(), x.max()) == (8.0, 9.5)


@given(shape=st.sampled_from(Shape), p=st.floats(2.0**-53, 1 - 2.0**-53), q=st.floats(2.0**-53, 1 - 2.0**-53))
def test_a_quantile_never_falls_as_its_probability_rises(shape, p, q):
    below, above = quantiles_of(one_of_every_shape(), int(shape), np.array([min(p, q), max(p, q)]))
    # where two branches of a formula meet, rounding may step back by an ulp
    assert below <= above + 4 * np.spacing(abs(above))
