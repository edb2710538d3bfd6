"""The table: one row per thing measured, with its bar and a verdict, as text, Markdown and JSON."""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.agreement import Agreement

MARKS = "<!-- measured -->", "<!-- end measured -->"


@dataclass(frozen=True)
class Row:
    """One measured thing. `bar`: what is asked, None when nothing is; `met`: None when not judged."""

    what: str
    measured: str
    value: float
    bar: str = ""
    met: bool | None = None
    is_ratio: bool = False

    @property
    def verdict(self) -> str:
        """The verdict in a word."""
        return {True: "met", False: "missed", None: ""}[self.met]


def judged(what: str, measured: str, value: float, bar: str, met: bool, *, is_ratio: bool = False) -> Row:
    """Return a row with a bar; a value that is not a number does not meet it."""
    return Row(what, measured, value, bar, bool(met), is_ratio)


def markdown(rows: Sequence[Row], agreements: Sequence[Agreement], machine: dict[str, Any], peer: str = "SimPy") -> str:
    """Return both tables and where they were measured."""
    lines = ["| What | Bar | Measured | Verdict |", "|---|---|---|---|"]
    lines += [f"| {row.what} | {row.bar or '–'} | {row.measured} | {row.verdict or '–'} |" for row in rows]
    lines += ["", f"| The same in both | {peer} | Homeward | 99.9 % allows | Verdict |", "|---|---|---|---|---|"]
    lines += [
        f"| {a.name} | {a.peer:.4g} | {a.homeward:.4g} | ± {a.allowed:.2g} | {'agrees' if a.agrees else 'differs'} |"
        for a in agreements
    ]
    lines += ["", "; ".join(f"{name} {value}" for name, value in machine.items()) + "."]
    return "\n".join(lines) + "\n"


def text(rows: Sequence[Row], agreements: Sequence[Agreement], peer: str = "SimPy") -> str:
    """Return both tables for a terminal."""
    cells = [("what", "bar", "measured", "verdict"), *((r.what, r.bar, r.measured, r.verdict) for r in rows)]
    more = [("the same in both", peer, "Homeward", "99.9 % allows", "verdict")]
    more += [
        (a.name, f"{a.peer:.4g}", f"{a.homeward:.4g}", f"± {a.allowed:.2g}", "agrees" if a.agrees else "differs")
        for a in agreements
    ]
    return aligned(cells) + "\n\n" + aligned(more)


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Return rows in columns, the first underlined."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([lines[0], "-" * max(map(len, lines)), *lines[1:]])


def save(
    folder: Path,
    rows: Sequence[Row],
    agreements: Sequence[Agreement],
    machine: dict[str, Any],
    name: str = "latest",
    peer: str = "SimPy",
) -> None:
    """Write NAME.md and NAME.json."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.md").write_text(markdown(rows, agreements, machine, peer), encoding="utf-8")
    told = {
        "machine": machine,
        "rows": [asdict(row) for row in rows],
        "agreement": [{**asdict(each), "agrees": bool(each.agrees)} for each in agreements],
    }
    (folder / f"{name}.json").write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


def put_into_page(page: Path, tables: str, marks: tuple[str, str] = MARKS) -> None:
    """Replace what stands between the marks of a documentation page."""
    begin, end = marks
    old = page.read_text(encoding="utf-8")
    new, found = re.subn(f"(?s){begin}.*{end}", lambda _: f"{begin}\n{tables}{end}", old)
    if not found:
        raise RuntimeError(f"{page} has no {begin} ... {end}")
    page.write_text(new, encoding="utf-8")
