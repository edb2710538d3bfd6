"""Small pieces of Markdown."""

from collections.abc import Iterable, Sequence


def table(headings: Sequence[str], rows: Iterable[Sequence[object]], numbers_from: int | None = None) -> str:
    """Return a table; columns from `numbers_from` on are aligned right."""
    aligned = [
        "---:" if numbers_from is not None and place >= numbers_from else "---" for place in range(len(headings))
    ]
    lines = [headings, aligned, *rows]
    return "\n".join("| " + " | ".join(cell(each) for each in line) + " |" for line in lines)


def cell(content: object) -> str:
    """Return text that stays within one cell."""
    return " ".join(str(content).split(" ")).replace("|", "\\|").replace("\n", " ")


def code(text: str, language: str = "") -> str:
    """Return a fenced block."""
    body = "\n".join(line.rstrip() for line in text.strip("\n").splitlines())
    return f"```{language}\n{body}\n```"
