"""What run, study, compare and review print: words and tables, or JSON of a shape that stays."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints, is_typeddict

import psutil
import pytest
from pydantic import TypeAdapter

from homeward.results.shape import LifeJson, ResultsJson
from tests.cli.asking import ask, refused
from tests.scenario.files import a_file

BLEEDS_LESS = 'wound.belly.bleeding={ median = "20 mL/min", spread = 0.5 }'

TOP = {"homeward", "command", "scenario", "scenario_sha256", "seed", "replicates", "wall_s", "arms"}
REVIEW = {"observed", "agreeing"}


@pytest.fixture
def small(tmp_path: Path) -> str:
    return a_file(tmp_path)


def told(*words: str | Path) -> dict[str, Any]:
    result = ask(*words, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def assert_no_other_keys(shape: Any, data: Any) -> None:
    """Assert that plain data has no key that its TypedDict does not promise, however deep."""
    if is_typeddict(shape):
        hints = get_type_hints(shape)
        assert set(data) <= set(hints), set(data) - set(hints)
        for key, value in data.items():
            assert_no_other_keys(hints[key], value)
    elif get_origin(shape) is list:
        for each in data:
            assert_no_other_keys(get_args(shape)[0], each)
    elif get_origin(shape) is dict:
        for each in data.values():
            assert_no_other_keys(get_args(shape)[1], each)
    elif data is not None:
        for option in get_args(shape):
            if is_typeddict(option):
                assert_no_other_keys(option, data)


@pytest.mark.parametrize("command", ["study", "compare", "review"])
def test_json_has_the_shape_that_is_promised(command: str, small: str) -> None:
    data = told(command, small, "--replicates", "3000", "--seed", "4")
    TypeAdapter(ResultsJson).validate_python(data, strict=True)
    assert_no_other_keys(ResultsJson, data)
    assert set(data) >= TOP | (REVIEW if command == "review" else set())
    assert (data["command"], data["scenario"], data["seed"], data["replicates"]) == (command, "small", 4, 3000)
    for arm in data["arms"]:
        for measure in arm["measures"].values():
            assert set(measure) == {"mean", "low", "high", "n"}
        for difference in arm["versus_base"].values():
            assert set(difference) == {"difference", "low", "high"}
        for answer in ("saved", "lost", "necessary", "sufficient"):
            assert (answer in arm) == (command == "review")


def test_json_of_one_life_has_the_shape_that_is_promised(small: str) -> None:
    data = told("run", small, "--replicate", "17")
    TypeAdapter(LifeJson).validate_python(data, strict=True)
    assert_no_other_keys(LifeJson, data)
    assert data["replicate"] == 17


def test_the_shape_is_a_json_schema_others_can_use() -> None:
    schema = TypeAdapter(ResultsJson).json_schema()
    assert schema["required"][:5] == ["homeward", "command", "scenario", "scenario_sha256", "seed"]
    assert schema["$defs"]["MeasureJson"]["required"] == ["mean", "low", "high", "n"]


def test_the_same_words_give_the_same_numbers(small: str) -> None:
    answers = [told("compare", small, "--replicates", "500", "--threads", threads) for threads in ("1", "2")]
    assert answers[0]["arms"] == answers[1]["arms"]


def test_a_run_tells_the_life_and_where_it_lies(small: str) -> None:
    result = ask("run", small, "--seed", "7")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "A small incident: life 0 of seed 7, as it was"
    assert any("Aki" in line and "wounded" in line for line in lines)
    assert "of 10,000 runs" in lines[-1]
    assert ask("run", small, "--seed", "7", "--quiet").stdout.splitlines() == lines[:-1]


def test_a_replicate_is_the_same_life_every_time(small: str) -> None:
    one, again, other = (told("run", small, "--replicate", k) for k in ("17", "17", "18"))
    assert one["ledger"] == again["ledger"]
    assert one["ledger"] != other["ledger"]


def test_a_study_tells_measures_causes_and_times(small: str) -> None:
    text = ask("study", small, "--replicates", "500").stdout
    assert "study of 500 lives, seed 1" in text
    for words in ("alive at 30 days", "cause of death", "haemorrhage", "place of death", "time to care", "min ("):
        assert words in text


def test_a_comparison_tells_differences_and_what_pairing_was_worth(small: str) -> None:
    text = ask("compare", small, "--set", BLEEDS_LESS, "--replicates", "1000").stdout
    assert "in points" in text
    assert " (+" in text
    assert "variance" in text
    assert "×" in text
    assert "the base" in text


def test_a_review_says_what_would_have_saved_him(small: str) -> None:
    text = ask("review", small, "--set", BLEEDS_LESS, "--replicates", "3000", "--no-figures").stdout
    assert "lives agree with what was seen" in text
    assert "They end in death, all of them." in text
    assert "What would have saved Aki: “wound.belly.bleeding" in text
    assert "not a medical device" in text
    for heading in ("saved", "necessary", "sufficient", "Aki: no pulse"):
        assert heading in text


def test_when_nothing_helps_the_review_says_so(small: str) -> None:
    text = ask("review", small, "--set", "title=Another", "--replicates", "3000", "--no-figures").stdout
    assert "What would have saved Aki: none of these decisions" in text


def test_a_review_of_a_life_asks_whether_there_was_another_way(tmp_path: Path) -> None:
    file = a_file(tmp_path, ('sign = "no pulse"', 'sign = "talks"'))
    worse = 'wound.belly.bleeding={ median = "200 mL/min", spread = 0.5 }'
    text = ask("review", file, "--set", worse, "--replicates", "3000", "--no-figures").stdout
    assert "They end in life" in text
    assert "Was there another way for Aki?" in text


def test_too_few_lives_that_agree_are_refused_with_a_remedy(small: str) -> None:
    assert "are needed for an answer: ask for more lives (--replicates" in refused(
        "review", small, "--replicates", "300", "--no-figures"
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signal")
def test_ctrl_c_in_a_long_study_gives_what_there_is_and_exit_code_130(small: str) -> None:
    words = [sys.executable, "-m", "homeward", "study", small, "--replicates", "90000000", "--threads", "1"]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while psutil.Process(process.pid).cpu_times().user < 4:
        time.sleep(0.1)  # starting takes about 1 s of work; at 4 s it is counting lives
    process.send_signal(signal.SIGINT)
    stdout, stderr = process.communicate(timeout=60)
    assert process.returncode == 130, stderr
    assert "PARTIAL: stopped after" in stdout
    assert "of 90,000,000 lives" in stdout
    assert "Traceback" not in stderr
