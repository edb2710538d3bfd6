"""What `homeward schema` does: print the JSON Schema of scenario files, or write it to a file."""

from pathlib import Path

import typer

from homeward.errors import HomewardError
from homeward.scenario.kinds import INCIDENT, kind_named
from homeward.scenario.schema import schema_text


def schema(out: Path | None = None, kind: str = INCIDENT) -> int:
    """Print the schema, or write it whole or not at all; return the exit code. HomewardError when it cannot be."""
    text = schema_text(kind_named(kind))
    if out is None:
        typer.echo(text, nl=False)
        return 0
    draft = out.with_name(f".{out.name}.part")
    try:
        draft.write_text(text, encoding="utf-8")
        draft.replace(out)
    except OSError as error:
        draft.unlink(missing_ok=True)
        reason = (error.strerror or str(error)).lower()
        raise HomewardError(f"cannot write {out}: {reason}; give --out a file in a folder you may write to") from None
    typer.echo(f"Wrote {out}")
    return 0
