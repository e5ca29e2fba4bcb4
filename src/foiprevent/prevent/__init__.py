"""The Prevent vocabulary: what is asked about, what is argued, and where it stood when.

:class:`Topic` and :class:`Argument` name what requests about Prevent ask for and what
public interest tests argue; :func:`classify_question` and :func:`classify_factor` find them
in a text and say which words did it, and :func:`find_subject` says whether it is about
Prevent at all.  :func:`duties`, :func:`objectives` and :func:`figures` give the programme as
data, :class:`AreaProfile` what is known of an area.
"""

from foiprevent.prevent._classifier import (
    FoundArgument,
    FoundTopic,
    classify_factor,
    classify_question,
    find_subject,
)
from foiprevent.prevent._matching import Words
from foiprevent.prevent.areas import AreaFact, AreaProfile, AreaStatus, Dovetail, Grant, Priority
from foiprevent.prevent.arguments import Argument, argument, arguments_of
from foiprevent.prevent.programme import (
    DUTIES,
    FIGURES,
    OBJECTIVES,
    Figure,
    Measure,
    Nation,
    Objective,
    Objectives,
    Sector,
    StatutoryDuty,
    Strand,
    duties,
    figures,
    objectives,
)
from foiprevent.prevent.topics import Topic, topic

__all__ = [
    "DUTIES",
    "FIGURES",
    "OBJECTIVES",
    "AreaFact",
    "AreaProfile",
    "AreaStatus",
    "Argument",
    "Dovetail",
    "Figure",
    "FoundArgument",
    "FoundTopic",
    "Grant",
    "Measure",
    "Nation",
    "Objective",
    "Objectives",
    "Priority",
    "Sector",
    "StatutoryDuty",
    "Strand",
    "Topic",
    "Words",
    "argument",
    "arguments_of",
    "classify_factor",
    "classify_question",
    "duties",
    "figures",
    "find_subject",
    "objectives",
    "topic",
]
