"""Every system of the stories can be seen with a command and is held by a test: the page that says so is read here."""

import re
import shlex
from pathlib import Path

import pytest
import typer

import homeward
from homeward.cli.app import app

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "explanation" / "systems.md"
ROW = re.compile(r"^\| (\d+) \| .* \| `(homeward [^`]+)` \| `([^`]+)` \|$", re.MULTILINE)
ROWS = [(int(number), command, held) for number, command, held in ROW.findall(PAGE.read_text(encoding="utf-8"))]


def test_no_system_of_the_stories_is_missing() -> None:
    assert [number for number, *_ in ROWS] == list(range(1, 23))


@pytest.mark.parametrize(("number", "command", "held"), ROWS)
def test_its_command_can_be_given(number: int, command: str, held: str) -> None:
    _, name, *words = shlex.split(command)
    known = typer.main.get_command(app).commands[name]
    chosen = known.make_context(name, words).params
    if "scenario" not in chosen:
        return
    scenario = homeward.load(chosen["scenario"])
    for arm in chosen.get("arms") or [chosen["arm"]] if chosen.get("arm") else chosen.get("arms") or []:
        scenario.with_arm(arm)


@pytest.mark.parametrize(("number", "command", "held"), ROWS)
def test_the_test_that_holds_it_is_there(number: int, command: str, held: str) -> None:
    file, _, name = held.partition("::")
    text = (ROOT / file).read_text(encoding="utf-8")
    assert f"def {name}(" in text if name else "def test_" in text
