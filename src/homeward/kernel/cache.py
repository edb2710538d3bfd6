"""Where machine code is kept: a folder named after everything the code depends on.

numba checks a cached function against its own file only and would serve stale code when a callee in another file
changes. The folder is therefore named after the sources that the function's module imports, directly or not, the codes
among them, and the versions of Python and the compiler. What a module does not import may change: its code is kept.
The folder lies in `NUMBA_CACHE_DIR` when that is set, else in the user's own cache folder.
"""

import hashlib
import os
import shutil
import stat
import sys
import tempfile
import time
from functools import cache
from pathlib import Path

import llvmlite
import numba
import numpy as np

from homeward.kernel.sources import ROOT, closure

FORGET_AFTER_S = 30 * 24 * 3600
"""A cache folder unused for this long belongs to a version nobody runs any more."""


def fingerprint(source, root=ROOT):
    """Return 16 hex digits that change with anything the machine code of the module `source` depends on."""
    versions = (*sys.version_info[:3], numba.__version__, llvmlite.__version__, np.__version__)
    digest = hashlib.sha256(repr(versions).encode())
    for file in closure(source, root):
        name = file.relative_to(root).as_posix() if file.is_relative_to(root) else file.name
        text = file.read_bytes()
        digest.update(f"{name} {len(text)}\n".encode() + text)
    return digest.hexdigest()[:16]


def user_cache():
    """Return the folder in which this user's programs keep their caches; RuntimeError when there is no home."""
    for said in ("NUMBA_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        if os.environ.get(said):
            return Path(os.environ[said])
    return Path.home() / ".cache"


@cache
def name_of_folder(source):
    """Return what the cache folder of the module `source` is called; read once, as Python read the module once."""
    return f"kernel-{fingerprint(source)}"


def cache_folder(source):
    """Return the cache folder of the module `source`, made and marked as used now; None where nothing can be kept,
    as for a function typed at a prompt.
    """
    if not source.is_file():
        return None
    for place in (user_cache, temporary_cache):
        try:
            folder = place() / "homeward" / name_of_folder(source)
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
