"""Revised Trauma Score and TRISS: coding and coefficients."""

from homeward.kernel.trauma_score import coded_breathing, coded_coma_scale, coded_systolic, revised_trauma_score
from homeward.kernel.trauma_score import survival_probability as survival
from homeward.validation.cohort import cohort
from homeward.validation.figure import Figure, Study

CODING = Study("Champion 1989, J Trauma 29:623; trauma.org", "S", "kernel's coding")
TRISS = Study("TRISS 1995 revision (AIS-90), trauma.org; deaths derived from its coefficients", "D", "kernel's TRISS")

COMA = ((15, 4), (13, 4), (12, 3), (9, 3), (8, 2), (6, 2), (5, 1), (4, 1), (3, 0))
SYSTOLIC = ((120.0, 4), (90.0, 4), (89.0, 3), (76.0, 3), (75.0, 2), (50.0, 2), (49.0, 1), (1.0, 1), (0.0, 0))
BREATHS = ((10.0, 4), (29.0, 4), (30.0, 3), (9.0, 2), (6.0, 2), (5.0, 1), (1.0, 1), (0.0, 0))
"""A value and its code, at both ends of every band."""

DEATHS = {"blunt": ((9, 0.006), (25, 0.022), (50, 0.153)), "penetrating": ((9, 0.009), (25, 0.026), (50, 0.119))}


def wrong_codes() -> int:
    """Return how many values at the ends of the bands are coded otherwise than published."""
    tables = ((coded_coma_scale, COMA), (coded_systolic, SYSTOLIC), (coded_breathing, BREATHS))
    return sum(code(value) != published for code, table in tables for value, published in table)


def figures() -> list[Figure]:
    """Return the coding, the best score, and deaths at three severities for both mechanisms."""
    best = revised_trauma_score(15, 120.0, 16.0)
    found = [
        CODING.about("RTS: wrong codes among both ends of every band", 0, wrong_codes(), "", 0, "exact", 0),
        CODING.about("RTS of a well man", 7.8408, best, "", 0.0001, "rounding", 4),
    ]
    setting = cohort("limb").template.setting[0]
    for n, (mechanism, rows) in enumerate(DEATHS.items()):
        b = [float(coefficient) for coefficient in setting["triss"][n]]
        for iss, published in rows:
            ours = 1.0 - survival(*b, best, iss, 30.0)
            item = f"TRISS {mechanism}, ISS {iss}, RTS 7.8408: probability of death"
            found.append(TRISS.about(item, published, ours, "", 0.0005, "rounding", 4))
    return found
