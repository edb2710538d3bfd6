"""Who matters to whom: the ties of the file, and those made up among the members of cohorts."""

from collections.abc import Iterator

from homeward.model.organisation.home import Bond
from homeward.model.organisation.organisation import Organisation
from homeward.run import lower_folk
from homeward.run.made_up import keys_of, made_up, word_of
from homeward.run.roster import Roster

WORD = 2**64
TRIES = 8


def ties_of(organisation: Organisation, roster: Roster) -> Iterator[lower_folk.Bond]:
    """Yield every tie, those of the file first: of two between the same people the first is kept."""
    for tie in organisation.tie:
        who, to = roster.row_of(tie.start), roster.row_of(tie.end)
        strength, after_s = tie.strength.a, int(tie.after.a)
        yield lower_folk.Bond(who, to, tie.kind, strength, tie.visits, after_s, tie.cares, tie.trusted)
        if not tie.mutual:
            yield lower_folk.Bond(to, who, lower_folk.COUNTERPART.get(tie.kind, tie.kind), 0.0, visits=False)
    for bond in organisation.bond:
        for cohort in bond.among:
            yield from _made_up(bond, cohort, roster)


def _made_up(bond: Bond, cohort: str, roster: Roster) -> Iterator[lower_folk.Bond]:
    """Each member of a cohort begins some ties to others of all the cohorts that the bond is among."""
    rows = roster.rows_of(cohort)
    keys = keys_of(cohort, len(rows))
    for nth in range(bond.each):
        strengths = made_up(keys, f"{bond.name} strength", bond.strength, nth)
        for row, key, strength in zip(rows.tolist(), keys.tolist(), strengths.tolist(), strict=True):
            to = _partner(bond, key, row, nth, roster)
            if to >= 0:
                yield lower_folk.Bond(row, to, bond.kind, strength, bond.visits)


def _partner(bond: Bond, key: int, row: int, nth: int, roster: Roster) -> int:
    """Somebody else of the bond's cohorts; -1 when there is hardly anybody."""
    for attempt in range(TRIES):
        word = word_of(key, f"{bond.name} {nth} {attempt}")
        rows = roster.rows_of(bond.among[word % len(bond.among)])
        if len(rows):
            to = int(rows[jump(word_of(word, "which"), len(rows))])
            if to != row:
                return to
    return -1


def jump(key: int, places: int) -> int:
    """Return the place of a key, 0 to places - 1, evenly: one place more moves only those keys that go to it.

    Jump consistent hash (Lamping and Veach 2014, arXiv 1406.2294).
    """
    here, there = -1, 0
    while there < places:
        here = there
        key = (key * 2862933555777941757 + 1) % WORD
        there = int((here + 1) * (2**31 / ((key >> 33) + 1)))
    return here
