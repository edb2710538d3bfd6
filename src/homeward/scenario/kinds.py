"""Kinds of scenario: what a file of each kind holds, how it is checked, and what may be said of it that is no mistake.

A kind is one entry of `KINDS`. `homeward.load` returns the kind's root model; arms, `--set`, CSV tables, assumptions
and the schema work for every kind alike. How a kind is answered for stands in `results/kinds.py`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from pydantic import BaseModel

from homeward.errors import HomewardError
from homeward.model.base import did_you_mean
from homeward.model.network.laydown import CareSetting, Network
from homeward.model.network.patient import FROM_THE_BODY
from homeward.model.organisation.organisation import Organisation
from homeward.model.root import Root
from homeward.model.scenario import Scenario
from homeward.scenario.checks import (
    Check,
    network,
    observed,
    organisation_calendar,
    organisation_decisions,
    organisation_door,
    organisation_incidents,
    organisation_missions,
    organisation_people,
    organisation_ties,
    people,
    plan,
    way,
    world,
    wounds,
)
from homeward.scenario.document import Document
from homeward.scenario.mistakes import Mistake, ScenarioError
from homeward.scenario.organisation_files import read_files
from homeward.scenario.settings import must_name_one

INCIDENT = Scenario.KIND
"""What a file is that does not say its kind."""


def as_written(document: Document, folder: FilePath) -> None:
    """Complete a document of a kind whose files are complete."""


BODY_KEYS = {"bleeding", "lost", "threat"}


def setting_of_bodies(document: Document) -> str | None:
    """The setting of a laydown that names none: people, when a condition has a body that may worsen."""
    conditions = document.data.get("condition", [])
    tables = [each for each in conditions if isinstance(each, dict)] if isinstance(conditions, list) else []
    has_body = any(BODY_KEYS & set(each) or each.get("category") == FROM_THE_BODY for each in tables)
    return "human" if has_body else None


@dataclass(frozen=True)
class Kind:
    """One kind of scenario.

    `of_any_arm` finds mistakes in any arm, `of_the_facts` those of the base alone: under an arm, what was seen did not
    happen. `remarks` finds what is told and not forbidden. `complete` may read further files beside this one into the
    document, before its setting is read. `setting` says which setting a file has that names none, and `keeps` what of a
    setting this kind has a use for (None: all); `of_year` when it needs the setting's folder `year`. `from_csv` are
    required lists that may come from CSV.
    """

    model: type[Root]
    of_any_arm: tuple[Check, ...]
    of_the_facts: tuple[Check, ...] = ()
    remarks: tuple[Check, ...] = ()
    complete: Callable[[Document, FilePath], None] = as_written
    setting: Callable[[Document], str | None] = must_name_one
    keeps: type[BaseModel] | None = None
    of_year: bool = False
    from_csv: tuple[str, ...] = ()

    @property
    def word(self) -> str:
        """What files of this kind write as `kind`."""
        return self.model.KIND


INCIDENTS = Kind(
    model=Scenario,
    of_any_arm=(
        world.complete,
        world.in_order,
        world.has_an_end,
        people.people,
        people.roles,
        way.places,
        way.legs,
        way.reachable,
        way.waiting_transport,
        wounds.somebody_is_hurt,
        wounds.wounds,
        wounds.hazards,
        plan.steps,
        plan.evacuation,
        plan.search,
        plan.orders,
    ),
    of_the_facts=(observed.observations, observed.contradictions),
    from_csv=("person", "place", "route.leg"),
)

NETWORKS = Kind(
    model=Network,
    of_any_arm=network.OF_THE_LAYDOWN,
    remarks=network.REMARKS,
    setting=setting_of_bodies,
    keeps=CareSetting,
)

ORGANISATIONS = Kind(
    model=Organisation,
    of_any_arm=(
        organisation_people.ladder,
        organisation_people.members,
        organisation_people.somebody,
        organisation_people.skills,
        organisation_ties.ties,
        organisation_ties.bonds,
        organisation_calendar.starts,
        organisation_calendar.spans,
        organisation_calendar.school_days,
        organisation_calendar.leave,
        organisation_calendar.posts,
        organisation_missions.missions,
        organisation_missions.could_go,
        organisation_missions.medics,
        organisation_decisions.decisions,
        organisation_decisions.appeals,
        organisation_decisions.exams,
        organisation_decisions.workshops,
        organisation_incidents.files,
        organisation_door.laydown,
        organisation_door.manned,
        organisation_incidents.slots,
        organisation_incidents.whole(INCIDENTS.of_any_arm),
        *network.OF_THE_LAYDOWN,
    ),
    complete=read_files,
    of_year=True,
    from_csv=("member", "cohort", "tie"),
)

KINDS = {kind.word: kind for kind in (INCIDENTS, NETWORKS, ORGANISATIONS)}


def kind_of(document: Document) -> Kind:
    """Return the kind of a document; ScenarioError with the nearest word when there is none."""
    try:
        return kind_named(document.data.get("kind", INCIDENT))
    except HomewardError as error:
        raise ScenarioError([Mistake(str(error), "", "kind", *document.spot(("kind",)))]) from None


def kind_named(word: Any) -> Kind:
    """Return the kind of that name; HomewardError with the nearest word when there is none."""
    if isinstance(word, str) and word in KINDS:
        return KINDS[word]
    raise HomewardError(f"there is no kind {word!r}{did_you_mean(str(word), list(KINDS))}")
