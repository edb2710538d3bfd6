"""The command line: it reads what was asked, calls one function, and says what came of it."""


def main() -> None:
    """Run the command line; the entry point of `homeward`."""
    # Whoever presses Ctrl-C while Python is still importing has asked for nothing yet.
    try:
        from homeward.cli.app import app

        app()
    except KeyboardInterrupt:
        raise SystemExit(130) from None
