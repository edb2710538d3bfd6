"""The front door: help that teaches, quick, and mistakes told in a sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import homeward
from tests.cli.asking import ask, refused
from tests.scenario.files import a_file

COMMANDS = ("review", "run", "study", "compare", "results", "list", "check", "assumptions", "schema", "validate")


def test_help_names_every_command_and_what_this_is_not() -> None:
    told = ask("--help").stdout
    for command in COMMANDS:
        assert f" {command} " in told
    assert "not a medical device" in told
    assert "warm-up" not in told


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_shows_an_example(command: str) -> None:
    assert f"homeward {command}" in ask(command, "--help").stdout


@pytest.mark.parametrize("command", ["review", "study", "compare"])
def test_every_option_that_is_promised_is_there(command: str) -> None:
    told = ask(command, "--help").stdout
    for option in ("--seed", "--replicates", "--precision", "--threads", "--rng", "--arm", "--set", "--json", "--out"):
        assert option in told


def test_help_loads_nothing_heavy_and_takes_half_a_second() -> None:
    code = (
        "import sys\nfrom homeward.cli import main\ntry:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = {'numpy', 'numba', 'scipy', 'matplotlib', 'homeward.kernel'} & set(sys.modules)\n"
        "sys.exit(f'loaded {heavy}' if heavy else 0)"
    )
    before = os.times()
    asked = subprocess.run([sys.executable, "-c", code, "--help"], capture_output=True, text=True, check=False)
    after = os.times()
    assert asked.returncode == 0, asked.stderr
    # Time on the processor: the machine may be busy with other tests.
    assert after.children_user + after.children_system - before.children_user - before.children_system < 0.5


def test_the_version_is_told() -> None:
    assert ask("--version").stdout == f"homeward {homeward.__version__}\n"


def test_importing_homeward_is_quick_and_its_names_are_there() -> None:
    assert set(homeward.__all__) <= set(dir(homeward))
    for name in homeward.__all__:
        assert getattr(homeward, name) is not None
    with pytest.raises(AttributeError, match="homeward has no 'runn'; it has "):
        homeward.runn  # noqa: B018


def test_run_is_the_function_whatever_was_imported_first() -> None:
    code = "import homeward.run.lower, homeward; assert callable(homeward.run), homeward.run"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("dance",), "No such command 'dance'"),
        (("run", "izumi"), "there is no scenario 'izumi', did you mean 'izumo'?"),
        (("run", "izumo", "--replicate", "-1"), "the replicate must be a whole number from 0"),
        (("run", "izumo", "--replicate", "9223372036854775808"), "the replicate must be a whole number from 0"),
        (("run", "izumo", "--replicate", "100", "--replicates", "100"), "take one from 0 to 99"),
        (("run", "izumo", "--replicate", "first"), "Invalid value for '--replicate'"),
        (("run", "izumo", "--seed", "-3"), "the seed must be a whole number from 0"),
        (("run", "izumo", "--rng", "dice"), "Invalid value for '--rng'"),
        (("study", "izumo", "--replicates", "0"), "the number of replicates must be a whole number from 1"),
        (("study", "izumo", "--threads", "0"), "the number of threads must be"),
        (("study", "izumo", "--precision", "0.5"), "'0.5' is not a precision: write"),
        (("study", "izumo", "--precision", "1 point", "--replicates", "9"), "give one of them"),
        (("study", "izumo", "--measure", "rests"), "give that too, such as --precision '0.5 points'"),
        (("study", "izumo", "--precision", "2 min", "--measure", "rests"), "is in times"),
        (("study", "izumo", "--set", "plan.pace"), "'plan.pace' sets nothing: write path=value"),
        (("study", "izumo", "--set", "plan.pace=fast"), "plan.pace: there is no 'fast'"),
        (("compare", "izumo", "--arm", "the medik lives"), "did you mean 'the medic lives'"),
        (("compare", "izumo", "--set", "plan.pase=steady"), "pase"),
    ],
)
def test_a_mistake_is_told_in_a_sentence_with_exit_code_2(words: tuple[str, ...], sentence: str) -> None:
    assert sentence in " ".join(refused(*words).replace("│", " ").split())


def test_all_mistakes_of_a_file_are_told_with_their_lines(tmp_path: Path) -> None:
    file = a_file(tmp_path, ('mass = "66 kg"', "mass = 66"), ('sign = "talks"', 'sign = "talk"'))
    told = refused("study", file)
    assert told.count("small.toml:") == 2
    assert "did you mean 'talks'" in told


def test_a_scenario_can_be_listed_as_text_and_as_json() -> None:
    assert "izumo" in ask("list").stdout
    assert '"name": "izumo"' in ask("list", "--json").stdout


def test_warm_up_leaves_a_kernel_that_is_ready() -> None:
    from homeward.kernel.lives import is_compiled

    warmed = ask("warm-up")
    assert warmed.exit_code == 0
    assert "The kernel is ready" in warmed.stdout
    assert is_compiled()
