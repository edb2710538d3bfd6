"""What a benchmark is asked on its command line, and what it refuses; the same for each of them."""

import argparse
import sys

from homeward.kernel.jit import JIT


def options(words: list[str], about: str, less: str) -> argparse.Namespace:
    """Read the command line; `less` says what --quick has fewer of. Exits with 2 for what cannot be measured."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=about.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help=f"fewer {less} and rounds")
    parser.add_argument("--strict", action="store_true", help="fail when a ratio misses its bar")
    parser.add_argument("--docs", action="store_true", help="also put the tables into the documentation")
    asked = parser.parse_args(words)
    if not JIT:
        refuse("The benchmark measures the compiled kernel: unset NUMBA_DISABLE_JIT.")
    if asked.quick and asked.docs:
        refuse("The documentation shows full measurements only: leave out --quick.")
    return asked


def refuse(sentence: str) -> None:
    """Say why nothing is measured, and end."""
    print(sentence, file=sys.stderr)
    raise SystemExit(2)
