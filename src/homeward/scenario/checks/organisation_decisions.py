"""Decisions, exams and workshops: about somebody, by somebody, and there when they are spoken of."""

from collections.abc import Iterator

from homeward.codes import Decision, Trigger
from homeward.model.base import word_of
from homeward.model.organisation.organisation import Organisation
from homeward.model.organisation.roll import at_least, ranks_of
from homeward.scenario.checks.organisation_ties import member
from homeward.scenario.checks.problem import Problem, repeated, unknown


def decisions(organisation: Organisation) -> Iterator[Problem]:
    """Each decision concerns somebody, and says the terms it comes before where it comes before terms."""
    yield from repeated(("decision",), "decisions", [decision.name for decision in organisation.decision])
    for n, decision in enumerate(organisation.decision):
        path = ("decision", n)
        if decision.who is not None:
            yield from member(organisation, (*path, "who"), decision.who)
        if decision.when == Trigger.BEFORE_TERM and not organisation.term:
            yield Problem((*path, "when"), "there is no term for it to come before", "; add a [[term]]")
        teachers = [m for m in organisation.member if m.serves == "academy"]
        teaching = [c for c in organisation.cohort if c.serves == "academy"]
        if decision.kind == Decision.REMOVAL_FROM_ACADEMY and not teachers and not teaching:
            yield Problem((*path, "kind"), "nobody serves at the Academy whom it could concern")
        if decision.held_back and not decision.letter:
            yield Problem((*path, "held_back"), "only a letter can be held back", "; write `letter = true`")


def appeals(organisation: Organisation) -> Iterator[Problem]:
    """What an appeal asks for can be granted."""
    kinds = {decision.kind for decision in organisation.decision}
    for n, decision in enumerate(organisation.decision):
        if decision.when == Trigger.APPEALED and Decision.APPEAL not in kinds:
            told = f"'{word_of(decision.kind)}' follows an appeal, and nobody ever appeals"
            yield Problem(("decision", n, "when"), told, '; add a [[decision]] of the kind "appeal"')


def exams(organisation: Organisation) -> Iterator[Problem]:
    """An exam leads upwards, and there are proctors of the rank it asks for."""
    ranks = ranks_of(organisation)
    yield from repeated(("exam",), "exams", [exam.name for exam in organisation.exam])
    for n, exam in enumerate(organisation.exam):
        for field, rank in (("from", exam.start), ("to", exam.to), ("proctor_rank", exam.proctor_rank)):
            yield from unknown(("exam", n, field), "rank", rank, ranks)
        if exam.start in ranks and exam.to in ranks and ranks.index(exam.to) <= ranks.index(exam.start):
            yield Problem(("exam", n, "to"), f"'{exam.to}' is not above '{exam.start}'", "; an exam is the way up")
        there = sum(1 for m in organisation.member if m.present and m.rank in at_least(organisation, exam.proctor_rank))
        there += sum(c.count for c in organisation.cohort if c.rank in at_least(organisation, exam.proctor_rank))
        if exam.proctor_rank in ranks and there < exam.proctors:
            told = f"wants {exam.proctors} proctors of the rank '{exam.proctor_rank}' or above, and there are {there}"
            yield Problem(("exam", n, "proctors"), told, "; lower the number or the rank")


def workshops(organisation: Organisation) -> Iterator[Problem]:
    """What is lived on the road to a workshop is known."""
    yield from repeated(("workshop",), "workshops", [workshop.name for workshop in organisation.workshop])
    incidents = [incident.name for incident in organisation.incident]
    for n, workshop in enumerate(organisation.workshop):
        if workshop.incident is not None:
            yield from unknown(("workshop", n, "incident"), "incident", workshop.incident, incidents)
        elif workshop.hazard.a > 0:
            yield Problem(("workshop", n, "hazard"), "nothing is lived on the road", "; name an `incident`")
