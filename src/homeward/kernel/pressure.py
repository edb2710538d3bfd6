"""Volume and pressure of the blood: held while a share is lost, then falling in a straight line to zero."""

from homeward.kernel.exponential import exp
from homeward.kernel.jit import inner
from homeward.kernel.logarithm import log


@inner
def volume_after(blood_ml, compensated_ml, zero_ml, loss_ml):
    """Blood volume (mL) after a loss of loss_ml at full pressure: straight while compensated, exponential below."""
    held_ml = blood_ml - compensated_ml
    if held_ml >= loss_ml:
        return blood_ml - loss_ml
    if held_ml > 0.0:
        blood_ml, loss_ml = compensated_ml, loss_ml - held_ml
    return zero_ml + (blood_ml - zero_ml) * exp(-loss_ml / (compensated_ml - zero_ml))


@inner
def loss_until(blood_ml, compensated_ml, zero_ml, target_ml):
    """The loss (mL) at full pressure that brings blood_ml down to target_ml: the inverse of `volume_after`."""
    if target_ml >= compensated_ml:
        return blood_ml - target_ml
    held_ml = 0.0
    if blood_ml > compensated_ml:
        held_ml = blood_ml - compensated_ml
        blood_ml = compensated_ml
    return held_ml + (compensated_ml - zero_ml) * log((blood_ml - zero_ml) / (target_ml - zero_ml))


@inner
def pressure_of(world, i, blood_ml):
    """Mean arterial pressure (mmHg) of person i at a blood volume."""
    person = world.people[i]
    normal = world.setting[0]["map_normal_mmhg"]
    if blood_ml >= person["compensated_ml"]:
        return normal
    share = (blood_ml - person["zero_ml"]) / (person["compensated_ml"] - person["zero_ml"])
    return normal * max(0.0, share)


@inner
def pressure_volume(world, i, mmhg):
    """The blood volume (mL) at which person i has this pressure (mmHg, below normal)."""
    person = world.people[i]
    share = mmhg / world.setting[0]["map_normal_mmhg"]
    return person["zero_ml"] + share * (person["compensated_ml"] - person["zero_ml"])
