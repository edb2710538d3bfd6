"""Tables: what goes in comes out, in order, whole or not at all, and nothing but the file is left."""

import threading
from pathlib import Path

import duckdb
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.errors import HomewardError
from homeward.store import tables
from homeward.store.columns import Words
from homeward.store.duck import open_duck
from homeward.store.tables import Table, read_table, write_table


def test_what_is_written_is_read_back_bit_for_bit(tmp_path: Path) -> None:
    given_columns = {
        "replicate": np.arange(5),
        "cause": np.array([0, 1, 2, -3, 127], np.int8),
        "blood": np.array([0.1, 1 / 3, 1e-30, 0.0, 7.5], np.float32),
        "detail": np.array([0.1, 1 / 3, 1e-300, -0.0, 7.5]),
        "alive": np.array([True, False, True, True, False]),
        "who": np.array(["Izumo", None, "O'Neil", "", "Kotetsu"], object),
    }
    write_table(tmp_path / "lives.parquet", given_columns)
    back = read_table(tmp_path / "lives.parquet")
    assert list(back) == list(given_columns)
    for name, values in given_columns.items():
        assert back[name].tolist() == values.tolist()
        assert back[name].dtype == values.dtype
    assert [file.name for file in tmp_path.iterdir()] == ["lives.parquet"]


def test_rows_keep_the_order_in_which_they_were_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "ROWS_IN_A_PART", 100)
    numbers = np.random.default_rng(1).permutation(1234)
    with Table(tmp_path / "waits.parquet", {"replicate": "i8"}) as table:
        for start in range(0, len(numbers), 33):
            table.add({"replicate": numbers[start : start + 33]})
        assert table.rows == 1234
        assert len(table._written) > 5  # memory stays flat because parts went to disk meanwhile
    assert read_table(tmp_path / "waits.parquet")["replicate"].tolist() == numbers.tolist()


def test_codes_are_stored_as_words_and_a_code_without_a_word_as_nothing(tmp_path: Path) -> None:
    columns = {"cause": Words.by_code({1: "haemorrhage", 3: "head, or 'neck'"})}
    with Table(tmp_path / "fates.parquet", columns) as table:
        table.add({"cause": np.array([3, 1, 0, -1, 2, 99])})
    told = read_table(tmp_path / "fates.parquet")["cause"].tolist()
    assert told == ["head, or 'neck'", "haemorrhage", None, None, None, None]


def test_no_number_is_stored_as_nothing_so_that_sql_counts_right(tmp_path: Path) -> None:
    write_table(tmp_path / "m.parquet", {"wait_s": np.array([1.0, np.nan, 3.0])})
    with open_duck() as duck:
        row = duck.execute(f"SELECT count(wait_s), avg(wait_s) FROM '{tmp_path / 'm.parquet'}'").fetchone()
    assert row == (2, 2.0)
    assert np.isnan(read_table(tmp_path / "m.parquet")["wait_s"][1])


def test_columns_and_rows_can_be_chosen(tmp_path: Path) -> None:
    write_table(tmp_path / "t.parquet", {"replicate": np.arange(9), "x": np.arange(9) ** 2, "y": np.zeros(9)})
    assert {name: list(v) for name, v in read_table(tmp_path / "t.parquet", "x", where="replicate = 3").items()} == {
        "x": [9]
    }


def test_a_table_without_rows_still_has_its_columns(tmp_path: Path) -> None:
    with Table(tmp_path / "none.parquet", {"at_s": "i8", "word": Words.of(["a"]), "x": "f4", "t": "text"}):
        pass
    back = read_table(tmp_path / "none.parquet")
    assert {name: len(values) for name, values in back.items()} == {"at_s": 0, "word": 0, "x": 0, "t": 0}


def test_work_that_fails_leaves_no_file_and_no_parts(tmp_path: Path) -> None:
    def live() -> None:
        with Table(tmp_path / "half.parquet", {"replicate": "i8"}) as table:
            table.add({"replicate": np.arange(200_000)})
            raise RuntimeError("the kernel stopped")

    with pytest.raises(RuntimeError, match="the kernel stopped"):
        live()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "chunk",
    [
        {"a": np.arange(3)},
        {"a": np.arange(3), "b": np.arange(3.0), "c": np.arange(3)},
        {"a": np.arange(3), "b": np.arange(4.0)},
        {"a": np.zeros((3, 2)), "b": np.zeros((3, 2))},
    ],
)
def test_a_chunk_of_another_shape_is_refused(chunk: dict[str, np.ndarray], tmp_path: Path) -> None:
    with (
        Table(tmp_path / "t.parquet", {"a": "i8", "b": "f8"}) as table,
        pytest.raises(HomewardError, match=r"^t\.parq"),
    ):
        table.add(chunk)


def test_a_column_of_a_kind_nobody_knows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(HomewardError, match="cannot hold when: M8"):
        Table(tmp_path / "t.parquet", {"when": "M8[s]"})
    assert list(tmp_path.iterdir()) == []


def test_many_threads_may_add(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "ROWS_IN_A_PART", 50)
    with Table(tmp_path / "t.parquet", {"n": "i8"}) as table:
        work = [threading.Thread(target=lambda k=k: table.add({"n": np.full(30, k)})) for k in range(20)]
        for each in work:
            each.start()
        for each in work:
            each.join()
    assert sorted(read_table(tmp_path / "t.parquet")["n"].tolist()) == sorted(list(range(20)) * 30)


@given(st.lists(st.lists(st.floats(width=32, allow_nan=False), max_size=7), max_size=6))
def test_however_rows_are_cut_into_chunks_the_table_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, chunks: list[list[float]]
) -> None:
    file = tmp_path_factory.mktemp("cut") / "t.parquet"
    with Table(file, {"x": "f4"}) as table:
        for chunk in chunks:
            table.add({"x": np.array(chunk, np.float32)})
    whole = np.array([value + 0.0 for chunk in chunks for value in chunk], np.float32)  # -0 is stored as 0
    assert read_table(file)["x"].tobytes() == whole.tobytes()


def test_nothing_is_fetched_and_no_python_variable_is_a_table() -> None:
    lives = {"a": np.arange(3)}
    with open_duck() as duck:
        with pytest.raises(duckdb.CatalogException):
            duck.execute("SELECT * FROM lives").fetchall()
        with pytest.raises(duckdb.Error):
            duck.execute("SELECT st_point(1, 2)").fetchall()
        loaded = duck.execute("SELECT extension_name FROM duckdb_extensions() WHERE loaded").fetchall()
    assert {name for (name,) in loaded} <= {"core_functions", "icu", "json", "parquet", "jemalloc"}
    assert len(lives) == 1
