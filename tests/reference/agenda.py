"""The agenda: what comes next, by time, then kind of event, then whom it concerns. A heap of tuples."""

from enum import IntEnum
from heapq import heappop, heappush

from homeward.codes import Event

LAST_S = 2**33 - 1


class About(IntEnum):
    """Whom an entry concerns; at equal times and events a body comes before hands before a party."""

    BODY = 0
    HANDS = 1
    PARTY = 2


Whom = tuple[About, int]
Entry = tuple[int, int, Whom]


class Agenda:
    """One entry for each body, pair of hands and party; a new one replaces the old."""

    def __init__(self) -> None:
        self.now_s = 0
        self.heap: list[Entry] = []
        self.valid: dict[Whom, Entry] = {}

    def put(self, at_s: int, event: Event, whom: Whom) -> None:
        """Enter what happens next to somebody."""
        assert at_s >= self.now_s, "nothing can be planned for the past"
        self.valid[whom] = (min(at_s, LAST_S), int(event), whom)
        heappush(self.heap, self.valid[whom])

    def drop(self, whom: Whom) -> None:
        """Nothing is planned for him any more."""
        self.valid.pop(whom, None)

    def has(self, whom: Whom) -> bool:
        """Whether anything is planned for him."""
        return whom in self.valid

    def take(self) -> Entry | None:
        """Take the next entry and go to its time; None when there is none."""
        while self.heap:
            entry = heappop(self.heap)
            if self.valid.get(entry[2]) == entry:
                del self.valid[entry[2]]
                self.now_s = entry[0]
                return entry
        return None
