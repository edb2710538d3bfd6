"""Settings: folders of TOML and CSV that say what is true of a world. One may build on another."""

from collections.abc import Callable
from pathlib import Path as FilePath
from typing import Any

from pydantic import BaseModel

from homeward.model.base import did_you_mean
from homeward.scenario.csv_tables import attach_tables
from homeward.scenario.document import Document, Spot, read_toml
from homeward.scenario.merge import graft
from homeward.scenario.mistakes import Mistake, ScenarioError

SHIPPED = FilePath(__file__).parent / "settings"

YEAR = "year"
"""Folder within a setting's, for what only organisations need: an incident neither reads nor lists it."""


def shipped_settings() -> list[str]:
    """Return the names of the settings that come with Homeward."""
    return sorted(folder.name for folder in SHIPPED.iterdir() if (folder / "setting.toml").is_file())


def read_setting(
    name: str, beside: FilePath, spot: Spot, above: tuple[str, ...] = (), of_year: bool = False
) -> Document:
    """Return a setting by name or by folder (relative to the file that names it), laid over the one it builds on.

    of_year: with what its folder `year` says of recoveries and minds.
    """
    folder = SHIPPED / name if name in shipped_settings() else beside / name
    if not (folder / "setting.toml").is_file():
        hint = did_you_mean(name, shipped_settings())
        raise ScenarioError([Mistake(f"there is no setting '{name}'", hint, "setting", *spot)])
    own = _read_folder(folder)
    if of_year:
        graft(own, (), _read_folder(folder / YEAR))
    base = own.data.pop("builds_on", None)
    if base is None:
        return own
    chain = (*above, str(folder.resolve()))
    base_spot = own.spot(("builds_on",))
    if len(chain) > len(set(chain)) or not isinstance(base, str):
        raise ScenarioError([Mistake("must name another setting, not itself", "", "builds_on", *base_spot)])
    whole = read_setting(base, folder, base_spot, chain, of_year)
    graft(whole, (), own)
    return whole


def _read_folder(folder: FilePath) -> Document:
    whole = Document({}, {(): Spot(_shown(folder / "setting.toml"), 1)})
    for file in sorted(folder.glob("*.toml")):
        part = read_toml(file, _shown(file))
        attach_tables(part, folder, _shown(file))
        graft(whole, (), part)
    return whole


def _shown(file: FilePath) -> str:
    """Shipped files are named from the settings folder on, wherever Homeward is installed."""
    return str(file.relative_to(SHIPPED.parent)) if file.is_relative_to(SHIPPED) else str(file)


def must_name_one(document: Document) -> None:
    """The setting of a file that names none, for kinds that cannot do without: there is none."""
    raise ScenarioError([_missing(document.spot(("setting",)))])


def settle(
    document: Document,
    beside: FilePath,
    default: Callable[[Document], str | None] = must_name_one,
    keeps: type[BaseModel] | None = None,
    of_year: bool = False,
) -> None:
    """Replace `setting = "village"` by the whole setting; a `[setting]` table with `from` adjusts the one it names.

    `default` says which setting a file has that names none (None: none at all); of a setting only what the model
    `keeps` knows is taken; `of_year`: with its folder `year`.
    """
    written: Any = document.data.get("setting")
    spot = document.spot(("setting",))
    if isinstance(written, dict) and "from" not in written:
        return
    name = written.get("from") if isinstance(written, dict) else written
    if name is None:
        name = default(document)
        if name is None:
            return
    if not isinstance(name, str):
        raise ScenarioError([_missing(spot)])
    setting = read_setting(name, beside, spot, of_year=of_year)
    if keeps is not None:
        _keep(setting.data, keeps)
    if isinstance(written, dict):
        adjusted = Document({k: v for k, v in written.items() if k != "from"}, _within(document, "setting"))
        graft(setting, (), adjusted)
    document.put(("setting",), setting.data, spot)
    for path, place in setting.spots.items():
        if path:
            document.spots[("setting", *path)] = place


def _missing(spot: Spot) -> Mistake:
    known = ", ".join(shipped_settings())
    return Mistake(f'is missing: write `setting = "village"`; there are {known}', "", "setting", *spot)


def _keep(data: dict[str, Any], model: type[BaseModel]) -> None:
    """Drop every key that a model does not know, in its tables too."""
    for key in [key for key in data if key not in model.model_fields]:
        del data[key]
    for key, value in data.items():
        inner = model.model_fields[key].annotation
        if isinstance(value, dict) and isinstance(inner, type) and issubclass(inner, BaseModel):
            _keep(value, inner)


def _within(document: Document, key: str) -> dict[Any, Spot]:
    return {path[1:]: spot for path, spot in document.spots.items() if path[:1] == (key,)}
