"""The words that become numbers: every IntEnum shared by the model, the kernel and the results.

Append only: a code once used in a stored ledger never changes its number.
"""

from homeward.codes.bodies import Awareness, Cause, Mechanism, Region, Side, Sign, Threat, Triage
from homeward.codes.draws import Draw
from homeward.codes.duty import Decision, DutyStatus, Reason, Staffing, Term, Trigger, Work
from homeward.codes.engine import FAULT_SENTENCE, CalendarKind, EnergyModel, Fault, Generator, Shape
from homeward.codes.events import Event
from homeward.codes.incident import Evacuation, Formation, Means, Mode, Pace, Skill, Status, Transport, Treatment
from homeward.codes.network import Exit, Stage, Thinning
from homeward.codes.way_back import Aid, LimbStage, Mind, Shock, Tie, Watch

__all__ = [
    "FAULT_SENTENCE",
    "Aid",
    "Awareness",
    "CalendarKind",
    "Cause",
    "Decision",
    "Draw",
    "DutyStatus",
    "EnergyModel",
    "Evacuation",
    "Event",
    "Exit",
    "Fault",
    "Formation",
    "Generator",
    "LimbStage",
    "Means",
    "Mechanism",
    "Mind",
    "Mode",
    "Pace",
    "Reason",
    "Region",
    "Shape",
    "Shock",
    "Side",
    "Sign",
    "Skill",
    "Staffing",
    "Stage",
    "Status",
    "Term",
    "Thinning",
    "Threat",
    "Tie",
    "Transport",
    "Treatment",
    "Triage",
    "Trigger",
    "Watch",
    "Work",
]
