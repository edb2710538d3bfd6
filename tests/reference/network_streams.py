"""Arrivals of the twin."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from homeward.codes import Draw, Event, Thinning
from homeward.kernel.gamma import gamma_quantile
from tests.reference.given import Row
from tests.reference.network_given import round_s

if TYPE_CHECKING:
    from tests.reference.network import Replicate

STREAM, DAY_S, NEVER = 1, 86_400, 1e15


@dataclass
class Stream:
    """One stream of patients, and how far it has come."""

    given: Row
    key: int
    at_s: float
    until_s: int
    came: int = 0
    tried: int = 0
    bursts: int = 0
    left: int = 0
    burst_end_s: float = 0.0


class Streams:
    """Every stream of a replicate."""

    def __init__(self, life: "Replicate") -> None:
        self.life, self.draws = life, life.draws
        length_s = life.care["length_s"]
        self.streams = [
            Stream(
                row,
                self.draws.key_of(row["name"]),
                float(row["from_s"]),
                length_s if row["until_s"] < 0 else min(length_s, row["until_s"]),
            )
            for row in life.given["streams"]
        ]

    def begin(self) -> None:
        """The first of each is expected."""
        for i in range(len(self.streams)):
            self.expect_next(i)

    def put(self, i: int, at_s: float, event: Event) -> None:
        """Expect somebody, while the stream lasts."""
        stream, most = self.streams[i], self.streams[i].given["most"]
        if at_s < stream.until_s - 0.5 and (most < 0 or stream.came < most):
            self.life.put(max(round_s(at_s), self.life.now_s), event, STREAM, i)

    def has_dates(self, stream: Stream) -> bool:
        """Whether its list says when."""
        row = stream.given
        return bool(row["listed0"] >= 0 and row["gap_dist"] < 0 and row["rate_per_s"] <= 0.0)

    def expect_next(self, i: int) -> None:
        """The next single arrival, or the next burst."""
        stream = self.streams[i]
        row = stream.given
        if self.has_dates(stream):
            if stream.came < row["listed"]:
                self.put(i, float(self.life.given["listed"][row["listed0"] + stream.came]["at_s"]), Event.CAME)
            return
        stream.at_s = self.next_s(stream)
        self.put(i, stream.at_s, Event.CAME if row["burst_size_dist"] < 0 else Event.BURST)

    def exponential(self, stream: Stream, rate: float) -> float:
        """A gap at this rate."""
        if rate <= 0.0:
            return NEVER
        stream.tried += 1
        return self.draws.exponential(1.0 / rate, stream.key, Draw.ARRIVAL_GAP, stream.tried)

    def next_s(self, stream: Stream) -> float:
        """When the next comes."""
        row = stream.given
        if row["gap_dist"] >= 0:
            stream.tried += 1
            return stream.at_s + self.draws.of(row["gap_dist"], stream.key, Draw.ARRIVAL_GAP, stream.tried)
        if row["profile0"] < 0 and row["day_spread"] <= 0.0:
            return stream.at_s + self.exponential(stream, row["rate_per_s"])
        if row["thinning"] == Thinning.LAST_ARRIVAL:
            return stream.at_s + self.exponential(stream, self.rate(row, stream.at_s))
        return self.thinned(stream, stream.at_s)

    def rate(self, row: Row, at_s: float) -> float:
        """The rate of the profile at a moment."""
        if row["profile0"] < 0:
            return float(row["rate_per_s"])
        step = int((at_s - row["profile_from_s"]) // row["profile_step_s"])
        step = step % row["profile"] if row["wraps"] else step
        return self.life.given.profiles[row["profile0"] + step] if 0 <= step < row["profile"] else 0.0

    def factor(self, stream: Stream, day: int) -> float:
        """How much of an ordinary day a day is."""
        if stream.given["day_spread"] <= 0.0:
            return 1.0
        shape = 1.0 / (stream.given["day_spread"] * stream.given["day_spread"])
        return float(gamma_quantile(shape, self.draws.uniform(stream.key, Draw.DAY_FACTOR, day)) / shape)

    def thinned(self, stream: Stream, at_s: float) -> float:
        """Candidates at the highest rate of the day, each kept with its share; at midnight they begin anew."""
        row = stream.given
        while at_s <= stream.until_s:
            day = int(at_s // DAY_S)
            after_s = at_s + self.exponential(stream, row["rate_per_s"] * self.factor(stream, day))
            if row["day_spread"] > 0.0 and after_s >= (day + 1.0) * DAY_S:
                at_s = (day + 1.0) * DAY_S
                continue
            at_s = after_s
            share = self.rate(row, at_s) / row["rate_per_s"] if at_s <= stream.until_s else 0.0
            if share >= 1.0 or (share > 0.0 and self.draws.uniform(stream.key, Draw.THINNING, stream.tried) < share):
                return at_s
        return NEVER

    def burst(self, i: int) -> None:
        """Many come."""
        stream, now_s = self.streams[i], self.life.now_s
        size = self.draws.whole_s(stream.given["burst_size_dist"], stream.key, Draw.BURST_SIZE, stream.bursts)
        stream.bursts += 1
        stream.left, stream.burst_end_s = size, float(now_s + stream.given["burst_within_s"])
        self.life.note_plain(Event.BURST, i, float(size))
        self.expect_of_burst(i)

    def expect_of_burst(self, i: int) -> None:
        """The next of the burst: the least of as many uniforms as are left."""
        stream, now_s = self.streams[i], float(self.life.now_s)
        if stream.left == 0:
            self.expect_next(i)
            return
        u = self.draws.uniform(stream.key, Draw.BURST_SPREAD, stream.came)
        at_s = now_s + (stream.burst_end_s - now_s) * (1.0 - u ** (1.0 / stream.left))
        stream.left -= 1
        self.put(i, at_s, Event.CAME)

    def condition(self, row: Row, key: int) -> int:
        """One of the stream's conditions, by chance."""
        mix = self.life.given["mixes"][row["condition0"] : row["condition0"] + row["conditions"]]
        u = self.draws.uniform(key, Draw.CONDITION) if len(mix) > 1 else 0.0
        return int(next((one["condition"] for one in mix[:-1] if u < one["until"]), mix[-1]["condition"]))

    def arrive(self, i: int) -> None:
        """The next of stream i comes."""
        stream, life = self.streams[i], self.life
        row, key = stream.given, self.draws.of_patient(stream.key, stream.came)
        listed = None
        if row["listed0"] >= 0:
            nth = stream.came
            if not self.has_dates(stream):
                nth = int(self.draws.uniform(key, Draw.CONDITION) * row["listed"])
            listed = life.given["listed"][row["listed0"] + nth]
        stream.came += 1
        condition = listed["condition"] if listed and listed["condition"] >= 0 else self.condition(row, key)
        patient = life.new_patient(key, condition)
        life.bodies.bring(patient)
        if listed and listed["body"] >= 0:
            life.bodies.copy(patient, life.given["bodies"][listed["body"]])
        if listed and listed["category"] >= 0:
            patient.category, patient.is_sorted = listed["category"], True
        if row["burst_size_dist"] < 0:
            self.expect_next(i)
        else:
            self.expect_of_burst(i)
        start = row["station"] if row["station"] >= 0 else life.start_of(row["facility"], condition)
        life.admit(patient, row["facility"], start)
