"""How busy staff, beds, equipment and vehicles are: share of the time, with intervals."""

from homeward.results.figures.style import GREY, Picture, blank, house_style, only_left
from homeward.results.network.figures.rows import Row, draw_rows, height_of, legend_of, row_of
from homeward.results.network.study import NetworkResults

GROUPS = {"skills": "", "areas": " (beds)", "equipment": "", "fleets": " (vehicles)"}
MOST_ROWS = 24


def draw(results: NetworkResults) -> Picture | None:
    """Draw how busy everything is whose time is limited; None when nothing is."""
    rows = rows_of(results)
    if not rows:
        return None
    with house_style():
        title = finding(rows)
        subtitle = "Share of the time on duty, or of the beds over time: dots are means, lines 95 % intervals."
        figure = blank(results, title, height_of(rows) + 0.4, subtitle, legend_of(results))
        axes = figure.subplots()
        draw_rows(axes, rows)
        axes.axvline(100, color=GREY, linewidth=1.0, linestyle=(0, (4, 3)), zorder=0)
        axes.set_xlim(0, max(104.0, 1.02 * max(map(highest, rows))))
        axes.set_xticks(range(0, 101, 20), [f"{tick} %" for tick in range(0, 101, 20)])
        only_left(axes)
        return Picture("busy", title, describe(rows), figure)


def rows_of(results: NetworkResults) -> list[Row]:
    """Return the measures that are shares of time, the busiest MOST_ROWS, in the order of the file."""
    asked = [each for each in results.definitions if each.group in GROUPS and each.unit == "%"]
    found = [
        row for each in asked if (row := row_of(results, each.name, f"{each.row}{GROUPS[each.group]}")) is not None
    ]
    busiest = sorted(found, key=highest, reverse=True)[:MOST_ROWS]
    return [row for row in found if row in busiest]


def highest(row: Row) -> float:
    return max(bar.measure.mean or 0.0 for bar in row.bars)


def finding(rows: list[Row]) -> str:
    """What is busiest in the base."""
    first = max(rows, key=lambda row: row.bars[0].measure.mean or 0.0)
    return f"“{first.label}” is busiest: {(first.bars[0].measure.mean or 0.0):.0f} % of the time"


def describe(rows: list[Row]) -> str:
    """The picture in words."""
    said = [f"{row.label}: {(row.bars[0].measure.mean or 0.0):.0f} %" for row in rows]
    return f"Share of the time that staff, beds and vehicles are busy, of the base. {'; '.join(said)}."
