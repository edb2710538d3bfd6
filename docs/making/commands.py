"""What the command line says: the output of a command, and what its help knows of it."""

import atexit
import inspect
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

import typer

from homeward.cli.app import app
from making.markdown import code, table

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
"""Files that commands of these pages may name; they lie where the command is given."""


@cache
def output_of(command: str, runs: str = "") -> str:
    """Return what a command prints on stdout, runs being kept in a folder; RuntimeError when it does not end well."""
    words = shlex.split(command)
    assert words[0] == "homeward", command
    # What we import, the command imports too.
    environment = {**os.environ, "NO_COLOR": "1", "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"}
    with tempfile.TemporaryDirectory() as folder:
        environment["HOMEWARD_RUNS"] = runs or str(Path(folder) / "homeward-runs")
        shutil.copytree(EXAMPLES, folder, dirs_exist_ok=True)
        done = subprocess.run(
            [sys.executable, "-m", "homeward", *words[1:]],
            capture_output=True, cwd=folder, env=environment, check=False, encoding="utf-8",
        )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"{command}: exit code {done.returncode}\n{done.stderr}")
    return done.stdout


def run(command: str, page: Path) -> str:
    """A command and what it prints."""
    return code(f"$ {command}\n{output_of(command)}", "console")


def kept(command: str, page: Path) -> str:
    """A command and what it prints where one run is kept, `gate`: a study of ten thousand lives of izumo."""
    return code(f"$ {command}\n{output_of(command, runs_with_one())}", "console")


@cache
def runs_with_one() -> str:
    """Return a folder, removed when we are done, in which the run `gate` is kept."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    output_of("homeward study izumo --replicates 10000 --keep-as gate --quiet", folder)
    return folder


def narrow(command: str, page: Path) -> str:
    """A command and the first twelve lines of what it prints."""
    lines = output_of(command).splitlines()
    more = [f"... {len(lines) - 12} lines more"] if len(lines) > 12 else []
    return code("\n".join([f"$ {command}", *lines[:12], *more]), "console")


def commands() -> dict[str, typer.core.TyperCommand]:
    """Return every command of the command line, the hidden one too; those of a group as `results show`."""
    top = dict(typer.main.get_command(app).commands)
    groups = [(name, group) for name, group in top.items() if isinstance(group, typer.core.TyperGroup)]
    return {**top, **{f"{name} {inner}": each for name, group in groups for inner, each in group.commands.items()}}


def command(name: str, page: Path) -> str:
    """One command: what it does, how it is used, its options."""
    about = commands()[name]
    paragraphs = inspect.cleandoc(about.help or "").replace("\b\n", "\b").split("\n\n")
    arguments = [each for each in about.params if each.param_type_name == "argument"]
    usage = " ".join(["homeward", name, *(each.metavar or each.name.upper() for each in arguments), "[OPTIONS]"])
    parts = [code(usage, "console"), *(plain_or_block(each) for each in paragraphs)]
    rows = [option_row(each) for each in about.params if each.name != "help"]
    return "\n\n".join([*parts, table(("", "takes", "what"), rows)] if rows else parts)


def plain_or_block(paragraph: str) -> str:
    """A paragraph of help: as text, or as it stands when it is marked so."""
    if paragraph.startswith("\b"):
        # What the help says beside a line becomes a comment, so that lines can be copied.
        lines = re.sub(r"^(homeward .*?\S)( {2,})(?=\S)", r"\1\2# ", paragraph[1:], flags=re.MULTILINE)
        return code(lines, "sh" if "homeward" in paragraph else "text")
    return " ".join(paragraph.split())


def option_row(param: Any) -> tuple[str, str, str]:
    """One row: what it is called, what it takes, what it does."""
    is_option = param.param_type_name == "option"
    names = ", ".join(f"`{each}`" for each in param.opts) if is_option else f"`{param.name}`"
    default = f" Default: {getattr(param.default, 'value', param.default)}." if shown_default(param) else ""
    return names, takes(param), f"{param.help or ''}{default}"


def takes(param: Any) -> str:
    """What an option takes, in words."""
    wanted = param.type_descriptor.annotation
    if getattr(param, "is_flag", False):
        return ""
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return " or ".join(f"`{each.value}`" for each in wanted)
    words = {int: "a whole number", str: "words", Path: "a path", list[str]: "words", list[int]: "whole numbers"}
    return f"`{param.metavar}`" if param.metavar else words[wanted]


def shown_default(param: Any) -> bool:
    return bool(getattr(param, "show_default", False)) and param.default not in (None, False, ())


def listing(name: str, page: Path) -> str:
    """A file of docs/examples/, as it is."""
    return code((EXAMPLES / name).read_text(encoding="utf-8"), "toml")


MAKERS = {"listing": listing, "run": run, "kept": kept, "head": narrow, "command": command}
