"""Between facilities: links that are driven or walked, fleets that drive something, nobody sent round in circles."""

from collections.abc import Iterator

from homeward.model.network.laydown import Laydown
from homeward.model.network.place import Facility
from homeward.model.network.stations import links_between, start_of
from homeward.scenario.checks.problem import Problem


def links(laydown: Laydown) -> Iterator[Problem]:
    """Each link leads somewhere else, is driven or walked, and one end of it is its fleet's home."""
    fleets = {fleet.name: fleet for fleet in laydown.fleet}
    for n, link in enumerate(laydown.link):
        path = ("link", n)
        if link.start == link.to:
            yield Problem(path, "leads nowhere", "; `from` and `to` are the same facility")
        if link.walk == (link.fleet is not None):
            yield Problem(path, "is driven or walked: give either", "; `fleet` or `walk = true`")
        if link.fleet is not None and link.out is None:
            yield Problem(path, "says nothing of the drive to the pick-up", "; give `out` (as long as `back`, often)")
        fleet = fleets.get(link.fleet or "")
        if fleet is not None and fleet.home not in (link.start, link.to):
            hint = f"; it stands at '{fleet.home}': make that one end of the link"
            yield Problem((*path, "fleet"), f"'{fleet.name}' is at home at neither end of this link", hint)
        if fleet is not None and fleet.count == 0:
            yield Problem((*path, "fleet"), f"'{fleet.name}' has no vehicle", "; whoever waits here waits for ever")
    driven = {link.fleet for link in laydown.link}
    for n, fleet in enumerate(laydown.fleet):
        if fleet.name not in driven:
            yield Problem(("fleet", n), "drives no link", "; name it in a [[link]], or take it out")


def diversions(laydown: Laydown) -> Iterator[Problem]:
    """Who is turned away goes somewhere else, where he can begin, and comes to an end of it."""
    facilities = {facility.name: facility for facility in laydown.facility}
    for n, facility in enumerate(laydown.facility):
        path = ("facility", n)
        if facility.divert_to is None and facility.divert_time is not None:
            yield Problem((*path, "divert_time"), "leads nowhere", "; say where with `divert_to`")
        if facility.divert_to is not None:
            limits = [task.queue_limit for task in laydown.task if facility.name in task.facility]
            if facility.divert_above is None and all(limit is None for limit in limits):
                hint = "; give `divert_above`, or a task there a `queue_limit`"
                yield Problem((*path, "divert_to"), "nobody is ever turned away here", hint)
        yield from circle(facilities, facility, n, "divert_to")
        yield from circle(facilities, facility, n, "evacuate_to")
        yield from handed_over(laydown, facility, n)


def circle(facilities: dict[str, Facility], facility: Facility, n: int, key: str) -> Iterator[Problem]:
    """Yield a problem when following a key from one facility to the next leads back to where it began."""
    way, here = [facility.name], getattr(facility, key)
    while here in facilities and here not in way:
        way.append(here)
        here = getattr(facilities[here], key)
    if here == facility.name:
        round_trip = " to ".join(f"'{name}'" for name in [*way, here])
        yield Problem(
            ("facility", n, key), f"goes round in a circle: {round_trip}", "; let one of them keep its patients"
        )


def handed_over(laydown: Laydown, facility: Facility, n: int) -> Iterator[Problem]:
    """A facility that hands patients over has a policy, a way there, and somebody who takes each of them on."""
    names = [each.name for each in laydown.facility]
    if (facility.hold is None) != (facility.evacuate_to is None):
        yield Problem(("facility", n), "`hold` and `evacuate_to` belong together", "; give both or neither")
    if facility.evacuate_to in names and facility.hold is not None:
        count = len(links_between(laydown, facility.name, str(facility.evacuate_to)))
        if count != 1:
            wrong = f"there is no link from '{facility.name}' to '{facility.evacuate_to}'"
            several = f"there are {count} links from '{facility.name}' to '{facility.evacuate_to}'"
            hint = "; add a [[link]]" if count == 0 else "; leave one"
            yield Problem(("facility", n, "evacuate_to"), several if count else wrong, hint)
        stays = [task for task in laydown.task if facility.name in task.facility and task.staff_leaves]
        if not stays:
            yield Problem(("facility", n, "hold"), "nobody stays here", "; a stay is a task with `staff_leaves = true`")
    for key in ("divert_to", "evacuate_to"):
        other = getattr(facility, key)
        if other in names:
            yield from taken_on(laydown, n, key, other)


def taken_on(laydown: Laydown, n: int, key: str, other: str) -> Iterator[Problem]:
    """Yield a problem for every condition that has no start where patients are handed over to."""
    lost = [each.name for each in laydown.condition if start_of(laydown, other, each.name) is None]
    if lost:
        whose = " and ".join(f"'{name}'" for name in lost)
        hint = f'; add a [[start]] with facility = "{other}"'
        yield Problem(("facility", n, key), f"{whose} would begin nowhere at '{other}'", hint)
