"""A leg that bleeds 5 mL/min for twelve hours, without and with tranexamic acid: a full physiology engine's run."""

from typing import Any

import numpy as np

from homeward.codes import Treatment
from homeward.validation.cohort import STANDARD_BODY, Cohort, cohort, number, with_treatment_after
from homeward.validation.figure import Figure, Study

HOURS = tuple(range(0, 13, 2))
UNTREATED_ML = (5401.7, 5013.1, 4528.9, 4107.1, 3709.5, 3355.9, 3047.0)
TREATED_ML = (5401.7, 5285.6, 5047.2, 4859.6, 4674.2, 4505.1, 4342.0)

ENGINE = Study(
    "BioGears methodology: leg bleed of 5 mL/min with and without tranexamic acid",
    "S",
    "a body of 5401.7 mL without scatter; tranexamic acid at once, in one on whom it acts",
)
WHY = "4 % of the first volume: what a reduced-order body may differ from an engine that solves the circulation"


def volumes(treated: bool) -> np.ndarray:
    """Return our blood volume (mL), (7,), at HOURS."""
    sets: dict[str, Any] = {**STANDARD_BODY, "setting.first_aid.txa_responders": number("100 %")}
    if treated:
        sets["plan.first_aid"] = [{"give": "txa", "to": "Patient", "by": "Helper"}]
    people = cohort("limb", sets)
    if treated:
        people = Cohort(with_treatment_after(people.template, Treatment.TXA, 1.0))
    rows: np.ndarray = people.watch(0, every_s=2 * 3600, until_s=12 * 3600)
    return rows["blood_ml"]


def figures() -> list[Figure]:
    """Return both curves, hour by hour."""
    found = []
    for words, published, ours in (
        ("untreated", UNTREATED_ML, volumes(treated=False)),
        ("tranexamic acid", TREATED_ML, volumes(treated=True)),
    ):
        for hour, theirs_ml, ours_ml in zip(HOURS, published, ours, strict=True):
            by = round(0.04 * published[0])
            found.append(ENGINE.about(f"leg bleed, {words}: volume at {hour} h", theirs_ml, ours_ml, "mL", by, WHY))
    return found
