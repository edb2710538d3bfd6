"""The incidents inside a year: each is a whole incident by itself, and a team fits into it."""

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import ValidationError

from homeward.model.organisation.happening import happening
from homeward.model.organisation.mission import Incident
from homeward.model.organisation.organisation import Organisation
from homeward.model.scenario import Scenario
from homeward.scenario.checks import Check
from homeward.scenario.checks.problem import Problem, repeated
from homeward.scenario.locate import Path
from homeward.scenario.validate import explain

TRAVELLERS = 2


def files(organisation: Organisation) -> Iterator[Problem]:
    """Each incident has a name of its own and a file that was read."""
    yield from repeated(("incident",), "incidents", [incident.name for incident in organisation.incident])
    for n, incident in enumerate(organisation.incident):
        if not incident.read_from:
            hint = "; give the name of a shipped incident or a file beside this one"
            yield Problem(("incident", n, "file"), f"there is no incident '{incident.file}'", hint)
        elif incident.read_from != incident.file:
            hint = "; add another [[incident]], and let the arm change who names it"
            yield Problem(("incident", n, "file"), "an arm cannot read another file", hint)


def whole(checks: Sequence[Check]) -> Check:
    """Return the check that every incident is a whole one, by the checks that incidents must pass."""

    def incidents(organisation: Organisation) -> Iterator[Problem]:
        """Every incident that was read is in order under the organisation's setting."""
        for n, incident in enumerate(organisation.incident):
            if incident.read_from:
                yield from problems(organisation, ("incident", n, "scenario"), n, checks)

    return incidents


def problems(organisation: Organisation, place: Path, n: int, checks: Sequence[Check]) -> Iterator[Problem]:
    """What is wrong with one incident."""
    try:
        scenario = happening(organisation, n)
    except ValidationError as error:
        for problem in error.errors(include_url=False):
            message, hint = explain(dict(problem), Scenario)
            yield Problem((*place, *problem["loc"]), message, hint)
        return
    for check in checks:
        for found in check(scenario):
            within = found.path[:1] == ("setting",)
            yield Problem(found.path if within else (*place, *found.path), found.message, found.hint)


def slots(organisation: Organisation) -> Iterator[Problem]:
    """Every team that may live an incident has a place in it for each, and somebody for each place."""
    people = {each.name: places(organisation, each) for each in organisation.incident if each.read_from}
    for n, mission in enumerate(organisation.mission):
        there = people.get(mission.incident or "", mission.size)
        if there > mission.size:
            told = f"'{mission.incident}' has {there} people, and the team has {mission.size}"
            yield Problem(("mission", n, "size"), told, "; send more, or let an incident of fewer people be lived")
        elif there < mission.size:
            told = f"'{mission.incident}' has {there} people, so nobody knows what happens to all {mission.size}"
            yield Problem(("mission", n, "size"), told, "; send fewer, or let an incident of more people be lived")
    for n, workshop in enumerate(organisation.workshop):
        there = people.get(workshop.incident or "", 0)
        if there > TRAVELLERS:
            told = (
                f"'{workshop.incident}' has {there} people, and {TRAVELLERS} travel: the wearer and who goes with him"
            )
            yield Problem(("workshop", n, "incident"), told, "; name an incident of fewer people")


def persons(scenario: dict[str, Any]) -> dict[str, bool]:
    """The persons of an incident as it was read, and whether each is present."""
    listed = scenario.get("person")
    rows = [row for row in listed if isinstance(row, dict)] if isinstance(listed, list) else []
    return {str(row.get("name")): bool(row.get("present", True)) for row in rows}


def places(organisation: Organisation, incident: Incident) -> int:
    """How many members an incident takes: those present in it, and those members who are lost before it begins."""
    members = {member.name for member in organisation.member}
    return sum(there or name in members for name, there in persons(incident.scenario).items())
