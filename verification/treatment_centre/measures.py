"""What the treatment centre is compared by: sixteen measures of treat-sim, in words, and how busy its servers were."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """One measure per replication: our words for it, its unit, and treat-sim's name."""

    words: str
    unit: str
    theirs: str


MEASURES = (
    Measure("arrivals", "patients", "00_arrivals"),
    Measure("wait for triage", "min", "01a_triage_wait"),
    Measure("wait for registration", "min", "02a_registration_wait"),
    Measure("wait for examination", "min", "03a_examination_wait"),
    Measure("wait for treatment, non-trauma", "min", "04a_treatment_wait(non_trauma)"),
    Measure("wait for a trauma bay", "min", "06a_trauma_wait"),
    Measure("wait for treatment, trauma", "min", "07a_treatment_wait(trauma)"),
    Measure("time in the centre, non-trauma", "min", "05_total_time(non-trauma)"),
    Measure("time in the centre, trauma", "min", "08_total_time(trauma)"),
    Measure("utilisation as reported, triage", "", "01b_triage_util"),
    Measure("utilisation as reported, registration", "", "02b_registration_util"),
    Measure("utilisation as reported, examination", "", "03b_examination_util"),
    Measure("utilisation as reported, cubicle, non-trauma", "", "04b_treatment_util(non_trauma)"),
    Measure("utilisation as reported, trauma bays", "", "06b_trauma_util"),
    Measure("utilisation as reported, cubicle, trauma", "", "07b_treatment_util(trauma)"),
    Measure("share of the day at work, triage", "", "busy: triage"),
    Measure("share of the day at work, registration", "", "busy: registration"),
    Measure("share of the day at work, examination", "", "busy: examination"),
    Measure("share of the day at work, cubicle, non-trauma", "", "busy: cubicle_1"),
    Measure("share of the day at work, trauma bays", "", "busy: trauma"),
    Measure("share of the day at work, cubicle, trauma", "", "busy: cubicle_2"),
    Measure("throughput", "patients", "09_throughput"),
)
