"""An organisation: a care network, the people it serves and who serve in it, and what they go out for."""

from typing import ClassVar, Literal

from pydantic import Field

from homeward.model.network.laydown import Laydown
from homeward.model.observed import Fact
from homeward.model.organisation.calendar import Curfew, Holiday, Leave, Term
from homeward.model.organisation.decision import Decision, Exam, Workshop
from homeward.model.organisation.duty import Board, Door, Duty, Fallen, Post
from homeward.model.organisation.home import Bond, Dwelling, Homes, Tie
from homeward.model.organisation.member import Cohort, Member, Names
from homeward.model.organisation.mission import Incident, Mission
from homeward.model.organisation.run import Run
from homeward.model.setting_folk import YearSetting


class Organisation(Laydown):
    """A year, or several, of an organisation. Read it with `homeward.load`."""

    KIND: ClassVar[str] = "organisation"

    kind: Literal["organisation"] = Field("organisation", description="What kind of scenario the file holds.")
    setting: YearSetting = Field(description="A setting with what it says of a year.")  # type: ignore[assignment]  # has all that a laydown asks of its setting, and more
    laydown: str = Field("", description="A care network, shipped or beside this file, that is this one's too.")
    laid_down: str = Field("", description="Filled in when it is read.")
    follow: Names = Field((), description="Members who are asked about, the one whose year is told first.")
    run: Run = Field(description="How long, and from when.")
    duty: Duty = Field(description="How the desk decides.")
    board: Board = Field(description="What duty asks of body and mind.")
    fallen: Fallen = Field(description="Of those who do not come back with the team.")
    door: Door = Field(description="Where casualties are brought.")
    homes: Homes = Field(description="Where those live who name no home.")
    member: tuple[Member, ...] = Field((), description="Those who serve, by name.")
    cohort: tuple[Cohort, ...] = Field((), description="Those who serve, by number.")
    home: tuple[Dwelling, ...] = Field((), description="Homes with something particular to them.")
    tie: tuple[Tie, ...] = Field((), description="Who matters to whom.")
    bond: tuple[Bond, ...] = Field((), description="Ties that are made up.")
    term: tuple[Term, ...] = Field((), description="Terms of the Academy.")
    holiday: tuple[Holiday, ...] = Field((), description="Days without school.")
    leave: tuple[Leave, ...] = Field((), description="Who is away, and when.")
    curfew: tuple[Curfew, ...] = Field((), description="Days on which nobody leaves except on a mission.")
    post: tuple[Post, ...] = Field((), description="What is kept every day.")
    mission: tuple[Mission, ...] = Field((), description="Kinds of missions.")
    incident: tuple[Incident, ...] = Field((), description="Incidents that may be lived inside.")
    decision: tuple[Decision, ...] = Field((), description="Rules by which decisions are taken.")
    exam: tuple[Exam, ...] = Field((), description="Exams for a rank.")
    workshop: tuple[Workshop, ...] = Field((), description="Makers of limbs.")
    fact: tuple[Fact, ...] = Field((), description="What the account says, and where it is held.")
