"""Strategies for everything a case is made of, however odd."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

from foiprevent.cases import (
    Answer,
    Case,
    Commissioner,
    CountedFrom,
    Held,
    Link,
    Offer,
    Outcome,
    PublicAuthority,
    Question,
    QuestionScope,
    Reliance,
    Request,
    Response,
    ResponseKind,
    ReviewRoute,
    ScopeNotStated,
    Told,
    WholeRequest,
    WindowUnit,
    events,
)
from foiprevent.citations import Citation, Regime
from foiprevent.exemptions import (
    Balance,
    Duty,
    Factor,
    Likelihood,
    PrejudiceTest,
    PublicInterestTest,
    Side,
    Weight,
    catalogue,
)

if TYPE_CHECKING:
    from foiprevent.cases import Scope
    from foiprevent.cases.events import Event

_NUMERALS: Final = ("i", "ii", "iii", "iv", "v", "vi", "ix", "xx")
_KEYS: Final = st.sampled_from(["1", "2", "3", "4"])


def days(
    *, min_value: date = date(2005, 1, 1), max_value: date = date(2030, 6, 30)
) -> st.SearchStrategy[date]:
    """Build civil days, by default those for which every ordinary deadline can be told."""
    return st.dates(min_value=min_value, max_value=max_value)


def citations(*, regime: Regime | None = None) -> st.SearchStrategy[Citation]:
    """Build well-formed citations, of provisions that exist and of some that do not."""
    section = st.builds(
        "{}{}".format, st.integers(min_value=1, max_value=99), st.sampled_from(["", "", "A"])
    )
    subsection = st.builds(
        "{}{}".format, st.integers(min_value=1, max_value=12), st.sampled_from(["", "", "A", "B"])
    )
    paragraph = st.sampled_from(["a", "b", "g", "i", "j", "aa", "ab"])
    parts = st.one_of(
        st.just(()),
        st.tuples(subsection),
        st.tuples(paragraph),
        st.tuples(subsection, paragraph),
        st.tuples(paragraph, st.sampled_from(_NUMERALS)),
        st.tuples(subsection, paragraph, st.sampled_from(_NUMERALS)),
    )
    made = st.builds(
        Citation,
        regime=st.sampled_from(Regime) if regime is None else st.just(regime),
        section=section,
        parts=parts,
    )
    regimes = Regime if regime is None else (regime,)
    known = [row.citation for one in regimes for row in catalogue(regime=one)]
    return st.one_of(st.sampled_from(known), made)


def _some(of: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(of, max_size=2).map(tuple)


def _maybe_text() -> st.SearchStrategy[str | None]:
    return st.none() | st.text(max_size=20)


def authorities() -> st.SearchStrategy[PublicAuthority]:
    """Build public authorities."""
    return st.builds(PublicAuthority, name=st.text(min_size=1, max_size=20))


def questions() -> st.SearchStrategy[Question]:
    """Build questions, some of which build on others."""
    return st.builds(
        Question,
        key=_KEYS,
        label=_maybe_text(),
        text=st.text(max_size=20),
        depends_on=_some(_KEYS),
    )


def requests() -> st.SearchStrategy[Request]:
    """Build requests, some of unknown date or regime."""
    asked = st.lists(questions(), max_size=4, unique_by=lambda question: question.key)
    return st.builds(
        Request,
        received=st.none() | days() | st.dates(),
        regime=st.none() | st.sampled_from(Regime),
        reference=_maybe_text(),
        preamble=_maybe_text(),
        questions=asked.map(tuple),
    )


def _links() -> st.SearchStrategy[tuple[Link, ...]]:
    return st.lists(st.builds(Link, text=st.text(max_size=9), uri=_maybe_text()), max_size=2).map(
        tuple
    )


def answers() -> st.SearchStrategy[Answer]:
    """Build answers with any outcome, whatever is said beside it."""
    return st.builds(
        Answer,
        question=_KEYS,
        part=_maybe_text(),
        outcome=st.sampled_from(Outcome),
        text=_maybe_text(),
        held=st.sampled_from(Held),
        referred_to=_maybe_text(),
        links=_links(),
        attachments=_some(st.text(max_size=9)),
    )


def question_scopes() -> st.SearchStrategy[QuestionScope]:
    """Build scopes of named questions."""
    keys = st.lists(_KEYS, min_size=1, max_size=3, unique=True)
    return st.builds(QuestionScope, keys=keys.map(tuple))


def _scopes() -> st.SearchStrategy[Scope]:
    return st.one_of(question_scopes(), st.builds(WholeRequest), st.builds(ScopeNotStated))


def _cited() -> st.SearchStrategy[tuple[Citation, ...]]:
    return st.lists(citations(), max_size=2).map(tuple)


def reliances() -> st.SearchStrategy[Reliance]:
    """Build claims, right and wrong, some whose words cite nothing."""
    return st.builds(
        Reliance,
        cited_as=st.text(min_size=1, max_size=20),
        citation=st.none() | citations(),
        by_virtue_of=_cited(),
        duty_claimed=st.none() | st.sampled_from(Duty),
        scope=_scopes(),
        alternative_to=_cited(),
        likelihood=st.sampled_from(Likelihood),
        reasons=_maybe_text(),
        explanation_withheld=st.booleans(),
        qualified_person=_maybe_text(),
        opinion_given_on=st.none() | days(),
        cost_estimate=_maybe_text(),
    )


def public_interest_tests() -> st.SearchStrategy[PublicInterestTest]:
    """Build public interest tests, on either duty or none."""
    factor = st.builds(
        Factor,
        side=st.sampled_from(Side),
        text=st.text(max_size=20),
        tags=_some(st.text(max_size=9)),
        weight=st.none() | st.sampled_from(Weight),
        source=_maybe_text(),
    )
    return st.builds(
        PublicInterestTest,
        provisions=st.lists(citations(), min_size=1, max_size=2).map(tuple),
        argued_on=st.none() | st.sampled_from(Duty),
        balanced_on=st.none() | st.sampled_from(Duty),
        names=st.none() | citations(),
        factors=st.lists(factor, max_size=3).map(tuple),
        balance=st.sampled_from(Balance),
        reasons=_maybe_text(),
        decided_by=_maybe_text(),
        decided_on=st.none() | days(),
    )


def prejudice_tests() -> st.SearchStrategy[PrejudiceTest]:
    """Build prejudice tests, whole and in part."""
    return st.builds(
        PrejudiceTest,
        provisions=st.lists(citations(), min_size=1, max_size=2).map(tuple),
        duty=st.none() | st.sampled_from(Duty),
        interest=_maybe_text(),
        harm=_maybe_text(),
        cause=_maybe_text(),
        likelihood=st.sampled_from(Likelihood),
        evidence=_maybe_text(),
    )


def review_routes() -> st.SearchStrategy[ReviewRoute]:
    """Build what a letter may say of an internal review."""
    length = st.none() | st.sampled_from([1, 2, 8, 20, 28, 40, 41, 56, 60, 1000])
    return st.builds(
        ReviewRoute,
        offered=st.sampled_from(Offer),
        contact=_maybe_text(),
        length=length,
        unit=st.sampled_from(WindowUnit),
        counted_from=st.sampled_from(CountedFrom),
        answered_within=st.none() | st.integers(min_value=1, max_value=60),
        wording=_maybe_text(),
    )


def responses() -> st.SearchStrategy[Response]:
    """Build letters of every kind, some undated."""
    maybe_day = st.none() | days() | st.dates()
    return st.builds(
        Response,
        sent=maybe_day,
        kind=st.sampled_from(ResponseKind),
        regime_claimed=st.none() | st.sampled_from(Regime),
        reference=_maybe_text(),
        holds=st.sampled_from(Held),
        answers=st.lists(answers(), max_size=4).map(tuple),
        reliances=st.lists(reliances(), max_size=3).map(tuple),
        tests=st.lists(public_interest_tests(), max_size=2).map(tuple),
        prejudice_tests=st.lists(prejudice_tests(), max_size=2).map(tuple),
        estimate=maybe_day,
        advice=_maybe_text(),
        review_route=st.none() | review_routes(),
        commissioner=st.none()
        | st.builds(Commissioner, right=st.sampled_from(Told), contact=_maybe_text()),
        links=_links(),
        remarks=_some(st.text(max_size=9)),
    )


def extensions() -> st.SearchStrategy[events.ExtensionClaimed]:
    """Build claims of more time, lawful or not."""
    return st.builds(
        events.ExtensionClaimed,
        on=days() | st.dates(),
        provisions=_cited(),
        estimate=st.none() | days(),
    )


def history() -> st.SearchStrategy[tuple[Event, ...]]:
    """Build steps of procedure, in any order."""
    on = days() | st.dates()
    plain = [
        st.builds(kind, on=on)
        for kind in (
            events.ClarificationSought,
            events.ClarificationReceived,
            events.FeesNoticeGiven,
            events.FeePaid,
            events.ReviewRequested,
            events.ComplaintMade,
            events.AppealLodged,
            events.Withdrawn,
        )
    ]
    step = st.one_of(
        *plain,
        extensions(),
        st.builds(events.DecisionNoticeServed, on=on, reference=_maybe_text()),
        st.builds(events.AppealDecided, on=on, reference=_maybe_text()),
        st.builds(events.Transferred, on=on, to=_maybe_text()),
        st.builds(events.Closed, on=on, reason=_maybe_text()),
    )
    return st.lists(step, max_size=4).map(tuple)


def cases() -> st.SearchStrategy[Case]:
    """Build any case that can be recorded, however little of it makes sense."""
    return st.builds(
        Case,
        authority=authorities(),
        request=requests(),
        responses=st.lists(responses(), max_size=3).map(tuple),
        events=history(),
    )
