"""An organisation: a care network, the people it serves and who serve in it, and what they go out for."""

from typing import ClassVar, Literal

from pydantic import Field

from homeward.model.network.laydown import Laydown
from homeward.model.observed import Fact
from homeward.model.organisation.calendar import Curfew, Holiday, Leave, Term
from homeward.model.organisation.decision import Decision, Exam, Workshop
from homeward.model.organisation.duty import Board, Door, Duty, Fallen, Post
from homeward.model.organisation.home import Bond, Home, Homes, Tie
from homeward.model.organisation.member import Cohort, Member, Names
from homeward.model.organisation.mission import Incident, Mission
from homeward.model.organisation.run import Run
from homeward.model.setting_folk import YearSetting


class Organisation(Laydown):
    """A year, or several, of an organisation. Read it with `homeward.load`."""

    KIND: ClassVar[str] = "organisation"

    kind: Literal["organisation"] = "organisation"
    setting: YearSetting  # type: ignore[assignment]  # has all that a laydown asks of its setting, and more
    laydown: str = Field("", description="A care network, shipped or beside this file, that is this one's too.")
    laid_down: str = Field("", description="Filled in when it is read.")
    follow: Names = Field((), description="Members who are asked about, the one whose year is told first.")
    run: Run
    duty: Duty
    board: Board
    fallen: Fallen
    door: Door
    homes: Homes
    member: tuple[Member, ...] = ()
    cohort: tuple[Cohort, ...] = ()
    home: tuple[Home, ...] = ()
    tie: tuple[Tie, ...] = ()
    bond: tuple[Bond, ...] = ()
    term: tuple[Term, ...] = ()
    holiday: tuple[Holiday, ...] = ()
    leave: tuple[Leave, ...] = ()
    curfew: tuple[Curfew, ...] = ()
    post: tuple[Post, ...] = ()
    mission: tuple[Mission, ...] = ()
    incident: tuple[Incident, ...] = ()
    decision: tuple[Decision, ...] = ()
    exam: tuple[Exam, ...] = ()
    workshop: tuple[Workshop, ...] = ()
    fact: tuple[Fact, ...] = ()
