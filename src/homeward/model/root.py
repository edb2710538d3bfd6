"""What every kind of scenario is: read from files, changed by arms, and able to say where each value stands."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, ClassVar, Literal, Protocol, Self

from pydantic import Field, PrivateAttr

from homeward.model.base import Name, Noun
from homeward.model.observed import Arm

AS_IT_WAS = "as it was"
"""The name of the base arm, which every scenario has."""


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

    def revise(self, arm: str, sets: Mapping[str, Any]) -> "Root":
        """Return the scenario under an arm, with further values set."""

    def assumptions(self) -> list[Assumption]:
        """Return every assumption, in the order of the files."""

    def remarks(self, scenario: "Root") -> Sequence["Said"]:
        """Return what should be said of the scenario although nothing is wrong with it."""


class Said(Protocol):
    """Something said of a scenario: a sentence, with the place it is about."""

    @property
    def message(self) -> str:
        """The sentence."""

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""


class Root(Noun):
    """A scenario of any kind. Read it with `homeward.load`; change it with `with_arm` and `with_sets`."""

    KIND: ClassVar[str] = ""
    """The word that files of this kind write as `kind`."""

    format: Literal[1] = Field(1, description="Version of the file format.")
    name: Name = Field(description="Name of the scenario, and of its folders.")
    title: str = Field(description="What people call it.")
    about: str = Field("", description="What happened, in words.")
    arm: tuple[Arm, ...] = Field((), description="The alternatives.")

    _origin: Origin = PrivateAttr()

    def __eq__(self, other: object) -> bool:
        """Whether both say the same, wherever they were read from and whatever sources they give."""
        if not isinstance(other, type(self)):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in type(self).model_fields)

    def __hash__(self) -> int:
        return hash((self.KIND, self.name))

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

    def with_arm(self, name: str) -> Self:
        """Return the scenario under an arm, validated anew; ScenarioError when there is no such arm."""
        return self._revised(name, {})

    def with_sets(self, sets: Mapping[str, Any]) -> Self:
        """Return the scenario with some values set (dotted path: value), validated anew."""
        return self._revised(self._origin.arm, sets)

    def _revised(self, arm: str, sets: Mapping[str, Any]) -> Self:
        revised = self._origin.revise(arm, sets)
        assert isinstance(revised, type(self))
        return revised

    def assumptions(self) -> list[Assumption]:
        """Return every assumption of the scenario and its setting."""
        return self._origin.assumptions()

    def remarks(self) -> Sequence[Said]:
        """Return what should be said of it although nothing is wrong: a queue that grows, hours without staff."""
        return self._origin.remarks(self)
