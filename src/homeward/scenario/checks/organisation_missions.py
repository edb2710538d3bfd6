"""Missions: they come somehow, somebody could go, and what they meet is known."""

from collections.abc import Iterator

from homeward.model.organisation.mission import Mission
from homeward.model.organisation.organisation import Organisation
from homeward.model.organisation.roll import at_least, has_skill, ranks_of, who_could_go
from homeward.scenario.checks.organisation_ties import member
from homeward.scenario.checks.problem import Problem, repeated, unknown
from homeward.scenario.locate import Path


def missions(organisation: Organisation) -> Iterator[Problem]:
    """Each kind of mission comes in one way, with ranks that exist and a size that makes sense."""
    yield from repeated(("mission",), "missions", [mission.name for mission in organisation.mission])
    incidents = [incident.name for incident in organisation.incident]
    for n, mission in enumerate(organisation.mission):
        path: Path = ("mission", n)
        ways = [way for way in ("rate", "gap", "at") if getattr(mission, way) is not None]
        if len(ways) != 1:
            given = f"`{'` and `'.join(ways)}`" if ways else "neither"
            yield Problem(path, f"says {given}", "; give one of `rate`, `gap`, `at`, so that it is known when it comes")
        for rank in ("leader", "least_rank"):
            yield from unknown((*path, rank), "rank", getattr(mission, rank), ranks_of(organisation))
        if mission.least > mission.size:
            told = f"it cannot go with fewer than {mission.least} and wants only {mission.size}"
            yield Problem((*path, "least"), told, "; raise `size`")
        if len(mission.named) > mission.size:
            yield Problem((*path, "named"), f"names {len(mission.named)} people for a team of {mission.size}")
        for k, name in enumerate(mission.named):
            yield from member(organisation, (*path, "named", k), name)
        if mission.incident is not None:
            yield from unknown((*path, "incident"), "incident", mission.incident, incidents)
        elif mission.contact.a > 0 or mission.contact_after is not None:
            yield Problem((*path, "contact"), "nothing is lived when they meet an enemy", "; name an `incident`")


def could_go(organisation: Organisation) -> Iterator[Problem]:
    """The whole roster, well and free, would be enough for each kind of mission."""
    for n, mission in enumerate(organisation.mission):
        path: Path = ("mission", n)
        able = count(organisation, mission.least_rank)
        if able < mission.least:
            told = f"takes {mission.least} people of the rank '{mission.least_rank}' or above, and there are {able}"
            yield Problem((*path, "least"), told, "; no roster could ever staff it")
        if count(organisation, mission.leader) == 0:
            told = f"nobody of the rank '{mission.leader}' or above could ever lead it"
            yield Problem((*path, "leader"), told, "; lower the rank, or add a member")
        yield from able_to(organisation, mission, path)


def able_to(organisation: Organisation, mission: Mission, path: Path) -> Iterator[Problem]:
    """Somebody who could go has each skill that the mission asks for."""
    for k, skill in enumerate(mission.skills):
        if count(organisation, mission.least_rank, skill) == 0:
            told = f"nobody of the rank '{mission.least_rank}' or above who could go has the skill '{skill}'"
            yield Problem((*path, "skills", k), told, "; give it to a [[member]] or to a share of a [[cohort]]")


def medics(organisation: Organisation) -> Iterator[Problem]:
    """A rule that asks for medics says what makes one, and there is one."""
    duty = organisation.duty
    if duty.medic_in_every_team and duty.medic is None:
        yield Problem(("duty", "medic_in_every_team"), "nothing says what makes a medic", "; give `duty.medic` a skill")
    elif duty.medic_in_every_team and not any(
        has_skill(somebody, str(duty.medic)) for somebody, _ in who_could_go(organisation)
    ):
        yield Problem(("duty", "medic"), f"nobody who could go has the skill '{duty.medic}'", "; no team could ever go")


def count(organisation: Organisation, rank: str, skill: str | None = None) -> int:
    """How many could ever go who have this rank or a higher one, and this skill."""
    ranks = at_least(organisation, rank)
    everybody = who_could_go(organisation)
    return sum(many for who, many in everybody if who.rank in ranks and (skill is None or has_skill(who, skill)))
