"""Small organisations for tests, laid down by hand: who serves, which missions come, and no hospital of their own."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from homeward.codes import Event, Shape, Staffing
from homeward.kernel import organisation as org
from homeward.kernel.calendar import buckets_needed
from homeward.kernel.tables import World
from homeward.kernel.year import duty_tables as duty
from homeward.kernel.year import folk_tables as folk
from homeward.run.dists import Dists as RunDists
from homeward.run.lower_folk import lower_folk
from homeward.run.lower_people import name_key
from homeward.run.organisation import Years, live_years, scratch_of
from tests.kernel.year.villages import shipped_setting

DAY_S, HOUR_S = 86400, 3600
ROWS = {"missions": 64, "decisions": 32, "casualties": 32}


class Dists(RunDists):
    """Rows of `dists` as they are asked for."""

    def constant(self, value: float) -> int:
        """A row that always gives this value."""
        return self.add(Shape.CONSTANT, value)

    def exponential(self, mean: float) -> int:
        """A row of exponential draws."""
        return self.add(Shape.EXPONENTIAL, mean)

    def add(self, shape: Shape, a: float) -> int:
        """A row of a shape with one number, not clipped."""
        return self.rows.setdefault((float(shape), a, 0.0, 0.0, 0.0, 1e30), len(self.rows))


def duty_of(days: int, **settings: float) -> np.ndarray:
    """The DUTY row of a run of so many days; sensible unless said otherwise."""
    table = duty.blank(duty.DUTY, 1)
    row = table[0]
    row["days"], row["morning_s"] = days, 8 * HOUR_S
    row["staffing"] = Staffing.LOWEST_ABLE
    row["fit_for_mission"], row["fit_for_village"], row["fully_fit"] = 0.9, 0.5, 0.9
    row["reserve_for_mission"], row["distress_for_mission"], row["distress_for_village"] = 0.5, 10.0, 20.0
    row["board_sensitivity"] = row["board_specificity"] = 1.0
    row["false_clear_hazard"] = 1.0
    for name, value in settings.items():
        row[name] = value
    return table


def members_of(ranks: Sequence[int], **fields: Any) -> np.ndarray:
    """MEMBER rows, one for each rank given; fields: lists of the same length, or one value for all."""
    table = duty.blank(duty.MEMBER, len(ranks))
    table["rank"] = ranks
    for name, value in fields.items():
        table[name] = value
    return table


def physique_of(names: Sequence[str]) -> np.ndarray:
    """PHYSIQUE rows of fit people of these names."""
    table = np.zeros(len(names), duty.PHYSIQUE)
    table["name"] = [name_key("person", name) for name in names]
    table["mass_kg"], table["load_kg"], table["age_y"], table["blood0_ml"] = 68.0, 5.0, 27.0, 4800.0
    table["vo2max_w"], table["wprime_j"], table["grip_kg"] = 1200.0, 80_000.0, 50.0
    table["fitness_spread"], table["fire_per_min"], table["exposure"], table["can_carry"] = 0.05, 0.3, 1.0, 1
    return table


def mission_type(name: str, **fields: Any) -> np.ndarray:
    """A MISSION_TYPE row (1,): two people for two days, one such mission at second 0 unless said otherwise."""
    table = duty.blank(duty.MISSION_TYPE, 1)
    row = table[0]
    row["name"] = name_key("mission", name)
    row["size"] = row["least"] = 2
    row["success"] = row["success_contact"] = 1.0
    row["window_s"] = 3 * DAY_S
    for field, value in fields.items():
        row[field] = value
    return table


def rows_of(dtype: np.dtype, *rows: dict[str, Any]) -> np.ndarray:
    """Rows of a table, each given as {field: value}, blank otherwise."""
    table = duty.blank(dtype, len(rows))
    for row, fields in zip(table, rows, strict=True):
        for name, value in fields.items():
            row[name] = value
    return table


def organisation(
    dists: Dists,
    members: np.ndarray,
    types: np.ndarray,
    settings: np.ndarray,
    names: Sequence[str] | None = None,
    seed: int = 0,
    **tables: np.ndarray,
) -> org.Organisation:
    """An Organisation of these members without a network of care; tables: any others, by name."""
    people, days = len(members), int(settings[0]["days"])
    given = {name: np.zeros(0, dtype) for name, dtype in org.DTYPES.items()}
    given |= duty.standing_tables(people, days) | folk.standing_tables(people)
    folk_row, aids = lower_folk(shipped_setting(), dists, therapists=1)
    rows, quantiles = dists.tables()
    given |= {"care": np.zeros(1, org.DTYPES["care"]), "folk": folk_row, "aids": aids}
    given |= {"duty": settings, "members": members, "mission_types": types, "dists": rows, "quantiles": quantiles}
    given |= {"physique": physique_of(names or [f"member {i}" for i in range(people)])}
    given |= {"missions": duty.blank(duty.MISSION, ROWS["missions"]), "ranks": np.zeros(4, duty.RANK)}
    given |= {"decisions": duty.blank(duty.DECISION, ROWS["decisions"])}
    given |= {"casualties": duty.blank(duty.CASUALTY, ROWS["casualties"])}
    given |= {"contacts": np.zeros(256, duty.CONTACT), "ledger": np.zeros(4096, org.LEDGER)}
    return org.Organisation(**(given | tables | calendar_of(given | tables, seed)))


def calendar_of(given: dict[str, np.ndarray], seed: int) -> dict[str, np.ndarray]:
    """Clock, calendar and buckets for these tables."""
    first, total = org.first_entities({noun: len(given.get(noun, ())) for noun in org.OF_CALENDAR})
    clock = np.zeros(1, org.CLOCK)
    for noun, entity in first.items():
        if noun != "patients":
            clock[f"first_{noun}"] = entity
    clock["seed"], clock["event_limit"] = seed, 10_000_000
    return {
        "clock": clock,
        "calendar": np.zeros(total, org.NODE),
        "buckets": np.zeros(buckets_needed(total), np.int32),
    }


class Lived(NamedTuple):
    """One replicate: its years, the world as it was left, and its ledger."""

    years: Years
    world: org.Organisation
    ledger: list[tuple[int, Event, int, int, int, float]]

    def told(self, event: Event) -> list[tuple[int, int, int, float]]:
        """(who, other, why, detail) of every such event, in order."""
        return [(who, other, why, detail) for _, it, who, other, why, detail in self.ledger if it == event]

    def days_of(self, event: Event) -> list[int]:
        """The days on which it happened."""
        return [at_s // DAY_S for at_s, it, *_ in self.ledger if it == event]


def live(template: org.Organisation, incidents: Sequence[World] = (), replicate: int = 0) -> Lived:
    """Live one replicate and keep everything."""
    years = live_years(template, incidents, np.array([replicate]), keep=True)
    rows = [(at_s, Event(event), *rest) for at_s, event, *rest in years.ledgers[0].tolist()]
    return Lived(years, scratch_of(template, incidents).world, rows)
