"""Run folders: whole or not at all, never written over, found by name, and honest about damage."""

import errno
from collections import namedtuple
from pathlib import Path

import numpy as np
import pytest

from homeward.errors import HomewardError
from homeward.store import draft as drafts
from homeward.store.draft import RunDraft
from homeward.store.runs import Run, find_run, kept_runs
from homeward.store.tables import read_table

Usage = namedtuple("Usage", "total used free")


def keep(name: str | None, waits: int = 3) -> Run:
    with RunDraft(name, "clinic-study") as draft:
        draft.table("waits", {"replicate": "i8", "wait_s": "f8"}).add(
            {"replicate": np.arange(waits), "wait_s": np.ones(waits)}
        )
        return draft.publish({"kind": "network"}, {"name": "clinic"})


def names_in(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def test_a_run_of_any_kind_is_tables_a_record_and_a_scenario(place: Path) -> None:
    run = keep("monday")
    assert names_in(place / "runs") == {"monday"}
    assert names_in(run.folder) == {"waits.parquet", "run.json", "scenario.json"}
    found = find_run("monday")
    assert found.record["rows"] == {"waits": 3}
    assert found.record["kind"] == "network"
    assert found.scenario() == {"name": "clinic"}
    assert len(read_table(found.table("waits"))["wait_s"]) == 3
    assert find_run(str(run.folder)).folder == run.folder


def test_a_run_is_never_written_over(place: Path) -> None:
    keep("monday", waits=3)
    with pytest.raises(HomewardError, match=r"there is a run 'monday' in .* already; runs are never written over"):
        keep("monday", waits=5)
    assert find_run("monday").record["rows"] == {"waits": 3}


def test_a_name_taken_while_the_work_went_on_is_not_written_over_either(place: Path) -> None:
    with RunDraft("monday", "x") as late:
        keep("monday")
        with pytest.raises(HomewardError, match="there is a run 'monday'"):
            late.publish({}, {})
    assert names_in(place / "runs") == {"monday"}


def test_runs_without_a_name_get_one_each(place: Path) -> None:
    first, second = keep(None), keep(None)
    assert first.name != second.name
    assert first.name.startswith("clinic-study-20")
    assert {run.name for run in kept_runs()} == {first.name, second.name}
    assert all(run.record["name"] == run.name for run in kept_runs())


def test_work_that_fails_leaves_nothing_behind(place: Path) -> None:
    def fail() -> None:
        with RunDraft("monday", "x") as draft:
            draft.table("waits", {"replicate": "i8"})
            raise RuntimeError("the kernel stopped")

    with pytest.raises(RuntimeError):
        fail()
    assert names_in(place) == set()


@pytest.mark.parametrize("name", ["", "../up", "a/b", ".hidden", "-rf", "what?", "x" * 200, "dot."])
def test_a_name_that_is_no_folder_is_refused(name: str, place: Path) -> None:
    with pytest.raises(HomewardError, match="cannot be the name of a run"):
        RunDraft(name, "x")
    assert names_in(place) == set()


def test_a_place_that_cannot_be_written_is_told_with_a_remedy(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (place / "runs").write_text("in the way", encoding="utf-8")
    with pytest.raises(HomewardError, match=r"cannot keep a run in .*runs: .*; free some space or set HOMEWARD_RUNS"):
        RunDraft("monday", "x")
    (place / "runs").unlink()
    monkeypatch.setattr(drafts.shutil, "disk_usage", lambda folder: Usage(10**9, 10**9, 0))
    with pytest.raises(HomewardError, match="the disk is full"):
        RunDraft("monday", "x")


def test_a_disk_that_fills_up_meanwhile_is_told_and_leaves_nothing(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*anything: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(RunDraft, "write_json", full)
    with pytest.raises(HomewardError, match="No space left on device; free some space"):
        keep("monday")
    assert names_in(place) == set()


def test_a_wrong_name_brings_the_right_one(place: Path) -> None:
    with pytest.raises(HomewardError, match="nothing is kept there; keep a run with --keep, or set HOMEWARD_RUNS"):
        find_run("monday")
    keep("monday")
    with pytest.raises(HomewardError, match=r"there is no run 'mondey' in .*, did you mean 'monday'"):
        find_run("mondey")
    with pytest.raises(HomewardError, match="has no table 'fates'; it has waits"):
        find_run("monday").table("fates")


def test_a_damaged_run_is_listed_and_refused(place: Path) -> None:
    run = keep("monday")
    (run.folder / "run.json").write_text('{"format": 1', encoding="utf-8")
    assert [(each.name, each.record) for each in kept_runs()] == [("monday", {})]
    with pytest.raises(HomewardError, match="cannot be read: it is not json; the run is damaged, keep it anew"):
        find_run("monday")


def test_a_run_of_a_later_format_is_not_misread(place: Path) -> None:
    run = keep("monday")
    (run.folder / "run.json").write_text('{"format": 2}', encoding="utf-8")
    with pytest.raises(HomewardError, match="kept by another version of Homeward"):
        find_run("monday")
