"""Numbers as people read them: shares in percent, times in minutes, each with its interval."""

from homeward.results.findings import percent, share_with_interval
from homeward.results.quantity import Difference, Measure

NOTHING = "–"

MOST_DECIMALS = {"min": 1, "m": 0, "kJ": 0, "%": 1, "days": 1, "patients": 1, "beds": 2, "units": 1, "times": 2}
"""More would be of no use to anybody, however many lives there were; three for other units."""


def with_interval(measure: Measure | None) -> str:
    """ "41 % (38–44)" for a share, "57.3 min (56.9–57.7)" for a mean, a dash when no life could answer."""
    if measure is None or measure.mean is None or measure.low is None or measure.high is None:
        return NOTHING
    if measure.unit == "share":
        return share_with_interval(measure)
    low, high = in_decimals(measure.low, measure), in_decimals(measure.high, measure)
    return f"{in_unit(measure)} ({low} to {high})"


def cell(measure: Measure | None) -> str:
    """ "57.3 (56.9 to 57.7)" for a column whose heading has the unit, "0" for what never was, a dash when unknown."""
    if measure is None or measure.mean is None or measure.low is None or measure.high is None:
        return NOTHING
    if measure.low == measure.high:
        return number(measure.mean, 1.0, 0 if measure.mean == int(measure.mean) else 2)
    middle, low, high = (in_decimals(end, measure) for end in (measure.mean, measure.low, measure.high))
    return f"{middle} ({low} to {high})"


def in_unit(measure: Measure | None) -> str:
    """ "41 %" or "57.3 min", a dash when no life could answer."""
    if measure is None or measure.mean is None:
        return NOTHING
    if measure.unit == "share":
        return percent(measure.mean)
    return f"{in_decimals(measure.mean, measure)} {measure.unit}"


def in_decimals(value: float, measure: Measure) -> str:
    return number(value, measure.half_width, MOST_DECIMALS.get(measure.unit, 3))


def points(difference: Difference | None) -> str:
    """ "+12.3 points (11.9 to 12.7)" for a share, "−4.1 min (−4.4 to −3.8)" for a mean, a dash when unknown."""
    if difference is None or difference.difference is None or difference.low is None or difference.high is None:
        return NOTHING
    scale, unit = (100.0, "points") if difference.unit == "share" else (1.0, difference.unit)
    width = scale * difference.half_width
    middle, low, high = (signed(scale * end, width) for end in (difference.difference, difference.low, difference.high))
    return f"{middle} {unit} ({low} to {high})"


def number(value: float, half_width: float, most: int = 3) -> str:
    """Write a number with the decimals its interval can bear, at most so many."""
    decimals = next((digits for digits in range(most) if half_width >= 2 * 10.0**-digits), most)
    return f"{value:,.{decimals}f}".replace("-", "−")


def signed(value: float, half_width: float) -> str:
    """Write a difference with its sign; a difference that is nothing has none."""
    text = number(value, half_width)
    return f"+{text}" if value > 0 and text.strip("0.") else text


def times_fewer(difference: Difference | None) -> str:
    """Say how many times more independent lives would have been needed: "×12"; a dash when the two never differed."""
    if difference is None or difference.variance_reduction is None:
        return NOTHING
    return f"×{difference.variance_reduction:.{0 if difference.variance_reduction >= 9.95 else 1}f}"


def count(many: int, what: str) -> str:
    """ "1 leg", "2 legs"."""
    return f"{many:,} {what}" if many == 1 else f"{many:,} {what}s"
