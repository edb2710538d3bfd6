"""The house is in order: locks match the project, versions agree, and dev.py says what it does."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import dev as dev_module
import homeward

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
VERSION = PROJECT["project"]["version"]
RUNTIME_LOCK, DEV_LOCK = "requirements.lock", "requirements-dev.lock"
VERIFICATION_LOCK = "requirements-verification.lock"

needs = PROJECT["project"]["dependencies"]
groups = PROJECT["dependency-groups"]


def entries_of(lock: str) -> list[str]:
    """Return the entries of a lock file, each on one line with its hashes."""
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def locked_in(lock: str) -> dict[str, set[str]]:
    """Return the versions that a lock file pins, by package; more than one where they differ by platform."""
    pins: dict[str, set[str]] = {}
    for entry in entries_of(lock):
        pinned = Requirement(entry.split("--hash")[0].strip())
        pins.setdefault(canonicalize_name(pinned.name), set()).update(s.version for s in pinned.specifier)
    return pins


def dev(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, ROOT / "dev.py", *words], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("need", "lock"),
    [(need, RUNTIME_LOCK) for need in needs + groups["build"]]
    + [(need, DEV_LOCK) for need in groups["dev"]]
    + [(need, VERIFICATION_LOCK) for need in groups["verification"]],
)
def test_every_dependency_is_locked_at_a_version_in_its_range(need: str, lock: str) -> None:
    wanted = Requirement(need)
    versions = locked_in(lock).get(canonicalize_name(wanted.name), set())
    assert versions, f"{wanted.name} is not in {lock}; CONTRIBUTING.md says how to write it anew"
    assert all(wanted.specifier.contains(version, prereleases=True) for version in versions)


def test_both_locks_pin_the_same_version_of_what_they_share() -> None:
    runtime, development = locked_in(RUNTIME_LOCK), locked_in(DEV_LOCK)
    assert {name: development[name] for name in runtime.keys() & development.keys()} == {
        name: runtime[name] for name in runtime.keys() & development.keys()
    }


@pytest.mark.parametrize("lock", [RUNTIME_LOCK, DEV_LOCK, VERIFICATION_LOCK])
def test_every_locked_entry_is_an_exact_version_with_its_hashes(lock: str) -> None:
    for entry in entries_of(lock):
        assert re.match(r"[a-z0-9-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", entry), entry


@pytest.mark.parametrize("file", [RUNTIME_LOCK, DEV_LOCK, VERIFICATION_LOCK, "pyproject.toml"])
def test_no_download_address_is_written_down(file: str) -> None:
    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host", (ROOT / file).read_text("utf-8"))


def test_the_backend_that_builds_us_is_the_locked_one() -> None:
    assert PROJECT["build-system"]["requires"] == groups["build"]


def test_the_wheel_carries_everything_that_is_not_python_too(tmp_path: Path) -> None:
    package = ROOT / "src" / "homeward"
    data = {
        p.relative_to(package.parent).as_posix() for p in package.rglob("*") if p.suffix in {".toml", ".csv", ".json"}
    }
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"  # where the backend finds its program
    build = f"import uv_build; uv_build.build_wheel({str(tmp_path)!r})"
    subprocess.run([sys.executable, "-c", build], cwd=ROOT, env={**os.environ, "PATH": path}, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as content:
        assert data | {"homeward/py.typed"} <= set(content.namelist())


def test_every_place_that_states_the_version_agrees() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"^version: (\S+)$", citation, re.M).group(1).strip("'\"") == VERSION
    assert f"\n## {VERSION} " in changelog
    assert homeward.__version__ == VERSION


def test_dev_lists_its_jobs() -> None:
    answer = dev("--help")
    assert answer.returncode == 0
    for job in ("demo", "test", "bench", "verify", "check", "docs", "setup"):
        assert f"dev.py {job} " in answer.stdout


def test_dev_answers_an_unknown_job_with_a_sentence() -> None:
    answer = dev("dance")
    assert answer.returncode == 2
    assert "There is no job 'dance'; there are demo, test" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_work_that_was_finished_with_the_same_inputs_is_not_done_again(tmp_path: Path) -> None:
    def needed(venv: Path, *inputs: str) -> bool:
        with dev_module.once(venv, "lock", *inputs) as is_needed:
            return is_needed

    mine, other = tmp_path / "mine", tmp_path / "other"
    for venv in (mine, other):
        dev_module.python_of(venv).parent.mkdir(parents=True)
        dev_module.python_of(venv).touch()
    assert needed(mine, "one")
    assert not needed(mine, "one")
    assert needed(mine, "two")
    assert needed(other, "one")


def test_a_half_made_environment_is_made_afresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(dev_module, "stage", lambda sentence, *_: (tmp_path / "half").mkdir() or said.append(sentence))
    (tmp_path / "half").mkdir()
    (tmp_path / "half" / "left over").touch()
    dev_module.unfinished(tmp_path / "half").touch()
    dev_module.make_venv(tmp_path / "half")
    assert said[0].startswith("making half/ with Python 3.")
    assert not (tmp_path / "half" / "left over").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permission")
def test_what_newcomers_run_is_executable() -> None:
    assert os.access(ROOT / "dev.py", os.X_OK)
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
