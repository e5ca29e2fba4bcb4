"""No deadline, as a first example may load a module, and a busy machine is no defect."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "casefiles", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=50
)
settings.load_profile("casefiles")
