"""The command line asked about networks: check, study, compare, run, saved and refused."""

import json
from pathlib import Path

from tests.cli.asking import ask, refused
from tests.scenario.network_files import a_network


def test_check_says_what_is_in_a_network_and_how_busy_it_will_be() -> None:
    said = ask("check", "treatment-centre").stdout
    assert "OK: treatment-centre" in said
    assert "1.40 'cubicle' (1) at 'centre'" in said
    assert "remark" in said


def test_check_tells_every_mistake_of_a_network(tmp_path: Path) -> None:
    file = a_network(tmp_path, ('next = "bed"', 'next = "bad"'), ("units = 4", "units = -4"))
    result = ask("check", file)
    assert result.exit_code == 2
    assert "units" in result.stderr


def test_a_study_is_told_in_tables() -> None:
    result = ask("study", "treatment-centre", "--replicates", "10", "--quiet")
    assert result.exit_code == 0, result.output
    for words in ("10 replicates, seed 1", "wait for a task", "examination", "trauma bay", "registrar", "Little's law"):
        assert words in result.stdout
    assert "Remark: 'cubicle' (1) at 'centre': load 1.40" in result.stdout


def test_a_study_is_saved_with_pictures_report_and_numbers(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    assert ask("study", "treatment-centre", "--replicates", "10", "--out", folder, "--quiet").exit_code == 0
    assert {file.name for file in folder.iterdir()} == {
        *("waits.png", "busy.png", "beds.png"),
        *("report.html", "results.json"),
    }
    report = (folder / "report.html").read_text(encoding="utf-8")
    assert "A walk-in treatment centre" in report
    assert "http" not in report.replace("http://www.w3.org", "")


def test_a_comparison_tells_what_each_arm_changes() -> None:
    words = ("compare", "treatment-centre", "--arm", "one more examiner", "--replicates", "20", "--quiet")
    said = ask(*words).stdout
    assert "one more examiner" in said
    assert "examination: wait" in said


def test_one_replicate_is_told_and_saved(tmp_path: Path) -> None:
    result = ask("run", "treatment-centre", "--replicate", "3", "--out", tmp_path / "one", "--quiet")
    assert result.exit_code == 0, result.output
    assert "comes to “centre”" in result.stdout
    assert "events more" in result.stdout
    life = json.loads((tmp_path / "one" / "life.json").read_text(encoding="utf-8"))
    assert life["kind"] == "network"
    assert len(life["chronicle"]) > 500


def test_json_holds_the_same(tmp_path: Path) -> None:
    answer = json.loads(ask("study", "mmc", "--set", "run.length=3 d", "--replicates", "5", "--json").stdout)
    assert answer["kind"] == "network"
    assert answer["units"]["wait"] == "min"
    assert answer["replicates"] == 5


def test_a_review_is_for_incidents() -> None:
    assert "mmc is of the kind 'network'" in refused("review", "mmc")


def test_assumptions_and_list_know_networks() -> None:
    assert (
        "post-operative" in ask("assumptions", "role-1-2-3").stdout or ask("assumptions", "role-1-2-3").exit_code == 0
    )
    assert {"mmc", "izumo"} <= {each["name"] for each in json.loads(ask("list", "--json").stdout)}


def test_the_schema_of_a_network_is_asked_for_by_its_kind() -> None:
    assert json.loads(ask("schema", "--kind", "network").stdout)["title"] == "Homeward network"
    assert "did you mean 'network'" in refused("schema", "--kind", "netwrk")
