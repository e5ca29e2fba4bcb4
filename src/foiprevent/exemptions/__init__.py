"""The law of refusal: what may be withheld, limb by limb, and as it stood on a day.

:func:`exemption` looks one provision up, in any of the three regimes; :func:`catalogue`
gives all that are in force, and :func:`changes` what changed.  :func:`standing` says
whether a provision is absolute in a case with given facts, :func:`combination` whether two
can be relied on for the same information, and :func:`crosswalk` what stands nearest in
another regime.  :class:`PublicInterestTest` records how a letter weighed the public
interest.
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
from foiprevent.exemptions.amendments import Change, changes
from foiprevent.exemptions.combining import Combination, Together, combination
from foiprevent.exemptions.crosswalk import Counterpart, crosswalk
from foiprevent.exemptions.holders import Holder, QualifiedPerson, qualified_person
from foiprevent.exemptions.public_interest import Balance, Factor, PublicInterestTest, Side
from foiprevent.exemptions.standing import Standing, standing

__all__ = [
    "LAW_AS_AT",
    "Balance",
    "Basis",
    "Certificate",
    "Change",
    "Combination",
    "Counterpart",
    "Dispute",
    "Duty",
    "Exemption",
    "Factor",
    "Harm",
    "Holder",
    "Likelihood",
    "Period",
    "Position",
    "PublicInterestTest",
    "QualifiedPerson",
    "Role",
    "Side",
    "Standing",
    "Status",
    "Together",
    "Trigger",
    "catalogue",
    "changes",
    "combination",
    "crosswalk",
    "exemption",
    "qualified_person",
    "standing",
]
