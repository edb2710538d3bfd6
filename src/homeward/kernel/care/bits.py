"""Words of bits: who is free, which stations have somebody waiting."""

import numpy as np
from llvmlite import ir
from numba import types
from numba.extending import intrinsic

from homeward.kernel.jit import JIT, inner


@intrinsic
def trailing_zeros(typingctx, word):
    """How many zeros a word ends in: one instruction; a word of zeros has no answer."""

    def codegen(context, builder, signature, args):
        return builder.cttz(args[0], ir.Constant(ir.IntType(1), 1))

    return types.int64(types.int64), codegen


if JIT:

    @inner
    def lowest(word):
        """Return the number of the lowest bit set in a word that is not 0."""
        return trailing_zeros(np.int64(word))

else:

    def lowest(word):
        """Return the number of the lowest bit set in a word that is not 0."""
        return (int(word) & -int(word)).bit_length() - 1


@inner
def first_of(word):
    """Return the word with only its lowest bit left."""
    return word & -word
