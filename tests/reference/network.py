"""The care network a second time: plain Python, written from what a network file means, not from the kernel.

Lists instead of linked rows and bits, a heap of tuples instead of the calendar, nothing counted but what happened. It
shares with the kernel the codes, the draws, and nothing else; one replicate must give the same ledger, event for event.
"""

from dataclasses import dataclass
from math import exp as e_to

from homeward.codes import Awareness, Cause, Draw, Event, Exit, Mechanism, Stage
from homeward.kernel.trauma_score import (
    COMA_SCALE,
    SYSTOLIC_PER_MEAN,
    breathing_rate,
    revised_trauma_score,
    survival_probability,
)
from tests.reference.agenda import Agenda
from tests.reference.network_given import NetworkDraws, NetworkGiven
from tests.reference.network_house import Houses, Station, look_again_s
from tests.reference.network_patient import NEVER_S, Bodies, Patient, category_drawn
from tests.reference.network_streams import Streams
from tests.reference.network_transport import Transport

PATIENT, STREAM, STAFF, STOCK, VEHICLE, RUN = range(6)
RUN_END, RUN_WARM_UP = 0, 1


@dataclass(frozen=True)
class Noted:
    """A row of the ledger."""

    at_s: int
    event: Event
    who: int
    other: int
    detail: float


class Replicate:
    """One replicate of a network."""

    def __init__(self, given: NetworkGiven, replicate: int) -> None:
        self.given, self.care = given, given.care
        self.draws = NetworkDraws(given, replicate)  # type: ignore[arg-type]
        self.agenda: Agenda = Agenda()
        self.ledger: list[Noted] = []
        self.bodies = Bodies(given, self.draws)
        self.houses = Houses(self)
        self.transport = Transport(self)
        self.streams = Streams(self)
        self.seats: dict[int, Patient] = {}
        self.free_seats: list[int] = []
        self.numbers, self.closed = 0, False

    @property
    def now_s(self) -> int:
        """The present time."""
        return self.agenda.now_s

    def put(self, at_s: int, event: Event, kind: int, row: int) -> None:
        """Expect something."""
        self.agenda.put(at_s, event, (kind, row))  # type: ignore[arg-type]

    def note(self, event: Event, patient: Patient, other: int, detail: float) -> None:
        """Write down what happens to a patient."""
        self.ledger.append(Noted(self.now_s, event, -1 - patient.number, other, detail))

    def note_plain(self, event: Event, other: int, detail: float = 0.0) -> None:
        """Write down what happens to nobody."""
        self.ledger.append(Noted(self.now_s, event, -1, other, detail))

    def live(self) -> None:
        """From second 0 to the end."""
        self.put(self.care["length_s"], Event.CLOSED, RUN, RUN_END)
        if self.care["warm_up_s"] > 0:
            self.put(self.care["warm_up_s"], Event.WARM_UP_OVER, RUN, RUN_WARM_UP)
        for k, stock in enumerate(self.given["stocks"]):
            if stock["every_s"] > 0:
                self.put(stock["every_s"], Event.RESTOCKED, STOCK, k)
        for member in self.houses.staff:
            member.on = member.turns is None
            if member.turns:
                self.put(max(0, member.turns[0][0]), Event.SHIFT_STARTS, STAFF, member.row)
        self.streams.begin()
        while not self.closed or (self.care["runs_out"] and self.seats):
            entry = self.agenda.take()
            if entry is None:
                return
            self.happen(Event(entry[1]), *entry[2])

    def happen(self, event: Event, kind: int, row: int) -> None:
        """Something expected happens."""
        if kind == PATIENT:
            self.to_patient(event, self.seats[row])
        elif kind == STREAM:
            (self.streams.burst if event == Event.BURST else self.streams.arrive)(row)
        elif kind == STAFF:
            self.shift(event, row)
        elif kind == STOCK:
            self.restock(row)
        elif kind == VEHICLE:
            (self.transport.load if event == Event.VEHICLE_OUT else self.transport.back)(row)
        elif event == Event.CLOSED:
            self.closed = True
            self.note_plain(event, -1, float(len(self.seats)))
        else:
            self.note_plain(event, -1)

    def to_patient(self, event: Event, patient: Patient) -> None:
        """Something happens to a patient."""
        if event == Event.TASK_DONE:
            self.task_done(patient)
        elif event == Event.BODY_CHANGES:
            self.die(patient)
        elif event == Event.MOVE_ENDS:
            self.enter(patient, patient.goal)
        elif event == Event.REASSESSED:
            self.reassess(patient)
        else:
            self.give_up(patient)

    def shift(self, event: Event, row: int) -> None:
        """A shift starts or ends."""
        member = self.houses.staff[row]
        assert member.turns
        member.on = event == Event.SHIFT_STARTS
        end_s = member.turns[0][1]
        if event == Event.SHIFT_ENDS:
            member.turns.pop(0)
            self.put(member.turns[0][0], Event.SHIFT_STARTS, STAFF, row)
        else:
            self.put(end_s, Event.SHIFT_ENDS, STAFF, row)
        self.note_plain(event, row)
        if member.on:
            self.houses.serve(member.facility)

    def restock(self, row: int) -> None:
        """A delivery."""
        stock, units = self.given["stocks"][row], self.houses.units
        room = stock["most"] - units[row] if stock["most"] >= 0 else stock["adds"]
        adds = max(0, min(stock["adds"], room))
        units[row] += adds
        self.put(self.now_s + stock["every_s"], Event.RESTOCKED, STOCK, row)
        self.note_plain(Event.RESTOCKED, row, float(adds))
        self.houses.serve(stock["facility"])

    # --- coming and going

    def new_patient(self, key: int, condition: int) -> Patient:
        """Somebody comes."""
        seat = self.free_seats.pop() if self.free_seats else len(self.seats)
        patient = Patient(seat, self.numbers, key, condition, self.now_s, since_s=self.now_s, touched_s=self.now_s)
        self.numbers += 1
        self.seats[seat] = patient
        return patient

    def admit(self, patient: Patient, house: int, station: int) -> None:
        """Somebody who has come stands at the door."""
        if self.bodies.changes(patient):
            self.bodies.foresee(patient, self.now_s)
        self.note(Event.CAME, patient, house, float(patient.condition))
        if station < 0:
            self.note(Event.TURNED_AWAY, patient, station, 0.0)
            self.leave(patient, Exit.LOST)
            return
        if not patient.is_sorted and not self.given["stations"][station]["sets_category"]:
            self.triage(patient)
        self.enter(patient, station)

    def triage(self, patient: Patient) -> None:
        """His category is found."""
        condition = self.given["conditions"][patient.condition]
        if condition["from_body"]:
            patient.category = self.bodies.category(patient)
        elif not patient.is_sorted:
            patient.category = category_drawn(self.draws, patient, condition["category"])
            if self.bodies.changes(patient):
                patient.category = min(patient.category, self.bodies.category(patient))
        patient.is_sorted = True

    def start_of(self, house: int, condition: int) -> int:
        """Where a condition begins in a house."""
        return int(self.given["starts"][house * len(self.given["conditions"]) + condition]["station"])

    def enter(self, patient: Patient, row: int) -> None:
        """He comes into a house at one of its stations, or is turned away."""
        station = self.houses.stations[row]
        house = station.given["facility"]
        most, limit = self.given["facilities"][house]["divert_above"], station.given["queue_limit"]
        full = limit >= 0 and len(station.waiting()) >= limit and not self.houses.can_start(patient, station)
        if full or 0 <= most <= self.houses.inside[house]:
            self.turn_away(patient, station)
            return
        self.houses.inside[house] += 1
        patient.facility = house
        self.pass_on(patient, station, freed=False)

    def turn_away(self, patient: Patient, station: Station) -> None:
        """There is no place for him."""
        house = self.given["facilities"][station.given["facility"]]
        goal = self.start_of(house["divert_to"], patient.condition) if house["divert_to"] >= 0 else -1
        if goal < 0:
            self.note(Event.TURNED_AWAY, patient, station.row, 0.0)
            patient.station = station.row
            self.leave(patient, Exit.LOST)
            return
        self.note(Event.DIVERTED, patient, house["divert_to"], 0.0)
        travel_s = 1
        if house["divert_dist"] >= 0:
            travel_s = max(1, self.draws.whole_s(house["divert_dist"], patient.key, Draw.DIVERSION, patient.visits))
        self.set_out(patient, goal, travel_s)

    def set_out(self, patient: Patient, goal: int, travel_s: int) -> None:
        """He walks."""
        patient.stage, patient.station, patient.goal = Stage.MOVING, goal, goal
        patient.since_s, patient.ends_s = self.now_s, self.now_s + travel_s
        self.expect(patient)

    def leave(self, patient: Patient, way_out: Exit) -> None:
        """He leaves the network, holding nothing."""
        self.note(Event.LEFT_CARE, patient, patient.station, float(-way_out))
        self.agenda.drop((PATIENT, patient.seat))  # type: ignore[arg-type]
        del self.seats[patient.seat]
        self.free_seats.append(patient.seat)

    def leave_house(self, patient: Patient, way_out: Exit) -> None:
        """He leaves bed, house and network."""
        self.houses.inside[patient.facility] -= 1
        self.houses.leave_bed(patient)
        self.leave(patient, way_out)

    # --- what happens to one who is inside

    def expect(self, patient: Patient) -> None:
        """What comes next to him."""
        nexts = [(patient.dies_s, Event.BODY_CHANGES)]
        if patient.stage == Stage.SERVED:
            nexts.append((patient.ends_s, Event.TASK_DONE))
        elif patient.stage == Stage.MOVING:
            nexts.append((patient.ends_s if patient.vehicle < 0 else NEVER_S, Event.MOVE_ENDS))
        else:
            nexts += [(patient.ends_s, Event.LEFT_UNSEEN), (patient.look_s, Event.REASSESSED)]
        at_s, event = min(nexts)
        self.agenda.drop((PATIENT, patient.seat))  # type: ignore[arg-type]
        if at_s < NEVER_S:
            self.put(at_s, event, PATIENT, patient.seat)

    def worsen_now(self, patient: Patient) -> None:
        """About to wait, he is looked at."""
        sees = ("immediate_map_mmhg", "delayed_map_mmhg", "immediate_iss", "delayed_iss")
        if patient.threat > 0.0 or any(self.care[name] > 0.0 for name in sees):
            self.bodies.look(patient, self.now_s)
            patient.category = min(patient.category, self.bodies.category(patient))
            self.bodies.foresee(patient, self.now_s)

    def task_done(self, patient: Patient) -> None:
        """A task is done; he goes on, or dies of it."""
        station, house = self.houses.stations[patient.station], patient.facility
        row = station.given
        self.note(Event.TASK_DONE, patient, station.row, 0.0)
        self.houses.let_go(patient)
        if patient.left_s >= 0:
            self.evacuate(patient)
        elif self.dies_of(patient, row):
            cause = Cause.ON_THE_TABLE if row["decides"] else Cause.IN_HOSPITAL
            self.note(Event.DIED_IN_CARE, patient, station.row, float(cause))
            self.leave_house(patient, Exit.DIED)
        else:
            if row["stops_at_end"] or row["sets_category"]:
                self.bodies.look(patient, self.now_s)
                patient.flow *= 1.0 - row["stops_at_end"]
                if row["sets_category"]:
                    self.triage(patient)
                self.bodies.foresee(patient, self.now_s)
            self.way_on(patient)
        self.houses.serve(house)

    def dies_of(self, patient: Patient, row: dict[str, object]) -> bool:
        """Whether he dies at the end of this task."""
        task = self.given["stations"][patient.station]
        waited_h = patient.wait_s / 3600.0
        risk = task["death"][patient.category] + task["death_per_loss"] * patient.missing
        risk += min(task["death_wait_most"], task["death_per_hour"] * waited_h)
        if task["decides"]:
            self.bodies.look(patient, self.now_s)
            risk = 1.0 - (1.0 - min(1.0, risk)) * self.survival(patient)
        return risk > 0.0 and self.draws.uniform(patient.key, Draw.TASK_DEATH, patient.visits - 1) < risk

    def survival(self, patient: Patient) -> float:
        """TRISS, and what oxygen debt leaves."""
        condition, care, key = self.given["conditions"][patient.condition], self.care, patient.key
        if patient.age < 0.0:
            patient.age = self.draws.of(condition["age_dist"], key, Draw.AGE) if condition["age_dist"] >= 0 else 30.0
        mmhg = self.bodies.pressure(patient, patient.blood)
        levels = (("unresponsive", Awareness.UNRESPONSIVE), ("pain", Awareness.PAIN), ("voice", Awareness.VOICE))
        awake = next((level for name, level in levels if mmhg < care[f"{name}_map_mmhg"]), Awareness.ALERT)
        breaths = breathing_rate(1.0 - patient.blood, mmhg, patient.threat_done)
        rts = revised_trauma_score(COMA_SCALE[awake], mmhg * SYSTOLIC_PER_MEAN, breaths)
        b = care["triss"][Mechanism.BLUNT if patient.age < 15.0 else patient.mechanism]
        lives = survival_probability(b[0], b[1], b[2], b[3], rts, self.bodies.severity(patient), patient.age)
        return float(lives * e_to(-care["debt_death"] * patient.debt / 1000.0))

    def way_of(self, patient: Patient) -> int:
        """Which way on from his present task."""
        way = self.given["stations"][patient.station]["way"][patient.category]
        if way[0] >= 1.0:
            return 0
        u = self.draws.uniform(patient.key, Draw.BRANCH, patient.visits - 1)
        return next((k for k, chance in enumerate(way[:-1]) if u < chance), len(way) - 1)

    def way_on(self, patient: Patient) -> None:
        """He takes his way on."""
        task, k = self.given["stations"][patient.station], self.way_of(patient)
        if task["next"][k] < 0:
            self.leave_house(patient, Exit(task["next"][k]))
        else:
            self.go_on(patient, task["next"][k], task["link"][k])

    def go_on(self, patient: Patient, to: int, link: int) -> None:
        """To another task, here or elsewhere."""
        station = self.houses.stations[to]
        limit = station.given["queue_limit"]
        if link >= 0:
            self.transport.go_by(patient, link, to)
        elif station.given["facility"] != patient.facility:
            self.go_out(patient)
            self.enter(patient, to)
        elif self.houses.takes_nothing(station):
            self.pass_on(patient, station, freed=True)
        elif 0 <= limit <= len(station.waiting()):
            self.houses.serve(patient.facility)
            self.go_out(patient)
            self.enter(patient, to)
        else:
            if not station.given["blocks"] and patient.bed != station.given["area"]:
                self.houses.leave_bed(patient)
            self.houses.come_to(patient, station, freed=True)
            self.preempt(patient, station)

    def pass_on(self, patient: Patient, station: Station, freed: bool) -> None:
        """He comes to a station of the house he is in, through any that need nothing and take no time."""
        while self.houses.takes_nothing(station):
            patient.station, patient.wait_s = station.row, 0
            patient.visits += 1
            self.houses.leave_bed(patient)
            self.houses.treat(patient, station)
            self.note(Event.TASK_BEGUN, patient, station.row, 0.0)
            self.note(Event.TASK_DONE, patient, station.row, 0.0)
            k = self.way_of(patient)
            to, link = station.given["next"][k], station.given["link"][k]
            if to < 0:
                self.leave_house(patient, Exit(to))
                return
            if link >= 0:
                self.transport.go_by(patient, link, to)
                return
            station = self.houses.stations[to]
        self.houses.come_to(patient, station, freed)
        self.preempt(patient, station)

    def go_out(self, patient: Patient) -> bool:
        """Out of the door of the house; whether a bed is free now."""
        self.houses.inside[patient.facility] -= 1
        return self.houses.leave_bed(patient)

    def evacuate(self, patient: Patient) -> None:
        """He has been held here long enough."""
        house = self.given["facilities"][patient.facility]
        to = self.start_of(house["evacuate_to"], patient.condition)
        if to < 0:
            self.leave_house(patient, Exit.BEYOND)
        else:
            self.go_on(patient, to, house["evacuate_link"])

    def out_of_line(self, patient: Patient) -> None:
        """He waits, or rides, no more."""
        if patient.stage == Stage.WAITING_TRANSPORT:
            self.transport.lines[-1 - patient.station][patient.category].remove(patient)
        elif patient.stage != Stage.MOVING:
            self.houses.stations[patient.station].lines[patient.category].remove(patient)
        elif patient.vehicle >= 0:
            self.transport.aboard[patient.vehicle].remove(patient)

    def die(self, patient: Patient) -> None:
        """His body dies."""
        self.bodies.look(patient, self.now_s)
        cause = Cause.AIRWAY_OR_CHEST if patient.threat_done >= 1.0 - 1e-9 else Cause.HAEMORRHAGE
        self.note(Event.DIED_IN_CARE, patient, patient.station, float(cause))
        if patient.stage == Stage.SERVED:
            self.houses.let_go(patient)
        else:
            self.out_of_line(patient)
        if patient.stage == Stage.MOVING:
            self.leave(patient, Exit.DIED)
        else:
            self.leave_house(patient, Exit.DIED)
            self.houses.serve(patient.facility)

    def reassess(self, patient: Patient) -> None:
        """He is seen to be worse."""
        self.bodies.look(patient, self.now_s)
        category = min(patient.category, self.bodies.category(patient))
        at_link = patient.stage == Stage.WAITING_TRANSPORT
        if category < patient.category:
            self.note(Event.REASSESSED, patient, patient.station, 1.0 + category)
            lines = (
                self.transport.lines[-1 - patient.station] if at_link else self.houses.stations[patient.station].lines
            )
            lines[patient.category].remove(patient)
            patient.category = category
            before = [k for k, other in enumerate(lines[category]) if other.since_s <= patient.since_s]
            lines[category].insert(before[-1] + 1 if before else 0, patient)
        self.bodies.foresee(patient, self.now_s)
        every_s = 0 if at_link else self.given["stations"][patient.station]["reassess_s"]
        patient.look_s = look_again_s(patient, every_s)
        self.expect(patient)
        if not at_link:
            self.preempt(patient, self.houses.stations[patient.station])

    def give_up(self, patient: Patient) -> None:
        """His patience is over."""
        self.out_of_line(patient)
        self.note(Event.LEFT_UNSEEN, patient, patient.station, 0.0)
        self.leave_house(patient, Exit.UNSEEN)
        self.houses.serve(patient.facility)

    # --- preemption

    def preempt(self, patient: Patient, station: Station) -> None:
        """A T1 who waits may take what somebody less urgent holds."""
        if not station.given["preempts"] or patient.stage == Stage.SERVED or patient.category != 0:
            return
        houses = self.houses
        others = [other for each in houses.stations for other in each.serving if other.facility == patient.facility]
        held = [other for other in others if other.category > 0 and self.would_do(patient, station, other)]
        if not held:
            return
        victim = max(held, key=lambda other: (other.category, other.since_s, -other.station, self.place(other)))
        lacks_bed = houses.needs_bed(patient, station) and houses.beds[station.given["area"]] < 1
        theirs = houses.stations[victim.station]
        houses.let_go(victim)
        victim.left_s = victim.ends_s - self.now_s
        if lacks_bed and victim.bed == station.given["area"]:
            houses.leave_bed(victim)
        victim.stage, victim.since_s = Stage.WAITING if victim.bed < 0 else Stage.BLOCKING, self.now_s
        theirs.lines[victim.category].insert(0, victim)
        self.note(Event.INTERRUPTED, victim, theirs.row, float(victim.left_s))
        houses.expect_waiting(victim, theirs)
        station.lines[patient.category].remove(patient)
        houses.begin(patient, station, self.now_s - patient.since_s)
        houses.serve(patient.facility)

    def place(self, patient: Patient) -> int:
        """His place among those in service at his station: of several begun at once, the last."""
        return self.houses.stations[patient.station].serving.index(patient)

    def would_do(self, patient: Patient, station: Station, victim: Patient) -> bool:
        """Whether he could begin if the victim were interrupted."""
        houses, row = self.houses, station.given
        if houses.team_for(station, victim.team) is None:
            return False
        if houses.needs_bed(patient, station) and houses.beds[row["area"]] < 1 and victim.bed != row["area"]:
            return False
        thing, theirs = row["equipment"], self.given["stations"][victim.station]["equipment"]
        return (thing < 0 or houses.things[thing] > 0 or theirs == thing) and houses.stocked(patient, station)
