"""What the network's twin is given: the lowered tables as plain dicts and lists, and draws by name."""

from dataclasses import dataclass
from typing import Any

from homeward.codes import Draw, Generator
from homeward.kernel.organisation import Organisation
from tests.reference.draws import GOLDEN, STEP, WORD, Draws, mix
from tests.reference.given import Row, plain

TABLES = ("facilities", "areas", "stations", "staff", "shifts", "equipment", "stocks", "links", "fleets", "vehicles")
TABLES += ("streams", "mixes", "listed", "bodies", "conditions", "starts", "skills_at", "dists")


@dataclass
class NetworkGiven:
    """The numbers of a network. Nothing here changes during a replicate."""

    care: Row
    tables: dict[str, list[Row]]
    profiles: list[float]
    quantiles: list[float]
    seed: int
    generator: int

    @property
    def dists(self) -> list[Row]:
        """The distributions, where the draws look for them."""
        return self.tables["dists"]

    def __getitem__(self, noun: str) -> list[Row]:
        return self.tables[noun]


def given(template: Organisation) -> NetworkGiven:
    """Return what a lowered network says, without the kernel's tables."""
    clock = plain(template.clock[0])
    return NetworkGiven(
        care=plain(template.care[0]),
        tables={noun: [plain(row) for row in getattr(template, noun)] for noun in TABLES},
        profiles=template.profiles.tolist(),
        quantiles=template.quantiles.tolist(),
        seed=clock["seed"],
        generator=clock["generator"],
    )


class NetworkDraws(Draws):
    """Draws of one replicate, by key: a patient's comes from his stream's and his number."""

    given: Any

    def key_of(self, name: int) -> int:
        """The key of a stream or link by its name."""
        return name if self.by_philox else mix((self.life + name * GOLDEN) % WORD)

    def of_patient(self, stream_key: int, n: int) -> int:
        """The key of patient n of a stream."""
        return mix((stream_key + (n + 1) * GOLDEN) % WORD)

    def bits(self, name: int, purpose: Draw, nth: int) -> int:
        """64 random bits for a key."""
        if self.given.generator == Generator.PHILOX:
            return super().bits(name, purpose, nth)
        return mix((name + (purpose + (nth << 16)) * STEP) % WORD)

    def whole_s(self, dist: int, key: int, purpose: Draw, nth: int) -> int:
        """A duration in whole seconds, rounded to nearest."""
        return round_s(self.of(dist, key, purpose, nth))


def round_s(seconds: float) -> int:
    """Whole seconds, rounded to nearest, a half up."""
    return int(max(0.0, seconds) + 0.5)
