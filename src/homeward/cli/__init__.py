"""The command line: it reads what was asked, calls one function, and says what came of it."""

import sys


def main() -> None:
    """Run the command line; the entry point of `homeward`."""
    for stream in (sys.stdout, sys.stderr):
        # An output that cannot hold “ or – shows a question mark instead of a traceback.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    # Whoever presses Ctrl-C while Python is still importing has asked for nothing yet.
    try:
        from homeward.cli.app import app

        app()
    except KeyboardInterrupt:
        raise SystemExit(130) from None
