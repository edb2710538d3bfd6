"""The pages say what the code does: commands, options, keys, codes, links, and parts that were made from real runs."""

import importlib.util
import inspect
import os
import re
import shlex
import sys
from enum import IntEnum
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

import homeward
from homeward import codes
from homeward.cli.app import app
from homeward.results import shape
from homeward.results.measures import definitions_for
from homeward.scenario import examples, parse_set

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
HIDDEN = {"warm-up"}
REMEDY = "run: python docs/make_pages.py"

FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
CHEAP = {"section", "command", "codes", "measures", "keys", "units", "listing", "facts", "arms", "people"}
"""What is made without living a life, so that a test can make it again."""


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def blocks(page: Path, *languages: str) -> list[str]:
    return [body for language, body in FENCE.findall(text_of(page)) if language in languages]


def command_lines(page: Path) -> list[str]:
    """Return every line of a page's blocks that calls homeward, without prompt and comment."""
    lines = [line.removeprefix("$ ") for body in blocks(page, "sh", "console") for line in body.splitlines()]
    words = [shlex.split(line.split(" > ")[0], comments=True) for line in lines if line.startswith("homeward ")]
    called = [shlex.join(each) for each in words]
    return [line for line in called if "[OPTIONS]" not in line]


COMMAND_LINES = sorted({line for page in PAGES for line in command_lines(page)})


def commands() -> dict[str, Any]:
    return dict(typer.main.get_command(app).commands)


@pytest.fixture(scope="module")
def making() -> Any:
    """docs/make_pages.py, which fills the pages."""
    before, writes = list(sys.path), sys.dont_write_bytecode
    spec = importlib.util.spec_from_file_location("make_pages", DOCS / "make_pages.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    sys.path[:], sys.dont_write_bytecode = before, writes


def test_every_command_is_documented_and_every_documented_command_exists():
    documented = re.findall(r"^## (\S+)$", text_of(DOCS / "reference" / "cli.md"), re.MULTILINE)
    assert sorted(documented) == sorted(commands())
    assert {name for name, command in commands().items() if command.hidden} == HIDDEN


def test_the_pages_call_every_command():
    assert {shlex.split(line)[1] for line in COMMAND_LINES} >= set(commands()) - HIDDEN


@pytest.mark.parametrize("line", COMMAND_LINES)
def test_a_documented_line_parses(line, monkeypatch):
    monkeypatch.chdir(DOCS / "examples")
    _, name, *words = shlex.split(line)
    if name.startswith("-"):
        return
    chosen = commands()[name].make_context(name, words).params
    told = chosen.get("scenario") or chosen.get("file")
    if not told or told.startswith("my-"):
        return
    scenario = homeward.load(told)
    for arm in [chosen["arm"]] if isinstance(chosen.get("arm"), str) else chosen.get("arms") or []:
        scenario.with_arm(arm)
    if chosen.get("sets"):
        scenario.with_sets(dict(parse_set(each) for each in chosen["sets"]))


@pytest.mark.parametrize("line", [line for line in command_lines(ROOT / "README.md") if "validate" not in line])
def test_a_line_of_the_readme_runs(line, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    words = shlex.split(line)[1:]
    if words[0] in ("review", "compare", "study"):
        few = "2000" if homeward.load(words[1]).KIND == "incident" else "4"
        words += ["--replicates", few, "--quiet", *(["--no-figures"] if words[0] == "review" else [])]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 0, done.output
    assert done.output


@pytest.mark.parametrize("page", ["README.md", "docs/how-to/replay-one-life.md", "docs/how-to/results.md"])
def test_python_in_the_pages_runs(page, capsys):
    for body in blocks(ROOT / page, "python"):
        exec(compile(body, page, "exec"), {})
    assert capsys.readouterr().out


def keys_in(page: Path, name: str) -> set[str]:
    """Return the keys in the table below a heading."""
    part = text_of(page).split(f"### {name}\n", 1)[1].split("\n#", 1)[0]
    return set(re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE))


def test_the_json_has_exactly_the_documented_keys():
    page = DOCS / "reference" / "json.md"
    review = homeward.review("izumo", arms=["the medic lives"], replicates=2000).to_json()
    life = homeward.run("izumo", among=100).to_json()
    arm = review["arms"][1]
    real = {
        "ResultsJson": review,
        "ArmJson": arm,
        "MeasureJson": arm["measures"]["alive_on_arrival"],
        "DifferenceJson": arm["versus_base"]["alive_on_arrival"],
        "PersonJson": arm["people"]["Kotetsu"],
        "DeathPlaceJson": arm["death_places"][0],
        "SurvivalJson": arm["survival"],
        "ObservedJson": review["observed"][0],
        "LifeJson": life,
        "FateJson": life["people"]["Izumo"],
        "LedgerJson": life["ledger"][0],
        "LineJson": life["chronicle"][0],
    }
    assert set(real) == {name for name, each in vars(shape).items() if name.endswith("Json")}
    for name, answer in real.items():
        assert keys_in(page, name) == set(answer), f"{name}: {REMEDY}"
    assert set(arm["measures"]) == {each.name for each in definitions_for(has_carrier=True)}


def test_every_measure_and_code_is_documented():
    measures = re.findall(r"^\| `(\w+)` \|", text_of(DOCS / "reference" / "measures.md"), re.MULTILINE)
    assert measures == [each.name for each in definitions_for(has_carrier=True)], REMEDY
    page = text_of(DOCS / "reference" / "codes.md")
    for name, enumeration in inspect.getmembers(codes, inspect.isclass):
        if enumeration.__module__ == codes.__name__ and issubclass(enumeration, IntEnum) and name != "CalendarKind":
            assert f"## {name}\n" in page
            assert all(f"| `{each.name}` |" in page for each in enumeration), f"{name}: {REMEDY}"


def slug(heading: str) -> str:
    """Return the anchor that the site gives a heading."""
    plain = re.sub(r"[^\w\s-]", "", heading.replace("`", "")).strip().lower()
    return re.sub(r"[\s-]+", "-", plain)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_resolve(page):
    words = FENCE.sub("", text_of(page))
    for target in LINK.findall(words):
        if target.startswith(("http://", "https://")):
            continue
        path, _, anchor = target.partition("#")
        there = Path(os.path.normpath(page.parent / path)) if path else page
        assert there.exists(), f"{target} leads nowhere"
        if anchor:
            assert anchor in {slug(each) for each in HEADING.findall(text_of(there))}, f"{target}: no such heading"


@pytest.mark.parametrize("name", examples("incident"))
def test_every_shipped_incident_has_a_page_with_this_version(name):
    page = DOCS / "incidents" / f"{name}.md"
    assert f"](incidents/{name}.md)" in text_of(DOCS / "index.md")
    assert f"Homeward {homeward.__version__}, scenario" in text_of(page), REMEDY
    for arm in homeward.load(name).arm:
        assert arm.name in text_of(page), REMEDY


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_made_parts_are_there_and_not_stale(page, making):
    for match in making.MADE.finditer(text_of(page)):
        content = match[0].split("-->\n", 1)[1].rsplit("<!--", 1)[0].strip()
        assert content, f"{match[1]} {match[2]} is empty: {REMEDY}"
        if match[1] in CHEAP:
            assert content == making.MAKERS[match[1]](match[2].strip(), page).strip(), f"{match[2]}: {REMEDY}"


def test_the_smallest_incident_is_an_incident():
    assert homeward.load(DOCS / "examples" / "smallest.toml").focus == "Ada"
