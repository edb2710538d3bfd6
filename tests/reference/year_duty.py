"""Twin of duty: a desk, its missions, the Academy and exams of an organisation in which nobody is ever hurt.

Written apart from the kernel, with sorted lists where the kernel links rows; they share codes and draws only.
"""

import heapq
from types import SimpleNamespace
from typing import Any, cast

import numpy as np

from homeward.codes import Draw, DutyStatus, Event, Reason, Staffing, Term, Work
from homeward.kernel.organisation import Organisation
from tests.reference.draws import Draws
from tests.reference.given import Given, Row
from tests.reference.year_roster import DAY_S, FIT, POSTED, TEACHER, Person, Roster

Line = tuple[int, int, int, int, int, float]

TABLES = ("members", "mission_types", "terms", "posts", "exams")


def plain(table: np.ndarray) -> list[Row]:
    """Rows as dicts of Python numbers."""
    return [dict(zip(table.dtype.names or (), row, strict=True)) for row in table.tolist()]


class Year:
    """One replicate."""

    def __init__(self, template: Organisation, replicate: int) -> None:
        self.rows = {name: plain(getattr(template, name)) for name in TABLES}
        self.duty = plain(template.duty)[0]
        self.names = template.physique["name"].tolist()
        given = SimpleNamespace(
            seed=int(template.clock[0]["seed"]),
            generator=int(template.clock[0]["generator"]),
            dists=plain(template.dists),
            quantiles=template.quantiles.tolist(),
        )
        self.draws = Draws(cast(Given, given), replicate)
        self.now = self.today = self.moment = 0
        self.ledger: list[Line] = []
        self.agenda: list[tuple[int, int, int, int, Any]] = []
        self.free_rows: list[int] = []
        self.rows_used = 0
        self.waiting: list[SimpleNamespace] = []
        self.unstaffed = self.posts_short = 0
        self.roster = Roster(self)
        self.came = [0] * len(self.rows["mission_types"])
        for t, kind in enumerate(self.rows["mission_types"]):
            if kind["at_s"] >= 0:
                self.plan(kind["at_s"], Event.MISSION_ARRIVES, t)
            else:
                self.expect_next(t)
        self.plan(self.duty["morning_s"], Event.MORNING, 0)

    def name_of(self, person: Person) -> int:
        """Under which name he draws."""
        return self.names[person.number]

    def plan(self, at_s: int, event: Event, what: Any) -> None:
        """Something will happen."""
        order = what if isinstance(what, int) else what.row
        heapq.heappush(self.agenda, (at_s, int(event), order, id(what), what))

    def tell(self, event: Event, who: int, other: int, why: int, detail: float) -> None:
        """A line of the ledger."""
        self.ledger.append((self.now, int(event), who, other, int(why), float(detail)))

    def live(self) -> list[Line]:
        """The whole run."""
        while self.agenda and self.agenda[0][0] < self.duty["days"] * DAY_S:
            self.now, event, _, _, what = heapq.heappop(self.agenda)
            if event == Event.MORNING:
                self.morning()
            elif event == Event.MISSION_ARRIVES:
                self.arrive(what)
            else:
                self.end(what)
        return self.ledger

    # --- the day ---

    def terms_on(self, kind: Term) -> list[Row]:
        """Spans of the calendar that are on."""
        return [t for t in self.rows["terms"] if t["kind"] == kind and t["from_s"] <= self.now < t["until_s"]]

    def morning(self) -> None:
        """Terms, everybody, exams, the desk, classes, posts."""
        self.today = self.now // DAY_S
        for t, term in enumerate(self.rows["terms"]):
            if term["kind"] == Term.ACADEMY:
                if self.now - DAY_S < term["from_s"] <= self.now:
                    self.tell(Event.TERM_STARTS, -1, t, 0, term["classes"])
                if self.now - DAY_S < term["until_s"] <= self.now:
                    self.tell(Event.TERM_ENDS, -1, t, 0, 0)
        for person in self.roster.people:
            self.roster.review(person)
        for e in range(len(self.rows["exams"])):
            self.hold_exam(e)
        self.desk()
        school_day = (self.duty["starts_weekday"] + self.today) % 7 < 5
        classes = sum(t["classes"] for t in self.terms_on(Term.ACADEMY)) if school_day else 0
        missing = max(0, classes - self.roster.working(Work.ACADEMY))
        if missing:
            self.tell(Event.CLASS_UNSTAFFED, -1, -1, Reason.TERM, missing)
        self.unstaffed += missing
        left = self.roster.stand_ins()
        for post in self.rows["posts"]:
            short = max(0, post["wanted"] - self.roster.working(Work(post["serves"])))
            self.posts_short += max(0, short - left)
            left = max(0, left - short)
        self.plan(self.now + DAY_S, Event.MORNING, 0)

    # --- exams ---

    def hold_exam(self, e: int) -> None:
        """List, sitting, result."""
        exam, people = self.rows["exams"][e], self.roster.people
        if exam["state"] == 0 and exam["enter_s"] <= self.now:
            exam["state"] = 1
            able = [p for p in people if p.rank == exam["from_rank"] and p.missions >= exam["missions"]]
            able = [p for p in able if p.exam is None and p.status not in (DutyStatus.RETIRED, DutyStatus.ABSENT)]
            for person in sorted(able, key=lambda p: (-p.missions, p.number))[: exam["places"]]:
                person.exam = e
        if exam["state"] == 1 and exam["at_s"] <= self.now:
            exam["state"] = 2
            self.begin_exam(e, exam)
        if exam["state"] == 2 and exam["at_s"] + exam["days"] * DAY_S <= self.now:
            exam["state"] = 3
            self.end_exam(e, exam)

    def begin_exam(self, e: int, exam: Row) -> None:
        """Proctors, then candidates."""

        def free(person: Person) -> bool:
            return person.status in (DutyStatus.AVAILABLE, DutyStatus.VILLAGE_ONLY)

        def go(person: Person) -> None:
            self.roster.keep(person, DutyStatus.AT_EXAM, exam["days"] * DAY_S)
            self.roster.set_status(person, DutyStatus.AT_EXAM, Reason.EXAM)

        people = self.roster.people
        proctors = [p for p in people if p.rank >= exam["proctor_rank"] and free(p) and p.exam != e]
        proctors = proctors[: exam["proctors"]]
        for person in proctors:
            go(person)
        seats = exam["places"] * len(proctors) // exam["proctors"] if exam["proctors"] else exam["places"]
        for person in [p for p in people if p.exam == e]:
            if free(person) and seats > 0:
                seats -= 1
                go(person)
            else:
                person.exam = None

    def end_exam(self, e: int, exam: Row) -> None:
        """Who passed."""
        sat = [p for p in self.roster.people if p.exam == e]
        passed = 0
        for person in sat:
            person.exam = None
            if self.draws.uniform(self.name_of(person), Draw.EXAM_SCORE, e) < exam["pass_share"]:
                passed += 1
                self.roster.promote(person, exam["to_rank"])
                self.tell(Event.PASSED, person.number, e, Reason.EXAM, person.rank)
            else:
                self.tell(Event.NOT_PASSED, person.number, e, Reason.EXAM, 0)
        self.tell(Event.EXAM, -1, e, Reason.EXAM, passed)
        for person in sat:
            self.roster.review(person)

    # --- missions ---

    def expect_next(self, t: int) -> None:
        """The next of a type."""
        kind = self.rows["mission_types"][t]
        if kind["gap_dist"] >= 0:
            gap = self.draws.of(kind["gap_dist"], kind["name"], Draw.MISSION_GAP, self.came[t])
            at_s = max(self.now, kind["from_s"]) + max(1, int(gap))
            if kind["until_s"] < 0 or at_s <= kind["until_s"]:
                self.plan(at_s, Event.MISSION_ARRIVES, t)

    def arrive(self, t: int) -> None:
        """A mission comes in."""
        if self.free_rows:
            row = self.free_rows.pop()
        else:
            row, self.rows_used = self.rows_used, self.rows_used + 1
        kind = self.rows["mission_types"][t]
        self.waiting.append(
            SimpleNamespace(row=row, type=t, number=self.came[t], until=self.now + kind["window_s"], why=0, team=[])
        )
        self.came[t] += 1
        self.tell(Event.MISSION_ARRIVES, -1, row, 0, t)
        self.expect_next(t)

    def desk(self) -> None:
        """The highest rank first, then the window that ends first; a type nobody can do today is left for tomorrow."""
        kinds = self.rows["mission_types"]
        given_up: set[int] = set()
        if self.terms_on(Term.CURFEW):
            for t in range(len(kinds)):
                self.delay(t, Reason.CURFEW)
            given_up = set(range(len(kinds)))
        while todo := [m for m in self.waiting if m.type not in given_up]:
            first = min(todo, key=lambda m: (-kinds[m.type]["rank"], m.until, m.type, m.number))
            why = self.staff(first)
            if why == Reason.NONE:
                self.waiting.remove(first)
                self.set_out(first)
            else:
                given_up.add(first.type)
                self.delay(first.type, why)
        for t in range(len(kinds)):
            for mission in [m for m in self.waiting if m.type == t and m.until <= self.now + DAY_S]:
                self.waiting.remove(mission)
                self.tell(Event.MISSION_REFUSED, -1, mission.row, mission.why or Reason.WINDOW_CLOSED, t)
                self.free_rows.append(mission.row)

    def delay(self, t: int, why: Reason) -> None:
        """Not today."""
        for mission in [m for m in self.waiting if m.type == t]:
            if not mission.why:
                self.tell(Event.MISSION_DELAYED, -1, mission.row, why, t)
            mission.why = why

    def may_take(self, kind: str, team: list[Person], short: bool) -> bool:
        """Whether policy lets these go."""
        if kind == POSTED:
            wanted = sum(post["wanted"] for post in self.rows["posts"])
            there = sum(self.roster.working(Work(post["serves"])) for post in self.rows["posts"])
            taken = sum(p.kind == POSTED for p in team)
            return there + self.roster.stand_ins() - wanted > taken
        if kind == TEACHER:
            takes = self.duty["takes_teachers"]
            in_term = sum(t["classes"] for t in self.terms_on(Term.ACADEMY)) > 0
            return short and (takes == 2 or (takes == 1 and not in_term))
        return True

    def choose(self, team: list[Person], rank: int, skill: int | None, short: bool) -> Person | None:
        """The next for a seat."""
        for kind in (FIT, POSTED, TEACHER):
            if not self.may_take(kind, team, short):
                continue
            lines = [line for (r, _, k), line in self.roster.lines.items() if k == kind and r >= rank]
            able = [[p for p in line if p not in team and (skill is None or skill in p.skills)] for line in lines]
            if firsts := [line[0] for line in able if line]:
                return min(firsts, key=self.order)
        return None

    def order(self, person: Person) -> tuple[int, int]:
        """Who goes, of the first of each line."""
        if self.duty["staffing"] == Staffing.LONGEST_RESTED:
            return (person.ready_s, person.number)
        by_rank = person.rank if self.duty["staffing"] == Staffing.LOWEST_ABLE else -person.rank
        return (by_rank, bool(person.skills))

    def staff(self, mission: SimpleNamespace) -> Reason:
        """All together or nobody."""
        kind = self.rows["mission_types"][mission.type]
        team: list[Person] = []
        for number in kind["named"]:
            if number >= 0:
                person = self.roster.people[number]
                if not self.roster.waits(person) or person.serves == Work.HOSPITAL:
                    return Reason.ORDERED
                team.append(person)
        wanted = {bit for bit in range(62) if kind["skills"] >> bit & 1}
        if self.duty["medic_in_every_team"] and self.duty["medic_skill"] >= 0:
            wanted.add(self.duty["medic_skill"])
        for skill in sorted(wanted):
            if not any(skill in p.skills for p in team):
                person = self.choose(team, kind["least_rank"], skill, True)
                if person is None:
                    return Reason.NOBODY_WITH_SKILL
                team.append(person)
        if not any(p.rank >= kind["leader_rank"] for p in team):
            person = self.choose(team, kind["leader_rank"], None, True)
            if person is None:
                return Reason.NOBODY_OF_RANK
            team.append(person)
        while len(team) < kind["size"]:
            person = self.choose(team, kind["least_rank"], None, len(team) < kind["least"])
            if person is None:
                break
            team.append(person)
        if len(team) < kind["least"]:
            return Reason.TOO_FEW
        mission.team = team
        return Reason.NONE

    def set_out(self, mission: SimpleNamespace) -> None:
        """They leave."""
        kind = self.rows["mission_types"][mission.type]
        why = {FIT: Reason.NONE, POSTED: Reason.NEEDED_THERE, TEACHER: Reason.SHORT_HANDED}
        for person in mission.team:
            # They left their lines when they were picked, whatever is decided about them afterwards.
            self.roster.line(person).remove(person)
        for seat, person in enumerate(mission.team):
            person.mission = mission
            person.missions += 1
            self.tell(Event.ASSIGNED, person.number, mission.row, why[person.kind], seat)
            self.roster.set_status(person, DutyStatus.ON_MISSION, why[person.kind])
        length = max(1, int(self.draws.of(kind["length_dist"], kind["name"], Draw.MISSION_LENGTH, mission.number)))
        self.tell(Event.MISSION_STARTS, mission.team[0].number, mission.row, mission.why, mission.type)
        self.plan(self.now + length, Event.MISSION_ENDS, mission)

    def end(self, mission: SimpleNamespace) -> None:
        """They are back."""
        kind = self.rows["mission_types"][mission.type]
        for person in mission.team:
            person.mission = None
            if self.duty["rest_days"]:
                self.roster.keep(person, DutyStatus.RESTING, self.duty["rest_days"] * DAY_S)
            self.tell(Event.CAME_HOME, person.number, mission.row, 0, 0)
        done = self.draws.uniform(kind["name"], Draw.MISSION_SUCCESS, mission.number) < kind["success"]
        self.tell(Event.MISSION_ENDS, mission.team[0].number, mission.row, 0, done)
        self.free_rows.append(mission.row)
        for person in mission.team:
            self.roster.review(person)
