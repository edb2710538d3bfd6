"""The door: casualties are brought somewhere, and somebody is there at any hour."""

from collections.abc import Iterator

from homeward.model.network.duty import hours_without
from homeward.model.network.stations import start_of
from homeward.model.network.week import say_turns
from homeward.model.organisation.organisation import Organisation
from homeward.scenario.checks.network_staff import laydown_hours
from homeward.scenario.checks.problem import Problem, unknown


def laydown(organisation: Organisation) -> Iterator[Problem]:
    """The care network that is spoken of was read; whoever is brought in is brought somewhere."""
    if organisation.laydown and organisation.laid_down != organisation.laydown:
        hint = "; give the name of a shipped one or a file beside this one"
        yield Problem(("laydown",), f"there is no care network '{organisation.laydown}'", hint)
    door = organisation.door
    facilities = [facility.name for facility in organisation.facility]
    conditions = [condition.name for condition in organisation.condition]
    if door.facility is None and door.stay is None:
        yield Problem(
            ("door",), "says neither where casualties are brought nor how long they stay", "; give one of both"
        )
    if door.facility is not None:
        yield from unknown(("door", "facility"), "facility", door.facility, facilities)
        if door.wounded is None:
            yield Problem(("door",), "does not say as what the wounded come", "; name a [[condition]] as `wounded`")
    for field in ("wounded", "exhausted"):
        if getattr(door, field) is not None:
            yield from unknown(("door", field), "condition", getattr(door, field), conditions)


def manned(organisation: Organisation) -> Iterator[Problem]:
    """Whoever receives casualties is on duty at every hour of the week: nobody knows when they come."""
    door = organisation.door
    for condition in dict.fromkeys((door.wounded, door.exhausted)):
        first = start_of(organisation, door.facility, condition) if door.facility and condition else None
        task = next((task for task in organisation.task if first is not None and task.name == first.task), None)
        if door.facility and condition and first is None:
            told = f"'{condition}' begins nowhere at '{door.facility}'"
            yield Problem(("door",), told, "; add a [[start]] for it")
        if task is None or not door.facility:
            continue
        hours = laydown_hours(organisation)
        gaps = hours_without(organisation, door.facility, task.staff, hours) if task.staff else []
        if gaps:
            words = " and ".join(f"{count} {skill}" for skill, count in task.staff.items())
            told = f"nobody receives casualties {say_turns(gaps)}: '{task.name}' asks for {words}, not on duty then"
            path = ("task", [each.name for each in organisation.task].index(task.name), "staff")
            yield Problem(path, told, "; fill the hole in the shifts")
