"""The shipped organisations and networks: what a study and a comparison of each came to."""

from functools import cache
from pathlib import Path
from typing import Any

import homeward
from homeward.cli.words import in_unit, points, with_interval
from homeward.results.organisation import pictures
from homeward.results.valued_report import BY_CHANCE
from homeward.results.values import ValuedResults, can_be_told
from making.incidents import ASSETS, image, scenario, shrink
from making.markdown import table

REPLICATES, SEED = 400, 1


@cache
def studied(name: str) -> ValuedResults:
    """Return the study that the measures and pictures of a scenario are made from."""
    return homeward.study(scenario(name), replicates=REPLICATES, seed=SEED)


@cache
def compared(name: str) -> ValuedResults:
    """Return the comparison of all arms of a scenario."""
    return homeward.compare(scenario(name), replicates=REPLICATES, seed=SEED)


@cache
def drawn(name: str) -> list[Any]:
    return pictures.of_results(studied(name), scenario(name))


def origin(results: ValuedResults) -> str:
    """Say where numbers come from."""
    return (
        f"*`homeward {results.command} {results.scenario} --seed {results.seed} --replicates {results.replicates}`, "
        f"Homeward {homeward.__version__}, scenario `{results.scenario_sha256[:12]}`. 95 % intervals in brackets: they "
        "say how exact the counting is, not how true the model.*"
    )


def measured(name: str, page: Path) -> str:
    """Every measure of a study."""
    results = studied(name)
    rows = [(measure.label, with_interval(measure)) for measure in results.base.measures.values() if measure.n]
    return f"{table(('measure', 'mean'), rows, 1)}\n\n{origin(results)}"


def changed(name: str, page: Path) -> str:
    """What each arm changes, of what can be told from nothing."""
    results = compared(name)
    rows = [
        (
            arm.name,
            arm.measures[key].label,
            in_unit(results.base.measures[key]),
            in_unit(arm.measures[key]),
            points(each),
        )
        for arm in results.arms[1:]
        for key, each in arm.versus_base.items()
        if can_be_told(each)
    ]
    return f"{table(('arm', 'measure', 'as it was', 'so', 'difference'), rows, 2)}\n\n{BY_CHANCE}\n\n{origin(results)}"


def pictured(subject: str, page: Path) -> str:
    """A picture of a study: `village-year strength`; the person's year is called `person`."""
    name, kind = subject.split()
    found = next(each for each in drawn(name) if each.name == kind or (kind == "person" and "year-of" in each.name))
    folder = ASSETS / name
    folder.mkdir(parents=True, exist_ok=True)
    return image(shrink(found.save(folder)), found.title, page)


MAKERS = {"measured": measured, "changed": changed, "pictured": pictured}
