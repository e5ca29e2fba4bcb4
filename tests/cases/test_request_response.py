"""Records hold whatever a letter may say, and refuse only what cannot be a record at all."""

from __future__ import annotations

import copy
import enum
import pickle
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import attrs
import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiprevent import cases
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
from foiprevent.errors import InvalidRecordError
from foiprevent.exemptions import (
    Balance,
    Duty,
    Factor,
    Likelihood,
    PrejudiceTest,
    PublicInterestTest,
    Side,
)

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = date(2023, 5, 24)
S24 = Citation.parse("24(2)")
LINK = Link(text="Figures for 2022", uri="https://example.org/figures")
QUESTION = Question(key="2", label="2)", text="Of these, how many?", depends_on=("1",))
REQUEST = Request(
    received=DAY,
    regime=Regime.FOIA,
    reference="FOI 1",
    preamble="For each of the last three years:",
    questions=(Question(key="1", text="How many?"), QUESTION),
)
ANSWER = Answer(
    question="1",
    part="2021",
    outcome=Outcome.DISCLOSED,
    text="Twelve.",
    held=Held.YES,
    referred_to="the police",
    links=(LINK,),
    attachments=("Annex A",),
)
RELIANCE = Reliance(
    cited_as="Section 24(2)",
    citation=S24,
    by_virtue_of=(Citation.parse("24(1)"),),
    duty_claimed=Duty.CONFIRM_OR_DENY,
    scope=QuestionScope(keys=("1", "2")),
    alternative_to=(Citation.parse("23(5)"),),
    likelihood=Likelihood.WOULD,
    reasons="National security.",
    explanation_withheld=True,
    qualified_person="the chief executive",
    opinion_given_on=DAY,
    cost_estimate="Forty hours.",
)
TEST = PublicInterestTest(
    provisions=(S24,),
    factors=(Factor(side=Side.DISCLOSURE, text="Openness.", tags=("openness",)),),
    balance=Balance.MAINTAIN,
)
HARM = PrejudiceTest(provisions=(S24,), harm="An attack.", likelihood=Likelihood.WOULD)
ROUTE = ReviewRoute(
    offered=Offer.OFFERED,
    contact="foi@example.org",
    length=40,
    unit=WindowUnit.WORKING_DAYS,
    counted_from=CountedFrom.LETTER,
    answered_within=20,
    wording="within forty working days of this letter",
)
COMMISSIONER = Commissioner(right=Told.STATED, contact="ico.org.uk")
RESPONSE = Response(
    sent=DAY,
    kind=ResponseKind.RESPONSE,
    regime_claimed=Regime.FOIA,
    reference="FOI 1",
    holds=Held.PARTLY,
    answers=(ANSWER,),
    reliances=(RELIANCE,),
    tests=(TEST,),
    prejudice_tests=(HARM,),
    estimate=DAY,
    advice="Ask for one year.",
    review_route=ROUTE,
    commissioner=COMMISSIONER,
    links=(LINK,),
    remarks=("An apology for the delay.",),
)
EVENTS = (
    events.ClarificationSought(on=DAY),
    events.ClarificationReceived(on=DAY),
    events.FeesNoticeGiven(on=DAY),
    events.FeePaid(on=DAY),
    events.ExtensionClaimed(on=DAY, provisions=(S24,), estimate=DAY),
    events.ReviewRequested(on=DAY),
    events.ComplaintMade(on=DAY),
    events.DecisionNoticeServed(on=DAY, reference="IC-1"),
    events.AppealLodged(on=DAY),
    events.Withdrawn(on=DAY),
    events.Transferred(on=DAY, to="the police"),
    events.AppealDecided(on=DAY, reference="EA/2023/0001"),
    events.Closed(on=DAY, reason="nothing came of it"),
)
CASE = Case(
    authority=PublicAuthority(name="Anytown Council"),
    request=REQUEST,
    responses=(RESPONSE,),
    events=EVENTS,
)
SAMPLES: tuple[Any, ...] = (
    PublicAuthority(name="Anytown Council"),
    QUESTION,
    REQUEST,
    LINK,
    ANSWER,
    QuestionScope(keys=("1", "2")),
    WholeRequest(),
    ScopeNotStated(),
    RELIANCE,
    ROUTE,
    COMMISSIONER,
    RESPONSE,
    CASE,
    *EVENTS,
)
"""One of each class, every field of it filled."""

FIELDS = [(sample, field) for sample in SAMPLES for field in attrs.fields(type(sample))]

every_sample = pytest.mark.parametrize(
    "sample", [pytest.param(sample, id=type(sample).__name__) for sample in SAMPLES]
)


def fields(*kinds: type) -> pytest.MarkDecorator:
    """Select the fields whose value is of one of these types, or all."""
    found = [
        pytest.param(sample, field, id=f"{type(sample).__name__}.{field.name}")
        for sample, field in FIELDS
        if not kinds or type(getattr(sample, field.name)) in kinds
    ]
    assert found
    return pytest.mark.parametrize(("sample", "field"), found)


def another(value: Any) -> Any:  # noqa: ANN401
    """Return a value of the same kind that differs."""
    if isinstance(value, enum.Enum):
        return next(member for member in type(value) if member is not value)
    made: dict[type, Callable[[], object]] = {
        str: lambda: f"{value}!",
        tuple: lambda: value[1:],
        bool: lambda: not value,
        int: lambda: value + 1,
        date: lambda: value + timedelta(1),
        Citation: lambda: Citation.parse("24(1)"),
    }
    if type(value) in made:
        return made[type(value)]()
    first = attrs.fields(type(value))[0].name
    return attrs.evolve(value, **{first: another(getattr(value, first))})


def refused(
    sample: object, name: str, value: object, culprit: object = None
) -> InvalidRecordError:
    """Return the error that *value* meets in a field: it names the field and the culprit."""
    with pytest.raises(InvalidRecordError) as caught:
        attrs.evolve(sample, **{name: value})  # type: ignore[misc]
    error = caught.value
    assert error.field == f"{type(sample).__name__}.{name}"
    assert error.value is (value if culprit is None else culprit)
    assert str(error).startswith(f"{error.field} cannot be ")
    return error


WORKED_OUT = {
    cases.Claimed,
    cases.Given,
    cases.Passage,
    cases.Said,
    cases.StandingAnswer,
    cases.Transition,
}
"""What is worked out from a record, and no part of one."""


class TestEveryClass:
    """Final, frozen, keyword-only, with slots, hashable, and fit to be stored."""

    def test_every_class_is_here(self) -> None:
        public = {
            kind
            for name in cases.__all__
            if attrs.has(kind := getattr(cases, name)) and isinstance(kind, type)
        } - WORKED_OUT
        assert {type(sample) for sample in SAMPLES} == public | set(events.EVENTS)
        assert len(SAMPLES) == len(public) + len(events.EVENTS) == 26

    def test_every_field_is_filled(self) -> None:
        assert not [
            f"{type(sample).__name__}.{field.name}"
            for sample, field in FIELDS
            if getattr(sample, field.name) in (None, ())
        ]

    @every_sample
    def test_it_is_final(self, sample: object) -> None:
        assert getattr(type(sample), "__final__", False) is True

    @every_sample
    def test_it_takes_keywords_only(self, sample: Any) -> None:  # noqa: ANN401
        names = [field.name for field in attrs.fields(type(sample))]
        assert all(field.kw_only for field in attrs.fields(type(sample)))
        values = {name: getattr(sample, name) for name in names}
        assert type(sample)(**values) == sample
        with pytest.raises(TypeError):
            type(sample)(*(values or {"": None}).values())
        with pytest.raises(TypeError):
            type(sample)(**values, other=None)

    @every_sample
    def test_it_is_frozen_and_has_no_room_for_more(self, sample: Any) -> None:  # noqa: ANN401
        for field in attrs.fields(type(sample)):
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(sample, field.name, getattr(sample, field.name))
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                delattr(sample, field.name)
        with pytest.raises(AttributeError):
            sample.other = None
        assert not hasattr(sample, "__dict__")

    @every_sample
    def test_a_copy_is_equal_and_hashes_alike(self, sample: Any) -> None:  # noqa: ANN401
        again = pickle.loads(pickle.dumps(sample))  # noqa: S301
        for other in (again, copy.copy(sample), copy.deepcopy(sample), attrs.evolve(sample)):
            assert other == sample
            assert hash(other) == hash(sample)
            assert repr(other) == repr(sample)

    def test_no_two_are_equal(self) -> None:
        """Not even events of one day."""
        assert len(set(SAMPLES)) == len(SAMPLES)

    @fields()
    def test_each_field_tells_records_apart(self, sample: Any, field: Any) -> None:  # noqa: ANN401
        value = getattr(sample, field.name)
        changed = attrs.evolve(sample, **{field.name: another(value)})
        assert changed != sample
        assert len({changed, sample}) == 2


class TestFields:
    """A value of the wrong kind is refused by the name of its field."""

    @fields()
    def test_what_is_nothing_of_the_kind(self, sample: Any, field: Any) -> None:  # noqa: ANN401
        refused(sample, field.name, object())

    @fields()
    def test_none_where_nothing_may_be_unknown(self, sample: Any, field: Any) -> None:  # noqa: ANN401
        """``None`` means that the record does not say, where it may not say."""
        if field.default is None:
            assert getattr(attrs.evolve(sample, **{field.name: None}), field.name) is None
        else:
            refused(sample, field.name, None)

    @fields(str)
    def test_what_is_no_text(self, sample: Any, field: Any) -> None:  # noqa: ANN401
        for wrong in (7, b"text", ["text"], True):
            assert refused(sample, field.name, wrong).reason.startswith("expected str")

    @fields(int)
    def test_what_is_no_number(self, sample: Any, field: Any) -> None:  # noqa: ANN401
        for wrong in (True, "20", 20.0):
            assert refused(sample, field.name, wrong).reason.startswith("expected int")

    @fields(bool)
    def test_what_is_no_truth_value(self, sample: Any, field: Any) -> None:  # noqa: ANN401
        for wrong in (1, "yes", None):
            assert refused(sample, field.name, wrong).reason == "expected bool"

    @fields(date)
    def test_what_is_no_day(self, sample: Any, field: Any) -> None:  # noqa: ANN401
        for wrong in (datetime(2023, 5, 24), pendulum.datetime(2023, 5, 24), "2023-05-24", 1):
            reason = refused(sample, field.name, wrong).reason
            assert reason.startswith("expected a datetime.date (of a datetime, say which civil")

    @fields(date)
    def test_a_pendulum_date_is_made_plain(self, sample: Any, field: Any) -> None:  # noqa: ANN401
        other = attrs.evolve(sample, **{field.name: pendulum.date(2023, 5, 24)})
        assert type(getattr(other, field.name)) is date
        assert other == sample
        assert hash(other) == hash(sample)
        assert pickle.dumps(other) == pickle.dumps(sample)

    @fields(tuple)
    def test_a_list_is_made_a_tuple(self, sample: Any, field: Any) -> None:  # noqa: ANN401
        members = getattr(sample, field.name)
        other = attrs.evolve(sample, **{field.name: list(members)})
        assert type(getattr(other, field.name)) is tuple
        assert other == sample

    @fields(tuple)
    def test_what_is_no_tuple(self, sample: Any, field: Any) -> None:  # noqa: ANN401
        members = getattr(sample, field.name)
        for wrong in (frozenset(members), dict.fromkeys(members), iter(members), "text"):
            assert refused(sample, field.name, wrong).reason == "expected a tuple"

    @fields(tuple)
    def test_a_wrong_member(self, sample: Any, field: Any) -> None:  # noqa: ANN401
        members = getattr(sample, field.name)
        for wrong in (7, object(), members):
            refused(sample, field.name, [*members, wrong], wrong)
            refused(sample, field.name, (wrong, *members), wrong)

    @pytest.mark.parametrize(
        ("sample", "name", "wrong"),
        [
            (ROUTE, "offered", "offered"),
            (ROUTE, "unit", "days"),
            (ROUTE, "counted_from", "LETTER"),
            (COMMISSIONER, "right", Offer.NOT_MENTIONED),
            (ANSWER, "outcome", "disclosed"),
            (ANSWER, "held", True),
            (RESPONSE, "kind", "response"),
            (RESPONSE, "regime_claimed", "FOIA"),
            (REQUEST, "regime", "FOIA"),
            (RELIANCE, "citation", "24(2)"),
            (RELIANCE, "duty_claimed", "confirm or deny"),
            (RELIANCE, "scope", ("1", "2")),
            (RELIANCE, "scope", WholeRequest),
            (RELIANCE, "likelihood", None),
            (CASE, "authority", "Anytown Council"),
        ],
    )
    def test_a_text_or_another_class_does_not_stand_for_a_value(
        self, sample: object, name: str, wrong: object
    ) -> None:
        refused(sample, name, wrong)

    @pytest.mark.parametrize(
        ("sample", "name", "empty"),
        [
            (SAMPLES[0], "name", ""),
            (QUESTION, "key", ""),
            (ANSWER, "question", ""),
            (RELIANCE, "cited_as", ""),
            (QuestionScope(keys=("1",)), "keys", ()),
        ],
    )
    def test_what_names_something_is_not_empty(
        self, sample: object, name: str, empty: object
    ) -> None:
        assert refused(sample, name, empty).reason == "must not be empty"

    def test_a_list_of_no_questions_is_no_scope(self) -> None:
        wrong: Any = []
        with pytest.raises(InvalidRecordError, match=r"QuestionScope\.keys cannot be \(\)"):
            QuestionScope(keys=wrong)


class TestRequest:
    """FOIA s.8: a request is in writing, and says what is asked."""

    def test_two_questions_with_one_key(self) -> None:
        questions = [Question(key=key, text="?") for key in ("1", "2", "3", "2")]
        with pytest.raises(InvalidRecordError) as caught:
            Request(questions=questions)
        assert caught.value.field == "Request.questions"
        assert caught.value.value == "2"
        assert caught.value.reason == "each question needs a key of its own"

    def test_a_label_may_be_printed_twice(self) -> None:
        """Numbers used twice do occur in letters."""
        questions = tuple(Question(key=key, label="4", text="?") for key in ("4", "4 again"))
        assert Request(questions=questions).questions == questions

    def test_nothing_need_be_known(self) -> None:
        request = Request()
        assert request.received is None
        assert request.regime is None
        assert request.reference is None
        assert request.preamble is None
        assert request.questions == ()

    def test_a_question_may_build_on_what_is_not_there(self) -> None:
        question = Question(key="1", text="Of those?", depends_on=("1", "9", "9"))
        assert Request(questions=(question,)).questions[0].depends_on == ("1", "9", "9")

    @given(st.dates())
    def test_any_day_can_be_recorded(self, day: date) -> None:
        plain = Request(received=day)
        other = Request(received=pendulum.date(day.year, day.month, day.day))
        assert plain == other
        assert type(other.received) is date
        assert pickle.dumps(plain) == pickle.dumps(other)


class TestReviewRoute:
    """The s.45 Code, para 5.3: a window has a length that a person could keep."""

    @pytest.mark.parametrize("name", ["length", "answered_within"])
    @pytest.mark.parametrize("value", [0, -1, 1001, 10**30])
    def test_a_length_that_is_none(self, name: str, value: int) -> None:
        assert refused(ROUTE, name, value).reason == "expected 1 to 1000"

    @pytest.mark.parametrize("name", ["length", "answered_within"])
    @pytest.mark.parametrize("value", [None, 1, 20, 1000])
    def test_a_length_that_is_one(self, name: str, value: int | None) -> None:
        changed: Any = {name: value}
        assert getattr(attrs.evolve(ROUTE, **changed), name) == value

    def test_a_letter_may_say_little(self) -> None:
        route = ReviewRoute(offered=Offer.NONE_EXISTS)
        assert route.length is None
        assert route.unit is WindowUnit.NOT_STATED
        assert route.counted_from is CountedFrom.NOT_STATED
        assert (route.contact, route.answered_within, route.wording) == (None, None, None)

    def test_a_length_without_a_unit_and_a_unit_without_a_length(self) -> None:
        assert ReviewRoute(offered=Offer.OFFERED, length=40).unit is WindowUnit.NOT_STATED
        assert ReviewRoute(offered=Offer.OFFERED, unit=WindowUnit.DAYS).length is None


class TestResponse:
    """A wrong refusal is data, not an error: no constructor compares what a letter says."""

    def test_the_record_need_not_say(self) -> None:
        response = Response()
        assert response.sent is None
        assert response.kind is ResponseKind.RESPONSE
        assert response.holds is Held.NOT_STATED
        assert response.regime_claimed is None
        assert response.review_route is None
        assert response.commissioner is None
        assert response.estimate is None
        assert (response.answers, response.reliances, response.tests) == ((), (), ())
        assert (response.links, response.remarks) == ((), ())

    def test_words_that_cite_nothing(self) -> None:
        reliance = Reliance(cited_as="section 31(1)(zz)")
        assert reliance.citation is None
        assert reliance.duty_claimed is None
        assert reliance.scope == ScopeNotStated()
        assert reliance.likelihood is Likelihood.NOT_STATED
        assert reliance.reasons is None
        assert reliance.explanation_withheld is False
        assert (reliance.by_virtue_of, reliance.alternative_to) == ((), ())

    def test_a_provision_that_does_not_exist(self) -> None:
        citation = Citation.parse("31(1)(j)")
        assert Reliance(cited_as="31(1)(j)", citation=citation).citation == citation

    def test_a_question_answered_and_then_denied(self) -> None:
        """Barnet's question 12: disclosed, and under a reliance on s.24(2) as well."""
        response = attrs.evolve(RESPONSE, answers=(ANSWER, ANSWER), reliances=(RELIANCE,))
        assert response.answers[0].outcome is Outcome.DISCLOSED
        assert response.reliances[0].duty_claimed is Duty.CONFIRM_OR_DENY
        assert response.answers[0].question in response.reliances[0].scope.keys  # type: ignore[union-attr]

    def test_an_answer_to_what_nobody_asked(self) -> None:
        answer = Answer(question="99", outcome=Outcome.WITHHELD)
        case = attrs.evolve(CASE, responses=(Response(answers=(answer,)),))
        assert case.responses[0].answers == (answer,)
        assert (answer.part, answer.text, answer.referred_to) == (None, None, None)
        assert answer.held is Held.NOT_STATED

    def test_a_link_that_leads_nowhere(self) -> None:
        assert Link(text="see here").uri is None

    def test_dates_in_an_impossible_order(self) -> None:
        case = Case(
            authority=PublicAuthority(name="Anytown Council"),
            request=Request(received=date(2023, 5, 24)),
            responses=(Response(sent=date(2023, 3, 1), estimate=date(2023, 2, 1)),),
            events=(events.FeePaid(on=date(1900, 1, 1)),),
        )
        assert case.responses[0].sent == date(2023, 3, 1)

    def test_what_a_letter_tells_of_the_commissioner(self) -> None:
        assert Commissioner(right=Told.NOT_MENTIONED).contact is None


class TestEvents:
    """Events record what happened: a day, and little else."""

    def test_each_kind_is_listed_once(self) -> None:
        assert len(events.EVENTS) == len(set(events.EVENTS)) == 13
        assert {type(event) for event in EVENTS} == set(events.EVENTS)

    def test_what_the_record_need_not_say(self) -> None:
        extension = events.ExtensionClaimed(on=DAY)
        assert extension.provisions == ()
        assert extension.estimate is None
        assert events.DecisionNoticeServed(on=DAY).reference is None
        assert events.Transferred(on=DAY).to is None

    @pytest.mark.parametrize("kind", events.EVENTS)
    def test_the_day_is_needed(self, kind: Any) -> None:  # noqa: ANN401
        with pytest.raises(TypeError, match="on"):
            kind()

    def test_a_case_takes_events_and_nothing_else(self) -> None:
        wrong: tuple[Any, ...] = (RESPONSE, DAY, "withdrawn", events.Withdrawn)
        for member in wrong:
            with pytest.raises(InvalidRecordError, match=r"Case\.events"):
                attrs.evolve(CASE, events=(member,))
