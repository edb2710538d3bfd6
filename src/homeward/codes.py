"""The words that become numbers: every IntEnum shared by the model, the kernel and the results.

Append only: a code once used in a stored ledger never changes its number.
"""

from enum import IntEnum, IntFlag


class Event(IntEnum):
    """What can happen. At equal times a smaller number happens first (then the entity with the smaller index)."""

    START = 1  # the incident begins
    TRAP = 2  # the step that sets the trap off, or finds it
    TRAP_FOUND = 3
    TRAP_DODGED = 4
    WOUNDED = 5  # detail: AIS severity
    DESERTED = 6
    EXCHANGE = 7  # one casualty on either side of a fire fight
    ATTACKER_DOWN = 8  # detail: attackers left
    FIGHT_OVER = 9  # detail: attackers left
    CHANGED = 10  # a body crosses a threshold; detail: Awareness
    DIED = 11  # detail: Cause
    REBLED = 12  # detail: flow, mL/min
    TAKE_STOCK = 13  # the survivors decide what to do
    AID_STARTED = 14  # who helps, other is helped; detail: Treatment
    AID_DONE = 15  # detail: Treatment
    AID_FAILED = 16  # detail: Treatment
    SET_OFF = 17  # detail: Means
    STINT_ENDS = 18  # a stint of movement ends (calendar only; the ledger says why)
    LEG_DONE = 19  # detail: leg index
    STUMBLED = 20
    KNEE_GAVE_WAY = 21  # a wounded carrier cannot take the next step
    RESTED = 22  # detail: seconds of rest begun
    SWAPPED = 23  # bearers changed over
    MOVED_ON = 24  # detail: speed, m/s
    STRANDED = 25  # nobody left who can carry
    STEP_READY = 26  # God's Step gathered (calendar) and taken (ledger); detail: share of the reserve it cost
    STAGGERED = 27
    COLLAPSED = 28  # who: the carrier
    CAUGHT = 29  # pursuers catch up; detail: pursuers
    TRAIL_LOST = 30
    RELIEF_CALLED = 31
    RELIEF_SET_OUT = 32
    MET = 33  # the party sent out meets them; detail: metres still to go
    HANDED_OVER = 34
    LIFT_CALLED = 35
    WEATHER_CLEARED = 36
    LIFT_OFF = 37
    AT_SCENE = 38
    LOADED = 39
    ARRIVED = 40  # at the end of the way; detail: minutes on the way
    FIRST_HANDS = 41
    CARE_REFUSED = 42
    AT_HOSPITAL = 43
    TRIAGED = 44  # detail: Triage
    THEATRE = 45
    TRANSFUSED = 46  # detail: mL
    OUT_OF_THEATRE = 47
    LIMB_LOST = 48
    DIED_LATER = 49  # within 30 days; detail: days
    THIRTY_DAYS = 50  # alive at 30 days
    MOUNTED = 51  # casualty put on a waiting horse, wagon or vehicle; detail: Transport
    LEFT_BEHIND = 52
    FOUND_BY_ENEMY = 53
    OVERDUE = 54  # the people at the end of the way begin to look for them
    CASUALTY_LOADED = 55  # the relief party has the casualty on its litter
    LANDED_HARD = 56
    NIGHT_HALT = 57
    AMBUSH = 58  # attackers fall upon the team; detail: how many


class Draw(IntEnum):
    """One number per purpose of a random draw. Together with who and nth it names a draw for ever."""

    RESILIENCE = 1  # how much loss this body bears
    AWARENESS = 2  # at which pressure this brain dims
    DEBT_LIMIT = 3
    BLEED_RATE = 4  # nth: wound
    CLOT_RATE = 5  # nth: wound
    THREAT_TIME = 6  # nth: wound
    FITNESS = 7
    GRIP = 8
    GAIT = 9  # nth: wound; how much a wound slows
    HURRY_SPEED = 10
    SEARCH_FIND = 11
    TRAP_REACTION = 12
    DESERTION = 13
    EXCHANGE_TIME = 14  # nth: exchange
    EXCHANGE_SIDE = 15  # nth: exchange
    EXCHANGE_TARGET = 16  # nth: exchange
    HIT_REGION = 17  # nth: hit
    HIT_SEVERITY = 18  # nth: hit
    AID_TIME = 19  # nth: order
    AID_SUCCESS = 20  # nth: order
    TXA_RESPONSE = 21
    HOLD_TIME = 22  # nth: stint
    STUMBLE = 23  # nth: stint
    KNEE = 24  # nth: stint
    STUMBLE_REST = 25  # nth: stint
    REBLEED = 26  # nth: rough handling
    STEP_COST = 27  # nth: step
    STEP_PREPARE = 28  # nth: step
    OVERDRAWN = 29
    PURSUIT_SPEED = 30
    PURSUIT_LEAD = 31
    TRAIL_LOST = 32
    RELIEF_READY = 33
    RELIEF_SPEED = 34
    RELIEF_LOAD = 35
    LIFT_CALL = 36
    LIFT_LAUNCH = 37
    LIFT_FLYABLE = 38
    LIFT_WEATHER = 39
    LIFT_LOAD = 40
    FIRST_HANDS = 41
    STRETCHER = 42
    TRIAGE_TIME = 43
    THEATRE_WAIT = 44
    THEATRE_TIME = 45
    SURVIVAL = 46
    DEATH_DAY = 47
    LIMB = 48
    RESUSCITATION = 49
    REFUSAL = 50
    OVERDUE = 51
    FOUND_BY_ENEMY = 52
    RECOVERY = 53
    MOUNT_TIME = 54
    RESERVE_START = 55
    TRAP_VICTIM = 56
    BYSTANDER = 57
    HIT_SIDE = 58  # nth: hit; arm or leg
    HIT_KILLED = 59  # nth: hit


class Awareness(IntEnum):
    """Level of consciousness, AVPU with light-headedness split from alert, and death."""

    ALERT = 0
    LIGHTHEADED = 1  # alert, full sentences, but dizzy, blurred sight, distant hearing
    VOICE = 2  # short answers, slurred
    PAIN = 3  # a murmur
    UNRESPONSIVE = 4
    DEAD = 5


class Sign(IntFlag):
    """What an observer can say of a person: a set of Awareness levels."""

    TALKS = 0b000011
    ALERT = 0b000001
    LIGHTHEADED = 0b000010
    SLURRED = 0b000100
    MURMURS = 0b001000
    UNRESPONSIVE = 0b010000
    PULSE = 0b011111
    NO_PULSE = 0b100000
    ARRIVED = 0b1000000  # an event: reaches the end of the way in the window
    COLLAPSED = 0b10000000  # an event: overdraws the reserve and falls, in the window
    SURVIVED = 0b100000000  # alive at 30 days; the window says when it was known and is not held against the life


class Status(IntEnum):
    """Where a person stands in the incident."""

    WITH_TEAM = 0
    GONE = 1  # not part of this life: killed before it begins, or never came
    DESERTED = 2
    LEFT = 3  # left behind, waiting for the relief party
    WITH_RELIEF = 4
    ABOARD = 5  # in the aircraft
    AWAITING_CARE = 6  # at the gate
    IN_CARE = 7
    HOME = 8  # arrived and needing nothing
    FOLLOWING = 9  # coming home on foot behind a God's Step


class Cause(IntEnum):
    """Cause of death, as it would be written down."""

    NONE = 0
    HAEMORRHAGE = 1
    AIRWAY_OR_CHEST = 2
    HEAD = 3
    SHOCK = 4  # irreversible shock: oxygen debt
    KILLED = 5  # killed outright in the fight
    OVERDRAWN = 6  # spent more reserve than he had
    ON_THE_TABLE = 7
    IN_HOSPITAL = 8
    CAPTURED = 9  # found by the enemy while left behind
    EXPOSURE = 10


class Region(IntEnum):
    """Body regions of the Injury Severity Score."""

    HEAD = 0
    FACE = 1
    CHEST = 2
    ABDOMEN = 3
    LIMB = 4  # extremity or pelvic girdle
    EXTERNAL = 5


class Side(IntEnum):
    """Where on a region: it decides what compresses a wound and what it slows."""

    TRUNK = 0
    ARM = 1
    LEG = 2
    JUNCTION = 3  # groin, axilla, neck: no room for a tourniquet


class Mechanism(IntEnum):
    """TRISS distinguishes these two."""

    BLUNT = 0
    PENETRATING = 1


class Threat(IntEnum):
    """A wound that can kill without bleeding."""

    NONE = 0
    AIRWAY = 1
    OPEN_CHEST = 2
    TENSION = 3
    HEAD = 4


class Skill(IntEnum):
    """First-aid skill."""

    NONE = 0
    BUDDY = 1
    TRAINED = 2
    MEDIC = 3
    SURGEON = 4


class Treatment(IntEnum):
    """What can be done at the point of injury."""

    NONE = 0
    TOURNIQUET = 1
    PACKING = 2  # packing and a pressure dressing
    CHEST_SEAL = 3
    DECOMPRESSION = 4
    AIRWAY = 5  # opening and positioning
    TXA = 6
    BLOOD = 7  # one unit
    WARMING = 8
    SPLINT = 9


class Means(IntEnum):
    """How a casualty is moved by people on foot."""

    NONE = 0  # nobody to carry, or he walks
    ON_THE_BACK = 1
    TWO_PERSON = 2
    LITTER = 3
    DRAG = 4


class Pace(IntEnum):
    """Pace policy of those who carry."""

    HURRY_AND_REST = 0
    STEADY = 1
    NEVER_REST = 2
    ADAPTIVE = 3


class Evacuation(IntEnum):
    """The plan for getting home."""

    CARRY = 0
    LEAVE_AND_SEND = 1
    WAIT = 2  # stay and wait for the party or the aircraft


class Transport(IntEnum):
    """A thing waiting on the way."""

    NONE = 0
    WAGON = 1
    HORSE = 2
    VEHICLE = 3


class Mode(IntEnum):
    """What a party is doing."""

    IDLE = 0
    FIGHTING = 1
    TREATING = 2
    MOVING = 3
    RESTING = 4
    GATHERING = 5  # for a God's Step
    WAITING = 6  # for somebody to come
    HALTED = 7  # while somebody who came treats and loads
    RIDING = 8
    ARRIVED = 9
    STRANDED = 10
    OUTBOUND = 11  # relief party or aircraft on its way to them
    INBOUND = 12  # on its way back


class Triage(IntEnum):
    """AMedP-1.10 categories."""

    NONE = 0
    T1 = 1
    T2 = 2
    T3 = 3
    T4 = 4
    DEAD = 5


class Formation(IntEnum):
    """How ground is searched before the team enters it."""

    NONE = 0  # nobody searches
    SINGLE = 1  # one man looks as he walks
    PAIRS = 2
    LINE = 3


class Shape(IntEnum):
    """Shape of a distribution; the fields a, b, c of a DIST row by shape."""

    CONSTANT = 0  # a
    UNIFORM = 1  # a to b
    TRIANGULAR = 2  # a low, b mode, c high
    LOGNORMAL = 3  # a median, b sigma of the logarithm
    NORMAL = 4  # a mean, b standard deviation
    EXPONENTIAL = 5  # a mean
    WEIBULL = 6  # a scale, b shape
    LOGLOGISTIC = 7  # a median, b shape
    EMPIRICAL = 8  # a first row in quantiles, b how many


class Generator(IntEnum):
    """Which keyed generator answers a draw."""

    SPLITMIX = 0
    PHILOX = 1


class CalendarKind(IntEnum):
    """Which calendar keeps the pending events; both must give the same ledger."""

    QUEUE = 0
    HEAP = 1


class EnergyModel(IntEnum):
    """Metabolic cost of walking under load."""

    LCDA = 0  # Looney 2022
    PANDOLF = 1  # Pandolf 1977


class Fault(IntEnum):
    """Why the kernel stopped; `FAULT_SENTENCE` is what the user reads."""

    NONE = 0
    LEDGER_FULL = 1
    WOUNDS_FULL = 2
    CALENDAR_BEFORE_NOW = 3
    TOO_MANY_EVENTS = 4
    SAMPLES_FULL = 5


FAULT_SENTENCE = {
    Fault.LEDGER_FULL: "the ledger is full: this life has more events than the ledger holds; "
    "raise `ledger_capacity` or shorten the way",
    Fault.WOUNDS_FULL: "the wound table is full: the fight wounds more often than the table allows; "
    "raise `wound_capacity` or lower the attackers' fire",
    Fault.CALENDAR_BEFORE_NOW: "an event was scheduled in the past: please report this scenario, the defect is ours",
    Fault.TOO_MANY_EVENTS: "a life went past the event limit without ending: look for a rate that is "
    "far too high (stumbles, exchanges) or a way that is far too long",
    Fault.SAMPLES_FULL: "the timeline is full: ask for fewer samples with a longer interval",
}
