"""A third of a second less before the first word."""

import sys
from importlib import import_module


def leave_scipy_out() -> None:
    """Load numba's array mathematics without letting it load SciPy, whose BLAS it wants for matrix products.

    The kernel has no matrix product. This is for our own process only: whoever imports `homeward` keeps theirs.
    """
    if "numba.np.arraymath" in sys.modules or "scipy" in sys.modules:
        return
    sys.modules["scipy"] = None  # type: ignore[assignment]  # Python's way to say: not to be imported
    try:
        import_module("numba.np.arraymath")
    finally:
        del sys.modules["scipy"]
