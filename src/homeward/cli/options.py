"""The options that commands share, so that each means the same everywhere."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from homeward.results.sampling import Options

HOW_MANY, WHICH, OUTPUT = "How many lives", "Which lives", "Output"


class Rng(StrEnum):
    """Which keyed generator answers a draw."""

    default = "default"
    philox = "philox"


def option(panel: str, text: str, *names: str, **more: Any) -> Any:
    """Return an option of a panel of the help; a default is told in the text where it is not plain."""
    return typer.Option(*names, help=text, rich_help_panel=panel, **{"show_default": False, **more})


Scenario = Annotated[str, typer.Argument(help="A shipped scenario (see 'homeward list') or a .toml file.")]

Seed = Annotated[int, option(WHICH, "Seed of every random draw.", show_default=True)]
Generator = Annotated[Rng, option(WHICH, "Generator of the draws.", "--rng", show_default=True)]
Arm = Annotated[str | None, option(WHICH, "Live this arm instead of what happened.")]
Arms = Annotated[list[str] | None, option(WHICH, "An alternative, by name; may be repeated. (default: all)", "--arm")]
Sets = Annotated[list[str] | None, option(WHICH, "Replace a value; may be repeated.", "--set", metavar="PATH=VALUE")]
ArmSets = Annotated[
    list[str] | None, option(WHICH, "An alternative of your own; may be repeated.", "--set", metavar="PATH=VALUE")
]

Replicates = Annotated[int | None, option(HOW_MANY, "Number of lives. (default: 100,000)")]
Precision = Annotated[
    str | None, option(HOW_MANY, "As many lives as make half the widest interval this narrow: '0.5 points', '2 min'.")
]
Measure = Annotated[str | None, option(HOW_MANY, "What --precision is about. (default: alive_on_arrival)")]
Threads = Annotated[int | None, option(HOW_MANY, "Threads; no result depends on it. (default: all cores)")]

Json = Annotated[bool, option(OUTPUT, "Print JSON instead of tables.", "--json")]
Quiet = Annotated[bool, option(OUTPUT, "No progress, no remarks.", "--quiet", "-q")]
Out = Annotated[Path | None, option(OUTPUT, "Save pictures, report.html and results.json in this folder.")]

Keep = Annotated[bool, option(OUTPUT, "Keep every life for 'homeward results', named after the time.", "--keep")]
KeepAs = Annotated[str | None, option(OUTPUT, "Keep every life under this name.", "--keep-as", metavar="NAME")]
KeepEvents = Annotated[
    str | None,
    option(
        OUTPUT,
        "Keep the events of these lives too: '0-9,17'. (default: those of the best, the median and the worst)",
        "--keep-events",
        metavar="LIVES",
    ),
]


def sets_of(written: list[str] | None) -> dict[str, Any] | None:
    """Read every `path=value`; None when there is none."""
    from homeward.scenario import parse_set

    return dict(parse_set(each) for each in written) if written else None


def sampling_of(
    seed: int, replicates: int | None, precision: str | None, measure: str | None, threads: int | None, rng: Rng
) -> "Options":
    """Return the options of a study, comparison or review; HomewardError for what contradicts itself."""
    from homeward.errors import HomewardError

    if replicates is not None and precision is not None:
        raise HomewardError("--replicates and --precision both say how many lives: give one of them")
    if measure is not None and precision is None:
        raise HomewardError("--measure says what --precision is about: give that too, such as --precision '0.5 points'")
    options: Options = {"seed": seed, "precision": precision, "measure": measure, "threads": threads, "rng": rng.value}
    return options if replicates is None else {**options, "replicates": replicates}
