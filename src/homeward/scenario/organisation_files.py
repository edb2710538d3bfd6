"""The files that an organisation is made of besides its own: its incidents, and the care network it is laid down with.

Each is read from its own file and put where the organisation speaks of it. So the hash of an organisation covers them,
its arms may change them, and their assumptions are among its own. Their settings stay behind: all happens in the
organisation's.
"""

from pathlib import Path as FilePath
from typing import Any

from homeward.scenario.csv_tables import attach_tables
from homeward.scenario.document import Document, Spot, read_toml
from homeward.scenario.locate import Path
from homeward.scenario.merge import graft
from homeward.scenario.mistakes import Mistake, ScenarioError

EXAMPLES = FilePath(__file__).parent / "examples"
"""Shipped scenarios; in its folder `inside` are incidents that only make sense inside an organisation."""

OF_ITS_OWN = ("format", "kind", "setting", "arm", "observed", "fact", "csv")
"""What an incident says for itself alone: what was seen, and what might have been done, belongs to the base."""


LAID_DOWN = ("triage", "facility", "area", "staff", "shift", "equipment", "stock", "condition", "task", "start")
COMING = ("link", "fleet", "arrival")
"""What an organisation takes from the care network it is laid down with."""


def read_files(document: Document, folder: FilePath) -> None:
    """Read the incidents and the care network into the document; see `read_incidents` and `read_laydown`."""
    read_laydown(document, folder)
    read_incidents(document, folder)


def read_laydown(document: Document, folder: FilePath) -> None:
    """Put the facilities, staff, tasks ... of the network named by `laydown` under those of the organisation itself.

    A network that does not exist is left to the checks; one that cannot be read is a ScenarioError.
    """
    name = document.data.get("laydown")
    whole = _read(name, folder) if isinstance(name, str) else None
    if whole is None:
        return
    taken = (*LAID_DOWN, *COMING)
    base = Document(
        {key: value for key, value in whole.data.items() if key in taken},
        {path: spot for path, spot in whole.spots.items() if path[:1] in [(key,) for key in taken]},
    )
    own = Document(
        {key: value for key, value in document.data.items() if key in taken},
        {path: spot for path, spot in document.spots.items() if path[:1] in [(key,) for key in taken]},
    )
    graft(base, (), own)
    for key, value in base.data.items():
        document.put((key,), value, base.spot((key,)))
    document.spots.update({path: spot for path, spot in base.spots.items() if path})
    document.data["laid_down"] = name


def read_incidents(document: Document, folder: FilePath) -> None:
    """Put every incident's file under `incident.N.scenario`, and what stands there already over it.

    Files that do not exist are left to the checks; one that cannot be read is a ScenarioError.
    """
    incidents = document.data.get("incident")
    for n, item in enumerate(incidents if isinstance(incidents, list) else []):
        if isinstance(item, dict) and isinstance(item.get("file"), str) and isinstance(item.get("scenario", {}), dict):
            whole = _read(item["file"], folder)
            if whole is not None:
                _lay_over(document, ("incident", n), whole)
                item["read_from"] = item["file"]


def _read(name: str, folder: FilePath) -> Document | None:
    """The document of a file beside the organisation's, or of a shipped scenario; None when there is neither."""
    shipped = (EXAMPLES / place / f"{name}.toml" for place in ("", "inside"))
    file = next((file for file in (folder / name, *shipped) if file.is_file()), None)
    if file is None:
        return None
    shown = str(file.relative_to(EXAMPLES.parent)) if file.is_relative_to(EXAMPLES) else str(file)
    document = read_toml(file, shown)
    attach_tables(document, file.parent, shown)
    if isinstance(document.data.get("setting"), dict):
        hint = "; what happens inside a year happens in the organisation's: adjust that one"
        raise ScenarioError([Mistake("has a setting of its own", hint, "setting", *document.spot(("setting",)))])
    return document


def _lay_over(document: Document, incident: Path, whole: Document) -> None:
    """Put the file's values under the incident, and those of the organisation's own file over them."""
    place: Path = (*incident, "scenario")
    own = Document(document.get(place) or {}, _below(document.spots, place))
    kept: dict[str, Any] = {key: value for key, value in whole.data.items() if key not in OF_ITS_OWN}
    base = Document(
        kept, {path: spot for path, spot in whole.spots.items() if path[:1] not in [(k,) for k in OF_ITS_OWN]}
    )
    graft(base, (), own)
    document.put(place, base.data, base.spot(()))
    document.spots.update({(*place, *path): spot for path, spot in base.spots.items()})


def _below(spots: dict[Path, Spot], place: Path) -> dict[Path, Spot]:
    return {path[len(place) :]: spot for path, spot in spots.items() if path[: len(place)] == place}
