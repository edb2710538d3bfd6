"""The swine femoral artery: how much an arterial bleed loses in its first 45 seconds."""

from homeward.validation.cohort import cohort, number
from homeward.validation.figure import Figure, Study

SWINE = Study(
    "6-mm femoral punch in swine, AD1034873: 207-225 mL in 45 s, hence 275-300 mL/min",
    "S",
    "lost in 45 s by a body with one wound of this flow",
)


def lost_in_45_s(ml_min: float) -> float:
    """Return the loss (mL) of the first 45 s at a flow (mL/min) at normal pressure."""
    people = cohort("limb", {"wound.leg.bleeding": number(f"{ml_min} mL/min")})
    rows = people.watch(0, every_s=45, until_s=45)
    return float(rows["blood_ml"][0] - rows["blood_ml"][1])


def figures() -> list[Figure]:
    """Return the loss at either end of the published rate."""
    found = []
    for ml_min, ml in ((275.0, 207.0), (300.0, 225.0)):
        item = f"swine femoral artery, {ml_min:g} mL/min: lost in 45 s"
        why = "the tissues make good a few per cent of it, which weighing sponges cannot see"
        found.append(SWINE.about(item, ml, lost_in_45_s(ml_min), "mL", 11.0, why, 0))
    return found
