"""The law of refusal: what may be withheld, limb by limb, and as it stood on a day.

:func:`exemption` looks one provision up, in any of the three regimes; :func:`catalogue`
gives all that are in force, and :func:`changes` what changed.  :func:`standing` says
whether a provision is absolute in a case with given facts, :func:`combination` whether two
can be relied on for the same information, and :func:`crosswalk` what stands nearest in
another regime.  :func:`ground` tells of grounds that are no exemptions, and :func:`estimate`
of the cost limit.  :class:`PublicInterestTest` records how a letter weighed the public
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
from foiprevent.exemptions.cost import CostLimit, Estimate, Work, cost_limit, estimate
from foiprevent.exemptions.crosswalk import Counterpart, crosswalk
from foiprevent.exemptions.grounds import Ground, GroundKind, Notice, ground, grounds
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
    "CostLimit",
    "Counterpart",
    "Dispute",
    "Duty",
    "Estimate",
    "Exemption",
    "Factor",
    "Ground",
    "GroundKind",
    "Harm",
    "Holder",
    "Likelihood",
    "Notice",
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
    "Work",
    "catalogue",
    "changes",
    "combination",
    "cost_limit",
    "crosswalk",
    "estimate",
    "exemption",
    "ground",
    "grounds",
    "qualified_person",
    "standing",
]
