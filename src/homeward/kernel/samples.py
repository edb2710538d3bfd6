"""The timeline of one life, written down at even intervals without touching it."""

from homeward.codes import Fault
from homeward.kernel.body import volume_at
from homeward.kernel.exertion import wprime_left
from homeward.kernel.jit import inner, process
from homeward.kernel.pressure import pressure_of
from homeward.kernel.trauma_score import heart_rate
from homeward.kernel.way import person_to_go


@process
def take_sample(world, at_s):
    """One row per person at at_s, no later than the next event. Volume and position run on; hold and W' are as last
    settled.
    """
    clock = world.clock[0]
    for i in range(len(world.people)):
        n = clock["samples"]
        if n >= len(world.samples):
            clock["fault"] = Fault.SAMPLES_FULL
            return
        row, person = world.samples[n], world.people[i]
        row["at_s"], row["who"], row["awareness"] = at_s, i, person["awareness"]
        row["blood_ml"] = volume_at(world, i, at_s)
        row["map_mmhg"] = pressure_of(world, i, row["blood_ml"])
        row["heart_rate"] = heart_rate(1.0 - row["blood_ml"] / person["blood0_ml"])
        row["wprime"] = wprime_left(world, i) / max(1.0, person["wprime_j"])
        row["hold"], row["reserve"] = person["hold"], person["reserve"]
        row["to_go_m"] = person_to_go(world, i)
        clock["samples"] = n + 1


@inner
def sample_until(world, until_s):
    """Take every sample due before until_s."""
    clock = world.clock[0]
    while clock["sample_every_s"] > 0 and clock["next_sample_s"] < until_s and clock["fault"] == 0:
        clock["now_s"] = clock["next_sample_s"]
        take_sample(world, clock["next_sample_s"])
        clock["next_sample_s"] += clock["sample_every_s"]
