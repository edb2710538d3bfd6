"""Machine code that was kept is what the sources say, and is kept as long as they say the same."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

import homeward
from homeward.kernel import cache

HOMEWARD = Path(homeward.__file__).parent
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")


@pytest.fixture
def small_kernel(tmp_path):
    """Return a copy of the package with a kernel of three files: `outer` calls `callee`, `other` calls nobody."""
    kernel = tmp_path / "homeward" / "kernel"
    kernel.mkdir(parents=True)
    shutil.copytree(HOMEWARD / "codes", kernel.parent / "codes", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("jit.py", "cache.py", "sources.py"):
        shutil.copy(HOMEWARD / "kernel" / name, kernel)
    for package in (kernel.parent, kernel):
        (package / "__init__.py").touch()
    write_callee(kernel, answer=1)
    (kernel / "outer.py").write_text(
        "from homeward.kernel.callee import answer\nfrom homeward.kernel.jit import entry\n"
        "@entry\ndef outer(x):\n    return answer(x)\n"
    )
    (kernel / "other.py").write_text("from homeward.kernel.jit import entry\n@entry\ndef outer(x):\n    return -x\n")
    return kernel


def write_callee(kernel, answer):
    (kernel / "callee.py").write_text(
        "from homeward.codes import Draw\nfrom homeward.kernel.jit import inner\n"
        f"@inner\ndef answer(x):\n    return x + {answer}\n"
    )


def run(kernel, program, **environ):
    """Run a program that imports this kernel, with a cache of its own; return what it prints."""
    kept = kernel.parent.parent / "cache"
    settings = {name: value for name, value in os.environ.items() if not name.startswith("NUMBA_")}
    settings |= {"XDG_CACHE_HOME": str(kept), "PYTHONPATH": str(kernel.parent.parent), **environ}
    done = subprocess.run(
        [sys.executable, "-c", program], env=settings, cwd=kept.parent, capture_output=True, text=True, check=True
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


def test_what_another_module_calls_may_change_and_this_one_keeps_its_machine_code(small_kernel):
    call_other = CALL_OUTER.replace("kernel.outer", "kernel.other")
    assert run(small_kernel, call_other).split()[:2] == ["-10", "0"]
    write_callee(small_kernel, answer=5)
    (small_kernel / "outer.py").unlink()
    assert run(small_kernel, call_other).split()[:2] == ["-10", "1"]


def test_a_function_typed_at_a_prompt_is_compiled_and_not_kept(small_kernel):
    typed = "from homeward.kernel.jit import entry\n@entry\ndef f(x):\n    return x\nprint(f(3))"
    program = f"exec(compile({typed!r}, '<said>', 'exec'))"
    assert run(small_kernel, program) == "3"


def test_the_environment_may_say_where_the_cache_lies(small_kernel, tmp_path):
    folder = Path(run(small_kernel, CALL_OUTER, NUMBA_CACHE_DIR=str(tmp_path / "here")).split()[2])
    assert folder.is_relative_to(tmp_path / "here" / "homeward")


def test_without_the_compiler_functions_stay_as_they_are_and_no_cache_is_made(small_kernel):
    program = "from homeward.kernel.outer import outer; print(outer(1), type(outer).__name__)"
    assert run(small_kernel, program, NUMBA_DISABLE_JIT="1") == "2 function"
    assert not (small_kernel.parent.parent / "cache").exists()


def test_where_nothing_can_be_kept_the_kernel_still_runs(small_kernel, tmp_path):
    (tmp_path / "file").touch()
    program = (
        "import tempfile\ndef nowhere(): raise FileNotFoundError\ntempfile.gettempdir = nowhere\n"
        "from homeward.kernel.outer import outer; print(outer(1), outer._cache.cache_path)"
    )
    assert run(small_kernel, program, XDG_CACHE_HOME=str(tmp_path / "file")) == "2 None"


def test_the_fingerprint_follows_every_source_that_is_imported_and_no_other(small_kernel):
    def fingerprint():
        return cache.fingerprint(small_kernel / "outer.py", small_kernel.parents[1])

    before = fingerprint()
    (small_kernel / "other.py").write_text("# nothing that outer calls\n")
    assert fingerprint() == before
    seen = {before}
    for change in (
        lambda: write_callee(small_kernel, answer=2),
        lambda: (small_kernel.parent / "codes" / "__init__.py").write_text("# other codes\n"),
        lambda: (small_kernel / "outer.py").write_text("from homeward.kernel.other import outer\n"),
        lambda: (small_kernel / "other.py").rename(small_kernel / "renamed.py"),
    ):
        change()
        seen.add(fingerprint())
    assert len(seen) == 5


def test_without_a_writable_home_the_cache_is_temporary(monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.delenv("NUMBA_CACHE_DIR", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    folder = cache.cache_folder(Path(__file__))
    assert folder.is_dir()
    assert folder.is_relative_to(tmp_path)


@posix
def test_a_temporary_folder_that_others_can_write_to_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert cache.temporary_cache().stat().st_mode & 0o077 == 0
    cache.temporary_cache().chmod(0o777)
    with pytest.raises(PermissionError):
        cache.temporary_cache()


def test_old_caches_are_forgotten_and_young_ones_and_strangers_are_kept(tmp_path):
    ages_days = {"kernel-now": 90, "kernel-old": 31, "kernel-young": 29, "a-stranger": 90}
    for name, days in ages_days.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").touch()
        then = time.time() - days * 24 * 3600
        os.utime(tmp_path / name, (then, then))
    cache.forget_old(tmp_path / "kernel-now")
    assert {path.name for path in tmp_path.iterdir()} == set(ages_days) - {"kernel-old"}


def test_using_a_cache_keeps_it_young(monkeypatch, tmp_path):
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))
    folder = cache.cache_folder(Path(__file__))
    os.utime(folder, (0, 0))
    assert cache.cache_folder(Path(__file__)) == folder
    assert time.time() - folder.stat().st_mtime < 3600
