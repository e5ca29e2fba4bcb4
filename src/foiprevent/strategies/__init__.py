"""Hypothesis strategies for everything the library is about.

They need the ``testing`` extra.  :func:`cases` builds any case that can be recorded, however
odd; :func:`lawful_cases` builds cases in which an audit finds nothing, and
:func:`cases_with` such cases with one defect.  Where the library is installed beside
Hypothesis, ``st.from_type`` knows its types without an import.
"""

from foiprevent.strategies._defects import IMPLIED
from foiprevent.strategies._law import (
    audits,
    bank_holidays,
    clock_events,
    deadlines,
    edge_days,
    exemptions,
    lives,
    periods,
    sources,
    timetables,
)
from foiprevent.strategies._lawful import cases_with, lawful_cases
from foiprevent.strategies._records import (
    answers,
    authorities,
    cases,
    citations,
    days,
    extensions,
    history,
    prejudice_tests,
    public_interest_tests,
    question_scopes,
    questions,
    reliances,
    requests,
    responses,
    review_routes,
)

__all__ = [
    "IMPLIED",
    "answers",
    "audits",
    "authorities",
    "bank_holidays",
    "cases",
    "cases_with",
    "citations",
    "clock_events",
    "days",
    "deadlines",
    "edge_days",
    "exemptions",
    "extensions",
    "history",
    "lawful_cases",
    "lives",
    "periods",
    "prejudice_tests",
    "public_interest_tests",
    "question_scopes",
    "questions",
    "reliances",
    "requests",
    "responses",
    "review_routes",
    "sources",
    "timetables",
]
