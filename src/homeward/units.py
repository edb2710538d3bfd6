"""Quantities as people write them, "45 min", and as the kernel counts them, whole seconds.

A number that needs a unit is refused without one. Inside, every dimension has one base unit, which field names repeat.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches


class UnitError(ValueError):
    """A quantity that cannot be understood; the message says what is wanted."""


@dataclass(frozen=True)
class Dimension:
    """What kind of quantity it is, its base unit, the units it may be written in, and the values it can take."""

    name: str
    base: str
    example: str
    units: Mapping[str, float] = field(repr=False)
    low: float = 0.0
    high: float = math.inf

    def __str__(self) -> str:
        return self.name

    @property
    def bare(self) -> bool:
        """Whether it may be written without a unit."""
        return "" in self.units


_TIME = {"s": 1.0, "min": 60.0, "h": 3600.0, "d": 86400.0, "day": 86400.0, "days": 86400.0}
_PER_DAYS = {"/day": 1 / 86400, "/week": 1 / 604800}
_LENGTH = {"m": 1.0, "cm": 0.01, "km": 1000.0}

TIME = Dimension("a time", "s", "45 min", {**_TIME, "week": 604800.0, "weeks": 604800.0})
LENGTH = Dimension("a length", "m", "1.6 km", _LENGTH)
CLIMB = Dimension("a height gained (negative: lost)", "m", "-250 m", _LENGTH, low=-math.inf)
AREA = Dimension("an area", "m2", "2 ha", {"m2": 1.0, "m²": 1.0, "ha": 1e4, "km2": 1e6, "km²": 1e6})
SPEED = Dimension("a speed", "m/s", "4.8 km/h", {"m/s": 1.0, "km/h": 1 / 3.6})
MASS = Dimension("a mass", "kg", "68 kg", {"kg": 1.0, "g": 0.001})
VOLUME = Dimension("a volume", "mL", "450 mL", {"mL": 1.0, "L": 1000.0})
FLOW = Dimension("a flow", "mL/s", "45 mL/min", {"mL/s": 1.0, "mL/min": 1 / 60, "mL/h": 1 / 3600, "L/min": 1000 / 60})
PRESSURE = Dimension("a pressure", "mmHg", "93 mmHg", {"mmHg": 1.0, "kPa": 7.500617})
DEBT = Dimension("an oxygen debt", "mmHg min", "2500 mmHg min", {"mmHg min": 1.0, "mmHg h": 60.0})
ENERGY = Dimension("an energy", "J", "20 kJ", {"J": 1.0, "kJ": 1000.0})
ENERGY_PER_VOLUME = Dimension("an energy per volume", "J/L", "20.9 kJ/L", {"J/L": 1.0, "kJ/L": 1000.0})
POWER_PER_MASS = Dimension("a power per mass", "W/kg", "1.05 W/kg", {"W/kg": 1.0})
UPTAKE = Dimension("an oxygen uptake", "mL/kg/min", "52 mL/kg/min", {"mL/kg/min": 1.0})
OXYGEN_COST = Dimension("an oxygen cost of walking", "mL/kg/m", "0.15 mL/kg/m", {"mL/kg/m": 1.0})
VOLUME_PER_MASS = Dimension("a volume per mass", "mL/kg", "70 mL/kg", {"mL/kg": 1.0})
RATE = Dimension("a rate", "/s", "0.5 /min", {"/s": 1.0, "/min": 1 / 60, "/h": 1 / 3600, "/d": 1 / 86400, **_PER_DAYS})
SHARE_RATE = Dimension(
    *("a share per time", "/s", "20 %/h"),
    {"%/s": 0.01, "%/min": 0.01 / 60, "%/h": 0.01 / 3600, "%/d": 0.01 / 86400, "/s": 1.0},
)
PER_LENGTH = Dimension("a count per distance", "/m", "0.3 /km", {"/m": 1.0, "/km": 0.001})
AGE = Dimension("an age", "y", "24 y", {"y": 1.0})
SHARE = Dimension("a share", "1", "15 %", {"%": 0.01, "": 1.0}, high=1.0)
NUMBER = Dimension("a number", "1", "1.5", {"": 1.0})

DIMENSIONS = (
    *(TIME, LENGTH, CLIMB, AREA, SPEED, MASS, VOLUME, FLOW, PRESSURE, DEBT, ENERGY, ENERGY_PER_VOLUME),
    *(POWER_PER_MASS, UPTAKE, OXYGEN_COST, VOLUME_PER_MASS, RATE, SHARE_RATE, PER_LENGTH, AGE, SHARE, NUMBER),
)

_QUANTITY = re.compile(r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(.*?)\s*")


def parse(written: object, dimension: Dimension) -> float:
    """Return a quantity in the base unit of its dimension; UnitError when it is not one.

    >>> parse("45 min", TIME)
    2700.0
    """
    number, unit = _split(written, dimension)
    if unit not in dimension.units:
        raise UnitError(_wrong_unit(written, unit, dimension))
    scale = dimension.units[unit]
    # Dividing keeps 1/60 exact where multiplying would not: 90 mL/min is 1.5 mL/s, not 1.4999999999999998.
    value = number / round(1 / scale) if scale < 1 and math.isclose(1 / scale, round(1 / scale)) else number * scale
    if not dimension.low <= value <= dimension.high:
        raise UnitError(f"{written!r} is out of bounds: {dimension} is {_bounds(dimension)}")
    return value


def unit_of(written: object, dimension: Dimension) -> float:
    """Return how many base units the unit is that a quantity is written in.

    >>> unit_of("5 min", TIME)
    60.0
    """
    parse(written, dimension)
    return dimension.units[_split(written, dimension)[1]]


def seconds(written: object) -> int:
    """Return a time in whole seconds.

    >>> seconds("1.5 min")
    90
    """
    return round(parse(written, TIME))


def say(value: float, dimension: Dimension) -> str:
    """Write a number in base units as a person would, in the unit that keeps it shortest.

    >>> say(2700, TIME)
    '45 min'
    """
    if dimension is SHARE:
        return f"{value * 100:.4g} %"
    written = [f"{value / scale:.4g} {unit}".strip() for unit, scale in dimension.units.items()]
    return min(written, key=lambda text: ("e" in text, len(text.split(" ")[0]), written.index(text)))


def _split(written: object, dimension: Dimension) -> tuple[float, str]:
    if isinstance(written, bool) or not isinstance(written, int | float | str):
        raise UnitError(f"{written!r} is not {dimension}: write one such as '{dimension.example}'")
    match = _QUANTITY.fullmatch(str(written))
    if not match:
        raise UnitError(f"{written!r} is not {dimension}: write one such as '{dimension.example}'")
    number, unit = float(match[1]), " ".join(match[2].replace("·", " ").split())
    if not math.isfinite(number):
        raise UnitError(f"{written!r} is too large a number")
    if not unit and not dimension.bare:
        raise UnitError(f"{written} has no unit: write {dimension} such as '{dimension.example}' ({_units(dimension)})")
    return number, unit


def _wrong_unit(written: object, unit: str, wanted: Dimension) -> str:
    for other in DIMENSIONS:
        if unit and unit in other.units:
            return f"'{written}' is {other}; {wanted} is wanted, such as '{wanted.example}'"
    near = get_close_matches(unit, [u for u in wanted.units if u], 1, cutoff=0.3)
    hint = f", did you mean '{near[0]}'?" if near else f": write {_units(wanted)}"
    return f"'{unit}' is not a unit of {wanted.name.split(' ', 1)[1]}{hint}"


def _units(dimension: Dimension) -> str:
    return ", ".join(unit for unit in dimension.units if unit)


def _bounds(dimension: Dimension) -> str:
    if math.isinf(dimension.high):
        return f"at least {dimension.low:g}"
    return f"from {dimension.low:g} to {dimension.high:g}"
