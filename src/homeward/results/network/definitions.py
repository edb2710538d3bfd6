"""What a planner asks of a network: of the whole, and of every station, area, person, store and way."""

from collections.abc import Iterator
from dataclasses import dataclass

from homeward.codes import Exit
from homeward.model.network.laydown import Network
from homeward.results.network import answers as ask
from homeward.results.network.answers import Answer
from homeward.results.network.naming import at_facility, station_names
from homeward.results.values import Valued
from homeward.run.care_rows import CareRows, rows_of

WHOLE = "whole"


@dataclass(frozen=True)
class Asked(Valued):
    """A measure, the table, row and column it stands in, and how replicates answer it: (n,) values, NaN for none."""

    group: str
    row: str
    column: str
    answer: Answer


def definitions_of(network: Network) -> list[Asked]:
    """Return the measures of a network, in the order of tables."""
    rows = rows_of(network)
    return [
        *of_the_whole(network),
        *of_conditions(network),
        *of_stations(network),
        *of_areas(network, rows),
        *of_skills(network, rows),
        *of_people(rows),
        *of_things(rows),
        *of_ways(network),
    ]


def can_die(network: Network) -> bool:
    """Whether anybody can die in this network."""
    by_task = any(task.death is not None or task.decides for task in network.task)
    out = any(way.to == "died" for task in network.task for way in task.next)
    return by_task or out or any(condition.has_body for condition in network.condition)


def turns_away(network: Network) -> bool:
    """Whether anybody can be turned away."""
    full = any(facility.divert_above is not None for facility in network.facility)
    return full or any(task.queue_limit is not None for task in network.task)


def of_the_whole(network: Network) -> Iterator[Asked]:
    """Yield what is asked of all patients together."""

    def whole(name: str, label: str, unit: str, answer: Answer) -> Asked:
        return Asked(name, label, unit, WHOLE, label, "", answer)

    yield whole("wait", "wait for a task", "min", ask.mean_wait)
    yield whole("came", "patients who came", "patients", ask.total("came"))
    if can_die(network):
        yield whole("survival", "left alive, of those who left", "%", ask.survival)
        yield whole("died", "died", "patients", ask.left(Exit.DIED))
    outs = {way.to for task in network.task for way in task.next}
    for name, label in (("home", "went home"), ("duty", "returned to duty"), ("beyond", "went beyond the network")):
        if name in outs:
            yield whole(name, label, "patients", ask.left(Exit[name.upper()]))
    if turns_away(network):
        yield whole("lost", "turned away for good", "patients", ask.left(Exit.LOST))
    if any(task.patience is not None for task in network.task):
        yield whole("unseen", "left unseen", "patients", ask.left(Exit.UNSEEN))
    yield whole("stay", "stay of those who left", "min", ask.stay)
    yield whole("inside", "patients inside", "patients", ask.mean_inside)
    yield whole("most_inside", "most inside at once", "patients", ask.total("most_inside"))
    yield whole("little", "Little's law: residual, patient-minutes", "min", ask.littles_residual)


def of_conditions(network: Network) -> Iterator[Asked]:
    """Yield what is asked of the patients of each condition, when there are several."""
    deaths = can_die(network)
    for c, condition in enumerate(network.condition if len(network.condition) > 1 else ()):
        row = condition.name
        yield Asked(f"came.{row}", f"{row}: came", "patients", "conditions", row, "came", ask.came_with(c))
        yield Asked(f"wait.{row}", f"{row}: waits in all", "min", "conditions", row, "waits in all", ask.waits_with(c))
        yield Asked(f"stay.{row}", f"{row}: stay", "min", "conditions", row, "stay", ask.stay_with(c))
        if deaths:
            label = f"{row}: left alive"
            yield Asked(f"survival.{row}", label, "%", "conditions", row, "left alive", ask.survived_with(c))


def of_stations(network: Network) -> Iterator[Asked]:
    """Yield what is asked of every station: only what can happen there."""
    bodies = any(condition.has_body for condition in network.condition)
    full = {facility.name for facility in network.facility if facility.divert_above is not None}
    for s, (row, station, task) in enumerate(station_names(network)):
        counts = {
            "came": (True, "came", "came"),
            "died_waiting": (bodies, "died_waiting", "died waiting"),
            "turned_away": (task.queue_limit is not None or station.facility in full, "turned_away", "turned away"),
            "unseen": (task.patience is not None, "left_unseen", "left unseen"),
            "preempted": (task.interruptible, "preempted", "interrupted"),
            "blocked": (task.blocks, "blocked", "blocked a bed"),
        }
        yield Asked(f"wait.{row}", f"{row}: wait", "min", "stations", row, "wait", ask.wait_at(s))
        yield Asked(f"longest.{row}", f"{row}: longest wait", "min", "stations", row, "longest wait", ask.longest_at(s))
        for key, (possible, field, column) in counts.items():
            if possible:
                label = f"{row}: {column}"
                yield Asked(f"{key}.{row}", label, "patients", "stations", row, column, ask.counted_at(s, field))


def of_areas(network: Network, rows: CareRows) -> Iterator[Asked]:
    """Yield how full every area is."""
    beds = {area.name: area.beds for area in network.area}
    for (name, facility), a in rows.areas.items():
        row = at_facility(name, facility, network.area)
        yield Asked(f"beds.{row}", f"{row}: beds taken", "beds", "areas", row, "beds taken", ask.beds_taken(a))
        if beds[name] is not None:
            yield Asked(f"occupancy.{row}", f"{row}: occupied", "%", "areas", row, "occupied", ask.occupancy(a))
        yield Asked(f"most_beds.{row}", f"{row}: most beds taken", "beds", "areas", row, "most", ask.most_beds(a))


def of_skills(network: Network, rows: CareRows) -> Iterator[Asked]:
    """Yield how busy those are who have a skill, together."""
    for facility in network.facility:
        here = [(n, person) for n, person in enumerate(rows.people) if person.facility == facility.name]
        for skill in dict.fromkeys(skill for _, person in here for skill in person.entry.skills):
            who = [n for n, person in here if skill in person.entry.skills]
            row = skill if len(network.facility) == 1 else f"{skill} at {facility.name}"
            label = f"{row}: busy, of the time on duty"
            yield Asked(f"busy.{row}", label, "%", "skills", row, "busy", ask.busy(who))


def of_people(rows: CareRows) -> Iterator[Asked]:
    """Yield how busy each member of staff is, and how long he works after his shift."""
    for n, person in enumerate(rows.people):
        row = person.name
        label, late = f"{row}: busy, of the time on duty", f"{row}: worked after the shift"
        yield Asked(f"person.{row}", label, "%", "staff", row, "busy", ask.busy([n]))
        if person.entry.shift is not None:
            yield Asked(f"overrun.{row}", late, "min", "staff", row, "after the shift", ask.overrun(n))


def of_things(rows: CareRows) -> Iterator[Asked]:
    """Yield how much equipment and stock is used, and how often a store was empty."""
    for (name, facility), e in rows.equipment.items():
        row = f"{name} at {facility}"
        yield Asked(f"used.{row}", f"{row}: in use", "%", "equipment", row, "in use", ask.in_use(e))
    for (name, facility), k in rows.stocks.items():
        row = f"{name} at {facility}"
        short = f"{row}: went without"
        yield Asked(f"units.{row}", f"{row}: units used", "units", "stocks", row, "used", ask.of_stock("used", k))
        yield Asked(f"short.{row}", short, "times", "stocks", row, "went without", ask.of_stock("short", k))


def of_ways(network: Network) -> Iterator[Asked]:
    """Yield who was moved on every link and waited for it, and how busy every fleet is."""
    for k, link in enumerate(network.link):
        row = link.name
        yield Asked(f"moved.{row}", f"{row}: moved", "patients", "links", row, "moved", ask.of_link("moved", k))
        if link.fleet is not None:
            yield Asked(f"wait.{row}", f"{row}: wait for a vehicle", "min", "links", row, "wait", ask.link_wait(k))
            died = f"{row}: died waiting or aboard"
            yield Asked(f"died_on.{row}", died, "patients", "links", row, "died", ask.of_link("died", k))
    first = 0
    for fleet in network.fleet:
        row, vehicles = fleet.name, range(first, first + fleet.count)
        first += fleet.count
        if fleet.count:
            label = f"{row}: under way"
            yield Asked(f"driving.{row}", label, "%", "fleets", row, "under way", ask.under_way(vehicles))
