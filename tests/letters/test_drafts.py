"""Letters written from cases: only lawful refusals, and a review request for each finding."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from foiprevent import (
    InvalidRecordError,
    Markup,
    Regime,
    UnlawfulDraftError,
    audit,
    casebook,
    draft_refusal,
    draft_review_request,
    find_citations,
)
from foiprevent.cases import (
    Answer,
    Commissioner,
    CountedFrom,
    Held,
    Link,
    Offer,
    Outcome,
    Response,
    ResponseKind,
    ReviewRoute,
    Told,
    WindowUnit,
)
from foiprevent.exemptions import Balance, Duty, Likelihood
from foiprevent.findings import Code, Severity
from foiprevent.letters import REMEDIES
from foiprevent.letters._markup import Heading, Paragraph, Points, Quotation, tidy, written
from foiprevent.letters._raising import TITLES
from foiprevent.strategies import cases, cases_with, lawful_cases
from foiprevent.strategies._making import answer, case, cites, claim, letter, weighed

if TYPE_CHECKING:
    from foiprevent.cases import Case
    from foiprevent.letters._markup import Block

BARNET = "barnet-data-sharing"


def one_line(text: str) -> str:
    return " ".join(text.split())


class TestARefusal:
    @given(case=lawful_cases())
    def test_is_written_for_every_lawful_case_that_refuses(self, case: Case) -> None:
        """s.17(1)(a) and (b), (3) and (7): each thing asked for stands in the text."""
        first = case.responses[0]
        assume(first.reliances)
        text = one_line(draft_refusal(case))
        regime = case.regime or Regime.FOIA
        found = {f.citation for f in find_citations(text, regime=regime)}
        assert {one.citation for one in first.reliances} <= found
        assert {one for r in first.reliances for one in r.by_virtue_of} <= found
        for question in case.request.questions:
            assert question.text in text
        for reliance in first.reliances:
            assert str(reliance.reasons) in text
        assert text.count("outweighs") == len(first.tests)
        assert "40 working days of the date of this letter: foi@anytown.example" in text
        assert "apply to the" in text
        assert "Commissioner for a decision" in text

    @given(code=st.sampled_from(Code), data=st.data())
    def test_is_not_written_where_there_is_a_breach(self, code: Code, data: st.DataObject) -> None:
        planted = data.draw(cases_with(code))
        breaches = tuple(f for f in audit(planted) if f.severity is Severity.BREACH)
        assume(breaches)
        with pytest.raises(UnlawfulDraftError) as caught:
            draft_refusal(planted)
        assert caught.value.findings == breaches
        assert all(f.code.value in str(caught.value) for f in breaches)

    def test_of_several_breaches_says_how_many(self) -> None:
        with pytest.raises(UnlawfulDraftError, match="4 breaches"):
            draft_refusal(casebook.load(BARNET))

    def test_where_nothing_is_refused(self) -> None:
        for nothing in (
            case(letter(answer("1", Outcome.DISCLOSED))),
            case(letter(answer(), claim("23(1)"), kind=ResponseKind.OTHER)),
        ):
            with pytest.raises(InvalidRecordError, match="nothing is refused"):
                draft_refusal(nothing, on=date(2023, 3, 20))

    @given(case=cases())
    @settings(max_examples=200)
    def test_any_case_gives_a_text_or_says_why_not(self, case: Case) -> None:
        for markup in Markup:
            try:
                text = draft_refusal(case, markup=markup)
            except (UnlawfulDraftError, InvalidRecordError):
                continue
            assert text.endswith("\n")

    def test_all_it_can_say(self) -> None:
        said = letter(
            answer("1", Outcome.PARTLY_DISCLOSED, part="the names", text="See below."),
            answer("2", Outcome.NOT_HELD, referred_to="the police"),
            Answer(
                question="3",
                outcome=Outcome.ACCESSIBLE_ELSEWHERE,
                links=(Link(text="Our pages", uri="https://a.example/x"), Link(text="A book")),
                attachments=("a table",),
            ),
            claim(
                "36(2)(b)(i)",
                qualified_person="the chief executive",
                opinion_given_on=date(2023, 3, 17),
                duty_claimed=Duty.COMMUNICATE,
                likelihood=Likelihood.WOULD,
            ),
            claim("40(2)", by_virtue_of=cites("40(3A)(a)"), alternative_to=cites("41(1)")),
            claim("21(1)", "3", explanation_withheld=True, reasons=None),
            weighed("36(2)(b)(i)", reasons="It is early days."),
            reference="AB/1",
            advice="Ask for less.",
            review_route=ReviewRoute(
                offered=Offer.OFFERED,
                length=2,
                unit=WindowUnit.MONTHS,
                counted_from=CountedFrom.RECEIPT,
            ),
            commissioner=Commissioner(right=Told.STATED, contact="casework@ico.example"),
        )
        text = one_line(draft_refusal(case(said, ask=3)))
        for words in (
            "Our reference: AB/1",
            "20 March 2023",
            "On the names: We hold the information, and give part of it here.",
            "The rest is refused under section 36(2)(b)(i) and section 40(2).",
            "See below.",
            "It may be held by the police.",
            "* Our pages: https://a.example/x * A book * Attached: a table",
            "That is the opinion of a qualified person: the chief executive,",
            "given on 17 March 2023.",
            "Answering would do the harm it guards against.",
            "in the alternative to section 41(1)",
            "would itself disclose exempt information",
            "It is early days.",
            "How we can help",
            "Ask for less.",
            "within 2 months of receiving this letter.",
            "(section 50): casework@ico.example",
        ):
            assert words in text, words

    def test_where_the_balance_is_for_disclosure(self) -> None:
        given_ = letter(answer(), claim("24(1)"), weighed("24(1)", balance=Balance.DISCLOSE))
        assert "does not outweigh" in one_line(draft_refusal(case(given_)))

    def test_what_is_not_known_is_left_open(self) -> None:
        bare = letter(
            answer(),
            claim("23(1)", citation=None, cited_as="the exemption for security bodies"),
            weighed("24(1)", balance=Balance.NOT_STATED),
            sent=None,
            review_route=ReviewRoute(offered=Offer.NONE_EXISTS),
        )
        text = one_line(draft_refusal(case(bare, received=None)))
        assert text.count("[date]") == 2
        assert "Why we rely on the exemption for security bodies" in text
        assert "outweigh" not in text
        assert "We have no procedure" in text

    @pytest.mark.parametrize(
        ("route", "words"),
        [
            (None, "You can ask us to review it."),
            (ReviewRoute(offered=Offer.OFFERED), "You can ask us to review it."),
            (
                ReviewRoute(offered=Offer.OFFERED, length=40),
                "You can ask us to review it, within 40.",
            ),
        ],
    )
    def test_how_a_review_is_offered(self, route: ReviewRoute | None, words: str) -> None:
        said = letter(answer(), claim("23(1)"), review_route=route, commissioner=None)
        assert words in one_line(draft_refusal(case(said)))

    def test_other_regimes_name_their_own(self) -> None:
        for regime, cited, words in (
            (Regime.EIR, "EIR reg.5(3)", "regulation 18 and section 50 of the Freedom"),
            (Regime.FOISA, "FOISA s.26(a)", "the Scottish Information Commissioner"),
        ):
            said = letter(answer(), claim(cited), regime_claimed=regime)
            assert words in one_line(draft_refusal(case(said, regime=regime)))


class TestAReviewRequest:
    def test_every_code_can_be_raised(self) -> None:
        assert list(REMEDIES) == list(TITLES) == list(Code)

    @given(code=st.sampled_from(Code), data=st.data())
    def test_has_a_paragraph_for_each_finding_with_its_provision(
        self, code: Code, data: st.DataObject
    ) -> None:
        planted = data.draw(cases_with(code))
        found = audit(planted).findings
        text = one_line(draft_review_request(planted, include_queries=True))
        for number, finding in enumerate(found, 1):
            assert f"{number}. {TITLES[finding.code]}" in text
            assert REMEDIES[finding.code] in text
        assert "This rests on" in text
        assert text.startswith("[A draft, for a person to check and edit")

    def test_leaves_queries_out_unless_asked(self) -> None:
        coventry = casebook.load("coventry-referrals")
        text = draft_review_request(coventry)
        assert "day of receipt" not in text
        assert "2. " not in text
        assert "day of receipt" in draft_review_request(coventry, include_queries=True)

    def test_can_be_made_of_chosen_findings(self) -> None:
        barnet = casebook.load(BARNET)
        (late,) = audit(barnet, select=[Code.LATE_RESPONSE]).findings
        text = one_line(draft_review_request(barnet, findings=[late]))
        assert "20 working days late" in text
        assert "public interest" not in text

    def test_with_nothing_to_raise(self) -> None:
        lawful = case(letter(answer("1", Outcome.DISCLOSED)))
        with pytest.raises(InvalidRecordError, match="nothing to raise"):
            draft_review_request(lawful)
        wrong: Any = ["late-response"]
        with pytest.raises(InvalidRecordError, match="expected a Finding"):
            draft_review_request(lawful, findings=wrong)

    def test_of_a_request_nobody_answered(self) -> None:
        text = one_line(draft_review_request(case(), on=date(2023, 5, 1)))
        assert "Please answer the request now." in text
        assert "which you answered" not in text

    def test_says_when_the_time_to_ask_ends(self) -> None:
        assert "ends on 21 July 2023" in one_line(draft_review_request(casebook.load(BARNET)))

    @pytest.mark.parametrize(
        ("regime", "words"),
        [
            (Regime.EIR, "as regulation 11 provides"),
            (Regime.FOISA, "as section 20(1) provides"),
        ],
    )
    def test_in_other_regimes(self, regime: Regime, words: str) -> None:
        answered = letter(
            answer("1", Outcome.DISCLOSED), sent=date(2023, 5, 24), regime_claimed=regime
        )
        late = case(answered, regime=regime, received=date(2023, 1, 3))
        text = one_line(draft_review_request(late, include_queries=True))
        assert words in text

    def test_without_any_day(self) -> None:
        text = one_line(
            draft_review_request(case(letter(answer(), sent=None), received=None), on=None)
        )
        assert "I write about my request for information." in text


HOSTILE = "<script>alert(1)</script> [a](javascript:b) *c* `d` # e\n\n1. f | ~~g~~ &amp; http://h.example"


class TestEscaping:
    def hostile(self) -> Case:
        said = letter(
            answer("1", text=HOSTILE), claim("23(1)", reasons=HOSTILE), reference=HOSTILE
        )
        asked = case(said)
        question = attrs.evolve(asked.request.questions[0], text=HOSTILE, label=HOSTILE)
        return attrs.evolve(
            asked, request=attrs.evolve(asked.request, questions=(question,), reference=HOSTILE)
        )

    @pytest.mark.parametrize("commonmark", [True, False])
    def test_markdown_shows_a_record_as_it_is(self, *, commonmark: bool) -> None:
        reader = MarkdownIt("commonmark" if commonmark else "gfm-like", {"linkify": False})
        page = reader.render(draft_refusal(self.hostile(), markup=Markup.MARKDOWN))
        assert "<script" not in page
        assert "<a " not in page
        assert "<em>" not in page
        assert "<code>" not in page
        assert "<table" not in page
        assert page.count("&lt;script&gt;alert(1)&lt;/script&gt; [a](javascript:b) *c* `d` # e "
                          "1. f | ~~g~~ &amp;amp; http://h.example") >= 4  # fmt: skip

    @given(text=st.text())
    def test_any_text_survives_markdown(self, text: str) -> None:
        page = MarkdownIt("commonmark").render(written([Paragraph(f"x{text}")], Markup.MARKDOWN))
        shown = page.removeprefix("<p>").removesuffix("</p>\n")
        for entity, one in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
            shown = shown.replace(entity, one)
        assert shown == tidy(f"x{text}")

    def test_blocks(self) -> None:
        blocks: list[Block] = [
            Heading("A"),
            Paragraph("b"),
            Quotation("c"),
            Points(("d", "e")),
            Heading("\n"),
        ]
        assert written(blocks, Markup.PLAIN) == "A\n-\n\nb\n\n    c\n\n  * d\n  * e\n"
        assert written(blocks, Markup.MARKDOWN) == "## A\n\nb\n\n> c\n\n- d\n- e\n"
        assert written([Quotation("\n"), Paragraph("x")], Markup.MARKDOWN) == "x\n"

    @pytest.mark.parametrize("draft", [draft_refusal, draft_review_request])
    def test_a_format_that_is_none(self, draft: Any) -> None:  # noqa: ANN401
        with pytest.raises(InvalidRecordError, match="markup"):
            draft(casebook.load(BARNET), markup="html")


class TestAnUndatedAnswer:
    def test_a_draft_can_be_written_before_it_is_sent(self) -> None:
        """The day to be sent is not known yet: whether in time is a query, and no breach."""
        unsent = Response(
            regime_claimed=Regime.FOIA,
            answers=(Answer(question="1", outcome=Outcome.WITHHELD, held=Held.YES),),
            reliances=(claim("23(1)"),),
            review_route=ReviewRoute(offered=Offer.OFFERED, contact="foi@anytown.example"),
            commissioner=Commissioner(right=Told.STATED),
        )
        assert "[date]" in draft_refusal(case(unsent))
