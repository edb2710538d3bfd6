#!/usr/bin/env python3
"""Hold the care network against what is known exactly, and a treatment centre against another program.

python3 dev.py verify           queues with an exact answer, arrivals by the hour, the treatment centre beside treat-sim
python3 dev.py verify --docs    also write docs/reference/verification.md and its pictures

Exit code 1 when anything differs by more than chance allows.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from homeward.validation import FAIL, Figure, markdown  # noqa: E402
from verification import pages, queues  # noqa: E402
from verification.treatment_centre import compare, ours  # noqa: E402
from verification.treatment_centre.compare import Compared  # noqa: E402

REPLICATIONS = 500


def say(sentence: str) -> None:
    """Tell whoever waits what is being done."""
    print(f"  {sentence}", file=sys.stderr, flush=True)


def treatment_centre(python: Path) -> list[Compared]:
    """Run both programs and compare them."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "theirs.json"
        say(f"treat-sim, {REPLICATIONS} replications")
        theirs = ROOT / "verification" / "treatment_centre" / "theirs.py"
        subprocess.run([python, theirs, file, "--replications", str(REPLICATIONS)], check=True)
        say(f"Homeward, {REPLICATIONS} replications")
        return compare.compare(compare.values_of_theirs(file), ours.values_of_ours(REPLICATIONS))


def write_page(figures: list[Figure], compared: list[Compared]) -> None:
    """Write the page of the documentation and its pictures."""
    assets = ROOT / "docs" / "assets"
    for name, size, draw, what in (
        ("verification_queues", (7.5, 4.2), queues.draw, figures),
        ("verification_treatment_centre", (8.5, 6.4), compare.draw, compared),
    ):
        figure, axes = plt.subplots(figsize=size, layout="constrained")
        draw(axes, what)
        axes.spines[["top", "right"]].set_visible(False)
        figure.savefig(assets / f"{name}.png", dpi=130, metadata={"Software": None})
        plt.close(figure)
    page = ROOT / "docs" / "reference" / "verification.md"
    page.write_text(pages.page(markdown(figures), compare.markdown(compared)), encoding="utf-8")


def options(words: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="dev.py verify", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--treat-sim", type=Path, required=True, help="the Python that has treat-sim")
    parser.add_argument("--docs", action="store_true", help="also write the page of the documentation")
    return parser.parse_args(words)


def main(words: list[str]) -> int:
    """Verify, print, write."""
    asked = options(words)
    figures = queues.figures(say)
    compared = treatment_centre(asked.treat_sim)
    print(markdown(figures))
    print(compare.markdown(compared))
    if asked.docs:
        write_page(figures, compared)
    wrong = [each.item for each in figures if each.verdict == FAIL]
    wrong += [each.measure.words for each in compared if not each.overlaps]
    print(f"Different: {'; '.join(wrong)}." if wrong else "All agree.")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
