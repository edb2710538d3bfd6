"""Two programs are compared by their intervals: they agree where those meet, and nowhere else."""

import json
from pathlib import Path

import numpy as np
import pytest

from homeward.validation.queues_estimate import Estimate
from verification.treatment_centre import compare
from verification.treatment_centre.compare import Compared
from verification.treatment_centre.measures import MEASURES

pytestmark = pytest.mark.jitless


def values(shift: float, seed: int) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(seed)
    return {measure.words: 50.0 + shift + rng.normal(0.0, 1.0, 400) for measure in MEASURES}


def test_a_hair_apart_overlaps_and_another_centre_does_not() -> None:
    same, other = compare.compare(values(0, 1), values(0.05, 1)), compare.compare(values(0, 1), values(1, 2))
    assert all(each.overlaps for each in same)
    assert not any(each.overlaps for each in other)


def test_intervals_that_touch_overlap() -> None:
    measure = MEASURES[0]
    assert Compared(measure, Estimate(10.0, 1.0, 2.0), Estimate(12.0, 1.0, 2.0)).overlaps
    assert not Compared(measure, Estimate(10.0, 1.0, 2.0), Estimate(12.001, 1.0, 2.0)).overlaps


def test_what_nobody_measured_does_not_overlap() -> None:
    nothing = Estimate(float("nan"), float("nan"), float("nan"))
    assert not Compared(MEASURES[0], nothing, nothing).overlaps


def test_what_the_runner_writes_is_read_and_a_mean_over_nobody_stays_out(tmp_path: Path) -> None:
    file = tmp_path / "theirs.json"
    told = {"measures": {measure.theirs: [1.0, None, 3.0] for measure in MEASURES}}
    file.write_text(json.dumps(told), encoding="utf-8")
    found = compare.values_of_theirs(file)
    assert compare.estimate(found["wait for triage"]).mean == 2.0


def test_a_measure_that_one_program_lacks_is_no_agreement() -> None:
    short = values(0, 1)
    del short["throughput"]
    with pytest.raises(KeyError):
        compare.compare(values(0, 2), short)


def test_the_table_names_every_measure_and_its_verdict() -> None:
    table = compare.markdown(compare.compare(values(0, 1), values(1, 2)))
    assert all(measure.words in table for measure in MEASURES)
    assert table.count("DIFFER") == len(MEASURES)
