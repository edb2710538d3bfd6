"""The one decorator: how each function of the kernel is compiled.

`inner` marks a small hot function, put into its callers; `process` a handler called about once per event; `entry` what
Python calls. All three run unchanged as plain Python with `NUMBA_DISABLE_JIT=1`. Where machine code is kept: `cache`.
"""

from pathlib import Path

import numba
from numba import types
from numba.core.compiler import Flags
from numba.core.cpu import CPUTargetOptions
from numba.extending import intrinsic

from homeward.kernel.cache import cache_folder

JIT = not numba.config.DISABLE_JIT


def accepts(options):
    """Tell whether this numba knows all these compiler options."""
    try:
        CPUTargetOptions.parse_as_flags(Flags(), dict(options))
    except Exception:  # the option parser is private: whatever it raises, it has refused
        return False
    return True


def compiler_options(accepts):
    """Return the options of every kernel function.

    `_nrt=False` leaves out the reference counting of arrays, which was the largest cost of an event. It is private to
    numba, so a numba that refuses it compiles slower code instead of none. `fastmath` gains nothing and would cost the
    equality with plain Python.
    """
    options = {"nogil": True, "error_model": "numpy"}
    if accepts({"_nrt": False}):
        options["_nrt"] = False
    return options


OPTIONS = compiler_options(accepts)


def _compiled(function, **options):
    """Compile lazily, not kept in any cache."""
    return numba.njit(**OPTIONS, **options)(function) if JIT else function


# Only what Python calls is kept in the cache: its machine code holds all that it calls, and writing each function's own
# to disk as well made the first compilation several times longer.


def inner(function):
    """Compile a small hot function, to be put into each of its callers."""
    return _compiled(function, forceinline=True)


def process(function):
    """Compile what is called about once per event; where its first caller is an `inner` it is put into its callers too,
    for numba hands that down.
    """
    return _for_any_number(_compiled(function))


def handler(function):
    """Compile a process that is called from everywhere and stays one function, whoever calls it first."""
    return _for_any_number(_compiled(function, forceinline=False))


@intrinsic
def _keep_out_of_line(typingctx):
    """Nothing happens; the function that says it is not copied into its callers, which numba has no option for."""

    def codegen(context, builder, signature, args):
        builder.function.attributes.add("noinline")
        return context.get_dummy_value()

    return types.none(), codegen


def _nothing():
    """Plain Python copies no function into another."""


keep_out_of_line = _keep_out_of_line if JIT else _nothing


def _for_any_number(compiled):
    """What is called with a constant is what is called with a variable: numba would compile it for each constant."""
    if JIT:
        of_types = compiled.get_call_template
        compiled.get_call_template = lambda args, kws: of_types(tuple(map(types.unliteral, args)), kws)
    return compiled


def entry(function):
    """Compile a function that Python calls, and keep its machine code in the cache folder of its module.

    numba's own folder is changed only meanwhile, so other users of numba keep theirs.
    """
    folder = cache_folder(Path(function.__code__.co_filename)) if JIT else None
    if folder is None:
        return _compiled(function)
    theirs = numba.config.CACHE_DIR
    numba.config.CACHE_DIR = str(folder)
    try:
        return _compiled(function, cache=True)
    finally:
        numba.config.CACHE_DIR = theirs
