"""Held against what was kept: which numbers differ by a bit, and in what this machine is another one."""

import os
import platform
from collections.abc import Mapping
from typing import Any

import numba
import numpy as np

from homeward.results.arms import PreparedArm
from homeward.store.columns import fields_of
from homeward.version import __version__

NOW = {
    "homeward": __version__,
    "python": platform.python_version(),
    "numpy": np.__version__,
    "numba": numba.__version__,
    "platform": platform.platform(),
    "compiled": os.environ.get("NUMBA_DISABLE_JIT", "0") in ("", "0"),
}
"""What may make the last bit of a number differ."""


def differences(table: str, stored: Mapping[str, np.ndarray], again: np.ndarray, arm: PreparedArm) -> list[str]:
    """Return what is not bit-equal."""
    if any(len(values) != len(again) for values in stored.values()):
        return [f"{table}: {len(next(iter(stored.values())))} rows were stored, {len(again)} are lived"]
    found = []
    for name, values in fields_of(again).items():
        for row in np.flatnonzero(unequal(stored[name], values)):
            whose = {"outcomes": "outcome", "events": f"event {row}"}.get(table) or arm.names[row]
            found.append(f"{whose}.{name}: {stored[name][row]} was stored, {values[row]} is lived")
    return found


def unequal(stored: np.ndarray, lived: np.ndarray) -> np.ndarray:
    """Return (n,) bool: not one bit may differ, except that NaN is stored as nothing and -0 as 0."""
    if lived.dtype.kind != "f":
        return stored != lived
    bits = f"u{lived.dtype.itemsize}"
    same = stored.astype(lived.dtype).view(bits) == np.ascontiguousarray(lived).view(bits)
    return ~(same | (np.isnan(stored) & np.isnan(lived)) | ((stored == 0) & (lived == 0)))


def unlike(then: Mapping[str, Any]) -> list[str]:
    """Return, as words, in which respects this machine is not the one that kept the run."""
    return [f"{what} {then.get(what)} then, {now} now" for what, now in NOW.items() if then.get(what) != now]
