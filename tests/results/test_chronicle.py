"""The chronicle: every event has its sentence, trivia are summed, and the end says who came home."""

import re
from pathlib import Path

import numpy as np
import pytest

import homeward
import homeward.kernel
from homeward.codes import Awareness, Cause, Event, Transport, Treatment, Triage
from homeward.kernel.tables import LEDGER, PARTIES
from homeward.results.chronicle import READABLE, ChronicleLine, retell
from homeward.results.grouping import TRIVIAL
from homeward.results.phrases import (
    AWARENESS,
    CAUSES,
    TRANSPORT,
    TREATMENTS,
    TRIAGE,
    clock,
    distance,
    duration,
    listed,
)
from homeward.results.sentences import NEVER_LOGGED, PARTY_NAMES, SENTENCES, Entry, Severity, sentence
from tests.results.made_up import NAMES, a_ledger, rows_of, the_fates, the_outcome

pytestmark = pytest.mark.jitless

KERNEL = Path(homeward.kernel.__file__).parent
LARGEST_DETAIL = {
    Event.CHANGED: max(Awareness),
    Event.DIED: max(Cause),
    Event.TRIAGED: max(Triage),
    Event.MOUNTED: max(Transport),
}


def told(ledger: np.ndarray, **fate: float) -> list[ChronicleLine]:
    """The lines of a ledger; `fate` overrides fields of Izumo's."""
    fates = the_fates()
    for name, value in fate.items():
        fates[0][name] = value
    return retell(ledger, fates, the_outcome(), NAMES, "the gate", wounds=("chest", "right knee"))


def the_line(ledger: np.ndarray, nth: int = 1) -> ChronicleLine:
    """The nth line after the opening."""
    return told(ledger)[nth]


def test_every_event_has_a_sentence_or_is_never_logged() -> None:
    assert set(SENTENCES) | NEVER_LOGGED == {event for event in Event if event < Event.SHIFT_STARTS}
    assert not set(SENTENCES) & NEVER_LOGGED


def test_no_event_that_the_kernel_records_is_without_a_sentence() -> None:
    recorded = {
        name
        for file in [*KERNEL.glob("*.py"), *KERNEL.glob("processes/*.py"), *KERNEL.glob("policies/*.py")]
        for name in re.findall(r"\brecord\(\s*world,\s*Event\.(\w+)", file.read_text(encoding="utf-8"))
    }
    assert len(recorded) > 20, "the kernel's calls have changed their form: this test reads none of them"
    assert not {Event[name] for name in recorded} - set(SENTENCES)


@pytest.mark.parametrize("event", sorted(SENTENCES))
@pytest.mark.parametrize(("who", "other"), [(0, 1), (0, -1), (-1, 0), (-PARTIES, -1)])
def test_every_sentence_can_be_said_of_anybody(event: Event, who: int, other: int) -> None:
    for detail in range(LARGEST_DETAIL.get(event, 0) + 1):
        entry = Entry(60, event, who, other, 1234.0, float(detail), NAMES, "the gate")
        severity, text = sentence(entry)
        assert isinstance(severity, Severity)
        assert text.endswith(".")
        assert text[0] == text[0].upper()
        assert not re.search(r"[{}]|None|\bnan\b|<", text)


@pytest.mark.parametrize(
    ("words", "codes"),
    [(AWARENESS, Awareness), (CAUSES, Cause), (TRIAGE, Triage), (TRANSPORT, Transport), (TREATMENTS, Treatment)],
)
def test_every_code_has_words_of_its_own(words: dict, codes: type) -> None:
    assert set(words) == set(codes)
    assert len({str(text) for text in words.values()}) == len(words)


def test_every_party_has_a_name() -> None:
    assert len(set(PARTY_NAMES)) == PARTIES


def test_awareness_is_told_in_avpu_and_gcs() -> None:
    ledger = rows_of((501, Event.CHANGED, 0, -1, 1400, Awareness.VOICE))
    assert the_line(ledger).text == "Izumo: responds to voice, speech slurred (V, GCS 9–13)."


def test_coming_round_is_told_as_better() -> None:
    ledger = rows_of((9, Event.CHANGED, 0, -1, 1400, Awareness.PAIN), (99, Event.CHANGED, 0, -1, 1400, Awareness.VOICE))
    better = the_line(ledger, 2)
    assert better.text.startswith("Izumo comes round: responds to voice")
    assert better.severity == Severity.GOOD


def test_the_wounds_of_one_blow_share_a_line() -> None:
    ledger = rows_of(*[(0, Event.WOUNDED, 0, wound, 1600, ais) for wound, ais in ((0, 4), (1, 2))])
    line = the_line(ledger)
    assert line.text == "Izumo is wounded: chest, severe (AIS 4); right knee, moderate (AIS 2)."


def test_trivia_within_a_minute_are_summed() -> None:
    ledger = rows_of(
        (10, Event.MOVED_ON, -1, 0, 1600, 0.5),
        (30, Event.RESTED, -1, 0, 1590, 20),
        (50, Event.MOVED_ON, -1, 0, 1590, 0.7),
        (55, Event.RESTED, -1, 0, 1580, 25),
        (60, Event.KNEE_GAVE_WAY, 1, 0, 1580, 0),
    )
    assert the_line(ledger).text == (
        "Carrying Izumo at 2.2 km/h: 2 rests, 45 s in all; a wounded leg gives way; 1,580 m to go."
    )


def test_attackers_who_fall_one_after_another_share_a_line() -> None:
    ledger = rows_of(*[(10 * i, Event.ATTACKER_DOWN, -2, -1, 1600, 9 - i) for i in range(4)])
    assert the_line(ledger).text == "4 attackers are put out of action; 6 left."


def test_what_is_done_for_one_patient_at_one_moment_shares_a_line() -> None:
    worked = (9, Event.AID_DONE, -1, 0, 1600, Treatment.CHEST_SEAL)
    failed = (9, Event.AID_FAILED, -1, 0, 1600, Treatment.WARMING)
    line = the_line(rows_of(worked, failed))
    assert line.text == "The chest seal on Izumo holds; Izumo could not be kept warm."
    assert line.severity == Severity.SERIOUS
    for_another = (9, Event.AID_DONE, -1, 1, 1600, Treatment.WARMING)
    assert len(told(rows_of(worked, for_another))) == len(told(rows_of(worked))) + 1


def test_readiness_is_said_once_of_each_person() -> None:
    ledger = rows_of(*[(10 * i, Event.SET_OFF, -1, i // 2, 1600, 0) for i in range(4)])
    assert sum("ready to leave" in line.text for line in told(ledger)) == 2


def test_what_matters_is_never_summed_away() -> None:
    ledger = a_ledger()
    matters = sum(Event(row["event"]) not in TRIVIAL for row in ledger)
    assert sum("On foot" not in line.text and "Carrying" not in line.text for line in told(ledger)) >= matters


@pytest.mark.parametrize("rests", [3, 40, 400])
def test_a_carry_of_forty_minutes_reads_on_one_page(rests: int) -> None:
    trivia = [(200 + 2200 * i // rests, Event.RESTED, -1, 0, 1600 - i, 10) for i in range(rests)]
    lines = told(rows_of(*trivia, (2401, Event.DIED, 0, -1, 210, Cause.HAEMORRHAGE)))
    assert len(lines) <= READABLE + 5
    seconds_told = sum(int(n) for line in lines for n in re.findall(r"(?:rest of|rests,) (\d+) s", line.text))
    minutes_told = sum(int(n) for line in lines for n in re.findall(r"(?:rest of|rests,) (\d+) min", line.text))
    assert abs(seconds_told + 60 * minutes_told - 10 * rests) <= 30 * len(lines), "some rests were not told"


def test_time_never_runs_backwards() -> None:
    moments = [line.at_s for line in told(a_ledger())]
    assert moments == sorted(moments)


def test_it_opens_with_who_is_there_and_how_far_it_is() -> None:
    assert told(a_ledger())[0].text == "The incident begins, 1,700 m from the gate: Izumo and Kotetsu."


def test_the_end_says_who_came_home_and_who_did_not() -> None:
    count, izumo, kotetsu = told(a_ledger())[-3:]
    assert count.text == "1 of 2 came home alive: Kotetsu."
    assert izumo.text == "Izumo died: haemorrhage, at 0:40:01, 210 m short of the gate."
    assert izumo.severity == Severity.CRITICAL
    assert kotetsu.text == "Kotetsu reached the gate at 0:43:20 and is alive at 30 days."


def test_all_home_and_none_home_are_said_so() -> None:
    home = {"dead_s": -1, "arrived_s": 2600, "alive_on_arrival": 1, "alive_30": 1}
    assert told(a_ledger(), **home)[-3].text == "All came home alive: Izumo and Kotetsu."
    fates = the_fates()[:1]
    assert retell(a_ledger(), fates, the_outcome(), NAMES, "the gate")[-2].text == "None of 1 came home alive."


def test_a_death_in_hospital_is_told_as_one() -> None:
    fate = {"alive_on_arrival": 1, "arrived_s": 2500, "dead_s": 3 * 86400, "cause": Cause.IN_HOSPITAL}
    izumo = told(a_ledger(), **fate)[-2]
    assert izumo.text == "Izumo died: wounds, later in hospital, at day 3, 0:00, after reaching the gate alive."


def test_the_dead_are_brought_in_and_do_not_arrive_alive() -> None:
    ledger = rows_of((2401, Event.DIED, 0, -1, 210, Cause.HAEMORRHAGE), (2600, Event.ARRIVED, 0, -1, 0, 43))
    line = the_line(ledger, 2)
    assert line.text == "Izumo is brought to the gate, dead."
    assert line.severity == Severity.CRITICAL


def test_who_was_never_with_the_team_is_not_counted() -> None:
    lines = told(a_ledger(), team0=0)
    assert any(line.text == "1 of 1 came home alive: Kotetsu." for line in lines)
    assert not any(line.text.startswith("Izumo died") for line in lines)


def test_a_deserter_is_not_mourned_nor_counted_home() -> None:
    lines = told(a_ledger(), dead_s=-1, deserted=1)
    assert lines[-3].text == "1 of 2 came home alive: Kotetsu."
    assert lines[-2].text == "Izumo left the team; the fate after that is not followed."


def test_an_empty_ledger_still_has_an_end() -> None:
    assert len(told(np.zeros(0, LEDGER))) == 3


@pytest.mark.parametrize(
    ("say", "value", "text"),
    [
        (clock, 750, "0:12:30"),
        (clock, 90_000, "25:00:00"),
        (clock, 3 * 86_400 + 11_400, "day 3, 3:10"),
        (distance, 3.4, "3 m"),
        (distance, 1_448, "1,450 m"),
        (distance, 2_340, "2.3 km"),
        (distance, 85_300, "85 km"),
        (distance, -1e-9, "0 m"),
        (duration, 45, "45 s"),
        (duration, 1800, "30 min"),
        (duration, 7800, "2 h 10 min"),
        (duration, 4 * 86_400, "4 days"),
        (listed, ["a", "b", "c"], "a, b and c"),
        (listed, ["a"], "a"),
        (listed, [], ""),
    ],
)
def test_times_and_distances_are_said_as_people_say_them(say, value, text: str) -> None:
    assert say(value) == text


@pytest.mark.parametrize("scenario", ["izumo", "iruka", "couloir"])
def test_lives_that_were_lived_are_told_from_beginning_to_end(scenario: str) -> None:
    for replicate in range(5):
        life = homeward.run(scenario, replicate=replicate, among=0)
        lines = life.chronicle
        assert lines[0].text.startswith("The incident begins, ")
        assert "came home alive" in " ".join(line.text for line in lines[-len(life.names) - 1 :])
        assert [line.at_s for line in lines] == sorted(line.at_s for line in lines)
        # 32 lines of what happened, unless more than that matters; then the opening and each person's fate.
        telling = {line.text for line in lines}
        assert 5 <= len(telling) <= 70
