"""One replicate of a network told event by event, from its ledger."""

from dataclasses import dataclass

import numpy as np

from homeward.codes import Cause, Event, Exit
from homeward.model.network.laydown import Network
from homeward.model.network.week import DAY_S, DAYS
from homeward.results.network.naming import station_names
from homeward.results.phrases import CAUSES
from homeward.run.care_rows import rows_of

SENTENCES = {
    Event.CAME: "{who} comes to {facility} with {condition}",
    Event.BURST: "{count} casualties are coming at once",
    Event.QUEUED: "{who} waits for {station}",
    Event.BLOCKED: "{who} waits for {station} and keeps the bed",
    Event.TASK_BEGUN: "{who}: {station} begins{waited}",
    Event.TASK_DONE: "{who}: {station} is done",
    Event.INTERRUPTED: "{who}: {station} is interrupted for somebody more urgent",
    Event.REASSESSED: "{who} is found to be {category}",
    Event.LEFT_UNSEEN: "{who} leaves unseen",
    Event.DIVERTED: "{who} is sent on to {facility}",
    Event.TURNED_AWAY: "{who} is turned away at {station}",
    Event.TRANSPORT_ASKED: "{who} waits for transport: {link}",
    Event.VEHICLE_OUT: "a vehicle is at the pick-up of {link}; it takes {count}",
    Event.VEHICLE_BACK: "a vehicle of {link} arrives; it brings {count}",
    Event.MOVE_ENDS: "{who} arrives",
    Event.LEFT_CARE: "{who} {exit}",
    Event.DIED_IN_CARE: "{who} dies: {cause}",
    Event.STOCK_EMPTY: "{stock} lacks {count} for {who}",
    Event.RESTOCKED: "{count} of {stock} are delivered",
    Event.SHIFT_STARTS: "{staff} comes on duty",
    Event.SHIFT_ENDS: "{staff} goes off duty",
    Event.WARM_UP_OVER: "counting begins",
    Event.CLOSED: "arrivals end; {count} are inside",
}
"""What is said of each event; the others are not told."""

EXITS = {
    Exit.DUTY: "returns to duty",
    Exit.HOME: "goes home",
    Exit.DIED: "has died",
    Exit.LOST: "is lost to care",
    Exit.UNSEEN: "has left unseen",
    Exit.BEYOND: "goes beyond the network",
}


@dataclass(frozen=True, slots=True)
class NetworkLine:
    """One event: when (s since the start, and as a clock of the week), and what, in words."""

    at_s: int
    clock: str
    text: str


class Words:
    """What the rows of a network are called."""

    def __init__(self, network: Network) -> None:
        rows = rows_of(network)
        self.starts_s = network.run.starts
        self.stations = [name for name, _, _ in station_names(network)]
        self.facilities = list(rows.facilities)
        self.conditions = list(rows.conditions)
        self.links = list(rows.links)
        self.staff = [person.name for person in rows.people]
        self.stocks = [f"{name} at {facility}" for name, facility in rows.stocks]

    def clock(self, at_s: int) -> str:
        """Return a moment as "Mon 06:00:30", with the week from the second on."""
        week, of_week = divmod(self.starts_s + at_s, 7 * DAY_S)
        day, of_day = divmod(of_week, DAY_S)
        hour = f"{of_day // 3600:02d}:{of_day % 3600 // 60:02d}:{of_day % 60:02d}"
        return f"{f'week {week + 1} ' if week else ''}{DAYS[day][:3].capitalize()} {hour}"

    def fill(self, row: np.void) -> dict[str, str]:
        """Return the words of one ledger row for its sentence."""
        event, other, detail = Event(int(row["event"])), int(row["other"]), float(row["detail"])
        who = int(row["who"])
        words = {"who": f"patient {-who}" if who < 0 else f"member {who}", "count": f"{detail:,.0f}"}
        words["waited"] = f" after {detail / 60:,.0f} min" if detail >= 30 else ""
        words["category"] = f"T{detail:.0f}"
        words["exit"] = EXITS.get(Exit(-int(detail)), "leaves") if event == Event.LEFT_CARE else ""
        words["cause"] = CAUSES[Cause(int(detail))] if event == Event.DIED_IN_CARE else ""
        words["condition"] = named(self.conditions, int(detail)) if event == Event.CAME else ""
        for key in ("station", "facility", "link", "staff", "stock"):
            words[key] = named(getattr(self, PLURALS[key]), other)
        return words


PLURALS = {"station": "stations", "facility": "facilities", "link": "links", "staff": "staff", "stock": "stocks"}


def named(names: list[str], row: int) -> str:
    """Return the name of a row; a dash for none."""
    return f"“{names[row]}”" if 0 <= row < len(names) else "–"


def tell(network: Network, ledger: np.ndarray) -> list[NetworkLine]:
    """Tell (n,) LEDGER rows in words, those that have any."""
    words = Words(network)
    told = ledger[np.isin(ledger["event"], list(SENTENCES))]
    return [
        NetworkLine(
            *(int(row["at_s"]), words.clock(int(row["at_s"]))),
            SENTENCES[Event(int(row["event"]))].format(**words.fill(row)),
        )
        for row in told
    ]
