"""homeward results: what was kept is listed, shown, asked, exported and lived again."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.asking import ask, refused
from tests.scenario.files import a_file

COMMANDS = ("show", "query", "export", "replay")


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a kept study, `gate`, of 200 lives."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("HOMEWARD_RUNS", raising=False)
    result = ask("study", a_file(tmp_path), "--replicates", "200", "--keep-as", "gate", "--keep-events", "0-2, 17")
    assert result.exit_code == 0, result.stderr
    assert "Look at it: homeward results show gate" in result.stdout
    return tmp_path


def told(*words: str | Path) -> str:
    result = ask("results", *words)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def test_nothing_is_kept_unless_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ask("study", a_file(tmp_path), "--replicates", "50")
    assert {file.name for file in tmp_path.iterdir()} == {"small.toml"}
    assert "No run is kept in homeward-runs: keep one with --keep" in told()
    assert json.loads(told("--json")) == []


@pytest.mark.parametrize("command", ["study", "compare", "review"])
def test_every_command_that_lives_many_lives_keeps_them(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOMEWARD_RUNS", str(tmp_path / "here"))
    result = ask(command, a_file(tmp_path), "--replicates", "3000", "--keep", "--json")
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["command"] == command
    assert "Kept in" in result.stderr
    (run,) = json.loads(told("--json"))
    assert (run["command"], run["scenario"], run["replicates"], run["seed"]) == (command, "small", 3000, 1)
    assert run["name"].startswith(f"small-{command}-20")
    assert run["arms"] == (["as it was"] if command == "study" else ["as it was", "he hurries"])


def test_runs_are_listed_with_what_they_are_of(kept: Path) -> None:
    line = next(line for line in told().splitlines() if "gate" in line)
    for words in ("study of small", "as it was", "200", "B"):
        assert words in line
    (kept / "homeward-runs" / "gate" / "run.json").write_text("{", encoding="utf-8")
    assert "damaged" in told()


def test_a_run_is_shown_with_its_measures_its_extremes_and_the_way_to_see_them(kept: Path) -> None:
    text = told("show", "gate")
    study = ask("study", kept / "small.toml", "--replicates", "200").stdout
    alive = next(line for line in study.splitlines() if "alive at 30 days" in line)
    assert alive.split() in [line.split() for line in text.splitlines()]
    for words in ("A small incident: study of 200 lives, seed 1", "best by alive_on_arrival: homeward results replay"):
        assert words in text
    shown = json.loads(told("show", "gate", "--json"))
    assert shown["rows"] == {"outcomes": 200, "fates": 600, "measures": 200, "events": shown["rows"]["events"]}
    assert shown["words"][0] == "homeward"
    assert shown["summary"]["as it was"]["alive_on_arrival"]["n"] == 200


def test_a_life_that_stands_out_is_named_with_its_command(kept: Path) -> None:
    from homeward.store.tables import read_table, write_table

    file = kept / "homeward-runs" / "gate" / "measures.parquet"
    measures = read_table(file)
    measures["minutes_to_arrival"][123] = 9999.0
    write_table(file, measures)
    text = told("show", "gate")
    assert "123 (9,999)" in text
    assert "Look at it: homeward results replay gate 123" in text


def test_a_run_answers_sql_as_table_csv_and_json(kept: Path) -> None:
    sql = "SELECT name, count(*) AS lives, NULL AS none FROM fates GROUP BY name ORDER BY name"
    assert "Aki" in told("query", "gate", sql)
    assert list(csv.reader(io.StringIO(told("query", "gate", sql, "--csv"))))[:2] == [
        ["name", "lives", "none"],
        ["Aki", "200", ""],
    ]
    assert json.loads(told("query", "gate", sql, "--json"))[0] == {"name": "Aki", "lives": 200, "none": None}
    assert "Aki" in told("query", kept / "homeward-runs" / "gate", sql)


def test_a_long_answer_is_cut_in_a_table_and_whole_in_csv(kept: Path) -> None:
    result = ask("results", "query", "gate", "SELECT replicate FROM fates")
    assert "The first 200 rows; --csv prints all." in result.stderr
    assert len(told("query", "gate", "SELECT replicate FROM fates", "--csv").splitlines()) == 601


def test_tables_are_exported_as_csv(kept: Path) -> None:
    assert "2 tables in out: fates.csv, events.csv" in told(
        "export", "gate", "--csv", "out", "--table", "fates", "--table", "events"
    )
    rows = list(csv.DictReader((kept / "out" / "fates.csv").open(encoding="utf-8")))
    assert len(rows) == 600
    assert rows[0]["name"] == "Aki"
    assert {file.name for file in (kept / "out").iterdir()} == {"fates.csv", "events.csv"}


def test_a_workbook_has_a_sheet_per_table_and_one_that_says_where_it_is_from(kept: Path) -> None:
    told("export", "gate", "--xlsx", "gate.xlsx")
    with zipfile.ZipFile(kept / "gate.xlsx") as book:
        sheets = book.read("xl/workbook.xml").decode()
        first = book.read("xl/worksheets/sheet1.xml").decode()
        fates = book.read("xl/worksheets/sheet3.xml").decode()
    for name in ("run", "events", "fates", "measures", "outcomes"):
        assert f'name="{name}"' in sheets
    assert "scenario_sha256" in first
    assert fates.count("<row ") == 601
    assert not list(kept.glob(".*.part"))


def test_what_a_sheet_cannot_hold_is_refused_before_the_work(kept: Path) -> None:
    record = kept / "homeward-runs" / "gate" / "run.json"
    data = json.loads(record.read_text(encoding="utf-8"))
    data["rows"]["fates"] = 4_000_000
    record.write_text(json.dumps(data), encoding="utf-8")
    assert "a sheet holds 1,048,575 rows and fates has 4,000,000 rows" in refused(
        "results", "export", "gate", "--xlsx", "gate.xlsx"
    )
    assert not (kept / "gate.xlsx").exists()


def test_the_events_become_a_log_that_vidigi_reads(kept: Path) -> None:
    told("export", "gate", "--vidigi", "log.csv")
    rows = list(csv.DictReader((kept / "log.csv").open(encoding="utf-8")))
    assert list(rows[0]) == ["entity_id", "pathway", "event_type", "event", "time", "resource_id", "run_number"]
    assert {row["event_type"] for row in rows} <= {"arrival_departure", "queue", "resource_use", "resource_use_end"}
    lives: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in rows:
        lives.setdefault((row["run_number"], row["entity_id"]), []).append(row)
    assert {"0", "1", "2", "17"} <= {run for run, _ in lives}
    for life in lives.values():
        times = [float(row["time"]) for row in life]
        assert times == sorted(times)
        ends = [row["event"] for row in life if row["event_type"] == "arrival_departure"]
        assert ends == ["arrival", "depart"]
        assert (life[0]["event"], life[-1]["event"]) == ("arrival", "depart")
        used = [(row["event_type"], row["resource_id"]) for row in life if row["resource_id"]]
        assert [kind for kind, _ in used] == ["resource_use", "resource_use_end"] * (len(used) // 2)
        assert all(used[k][1] == used[k + 1][1] for k in range(0, len(used), 2))


def test_a_life_is_lived_again_and_found_the_same(kept: Path) -> None:
    text = told("replay", "gate", "17")
    assert text.splitlines()[0] == "A small incident: replicate 17 of seed 1, as it was"
    assert "The same, bit for bit: outcomes and fates and events as kept in gate." in text
    assert len(told("replay", "gate", "17", "--quiet").splitlines()) == 1
    assert json.loads(told("replay", "gate", "17", "--json"))["equal"] is True


def test_a_life_that_is_not_the_same_is_told_and_exits_with_1(kept: Path) -> None:
    record = kept / "homeward-runs" / "gate" / "run.json"
    data = json.loads(record.read_text(encoding="utf-8"))
    record.write_text(json.dumps({**data, "rng": "philox"}), encoding="utf-8")
    result = ask("results", "replay", "gate", "17", "--quiet")
    assert result.exit_code == 1
    assert "NOT the same" in result.stdout
    assert "the files were changed, or this is a fault" in result.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_shows_an_example(command: str) -> None:
    assert f"homeward results {command} gate" in ask("results", command, "--help").stdout
    assert f"homeward results {command} gate" in ask("results", "--help").stdout
    assert "homeward results steady queue" in ask("results", "--help").stdout


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("results", "show", "gates"), "there is no run 'gates' in homeward-runs, did you mean 'gate'?"),
        (("results", "show", "gate", "--arm", "he strolls"), "has no arm 'he strolls'; it has 'as it was'"),
        (("results", "query", "gate", "DROP VIEW fates"), "a query is one SELECT"),
        (("results", "query", "gate", "FROM fats"), "Table with name fats does not exist; the tables are"),
        (("results", "query", "gate", "FROM fates", "--csv", "--json"), "give one of them"),
        (("results", "export", "gate"), "say what to write: --csv DIR, --xlsx FILE or --vidigi FILE"),
        (("results", "export", "gate", "--csv", "small.toml"), "cannot write small.toml: File exists"),
        (("results", "export", "gate", "--xlsx", "no/where.xlsx"), "cannot write no/where.xlsx: "),
        (("results", "export", "gate", "--csv", "o", "--table", "fats"), "has no table 'fats'; it has events, fates"),
        (("results", "replay", "gate", "200"), "replicate 200 is not among the 200 of gate"),
        (("results", "replay", "gate", "first"), "Invalid value for"),
        (("results", "dance"), "No such command 'dance'"),
        (("study", "small.toml", "--keep-as", "gate"), "there is a run 'gate' in homeward-runs already"),
        (("study", "small.toml", "--keep-as", "../up"), "cannot be the name of a run"),
        (("study", "small.toml", "--keep-events", "3"), "give --keep or --keep-as NAME too"),
        (("study", "small.toml", "--keep", "--keep-events", "3-"), "'3-' names no lives"),
        (("study", "small.toml", "--keep", "--keep-events", "9-3"), "is not a range of at most 10,000 lives"),
    ],
)
def test_a_mistake_is_told_in_a_sentence_with_exit_code_2(words: tuple[str, ...], sentence: str, kept: Path) -> None:
    assert sentence in " ".join(refused(*words).replace("│", " ").split())
