"""The ledger of an organisation: one row per event, when this replicate keeps one."""

from homeward.codes import Fault
from homeward.kernel.jit import handler, inner


@handler
def write_row(world, event, who, other, why, detail):
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
def note_plain(world, event, who, other, why, detail):
    """Note what happens to no patient. `who`: member, or -1; `other`, `why`, `detail`: see Event."""
    if world.clock[0]["ledger_on"] != 0:
        write_row(world, event, who, other, why, detail)


@inner
def note(world, event, p, other, detail):
    """Note what happens to patient p: under his member number, or -1 - his number among the patients."""
    if world.clock[0]["ledger_on"] != 0:
        patient = world.patients[p]
        who = patient["member"]
        if who < 0:
            who = -1 - patient["number"]
        write_row(world, event, who, other, 0, detail)
