"""Waits by station: the mean of the replicates with its interval, every arm beside the base."""

from homeward.results.figures.style import Picture, blank, house_style, only_left
from homeward.results.network.figures.rows import Row, draw_rows, height_of, legend_of, row_of
from homeward.results.network.study import NetworkResults

MOST_ROWS = 24
"""Stations shown: those with the longest waits."""

HOUR_MIN, DAY_MIN = 60.0, 1440.0


def draw(results: NetworkResults) -> Picture | None:
    """Draw the mean wait at every station and link; None when nobody waited anywhere."""
    rows = rows_of(results)
    if not rows:
        return None
    scale, unit = unit_for(rows)
    with house_style():
        title = finding(rows)
        subtitle = "Mean wait of a replicate: dots are the means of the replicates, lines their 95 % intervals."
        figure = blank(results, title, height_of(rows) + 0.4, subtitle, legend_of(results))
        axes = figure.subplots()
        draw_rows(axes, rows, scale)
        axes.set_xlim(left=0)
        axes.set_xlabel(f"wait, {unit}")
        only_left(axes)
        return Picture("waits", title, describe(rows, scale, unit), figure)


def rows_of(results: NetworkResults) -> list[Row]:
    """Return the stations and links in the order of the file, the MOST_ROWS with the longest waits."""
    asked = [each for each in results.definitions if each.column == "wait"]
    found = [row for each in asked if (row := row_of(results, each.name, each.row)) is not None]
    longest = sorted(found, key=highest, reverse=True)[:MOST_ROWS]
    return [row for row in found if row in longest and highest(row) > 0]


def highest(row: Row) -> float:
    return max(bar.measure.mean or 0.0 for bar in row.bars)


def unit_for(rows: list[Row]) -> tuple[float, str]:
    """Return what minutes are multiplied with, and the unit that gives: so that the longest wait is easy to read."""
    longest = max(map(highest, rows))
    if longest > 3 * DAY_MIN:
        return 1 / DAY_MIN, "days"
    return (1 / HOUR_MIN, "h") if longest > 5 * HOUR_MIN else (1.0, "min")


def finding(rows: list[Row]) -> str:
    """Where the base waits longest."""
    worst = max(rows, key=lambda row: row.bars[0].measure.mean or 0.0)
    scale, unit = unit_for([Row(worst.label, worst.bars[:1])])
    return (
        f"The longest wait is for “{worst.label}”: {scale * (worst.bars[0].measure.mean or 0.0):.3g} {unit} on average"
    )


def describe(rows: list[Row], scale: float, unit: str) -> str:
    """The picture in words."""
    said = [f"{row.label}: {scale * (row.bars[0].measure.mean or 0.0):.3g} {unit}" for row in rows]
    return f"Mean waits with 95 % intervals, of the base. {'; '.join(said)}."
