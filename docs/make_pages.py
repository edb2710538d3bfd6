#!/usr/bin/env python3
"""Fill the pages with what Homeward says now: `python docs/make_pages.py [PAGE ...]` (all pages when none is named).

A page marks what is made by a pair of comments; what stands between them is replaced:

    <!-- made: run homeward list -->
    <!-- end made -->

The first word names what is made (see docs/making/), the rest is what it is made of. Nothing of that is typed by hand,
so that no number in these pages is older than the code. A page is written whole or not at all.
"""

import os
import re
import sys
import time
from pathlib import Path

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
sys.dont_write_bytecode = True  # what lies under docs/ would be published
os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
sys.path[:0] = [str(DOCS), str(ROOT / "src")]

from making import commands, diagrams, incidents, reference, sensitivity, way_back, years  # noqa: E402

MADE = re.compile(r"<!-- made: (\w+)((?: [^\n]*?)?) -->\n.*?<!-- end made -->", re.DOTALL)

MAKERS = {
    **{**commands.MAKERS, **diagrams.MAKERS, **incidents.MAKERS},
    **{**reference.MAKERS, **sensitivity.MAKERS, **way_back.MAKERS, **years.MAKERS},
}
"""Word -> function of (what it is made of, the page), which returns Markdown."""


def fill(page: Path) -> bool:
    """Make a page's marked parts anew; say whether it changed."""
    before = page.read_text(encoding="utf-8")

    def made(match: re.Match[str]) -> str:
        word, subject = match[1], match[2].strip()
        what, began = f"{word} {subject}".strip(), time.perf_counter()
        content = MAKERS[word](subject, page).strip()
        print(f"{time.perf_counter() - began:6.1f} s  {page.relative_to(ROOT)}: {what}", flush=True)
        return f"<!-- made: {what} -->\n\n{content}\n\n<!-- end made -->"

    after = MADE.sub(made, before)
    if after != before:
        draft = page.with_suffix(".part")
        draft.write_text(after, encoding="utf-8")
        draft.replace(page)
    return after != before


def pages(named: list[str]) -> list[Path]:
    """Return the pages to fill: those named, or the README and everything under docs/."""
    return [Path(name).resolve() for name in named] or [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]


def main(named: list[str]) -> int:
    began = time.perf_counter()
    changed = [page for page in pages(named) if fill(page)]
    print(f"{len(changed)} pages changed, {time.perf_counter() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
