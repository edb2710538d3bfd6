"""The figures as a page of Markdown, so that no number of it is typed by hand."""

from collections.abc import Sequence

from homeward.validation.figure import FAIL, PASS, Figure

HEADINGS = ("item", "published", "ours", "tolerance", "verdict", "known from")


def cell(words: str) -> str:
    """Text that does not break a table."""
    return words.replace("|", "\\|").replace("\n", " ")


def row(figure: Figure) -> str:
    """One figure as a row."""
    known = f"{figure.source} ({figure.tag})"
    verdict = f"**{FAIL}**" if figure.verdict == FAIL else figure.verdict
    cells = (figure.item, figure.published, figure.ours, figure.tolerance, verdict, known)
    return "| " + " | ".join(map(cell, cells)) + " |"


def markdown(figures: Sequence[Figure]) -> str:
    """Return the table, and under it how each of ours was computed."""
    passed = sum(figure.verdict == PASS for figure in figures)
    failed = sum(figure.verdict == FAIL for figure in figures)
    told = len(figures) - passed - failed
    lines = [f"{passed} figures within their tolerance, {failed} outside it, {told} for information.", ""]
    lines += ["| " + " | ".join(HEADINGS) + " |", "|" + " --- |" * len(HEADINGS), *map(row, figures), ""]
    lines += ["How ours are computed:", ""]
    ways = dict.fromkeys((figure.source, figure.how) for figure in figures if figure.how)
    lines += [f"- {source}: {how}." for source, how in ways]
    return "\n".join(lines) + "\n"
