"""How the desk decides, the calendar, missions, decisions and exams as the kernel's tables."""

from typing import Any

import numpy as np

from homeward.codes import Shape, Term, Work
from homeward.kernel.year.duty_tables import DUTY, EXAM, MISSION_TYPE, POST, RULE, TERM, blank
from homeward.kernel.year.folk_tables import WORKSHOP
from homeward.model.organisation.day import DAY_S, Day
from homeward.model.organisation.duty import TAKES_TEACHERS
from homeward.model.organisation.mission import MISSION_RANKS, Mission
from homeward.model.organisation.organisation import Organisation
from homeward.model.organisation.roll import SERVICES, ranks_of
from homeward.model.organisation.run import WEEKDAYS
from homeward.model.organisation.spans import times_of
from homeward.model.quantity import Quantity
from homeward.run.dists import Dists
from homeward.run.lower_people import name_key
from homeward.run.roster import Roster

NOBODY = -1
CERTAIN = 1.0
"""A hazard per second that means: they meet somebody for certain."""


def lower_duty(organisation: Organisation, roster: Roster, dists: Dists) -> np.ndarray:
    """Return the one-row DUTY table; facility and conditions of the door are filled in with the network."""
    table = blank(DUTY, 1)
    row, duty, board, run = table[0], organisation.duty, organisation.board, organisation.run
    row["days"], row["starts_weekday"] = run.days, WEEKDAYS.index(run.weekday)
    row["morning_s"], row["staffing"] = int(duty.morning.a), duty.staffing
    row["rest_days"], row["leave_days"] = days(duty.rest.a), days(duty.yearly_leave.a)
    row["takes_teachers"] = TAKES_TEACHERS.index(duty.takes_teachers)
    row["avoids_convalescent"], row["medic_in_every_team"] = duty.avoids_convalescent, duty.medic_in_every_team
    if duty.medic is not None:
        row["medic_skill"] = roster.skills.index(duty.medic)
    for field in ("fit_for_mission", "fit_for_village", "fully_fit", "reserve_for_mission", "distress_for_mission"):
        row[field] = getattr(board, field).a
    row["distress_for_village"], row["board_every_s"] = board.distress_for_village.a, int(board.every.a)
    for field in ("margin", "sensitivity", "specificity"):
        row[f"board_{field}"] = getattr(board, field).a
    row["false_clear_hazard"] = board.false_clear_hazard.a
    row["renewal_s"], row["qualified_s"] = int(board.renewal.a), int(board.qualified.a)
    row["acute_stay_dist"] = dists.row(organisation.door.stay)
    fallen = organisation.fallen
    row["deserter_returns"], row["deserter_days_dist"] = fallen.deserter_returns.a, dists.row(fallen.deserter_after)
    row["body_found"] = fallen.body_found.a
    return table


def days(time_s: float) -> int:
    """Whole days, a day begun counting in full."""
    return int(-(-time_s // DAY_S))


def lower_posts(organisation: Organisation) -> np.ndarray:
    """Return the POST table."""
    table = blank(POST, len(organisation.post))
    for row, post in zip(table, organisation.post, strict=True):
        row["serves"], row["wanted"] = Work[post.serves.upper()], post.people
    return table


def lower_terms(organisation: Organisation, roster: Roster) -> np.ndarray:
    """Return the TERM table, in order of time: terms, leave and curfews as often as the run meets them."""
    rows = []
    for term in organisation.term:
        rows += [(*times, Term.ACADEMY, NOBODY, term.classes) for times in times_of(organisation.run, term)]
    for leave in organisation.leave:
        who = roster.row_of(leave.who)
        rows += [(*times, Term.LEAVE, who, 0) for times in times_of(organisation.run, leave)]
    for curfew in organisation.curfew:
        rows += [(*times, Term.CURFEW, NOBODY, 0) for times in times_of(organisation.run, curfew)]
    return np.array(sorted(rows), TERM)


def first_time(organisation: Organisation, day: Day | None, otherwise: int) -> int:
    """When a day first comes, in s since the start."""
    if day is None:
        return otherwise
    moments = day.times(organisation.run.date.of_year, organisation.run.days * DAY_S)
    return moments[0] if moments else NOBODY


def lower_missions(organisation: Organisation, roster: Roster, dists: Dists) -> np.ndarray:
    """Return the MISSION_TYPE table."""
    table = blank(MISSION_TYPE, len(organisation.mission))
    for row, mission in zip(table, organisation.mission, strict=True):
        _lower_mission(organisation, mission, row, roster, dists)
    return table


def _lower_mission(organisation: Organisation, mission: Mission, row: Any, roster: Roster, dists: Dists) -> None:
    ranks, incidents = ranks_of(organisation), [incident.name for incident in organisation.incident]
    row["name"], row["rank"] = name_key("mission", mission.name), MISSION_RANKS.index(mission.rank)
    row["gap_dist"], row["at_s"] = dists.row(gap_of(mission)), first_time(organisation, mission.at, NOBODY)
    row["from_s"] = first_time(organisation, mission.start, 0)
    row["until_s"] = first_time(organisation, mission.until, NOBODY)
    row["leader_rank"], row["least_rank"] = ranks.index(mission.leader), ranks.index(mission.least_rank)
    row["size"], row["least"] = mission.size, mission.least
    row["skills"] = sum(1 << roster.skills.index(skill) for skill in dict.fromkeys(mission.skills))
    row["named"][: len(mission.named)] = [roster.row_of(name) for name in mission.named]
    row["window_s"], row["length_dist"] = int(mission.window.a), dists.row(mission.length)
    certain = mission.contact_after is not None
    row["contact_per_s"] = CERTAIN if certain else mission.contact.a
    row["contact_after"] = mission.contact_after.a if mission.contact_after is not None else 0.0
    row["incident"] = NOBODY if mission.incident is None else incidents.index(mission.incident)
    row["success"], row["success_contact"] = mission.success.a, mission.success_contact.a
    row["effort_dist"] = dists.row(mission.effort)


def gap_of(mission: Mission) -> Quantity | None:
    """Time between two missions of a kind; None when none comes by itself."""
    if mission.rate is None:
        return mission.gap
    return Quantity(Shape.EXPONENTIAL, 1.0 / mission.rate.a, low=0.0) if mission.rate.a > 0 else None


def lower_rules(organisation: Organisation, roster: Roster, dists: Dists) -> np.ndarray:
    """Return the RULE table: the decisions that are taken at all."""
    taken = [decision for decision in organisation.decision if decision.taken]
    table = blank(RULE, len(taken))
    for row, decision in zip(table, taken, strict=True):
        row["kind"], row["trigger"] = decision.kind, decision.when
        row["member"] = NOBODY if decision.who is None else roster.row_of(decision.who)
        row["serves"] = NOBODY if decision.serves is None else SERVICES.index(decision.serves)
        row["delay_dist"], row["before_s"] = dists.row(decision.after), int(decision.before.a)
        row["chance"], row["bad"] = decision.chance.a, decision.bad.a
        row["letter"], row["held"] = decision.letter, decision.held_back
    return table


def lower_exams(organisation: Organisation) -> np.ndarray:
    """Return the EXAM table, in order of time: each as often as the run meets it."""
    ranks, rows = ranks_of(organisation), []
    for exam in organisation.exam:
        for at_s in exam.at.times(organisation.run.date.of_year, organisation.run.days * DAY_S):
            rows.append((at_s, exam))
    table = blank(EXAM, len(rows))
    for row, (at_s, exam) in zip(table, sorted(rows, key=lambda dated: dated[0]), strict=True):
        row["at_s"], row["enter_s"], row["days"] = at_s, at_s - int(exam.closes.a), exam.days
        row["from_rank"], row["to_rank"] = ranks.index(exam.start), ranks.index(exam.to)
        row["missions"], row["places"], row["pass_share"] = exam.missions, exam.places, exam.passes.a
        row["proctors"], row["proctor_rank"] = exam.proctors, ranks.index(exam.proctor_rank)
    return table


def lower_workshops(organisation: Organisation) -> np.ndarray:
    """Return the WORKSHOP table: those that are there at all."""
    incidents = [incident.name for incident in organisation.incident]
    there = [workshop for workshop in organisation.workshop if workshop.present]
    table = np.zeros(len(there), WORKSHOP)
    for row, workshop in zip(table, there, strict=True):
        row["found_s"], row["away_s"] = 0 if workshop.known else NOBODY, int(workshop.away.a)
        row["hazard_per_s"], row["seats"] = workshop.hazard.a, workshop.seats
        row["incident"] = NOBODY if workshop.incident is None else incidents.index(workshop.incident)
    return table
