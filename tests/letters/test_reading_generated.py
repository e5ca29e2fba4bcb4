"""From a case to a letter and back: what was put in comes out."""

from __future__ import annotations

from hypothesis import HealthCheck, assume, given, settings

import foiprevent as foi
from foiprevent import strategies

ACCESSIBLE = {"FOIA s.21", "FOISA s.25"}


def refusing(case: foi.Case) -> foi.Response | None:
    """Return the letter that a refusal is drafted from."""
    found = [
        letter
        for letter in case.responses
        if letter.kind in (foi.ResponseKind.RESPONSE, foi.ResponseKind.PARTIAL_RESPONSE)
        and (letter.reliances or any(answer.outcome.refuses for answer in letter.answers))
    ]
    return found[-1] if found else None


@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(strategies.lawful_cases())
def test_a_drafted_refusal_is_read_as_the_case_it_was_drafted_from(case: foi.Case) -> None:
    letter = refusing(case)
    assume(letter is not None)
    assert letter is not None
    reading = foi.read_letter(foi.draft_refusal(case))
    read = reading.response
    assert reading.authority == case.authority.name
    assert reading.request.received == case.request.received
    assert read.sent == letter.sent
    asked = [(one.key, one.text) for one in case.request.questions]
    assert [(one.key, one.text) for one in reading.request.questions] == asked
    named = {one.citation for one in letter.reliances}
    conditions = {condition for one in letter.reliances for condition in one.by_virtue_of}
    assert set(reading.relied_on) == named | conditions
    done = {one.question: one.outcome for one in read.answers}
    accessible = {
        one.question
        for one in read.answers
        if one.outcome is foi.Outcome.ACCESSIBLE_ELSEWHERE
        and any(str(cited).split("(")[0] in ACCESSIBLE for cited in named)
    }
    for one in letter.answers:
        assert done[one.question] is one.outcome or one.question in accessible
    weighed = {(test.provisions, test.balance) for test in letter.tests}
    assert {(test.provisions, test.balance) for test in read.tests} == weighed
    if letter.review_route is not None and letter.review_route.offered is foi.Offer.OFFERED:
        assert read.review_route is not None
        for name in ("offered", "length", "unit", "counted_from"):
            assert getattr(read.review_route, name) == getattr(letter.review_route, name)
