"""The ledger of the year: one row per event, when this replicate keeps one."""

from homeward.codes import Fault
from homeward.kernel.jit import inner, process


@process
def write_note(world, event, who, other, why, detail):
    """Append one row at the present time; a full ledger is a fault, never cut short."""
    clock = world.clock[0]
    used = clock["ledger"]
    if used == len(world.ledger):
        clock["fault"] = Fault.LEDGER_FULL
        return
    row = world.ledger[used]
    row["at_s"], row["event"], row["who"] = clock["now_s"], event, who
    row["other"], row["why"], row["detail"] = other, why, detail
    clock["ledger"] = used + 1


@inner
def note(world, event, who, other, detail):
    """Note what happens to member `who`; `other` and `detail`: see Event."""
    if world.clock[0]["ledger_on"] != 0:
        write_note(world, event, who, other, 0, 1.0 * detail)
