"""Saving results: the folder is tried before the work begins, and files appear whole or not at all."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from homeward.errors import HomewardError

if TYPE_CHECKING:
    from homeward.model.root import Root

NEEDED_BYTES = 16 * 1024 * 1024
"""Room for the pictures, the report and the numbers, several times over."""


def default_folder(command: str, scenario: str) -> Path:
    """Return where pictures go when nobody says where."""
    return Path("homeward-out") / f"{command}-{Path(scenario).stem}"


@contextmanager
def telling_where(folder: Path) -> Iterator[None]:
    """Turn what the system says of a file into a sentence with a remedy."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise HomewardError(f"cannot save to {folder}: {reason}; free some space or choose another --out") from None


class Draft:
    """A hidden folder beside the one asked for; `publish` moves what is in it there, file by file, each at once.

    Making it shows that the place can be written to. Leaving it without publishing leaves nothing behind.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with telling_where(folder):
            if folder.exists() and not folder.is_dir():
                raise NotADirectoryError(0, "there is a file of that name")
            self._made = [each for each in (folder, *folder.parents) if not each.exists()]
            folder.mkdir(parents=True, exist_ok=True)
            self.path = Path(tempfile.mkdtemp(prefix=".homeward-", dir=folder))
            if shutil.disk_usage(folder).free < NEEDED_BYTES:
                self.discard()
                raise OSError(0, "the disk is full")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.discard()

    def publish(self) -> list[Path]:
        """Move every file to the folder asked for, replacing those of the same name; return where they are."""
        saved = []
        with telling_where(self.folder):
            for file in sorted(self.path.iterdir()):
                os.replace(file, self.folder / file.name)
                saved.append(self.folder / file.name)
        return saved

    def discard(self) -> None:
        """Remove the draft, and the folders made for it when nothing was put there."""
        shutil.rmtree(self.path, ignore_errors=True)
        for folder in self._made:
            try:
                folder.rmdir()
            except OSError:
                return


def save(results: Any, scenario: "Root", draft: Draft) -> list[Path]:
    """Save pictures, the report and the numbers; return the files. Raises HomewardError when they cannot be written."""
    from homeward.cli.kinds import teller_of

    with telling_where(draft.folder):
        teller_of(scenario).write_report(results, scenario, draft.path)
        write_json(draft.path / "results.json", results.to_json())
    return draft.publish()


def save_life(life: Any, draft: Draft, pictures: Sequence[Any] = ()) -> list[Path]:
    """Save a life as a chronicle, as data and as pictures; return the files. Raises HomewardError when that fails."""
    with telling_where(draft.folder):
        lines = [f"{line.clock:>9}  {line.text}\n" for line in life.chronicle]
        (draft.path / "chronicle.txt").write_text("".join(lines), encoding="utf-8")
        write_json(draft.path / "life.json", life.to_json())
        for picture in pictures:
            picture.save(draft.path)
    return draft.publish()


def write_json(file: Path, data: Any) -> None:
    file.write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
