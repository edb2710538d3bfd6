"""How each kind of scenario is kept: an incident life by life, the others by the values of their replicates."""

from collections.abc import Sequence
from typing import Any

from homeward.model.root import Root
from homeward.results.results import Results
from homeward.results.sampling import Sampling
from homeward.store.duck import literal
from homeward.store.incident import LifeKeeper
from homeward.store.network import arms_of, keep_network_events
from homeward.store.ranking import OF_AN_INCIDENT, Better, Three, best_median_worst, order_for
from homeward.store.recording import Arms, Keeping
from homeward.store.values import keep_values

INCIDENT, NETWORK = "incident", "network"


def keeping(scenario: Root, command: str, name: str | None = None, events: Sequence[int] = ()) -> Keeping:
    """Begin to keep a run of this scenario; see Keeping. HomewardError when the name or the place cannot be had."""
    kind = {INCIDENT: KeepLives, NETWORK: KeepNetwork}.get(scenario.KIND, KeepValues)
    return kind(scenario, command, name, events)


class KeepLives(Keeping):
    """An incident: every life as it is lived, and the ledgers of a few."""

    def __init__(self, scenario: Root, command: str, name: str | None = None, events: Sequence[int] = ()) -> None:
        super().__init__(scenario, command, name, events)
        self.lives = self.keeper = LifeKeeper(self.draft)

    def default_measure(self, results: Results) -> str:
        return "alive_at_30_days" if results.command == "review" else "alive_on_arrival"

    def fill(self, results: Results, measure: str, arms: Arms) -> tuple[Three | None, Sequence[int]]:
        self.draft.close_tables()
        names = {each.name for each in self.lives.definitions}
        order = [each for each in order_for(measure, OF_AN_INCIDENT) if each.measure in names]
        three = best_median_worst(self.draft.tables["measures"].path, order, of_the_base(results))
        replicates = sorted({*(three or ()), *self.events})
        self.lives.keep_events(replicates)
        return three, replicates


class KeepValues(Keeping):
    """A network or an organisation: each replicate's values, which the results hold already.

    Nobody knows here which end of a measure is the better one: `best` is the highest.
    """

    def fill(self, results: Any, measure: str, arms: Arms) -> tuple[Three | None, Sequence[int]]:
        keep_values(self.draft, results.arms)
        self.draft.close_tables()
        order = [Better(measure)]
        return best_median_worst(self.draft.tables["measures"].path, order, of_the_base(results)), ()


class KeepNetwork(KeepValues):
    """A care network: values, and the events of the best, the median and the worst replicate and of those asked for."""

    def fill(self, results: Any, measure: str, arms: Arms) -> tuple[Three | None, Sequence[int]]:
        three, _ = super().fill(results, measure, arms)
        replicates = sorted({*(three or ()), *self.events})
        where = results.provenance
        sampling = Sampling(seed=results.seed, rng=where["generator"], calendar=where["calendar"])
        names = [arm["name"] for arm in arms]
        keep_network_events(self.draft, names, arms_of(self.scenario, arms), replicates, sampling)
        return three, replicates


def of_the_base(results: Any) -> str:
    return f"arm = {literal(results.arms[0].name)}"
