"""SQL over a run: its tables and nothing else, read and never written, mistakes in a sentence."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from homeward.errors import HomewardError
from homeward.store.draft import RunDraft
from homeward.store.querying import asked
from homeward.store.runs import Run


@pytest.fixture
def run(place: Path) -> Run:
    with RunDraft("monday", "x") as draft:
        waits = {"replicate": np.arange(5), "wait_s": np.arange(5) * 60.0}
        draft.table("waits", {"replicate": "i8", "wait_s": "f8"}).add(waits)
        return draft.publish({}, {})


def answer(run: Run, sql: str) -> list[tuple[Any, ...]]:
    with asked(run, sql) as told:
        return list(told.rows)


def test_a_table_of_a_run_is_asked_by_its_name(run: Run) -> None:
    assert answer(run, "SELECT avg(wait_s) FROM waits WHERE replicate > 2") == [(210.0,)]
    assert len(answer(run, "FROM waits")) == 5
    assert [row[0] for row in answer(run, "DESCRIBE waits")] == ["replicate", "wait_s"]
    with asked(run, "WITH long AS (FROM waits WHERE wait_s > 100) SELECT count(*) AS n FROM long;") as told:
        assert told.columns == ("n",)


@pytest.mark.parametrize(
    "sql",
    [
        "DROP VIEW waits",
        "CREATE TABLE mine AS FROM waits",
        "COPY waits TO 'out.csv'",
        "INSERT INTO waits VALUES (1, 2)",
        "SELECT 1; SELECT 2",
        "SET enable_external_access = true",
        "ATTACH 'other.db'",
        "INSTALL httpfs",
        "",
    ],
)
def test_what_is_kept_is_only_read(sql: str, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(HomewardError, match="a query is one SELECT"):
        answer(run, sql)
    assert sorted(tmp_path.rglob("*")) == before


def test_no_other_file_can_be_read(run: Run, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n", encoding="utf-8")
    for sql in (f"FROM read_csv('{secret}')", f"FROM read_text('{secret}')", f"FROM glob('{tmp_path}/*')"):
        with pytest.raises(HomewardError, match="a query reads the tables of monday and no other file"):
            answer(run, sql)
    with pytest.raises(HomewardError):
        answer(run, f"FROM '{secret}'")


@pytest.mark.parametrize(
    ("sql", "sentence"),
    [
        ("SELEC 1", 'syntax error at or near "SELEC"; the tables are waits (DESCRIBE waits names its columns)'),
        ("SELECT wait FROM waits", 'Referenced column "wait" not found in FROM clause; the tables are waits'),
        ("FROM fates", "Table with name fates does not exist; the tables are waits"),
        ("SELECT 'a' + wait_s FROM waits", "; the tables are waits"),
    ],
)
def test_a_mistake_is_one_sentence_that_names_the_tables(sql: str, sentence: str, run: Run) -> None:
    with pytest.raises(HomewardError) as told:
        answer(run, sql)
    assert sentence in str(told.value)
    assert "\n" not in str(told.value)


def test_a_query_that_asks_too_much_ends_with_a_sentence(run: Run) -> None:
    with pytest.raises(HomewardError, match="needs more memory than it is given: narrow it"):
        answer(run, "SELECT a.range FROM range(100000000) a, range(1000) b ORDER BY a.range * b.range")


def test_a_damaged_table_is_told(run: Run) -> None:
    run.table("waits").write_bytes(b"not a table at all")
    with pytest.raises(HomewardError, match=r"monday .* damaged"):
        answer(run, "FROM waits")
