"""Part 2 of the Freedom of Information (Scotland) Act 2002, ss.25 to 41, as dated data.

The exemptions listed in s.2(2) are absolute, and no others.  Most prejudice exemptions ask
for *substantial* prejudice, and none needs a qualified person.  One provision, s.18(1),
lets an authority refuse without revealing whether it holds anything, for many exemptions
at once, and has a public interest test of its own.

Rows differ before and since 31 May 2013, when s.18(1) came to reach s.38, and 25 May 2018,
when the conditions of s.38(1)(b) changed; both texts were read.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import attrs

from foiprevent.citations import Confidence, Regime
from foiprevent.exemptions._model import COMMENCEMENT, Certificate, Exemption, Role
from foiprevent.exemptions._rows import (
    CLASS,
    CONDITIONS,
    ENDANGER,
    QUALIFIED,
    SAFEGUARD,
    Law,
    Table,
    absolute,
    enactment,
    harmful,
    partly_absolute,
    period,
)

_ACT: Final = "https://www.legislation.gov.uk/asp/2002/13"
TEXT: Final = enactment("FOISA 2002, revised text as at 1 April 2026", _ACT)
TEXT_2005: Final = enactment("FOISA 2002, revised text as at 2 August 2005", _ACT + "/2005-08-02")
AMENDMENT_ACT: Final = enactment(
    "Freedom of Information (Amendment) (Scotland) Act 2013 ss.2, 3; SSI 2013/136",
    "https://www.legislation.gov.uk/asp/2013/2",
)
DPA_2018: Final = enactment(
    "Data Protection Act 2018 Sch 19 paras 89-90",
    "https://www.legislation.gov.uk/ukpga/2018/12/schedule/19",
)
SI_2019_419: Final = enactment(
    "SI 2019/419 Sch 3 para 22", "https://www.legislation.gov.uk/uksi/2019/419/schedule/3"
)
SSI_2023_374: Final = enactment(
    "SSI 2023/374 sch 1 para 3", "https://www.legislation.gov.uk/ssi/2023/374"
)
INQUIRIES_2016: Final = enactment(
    "Inquiries into Fatal Accidents and Sudden Deaths etc. (Scotland) Act 2016 sch 2 para 10; "
    "SSI 2017/155",
    "https://www.legislation.gov.uk/asp/2016/2/schedule/2",
)
DUAA_S70: Final = enactment(
    "Data (Use and Access) Act 2025 s.70",
    "https://www.legislation.gov.uk/ukpga/2025/18/section/70",
)
DUAA_S88: Final = enactment(
    "Data (Use and Access) Act 2025 s.88(11) and (12)(b)",
    "https://www.legislation.gov.uk/ukpga/2025/18/section/88",
)

TITLES: Final = {
    "18": "Further provision as respects responses to request",
    "25": "Information otherwise accessible",
    "26": "Prohibitions on disclosure",
    "27": "Information intended for future publication",
    "28": "Relations within the United Kingdom",
    "29": "Formulation of Scottish Administration policy etc.",
    "30": "Prejudice to effective conduct of public affairs",
    "31": "National security and defence",
    "32": "International relations",
    "33": "Commercial interests and the economy",
    "34": "Investigations by Scottish public authorities and proceedings arising out of such investigations",
    "35": "Law enforcement",
    "36": "Confidentiality",
    "37": "Court records, etc.",
    "38": "Personal information",
    "39": "Health, safety and the environment",
    "40": "Audit functions",
    "41": "Communications with Her Majesty etc. and honours",
}

_FOISA: Final = Table(Regime.FOISA, TITLES, TEXT)
_definition, _withhold, _ncnd = _FOISA.definition, _FOISA.withhold, _FOISA.ncnd

_REVEALED: Final = ("18(1)",)
_REACHES_38: Final = date(2013, 5, 31)
_UNTIL_2018: Final = (period(COMMENCEMENT, date(2018, 5, 24)),)
_SINCE_2018: Final = (
    period(date(2018, 5, 25), None, "DPA 2018 Sch 19 para 90; SI 2018/625 reg 2(1)(g)"),
)
_GDPR: Final = (
    period(
        date(2018, 5, 25),
        date(2020, 12, 30),
        "DPA 2018 Sch 19 para 90, which referred to 'the GDPR'",
    ),
    period(date(2020, 12, 31), None, "SI 2019/419 Sch 3 para 22; 'UK GDPR'"),
)
_AND_78A: Final = (
    period(date(2018, 5, 25), date(2025, 9, 4), "DPA 2018 Sch 19 para 90"),
    period(
        date(2025, 9, 5),
        None,
        "DUAA 2025 s.88(12)(b) (SI 2025/996); adds s.78A DPA 2018; date inferred from "
        "commencement of s.88",
    ),
)
_INQUIRIES: Final = (
    period(COMMENCEMENT, date(2017, 6, 14), "inquiries under the 1976 Act"),
    period(date(2017, 6, 15), None, "inquiries under the 2016 Act: 2016 asp 2 sch 2 para 10"),
)

_SUBSTANTIALLY: Final = harmful("prejudice substantially")
_INHIBIT: Final = harmful("inhibit substantially")
_OTHERWISE: Final = harmful("otherwise prejudice substantially")

_ADMINISTRATION: Final = "the Scottish Administration only"
_PURPOSE: Final = "Purpose (used with 35(1)(g), 35(1)(h) and 34(3)): "

_CERTIFICATE: Final = Certificate(
    citation=_FOISA.cite("31(2)"),
    signed_by="a member of the Scottish Executive (the Scottish Government)",
    effect="conclusive; it may describe the information in general terms and look ahead (s.31(3))",
    covers="that exemption from s.1(1) is, or was, required to safeguard national security",
)


def _before_and_since_2013(row: Exemption) -> tuple[Exemption, ...]:
    """Return a row of s.38 for each side of 31 May 2013, when s.18(1) came to reach it.

    No text of s.38 ended before that day.
    """
    last_day = _REACHES_38 - timedelta(days=1)
    before = tuple(
        attrs.evolve(span, end=last_day) for span in row.in_force if span.start <= last_day
    )
    since = tuple(attrs.evolve(span, start=max(span.start, _REACHES_38)) for span in row.in_force)
    reached = attrs.evolve(row, in_force=since, confirm_or_deny=_FOISA.cites(_REVEALED))
    return (attrs.evolve(row, in_force=before), reached) if before else (reached,)


_OWN: Final = (
    _withhold(
        "38(1)(a)",
        "The requester's own personal data.",
        absolute("2(2)(e)(i)"),
        CLASS,
        sources=(TEXT, TEXT_2005),
    ),
    _withhold(
        "38(1)(b)",
        "(Before 25 May 2018) Personal data where the first or the second condition is met.",
        partly_absolute(
            "2(2)(e)(ii)",
            "absolute where the first condition is met by virtue of 38(2)(a)(i) or (b); otherwise qualified",
        ),
        CONDITIONS,
        in_force=_UNTIL_2018,
        sources=(TEXT_2005,),
    ),
    _withhold(
        "38(1)(b)",
        "First condition (DPA 1998): release of structured data would break a data protection principle.",
        absolute("2(2)(e)(ii)"),
        CONDITIONS,
        condition="38(2)(a)(i)",
        in_force=_UNTIL_2018,
        sources=(TEXT_2005,),
    ),
    _withhold(
        "38(1)(b)",
        "First condition (DPA 1998): release would go against a s.10 DPA 1998 notice.",
        QUALIFIED,
        CONDITIONS,
        condition="38(2)(a)(ii)",
        in_force=_UNTIL_2018,
        sources=(TEXT_2005,),
    ),
    _withhold(
        "38(1)(b)",
        "First condition (DPA 1998), other manual data: release would break a principle once the s.33A(1) exemptions are ignored.",
        absolute("2(2)(e)(ii)"),
        CONDITIONS,
        condition="38(2)(b)",
        in_force=_UNTIL_2018,
        sources=(TEXT_2005,),
    ),
    _withhold(
        "38(1)(b)",
        "Second condition (DPA 1998): the data subject could be refused it under a Part IV DPA 1998 exemption.",
        QUALIFIED,
        CONDITIONS,
        condition="38(3)",
        in_force=_UNTIL_2018,
        sources=(TEXT_2005,),
    ),
    _withhold(
        "38(1)(b)",
        "Personal data where the first, second or third condition is met.",
        partly_absolute(
            "2(2)(e)(ii)",
            "absolute where the first condition (38(2A)) is met; qualified under the second (38(2B)) and third (38(3A))",
        ),
        CONDITIONS,
        in_force=_SINCE_2018,
        sources=(TEXT, DPA_2018),
    ),
    _withhold(
        "38(1)(b)",
        "First condition: release would break a data protection principle.",
        absolute("2(2)(e)(ii)"),
        CONDITIONS,
        condition="38(2A)(a)",
        in_force=_SINCE_2018,
        sources=(TEXT, DPA_2018),
    ),
    _withhold(
        "38(1)(b)",
        "First condition, manual unstructured data: release would break a principle once the DPA 2018 s.24(1) exemptions are ignored.",
        absolute("2(2)(e)(ii)"),
        CONDITIONS,
        condition="38(2A)(b)",
        in_force=_SINCE_2018,
        sources=(TEXT, DPA_2018),
    ),
    _withhold(
        "38(1)(b)",
        "Second condition: release would go against a UK GDPR Article 21 objection.",
        QUALIFIED,
        CONDITIONS,
        condition="38(2B)",
        in_force=_GDPR,
        sources=(TEXT, DPA_2018, SI_2019_419),
    ),
    _withhold(
        "38(1)(b)",
        "Third condition: the data would be held back from the data subject under listed DPA 2018 exemptions on an Article 15(1) request.",
        QUALIFIED,
        CONDITIONS,
        condition="38(3A)(a)",
        in_force=_GDPR,
        sources=(TEXT, DPA_2018, SI_2019_419),
    ),
    _withhold(
        "38(1)(b)",
        "Third condition: the data would be held back from the data subject on a law-enforcement (Part 3 DPA) access request.",
        QUALIFIED,
        CONDITIONS,
        condition="38(3A)(b)",
        in_force=_AND_78A,
        dates=Confidence.INFERRED,
        sources=(TEXT, DPA_2018, DUAA_S88),
    ),
    _withhold(
        "38(1)(c)",
        "Personal census information.",
        absolute("2(2)(e)(i)"),
        CLASS,
        sources=(TEXT, TEXT_2005),
    ),
    _withhold(
        "38(1)(d)",
        "A dead person's health record.",
        absolute("2(2)(e)(i)"),
        CLASS,
        sources=(TEXT, TEXT_2005),
    ),
)

ROWS: Final = (
    # s.18 Further provision as respects responses to request
    _ncnd(
        "18(1)",
        "A refusal that does not reveal whether information exists, where it could be refused under one of the exemptions named and revealing so much would be against the public interest.",
        QUALIFIED,
        CONDITIONS,
        covers=("28", "29", "30", "31", "32", "33", "34", "35", "39(1)", "41"),
        in_force=(period(COMMENCEMENT, date(2013, 5, 30)),),
        sources=(TEXT_2005, AMENDMENT_ACT),
        notes="The test is part of s.18(1) itself; s.16(2) does not ask for reasons for it (s.18(2)).",
    ),
    _ncnd(
        "18(1)",
        "A refusal that does not reveal whether information exists, where it could be refused under one of the exemptions named and revealing so much would be against the public interest.",
        QUALIFIED,
        CONDITIONS,
        covers=("28", "29", "30", "31", "32", "33", "34", "35", "38", "39(1)", "41"),
        in_force=(period(_REACHES_38, None, "2013 asp 2 s.2; SSI 2013/136; adds s.38"),),
        sources=(TEXT, AMENDMENT_ACT),
        notes="The test is part of s.18(1) itself; s.16(2) does not ask for reasons for it (s.18(2)).",
    ),
    _definition(
        "18(2)",
        "A notice under 18(1) neither says that the information is held nor gives reasons on the public interest.",
    ),
    # s.25 Information otherwise accessible
    _withhold(
        "25(1)",
        "Information the requester can reasonably get some other way than by asking under the Act.",
        absolute("2(2)(a)"),
        CLASS,
    ),
    _definition(
        "25(2)",
        "Having to pay does not stop it, and what an enactment obliges anyone to supply, or the Keeper offers for inspection and copying, counts as reasonably obtainable.",
    ),
    _definition(
        "25(3)",
        "(Before 31 May 2013) Other information available on request counts only if the publication scheme offers it and sets any price.",
        in_force=(period(COMMENCEMENT, date(2013, 5, 30)),),
        sources=(TEXT_2005, AMENDMENT_ACT),
    ),
    _definition(
        "25(3)",
        "What the authority supplies on request under its publication scheme, at any price the scheme sets, counts as reasonably obtainable.",
        in_force=(period(_REACHES_38, None, "2013 asp 2 s.3; SSI 2013/136"),),
        sources=(TEXT, AMENDMENT_ACT),
    ),
    # s.26 Prohibitions on disclosure
    _withhold("26(a)", "Release is barred by or under an enactment.", absolute("2(2)(b)"), CLASS),
    _withhold(
        "26(b)",
        "Release is incompatible with an assimilated (formerly EU) obligation.",
        absolute("2(2)(b)"),
        CLASS,
        in_force=(
            period(
                COMMENCEMENT,
                date(2023, 12, 31),
                "'Community obligation', later 'EU obligation' or 'retained EU obligation' (when: recalled)",
            ),
            period(
                date(2024, 1, 1), None, "SSI 2023/374 sch 1 para 3(2); 'assimilated obligation'"
            ),
        ),
        dates=Confidence.RECALLED,
        sources=(TEXT, TEXT_2005, SSI_2023_374),
    ),
    _withhold(
        "26(c)",
        "Release would be, or be punishable as, contempt of court.",
        absolute("2(2)(b)"),
        CLASS,
    ),
    # s.27 Information intended for future publication
    _withhold(
        "27(1)",
        "Already held, when asked for, to be published within twelve weeks of the request, where waiting is reasonable.",
        QUALIFIED,
        CLASS,
        notes="All of (a) to (c) must be met; the twelve weeks run from the date of the request.",
    ),
    _withhold(
        "27(2)",
        "From a continuing research programme meant to lead to a published report, where early release would, or would be likely to, substantially harm it, its participants or an authority.",
        QUALIFIED,
        _SUBSTANTIALLY,
    ),
    # s.28 Relations within the United Kingdom
    _withhold(
        "28(1)",
        "Substantial harm to relations between administrations in the United Kingdom.",
        QUALIFIED,
        _SUBSTANTIALLY,
        ncnd=_REVEALED,
    ),
    _definition("28(2)", "Which administrations are meant."),
    # s.29 Formulation of Scottish Administration policy etc.
    _withhold(
        "29(1)(a)",
        "Relates to making or developing government policy.",
        QUALIFIED,
        CLASS,
        ncnd=_REVEALED,
        limited_by=("29(2)", "29(3)"),
        who_may_rely=_ADMINISTRATION,
    ),
    _withhold(
        "29(1)(b)",
        "Relates to communications between ministers.",
        QUALIFIED,
        CLASS,
        ncnd=_REVEALED,
        limited_by=("29(2)",),
        who_may_rely=_ADMINISTRATION,
    ),
    _withhold(
        "29(1)(c)",
        "Relates to Law Officers' advice or requests for it.",
        QUALIFIED,
        CLASS,
        ncnd=_REVEALED,
        who_may_rely=_ADMINISTRATION,
    ),
    _withhold(
        "29(1)(d)",
        "Relates to running a minister's private office.",
        QUALIFIED,
        CLASS,
        ncnd=_REVEALED,
        who_may_rely=_ADMINISTRATION,
    ),
    _definition(
        "29(2)",
        "After a policy decision, statistics that informed it stop counting as 29(1)(a) or (b) material.",
    ),
    _definition(
        "29(3)",
        "For 29(1)(a), regard is had to the public interest in disclosing the facts behind a decision.",
    ),
    _definition(
        "29(4)",
        "Meanings: government policy, the Law Officers, Ministerial communications, Ministerial private office.",
    ),
    _definition("29(5)", "Who counts as a Minister."),
    # s.30 Prejudice to effective conduct of public affairs
    _withhold(
        "30(a)",
        "Substantial harm to the collective responsibility of the Scottish Ministers.",
        QUALIFIED,
        _SUBSTANTIALLY,
        ncnd=_REVEALED,
    ),
    _withhold(
        "30(b)(i)",
        "Would, or would be likely to, substantially inhibit giving advice freely and frankly.",
        QUALIFIED,
        _INHIBIT,
        ncnd=_REVEALED,
    ),
    _withhold(
        "30(b)(ii)",
        "Would, or would be likely to, substantially inhibit exchanging views freely and frankly when deliberating.",
        QUALIFIED,
        _INHIBIT,
        ncnd=_REVEALED,
    ),
    _withhold(
        "30(c)",
        "Would otherwise harm substantially, or be likely to, the effective conduct of public affairs.",
        QUALIFIED,
        _OTHERWISE,
        ncnd=_REVEALED,
        notes="No qualified person's opinion is needed, unlike FOIA s.36.",
    ),
    # s.31 National security and defence
    _withhold(
        "31(1)",
        "Exemption is needed to safeguard national security.",
        QUALIFIED,
        SAFEGUARD,
        ncnd=_REVEALED,
        certificates=(_CERTIFICATE,),
        notes="There is no exemption for bodies dealing with security matters, unlike FOIA s.23.",
    ),
    _definition(
        "31(2)",
        "Certificate that exemption is, or was, needed to safeguard national security.",
        role=Role.CERTIFICATE,
    ),
    _definition(
        "31(3)",
        "A certificate may describe the information generally and look ahead.",
        role=Role.CERTIFICATE,
    ),
    _withhold(
        "31(4)(a)",
        "Substantial harm to the defence of the British Islands or a colony.",
        QUALIFIED,
        _SUBSTANTIALLY,
        ncnd=_REVEALED,
    ),
    _withhold(
        "31(4)(b)",
        "Substantial harm to the capability, effectiveness or security of relevant forces.",
        QUALIFIED,
        _SUBSTANTIALLY,
        ncnd=_REVEALED,
    ),
    _definition("31(5)", "Meanings: British Islands, colony, relevant forces."),
    # s.32 International relations
    _withhold(
        "32(1)(a)(i)",
        "Substantial harm to UK relations with another State.",
        QUALIFIED,
        _SUBSTANTIALLY,
        ncnd=_REVEALED,
    ),
    _withhold(
        "32(1)(a)(ii)",
        "Substantial harm to UK relations with an international organisation or court.",
        QUALIFIED,
        _SUBSTANTIALLY,
        ncnd=_REVEALED,
    ),
    _withhold(
        "32(1)(a)(iii)",
        "Substantial harm to UK interests abroad.",
        QUALIFIED,
        _SUBSTANTIALLY,
        ncnd=_REVEALED,
    ),
    _withhold(
        "32(1)(a)(iv)",
        "Substantial harm to how the UK promotes or protects its interests abroad.",
        QUALIFIED,
        _SUBSTANTIALLY,
        ncnd=_REVEALED,
    ),
    _withhold(
        "32(1)(b)",
        "Confidential information from another State, or an international organisation or court.",
        QUALIFIED,
        CLASS,
        ncnd=_REVEALED,
    ),
    _definition("32(2)", "When such information counts as confidential."),
    _definition("32(3)", "Meanings: international court, international organisation, State."),
    # s.33 Commercial interests and the economy
    _withhold("33(1)(a)", "A trade secret.", QUALIFIED, CLASS, ncnd=_REVEALED),
    _withhold(
        "33(1)(b)",
        "Substantial harm to anyone's commercial interests, the authority's own included.",
        QUALIFIED,
        _SUBSTANTIALLY,
        ncnd=_REVEALED,
    ),
    _withhold(
        "33(2)(a)",
        "Substantial harm to the economic interests of the United Kingdom or a part of it.",
        QUALIFIED,
        _SUBSTANTIALLY,
        ncnd=_REVEALED,
    ),
    _withhold(
        "33(2)(b)",
        "Substantial harm to the financial interests of an administration in the United Kingdom.",
        QUALIFIED,
        _SUBSTANTIALLY,
        ncnd=_REVEALED,
    ),
    _definition("33(3)", "Which administrations are meant: those of 28(2)."),
    # s.34 Investigations and proceedings
    _withhold(
        "34(1)(a)",
        "Ever held for an investigation the authority must conduct into whether someone should be prosecuted, or is guilty.",
        QUALIFIED,
        CLASS,
        ncnd=_REVEALED,
    ),
    _withhold(
        "34(1)(b)",
        "Ever held for the authority's investigation that may lead it to report to the procurator fiscal.",
        QUALIFIED,
        CLASS,
        ncnd=_REVEALED,
    ),
    _withhold(
        "34(1)(c)",
        "Ever held for criminal proceedings that followed such a report.",
        QUALIFIED,
        CLASS,
        ncnd=_REVEALED,
    ),
    _withhold(
        "34(2)(a)",
        "Held for a fatal accident inquiry that is not finished.",
        QUALIFIED,
        CLASS,
        ncnd=_REVEALED,
        in_force=_INQUIRIES,
        sources=(TEXT, TEXT_2005, INQUIRIES_2016),
    ),
    _withhold(
        "34(2)(b)",
        "Ever held for another investigation into the cause of a death.",
        QUALIFIED,
        CLASS,
        ncnd=_REVEALED,
    ),
    _withhold(
        "34(3)",
        "Obtained or recorded for other investigations with a purpose of 35(2), and about confidential sources.",
        QUALIFIED,
        CLASS,
        ncnd=_REVEALED,
        notes="Both (a) and (b) must be met.",
    ),
    _withhold(
        "34(4)",
        "Obtained or recorded for the authority's civil proceedings arising from such investigations.",
        QUALIFIED,
        CLASS,
        ncnd=_REVEALED,
    ),
    # s.35 Law enforcement
    _withhold(
        "35(1)(a)",
        "Substantial harm to preventing or detecting crime.",
        QUALIFIED,
        _SUBSTANTIALLY,
        ncnd=_REVEALED,
    ),
    _withhold(
        "35(1)(b)",
        "Substantial harm to catching or prosecuting offenders.",
        QUALIFIED,
        _SUBSTANTIALLY,
        ncnd=_REVEALED,
    ),
    _withhold(
        "35(1)(c)",
        "Substantial harm to the administration of justice.",
        QUALIFIED,
        _SUBSTANTIALLY,
        ncnd=_REVEALED,
    ),
    _withhold(
        "35(1)(d)",
        "Substantial harm to assessing or collecting tax or duty.",
        QUALIFIED,
        _SUBSTANTIALLY,
        ncnd=_REVEALED,
    ),
    _withhold(
        "35(1)(e)",
        "Substantial harm to immigration controls.",
        QUALIFIED,
        _SUBSTANTIALLY,
        ncnd=_REVEALED,
    ),
    _withhold(
        "35(1)(f)",
        "Substantial harm to security and good order where people are lawfully detained.",
        QUALIFIED,
        _SUBSTANTIALLY,
        ncnd=_REVEALED,
    ),
    _withhold(
        "35(1)(g)",
        "Substantial harm to an authority's functions for a purpose of 35(2).",
        QUALIFIED,
        _SUBSTANTIALLY,
        ncnd=_REVEALED,
        notes="Must be cited with at least one purpose of s.35(2).",
    ),
    _withhold(
        "35(1)(h)",
        "Substantial harm to civil proceedings arising from an investigation for a purpose of 35(2).",
        QUALIFIED,
        _SUBSTANTIALLY,
        ncnd=_REVEALED,
        notes="Must be cited with at least one purpose of s.35(2).",
    ),
    _definition("35(2)(a)", _PURPOSE + "to find out whether someone broke the law."),
    _definition("35(2)(b)", _PURPOSE + "to find out who is responsible for improper conduct."),
    _definition(
        "35(2)(c)", _PURPOSE + "to find out whether circumstances justify regulatory action."
    ),
    _definition(
        "35(2)(d)",
        _PURPOSE + "to judge fitness or competence to manage a body corporate or to practise.",
    ),
    _definition("35(2)(e)", _PURPOSE + "to find the cause of an accident."),
    _definition("35(2)(f)", _PURPOSE + "to protect a charity from misconduct or mismanagement."),
    _definition("35(2)(g)", _PURPOSE + "to protect charity property from loss or mismanagement."),
    _definition("35(2)(h)", _PURPOSE + "to recover charity property."),
    _definition("35(2)(i)", _PURPOSE + "to secure health, safety and welfare at work."),
    _definition(
        "35(2)(j)",
        _PURPOSE + "to protect others from health and safety risks created by people at work.",
    ),
    # s.36 Confidentiality
    _withhold(
        "36(1)",
        "Information over which confidentiality of communications could be maintained in legal proceedings.",
        QUALIFIED,
        CLASS,
    ),
    _withhold(
        "36(2)",
        "Information obtained from someone else (another authority included) whose release to the public would be an actionable breach of confidence.",
        absolute("2(2)(c)"),
        CLASS,
        notes="Both (a) obtained from another person and (b) actionable breach must be met.",
    ),
    # s.37 Court records, etc.
    _withhold(
        "37(1)(a)",
        "Held only because it is in a document lodged with a court, served, or made by a court, for a case.",
        absolute("2(2)(d)"),
        CLASS,
        limited_by=("37(3)",),
    ),
    _withhold(
        "37(1)(b)",
        "Held only because it is in a document lodged with, or made by, whoever is running an inquiry or arbitration.",
        absolute("2(2)(d)"),
        CLASS,
        limited_by=("37(3)",),
    ),
    _definition("37(2)", "Meanings of court and inquiry."),
    _definition(
        "37(3)",
        "Information held for a fatal accident inquiry is outside the section.",
        in_force=_INQUIRIES,
        sources=(TEXT, TEXT_2005, INQUIRIES_2016),
    ),
    # s.38 Personal information
    *(row for written in _OWN for row in _before_and_since_2013(written)),
    _definition(
        "38(2)",
        "First condition under the Data Protection Act 1998: a data protection principle, or a notice under its s.10, would be broken.",
        in_force=_UNTIL_2018,
        sources=(TEXT_2005,),
    ),
    _definition(
        "38(2A)",
        "First condition: releasing the data to the public would break a data protection principle.",
        in_force=_SINCE_2018,
        sources=(TEXT, DPA_2018),
    ),
    _definition(
        "38(2B)",
        "Second condition: releasing the data to the public would go against an objection to processing.",
        in_force=_GDPR,
        sources=(TEXT, DPA_2018, SI_2019_419),
    ),
    _definition(
        "38(3)",
        "Second condition under the Data Protection Act 1998: the data subject could be refused the data.",
        in_force=_UNTIL_2018,
        sources=(TEXT_2005,),
    ),
    _definition(
        "38(3A)",
        "Third condition: the data would be held back from the data subject on an access request.",
        in_force=_AND_78A,
        dates=Confidence.INFERRED,
        sources=(TEXT, DPA_2018, DUAA_S88),
    ),
    _definition(
        "38(4)",
        "Some transitional exemptions of the Data Protection Act 1998 are ignored for what was done before 24 October 2007.",
        in_force=_UNTIL_2018,
        sources=(TEXT_2005,),
    ),
    _definition(
        "38(5)",
        "Meanings of data protection principles, data subject, personal data, health record and personal census information.",
        in_force=(
            period(COMMENCEMENT, date(2018, 5, 24), "by the Data Protection Act 1998"),
            period(date(2018, 5, 25), date(2020, 12, 30), "DPA 2018 Sch 19 para 90(6)"),
            period(date(2020, 12, 31), None, "SI 2019/419 Sch 3 para 22(3)"),
        ),
        sources=(TEXT, TEXT_2005, DPA_2018, SI_2019_419),
    ),
    _definition(
        "38(5A)",
        "When testing lawfulness, Article 6(1) UK GDPR is read so that public authorities may use legitimate interests (but not recognised legitimate interests, point (ea)).",
        in_force=(
            period(date(2018, 5, 25), date(2020, 12, 30), "DPA 2018 Sch 19 para 90(7)"),
            period(date(2020, 12, 31), date(2026, 2, 4), "SI 2019/419 Sch 3 para 22(4)"),
            period(
                date(2026, 2, 5),
                None,
                "DUAA 2025 s.70 (SI 2026/82); (ea) wording; date inferred from commencement of s.70",
            ),
        ),
        dates=Confidence.INFERRED,
        sources=(TEXT, DPA_2018, SI_2019_419, DUAA_S70),
    ),
    _definition("38(6)", "Amends the Census Act 1920 to match s.58(2)(b)."),
    # s.39 Health, safety and the environment
    _withhold(
        "39(1)",
        "Would, or would be likely to, endanger someone's physical or mental health or safety.",
        QUALIFIED,
        ENDANGER,
        ncnd=_REVEALED,
        notes="One provision for what FOIA s.38(1) has in two limbs.",
    ),
    _withhold(
        "39(2)",
        "Environmental information the authority must make available under the Scottish EIRs, or would have to but for an exception there.",
        QUALIFIED,
        CLASS,
        notes="Use it to route the request to the Environmental Information (Scotland) Regulations 2004, which are out of scope here.",
    ),
    _definition("39(3)", "39(2)(a) takes nothing from the reach of 25(1)."),
    # s.40 Audit functions
    _withhold(
        "40",
        "Substantial harm to an authority's functions of auditing other authorities or examining their use of resources.",
        QUALIFIED,
        _SUBSTANTIALLY,
    ),
    # s.41 Communications with Her Majesty etc. and honours
    _withhold(
        "41(a)",
        "Relates to communications with the Sovereign, other royals or the Royal Household.",
        QUALIFIED,
        CLASS,
        ncnd=_REVEALED,
        notes="One qualified provision still: FOIA s.37 was split in 2011.",
    ),
    _withhold(
        "41(b)",
        "Relates to the Sovereign's exercise of the prerogative of honour.",
        QUALIFIED,
        CLASS,
        ncnd=_REVEALED,
    ),
)

PARTS: Final = _FOISA.parts(
    {
        "25(2)": "a b",
        "25(2)(b)": "i ii",
        "25(3)": "a b",
        "25(3)(a)": "i ii",
        "27(1)": "a b c",
        "27(1)(a)": "i ii",
        "27(2)": "a b",
        "27(2)(a)": "i ii",
        "27(2)(b)": "i ii iii iv",
        "28(2)": "a b c d",
        "29(2)": "a b",
        "31(5)": "a b",
        "31(5)(b)": "i ii",
        "32(1)(b)": "i ii",
        "32(2)": "a b",
        "34(1)(a)": "i ii",
        "34(2)(b)": "i ii",
        "34(3)": "a b",
        "35(1)(h)": "i ii",
        "35(2)(d)": "i ii",
        "36(2)": "a b",
        "37(1)(a)": "i ii iii",
        "37(1)(b)": "i ii",
        "38(2)": "a b",
        "38(2)(a)": "i ii",
        "38(2A)": "a b",
        "38(3A)": "a b",
        "39(2)": "a b",
        "40": "a b",
    },
    {"25(3)": period(_REACHES_38, None, "2013 asp 2 s.3; SSI 2013/136")},
)
"""Paragraphs without a row of their own, read with what they stand in."""

REPLACED_BY: Final = _FOISA.replaced(
    {
        "38(2)(a)(i)": ("38(2A)(a)",),
        "38(2)(a)(ii)": ("38(2B)",),
        "38(2)(b)": ("38(2A)(b)",),
        "38(3)": ("38(3A)",),
    }
)
"""What took the place of a provision, or of its old text."""

LAW: Final = Law(
    rows=ROWS,
    parts=PARTS,
    replaced_by=REPLACED_BY,
    extent="no section of Part 2 (s.25 to s.41) has that number",
)
