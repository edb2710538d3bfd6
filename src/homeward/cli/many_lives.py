"""What every command about many lives is asked alike: how many, which, and what becomes of the answer."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import TYPE_CHECKING, Any

from homeward.cli.answering import Telling
from homeward.cli.options import (
    Generator,
    Json,
    Keep,
    KeepAs,
    KeepEvents,
    Measure,
    Out,
    Precision,
    Quiet,
    Replicates,
    Rng,
    Seed,
    Threads,
    sampling_of,
)

if TYPE_CHECKING:
    from homeward.results.sampling import Options


@dataclass(frozen=True)
class Asked:
    """The options that these commands share, in the order in which their help tells them."""

    replicates: Replicates = None
    precision: Precision = None
    measure: Measure = None
    threads: Threads = None
    seed: Seed = 1
    rng: Generator = Rng.default
    json_output: Json = False
    out: Out = None
    keep: Keep = False
    keep_as: KeepAs = None
    keep_events: KeepEvents = None
    quiet: Quiet = False

    @property
    def sampling(self) -> "Options":
        """How many lives, and which; HomewardError for what contradicts itself."""
        return sampling_of(self.seed, self.replicates, self.precision, self.measure, self.threads, self.rng)

    def telling(self, command: str, sets: dict[str, Any] | None, out: Path | None) -> Telling:
        """How the answer is told, and what of it is kept; HomewardError for what cannot be read."""
        from homeward.cli.keeping import wish_of

        wish = wish_of(command, self.keep, self.keep_as, self.keep_events, self.measure, sets)
        return Telling(self.json_output, self.quiet, out, wish)


def about_many_lives(*left_out: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the shared options, besides those left out, after its own; it takes them together as `asked`.

    Its keyword-only options come last in the help.
    """
    shared = [option for option in signature(Asked).parameters.values() if option.name not in left_out]

    def give(command: Callable[..., None]) -> Callable[..., None]:
        @wraps(command)
        def spoken(**said: Any) -> None:
            asked = Asked(**{option.name: said.pop(option.name) for option in shared})
            command(asked=asked, **said)

        own = [option for option in signature(command).parameters.values() if option.name != "asked"]
        return _as_if_written_out(spoken, sorted([*own, *shared], key=lambda option: option.kind))

    return give


def _as_if_written_out(function: Callable[..., None], options: list[Parameter]) -> Callable[..., None]:
    """Return the function with these options as its own, for whoever reads its signature."""
    function.__signature__ = Signature(options)  # type: ignore[attr-defined]  # functions know no such attribute
    function.__annotations__ = {option.name: option.annotation for option in options}
    return function
