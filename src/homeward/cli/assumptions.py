"""What `homeward assumptions FILE` does: list every number that no source gives."""

import typer
from rich.markup import escape

from homeward.model.scenario import Assumption
from homeward.scenario import read


def assumptions(file: str, json_output: bool = False) -> int:
    """Print a table of every assumption with its range and reason; return the exit code. ScenarioError for mistakes."""
    found = read(file).assumptions()
    if json_output:
        from json import dumps

        typer.echo(dumps([assumption.to_dict() for assumption in found], ensure_ascii=False, indent=2))
    else:
        _print_table(file, found)
    return 0


def _print_table(file: str, found: list[Assumption]) -> None:
    from rich.table import Table

    from homeward.cli.render import stdout

    table = Table(title=f"{file}: {len(found)} assumptions", title_justify="left", show_edge=False, pad_edge=False)
    for heading in ("Path", "Value", "Range", "Why"):
        table.add_column(heading, overflow="fold")
    for assumption in found:
        ends = " to ".join(assumption.range) if assumption.range else "none given"
        table.add_row(*map(escape, (assumption.path, assumption.value, ends, assumption.why)))
    stdout().print(table)
