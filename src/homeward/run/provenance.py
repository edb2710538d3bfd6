"""Where a result comes from: everything that is needed to get it again."""

import os
import platform
from typing import TypedDict

import numba
import numpy as np

from homeward.version import __version__


class Provenance(TypedDict):
    """Versions, scenario, draws and machine: with these the same replicates give the same results, bit for bit."""

    homeward: str
    scenario: str
    scenario_sha256: str
    seed: int
    generator: str
    calendar: str
    python: str
    numpy: str
    numba: str
    compiled: bool
    platform: str
    threads: int


def provenance(scenario: str, sha256: str, seed: int, generator: str, calendar: str, threads: int) -> Provenance:
    """Return where a result comes from; `threads` is told for its speed, the result does not depend on it."""
    return {
        "homeward": __version__,
        "scenario": scenario,
        "scenario_sha256": sha256,
        "seed": seed,
        "generator": generator,
        "calendar": calendar,
        "python": platform.python_version(),
        "numpy": np.__version__,
        "numba": numba.__version__,
        "compiled": os.environ.get("NUMBA_DISABLE_JIT", "0") in ("", "0"),
        "platform": platform.platform(),
        "threads": threads,
    }
