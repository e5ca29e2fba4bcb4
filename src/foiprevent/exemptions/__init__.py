"""The law of refusal: what may be withheld, limb by limb, and as it stood on a day.

:func:`exemption` looks one provision up, in any of the three regimes; :func:`catalogue`
gives all that are in force, and :func:`changes` what changed.  :func:`standing` says
whether a provision is absolute in a case with given facts, :func:`combination` whether two
can be relied on for the same information, and :func:`crosswalk` what stands nearest in
another regime.  :func:`ground` tells of grounds that are no exemptions, :func:`estimate`
of the cost limit, and :func:`falls_away` of what an old record no longer supports.

:class:`PublicInterestTest` and :class:`PrejudiceTest` record what a letter weighed and what
harm it saw; :func:`requirements` says what each provision asks of such records.
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
from foiprevent.exemptions.historical import (
    FallsAway,
    HistoricalRecord,
    becomes_historical,
    falls_away,
)
from foiprevent.exemptions.holders import Holder, QualifiedPerson, qualified_person
from foiprevent.exemptions.prejudice import PrejudiceTest, Step
from foiprevent.exemptions.public_interest import (
    Balance,
    Factor,
    PublicInterestTest,
    Side,
    Weight,
)
from foiprevent.exemptions.requirements import Asked, Requirement, requirements
from foiprevent.exemptions.standing import Standing, standing
from foiprevent.exemptions.weighing import Weighing, may_be_weighed_together

__all__ = [
    "LAW_AS_AT",
    "Asked",
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
    "FallsAway",
    "Ground",
    "GroundKind",
    "Harm",
    "HistoricalRecord",
    "Holder",
    "Likelihood",
    "Notice",
    "Period",
    "Position",
    "PrejudiceTest",
    "PublicInterestTest",
    "QualifiedPerson",
    "Requirement",
    "Role",
    "Side",
    "Standing",
    "Status",
    "Step",
    "Together",
    "Trigger",
    "Weighing",
    "Weight",
    "Work",
    "becomes_historical",
    "catalogue",
    "changes",
    "combination",
    "cost_limit",
    "crosswalk",
    "estimate",
    "exemption",
    "falls_away",
    "ground",
    "grounds",
    "may_be_weighed_together",
    "qualified_person",
    "requirements",
    "standing",
]
