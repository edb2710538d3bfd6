"""The ledger of the year, as the way back writes it: what happened to whom, and who else was there."""

from homeward.kernel.care.notes import note_plain
from homeward.kernel.jit import inner


@inner
def note(world, event, who, other, detail):
    """Note what happens to member `who`; `other` and `detail`: see Event."""
    note_plain(world, event, who, other, 0, 1.0 * detail)
