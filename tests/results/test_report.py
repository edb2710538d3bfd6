"""The report: whole, well formed, fetching nothing, and saying all that a careful reader needs."""

import itertools
import re
from dataclasses import replace
from functools import cache
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from homeward import load
from homeward.results import report
from homeward.results.findings import headline
from homeward.results.quantity import Measure
from homeward.results.report_tables import number
from tests.results.made_up import ARMS, a_comparison, a_review

VOID = {"meta", "br", "hr", "img", "input", "link"}
RESULTS = {
    "review of a death": a_review("death"),
    "review of a life": a_review("life"),
    "comparison": a_comparison(),
    "study": a_comparison({"as it was": 0.3}),
}


class Outline(HTMLParser):
    """Reads a page, insisting that every element is closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> says {names} twice"
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> at {self.getpos()} closes another element"

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("style", "script"):
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.elements if name == tag]


@cache
def page_of(kind: str) -> str:
    return report.page(RESULTS[kind])


def outline(page: str) -> Outline:
    reader = Outline()
    reader.feed(page)
    reader.close()
    assert not reader.open, f"never closed: {reader.open}"
    return reader


def page_with_arm(name: str) -> str:
    return report.page(a_review("death", {"as it was": 0.1, name: 0.4}))


@pytest.mark.parametrize("kind", RESULTS)
def test_the_page_is_well_formed(kind: str) -> None:
    read = outline(page_of(kind))
    ids = [attrs["id"] for _, attrs in read.elements if "id" in attrs]
    assert len(ids) == len(set(ids)), "an id stands twice"
    for attrs in read.all("section"):
        assert attrs["aria-labelledby"] in ids


@pytest.mark.parametrize("kind", RESULTS)
def test_the_page_opens_without_a_network_and_without_scripts(kind: str) -> None:
    page = page_of(kind)
    bare = re.sub(r'\sxmlns(:\w+)?="[^"]*"', "", page)
    assert not re.search(r"https?:|//\w+\.|@import|<script|<link|<iframe|<img|\ssrc=|url\((?!#)|javascript:", bare)
    for _, attrs in outline(page).elements:
        assert not [name for name in attrs if name.startswith("on")]
        for name in ("href", "xlink:href"):
            assert (attrs.get(name) or "#").startswith("#")


@pytest.mark.parametrize("kind", RESULTS)
def test_the_page_can_be_read_by_a_screen_reader(kind: str) -> None:
    read = outline(page_of(kind))
    assert read.all("html")[0]["lang"] == "en"
    assert len(read.all("h1")) == len(read.all("main")) == len(read.all("title")) == 1
    headings = [int(tag[1]) for tag, _ in read.elements if re.fullmatch(r"h[1-6]", tag)]
    assert headings[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(headings))
    pictures = read.all("svg")
    assert len(pictures) >= 3
    for picture in pictures:
        assert picture["role"] == "img"
        assert len(picture["aria-label"]) > 40
    for attrs in read.all("th"):
        assert attrs["scope"] in ("col", "row")
    assert len(read.all("caption")) == len(read.all("table"))


@pytest.mark.parametrize("kind", RESULTS)
def test_the_page_says_what_was_found_and_from_what(kind: str) -> None:
    text, results = outline(page_of(kind)).text, RESULTS[kind]
    assert " ".join(headline(results).split()) in text
    assert f"{results.replicates:,} lives from seed 7" in text
    assert f"homeward {results.command} izumo --seed 7 --replicates {results.asked}" in text
    assert "not a medical device" in text
    assert "0.1.0" in text
    for arm in results.arms:
        assert arm.name in text
        assert arm is results.base or arm.about in text


def test_a_review_says_what_was_seen_and_how_many_lives_agree() -> None:
    text = outline(page_of("review of a death")).text
    assert "1,000 of 100,000 lives (1.0 %) agree with everything that was seen; all of them end in death" in text
    for words in ("no pulse", "0:35:00 to 0:44:00", "throughout", "at some moment", "20 %"):
        assert words in text


def test_a_review_of_a_life_speaks_of_those_lost_and_of_a_death_of_those_saved() -> None:
    assert "Izumo lost" in outline(page_of("review of a life")).text
    assert "Izumo saved" in outline(page_of("review of a death")).text


def test_necessary_and_sufficient_are_each_explained_in_a_sentence() -> None:
    text = outline(page_of("review of a death")).text
    assert text.count("Necessary (Pearl’s PN): of the lives that agree with the facts and end in death") == 1
    assert text.count("Sufficient (Pearl’s PS): of all lives that end in life under the alternative") == 1
    assert "Pearl" not in outline(page_of("comparison")).text


def test_the_fate_of_every_person_is_told() -> None:
    read = outline(page_of("comparison"))
    assert "What became of each person" in read.text
    assert read.text.count("98.0 % (96.9–98.7)") == 2 * len(ARMS)


def test_a_person_who_is_not_there_is_not_counted_as_lost() -> None:
    results = a_comparison()
    base = results.base
    absent = replace(base.people["Kotetsu"], with_team=False)
    results = replace(
        results, arms=(replace(base, people=base.people | {"Kotetsu": absent}), *results.arms[1:]), timeline=None
    )
    assert "not there" in outline(report.page(results)).text


def test_what_a_scenario_assumes_is_listed_with_its_ranges() -> None:
    scenario = load("izumo")
    found = scenario.assumptions()
    text = outline(report.page(RESULTS["study"], scenario)).text
    assert len(found) > 20
    for assumption in found:
        assert " ".join(assumption.path.split()) in text
        assert " ".join(assumption.why.split()) in text
        assert assumption.range is None or f"{assumption.range[0]} to {assumption.range[1]}" in text
    assert scenario.about in text


def test_a_result_that_was_stopped_says_so_at_the_top() -> None:
    text = outline(report.page(replace(RESULTS["study"], asked=5000))).text
    assert "Stopped early. 1,000 of the 5,000 replicates asked for were done" in text[:600]


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", 'a "quoted" & <b>bold</b> name', "</svg></figure>"])
def test_names_are_words_and_never_markup(name: str) -> None:
    page = page_with_arm(name)
    read = outline(page)
    assert not read.all("script")
    assert not read.all("b")
    assert escape(name) in page
    assert name in read.text


def test_it_is_written_whole(tmp_path: Path) -> None:
    path = report.write(RESULTS["study"], tmp_path / "report.html")
    assert path.read_text(encoding="utf-8") == page_of("study")
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_half_written_is_left_when_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.html"
    path.write_text("the report of yesterday", encoding="utf-8")
    whole = Path.write_text

    def half(self: Path, text: str, **options: str) -> int:
        whole(self, text[: len(text) // 2], **options)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", half)
    with pytest.raises(OSError, match="No space left"):
        report.write(RESULTS["study"], path)
    assert [file.name for file in tmp_path.iterdir()] == ["report.html"]
    assert path.read_text(encoding="utf-8") == "the report of yesterday"


def test_it_has_a_style_for_paper_and_for_small_screens() -> None:
    assert "@media print" in page_of("study")
    assert "@media (max-width" in page_of("study")


@pytest.mark.parametrize(
    ("mean", "half", "unit", "text"),
    [
        (44.123, 3.0, "min", "44 min (41–47)"),
        (44.123, 0.3, "min", "44.1 min (43.8–44.4)"),
        (1234.5, 0.04, "kJ", "1,234.50 kJ (1,234.46–1,234.54)"),
        (0.0, 0.0, "people", "0 (0–0)"),
    ],
)
def test_a_number_has_the_decimals_its_interval_can_bear(mean: float, half: float, unit: str, text: str) -> None:
    assert number(Measure(mean, mean - half, mean + half, 100, unit, "label")) == text
