"""What a module is made of is read as Python reads it, and each kernel is made of its own sources only."""

import ast
from pathlib import Path

import pytest

import homeward
from homeward.kernel.sources import ROOT, closure, mentioned

HOMEWARD = Path(homeward.__file__).parent
EVERY_SOURCE = sorted(HOMEWARD.rglob("*.py"))


def mentioned_by_the_parser(text: str) -> set[str]:
    """Return what Python's own parser finds imported from the package."""
    names = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "a relative import is not seen"
            names |= {str(node.module)} | {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in names if name.split(".")[0] == "homeward"}


@pytest.mark.parametrize("source", EVERY_SOURCE, ids=lambda source: source.relative_to(HOMEWARD).as_posix())
def test_no_import_of_this_package_is_overlooked(source: Path) -> None:
    text = source.read_text(encoding="utf-8")
    assert mentioned_by_the_parser(text) <= mentioned(text)


@pytest.mark.parametrize(
    "text",
    [
        "import homeward.kernel.heap, homeward.units as u  # both",
        "from homeward.kernel import heap as h, jit",
        "from homeward.kernel import (  # these\n    heap,  # a heap\n    jit,\n)  # and no more\nx = 1",
        "def f():\n    from homeward.codes import Event\n    return Event",
        "import homeward",
    ],
)
def test_imports_are_read_in_every_form(text: str) -> None:
    assert mentioned(text) == mentioned_by_the_parser(text) != set()


def test_a_module_is_made_of_what_it_imports_by_way_of_others() -> None:
    names = {file.relative_to(ROOT).as_posix() for file in closure(HOMEWARD / "kernel" / "calendar.py")}
    assert {"homeward/kernel/calendar.py", "homeward/kernel/heap.py", "homeward/codes/events.py"} <= names
    assert not any("processes" in name or "tables" in name for name in names)


def test_the_incident_is_made_of_kernel_and_codes_only() -> None:
    for file in closure(HOMEWARD / "kernel" / "lives.py"):
        assert file.is_relative_to(HOMEWARD / "kernel") or file.is_relative_to(HOMEWARD / "codes")
