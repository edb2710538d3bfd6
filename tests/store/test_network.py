"""A care network kept: values of every replicate, events of a few, and a log of who was busy with whom."""

from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import homeward
from homeward.codes import Event, Exit
from homeward.kernel.organisation import LEDGER
from homeward.results.network.chronicle import Words
from homeward.store.kinds import keeping
from homeward.store.network import Activity, Log
from homeward.store.replay import replay
from homeward.store.tables import read_table

TRIAGE = 0


@pytest.fixture(scope="module")
def centre() -> Any:
    return homeward.load("treatment-centre")


def patient(number: int) -> int:
    return -number


def log_of(centre: Any, *rows: tuple[int, Event, int, int, float]) -> list[Activity]:
    """The log of a ledger with these rows: at_s, event, who, other, detail."""
    ledger = np.zeros(len(rows), LEDGER)
    for row, (at_s, event, who, other, detail) in zip(ledger, rows, strict=True):
        row["at_s"], row["event"], row["who"], row["other"], row["detail"] = at_s, event, who, other, detail
    return list(Log("centre", Words(centre)).rows(ledger))


def test_a_patient_comes_waits_is_seen_and_leaves(centre: Any) -> None:
    told = log_of(
        centre,
        (0, Event.SHIFT_STARTS, -1, 0, 0.0),
        (60, Event.CAME, patient(7), 0, 0.0),
        (60, Event.QUEUED, patient(7), TRIAGE, 0.0),
        (120, Event.TASK_BEGUN, patient(7), TRIAGE, 60.0),
        (300, Event.TASK_DONE, patient(7), TRIAGE, 0.0),
        (300, Event.LEFT_CARE, patient(7), TRIAGE, -float(Exit.HOME)),
    )
    assert [(row.at_s, row.event_type, row.event, row.resource_id) for row in told] == [
        (60, "arrival_departure", "arrival", -1),
        (60, "queue", "waits for triage", -1),
        (120, "resource_use", "triage begins", 1),
        (300, "resource_use_end", "triage ends", 1),
        (300, "arrival_departure", "depart", -1),
    ]
    assert {row.entity_id for row in told} == {"patient 7"}


def test_servers_are_numbered_the_lowest_that_is_free_first(centre: Any) -> None:
    begin = [(k, Event.TASK_BEGUN, patient(k), TRIAGE, 0.0) for k in (1, 2, 3)]
    told = log_of(
        centre,
        *begin,
        (4, Event.INTERRUPTED, patient(2), TRIAGE, 0.0),
        (5, Event.TASK_BEGUN, patient(4), TRIAGE, 0.0),
        (6, Event.TASK_BEGUN, patient(2), TRIAGE, 0.0),
    )
    used = [(row.entity_id, row.resource_id) for row in told if row.event_type == "resource_use"]
    assert used == [("patient 1", 1), ("patient 2", 2), ("patient 3", 3), ("patient 4", 2), ("patient 2", 4)]


def test_whoever_is_still_inside_leaves_when_the_log_ends(centre: Any) -> None:
    told = log_of(centre, (0, Event.CAME, patient(1), 0, 0.0), (50, Event.TASK_BEGUN, patient(1), TRIAGE, 0.0))
    assert [(row.at_s, row.event) for row in told[-2:]] == [(50, "triage ends"), (50, "depart")]


@pytest.mark.slow
def test_a_network_is_kept_with_its_events_and_lived_again(centre: Any, place: Path) -> None:
    with keeping(centre, "study", "centre", events=(1,)) as kept:
        results = homeward.study(centre, replicates=3, seed=5)
        run = kept.publish(results, "wait.triage")
    measures = read_table(run.table("measures"))
    assert measures["wait.triage"].tolist() == results.base.columns["wait.triage"].tolist()
    assert set(read_table(run.table("events"))["replicate"]) == {1, *run.record["events"]["chosen"].values()}
    log = read_table(run.table("activities"), where="replicate = 1")
    ends = Counter(zip(log["entity_id"], log["event"], strict=True))
    patients = set(log["entity_id"])
    assert all(ends[who, "arrival"] == ends[who, "depart"] == 1 for who in patients)
    assert len(patients) >= measures["came"][1]
    examined = log["resource_id"][log["event"] == "examination begins"]
    assert set(examined) == {1, 2, 3}  # there are three examiners, and all are needed
    again = replay(run, 1)
    assert again.equal, again.differing
