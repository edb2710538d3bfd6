"""A figure's verdict comes from its bounds, and from nothing else."""

import pytest

from homeward.validation import FAIL, INFORMATION, PASS, Figure, Study, markdown

pytestmark = pytest.mark.jitless

STUDY = Study("Somebody 1990, n = 10", "S", "by hand")


def about(ours: float) -> Figure:
    return STUDY.about("heart rate", 100.0, ours, "/min", 5.0, "counting")


@pytest.mark.parametrize(
    ("ours", "verdict"), [(95.0, PASS), (105.04, PASS), (105.06, FAIL), (94.94, FAIL), (float("nan"), FAIL)]
)
def test_ours_passes_at_the_bounds_and_fails_beyond_them(ours: float, verdict: str) -> None:
    assert about(ours).verdict == verdict


def test_what_was_not_calibrated_on_is_told_and_cannot_fail() -> None:
    told = STUDY.told("mortality", "40 %", 81.0, "%")
    assert told.verdict == INFORMATION
    assert told.passed


def test_a_figure_says_its_numbers_in_words() -> None:
    figure = about(101.26)
    assert (figure.published, figure.ours, figure.tolerance) == ("100.0 /min", "101.3 /min", "± 5 /min: counting")


def test_json_holds_the_words_the_numbers_and_the_verdict() -> None:
    data = about(120.0).to_json()
    assert data["verdict"] == FAIL
    assert data["passed"] is False
    assert (data["low"], data["value"], data["high"]) == (95.0, 120.0, 105.0)


def test_the_page_counts_verdicts_and_marks_what_failed() -> None:
    page = markdown([about(100.0), about(120.0), STUDY.told("mortality", "40 %", 81.0, "%")])
    assert page.startswith("1 figures within their tolerance, 1 outside it, 1 for information.")
    assert page.count("**FAIL**") == 1
    assert "- Somebody 1990, n = 10: by hand." in page
