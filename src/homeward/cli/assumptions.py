"""What `homeward assumptions FILE` does: list every number that no source gives."""

import typer

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
    from rich.console import Console
    from rich.table import Table

    table = Table(title=f"{file}: {len(found)} assumptions", title_justify="left", show_edge=False, pad_edge=False)
    table.add_column("Path", overflow="fold")
    table.add_column("Value", overflow="fold")
    table.add_column("Range", overflow="fold")
    table.add_column("Why", overflow="fold")
    for assumption in found:
        low, high = assumption.range or ("not", "given")
        table.add_row(
            assumption.path, assumption.value, f"{low} to {high}" if assumption.range else "none", assumption.why
        )
    Console(markup=False, highlight=False).print(table)
