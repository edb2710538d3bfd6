"""Read a scenario: by the name of a shipped one, or from a file."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from json import dumps
from pathlib import Path as FilePath
from typing import Any

from homeward.errors import HomewardError
from homeward.model.base import did_you_mean
from homeward.model.root import AS_IT_WAS, Assumption, Root
from homeward.model.scenario import Scenario
from homeward.scenario.assumptions import assumptions_of
from homeward.scenario.checks import cross_check, remark
from homeward.scenario.csv_tables import attach_tables
from homeward.scenario.document import Document, Spot, read_toml
from homeward.scenario.kinds import INCIDENT, kind_of
from homeward.scenario.locate import Path
from homeward.scenario.mistakes import Mistake, ScenarioError
from homeward.scenario.overrides import flatten, override
from homeward.scenario.settings import settle
from homeward.scenario.validate import validate

EXAMPLES = FilePath(__file__).parent / "examples"


def examples(kind: str | None = None) -> list[str]:
    """Return the names of the scenarios that come with Homeward, all or those of a kind."""
    return sorted(file.stem for file in EXAMPLES.glob("*.toml") if kind in (None, kind_in(file)))


def kind_in(file: FilePath) -> str:
    """Return the kind that a shipped file says it is."""
    return str(read_toml(file, file.name).data.get("kind", INCIDENT))


def read(path_or_name: str | FilePath, sets: Mapping[str, Any] | None = None, arm: str | None = None) -> Root:
    """Read a scenario, under an arm and with further values set when asked; ScenarioError with all mistakes at once.

    `path_or_name` is a shipped scenario ("izumo") or a file. `sets` maps dotted paths to values
    (`{"plan.pace": "steady"}`), as an arm does. What comes back is the root model of its kind: an incident is a
    `Scenario`, a care network a `Network`.
    """
    source = Source(find(str(path_or_name)))
    base, mistakes = attempt(source, AS_IT_WAS, {})
    mistakes += _mistakes_in_arms(source, base, mistakes)
    if base is None or mistakes:
        raise ScenarioError(mistakes)
    if not sets and arm in (None, AS_IT_WAS):
        return base
    return source.revise(arm or AS_IT_WAS, sets or {})


def read_incident(
    path_or_name: str | FilePath, sets: Mapping[str, Any] | None = None, arm: str | None = None
) -> Scenario:
    """As `read`, for questions that only an incident can answer; HomewardError when it is another kind of scenario."""
    scenario = read(path_or_name, sets, arm)
    if not isinstance(scenario, Scenario):
        raise HomewardError(f"{scenario.name} is of the kind '{scenario.KIND}'; this can be asked of an incident only")
    return scenario


def find(path_or_name: str) -> Document:
    """Return the document of a file or a shipped scenario, its CSV tables and its setting in place."""
    file = FilePath(path_or_name)
    shown = str(path_or_name)
    if not file.is_file() and path_or_name in examples():
        file, shown = EXAMPLES / f"{path_or_name}.toml", f"examples/{path_or_name}.toml"
    if file.suffix != ".toml" and not file.is_file():
        hint = did_you_mean(path_or_name, examples())
        raise ScenarioError(
            [Mistake(f"there is no scenario '{path_or_name}'{hint} (or give the path of a .toml file)")]
        )
    document = read_toml(file, shown)
    attach_tables(document, file.parent, shown)
    kind = kind_of(document)
    kind.complete(document, file.parent)
    settle(document, file.parent, kind.setting, kind.keeps, kind.of_year)
    return document


@dataclass(frozen=True)
class Source:
    """The document a scenario was read from, and what has been set in it since."""

    base: Document
    arm: str = AS_IT_WAS
    sets: dict[str, Any] = field(default_factory=dict)
    resolved: Document = field(default_factory=Document)

    @property
    def document(self) -> dict[str, Any]:
        """The resolved scenario as plain data."""
        return self.resolved.data

    @property
    def is_base(self) -> bool:
        """Whether it is the base arm with nothing set."""
        return self.arm == AS_IT_WAS and not self.sets

    @property
    def sha256(self) -> str:
        """Hash of the resolved scenario: of what was written, not of how it was laid out."""
        return sha256(dumps(self.document, sort_keys=True, ensure_ascii=False).encode()).hexdigest()

    def spot(self, path: Path) -> Spot:
        """Return the file and line of a value."""
        return self.resolved.spot(path)

    def revise(self, arm: str, sets: Mapping[str, Any]) -> Root:
        """Return the scenario under an arm, with further values set; ScenarioError with all mistakes at once."""
        scenario, mistakes = attempt(self, arm, {**self.sets, **sets})
        if scenario is None or mistakes:
            raise ScenarioError(mistakes)
        return scenario

    def assumptions(self) -> list[Assumption]:
        """Return every assumption, in the order of the files."""
        return assumptions_of(self.resolved)

    def remarks(self, scenario: Root) -> list[Mistake]:
        """Return what should be said of the scenario although nothing is wrong with it."""
        return remark(scenario, self.resolved, kind_of(self.resolved).remarks)


def attempt(source: Source, arm: str, sets: Mapping[str, Any]) -> tuple[Root | None, list[Mistake]]:
    """Return the scenario of a source under an arm and with values set, or everything that is wrong with it."""
    document = source.base.copy()
    mistakes = _apply_arm(document, arm)
    mistakes += override(document, sets, dict.fromkeys(sets, Spot("", 0)))
    kind = kind_of(source.base)
    scenario, wrong = validate(document, kind.model)
    mistakes += wrong
    if scenario is None:
        return None, mistakes
    is_base = arm == AS_IT_WAS and not sets
    mistakes += cross_check(scenario, document, kind.of_any_arm + (kind.of_the_facts if is_base else ()))
    scenario._origin = Source(source.base, arm, dict(sets), document)
    return scenario, mistakes


def _apply_arm(document: Document, arm: str) -> list[Mistake]:
    if arm == AS_IT_WAS:
        return []
    arms = _arms_of(document)
    if arm not in arms:
        return [Mistake(f"there is no arm '{arm}'", did_you_mean(arm, [AS_IT_WAS, *arms]))]
    n = arms[arm][0]
    flat = flatten(document.at(("arm", n, "set")))
    spots = {".".join(map(str, path)): document.spot(("arm", n, "set", *path)) for path in flat}
    return override(document, dict(zip(spots, flat.values(), strict=True)), spots)


def _mistakes_in_arms(source: Source, base: Root | None, told: list[Mistake]) -> list[Mistake]:
    """Every arm must be a valid scenario itself, and differ from the base in something that counts.

    What is `told` of the base already is not told again of every arm.
    """
    mistakes: list[Mistake] = []
    for arm, numbers in _arms_of(source.base).items():
        spot = source.base.spot(("arm", numbers[-1]))
        if len(numbers) > 1 or arm == AS_IT_WAS:
            wrong = [Mistake("there are two arms of this name", "; rename one", "name", *spot)]
        elif base is None:
            wrong = _apply_arm(source.base.copy(), arm)
        else:
            scenario, wrong = attempt(source, arm, {})
            if scenario == base and not wrong:
                wrong = [Mistake("changes nothing that exists", "; set another value", "set", *spot)]
        mistakes += [replace(mistake, path=f"arm '{arm}': {mistake.path}") for mistake in wrong if mistake not in told]
    return mistakes


def _arms_of(document: Document) -> dict[str, list[int]]:
    """Name and places of every arm of the right shape; validation says what is wrong with the others."""
    arms = document.data.get("arm", [])
    found: dict[str, list[int]] = {}
    for n, arm in enumerate(arms if isinstance(arms, list) else []):
        if isinstance(arm, dict) and isinstance(arm.get("name"), str) and isinstance(arm.get("set"), dict):
            found.setdefault(arm["name"], []).append(n)
    return found
