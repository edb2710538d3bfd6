"""Where patients get to: which stations are reached, and from which of them a way leads out."""

from homeward.model.network.by_category import CATEGORIES
from homeward.model.network.laydown import Laydown, Network
from homeward.model.network.stations import Station, entrances_of, onward, start_of, stations_of

State = tuple[Station, int]
"""A station and a category, 0 to 3."""


def edges_of(laydown: Laydown) -> tuple[dict[State, set[State]], set[State]]:
    """Return what may follow each state, and the states from which somebody may leave at once.

    A task that is triage may find any category; a body may worsen, but a way that is open to the worse only is counted
    for them only.
    """
    following: dict[State, set[State]] = {}
    leaving = set()
    for station, task in stations_of(laydown):
        for category in range(len(CATEGORIES)):
            found = range(len(CATEGORIES)) if task.triage else (category,)
            after = following.setdefault((station, category), set())
            for way in onward(laydown, station, task):
                for later in found:
                    if way.shares[later] > 0 and way.exit is not None:
                        leaving.add((station, category))
                    elif way.shares[later] > 0 and way.station is not None:
                        after.add((way.station, later))
    return following, leaving


def doors_of(laydown: Laydown) -> set[Station]:
    """Return the stations where patients may come in: from outside, diverted, or handed over to finish a stay.

    In an organisation every [[start]] is one: its own people come there.
    """
    doors = {
        station for arrival in laydown.arrival for station, _, share in entrances_of(laydown, arrival) if share > 0
    }
    if not isinstance(laydown, Network):
        doors |= {Station(start.task, start.facility) for start in laydown.start}
    for facility in laydown.facility:
        for other in (facility.divert_to, facility.evacuate_to):
            if other is not None:
                starts = {start_of(laydown, other, condition.name) for condition in laydown.condition}
                doors |= {station for station in starts if station is not None}
    return doors


def reached(laydown: Laydown) -> set[Station]:
    """Return every station that somebody may get to."""
    following, _ = edges_of(laydown)
    known = {station for station, _ in stations_of(laydown)}
    waiting = [(station, category) for station in doors_of(laydown) & known for category in range(len(CATEGORIES))]
    seen: set[State] = set(waiting)
    while waiting:
        for state in following[waiting.pop()] - seen:
            seen.add(state)
            waiting.append(state)
    return {station for station, _ in seen}


def ends_of(laydown: Laydown) -> dict[State, bool]:
    """Return for every state of a station that is reached whether a way leads out from it."""
    following, leaving = edges_of(laydown)
    before: dict[State, set[State]] = {}
    for state, after in following.items():
        for later in after:
            before.setdefault(later, set()).add(state)
    out, waiting = set(leaving), list(leaving)
    while waiting:
        for state in before.get(waiting.pop(), set()) - out:
            out.add(state)
            waiting.append(state)
    here = reached(laydown)
    return {state: state in out for state in following if state[0] in here}
