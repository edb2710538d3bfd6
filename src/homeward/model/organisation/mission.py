"""Missions: what kinds come, how often, who may go, and what happens when they meet somebody."""

from typing import Any, Literal

from pydantic import Field

from homeward.model.base import Name, Noun
from homeward.model.organisation.day import DayWritten
from homeward.model.organisation.member import Names
from homeward.model.quantity import FixedRate, FixedShare, FixedTime, Share, Time

MISSION_RANKS = ("D", "C", "B", "A", "S")
"""Lowest first; the row of a mission's rank in the kernel."""

TEAM_MOST = 8


class Mission(Noun):
    """A kind of mission. It comes at a `rate`, with a `gap` between two, or once `at` a day."""

    name: Name
    rank: Literal["D", "C", "B", "A", "S"]
    about: str = ""
    rate: FixedRate | None = Field(None, description="How often one comes; they come independently of each other.")
    gap: Time | None = Field(None, description="Time between two of them.")
    at: DayWritten | None = Field(None, description="The day on which it comes, once.")
    start: DayWritten | None = Field(None, alias="from", description="None comes before it.")
    until: DayWritten | None = Field(None, description="None comes after it.")
    leader: Name = Field(description="Least rank of whoever leads it.")
    least_rank: Name = Field(description="Least rank of everybody else.")
    size: int = Field(ge=1, le=TEAM_MOST, description="People wanted.")
    least: int = Field(ge=1, le=TEAM_MOST, description="Fewest with whom it goes all the same.")
    skills: Names = Field((), description="Skills that somebody in the team must have.")
    named: Names = Field((), max_length=TEAM_MOST, description="Members who must go.")
    window: FixedTime = Field(description="How long it waits for a team before it is refused.")
    length: Time = Field(description="Time away.")
    contact: FixedRate = Field(description="Hazard of meeting an enemy while away.")
    contact_after: FixedShare | None = Field(
        None, description="They meet one for certain, when this share of the time away is over."
    )
    incident: Name | None = Field(None, description="The [[incident]] that is lived when they do.")
    success: FixedShare = Field(description="Chance that it succeeds when they meet nobody.")
    success_contact: FixedShare = Field(description="And when they do, times the share of the team that stays whole.")
    effort: Share = Field(description="Share of the deep reserve that it costs each of them.")


class Incident(Noun):
    """An incident that is lived inside the year. The team fills its persons: each his own, if he is named there, and
    the others by rank, highest first. Who is named there but not present is lost before it begins: he ran, if that is
    how he is (`desertion = 1`), or fell.

    `scenario` holds the incident as it was read, without its setting: it happens in the organisation's. What stands
    there in the organisation's own file, or in an arm, is laid over the incident's.
    """

    name: Name
    file: str = Field(min_length=1, description="A shipped scenario, or a file beside this one.")
    scenario: dict[str, Any] = Field({}, description="What is other than in the file.")
    read_from: str = Field("", description="Filled in when it is read.")
