"""Functions are compiled as their decorator says."""

from pathlib import Path

import numba
import numpy as np
import pytest

from homeward.kernel import jit
from homeward.kernel.cache import cache_folder


def test_this_numba_can_leave_out_reference_counting_and_refuses_nonsense():
    assert jit.accepts({"_nrt": False, "nogil": True})
    assert not jit.accepts({"no_such_option": 1})


def test_a_numba_that_refuses_the_private_option_compiles_without_it():
    assert jit.compiler_options(jit.accepts)["_nrt"] is False
    options = jit.compiler_options(lambda _: False)
    assert "_nrt" not in options

    @numba.njit(**options)
    def total(numbers):
        return numbers.sum() / 0.0

    if jit.JIT:
        assert total(np.ones(3)) == np.inf


@pytest.mark.skipif(not jit.JIT, reason="nothing is compiled")
def test_our_cache_folder_is_ours_alone():
    theirs = numba.config.CACHE_DIR

    @jit.entry
    def ours(x):
        return x

    assert theirs == numba.config.CACHE_DIR
    assert ours._cache.cache_path.startswith(str(cache_folder(Path(__file__))))


@pytest.mark.skipif(not jit.JIT, reason="nothing is compiled")
@pytest.mark.parametrize(("decorator", "inlined"), [(jit.inner, True), (jit.process, False), (jit.entry, False)])
def test_the_decorators_compile_as_they_say(decorator, inlined):
    @decorator
    def twice(x):
        return 2 * x

    assert twice(4) == 8
    assert bool(twice.targetoptions.get("forceinline")) is inlined
    assert twice.targetoptions["nogil"]
    assert twice.targetoptions["error_model"] == "numpy"
    assert "fastmath" not in twice.targetoptions
