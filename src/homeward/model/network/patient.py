"""Who comes: conditions, and the thresholds by which a body is triaged."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from homeward import units
from homeward.codes import Mechanism
from homeward.model import quantity as q
from homeward.model.base import MechanismWord, Name
from homeward.model.network.by_category import CATEGORIES, ShareRateByCategory
from homeward.model.network.sourced import Sourced
from homeward.model.quantity import Quantity, Wants

FROM_THE_BODY = "from the body"


@dataclass(frozen=True)
class Mix:
    """Share of each triage category, T1 first; or `from_body`: the body decides."""

    shares: tuple[Quantity, ...]
    from_body: bool = False
    given: tuple[str, ...] = ()

    def __str__(self) -> str:
        pairs = zip(CATEGORIES, self.shares, strict=True)
        return FROM_THE_BODY if self.from_body else ", ".join(key for key, share in pairs if share.a > 0)

    @property
    def written(self) -> dict[str, Quantity]:
        """The shares that the file gives as numbers, by category."""
        return {key: share for key, share in zip(CATEGORIES, self.shares, strict=True) if key in self.given}


NONE, ALL = q.constant(0.0, units.SHARE), q.constant(1.0, units.SHARE)


def only(category: str) -> Mix:
    """Return the mix in which everybody is of one category."""
    return Mix(tuple(ALL if each == category else NONE for each in CATEGORIES))


class ReadsMix:
    """Reads a mix of categories, one of them by its name, or `from the body`."""

    def read(self, written: Any) -> Mix:
        """Return the mix; ValueError says what is wrong with it."""
        if isinstance(written, Mix):
            return written
        if written == FROM_THE_BODY:
            return replace(only("T3"), from_body=True)
        if isinstance(written, str) and written in CATEGORIES:
            return only(written)
        unknown = [key for key in written if key not in CATEGORIES] if isinstance(written, Mapping) else [written]
        if unknown or not written:
            known = f"a table of {', '.join(CATEGORIES)} with their shares, one of these words, or '{FROM_THE_BODY}'"
            raise ValueError(f"there is no category {unknown[0] if unknown else ''!r}; give {known}")
        wants = Wants(units.SHARE, fixed=True)
        shares = tuple(wants.read(written[each]) if each in written else NONE for each in CATEGORIES)
        return Mix(shares, given=tuple(each for each in CATEGORIES if each in written))

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: Callable[..., Any]) -> dict[str, Any]:
        share = {"x-quantity": units.SHARE.name, "x-fixed": True}
        table = {"type": "object", "properties": dict.fromkeys(CATEGORIES, share), "additionalProperties": False}
        return {"anyOf": [table, {"type": "string", "enum": [*CATEGORIES, FROM_THE_BODY]}]}


Category = Annotated[Mix, ReadsMix()]


class Condition(Sourced):
    """What is the matter with a patient. One that gives none of the body's numbers has no body that could worsen."""

    name: Name
    about: str = ""
    category: Category = Field(only("T3"), description="Triage category: a mix, one, or `from the body`.")
    bleeding: ShareRateByCategory | None = Field(
        None, description="Share of the blood volume lost per time, untreated."
    )
    clotting: q.Rate | None = Field(None, description="Rate at which the bleeding stops of itself.")
    lost: q.Share | None = Field(None, description="Share of the blood lost on arrival.")
    threat: q.Time | None = Field(None, description="Time to death from airway, chest or brain, untreated.")
    iss: q.Number | None = Field(None, description="Injury Severity Score.")
    age: q.Age | None = None
    mechanism: MechanismWord = Mechanism.BLUNT

    @property
    def has_body(self) -> bool:
        """Whether a patient's body changes while he waits."""
        given = (self.bleeding, self.lost, self.threat)
        return self.category.from_body or any(each is not None for each in given)


class Triage(Sourced):
    """When a body is urgent, and what blood does for it."""

    immediate_map: q.FixedPressure | None = Field(None, description="T1 below this mean arterial pressure.")
    delayed_map: q.FixedPressure | None = Field(None, description="At least T2 below this.")
    immediate_iss: q.FixedNumber = Field(
        q.constant(0.0), description="Injury Severity Score that is T1 whatever the pressure; 0: pressure alone counts."
    )
    delayed_iss: q.FixedNumber = Field(q.constant(0.0), description="And at least T2 from this.")
    transfuse_below: q.FixedShare = Field(
        q.constant(0.0, units.SHARE), description="Blood is given while the share left is below this."
    )
    blood_unit: q.FixedShare = Field(
        q.constant(0.0, units.SHARE), description="Share of the normal blood volume that a unit restores."
    )
    debt_death: q.FixedNumber = Field(
        q.constant(0.0), description="Hazard of death per 1000 mmHg min of oxygen debt, in a task that decides."
    )
