"""With the compiler off the kernel is plain Python, and lives the lives that the compiled one wrote down.

`tests/golden/lives.json` holds them: a digest of each ledger, its numbers in nine digits so that no library's last bit
matters. The shipped scenarios lie beside it as they were, so that a number changed in a setting changes nothing here.
When the kernel was meant to change, write them anew with the compiled kernel, from the project's root:

    python -m tests.kernel.test_jitless
"""

import json
from hashlib import sha256
from pathlib import Path
from typing import TypedDict

import numpy as np
import pytest

import homeward
from homeward.codes import Event, Generator
from homeward.kernel.jit import JIT
from homeward.run.lower import lower
from homeward.run.replicate import live_one
from homeward.scenario import write
from tests.reference.compare import agree

pytestmark = pytest.mark.jitless
GOLDEN = Path(__file__).parents[1] / "golden"
SHIPPED = ("izumo", "iruka", "couloir")
WRITE_ANEW = "when this was meant, write tests/golden anew: python -m tests.kernel.test_jitless"
LIVES = [
    ("izumo", "as it was", Generator.SPLITMIX, 1),
    ("izumo", "call the gate, medics meet them half way", Generator.PHILOX, 2),
    ("iruka", "as it was", Generator.SPLITMIX, 1),
    ("iruka", "the trap is found (search in pairs)", Generator.PHILOX, 2),
    ("couloir", "as it was", Generator.SPLITMIX, 1),
    ("couloir", "a party of six meets them with a litter", Generator.PHILOX, 2),
]


class Lived(TypedDict):
    """What is kept of one life: how long its ledger is, how it ends, and a digest of all of it."""

    lines: int
    last: str
    digest: str


def nine_digits(number: float) -> str:
    """Return a number as it is kept; below a millionth of a metre or second everything is nothing."""
    return f"{round(number, 6) + 0.0:.9g}"


def as_text(row: np.void) -> str:
    """Return a line of a ledger in a form that does not depend on the last bits."""
    at_s, event, who, other, to_go_m, detail = row.tolist()
    return f"{at_s} {Event(event).name} {who} {other} {nine_digits(to_go_m)} {nine_digits(detail)}"


def lived(name: str, arm: str, generator: Generator, replicate: int) -> Lived:
    """Live one life and return what is kept of it."""
    template = lower(homeward.load(GOLDEN / f"{name}.toml").with_arm(arm), generator=generator, seed=2026)
    ledger, _, _ = live_one(template, replicate)
    lines = [as_text(row) for row in ledger]
    return {"lines": len(lines), "last": lines[-1], "digest": sha256("\n".join(lines).encode()).hexdigest()}


def golden_lives() -> dict[str, Lived]:
    """Return what the compiled kernel wrote down."""
    lives: dict[str, Lived] = json.loads((GOLDEN / "lives.json").read_text(encoding="utf-8"))
    return lives


def write_anew() -> None:
    """Keep the shipped scenarios as they are now, and what the compiled kernel makes of them."""
    GOLDEN.mkdir(exist_ok=True)
    for name in SHIPPED:
        (GOLDEN / f"{name}.toml").write_text(write(homeward.load(name)), encoding="utf-8")
    lives = {title(*life): lived(*life) for life in LIVES}
    (GOLDEN / "lives.json").write_text(json.dumps(lives, indent=1) + "\n", encoding="utf-8")


def title(name: str, arm: str, generator: Generator, replicate: int) -> str:
    """Return the name of a life in the golden file."""
    return f"{name} / {arm} / {generator.name.lower()} / {replicate}"


@pytest.mark.parametrize("life", LIVES, ids=lambda life: title(*life))
def test_plain_python_lives_what_the_compiled_kernel_lived(life: tuple[str, str, Generator, int]) -> None:
    golden = golden_lives()
    assert lived(*life) == golden[title(*life)], WRITE_ANEW


@pytest.mark.parametrize("name", SHIPPED)
def test_plain_python_lives_what_the_twin_lives(name: str) -> None:
    agree(lower(homeward.load(name), seed=7), [0])


def test_the_golden_file_holds_these_lives_and_no_others() -> None:
    assert set(golden_lives()) == {title(*life) for life in LIVES}


if __name__ == "__main__":
    if not JIT:
        raise SystemExit("The golden file is the compiled kernel's: unset NUMBA_DISABLE_JIT and run this again.")
    write_anew()
