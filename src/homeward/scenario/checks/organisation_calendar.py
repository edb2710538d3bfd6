"""The calendar: every day belongs to a term or a holiday, and nobody is on leave twice at once."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from homeward.model.organisation.day import DAY_S
from homeward.model.organisation.organisation import Organisation
from homeward.model.organisation.spans import date_of, times_of
from homeward.scenario.checks.organisation_ties import member
from homeward.scenario.checks.problem import Problem, repeated
from homeward.scenario.locate import Path

SPANS = ("term", "holiday", "leave", "curfew")


class Placed(NamedTuple):
    """A span in days of the run, what it is called, and where it stands in the file."""

    first: int
    end: int
    name: str
    path: Path


def placed(organisation: Organisation, noun: str) -> list[Placed]:
    """Return the spans of a kind, each as often as the run meets it, in order."""
    found = []
    for n, span in enumerate(getattr(organisation, noun)):
        name = str(getattr(span, "name", getattr(span, "who", noun)))
        for from_s, until_s in times_of(organisation.run, span):
            found.append(Placed(from_s // DAY_S, until_s // DAY_S, name, (noun, n)))
    return sorted(found)


def starts(organisation: Organisation) -> Iterator[Problem]:
    """The run starts on a date, and lasts a day at least."""
    if not organisation.run.date.yearly:
        yield Problem(("run", "date"), f"'{organisation.run.date.text}' is no date", "; write one such as '1 August'")
    if organisation.run.days < 1:
        yield Problem(("run", "length"), "is shorter than a day")


def spans(organisation: Organisation) -> Iterator[Problem]:
    """Every span ends after it begins, and both its ends are written alike."""
    for noun in SPANS:
        for n, span in enumerate(getattr(organisation, noun)):
            if span.start.yearly != span.until.yearly:
                told = (
                    f"of '{span.start.text}' and '{span.until.text}' one is a date and the other a time since the start"
                )
                yield Problem((noun, n, "until"), told, "; write both alike")
            elif not span.start.yearly and span.until.at_s <= span.start.at_s:
                yield Problem((noun, n, "until"), "ends before it begins", f"; it begins after {span.start.text}")
    for noun in ("term", "holiday"):
        yield from repeated((noun,), f"{noun}s", [span.name for span in getattr(organisation, noun)])


def in_order(organisation: Organisation) -> bool:
    """Whether the days can be counted; what is wrong otherwise has been told."""
    return not any(True for check in (starts, spans) for _ in check(organisation))


def school_days(organisation: Organisation) -> Iterator[Problem]:
    """No day belongs to two of the Academy's spans, and none to no span at all."""
    days = sorted([*placed(organisation, "term"), *placed(organisation, "holiday")]) if in_order(organisation) else []
    done, told = 0, set()
    for n, span in enumerate(days):
        if n and span.first < done and span.path not in told:
            before = max(days[:n], key=lambda other: other.end)
            ends = date_of(organisation.run, before.end)
            message = f"begins on {date_of(organisation.run, span.first)}, while '{before.name}' lasts until {ends}"
            yield Problem(span.path, message, "; let them not overlap")
            told.add(span.path)
        elif span.first > done:
            yield gap(organisation, done, span.first, span.path)
        done = max(done, span.end)
    if days and done < organisation.run.days:
        yield gap(organisation, done, organisation.run.days, days[-1].path)


def gap(organisation: Organisation, first: int, end: int, path: Path) -> Problem:
    """Days for which nothing says whether there is school."""
    days = f"{date_of(organisation.run, first)} to {date_of(organisation.run, end - 1)}"
    return Problem(path, f"nothing says whether there is school from {days}", "; add a [[term]] or a [[holiday]]")


def leave(organisation: Organisation) -> Iterator[Problem]:
    """Leave is somebody's, and no two of his overlap."""
    for n, away in enumerate(organisation.leave):
        yield from member(organisation, ("leave", n, "who"), away.who)
    all_leave = placed(organisation, "leave") if in_order(organisation) else []
    for who in dict.fromkeys(span.name for span in all_leave):
        for before, after in pairwise([span for span in all_leave if span.name == who]):
            if after.first < before.end:
                ends = date_of(organisation.run, before.end)
                hint = f"; the other lasts until {ends}"
                yield Problem(after.path, f"'{who}' is on leave already when it begins", hint)


def posts(organisation: Organisation) -> Iterator[Problem]:
    """A post is kept by a service that has as many people."""
    yield from repeated(("post",), "posts", [post.name for post in organisation.post])
    serve = [m.serves for m in organisation.member if m.present]
    made_up = [(cohort.serves, cohort.count) for cohort in organisation.cohort]
    for n, post in enumerate(organisation.post):
        people = serve.count(post.serves) + sum(count for serves, count in made_up if serves == post.serves)
        wanted = sum(other.people for other in organisation.post if other.serves == post.serves)
        if people < wanted:
            told = f"{wanted} people are wanted at the {post.serves} every day, and {people} serve there"
            yield Problem(("post", n, "people"), told, f'; let more members say `serves = "{post.serves}"`')
