"""The roster: everybody of an organisation in a fixed order, the members of the file first, then every cohort's.

One column per trait, (people,) each. What is not said of the members of a cohort is made up from their names alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, overload

import numpy as np
import numpy.typing as npt

from homeward.model.organisation.member import Cohort, Member
from homeward.model.organisation.organisation import Organisation
from homeward.model.organisation.roll import SERVICES, ranks_of, skills_of
from homeward.run.lower_people import name_key
from homeward.run.made_up import Keys, keys_of, made_up, uniforms

Column = npt.NDArray[Any]
MOST_ISS, MOST_YEARS = 75, 120


class Names(Sequence[str]):
    """Everybody's name: a member's own, or his cohort's and his number in it, from 1. Made when asked for."""

    def __init__(self, members: Sequence[str], cohorts: Sequence[tuple[str, int]]) -> None:
        self.members, self.cohorts = members, cohorts

    def __len__(self) -> int:
        return len(self.members) + sum(count for _, count in self.cohorts)

    @overload
    def __getitem__(self, row: int) -> str: ...
    @overload
    def __getitem__(self, row: slice) -> list[str]: ...
    def __getitem__(self, row: int | slice) -> str | list[str]:
        if isinstance(row, slice):
            return [self[n] for n in range(*row.indices(len(self)))]
        row += len(self) if row < 0 else 0
        if 0 <= row < len(self.members):
            return self.members[row]
        row -= len(self.members)
        for cohort, count in self.cohorts:
            if 0 <= row < count:
                return f"{cohort} {row + 1}"
            row -= count
        raise IndexError("nobody stands there")


@dataclass(frozen=True)
class Roster:
    """Everybody's name in order of row, all skills by their bit, and a column per trait, (people,) each."""

    members: Names
    skills: tuple[str, ...]
    columns: dict[str, Column]

    def __len__(self) -> int:
        return len(self.members)

    def row_of(self, name: str) -> int:
        """Return the row of somebody; KeyError when nobody has this name."""
        if name in self.members.members:
            return self.members.members.index(name)
        cohort, _, number = name.rpartition(" ")
        return int(self.rows_of(cohort)[int(number) - 1])

    def rows_of(self, cohort: str) -> npt.NDArray[np.int64]:
        """Return the rows of a cohort's members, in order."""
        first = len(self.members.members)
        for name, count in self.members.cohorts:
            if name == cohort:
                return np.arange(first, first + count)
            first += count
        raise KeyError(cohort)


def roster_of(organisation: Organisation) -> Roster:
    """Return everybody."""
    parts = [_member_columns(organisation, member) for member in organisation.member]
    parts += [_cohort_columns(organisation, cohort) for cohort in organisation.cohort if cohort.count]
    columns = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    cohorts = tuple((cohort.name, cohort.count) for cohort in organisation.cohort)
    names = Names(tuple(member.name for member in organisation.member), cohorts)
    return Roster(names, tuple(skills_of(organisation)), columns)


def _member_columns(organisation: Organisation, member: Member) -> dict[str, Column]:
    """One member's traits, (1,) each."""
    key = np.array([name_key("person", member.name)], np.uint64)
    home = next((home for home in organisation.home if home.name == member.home), None)
    hurt = member.hurt
    said = {
        "rank": ranks_of(organisation).index(member.rank),
        "serves": SERVICES.index(member.serves),
        "skills": _bits(organisation, member.skills),
        "age_y": member.age.a,
        "mass_kg": member.mass.a,
        "load_kg": member.load.a,
        "missions": member.missions,
        "iss": 0 if hurt is None else hurt.iss,
        "ago_s": 0 if hurt is None else int(hurt.ago.a),
        "limb_lost": 0 if hurt is None else int(hurt.limb_lost),
        "reserve": member.reserve.a,
        "present": int(member.present),
        "reassigned": int(member.reassigned),
    }
    made = _homes(organisation, key)
    if home is not None:
        made = {"home_m": np.array([home.distance.a]), "flights": np.array([home.flights])}
    return {"name": key, **{trait: np.array([value]) for trait, value in said.items()}, **made}


def _cohort_columns(organisation: Organisation, cohort: Cohort) -> dict[str, Column]:
    """What the members of a cohort are like, (count,) each."""
    keys = keys_of(cohort.name, cohort.count)
    same = {"rank": ranks_of(organisation).index(cohort.rank), "serves": SERVICES.index(cohort.serves)}
    same |= {"limb_lost": 0, "present": 1, "reassigned": 0}
    skills = np.zeros(cohort.count, np.int64)
    for skill in cohort.skills:
        skills |= np.where(uniforms(keys, f"skill {skill.name}") < skill.share.a, _bits(organisation, (skill.name,)), 0)
    return {
        "name": keys,
        **{trait: np.full(cohort.count, value) for trait, value in same.items()},
        "skills": skills,
        "age_y": np.minimum(made_up(keys, "age", cohort.age), MOST_YEARS),
        "mass_kg": made_up(keys, "mass", cohort.mass),
        "load_kg": np.full(cohort.count, cohort.load.a),
        "missions": np.rint(made_up(keys, "missions", cohort.missions)).astype(np.int64),
        "reserve": np.ones(cohort.count),
        **_hurt(cohort, keys),
        **_homes(organisation, keys),
    }


def _hurt(cohort: Cohort, keys: Keys) -> dict[str, Column]:
    """Who of a cohort is hurt when the run begins, how badly, and since when."""
    if cohort.hurt is None:
        return {"iss": np.zeros(len(keys), np.int64), "ago_s": np.zeros(len(keys), np.int64)}
    hurt = uniforms(keys, "hurt") < cohort.hurt.share.a
    iss = np.clip(np.rint(made_up(keys, "iss", cohort.hurt.iss)), 1, MOST_ISS)
    ago_s = np.rint(made_up(keys, "ago", cohort.hurt.ago))
    return {"iss": np.where(hurt, iss, 0).astype(np.int64), "ago_s": np.where(hurt, ago_s, 0).astype(np.int64)}


def _homes(organisation: Organisation, keys: Keys) -> dict[str, Column]:
    homes = organisation.homes
    flights = np.rint(made_up(keys, "flights", homes.flights)).astype(np.int64)
    return {"home_m": made_up(keys, "home", homes.distance), "flights": flights}


def _bits(organisation: Organisation, skills: tuple[str, ...]) -> int:
    known = skills_of(organisation)
    return sum(1 << known.index(skill) for skill in dict.fromkeys(skills))


def traits_of(organisation: Organisation, roster: Roster, trait: str, value: Any) -> npt.NDArray[np.float64]:
    """Return a trait of everybody, (people,): his own, or else his rank's, each turned into a number by `value`."""
    by_rank = [value(getattr(rank, trait)) for rank in organisation.setting.rank]
    column = np.array(by_rank, np.float64)[roster.columns["rank"]]
    for row, member in enumerate(organisation.member):
        own = getattr(member, trait)
        if own is not None:
            column[row] = value(own)
    return column
