"""Ask the command line something, in this process."""

from pathlib import Path

from typer.testing import CliRunner, Result

from homeward.cli.app import app


def ask(*words: str | Path) -> Result:
    """Run `homeward` with these words; `stdout`, `stderr` and `exit_code` say what came of it."""
    return CliRunner().invoke(app, [str(word) for word in words])


def refused(*words: str | Path) -> str:
    """Run `homeward` with words that it must refuse in a sentence; return the sentence."""
    result = ask(*words)
    assert result.exit_code == 2, (result.exit_code, result.stderr, result.exception)
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    return result.stderr
