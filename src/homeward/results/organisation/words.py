"""The words for the codes of a year: duty status, mind, aids, reasons, decisions."""

from homeward.codes import Aid, Decision, DutyStatus, LimbStage, Mind, Reason, Watch

STATUS = {
    DutyStatus.AVAILABLE: "available",
    DutyStatus.ON_MISSION: "on a mission",
    DutyStatus.VILLAGE_ONLY: "village only",
    DutyStatus.IN_HOSPITAL: "in hospital",
    DutyStatus.CONVALESCENT: "convalescent",
    DutyStatus.REASSIGNED: "reassigned",
    DutyStatus.RETIRED: "retired",
    DutyStatus.MISSING: "missing",
    DutyStatus.FALLEN: "fallen",
    DutyStatus.ON_LEAVE: "on leave",
    DutyStatus.CARING: "caring for somebody",
    DutyStatus.TRAVELLING: "travelling",
    DutyStatus.RESTING: "resting after a mission",
    DutyStatus.AT_EXAM: "at the exam",
    DutyStatus.ABSENT: "not there",
}

MIND = {
    Mind.WELL: "well",
    Mind.STRAINED: "strained",
    Mind.WITHDRAWN: "withdrawn",
    Mind.UNRESPONSIVE: "does not respond",
}

AID = {
    Aid.NONE: "no aid",
    Aid.ONE_CRUTCH: "one crutch",
    Aid.TWO_CRUTCHES: "two crutches",
    Aid.WHEELCHAIR: "wheelchair",
    Aid.BED: "in bed",
    Aid.PROSTHESIS: "prosthesis",
    Aid.PROSTHESIS_AND_CRUTCH: "prosthesis and a crutch",
}

WATCH = {
    Watch.GENERAL: "general observation",
    Watch.INTERMITTENT: "intermittent observation",
    Watch.WITHIN_SIGHT: "within sight at all times",
    Watch.WITHIN_REACH: "within reach at all times",
}

LIMB = {
    LimbStage.NONE: "no prosthesis",
    LimbStage.SEARCHING: "a maker is sought",
    LimbStage.FOUND: "a maker is found",
    LimbStage.JOURNEY: "on the way to the workshop",
    LimbStage.MEASURED: "measured",
    LimbStage.BUILT: "built",
    LimbStage.FITTED: "fitted",
    LimbStage.LEARNING: "learning to walk on it",
    LimbStage.WALKING: "walking on it",
    LimbStage.REJECTED: "given up",
}

REASON = {
    Reason.NONE: "no reason recorded",
    Reason.NOBODY_OF_RANK: "nobody of the rank was free",
    Reason.NOBODY_WITH_SKILL: "nobody with the skill was free",
    Reason.TOO_FEW: "too few were free",
    Reason.WINDOW_CLOSED: "its time had passed",
    Reason.SHORT_HANDED: "short-handed",
    Reason.WOUNDED: "wounded",
    Reason.LIMB_LOST: "loss of a limb",
    Reason.RESERVE_LOW: "the reserve is not back",
    Reason.MIND: "state of mind",
    Reason.UNQUALIFIED: "not qualified",
    Reason.BOARD_CLEARED: "cleared by the board",
    Reason.BOARD_HELD: "held by the board",
    Reason.AFTER_PROSTHESIS: "walks on a new leg",
    Reason.UNRESPONSIVE: "it would do harm now",
    Reason.TERM: "school term",
    Reason.LEAVE: "leave",
    Reason.REST_RULE: "the rest rule",
    Reason.CARER: "cares for somebody",
    Reason.CURFEW: "may not leave the village",
    Reason.DEATH: "death",
    Reason.NOT_RECOVERED: "not recovered",
    Reason.TIME_SERVED: "time served",
    Reason.OVERRIDE: "an order with a name to it",
    Reason.RECOVERED: "recovered",
    Reason.RETURNED: "returned",
    Reason.CAPTURED: "found by the enemy",
    Reason.EXAM: "the exam",
    Reason.CONVALESCENT: "not yet well",
    Reason.NEEDED_THERE: "was needed elsewhere",
    Reason.LAPSED: "a qualification has lapsed",
    Reason.ORDERED: "named for it",
}

DECISION = {
    Decision.NONE: "no decision",
    Decision.RELIEF: "relief from active duty",
    Decision.REASSIGNMENT: "reassignment",
    Decision.REMOVAL_FROM_ACADEMY: "removal from the Academy",
    Decision.CLEARANCE: "clearance for duty",
    Decision.RESTRICTION: "restriction to the village",
    Decision.APPEAL: "appeal",
    Decision.REINSTATEMENT: "reinstatement at the Academy",
    Decision.RETIREMENT: "retirement",
}


def day_of(at_s: float) -> int:
    """Day number, from 1, of a second since the start."""
    return int(at_s // 86_400) + 1
