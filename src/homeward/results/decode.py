"""Codes become words again: ledger rows and fates as plain data for JSON."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from homeward.codes import Cause, Event, Triage
from homeward.results.sentences import PARTY_NAMES
from homeward.results.shape import FateJson, LedgerJson

NOBODY = -1


def word(code: Any) -> str:
    """Return the word for a code, as scenario files write it: Event.AID_DONE is "aid done"."""
    return str(code.name).lower().replace("_", " ")


def who_is(code: int, names: Sequence[str]) -> str:
    """Return the name of a person, or of the party m that the code -1 - m stands for."""
    return names[code] if code >= 0 else PARTY_NAMES[-1 - code]


def other_is(row: np.void, names: Sequence[str]) -> str | None:
    """Return the name of the other person in a ledger row; None for none (of a wounding it is the wound)."""
    if row["other"] <= NOBODY or row["event"] == Event.WOUNDED:
        return None
    return names[row["other"]]


def ledger_rows(ledger: np.ndarray, names: Sequence[str]) -> list[LedgerJson]:
    """Return every row of a ledger, (n,) LEDGER, in words; `other` is None when the event has only one party."""
    return [
        {
            "at_s": int(row["at_s"]),
            "event": word(Event(int(row["event"]))),
            "who": who_is(int(row["who"]), names),
            "other": other_is(row, names),
            "to_go_m": round(float(row["to_go_m"]), 1),
            "detail": round(float(row["detail"]), 6),
        }
        for row in ledger
    ]


def fate_words(fate: np.void) -> FateJson:
    """Return one FATE as plain data: None for what never happened."""
    died = fate["dead_s"] >= 0
    return {
        "alive_on_arrival": bool(fate["alive_on_arrival"] == 1),
        "alive_at_30_days": bool(fate["alive_30"] == 1),
        "with_team": bool(fate["team0"] == 1),
        "deserted": bool(fate["deserted"] == 1),
        "limb_lost": bool(fate["limb_lost"] == 1),
        "collapsed": bool(fate["collapsed"] == 1),
        "wounded": bool(fate["wounded"] == 1),
        "cause": word(Cause(int(fate["cause"]))) if died else None,
        "triage": word(Triage(int(fate["triage"]))) if fate["triage"] > 0 else None,
        "iss": int(fate["iss"]),
        "niss": int(fate["niss"]),
        "arrived_s": seconds(fate["arrived_s"]),
        "care_s": seconds(fate["care_s"]),
        "dead_s": seconds(fate["dead_s"]),
        "fit_s": seconds(fate["fit_s"]),
        "dead_at_m": round(float(fate["dead_at_m"]), 1) if died else None,
        "reserve_spent": round(float(fate["reserve_spent"]), 4),
    }


def seconds(at_s: Any) -> int | None:
    """Return a time in s; None for what never happened."""
    return int(at_s) if at_s >= 0 else None
