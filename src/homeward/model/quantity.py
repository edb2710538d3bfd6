"""A number of the model: constant or drawn anew in every life, with its unit, range and source."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from homeward import units
from homeward.codes import Shape
from homeward.model.base import did_you_mean
from homeward.model.distribution import FORMS, KEYS, Drawn, read_form
from homeward.units import Dimension, UnitError, parse


@dataclass(frozen=True)
class Quantity:
    """A distribution in the base unit of its dimension. Equal when the numbers are; words do not count."""

    shape: Shape
    a: float
    b: float = 0.0
    c: float = 0.0
    low: float = -math.inf
    high: float = math.inf
    points: tuple[float, ...] = ()
    text: str = field(default="", compare=False)
    key: str = field(default="", compare=False)
    dimension: Dimension = field(default=units.NUMBER, compare=False)
    range: tuple[float, float] | None = field(default=None, compare=False)
    range_text: tuple[str, str] | None = field(default=None, compare=False)
    source: str = field(default="", compare=False)
    assumption: str = field(default="", compare=False)

    @property
    def is_founded(self) -> bool:
        """Whether it has a source, or is an assumption with a plausible range."""
        return bool(self.source) or bool(self.assumption and self.range)

    @property
    def centre(self) -> float:
        """The value, median, mean or mode; the middle of a uniform."""
        if self.shape == Shape.UNIFORM:
            return (self.a + self.b) / 2
        return middle_of(self.shape, self.a, self.b)


def middle_of(shape: Shape, a: float, b: float) -> float:
    """Return the central number of a distribution with one: its value, median, mean or mode."""
    if shape == Shape.GAMMA:
        return a * b
    return b if shape == Shape.TRIANGULAR else a


def constant(value: float, dimension: Dimension = units.NUMBER) -> Quantity:
    """Return a number that is the same in every life, in base units; for the model's own defaults."""
    return Quantity(Shape.CONSTANT, value, low=value, high=value, text=units.say(value, dimension), dimension=dimension)


class Wants:
    """Reads a quantity of one dimension from a string, a bare number where that is allowed, or a table."""

    def __init__(self, dimension: Dimension, fixed: bool = False, above_zero: bool = False) -> None:
        self.dimension, self.fixed, self.above_zero = dimension, fixed, above_zero

    def read(self, written: Any) -> Quantity:
        """Return the quantity; UnitError says everything that is wrong with it."""
        if isinstance(written, Quantity):
            return written
        table = written if isinstance(written, Mapping) else {"value": written}
        unknown = [key for key in table if key not in KEYS]
        if unknown:
            raise UnitError("; ".join(f"there is no `{key}` in a quantity{did_you_mean(key, KEYS)}" for key in unknown))
        drawn = read_form(table, self.dimension)
        if self.fixed and drawn.shape != Shape.CONSTANT:
            raise UnitError(
                f"this number is the same in every life: give `value = '{self.dimension.example}'` (with `range`), "
                "not a distribution"
            )
        return self._complete(drawn, table)

    def _complete(self, drawn: Drawn, table: Mapping[str, Any]) -> Quantity:
        low, high = self._clip(drawn, table)
        bounds, bounds_text = self._range(drawn, table)
        for word in ("source", "assumption"):
            if word in table and not (isinstance(table[word], str) and table[word].strip()):
                raise UnitError(f"`{word}` needs words: who says so, or why it is assumed")
        return Quantity(
            *(drawn.shape, drawn.a, drawn.b, drawn.c, low, high, drawn.points),
            text=describe(table),
            key=drawn.key,
            dimension=self.dimension,
            range=bounds,
            range_text=bounds_text,
            source=table.get("source", ""),
            assumption=table.get("assumption", ""),
        )

    def _clip(self, drawn: Drawn, table: Mapping[str, Any]) -> tuple[float, float]:
        low = parse(table["low"], self.dimension) if "low" in table else self.dimension.low
        high = parse(table["high"], self.dimension) if "high" in table else self.dimension.high
        centre = middle_of(drawn.shape, drawn.a, drawn.b)
        if low > high or not low <= centre <= high:
            raise UnitError(f"its middle is not between `low` and `high`: {describe(table)}")
        if self.above_zero:
            least = drawn.points[0] if drawn.points else drawn.a
            if least <= 0:
                raise UnitError("must be above zero")
            # A draw from the far tail must not stop the world: nothing is slower than a hundredth of its middle.
            low = max(low, centre / 100)
        return low, high

    def _range(
        self, drawn: Drawn, table: Mapping[str, Any]
    ) -> tuple[tuple[float, float] | None, tuple[str, str] | None]:
        if "range" not in table:
            return None, None
        written = table["range"]
        ends = written.split(" to ") if isinstance(written, str) else written
        if not isinstance(ends, list) or len(ends) != 2:
            raise UnitError(f"`range` needs two ends, such as ['{self.dimension.example}', '...']")
        low, high = (parse(end, self.dimension) for end in ends)
        centre = middle_of(drawn.shape, drawn.a, drawn.b)
        if low >= high:
            raise UnitError(f"`range` must rise: {ends[0]} to {ends[1]}")
        if drawn.shape != Shape.UNIFORM and not low <= centre <= high:
            raise UnitError(f"its value lies outside its own range {ends[0]} to {ends[1]}")
        return (low, high), (str(ends[0]), str(ends[1]))

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            self.read, serialization=core_schema.plain_serializer_function_ser_schema(lambda quantity: quantity.text)
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: Callable[..., Any]) -> dict[str, Any]:
        return {"x-quantity": self.dimension.name, "x-fixed": self.fixed}


def describe(table: Mapping[str, Any]) -> str:
    """Write a distribution on one line: "median 25 min, spread 0.4"."""
    words = {key: value for key, value in table.items() if key not in ("range", "source", "assumption")}
    if set(words) == {"value"}:
        return str(words["value"])
    return ", ".join(f"{key} {_plain(value)}" for key, value in words.items())


def _plain(value: Any) -> str:
    if isinstance(value, Mapping):
        return "(" + ", ".join(f"{key} {inner}" for key, inner in value.items()) + ")"
    return "-".join(map(str, value[:3])) if isinstance(value, list) else str(value)


Time = Annotated[Quantity, Wants(units.TIME)]
Length = Annotated[Quantity, Wants(units.LENGTH)]
Speed = Annotated[Quantity, Wants(units.SPEED, above_zero=True)]
Flow = Annotated[Quantity, Wants(units.FLOW)]
Rate = Annotated[Quantity, Wants(units.RATE)]
ShareRate = Annotated[Quantity, Wants(units.SHARE_RATE)]
Age = Annotated[Quantity, Wants(units.AGE)]
Share = Annotated[Quantity, Wants(units.SHARE)]
Number = Annotated[Quantity, Wants(units.NUMBER)]
Debt = Annotated[Quantity, Wants(units.DEBT)]

FixedTime = Annotated[Quantity, Wants(units.TIME, fixed=True)]
FixedLength = Annotated[Quantity, Wants(units.LENGTH, fixed=True)]
FixedClimb = Annotated[Quantity, Wants(units.CLIMB, fixed=True)]
FixedArea = Annotated[Quantity, Wants(units.AREA, fixed=True, above_zero=True)]
FixedSpeed = Annotated[Quantity, Wants(units.SPEED, fixed=True, above_zero=True)]
FixedMass = Annotated[Quantity, Wants(units.MASS, fixed=True)]
FixedVolume = Annotated[Quantity, Wants(units.VOLUME, fixed=True)]
FixedFlow = Annotated[Quantity, Wants(units.FLOW, fixed=True, above_zero=True)]
FixedPressure = Annotated[Quantity, Wants(units.PRESSURE, fixed=True, above_zero=True)]
FixedEnergy = Annotated[Quantity, Wants(units.ENERGY, fixed=True, above_zero=True)]
FixedEnergyPerVolume = Annotated[Quantity, Wants(units.ENERGY_PER_VOLUME, fixed=True, above_zero=True)]
FixedPowerPerMass = Annotated[Quantity, Wants(units.POWER_PER_MASS, fixed=True, above_zero=True)]
FixedUptake = Annotated[Quantity, Wants(units.UPTAKE, fixed=True, above_zero=True)]
FixedOxygenCost = Annotated[Quantity, Wants(units.OXYGEN_COST, fixed=True)]
FixedVolumePerMass = Annotated[Quantity, Wants(units.VOLUME_PER_MASS, fixed=True, above_zero=True)]
FixedRate = Annotated[Quantity, Wants(units.RATE, fixed=True)]
FixedPerLength = Annotated[Quantity, Wants(units.PER_LENGTH, fixed=True)]
FixedAge = Annotated[Quantity, Wants(units.AGE, fixed=True)]
FixedShare = Annotated[Quantity, Wants(units.SHARE, fixed=True)]
FixedNumber = Annotated[Quantity, Wants(units.NUMBER, fixed=True)]

PositiveTime = Annotated[Quantity, Wants(units.TIME, fixed=True, above_zero=True)]
PositiveLength = Annotated[Quantity, Wants(units.LENGTH, fixed=True, above_zero=True)]
PositiveMass = Annotated[Quantity, Wants(units.MASS, fixed=True, above_zero=True)]
PositiveShare = Annotated[Quantity, Wants(units.SHARE, fixed=True, above_zero=True)]
PositiveRate = Annotated[Quantity, Wants(units.RATE, fixed=True, above_zero=True)]
PositiveNumber = Annotated[Quantity, Wants(units.NUMBER, fixed=True, above_zero=True)]

__all__ = ["FORMS", "Quantity", "Wants", "constant", "describe"]
