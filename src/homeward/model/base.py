"""What all nouns share: they are frozen, refuse unknown keys, and use words where the kernel uses codes."""

from collections.abc import Callable
from difflib import get_close_matches
from enum import IntEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from homeward import units
from homeward.codes import (
    EnergyModel,
    Evacuation,
    Formation,
    Means,
    Mechanism,
    Pace,
    Region,
    Side,
    Sign,
    Skill,
    Threat,
    Transport,
    Treatment,
)


class Noun(BaseModel):
    """A frozen record that forbids what it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


def did_you_mean(wrong: str, known: list[str]) -> str:
    """Return ", did you mean 'right'?" or, when nothing is near, the words that are known."""
    folded = {word.casefold(): word for word in known}
    near = get_close_matches(wrong.casefold(), list(folded), 1, cutoff=0.5)
    if near:
        return f", did you mean '{folded[near[0]]}'?"
    return f"; there are {', '.join(known)}" if known else ""


def word_of(code: IntEnum | Sign) -> str:
    """Return the word for a code: Means.ON_THE_BACK is "on the back"."""
    return (code.name or "").lower().replace("_", " ")


class Words:
    """A validator that reads the word for a code of an enumeration; hyphens and spaces are alike."""

    def __init__(self, codes: Any, without: tuple[str, ...] = ()) -> None:
        self.codes = codes
        self.known = {name.lower().replace("_", " "): c for name, c in codes.__members__.items() if name not in without}

    def read(self, written: Any) -> Any:
        """Return the code; ValueError with the nearest word when there is none."""
        if isinstance(written, self.codes):
            return written
        if not isinstance(written, str):
            raise ValueError(f"{written!r} is not a word; write one of {', '.join(self.known)}")
        code = self.known.get(" ".join(written.replace("-", " ").replace("_", " ").lower().split()))
        if code is None:
            raise ValueError(f"there is no '{written}'{did_you_mean(written, list(self.known))}")
        return code

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            self.read, serialization=core_schema.plain_serializer_function_ser_schema(word_of)
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: Callable[..., Any]) -> dict[str, Any]:
        return {"type": "string", "enum": list(self.known)}


SkillWord = Annotated[Skill, Words(Skill)]
RegionWord = Annotated[Region, Words(Region)]
SideWord = Annotated[Side, Words(Side)]
MechanismWord = Annotated[Mechanism, Words(Mechanism)]
ThreatWord = Annotated[Threat, Words(Threat)]
TreatmentWord = Annotated[Treatment, Words(Treatment, without=("NONE",))]
MeansWord = Annotated[Means, Words(Means, without=("NONE",))]
PaceWord = Annotated[Pace, Words(Pace)]
EvacuationWord = Annotated[Evacuation, Words(Evacuation)]
TransportWord = Annotated[Transport, Words(Transport, without=("NONE",))]
FormationWord = Annotated[Formation, Words(Formation)]
SignWord = Annotated[Sign, Words(Sign)]
EnergyModelWord = Annotated[EnergyModel, Words(EnergyModel)]


def _name(written: str) -> str:
    if not written.strip() or written != written.strip() or "." in written or written.isdigit():
        raise ValueError(f"'{written}' cannot be a name: use words without dots, at least one letter")
    return written


def _whole_seconds(written: Any) -> int:
    return units.seconds(written)


Name = Annotated[str, AfterValidator(_name)]
Moment = Annotated[int, BeforeValidator(_whole_seconds, json_schema_input_type=str)]
"""A time since the incident began, in whole seconds."""
