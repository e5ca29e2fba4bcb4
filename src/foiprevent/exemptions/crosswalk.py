"""The nearest provision in another regime, and how it differs.

Each crossing sets side by side what the three regimes have for one subject, as they read
today.  Near is not same: the Scottish Act mostly asks for *substantial* prejudice, the
Regulations for an adverse effect that *would* occur, and both weigh the public interest
with presumptions of their own.  Where a regime has nothing, the crossing says so.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple, final

import attrs

from foiprevent._values import not_empty, one_of
from foiprevent.citations import Citation, Regime
from foiprevent.citations._citation import overlaps
from foiprevent.errors import InvalidRecordError, NotInForceError
from foiprevent.exemptions._catalogue import exemption

if TYPE_CHECKING:
    from collections.abc import Iterator


@final
@attrs.frozen(kw_only=True)
class Counterpart:
    """The nearest provision in another regime.

    Attributes:
        citation: That provision.
        difference: How the two differ, or what they share.
    """

    citation: Citation = attrs.field(validator=one_of(Citation))
    difference: str = attrs.field(validator=(one_of(str), not_empty))


class Crossing(NamedTuple):
    """What the regimes have for one subject; empty where one has nothing.

    Attributes:
        foia: Provisions of the Act of 2000.
        foisa: Provisions of the Scottish Act.
        eir: Provisions of the Regulations.
        difference: How they differ.
    """

    foia: tuple[Citation, ...]
    foisa: tuple[Citation, ...]
    eir: tuple[Citation, ...]
    difference: str

    def of(self, regime: Regime) -> tuple[Citation, ...]:
        """Return the provisions of one regime."""
        return {Regime.FOIA: self.foia, Regime.FOISA: self.foisa, Regime.EIR: self.eir}[regime]


def crosswalk(
    citation: str | Citation, *, to: Regime, regime: Regime = Regime.FOIA
) -> tuple[Counterpart, ...]:
    """Return the nearest provisions in another regime, in its order.

    A provision that contains others has the counterparts of all of them; one within
    another those of that one; one that was replaced those of what replaced it.

    Args:
        citation: A provision of the law of refusal, in force or not.
        to: The regime to look in.
        regime: The regime meant where a text does not say.

    Returns:
        Every counterpart; empty where the other regime has none, and for what takes away no
            duty by itself: a definition, a condition, a purpose, a certificate.

    Raises:
        CitationError: If a text is not the citation of one provision.
        UnknownProvisionError: If there is, and was, no such provision.
        InvalidRecordError: If *to* is the provision's own regime.
    """
    cited = citation if isinstance(citation, Citation) else Citation.parse(citation, regime=regime)
    if to is cited.regime:
        raise InvalidRecordError("crosswalk.to", to, f"{cited} is of that regime already")
    found = {
        (other, crossing.difference)
        for meant in _today(cited)
        for crossing in CROSSINGS
        if any(overlaps(meant, one) for one in crossing.of(cited.regime))
        for other in crossing.of(to)
    }
    return tuple(
        Counterpart(citation=other, difference=difference) for other, difference in sorted(found)
    )


@cache
def _today(citation: Citation) -> tuple[Citation, ...]:
    """Return what does the work of *citation* in the law as last known."""
    try:
        exemption(citation)
    except NotInForceError as gone:
        return gone.successors
    return (citation,)


def _crossings() -> Iterator[Crossing]:
    for foia, foisa, eir, difference in _TABLE:
        yield Crossing(
            foia=_cites(foia, Regime.FOIA),
            foisa=_cites(foisa, Regime.FOISA),
            eir=_cites(eir, Regime.EIR),
            difference=difference,
        )


def _cites(texts: str, regime: Regime) -> tuple[Citation, ...]:
    return tuple(Citation.parse(text, regime=regime) for text in texts.split())


_TABLE: Final = (
    (
        "21(1)",
        "25(1)",
        "",
        "Absolute in both Acts. The Regulations have no exception for it: what is already public may be given in another form (reg.6(1)(b)).",
    ),
    (
        "22(1)",
        "27(1)",
        "12(4)(d)",
        "FOISA allows twelve weeks at most, FOIA no fixed time. The Regulations protect unfinished material, not the plan to publish.",
    ),
    (
        "22A(1)",
        "27(2)",
        "12(4)(d)",
        "FOISA asks for substantial prejudice. The Regulations protect unfinished material, whatever harm release would do.",
    ),
    (
        "23(1)",
        "31(1)",
        "12(5)(a)",
        "Only FOIA exempts information by the security body it came from, and absolutely; FOISA and the Regulations ask what national security needs, and weigh it.",
    ),
    (
        "24(1)",
        "31(1)",
        "12(5)(a)",
        "FOIA reaches only what s.23(1) does not; the Regulations ask for an adverse effect on national security.",
    ),
    (
        "26(1)(a) 26(1)(b)",
        "31(4)(a) 31(4)(b)",
        "12(5)(a)",
        "FOISA asks for substantial prejudice, the Regulations for an adverse effect on defence.",
    ),
    (
        "27(1)(a) 27(1)(b) 27(1)(c) 27(1)(d)",
        "32(1)(a)(i) 32(1)(a)(ii) 32(1)(a)(iii) 32(1)(a)(iv)",
        "12(5)(a)",
        "FOISA asks for substantial prejudice, the Regulations for an adverse effect on international relations.",
    ),
    (
        "27(2)",
        "32(1)(b)",
        "12(5)(a)",
        "A class in both Acts; under the Regulations only if release would adversely affect international relations.",
    ),
    (
        "28(1)",
        "28(1)",
        "",
        "FOISA asks for substantial prejudice. The Regulations have no exception for relations within the United Kingdom.",
    ),
    (
        "29(1)(a) 29(1)(b)",
        "33(2)(a) 33(2)(b)",
        "",
        "FOISA asks for substantial prejudice. The Regulations have no exception for the economy.",
    ),
    (
        "30(1)(a)(i) 30(1)(a)(ii) 30(1)(b) 30(1)(c)",
        "34(1)(a) 34(1)(b) 34(1)(c) 34(2)(a) 34(2)(b)",
        "12(5)(b)",
        "Classes in both Acts, FOISA's built on reports to the procurator fiscal and with deaths apart; the Regulations ask for an adverse effect on the course of justice or an inquiry.",
    ),
    (
        "30(2)(a)(i) 30(2)(a)(ii) 30(2)(a)(iii) 30(2)(a)(iv)",
        "34(3) 34(4)",
        "12(5)(b)",
        "FOIA and FOISA s.34(3) protect confidential sources; FOISA s.34(4) has civil proceedings apart. The Regulations ask for an adverse effect.",
    ),
    (
        "31(1)(a) 31(1)(b) 31(1)(c) 31(1)(d) 31(1)(e) 31(1)(f)",
        "35(1)(a) 35(1)(b) 35(1)(c) 35(1)(d) 35(1)(e) 35(1)(f)",
        "12(5)(b)",
        "FOISA asks for substantial prejudice; the Regulations for an adverse effect on the course of justice, with public safety in reg.12(5)(a).",
    ),
    (
        "31(1)(g) 31(1)(h) 31(1)(i)",
        "35(1)(g) 35(1)(h)",
        "12(5)(b)",
        "Each Act lists purposes (s.31(2), s.35(2)) that must be named; FOISA has fatal accident inquiries in s.34(2)(a).",
    ),
    (
        "31(1)(a)",
        "35(1)(a)",
        "12(5)(a)",
        "Under the Regulations crime that endangers public safety falls under reg.12(5)(a).",
    ),
    (
        "32(1)(a) 32(1)(b) 32(1)(c)(i) 32(1)(c)(ii)",
        "37(1)(a)",
        "12(5)(b)",
        "Absolute in both Acts. The Regulations do not apply to a body acting judicially (reg.3(3)); what others hold falls under reg.12(5)(b), which is qualified.",
    ),
    (
        "32(2)(a) 32(2)(b)",
        "37(1)(b)",
        "12(5)(b)",
        "Absolute in both Acts, FOISA's not for fatal accident inquiries (s.37(3)); qualified under the Regulations.",
    ),
    (
        "33(2)",
        "40",
        "",
        "FOISA asks for substantial prejudice. The Regulations have no exception for audit.",
    ),
    (
        "34(1)",
        "",
        "",
        "FOISA has none, as the Houses are no Scottish authorities; the Regulations do not apply so far as privilege requires (reg.3(4)).",
    ),
    (
        "35(1)(a) 35(1)(b) 35(1)(c) 35(1)(d)",
        "29(1)(a) 29(1)(b) 29(1)(c) 29(1)(d)",
        "12(4)(d) 12(4)(e)",
        "Each Act serves its own government only. The Regulations protect internal communications of any authority, and unfinished material.",
    ),
    (
        "36(2)(a)(i) 36(2)(a)(ii) 36(2)(a)(iii)",
        "30(a)",
        "12(4)(e)",
        "FOIA needs a qualified person's opinion; FOISA asks for substantial prejudice to collective responsibility.",
    ),
    (
        "36(2)(b)(i) 36(2)(b)(ii)",
        "30(b)(i) 30(b)(ii)",
        "12(4)(e)",
        "FOIA needs a qualified person's opinion; FOISA asks for substantial inhibition; the Regulations exempt internal communications as a class.",
    ),
    (
        "36(2)(c)",
        "30(c)",
        "12(4)(e)",
        "FOIA needs a qualified person's opinion; FOISA asks for substantial prejudice.",
    ),
    (
        "37(1)(a) 37(1)(aa) 37(1)(ab) 37(1)(ac) 37(1)(ad)",
        "41(a)",
        "",
        "Since 2011 FOIA is absolute for the Sovereign and the next in line; FOISA has one qualified provision. The Regulations have none.",
    ),
    (
        "37(1)(b)",
        "41(b)",
        "",
        "Qualified in both Acts. The Regulations have none.",
    ),
    (
        "38(1)(a) 38(1)(b)",
        "39(1)",
        "12(5)(a)",
        "FOIA has two limbs, FOISA one. The Regulations ask for an adverse effect on public safety.",
    ),
    (
        "39(1)(a) 39(1)(b)",
        "39(2)",
        "",
        "Each Act sends environmental information to its own regulations; within those there is nothing to send.",
    ),
    (
        "40(1)",
        "38(1)(a)",
        "5(3)",
        "Absolute in both Acts; the duty under the Regulations does not reach it at all.",
    ),
    (
        "40(2)",
        "38(1)(b)",
        "13(1)(a) 13(1)(b)",
        "The same three conditions; the Regulations add the intelligence services' and set the public interest test out in reg.13(1)(b).",
    ),
    (
        "",
        "38(1)(c) 38(1)(d)",
        "",
        "Census records and dead people's health records have provisions of their own only in Scotland; under FOIA they fall under ss.41 and 44.",
    ),
    (
        "41(1)",
        "36(2)",
        "12(5)(e) 12(5)(f)",
        "Absolute in both Acts. The Regulations are qualified, ask for an adverse effect and do not apply to emissions.",
    ),
    (
        "42(1)",
        "36(1)",
        "12(5)(b)",
        "Qualified in both Acts. The Regulations have no words for privilege: the course of justice stands for it.",
    ),
    (
        "43(1)",
        "33(1)(a)",
        "12(5)(e)",
        "A class in both Acts, with neither-confirm-nor-deny in FOISA only. The Regulations ask for confidentiality provided by law, and an adverse effect.",
    ),
    (
        "43(2)",
        "33(1)(b)",
        "12(5)(e)",
        "FOISA asks for substantial prejudice. The Regulations ask for confidentiality provided by law, an adverse effect, and no emissions.",
    ),
    (
        "44(1)(a) 44(1)(b) 44(1)(c)",
        "26(a) 26(b) 26(c)",
        "",
        "Absolute in both Acts. Under the Regulations a prohibition elsewhere does not count (reg.5(6)).",
    ),
    (
        "",
        "",
        "12(4)(a)",
        "Not held: no exemption in the Acts, which answer it under FOIA s.1(1)(a) and by a notice under FOISA s.17.",
    ),
    (
        "",
        "",
        "12(4)(b) 12(4)(c)",
        "Unreasonable or too general requests: no exemption in the Acts, which have ss.12 and 14, and clarification (s.1(3)).",
    ),
    (
        "",
        "",
        "12(5)(c) 12(5)(d) 12(5)(g)",
        "Intellectual property, confidential proceedings and protection of the environment: no exemption in the Acts answers to them.",
    ),
    (
        "23(5) 24(2) 26(3) 27(4)(a) 27(4)(b) 38(2)",
        "18(1)",
        "12(6)",
        "FOISA has one provision for many exemptions, and it asks whether revealing so much would be against the public interest. The Regulations have theirs for the interests of reg.12(5)(a) only.",
    ),
    (
        "28(3) 29(2) 30(3) 31(3) 35(3) 36(3) 37(2) 43(3)",
        "18(1)",
        "",
        "FOISA has one provision for many exemptions. The Regulations have none for these interests.",
    ),
    (
        "40(5A)",
        "18(1)",
        "",
        "FOISA s.18(1) reaches s.38 since 31 May 2013. Under the Regulations the duty does not reach the applicant's own data (reg.5(3)).",
    ),
    (
        "40(5B)(a)(i) 40(5B)(a)(ii)",
        "18(1)",
        "13(5A)(a)",
        "Absolute under the Regulations in so many words, disputed under FOIA; FOISA s.18(1) weighs the public interest.",
    ),
    (
        "40(5B)(b) 40(5B)(c) 40(5B)(d)",
        "18(1)",
        "13(5A)(b)",
        "Qualified everywhere.",
    ),
    (
        "22(2) 22A(2) 32(3) 33(3) 34(2) 39(2) 41(2) 42(2) 44(2)",
        "",
        "",
        "FOISA s.18(1) does not reach these exemptions, and the Regulations have no such provision for them.",
    ),
)

CROSSINGS: Final = tuple(_crossings())
"""Every crossing, in the order of FOIA."""
