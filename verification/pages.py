"""The prose of docs/reference/verification.md; its numbers come from the run that writes it."""

BEFORE = """# Verification

Does the program compute what it says it computes? Every number on this page is from one run of `python3 dev.py verify
--docs`. Whether the numbers that go in are right is another question: [validation](validation.md).

## Queues with an exact answer

Each is a scenario file that the care network runs like any other. The verdict is what chance allows in 999 of 1,000
right programs, and at most 3 % of the exact value, so that a wide interval proves nothing; the interval shown is that
of 95 %. `homeward validate` does the same with fewer replicates.

![Exact values and simulated means](../assets/verification_queues.png)

*Simulated means as a difference from the exact value; grey: what chance allows in 999 of 1,000 right programs.*

"""

BETWEEN = """
## A treatment centre, beside another program

The centre of Nelson (2013, exercise 13) as the package treat-sim 3.0.0 has it, run in an environment of its own, and
the same centre as a scenario of Homeward: 500 replications of 19 hours in both. The two share no code, no random
numbers and no author.

Two habits of the package are imitated for the comparison, and only for it (the arm *as treat-sim has it*):

- It thins its arrivals by the rate at the *last arrival*, not by that at the candidate's own time. So the gap is
  exponential with the rate of the hour in which the last patient came, however far it reaches into the next ones.
- Its profile begins again after its 18 hours, so patients go on arriving after midnight.

What it reports as utilisation counts the full length of every service that began before the end of the run, so also
what would have been done after it. Both are compared: utilisation as reported, and the share of the day that a server
worked, reckoned from the package's own patients.

![Both programs' intervals](../assets/verification_treatment_centre.png)

*95 % intervals of both programs, as a difference from treat-sim's mean.*

"""


def page(queues: str, centre: str) -> str:
    """Return the page, from both tables."""
    return BEFORE + queues + BETWEEN + centre
