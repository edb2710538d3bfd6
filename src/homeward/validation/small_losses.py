"""Measured answers to a known loss in men: heart rate and pressure."""

import numpy as np

from homeward.kernel.trauma_score import heart_rate
from homeward.validation.classes_of_shock import bleeding_life
from homeward.validation.figure import Figure, Study

LEONETTI = Study("Leonetti 2004, Clin Auton Res 14:176, n = 12", "S", "375 mL of 70 kg x 70 mL/kg")
JOHNSON = Study("Johnson 2014, J Appl Physiol 117:131", "S", "1000 mL of 70 kg x 70 mL/kg")
PRESYNCOPE = Study(
    "lower-body negative pressure to presyncope, n = 10 (heartj.cn abstract)",
    "S",
    "heart rate at the loss at which a standard body first fails to answer in full sentences",
)


def figures() -> list[Figure]:
    """Return heart rate after 375 mL, pressure after 1000 mL, and heart rate at presyncope."""
    rows, blood0_ml = bleeding_life()
    at_rest = heart_rate(0.0)
    rise = 75.0 * (heart_rate(375.0 / blood0_ml) / at_rest - 1.0)
    litre = rows[int(np.argmin(np.abs(rows["blood_ml"] - (blood0_ml - 1000.0))))]
    faint = rows[np.flatnonzero(rows["awareness"] >= 2)[0]]
    percent = 100.0 * (heart_rate(1.0 - faint["blood_ml"] / blood0_ml) / at_rest - 1.0)
    counted = "rates are counted to about 2 /min"
    little = "'little changed': within 5 mmHg"
    stop = "where a test is stopped is a judgement; the spread between people is of this order"
    return [
        LEONETTI.about("375 mL given: rise of heart rate from 75 /min", 3.0, rise, "/min", 2.0, counted),
        JOHNSON.about("1000 mL taken: change of mean pressure", 0.0, litre["map_mmhg"] - 93.0, "mmHg", 5.0, little),
        PRESYNCOPE.about("presyncope: rise of heart rate", 63.0, percent, "%", 15.0, stop, 0),
    ]
