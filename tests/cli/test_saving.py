"""Saving: tried before the work begins, whole or not at all, and nothing left behind."""

import errno
import json
from collections import namedtuple
from pathlib import Path

import pytest

from homeward.cli import saving
from homeward.errors import HomewardError
from tests.cli.asking import ask, refused
from tests.scenario.files import a_file

Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    return a_file(tmp_path)


def names_in(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def test_a_review_saves_its_pictures_and_says_where(small: str, tmp_path: Path) -> None:
    result = ask("review", small, "--replicates", "3000")
    assert result.exit_code == 0, result.stderr
    folder = tmp_path / "homeward-out" / "review-small"
    assert f"Pictures saved in {folder.relative_to(tmp_path)}: " in result.stdout
    assert {"report.html", "results.json", "ranking.png"} <= names_in(folder)
    assert not [name for name in names_in(folder) if name.startswith(".")]
    assert json.loads((folder / "results.json").read_text(encoding="utf-8"))["command"] == "review"


def test_a_study_saves_only_where_it_is_told_to(small: str, tmp_path: Path) -> None:
    ask("study", small, "--replicates", "100")
    assert names_in(tmp_path) == {"small.toml"}
    ask("study", small, "--replicates", "100", "--out", tmp_path / "a" / "b")
    assert {"report.html", "results.json"} <= names_in(tmp_path / "a" / "b")


def test_a_life_is_saved_as_a_chronicle_and_as_data(small: str, tmp_path: Path) -> None:
    told = ask("run", small, "--replicate", "17", "--out", tmp_path / "life").stdout
    assert names_in(tmp_path / "life") == {"chronicle.txt", "life.json"}
    assert (tmp_path / "life" / "chronicle.txt").read_text(encoding="utf-8").splitlines()[0] in told
    assert json.loads((tmp_path / "life" / "life.json").read_text(encoding="utf-8"))["replicate"] == 17


def test_json_and_no_figures_save_nothing(small: str, tmp_path: Path) -> None:
    ask("review", small, "--replicates", "3000", "--json")
    ask("review", small, "--replicates", "3000", "--no-figures")
    assert names_in(tmp_path) == {"small.toml"}


def test_saving_again_replaces_what_was_there(small: str, tmp_path: Path) -> None:
    for seed in ("1", "2"):
        ask("study", small, "--replicates", "100", "--seed", seed, "--out", tmp_path / "out")
    assert json.loads((tmp_path / "out" / "results.json").read_text(encoding="utf-8"))["seed"] == 2


@pytest.mark.parametrize("command", ["study", "compare", "review"])
def test_a_place_that_cannot_be_written_is_found_before_the_work(command: str, small: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    # So many lives would take hours: that the refusal comes at all shows that it comes first.
    told = refused(command, small, "--replicates", "90000000", "--out", tmp_path / "file")
    assert "there is a file of that name; free some space or choose another --out" in told
    told = refused(command, small, "--replicates", "90000000", "--out", tmp_path / "file" / "below")
    assert f"cannot save to {tmp_path / 'file' / 'below'}: Not a directory" in told


def test_a_full_disk_is_found_before_the_work(small: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving.shutil, "disk_usage", lambda folder: Usage(10**9, 10**9, 0))
    told = refused("study", small, "--replicates", "90000000", "--out", tmp_path / "out")
    assert "the disk is full; free some space or choose another --out" in told
    assert names_in(tmp_path) == {"small.toml"}


def test_a_disk_that_fills_up_meanwhile_leaves_nothing_half_written(
    small: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from homeward.results import report

    def full(*anything: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(report, "write", full)
    result = ask("study", small, "--replicates", "100", "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "No space left on device; free some space" in result.stderr
    assert "alive at 30 days" in result.stdout
    assert names_in(tmp_path) == {"small.toml"}


def test_a_mistake_in_the_question_leaves_no_folder(small: str, tmp_path: Path) -> None:
    refused("review", small, "--replicates", "50", "--out", tmp_path / "deep" / "out")
    assert names_in(tmp_path) == {"small.toml"}


def test_a_draft_leaves_what_was_there_before(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("mine", encoding="utf-8")
    with saving.Draft(tmp_path) as draft:
        (draft.path / "half").write_text("written", encoding="utf-8")
    assert names_in(tmp_path) == {"kept.txt"}


def test_what_the_system_says_becomes_a_sentence(tmp_path: Path) -> None:
    sentence = r"cannot save to .*: Permission denied; free some space or choose"
    with pytest.raises(HomewardError, match=sentence), saving.telling_where(tmp_path):
        raise PermissionError(errno.EACCES, "Permission denied")
