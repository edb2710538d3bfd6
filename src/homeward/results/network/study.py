"""A study or a comparison of a care network: replicates lived, measured, and compared on the same draws."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Unpack

import numpy as np

from homeward.model.network.laydown import Network
from homeward.results.asking import quiet
from homeward.results.choosing import Alternative, alternatives, under
from homeward.results.network.census import MOST, live_counting
from homeward.results.network.definitions import Asked, can_die, definitions_of
from homeward.results.network.naming import at_facility
from homeward.results.sampling import Options, Sampling
from homeward.results.values import Columns, Plan, ValuedResults, live_valued
from homeward.run.lower_network import census_every_s, lower_network
from homeward.run.network import Lived, Scratch, live
from homeward.run.provenance import provenance
from homeward.run.replicate import Crew, Progress, cores

if TYPE_CHECKING:
    from homeward.kernel.organisation import Organisation


@dataclass(frozen=True)
class NetworkResults(ValuedResults):
    """A study or comparison of a network: `definitions` says in which table each measure of the arms stands.

    `every_s` is the time between two counts of the census, `areas` its columns with their beds (None: any number).
    """

    definitions: tuple[Asked, ...] = field(default=(), repr=False)
    every_s: int = 0
    areas: tuple[tuple[str, int | None], ...] = ()


def study(
    scenario: Network,
    *,
    arm: str | None = None,
    sets: Mapping[str, Any] | None = None,
    progress: Progress = quiet,
    **options: Unpack[Options],
) -> NetworkResults:
    """Live a network many times; see `homeward.study`. Replicates are those of its `[run]` unless asked otherwise."""
    began, chosen = time.perf_counter(), under(scenario, arm, sets)
    sampling = sampling_for(chosen, options)
    about = next((each.about for each in chosen.arms if each.name == chosen.under), "")
    return measured("study", [(chosen.under, about, chosen)], sampling, progress, began)


def compare(
    scenario: Network,
    *,
    arms: Sequence[str] | None = None,
    sets: Mapping[str, Any] | None = None,
    progress: Progress = quiet,
    **options: Unpack[Options],
) -> NetworkResults:
    """Live the same replicates of a network under every arm; see `homeward.compare`."""
    began, sampling = time.perf_counter(), sampling_for(scenario, options)
    return measured("compare", alternatives(scenario, arms, sets), sampling, progress, began)


def sampling_for(scenario: Network, options: Options) -> Sampling:
    """Return how many replicates to live: as asked, or as the file says."""
    own: Options = {"replicates": scenario.run.replicates}
    own.update(options)
    return Sampling(**own)


def measured(
    command: str, arms: Sequence[Alternative[Network]], sampling: Sampling, progress: Progress, began: float
) -> NetworkResults:
    """Live the arms as often as asked and say what came of it."""
    base = arms[0][2]
    definitions = common(arms)
    plans = [Plan(name, about, Living(network, definitions, sampling).live) for name, about, network in arms]
    valued, due = live_valued(plans, definitions, "survival" if can_die(base) else "wait", sampling, progress)
    where = (base.name, base.sha256, sampling.seed, sampling.rng, sampling.calendar, sampling.threads or cores())
    return NetworkResults(
        command=command,
        kind=Network.KIND,
        scenario=base.name,
        title=base.title,
        scenario_sha256=base.sha256,
        seed=sampling.seed,
        replicates=valued[0].replicates,
        asked=due,
        wall_s=time.perf_counter() - began,
        arms=tuple(valued),
        provenance=dict(provenance(*where)),
        remarks=tuple(remarks_of(arms)),
        definitions=tuple(definitions),
        every_s=census_every_s(base.run),
        areas=tuple(areas_of(base)),
    )


def areas_of(network: Network) -> list[tuple[str, int | None]]:
    """Return what each area of the census is called, and its open beds."""
    return [
        (at_facility(area.name, place, network.area), None if area.beds is None else area.beds - area.closed)
        for area in network.area
        for place in area.facility
    ]


def common(arms: Sequence[Alternative[Network]]) -> list[Asked]:
    """Return the measures of the base that every arm can answer: a person who is there in one arm only is left out."""
    shared = set.intersection(*({each.name for each in definitions_of(network)} for _, _, network in arms))
    return [each for each in definitions_of(arms[0][2]) if each.name in shared]


def remarks_of(arms: Sequence[Alternative[Network]]) -> list[str]:
    """Return what should be said of every arm, once: a queue that grows, hours without staff."""
    said: dict[str, list[str]] = {}
    for name, _, network in arms:
        for remark in network.remarks():
            said.setdefault(remark.message, []).append(name)
    return [
        text if len(names) == len(arms) else f"{text} (under {', '.join(f'“{name}”' for name in names)})"
        for text, names in said.items()
    ]


class Living:
    """One arm, ready to be lived: its templates with and without a census, and a world for each thread."""

    def __init__(self, network: Network, definitions: Sequence[Asked], sampling: Sampling) -> None:
        wanted = {each.name for each in definitions}
        self.definitions = [each for each in definitions_of(network) if each.name in wanted]
        self.counting: Organisation = lower_network(network, census=True, **sampling.lowering)
        self.plain: Organisation = lower_network(network, **sampling.lowering)
        self.scratch, self.scratch_counting = Scratch(), Scratch()

    def live(self, crew: Crew, replicates: np.ndarray) -> Columns:
        """Return the columns of these replicates: measures, and of the first ones the census."""
        first, rest = replicates[replicates < MOST], replicates[replicates >= MOST]
        parts: list[Lived] = []
        columns: dict[str, np.ndarray] = {}
        if len(first):
            lived, columns = live_counting(self.counting, self.scratch_counting.world_for(self.counting), first)
            parts.append(lived)
        if len(rest):
            parts.append(live(self.plain, self.scratch.world_for(self.plain), rest))
        whole = Lived.joined(parts)
        return {**{each.name: each.answer(whole) for each in self.definitions}, **columns}
