"""Pictures: nothing is clipped, nothing overlaps, the finding is the title, and colours can be told apart."""

import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.colors import to_rgb
from matplotlib.image import imread
from matplotlib.text import Text

from homeward.codes import Cause
from homeward.results.figures import pictures, save_all
from homeward.results.figures.causes import COLOURS, shares
from homeward.results.figures.labels import spread_out
from homeward.results.figures.signs import BANDS, stretches
from homeward.results.figures.style import (
    BLACK,
    BLUE,
    DPI,
    GREEN,
    GREY,
    ORANGE,
    PURPLE,
    SKY,
    VERMILLION,
    Picture,
    house_style,
    ink,
    width_of,
    wrap,
)
from homeward.results.findings import best_arm, headline, in_so_many, percent, ranked, share_with_interval
from homeward.results.quantity import Measure
from homeward.results.results import Results
from tests.results.made_up import ARMS, a_comparison, a_review, a_timeline, share

ENDLESS = "a name so long that no picture has room for it on one line, nor on two, whatever else is left out of it"
CROWD = {"as it was": 0.5} | {f"alternative number {i}, much like every other": 0.5 + i / 1000 for i in range(12)}
RESULTS = {
    "review of a death": a_review("death"),
    "review of a life": a_review("life"),
    "comparison": a_comparison(),
    "study": a_comparison({"as it was": 0.3}),
    "names without end": a_review("death", {"as it was": 0.1, ENDLESS: 0.2, "x" * 120: 0.3, ENDLESS + ", twice": 0.2}),
    "all ends together": a_comparison(CROWD),
    "nobody dies": a_comparison({"as it was": 1.0, "other": 1.0}),
    "all die": a_comparison({"as it was": 0.0, "other": 0.0}),
}


@cache
def pictures_of(kind: str) -> dict[str, Picture]:
    """The pictures of one of the results above, drawn once."""
    return drawn(RESULTS[kind])


def drawn(results: Results) -> dict[str, Picture]:
    return {picture.name: picture for picture in pictures(results)}


Box = tuple[float, float, float, float]


def texts_of(picture: Picture) -> list[tuple[str, Box]]:
    """Every text that is really drawn, laid out at its final size, with left, bottom, right, top in pixels."""
    drawn_texts: list[tuple[str, Box]] = []
    draw = Text.draw

    def note(text: Text, renderer: RendererAgg) -> None:
        draw(text, renderer)
        if text.get_visible() and text.get_text().strip():
            box = Text.get_window_extent(text, renderer)  # of an annotation: without its line
            drawn_texts.append((text.get_text(), (box.x0, box.y0, box.x1, box.y1)))

    picture.figure.set_dpi(DPI)
    FigureCanvasAgg(picture.figure)
    with house_style():
        picture.figure.draw_without_rendering()
        with patch.object(Text, "draw", note):
            picture.figure.draw_without_rendering()
    return drawn_texts


@pytest.mark.parametrize("kind", RESULTS)
def test_no_text_is_clipped_and_no_two_overlap(kind: str) -> None:
    for name, picture in pictures_of(kind).items():
        texts = texts_of(picture)
        assert len(texts) > 5
        width, height = picture.figure.get_size_inches() * picture.figure.dpi
        for words, (left, bottom, right, top) in texts:
            assert left >= 0, (name, words)
            assert bottom >= 0, (name, words)
            assert right <= width, (name, words)
            assert top <= height, (name, words)
        for (words, a), (others, b) in combinations(texts, 2):
            apart = a[2] <= b[0] + 1 or b[2] <= a[0] + 1 or a[3] <= b[1] + 1 or b[3] <= a[1] + 1
            assert apart, (kind, name, words, others)


def test_texts_are_as_wide_as_they_are_reckoned() -> None:
    for picture in pictures_of("review of a death").values():
        written = {text.get_text(): text for text in picture.figure.findobj(Text)}
        sizes = {(text.get_text(), text.get_fontsize()) for text in picture.figure.findobj(Text)}
        for words, (left, _, right, _) in texts_of(picture):
            text = written[words]
            if "\n" not in words and text.get_rotation() == 0 and sum(words == other for other, _ in sizes) == 1:
                reckoned = width_of(words, text.get_fontsize(), text.get_fontweight())
                assert (right - left) / DPI == pytest.approx(reckoned, rel=0.01, abs=0.015)


@pytest.mark.parametrize("kind", RESULTS)
def test_no_letter_is_smaller_than_can_be_read_at_half_size(kind: str) -> None:
    for picture in pictures_of(kind).values():
        assert min(text.get_fontsize() for text in picture.figure.findobj(Text)) >= 7.5


def test_every_kind_of_result_has_its_pictures() -> None:
    assert list(pictures_of("review of a death")) == ["ranking", "survival", "necessary", "causes", "signs"]
    assert list(pictures_of("comparison")) == ["ranking", "survival", "causes", "signs"]
    assert list(pictures_of("study")) == ["survival", "causes", "signs"]
    assert list(drawn(replace(RESULTS["study"], timeline=None))) == ["survival", "causes"]


def test_they_are_saved_as_wide_as_promised(tmp_path: Path) -> None:
    saved = save_all(RESULTS["comparison"], tmp_path)
    assert sorted(saved) == sorted(tmp_path.iterdir())
    assert {imread(path).shape[1] for path in saved} == {1400}


def test_the_same_result_gives_the_same_picture() -> None:
    first, second = (drawn(a_review())["survival"].svg() for _ in range(2))
    assert first == second


def test_every_picture_says_where_it_comes_from_and_what_it_is_not() -> None:
    for picture in pictures_of("review of a death").values():
        footer = next(words for words, _ in texts_of(picture) if words.startswith("izumo · "))
        for part in ("seed 7", "100,000 replicates", "Homeward 0.1.0", "not a medical device"):
            assert part in footer


def test_a_result_that_was_stopped_says_so_in_every_picture() -> None:
    for picture in drawn(replace(RESULTS["comparison"], asked=5000)).values():
        assert any("1,000 replicates of 5,000 asked for (stopped early)" in words for words, _ in texts_of(picture))


def test_every_arm_is_named_in_every_picture_of_arms() -> None:
    for picture in pictures_of("comparison").values():
        words = " ".join(words for words, _ in texts_of(picture)).replace("\n", " ")
        assert picture.name == "signs" or all(name in words for name in ARMS), picture.name


def test_the_arms_stand_from_best_to_worst() -> None:
    shares_alive = [arm.measures["alive_at_30_days"].mean for arm in ranked(RESULTS["comparison"])]
    assert shares_alive == sorted(shares_alive, reverse=True)
    lost = [arm.lost.mean for arm in ranked(RESULTS["review of a life"])]
    assert lost == sorted(lost)
    assert best_arm(RESULTS["comparison"]).name == "one step of God's Step"


def test_the_headline_follows_how_the_facts_ended() -> None:
    assert headline(RESULTS["review of a death"]).startswith("“one step of God's Step” would have saved Izumo in 93")
    assert headline(RESULTS["review of a life"]).startswith("What was done was the best of these ways")
    easy = a_review("life", {"as it was": 0.99, "on foot": 0.99})
    assert headline(easy).startswith("What was done was not the only way: “on foot”")
    assert in_so_many(share(0)).startswith("in none (0")
    assert in_so_many(share(1)).startswith("in 0.1")
    hopeless = a_review("death", {"as it was": 0.0, "on foot": 0.0})
    assert "none of these decisions would have saved Izumo" in headline(hopeless)
    even = a_comparison({"as it was": 0.5, "on foot": 0.5})
    assert headline(even).startswith("None of these decisions is shown to keep Izumo alive more often than as it was")


def test_an_arm_without_an_answer_is_shown_and_comes_last() -> None:
    review = a_review()
    silent = replace(review.arms[1], saved=Measure(None, None, None, 0, "share", "saved"), necessary=None)
    results = replace(review, arms=(review.arms[0], silent, *review.arms[2:]))
    assert ranked(results)[-1] is silent
    for name in ("ranking", "necessary"):
        assert any(words == "no life could answer" for words, _ in texts_of(drawn(results)[name]))


def test_every_cause_has_a_colour_of_its_own() -> None:
    assert len(set(COLOURS)) == len(COLOURS) >= len(Cause) - 1


def test_causes_and_survivors_add_up_to_everybody() -> None:
    for arm in RESULTS["comparison"].arms:
        assert sum(shares(arm, list(arm.causes)).values()) == pytest.approx(1)


def test_what_was_learnt_weeks_later_does_not_stretch_the_picture() -> None:
    results = RESULTS["review of a death"]
    assert any(seen.until_s == 30 * 86_400 for seen in results.review.observed)
    picture = pictures_of("review of a death")["signs"]
    assert picture.figure.axes[0].get_xlim()[1] == pytest.approx(1.06 * 44, abs=0.1)
    assert any(words == "Kotetsu: survived →" for words, _ in texts_of(picture))


def test_signs_are_told_from_the_first_moment_to_the_last() -> None:
    parts = stretches(a_timeline().of("Izumo"), 2640)
    assert [level for _, _, level in parts] == [0, 1, 2, 3, 4, 5]
    assert parts[0][0] == 0
    assert parts[-1][1] == 2640
    assert all(stop == start for (_, stop, _), (start, _, _) in pairwise(parts))


@pytest.mark.parametrize("kind", ["review of a death", "names without end"])
def test_the_svg_fetches_nothing_and_describes_itself(kind: str) -> None:
    seen: set[str] = set()
    for picture in pictures_of(kind).values():
        svg = picture.svg()
        assert svg.startswith("<svg ")
        assert "http" not in re.sub(r'xmlns(:\w+)?="[^"]*"', "", svg)
        assert 'role="img"' in svg
        assert f'aria-label="{picture.description[:20]}' in svg
        ids = set(re.findall(r'\bid="([^"]+)"', svg))
        assert not ids & seen, "two pictures on a page share an id"
        assert set(re.findall(r'(?:href="#|url\(#)([^")]+)', svg)) <= ids
        seen |= ids


def test_drawing_leaves_no_trace_in_the_users_matplotlib() -> None:
    script = (
        "import sys, matplotlib; before = matplotlib.rcParams.copy()\n"
        "from homeward.results.figures import pictures\n"
        "from tests.results.made_up import a_review\n"
        "pictures(a_review())[0].svg()\n"
        "assert matplotlib.rcParams.copy() == before, 'settings changed'\n"
        "assert 'matplotlib.pyplot' not in sys.modules, 'pyplot was imported'\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=Path(__file__).parents[2])


def test_awareness_darkens_step_by_step() -> None:
    luminances = [float(np.dot([0.2126, 0.7152, 0.0722], linear(colour))) for colour in BANDS]
    assert luminances == sorted(luminances, reverse=True)
    assert min(a / b for a, b in pairwise(luminances)) > 1.3


def linear(colour: str) -> np.ndarray:
    """Linear RGB of an sRGB colour (IEC 61966-2-1)."""
    rgb = np.array(to_rgb(colour))
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def test_letters_stand_out_from_the_page() -> None:
    for colour in (BLACK, BLUE, VERMILLION, ORANGE, GREEN, SKY, PURPLE, GREY):
        luminance = float(np.dot([0.2126, 0.7152, 0.0722], linear(ink(colour))))
        assert 1.05 / (luminance + 0.05) >= 4.5, f"{colour} is too pale to be read (WCAG 2.2, 1.4.3)"


MACHADO = {
    # Machado, Oliveira and Fernandes (2009), IEEE TVCG 15:1291, severity 1.0
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
}


@pytest.mark.parametrize("kind", MACHADO)
def test_colour_blind_readers_can_tell_the_colours_apart(kind: str) -> None:
    seen = [np.array(MACHADO[kind]) @ linear(c) for c in (BLUE, VERMILLION, ORANGE, GREEN, SKY, PURPLE, GREY)]
    assert min(float(np.abs(a - b).max()) for a, b in combinations(seen, 2)) > 0.05


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0.01, 0.12)), min_size=1, max_size=12))
def test_labels_keep_their_order_do_not_touch_and_stay_inside(labels: list[tuple[float, float]]) -> None:
    labels = sorted(labels)
    wanted, sizes = [want for want, _ in labels], [size for _, size in labels]
    places = spread_out(wanted, sizes, 0.0, 2.0)
    edges = [(place - size / 2, place + size / 2) for place, size in zip(places, sizes, strict=True)]
    assert all(low[1] <= high[0] + 1e-9 for low, high in pairwise(edges))
    assert edges[0][0] >= -1e-9
    assert edges[-1][1] <= 2.0 + 1e-9


@given(st.lists(st.integers(1, 9), min_size=1, max_size=9, unique=True))
def test_labels_with_room_stay_where_they_want(tenths: list[int]) -> None:
    wanted = [tenth / 10 for tenth in sorted(tenths)]
    assert spread_out(wanted, [0.09] * len(wanted)) == pytest.approx(wanted)


@given(st.text(st.characters(codec="ascii", exclude_categories=["C"]), min_size=1, max_size=60))
def test_wrapping_loses_no_word(text: str) -> None:
    text = " ".join(text.split(" ")).strip()
    assert wrap(text, 1.0).replace("\n", "").replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("mean", "low", "high", "text"),
    [
        (0.41, 0.38, 0.44, "41 % (38–44)"),
        (0.041, 0.03, 0.054, "4.1 % (3.0–5.4)"),
        (0.97, 0.9688, 0.9712, "97.0 % (96.9–97.1)"),
        (0.0, 0.0, 0.00005, "0 % (0–0.005)"),
        (1.0, 0.99993, 1.0, "100 % (99.993–100)"),
        (0.001, 0.0002, 0.0056, "0.1 % (0.02–0.6)"),
        (None, None, None, "no life could answer"),
    ],
)
def test_an_interval_has_the_decimals_it_needs(mean: float, low: float, high: float, text: str) -> None:
    said = share_with_interval(Measure(mean, low, high, 1000, "share", "alive"))
    assert said.replace("\u00a0", " ") == text


@pytest.mark.parametrize(
    ("share", "text"),
    [(0, "0 %"), (1, "100 %"), (0.0001, "< 0.1 %"), (0.99999, "> 99.9 %"), (0.041, "4.1 %"), (0.41, "41 %")],
)
def test_a_share_is_never_rounded_to_none_or_all(share: float, text: str) -> None:
    assert percent(share).replace("\u00a0", " ") == text
