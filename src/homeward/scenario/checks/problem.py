"""What a cross-check finds, before it is known on which line it stands."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from homeward.model.base import did_you_mean
from homeward.scenario.locate import Path


class Problem(NamedTuple):
    """A path in the scenario's file, what is wrong there, and a hint."""

    path: Path
    message: str
    hint: str = ""


def unknown(path: Path, what: str, name: str, known: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem when a name stands for nothing."""
    names = list(known)
    if name not in names:
        yield Problem(path, f"there is no {what} '{name}'", did_you_mean(name, names))


def repeated(path: Path, what: str, names: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for every item of a list that has the name of an earlier one."""
    seen: Counter[str] = Counter()
    for n, name in enumerate(names):
        seen[name] += 1
        if seen[name] == 2:
            yield Problem((*path, n), f"there are two {what} called '{name}'", "; rename one")
