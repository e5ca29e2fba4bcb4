"""The exceptions of the Environmental Information Regulations 2004, as dated data.

Regulation 12(1) subjects every exception of reg.12(4) and (5) to the public interest, and
reg.12(2) to a presumption in favour of disclosure.  Three things stand outside that:
the applicant's own personal data, which the duty does not reach (reg.5(3)); other
people's, for which reg.13 says itself when the public interest counts; and a response
that neither confirms nor denies (reg.12(6)), whose test is its own.

Regulation 13 has rows for before and since 25 May 2018, read in the Regulations as they
stood and in the instruments that amended them.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from foiprevent.citations import Confidence, Regime
from foiprevent.exemptions._model import COMMENCEMENT, Basis, Certificate, Likelihood, Role, Status
from foiprevent.exemptions._rows import (
    CLASS,
    CONDITIONS,
    EXCLUSION,
    QUALIFIED,
    Law,
    Table,
    absolute,
    disputed,
    enactment,
    guidance,
    harmful,
    partly_absolute,
    period,
)

_REGULATIONS: Final = "https://www.legislation.gov.uk/uksi/2004/3391"
TEXT: Final = enactment("EIR 2004, text as at 16 May 2017", _REGULATIONS)
DPA_2018: Final = enactment(
    "Data Protection Act 2018 Sch 19 paras 305-309",
    "https://www.legislation.gov.uk/ukpga/2018/12/schedule/19",
)
SI_2019_419: Final = enactment(
    "SI 2019/419 Sch 3 para 54", "https://www.legislation.gov.uk/uksi/2019/419/schedule/3"
)
DUAA_S70: Final = enactment(
    "Data (Use and Access) Act 2025 s.70",
    "https://www.legislation.gov.uk/ukpga/2025/18/section/70",
)
DUAA_S88: Final = enactment(
    "Data (Use and Access) Act 2025 s.88(11) and (12)(c)",
    "https://www.legislation.gov.uk/ukpga/2025/18/section/88",
)
ICO_R13: Final = guidance(
    "ICO guidance on reg.13 (11 July 2024)",
    "section-40-and-regulation-13-personal-information",
    confidence=Confidence.STATED,
)
ICO_NOT_HELD: Final = guidance(
    "ICO guidance on reg.12(4)(a)",
    "regulation-12-4-a-information-not-held",
    confidence=Confidence.RECALLED,
)

TITLES: Final = {
    "5": "Duty to make available environmental information on request",
    "12": "Exceptions to the duty to disclose environmental information",
    "13": "Personal data",
    "15": "Ministerial certificates",
}

_EIR: Final = Table(Regime.EIR, TITLES, TEXT)
_definition, _withhold, _ncnd = _EIR.definition, _EIR.withhold, _EIR.ncnd

_UNTIL_2018: Final = (period(COMMENCEMENT, date(2018, 5, 24)),)
_SINCE_2018: Final = (
    period(date(2018, 5, 25), None, "DPA 2018 Sch 19 para 307; SI 2018/625 reg 2(1)(g)"),
)
_GDPR: Final = (
    period(
        date(2018, 5, 25),
        date(2020, 12, 30),
        "DPA 2018 Sch 19 para 307, which referred to 'the GDPR'",
    ),
    period(date(2020, 12, 31), None, "SI 2019/419 Sch 3 para 54; 'UK GDPR'"),
)
_AND_78A: Final = (
    period(date(2018, 5, 25), date(2025, 9, 4), "DPA 2018 Sch 19 para 307"),
    period(
        date(2025, 9, 5),
        None,
        "DUAA 2025 s.88(12)(c) (SI 2025/996); adds s.78A DPA 2018; date inferred from "
        "commencement of s.88",
    ),
)
_OLD: Final = (TEXT,)
_NEW: Final = (DPA_2018, SI_2019_419)

_ADVERSELY: Final = harmful("adversely affect", Basis.ADVERSE_EFFECT, (Likelihood.WOULD,))
_SEPARATE: Final = (
    "The test is part of reg.12(6) itself: not in the public interest, by reg.12(1)(b)."
)

_CERTIFICATE: Final = Certificate(
    citation=_EIR.cite("15(1)"),
    signed_by="a Minister of the Crown who is a member of the Cabinet or one of the Law "
    "Officers of FOIA s.25(3), or a person that Minister designates (reg.15(2)(a))",
    effect="conclusive evidence, subject to appeal under s.60 of FOIA on judicial review "
    "principles; Part IV of FOIA then does not apply (regs 15(3), 18(3) and (7))",
    covers="that disclosure, or confirming or denying, would adversely affect national "
    "security and would not be in the public interest",
)

ROWS: Final = (
    # reg.5 Duty to make available environmental information on request
    _withhold(
        "5(3)",
        "The applicant's own personal data, which the duty to make information available does not reach.",
        absolute("5(3)"),
        EXCLUSION,
        notes="No exception: reg.5(1) does not apply at all. The right of access is that of data protection law.",
    ),
    _definition(
        "5(6)",
        "Any other enactment or rule of law that would prevent disclosure under the Regulations is set aside.",
    ),
    # reg.12 Exceptions to the duty to disclose environmental information
    _definition(
        "12(1)",
        "An exception lets an authority refuse only if the public interest in keeping it outweighs that in disclosing.",
    ),
    _definition(
        "12(2)",
        "The authority starts from a presumption in favour of disclosure.",
        sources=(TEXT, ICO_R13),
        notes="The regulator does not apply the presumption to reg.13 (guidance of July 2024: stated).",
    ),
    _definition("12(3)", "Someone else's personal data is disclosed only as reg.13 allows."),
    _withhold(
        "12(4)(a)",
        "The authority did not hold the information when the request arrived.",
        disputed(
            "reg.12(1)(b) puts every exception of reg.12(4) to the test, this one too; the regulator holds that a test serves no purpose where there is nothing to disclose (recalled)",
            words=Status.QUALIFIED,
            regulator=Status.ABSOLUTE,
        ),
        CLASS,
        sources=(TEXT, ICO_NOT_HELD),
        notes="Under the Regulations, unlike the Acts, not holding information is itself an exception.",
    ),
    _withhold(
        "12(4)(b)",
        "The request is manifestly unreasonable.",
        QUALIFIED,
        CLASS,
        notes="Covers what is vexatious and what costs too much to answer; there is no fixed cost limit.",
    ),
    _withhold(
        "12(4)(c)",
        "The request is put too generally, and the authority has helped as reg.9 asks.",
        QUALIFIED,
        CLASS,
    ),
    _withhold(
        "12(4)(d)",
        "The request is for material still being completed, unfinished documents or incomplete data.",
        QUALIFIED,
        CLASS,
        notes="The refusal names any other authority preparing it and when it will be ready, if known (reg.14(4)).",
    ),
    _withhold(
        "12(4)(e)",
        "The request is for internal communications, those between government departments included.",
        QUALIFIED,
        CLASS,
        notes="Communications between government departments count as internal (reg.12(8)).",
    ),
    _withhold(
        "12(5)(a)",
        "Adverse effect on international relations, defence, national security or public safety.",
        QUALIFIED,
        _ADVERSELY,
        ncnd=("12(6)",),
        certificates=(_CERTIFICATE,),
    ),
    _withhold(
        "12(5)(b)",
        "Adverse effect on the course of justice, a fair trial, or a criminal or disciplinary inquiry.",
        QUALIFIED,
        _ADVERSELY,
        notes="Legal professional privilege is protected here; inquiries of Scottish authorities count too (reg.12(10)).",
    ),
    _withhold(
        "12(5)(c)", "Adverse effect on intellectual property rights.", QUALIFIED, _ADVERSELY
    ),
    _withhold(
        "12(5)(d)",
        "Adverse effect on the confidentiality, protected by law, of an authority's proceedings.",
        QUALIFIED,
        _ADVERSELY,
        limited_by=("12(9)",),
    ),
    _withhold(
        "12(5)(e)",
        "Adverse effect on the confidentiality of commercial or industrial information that the law protects for a legitimate economic interest.",
        QUALIFIED,
        _ADVERSELY,
        limited_by=("12(9)",),
    ),
    _withhold(
        "12(5)(f)",
        "Adverse effect on whoever supplied the information freely, where it is not to be disclosed otherwise and they have not agreed.",
        QUALIFIED,
        _ADVERSELY,
        limited_by=("12(9)",),
        notes="All three of (i) to (iii) must be met.",
    ),
    _withhold(
        "12(5)(g)",
        "Adverse effect on the protection of the environment that the information is about.",
        QUALIFIED,
        _ADVERSELY,
        limited_by=("12(9)",),
    ),
    _ncnd(
        "12(6)",
        "The authority may neither confirm nor deny where the answer itself would adversely affect an interest of 12(5)(a) and would not be in the public interest.",
        QUALIFIED,
        _ADVERSELY,
        covers=("12(5)(a)",),
        certificates=(_CERTIFICATE,),
        notes=_SEPARATE,
    ),
    _definition(
        "12(7)",
        "For 12(6), saying whether information exists and is held is itself disclosing information.",
    ),
    _definition("12(8)", "Internal communications include those between government departments."),
    _definition(
        "12(9)", "Information on emissions cannot be refused under any of 12(5)(d) to (g)."
    ),
    _definition("12(10)", "In 12(5)(b), (d) and (f) a public authority may be a Scottish one."),
    _definition(
        "12(11)",
        "What is held together with excepted information is still made available, if it can reasonably be separated.",
    ),
    # reg.13 Personal data
    _withhold(
        "13(1)",
        "(Before 25 May 2018) Someone else's personal data, where the first or the second condition is met.",
        partly_absolute(
            "13(2)",
            "absolute where a data protection principle would be broken (13(2)(a)(i) and (b)); for 13(2)(a)(ii) and 13(3) the public interest is weighed",
        ),
        CONDITIONS,
        ncnd=("13(5)",),
        in_force=_UNTIL_2018,
        sources=_OLD,
    ),
    _withhold(
        "13(1)",
        "First condition (DPA 1998): release of structured data would break a data protection principle.",
        absolute("13(2)"),
        CONDITIONS,
        condition="13(2)(a)(i)",
        ncnd=("13(5)(a)",),
        in_force=_UNTIL_2018,
        sources=_OLD,
    ),
    _withhold(
        "13(1)",
        "First condition (DPA 1998): release would go against a s.10 DPA 1998 notice.",
        QUALIFIED,
        CONDITIONS,
        condition="13(2)(a)(ii)",
        ncnd=("13(5)(a)",),
        in_force=_UNTIL_2018,
        sources=_OLD,
    ),
    _withhold(
        "13(1)",
        "First condition (DPA 1998), other manual data: release would break a principle once the s.33A(1) exemptions are ignored.",
        absolute("13(2)"),
        CONDITIONS,
        condition="13(2)(b)",
        ncnd=("13(5)(a)",),
        in_force=_UNTIL_2018,
        sources=_OLD,
    ),
    _withhold(
        "13(1)",
        "Second condition (DPA 1998): the data subject could be refused it under a Part IV DPA 1998 exemption.",
        QUALIFIED,
        CONDITIONS,
        condition="13(3)",
        ncnd=("13(5)(b)",),
        in_force=_UNTIL_2018,
        sources=_OLD,
    ),
    _withhold(
        "13(1)(a)",
        "Someone else's personal data, where the first condition is met.",
        absolute("13(1)(a)"),
        CONDITIONS,
        ncnd=("13(5A)(a)",),
        in_force=_SINCE_2018,
        sources=_NEW,
    ),
    _withhold(
        "13(1)(a)",
        "First condition: release would break a data protection principle.",
        absolute("13(1)(a)"),
        CONDITIONS,
        condition="13(2A)(a)",
        ncnd=("13(5A)(a)",),
        in_force=_SINCE_2018,
        sources=_NEW,
    ),
    _withhold(
        "13(1)(a)",
        "First condition, manual unstructured data: release would break a principle once the DPA 2018 s.24(1) exemptions are ignored.",
        absolute("13(1)(a)"),
        CONDITIONS,
        condition="13(2A)(b)",
        ncnd=("13(5A)(a)",),
        in_force=_SINCE_2018,
        sources=_NEW,
    ),
    _withhold(
        "13(1)(b)",
        "Someone else's personal data, where the second or third condition is met and the public interest in holding it back outweighs that in disclosing it.",
        QUALIFIED,
        CONDITIONS,
        ncnd=("13(5A)(b)",),
        in_force=_SINCE_2018,
        sources=_NEW,
    ),
    _withhold(
        "13(1)(b)",
        "Second condition: release would go against a UK GDPR Article 21 objection.",
        QUALIFIED,
        CONDITIONS,
        condition="13(2B)(a)",
        ncnd=("13(5A)(b)",),
        in_force=_GDPR,
        sources=_NEW,
    ),
    _withhold(
        "13(1)(b)",
        "Second condition: release would go against an objection to processing by the intelligence services (DPA 2018 s.99).",
        QUALIFIED,
        CONDITIONS,
        condition="13(2B)(b)",
        ncnd=("13(5A)(b)",),
        in_force=_SINCE_2018,
        sources=_NEW,
    ),
    _withhold(
        "13(1)(b)",
        "Third condition: the data would be held back from the data subject under listed DPA 2018 exemptions on an Article 15(1) request.",
        QUALIFIED,
        CONDITIONS,
        condition="13(3A)(a)",
        ncnd=("13(5A)(b)",),
        in_force=_GDPR,
        sources=_NEW,
    ),
    _withhold(
        "13(1)(b)",
        "Third condition: the data would be held back from the data subject on a law-enforcement (Part 3 DPA) access request.",
        QUALIFIED,
        CONDITIONS,
        condition="13(3A)(b)",
        ncnd=("13(5A)(b)",),
        in_force=_AND_78A,
        dates=Confidence.INFERRED,
        sources=(DPA_2018, DUAA_S88),
    ),
    _withhold(
        "13(1)(b)",
        "Third condition: the data would be held back from the data subject on an access request to the intelligence services (DPA 2018 s.94).",
        QUALIFIED,
        CONDITIONS,
        condition="13(3A)(c)",
        ncnd=("13(5A)(b)",),
        in_force=_SINCE_2018,
        sources=_NEW,
    ),
    _definition(
        "13(2)",
        "First condition under the Data Protection Act 1998: a data protection principle, or a notice under its s.10, would be broken.",
        in_force=_UNTIL_2018,
        sources=_OLD,
    ),
    _definition(
        "13(2A)",
        "First condition: releasing the data to the public would break a data protection principle.",
        in_force=_SINCE_2018,
        sources=_NEW,
    ),
    _definition(
        "13(2B)",
        "Second condition: releasing the data to the public would go against an objection to processing.",
        in_force=_GDPR,
        sources=_NEW,
    ),
    _definition(
        "13(3)",
        "Second condition under the Data Protection Act 1998: the data subject could be refused the data, and the public interest favours holding it back.",
        in_force=_UNTIL_2018,
        sources=_OLD,
    ),
    _definition(
        "13(3A)",
        "Third condition: the data would be held back from the data subject on an access request.",
        in_force=_AND_78A,
        dates=Confidence.INFERRED,
        sources=(DPA_2018, DUAA_S88),
    ),
    _definition(
        "13(4)",
        "Some transitional exemptions of the Data Protection Act 1998 are ignored for what was done before 24 October 2007.",
        in_force=_UNTIL_2018,
        sources=_OLD,
    ),
    _ncnd(
        "13(5)(a)",
        "(Before 25 May 2018) The authority may neither confirm nor deny where the answer would break a principle or go against a s.10 DPA 1998 notice.",
        absolute("13(5)"),
        CONDITIONS,
        covers=("13(1)",),
        in_force=_UNTIL_2018,
        sources=_OLD,
        notes="No public interest test is part of reg.13(5), and reg.12(1) does not reach it.",
    ),
    _ncnd(
        "13(5)(b)",
        "(Before 25 May 2018) The authority may neither confirm nor deny where the data subject could be refused even a yes or no under Part IV DPA 1998.",
        absolute("13(5)"),
        CONDITIONS,
        covers=("13(1)",),
        in_force=_UNTIL_2018,
        sources=_OLD,
        notes="No public interest test is part of reg.13(5), and reg.12(1) does not reach it.",
    ),
    _ncnd(
        "13(5A)(a)",
        "The authority may neither confirm nor deny where the answer would break a data protection principle.",
        absolute("13(5A)(a)"),
        CONDITIONS,
        covers=("13(1)(a)",),
        condition="13(5B)(a)",
        in_force=_SINCE_2018,
        sources=(*_NEW, ICO_R13),
    ),
    _ncnd(
        "13(5A)(b)",
        "The authority may neither confirm nor deny where another condition of 13(5B) is met and the public interest in saying neither outweighs that in answering.",
        QUALIFIED,
        CONDITIONS,
        covers=("13(1)(b)",),
        in_force=_SINCE_2018,
        sources=_NEW,
    ),
    _definition(
        "13(5B)(a)",
        "Condition: confirming or denying would break a data protection principle, the DPA 2018 s.24(1) exemptions ignored if need be.",
        in_force=_SINCE_2018,
        sources=_NEW,
    ),
    _definition(
        "13(5B)(b)",
        "Condition: confirming or denying would go against an objection to processing.",
        in_force=_GDPR,
        sources=_NEW,
    ),
    _definition(
        "13(5B)(c)",
        "Condition: on an Article 15(1) request the data subject would not be told whether data is processed.",
        in_force=_GDPR,
        sources=_NEW,
    ),
    _definition(
        "13(5B)(d)",
        "Condition: on a Part 3 DPA access request the data subject would not be told, under DPA 2018 s.45(4) or s.78A.",
        in_force=_AND_78A,
        dates=Confidence.INFERRED,
        sources=(DPA_2018, DUAA_S88),
    ),
    _definition(
        "13(5B)(e)",
        "Condition: on an access request to the intelligence services the data subject would not be told.",
        in_force=_SINCE_2018,
        sources=_NEW,
    ),
    _definition(
        "13(6)",
        "When testing lawfulness, Article 6(1) UK GDPR is read so that public authorities may use legitimate interests (but not recognised legitimate interests, point (ea)).",
        in_force=(
            period(date(2018, 5, 25), date(2020, 12, 30), "DPA 2018 Sch 19 para 307(7)"),
            period(date(2020, 12, 31), date(2026, 2, 4), "SI 2019/419 Sch 3 para 54"),
            period(
                date(2026, 2, 5),
                None,
                "DUAA 2025 s.70 (SI 2026/82); (ea) wording; date inferred from commencement of s.70",
            ),
        ),
        dates=Confidence.INFERRED,
        sources=(DPA_2018, SI_2019_419, DUAA_S70),
    ),
    # reg.15 Ministerial certificates
    _definition(
        "15(1)",
        "Certificate that refusing is because disclosure would adversely affect national security and would not be in the public interest.",
        role=Role.CERTIFICATE,
    ),
    _definition(
        "15(2)",
        "The Minister may designate someone to certify, and a response under 12(6) may be certified too.",
        role=Role.CERTIFICATE,
    ),
    _definition(
        "15(3)",
        "The certificate is conclusive evidence and may describe the information in general terms.",
        role=Role.CERTIFICATE,
    ),
    _definition(
        "15(4)",
        "A document that looks like such a certificate is accepted as one until the contrary is shown.",
        role=Role.CERTIFICATE,
    ),
    _definition(
        "15(5)",
        "A copy certified by or for a Minister is evidence of the certificate.",
        role=Role.CERTIFICATE,
    ),
    _definition(
        "15(6)",
        "Ministers of the Crown are those of FOIA s.25(3).",
        role=Role.CERTIFICATE,
    ),
)

PARTS: Final = _EIR.parts(
    {
        "12(1)": "a b",
        "12(5)(f)": "i ii iii",
        "13(2)": "a b",
        "13(2)(a)": "i ii",
        "13(2A)": "a b",
        "13(2B)": "a b",
        "13(3A)": "a b c",
        "13(5B)(a)": "i ii",
        "15(1)": "a b",
        "15(2)": "a b",
        "15(3)": "a b",
    }
)
"""Paragraphs without a row of their own, read with what they stand in."""

REPLACED_BY: Final = _EIR.replaced(
    {
        "13(1)": ("13(1)(a)", "13(1)(b)"),
        "13(2)(a)(i)": ("13(2A)(a)",),
        "13(2)(a)(ii)": ("13(2B)",),
        "13(2)(b)": ("13(2A)(b)",),
        "13(3)": ("13(3A)",),
        "13(5)(a)": ("13(5A)(a)", "13(5A)(b)"),
        "13(5)(b)": ("13(5A)(b)",),
    }
)
"""What took the place of a provision, or of its old text."""

LAW: Final = Law(
    rows=ROWS,
    parts=PARTS,
    replaced_by=REPLACED_BY,
    extent="exceptions are in regs 12 and 13, and reg.5(3) leaves out the applicant's own data",
)
