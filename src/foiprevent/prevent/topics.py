"""What requests about Prevent ask for.

A topic is a kind of information, not a question: one question may ask for several, and the
same topic turns up in many wordings.  The value of a member is its tag, a short text that
stays as it is.
"""

from __future__ import annotations

import enum
from typing import Final, final

from foiprevent.errors import InvalidRecordError


@final
class Topic(enum.Enum):
    """A thing asked about."""

    REFERRALS = "referral counts"
    """How many people were referred to Prevent, by year or in all."""
    UNDER_18_REFERRALS = "under-18 referrals"
    """How many of those referred were children."""
    CHANNEL_CASES = "Channel cases"
    """How many cases a Channel panel discussed, adopted or closed."""
    OUTCOMES = "outcomes"
    """What became of those referred: cautions, arrests, charges, no further action."""
    NATIONAL_REFERRAL_MECHANISM = "National Referral Mechanism"
    """Those an authority, as a First Responder, passed on as possible victims of slavery."""
    RETURNEES = "returnees"
    """People who came back from the conflict in Syria and Iraq."""
    SUPPORT_FOR_RETURNEES = "support for returnees"
    """The help or intervention that such people are given."""
    BREAKDOWN_BY_SEX = "breakdown by sex"
    """Figures apart for male and female."""
    BREAKDOWN_BY_AGE = "breakdown by age"
    """Figures apart for ages or age groups."""
    BREAKDOWN_BY_ETHNICITY = "breakdown by ethnicity or religion"
    """Figures apart for ethnic groups, nationalities or religions."""
    IDEOLOGY = "ideology of concern"
    """Which kind of extremism a referral was about."""
    SOURCE_OF_REFERRALS = "source of referrals"
    """Who referred: schools, health services, the police."""
    DATA_SHARING_AGREEMENT = "data sharing agreement"
    """Agreements on sharing personal data, whatever they are called."""
    IMPACT_ASSESSMENT = "data protection impact assessment"
    """Assessments of what processing does to the privacy of those concerned."""
    PROCESSING_CONTRACT = "data processing contract"
    """Contracts with those who process data on an authority's behalf."""
    MEMORANDUM = "memorandum of understanding"
    """Understandings with partners that are not agreements on data."""
    PRIVACY_NOTICE = "privacy notice"
    """What those referred, or their guardians, are told about their data."""
    POLICE_SHARING = "information-sharing with police"
    """What is passed to the police, and how."""
    LOCAL_PROFILE = "counter-terrorism local profile"
    """The police's assessment of the threat in an area, shared with its authorities."""
    SAFEGUARDING_HUB = "multi-agency hub"
    """Bodies in which authorities look at safeguarding together."""
    CONFIDENTIALITY_AGREEMENT = "confidentiality agreement"
    """What members and guests of a panel sign or say."""
    CASE_DATABASE = "case database"
    """Where cases are kept: Prevent Case Management, the Channel system, ECINS."""
    PRIORITY_STATUS = "priority status"
    """Whether an area is a priority area for Prevent."""
    DOVETAIL_STATUS = "Dovetail status"
    """Whether an area is a Dovetail area, where the council and not the police runs Channel."""
    FUNDING = "funding"
    """Budgets, grants and spending."""
    TRAINING = "training"
    """Who was trained, in what: WRAP workshops, e-learning, briefings."""
    PARTNERS = "partners"
    """The bodies, civil society organisations above all, that work with the authority."""
    STRATEGY = "strategy and action plan"
    """The authority's own strategy, policies, plans, reports and assessments of risk."""
    CONSULTEES = "consulted on the release"
    """Who was asked whether the information should be released."""


_BY_TAG: Final = {member.value: member for member in Topic}


def topic(tag: str) -> Topic:
    """Return a topic by its tag.

    Args:
        tag: The value of a :class:`Topic`.

    Raises:
        InvalidRecordError: If no topic has that tag.

    >>> topic("Channel cases")
    <Topic.CHANNEL_CASES: 'Channel cases'>
    """
    if tag not in _BY_TAG:
        raise InvalidRecordError("topic.tag", tag, "expected the tag of a Topic")
    return _BY_TAG[tag]
