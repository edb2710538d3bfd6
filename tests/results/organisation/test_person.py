"""One person's year out of a ledger: bands, milestones, sentences, and the picture of it."""

import numpy as np

from homeward.codes import Aid, DutyStatus, Event, Mind, Reason
from homeward.kernel.organisation import LEDGER
from homeward.results.organisation.chronicle import SENTENCES, Names, tell_year
from homeward.results.organisation.figures import person
from homeward.results.organisation.person import bands_of, days_in, milestones
from homeward.results.values import ValuedResults

DAY = 86_400
ROWS = [
    (0, Event.STATUS, 0, -1, Reason.SHORT_HANDED, DutyStatus.ON_MISSION),
    (3 * DAY, Event.LIMB_LOST, 0, -1, 0, 0),
    (3 * DAY, Event.STATUS, 0, -1, Reason.WOUNDED, DutyStatus.IN_HOSPITAL),
    (3 * DAY, Event.AID, 0, -1, 0, Aid.BED),
    (4 * DAY, Event.MIND, 0, -1, 0, Mind.UNRESPONSIVE),
    (11 * DAY, Event.VISIT, 0, 1, 0, 0),
    (11 * DAY, Event.FIRST_WORDS, 0, -1, 0, 0),
    (20 * DAY, Event.STATUS, 1, -1, 0, DutyStatus.CARING),
]
NAMES = Names(("Iruka", "Naruto"), ("the scroll",), ("genin", "chuunin"))


def a_ledger() -> np.ndarray:
    return np.array(ROWS, LEDGER)


def a_result() -> ValuedResults:
    return ValuedResults("run", "organisation", "iruka-whole", "", "", 1, 1, 1, 0.1, (), {"homeward": "0"})


def test_his_status_runs_without_a_gap_to_the_end_of_the_year() -> None:
    bands = bands_of(a_ledger(), 0, 30, (DutyStatus.AVAILABLE, Mind.WELL, Aid.NONE))
    assert [span.state for span in bands.status] == [DutyStatus.ON_MISSION, DutyStatus.IN_HOSPITAL]
    assert bands.status[0].until_day == bands.status[1].from_day
    assert days_in(bands.status, [DutyStatus.IN_HOSPITAL]) == 27


def test_another_persons_status_is_not_his() -> None:
    bands = bands_of(a_ledger(), 1, 30, (DutyStatus.AVAILABLE, Mind.WELL, Aid.NONE))
    assert days_in(bands.status, [DutyStatus.AVAILABLE]) == 20


def test_what_begins_at_once_is_not_worth_a_line() -> None:
    rows = [(0, Event.TASK_BEGUN, 0, 2, 0, 5), (9, Event.TASK_BEGUN, 0, 3, 0, 600)]
    assert [line.text for line in tell_year(np.array(rows, LEDGER), NAMES)] == ["Care begins for Iruka, after 10 min."]


def test_the_way_back_is_called_so() -> None:
    rows = [(0, Event.JOURNEY_STARTS, 0, 1, 0, 0), (DAY, Event.JOURNEY_STARTS, 0, 1, 0, 1)]
    assert [words for _, words in milestones(np.array(rows, LEDGER), 0)] == ["to the workshop", "sets out for home"]


def test_what_mattered_is_marked_once_and_in_order() -> None:
    assert milestones(a_ledger(), 0) == [(3.0, "limb lost"), (11.0, "first words")]


def test_the_visit_stands_in_both_their_years() -> None:
    told = [line.text for line in tell_year(a_ledger(), NAMES, only=1)]
    assert "Naruto visits Iruka." in told
    assert "Iruka speaks again." not in told


def test_many_visits_between_two_events_are_one_line() -> None:
    rows = [(day * DAY, Event.VISIT, 0, 1, 0, 0) for day in range(3)]
    told = tell_year(np.array(rows, LEDGER), NAMES)
    assert [line.text for line in told] == ["Iruka is visited 3 times until day 3: Naruto (3)."]


def test_the_exception_is_told_with_its_reason() -> None:
    assert tell_year(a_ledger(), NAMES)[0].text == "Iruka is on a mission (short-handed)."


def test_another_mission_in_the_same_row_is_not_his() -> None:
    rows = [
        (0, Event.MISSION_ARRIVES, -1, 5, 0, 0),
        (1, Event.ASSIGNED, 1, 5, 0, 0),
        (2, Event.MISSION_STARTS, 0, 5, 0, 0),
        (3, Event.MISSION_ENDS, 0, 5, 0, 1),
        (4, Event.MISSION_ARRIVES, -1, 5, 0, 0),
        (5, Event.MISSION_STARTS, 0, 5, 0, 0),
    ]
    told = [line.text for line in tell_year(np.array(rows, LEDGER), NAMES, only=1)]
    assert told == ["Naruto is assigned to “the scroll”.", "Naruto sets out on “the scroll”."]


def test_every_sentence_can_be_said_of_a_bare_row() -> None:
    rows = np.array([(0, event, 0, -1, 0, 60 * (event == Event.TASK_BEGUN)) for event in SENTENCES], LEDGER)
    told = list(tell_year(rows, NAMES))
    assert len(told) == len(SENTENCES)
    assert all(line.text.endswith(".") for line in told)


def test_the_picture_says_what_it_shows() -> None:
    bands = bands_of(a_ledger(), 0, 30, (DutyStatus.AVAILABLE, Mind.WELL, Aid.NONE))
    picture = person.draw(a_result(), "Iruka", bands, milestones(a_ledger(), 0), 30)
    assert picture.title == "Iruka: 3 of 30 days fit to serve, 27 in hospital; at the end in hospital"
    assert "day 12, first words" in picture.description
    assert picture.svg().startswith("<svg")
