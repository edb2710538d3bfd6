#!/usr/bin/env python3
"""Set Homeward up and run its jobs, with nothing but Python 3.11 and pip on the machine.

    python3 dev.py demo     review the loss of Izumo: what would have saved him?
    python3 dev.py test     run the tests, then a fast subset with the kernel uncompiled
    python3 dev.py bench    measure speed against peers
    python3 dev.py verify   hold queues against theory, and a treatment centre against another program
    python3 dev.py check    formatting, lint, types, import contracts, docs
    python3 dev.py docs     build the documentation into site/
    python3 dev.py setup    only set up

Everything goes into .venv/ beside this file, the other program into .venv-verification/. Only what the lock files name,
with the hashes they give, is downloaded.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
VERIFICATION = ROOT / ".venv-verification"
SCRIPTS = "Scripts" if os.name == "nt" else "bin"
BIN = VENV / SCRIPTS
EXE = ".exe" if os.name == "nt" else ""
PYTHON = BIN / f"python{EXE}"
HOMEWARD = BIN / f"homeward{EXE}"

OLDEST_PYTHON = (3, 11)
HEARTBEAT_S = 10
CTRL_C = 130
PYTEST_FOUND_NO_TESTS = 5


class Trouble(Exception):
    """Something the person at the keyboard should read, and the exit code that goes with it."""

    def __init__(self, sentence: str, exit_code: int = 1) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code


def python_of(venv: Path) -> Path:
    return venv / SCRIPTS / f"python{EXE}"


def unfinished(venv: Path) -> Path:
    return venv / ".homeward-unfinished"


# --- running things -----------------------------------------------------------------------------


def environment(**extra: str) -> dict[str, str]:
    """Return our environment with .venv first on PATH, where the build backend looks for its program."""
    return {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}", **extra}


def start(command: list, **options: Any) -> subprocess.Popen:
    options.setdefault("env", environment())
    words = [str(word) for word in command]
    try:
        return subprocess.Popen(words, cwd=ROOT, **options)
    except OSError as error:
        raise Trouble(f"Could not start {words[0]}: {error.strerror}. Delete .venv/ and try again.", 127) from None


def wait_through_ctrl_c(process: subprocess.Popen) -> int:
    """Wait for a process. Ctrl-C reaches it too, so let it tidy up before passing the interruption on."""
    try:
        return process.wait()
    except KeyboardInterrupt:
        try:
            process.wait(timeout=10)
        except (subprocess.TimeoutExpired, KeyboardInterrupt):
            process.kill()
        raise


def run(command: list, **extra_environment: str) -> int:
    """Run a command on this terminal and return its exit code, as a shell would give it."""
    code = wait_through_ctrl_c(start(command, env=environment(**extra_environment)))
    return 128 - code if code < 0 else code


def stage(sentence: str, command: list, remedy: str) -> None:
    """Run one step of set-up, saying what it is and how long it has taken; its own output shows only if it fails."""
    began = time.monotonic()
    live = sys.stdout.isatty()
    say = f"[set-up] {sentence} ..."
    print(say, end="" if live else "\n", flush=True)
    process = start(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    output = None
    while output is None:
        try:
            output = process.communicate(timeout=1 if live else HEARTBEAT_S)[0]
        except subprocess.TimeoutExpired:
            elapsed = f"{time.monotonic() - began:.0f} s"
            print(f"\r{say} {elapsed}" if live else f"[set-up]   still going, {elapsed}", end="" if live else "\n")
            sys.stdout.flush()
        except KeyboardInterrupt:
            process.kill()
            raise
    outcome = "failed after" if process.returncode else "done in"
    print(f"\r{say} " if live else "[set-up]   ", f"{outcome} {time.monotonic() - began:.1f} s", sep="", flush=True)
    if process.returncode:
        raise Trouble(f"{output.rstrip()}\n\nSet-up stopped while {sentence}. {remedy}")


# --- setting up ---------------------------------------------------------------------------------


@contextmanager
def once(venv: Path, name: str, *inputs: str | bytes) -> Iterator[bool]:
    """Yield whether work is to be done: not when it was finished before, with the same inputs."""
    stamp = venv / f".homeward-{name}"
    digest = hashlib.sha256(b"\0".join(i if isinstance(i, bytes) else i.encode() for i in inputs)).hexdigest()
    fresh = python_of(venv).exists() and stamp.is_file() and stamp.read_text() == digest
    yield not fresh
    if not fresh:
        stamp.write_text(digest)


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let a second dev.py wait: two would install over each other."""
    if fcntl is None:
        yield
        return
    folder = os.open(ROOT, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("[set-up] another dev.py is setting up; waiting for it ...", flush=True)
            fcntl.flock(folder, fcntl.LOCK_EX)
        except OSError:
            pass  # some network file systems lock nothing
        yield
    finally:
        os.close(folder)


def set_up(development: bool, warm: bool) -> None:
    """Make .venv/ right for a job; takes a few milliseconds when it already is."""
    with one_at_a_time():
        make_venv(VENV)
        fill_venv(development, warm)


def set_up_verification() -> None:
    """Make .venv-verification/ right: apart, for what it holds has dependencies of its own."""
    lock = ROOT / "requirements-verification.lock"
    with one_at_a_time():
        make_venv(VERIFICATION)
        with once(VERIFICATION, "verification", lock.read_bytes()) as needed:
            if needed:
                install_lock(VERIFICATION, lock, "installing treat-sim beside Homeward (about 150 MB, hashes checked)")


def fill_venv(development: bool, warm: bool) -> None:
    project = (ROOT / "pyproject.toml").read_bytes()
    runtime, dev = ROOT / "requirements.lock", ROOT / "requirements-dev.lock"
    with once(VENV, "runtime", project, runtime.read_bytes()) as needed:
        if needed:
            install_lock(VENV, runtime, "installing what Homeward needs (about 150 MB, hashes checked)")
            install_homeward()
    if development:
        with once(VENV, "dev", project, runtime.read_bytes(), dev.read_bytes()) as needed:
            if needed:
                install_lock(VENV, dev, "installing the tools for developing (hashes checked)")
    if warm:
        # Developing needs the kernels of every kind of scenario, the demonstration that of incidents only.
        kernels = "all" if development else "incident"
        with once(VENV, f"warm-{kernels}", project, runtime.read_bytes(), *kernel_sources()) as needed:
            if needed:
                warm_up(kernels)


def make_venv(venv: Path) -> None:
    if unfinished(venv).exists():
        shutil.rmtree(venv)
    # A moved .venv has wrong paths inside, and another Python cannot use its packages: both start afresh.
    with once(venv, "venv", str(ROOT), str(sys.version_info[:2])) as needed:
        if needed:
            stage(
                f"making {venv.name}/ with Python {sys.version.split()[0]}",
                [base_python(), "-m", "venv", "--clear", "--without-pip", venv],
                "Python's own module venv is needed; on Debian and Ubuntu: apt install python3-venv.",
            )


def base_python() -> str:
    """Return the Python outside any virtual environment: .venv/ may be running this very file."""
    return getattr(sys, "_base_executable", None) or sys.executable


def install_lock(venv: Path, lock: Path, sentence: str) -> None:
    """Install what a lock file names. If that is interrupted a mark stays, for half a package looks whole to pip."""
    mark = unfinished(venv)
    mark.touch()
    try:
        # Only wheels: building from source would fetch build tools that no hash covers.
        pip_install(
            venv,
            sentence,
            ["--require-hashes", "--only-binary", ":all:", "-r", lock],
            "If that was the network, give the same command again.",
        )
    except Trouble:
        mark.unlink()  # pip gave up by itself, and left things as they were
        raise
    mark.unlink()


def install_homeward() -> None:
    pip_install(
        VENV,
        "installing Homeward itself",
        ["--no-deps", "--no-index", "--no-build-isolation", "--editable", ROOT],
        "The lines above say why.",
    )


def pip_install(venv: Path, sentence: str, what: list, remedy: str) -> None:
    stage(sentence, [*installer(venv), *what], remedy)


def installer(venv: Path) -> list[str]:
    """Return the words that install into a venv: by pip wherever one is found, else by uv, else by ensurepip's pip."""
    own = str(python_of(venv))
    for python in dict.fromkeys([sys.executable, base_python(), own]):
        if has_module(python, "pip"):
            return [python, "-m", "pip", "--python", own, "--disable-pip-version-check", "install", "--quiet"]
    uv = shutil.which("uv")
    if uv:
        return [uv, "pip", "install", "--quiet", "--python", own]
    stage(
        "fetching pip from Python itself",
        [own, "-m", "ensurepip"],
        "Homeward installs itself with pip; on Debian and Ubuntu: apt install python3-pip.",
    )
    return [own, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]


def has_module(python: str, module: str) -> bool:
    return subprocess.run([python, "-c", f"import {module}"], capture_output=True, check=False).returncode == 0


def kernel_sources() -> list[bytes]:
    package = ROOT / "src" / "homeward"
    return [path.read_bytes() for room in ("codes", "kernel") for path in sorted((package / room).rglob("*.py"))]


def warm_up(kernels: str) -> None:
    stage(
        "compiling the simulation, once (a minute or so; some minutes for developing)",
        [HOMEWARD, "warm-up", kernels],
        "The lines above are what 'homeward warm-up' said.",
    )


# --- jobs ---------------------------------------------------------------------------------------


def setup(arguments: list[str]) -> None:
    takes_no_arguments("setup", [word for word in arguments if word != "--no-warm-up"])
    set_up(development=True, warm="--no-warm-up" not in arguments)
    print(f"Ready: {HOMEWARD.relative_to(ROOT)}")


def demo(arguments: list[str]) -> None:
    set_up(development=False, warm=True)
    expect_success("The demonstration", run([HOMEWARD, "review", "izumo", *arguments]))


def test(arguments: list[str]) -> None:
    set_up(development=True, warm=True)
    pytest = [PYTHON, "-m", "pytest", "-n", "2"]
    expect_tests_passed("The tests", run([*pytest, *arguments]))
    if arguments:
        return
    print("\nThe same kernel as plain Python, compiler off, on the tests marked jitless:", flush=True)
    expect_tests_passed("The tests with the compiler off", run([*pytest, "-m", "jitless"], NUMBA_DISABLE_JIT="1"))


def bench(arguments: list[str]) -> None:
    set_up(development=True, warm=True)
    codes = [run([PYTHON, f"benchmarks/{script}.py", *arguments]) for script in ("run", "network")]
    expect_success("The benchmark", max(codes))


def verify(arguments: list[str]) -> None:
    set_up(development=True, warm=True)
    set_up_verification()
    words = [PYTHON, "verification/run.py", "--treat-sim", python_of(VERIFICATION), *arguments]
    expect_success("The verification", run(words))


def check(arguments: list[str]) -> None:
    takes_no_arguments("check", arguments)
    set_up(development=True, warm=False)
    steps: dict[str, tuple[list, str]] = {
        "format": ([PYTHON, "-m", "ruff", "format", "--check", "."], "'.venv/bin/ruff format .' puts it right"),
        "lint": ([PYTHON, "-m", "ruff", "check", "."], "'.venv/bin/ruff check --fix .' puts some of it right"),
        "types": ([PYTHON, "-m", "mypy"], "see pyproject.toml, [tool.mypy]"),
        "imports": (
            [BIN / f"lint-imports{EXE}", "--no-logo"],
            "imports go down the layers only: pyproject.toml, [tool.importlinter]",
        ),
    }
    failed = []
    for name, (command, remedy) in steps.items():
        print(f"\n== {name}", flush=True)
        if run(command):
            failed.append(f"{name} ({remedy})")
    print("\n== docs", flush=True)
    if build_docs():
        failed.append("docs (the page is named above)")
    if failed:
        raise Trouble("\nThese checks failed: " + "; ".join(failed) + ".")
    print("\nAll checks passed.")


def docs(arguments: list[str]) -> None:
    takes_no_arguments("docs", arguments)
    set_up(development=True, warm=False)
    expect_success("The docs build", build_docs())
    print("Built: site/index.html")


def build_docs() -> int:
    """Build site/ and return 0 only if every example in it ran: the builder itself lets a broken one pass."""
    command = [PYTHON, "-m", "zensical", "build", "--strict", "--clean"]
    builder = start(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    output = builder.communicate()[0]
    print(output, end="", flush=True)
    return builder.returncode or int("markdown_exec: Execution of" in output)


JOBS = {"demo": demo, "test": test, "bench": bench, "verify": verify, "check": check, "docs": docs, "setup": setup}


def takes_no_arguments(job: str, arguments: list[str]) -> None:
    if arguments:
        raise Trouble(f"The job {job} takes no arguments; it was given {' '.join(arguments)}.", 2)


def expect_success(what: str, code: int) -> None:
    if code:
        raise Trouble(f"{what} failed (exit code {code}); its own words are above.", code)


def expect_tests_passed(what: str, code: int) -> None:
    if code == PYTEST_FOUND_NO_TESTS:
        raise Trouble(f"{what}: none were found, so nothing was tested. That counts as a failure.", code)
    expect_success(what, code)


# --- the front door -----------------------------------------------------------------------------


def main(arguments: list[str]) -> int:
    try:
        if sys.version_info < OLDEST_PYTHON:
            raise Trouble(f"Homeward needs Python 3.11 or newer; {sys.executable} is {sys.version.split()[0]}.")
        if not arguments or arguments[0] in ("-h", "--help", "help"):
            print(__doc__.strip())
            return 0 if arguments else 2
        job, *rest = arguments
        if job not in JOBS:
            raise Trouble(f"There is no job {job!r}; there are {', '.join(JOBS)}.", 2)
        JOBS[job](rest)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return trouble.exit_code
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return CTRL_C
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
