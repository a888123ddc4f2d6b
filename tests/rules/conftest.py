"""Properties are tried often enough to bite and seldom enough to stay quick."""

from hypothesis import settings

settings.register_profile("rules", max_examples=60, deadline=None)  # no deadline: machines that share cores stall
settings.load_profile("rules")
