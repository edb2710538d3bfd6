"""What the person at the keyboard reads when something cannot be done: one sentence with a remedy."""


class HomewardError(Exception):
    """A mistake in what was asked, or a limit reached; its text is a sentence that says what to do about it."""


class Interrupted(HomewardError):
    """The work was stopped before anything could be said."""
