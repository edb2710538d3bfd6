"""Settings: folders of TOML and CSV that say what is true of a world. One may build on another."""

from pathlib import Path as FilePath
from typing import Any

from homeward.model.base import did_you_mean
from homeward.scenario.csv_tables import attach_tables
from homeward.scenario.document import Document, Spot, read_toml
from homeward.scenario.merge import graft
from homeward.scenario.mistakes import Mistake, ScenarioError

SHIPPED = FilePath(__file__).parent / "settings"


def shipped_settings() -> list[str]:
    """Return the names of the settings that come with Homeward."""
    return sorted(folder.name for folder in SHIPPED.iterdir() if (folder / "setting.toml").is_file())


def read_setting(name: str, beside: FilePath, spot: Spot, above: tuple[str, ...] = ()) -> Document:
    """Return a setting by name or by folder (relative to the file that names it), laid over the one it builds on."""
    folder = SHIPPED / name if name in shipped_settings() else beside / name
    if not (folder / "setting.toml").is_file():
        hint = did_you_mean(name, shipped_settings())
        raise ScenarioError([Mistake(f"there is no setting '{name}'", hint, "setting", *spot)])
    own = _read_folder(folder)
    base = own.data.pop("builds_on", None)
    if base is None:
        return own
    chain = (*above, str(folder.resolve()))
    base_spot = own.spot(("builds_on",))
    if len(chain) > len(set(chain)) or not isinstance(base, str):
        raise ScenarioError([Mistake("must name another setting, not itself", "", "builds_on", *base_spot)])
    whole = read_setting(base, folder, base_spot, chain)
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


def settle(document: Document, beside: FilePath) -> None:
    """Replace `setting = "village"` by the whole setting; a `[setting]` table with `from` adjusts the one it names."""
    written: Any = document.data.get("setting")
    spot = document.spot(("setting",))
    if isinstance(written, dict) and "from" not in written:
        return
    name = written.get("from") if isinstance(written, dict) else written
    if not isinstance(name, str):
        known = ", ".join(shipped_settings())
        raise ScenarioError(
            [Mistake(f'is missing: write `setting = "village"`; there are {known}', "", "setting", *spot)]
        )
    setting = read_setting(name, beside, spot)
    if isinstance(written, dict):
        adjusted = Document({k: v for k, v in written.items() if k != "from"}, _within(document, "setting"))
        graft(setting, (), adjusted)
    document.put(("setting",), setting.data, spot)
    for path, place in setting.spots.items():
        if path:
            document.spots[("setting", *path)] = place


def _within(document: Document, key: str) -> dict[Any, Spot]:
    return {path[1:]: spot for path, spot in document.spots.items() if path[:1] == (key,)}
