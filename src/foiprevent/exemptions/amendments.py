"""What changed in the law of refusal since the right of access began, and by what.

An amendment takes effect on a day, but which requests it reaches is a question of its own:
the instrument that makes it, or its transitional provision, says whether what counts is
the day the request was received or the day it was dealt with.  Judgments are listed
beside amendments where they changed how the same words are read.
"""

from __future__ import annotations

from datetime import date
from typing import Final, final

import attrs

from foiprevent._values import NONE, as_tuple, not_empty, one_of, optional_day, plain_day, tuple_of
from foiprevent.citations import Citation, Confidence, Regime, Source, SourceKind
from foiprevent.exemptions._model import Trigger
from foiprevent.exemptions._rows import enactment


@final
@attrs.frozen(kw_only=True)
class Change:
    """One change in the law of refusal.

    Attributes:
        on: The day it took effect; ``None`` if it has been made but no day is known.
        provisions: What it changed, all of one regime.
        summary: What it did, in one sentence.
        sources: The instruments that made it, or the judgment.
        trigger: What about a request must fall on or after that day for it to apply.
        transitional: The provision that says so; ``None`` where none does, and the law is
            then read as on the day a request is dealt with.
        confidence: How well the day is established.
    """

    on: date | None = attrs.field(converter=optional_day, validator=one_of(date, NONE))
    provisions: tuple[Citation, ...] = attrs.field(
        converter=as_tuple, validator=(tuple_of(Citation), not_empty)
    )
    summary: str = attrs.field(validator=(one_of(str), not_empty))
    sources: tuple[Source, ...] = attrs.field(
        converter=as_tuple, validator=(tuple_of(Source), not_empty)
    )
    trigger: Trigger = attrs.field(default=Trigger.DEALT_WITH, validator=one_of(Trigger))
    transitional: Source | None = attrs.field(default=None, validator=one_of(Source, NONE))
    confidence: Confidence = attrs.field(default=Confidence.VERIFIED, validator=one_of(Confidence))

    @property
    def regime(self) -> Regime:
        """The regime whose law it changed."""
        return self.provisions[0].regime

    def touches(self, citation: Citation) -> bool:
        """Return whether it changed *citation*, something in it, or what it stands in."""
        return any(one.contains(citation) or citation.contains(one) for one in self.provisions)


def changes(
    *,
    since: date | None = None,
    until: date | None = None,
    regime: Regime | None = None,
    to: str | Citation | None = None,
) -> tuple[Change, ...]:
    """Return the changes in the law of refusal, earliest first.

    Args:
        since: The first day of interest, inclusive; changes of no known day come last.
        until: The last day of interest, inclusive; with it, those are left out.
        regime: The regime; without it, all three, and FOIA where a text in *to* does not say.
        to: A provision changed, whole or in part, or standing in one that was.

    Raises:
        CitationError: If a text in *to* is not the citation of one provision.
        InvalidRecordError: If a day is not a plain date.
    """
    first = date.min if since is None else plain_day(since, "changes.since")
    last = date.max if until is None else plain_day(until, "changes.until")
    cited = Citation.parse(to, regime=regime or Regime.FOIA) if isinstance(to, str) else to
    return tuple(
        change
        for change in CHANGES
        if (until is None if change.on is None else first <= change.on <= last)
        and regime in (None, change.regime)
        and (cited is None or change.touches(cited))
    )


def _foia(*texts: str) -> tuple[Citation, ...]:
    return tuple(Citation.parse(text) for text in texts)


def _eir(*texts: str) -> tuple[Citation, ...]:
    return tuple(Citation.parse(text, regime=Regime.EIR) for text in texts)


def _foisa(*texts: str) -> tuple[Citation, ...]:
    return tuple(Citation.parse(text, regime=Regime.FOISA) for text in texts)


_LEGISLATION: Final = "https://www.legislation.gov.uk/"
_SI_2004_3391: Final = enactment("SI 2004/3391 reg.20", _LEGISLATION + "uksi/2004/3391")
_CRGA: Final = enactment(
    "Constitutional Reform and Governance Act 2010 Sch 7",
    _LEGISLATION + "ukpga/2010/25/schedule/7",
)
_SI_2011_46: Final = enactment("SI 2011/46", _LEGISLATION + "uksi/2011/46")
_SI_2011_1043: Final = enactment("SI 2011/1043", _LEGISLATION + "uksi/2011/1043")
_DPA_2018: Final = enactment(
    "Data Protection Act 2018 Sch 19; SI 2018/625 reg 2(1)(g)",
    _LEGISLATION + "ukpga/2018/12/schedule/19",
)
_SI_2019_419: Final = enactment("SI 2019/419 Sch 3", _LEGISLATION + "uksi/2019/419/schedule/3")
_DUAA_S88: Final = enactment(
    "Data (Use and Access) Act 2025 s.88(11)-(12); SI 2025/996",
    _LEGISLATION + "ukpga/2025/18/section/88",
)
_DUAA_S70: Final = enactment(
    "Data (Use and Access) Act 2025 s.70; SI 2026/82", _LEGISLATION + "ukpga/2025/18/section/70"
)
_INQUIRIES_2016: Final = enactment(
    "Inquiries into Fatal Accidents and Sudden Deaths etc. (Scotland) Act 2016",
    _LEGISLATION + "asp/2016/2",
)


def _sch_20(paragraph: int) -> Source:
    return enactment(
        f"Data Protection Act 2018 Sch 20 para {paragraph}",
        _LEGISLATION + "ukpga/2018/12/schedule/20",
    )


CHANGES: Final = (
    Change(
        on=date(2005, 1, 1),
        provisions=_foia("39(1)", "39(1A)"),
        summary="Section 39 refers to the Environmental Information Regulations.",
        sources=(_SI_2004_3391,),
    ),
    Change(
        on=date(2006, 4, 1),
        provisions=_foia("23(3)(m)"),
        summary="The Serious Organised Crime Agency joins the security bodies.",
        sources=(enactment("Serious Organised Crime and Police Act 2005"),),
        confidence=Confidence.RECALLED,
    ),
    Change(
        on=date(2006, 4, 1),
        provisions=_foia("36(5)(ka)"),
        summary="The Public Services Ombudsman for Wales is a qualified person.",
        sources=(enactment("Public Services Ombudsman (Wales) Act 2005"),),
        confidence=Confidence.RECALLED,
    ),
    Change(
        on=date(2007, 5, 25),
        provisions=_foia("28(2)(d)", "35", "36(1)", "36(2)(a)(iii)", "36(5)"),
        summary="The Welsh Assembly Government stands where the National Assembly for Wales stood.",
        sources=(enactment("SI 2007/1388", _LEGISLATION + "uksi/2007/1388"),),
        confidence=Confidence.INFERRED,
    ),
    Change(
        on=date(2011, 1, 19),
        provisions=_foia(
            *("2(3)(ea)", "37(1)(a)", "37(1)(aa)", "37(1)(ab)", "37(1)(ac)", "37(1)(ad)", "37(2)"),
            *("63(1)", "63(2E)", "63(2F)"),
        ),
        summary="Section 37(1)(a) is split in five, is absolute for the Sovereign, the heir and the second in line, and falls away 20 years after the record or 5 after a death, if later.",
        sources=(_CRGA, _SI_2011_46),
        trigger=Trigger.RECEIVED,
        transitional=enactment("SI 2011/46 art 4", _LEGISLATION + "uksi/2011/46/article/4"),
    ),
    Change(
        on=date(2011, 1, 19),
        provisions=_foia("80A"),
        summary="For information held by Northern Ireland bodies the Act is read without the changes to s.37.",
        sources=(_CRGA, _SI_2011_46),
        confidence=Confidence.RECALLED,
    ),
    Change(
        on=date(2011, 4, 22),
        provisions=_foia("39(1A)(b)", "44(1)(b)"),
        summary="Community obligations are called EU obligations.",
        sources=(_SI_2011_1043,),
        confidence=Confidence.RECALLED,
    ),
    Change(
        on=date(2013, 1, 1),
        provisions=_foia("62(1)", "63"),
        summary="Records become historical after 20 years instead of 30, in steps until the end of 2022; some exemptions keep 30.",
        sources=(
            _CRGA,
            enactment("SI 2012/3001", _LEGISLATION + "uksi/2012/3001"),
            enactment("SI 2012/3029", _LEGISLATION + "uksi/2012/3029"),
        ),
    ),
    Change(
        on=date(2013, 5, 31),
        provisions=_foisa("18(1)", "25(3)", "59"),
        summary="Section 18(1) reaches personal information (s.38), and s.25(3) says when a publication scheme makes information obtainable.",
        sources=(
            enactment(
                "Freedom of Information (Amendment) (Scotland) Act 2013",
                _LEGISLATION + "asp/2013/2",
            ),
            enactment("SSI 2013/136", _LEGISLATION + "ssi/2013/136"),
        ),
    ),
    Change(
        on=date(2013, 6, 25),
        provisions=_foia("23(3)(o)"),
        summary="The Intelligence and Security Committee of Parliament joins the security bodies.",
        sources=(
            enactment("Justice and Security Act 2013"),
            enactment("SI 2013/1482", _LEGISLATION + "uksi/2013/1482"),
        ),
    ),
    Change(
        on=date(2013, 7, 25),
        provisions=_foia("32(4)(b)"),
        summary="Coroners' investigations count as proceedings.",
        sources=(enactment("Coroners and Justice Act 2009"),),
        confidence=Confidence.RECALLED,
    ),
    Change(
        on=date(2013, 9, 1),
        provisions=_foia("11(1A)", "11(5)", "11A", "11B", "19(2A)"),
        summary="Datasets are to be given in a form that can be used again.",
        sources=(
            enactment("Protection of Freedoms Act 2012"),
            enactment("SI 2013/1906", _LEGISLATION + "uksi/2013/1906"),
        ),
    ),
    Change(
        on=date(2013, 10, 7),
        provisions=_foia("23(3)(n)"),
        summary="The National Crime Agency joins the security bodies.",
        sources=(enactment("Crime and Courts Act 2013"),),
        confidence=Confidence.RECALLED,
    ),
    Change(
        on=date(2014, 4, 1),
        provisions=_foisa("57(1)"),
        summary="Records become historical after 15 years instead of 30, but for some exemptions.",
        sources=(enactment("SSI 2013/365", _LEGISLATION + "ssi/2013/365"),),
    ),
    Change(
        on=date(2014, 10, 1),
        provisions=_foia("22A"),
        summary="Research is exempt before it is published.",
        sources=(
            enactment("Intellectual Property Act 2014 s.20"),
            enactment("SI 2014/2330", _LEGISLATION + "uksi/2014/2330"),
        ),
    ),
    Change(
        on=date(2015, 12, 9),
        provisions=_foia("15(5)", "45", "46", "65"),
        summary="Functions of the Lord Chancellor pass to the Secretary of State and the Minister for the Cabinet Office.",
        sources=(enactment("SI 2015/1897", _LEGISLATION + "uksi/2015/1897"),),
    ),
    Change(
        on=date(2016, 11, 9),
        provisions=_foia("10(4)", "11B(1)", "84"),
        summary="Powers to make regulations are with the Minister for the Cabinet Office.",
        sources=(enactment("SI 2016/997 Sch 2 para 14", _LEGISLATION + "uksi/2016/997"),),
    ),
    Change(
        on=date(2017, 6, 15),
        provisions=_foia("31(1)(i)"),
        summary="Fatal accident inquiries are those under the Scottish Act of 2016.",
        sources=(_INQUIRIES_2016, enactment("SI 2016/1142", _LEGISLATION + "uksi/2016/1142")),
    ),
    Change(
        on=date(2017, 6, 15),
        provisions=_foisa("34(2)(a)", "37(3)"),
        summary="Fatal accident inquiries are those under the Scottish Act of 2016.",
        sources=(_INQUIRIES_2016, enactment("SSI 2017/155", _LEGISLATION + "ssi/2017/155")),
    ),
    Change(
        on=date(2018, 5, 25),
        provisions=_foia("2(3)(f)", "2(3)(fa)", "40"),
        summary="Personal data follows the GDPR: three conditions for two, a new numbering, and the whole first condition absolute.",
        sources=(_DPA_2018,),
        transitional=_sch_20(52),
    ),
    Change(
        on=date(2018, 5, 25),
        provisions=_foisa("2(2)(e)(ii)", "38"),
        summary="Personal data follows the GDPR: three conditions for two, a new numbering, and the whole first condition absolute.",
        sources=(_DPA_2018,),
        transitional=_sch_20(56),
    ),
    Change(
        on=date(2018, 5, 25),
        provisions=_eir("13"),
        summary="Personal data follows the GDPR: three conditions for two, a new numbering, and a test before confirming or denying under all but the first.",
        sources=(_DPA_2018,),
        transitional=_sch_20(60),
    ),
    Change(
        on=date(2020, 12, 31),
        provisions=_foia("40(2)", "40(3B)", "40(4A)", "40(5B)", "40(7)", "40(8)"),
        summary="References to the GDPR are to the UK GDPR.",
        sources=(_SI_2019_419,),
    ),
    Change(
        on=date(2020, 12, 31),
        provisions=_foia("44(1)(b)"),
        summary="EU obligations are called retained EU obligations.",
        sources=(enactment("SI 2018/1353", _LEGISLATION + "uksi/2018/1353"),),
    ),
    Change(
        on=date(2020, 12, 31),
        provisions=_foisa("38"),
        summary="References to the GDPR are to the UK GDPR.",
        sources=(_SI_2019_419,),
    ),
    Change(
        on=date(2020, 12, 31),
        provisions=_eir("13"),
        summary="References to the GDPR are to the UK GDPR.",
        sources=(_SI_2019_419,),
    ),
    Change(
        on=date(2021, 10, 1),
        provisions=_foia("17(1)(b)"),
        summary="To specify an exemption is to cite or identify it, so ss.23(1) and 24(1) may be pleaded in the alternative.",
        sources=(
            Source(
                kind=SourceKind.JUDGMENT,
                text="FCDO v Information Commissioner, Williams and others [2021] UKUT 248 (AAC)",
                confidence=Confidence.STATED,
            ),
        ),
        confidence=Confidence.STATED,
    ),
    Change(
        on=date(2024, 1, 1),
        provisions=_foia("44(1)(b)"),
        summary="Retained EU obligations are called assimilated obligations.",
        sources=(enactment("SI 2023/1424 Sch para 46", _LEGISLATION + "uksi/2023/1424"),),
    ),
    Change(
        on=date(2024, 1, 1),
        provisions=_foisa("26(b)"),
        summary="The obligations of EU law that bar release are called assimilated obligations.",
        sources=(enactment("SSI 2023/374 sch 1 para 3(2)", _LEGISLATION + "ssi/2023/374"),),
    ),
    Change(
        on=date(2024, 10, 14),
        provisions=_foia("23(3)(p)"),
        summary="Judicial Commissioners join the security bodies.",
        sources=(
            enactment("Investigatory Powers (Amendment) Act 2024 s.29"),
            enactment("SI 2024/1021", _LEGISLATION + "uksi/2024/1021"),
        ),
    ),
    Change(
        on=date(2025, 7, 23),
        provisions=_foia("2(2)(b)"),
        summary="The public interests in maintaining several exemptions that the same information engages are weighed together.",
        sources=(
            Source(
                kind=SourceKind.JUDGMENT,
                text="[2025] UKSC 27",
                uri="https://supremecourt.uk/cases/uksc-2023-0178",
                confidence=Confidence.STATED,
            ),
        ),
        confidence=Confidence.STATED,
    ),
    Change(
        on=date(2025, 9, 5),
        provisions=_foia("40(2)", "40(4A)", "40(5B)(d)"),
        summary="The third condition takes in the national security exemption of law-enforcement data (DPA 2018 s.78A).",
        sources=(_DUAA_S88,),
        confidence=Confidence.INFERRED,
    ),
    Change(
        on=date(2025, 9, 5),
        provisions=_foisa("38(1)(b)", "38(3A)"),
        summary="The third condition takes in the national security exemption of law-enforcement data (DPA 2018 s.78A).",
        sources=(_DUAA_S88,),
        confidence=Confidence.INFERRED,
    ),
    Change(
        on=date(2025, 9, 5),
        provisions=_eir("13(1)(b)", "13(3A)", "13(5B)(d)"),
        summary="The third condition takes in the national security exemption of law-enforcement data (DPA 2018 s.78A).",
        sources=(_DUAA_S88,),
        confidence=Confidence.INFERRED,
    ),
    Change(
        on=date(2026, 2, 5),
        provisions=_foia("40(8)"),
        summary="Public authorities may use legitimate interests, but not recognised legitimate interests, when lawfulness is tested.",
        sources=(_DUAA_S70,),
        confidence=Confidence.INFERRED,
    ),
    Change(
        on=date(2026, 2, 5),
        provisions=_foisa("38(5A)"),
        summary="Public authorities may use legitimate interests, but not recognised legitimate interests, when lawfulness is tested.",
        sources=(_DUAA_S70,),
        confidence=Confidence.INFERRED,
    ),
    Change(
        on=date(2026, 2, 5),
        provisions=_eir("13(6)"),
        summary="Public authorities may use legitimate interests, but not recognised legitimate interests, when lawfulness is tested.",
        sources=(_DUAA_S70,),
        confidence=Confidence.INFERRED,
    ),
    Change(
        on=None,
        provisions=_foia("18", "47", "48", "50"),
        summary="The Information Commissioner gives way to the Information Commission.",
        sources=(
            enactment("Data (Use and Access) Act 2025 s.119"),
            enactment("SI 2026/386 Sch 2 para 12", _LEGISLATION + "uksi/2026/386"),
        ),
    ),
)
"""Every change known, earliest first; one of no known day comes last."""
