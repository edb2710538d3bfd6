"""The shipped incidents: facts, observations, arms, and what a review of a hundred thousand lives came to."""

import os
from functools import cache
from pathlib import Path

from PIL import Image

import homeward
from homeward.cli.render import has_answer
from homeward.cli.verdict import verdict
from homeward.cli.words import in_unit
from homeward.model.base import word_of
from homeward.results import figures
from homeward.results.findings import ranked, share_with_interval
from homeward.results.results import ArmResult, Results
from homeward.units import TIME, say
from making.markdown import table

ASSETS = Path(__file__).resolve().parent.parent / "assets"
REPLICATES, SEED = 100_000, 1

scenario = cache(homeward.load)


@cache
def reviewed(name: str) -> Results:
    """Return the review that every table and picture of an incident is made from."""
    return homeward.review(scenario(name), replicates=REPLICATES, seed=SEED)


def origin(name: str) -> str:
    """Say where numbers come from."""
    results = reviewed(name)
    return (
        f"*`homeward review {name} --seed {results.seed} --replicates {results.replicates}`, "
        f"Homeward {homeward.__version__}, scenario `{results.scenario_sha256[:12]}`; "
        f"{results.review.agreeing:,} lives agree with what was seen. 95 % intervals in brackets: they say how "
        "exact the counting is, not how true the model.*"
    )


def answers(name: str, page: Path) -> str:
    """The table of a review: per alternative, who would have been saved or lost, and what it means for the others."""
    results = reviewed(name)
    arms = [*ranked(results), results.base]
    names = [each for each in ("saved", "lost", "necessary", "sufficient") if has_answer(results, each)]
    rows = [
        (f"**{arm.name}**" if arm is results.base else arm.name, *(dashed(getattr(arm, each)) for each in names))
        for arm in arms
    ]
    return f"{table(('what if', *names), rows, 1)}\n\n{origin(name)}"


def fates(name: str, page: Path) -> str:
    """The fate of everybody under every arm, of the lives that agree with what was seen."""
    results = reviewed(name)
    arms = [*ranked(results), results.base]
    rows = [(f"**{arm.name}**" if arm is results.base else arm.name, *fate(arm)) for arm in arms]
    headings = (
        *("what if", "alive on arrival", "alive at 30 days", "whole team home", f"{results.carrier} alive"),
        *("others lost", "time to care", f"{results.carrier}'s reserve spent"),
    )
    return f"{table(headings, rows, 1)}\n\n{origin(name)}"


def fate(arm: ArmResult) -> list[str]:
    names = ("alive_on_arrival", "alive_at_30_days", "all_home_alive", "carrier_alive", "others_lost")
    return [in_unit(arm.measures.get(each)) for each in (*names, "minutes_to_care", "reserve_spent")]


def dashed(share: homeward.results.quantity.Measure | None) -> str:
    return "–" if share is None or share.mean is None else share_with_interval(share)


def conclusion(name: str, page: Path) -> str:
    """The review's own sentences."""
    return "\n\n".join(f"> {sentence}" for sentence in verdict(reviewed(name)))


def picture(subject: str, page: Path) -> str:
    """A picture of a review: `izumo ranking`."""
    name, kind = subject.split()
    drawn = next(each for each in figures.pictures(reviewed(name)) if each.name == kind)
    folder = ASSETS / name
    folder.mkdir(parents=True, exist_ok=True)
    return image(shrink(drawn.save(folder)), drawn.title, page)


def shrink(file: Path) -> Path:
    """Keep a picture in 64 colours: a fifth of the size, and nothing to be seen of it."""
    Image.open(file).convert("RGB").quantize(64, method=Image.Quantize.MEDIANCUT).save(file, optimize=True)
    return file


def image(file: Path, title: str, page: Path) -> str:
    return f"![{title}]({Path(os.path.relpath(file, page.parent)).as_posix()})"


def facts(name: str, page: Path) -> str:
    """What the account says, and the entry of the scenario that holds it."""
    rows = [(fact.says, f"`{fact.held_by}`") for fact in scenario(name).fact]
    return table(("what the account says", "where the scenario holds it"), rows)


def observed(name: str, page: Path) -> str:
    """What was seen, when, and in which share of all lives it holds."""
    results = reviewed(name)
    rows = [
        (
            f"{seen.who}: {seen.sign}{' throughout' if seen.throughout else ''}",
            f"{say(seen.from_s, TIME)} to {say(seen.until_s, TIME)}",
            known.about,
            f"{seen.held:.0%}",
        )
        for seen, known in zip(results.review.observed, scenario(name).observed, strict=True)
    ]
    return table(("sign", "when", "in words", "holds in"), rows)


def arms(name: str, page: Path) -> str:
    """The alternatives, and what each sets."""
    rows = [(arm.name, arm.about, ", ".join(f"`{path}`" for path in paths(arm.set))) for arm in scenario(name).arm]
    return table(("arm", "what it supposes", "what it sets"), rows)


def paths(sets: dict) -> list[str]:
    """Dotted paths of an arm's `set`, written flat or as tables."""
    return [str(path) for path in sets]


def people(name: str, page: Path) -> str:
    """Who is there, and how they are hurt."""
    told = scenario(name)
    hurt = {who: [w for w in told.wound if w.who == who] for who in told.names}
    rows = [
        (
            person.name,
            person.rank,
            person.role if person.present else f"{person.role} ({person.absent_because})",
            "; ".join(f"{w.name}: {word_of(w.region)}, AIS {w.ais}" for w in hurt[person.name]) or "–",
        )
        for person in told.person
    ]
    return table(("who", "rank", "part", "wounds"), rows)


MAKERS = {
    "answers": answers,
    "fates": fates,
    "conclusion": conclusion,
    "picture": picture,
    "facts": facts,
    "observed": observed,
    "arms": arms,
    "people": people,
}
