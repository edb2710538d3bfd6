"""Codes become words again: ledger rows and fates as plain data for JSON."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from homeward.codes import Cause, Event, Triage
from homeward.results.sentences import PARTY_NAMES

NOBODY = -1


def word(code: Any) -> str:
    """Return the word for a code, as scenario files write it: Event.AID_DONE is "aid done"."""
    return str(code.name).lower().replace("_", " ")


def who_is(code: int, names: Sequence[str]) -> str:
    """Return the name of a person, or of the party m that the code -1 - m stands for."""
    return names[code] if code >= 0 else PARTY_NAMES[-1 - code]


def ledger_rows(ledger: np.ndarray, names: Sequence[str]) -> list[dict[str, Any]]:
    """Return every row of a ledger, (n,) LEDGER, in words; `other` is None when the event has only one party."""
    return [
        {
            "at_s": int(row["at_s"]),
            "event": word(Event(int(row["event"]))),
            "who": who_is(int(row["who"]), names),
            "other": names[row["other"]] if row["other"] > NOBODY else None,
            "to_go_m": round(float(row["to_go_m"]), 1),
            "detail": round(float(row["detail"]), 6),
        }
        for row in ledger
    ]


def fate_words(fate: np.void) -> dict[str, Any]:
    """Return one FATE as plain data: None for what never happened."""
    seconds = {
        name: int(fate[name]) if fate[name] >= 0 else None for name in ("arrived_s", "care_s", "dead_s", "fit_s")
    }
    yes = ("alive_on_arrival", "alive_30", "team0", "deserted", "limb_lost", "collapsed", "wounded")
    return {
        **{
            {"alive_30": "alive_at_30_days", "team0": "with_team"}.get(name, name): bool(fate[name] == 1)
            for name in yes
        },
        "cause": word(Cause(int(fate["cause"]))) if fate["dead_s"] >= 0 else None,
        "triage": word(Triage(int(fate["triage"]))) if fate["triage"] > 0 else None,
        "iss": int(fate["iss"]),
        **seconds,
        "dead_at_m": round(float(fate["dead_at_m"]), 1) if fate["dead_s"] >= 0 else None,
        "reserve_spent": round(float(fate["reserve_spent"]), 4),
    }
