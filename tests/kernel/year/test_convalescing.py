"""The compiled mornings and the same mornings in plain Python see the same people."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from homeward.codes import Tie
from homeward.kernel.jit import JIT
from homeward.run.lower_folk import Bond
from homeward.validation.convalescents import hurt, lived, village

ROOT = Path(__file__).parents[3]
PATIENTS, DAYS = 4, 45
ISS, LEAVES = np.array([2, 9, 20, 26]), np.array([0, 3, 8, 10])
LIMB_LOST = np.array([False, False, True, True])


def seen() -> np.ndarray:
    """What is seen of four patients with two visitors each."""
    bonds = [Bond(i, PATIENTS + k, Tie(1 + k), 0.4 + 0.2 * k, cares=k == 1) for i in range(PATIENTS) for k in range(2)]
    people = village(PATIENTS + 2, bonds, seed=11, replicate=3)
    hurt(people, ISS, LIMB_LOST)
    return lived(people, LEAVES, DAYS)


@pytest.mark.slow
@pytest.mark.skipif(not JIT, reason="nothing is compiled")
def test_compiled_and_plain_mornings_agree(tmp_path: Path) -> None:
    file = tmp_path / "plain.npy"
    plain = {**os.environ, "NUMBA_DISABLE_JIT": "1"}
    subprocess.run([sys.executable, "-m", "tests.kernel.year.test_convalescing", file], cwd=ROOT, env=plain, check=True)
    np.testing.assert_allclose(seen(), np.load(file), rtol=1e-9, atol=1e-9)


@pytest.mark.jitless
@pytest.mark.skipif(JIT, reason="in plain Python only: compiled, the test above needs it")
def test_days_go_by_as_patients_leave() -> None:
    days = seen()
    assert days.shape[:2] == (DAYS, PATIENTS)
    function = days[:, :, 1]
    assert (function[-1] >= function[0]).all()
    assert function[-1, 0] >= 0.9 > function[-1, 3]


if __name__ == "__main__":
    np.save(sys.argv[1], seen())
