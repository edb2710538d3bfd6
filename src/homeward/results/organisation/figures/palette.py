"""One colour per duty status, mind and aid, the same in every picture of a year."""

from homeward.codes import Aid, DutyStatus, Mind
from homeward.results.figures.style import BLACK, BLUE, GREEN, GREY, ORANGE, PALE, PURPLE, SKY, VERMILLION, YELLOW

STATUS = {
    DutyStatus.AVAILABLE: GREEN,
    DutyStatus.ON_MISSION: BLUE,
    DutyStatus.RESTING: "#7fcdb1",
    DutyStatus.ON_LEAVE: "#b8e2d3",
    DutyStatus.AT_EXAM: "#9fd0e8",
    DutyStatus.CARING: "#c9b3d9",
    DutyStatus.TRAVELLING: "#8ea9d6",
    DutyStatus.VILLAGE_ONLY: YELLOW,
    DutyStatus.CONVALESCENT: ORANGE,
    DutyStatus.IN_HOSPITAL: VERMILLION,
    DutyStatus.REASSIGNED: SKY,
    DutyStatus.RETIRED: PURPLE,
    DutyStatus.MISSING: GREY,
    DutyStatus.FALLEN: BLACK,
    DutyStatus.ABSENT: PALE,
}
"""In the order in which they are stacked, the fit at the bottom."""

MIND = {Mind.WELL: PALE, Mind.STRAINED: YELLOW, Mind.WITHDRAWN: ORANGE, Mind.UNRESPONSIVE: VERMILLION}

AID = {
    Aid.NONE: PALE,
    Aid.BED: VERMILLION,
    Aid.WHEELCHAIR: ORANGE,
    Aid.TWO_CRUTCHES: YELLOW,
    Aid.ONE_CRUTCH: SKY,
    Aid.PROSTHESIS_AND_CRUTCH: BLUE,
    Aid.PROSTHESIS: GREEN,
}
