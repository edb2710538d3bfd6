"""The one decorator: how each function of the kernel is compiled, and where the machine code is kept.

`inner` marks a small hot function, put into its callers; `process` a handler called about once per event; `entry` what
Python calls. All three run unchanged as plain Python with `NUMBA_DISABLE_JIT=1`.

numba checks a cached function against its own file only and would serve stale code when a callee in another file
changes. The cache folder is therefore named after everything the machine code depends on: the kernel's sources, the
codes, and the versions of Python and the compiler. It lies in `NUMBA_CACHE_DIR` when that is set, else in the user's
own cache folder.
"""

import hashlib
import os
import shutil
import stat
import sys
import tempfile
import time
from pathlib import Path

import llvmlite
import numba
import numpy as np
from numba.core.compiler import Flags
from numba.core.cpu import CPUTargetOptions

KERNEL = Path(__file__).resolve().parent
FORGET_AFTER_S = 30 * 24 * 3600
"""A cache folder unused for this long belongs to a version nobody runs any more."""

JIT = not numba.config.DISABLE_JIT


def fingerprint(kernel=KERNEL):
    """Return 16 hex digits that change with anything the kernel's machine code depends on."""
    versions = (*sys.version_info[:3], numba.__version__, llvmlite.__version__, np.__version__)
    digest = hashlib.sha256(repr(versions).encode())
    for source in [kernel.parent / "codes.py", *sorted(kernel.rglob("*.py"))]:
        text = source.read_bytes()
        digest.update(f"{source.relative_to(kernel.parent).as_posix()} {len(text)}\n".encode() + text)
    return digest.hexdigest()[:16]


def user_cache():
    """Return the folder in which this user's programs keep their caches; RuntimeError when there is no home."""
    for said in ("NUMBA_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        if os.environ.get(said):
            return Path(os.environ[said])
    return Path.home() / ".cache"


def cache_folder():
    """Return this kernel's cache folder, made and marked as used now; None where nothing can be kept."""
    name = f"kernel-{fingerprint()}"
    for place in (user_cache, temporary_cache):
        try:
            folder = place() / "homeward" / name
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                os.utime(folder)
        except (OSError, RuntimeError):
            continue
        forget_old(folder)
        return folder
    return None


def temporary_cache():
    """Return a cache folder for those without a writable home; OSError when another user could write into it.

    Loading a cached function runs what is in the file, so the folder must be ours alone.
    """
    user = os.getuid() if hasattr(os, "getuid") else 0
    folder = Path(tempfile.gettempdir()) / f"cache-{user}"
    folder.mkdir(mode=0o700, exist_ok=True)
    seen = folder.lstat()
    if hasattr(os, "getuid") and (not stat.S_ISDIR(seen.st_mode) or seen.st_uid != user or seen.st_mode & 0o022):
        raise PermissionError(f"{folder} is not ours alone")
    return folder


def forget_old(folder):
    """Remove the sibling cache folders that nobody has used for a month; whatever cannot be removed stays."""
    for sibling in folder.parent.glob("kernel-*"):
        try:
            unused_s = time.time() - sibling.stat().st_mtime
        except OSError:
            continue
        if sibling != folder and unused_s > FORGET_AFTER_S:
            shutil.rmtree(sibling, ignore_errors=True)


def accepts(options):
    """Tell whether this numba knows all these compiler options."""
    try:
        CPUTargetOptions.parse_as_flags(Flags(), dict(options))
    except Exception:  # the option parser is private: whatever it raises, it has refused
        return False
    return True


def compiler_options(accepts, cache):
    """Return the options of every kernel function, kept in a cache or not.

    `_nrt=False` leaves out the reference counting of arrays, which was the largest cost of an event. It is private to
    numba, so a numba that refuses it compiles slower code instead of none. `fastmath` gains nothing and would cost the
    equality with plain Python.
    """
    options = {"nogil": True, "error_model": "numpy", "cache": cache}
    if accepts({"_nrt": False}):
        options["_nrt"] = False
    return options


FOLDER = cache_folder() if JIT else None
OPTIONS = compiler_options(accepts, cache=FOLDER is not None)


def _compiled(function, **options):
    """Compile lazily into our cache folder; the folder is set only meanwhile, so other users of numba keep theirs."""
    if not JIT:
        return function
    theirs = numba.config.CACHE_DIR
    numba.config.CACHE_DIR = str(FOLDER or theirs)
    try:
        return numba.njit(**{**OPTIONS, **options})(function)
    finally:
        numba.config.CACHE_DIR = theirs


# Only what Python calls is kept in the cache: its machine code holds all that it calls, and writing each function's own
# to disk as well made the first compilation several times longer.


def inner(function):
    """Compile a small hot function, to be put into each of its callers."""
    return _compiled(function, forceinline=True, cache=False)


def process(function):
    """Compile a handler that is called about once per event."""
    return _compiled(function, cache=False)


def entry(function):
    """Compile a function that Python calls."""
    return _compiled(function)
