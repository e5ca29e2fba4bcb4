"""Part II of the Freedom of Information Act 2000, ss.21 to 44, as dated data.

One row for each provision that practitioners cite, in the Act's order; s.40(2) has one
for each condition as well.  Links name a provision or one that contains it, and are
resolved on the day asked for.  A provision not listed in s.2(3) is qualified: that list
is exhaustive.  Summaries are this library's own words, never the Act's.

A provision has a row for each way it reads, and for each place s.2(3) gives it: s.37(2)
changes its status on 19 January 2011, and ss.40(1) and 40(2) the item of s.2(3) and the
NCND provisions they answer to on 25 May 2018.  The conditions of s.40(2) and the repealed
s.40(6) have definitions of their own, read in the revised texts of 2008 and 2026.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from foiprevent.citations import Confidence, Regime, Source
from foiprevent.exemptions._model import (
    COMMENCEMENT,
    Basis,
    Certificate,
    Exemption,
    Harm,
    Role,
    Status,
    Trigger,
)
from foiprevent.exemptions._rows import (
    CLASS,
    CONDITIONS,
    ENDANGER,
    QUALIFIED,
    SAFEGUARD,
    Ground,
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

_ACT: Final = "https://www.legislation.gov.uk/ukpga/2000/36"
TEXT: Final = enactment("FOIA 2000, revised text as at 7 April 2026", _ACT)
TEXT_2008: Final = enactment("FOIA 2000, revised text as at 10 June 2008", _ACT + "/2008-06-10")
ANNOTATIONS: Final = enactment("FOIA 2000, textual amendment notes as at 7 April 2026", _ACT)
PRINT_2000: Final = enactment("FOIA 2000, as enacted (Queen's Printer's copy)")
NOTES: Final = enactment("FOIA 2000, explanatory notes", _ACT + "/notes")
SECTION_2_IN_2005: Final = enactment("FOIA 2000 s.2, text valid from 1 January 2005")
SECTION_23_VERSIONS: Final = enactment("FOIA 2000 s.23, versions", _ACT + "/section/23")
SECTION_31_ENACTED: Final = enactment("FOIA 2000 s.31, as enacted", _ACT + "/section/31/enacted")
SECTION_38: Final = enactment("FOIA 2000 s.38", _ACT + "/section/38")
DPA_2018: Final = enactment(
    "Data Protection Act 2018 Sch 19 paras 55-58",
    "https://www.legislation.gov.uk/ukpga/2018/12/schedule/19",
)
CRGA_2010: Final = enactment(
    "Constitutional Reform and Governance Act 2010 Sch 7",
    "https://www.legislation.gov.uk/ukpga/2010/25/schedule/7",
)
SI_2011_46: Final = enactment("SI 2011/46", "https://www.legislation.gov.uk/uksi/2011/46")
SI_2013_1482: Final = enactment("SI 2013/1482", "https://www.legislation.gov.uk/uksi/2013/1482")
SI_2014_2330: Final = enactment("SI 2014/2330", "https://www.legislation.gov.uk/uksi/2014/2330")
SI_2016_1142: Final = enactment("SI 2016/1142", "https://www.legislation.gov.uk/uksi/2016/1142")
SI_2018_1353: Final = enactment("SI 2018/1353", "https://www.legislation.gov.uk/uksi/2018/1353")
SI_2024_1021: Final = enactment("SI 2024/1021", "https://www.legislation.gov.uk/uksi/2024/1021")
SI_2026_82: Final = enactment("SI 2026/82", "https://www.legislation.gov.uk/uksi/2026/82")
IPA_2014_NOTES: Final = enactment(
    "Intellectual Property Act 2014, explanatory notes",
    "https://www.legislation.gov.uk/ukpga/2014/18/notes",
)
EIR_REG_20: Final = enactment(
    "EIR 2004 reg.20", "https://www.legislation.gov.uk/uksi/2004/3391/regulation/20"
)
ICO_S26: Final = guidance("ICO guidance on s.26", "section-26-defence")
ICO_S30_31: Final = guidance(
    "ICO guidance on s.31: s.30 or s.31?",
    "section-31-law-enforcement/should-we-apply-section-30-or-31",
)
ICO_S38: Final = guidance("ICO guidance on s.38 (15 March 2024)", "section-38-health-and-safety")
ICO_S40: Final = guidance(
    "ICO guidance on s.40 (11 July 2024)",
    "section-40-and-regulation-13-personal-information",
)

TITLES: Final = {
    "21": "Information accessible to applicant by other means",
    "22": "Information intended for future publication",
    "22A": "Research",
    "23": "Information supplied by, or relating to, bodies dealing with security matters",
    "24": "National security",
    "25": "Certificates under ss. 23 and 24: supplementary provisions",
    "26": "Defence",
    "27": "International relations",
    "28": "Relations within the United Kingdom",
    "29": "The economy",
    "30": "Investigations and proceedings conducted by public authorities",
    "31": "Law enforcement",
    "32": "Court records, etc",
    "33": "Audit functions",
    "34": "Parliamentary privilege",
    "35": "Formulation of government policy, etc",
    "36": "Prejudice to effective conduct of public affairs",
    "37": "Communications with Her Majesty, etc. and honours",
    "38": "Health and safety",
    "39": "Environmental information",
    "40": "Personal information",
    "41": "Information provided in confidence",
    "42": "Legal professional privilege",
    "43": "Commercial interests",
    "44": "Prohibitions on disclosure",
}

_FOIA: Final = Table(Regime.FOIA, TITLES, TEXT)
_definition, _withhold, _ncnd = _FOIA.definition, _FOIA.withhold, _FOIA.ncnd


_SINCE_2014: Final = (
    period(date(2014, 10, 1), None, "Intellectual Property Act 2014 s.20; SI 2014/2330 art 3"),
)
_SINCE_2011: Final = (
    period(
        date(2011, 1, 19),
        None,
        "CRGA 2010 s.46, Sch 7 paras 2-3; SI 2011/46 art 3; SI 2011/46 art 4: requests received before 19 Jan 2011 stay under the old text",
        Trigger.RECEIVED,
    ),
)
_UNTIL_2011: Final = (period(COMMENCEMENT, date(2011, 1, 18), None, Trigger.RECEIVED),)
_SINCE_2018: Final = (
    period(date(2018, 5, 25), None, "DPA 2018 Sch 19 para 58; SI 2018/625 reg 2(1)(g)"),
)
_GDPR: Final = (
    period(
        date(2018, 5, 25),
        date(2020, 12, 30),
        "DPA 2018 Sch 19 para 58, which referred to 'the GDPR'",
    ),
    period(date(2020, 12, 31), None, "SI 2019/419 Sch 3 para 20; 'UK GDPR'"),
)
_GDPR_AND_78A: Final = (
    period(
        date(2018, 5, 25),
        date(2020, 12, 30),
        "DPA 2018 Sch 19 para 58, which referred to 'the GDPR'",
    ),
    period(date(2020, 12, 31), date(2025, 9, 4), "SI 2019/419 Sch 3 para 20"),
    period(
        date(2025, 9, 5),
        None,
        "DUAA 2025 s.88 (SI 2025/996); adds s.78A DPA 2018; date inferred from commencement of s.88",
    ),
)
_UNTIL_2018: Final = (period(COMMENCEMENT, date(2018, 5, 24)),)


_ABSOLUTE_FOR_PARLIAMENT: Final = partly_absolute(
    "2(3)(e)",
    "absolute only for information held by the House of Commons or the House of Lords; "
    "otherwise qualified",
)


_PREJUDICE: Final = harmful("prejudice")
_INHIBIT: Final = harmful("inhibit")
_OTHERWISE: Final = harmful("otherwise prejudice")
_EFFECT_OF_36: Final = harmful("have an effect mentioned in s.36(2)")
_PRIVILEGE: Final = Ground(Basis.REQUIRED, Harm(verb="avoid infringing"))

_MINISTERS: Final = (
    "a Minister of the Crown who is a member of the Cabinet, the Attorney General, the "
    "Advocate General for Scotland or the Attorney General for Northern Ireland (s.25(3))"
)
_CERTIFICATE_23: Final = Certificate(
    citation=_FOIA.cite("23(2)"),
    signed_by=_MINISTERS,
    effect="conclusive evidence, subject to appeal under s.60",
    covers="that the information came from or relates to a listed body",
)
_CERTIFICATE_24: Final = Certificate(
    citation=_FOIA.cite("24(3)"),
    signed_by=_MINISTERS,
    effect="conclusive evidence, subject to appeal under s.60 on judicial review principles; "
    "may be general and prospective (s.24(4))",
    covers="that exemption from s.1(1)(b), or from s.1(1)(a) and (b), is or was required",
)
_CERTIFICATE_34: Final = Certificate(
    citation=_FOIA.cite("34(3)"),
    signed_by="the Speaker (Commons) or the Clerk of the Parliaments (Lords) (s.34(4))",
    effect="conclusive evidence, with no appeal under s.60",
    covers="that exemption is or was required",
)
_CERTIFICATE_36: Final = Certificate(
    citation=_FOIA.cite("36(7)"),
    signed_by="the qualified person of the House: the Speaker (s.36(5)(d)) or the Clerk of the "
    "Parliaments (s.36(5)(e))",
    effect="conclusive evidence",
    covers="that disclosing, or confirming or denying, by either House has an effect "
    "mentioned in s.36(2)",
)

_INVESTIGATORS: Final = (
    "only an authority with the duty or power to investigate or prosecute as described"
)
_DEPARTMENTS: Final = "government departments and the Welsh Government only"
_NOT_UNDER_35: Final = (
    "departments and the Welsh Government, for information not exempt under s.35; any other "
    "public authority, for any information"
)
_AUDITORS: Final = "only an authority that audits or examines other authorities, as s.33(1) says"

_ABOLISHED: Final = "Abolished body; still listed, so its information stays covered."
_NORTHERN_IRELAND: Final = (
    "For information held by Northern Ireland bodies s.80A reads the Act as if the changes of "
    "2011 had not been made (recalled: the exact words of s.80A were not read)."
)
_NOT_IF_30: Final = "Applies only to information not exempt by virtue of s.30."
_WITH_30_2_B: Final = "Cite with s.30(2)(b), which must be met as well."
_WITH_31_2: Final = f"{_NOT_IF_30} Must be cited with at least one purpose of s.31(2)."
_OPINION: Final = (
    "Needs the reasonable opinion of the qualified person of s.36(5), except for statistical "
    "information (s.36(4))."
)
_NOT_PREJUDICE: Final = (
    "The regulator said in March 2024 that to endanger is not to prejudice, so this is no "
    "prejudice-based exemption; older material, and some tribunals, take the prejudice steps."
)


def _about_certificates(
    citation: str, summary: str, *, sources: tuple[Source, ...] = ()
) -> Exemption:
    return _definition(citation, summary, role=Role.CERTIFICATE, sources=sources)


ROWS: Final = (
    # s.21 Information accessible to applicant by other means
    _withhold(
        "21(1)",
        "Information the requester can already reasonably get some other way than through FOIA.",
        absolute("2(3)(a)"),
        CLASS,
        sources=(TEXT, TEXT_2008),
        notes="Section 21 has no NCND limb: the authority must confirm it holds the information.",
    ),
    _definition(
        "21(2)(a)",
        "Having to pay does not by itself stop information being reasonably accessible.",
    ),
    _definition(
        "21(2)(b)",
        "Information that some enactment obliges anyone to give the public on request (other than by inspection) is treated as reasonably accessible.",
    ),
    _definition(
        "21(3)",
        "Merely being obtainable from the authority on request is not enough, unless it is offered under the publication scheme at a price fixed by that scheme.",
    ),
    # s.22 Information intended for future publication
    _withhold(
        "22(1)",
        "Information already held, when the request arrived, with a settled intention that it be published later, where waiting until then is reasonable.",
        QUALIFIED,
        CLASS,
        ncnd=("22(2)",),
        sources=(TEXT, TEXT_2008),
        notes="Three cumulative conditions 22(1)(a),(b),(c); (c) is a reasonableness test separate from the PIT. Class-based with a built-in reasonableness test.",
    ),
    _ncnd(
        "22(2)",
        "No need to say whether information is held, so far as saying so would itself give away information meeting 22(1).",
        QUALIFIED,
        CLASS,
        covers=("22(1)",),
    ),
    # s.22A Research
    _withhold(
        "22A(1)",
        "Information from, or derived from, a research programme still heading for a published report, where release before publication would, or would be likely to, harm the programme, its participants or the holding/reporting authority.",
        QUALIFIED,
        _PREJUDICE,
        ncnd=("22A(2)",),
        in_force=_SINCE_2014,
        sources=(TEXT, ANNOTATIONS, SI_2014_2330, IPA_2014_NOTES),
    ),
    _withhold(
        "22A(1)(b)(i)",
        "Harm limb: the research programme itself.",
        QUALIFIED,
        _PREJUDICE,
        ncnd=("22A(2)",),
        in_force=_SINCE_2014,
        sources=(TEXT, ANNOTATIONS, SI_2014_2330, IPA_2014_NOTES),
    ),
    _withhold(
        "22A(1)(b)(ii)",
        "Harm limb: interests of an individual taking part in the programme.",
        QUALIFIED,
        _PREJUDICE,
        ncnd=("22A(2)",),
        in_force=_SINCE_2014,
        sources=(TEXT, ANNOTATIONS, SI_2014_2330, IPA_2014_NOTES),
    ),
    _withhold(
        "22A(1)(b)(iii)",
        "Harm limb: interests of the authority holding the information.",
        QUALIFIED,
        _PREJUDICE,
        ncnd=("22A(2)",),
        in_force=_SINCE_2014,
        sources=(TEXT, ANNOTATIONS, SI_2014_2330, IPA_2014_NOTES),
    ),
    _withhold(
        "22A(1)(b)(iv)",
        "Harm limb: interests of the authority that will publish the report, where different from the holder.",
        QUALIFIED,
        _PREJUDICE,
        ncnd=("22A(2)",),
        in_force=_SINCE_2014,
        sources=(TEXT, ANNOTATIONS, SI_2014_2330, IPA_2014_NOTES),
    ),
    _ncnd(
        "22A(2)",
        "No need to confirm or deny for information that is (or, if held, would be) within 22A(1), so far as confirming would harm one of the 22A(1)(b) interests.",
        QUALIFIED,
        _PREJUDICE,
        covers=("22A(1)",),
        in_force=_SINCE_2014,
        sources=(TEXT, ANNOTATIONS, SI_2014_2330, IPA_2014_NOTES),
    ),
    # s.23 Information supplied by, or relating to, bodies dealing with security matters
    _withhold(
        "23(1)",
        "Information that reached the authority, directly or indirectly, from a listed security or intelligence body, or that is about one.",
        absolute("2(3)(b)"),
        CLASS,
        ncnd=("23(5)",),
        excludes=("24(1)",),
        certificates=(_CERTIFICATE_23,),
        sources=(TEXT, TEXT_2008, SECTION_23_VERSIONS, PRINT_2000),
        notes="Two alternative limbs: 'supplied by' (source) and 'relates to' (content).",
    ),
    _about_certificates(
        "23(2)",
        "Ministerial certificate that information was supplied by or relates to a listed body.",
        sources=(TEXT, TEXT_2008, SECTION_23_VERSIONS, PRINT_2000),
    ),
    _definition(
        "23(3)(a)",
        "Listed body: Security Service (MI5).",
        sources=(TEXT, TEXT_2008, SECTION_23_VERSIONS, PRINT_2000),
    ),
    _definition(
        "23(3)(b)",
        "Listed body: Secret Intelligence Service (MI6).",
        sources=(TEXT, TEXT_2008, SECTION_23_VERSIONS, PRINT_2000),
    ),
    _definition(
        "23(3)(c)",
        "Listed body: GCHQ (as extended by 23(4)).",
        sources=(TEXT, TEXT_2008, SECTION_23_VERSIONS, PRINT_2000),
    ),
    _definition(
        "23(3)(d)",
        "Listed body: special forces.",
        sources=(TEXT, TEXT_2008, SECTION_23_VERSIONS, PRINT_2000),
    ),
    _definition(
        "23(3)(e)",
        "Listed body: Investigatory Powers Tribunal (RIPA s.65).",
        sources=(TEXT, TEXT_2008, SECTION_23_VERSIONS, PRINT_2000),
    ),
    _definition(
        "23(3)(f)",
        "Listed body: former Interception of Communications Tribunal.",
        sources=(TEXT, TEXT_2008, SECTION_23_VERSIONS, PRINT_2000),
        notes=_ABOLISHED,
    ),
    _definition(
        "23(3)(g)",
        "Listed body: former Security Service Tribunal.",
        sources=(TEXT, TEXT_2008, SECTION_23_VERSIONS, PRINT_2000),
        notes=_ABOLISHED,
    ),
    _definition(
        "23(3)(h)",
        "Listed body: former Intelligence Services Tribunal.",
        sources=(TEXT, TEXT_2008, SECTION_23_VERSIONS, PRINT_2000),
        notes=_ABOLISHED,
    ),
    _definition(
        "23(3)(i)",
        "Listed body: Security Vetting Appeals Panel.",
        sources=(TEXT, TEXT_2008, SECTION_23_VERSIONS, PRINT_2000),
    ),
    _definition(
        "23(3)(j)",
        "Listed body: Security Commission.",
        sources=(TEXT, TEXT_2008, SECTION_23_VERSIONS, PRINT_2000),
    ),
    _definition(
        "23(3)(k)",
        "Listed body: National Criminal Intelligence Service.",
        sources=(TEXT, TEXT_2008, SECTION_23_VERSIONS, PRINT_2000),
        notes=_ABOLISHED,
    ),
    _definition(
        "23(3)(l)",
        "Listed body: Service Authority for NCIS.",
        sources=(TEXT, TEXT_2008, SECTION_23_VERSIONS, PRINT_2000),
        notes=_ABOLISHED,
    ),
    _definition(
        "23(3)(m)",
        "Listed body: Serious Organised Crime Agency.",
        in_force=(period(date(2006, 4, 1), None, "SOCPA 2005; date recalled"),),
        dates=Confidence.RECALLED,
        sources=(TEXT, TEXT_2008, SECTION_23_VERSIONS, PRINT_2000),
        notes=_ABOLISHED,
    ),
    _definition(
        "23(3)(n)",
        "Listed body: National Crime Agency.",
        in_force=(period(date(2013, 10, 7), None, "Crime and Courts Act 2013; date recalled"),),
        dates=Confidence.RECALLED,
        sources=(TEXT, TEXT_2008, SECTION_23_VERSIONS, PRINT_2000),
    ),
    _definition(
        "23(3)(o)",
        "Listed body: Intelligence and Security Committee of Parliament.",
        in_force=(
            period(date(2013, 6, 25), None, "Justice and Security Act 2013 (SI 2013/1482)"),
        ),
        sources=(TEXT, TEXT_2008, SECTION_23_VERSIONS, PRINT_2000, SI_2013_1482),
    ),
    _definition(
        "23(3)(p)",
        "Listed body: a Judicial Commissioner under the Investigatory Powers Act 2016.",
        in_force=(
            period(
                date(2024, 10, 14),
                None,
                "Investigatory Powers (Amendment) Act 2024 s29 (SI 2024/1021 reg 2(aa))",
            ),
        ),
        sources=(TEXT, TEXT_2008, SECTION_23_VERSIONS, PRINT_2000, SI_2024_1021),
    ),
    _definition(
        "23(4)",
        "GCHQ includes armed-forces units required to assist it.",
        sources=(TEXT, TEXT_2008, SECTION_23_VERSIONS, PRINT_2000),
    ),
    _ncnd(
        "23(5)",
        "No need to confirm or deny so far as doing so would itself disclose information (recorded or not) supplied by or relating to a listed body.",
        absolute("2(3)(b)"),
        CLASS,
        covers=("23(1)",),
        sources=(TEXT, TEXT_2008, SECTION_23_VERSIONS, PRINT_2000),
        notes="May be cited together with 24(2) (not mutually exclusive). No certificate power is expressed to cover 23(5) itself: 23(2) certifies only the supplied-by/relates-to fact.",
    ),
    # s.24 National security
    _withhold(
        "24(1)",
        "Information outside 23(1) that has to be withheld to safeguard national security.",
        QUALIFIED,
        SAFEGUARD,
        ncnd=("24(2)",),
        excludes=("23(1)",),
        certificates=(_CERTIFICATE_24,),
        sources=(TEXT, TEXT_2008, NOTES),
        notes="Text confines 24(1) to information 'which does not fall within section 23(1)': the two withholding limbs are mutually exclusive but may be pleaded in the alternative.",
    ),
    _ncnd(
        "24(2)",
        "No need to confirm or deny so far as that is required to safeguard national security.",
        QUALIFIED,
        SAFEGUARD,
        covers=("24(1)",),
        certificates=(_CERTIFICATE_24,),
        sources=(TEXT, TEXT_2008, NOTES),
        notes="24(2), unlike 24(1), is not worded to exclude matters within s.23.",
    ),
    _about_certificates("24(3)", "Ministerial certificate that exemption is, or was, required."),
    _about_certificates(
        "24(4)", "The certificate may describe information generally and look forward."
    ),
    # s.25 Certificates under ss. 23 and 24: supplementary provisions
    _about_certificates(
        "25(1)",
        "A document that looks like a certificate of s.23 or s.24 is accepted as one until the contrary is shown.",
    ),
    _about_certificates(
        "25(2)", "A certified copy of a certificate of s.23 or s.24 is evidence of it."
    ),
    _about_certificates("25(3)", "Only Cabinet ministers or the named law officers may sign."),
    # s.26 Defence
    _withhold(
        "26(1)(a)",
        "Harm to the defence of the British Islands or a colony.",
        QUALIFIED,
        _PREJUDICE,
        ncnd=("26(3)",),
        sources=(TEXT, TEXT_2008, ICO_S26),
    ),
    _withhold(
        "26(1)(b)",
        "Harm to the capability, effectiveness or security of UK or co-operating forces.",
        QUALIFIED,
        _PREJUDICE,
        ncnd=("26(3)",),
        sources=(TEXT, TEXT_2008, ICO_S26),
    ),
    _definition(
        "26(2)",
        "Meaning of relevant forces: Crown armed forces and forces co-operating with them, or any part.",
    ),
    _ncnd(
        "26(3)",
        "No need to confirm or deny so far as doing so would harm a 26(1) interest.",
        QUALIFIED,
        _PREJUDICE,
        covers=("26(1)(a)", "26(1)(b)"),
        sources=(TEXT, ICO_S26),
    ),
    # s.27 International relations
    _withhold(
        "27(1)(a)",
        "Harm to UK relations with another State.",
        QUALIFIED,
        _PREJUDICE,
        ncnd=("27(4)(a)",),
        sources=(TEXT, TEXT_2008),
    ),
    _withhold(
        "27(1)(b)",
        "Harm to UK relations with an international organisation or court.",
        QUALIFIED,
        _PREJUDICE,
        ncnd=("27(4)(a)",),
        sources=(TEXT, TEXT_2008),
    ),
    _withhold(
        "27(1)(c)",
        "Harm to UK interests abroad.",
        QUALIFIED,
        _PREJUDICE,
        ncnd=("27(4)(a)",),
        sources=(TEXT, TEXT_2008),
    ),
    _withhold(
        "27(1)(d)",
        "Harm to the UK promoting or protecting its interests abroad.",
        QUALIFIED,
        _PREJUDICE,
        ncnd=("27(4)(a)",),
        sources=(TEXT, TEXT_2008),
    ),
    _withhold(
        "27(2)",
        "Confidential information obtained from another State, an international organisation or an international court.",
        QUALIFIED,
        CLASS,
        ncnd=("27(4)(b)",),
        sources=(TEXT, TEXT_2008),
    ),
    _definition(
        "27(3)",
        "When information from such a source counts as confidential (its terms, or a reasonable expectation from the circumstances).",
    ),
    _ncnd(
        "27(4)(a)",
        "No need to confirm or deny so far as doing so would harm a 27(1) interest.",
        QUALIFIED,
        _PREJUDICE,
        covers=("27(1)(a)", "27(1)(b)", "27(1)(c)", "27(1)(d)"),
    ),
    _ncnd(
        "27(4)(b)",
        "No need to confirm or deny so far as doing so would give away 27(2) confidential information.",
        QUALIFIED,
        CLASS,
        covers=("27(2)",),
    ),
    _definition("27(5)", "Meanings of international court, international organisation and State."),
    # s.28 Relations within the United Kingdom
    _withhold(
        "28(1)",
        "Harm to relations between any two UK administrations.",
        QUALIFIED,
        _PREJUDICE,
        ncnd=("28(3)",),
        sources=(TEXT, TEXT_2008, CRGA_2010),
    ),
    _definition(
        "28(2)",
        "The administrations: UK government, Scottish Administration, NI Executive Committee, Welsh Government (drafted as Welsh Assembly Government).",
        in_force=(
            period(COMMENCEMENT, date(2007, 5, 24), "National Assembly for Wales"),
            period(date(2007, 5, 25), None, "SI 2007/1388 (date inferred from sister amendments)"),
        ),
        dates=Confidence.INFERRED,
    ),
    _ncnd(
        "28(3)",
        "No need to confirm or deny so far as doing so would harm those relations.",
        QUALIFIED,
        _PREJUDICE,
        covers=("28(1)",),
    ),
    # s.29 The economy
    _withhold(
        "29(1)(a)",
        "Harm to the economic interests of the UK or part of it.",
        QUALIFIED,
        _PREJUDICE,
        ncnd=("29(2)",),
    ),
    _withhold(
        "29(1)(b)",
        "Harm to the financial interests of a UK administration.",
        QUALIFIED,
        _PREJUDICE,
        ncnd=("29(2)",),
    ),
    _ncnd(
        "29(2)",
        "No need to confirm or deny so far as doing so would harm a 29(1) interest.",
        QUALIFIED,
        _PREJUDICE,
        covers=("29(1)(a)", "29(1)(b)"),
    ),
    # s.30 Investigations and proceedings conducted by public authorities
    _withhold(
        "30(1)(a)(i)",
        "Held at any time for an investigation the authority must carry out into whether someone should be charged.",
        QUALIFIED,
        CLASS,
        ncnd=("30(3)",),
        excludes=("31(1)",),
        who_may_rely=_INVESTIGATORS,
        sources=(TEXT, TEXT_2008, ICO_S30_31),
    ),
    _withhold(
        "30(1)(a)(ii)",
        "Held at any time for an investigation the authority must carry out into whether a charged person is guilty.",
        QUALIFIED,
        CLASS,
        ncnd=("30(3)",),
        excludes=("31(1)",),
        who_may_rely=_INVESTIGATORS,
        sources=(TEXT, TEXT_2008, ICO_S30_31),
    ),
    _withhold(
        "30(1)(b)",
        "Held at any time for an investigation by the authority that may lead it to start criminal proceedings it has power to bring.",
        QUALIFIED,
        CLASS,
        ncnd=("30(3)",),
        excludes=("31(1)",),
        who_may_rely=_INVESTIGATORS,
        sources=(TEXT, TEXT_2008, ICO_S30_31),
    ),
    _withhold(
        "30(1)(c)",
        "Held at any time for criminal proceedings the authority has power to bring.",
        QUALIFIED,
        CLASS,
        ncnd=("30(3)",),
        excludes=("31(1)",),
        who_may_rely=_INVESTIGATORS,
        sources=(TEXT, TEXT_2008, ICO_S30_31),
    ),
    _withhold(
        "30(2)(a)(i)",
        "Confidential-source material: obtained or recorded for functions concerning investigations of the 30(1)(a)/(b) kind, and relating to getting information from confidential sources (30(2)(b)).",
        QUALIFIED,
        CLASS,
        ncnd=("30(3)",),
        excludes=("31(1)",),
        who_may_rely=_INVESTIGATORS,
        notes=_WITH_30_2_B,
    ),
    _withhold(
        "30(2)(a)(ii)",
        "Confidential-source material: obtained or recorded for functions concerning criminal proceedings it has power to bring, and relating to getting information from confidential sources (30(2)(b)).",
        QUALIFIED,
        CLASS,
        ncnd=("30(3)",),
        excludes=("31(1)",),
        who_may_rely=_INVESTIGATORS,
        notes=_WITH_30_2_B,
    ),
    _withhold(
        "30(2)(a)(iii)",
        "Confidential-source material: obtained or recorded for functions concerning other investigations for a 31(2) purpose under prerogative or statute, and relating to getting information from confidential sources (30(2)(b)).",
        QUALIFIED,
        CLASS,
        ncnd=("30(3)",),
        excludes=("31(1)",),
        who_may_rely=_INVESTIGATORS,
        notes=_WITH_30_2_B,
    ),
    _withhold(
        "30(2)(a)(iv)",
        "Confidential-source material: obtained or recorded for functions concerning civil proceedings arising from such investigations, and relating to getting information from confidential sources (30(2)(b)).",
        QUALIFIED,
        CLASS,
        ncnd=("30(3)",),
        excludes=("31(1)",),
        who_may_rely=_INVESTIGATORS,
        notes=_WITH_30_2_B,
    ),
    _ncnd(
        "30(3)",
        "No need to confirm or deny for information that is, or if held would be, within 30(1) or (2).",
        QUALIFIED,
        CLASS,
        covers=("30(1)", "30(2)"),
        who_may_rely=_INVESTIGATORS,
    ),
    _definition(
        "30(4)",
        "References to the authority include its officers and, for departments, the Minister in charge.",
    ),
    _definition(
        "30(5)",
        "Criminal proceedings and offence include service law proceedings and service offences.",
        in_force=(
            period(
                COMMENCEMENT,
                None,
                "text replaced when Armed Forces Act 2006 service-law terms came in (exact date not verified; after 2008-06-10)",
            ),
        ),
        dates=Confidence.RECALLED,
    ),
    _definition("30(6)", "Scottish adaptations (reports to the procurator fiscal)."),
    # s.31 Law enforcement
    _withhold(
        "31(1)(a)",
        "Harm to preventing or detecting crime.",
        QUALIFIED,
        _PREJUDICE,
        ncnd=("31(3)",),
        excludes=("30(1)", "30(2)"),
        sources=(TEXT, TEXT_2008, SECTION_31_ENACTED),
        notes=_NOT_IF_30,
    ),
    _withhold(
        "31(1)(b)",
        "Harm to catching or prosecuting offenders.",
        QUALIFIED,
        _PREJUDICE,
        ncnd=("31(3)",),
        excludes=("30(1)", "30(2)"),
        sources=(TEXT, TEXT_2008, SECTION_31_ENACTED),
        notes=_NOT_IF_30,
    ),
    _withhold(
        "31(1)(c)",
        "Harm to the administration of justice.",
        QUALIFIED,
        _PREJUDICE,
        ncnd=("31(3)",),
        excludes=("30(1)", "30(2)"),
        sources=(TEXT, TEXT_2008, SECTION_31_ENACTED),
        notes=_NOT_IF_30,
    ),
    _withhold(
        "31(1)(d)",
        "Harm to assessing or collecting a tax, duty or similar charge.",
        QUALIFIED,
        _PREJUDICE,
        ncnd=("31(3)",),
        excludes=("30(1)", "30(2)"),
        sources=(TEXT, TEXT_2008, SECTION_31_ENACTED),
        notes=_NOT_IF_30,
    ),
    _withhold(
        "31(1)(e)",
        "Harm to running immigration controls.",
        QUALIFIED,
        _PREJUDICE,
        ncnd=("31(3)",),
        excludes=("30(1)", "30(2)"),
        sources=(TEXT, TEXT_2008, SECTION_31_ENACTED),
        notes=_NOT_IF_30,
    ),
    _withhold(
        "31(1)(f)",
        "Harm to security and good order in prisons and other places of lawful detention.",
        QUALIFIED,
        _PREJUDICE,
        ncnd=("31(3)",),
        excludes=("30(1)", "30(2)"),
        sources=(TEXT, TEXT_2008, SECTION_31_ENACTED),
        notes=_NOT_IF_30,
    ),
    _withhold(
        "31(1)(g)",
        "Harm to any authority's functions for a 31(2) purpose.",
        QUALIFIED,
        _PREJUDICE,
        ncnd=("31(3)",),
        excludes=("30(1)", "30(2)"),
        sources=(TEXT, TEXT_2008, SECTION_31_ENACTED),
        notes=_WITH_31_2,
    ),
    _withhold(
        "31(1)(h)",
        "Harm to civil proceedings by or for an authority arising from a 31(2)-purpose investigation.",
        QUALIFIED,
        _PREJUDICE,
        ncnd=("31(3)",),
        excludes=("30(1)", "30(2)"),
        sources=(TEXT, TEXT_2008, SECTION_31_ENACTED),
        notes=_WITH_31_2,
    ),
    _withhold(
        "31(1)(i)",
        "Harm to a Scottish fatal accident or sudden death inquiry arising from a 31(2)-purpose investigation.",
        QUALIFIED,
        _PREJUDICE,
        ncnd=("31(3)",),
        excludes=("30(1)", "30(2)"),
        in_force=(
            period(COMMENCEMENT, date(2017, 6, 14), "referred to the 1976 Act"),
            period(date(2017, 6, 15), None, "SI 2016/1142 (refers to 2016 asp 2)"),
        ),
        sources=(TEXT, TEXT_2008, SECTION_31_ENACTED, SI_2016_1142),
        notes=_WITH_31_2,
    ),
    _definition(
        "31(2)(a)",
        "Purpose (used with 31(1)(g)-(i) and 30(2)(a)(iii)): to find out whether someone broke the law.",
    ),
    _definition(
        "31(2)(b)",
        "Purpose (used with 31(1)(g)-(i) and 30(2)(a)(iii)): to find out who is responsible for improper conduct.",
    ),
    _definition(
        "31(2)(c)",
        "Purpose (used with 31(1)(g)-(i) and 30(2)(a)(iii)): to find out whether circumstances justify regulatory action.",
    ),
    _definition(
        "31(2)(d)",
        "Purpose (used with 31(1)(g)-(i) and 30(2)(a)(iii)): to judge fitness or competence for company management or a regulated activity.",
    ),
    _definition(
        "31(2)(e)",
        "Purpose (used with 31(1)(g)-(i) and 30(2)(a)(iii)): to find the cause of an accident.",
    ),
    _definition(
        "31(2)(f)",
        "Purpose (used with 31(1)(g)-(i) and 30(2)(a)(iii)): to protect charities from misconduct or mismanagement.",
    ),
    _definition(
        "31(2)(g)",
        "Purpose (used with 31(1)(g)-(i) and 30(2)(a)(iii)): to protect charity property from loss or misuse.",
    ),
    _definition(
        "31(2)(h)",
        "Purpose (used with 31(1)(g)-(i) and 30(2)(a)(iii)): to recover charity property.",
    ),
    _definition(
        "31(2)(i)",
        "Purpose (used with 31(1)(g)-(i) and 30(2)(a)(iii)): to secure health, safety and welfare at work.",
    ),
    _definition(
        "31(2)(j)",
        "Purpose (used with 31(1)(g)-(i) and 30(2)(a)(iii)): to protect others from health and safety risks created by people at work.",
    ),
    _ncnd(
        "31(3)",
        "No need to confirm or deny so far as doing so would harm a matter in 31(1).",
        QUALIFIED,
        _PREJUDICE,
        covers=("31(1)",),
        sources=(TEXT, ICO_S30_31),
        notes="Practitioners cite the pair, e.g. '31(1)(a) by virtue of 31(3)'. s.30(3) and 31(3) may both be used for NCND though 30 and 31 cannot both withhold the same information (ICO).",
    ),
    # s.32 Court records, etc
    _withhold(
        "32(1)(a)",
        "Held only because it is in a document filed with or lodged at a court for a case.",
        absolute("2(3)(c)"),
        CLASS,
        ncnd=("32(3)",),
    ),
    _withhold(
        "32(1)(b)",
        "Held only because it is in a document served on or by a public authority for a case.",
        absolute("2(3)(c)"),
        CLASS,
        ncnd=("32(3)",),
    ),
    _withhold(
        "32(1)(c)(i)",
        "Held only because it is in a document a court made for a case.",
        absolute("2(3)(c)"),
        CLASS,
        ncnd=("32(3)",),
    ),
    _withhold(
        "32(1)(c)(ii)",
        "Held only because it is in a document court staff made for a case.",
        absolute("2(3)(c)"),
        CLASS,
        ncnd=("32(3)",),
    ),
    _withhold(
        "32(2)(a)",
        "Held only because it is in a document lodged with whoever is running an inquiry or arbitration, for it.",
        absolute("2(3)(c)"),
        CLASS,
        ncnd=("32(3)",),
    ),
    _withhold(
        "32(2)(b)",
        "Held only because it is in a document made by whoever is running an inquiry or arbitration, for it.",
        absolute("2(3)(c)"),
        CLASS,
        ncnd=("32(3)",),
    ),
    _ncnd(
        "32(3)",
        "No need to confirm or deny for information that is, or if held would be, within s.32.",
        absolute("2(3)(c)"),
        CLASS,
        covers=("32(1)", "32(2)"),
    ),
    _definition(
        "32(4)",
        "Meanings of court, proceedings (including coroner investigations), inquiry and arbitration.",
        dates=Confidence.RECALLED,
        notes="32(4)(b) now refers to Coroners and Justice Act 2009 Part 1 investigations (25 July 2013: recalled); 2008 text said inquests/post-mortems.",
    ),
    # s.33 Audit functions
    _definition(
        "33(1)",
        "Scope: authorities that audit other authorities' accounts or examine their value for money.",
    ),
    _withhold(
        "33(2)",
        "Harm to an auditing authority's audit or value-for-money functions.",
        QUALIFIED,
        _PREJUDICE,
        ncnd=("33(3)",),
        who_may_rely=_AUDITORS,
    ),
    _ncnd(
        "33(3)",
        "No need for such an authority to confirm or deny so far as doing so would harm those functions.",
        QUALIFIED,
        _PREJUDICE,
        covers=("33(2)",),
        who_may_rely=_AUDITORS,
    ),
    # s.34 Parliamentary privilege
    _withhold(
        "34(1)",
        "Withholding is needed to avoid infringing the privileges of either House.",
        absolute("2(3)(d)"),
        _PRIVILEGE,
        ncnd=("34(2)",),
        certificates=(_CERTIFICATE_34,),
    ),
    _ncnd(
        "34(2)",
        "No need to confirm or deny so far as that is needed to avoid such an infringement.",
        absolute("2(3)(d)"),
        _PRIVILEGE,
        covers=("34(1)",),
        certificates=(_CERTIFICATE_34,),
        notes="Worded 'does not apply' rather than 'does not arise'.",
    ),
    _about_certificates("34(3)", "Certificate of the Speaker or the Clerk of the Parliaments."),
    _definition("34(4)", "Who the appropriate authority is for each House."),
    # s.35 Formulation of government policy, etc
    _withhold(
        "35(1)(a)",
        "Relates to making or developing government policy.",
        QUALIFIED,
        CLASS,
        ncnd=("35(3)",),
        excludes=("36(2)",),
        limited_by=("35(2)", "35(4)"),
        who_may_rely=_DEPARTMENTS,
        notes="35(2): statistics used as background drop out once the policy decision is taken; 35(4): special regard to the public interest in factual background.",
    ),
    _withhold(
        "35(1)(b)",
        "Relates to communications between ministers.",
        QUALIFIED,
        CLASS,
        ncnd=("35(3)",),
        excludes=("36(2)",),
        limited_by=("35(2)",),
        who_may_rely=_DEPARTMENTS,
        notes="35(2) statistical carve-out applies.",
    ),
    _withhold(
        "35(1)(c)",
        "Relates to Law Officers' advice or requests for it.",
        QUALIFIED,
        CLASS,
        ncnd=("35(3)",),
        excludes=("36(2)",),
        who_may_rely=_DEPARTMENTS,
    ),
    _withhold(
        "35(1)(d)",
        "Relates to running a minister's private office.",
        QUALIFIED,
        CLASS,
        ncnd=("35(3)",),
        excludes=("36(2)",),
        who_may_rely=_DEPARTMENTS,
    ),
    _definition(
        "35(2)",
        "After a policy decision, statistics that informed it stop counting as 35(1)(a)/(b) material.",
    ),
    _ncnd(
        "35(3)",
        "No need to confirm or deny for information that is, or if held would be, within 35(1).",
        QUALIFIED,
        CLASS,
        covers=("35(1)(a)", "35(1)(b)", "35(1)(c)", "35(1)(d)"),
        who_may_rely=_DEPARTMENTS,
    ),
    _definition(
        "35(4)", "PIT modifier for 35(1)(a): particular regard to disclosing background facts."
    ),
    _definition(
        "35(5)",
        "Meanings: government policy, Law Officers, Ministerial communications, private office, NI junior Minister.",
    ),
    # s.36 Prejudice to effective conduct of public affairs
    _withhold(
        "36(2)(a)(i)",
        "Harm to collective ministerial responsibility.",
        _ABSOLUTE_FOR_PARLIAMENT,
        _PREJUDICE,
        ncnd=("36(3)",),
        excludes=("35(1)",),
        needs_qualified_person=True,
        certificates=(_CERTIFICATE_36,),
        who_may_rely=_NOT_UNDER_35,
        notes=_OPINION,
    ),
    _withhold(
        "36(2)(a)(ii)",
        "Harm to the work of the NI Executive Committee.",
        _ABSOLUTE_FOR_PARLIAMENT,
        _PREJUDICE,
        ncnd=("36(3)",),
        excludes=("35(1)",),
        needs_qualified_person=True,
        certificates=(_CERTIFICATE_36,),
        who_may_rely=_NOT_UNDER_35,
        notes=_OPINION,
    ),
    _withhold(
        "36(2)(a)(iii)",
        "Harm to the work of the Welsh Cabinet.",
        _ABSOLUTE_FOR_PARLIAMENT,
        _PREJUDICE,
        ncnd=("36(3)",),
        excludes=("35(1)",),
        needs_qualified_person=True,
        certificates=(_CERTIFICATE_36,),
        who_may_rely=_NOT_UNDER_35,
        in_force=(
            period(
                COMMENCEMENT,
                date(2007, 5, 24),
                "executive committee of the National Assembly for Wales",
            ),
            period(date(2007, 5, 25), None, "SI 2007/1388 (date inferred)"),
        ),
        dates=Confidence.INFERRED,
        notes=_OPINION,
    ),
    _withhold(
        "36(2)(b)(i)",
        "Would, or would be likely to, inhibit giving advice freely and frankly.",
        _ABSOLUTE_FOR_PARLIAMENT,
        _INHIBIT,
        ncnd=("36(3)",),
        excludes=("35(1)",),
        needs_qualified_person=True,
        certificates=(_CERTIFICATE_36,),
        who_may_rely=_NOT_UNDER_35,
        notes=_OPINION,
    ),
    _withhold(
        "36(2)(b)(ii)",
        "Would, or would be likely to, inhibit exchanging views freely and frankly when deliberating.",
        _ABSOLUTE_FOR_PARLIAMENT,
        _INHIBIT,
        ncnd=("36(3)",),
        excludes=("35(1)",),
        needs_qualified_person=True,
        certificates=(_CERTIFICATE_36,),
        who_may_rely=_NOT_UNDER_35,
        notes=_OPINION,
    ),
    _withhold(
        "36(2)(c)",
        "Would otherwise harm, or would be likely otherwise to harm, the effective conduct of public affairs.",
        _ABSOLUTE_FOR_PARLIAMENT,
        _OTHERWISE,
        ncnd=("36(3)",),
        excludes=("35(1)",),
        needs_qualified_person=True,
        certificates=(_CERTIFICATE_36,),
        who_may_rely=_NOT_UNDER_35,
        notes=_OPINION + " '(c)' is for harm not covered by (a)/(b).",
    ),
    _definition("36(1)", "Scope of s.36."),
    _ncnd(
        "36(3)",
        "No need to confirm or deny so far as, in the qualified person's reasonable opinion, doing so would have a 36(2) effect.",
        _ABSOLUTE_FOR_PARLIAMENT,
        _EFFECT_OF_36,
        covers=("36(2)",),
        needs_qualified_person=True,
        certificates=(_CERTIFICATE_36,),
        who_may_rely=_NOT_UNDER_35,
    ),
    _definition(
        "36(4)", "For statistical information the qualified person's opinion is not needed."
    ),
    _definition(
        "36(5)",
        "Who the qualified person is, by type of authority ((a)-(g),(ga)-(gc),(i)-(k),(ka),(l)-(o)).",
        notes="There is no paragraph (h) in the current text.",
    ),
    _definition("36(6)", "Authorisations may be personal, class-based, limited or conditional."),
    _about_certificates("36(7)", "Conclusive certificate for either House."),
    # s.37 Communications with Her Majesty, etc. and honours
    _withhold(
        "37(1)(a)",
        "Relates to communications with the Sovereign.",
        absolute("2(3)(ea)"),
        CLASS,
        ncnd=("37(2)",),
        in_force=_SINCE_2011,
        sources=(TEXT, TEXT_2008, CRGA_2010, SI_2011_46),
        notes=_NORTHERN_IRELAND,
    ),
    _withhold(
        "37(1)(aa)",
        "Relates to communications with the heir or the second in line.",
        absolute("2(3)(ea)"),
        CLASS,
        ncnd=("37(2)",),
        in_force=_SINCE_2011,
        sources=(TEXT, TEXT_2008, CRGA_2010, SI_2011_46),
        notes=_NORTHERN_IRELAND,
    ),
    _withhold(
        "37(1)(ab)",
        "Relates to communications with someone who later became Sovereign, heir or second in line.",
        absolute("2(3)(ea)"),
        CLASS,
        ncnd=("37(2)",),
        in_force=_SINCE_2011,
        sources=(TEXT, TEXT_2008, CRGA_2010, SI_2011_46),
        notes=_NORTHERN_IRELAND,
    ),
    _withhold(
        "37(1)(ac)",
        "Relates to communications with other members of the Royal Family, unless made or received for someone in (a) to (ab).",
        QUALIFIED,
        CLASS,
        ncnd=("37(2)",),
        in_force=_SINCE_2011,
        sources=(TEXT, TEXT_2008, CRGA_2010, SI_2011_46),
        notes=_NORTHERN_IRELAND,
    ),
    _withhold(
        "37(1)(ad)",
        "Relates to communications with the Royal Household, unless made or received for someone in (a) to (ac).",
        QUALIFIED,
        CLASS,
        ncnd=("37(2)",),
        in_force=_SINCE_2011,
        sources=(TEXT, TEXT_2008, CRGA_2010, SI_2011_46),
        notes=_NORTHERN_IRELAND,
    ),
    _withhold(
        "37(1)(a)",
        "(Before 19 January 2011) Relates to communications with the Queen, other royals or the Royal Household.",
        QUALIFIED,
        CLASS,
        ncnd=("37(2)",),
        in_force=_UNTIL_2011,
        sources=(TEXT_2008, SI_2011_46),
        notes="Still the text for information held by Northern Ireland bodies (s.80A: recalled) and for requests received before 19 Jan 2011 (SI 2011/46 art 4).",
    ),
    _withhold(
        "37(1)(b)",
        "Relates to the Crown conferring an honour or dignity.",
        QUALIFIED,
        CLASS,
        ncnd=("37(2)",),
        sources=(TEXT, TEXT_2008),
    ),
    _ncnd(
        "37(2)",
        "No need to confirm or deny for information that is, or if held would be, within 37(1).",
        QUALIFIED,
        CLASS,
        covers=("37(1)",),
        in_force=_UNTIL_2011,
        sources=(TEXT_2008, SI_2011_46),
    ),
    _ncnd(
        "37(2)",
        "No need to confirm or deny for information that is, or if held would be, within 37(1).",
        partly_absolute(
            "2(3)(ea)",
            "absolute so far as it relates to s.37(1)(a) to (ab), and qualified for (ac), (ad) and (b)",
        ),
        CLASS,
        covers=("37(1)",),
        in_force=_SINCE_2011,
        sources=(TEXT, TEXT_2008, CRGA_2010, SI_2011_46),
    ),
    # s.38 Health and safety
    _withhold(
        "38(1)(a)",
        "Would, or would be likely to, endanger someone's physical or mental health.",
        QUALIFIED,
        ENDANGER,
        ncnd=("38(2)",),
        sources=(TEXT, TEXT_2008, ICO_S38, SECTION_38),
        notes=_NOT_PREJUDICE,
    ),
    _withhold(
        "38(1)(b)",
        "Would, or would be likely to, endanger someone's safety.",
        QUALIFIED,
        ENDANGER,
        ncnd=("38(2)",),
        sources=(TEXT, TEXT_2008, ICO_S38, SECTION_38),
        notes=_NOT_PREJUDICE,
    ),
    _ncnd(
        "38(2)",
        "No need to confirm or deny so far as doing so would endanger health or safety as in 38(1).",
        QUALIFIED,
        ENDANGER,
        covers=("38(1)(a)", "38(1)(b)"),
        sources=(TEXT, ICO_S38),
        notes="ICO (15/21 March 2024): s.38 is no longer treated as prejudice-based because endanger and prejudice differ.",
    ),
    # s.39 Environmental information
    _withhold(
        "39(1)(a)",
        "Environmental information the authority must make available under the EIR.",
        QUALIFIED,
        CLASS,
        ncnd=("39(2)",),
        sources=(TEXT, TEXT_2008, EIR_REG_20),
        notes="Use it to route the request to the EIR.",
    ),
    _withhold(
        "39(1)(b)",
        "Environmental information that would have to be made available under the EIR but for an EIR exception.",
        QUALIFIED,
        CLASS,
        ncnd=("39(2)",),
        sources=(TEXT, TEXT_2008, EIR_REG_20),
    ),
    _definition(
        "39(1A)",
        "Meaning of environmental information regulations.",
        sources=(TEXT, TEXT_2008, EIR_REG_20),
    ),
    _ncnd(
        "39(2)",
        "No need to confirm or deny for information that is, or if held would be, within 39(1).",
        QUALIFIED,
        CLASS,
        covers=("39(1)(a)", "39(1)(b)"),
        sources=(TEXT, TEXT_2008, EIR_REG_20),
    ),
    _definition("39(3)", "39(1)(a) does not cut down s.21(1)."),
    # s.40 Personal information
    _withhold(
        "40(1)",
        "The requester's own personal data.",
        absolute("2(3)(f)(i)"),
        CLASS,
        ncnd=("40(5)(a)",),
        excludes=("40(2)",),
        in_force=_UNTIL_2018,
        sources=(TEXT_2008, SECTION_2_IN_2005),
    ),
    _withhold(
        "40(1)",
        "The requester's own personal data.",
        absolute("2(3)(f)"),
        CLASS,
        ncnd=("40(5A)",),
        excludes=("40(2)",),
        in_force=_SINCE_2018,
        sources=(TEXT, DPA_2018),
    ),
    _withhold(
        "40(2)",
        "Personal data of someone else, where the first or second condition is met.",
        partly_absolute(
            "2(3)(f)(ii)",
            "absolute where the first condition is met by virtue of s.40(3)(a)(i) or (b), and qualified otherwise",
        ),
        CONDITIONS,
        ncnd=("40(5)(b)",),
        excludes=("40(1)",),
        in_force=_UNTIL_2018,
        sources=(TEXT_2008, SECTION_2_IN_2005),
    ),
    _withhold(
        "40(2)",
        "Personal data of someone else, where the first, second or third condition is met.",
        partly_absolute(
            "2(3)(fa)",
            "absolute where the first condition (s.40(3A)) is met, and qualified where only the second (s.40(3B)) or third (s.40(4A)) is",
        ),
        CONDITIONS,
        ncnd=("40(5B)",),
        excludes=("40(1)",),
        in_force=_SINCE_2018,
        sources=(TEXT, DPA_2018, ANNOTATIONS),
    ),
    _withhold(
        "40(2)",
        "First condition, ordinary route: releasing the data would break a data protection principle.",
        absolute("2(3)(fa)"),
        CONDITIONS,
        condition="40(3A)(a)",
        excludes=("40(1)",),
        ncnd=("40(5B)(a)(i)",),
        in_force=_SINCE_2018,
        sources=(TEXT, DPA_2018, ANNOTATIONS),
        notes="Cite as '40(2) by virtue of 40(3A)(a)'.",
    ),
    _withhold(
        "40(2)",
        "First condition, manual unstructured data: release would break a principle once the DPA 2018 s.24(1) exemptions are ignored.",
        absolute("2(3)(fa)"),
        CONDITIONS,
        condition="40(3A)(b)",
        excludes=("40(1)",),
        ncnd=("40(5B)(a)(ii)",),
        in_force=_SINCE_2018,
        sources=(TEXT, DPA_2018, ANNOTATIONS),
        notes="Cite as '40(2) by virtue of 40(3A)(b)'.",
    ),
    _withhold(
        "40(2)",
        "Second condition: release would go against a UK GDPR Article 21 objection.",
        QUALIFIED,
        CONDITIONS,
        condition="40(3B)",
        excludes=("40(1)",),
        ncnd=("40(5B)(b)",),
        in_force=_GDPR,
        sources=(TEXT, DPA_2018, ANNOTATIONS),
        notes="Cite as '40(2) by virtue of 40(3B)'.",
    ),
    _withhold(
        "40(2)",
        "Third condition: the data would be held back from the data subject under listed DPA 2018 exemptions on an Article 15(1) request.",
        QUALIFIED,
        CONDITIONS,
        condition="40(4A)(a)",
        excludes=("40(1)",),
        ncnd=("40(5B)(c)",),
        in_force=_GDPR,
        sources=(TEXT, DPA_2018, ANNOTATIONS),
        notes="Cite as '40(2) by virtue of 40(4A)(a)'.",
    ),
    _withhold(
        "40(2)",
        "Third condition: the data would be held back from the data subject on a law-enforcement (Part 3 DPA) access request.",
        QUALIFIED,
        CONDITIONS,
        condition="40(4A)(b)",
        excludes=("40(1)",),
        ncnd=("40(5B)(d)",),
        in_force=_GDPR_AND_78A,
        dates=Confidence.INFERRED,
        sources=(TEXT, DPA_2018, ANNOTATIONS),
        notes="Cite as '40(2) by virtue of 40(4A)(b)'.",
    ),
    _definition(
        "40(3)",
        "First condition under the Data Protection Act 1998: a data protection principle, or a notice under its s.10, would be broken.",
        in_force=_UNTIL_2018,
        sources=(TEXT_2008, DPA_2018),
    ),
    _definition(
        "40(3A)",
        "First condition: releasing the data to the public would break a data protection principle.",
        in_force=_SINCE_2018,
        sources=(TEXT, DPA_2018),
    ),
    _definition(
        "40(3B)",
        "Second condition: releasing the data to the public would go against an objection to processing.",
        in_force=_GDPR,
        sources=(TEXT, DPA_2018),
    ),
    _definition(
        "40(4)",
        "Second condition under the Data Protection Act 1998: the data subject could be refused the data.",
        in_force=_UNTIL_2018,
        sources=(TEXT_2008, DPA_2018),
    ),
    _definition(
        "40(4A)",
        "Third condition: the data would be held back from the data subject on an access request.",
        in_force=_GDPR_AND_78A,
        dates=Confidence.INFERRED,
        sources=(TEXT, DPA_2018, ANNOTATIONS),
    ),
    _definition(
        "40(6)",
        "Some transitional exemptions of the Data Protection Act 1998 are ignored for what was done before 24 October 2007.",
        in_force=_UNTIL_2018,
        sources=(TEXT_2008, TEXT),
    ),
    _definition(
        "40(7)",
        "Meanings of data protection principles, data subject and personal data, by the Data Protection Act 1998.",
        in_force=_UNTIL_2018,
        sources=(TEXT_2008, DPA_2018),
    ),
    _ncnd(
        "40(5A)",
        "No need to confirm or deny for information that is, or if held would be, the requester's own personal data.",
        disputed(
            "s.2(3)(f)/(fa) list only 40(1) and 40(2), so on the words 40(5A)/(5B) are not absolute. Practice treats it as absolute with 40(1); no source retrieved states the ICO position for (5A) in terms.",
            words=Status.QUALIFIED,
            regulator=Status.ABSOLUTE,
        ),
        CLASS,
        covers=("40(1)",),
        in_force=_SINCE_2018,
        sources=(TEXT, DPA_2018, ANNOTATIONS, ICO_S40),
    ),
    _ncnd(
        "40(5B)(a)(i)",
        "Confirming or denying would break a data protection principle.",
        disputed(
            "s.2(3)(f)/(fa) list only 40(1) and 40(2), so on the words 40(5A)/(5B) are not absolute; the ICO's 11 July 2024 change note says it considers 'section 40(5B)' absolute, in its first-condition section; read here as 40(5B)(a).",
            words=Status.QUALIFIED,
            regulator=Status.ABSOLUTE,
        ),
        CONDITIONS,
        covers=("40(2)",),
        condition="40(3A)(a)",
        in_force=_SINCE_2018,
        sources=(TEXT, DPA_2018, ANNOTATIONS, ICO_S40),
    ),
    _ncnd(
        "40(5B)(a)(ii)",
        "Confirming or denying would break a principle once the DPA 2018 s.24(1) exemptions are ignored.",
        disputed(
            "s.2(3)(f)/(fa) list only 40(1) and 40(2), so on the words 40(5A)/(5B) are not absolute; ICO July 2024: absolute (same change note).",
            words=Status.QUALIFIED,
            regulator=Status.ABSOLUTE,
        ),
        CONDITIONS,
        covers=("40(2)",),
        condition="40(3A)(b)",
        in_force=_SINCE_2018,
        sources=(TEXT, DPA_2018, ANNOTATIONS, ICO_S40),
    ),
    _ncnd(
        "40(5B)(b)",
        "Confirming or denying would go against an Article 21 objection.",
        QUALIFIED,
        CONDITIONS,
        covers=("40(2)",),
        condition="40(3B)",
        in_force=_GDPR,
        sources=(TEXT, DPA_2018, ANNOTATIONS, ICO_S40),
    ),
    _ncnd(
        "40(5B)(c)",
        "On an Article 15(1) request the data subject would not be told whether data is processed, under a (4A)(a) exemption.",
        QUALIFIED,
        CONDITIONS,
        covers=("40(2)",),
        condition="40(4A)(a)",
        in_force=_GDPR,
        sources=(TEXT, DPA_2018, ANNOTATIONS, ICO_S40),
    ),
    _ncnd(
        "40(5B)(d)",
        "On a Part 3 DPA access request the data subject would not be told, under DPA 2018 s.45(4) or s.78A.",
        QUALIFIED,
        CONDITIONS,
        covers=("40(2)",),
        condition="40(4A)(b)",
        in_force=_GDPR_AND_78A,
        dates=Confidence.INFERRED,
        sources=(TEXT, DPA_2018, ANNOTATIONS, ICO_S40),
    ),
    _definition(
        "40(7)",
        "Meanings of data protection principles, data subject, personal data, processing, UK GDPR.",
        in_force=_GDPR,
        sources=(TEXT, DPA_2018, ANNOTATIONS),
    ),
    _definition(
        "40(8)",
        "When testing lawfulness, Art 6(1) UK GDPR is read so that public authorities may use legitimate interests (but not recognised legitimate interests, point (ea)).",
        in_force=(
            period(date(2018, 5, 25), date(2020, 12, 30)),
            period(date(2020, 12, 31), date(2026, 2, 4), "SI 2019/419 Sch 3 para 20(4)"),
            period(
                date(2026, 2, 5),
                None,
                "DUAA 2025 s70/Sch 4 (SI 2026/82); (ea) wording; date inferred from commencement of s70",
            ),
        ),
        dates=Confidence.INFERRED,
        sources=(TEXT, DPA_2018, ANNOTATIONS, SI_2026_82),
    ),
    _withhold(
        "40(2)",
        "First condition (DPA 1998): release of structured data would break a data protection principle.",
        absolute("2(3)(f)(ii)"),
        CONDITIONS,
        condition="40(3)(a)(i)",
        excludes=("40(1)",),
        ncnd=("40(5)(b)(i)",),
        in_force=_UNTIL_2018,
        sources=(TEXT_2008, SECTION_2_IN_2005, DPA_2018),
        notes="Pre-25 May 2018 numbering: cite as '40(2) by virtue of 40(3)(a)(i)'.",
    ),
    _withhold(
        "40(2)",
        "First condition (DPA 1998): release would go against a s.10 DPA 1998 notice.",
        QUALIFIED,
        CONDITIONS,
        condition="40(3)(a)(ii)",
        excludes=("40(1)",),
        ncnd=("40(5)(b)(i)",),
        in_force=_UNTIL_2018,
        sources=(TEXT_2008, SECTION_2_IN_2005, DPA_2018),
        notes="Pre-25 May 2018 numbering: cite as '40(2) by virtue of 40(3)(a)(ii)'.",
    ),
    _withhold(
        "40(2)",
        "First condition (DPA 1998), other manual data: release would break a principle ignoring s.33A(1) exemptions.",
        absolute("2(3)(f)(ii)"),
        CONDITIONS,
        condition="40(3)(b)",
        excludes=("40(1)",),
        ncnd=("40(5)(b)(i)",),
        in_force=_UNTIL_2018,
        sources=(TEXT_2008, SECTION_2_IN_2005, DPA_2018),
        notes="Pre-25 May 2018 numbering: cite as '40(2) by virtue of 40(3)(b)'.",
    ),
    _withhold(
        "40(2)",
        "Second condition (DPA 1998): the data subject could be refused it under a Part IV DPA 1998 exemption.",
        QUALIFIED,
        CONDITIONS,
        condition="40(4)",
        excludes=("40(1)",),
        ncnd=("40(5)(b)(ii)",),
        in_force=_UNTIL_2018,
        sources=(TEXT_2008, SECTION_2_IN_2005, DPA_2018),
        notes="Pre-25 May 2018 numbering: cite as '40(2) by virtue of 40(4)'.",
    ),
    _ncnd(
        "40(5)(a)",
        "(Before 25 May 2018) No need to confirm or deny the requester's own personal data.",
        disputed(
            "not listed in old s.2(3)(f), which named only 40(1) and part of 40(2)",
            words=Status.QUALIFIED,
            regulator=Status.ABSOLUTE,
        ),
        CLASS,
        covers=("40(1)",),
        in_force=_UNTIL_2018,
        sources=(TEXT_2008, SECTION_2_IN_2005, DPA_2018),
    ),
    _ncnd(
        "40(5)(b)(i)",
        "(Before 25 May 2018) Confirming or denying would break a principle or go against a s.10 DPA 1998 notice.",
        disputed(
            "not listed in old s.2(3)(f); ICO and tribunals commonly treated the data-principles case as absolute (recalled)",
            words=Status.QUALIFIED,
            regulator=Status.ABSOLUTE,
        ),
        CONDITIONS,
        covers=("40(2)",),
        in_force=_UNTIL_2018,
        sources=(TEXT_2008, SECTION_2_IN_2005, DPA_2018),
    ),
    _ncnd(
        "40(5)(b)(ii)",
        "(Before 25 May 2018) The data subject could be refused even a yes/no under Part IV DPA 1998.",
        QUALIFIED,
        CONDITIONS,
        covers=("40(2)",),
        in_force=_UNTIL_2018,
        sources=(TEXT_2008, SECTION_2_IN_2005, DPA_2018),
    ),
    # s.41 Information provided in confidence
    _withhold(
        "41(1)",
        "Information obtained from someone else (another authority included) whose release to the public would be an actionable breach of confidence.",
        absolute("2(3)(g)"),
        CLASS,
        ncnd=("41(2)",),
        sources=(TEXT, TEXT_2008),
        notes="Cumulative (a) obtained from another person and (b) actionable breach. s.81(2): one UK department cannot rely on another's action in confidence. A public-interest defence is built into breach of confidence.",
    ),
    _ncnd(
        "41(2)",
        "No need to confirm or deny so far as the answer itself would be an actionable breach of confidence.",
        absolute("2(3)(g)"),
        CLASS,
        covers=("41(1)",),
    ),
    # s.42 Legal professional privilege
    _withhold(
        "42(1)",
        "Information over which legal professional privilege (in Scotland, confidentiality of communications) could be claimed.",
        QUALIFIED,
        CLASS,
        ncnd=("42(2)",),
        sources=(TEXT, TEXT_2008),
    ),
    _ncnd(
        "42(2)",
        "No need to confirm or deny so far as doing so would give away privileged information.",
        QUALIFIED,
        CLASS,
        covers=("42(1)",),
    ),
    # s.43 Commercial interests
    _withhold(
        "43(1)",
        "A trade secret.",
        QUALIFIED,
        CLASS,
        notes="No NCND limb for trade secrets: 43(3) protects only the 43(2) interests.",
    ),
    _withhold(
        "43(2)",
        "Harm to anyone's commercial interests, the authority's own included.",
        QUALIFIED,
        _PREJUDICE,
        ncnd=("43(3)",),
    ),
    _ncnd(
        "43(3)",
        "No need to confirm or deny so far as doing so would harm 43(2) commercial interests.",
        QUALIFIED,
        _PREJUDICE,
        covers=("43(2)",),
    ),
    # s.44 Prohibitions on disclosure
    _withhold(
        "44(1)(a)",
        "Release is barred by or under an enactment.",
        absolute("2(3)(h)"),
        CLASS,
        ncnd=("44(2)",),
    ),
    _withhold(
        "44(1)(b)",
        "Release is incompatible with an assimilated (formerly EU/retained EU) obligation.",
        absolute("2(3)(h)"),
        CLASS,
        ncnd=("44(2)",),
        in_force=(
            period(
                COMMENCEMENT,
                date(2020, 12, 30),
                "'Community obligation', then 'EU obligation' by SI 2011/1043 (22 April 2011: date recalled)",
            ),
            period(
                date(2020, 12, 31),
                date(2023, 12, 31),
                "SI 2018/1353 reg 2; 'retained EU obligation'",
            ),
            period(date(2024, 1, 1), None, "SI 2023/1424 Sch para 46; 'assimilated obligation'"),
        ),
        sources=(TEXT, TEXT_2008, ANNOTATIONS, SI_2018_1353),
    ),
    _withhold(
        "44(1)(c)",
        "Release would be, or be punishable as, contempt of court.",
        absolute("2(3)(h)"),
        CLASS,
        ncnd=("44(2)",),
    ),
    _ncnd(
        "44(2)",
        "No need to confirm or deny where the answer itself would fall within 44(1)(a)-(c).",
        absolute("2(3)(h)"),
        CLASS,
        covers=("44(1)(a)", "44(1)(b)", "44(1)(c)"),
    ),
)

_EACH: Final = {
    "22(1)": "a b c",
    "22A(1)": "a b",
    "26(2)": "a b",
    "28(2)": "a b c d",
    "30(2)": "b",
    "30(4)": "a b c",
    "30(6)": "a b c",
    "32(4)": "a b c d",
    "33(1)": "a b",
    "34(4)": "a b",
    "35(2)": "a b",
    "36(1)": "a b",
    "36(5)": "a b c d e f g ga gb gc h i j k ka l m n o",
    "36(5)(gb)": "i ii",
    "36(5)(gc)": "i ii",
    "36(5)(l)": "i ii",
    "36(5)(o)": "i ii iii",
    "36(6)": "a b c",
    "36(7)": "a b",
    "39(1A)": "a b",
    "40(2)": "a b",
    "40(3)": "a b",
    "40(3)(a)": "i ii",
    "40(3A)": "a b",
    "40(4A)": "a b",
    "41(1)": "a b",
}
_WELSH: Final = period(date(2007, 5, 25), None, "SI 2007/1388 (date inferred)")
_PART_DATES: Final = {
    "36(5)(ga)": _WELSH,
    "36(5)(gb)": _WELSH,
    "36(5)(gc)": _WELSH,
    "36(5)(h)": period(COMMENCEMENT, date(2007, 5, 24), "SI 2007/1388 (recalled)"),
    "36(5)(ka)": period(date(2006, 4, 1), None, "Public Services Ombudsman (Wales) Act 2005"),
}
"""When paragraphs came or went that did not stand throughout: inferred or recalled."""

PARTS: Final = _FOIA.parts(_EACH, _PART_DATES)
"""Paragraphs that exist in the Act without a row of their own, read with what they stand in."""

REPLACED_BY: Final = _FOIA.replaced(
    {
        "37(1)(a)": ("37(1)(a)", "37(1)(aa)", "37(1)(ab)", "37(1)(ac)", "37(1)(ad)"),
        "40(3)(a)(i)": ("40(3A)(a)",),
        "40(3)(a)(ii)": ("40(3B)",),
        "40(3)(b)": ("40(3A)(b)",),
        "40(4)": ("40(4A)",),
        "40(5)(a)": ("40(5A)",),
        "40(5)(b)(i)": ("40(5B)(a)(i)", "40(5B)(a)(ii)", "40(5B)(b)"),
        "40(5)(b)(ii)": ("40(5B)(c)", "40(5B)(d)"),
    }
)
"""What took the place of a provision, or of its old text."""

LAW: Final = Law(
    rows=ROWS,
    parts=PARTS,
    replaced_by=REPLACED_BY,
    extent="no section of Part II (s.21 to s.44) has that number",
)
