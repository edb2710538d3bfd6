"""Settings of the whole suite."""

from hypothesis import settings

# No deadline: the first call of a kernel function compiles it. Derandomised: a commit passes or fails for everybody.
settings.register_profile("homeward", deadline=None, derandomize=True)
settings.load_profile("homeward")
