"""What follows what: every way leads on, shares add up, everybody gets out again, and every task is reached."""

from collections.abc import Iterator

from homeward.model.base import did_you_mean
from homeward.model.network.by_category import CATEGORIES
from homeward.model.network.flow import ends_of, reached
from homeward.model.network.laydown import Laydown
from homeward.model.network.stations import onward, stations_of
from homeward.model.network.task import EXITS, Task
from homeward.scenario.checks.problem import Problem, unknown

CLOSE = 1e-6
"""How near to one a sum of shares must be."""


def ways_lead_on(laydown: Laydown) -> Iterator[Problem]:
    """Each way names a task, facility and link that are there, and fit each other."""
    tasks, links = [task.name for task in laydown.task], [link.name for link in laydown.link]
    facilities = [facility.name for facility in laydown.facility]
    for n, task in enumerate(laydown.task):
        for k, way in enumerate(task.next):
            known = [*EXITS, *tasks]
            if way.to not in known:
                yield Problem(("task", n, "next", k, "to"), f"there is no task '{way.to}'", did_you_mean(way.to, known))
            if way.by is not None:
                yield from unknown(("task", n, "next", k, "by"), "link", way.by, links)
            for place in (way.at or {}).values():
                yield from unknown(("task", n, "next", k, "at"), "facility", place, facilities)
    for station, task in stations_of(laydown):
        n = [each.name for each in laydown.task].index(task.name)
        for k, way_on in enumerate(onward(laydown, station, task)):
            known_place = task.next[k].place_from(station.facility) in (None, *facilities)
            if way_on.wrong not in ("", "unknown") and known_place:
                yield Problem(("task", n, "next", k, way_on.key), way_on.wrong, way_on.hint)


def shares_add_up(laydown: Laydown) -> Iterator[Problem]:
    """The shares of what follows are 100 % in every category; so are those of conditions and categories."""
    for n, task in enumerate(laydown.task):
        yield from ways_add_up(n, task)
    for n, condition in enumerate(laydown.condition):
        total = sum(share.a for share in condition.category.shares)
        if abs(total - 1.0) > CLOSE:
            yield Problem(("condition", n, "category"), f"the shares add up to {100 * total:.4g} %", "; make it 100 %")
    for n, arrival in enumerate(laydown.arrival):
        total = sum(share.a for share in arrival.conditions.values())
        if abs(total - 1.0) > CLOSE:
            yield Problem(("arrival", n, "conditions"), f"the shares add up to {100 * total:.4g} %", "; make it 100 %")


def ways_add_up(n: int, task: Task) -> Iterator[Problem]:
    """Yield a problem when the ways on from a task have less or more than all."""
    given = [way.share for way in task.next if way.share is not None]
    silent = len(task.next) - len(given)
    for k, category in enumerate(CATEGORIES):
        total = sum(share.each[k].a for share in given)
        if total > 1.0 + CLOSE or (not silent and abs(total - 1.0) > CLOSE):
            alike = all(share.alike for share in given)
            whose = "" if alike else f" for {category}"
            hint = "; make it 100 %, or leave the share of one of them out" if not silent else "; make it at most 100 %"
            yield Problem(("task", n, "next"), f"the shares add up to {100 * total:.4g} %{whose}", hint)
            if alike:
                return


def everybody_leaves(laydown: Laydown) -> Iterator[Problem]:
    """From every station that is reached a way leads out, whatever the category."""
    names = [task.name for task in laydown.task]
    open_ended: dict[str, list[str]] = {}
    for (station, category), ends in ends_of(laydown).items():
        if not ends:
            open_ended.setdefault(station.task, []).append(CATEGORIES[category])
    for task, categories in open_ended.items():
        whose = f" for {' and '.join(dict.fromkeys(categories))}" if len(set(categories)) < len(CATEGORIES) else ""
        hint = "; let some of them go home, to duty, beyond, or die"
        yield Problem(("task", names.index(task), "next"), f"never ends{whose}: nobody gets out from here", hint)


def everything_is_reached(laydown: Laydown) -> Iterator[Problem]:
    """Every task is reached by somebody, at each of its facilities."""
    seen = reached(laydown)
    for n, task in enumerate(laydown.task):
        missed = [f.name for f in laydown.facility if f.name in task.facility and (task.name, f.name) not in seen]
        if missed:
            where = "" if len(missed) == len(task.facility) else " at " + " and ".join(f"'{name}'" for name in missed)
            hint = "; name it in a `next`, a [[start]] or an [[arrival]], or take it out"
            yield Problem(("task", n), f"nobody reaches it{where}", hint)
