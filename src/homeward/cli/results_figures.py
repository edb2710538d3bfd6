"""Pictures of a kept run."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from homeward.cli.saving import Draft, telling_where
from homeward.results.figures.warm_up import Observed, draw
from homeward.store.runs import Run
from homeward.store.steady import Settled


@dataclass(frozen=True)
class Kept:
    """What the footer of a picture says of a run."""

    scenario: str
    seed: int
    replicates: int
    asked: int
    partial: bool
    provenance: dict[str, Any]


def save_welch(run: Run, settled: Settled, folder: Path) -> list[Path]:
    """Save Welch's plot of a table; return the file. HomewardError when it cannot be written."""
    record = run.record
    kept = Kept(**{name: record[name] for name in Kept.__dataclass_fields__})
    observed = Observed(settled.table.replace("_", " "), "", "place")
    with Draft(folder) as draft:
        picture = draw(kept, observed, settled.observations, settled.warm_up, settled.steady)
        with telling_where(folder):
            picture.save(draft.path)
        return draft.publish()
