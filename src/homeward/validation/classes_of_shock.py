"""ATLS classes of haemorrhage: heart rate, pressure, breathing and awareness at a share of blood lost."""

import numpy as np

from homeward.codes import Awareness
from homeward.kernel.trauma_score import breathing_rate, heart_rate
from homeward.validation.cohort import STANDARD_BODY, cohort, number
from homeward.validation.figure import Figure, Study

ATLS = Study(
    "ATLS classes, in Crit Care cc8943/2 and s13054-019-2347-3/3",
    "S",
    "a 70 kg body without scatter bleeds 100 mL/min; read off when the middle of the class is lost",
)

CLASSES = {"I": (0.0, 0.15), "II": (0.15, 0.30), "III": (0.30, 0.40), "IV": (0.40, 0.48)}
"""Share of blood volume lost. ATLS leaves class IV open above; here it ends where the model's heart stops, at 48 %."""

HEART = {"I": (60, 99), "II": (100, 120), "III": (120, 140), "IV": (141, 180)}
BREATHING = {"I": (14, 20), "II": (20, 30), "III": (30, 40), "IV": (35, 45)}
PRESSURE = {"I": ("normal", 0.95, 1.0), "II": ("normal", 0.95, 1.0), "III": ("low", 0.5, 0.9), "IV": ("low", 0.0, 0.7)}
AWAKE, LIGHTHEADED, VOICE = int(Awareness.ALERT), int(Awareness.LIGHTHEADED), int(Awareness.VOICE)
PAIN, UNRESPONSIVE = int(Awareness.PAIN), int(Awareness.UNRESPONSIVE)
MENTAL = {
    "I": ("slightly anxious", AWAKE, AWAKE),
    "II": ("mildly anxious", AWAKE, LIGHTHEADED),
    "III": ("anxious, confused", LIGHTHEADED, VOICE),
    "IV": ("confused, lethargic", VOICE, UNRESPONSIVE),
}
LEVELS = "level 0 alert, 1 light-headed, 2 voice, 3 pain, 4 unresponsive"


def bleeding_life() -> tuple[np.ndarray, float]:
    """Return the (n,) SAMPLE rows of a body that bleeds out, and its blood volume at the start (mL)."""
    body = {
        **STANDARD_BODY,
        "person.Patient.mass": number("70 kg"),
        "wound.leg.bleeding": number("100 mL/min"),
    }
    people = cohort("limb", body)
    return people.watch(0, every_s=5, until_s=2 * 3600), float(people.template.people[0]["blood0_ml"])


def figures() -> list[Figure]:
    """Return the table, class by class."""
    rows, blood0_ml = bleeding_life()
    lost = 1.0 - rows["blood_ml"] / blood0_ml
    found: list[Figure] = []
    for name, (low, high) in CLASSES.items():
        middle = 0.5 * (low + high)
        found += of_class(name, middle, rows[int(np.argmin(np.abs(lost - middle)))])
    return found


def of_class(name: str, lost: float, row: np.void) -> list[Figure]:
    """Return four figures of one class, at this share lost."""
    mmhg, item = float(row["map_mmhg"]), f"ATLS class {name}, {100 * lost:.1f} % lost"
    low, high = HEART[name]
    words = {"I": "< 100", "IV": "> 140"}.get(name, f"{low}-{high}")
    beats = heart_rate(lost)
    heart = ATLS.between(f"{item}: heart rate", f"{words} /min", beats, "/min", low, high, "the band of the class", 0)
    words, least, most = PRESSURE[name]
    share = "share of normal mean pressure that counts as such"
    pressure = ATLS.between(f"{item}: blood pressure", words, mmhg / 93.0, "of normal", least, most, share, 2)
    low, high = BREATHING[name]
    words = "> 35" if name == "IV" else f"{low}-{high}"
    breaths = breathing_rate(lost, mmhg, 0.0)
    band = "the band of the class"
    breathing = ATLS.between(f"{item}: breathing", f"{words} /min", breaths, "/min", low, high, band, 0)
    words, best, worst = MENTAL[name]
    mental = ATLS.between(f"{item}: mental state", words, float(row["awareness"]), "", best, worst, LEVELS, 0)
    return [heart, pressure, breathing, mental]
