"""The commands as a user runs them: each a new process, measured from outside."""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

HOMEWARD = (sys.executable, "-m", "homeward")
BYTES_PER_MAXRSS = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Ran:
    """How a command went: seconds on the wall and of the cores, and the most memory it held (None: not told here)."""

    wall_s: float
    cpu_s: float
    peak_mb: float | None


def run(*words: str, **settings: str) -> Ran:
    """Run homeward with these words to its end; RuntimeError, with what it said, when it fails."""
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        child = subprocess.Popen((*HOMEWARD, *words), stdout=said, stderr=said, env={**os.environ, **settings})
        if not hasattr(os, "wait4"):  # Windows
            child.wait()
            ran = Ran(time.perf_counter() - began, float("nan"), None)
        else:
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            peak_mb = usage.ru_maxrss * BYTES_PER_MAXRSS / 1e6
            ran = Ran(time.perf_counter() - began, usage.ru_utime + usage.ru_stime, peak_mb)
        if child.returncode:
            said.seek(0)
            raise RuntimeError(f"homeward {' '.join(words)} failed: {said.read().decode(errors='replace')[-2000:]}")
    return ran


def median_of(times: int, *words: str) -> Ran:
    """Run a command so many times, after once to warm up, and return the run of median wall time."""
    run(*words)
    runs = [run(*words) for _ in range(times)]
    middle = median(each.wall_s for each in runs)
    return min(runs, key=lambda each: abs(each.wall_s - middle))


def compile_anew() -> Ran:
    """Compile the kernel into an empty cache."""
    with tempfile.TemporaryDirectory() as folder:
        return run("warm-up", NUMBA_CACHE_DIR=folder)


def review(lives: int) -> Ran:
    """Review izumo with so many lives on two threads, pictures and report included."""
    with tempfile.TemporaryDirectory() as folder:
        out = str(Path(folder) / "review")
        return run("review", "izumo", "--replicates", str(lives), "--threads", "2", "--out", out, "--quiet")


def study(lives: int) -> Ran:
    """Study izumo with so many lives on two threads."""
    return run("study", "izumo", "--replicates", str(lives), "--threads", "2", "--quiet")
