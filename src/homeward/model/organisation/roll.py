"""Who and what is in an organisation, counted and in order: what checks and lowering both ask."""

from collections.abc import Iterator

from homeward.model.organisation.member import Cohort, Member
from homeward.model.organisation.organisation import Organisation

RANKS_MOST, SKILLS_MOST = 8, 62
"""What the kernel's tables hold (kernel/year/duty_tables.py)."""

SERVICES = ("missions", "academy", "gate", "desk", "hospital")
"""By codes.Work."""


def skills_of(organisation: Organisation) -> list[str]:
    """Return every skill that members have or missions ask for, in the order of the file: bits of one word."""
    named = [skill for member in organisation.member for skill in member.skills]
    shared = [skill.name for cohort in organisation.cohort for skill in cohort.skills]
    asked = [skill for mission in organisation.mission for skill in mission.skills]
    medic = [organisation.duty.medic] if organisation.duty.medic is not None else []
    return list(dict.fromkeys([*named, *shared, *asked, *medic]))


def ranks_of(organisation: Organisation) -> list[str]:
    """Return the rungs of the ladder, lowest first."""
    return [rank.name for rank in organisation.setting.rank]


def named_or_made_up(organisation: Organisation, name: str) -> bool:
    """Whether somebody has this name: a member, or `cohort number` of a cohort."""
    if any(member.name == name for member in organisation.member):
        return True
    cohort, _, number = name.rpartition(" ")
    return number.isdigit() and any(c.name == cohort and 1 <= int(number) <= c.count for c in organisation.cohort)


def who_could_go(organisation: Organisation) -> Iterator[tuple[Member | Cohort, int]]:
    """Yield everybody whom the desk may ever send, and how many they are."""
    barred = {"hospital"} | ({"academy"} if organisation.duty.takes_teachers == "never" else set())
    for member in organisation.member:
        if member.present and not member.reassigned and member.serves not in barred:
            yield member, 1
    for cohort in organisation.cohort:
        if cohort.serves not in barred:
            yield cohort, cohort.count


def has_skill(somebody: Member | Cohort, skill: str) -> bool:
    """Whether a member has a skill, or some of a cohort may have it."""
    if isinstance(somebody, Member):
        return skill in somebody.skills
    return any(own.name == skill and own.share.a > 0 for own in somebody.skills)


def at_least(organisation: Organisation, rank: str) -> list[str]:
    """Return the ranks from this one up; all of them when it is not on the ladder."""
    ranks = ranks_of(organisation)
    return ranks[ranks.index(rank) :] if rank in ranks else ranks
