"""A World as one pointer, for compiled code: any kind of World, said by the names and dtypes of its tables.

A NamedTuple of sixteen arrays is more than a hundred machine words, and each call of a function that takes it would
pass them all: calls cost tens of nanoseconds and compilation minutes. Compiled code takes instead the address of a
small table that holds address and length of each array; `world.people` reads like before. The table lives as long as
the call that made it.

Functions that take any world (`draws`, `calendar`) are compiled once for each kind that calls them.
"""

import operator

import numpy as np
from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.core.imputils import lower_builtin, lower_getattr_generic
from numba.core.typing.templates import AttributeTemplate, infer_getattr
from numba.extending import intrinsic, models, register_model
from numba.np.arrayobj import load_item, populate_array
from numba.np.numpy_support import from_dtype

WORD = ir.IntType(64)


class WorldKind:
    """One kind of World.

    name: tells kinds apart, in compiled code too. dtypes: its tables in order, each one-dimensional, by attribute
    name. from_the_end: whether compiled code may count rows from the end, as `table[-1]`; asking at each access which
    is meant cost a fifth of an event. `type` is numba's type of such a world; `behind(rows)`, inside compiled code, the
    world behind a handle.
    """

    def __init__(self, name, dtypes, from_the_end=True):
        self.dtypes = dict(dtypes)
        self.type = WorldType(name, self.dtypes, types.Array if from_the_end else RowsType)
        self.behind = _behind(self.type)

    def handle(self, world):
        """The table of a World: (tables, 2) int64 of address and length. Keep world and table alive while compiled
        code uses it. TypeError when an array is not what the kind says.
        """
        rows = np.empty((len(self.dtypes), 2), np.int64)
        for k, (name, dtype) in enumerate(self.dtypes.items()):
            array = getattr(world, name)
            # Comparing two tables' types takes longer than some replicates; mostly they are one and the same.
            if (array.dtype is not dtype and array.dtype != dtype) or array.ndim != 1 or not array.flags.c_contiguous:
                raise TypeError(f"world.{name} must be a contiguous one-dimensional array of its dtype")
            rows[k] = array.ctypes.data, len(array)
        return rows


class RowsType(types.Array):
    """numba's type of a table whose rows are counted from the start only."""


register_model(RowsType)(models.ArrayModel)


@lower_builtin(operator.getitem, RowsType, types.Integer)
def row_of_table(context, builder, signature, args):
    """The row of this number, which must be one."""
    table_type, number_type = signature.args
    table = context.make_array(table_type)(context, builder, args[0])
    number = context.cast(builder, args[1], number_type, types.intp)
    place = cgutils.get_item_pointer(context, builder, table_type, table, [number], wraparound=False)
    return load_item(context, builder, table_type, place)


class WorldType(types.Type):
    """numba's type of a World behind a handle; two of the same name and tables are the same."""

    def __init__(self, name, dtypes, table_type=types.Array):
        super().__init__(name=f"HomewardWorld({name})")
        self.dtypes = dtypes
        self.rows = {table: k for k, table in enumerate(dtypes)}
        self.arrays = {table: table_type(from_dtype(dtype), 1, "C") for table, dtype in dtypes.items()}

    @property
    def key(self):
        """What numba compares."""
        return self.name, tuple(self.arrays.items())


@register_model(WorldType)
class WorldModel(models.PrimitiveModel):
    """The address of the handle's rows."""

    def __init__(self, manager, numba_type):
        super().__init__(manager, numba_type, WORD.as_pointer())


@infer_getattr
class WorldAttributes(AttributeTemplate):
    """world.people and its siblings are arrays of their dtypes."""

    key = WorldType

    def generic_resolve(self, value, attr):
        """The array type of an attribute."""
        return value.arrays.get(attr)


def keep_out_of_line(function):
    """A handler is called, not copied into its callers: LLVM would, and compile for minutes. numba has no option
    for it.
    """
    if "alwaysinline" not in function.attributes:
        function.attributes.add("noinline")


@lower_getattr_generic(WorldType)
def read_array(context, builder, numba_type, value, attr):
    """Build the array from its address and length; both never change during a call, so the loads may be shared."""
    row = numba_type.rows[attr]
    keep_out_of_line(builder.function)

    def constant_word(column):
        place = builder.gep(value, [ir.Constant(WORD, 2 * row + column)])
        word = builder.load(place)
        word.set_metadata("invariant.load", builder.module.add_metadata([]))
        return word

    array_type = numba_type.arrays[attr]
    itemsize = context.get_constant(types.intp, numba_type.dtypes[attr].itemsize)
    array = context.make_array(array_type)(context, builder)
    data = builder.inttoptr(constant_word(0), array.data.type)
    length = constant_word(1)
    populate_array(array, data=data, shape=[length], strides=[itemsize], itemsize=itemsize, meminfo=None)
    return array._getvalue()


def _behind(world_type):
    """The intrinsic that makes a world of this type of a handle."""

    @intrinsic
    def world_behind(typingctx, rows):
        """The World behind a handle, inside compiled code."""

        def codegen(context, builder, signature, args):
            array = context.make_array(signature.args[0])(context, builder, args[0])
            return builder.bitcast(array.data, WORD.as_pointer())

        return world_type(rows), codegen

    return world_behind
