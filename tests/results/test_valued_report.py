"""The report and the tables of results whose replicates each have values."""

from pathlib import Path

import numpy as np

from homeward.cli.valued import compare_tables, same_sentence, study_tables
from homeward.results.sampling import Sampling
from homeward.results.valued_report import page, rest_of, write
from homeward.results.values import ValuedResults, live_valued
from tests.results.test_values import HOME, WAIT, a_plan


def a_comparison() -> ValuedResults:
    plans = [a_plan("as it was"), a_plan("a minute more", 1.0)]
    arms, due = live_valued(plans, [WAIT, HOME], "wait", Sampling(replicates=50, threads=1), lambda *_: None)
    where = {"homeward": "0", "python": "3.11"}
    return ValuedResults(
        "compare", "network", "queue", "A queue <1>", "", 1, 50, due, 0.1, tuple(arms), where, ("Hm.",)
    )


def test_the_page_says_what_changes_and_how_many_do_not() -> None:
    text = page(a_comparison(), [])
    assert "+1 <span>(+1 to +1)</span>" in text
    assert "1 other measures show no difference that 50 replicates could tell from nothing" in text
    assert "A queue &lt;1&gt;" in text
    assert "http" not in text


def test_an_arm_that_changes_nothing_else_says_so() -> None:
    assert same_sentence(a_comparison().arms[1]).endswith("could tell from nothing: came home.")
    assert len(compare_tables(a_comparison())) == 4


def test_an_arm_in_which_nothing_changes_says_that() -> None:
    assert rest_of(7, 0, 50) == "None of 7 measures shows a difference that 50 replicates could tell from nothing."
    assert "one in twenty" in rest_of(7, 2, 50)


def test_a_study_leaves_out_what_nobody_could_answer() -> None:
    results = a_comparison()
    results.base.measures["wait"] = type(results.base.measures["wait"])(None, None, None, 0, "min", "mean wait")
    assert study_tables(results)[1].row_count == 1


def test_the_file_appears_whole(tmp_path: Path) -> None:
    file = write(a_comparison(), [], tmp_path / "report.html")
    assert file.read_text(encoding="utf-8").endswith("</html>\n")
    assert [each.name for each in tmp_path.iterdir()] == ["report.html"]


def test_values_are_kept_in_order() -> None:
    assert np.array_equal(a_comparison().base.columns["k"], np.arange(50))
