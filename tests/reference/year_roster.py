"""Twin of the roster: people as dicts, the available in plain lists, status by rule for those who are well."""

from typing import TYPE_CHECKING, Any

from homeward.codes import Draw, DutyStatus, Event, Reason, Term, Work
from tests.reference.given import Row

if TYPE_CHECKING:
    from tests.reference.year_duty import Year

DAY_S = 86_400
FIT, POSTED, TEACHER = "fit", "posted", "teacher"
WORKING = (DutyStatus.AVAILABLE, DutyStatus.VILLAGE_ONLY, DutyStatus.REASSIGNED)


class Person:
    """One who serves."""

    def __init__(self, number: int, row: Row) -> None:
        self.number, self.rank, self.serves = number, row["rank"], Work(row["serves"])
        self.skills = {bit for bit in range(62) if row["skills"] >> bit & 1}
        self.status, self.missions = DutyStatus(row["status"]), row["missions"]
        self.lapses = row["qualified_until_s"]
        self.mission: Any = None
        self.kept: tuple[DutyStatus, int] | None = None
        self.exam: int | None = None
        self.ready_s = 0
        self.leave_day = 0

    @property
    def kind(self) -> str:
        """In whose line he waits."""
        return {Work.MISSIONS: FIT, Work.ACADEMY: TEACHER}.get(self.serves, POSTED)


class Roster:
    """Everybody, and in which order the available wait."""

    def __init__(self, year: "Year") -> None:
        self.year = year
        self.people = [Person(i, row) for i, row in enumerate(year.rows["members"])]
        self.lines: dict[tuple[int, bool, str], list[Person]] = {}
        for person in self.people:
            person.leave_day = int(365 * year.draws.uniform(year.name_of(person), Draw.LEAVE))
        for person in self.people:
            if person.status == DutyStatus.AVAILABLE:
                self.line(person).append(person)
        for person in self.people:
            self.review(person)

    def line(self, person: Person) -> list[Person]:
        """The line of this person's rank and kind, the skilled apart; the hospital's stand in one of no use."""
        kind = "hospital" if person.serves == Work.HOSPITAL else person.kind
        return self.lines.setdefault((person.rank, bool(person.skills), kind), [])

    def waits(self, person: Person) -> bool:
        """Whether somebody stands in a line."""
        return person in self.line(person)

    def set_status(self, person: Person, status: DutyStatus, why: int) -> None:
        """He stands here from now on."""
        if person.status == status:
            return
        if person in self.line(person):
            self.line(person).remove(person)
        person.status = status
        if status == DutyStatus.AVAILABLE:
            self.line(person).append(person)
            person.ready_s = self.year.now
        self.year.tell(Event.STATUS, person.number, -1, why, status)

    def promote(self, person: Person, rank: int) -> None:
        """He has another rank, and stands in its line if he stood in one."""
        stood = person in self.line(person)
        if stood:
            self.line(person).remove(person)
        person.rank = rank
        if stood:
            self.line(person).append(person)
            person.ready_s = self.year.now

    def keep(self, person: Person, status: DutyStatus, days_s: int) -> None:
        """Nothing else until then."""
        person.kept = (status, self.year.now + days_s)

    def look_at_dates(self, person: Person) -> None:
        """What the calendar has for him today."""
        year, duty = self.year, self.year.duty
        if 0 <= person.lapses <= year.now:
            self.keep(person, DutyStatus.VILLAGE_ONLY, duty["renewal_s"])
            person.lapses = year.now + duty["renewal_s"] + duty["qualified_s"] if duty["qualified_s"] else -1
        elif duty["leave_days"] and year.today % 365 == person.leave_day:
            self.keep(person, DutyStatus.ON_LEAVE, duty["leave_days"] * DAY_S)
        else:
            for term in year.rows["terms"]:
                his = term["kind"] == Term.LEAVE and term["who"] in (person.number, -1)
                if his and term["from_s"] <= year.now < term["until_s"]:
                    person.kept = (DutyStatus.ON_LEAVE, term["until_s"])

    def review(self, person: Person) -> None:
        """Status by rule; nobody in this twin is ever hurt."""
        if person.status in (DutyStatus.RETIRED, DutyStatus.ABSENT):
            return
        if person.mission is not None:
            return self.set_status(person, DutyStatus.ON_MISSION, 0)
        if person.kept and person.kept[1] <= self.year.now:
            person.kept = None
        if person.kept is None:
            self.look_at_dates(person)
        if person.kept is None:
            return self.set_status(person, DutyStatus.AVAILABLE, Reason.NONE)
        why = {
            DutyStatus.RESTING: Reason.REST_RULE,
            DutyStatus.ON_LEAVE: Reason.LEAVE,
            DutyStatus.AT_EXAM: Reason.EXAM,
            DutyStatus.VILLAGE_ONLY: Reason.LAPSED,
        }[person.kept[0]]
        return self.set_status(person, person.kept[0], why)

    def working(self, *works: Work) -> int:
        """How many can do this work in the village today."""
        return sum(person.serves in works and person.status in WORKING for person in self.people)

    def stand_ins(self) -> int:
        """People on restricted duty who can take another's place."""
        return sum(p.serves == Work.MISSIONS and p.status == DutyStatus.VILLAGE_ONLY for p in self.people)
