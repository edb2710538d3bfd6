"""The report: one HTML file that holds all its pictures and opens without a network."""

import os
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from homeward.results import report_tables as tables
from homeward.results.figures import Picture, pictures
from homeward.results.figures.necessity import endings
from homeward.results.findings import headline, percent
from homeward.results.report_style import CSS
from homeward.results.results import Results
from homeward.results.timeline import Timeline

if TYPE_CHECKING:
    from homeward.model.scenario import Assumption, Scenario

WARNING = (
    "Homeward is a research simulation, not a medical device. Its numbers describe simulated lives under the stated "
    "assumptions; they are no basis for treating anybody."
)


def write(results: Results, path: Path, scenario: "Scenario | None" = None, timeline: Timeline | None = None) -> Path:
    """Write the report of a study, comparison or review and return its path; whole or, on OSError, not at all.

    With its scenario the report also lists every assumption; a timeline overrides that of the results.
    """
    path = Path(path)
    draft = path.with_name(f".{path.name}.part")
    try:
        draft.write_text(page(results, scenario, timeline), encoding="utf-8")
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    return path


def page(results: Results, scenario: "Scenario | None" = None, timeline: Timeline | None = None) -> str:
    """The report as HTML text."""
    drawn = {picture.name: picture for picture in pictures(results, timeline)}
    found = scenario.assumptions() if scenario is not None else []
    about = scenario.about if scenario is not None else ""
    title = escape(f"{results.title}: {results.command} of {results.scenario}")
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{CSS}</style>\n</head>\n<body>\n"
        f"<header>{opening(results)}</header>\n<main>\n{body(results, drawn, about, found)}\n</main>\n"
        f"<footer><p>{escape(WARNING)}</p></footer>\n</body>\n</html>\n"
    )


def opening(results: Results) -> str:
    """Title, the main finding in a sentence, and what must not be overlooked."""
    stopped = (
        f'<p class="notice partial"><strong>Stopped early.</strong> {results.replicates:,} of the {results.asked:,} '
        "replicates asked for were done; every number here is of those.</p>"
        if results.partial
        else ""
    )
    return (
        f'<p class="kicker">{escape(results.title)} · {escape(results.command)} of {escape(results.scenario)}</p>'
        f'<h1>{escape(headline(results))}</h1>{stopped}<p class="notice">{escape(WARNING)}</p>'
    )


def body(results: Results, drawn: dict[str, Picture], about: str, found: Sequence["Assumption"]) -> str:
    """The sections, in the order in which a reader asks."""
    parts = [section("asked", "What was asked", asked(results, about))]
    if results.review is not None:
        parts.append(section("seen", "What was seen", seen(results)))
    parts.append(section("answer", "The answer", figure(drawn, "ranking") + tables.answers(results)))
    pictured = figure(drawn, "survival") + figure(drawn, "causes")
    parts.append(section("survival", f"Survival of {results.focus}, and causes of death", pictured))
    if "necessary" in drawn:
        parts.append(section("causation", "Necessary and sufficient", causation(results, drawn)))
    parts.append(section("people", "What became of each person", tables.people(results) + tables.hardship(results)))
    if "signs" in drawn:
        parts.append(section("signs", "One life, minute by minute", signs(results) + figure(drawn, "signs")))
    parts.append(section("measures", "All measures", tables.measures(results.base)))
    if found:
        parts.append(section("assumptions", "Assumptions", tables.assumptions(found)))
    parts.append(section("provenance", "Where these numbers come from", tables.provenance(results)))
    return "\n".join(parts)


def section(name: str, heading: str, content: str) -> str:
    """A part of the page under its heading."""
    return f'<section aria-labelledby="{name}"><h2 id="{name}">{escape(heading)}</h2>{content}</section>'


def figure(drawn: dict[str, Picture], name: str) -> str:
    """A picture that stands in the page with its finding as its own heading; nothing when it was not drawn."""
    return f"<figure>{drawn[name].svg()}</figure>" if name in drawn else ""


def asked(results: Results, about: str) -> str:
    """The question in words."""
    lives = f"{results.replicates:,} lives from seed {results.seed}"
    questions = {
        "study": f"What becomes of {results.focus}? The scenario was lived through in {lives}.",
        "compare": (
            f"Which decision keeps {results.focus} alive? The same {lives} were lived through under each of "
            f"{len(results.arms)} arms, on the same draws, so that only the decision differs."
        ),
        "review": (
            f"Given what was seen, what would have changed the end for {results.focus}? Of {lives}, those that agree "
            "with every observation were lived again, on the same draws, under each alternative."
        ),
    }
    return f"<p>{escape(about)}</p>" * bool(about) + f"<p>{escape(questions[results.command])}</p>"


def seen(results: Results) -> str:
    """The observed facts, and how many lives agree with them."""
    assert results.review is not None
    review = results.review
    share = percent(review.agreeing / max(1, results.replicates))
    ended = "all of them" if review.ended_share == 1 else f"{percent(review.ended_share)} of them"
    sentence = (
        f"{review.agreeing:,} of {results.replicates:,} lives ({share}) agree with everything that was seen; "
        f"{ended} end in {review.ended} for {results.focus}."
    )
    return f"<p>{escape(sentence)}</p>{tables.observations(results)}"


def causation(results: Results, drawn: dict[str, Picture]) -> str:
    """What PN and PS mean, in one sentence each, then both for every arm."""
    ended, other = endings(results)
    necessary = (
        f"Necessary (Pearl’s PN): of the lives that agree with the facts and end in {ended}, the share that end in "
        f"{other} when the alternative is chosen instead."
    )
    sufficient = (
        f"Sufficient (Pearl’s PS): of all lives that end in {other} under the alternative, the share that end in "
        f"{ended} when what was done is done."
    )
    words = f"<ul><li>{escape(necessary)}</li><li>{escape(sufficient)}</li></ul>"
    return words + figure(drawn, "necessary") + tables.causation(results)


def signs(results: Results) -> str:
    """Which life the picture of signs shows."""
    which = "the first life that agrees with everything that was seen" if results.review else "one of the lives"
    return f"<p>This is {which}, as it was: awareness, blood lost, the carrier’s reserve, and the way still to go.</p>"
