"""Words of the engine itself: shapes of distributions, generators, calendars, faults."""

from enum import IntEnum


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
