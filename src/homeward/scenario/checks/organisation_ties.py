"""Ties: nobody is tied to nobody or to himself, and each pair is spoken of once."""

from collections.abc import Iterator

from homeward.model.organisation.organisation import Organisation
from homeward.model.organisation.roll import named_or_made_up
from homeward.scenario.checks.problem import Problem, repeated, unknown
from homeward.scenario.locate import Path


def member(organisation: Organisation, path: Path, name: str) -> Iterator[Problem]:
    """Yield a problem when nobody has this name."""
    if not named_or_made_up(organisation, name):
        yield from unknown(path, "member", name, [member.name for member in organisation.member])


def ties(organisation: Organisation) -> Iterator[Problem]:
    """Both ends of a tie are somebody, and not the same."""
    absent = {member.name for member in organisation.member if not member.present}
    for n, tie in enumerate(organisation.tie):
        yield from member(organisation, ("tie", n, "from"), tie.start)
        yield from member(organisation, ("tie", n, "to"), tie.end)
        if tie.start == tie.end:
            yield Problem(("tie", n), f"'{tie.start}' is tied to himself", "; name somebody else as `to`")
        if tie.cares and tie.end in absent:
            hint = f"; set member.{tie.end}.present, or let somebody else care"
            yield Problem(("tie", n, "cares"), f"'{tie.end}' is not present, so he cannot move in", hint)
    pairs = [f"{tie.start} to {tie.end}" for tie in organisation.tie]
    yield from repeated(("tie",), "ties", pairs)
    back = {(tie.start, tie.end): n for n, tie in enumerate(organisation.tie)}
    for (start, end), n in back.items():
        other = back.get((end, start), -1)
        if other > n and organisation.tie[n].mutual:
            told = f"says again what `{start} to {end}` says, which is mutual"
            yield Problem(("tie", other), told, "; set `mutual = false` there, or leave this one out")


def bonds(organisation: Organisation) -> Iterator[Problem]:
    """Ties that are made up are made up among those who exist."""
    cohorts = [cohort.name for cohort in organisation.cohort]
    yield from repeated(("bond",), "bonds", [bond.name for bond in organisation.bond])
    for n, bond in enumerate(organisation.bond):
        for k, name in enumerate(bond.among):
            yield from unknown(("bond", n, "among", k), "cohort", name, cohorts)
