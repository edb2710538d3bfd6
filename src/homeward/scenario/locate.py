"""On which line of a TOML file each value stands. tomllib reads the values but forgets the lines."""

import re
import tomllib

Path = tuple[str | int, ...]

_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BLANK = re.compile(r"[ \t]*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_STRING = re.compile(r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\])*"|\'[^\']*\'', re.DOTALL)
_SCALAR = re.compile(r"[^,\]}\n#]+")


def lines_of(text: str) -> dict[Path, int]:
    """Return path -> line for every key, table and list item of a TOML text that tomllib has already accepted."""
    return _Finder(text).lines


class _Finder:
    """One walk through the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[Path, int] = {}
        self.count: dict[Path, int] = {}
        self.document()

    def document(self) -> None:
        """Tables, arrays of tables, and keys with their values."""
        table: Path = ()
        self.skip(_SPACE)
        while self.at < len(self.text):
            if self.text.startswith("[", self.at):
                table = self.header()
            else:
                self.pair(table)
            self.skip(_SPACE)

    def header(self) -> Path:
        """`[table]` or `[[array of tables]]`, which opens its next item."""
        line = self.line()
        repeated = self.text.startswith("[[", self.at)
        self.at += 2 if repeated else 1
        path = self.resolve(self.key(), open_last=not repeated)
        self.at += 2 if repeated else 1
        if repeated:
            self.lines.setdefault(path, line)
            self.count[path] = self.count.get(path, -1) + 1
            path = (*path, self.count[path])
        for n in range(1, len(path)):  # the tables it passes through, where they have no header of their own
            self.lines.setdefault(path[:n], line)
        self.lines[path] = line
        return path

    def resolve(self, key: Path, open_last: bool = True) -> Path:
        """The full path of a header: names of arrays of tables stand for their last item."""
        path: Path = ()
        for n, part in enumerate(key):
            path = (*path, part)
            if path in self.count and (open_last or n + 1 < len(key)):
                path = (*path, self.count[path])
        return path

    def pair(self, table: Path) -> None:
        """`key = value`; a dotted key also places the tables it passes through."""
        line = self.line()
        key = self.key()
        for n in range(len(key)):
            self.lines.setdefault((*table, *key[: n + 1]), line)
        self.at += 1  # the equals sign
        self.skip(_BLANK)
        self.value((*table, *key))

    def key(self) -> Path:
        """A dotted key; stops at what follows it."""
        parts: list[str] = []
        while True:
            self.skip(_BLANK)
            quoted = _STRING.match(self.text, self.at) if self.text[self.at] in "\"'" else None
            match = quoted or _BARE_KEY.match(self.text, self.at)
            assert match is not None
            parts.append(_unquote(match[0]) if quoted else match[0])
            self.at = match.end()
            self.skip(_BLANK)
            if not self.text.startswith(".", self.at):
                return tuple(parts)
            self.at += 1

    def value(self, path: Path) -> None:
        """Anything right of an equals sign."""
        if self.text.startswith("[", self.at):
            self.array(path)
        elif self.text.startswith("{", self.at):
            self.inline_table(path)
        else:
            match = _STRING.match(self.text, self.at) or _SCALAR.match(self.text, self.at)
            assert match is not None
            self.at = match.end()

    def array(self, path: Path) -> None:
        """`[a, b]`, over as many lines as it likes."""
        self.at += 1
        self.skip(_SPACE)
        index = 0
        while not self.text.startswith("]", self.at):
            self.lines[(*path, index)] = self.line()
            self.value((*path, index))
            index += 1
            self.comma()
        self.at += 1

    def inline_table(self, path: Path) -> None:
        """`{ a = 1, b = 2 }`."""
        self.at += 1
        self.skip(_SPACE)
        while not self.text.startswith("}", self.at):
            self.pair(path)
            self.comma()
        self.at += 1

    def comma(self) -> None:
        """Step over what separates two items."""
        self.skip(_SPACE)
        if self.text.startswith(",", self.at):
            self.at += 1
            self.skip(_SPACE)

    def skip(self, what: re.Pattern[str]) -> None:
        match = what.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def line(self) -> int:
        return self.text.count("\n", 0, self.at) + 1


def _unquote(key: str) -> str:
    return str(tomllib.loads(f"key = {key}")["key"])
