"""The ledger: what happened, in order, one row per event."""

from homeward.codes import Fault
from homeward.kernel.jit import inner


@inner
def record(world, event, who, other, to_go_m, detail):
    """Append one row at the present time when this life keeps a ledger; a full ledger is a fault, never cut short.

    `who`: person, or -1 - party; `other`: person, -1 for nobody; `to_go_m`: distance still to go; `detail`: see Event.
    """
    clock = world.clock[0]
    if clock["ledger_on"] == 0:
        return
    used = clock["ledger"]
    if used == len(world.ledger):
        clock["fault"] = Fault.LEDGER_FULL
        return
    row = world.ledger[used]
    row["at_s"] = clock["now_s"]
    row["event"] = event
    row["who"] = who
    row["other"] = other
    row["to_go_m"] = to_go_m
    row["detail"] = detail
    clock["ledger"] = used + 1
