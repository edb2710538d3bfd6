"""Whether machine code is at hand is known before it is needed; stages are compiled in turn and told."""

import numba
import numpy as np
import pytest
from numba import typeof, types

from homeward.kernel import compiled
from homeward.kernel.jit import JIT, entry, inner

NUMBERS = typeof(np.zeros(1))


@inner
def twice(x):
    return 2.0 * x


@entry
def total(numbers):
    """Return twice the sum."""
    summed = 0.0
    for x in numbers:
        summed += x
    return twice(summed)


def test_loops_stay_as_written_while_stages_are_compiled_and_others_keep_theirs():
    theirs = numba.config.LOOP_VECTORIZE
    with compiled.scalar_loops():
        assert numba.config.LOOP_VECTORIZE == 0
    assert theirs == numba.config.LOOP_VECTORIZE


@pytest.mark.jitless
def test_stages_are_told_and_then_the_entry_is_ready():
    told = []
    stages = ((twice, (types.float64,)), (total, (NUMBERS,)))
    compiled.compile_stages(stages, lambda done, of, name: told.append((done, of, name)))
    assert told == ([(0, 2, "twice"), (1, 2, "total")] if JIT else [])
    assert compiled.is_compiled(total, (NUMBERS,))
    assert total(np.ones(3)) == 6.0


@pytest.mark.skipif(not JIT, reason="nothing is compiled")
def test_an_entry_is_ready_for_the_types_it_was_compiled_for_and_no_others():
    @entry
    def first(numbers):
        return numbers[0]

    whole = typeof(np.zeros(1, np.int16))
    before = compiled.is_compiled(first, (whole,))
    first.compile((NUMBERS,))
    assert compiled.is_compiled(first, (NUMBERS,))
    assert compiled.is_compiled(first, (whole,)) == before
    first.compile((whole,))
    assert compiled.is_compiled(first, (whole,))


@pytest.mark.skipif(not JIT, reason="nothing is compiled")
def test_what_another_process_kept_counts_as_ready(monkeypatch):
    total.compile((NUMBERS,))
    monkeypatch.setattr(type(total), "signatures", [])
    assert compiled.is_compiled(total, (NUMBERS,))
    monkeypatch.setattr(total, "_cache", None)
    assert not compiled.is_compiled(total, (NUMBERS,))
