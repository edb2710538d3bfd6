"""What walking under load costs, and how fast people walk on slopes: unit values of the equations."""

from homeward.kernel.exertion import lcda_w_per_kg, pandolf_w_per_kg, tobler_mps
from homeward.validation.figure import Figure, Study

LOONEY = Study("Looney 2022, PMC8919998; values computed by hand from the equation", "D", "kernel's LCDA equation")
PANDOLF = Study("Pandolf 1977; values computed by hand from the equation", "D", "kernel's Pandolf equation")
TOBLER = Study("Tobler 1993: 6 exp(-3.5 |s + 0.05|) km/h", "S", "kernel's speed on a path")

MASS_KG, REST_W_KG = 80.0, 1.05
CASES = (
    (1.34, 0.0, 0.0, 1.0, 338, 335),
    (1.34, 25.0, 0.0, 1.0, 440, 423),
    (1.34, 40.0, 0.0, 1.0, 531, 503),
    (1.0, 40.0, 0.0, 1.2, 458, 396),
    (1.0, 25.0, 0.1, 1.2, 735, 771),
)
"""Speed (m/s), load (kg), grade, terrain factor; W by LCDA and by Pandolf, for 80 kg."""

SPEEDS = ((0.0, 5.04), (-0.05, 6.0), (0.10, 3.55), (-0.20, 3.55))
"""Slope (rise over run) and km/h."""


def figures() -> list[Figure]:
    """Return power by both equations and speed on four slopes."""
    found = []
    for speed, load, grade, terrain, looney_w, pandolf_w in CASES:
        case = f"{speed:g} m/s, {load:g} kg, {100 * grade:g} %, terrain {terrain:g}"
        ours = MASS_KG * lcda_w_per_kg(REST_W_KG, speed, grade, load / MASS_KG, terrain)
        found.append(LOONEY.about(f"LCDA, 80 kg at {case}", looney_w, ours, "W", 1.0, "rounding", 0))
        ours = MASS_KG * pandolf_w_per_kg(speed, grade, load / MASS_KG, terrain)
        found.append(PANDOLF.about(f"Pandolf, 80 kg at {case}", pandolf_w, ours, "W", 1.0, "rounding", 0))
    for slope, km_h in SPEEDS:
        ours = 3.6 * tobler_mps(slope)
        found.append(TOBLER.about(f"Tobler, slope {100 * slope:+g} %", km_h, ours, "km/h", 0.01, "rounding", 2))
    return found
