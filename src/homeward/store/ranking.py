"""From the worst replicate to the best: so that somebody can look at one of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from homeward.store.duck import literal, open_duck, quoted


@dataclass(frozen=True)
class Better:
    """Which end of a measure is the better one, and whether a replicate that has no answer is better still.

    Care that never came is worse than late care; a death that never came is better than a late one.
    """

    measure: str
    low: bool = False
    none: bool = False

    def from_the_worst(self) -> str:
        """Return the SQL that sorts from worst to best."""
        return f"{quoted(self.measure)} {'DESC' if self.low else 'ASC'} NULLS {'LAST' if self.none else 'FIRST'}"


class Three(NamedTuple):
    """Replicate numbers."""

    best: int
    median: int
    worst: int


OF_AN_INCIDENT = (
    Better("alive_at_30_days"),
    Better("alive_on_arrival"),
    Better("all_home_alive"),
    Better("others_alive"),
    Better("others_lost", low=True),
    Better("minutes_to_death", none=True),
    Better("minutes_to_care", low=True),
    Better("minutes_to_arrival", low=True),
    Better("metres_short_at_death", low=True, none=True),
    Better("blood_lost_on_arrival", low=True),
    Better("limb_kept"),
    Better("caught_by_pursuers", low=True),
    Better("rests", low=True),
    Better("carrier_alive"),
    Better("carrier_collapsed", low=True),
    Better("reserve_spent", low=True),
    Better("carrier_work", low=True),
    Better("carrier_days_to_duty", low=True),
)
"""The measures of an incident, in the order in which they break a tie."""


def order_for(main: str, known: Sequence[Better]) -> list[Better]:
    """Return the measures by which replicates are ranked: the main one, then those that break its ties."""
    first = next((each for each in known if each.measure == main), Better(main))
    return [first, *(each for each in known if each.measure != main)]


def best_median_worst(measures: Path, order: Sequence[Better], where: str = "true") -> Three | None:
    """Return three replicates of a table with a column `replicate`; None when it has no row for which `where` holds.

    Ties go to the smaller replicate number; the median is the one in the middle, the lower of two.
    """
    ranks = ", ".join(each.from_the_worst() for each in order)
    rows = f"FROM read_parquet({literal(measures)}) WHERE {where}"
    with open_duck(measures.parent / ".ranking") as duck:
        count = duck.execute(f"SELECT count(*) {rows}").fetchall()[0][0]
        if not count:
            return None

        def at(place: int) -> int:
            chosen = f"SELECT replicate {rows} ORDER BY {ranks}, replicate LIMIT 1 OFFSET {place}"
            return int(duck.execute(chosen).fetchall()[0][0])

        # The best of all that are equally good is the first of them, not the last in this order.
        best = f"SELECT replicate {rows} ORDER BY {reverse(order)}, replicate LIMIT 1"
        return Three(int(duck.execute(best).fetchall()[0][0]), at((count - 1) // 2), at(0))


def reverse(order: Sequence[Better]) -> str:
    """Return the SQL that sorts from best to worst."""
    return ", ".join(Better(each.measure, not each.low, not each.none).from_the_worst() for each in order)
