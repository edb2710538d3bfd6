"""What is compiled is what the source says, wherever and whenever it was compiled."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import numba
import numpy as np
import pytest

from homeward.kernel import jit

HOMEWARD = jit.KERNEL.parent
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")


@pytest.fixture
def small_kernel(tmp_path):
    """Return a copy of the package with a kernel of two files, of which `outer` calls `callee`."""
    kernel = tmp_path / "homeward" / "kernel"
    kernel.mkdir(parents=True)
    shutil.copy(HOMEWARD / "codes.py", kernel.parent)
    shutil.copy(jit.KERNEL / "jit.py", kernel)
    for package in (kernel.parent, kernel):
        (package / "__init__.py").touch()
    write_callee(kernel, answer=1)
    (kernel / "outer.py").write_text(
        "from homeward.kernel.callee import answer\nfrom homeward.kernel.jit import entry\n"
        "@entry\ndef outer(x):\n    return answer(x)\n"
    )
    return kernel


def write_callee(kernel, answer):
    (kernel / "callee.py").write_text(
        f"from homeward.kernel.jit import inner\n@inner\ndef answer(x):\n    return x + {answer}\n"
    )


def run(kernel, program, **environ):
    """Run a program that imports this kernel, with a cache of its own; return what it prints."""
    cache = kernel.parent.parent / "cache"
    settings = {name: value for name, value in os.environ.items() if not name.startswith("NUMBA_")}
    settings |= {"XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(kernel.parent.parent), **environ}
    done = subprocess.run(
        [sys.executable, "-c", program], env=settings, cwd=cache.parent, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


# --- the cache


CALL_OUTER = (
    "from homeward.kernel.outer import outer; answer = outer(10);"
    "print(answer, sum(outer.stats.cache_hits.values()), outer._cache.cache_path)"
)


def test_a_second_process_finds_what_the_first_compiled_and_a_changed_callee_is_never_stale(small_kernel):
    first, hits, folder = run(small_kernel, CALL_OUTER).split()
    assert (first, hits) == ("11", "0")
    assert Path(folder).is_relative_to(small_kernel.parent.parent / "cache" / "homeward")
    assert run(small_kernel, CALL_OUTER).split()[:2] == ["11", "1"]
    write_callee(small_kernel, answer=5)
    assert run(small_kernel, CALL_OUTER).split()[:2] == ["15", "0"]


def test_the_environment_may_say_where_the_cache_lies(small_kernel, tmp_path):
    folder = Path(run(small_kernel, CALL_OUTER, NUMBA_CACHE_DIR=str(tmp_path / "here")).split()[2])
    assert folder.is_relative_to(tmp_path / "here" / "homeward")


def test_without_the_compiler_functions_stay_as_they_are_and_no_cache_is_made(small_kernel):
    program = "from homeward.kernel import outer, jit; print(outer.outer(1), type(outer.outer).__name__, jit.FOLDER)"
    assert run(small_kernel, program, NUMBA_DISABLE_JIT="1") == "2 function None"
    assert not (small_kernel.parent.parent / "cache").exists()


def test_where_nothing_can_be_kept_the_kernel_still_runs(small_kernel, tmp_path):
    (tmp_path / "file").touch()
    program = (
        "import tempfile\ndef nowhere(): raise FileNotFoundError\ntempfile.gettempdir = nowhere\n"
        "from homeward.kernel import outer, jit; print(outer.outer(1), jit.FOLDER)"
    )
    assert run(small_kernel, program, XDG_CACHE_HOME=str(tmp_path / "file")) == "2 None"


def test_the_fingerprint_follows_every_source_and_nothing_else(small_kernel):
    before = jit.fingerprint(small_kernel)
    (small_kernel / "notes.txt").write_text("not a source")
    assert jit.fingerprint(small_kernel) == before
    seen = {before}
    for change in (
        lambda: write_callee(small_kernel, answer=2),
        lambda: (small_kernel.parent / "codes.py").write_text("# other codes\n"),
        lambda: (small_kernel / "more.py").touch(),
        lambda: (small_kernel / "more.py").rename(small_kernel / "renamed.py"),
    ):
        change()
        seen.add(jit.fingerprint(small_kernel))
    assert len(seen) == 5


def test_without_a_writable_home_the_cache_is_temporary(monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.delenv("NUMBA_CACHE_DIR", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    folder = jit.cache_folder()
    assert folder.is_dir()
    assert folder.is_relative_to(tmp_path)


@posix
def test_a_temporary_folder_that_others_can_write_to_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert jit.temporary_cache().stat().st_mode & 0o077 == 0
    jit.temporary_cache().chmod(0o777)
    with pytest.raises(PermissionError):
        jit.temporary_cache()


def test_old_caches_are_forgotten_and_young_ones_and_strangers_are_kept(tmp_path):
    ages_days = {"kernel-now": 90, "kernel-old": 31, "kernel-young": 29, "a-stranger": 90}
    for name, days in ages_days.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").touch()
        then = time.time() - days * 24 * 3600
        os.utime(tmp_path / name, (then, then))
    jit.forget_old(tmp_path / "kernel-now")
    assert {path.name for path in tmp_path.iterdir()} == set(ages_days) - {"kernel-old"}


def test_using_a_cache_keeps_it_young(monkeypatch, tmp_path):
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))
    folder = jit.cache_folder()
    os.utime(folder, (0, 0))
    assert jit.cache_folder() == folder
    assert time.time() - folder.stat().st_mtime < 3600


# --- the options


def test_this_numba_can_leave_out_reference_counting_and_refuses_nonsense():
    assert jit.accepts({"_nrt": False, "nogil": True})
    assert not jit.accepts({"no_such_option": 1})


def test_a_numba_that_refuses_the_private_option_compiles_without_it():
    assert jit.compiler_options(jit.accepts, cache=False)["_nrt"] is False
    options = jit.compiler_options(lambda _: False, cache=False)
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
    assert ours._cache.cache_path.startswith(str(jit.FOLDER))


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
