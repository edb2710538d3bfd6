"""Mistakes in a scenario: all of them at once, each with the line it stands on."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from homeward.errors import HomewardError


@dataclass(frozen=True)
class Mistake:
    """One thing that is wrong: where, what, and what to do about it."""

    message: str
    hint: str = ""
    path: str = ""
    file: str = ""
    line: int = 0

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}: " if self.file and self.line else f"{self.file}: " if self.file else ""
        path = f"{self.path}: " if self.path else ""
        return f"{where}{path}{self.message}{self.hint}"

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {"file": self.file, "line": self.line, "path": self.path, "message": self.message, "hint": self.hint}


class ScenarioError(HomewardError):
    """A scenario that cannot be used; `mistakes` holds everything that is wrong with it."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = list(dict.fromkeys(mistakes))
        super().__init__("\n".join(map(str, self.mistakes)))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.mistakes,)
