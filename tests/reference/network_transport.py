"""Transport of the twin: walking, and the vehicles of fleets."""

from typing import TYPE_CHECKING

from homeward.codes import Draw, Event, Stage
from tests.reference.given import Row
from tests.reference.network_patient import NEVER_S, Patient

if TYPE_CHECKING:
    from tests.reference.network import Replicate

VEHICLE = 4


class Transport:
    """Every link, fleet and vehicle of a replicate."""

    def __init__(self, life: "Replicate") -> None:
        given = life.given
        self.life, self.links, self.fleets = life, given["links"], given["fleets"]
        self.lines: list[list[list[Patient]]] = [[[], [], [], []] for _ in self.links]
        self.keys = [life.draws.key_of(link["name"]) for link in self.links]
        self.trips, self.coming = [0] * len(self.links), [0] * len(self.links)
        self.aboard: list[list[Patient]] = [[] for _ in given["vehicles"]]
        self.errand: list[tuple[int, int] | None] = [None] * len(given["vehicles"])
        self.idle = [
            [v for v, vehicle in enumerate(given["vehicles"]) if vehicle["fleet"] == f] for f in range(len(self.fleets))
        ]

    def go_by(self, patient: Patient, row: int, to: int) -> None:
        """He takes a link."""
        life, link = self.life, self.links[row]
        if link["fleet"] < 0:
            life.go_out(patient)
            self.dress(patient, link)
            life.set_out(
                patient, to, life.draws.whole_s(link["back_dist"], patient.key, Draw.TRIP_BACK, patient.visits)
            )
            return
        if life.bodies.changes(patient):
            life.worsen_now(patient)
        patient.stage, patient.station, patient.goal = Stage.WAITING_TRANSPORT, -1 - row, to
        patient.since_s, patient.ends_s, patient.look_s = life.now_s, NEVER_S, patient.worsens_s
        self.lines[row][patient.category].append(patient)
        life.note(Event.TRANSPORT_ASKED, patient, row, 0.0)
        life.expect(patient)
        self.dispatch(link["fleet"])

    def dress(self, patient: Patient, link: Row) -> None:
        """What those who fetch him do for his bleeding."""
        if link["stops"] > 0.0 and self.life.bodies.changes(patient):
            self.life.bodies.look(patient, self.life.now_s)
            patient.flow *= 1.0 - link["stops"]
            self.life.bodies.foresee(patient, self.life.now_s)

    def waiting(self, row: int) -> list[Patient]:
        """Who waits for a link, in order."""
        return [patient for line in self.lines[row] for patient in line]

    def dispatch(self, fleet: int) -> None:
        """Idle vehicles go where more wait than those on their way can take."""
        seats = self.fleets[fleet]["seats"]
        while self.idle[fleet]:
            wanted = [
                (self.waiting(row)[0].category, self.waiting(row)[0].since_s, row)
                for row, link in enumerate(self.links)
                if link["fleet"] == fleet and len(self.waiting(row)) > seats * self.coming[row]
            ]
            if not wanted:
                return
            self.send(self.idle[fleet].pop(0), min(wanted)[2])

    def out_first(self, link: Row) -> bool:
        """Whether a vehicle comes empty; from its home it sets out laden."""
        return bool(self.fleets[link["fleet"]]["home"] != link["from_facility"])

    def send(self, v: int, row: int) -> None:
        """A vehicle begins a trip."""
        life, link, trip = self.life, self.links[row], self.trips[row]
        self.errand[v] = row, trip
        self.trips[row] += 1
        self.coming[row] += 1
        if self.out_first(link):
            out_s = life.draws.whole_s(link["out_dist"], self.keys[row], Draw.TRIP_OUT, trip)
            life.put(life.now_s + out_s, Event.VEHICLE_OUT, VEHICLE, v)
        else:
            self.load(v)

    def load(self, v: int) -> None:
        """It is at the pick-up."""
        errand, life = self.errand[v], self.life
        assert errand
        row, trip = errand
        link, freed = self.links[row], False
        self.coming[row] -= 1
        for patient in self.waiting(row)[: self.fleets[link["fleet"]]["seats"]]:
            self.lines[row][patient.category].remove(patient)
            patient.waited_s += life.now_s - patient.since_s
            patient.stage, patient.since_s, patient.vehicle = Stage.MOVING, life.now_s, v
            self.aboard[v].append(patient)
            self.dress(patient, link)
            life.expect(patient)
            freed = life.go_out(patient) or freed
        back_s = life.draws.whole_s(link["back_dist"], self.keys[row], Draw.TRIP_BACK, trip)
        life.put(life.now_s + back_s, Event.VEHICLE_BACK, VEHICLE, v)
        life.note_plain(Event.VEHICLE_OUT, row, float(len(self.aboard[v])))
        if freed:
            life.houses.serve(link["from_facility"])

    def back(self, v: int) -> None:
        """It is at its destination, or home again."""
        errand, life = self.errand[v], self.life
        assert errand
        row, trip = errand
        link = self.links[row]
        if trip < 0:
            self.be_idle(v)
            return
        riders, self.aboard[v] = self.aboard[v], []
        for patient in riders:
            patient.vehicle = -1
            life.enter(patient, patient.goal)
        life.note_plain(Event.VEHICLE_BACK, row, float(len(riders)))
        if self.out_first(link):
            self.be_idle(v)
            return
        out_s = life.draws.whole_s(link["out_dist"], self.keys[row], Draw.TRIP_OUT, trip)
        self.errand[v] = row, -1
        life.put(life.now_s + out_s, Event.VEHICLE_BACK, VEHICLE, v)

    def be_idle(self, v: int) -> None:
        """It is at home."""
        fleet = self.life.given["vehicles"][v]["fleet"]
        self.idle[fleet].insert(0, v)
        self.dispatch(fleet)
