"""A scenario as plain data, with the file and line of every value."""

import re
import tomllib
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from homeward.scenario.locate import Path, lines_of
from homeward.scenario.mistakes import Mistake, ScenarioError


class Spot(NamedTuple):
    """A line of a file."""

    file: str
    line: int


@dataclass
class Document:
    """Nested tables, and where each of their values stands."""

    data: dict[str, Any] = field(default_factory=dict)
    spots: dict[Path, Spot] = field(default_factory=dict)

    def copy(self) -> "Document":
        """Return a copy that can be changed."""
        return Document(deepcopy(self.data), dict(self.spots))

    def spot(self, path: Path) -> Spot:
        """Return where a value stands, or else the nearest table around it."""
        for n in range(len(path), -1, -1):
            if path[:n] in self.spots:
                return self.spots[path[:n]]
        return Spot("", 0)

    def put(self, path: Path, value: Any, spot: Spot) -> None:
        """Put a value at a path whose parent exists; everything within it stands at `spot`."""
        parent = self.at(path[:-1])
        if isinstance(self.get(path), dict | list):
            self.spots = {place: spot for place, spot in self.spots.items() if place[: len(path)] != path}
        if isinstance(parent, list) and path[-1] == len(parent):
            parent.append(value)
        else:
            parent[path[-1]] = value
        self.spots[path] = spot

    def at(self, path: Path) -> Any:
        """Return the value at a path that exists."""
        value: Any = self.data
        for part in path:
            value = value[part]
        return value

    def get(self, path: Path) -> Any:
        """Return the value at a path, or None."""
        try:
            return self.at(path)
        except (KeyError, IndexError, TypeError):
            return None

    def find(self, written: str) -> Path | None:
        """Return the path that `person.Izumo.mass` stands for, or None when there is no such value."""
        path: Path = ()
        for word in written.split("."):
            value = self.at(path)
            if isinstance(value, list):
                names = [label(item) for item in value]
                index = names.index(word) if word in names else int(word) if word.isdigit() else len(value)
                path = (*path, index)
            else:
                path = (*path, word)
            if self.get(path) is None:
                return None
        return path


def label(item: Any) -> str:
    """Return what an item of a list is called: its name, or what tells it from the others."""
    if not isinstance(item, dict):
        return ""
    if isinstance(item.get("name"), str):
        return item["name"]
    pairs = (("from", "to", "{} to {}"), ("treatment", "skill", "{} by {}"), ("give", "to", "{} to {}"))
    for one, other, form in (*pairs, ("who", "sign", "{} {}")):
        if one in item and other in item:
            return form.format(item[one], item[other])
    return ""


def show(path: Path, data: Any) -> str:
    """Write a path as people do: `person.Izumo.mass`, items by their label."""
    words: list[str] = []
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            data = None
        words.append((label(data) or str(part)) if isinstance(part, int) else part)
    return ".".join(words)


def read_toml(file: FilePath, shown: str) -> Document:
    """Read a TOML file; ScenarioError when it is none."""
    text = read_text(file, shown)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ScenarioError([_not_toml(str(error), shown, text)]) from None
    document = Document(data, {path: Spot(shown, line) for path, line in lines_of(text).items()})
    document.spots[()] = Spot(shown, 1)
    return document


def read_text(file: FilePath, shown: str) -> str:
    """Return a file's text with plain line ends; ScenarioError when it cannot be read."""
    try:
        return file.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise ScenarioError([Mistake("is not UTF-8 text", "; save it as UTF-8", file=shown)]) from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ScenarioError([Mistake(f"cannot be read: {reason}", "; check its name and rights", file=shown)]) from None


def _not_toml(message: str, shown: str, text: str) -> Mistake:
    line = re.search(r"line (\d+)", message)
    what = re.sub(r" \(at .*\)$", "", message)
    number = int(line[1]) if line else text.count("\n") + 1
    return Mistake(f"is not valid TOML: {what[0].lower()}{what[1:]}", file=shown, line=number)
