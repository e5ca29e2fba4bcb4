"""What public interest tests about Prevent argue.

Each argument speaks for one side.  A letter may use it on the other, and then it is the
factor, which records what the letter does, that says so.  The value of a member is its tag,
as it stands among the tags of a :class:`~foiprevent.exemptions.Factor`.
"""

from __future__ import annotations

import enum
from typing import Final, final

from foiprevent.errors import InvalidRecordError
from foiprevent.exemptions import Factor, Side


@final
class Argument(enum.Enum):
    """An argument in a public interest test."""

    TRANSPARENCY = "transparency"
    """A public authority ought to be open about what it does."""
    TRUST = "trust in the authority"
    """Openness makes people trust the authority, and work with it."""
    PUBLIC_UNDERSTANDING = "public understanding"
    """People would understand the threat better, and what is done about it."""
    REASSURANCE = "reassurance"
    """People would see that the vulnerable are supported, and that the response is sound."""
    ACCOUNTABILITY = "accountability"
    """An authority must answer for its decisions and for the money it spends."""
    INFORMED_DEBATE = "informed debate"
    """People could take part in debating the issues, knowing the facts."""
    PUBLIC_SAFETY = "public safety information"
    """People should know what bears on their health and safety."""

    THREAT_MAP = "threat map"
    """Put together, the answers of many areas show where the threat is: the mosaic."""
    VULNERABILITY = "measure of vulnerability"
    """The figures show how many in an area are open to radicalisation, or where they are."""
    TARGETED_RADICALISATION = "targeted radicalisation"
    """Efforts to radicalise or recruit could be aimed at an area."""
    GAP = "exposed gap"
    """Where referrals, activity or resources are low, a gap would show."""
    TRENDS = "trends over time"
    """Figures of several years would show how things move."""
    RECRUITMENT_SUCCESS = "successful recruitment"
    """Recruiters would see where they had succeeded."""
    HOSTILITY = "hostility to communities"
    """Communities would meet hostility, which in its turn radicalises."""
    DETERRENCE = "deterred partners or officers"
    """Those on whom Prevent depends would no longer work with it."""
    PERSONAL_SAFETY = "personal safety"
    """Those who deliver or support Prevent could come to harm."""
    IDENTIFICATION = "identification of individuals"
    """People, or the organisations they work for, could be identified."""
    POLICING = "prejudice to policing"
    """Investigations, operations or the prevention of crime would suffer."""
    EVASION = "evasion by suspects"
    """Suspects could get round what is done against them."""
    UNDERMINING = "undermined programme"
    """The programme or the strategy as a whole would be less effective."""

    @property
    def side(self) -> Side:
        """What the argument speaks for."""
        return Side.DISCLOSURE if self in _FOR_DISCLOSURE else Side.EXEMPTION


_FOR_DISCLOSURE: Final = (
    Argument.TRANSPARENCY,
    Argument.TRUST,
    Argument.PUBLIC_UNDERSTANDING,
    Argument.REASSURANCE,
    Argument.ACCOUNTABILITY,
    Argument.INFORMED_DEBATE,
    Argument.PUBLIC_SAFETY,
)
_BY_TAG: Final = {member.value: member for member in Argument}


def argument(tag: str) -> Argument:
    """Return an argument by its tag.

    Args:
        tag: The value of an :class:`Argument`.

    Raises:
        InvalidRecordError: If no argument has that tag.

    >>> argument("threat map").side
    <Side.EXEMPTION: 'exemption'>
    """
    if tag not in _BY_TAG:
        raise InvalidRecordError("argument.tag", tag, "expected the tag of an Argument")
    return _BY_TAG[tag]


def arguments_of(factor: Factor) -> tuple[Argument, ...]:
    """Return the arguments a factor is tagged with; tags of other vocabularies are left out.

    >>> arguments_of(Factor(side=Side.EXEMPTION, text="...", tags=("threat map", "see page 2")))
    (<Argument.THREAT_MAP: 'threat map'>,)
    """
    return tuple(_BY_TAG[tag] for tag in factor.tags if tag in _BY_TAG)
