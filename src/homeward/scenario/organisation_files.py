"""The incidents of an organisation: each is read from its own file and put where the organisation speaks of it.

So the hash of an organisation covers its incidents, its arms may change them, and their assumptions are among its own.
An incident's setting stays behind: it happens in the organisation's.
"""

from pathlib import Path as FilePath
from typing import Any

from homeward.scenario.csv_tables import attach_tables
from homeward.scenario.document import Document, Spot, read_toml
from homeward.scenario.locate import Path
from homeward.scenario.merge import graft
from homeward.scenario.mistakes import Mistake, ScenarioError

EXAMPLES = FilePath(__file__).parent / "examples"
OF_ITS_OWN = ("format", "kind", "setting", "arm", "observed", "fact", "csv")
"""What an incident says for itself alone: what was seen, and what might have been done, belongs to the base."""


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
    file, shown = folder / name, str(folder / name)
    if not file.is_file():
        file, shown = EXAMPLES / f"{name}.toml", f"examples/{name}.toml"
    if not file.is_file():
        return None
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
