"""The law of refusal: what may be withheld, limb by limb, and as it stood on a day.

:func:`exemption` looks one provision up; :func:`catalogue` gives all that are in force.
:class:`PublicInterestTest` records how a letter weighed the public interest.
"""

from foiprevent.exemptions._catalogue import catalogue, exemption, is_covered
from foiprevent.exemptions._model import (
    Basis,
    Certificate,
    Duty,
    Exemption,
    Harm,
    Likelihood,
    Period,
    Role,
    Status,
)
from foiprevent.exemptions.foia import LAW_AS_AT
from foiprevent.exemptions.public_interest import Balance, Factor, PublicInterestTest, Side

__all__ = [
    "LAW_AS_AT",
    "Balance",
    "Basis",
    "Certificate",
    "Duty",
    "Exemption",
    "Factor",
    "Harm",
    "Likelihood",
    "Period",
    "PublicInterestTest",
    "Role",
    "Side",
    "Status",
    "catalogue",
    "exemption",
    "is_covered",
]
