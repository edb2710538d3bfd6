"""Tasks: what is done to a patient, by whom, for how long, and what follows."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from homeward import units
from homeward.codes import Exit
from homeward.model import quantity as q
from homeward.model.base import Name, Noun
from homeward.model.network.by_category import ShareByCategory, TimeByCategory
from homeward.model.network.sourced import Sourced
from homeward.model.network.words import Places

EXITS = {"duty": Exit.DUTY, "home": Exit.HOME, "died": Exit.DIED, "beyond": Exit.BEYOND}
"""Words that `next` knows for leaving the network."""

AS_NEEDED = "as needed"

NOTHING = q.constant(0.0, units.SHARE)


def _as_places(written: Any) -> Any:
    """One facility for wherever one is, under the empty word."""
    return {EVERYWHERE: written} if isinstance(written, str) else written


EVERYWHERE = ""

At = Annotated[dict[str, Name], BeforeValidator(_as_places, json_schema_input_type=str | dict[str, str])]


class Way(Noun):
    """One thing that may follow a task."""

    to: Name = Field(description="A task, or `home`, `duty`, `beyond` or `died`.")
    share: ShareByCategory | None = Field(None, description="How often; left out: as often as the others leave over.")
    at: At | None = Field(
        None, description="Facility of that task, when it is another one (or a table: from here to there)."
    )
    by: Name | None = Field(None, description="Link to another facility, by its name.")

    def place_from(self, here: str) -> str | None:
        """Return the facility where one goes on from here; None when the way does not say."""
        return None if self.at is None else self.at.get(here, self.at.get(EVERYWHERE))


def _as_ways(written: Any) -> Any:
    if not isinstance(written, list | tuple):
        written = [written]
    return [{"to": each} if isinstance(each, str) else each for each in written]


def _as_uses(written: Any) -> Any:
    """Units used by stock; as many as the body needs is 0."""
    if not isinstance(written, dict):
        raise ValueError(f"needs a table such as {{ blood = 2 }} or {{ blood = '{AS_NEEDED}' }}")
    uses = {}
    for name, units_used in written.items():
        if units_used != AS_NEEDED and (
            isinstance(units_used, bool) or not isinstance(units_used, int) or units_used < 1
        ):
            raise ValueError(f"{name}: {units_used!r} is no number of units: write 1 or more, or '{AS_NEEDED}'")
        uses[name] = 0 if units_used == AS_NEEDED else units_used
    return uses


Hands = Annotated[int, Field(strict=True, ge=1, le=62)]
Uses = Annotated[dict[Name, int], BeforeValidator(_as_uses, json_schema_input_type=dict[str, int | str])]
Ways = Annotated[tuple[Way, ...], BeforeValidator(_as_ways)]


class Task(Sourced):
    """One step of care. In every facility it names it is a station with a line of its own."""

    name: Name
    about: str = ""
    facility: Places = Field(min_length=1, description="Where it is done: a facility, or a list of them.")
    area: Name | None = Field(None, description="Area of a facility of that name whose bed it needs; none: no bed.")
    staff: dict[Name, Hands] = Field(default={}, description="Skill to hands: `{ surgeon = 1, nurse = 2 }`.")
    staff_leaves: bool = Field(False, description="Whether staff only begins it: a stay in bed.")
    equipment: Name | None = None
    stock: Uses = Field(default={}, description="Stock to units used, or `as needed` for blood.")
    waits_for_stock: bool = Field(
        False, description="Whether it does not begin without; else it does with what there is."
    )
    time: TimeByCategory = Field(description="How long it takes; by triage category if it differs.")
    preempts: bool = Field(False, description="Whether a T1 may interrupt a task of somebody less urgent.")
    interruptible: bool = False
    blocks: bool = Field(False, description="Whether who waits for it keeps the bed he has, and so blocks it.")
    queue_limit: int | None = Field(None, ge=0, description="Most who may wait; the next is turned away.")
    reassess: q.PositiveTime | None = Field(
        None, description="How often those waiting are triaged anew; none: at once."
    )
    patience: q.Time | None = Field(None, description="Time after which one leaves unseen.")
    stops_bleeding: q.FixedShare = Field(NOTHING, description="Share of the bleeding it stops when it begins.")
    stops_at_end: q.FixedShare = Field(NOTHING, description="Share of the bleeding it stops when it ends.")
    restores: q.FixedShare = Field(NOTHING, description="Share of the normal blood volume it restores, besides units.")
    calms: q.FixedShare = Field(NOTHING, description="Share by which it slows a threat to airway, chest or brain.")
    death: ShareByCategory | None = Field(None, description="Chance of death at its end.")
    death_per_loss: q.FixedShare = Field(NOTHING, description="Chance of death more per share of blood missing.")
    death_per_hour_waited: q.FixedShare = Field(NOTHING, description="Chance of death more per hour waited for it.")
    death_waited_most: q.FixedShare = Field(NOTHING, description="Most that waiting adds.")
    decides: bool = Field(False, description="Whether TRISS and oxygen debt decide life or death at its end.")
    triage: bool = Field(False, description="Whether the category is found here; before it everybody waits as T3.")
    next: Ways = Field(min_length=1, max_length=6, description="What follows.")


class Start(Noun):
    """Where patients begin at a facility."""

    condition: Name = Field(description="A condition, or `any`.")
    facility: Name
    task: Name
