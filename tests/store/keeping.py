"""Runs for the tests: the small incident, kept."""

from pathlib import Path

import homeward
from homeward.store.kinds import keeping
from homeward.store.runs import Run
from tests.scenario.files import a_file

REPLICATES = 300


def a_run(folder: Path, command: str = "study", name: str | None = "small", events: tuple[int, ...] = ()) -> Run:
    """Keep a run of the small incident in `folder`/runs, which HOMEWARD_RUNS must name."""
    scenario = homeward.load(a_file(folder))
    ask = {"study": homeward.study, "compare": homeward.compare, "review": homeward.review}[command]
    replicates = 3000 if command == "review" else REPLICATES
    with keeping(scenario, command, name, events) as kept:
        results = ask(scenario, replicates=replicates, seed=4, keep=kept.keeper)
        return kept.publish(results, "alive_at_30_days")
