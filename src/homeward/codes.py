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
    TRAIL_LOST = 30  # they hunt no more
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
    NIGHT_HALT = 57  # reserved: nights are in the average pace of a long march (march_hours), and nobody halts for one
    AMBUSH = 58  # attackers fall upon the team; detail: how many
    # --- the care network. who: member, or -1 - patient; other: station unless said
    SHIFT_STARTS = 60  # other: staff
    SHIFT_ENDS = 61  # other: staff
    RESTOCKED = 62  # other: stock; detail: units
    TASK_DONE = 63
    BODY_CHANGES = 64  # a patient's body crosses a threshold
    VEHICLE_OUT = 65  # a vehicle is at the pick-up; other: link
    VEHICLE_BACK = 66  # and at its destination; other: link
    CAME = 67  # a stream's next patient; other: facility; detail: row of his condition
    BURST = 68  # detail: how many come
    REASSESSED = 69  # detail: category, 1 to 4
    LEFT_UNSEEN = 70
    MOVE_ENDS = 71  # walked or was led to another facility; other: facility
    WARM_UP_OVER = 72
    CENSUS_TAKEN = 73
    CLOSED = 74  # arrivals end
    QUEUED = 75
    TASK_BEGUN = 76  # detail: s waited
    INTERRUPTED = 77  # by a more urgent patient
    BLOCKED = 78  # keeps his bed because the next is not free
    DIVERTED = 79  # other: facility
    TURNED_AWAY = 80
    TRANSPORT_ASKED = 81  # other: link
    LEFT_CARE = 82  # detail: -Exit
    STOCK_EMPTY = 83  # other: stock
    DIED_IN_CARE = 84  # detail: Cause
    # --- the year. who: member
    MORNING = 85  # of the organisation's day
    MISSION_ARRIVES = 86  # other: mission
    MISSION_STARTS = 87
    CONTACT = 88  # other: mission; its incident is lived
    MISSION_ENDS = 89  # detail: 1 done, 0 failed
    BROUGHT_IN = 90  # a casualty reaches the hospital's door; other: who carried him, -1
    DECIDED = 91  # a dated decision takes effect; other: row of decisions; why: Reason
    MISSION_DELAYED = 92  # why: Reason
    MISSION_REFUSED = 93  # why: Reason
    ASSIGNED = 94  # other: mission; why: Reason when an exception was made
    CAME_HOME = 95  # from a mission
    STATUS = 96  # detail: DutyStatus; why: Reason
    FELL = 97  # detail: Cause; other: mission
    MISSING = 98
    BODY_RECOVERED = 99
    TEST = 100  # of the medical board; detail: 1 clear, 0 hold; why: 1 when that is wrong
    CLEARED = 101
    LETTER = 102  # handed over; detail: Decision
    LETTER_HELD = 103  # not now: it would do harm
    EXAM = 104  # held; detail: how many passed
    PASSED = 105  # detail: new rank
    NOT_PASSED = 106
    CANDIDATE_LOST = 107
    TERM_STARTS = 108
    TERM_ENDS = 109
    CLASS_UNSTAFFED = 110  # detail: classes without a teacher today
    GRIEF = 111  # other: the dead
    MIND = 112  # detail: Mind
    WATCH = 113  # level of observation; detail: Watch
    VISIT = 114  # other: visitor
    FIRST_WORDS = 115  # responds again
    CARER_MOVES_IN = 116  # other: the carer
    CARER_LEAVES = 117
    WENT_HOME = 118  # from hospital; detail: minutes the walk took
    STAIRS = 119  # detail: 1 climbed alone, 0 carried up
    AID = 120  # mobility aid; detail: Aid
    WOUND_CLOSED = 121
    INFECTED = 122
    SETBACK = 123
    THERAPY = 124  # detail: AMP score after the session
    LIMB_FITTED = 125
    LIMB_REJECTED = 126
    JOURNEY_STARTS = 127  # to the workshop; other: companion
    # below this line: never in the calendar (its event field has 7 bits)
    JOURNEY_ENDS = 128
    LIMB_SEARCH = 129
    LIMB_MEASURED = 130
    LIMB_BUILT = 131
    RESERVE_BACK = 132
    REASSIGNED = 133
    APPEALED = 134
    RETIRED = 135
    DOOR = 136  # other: who was taught to open the door
    OUT_OF_HOUSE = 137  # first time outside since he came home
    TOLD = 138  # learns that the limb is gone
    CRISIS = 139  # of a mind: closer watch, back to the ward; detail: distress
    LIMB_FAILED = 140  # it does not work on him
    REPAIR = 141  # of the prosthesis


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
    # --- the care network
    ARRIVAL_GAP = 60  # nth: candidate
    THINNING = 61  # nth: candidate
    CONDITION = 62
    CATEGORY = 63
    LOST_BEFORE = 64
    AGE = 65
    SEVERITY = 66
    TASK_TIME = 67  # nth: visit
    TASK_DEATH = 68  # nth: visit
    BRANCH = 69  # nth: visit
    PATIENCE = 70  # nth: visit
    TRIP_OUT = 71  # nth: trip of the link
    TRIP_BACK = 72
    DAY_FACTOR = 73  # nth: day
    BURST_GAP = 74  # nth: burst
    BURST_SIZE = 75
    BURST_SPREAD = 76  # nth: patient of the burst
    DIVERSION = 77
    # --- the year: duty
    MISSION_GAP = 80  # nth: mission of the type
    MISSION_LENGTH = 81
    MISSION_CONTACT = 82  # nth: contact of the mission
    MISSION_SUCCESS = 83
    MISSION_PLACE = 84
    MISSION_EFFORT = 85
    BOARD_TEST = 86  # nth: board
    BOARD_DATE = 87
    APPEAL = 88
    EXAM_SCORE = 89  # nth: exam
    LETTER_DELAY = 90
    BODY_FOUND = 91
    REST = 92
    LEAVE = 93
    DESERTER = 94  # whether he comes back
    DESERTER_DAYS = 95
    DECISION = 96  # nth: rule; whether it is decided
    # --- the year: the way back
    CLOSURE = 100
    INFECTION = 101
    INFECTION_LENGTH = 102
    RETURN = 103  # days to return to duty
    RETURNS = 104  # whether ever
    SETBACK = 105  # nth: day
    LEARNING = 106
    THERAPY_GAIN = 107  # nth: session
    LIMB_FOUND = 108
    LIMB_BUILD = 109
    LIMB_FIT = 110
    LIMB_REJECTION = 111
    JOURNEY_HAZARD = 112  # nth: leg
    JOURNEY_LENGTH = 113
    REACTIVITY = 114  # how strongly a mind answers
    RESILIENT = 115
    SHOCK = 116  # nth: shock
    VISIT = 117  # nth: day
    MOOD = 118  # nth: day
    OBSERVED = 119  # nth: day
    CARER = 120
    DECONDITIONING = 121
    UPKEEP = 122
    SETBACK_LENGTH = 123  # nth: setback
    CRISIS = 124  # nth: day
    OUTING = 125  # nth: day


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
    GAMMA = 9  # a scale, b shape; Erlang when the shape is whole


class Exit(IntEnum):
    """How a patient leaves the care network; negative, so that it never is a station."""

    DUTY = -1  # returned to duty
    HOME = -2  # discharged
    DIED = -3
    LOST = -4  # turned away, and nobody took him
    UNSEEN = -5  # left without being seen
    BEYOND = -6  # evacuated out of the network
    MOVED = -7  # handed to the organisation: rehabilitation begins


class Stage(IntEnum):
    """What a patient in the network is doing."""

    NONE = 0  # not inside
    WAITING = 1  # in a line, without a bed
    BLOCKING = 2  # in a line, keeping the bed he has
    SERVED = 3
    WAITING_TRANSPORT = 4
    MOVING = 5


class Thinning(IntEnum):
    """At which time the rate of a thinned process is looked up."""

    CANDIDATE = 0  # that of the candidate: exact (Lewis and Shedler 1979)
    LAST_ARRIVAL = 1  # that of the last arrival: biased, and common in published models; for comparison only


class DutyStatus(IntEnum):
    """Where a person stands on the roster."""

    AVAILABLE = 0
    ON_MISSION = 1
    VILLAGE_ONLY = 2  # restricted duty
    IN_HOSPITAL = 3
    CONVALESCENT = 4
    REASSIGNED = 5  # relieved from active duty, other work
    RETIRED = 6
    MISSING = 7
    FALLEN = 8
    ON_LEAVE = 9
    CARING = 10  # has moved in with somebody
    TRAVELLING = 11  # on a journey that is no mission
    RESTING = 12  # the rest rule
    AT_EXAM = 13  # as candidate or proctor
    ABSENT = 14  # not part of this organisation: an arm leaves him out


class Reason(IntEnum):
    """Why a decision was taken, a mission refused or delayed, an exception made."""

    NONE = 0
    NOBODY_OF_RANK = 1
    NOBODY_WITH_SKILL = 2
    TOO_FEW = 3
    WINDOW_CLOSED = 4
    SHORT_HANDED = 5  # the teacher on holiday was taken
    WOUNDED = 6
    LIMB_LOST = 7
    RESERVE_LOW = 8
    MIND = 9
    UNQUALIFIED = 10
    BOARD_CLEARED = 11
    BOARD_HELD = 12
    AFTER_PROSTHESIS = 13
    UNRESPONSIVE = 14  # held back: it would do harm now
    TERM = 15
    LEAVE = 16
    REST_RULE = 17
    CARER = 18
    CURFEW = 19
    DEATH = 20
    NOT_RECOVERED = 21
    TIME_SERVED = 22
    OVERRIDE = 23
    RECOVERED = 24
    RETURNED = 25
    CAPTURED = 26
    EXAM = 27
    CONVALESCENT = 28
    NEEDED_THERE = 29  # teaches, stands at a post
    LAPSED = 30  # a qualification
    ORDERED = 31  # named for it


class Decision(IntEnum):
    """Dated decisions about a person."""

    NONE = 0
    RELIEF = 1  # from active duty
    REASSIGNMENT = 2
    REMOVAL_FROM_ACADEMY = 3
    CLEARANCE = 4
    RESTRICTION = 5  # to the village
    APPEAL = 6
    REINSTATEMENT = 7  # at the Academy
    RETIREMENT = 8


class Trigger(IntEnum):
    """What raises a decision."""

    NONE = 0
    LIMB_LOST = 1  # he is out of acute care without it
    BEFORE_TERM = 2  # a term is near, and a teacher cannot teach
    RESERVE_LOW = 3  # too low for missions
    BOARD_CLEARED = 4
    WALKS_ON_PROSTHESIS = 5  # and is fit for work in the village
    APPEALED = 6
    RELIEVED = 7
    MIND = 8  # distress too high for missions


class Work(IntEnum):
    """What a person does for the organisation."""

    MISSIONS = 0
    ACADEMY = 1
    GATE = 2
    DESK = 3
    HOSPITAL = 4


class Term(IntEnum):
    """What a span of the calendar means."""

    ACADEMY = 0
    LEAVE = 1
    CURFEW = 2  # nobody leaves on missions


class Staffing(IntEnum):
    """Which of several available people a mission takes first."""

    RANK_FIRST = 0  # the highest rank that is free
    LOWEST_ABLE = 1  # the lowest rank that is enough, to keep the best in hand
    LONGEST_RESTED = 2


class Aid(IntEnum):
    """What a person needs to get about."""

    NONE = 0
    ONE_CRUTCH = 1
    TWO_CRUTCHES = 2
    WHEELCHAIR = 3
    BED = 4
    PROSTHESIS = 5
    PROSTHESIS_AND_CRUTCH = 6


class Mind(IntEnum):
    """State of a mind, by the distress score."""

    WELL = 0
    STRAINED = 1
    WITHDRAWN = 2
    UNRESPONSIVE = 3


class Watch(IntEnum):
    """Level of observation."""

    GENERAL = 0
    INTERMITTENT = 1
    WITHIN_SIGHT = 2
    WITHIN_REACH = 3


class Tie(IntEnum):
    """What one person is to another."""

    COMRADE = 0
    FRIEND = 1
    PARTNER = 2
    PUPIL = 3
    TEACHER = 4
    CARER = 5
    FAMILY = 6


class Shock(IntEnum):
    """What strains a mind."""

    WOUND = 0
    LIMB_LOSS = 1
    BAD_LETTER = 2
    DEATH = 3  # of somebody tied to him
    HURT_FRIEND = 4
    SETBACK = 5
    JOB_LOST = 6


class LimbStage(IntEnum):
    """How far a prosthesis is."""

    NONE = 0
    SEARCHING = 1
    FOUND = 2
    JOURNEY = 3
    MEASURED = 4
    BUILT = 5
    FITTED = 6
    LEARNING = 7
    WALKING = 8
    REJECTED = 9


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
    PATIENTS_FULL = 6
    MISSIONS_FULL = 7
    VISITS_FULL = 8
    DECISIONS_FULL = 9
    CASUALTIES_FULL = 10
    CONTACTS_FULL = 11


FAULT_SENTENCE = {
    Fault.LEDGER_FULL: "the ledger is full: this life has more events than the ledger holds; "
    "raise `ledger_capacity` or shorten the way",
    Fault.WOUNDS_FULL: "the wound table is full: the fight wounds more often than the table allows; "
    "raise `wound_capacity` or lower the attackers' fire",
    Fault.CALENDAR_BEFORE_NOW: "an event was scheduled in the past: please report this scenario, the defect is ours",
    Fault.TOO_MANY_EVENTS: "a life went past the event limit without ending: look for a rate that is "
    "far too high (stumbles, exchanges) or a way that is far too long",
    Fault.SAMPLES_FULL: "the timeline is full: ask for fewer samples with a longer interval",
    Fault.PATIENTS_FULL: "more patients are inside at once than the network holds: a line grows without end "
    "(`homeward check` says the load of every station), or `patients_most` must be raised",
    Fault.MISSIONS_FULL: "more missions are open at once than the desk holds; raise `missions_most` or let them lapse",
    Fault.VISITS_FULL: "more patients came than rows were kept for; this defect is ours, please report the scenario",
    Fault.DECISIONS_FULL: "more decisions were taken than rows were kept for; raise `decisions_most`",
    Fault.CASUALTIES_FULL: "more casualties are on their way at once than rows were kept for; raise `casualties_most`",
    Fault.CONTACTS_FULL: "more incidents were lived in a year than rows were kept for; raise `contacts_most`",
}
