"""Replicates with many values each, kept as tables and lived again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import homeward
from homeward.results import asking
from homeward.results.sampling import Sampling
from homeward.results.values import Plan, Valued, ValuedResults, live_valued
from homeward.run.provenance import provenance
from homeward.store import replay as replaying
from homeward.store.kinds import KeepValues
from homeward.store.replay import replay
from homeward.store.runs import Run
from homeward.store.summary import summaries, worth_a_look
from homeward.store.tables import read_table
from tests.scenario.files import a_file

DEFINITIONS = (
    Valued("wait", "wait for triage", "min"),
    Valued("all_seen", "everybody seen", "share"),
    Valued("occupied.ward", "ward: occupied", "share"),
)
DAYS = 4


def a_clinic(extra: float) -> Plan:
    """A clinic whose waits are made up, replicate by replicate."""

    def live(crew: Any, replicates: np.ndarray) -> dict[str, np.ndarray]:
        draws = np.array([np.random.default_rng(int(k)).normal(size=DAYS) for k in replicates])
        wait = 20 + extra + draws[:, 0]
        wait[replicates == 33] = 500.0
        seen, occupied = (draws[:, 1] > 0) * 1.0, 0.5 + draws[:, 2] / 20
        return {"wait": wait, "all_seen": seen, "occupied.ward": occupied, "beds by day": draws}

    return Plan("as it was" if not extra else "he hurries", "", live)


def results(command: str, replicates: int) -> ValuedResults:
    plans = [a_clinic(0.0), *([a_clinic(5.0)] if command == "compare" else [])]
    arms, due = live_valued(plans, DEFINITIONS, "wait", Sampling(replicates=replicates), lambda *told: None)
    where = provenance("small", "0" * 64, 1, "default", "queue", 1)
    return ValuedResults(
        command, "network", "small", "A clinic", "0" * 64, 1, replicates, due, 0.1, tuple(arms), dict(where)
    )


@pytest.fixture
def run(place: Path) -> Iterator[Run]:
    with KeepValues(homeward.load(a_file(place)), "compare", "clinic") as kept:
        yield kept.publish(results("compare", 60), sets=None)


def test_what_a_replicate_has_one_of_is_a_column_of_measures(run: Run) -> None:
    measures = read_table(run.table("measures"))
    assert list(measures) == ["arm", "replicate", "wait", "all_seen", "occupied.ward"]
    assert measures["replicate"].tolist() == [*range(60), *range(60)]
    again = results("compare", 60)
    assert measures["wait"].tolist() == [*again.arms[0].columns["wait"], *again.arms[1].columns["wait"]]
    for arm, kept in zip(again.arms, summaries(run), strict=True):
        for name, measure in arm.measures.items():
            assert kept.measures[name].mean == pytest.approx(measure.mean)
            assert kept.measures[name].half_width == pytest.approx(measure.half_width)


def test_what_a_replicate_has_many_of_is_a_table_with_a_row_per_value(run: Run) -> None:
    beds = read_table(run.table("beds_by_day"), where="arm = 'as it was'")
    assert list(beds) == ["arm", "replicate", "place", "value"]
    assert beds["place"][:5].tolist() == [0, 1, 2, 3, 0]
    lived = results("study", 60).arms[0].columns["beds by day"]
    assert beds["value"].reshape(60, DAYS).tolist() == lived.tolist()


def test_a_replicate_that_stands_out_is_found(run: Run) -> None:
    (far,) = worth_a_look(run, "as it was")
    assert (far.replicates, far.values) == ((33,), (500.0,))
    assert run.record["events"]["chosen"]["best"] == 33
    assert run.record["main_measure"] == "wait"


def test_a_replicate_is_lived_again(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, Any]] = []

    def again(scenario: Any, **options: Any) -> ValuedResults:
        asked.append(options)
        return results("study", options["replicates"])

    monkeypatch.setattr(replaying, "study", again)
    monkeypatch.setitem(run.record, "kind", "network")  # type: ignore[arg-type]
    told = replay(run, 17)
    assert told.equal
    assert told.held == ("measures",)
    assert asked[0]["replicates"] == 18
    assert not replay(run, 17, "he hurries").equal  # what was made up here does not listen to arms
    with pytest.raises(homeward.HomewardError, match="replicate 60 is not among the 60 of clinic"):
        replay(run, 60)
    assert asking.study is not again


def test_a_measure_of_which_a_replicate_has_many_is_not_told_as_one(run: Run) -> None:
    described = [*run.record["measures"], {"name": "beds by day", "label": "beds", "unit": "beds"}]
    changed = Run(run.folder, {**run.record, "measures": described})
    assert "beds by day" not in summaries(changed)[0].measures
    assert len(worth_a_look(changed, "as it was")) == 1
