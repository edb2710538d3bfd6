"""Whether an entry's machine code is at hand, and compiling it from the bottom up where it is not.

numba compiles a callee when its caller first mentions it, and the deeper that nests the slower every step: from the top
alone a kernel takes several times as long as in stages. Loops are not turned into vectors: those of a kernel are over a
handful of rows, from which vectors are gathered at a loss (5 % of a life).
"""

from contextlib import contextmanager

import numba

from homeward.kernel.jit import JIT


def is_compiled(entry, signature):
    """Whether machine code of this entry, for these argument types, is at hand: in this process or in the cache.

    The index is read as numba will read it: a file of another checkout, or older than the source, does not count.
    """
    if not JIT or signature in entry.signatures:
        return True
    try:
        cache = entry._cache
        key = cache._index_key(signature, entry.targetctx.codegen())
        return key in cache._cache_file._load_index()
    except (AttributeError, OSError):
        return False  # no cache, or a numba that keeps it differently: compiling in stages is right, if slow


def compile_stages(stages, progress=None):
    """Compile each (function, argument types) in turn. progress(done, of, name) is called before each."""
    if not JIT:
        return
    with scalar_loops():
        for done, (function, signature) in enumerate(stages):
            if progress is not None:
                progress(done, len(stages), function.__name__)
            function.compile(signature)


@contextmanager
def scalar_loops():
    """Compile loops as they are written; numba can be told so for all it compiles meanwhile only."""
    theirs = numba.config.LOOP_VECTORIZE
    numba.config.LOOP_VECTORIZE = 0
    try:
        yield
    finally:
        numba.config.LOOP_VECTORIZE = theirs
