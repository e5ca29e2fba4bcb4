"""The text of a refusal, for a case in which an audit finds no breach.

What the law asks of a notice is said in its order: what is refused and under which
provision, why, how the public interest was weighed, and what the requester can do
(s.17(1), (3) and (7); EIR reg.14; FOISA ss.16 and 19).
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from foiprevent.cases import CountedFrom, Held, Offer, Outcome, ResponseKind, WindowUnit
from foiprevent.cases.answers import covers
from foiprevent.citations import Citation, Regime
from foiprevent.errors import (
    InvalidRecordError,
    NotInForceError,
    UnknownProvisionError,
    UnlawfulDraftError,
)
from foiprevent.exemptions import (
    Balance,
    Duty,
    Exemption,
    Ground,
    Likelihood,
    Side,
    exemption,
    ground,
)
from foiprevent.findings import Severity, audit
from foiprevent.letters._markup import (
    Heading,
    Markup,
    Paragraph,
    Points,
    Quotation,
    checked,
    written,
)
from foiprevent.letters._words import ENACTMENTS, joined, on_day, provision, provisions, regime_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from foiprevent.cases import Answer, Case, Question, Reliance, Response, ReviewRoute
    from foiprevent.exemptions import Position, PublicInterestTest
    from foiprevent.letters._markup import Block


def draft_refusal(
    case: Case,
    *,
    markup: Markup = Markup.PLAIN,
    on: date | None = None,
    position: Position | None = None,
) -> str:
    """Return the text of the refusal a case records, if an audit finds no breach in it.

    What the law wants in a notice is there because the audit found it in the record; how
    good the reasons are is for a person to judge, and to mend before the letter goes.

    Args:
        case: The case; the last of its answers that refuses something is written out.
        markup: The format; what comes from the record is escaped for it.
        on: The day to audit the case for.
        position: The side to take where the law is disputed.

    Raises:
        UnlawfulDraftError: If the audit finds a breach; with every one.
        InvalidRecordError: If nothing is refused in the case, or *markup* is no Markup.
    """
    checked(markup, "draft_refusal.markup")
    breaches = tuple(
        one for one in audit(case, on=on, position=position) if one.severity is Severity.BREACH
    )
    if breaches:
        raise UnlawfulDraftError(breaches)
    refusing = [letter for letter in case.responses if _refuses(letter)]
    if not refusing:
        raise InvalidRecordError("draft_refusal.case", case.authority.name, "nothing is refused")
    return written(_notice(case, refusing[-1]), markup)


def _refuses(letter: Response) -> bool:
    answering = letter.kind in (ResponseKind.RESPONSE, ResponseKind.PARTIAL_RESPONSE)
    refused = any(answer.outcome.refuses for answer in letter.answers)
    return answering and (refused or bool(letter.reliances))


def _notice(case: Case, letter: Response) -> Iterator[Block]:
    regime = regime_of(case, letter)
    yield Heading(f"{case.authority.name}: answer to a request for information")
    if letter.reference or case.request.reference:
        yield Paragraph(f"Our reference: {letter.reference or case.request.reference}")
    yield Paragraph(on_day(letter.sent, "[date]"))
    yield Paragraph(
        f"Your request, received on {on_day(case.request.received, '[date]')}, was considered "
        f"under {ENACTMENTS[regime]}."
    )
    for question in case.request.questions:
        yield from _answered(question, letter, regime)
    for reliance in letter.reliances:
        yield from _relied_on(reliance, case, letter, regime)
    for test in letter.tests:
        yield from _weighed(test, regime)
    if letter.advice:
        yield Heading("How we can help")
        yield Paragraph(letter.advice)
    yield Heading("If you are not content with this answer")
    yield Paragraph(_review(letter.review_route, regime))
    yield Paragraph(_regulator(letter, regime))


def _answered(question: Question, letter: Response, regime: Regime) -> Iterator[Block]:
    yield Heading(f"Question {question.label or question.key}")
    yield Quotation(question.text)
    relied = [one for one in letter.reliances if covers(one, question.key)]
    for answer in letter.answers:
        if answer.question == question.key:
            of = f"On {answer.part}: " if answer.part else ""
            yield Paragraph(of + _done(answer, relied, regime))
            if answer.text:
                yield Paragraph(answer.text)
            if answer.referred_to:
                yield Paragraph(f"It may be held by {answer.referred_to}.")
            pointed = [f"{one.text}: {one.uri}" if one.uri else one.text for one in answer.links]
            given = [f"Attached: {name}" for name in answer.attachments]
            if pointed or given:
                yield Points((*pointed, *given))


def _done(answer: Answer, relied: list[Reliance], regime: Regime) -> str:
    cited = [one.citation for one in relied if one.citation]
    by = f" under {provisions(cited, regime)}" if cited else ""
    we = "We hold the information, and " if answer.held is Held.YES else "We "
    return _DONE[answer.outcome].format(we=we, by=by)


_DONE: Final = {
    Outcome.DISCLOSED: "We hold the information, and it is given here.",
    Outcome.PARTLY_DISCLOSED: "{we}give part of it here. The rest is refused{by}.",
    Outcome.WITHHELD: "{we}refuse to give it{by}.",
    Outcome.NCND: "We neither confirm nor deny that we hold the information{by}.",
    Outcome.NOT_HELD: "We do not hold the information.",
    Outcome.ACCESSIBLE_ELSEWHERE: "The information is accessible to you by other means{by}.",
    Outcome.REFUSED_COST: "{we}refuse to answer{by}: it would cost more than the limit.",
    Outcome.REFUSED_VEXATIOUS: "{we}refuse to answer{by}: the request is vexatious.",
    Outcome.REFUSED_REPEATED: "{we}refuse to answer{by}: the request repeats an earlier one.",
    Outcome.NOT_APPLICABLE: "The question falls away with the answer to another.",
    Outcome.UNKNOWN: "The answer is in an attachment.",
}


def _relied_on(
    reliance: Reliance, case: Case, letter: Response, regime: Regime
) -> Iterator[Block]:
    cited = reliance.citation
    name = provision(cited, regime) if cited else reliance.cited_as
    row, takes_away = _row(cited, letter, case), reliance.duty_claimed
    yield Heading(f"Why we rely on {name}" + (f" ({row.title})" if row else ""))
    said: list[str] = []
    if reliance.by_virtue_of:
        said.append(f"It applies by virtue of {provisions(reliance.by_virtue_of, regime)}.")
    if reliance.alternative_to:
        said.append(
            f"It is relied on in the alternative to {provisions(reliance.alternative_to, regime)}."
        )
    if takes_away is not None:
        said.append(f"It lifts the duty to {takes_away.value}.")
    harms = isinstance(row, Exemption) and row.harm is not None
    if harms and reliance.likelihood is not Likelihood.NOT_STATED:
        said.append(f"Answering {reliance.likelihood.value} do the harm it guards against.")
    if reliance.qualified_person:
        when = on_day(reliance.opinion_given_on, "")
        said.append(
            f"That is the opinion of a qualified person: {reliance.qualified_person}"
            + (f", given on {when}." if when else ".")
        )
    if reliance.cost_estimate:
        said.append(f"Our estimate: {reliance.cost_estimate}")
    if said:
        yield Paragraph(" ".join(said))
    if reliance.reasons:
        yield Paragraph(reliance.reasons)
    if reliance.explanation_withheld:
        yield Paragraph("To explain this further would itself disclose exempt information.")


def _row(cited: Citation | None, letter: Response, case: Case) -> Exemption | Ground | None:
    """Return what stands at a provision on the day of the letter, if anything does."""
    day = letter.sent or case.request.received
    for look_up in (exemption, ground):
        with suppress(NotInForceError, UnknownProvisionError):
            if cited is not None:
                return look_up(cited, on=day)
    return None


_SCALES: Final = {
    Duty.COMMUNICATE: ("maintaining the exemption", "disclosing the information"),
    Duty.CONFIRM_OR_DENY: (
        "maintaining the exclusion of the duty to confirm or deny",
        "saying whether the information is held",
    ),
}


_OUTWEIGHS: Final = {
    Balance.MAINTAIN: "outweighs",
    Balance.DISCLOSE: "does not outweigh",
}


def _weighed(test: PublicInterestTest, regime: Regime) -> Iterator[Block]:
    keep, give = _SCALES[test.balanced_on or test.argued_on or Duty.COMMUNICATE]
    yield Heading(f"The public interest under {provisions(test.provisions, regime)}")
    yield Paragraph(f"We weighed the public interest in {keep} against that in {give}.")
    for side, what in ((Side.DISCLOSURE, give), (Side.EXEMPTION, keep)):
        factors = test.weighed(side)
        if factors:
            yield Paragraph(f"For {what}:")
            yield Points(tuple(factor.text for factor in factors))
    outweighs = _OUTWEIGHS.get(test.balance)
    if outweighs:
        yield Paragraph(
            f"In all the circumstances of the case the public interest in {keep} {outweighs} "
            f"that in {give}."
        )
    if test.reasons:
        yield Paragraph(test.reasons)


_COUNTED: Final = {
    CountedFrom.LETTER: " of the date of this letter",
    CountedFrom.RECEIPT: " of receiving this letter",
    CountedFrom.NOT_STATED: "",
}


def _review(route: ReviewRoute | None, regime: Regime) -> str:
    if route is not None and route.offered is Offer.NONE_EXISTS:
        return "We have no procedure for dealing with complaints about how requests are handled."
    under = _REVIEW_BY[regime]
    how = f"You can ask us to review it{under}"
    if route is None:
        return f"{how}."
    if route.length is not None:
        unit = "" if route.unit is WindowUnit.NOT_STATED else f" {route.unit.value}"
        how += f", within {route.length}{unit}{_COUNTED[route.counted_from]}"
    return f"{how}: {route.contact}" if route.contact else f"{how}."


_REVIEW_BY: Final = {
    Regime.FOIA: "",
    Regime.EIR: f" ({provision(Citation.parse('EIR reg.11'), Regime.EIR)})",
    Regime.FOISA: f" ({provision(Citation.parse('FOISA s.20(1)'), Regime.FOISA)})",
}

_REGULATORS: Final = {
    Regime.FOIA: ("the Information Commissioner", ("50",)),
    Regime.EIR: ("the Information Commissioner", ("EIR reg.18", "FOIA s.50")),
    Regime.FOISA: ("the Scottish Information Commissioner", ("FOISA s.47(1)",)),
}


def _regulator(letter: Response, regime: Regime) -> str:
    who, texts = _REGULATORS[regime]
    by = joined(provision(Citation.parse(text), regime) for text in texts)
    contact = letter.commissioner.contact if letter.commissioner else None
    right = f"You have the right to apply to {who} for a decision ({by})"
    return f"{right}: {contact}" if contact else f"{right}."
