"""What all tests share."""

from hypothesis import settings

# No test is timed: a busy machine would fail it.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
