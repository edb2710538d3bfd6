"""A care network's names: each stands for one thing, and every name that is used stands for something."""

from collections.abc import Iterator, Sequence
from typing import Any

from homeward.model.network.laydown import Laydown
from homeward.model.network.stations import ANY
from homeward.model.network.task import EXITS
from homeward.scenario.checks.problem import Problem, repeated, unknown
from homeward.scenario.locate import Path

LISTS = {
    "facility": "facilities",
    "area": "areas",
    "staff": "entries of staff",
    "shift": "shifts",
    "equipment": "pieces of equipment",
    "stock": "stocks",
    "condition": "conditions",
    "task": "tasks",
    "link": "links",
    "fleet": "fleets",
    "arrival": "arrivals",
}

MOST_PER_FACILITY = 62
"""Staff, and stations, that one facility can have: they are the bits of one word."""


def names_of(laydown: Laydown, kind: str) -> list[str]:
    """Return the names of one list of a laydown."""
    return [each.name for each in getattr(laydown, kind)]


def no_name_twice(laydown: Laydown) -> Iterator[Problem]:
    """Names are unique within their list, and no task is called like a way out."""
    for kind, words in LISTS.items():
        yield from repeated((kind,), words, names_of(laydown, kind))
    for n, task in enumerate(laydown.task):
        if task.name in EXITS:
            yield Problem(
                ("task", n, "name"), f"'{task.name}' is a way out of the network", "; call the task otherwise"
            )


def places_exist(laydown: Laydown) -> Iterator[Problem]:
    """Every facility that is spoken of is laid down."""
    facilities = names_of(laydown, "facility")
    for kind in ("area", "staff", "equipment", "stock", "task"):
        for n, each in enumerate(getattr(laydown, kind)):
            yield from known_places((kind, n, "facility"), each.facility, facilities)
    for n, facility in enumerate(laydown.facility):
        yield from if_given(("facility", n, "divert_to"), "facility", facility.divert_to, facilities)
        yield from if_given(("facility", n, "evacuate_to"), "facility", facility.evacuate_to, facilities)
    for n, link in enumerate(laydown.link):
        yield from unknown(("link", n, "from"), "facility", link.start, facilities)
        yield from unknown(("link", n, "to"), "facility", link.to, facilities)
        yield from if_given(("link", n, "fleet"), "fleet", link.fleet, names_of(laydown, "fleet"))
    for n, fleet in enumerate(laydown.fleet):
        yield from unknown(("fleet", n, "home"), "facility", fleet.home, facilities)
    for kind in ("start", "arrival"):
        for n, each in enumerate(getattr(laydown, kind)):
            yield from unknown((kind, n, "facility"), "facility", each.facility, facilities)


def known_places(path: Path, places: Sequence[str], known: list[str]) -> Iterator[Problem]:
    """Yield a problem for each place that is none."""
    for place in places:
        yield from unknown(path, "facility", place, known)
    if len(set(places)) < len(places):
        yield Problem(path, "names a facility twice", "; once is enough")


def if_given(path: Path, what: str, name: Any, known: list[str]) -> Iterator[Problem]:
    """Yield a problem when a name is given and stands for nothing."""
    if name is not None:
        yield from unknown(path, what, name, known)


def needs_exist(laydown: Laydown) -> Iterator[Problem]:
    """The areas, equipment and stocks that tasks use are there, at each of their facilities; shifts are there."""
    for n, task in enumerate(laydown.task):
        yield from there(laydown, ("task", n, "area"), "area", task.area, task.facility)
        yield from there(laydown, ("task", n, "equipment"), "equipment", task.equipment, task.facility)
        for name in task.stock:
            yield from there(laydown, ("task", n, "stock", name), "stock", name, task.facility)
        if len(task.staff) > 3:
            yield Problem(
                ("task", n, "staff"), f"asks for {len(task.staff)} skills", "; at most 3 at once: split the task"
            )
        if len(task.stock) > 2:
            yield Problem(("task", n, "stock"), f"uses {len(task.stock)} stocks", "; at most 2: split the task")
    for n, entry in enumerate(laydown.staff):
        yield from if_given(("staff", n, "shift"), "shift", entry.shift, names_of(laydown, "shift"))


def there(laydown: Laydown, path: Path, kind: str, name: Any, places: Sequence[str]) -> Iterator[Problem]:
    """Yield a problem when what a task needs is not laid down, or not where the task is done."""
    if name is None:
        return
    found = [each for each in getattr(laydown, kind) if each.name == name]
    yield from unknown(path, kind, name, names_of(laydown, kind))
    missing = [place for place in places if found and place not in found[0].facility]
    if missing:
        where = " and ".join(f"'{place}'" for place in missing)
        yield Problem(path, f"there is no {kind} '{name}' at {where}", f"; add {where} to its `facility`")


def patients_exist(laydown: Laydown) -> Iterator[Problem]:
    """Conditions and first tasks of starts and arrivals are known, and every condition that comes begins somewhere."""
    conditions, tasks = names_of(laydown, "condition"), names_of(laydown, "task")
    for n, start in enumerate(laydown.start):
        yield from unknown(("start", n, "condition"), "condition", start.condition, [ANY, *conditions])
        yield from unknown(("start", n, "task"), "task", start.task, tasks)
        yield from done_there(laydown, ("start", n, "task"), start.task, start.facility)
    for n, arrival in enumerate(laydown.arrival):
        if arrival.task is not None:
            yield from unknown(("arrival", n, "task"), "task", arrival.task, tasks)
            yield from done_there(laydown, ("arrival", n, "task"), arrival.task, arrival.facility)
        for name in arrival.conditions:
            yield from unknown(("arrival", n, "conditions", name), "condition", name, conditions)
        for k, listed in enumerate(arrival.listed):
            yield from if_given(("arrival", n, "listed", k, "condition"), "condition", listed.condition, conditions)


def done_there(laydown: Laydown, path: Path, name: str, facility: str) -> Iterator[Problem]:
    """Yield a problem when a task is not done at the facility where patients are to begin with it."""
    task = next((each for each in laydown.task if each.name == name), None)
    if task is not None and facility in names_of(laydown, "facility") and facility not in task.facility:
        yield Problem(path, f"'{name}' is not done at '{facility}'", f"; it is done at {', '.join(task.facility)}")


def few_enough(laydown: Laydown) -> Iterator[Problem]:
    """A facility has no more staff and stations, and the network no more skills, than fit."""
    for n, facility in enumerate(laydown.facility):
        staff = sum(entry.count for entry in laydown.staff if facility.name in entry.facility)
        tasks = sum(facility.name in task.facility for task in laydown.task)
        for count, what in ((staff, "staff"), (tasks, "tasks")):
            if count > MOST_PER_FACILITY:
                hint = f"; at most {MOST_PER_FACILITY}: make two facilities of it"
                yield Problem(("facility", n), f"has {count} {what}", hint)
    skills = {skill for entry in laydown.staff for skill in entry.skills} | {
        s for task in laydown.task for s in task.staff
    }
    if len(skills) > MOST_PER_FACILITY:
        yield Problem(("staff",), f"there are {len(skills)} skills", f"; at most {MOST_PER_FACILITY}")
