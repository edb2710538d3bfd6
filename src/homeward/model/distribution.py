"""Distributions as data: `{ median = "25 min", spread = 0.4 }` becomes a shape and its numbers."""

from collections.abc import Callable, Mapping
from math import exp, log, sqrt
from typing import Any, NamedTuple

from homeward.codes import Shape
from homeward.units import NUMBER, Dimension, UnitError, parse, unit_of

EXTRAS = ("range", "source", "assumption", "low", "high")
"""Keys that may stand beside any distribution; `low` and `high` clip it."""


GAMMA_SHAPES = (0.05, 10_000.0)
"""Shapes of a gamma distribution whose quantiles are right to nine digits."""


class Drawn(NamedTuple):
    """A shape with its numbers (see codes.Shape), and the key of its central number."""

    shape: Shape
    a: float
    b: float = 0.0
    c: float = 0.0
    points: tuple[float, ...] = ()
    key: str = ""


Reader = Callable[[Mapping[str, Any], Dimension], Drawn]


def _positive(written: Any, dimension: Dimension, what: str) -> float:
    value = parse(written, dimension)
    if value <= 0:
        raise UnitError(f"{what} must be above zero, not {written!r}")
    return value


def _inside(table: Mapping[str, Any], key: str, keys: tuple[str, str]) -> tuple[Any, Any]:
    inner = table[key]
    if not isinstance(inner, Mapping) or set(inner) != set(keys):
        raise UnitError(f"`{key}` needs a table of exactly `{keys[0]}` and `{keys[1]}`")
    return inner[keys[0]], inner[keys[1]]


def _series(table: Mapping[str, Any], key: str, dimension: Dimension, least: int, most: int) -> list[float]:
    written = table[key]
    if not isinstance(written, list) or not least <= len(written) <= most:
        count = f"{least}" if least == most else f"at least {least}"
        raise UnitError(f"`{key}` needs a list of {count} values such as '{dimension.example}'")
    return [parse(value, dimension) for value in written]


def _constant(table: Mapping[str, Any], dimension: Dimension) -> Drawn:
    return Drawn(Shape.CONSTANT, parse(table["value"], dimension), key="value")


def _lognormal(table: Mapping[str, Any], dimension: Dimension) -> Drawn:
    median = _positive(table["median"], dimension, "`median`")
    return Drawn(Shape.LOGNORMAL, median, parse(table["spread"], NUMBER), key="median")


def _normal(table: Mapping[str, Any], dimension: Dimension) -> Drawn:
    return Drawn(Shape.NORMAL, parse(table["mean"], dimension), parse(table["sd"], dimension), key="mean")


def _uniform(table: Mapping[str, Any], dimension: Dimension) -> Drawn:
    low, high = parse(table["low"], dimension), parse(table["high"], dimension)
    if low > high:
        raise UnitError(f"`low` is above `high`: {table['low']!r} and {table['high']!r}")
    return Drawn(Shape.UNIFORM, low, high)


def _triangular(table: Mapping[str, Any], dimension: Dimension) -> Drawn:
    low, mode, high = _series(table, "triangular", dimension, 3, 3)
    if not low <= mode <= high or low == high:
        raise UnitError("`triangular` needs low, mode and high in rising order")
    return Drawn(Shape.TRIANGULAR, low, mode, high)


def _weibull(table: Mapping[str, Any], dimension: Dimension) -> Drawn:
    scale, shape = _inside(table, "weibull", ("scale", "shape"))
    a, b = _positive(scale, dimension, "`scale`"), _positive(shape, NUMBER, "`shape`")
    return Drawn(Shape.WEIBULL, a, b, key="weibull.scale")


def _loglogistic(table: Mapping[str, Any], dimension: Dimension) -> Drawn:
    median, shape = _inside(table, "loglogistic", ("median", "shape"))
    a, b = _positive(median, dimension, "`median`"), _positive(shape, NUMBER, "`shape`")
    return Drawn(Shape.LOGLOGISTIC, a, b, key="loglogistic.median")


def _exponential(table: Mapping[str, Any], dimension: Dimension) -> Drawn:
    inner = table["exponential"]
    if not isinstance(inner, Mapping) or set(inner) != {"mean"}:
        raise UnitError("`exponential` needs a table of exactly `mean`")
    return Drawn(Shape.EXPONENTIAL, _positive(inner["mean"], dimension, "`mean`"), key="exponential.mean")


def _lognormal_by_moments(table: Mapping[str, Any], dimension: Dimension) -> Drawn:
    """By the mean and the variance of the values themselves; `variance` is in the unit of the mean, squared."""
    mean, variance = _inside(table, "lognormal", ("mean", "variance"))
    middle = _positive(mean, dimension, "`mean`")
    squared = _positive(variance, NUMBER, "`variance`") * unit_of(mean, dimension) ** 2
    sigma2 = log(1.0 + squared / middle**2)
    return Drawn(Shape.LOGNORMAL, middle * exp(-sigma2 / 2.0), sqrt(sigma2), key="lognormal.mean")


def _gamma(table: Mapping[str, Any], dimension: Dimension) -> Drawn:
    mean, shape = _inside(table, "gamma", ("mean", "shape"))
    a, b = _positive(mean, dimension, "`mean`"), _positive(shape, NUMBER, "`shape`")
    if not GAMMA_SHAPES[0] <= b <= GAMMA_SHAPES[1]:
        raise UnitError(f"the `shape` of a gamma is from {GAMMA_SHAPES[0]:g} to {GAMMA_SHAPES[1]:g}, not {shape!r}")
    return Drawn(Shape.GAMMA, a / b, b, key="gamma.mean")


def _erlang(table: Mapping[str, Any], dimension: Dimension) -> Drawn:
    mean, stages = _inside(table, "erlang", ("mean", "stages"))
    a = _positive(mean, dimension, "`mean`")
    if isinstance(stages, bool) or not isinstance(stages, int) or not 1 <= stages <= GAMMA_SHAPES[1]:
        raise UnitError(f"`stages` is a whole number from 1 to {GAMMA_SHAPES[1]:g}, not {stages!r}")
    return Drawn(Shape.GAMMA, a / stages, float(stages), key="erlang.mean")


def _empirical(table: Mapping[str, Any], dimension: Dimension) -> Drawn:
    points = tuple(sorted(_series(table, "empirical", dimension, 2, 10_000)))
    return Drawn(Shape.EMPIRICAL, points[len(points) // 2], points=points)


FORMS: dict[frozenset[str], Reader] = {
    frozenset({"value"}): _constant,
    frozenset({"median", "spread"}): _lognormal,
    frozenset({"mean", "sd"}): _normal,
    frozenset({"triangular"}): _triangular,
    frozenset({"weibull"}): _weibull,
    frozenset({"loglogistic"}): _loglogistic,
    frozenset({"exponential"}): _exponential,
    frozenset({"lognormal"}): _lognormal_by_moments,
    frozenset({"gamma"}): _gamma,
    frozenset({"erlang"}): _erlang,
    frozenset({"empirical"}): _empirical,
}
"""The keys that name a distribution, and who reads it. `low` and `high` alone are a uniform one."""

KEYS = sorted({key for form in FORMS for key in form} | set(EXTRAS))


def is_quantity(table: Mapping[str, Any]) -> bool:
    """Whether a table is a quantity: nothing but the keys of one, and those of a distribution among them."""
    named = any(form <= set(table) for form in FORMS) or {"low", "high"} <= set(table)
    return named and set(table) <= set(KEYS)


def read_form(table: Mapping[str, Any], dimension: Dimension) -> Drawn:
    """Return the distribution a table describes; UnitError says which keys would."""
    given = frozenset(table) - set(EXTRAS)
    if not given and {"low", "high"} <= set(table):
        return _uniform(table, dimension)
    if given not in FORMS:
        forms = "; ".join(" and ".join(f"`{key}`" for key in sorted(form)) for form in FORMS)
        raise UnitError(f"give one of: {forms}; `low` and `high`")
    return FORMS[given](table, dimension)
