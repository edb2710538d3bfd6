"""Draws are pure functions of their names, uniform and independent, and have the distributions they say."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from homeward.codes import Draw, Generator
from homeward.kernel import draws
from homeward.kernel.jit import JIT, entry
from tests.kernel.test_shapes import THEORY, one_of_every_shape, quantiles_of
from tests.worlds import a_world

pytestmark = pytest.mark.jitless
ROOT = Path(__file__).resolve().parents[2]
WORDS = st.integers(0, 2**64 - 1)
both_generators = pytest.mark.parametrize("generator", list(Generator))


@entry
def fill_uniforms(world, names, purposes, nths, out):
    """Set out[i] to the uniform of the i-th name, purpose and nth."""
    for i in range(len(out)):
        key = draws.entity_key(world, names[i])
        out[i] = draws.uniform(world, key, purposes[i], nths[i])


@entry
def fill_variates(world, out):
    """Set the rows of out to draws of every kind, the columns being nth."""
    key = world.people[0]["key"]
    for nth in range(out.shape[1]):
        out[0, nth] = draws.uniform(world, key, Draw.GRIP, nth)
        out[1, nth] = draws.exponential(world, key, Draw.FITNESS, nth, 40.0)
        out[2, nth] = draws.lognormal(world, world.parties[0]["key"], Draw.GAIT, nth, 7.0, 0.6)
        for dist in range(len(world.dists)):
            out[3 + dist, nth] = draws.draw(world, dist, key, Draw.HOLD_TIME, nth)


def uniforms(names, purposes, nths, *, seed=1, replicate=0, generator=Generator.SPLITMIX):
    """Return the uniforms of these names, of which one may be an array and the others numbers."""
    world = a_world(seed=seed, replicate=replicate, generator=generator)
    names, purposes, nths = np.broadcast_arrays(np.asarray(names, np.uint64), purposes, nths)
    out = np.zeros(len(names))
    fill_uniforms(world, names.copy(), purposes.astype(np.int64), nths.astype(np.int64), out)
    return out


def variates(generator):
    """Return a table of draws of every kind as exact hexadecimal words, the same in any process."""
    rows = []
    for seed, replicate in ((0, 0), (5, 3), (2**64 - 1, 2**40 + 1)):
        world = one_of_every_shape(generator, seed, replicate)
        out = np.zeros((3 + len(world.dists), 50))
        fill_variates(world, out)
        rows += [[x.hex() for x in row] for row in out.tolist()]
    return rows


# --- known answers


def test_mix_is_the_output_function_of_splitmix64():
    """The first outputs of Vigna's splitmix64.c from state 1234567, as published with many ports of it."""
    state, seen = 1234567, []
    for _ in range(3):
        state = (state + int(draws.GOLDEN)) % 2**64
        seen.append(int(draws.mix(draws.word(state))))
    assert seen == [6457827717110365317, 3203168211198807973, 9817491932198370423]


@pytest.mark.parametrize(
    ("counter_and_key", "answer"),
    [
        ("00000000 00000000 00000000 00000000 00000000 00000000", "6627e8d5 e169c58d bc57ac4c 9b00dbd8"),
        ("ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff", "408f276d 41c83b0e a20bc7c6 6d5451fd"),
        ("243f6a88 85a308d3 13198a2e 03707344 a4093822 299f31d0", "d16cfe09 94fdcceb 5001e420 24126ea1"),
    ],
)
def test_philox_gives_the_known_answers_of_random123(counter_and_key, answer):
    words = [draws.word(int(word, 16)) for word in counter_and_key.split()]
    assert [f"{int(word):08x}" for word in draws.philox4x32(*words)] == answer.split()


def in_whole_numbers(seed, replicate, name, label):
    """Return the 64 bits of the splitmix chain by Python's unbounded integers, written from the definition."""

    def mix(z):
        z %= 2**64
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 % 2**64
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB % 2**64
        return z ^ (z >> 31)

    golden, step = 0x9E3779B97F4A7C15, 0xD1342543DE82EF95
    life = mix(mix(seed * golden + 1) + replicate * step)
    return mix(mix(life + name * golden) + label * step)


@given(seed=WORDS, replicate=WORDS, name=WORDS, purpose=st.sampled_from(Draw), nth=st.integers(0, 2**48 - 1))
def test_a_draw_is_what_its_definition_says(seed, replicate, name, purpose, nth):
    bits = in_whole_numbers(seed, replicate, name, purpose | nth << 16)
    assert uniforms([name], purpose, nth, seed=seed, replicate=replicate)[0] == ((bits >> 12) + 0.5) / 2**52


def test_a_draw_once_made_never_changes():
    """Stored studies are replayed by seed and replicate: whoever changes these numbers breaks every one of them."""
    assert uniforms([7], Draw.GRIP, 2, seed=11, replicate=13)[0].hex() == "0x1.9f24ab40d0eaep-2"
    assert (
        uniforms([7], Draw.GRIP, 2, seed=11, replicate=13, generator=Generator.PHILOX)[0].hex()
        == "0x1.92eba26cd0e4dp-1"
    )


# --- laws of names


@both_generators
@given(seed=WORDS, replicate=WORDS, name=WORDS, purpose=st.sampled_from(Draw), nth=st.integers(0, 2**48 - 1))
def test_every_draw_lies_strictly_between_0_and_1(generator, seed, replicate, name, purpose, nth):
    assert 0.0 < uniforms([name], purpose, nth, seed=seed, replicate=replicate, generator=generator)[0] < 1.0


def test_even_the_extreme_words_give_numbers_strictly_between_0_and_1():
    assert draws.open_unit(draws.word(0)) == 2.0**-53
    assert draws.open_unit(draws.ALL) == 1.0 - 2.0**-53


@both_generators
def test_a_draw_does_not_depend_on_the_order_of_draws(generator):
    names = np.repeat(np.arange(20), 20)
    nths = np.tile(np.arange(20), 20)
    order = np.random.default_rng(3).permutation(len(names))
    straight = uniforms(names, Draw.STUMBLE, nths, generator=generator)
    shuffled = uniforms(names[order], Draw.STUMBLE, nths[order], generator=generator)
    np.testing.assert_array_equal(straight[order], shuffled)


@both_generators
def test_drawing_changes_nothing_in_the_world(generator):
    world = one_of_every_shape(generator)
    before = [table.tobytes() for table in world]
    fill_variates(world, np.zeros((3 + len(world.dists), 10)))
    assert [table.tobytes() for table in world] == before


@both_generators
def test_each_part_of_the_name_matters(generator):
    base = {"names": [3], "purposes": 4, "nths": 5, "seed": 6, "replicate": 7}
    others = [{}, {"names": [4]}, {"purposes": 5}, {"nths": 6}, {"seed": 7}, {"replicate": 8}]
    others += [{"names": [3 + 2**32]}, {"nths": 5 + 2**20}, {"seed": 6 + 2**32}, {"replicate": 7 + 2**32}]
    seen = {uniforms(**base | other, generator=generator)[0] for other in others}
    assert len(seen) == len(others)


# --- uniform and independent: fixed names, so these either pass for ever or fail for ever

SIDE = 128 if JIT else 32


def names_of(generator, *, name=0, purpose=0, nth=0, seed=1, replicate=5):
    """Return SIDE^2 uniforms of SIDE names and SIDE nths, with one part of each name moved."""
    names, nths = np.divmod(np.arange(SIDE * SIDE), SIDE)
    return uniforms(names + name, Draw.GRIP + purpose, nths + nth, seed=seed, replicate=replicate, generator=generator)


def p_of_even(counts):
    return stats.chisquare(counts.ravel()).pvalue


@both_generators
def test_draws_are_uniform(generator):
    u = names_of(generator)
    assert p_of_even(np.bincount((u * 64).astype(int), minlength=64)) > 1e-3
    lower_bits = (u * 2**30 % 64).astype(int)
    assert p_of_even(np.bincount(lower_bits, minlength=64)) > 1e-3


@both_generators
@pytest.mark.parametrize("moved", [{"name": 1}, {"purpose": 1}, {"nth": 1}, {"seed": 2}, {"replicate": 6}], ids=str)
def test_draws_of_neighbouring_names_are_independent(generator, moved):
    u, v = names_of(generator), names_of(generator, **moved)
    pairs = np.histogram2d(u, v, bins=8, range=((0, 1), (0, 1)))[0]
    assert p_of_even(pairs) > 1e-3
    assert abs(stats.pearsonr(u, v).statistic) < 3.3 / SIDE


def test_the_generators_differ():
    u, v = (names_of(generator) for generator in Generator)
    assert abs(stats.pearsonr(u, v).statistic) < 3.3 / SIDE


# --- variates


def test_named_variates_are_the_quantiles_of_their_uniforms():
    world = one_of_every_shape()
    key = world.people[0]["key"]
    u = draws.uniform(world, key, Draw.FITNESS, 2)
    assert draws.exponential(world, key, Draw.FITNESS, 2, 40.0) == pytest.approx(stats.expon.ppf(u, scale=40.0))
    assert draws.lognormal(world, key, Draw.FITNESS, 2, 7.0, 0.6) == pytest.approx(stats.lognorm.ppf(u, 0.6, scale=7.0))
    for dist in range(len(world.dists)):
        assert draws.draw(world, dist, key, Draw.FITNESS, 2) == quantiles_of(world, dist, np.array([u]))[0]


@both_generators
def test_a_life_in_philox_and_in_splitmix_has_the_same_distributions(generator):
    world = one_of_every_shape(generator)
    out = np.zeros((3 + len(world.dists), 2000 if JIT else 400))
    fill_variates(world, out)
    for shape, theory in THEORY.items():
        assert stats.kstest(out[3 + shape], theory.cdf).pvalue > 1e-3, shape


# --- the compiler changes nothing


@pytest.mark.skipif(not JIT, reason="this process is the plain one")
def test_plain_python_draws_the_same_to_the_last_bit():
    program = (
        "import json; from homeward.codes import Generator; from tests.kernel.test_draws import variates;"
        "print(json.dumps([variates(generator) for generator in Generator]))"
    )
    plain = subprocess.run(
        [sys.executable, "-W", "error::RuntimeWarning", "-c", program],
        cwd=ROOT,
        env={**os.environ, "NUMBA_DISABLE_JIT": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(plain.stdout) == [variates(generator) for generator in Generator]
