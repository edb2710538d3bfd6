"""Who is there: every task has its hands, at some hour of the week at least, and no shift overlaps itself."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from homeward.model.base import did_you_mean
from homeward.model.network.duty import at_work, hours_without, suffices
from homeward.model.network.laydown import Laydown, Network
from homeward.model.network.staff import Staff
from homeward.model.network.stations import stations_of
from homeward.model.network.week import WEEK_S, Turn, say_turns, turns_of
from homeward.scenario.checks.problem import Problem
from homeward.scenario.locate import Path


def hands(laydown: Laydown) -> Iterator[Problem]:
    """Each station can be staffed: the skills exist there, in as many people, and on shift together."""
    every_skill = sorted({skill for entry in laydown.staff for skill in entry.skills})
    places = [task.name for task in laydown.task]
    for station, task in stations_of(laydown):
        path: Path = ("task", places.index(task.name), "staff")
        here = [entry for entry in laydown.staff if station.facility in entry.facility]
        nobody = [skill for skill in task.staff if not any(skill in entry.skills and entry.count for entry in here)]
        for skill in nobody:
            yield lacking((*path, skill), skill, station.facility, every_skill)
        if not nobody:
            yield from enough(laydown, path, station.facility, task.staff, here)


def lacking(path: Path, skill: str, facility: str, every_skill: list[str]) -> Problem:
    """The problem of a skill that nobody has, anywhere or there."""
    if skill not in every_skill:
        return Problem(path, f"nobody has the skill '{skill}'", did_you_mean(skill, every_skill))
    hint = "; give it to somebody of that staff, or do the task elsewhere"
    return Problem(path, f"nobody at '{facility}' has the skill '{skill}'", hint)


def enough(
    laydown: Laydown, path: Path, facility: str, wanted: Mapping[str, int], here: Sequence[Staff]
) -> Iterator[Problem]:
    """Yield a problem when hands do not suffice although everybody comes, or at no hour of the week."""
    people = [set(entry.skills) for entry in here for _ in range(entry.count)]
    short = too_few(wanted, people)
    if short:
        skills, needed, there = short
        words = " and ".join(f"'{skill}'" for skill in skills)
        hint = "; employ more, or ask for fewer hands"
        yield Problem(path, f"asks for {needed} with {words}, and '{facility}' has {there}", hint)
    elif not any(suffices(wanted, at_work(laydown, facility, turn.from_s)) for turn in laydown_hours(laydown)):
        words = " and ".join(f"'{skill}'" for skill in wanted)
        hint = "; change a shift, or the task waits for ever"
        yield Problem(path, f"{words} are never on shift together at '{facility}'", hint)


def too_few(wanted: Mapping[str, int], people: Sequence[set[str]]) -> tuple[tuple[str, ...], int, int] | None:
    """Return the skills that too few people have between them, hands wanted and people there (Hall's condition)."""
    for size in range(1, len(wanted) + 1):
        for skills in combinations(wanted, size):
            needed, there = sum(wanted[skill] for skill in skills), sum(bool(own & set(skills)) for own in people)
            if needed > there:
                return skills, needed, there
    return None


def laydown_hours(laydown: Laydown) -> list[Turn]:
    """Return the pieces of the week in which the same people are on duty."""
    cuts = {0, WEEK_S}
    for shift in laydown.shift:
        for turn in (each for written in shift.turns for each in turns_of(written)):
            cuts |= {turn.from_s % WEEK_S, turn.until_s % WEEK_S}
    return [Turn(a, b) for a, b in pairwise(sorted(cuts))]


def shifts(laydown: Laydown) -> Iterator[Problem]:
    """The turns of a shift do not overlap each other."""
    for n, shift in enumerate(laydown.shift):
        turns = sorted((turn, k) for k, written in enumerate(shift.turns) for turn in turns_of(written))
        again = [(Turn(turn.from_s + WEEK_S, turn.until_s + WEEK_S), k) for turn, k in turns[:1]]
        told = set()
        for (turn, k), (following, later) in pairwise(turns + again):
            pair = (min(k, later), max(k, later))
            if turn.until_s > following.from_s and pair not in told:
                told.add(pair)
                both = " and ".join(f"'{shift.turns[each]}'" for each in dict.fromkeys(pair))
                yield Problem(("shift", n, "turns", pair[1]), f"{both} overlap", "; nobody works twice at once")


def calendar_gaps(network: Network) -> Iterator[Problem]:
    """Said, not forbidden: hours of the run in which a task's hands are not on duty."""
    places = [task.name for task in network.task]
    hours = [turn for turn in laydown_hours(network) if lived_through(network, turn)]
    for station, task in stations_of(network):
        gaps = hours_without(network, station.facility, task.staff, hours)
        if task.staff and gaps and len(gaps) < len(hours):
            words = " and ".join(f"{count} with '{skill}'" for skill, count in task.staff.items())
            path = ("task", places.index(task.name), "staff")
            said = f"'{task.name}' at '{station.facility}' waits {say_turns(gaps)}: fewer than {words} are on duty then"
            yield Problem(path, said)


def lived_through(network: Network, turn: Turn) -> bool:
    """Whether a piece of the week comes up in the run."""
    length = network.run.length.a
    if length >= WEEK_S:
        return True
    return any(
        turn.from_s + shift < network.run.starts + length and turn.until_s + shift > network.run.starts
        for shift in (0, WEEK_S)
    )
