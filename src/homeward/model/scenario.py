"""A scenario: one incident in one setting, what was seen of it, and what might have been done instead."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal, Protocol

from pydantic import Field, PrivateAttr

from homeward.model.base import Name, Noun
from homeward.model.hazard import Ambush, Enemy, Pursuit, Trap
from homeward.model.help import Aircraft, Relief, Transport
from homeward.model.observed import Arm, Fact, Observation
from homeward.model.person import Person
from homeward.model.plan import Plan
from homeward.model.route import Place, Route
from homeward.model.setting import Setting
from homeward.model.wound import Wound

AS_IT_WAS = "as it was"
"""The name of the base arm, which every scenario has."""

MAX_PEOPLE, MAX_OBSERVATIONS = 32, 62
"""What the kernel's tables hold: fates are kept per person, observations as bits of one word."""


@dataclass(frozen=True)
class Assumption:
    """A number no source gives: where it stands, what it is, how far it might be off, and why it was chosen.

    `path` names the quantity, `key` the value a sensitivity analysis replaces by one of the ends of `range`.
    """

    path: str
    value: str
    range: tuple[str, str] | None
    why: str
    key: str
    file: str
    line: int

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return asdict(self)


class Origin(Protocol):
    """Where a scenario was read from: it can be read again with other values."""

    @property
    def arm(self) -> str:
        """Name of the arm."""

    @property
    def is_base(self) -> bool:
        """Whether it is the base arm with nothing set."""

    @property
    def sha256(self) -> str:
        """Hash of the resolved scenario."""

    @property
    def document(self) -> dict[str, Any]:
        """The resolved scenario as plain data."""

    def spot(self, path: tuple[str | int, ...]) -> tuple[str, int]:
        """Return the file and line of a value."""

    def revise(self, arm: str, sets: Mapping[str, Any]) -> "Scenario":
        """Return the scenario under an arm, with further values set."""

    def assumptions(self) -> list[Assumption]:
        """Return every assumption, in the order of the files."""


class Scenario(Noun):
    """One incident in one setting. Read it with `homeward.load`; change it with `with_arm` and `with_sets`."""

    format: Literal[1] = Field(1, description="Version of the file format.")
    name: Name
    title: str
    about: str = ""
    setting: Setting
    focus: Name = Field(description="The person asked about.")
    carrier: Name | None = Field(None, description="The person whose fate is reported as the carrier's.")
    person: tuple[Person, ...] = Field(min_length=1, max_length=MAX_PEOPLE)
    place: tuple[Place, ...] = Field(min_length=2)
    route: Route
    wound: tuple[Wound, ...] = ()
    trap: Trap | None = None
    enemy: Enemy | None = Field(None, description="How attackers and pursuers fight.")
    ambush: Ambush | None = None
    pursuit: Pursuit | None = None
    relief: Relief | None = None
    aircraft: Aircraft | None = None
    transport: Transport | None = None
    plan: Plan = Plan()
    observed: tuple[Observation, ...] = Field((), max_length=MAX_OBSERVATIONS)
    arm: tuple[Arm, ...] = ()
    fact: tuple[Fact, ...] = ()

    _origin: Origin = PrivateAttr()

    def __eq__(self, other: object) -> bool:
        """Whether both say the same, wherever they were read from and whatever sources they give."""
        if not isinstance(other, Scenario):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in Scenario.model_fields)

    def __hash__(self) -> int:
        return hash(self.names)

    @property
    def arms(self) -> tuple[Arm, ...]:
        """All arms, the base ("as it was") first."""
        return (Arm(name=AS_IT_WAS, about=self.about, set={}), *self.arm)

    @property
    def under(self) -> str:
        """The name of the arm this scenario is read under."""
        return self._origin.arm

    @property
    def is_base(self) -> bool:
        """Whether it is read as it was, with nothing set."""
        return self._origin.is_base

    @property
    def names(self) -> tuple[str, ...]:
        """The people, in the order of the kernel's tables."""
        return tuple(person.name for person in self.person)

    @property
    def sha256(self) -> str:
        """Hash of the resolved scenario, its setting and overrides included."""
        return self._origin.sha256

    @property
    def document(self) -> dict[str, Any]:
        """The resolved scenario as plain data, its setting included; what a run stores."""
        return self._origin.document

    def spot(self, path: tuple[str | int, ...]) -> tuple[str, int]:
        """Return the file and line on which a value stands."""
        return self._origin.spot(path)

    def with_arm(self, name: str) -> "Scenario":
        """Return the scenario under an arm, validated anew; ScenarioError when there is no such arm."""
        return self._origin.revise(name, {})

    def with_sets(self, sets: Mapping[str, Any]) -> "Scenario":
        """Return the scenario with some values set (dotted path: value), validated anew."""
        return self._origin.revise(self._origin.arm, sets)

    def assumptions(self) -> list[Assumption]:
        """Return every assumption of the incident and its setting."""
        return self._origin.assumptions()
