"""The houses of the twin: staff who are there or not, beds, things, stores and lines, as lists that are searched."""

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from homeward.codes import Draw, Event, Shape, Stage
from tests.reference.given import Row
from tests.reference.network_patient import NEVER_S, Patient

if TYPE_CHECKING:
    from tests.reference.network import Replicate

WEEK_S = 7 * 86_400
WEEKS = 60
"""Shifts are written out for so long; no test runs longer."""


@dataclass
class Member:
    """A member of staff."""

    row: int
    facility: int
    skills: int
    turns: list[tuple[int, int]] | None
    on: bool = False
    busy: bool = False


@dataclass
class Station:
    """A task at a facility, and who waits for it, by category."""

    row: int
    given: Row
    lines: list[list[Patient]] = field(default_factory=lambda: [[], [], [], []])
    serving: list[Patient] = field(default_factory=list)

    def waiting(self) -> list[Patient]:
        """Everybody who waits here, in order."""
        return [patient for line in self.lines for patient in line]


def turns_of(member: Row, shifts: list[Row], monday_s: int) -> list[tuple[int, int]] | None:
    """Every turn from the week before second 0 on, those that touch made one; None: always there."""
    mine = shifts[member["shift0"] : member["shift0"] + member["shifts"]]
    if not mine:
        return None
    turns: list[tuple[int, int]] = []
    for week in range(-1, WEEKS):
        for shift in mine:
            start, end = (week * WEEK_S - monday_s + shift[name] for name in ("from_s", "until_s"))
            if turns and turns[-1][1] == start:
                start = turns.pop()[0]
            turns.append((start, end))
    return [turn for turn in turns if turn[1] > 0]


class Houses:
    """Every facility of a replicate."""

    def __init__(self, life: "Replicate") -> None:
        given = life.given
        self.life, self.care = life, given.care
        self.facilities = given["facilities"]
        self.stations = [Station(s, row) for s, row in enumerate(given["stations"])]
        self.staff = [
            Member(i, row["facility"], row["skills"], turns_of(row, given["shifts"], self.care["starts_at_s"]))
            for i, row in enumerate(given["staff"])
        ]
        self.beds = [max(0, row["beds"] - row["closed"]) if row["beds"] >= 0 else math.inf for row in given["areas"]]
        self.things = [row["count"] for row in given["equipment"]]
        self.units = [row["units0"] for row in given["stocks"]]
        self.inside = [0] * len(self.facilities)

    def team_for(self, station: Station, also: list[int] | None = None) -> list[int] | None:
        """The staff who would do this task, chosen in order, skill by skill; None when they do not suffice."""
        free = [m for m in self.staff if m.on and (not m.busy or m.row in (also or []))]
        team: list[int] = []
        for skill, hands in zip(station.given["skill"], station.given["hands"], strict=True):
            for _ in range(hands if skill >= 0 else 0):
                able = [m.row for m in free if m.skills >> skill & 1 and m.row not in team]
                able = [row for row in able if self.staff[row].facility == station.given["facility"]]
                if not able:
                    return None
                team.append(able[0])
        return team

    def needs_bed(self, patient: Patient, station: Station) -> bool:
        """Whether he must be given a bed for it."""
        return station.given["area"] >= 0 and patient.bed != station.given["area"]

    def needed_units(self, patient: Patient, station: Station, k: int) -> int:
        """Units of its kth stock that the task takes for him."""
        stock = self.life.given["stocks"][station.given["stock"][k]]
        uses = int(station.given["uses"][k])
        if uses > 0 or not stock["is_blood"]:
            return uses
        blood = self.life.bodies.blood_in(patient, float(self.life.now_s - patient.touched_s))
        if blood >= self.care["transfuse_below"] or self.care["blood_unit_share"] <= 0.0:
            return 0
        return math.ceil((self.care["transfuse_below"] - blood) / self.care["blood_unit_share"] - 1e-9)

    def stocked(self, patient: Patient, station: Station) -> bool:
        """Whether the stores hold what the task waits for."""
        row = station.given
        for k, stock in enumerate(row["stock"]):
            if stock >= 0 and row["waits_for_stock"]:
                needed = self.needed_units(patient, station, k)
                if self.units[stock] < (min(1, needed) if row["uses"][k] == 0 else needed):
                    return False
        return True

    def can_start(self, patient: Patient, station: Station) -> bool:
        """Whether all is there."""
        row = station.given
        if self.team_for(station) is None or (row["equipment"] >= 0 and not self.things[row["equipment"]]):
            return False
        if self.needs_bed(patient, station) and self.beds[row["area"]] < 1:
            return False
        return self.stocked(patient, station)

    def takes_nothing(self, station: Station) -> bool:
        """Whether this task needs nothing and takes no time, nothing can happen at it, and what follows is here, out
        or by a link, later in the file, and turns nobody away: such tasks are gone through in one moment.
        """
        row, dists = station.given, self.life.given["dists"]
        needs = max(row["skill"]) >= 0 or row["area"] >= 0 or row["equipment"] >= 0 or max(row["stock"]) >= 0
        kills = max(row["death"]) > 0.0 or row["death_per_loss"] > 0.0 or row["death_per_hour"] > 0.0
        special = any(row[name] for name in ("decides", "sets_category", "stops_at_end", "interruptible", "preempts"))
        limits = row["queue_limit"] >= 0 or self.facilities[row["facility"]]["divert_above"] >= 0
        quick = all(dists[d]["shape"] == Shape.CONSTANT and dists[d]["a"] < 0.5 for d in row["time_dist"])
        if needs or kills or special or limits or row["stays"] or not quick:
            return False
        others = [(self.stations[to], link) for to, link in zip(row["next"], row["link"], strict=True) if to >= 0]
        return all(
            link >= 0
            or (
                other.given["facility"] == row["facility"]
                and other.given["queue_limit"] < 0
                and other.row > station.row
            )
            for other, link in others
        )

    def leave_bed(self, patient: Patient) -> bool:
        """He leaves his bed; whether he had one."""
        had = patient.bed >= 0
        if had:
            self.beds[patient.bed] += 1
        patient.bed = -1
        return had

    def begin(self, patient: Patient, station: Station, waited_s: int) -> None:
        """The task begins."""
        row, life = station.given, self.life
        if not row["stays"]:
            patient.team = self.team_for(station) or []
            for member in patient.team:
                self.staff[member].busy = True
        if row["equipment"] >= 0:
            self.things[row["equipment"]] -= 1
        if patient.bed != row["area"]:
            self.leave_bed(patient)
            if row["area"] >= 0:
                self.beds[row["area"]] -= 1
                patient.bed = row["area"]
        patient.stage, patient.station, patient.since_s = Stage.SERVED, station.row, life.now_s
        patient.wait_s = waited_s
        patient.waited_s += waited_s
        time_s, patient.left_s = patient.left_s, -1
        if time_s < 0:
            time_s = life.draws.whole_s(row["time_dist"][patient.category], patient.key, Draw.TASK_TIME, patient.visits)
        patient.visits += 1
        if row["interruptible"]:
            station.serving.append(patient)
        house = self.facilities[row["facility"]]
        if row["stays"] and house["evacuate_to"] >= 0 and 0 <= house["hold_s"] < time_s:
            patient.left_s, time_s = time_s - house["hold_s"], house["hold_s"]
        self.treat(patient, station)
        patient.ends_s = life.now_s + time_s
        life.note(Event.TASK_BEGUN, patient, station.row, float(waited_s))
        life.expect(patient)

    def treat(self, patient: Patient, station: Station) -> None:
        """What the task does to his body when it begins."""
        row = station.given
        if not (row["stops"] or row["restores"] or row["calms"] or row["death_per_loss"] or max(row["stock"]) >= 0):
            return
        self.life.bodies.look(patient, self.life.now_s)
        patient.missing = 1.0 - patient.blood
        restored = row["restores"] + self.use_stock(patient, station) * self.care["blood_unit_share"]
        patient.flow *= 1.0 - row["stops"]
        patient.threat *= 1.0 - row["calms"]
        patient.blood = min(1.0, patient.blood + restored)
        self.life.bodies.foresee(patient, self.life.now_s)

    def use_stock(self, patient: Patient, station: Station) -> int:
        """Take what the task uses, or what there is; the units of blood among it."""
        blood = 0
        for k, stock in enumerate(station.given["stock"]):
            if stock >= 0:
                needed = self.needed_units(patient, station, k)
                taken = min(needed, self.units[stock])
                self.units[stock] -= taken
                if taken < needed:
                    self.life.note(Event.STOCK_EMPTY, patient, stock, float(needed - taken))
                blood += taken if self.life.given["stocks"][stock]["is_blood"] else 0
        return blood

    def let_go(self, patient: Patient) -> None:
        """His task is over: staff and things are free."""
        station = self.stations[patient.station]
        for member in patient.team:
            self.staff[member].busy = False
        patient.team = []
        if station.given["equipment"] >= 0:
            self.things[station.given["equipment"]] += 1
        if patient in station.serving:
            station.serving.remove(patient)

    def wait(self, patient: Patient, station: Station) -> None:
        """He waits for the task."""
        life = self.life
        if life.bodies.changes(patient):
            life.worsen_now(patient)
        patient.station = station.row
        patient.stage = Stage.WAITING if patient.bed < 0 else Stage.BLOCKING
        station.lines[patient.category].append(patient)
        blocks = patient.bed >= 0 and patient.bed != station.given["area"]
        life.note(Event.BLOCKED if blocks else Event.QUEUED, patient, station.row, 0.0)
        self.expect_waiting(patient, station)

    def expect_waiting(self, patient: Patient, station: Station) -> None:
        """His patience and his body, while he waits."""
        row, life = station.given, self.life
        patient.look_s = look_again_s(patient, row["reassess_s"])
        patient.ends_s = NEVER_S
        if row["patience_dist"] >= 0:
            patience_s = life.draws.whole_s(row["patience_dist"], patient.key, Draw.PATIENCE, patient.visits)
            patient.ends_s = patient.since_s + patience_s
        life.expect(patient)

    def come_to(self, patient: Patient, station: Station, freed: bool) -> None:
        """He comes to a station of the house he is in."""
        patient.since_s = self.life.now_s
        house = station.given["facility"]
        anybody = any(other.waiting() for other in self.stations if other.given["facility"] == house)
        if not (freed and anybody) and self.can_start(patient, station):
            self.begin(patient, station, 0)
        else:
            self.wait(patient, station)

    def serve(self, house: int) -> None:
        """Something is free in this house: whoever can begin does, the most urgent first."""
        while True:
            ready = []
            for station in self.stations:
                if station.given["facility"] == house:
                    able = [patient for patient in station.waiting() if self.can_start(patient, station)]
                    ready += [(able[0].category, able[0].since_s, station.row, able[0])] if able else []
            if not ready:
                return
            _, since_s, row, patient = min(ready, key=lambda one: one[:3])
            self.stations[row].lines[patient.category].remove(patient)
            self.begin(patient, self.stations[row], self.life.now_s - since_s)


def look_again_s(patient: Patient, every_s: int) -> int:
    """When somebody who waits is seen to be worse: at once, or at the next look."""
    if patient.worsens_s >= NEVER_S or every_s <= 0:
        return patient.worsens_s
    return patient.since_s + math.ceil((patient.worsens_s - patient.since_s) / every_s) * every_s
