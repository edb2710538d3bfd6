"""Study, compare and run for a scenario of any kind: each is answered by its kind's own module."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from homeward.errors import HomewardError
from homeward.results.keeping import NOTHING, Keeper
from homeward.results.sampling import Options

if TYPE_CHECKING:
    from homeward.model.root import Root
    from homeward.run.replicate import Progress

ANSWERS = {
    "incident": {
        "study": "homeward.results.study",
        "compare": "homeward.results.study",
        "run": "homeward.results.life",
    },
    "network": {
        "study": "homeward.results.network.study",
        "compare": "homeward.results.network.study",
        "run": "homeward.results.network.life",
    },
    "organisation": {
        "study": "homeward.results.organisation.study",
        "compare": "homeward.results.organisation.study",
        "run": "homeward.results.organisation.study",
    },
}
"""kind -> what may be asked -> the module whose function of that name answers."""


def quiet(stage: str, done: int, total: int) -> None:
    """The progress of those who do not want to hear of it."""


def study(
    scenario: "Root | str | Path",
    *,
    arm: str | None = None,
    sets: Mapping[str, Any] | None = None,
    progress: "Progress" = quiet,
    keep: Keeper = NOTHING,
    **options: Unpack[Options],
) -> Any:
    """Live a scenario many times and return its measures with their 95 % intervals.

    `scenario` is one that was read, a shipped name or a path; `arm` chooses one of its arms, `sets` replaces values by
    dotted path; `keep` is shown every life of an incident. `options` are those of
    `homeward.results.sampling.Sampling`. Ctrl-C gives partial results. Returns `Results` for an incident,
    `ValuedResults` for the other kinds. Raises HomewardError and ScenarioError.
    """
    chosen = read(scenario)
    return answer(chosen, "study")(chosen, arm=arm, sets=sets, progress=progress, **kept(keep), **options)


def compare(
    scenario: "Root | str | Path",
    *,
    arms: Sequence[str] | None = None,
    sets: Mapping[str, Any] | None = None,
    progress: "Progress" = quiet,
    keep: Keeper = NOTHING,
    **options: Unpack[Options],
) -> Any:
    """Live the same replicates under every arm and return paired differences from the base with 95 % intervals.

    `arms` chooses alternatives by name (None: all); `sets` adds one for the occasion, values by dotted path; `keep` as
    for `study`. Ctrl-C gives partial results. Returns and raises as `study` does.
    """
    chosen = read(scenario)
    return answer(chosen, "compare")(chosen, arms=arms, sets=sets, progress=progress, **kept(keep), **options)


def run(
    scenario: "Root | str | Path",
    *,
    replicate: int = 0,
    arm: str | None = None,
    sets: Mapping[str, Any] | None = None,
    **options: Any,
) -> Any:
    """Live one replicate and tell it; replicate k is the k-th of a study of the same seed, exactly.

    `arm` chooses an arm, `sets` replaces values by dotted path. Returns `Life` for an incident (see
    `homeward.results.life.run` for its further options), `NetworkRun` for a care network.
    """
    chosen = read(scenario)
    return answer(chosen, "run")(chosen, replicate=replicate, arm=arm, sets=sets, **options)


def kept(keep: Keeper) -> dict[str, Any]:
    """Return what is passed on: the other kinds keep the values of their replicates themselves."""
    return {} if keep is NOTHING else {"keep": keep}


def read(scenario: "Root | str | Path") -> "Root":
    """Return the scenario itself, or read it by name or path."""
    if isinstance(scenario, str | Path):
        from homeward.scenario import read as read_file

        return read_file(str(scenario))
    return scenario


def answer(scenario: "Root", asked: str) -> Any:
    """Return the function that answers; HomewardError when scenarios of this kind cannot be asked that."""
    modules = ANSWERS[scenario.KIND]
    if asked not in modules:
        kinds = " or ".join(kind for kind, known in ANSWERS.items() if asked in known)
        raise HomewardError(f"{scenario.name} is of the kind '{scenario.KIND}'; {asked} is for the kind {kinds}")
    return getattr(import_module(modules[asked]), asked)
