"""The law of refusal: what may be withheld, limb by limb, and as it stood on a day.

:func:`exemption` looks one provision up; :func:`catalogue` gives all that are in force.
:class:`PublicInterestTest` records how a letter weighed the public interest.
"""

from foiprevent.exemptions._catalogue import catalogue, exemption
from foiprevent.exemptions._model import (
    Basis,
    Certificate,
    Dispute,
    Duty,
    Exemption,
    Harm,
    Likelihood,
    Period,
    Position,
    Role,
    Status,
    Trigger,
)
from foiprevent.exemptions._rows import LAW_AS_AT
from foiprevent.exemptions.public_interest import Balance, Factor, PublicInterestTest, Side

__all__ = [
    "LAW_AS_AT",
    "Balance",
    "Basis",
    "Certificate",
    "Dispute",
    "Duty",
    "Exemption",
    "Factor",
    "Harm",
    "Likelihood",
    "Period",
    "Position",
    "PublicInterestTest",
    "Role",
    "Side",
    "Status",
    "Trigger",
    "catalogue",
    "exemption",
]
