"""The words for codes: awareness in field terms, treatments, causes, triage, means; and distances and clocks."""

from collections.abc import Sequence
from dataclasses import dataclass

from homeward.codes import Awareness, Cause, Transport, Treatment, Triage

AWARENESS = {
    # Bands after Kelly 2004 (Ann Emerg Med 44:108): median GCS 15, 13, 8 and 3 for A, V, P and U;
    # the cut points are those of the Revised Trauma Score.
    Awareness.ALERT: "alert (A, GCS 15)",
    Awareness.LIGHTHEADED: "alert but light-headed (A, GCS 14–15)",
    Awareness.VOICE: "responds to voice, speech slurred (V, GCS 9–13)",
    Awareness.PAIN: "responds to pain only (P, GCS 4–8)",
    Awareness.UNRESPONSIVE: "unresponsive (U, GCS 3)",
    Awareness.DEAD: "no pulse, no breathing",
}

CAUSES = {
    Cause.NONE: "cause not known",
    Cause.HAEMORRHAGE: "haemorrhage",
    Cause.AIRWAY_OR_CHEST: "airway obstruction or chest injury",
    Cause.HEAD: "head injury",
    Cause.SHOCK: "irreversible shock",
    Cause.KILLED: "killed in action",
    Cause.OVERDRAWN: "exhaustion of the reserve",
    Cause.ON_THE_TABLE: "wounds, during surgery",
    Cause.IN_HOSPITAL: "wounds, later in hospital",
    Cause.CAPTURED: "found by the enemy",
    Cause.EXPOSURE: "exposure",
}

TRIAGE = {
    Triage.NONE: "not triaged",
    Triage.T1: "T1, immediate",
    Triage.T2: "T2, delayed",
    Triage.T3: "T3, minimal",
    Triage.T4: "T4, expectant",
    Triage.DEAD: "dead",
}

TRANSPORT = {
    Transport.NONE: "transport",
    Transport.WAGON: "the wagon",
    Transport.HORSE: "the horse",
    Transport.VEHICLE: "the vehicle",
}

SEVERITY = {1: "minor", 2: "moderate", 3: "serious", 4: "severe", 5: "critical", 6: "unsurvivable"}
"""Words of the Abbreviated Injury Scale."""


@dataclass(frozen=True, slots=True)
class TreatmentWords:
    """A treatment as it is begun, as it works, and as it fails; `{}` is the patient."""

    begun: str
    done: str
    failed: str


TREATMENTS = {
    Treatment.NONE: TreatmentWords("examining {}", "{} has been examined", "{} could not be examined"),
    Treatment.TOURNIQUET: TreatmentWords(
        "applying a tourniquet to {}", "the tourniquet on {} holds", "the tourniquet on {} does not hold"
    ),
    Treatment.PACKING: TreatmentWords(
        "packing and dressing the wound of {}",
        "the wound of {} is packed and under a pressure dressing",
        "packing does not control the bleeding of {}",
    ),
    Treatment.CHEST_SEAL: TreatmentWords(
        "sealing the open chest wound of {}",
        "the chest seal on {} holds",
        "the chest seal on {} does not hold",
    ),
    Treatment.DECOMPRESSION: TreatmentWords(
        "needle decompression of the chest of {}",
        "the chest of {} is decompressed",
        "needle decompression of {} fails",
    ),
    Treatment.AIRWAY: TreatmentWords(
        "opening the airway of {}", "the airway of {} is open", "the airway of {} cannot be kept open"
    ),
    Treatment.TXA: TreatmentWords(
        "giving tranexamic acid to {}",
        "{} has been given tranexamic acid",
        "tranexamic acid could not be given to {}",
    ),
    Treatment.BLOOD: TreatmentWords(
        "giving blood to {}", "{} has been given one unit of blood", "no blood could be given to {}"
    ),
    Treatment.WARMING: TreatmentWords("wrapping {} against the cold", "{} is kept warm", "{} could not be kept warm"),
    Treatment.SPLINT: TreatmentWords(
        "splinting the limb of {}", "the limb of {} is splinted", "the splint on {} does not hold"
    ),
}


def clock(at_s: int) -> str:
    """Time since the start as "0:12:30", from the second day on as "day 2, 0:12"."""
    hours, minutes, seconds = at_s // 3600, at_s // 60 % 60, at_s % 60
    if hours < 48:
        return f"{hours}:{minutes:02}:{seconds:02}"
    return f"day {hours // 24}, {hours % 24}:{minutes:02}"


def distance(metres: float) -> str:
    """Distance as a person would say it: "7 m", "210 m", "1,450 m", "2.3 km", "85 km"."""
    if metres < 10:
        return f"{max(0.0, metres):.0f} m"
    if metres < 1_995:
        return f"{round(metres, -1):,.0f} m"
    return f"{metres / 1000:.1f} km" if metres < 9_950 else f"{metres / 1000:,.0f} km"


def duration(seconds: float) -> str:
    """Duration as a person would say it: "45 s", "3 min", "2 h 10 min", "4 days"."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    if minutes < 90:
        return f"{minutes} min"
    if minutes < 48 * 60:
        return f"{minutes // 60} h {minutes % 60} min" if minutes % 60 else f"{minutes // 60} h"
    return f"{round(minutes / 1440)} days"


def times(count: int) -> str:
    """How often: "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def listed(words: Sequence[str]) -> str:
    """Join words as in a sentence: "a", "a and b", "a, b and c"."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 2 else words)
