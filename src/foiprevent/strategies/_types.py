"""Which strategy builds a type, for ``st.from_type``.

Types that follow from others (a deadline, an audit) are built by what works them out; those
that are not here are made of types that are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hypothesis import strategies as st

from foiprevent import cases as facts
from foiprevent import exemptions as law
from foiprevent import prevent
from foiprevent.cases import events
from foiprevent.citations import Citation, FoundCitation, Regime, Source, find_citations
from foiprevent.deadlines import (
    TIME_LIMITS,
    BankHoliday,
    Deadline,
    Observance,
    TimeLimit,
    Timetable,
    WorkingDayCalendar,
    working_days,
)
from foiprevent.findings import RULES, Audit, AuditRule
from foiprevent.strategies import _law, _records

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


def _one_of(values: Iterable[object]) -> Callable[[], st.SearchStrategy[Any]]:
    found = list(values)
    return lambda: st.sampled_from(found)


_ASKED: Final = "How many referrals to Prevent were made each year, and how many to Channel?"
_ARGUED: Final = "Disclosure would allow a map of the threat to be drawn; it is transparent."

TYPES: Final[Mapping[type, Callable[[], st.SearchStrategy[Any]]]] = {
    # the facts
    facts.Answer: _records.answers,
    facts.Case: _records.cases,
    facts.PublicAuthority: _records.authorities,
    facts.Question: _records.questions,
    facts.QuestionScope: _records.question_scopes,
    facts.Reliance: _records.reliances,
    facts.Request: _records.requests,
    facts.Response: _records.responses,
    facts.ReviewRoute: _records.review_routes,
    events.ExtensionClaimed: _records.extensions,
    # the law
    Citation: _records.citations,
    FoundCitation: _one_of(find_citations("ss.23(5) and 24(2), section 31(1)(a)-(c), s.99X")),
    Source: _law.sources,
    law.Counterpart: _one_of(law.crosswalk("24", to=Regime.EIR)),
    law.Change: _one_of(law.changes()),
    law.Exemption: _law.exemptions,
    law.Ground: _one_of(one for regime in Regime for one in law.grounds(regime=regime)),
    law.Harm: _one_of(dict.fromkeys(row.harm for row in law.catalogue() if row.harm)),
    law.Period: _law.periods,
    law.PrejudiceTest: _records.prejudice_tests,
    law.PublicInterestTest: _records.public_interest_tests,
    # the count
    BankHoliday: _law.bank_holidays,
    Deadline: _law.deadlines,
    Observance: lambda: _law.bank_holidays().map(lambda holiday: holiday.observances[0]),
    TimeLimit: _one_of(TIME_LIMITS),
    Timetable: _law.timetables,
    WorkingDayCalendar: _one_of(working_days(regime) for regime in Regime),
    # what follows
    Audit: _law.audits,
    AuditRule: _one_of(RULES.values()),
    # the subject
    prevent.AreaFact: lambda: st.builds(
        prevent.AreaFact,
        what=st.sampled_from([*prevent.Priority, *prevent.Dovetail]) | st.from_type(prevent.Grant),
        period=_law.periods(),
        sources=st.lists(_law.sources(), min_size=1, max_size=2).map(tuple),
    ),
    prevent.AreaProfile: lambda: st.builds(
        prevent.AreaProfile,
        name=st.text(min_size=1, max_size=20),
        facts=st.lists(st.from_type(prevent.AreaFact), max_size=3).map(tuple),
    ),
    prevent.AreaStatus: lambda: st.tuples(st.from_type(prevent.AreaProfile), _records.days()).map(
        lambda drawn: drawn[0].on(drawn[1])
    ),
    prevent.FoundArgument: _one_of(prevent.classify_factor(_ARGUED)),
    prevent.FoundTopic: _one_of(prevent.classify_question(_ASKED)),
    prevent.Words: _one_of(one for f in prevent.classify_question(_ASKED) for one in f.words),
    prevent.Grant: lambda: st.builds(prevent.Grant, pounds=st.integers(0, 10**7)),
    prevent.Objectives: _one_of(prevent.OBJECTIVES),
    prevent.StatutoryDuty: _one_of(prevent.DUTIES),
    prevent.Figure: _one_of(prevent.FIGURES),
}
"""What builds each type that cannot be built of its fields alone."""
