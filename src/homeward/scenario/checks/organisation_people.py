"""The people of an organisation: each once, on a rung of the ladder, with a home that exists."""

from collections.abc import Iterator

from homeward.model.organisation.organisation import Organisation
from homeward.model.organisation.roll import RANKS_MOST, SKILLS_MOST, skills_of
from homeward.model.person import Fitness
from homeward.scenario.checks.organisation_ties import member as nobody
from homeward.scenario.checks.problem import Problem, repeated, unknown
from homeward.scenario.locate import Path

TRAITS = tuple(Fitness.model_fields)


def ladder(organisation: Organisation) -> Iterator[Problem]:
    """Everybody stands on a rung, and there are no more rungs than the kernel counts."""
    ranks = [rank.name for rank in organisation.setting.rank]
    for noun in ("member", "cohort"):
        for n, somebody in enumerate(getattr(organisation, noun)):
            yield from unknown((noun, n, "rank"), "rank", somebody.rank, ranks)
    if len(ranks) > RANKS_MOST:
        told = f"the ladder of '{organisation.setting.name}' has {len(ranks)} ranks"
        yield Problem(("setting",), told, f"; at most {RANKS_MOST} can be told apart")


def members(organisation: Organisation) -> Iterator[Problem]:
    """Names are unique, homes exist, and every trait is given by the member or the rank."""
    yield from repeated(("member",), "members", [member.name for member in organisation.member])
    yield from repeated(("cohort",), "cohorts", [cohort.name for cohort in organisation.cohort])
    yield from repeated(("home",), "homes", [home.name for home in organisation.home])
    homes = [home.name for home in organisation.home]
    for n, member in enumerate(organisation.member):
        if member.home is not None:
            yield from unknown(("member", n, "home"), "home", member.home, homes)
        if member.height is not None and member.sex is None:
            yield Problem(("member", n, "height"), "needs `sex` beside it", "; Nadler's blood volume depends on both")
        yield from traits(organisation, ("member", n), member, member.rank)
    for n, cohort in enumerate(organisation.cohort):
        yield from traits(organisation, ("cohort", n), Fitness(), cohort.rank)
    yield from made_up_twice(organisation)


def traits(organisation: Organisation, path: Path, own: Fitness, rank: str) -> Iterator[Problem]:
    """What neither somebody nor his rank says of his strength is missing."""
    rung = next((rung for rung in organisation.setting.rank if rung.name == rank), None)
    for name in TRAITS if rung is not None else ():
        if getattr(own, name) is None and getattr(rung, name) is None:
            yield Problem(path, f"`{name}` is missing", f"; the rank '{rank}' does not give it")


def made_up_twice(organisation: Organisation) -> Iterator[Problem]:
    """No member has the name of one who is made up: `chuunin 3` of a cohort `chuunin`."""
    for n, member in enumerate(organisation.member):
        cohort, _, number = member.name.rpartition(" ")
        counts = {made.name: made.count for made in organisation.cohort}
        if number.isdigit() and 1 <= int(number) <= counts.get(cohort, 0):
            hint = "; give him another name"
            yield Problem(("member", n, "name"), f"'{member.name}' is made up already by the cohort '{cohort}'", hint)


def somebody(organisation: Organisation) -> Iterator[Problem]:
    """There is somebody, and whoever is followed is one of them."""
    if not organisation.member and not any(cohort.count for cohort in organisation.cohort):
        yield Problem((), "nobody serves", "; add a [[member]] or a [[cohort]]")
    absent = {member.name for member in organisation.member if not member.present}
    for n, name in enumerate(organisation.follow):
        yield from nobody(organisation, ("follow", n), name)
        if name in absent:
            yield Problem(("follow", n), f"'{name}' is not present", "; ask about somebody who is there")


def skills(organisation: Organisation) -> Iterator[Problem]:
    """There are no more skills than the kernel tells apart, and each cohort names each of its skills once."""
    if len(skills_of(organisation)) > SKILLS_MOST:
        yield Problem((), f"there are {len(skills_of(organisation))} skills", f"; at most {SKILLS_MOST} are told apart")
    for n, cohort in enumerate(organisation.cohort):
        yield from repeated(("cohort", n, "skills"), "shares of a skill", [skill.name for skill in cohort.skills])
