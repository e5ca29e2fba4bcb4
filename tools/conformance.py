"""Write the conformance suite: the rules of time as vectors for any language.

An implementation of its own, kept apart from the library on purpose.  It imports nothing
of it, walks the calendar one day at a time, and has one short function for each rule,
headed by the provision.  Slow and plain: what it says can be checked with a finger on a
wall calendar.  Of the data it takes the dates and the parts of the United Kingdom alone.
What the vectors mean is told in ``tests/vectors/CONFORMANCE.md``.

    python tools/conformance.py           write tests/vectors/conformance.json
    python tools/conformance.py --check   exit 1 if the file is not what it would write
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT: Final = Path(__file__).resolve().parents[1]
DATA: Final = ROOT / "tools" / "data" / "uk_bank_holidays.json"
VECTORS: Final = ROOT / "tests" / "vectors" / "conformance.json"

_READ: Final[dict[str, Any]] = json.loads(DATA.read_text(encoding="utf-8"))
BANK_HOLIDAYS: Final[dict[date, frozenset[str]]] = {
    date.fromisoformat(row["date"]): frozenset(row["by_division"]) for row in _READ["days"]
}
FIRST: Final = date(2005, 1, 1)
"""The three regimes came into force on this day."""
LAST: Final = date.fromisoformat(_READ["published_until"])
"""No vector needs a calendar later than the published lists."""
CONTESTED: Final = (date(2010, 1, 4), date(2011, 1, 4))
"""Listed as bank holidays in Scotland, reportedly never proclaimed: no vector spans one."""

EVERYWHERE: Final = frozenset({"england-and-wales", "scotland", "northern-ireland"})
COUNTED: Final = {
    "FOIA": EVERYWHERE,
    "EIR": EVERYWHERE,
    "FOISA": frozenset({"scotland"}),
    "Tribunal": frozenset({"england-and-wales"}),
}
"""Whose bank holidays count.  For the Tribunal it is a reading: its rules do not say."""
IN_WORDS: Final = {
    "england-and-wales": "England and Wales",
    "northern-ireland": "Northern Ireland",
    "scotland": "Scotland",
}

ONE_DAY: Final = timedelta(days=1)
SATURDAY: Final = 5
SUNDAY: Final = 6
CHRISTMAS: Final = (12, 25)
Days: TypeAlias = frozenset[date]
Ranges: TypeAlias = list[list[date]]
Given: TypeAlias = dict[str, object]
Expect: TypeAlias = dict[str, object]


class UnfitError(Exception):
    """A vector cannot be made of these inputs; the message says why."""


# Days, and how to walk them.


def is_working_day(day: date, regime: str) -> bool:
    """FOIA s.10(6), EIR reg.2(1): bank holidays of any part of the UK; FOISA s.73: Scotland's."""
    if day > LAST:
        raise UnfitError(f"{day} is later than the published bank holidays")
    if day.weekday() >= SATURDAY or (day.month, day.day) == CHRISTMAS:
        return False
    return not BANK_HOLIDAYS.get(day, frozenset()) & COUNTED[regime]


def nth_working_day(start: date, number: int, regime: str, leave_out: Days = frozenset()) -> date:
    """Return the day on which the count reaches *number*; *start* is day 0 and not counted."""
    day, counted = start, 0
    while counted < number:
        day += ONE_DAY
        if is_working_day(day, regime) and day not in leave_out:
            counted += 1
    return day


def days_between(first: date, last: date) -> Days:
    """Return every day from *first* to *last*, both included."""
    return frozenset(first + ONE_DAY * ahead for ahead in range((last - first).days + 1))


def months_ahead(day: date, months: int) -> tuple[int, int]:
    """Return the year and the month that lie *months* after that of *day*."""
    years, month = divmod(day.month - 1 + months, 12)
    return day.year + years, month + 1


def months_after(day: date, months: int) -> date:
    """Return the same day of a later month, or the last of that month if it has none."""
    year, month = months_ahead(day, months)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def last_of_months_beginning_with(day: date, months: int) -> date:
    """Return the last day of a period of whole months of which *day* is the first day."""
    year, month = months_ahead(day, months)
    if day.day > monthrange(year, month)[1]:
        return date(year, month, monthrange(year, month)[1])
    return date(year, month, day.day) - ONE_DAY


def last_sunday(year: int, month: int) -> date:
    """Return the last Sunday of a month."""
    day = date(year, month, monthrange(year, month)[1])
    while day.weekday() != SUNDAY:
        day -= ONE_DAY
    return day


def london_day(instant: datetime) -> date:
    """Summer Time Act 1972 s.1(2): from 1 am GMT, last Sunday in March, to the same in October."""
    greenwich = instant.astimezone(UTC)
    begins, ends = (
        datetime.combine(last_sunday(greenwich.year, month), datetime.min.time(), UTC)
        + timedelta(hours=1)
        for month in (3, 10)
    )
    return (greenwich + timedelta(hours=begins <= greenwich < ends)).date()


# The rules.  What each returns is what a vector expects; "due" is the last day in time.


def working_day(regime: str, *, day: date) -> Expect:
    """FOIA s.10(6); EIR reg.2(1); FOISA s.73."""
    return {"working_day": is_working_day(day, regime)}


def count(regime: str, *, from_: date, to: date) -> Expect:
    """FOIA s.10(6): the working days after one day, up to and including another."""
    days = days_between(from_ + ONE_DAY, to)
    return {"working_days": sum(is_working_day(day, regime) for day in days)}


def receipt(regime: str, *, instant: datetime, convention: str) -> Expect:
    """FOIA s.10(6): receipt is on a day, of whatever kind; a day ends at midnight in London."""
    received = day_zero = london_day(instant)
    while convention == "next-working-day" and not is_working_day(day_zero, regime):
        day_zero += ONE_DAY
    due = nth_working_day(day_zero, 20, regime)
    return {"received": received, "day_zero": day_zero, "due": due}


def response(regime: str, *, received: date) -> Expect:
    """FOIA s.10(1); EIR reg.5(2); FOISA s.10(1): the twentieth working day after receipt."""
    return {"due": nth_working_day(received, 20, regime)}


def response_archives(regime: str, *, received: date) -> Expect:
    """SI 2004/3364 reg.4(2); FOISA s.10(2): the thirtieth working day."""
    return {"due": nth_working_day(received, 30, regime)}


SCHOOL_DAYS: Final = 20
SIXTY: Final = 60


def response_on_leave(regime: str, *, received: date) -> Expect:
    """SI 2004/3364 regs 5 and 6: the Commissioner, asked within 20 working days, may allow 60."""
    apply_by = nth_working_day(received, 20, regime)
    return {"due": nth_working_day(received, SIXTY, regime), "apply_by": apply_by}


def response_school(regime: str, *, received: date, school_days_off: Ranges) -> Expect:
    """SI 2004/3364 reg.3(2): the 20th school day or the 60th working day, whichever is first."""
    off = [days_between(first, last) for first, last in school_days_off]
    day, school_days, working_days = received, SCHOOL_DAYS, SIXTY
    while school_days and working_days:
        day += ONE_DAY
        if is_working_day(day, regime):
            working_days -= 1
            school_days -= not any(day in days for days in off)
    left = {"school-days": school_days, "working-days": working_days}
    return {"due": day, "reached": [limit for limit, days in left.items() if not days]}


PANDEMIC: Final = days_between(date(2020, 4, 7), date(2020, 5, 26))
"""When paragraph 3 of schedule 6 to the Coronavirus (Scotland) Act 2020 was in force."""


def response_2020(regime: str, *, received: date, answered: date | None) -> Expect:
    """Coronavirus (Scotland) Act 2020 sch.6 para.3: sixty for what was answered while in force."""
    limit = SIXTY if answered in PANDEMIC else 20
    if limit == SIXTY and nth_working_day(received, 20, regime) < min(PANDEMIC):
        raise UnfitError("time was up before the Act: whether it helped is not known")
    return {"due": nth_working_day(received, limit, regime), "limit": limit}


def extended_response(regime: str, *, received: date) -> Expect:
    """EIR reg.7(1), (3); for FOIA guidance on s.10(3), the notice still being due by s.17(1)."""
    notice_due = nth_working_day(received, 20, regime)
    return {"due": nth_working_day(received, 40, regime), "notice_due": notice_due}


def fee(regime: str, *, received: date, notice: date, paid: date, limit: int) -> Expect:
    """FOIA s.10(2); EIR reg.8(6); FOISA s.10(3): from the notice to the payment, both included."""
    if not received <= notice <= nth_working_day(received, 20, regime):
        raise UnfitError("a fees notice after the time for it")
    if not notice <= paid <= last_day_to_pay(notice, regime):
        raise UnfitError("a fee paid out of time stops nothing")
    return {"due": nth_working_day(received, limit, regime, days_between(notice, paid))}


def last_day_to_pay(notice: date, regime: str) -> date:
    """FOIA s.9(2) and FOISA s.9(3): three months beginning with the day; EIR reg.8(5): 60 days."""
    if regime == "EIR":
        return nth_working_day(notice, SIXTY, regime)
    return last_of_months_beginning_with(notice, 3)


def fee_lapse(regime: str, *, notice: date) -> Expect:
    """FOIA s.9(2); EIR reg.8(5); FOISA s.9(3)."""
    return {"due": last_day_to_pay(notice, regime)}


def clarification(regime: str, *, received: date, asked: date, clarified: date) -> Expect:
    """FOIA ss.1(3), 10(6); EIR reg.9(4); FOISA s.10(1)(b): the count begins again."""
    if not received <= asked <= clarified:
        raise UnfitError("clarified before it was asked")
    return {"due": nth_working_day(clarified, 20, regime)}


def review_request(regime: str, *, issued: date) -> Expect:
    """S.45 Code (2018) para 5.3: forty working days from the response."""
    return {"due": nth_working_day(issued, 40, regime)}


def review_answer(regime: str, *, received: date) -> Expect:
    """S.45 Code (2018) and the Commissioner's guidance: twenty working days."""
    return {"due": nth_working_day(received, 20, regime)}


def review_answer_at_most(regime: str, *, received: date) -> Expect:
    """The Commissioner's guidance: forty in exceptional cases."""
    return {"due": nth_working_day(received, 40, regime)}


def eir_representations(regime: str, *, failed: date) -> Expect:
    """EIR reg.11(2): forty working days after the failure that the applicant believes in."""
    return {"due": nth_working_day(failed, 40, regime)}


def eir_decision(regime: str, *, received: date) -> Expect:
    """EIR reg.11(4): forty working days after the representations came."""
    return {"due": nth_working_day(received, 40, regime)}


def foisa_review_request(regime: str, *, received: date, answered: date | None) -> Expect:
    """FOISA s.20(5): forty working days after the time under s.10, or after a late answer."""
    day_zero = nth_working_day(received, 20, regime)
    if answered is not None and answered > day_zero:
        day_zero = answered
    return {"due": nth_working_day(day_zero, 40, regime), "day_zero": day_zero}


def foisa_review_answer(regime: str, *, received: date, keeper: bool) -> Expect:
    """FOISA s.21(1), (2): twenty working days, thirty for a transferred record."""
    return {"due": nth_working_day(received, 30 if keeper else 20, regime)}


def foisa_appeal(regime: str, *, review_received: date, notice_received: date | None) -> Expect:
    """FOISA s.47(4): six months after the notice came or, if none did, after the time for it."""
    day_zero = notice_received or nth_working_day(review_received, 20, regime)
    return {"due": months_after(day_zero, 6), "day_zero": day_zero}


def complaint(_regime: str, *, answered: date) -> Expect:
    """FOIA s.50(2)(b) as the Commissioner works it: six weeks."""
    return {"due": answered + timedelta(weeks=6)}


def appeal(_regime: str, *, sent: date) -> Expect:
    """SI 2009/1976 rr.22(1)(b), 12: 28 days, then to the next working day if it is not one."""
    due = sent + timedelta(days=28)
    while not is_working_day(due, "Tribunal"):
        due += ONE_DAY
    return {"due": due, "before": "17:00"}


def veto(regime: str, *, effective: date) -> Expect:
    """FOIA s.53(2): the twentieth working day; FOISA s.52(2): the thirtieth."""
    return {"due": nth_working_day(effective, 30 if regime == "FOISA" else 20, regime)}


def own_window(regime: str, *, from_: date, length: int, unit: str) -> Expect:
    """Return when the authority's own period ends; days of a kind unsaid may be of either."""
    calendar_days = from_ + timedelta(days=length)
    if unit == "days":
        working_days = nth_working_day(from_, length, regime)
        return {"due_calendar": calendar_days, "due_working": working_days}
    if unit == "working days":
        return {"due": nth_working_day(from_, length, regime)}
    if unit == "months":
        return {"due": months_after(from_, length)}
    return {"due": from_ + timedelta(weeks=length) if unit == "weeks" else calendar_days}


# What each rule rests on.


@dataclass(frozen=True)
class Basis:
    """On what a rule rests in one regime, and from when vectors are made of it."""

    kind: str
    cites: tuple[str, ...]
    since: date = FIRST


@dataclass(frozen=True)
class Rule:
    """A rule: what it answers, how, and on what it rests in each regime."""

    title: str
    compute: Callable[..., Expect]
    bases: dict[str, Basis]


def statute(*cites: str) -> Basis:
    """Return the basis of a rule that stands in an enactment."""
    return Basis("statute", cites)


# From when vectors are made: the Code is of that day, the guidance and the transfer to the
# First-tier Tribunal of about that time, and the six weeks were certainly asked for by then.
CODE: Final = date(2018, 7, 4)
GUIDANCE: Final = date(2007, 3, 1)
TRIBUNAL: Final = date(2010, 1, 18)
SIX_WEEKS: Final = date(2025, 1, 1)
_SI: Final = "SI 2004/3364"
_APPEAL: Final = ("SI 2009/1976 r.22(1)(b)", "SI 2009/1976 r.12")
_SUMMER: Final = "Summer Time Act 1972 s.1(2)"
_WORDS: Final = "the authority's own words"

RULES: Final[dict[str, Rule]] = {
    "working-day": Rule(
        "whether a day is a working day",
        working_day,
        {
            "FOIA": statute("FOIA s.10(6)"),
            "EIR": statute("EIR reg.2(1)", "FOIA s.10(6)"),
            "FOISA": statute("FOISA s.73"),
        },
    ),
    "count": Rule(
        "the working days after one day, up to and including another",
        count,
        {
            "FOIA": statute("FOIA s.10(6)"),
            "EIR": statute("EIR reg.2(1)", "FOIA s.10(6)"),
            "FOISA": statute("FOISA s.73"),
        },
    ),
    "receipt": Rule(
        "the day on which a message came, and from which the count runs",
        receipt,
        {
            "FOIA": statute("FOIA s.10(6)", _SUMMER),
            "EIR": statute("EIR reg.5(2)", _SUMMER),
            "FOISA": statute("FOISA s.10(1)", _SUMMER),
        },
    ),
    "response": Rule(
        "the answer to a request",
        response,
        {
            "FOIA": statute("FOIA s.10(1)", "FOIA s.10(6)"),
            "EIR": statute("EIR reg.5(2)", "EIR reg.2(1)"),
            "FOISA": statute("FOISA s.10(1)", "FOISA s.73"),
        },
    ),
    "response-archives": Rule(
        "the answer about a transferred public record not yet open",
        response_archives,
        {
            "FOIA": statute("FOIA s.10(4)", f"{_SI} reg.4(2)"),
            "FOISA": statute("FOISA s.10(2)"),
        },
    ),
    "response-school": Rule(
        "the answer of a maintained school or an academy",
        response_school,
        {"FOIA": statute("FOIA s.10(4)", f"{_SI} reg.3(2)")},
    ),
    "response-on-leave": Rule(
        "the longest the Commissioner may allow, for operations or information abroad",
        response_on_leave,
        {"FOIA": statute("FOIA s.10(4)", f"{_SI} reg.5", f"{_SI} reg.6")},
    ),
    "response-2020": Rule(
        "the answer under the Scottish pandemic Acts",
        response_2020,
        {
            "FOISA": Basis(
                "reading",
                (
                    "FOISA s.10(1)",
                    "Coronavirus (Scotland) Act 2020 sch.6 para.3",
                    "Coronavirus (Scotland) (No.2) Act 2020 sch.4 para.11",
                ),
                date(2020, 1, 1),
            )
        },
    ),
    "extended-response": Rule(
        "the answer where time is taken for the public interest, or for a large request",
        extended_response,
        {
            "FOIA": Basis(
                "guidance", ("FOIA s.10(3)", "FOIA s.17(1)", "ICO guidance on s.10"), GUIDANCE
            ),
            "EIR": statute("EIR reg.7(1)", "EIR reg.7(3)"),
        },
    ),
    "fee": Rule(
        "the answer where a fee was asked for and paid",
        fee,
        {
            "FOIA": statute("FOIA s.10(2)", "FOIA s.9(2)"),
            "EIR": statute("EIR reg.8(6)", "EIR reg.8(7)"),
            "FOISA": statute("FOISA s.10(3)", "FOISA s.9(3)"),
        },
    ),
    "fee-lapse": Rule(
        "the payment of a fee",
        fee_lapse,
        {
            "FOIA": statute("FOIA s.9(2)"),
            "EIR": statute("EIR reg.8(5)"),
            "FOISA": statute("FOISA s.9(3)"),
        },
    ),
    "clarification": Rule(
        "the answer where the applicant was asked what is wanted",
        clarification,
        {
            "FOIA": statute("FOIA s.1(3)", "FOIA s.10(6)"),
            "EIR": statute("EIR reg.9(2)", "EIR reg.9(4)"),
            "FOISA": statute("FOISA s.1(3)", "FOISA s.10(1)(b)"),
        },
    ),
    "review-request": Rule(
        "the request for an internal review",
        review_request,
        {"FOIA": Basis("code", ("s.45 Code (July 2018) para 5.3",), CODE)},
    ),
    "review-answer": Rule(
        "the outcome of an internal review",
        review_answer,
        {
            "FOIA": Basis(
                "guidance",
                ("s.45 Code (July 2018) para 5.4", "ICO guidance on internal reviews"),
                GUIDANCE,
            )
        },
    ),
    "review-answer-at-most": Rule(
        "the outcome of an exceptional internal review",
        review_answer_at_most,
        {"FOIA": Basis("guidance", ("ICO guidance on internal reviews",), GUIDANCE)},
    ),
    "eir-representations": Rule(
        "representations to the authority",
        eir_representations,
        {"EIR": statute("EIR reg.11(2)")},
    ),
    "eir-decision": Rule(
        "the authority's decision on representations",
        eir_decision,
        {"EIR": statute("EIR reg.11(4)")},
    ),
    "foisa-review-request": Rule(
        "the requirement for review", foisa_review_request, {"FOISA": statute("FOISA s.20(5)")}
    ),
    "foisa-review-answer": Rule(
        "the authority's notice after a review",
        foisa_review_answer,
        {"FOISA": statute("FOISA s.21(1)", "FOISA s.21(2)")},
    ),
    "foisa-appeal": Rule(
        "the application to the Scottish Information Commissioner",
        foisa_appeal,
        {"FOISA": statute("FOISA s.47(4)")},
    ),
    "complaint": Rule(
        "the complaint to the Information Commissioner",
        complaint,
        {
            "FOIA": Basis("practice", ("FOIA s.50(2)(b)", "ICO complaints page"), SIX_WEEKS),
            "EIR": Basis("practice", ("EIR reg.18(1)", "ICO complaints page"), SIX_WEEKS),
        },
    ),
    "appeal": Rule(
        "the appeal to the First-tier Tribunal",
        appeal,
        {
            "FOIA": Basis("reading", ("FOIA s.57(1)", *_APPEAL), TRIBUNAL),
            "EIR": Basis("reading", ("EIR reg.18(1)", *_APPEAL), TRIBUNAL),
        },
    ),
    "veto": Rule(
        "the certificate that ends a decision notice",
        veto,
        {
            "FOIA": statute("FOIA s.53(2)", "FOIA s.53(4)"),
            "FOISA": statute("FOISA s.52(2)"),
        },
    ),
    "own-window": Rule(
        "a period of the authority's own",
        own_window,
        {
            "FOIA": Basis("arithmetic", (_WORDS, "FOIA s.10(6)")),
            "EIR": Basis("arithmetic", (_WORDS, "EIR reg.2(1)")),
            "FOISA": Basis("arithmetic", (_WORDS, "FOISA s.73")),
        },
    ),
}
FREE_OF_PANDEMIC: Final = frozenset({"working-day", "count", "own-window", "response-2020"})


# The vectors.


def plain(value: object) -> object:
    """Return *value* as JSON has it."""
    if isinstance(value, list):
        return [plain(member) for member in value]
    return value.isoformat() if isinstance(value, date) else value


def dates_in(*values: object) -> Iterator[date]:
    """Yield every day that stands alone in *values*; an instant counts as its day."""
    for value in values:
        if isinstance(value, datetime):
            yield value.date()
        elif isinstance(value, date):
            yield value


def slug(value: object) -> str:
    """Return *value* as part of an id."""
    if isinstance(value, list):
        return "off-" + hashlib.sha256(json.dumps(plain(value)).encode()).hexdigest()[:6]
    text = "none" if value is None else str(plain(value)).lower()
    return text.replace(" ", "-").replace("+", "plus").replace(":", "")


class Suite:
    """The vectors made so far."""

    def __init__(self) -> None:
        self.cases: dict[str, dict[str, object]] = {}

    def add(
        self,
        rule: str,
        regime: str,
        given: Given,
        why: str = "",
        *,
        provenance: str = "generated",
        published: object = None,
    ) -> bool:
        """Add a vector; return whether it is new.  What a source *published* must come out."""
        basis = RULES[rule].bases[regime]
        expect = RULES[rule].compute(regime, **given)
        days = sorted(dates_in(*given.values(), *expect.values()))
        if days[0] < basis.since or days[-1] > LAST:
            raise UnfitError(f"{rule} {regime} {given}: out of range")
        if any(days[0] <= contested <= days[-1] for contested in CONTESTED):
            raise UnfitError(f"{rule} {regime} {given}: spans a contested day")
        in_pandemic = days[0] <= max(PANDEMIC) and days[-1] >= min(PANDEMIC)
        if regime == "FOISA" and in_pandemic and rule not in FREE_OF_PANDEMIC:
            raise UnfitError(f"{rule} {regime} {given}: spans the pandemic Act")
        if published is not None and published not in expect.values():
            raise ValueError(f"{rule} {regime} {given}: {expect}, published as {published}")
        identity = "-".join([rule, regime.lower(), *map(slug, given.values())])
        if identity in self.cases:
            return False
        self.cases[identity] = {
            "id": identity,
            "rule": rule,
            "regime": regime,
            "given": {name.rstrip("_"): plain(value) for name, value in given.items()},
            "expect": {name: plain(value) for name, value in expect.items()},
            "cites": list(basis.cites),
            "why": why,
            "provenance": provenance,
        }
        return True

    def add_if_fit(self, rule: str, regime: str, given: Given, why: str = "") -> bool:
        """Add a vector unless none can be made of these inputs; return whether it is new."""
        try:
            return self.add(rule, regime, given, why)
        except UnfitError:
            return False


# Dates that others published, typed from the sources.

SOURCES: Final = {
    "alaveteli": "https://github.com/mysociety/alaveteli/blob/develop/spec/models/holiday_spec.rb",
    "alaveteli-requests": "https://github.com/mysociety/alaveteli/blob/develop/spec/models/"
    "info_request_spec.rb",
    "moj": "https://github.com/ministryofjustice/correspondence_tool_staff/blob/main/spec/"
    "services/deadline_calculator/business_days_spec.rb",
    "moj-cases": "https://github.com/ministryofjustice/correspondence_tool_staff/blob/main/spec/"
    "decorators/case/base_decorator_spec.rb",
    "foiman": "https://www.foiman.com/archives/1345",
    "foi-manager": "https://github.com/msped/foi-manager/blob/main/backend/apps/cases/tests/"
    "test_working_days.py",
    "monitor": "https://informationrightsandwrongs.com/2015/06/15/what-a-difference-a-day-makes/",
    "student-loans": "https://informationrightsandwrongs.com/2015/09/04/easy-as-1-2-3/",
    "12-july": "https://informationrightsandwrongs.com/2022/07/25/a-day-to-remember/",
    "tribunal": "https://caselaw.nationalarchives.gov.uk/ukftt/grc/2023/302",
    "asp-2007-2": "https://www.legislation.gov.uk/asp/2007/2/section/1",
    "gazette-2020": "https://www.thegazette.co.uk/notice/3326938",
    "gazette-2022": "https://www.thegazette.co.uk/notice/4158896",
    "gazette-2024": "https://www.thegazette.co.uk/notice/4388378",
    "gazette-2025": "https://www.thegazette.co.uk/notice/4631404",
    "notices": "https://github.com/cyruscook/bankholiday_retriever/blob/main/tests/"
    "test_notice_parser.py",
}
PUBLISHED: Final = """
alaveteli | response | received=2008-10-01 | 2008-10-29
alaveteli | response | received=2007-02-01 | 2007-03-01
alaveteli | response | received=2008-02-01 | 2008-02-29 | Due on a leap day.
alaveteli | response | received=2009-03-12 | 2009-04-14 | St Patrick's Day and Easter fall inside.
alaveteli | response | received=2009-03-13 | 2009-04-15 | Received on a Friday.
alaveteli | response | received=2009-03-14 | 2009-04-15 | Received on a Saturday.
alaveteli | response | received=2009-03-15 | 2009-04-15 | Received on a Sunday.
alaveteli | response | received=2009-03-16 | 2009-04-16 | Received on the Monday after.
alaveteli-requests | response | received=2007-10-14 | 2007-11-09 | Received on a Sunday.
alaveteli-requests | extended-response | received=2007-10-14 | 2007-12-10 | Crosses 30 November 2007, the first to be a bank holiday in Scotland.
moj | response | received=2017-05-18 | 2017-06-16
moj | response | received=2021-05-01 | 2021-06-01 | Received on a Saturday; two bank holidays.
moj | response | received=2023-11-27 | 2023-12-28 | St Andrew's Day and Christmas fall inside.
moj | own-window | from=2017-05-18 length=30 unit=working_days | 2017-06-30
moj | own-window | from=2017-05-18 length=10 unit=working_days | 2017-06-02
moj | own-window | from=2021-05-01 length=10 unit=working_days | 2021-05-17
moj | own-window | from=2023-11-27 length=10 unit=working_days | 2023-12-12
moj-cases | response | received=2017-05-02 | 2017-05-31
moj-cases | own-window | from=2017-05-02 length=10 unit=working_days | 2017-05-16
foiman | response | received=2014-11-17 | 2014-12-16
foiman | response | received=2014-11-19 | 2014-12-18
foiman | response | received=2014-11-21 | 2014-12-22
foiman | response | received=2014-11-26 | 2014-12-29
foiman | response | received=2014-11-28 | 2014-12-31 | Monday 1 December stands in for St Andrew's Day.
foiman | response | received=2014-12-02 | 2015-01-05 | 2 January is a bank holiday in Scotland.
foiman | response | received=2014-12-04 | 2015-01-07
foiman | response | received=2014-12-08 | 2015-01-09
foiman | response | received=2014-12-10 | 2015-01-13
foiman | response | received=2014-12-12 | 2015-01-15
foiman | response | received=2014-12-16 | 2015-01-19
foiman | response | received=2014-12-18 | 2015-01-21
foiman | response | received=2014-12-22 | 2015-01-23
foiman | response | received=2014-12-24 | 2015-01-27 | Received on Christmas Eve.
foiman | response | received=2014-12-30 | 2015-01-29
foiman | response | received=2015-01-06 | 2015-02-03
foiman | response | received=2015-01-08 | 2015-02-05
foi-manager | response | received=2026-01-02 | 2026-01-30 | Received on a bank holiday in Scotland.
student-loans | response | received=2014-03-16 | 2014-04-14 | Received on a Sunday; the regulator had counted St Patrick's Day.
student-loans | count | from=2014-03-16 to=2014-04-14 | 20 | The regulator had counted 21.
tribunal | appeal | sent=2022-11-10 | 2022-12-08 | An appeal of 14 December was six days late: only the last day is moved.
asp-2007-2 | working-day | day=2006-11-30 | true | St Andrew's Day became a bank holiday in 2007.
asp-2007-2 | working-day | day=2007-11-30 | false | The first St Andrew's Day to be a bank holiday.
student-loans | working-day | day=2014-03-17 | false | St Patrick's Day.
monitor | working-day | day=2014-07-14 | false | In Northern Ireland, for Saturday 12 July.
monitor | working-day | day=2014-08-04 | false | The first Monday in August, in Scotland.
foiman | working-day | day=2014-12-01 | false | In Scotland, for Sunday 30 November.
foiman | working-day | day=2015-01-02 | false | 2 January, in Scotland.
gazette-2020 | working-day | day=2020-05-08 | false | Moved from 4 May.
gazette-2020 | working-day | day=2020-07-13 | false | In Northern Ireland, for Sunday 12 July.
12-july | working-day | day=2022-07-12 | false | In Northern Ireland.
gazette-2022 | working-day | day=2022-09-19 | false | The state funeral.
gazette-2024 | working-day | day=2024-01-01 | false | New Year's Day.
gazette-2024 | working-day | day=2024-05-06 | false | Early May.
gazette-2024 | working-day | day=2024-07-12 | false | In Northern Ireland.
gazette-2025 | working-day | day=2025-07-14 | false | In Northern Ireland, for Saturday 12 July.
notices | working-day | day=2026-06-15 | false | In Scotland, for the World Cup.
notices | working-day | day=2026-07-13 | false | In Northern Ireland, for Sunday 12 July.
notices | working-day | day=2026-12-28 | false | For Saturday 26 December.
notices | working-day | day=2027-01-04 | false | In Scotland, for Saturday 2 January.
"""  # noqa: E501
"""Source, rule, inputs, what the source says comes out of them under FOIA, and why."""

# Edges, picked by hand.  A rule may be followed by the regimes; if not, it is all it has.

EDGES: Final = """
working-day | day=2005-03-28 | Easter Monday: a bank holiday everywhere but in Scotland.
working-day | day=2013-04-01 | Easter Monday: a bank holiday everywhere but in Scotland.
working-day | day=2025-04-18 | Good Friday.
working-day | day=2006-01-02 | 2 January, and the substitute for New Year's Day elsewhere.
working-day | day=2008-03-17 | St Patrick's Day, in Northern Ireland alone.
working-day | day=2018-03-19 | For Saturday 17 March, in Northern Ireland alone.
working-day | day=2009-07-13 | For Sunday 12 July, in Northern Ireland alone.
working-day | day=2014-07-14 | For Saturday 12 July, in Northern Ireland alone.
working-day | day=2025-07-12 | 12 July on a Saturday: the Monday is off, the day itself a weekend.
working-day | day=2018-08-06 | The first Monday in August, in Scotland alone.
working-day | day=2019-08-26 | The last Monday in August, everywhere but in Scotland.
working-day | day=2006-11-30 | St Andrew's Day became a bank holiday in 2007.
working-day | day=2007-11-30 | The first St Andrew's Day to be a bank holiday, in Scotland alone.
working-day | day=2024-12-02 | For Saturday 30 November, in Scotland alone.
working-day | day=2011-04-29 | The royal wedding.
working-day | day=2012-05-28 | The spring bank holiday was moved to 4 June.
working-day | day=2012-06-04 | The spring bank holiday, moved.
working-day | day=2012-06-05 | The diamond jubilee.
working-day | day=2016-01-04 | For Saturday 2 January, in Scotland alone.
working-day | day=2020-05-04 | The early May bank holiday was moved to 8 May.
working-day | day=2020-05-08 | The early May bank holiday, moved to a Friday.
working-day | day=2021-12-28 | For Sunday 26 December.
working-day | day=2022-01-04 | For Sunday 2 January, in Scotland alone.
working-day | day=2022-05-30 | The spring bank holiday was moved to 2 June.
working-day | day=2022-06-03 | The platinum jubilee.
working-day | day=2022-09-19 | The state funeral, proclaimed nine days before.
working-day | day=2023-05-08 | The coronation.
working-day | day=2026-06-15 | The World Cup, in Scotland alone.
working-day | day=2010-12-25 | Christmas Day on a Saturday.
working-day | day=2016-12-25 | Christmas Day on a Sunday.
working-day | day=2019-12-24 | Christmas Eve: an office may be shut, the day counts.
working-day | day=2021-12-29 | Between Christmas and New Year: an office may be shut, the day counts.
working-day | day=2020-02-29 | A leap day, on a Saturday.
working-day | day=2024-02-29 | A leap day, on a Thursday.
working-day | day=2028-12-29 | The last working day of the published calendar.
working-day | day=2028-12-31 | The last day of the published calendar.
count | from=2022-09-19 to=2022-09-19 | Nothing lies between a day and itself.
count | from=2022-09-18 to=2022-09-19 | The only day between is a bank holiday.
count | from=2022-09-19 to=2022-09-20 | The first day is not counted, the last one is.
count | from=2023-04-06 to=2023-04-11 | The four days of Easter and the day after.
count | from=2008-02-27 to=2008-03-03 | Across a leap day.
count | from=2018-12-24 to=2019-01-03 | Across Christmas and New Year.
count | from=2014-07-01 to=2014-08-31 | Across 14 July, 4 August and 25 August 2014.
count | from=2005-01-01 to=2005-12-31 | A whole year.
count | from=2019-12-31 to=2020-12-31 | A leap year, with a moved holiday.
count | from=2021-12-31 to=2022-12-31 | A year with two holidays more than most.
count | from=2025-12-31 to=2026-12-31 | A year with one holiday more in Scotland.
receipt FOIA EIR FOISA | instant=2023-06-30T23:30:00+00:00 convention=statute | Half past midnight in London, in summer time: the next day.
receipt FOIA | instant=2023-06-30T22:59:59+00:00 convention=statute | A second before midnight in London, in summer time.
receipt FOIA | instant=2023-06-30T23:00:00+00:00 convention=statute | Midnight in London begins the day.
receipt FOIA | instant=2023-06-30T23:59:00+01:00 convention=statute | A minute before midnight, written in summer time.
receipt FOIA | instant=2023-06-30T23:59:00+01:00 convention=next-working-day | A working day, however late: not moved.
receipt FOIA | instant=2023-12-15T23:30:00+00:00 convention=statute | Half past eleven in London, in winter: still that day.
receipt FOIA | instant=2023-12-15T23:59:59+00:00 convention=statute | The last second of a day: received that day.
receipt FOIA | instant=2023-12-16T00:30:00+01:00 convention=statute | Half past eleven the evening before in London.
receipt FOIA | instant=2023-03-25T23:30:00+00:00 convention=statute | The evening before the clocks go forward.
receipt FOIA | instant=2023-03-26T00:59:59+00:00 convention=statute | The last second before summer time.
receipt FOIA | instant=2023-03-26T01:00:00+00:00 convention=statute | The first second of summer time: two o'clock.
receipt FOIA | instant=2023-03-26T22:59:59+00:00 convention=statute | The last second of the day on which the clocks go forward.
receipt FOIA | instant=2023-03-26T23:00:00+00:00 convention=statute | The day on which the clocks go forward has 23 hours.
receipt FOIA | instant=2023-10-28T22:59:59+00:00 convention=statute | The last second before the day on which the clocks go back.
receipt FOIA | instant=2023-10-28T23:00:00+00:00 convention=statute | The day on which the clocks go back begins.
receipt FOIA | instant=2023-10-29T00:30:00+00:00 convention=statute | Half past one, for the first time.
receipt FOIA | instant=2023-10-29T01:30:00+00:00 convention=statute | Half past one, for the second time.
receipt FOIA | instant=2023-10-29T23:30:00+00:00 convention=statute | The day on which the clocks go back has 25 hours.
receipt FOIA | instant=2024-02-29T23:59:59+00:00 convention=statute | The last second of a leap day.
receipt FOIA | instant=2022-12-31T23:59:59+00:00 convention=statute | The last second of a year.
receipt FOIA | instant=2022-12-31T19:30:00-05:00 convention=statute | Half past midnight on New Year's Day, written in New York.
receipt FOIA | instant=2019-08-31T23:30:00+00:00 convention=statute | Sunday in London, Saturday at Greenwich.
receipt FOIA | instant=2019-08-31T23:30:00+00:00 convention=next-working-day | Moved from the Sunday to the Monday.
receipt FOIA | instant=2019-09-01T23:30:00+00:00 convention=next-working-day | Monday in London, Sunday at Greenwich: not moved.
receipt FOIA EIR FOISA | instant=2026-06-14T20:15:00+01:00 convention=statute | A Sunday before a Scottish bank holiday.
receipt FOIA EIR FOISA | instant=2026-06-14T20:15:00+01:00 convention=next-working-day | A Sunday: moved over the Scottish bank holiday to the Tuesday.
receipt FOIA FOISA | instant=2024-08-26T09:00:00+01:00 convention=statute | A bank holiday everywhere but in Scotland.
receipt FOIA FOISA | instant=2024-08-26T09:00:00+01:00 convention=next-working-day | A bank holiday everywhere but in Scotland.
receipt FOIA FOISA | instant=2024-12-25T12:00:00+00:00 convention=statute | Christmas Day.
receipt FOIA FOISA | instant=2024-12-25T12:00:00+00:00 convention=next-working-day | Christmas Day: moved to the 27th.
receipt FOIA | instant=2015-01-02T10:00:00+00:00 convention=statute | Received on 2 January, a bank holiday in Scotland.
receipt FOIA | instant=2015-01-02T10:00:00+00:00 convention=next-working-day | Moved to Monday 5 January: due one working day later.
response | received=2005-01-01 | The first day of the Acts, a Saturday.
response FOIA FOISA | received=2005-01-04 | Received on a day that is a bank holiday in Scotland alone.
response | received=2023-03-23 | Good Friday and Easter Monday fall inside.
response FOIA FOISA | received=2006-11-02 | Due on 30 November 2006, still a working day.
response FOIA FOISA | received=2006-11-29 | 30 November 2006 is the first day counted.
response FOIA FOISA | received=2006-11-30 | Received on a St Andrew's Day that was not yet a bank holiday.
response FOIA FOISA | received=2007-11-02 | The twentieth weekday is 30 November 2007, now a bank holiday in Scotland.
response FOIA FOISA | received=2007-11-30 | Received on a bank holiday: day 0 may be any day.
response FOIA FOISA | received=2008-07-12 | Received on 12 July, a Saturday; Monday the 14th is off in Northern Ireland.
response FOIA FOISA | received=2009-07-12 | Received on 12 July, a Sunday; Monday the 13th is off in Northern Ireland.
response FOIA FOISA | received=2014-06-16 | The twentieth weekday is 14 July 2014, off in Northern Ireland.
response FOIA FOISA | received=2014-07-08 | 14 July (Northern Ireland) and 4 August (Scotland) both fall inside.
response FOIA FOISA | received=2011-04-01 | Easter, the royal wedding and early May fall inside.
response FOIA FOISA | received=2012-05-25 | 28 May 2012 is a working day: the holiday was moved to 4 June.
response FOIA FOISA | received=2012-05-28 | Received on the day from which the holiday was moved.
response FOIA FOISA | received=2012-06-01 | 4 and 5 June 2012 are both off.
response FOIA EIR | received=2020-05-01 | 4 May 2020 is a working day: the holiday was moved to Friday 8 May.
response FOIA EIR | received=2020-05-04 | Received on the day from which the holiday was moved.
response FOIA FOISA | received=2022-05-27 | 30 May 2022 is a working day: the holiday was moved to 2 June.
response FOIA FOISA | received=2022-05-30 | Received on the day from which the holiday was moved.
response FOIA FOISA | received=2022-06-01 | 2 and 3 June 2022 are both off.
response FOIA EIR | received=2022-08-19 | The state funeral was proclaimed while this clock ran: read as not counted.
response FOISA | received=2022-08-22 | The state funeral was proclaimed while this clock ran: read as not counted.
response | received=2022-09-16 | Received after the state funeral was proclaimed.
response | received=2022-09-19 | Received on the day of the state funeral.
response FOIA FOISA | received=2023-04-11 | 1 and 8 May 2023 fall inside, the second for the coronation.
response | received=2026-05-15 | One day is left when 15 June 2026 comes, off in Scotland: the 16th.
response | received=2026-06-14 | Received on a Sunday; Monday 15 June 2026 is off in Scotland.
response | received=2026-06-15 | Received on a day that is a bank holiday in Scotland alone.
response FOIA FOISA | received=2024-02-28 | The eve of a leap day.
response FOIA FOISA | received=2028-02-29 | Received on a leap day.
response FOIA FOISA | received=2028-02-01 | Due on a leap day.
response FOIA EIR | received=2020-02-29 | Received on a leap day, a Saturday.
response FOIA FOISA | received=2019-09-02 | Received on a Monday.
response FOIA FOISA | received=2019-09-06 | Received on a Friday.
response FOIA FOISA | received=2019-09-07 | Received on a Saturday: due with those of the Friday.
response FOIA FOISA | received=2019-09-08 | Received on a Sunday: due with those of the Friday.
response FOIA FOISA | received=2019-09-09 | Received on the next Monday.
response FOIA FOISA | received=2018-01-31 | Received on the last day of a month.
response FOIA FOISA | received=2018-02-28 | Received on the last day of a month.
response FOIA FOISA | received=2018-04-30 | Received on the last day of a month.
response FOIA FOISA | received=2018-06-30 | Received on the last day of a month, a Saturday.
response FOIA FOISA | received=2018-10-31 | Received on the last day of a month.
response FOIA FOISA | received=2019-12-31 | Received on the last day of a year.
response FOIA EIR | received=2005-12-25 | Received on Christmas Day, a Sunday.
response FOIA EIR | received=2015-12-25 | Received on Christmas Day; Boxing Day is a Saturday.
response FOIA EIR | received=2016-12-26 | Received on Boxing Day; Christmas Day was a Sunday.
response FOIA FOISA | received=2021-12-27 | Received on the first of two substitutes for Christmas.
response FOIA FOISA | received=2022-12-28 | Received between Christmas and New Year; 1 January is a Sunday.
response FOIA FOISA | received=2027-12-24 | The 25th and 26th are a weekend: the 27th and 28th are off.
response-archives | received=2022-08-19 | The state funeral falls inside.
response-archives | received=2024-02-29 | Received on a leap day.
response-archives | received=2018-07-09 | 12 July (Northern Ireland) and 6 August (Scotland) fall inside.
response-archives | received=2023-11-24 | Across St Andrew's Day and Christmas.
response-school | received=2024-07-19 school_days_off=terms:2024 | The summer holidays come first.
response-school | received=2024-07-01 school_days_off=terms:2024 | The summer holidays fall inside.
response-school | received=2024-08-14 school_days_off=terms:2024 | Received in the summer holidays.
response-school | received=2023-12-20 school_days_off=terms:2023,terms:2024 | Across Christmas.
response-school | received=2024-09-05 school_days_off=none-at-all | No days off: the ordinary limit.
response-school | received=2024-09-05 school_days_off=2024-09-07..2024-09-08 | Off at a weekend: nothing lost.
response-school | received=2024-09-05 school_days_off=2024-09-05..2024-09-05 | Off on the day of receipt: nothing lost.
response-school | received=2024-09-05 school_days_off=2024-09-06..2024-09-06 | A single training day.
response-school | received=2024-09-05 school_days_off=2024-10-03..2024-10-03 | A training day on what would be the last.
response-school | received=2024-09-05 school_days_off=2024-09-09..2024-09-11,2024-09-10..2024-09-12 | Ranges that overlap.
response-school | received=2023-03-20 school_days_off=2023-04-07..2023-04-10 | Off on bank holidays alone: nothing lost.
response-school | received=2017-03-20 school_days_off=2017-04-03..2017-09-03 | Closed for a term: the sixtieth working day comes first.
response-school | received=2017-04-03 school_days_off=2017-04-03..2017-09-03 | Closed from the day of receipt: the sixtieth working day.
response-school | received=2018-01-09 school_days_off=2018-01-10..2018-03-06 | Closed for forty working days: both limits on one day.
response-school | received=2018-01-09 school_days_off=2018-01-10..2018-03-05 | Closed for thirty-nine: the school days end first.
response-school | received=2018-01-09 school_days_off=2018-01-10..2018-03-07 | Closed for forty-one: the working days end first.
response-on-leave | received=2022-06-24 | 12 July, 1 and 29 August and the state funeral fall inside.
response-2020 | received=2020-01-15 answered=2020-04-06 | Answered on the eve of the Act.
response-2020 | received=2020-03-10 answered=2020-04-07 | Answered on the first day of the Act.
response-2020 | received=2020-03-11 answered=2020-04-23 | Received before the Act, answered under it on the thirtieth day.
response-2020 | received=2020-04-07 answered=2020-05-26 | Received on its first day, answered on its last.
response-2020 | received=2020-04-07 answered=2020-05-27 | Answered on the day of the repeal: twenty again.
response-2020 | received=2020-04-07 answered=none | Unanswered at the repeal: twenty again.
response-2020 | received=2020-05-26 answered=none | Received on the last day of the Act.
response-2020 | received=2020-05-27 answered=none | Received on the day of the repeal.
response-2020 | received=2020-05-01 answered=2020-05-22 | The moved holiday of 8 May falls inside.
extended-response | received=2023-03-23 | Easter and two bank holidays in May fall inside.
extended-response | received=2022-08-01 | The state funeral falls inside.
extended-response | received=2020-04-06 | Easter and the moved holiday fall inside.
extended-response | received=2024-01-08 | The notice is due before a leap day, the answer after it.
fee | received=2023-03-01 notice=2023-03-07 paid=2023-03-20 limit=20 | Notice on the fourth working day: three were counted.
fee | received=2023-03-01 notice=2023-03-01 paid=2023-03-01 limit=20 | Notice and payment on the day of receipt: nothing lost.
fee | received=2023-03-01 notice=2023-03-01 paid=2023-03-14 limit=20 | Notice on the day of receipt: all twenty are left.
fee | received=2023-03-01 notice=2023-03-02 paid=2023-03-02 limit=20 | Notice and payment on one working day: one day is lost.
fee | received=2023-03-01 notice=2023-03-04 paid=2023-03-05 limit=20 | Notice and payment in one weekend: nothing lost.
fee | received=2023-03-01 notice=2023-03-10 paid=2023-03-19 limit=20 | Paid on a Sunday: Monday is counted.
fee | received=2023-03-20 notice=2023-04-06 paid=2023-04-11 limit=20 | The pause spans Easter.
fee | received=2023-03-20 notice=2023-04-07 paid=2023-04-10 limit=20 | Notice on Good Friday, paid on Easter Monday.
fee | received=2023-03-01 notice=2023-03-28 paid=2023-05-02 limit=20 | Notice late in the count, paid after Easter.
fee | received=2019-08-01 notice=2019-08-05 paid=2019-10-17 limit=20 | Notice on a Scottish bank holiday.
fee FOIA FOISA | received=2018-11-29 notice=2018-12-06 paid=2019-03-05 limit=20 | Paid on the last day of the three months.
fee | received=2022-08-22 notice=2022-09-16 paid=2022-09-20 limit=20 | The pause spans the state funeral.
fee | received=2026-06-01 notice=2026-06-12 paid=2026-06-15 limit=20 | Paid on a bank holiday in Scotland.
fee | received=2024-02-01 notice=2024-02-28 paid=2024-03-01 limit=20 | The pause spans a leap day.
fee | received=2018-06-18 notice=2018-07-10 paid=2018-08-07 limit=20 | The pause spans 12 July and 6 August.
fee FOIA FOISA | received=2023-03-20 notice=2023-04-06 paid=2023-04-11 limit=30 | An archive's thirty days, paused over Easter.
fee EIR | received=2023-03-20 notice=2023-04-06 paid=2023-04-11 limit=40 | Forty days under reg.7(1), paused over Easter.
fee-lapse FOIA FOISA | notice=2024-01-15 | The day before the same date three months on.
fee-lapse FOIA FOISA | notice=2024-10-07 | The period ends in the next year.
fee-lapse FOIA FOISA | notice=2023-12-01 | December, January and February: ends on a leap day.
fee-lapse FOIA FOISA | notice=2024-03-01 | March, April and May: ends with a month.
fee-lapse FOIA FOISA | notice=2023-11-28 | The same date exists in February: the day before it.
fee-lapse FOIA FOISA | notice=2023-11-29 | The same date exists in a leap year: the day before it.
fee-lapse FOIA FOISA | notice=2022-11-29 | February has no such date: its last day.
fee-lapse FOIA FOISA | notice=2023-11-30 | February has no such date, even in a leap year: its last day.
fee-lapse FOIA FOISA | notice=2022-11-30 | February has no such date: its last day.
fee-lapse FOIA FOISA | notice=2024-01-31 | April has no such date: its last day.
fee-lapse FOIA FOISA | notice=2024-08-31 | November has no such date: its last day.
fee-lapse | notice=2024-02-29 | Given on a leap day.
fee-lapse EIR | notice=2022-06-24 | 12 July, 1 and 29 August and the state funeral fall inside.
fee-lapse EIR | notice=2023-12-25 | From Christmas Day.
clarification | received=2023-12-04 asked=2023-12-11 clarified=2023-12-20 | Clarified before Christmas.
clarification | received=2023-12-04 asked=2023-12-11 clarified=2023-12-25 | Clarified on Christmas Day: day 0 may be any day.
clarification | received=2023-12-04 asked=2023-12-11 clarified=2024-01-01 | Clarified on New Year's Day.
clarification | received=2022-09-05 asked=2022-09-09 clarified=2022-09-18 | Clarified on a Sunday before a bank holiday.
clarification | received=2023-06-01 asked=2023-06-01 clarified=2023-06-01 | Asked and clarified on the day of receipt.
clarification | received=2023-06-01 asked=2023-06-29 clarified=2023-06-29 | Asked on the last day: the count begins again.
clarification | received=2023-06-01 asked=2023-06-05 clarified=2023-11-30 | Clarified after months, on St Andrew's Day.
clarification | received=2026-05-18 asked=2026-05-20 clarified=2026-06-15 | Clarified on a bank holiday in Scotland.
review-request | issued=2022-08-01 | The state funeral falls inside.
review-request | issued=2023-12-22 | Issued before Christmas.
review-request | issued=2026-05-01 | The Scottish holiday of June 2026 falls inside.
review-answer | received=2023-12-22 | Received before Christmas.
review-answer-at-most | received=2022-08-01 | The state funeral falls inside.
eir-representations | failed=2022-08-01 | The state funeral falls inside.
eir-representations | failed=2023-12-24 | From a Sunday, Christmas Eve.
eir-decision | received=2026-05-01 | The Scottish holiday of June 2026 falls inside.
eir-decision | received=2024-02-29 | Received on a leap day.
foisa-review-request | received=2024-03-01 answered=none | Never answered.
foisa-review-request | received=2024-03-01 answered=2024-03-08 | Answered early: the count still starts when time is up.
foisa-review-request | received=2024-03-01 answered=2024-04-01 | Answered on the last day, Easter Monday: not late.
foisa-review-request | received=2024-03-01 answered=2024-04-02 | Answered a day late: the count starts there.
foisa-review-request | received=2024-03-01 answered=2024-07-27 | Answered very late, on a Saturday.
foisa-review-answer | received=2026-06-12 keeper=false | Scotland's holiday of June 2026 falls inside.
foisa-review-answer | received=2026-06-12 keeper=true | A transferred record: thirty days.
foisa-review-answer | received=2024-03-28 keeper=false | Good Friday is not counted, Easter Monday is.
foisa-appeal | review_received=2023-08-01 notice_received=2023-08-31 | February has no 31st: its last day, a leap day.
foisa-appeal | review_received=2022-08-01 notice_received=2022-08-31 | February has no 31st: its last day.
foisa-appeal | review_received=2023-08-01 notice_received=2023-08-29 | The same date exists in a leap year.
foisa-appeal | review_received=2024-02-01 notice_received=2024-02-29 | From a leap day to the same date.
foisa-appeal | review_received=2024-03-11 notice_received=2024-03-31 | September has no 31st: its last day.
foisa-appeal | review_received=2024-03-11 notice_received=none | Never answered: from the end of the time for the review.
foisa-appeal | review_received=2024-01-03 notice_received=2024-06-03 | Answered late: from the notice all the same.
complaint | answered=2025-01-30 | Six weeks of calendar days.
complaint | answered=2025-11-13 | Ends on Christmas Day: not rolled on.
complaint | answered=2028-01-18 | Ends on a leap day.
appeal | sent=2025-03-20 | Day 28 is a working day.
appeal | sent=2025-03-21 | Day 28 is Good Friday: over Easter to the Tuesday.
appeal | sent=2025-03-22 | Day 28 is a Saturday: over Easter to the Tuesday.
appeal | sent=2025-03-24 | Day 28 is Easter Monday.
appeal | sent=2025-11-27 | Day 28 is Christmas Day: over the weekend to the Monday.
appeal | sent=2025-11-28 | Day 28 is Boxing Day, a Friday.
appeal | sent=2025-12-04 | Day 28 is New Year's Day.
appeal | sent=2025-12-05 | Day 28 is 2 January, off in Scotland alone: as read here it stands.
appeal | sent=2025-06-16 | Day 28 is 14 July, off in Northern Ireland alone: as read here it stands.
appeal | sent=2026-05-18 | Day 28 is 15 June, off in Scotland alone: as read here it stands.
appeal | sent=2022-08-22 | Day 28 is the day of the state funeral.
appeal | sent=2024-02-01 | Day 28 is a leap day.
appeal | sent=2025-07-28 | Day 28 is a bank holiday everywhere but in Scotland.
veto | effective=2009-02-24 | St Patrick's Day falls inside.
veto | effective=2022-08-22 | The state funeral falls inside.
veto | effective=2024-12-25 | From Christmas Day.
veto | effective=2026-06-14 | The day after is a bank holiday in Scotland.
own-window | from=2022-07-13 length=40 unit=days | Forty days, of a kind unsaid.
own-window FOIA | from=2022-07-13 length=40 unit=calendar_days | Forty days as the calendar counts them.
own-window | from=2022-07-13 length=40 unit=working_days | Forty working days.
own-window | from=2025-05-24 length=5 unit=days | Five days from a Saturday, across a bank holiday.
own-window | from=2026-06-14 length=1 unit=working_days | The next day is a bank holiday in Scotland.
own-window FOIA | from=2023-12-31 length=2 unit=months | February has no 31st: its last day, a leap day.
own-window FOIA | from=2022-12-31 length=2 unit=months | February has no 31st: its last day.
own-window FOIA | from=2024-02-29 length=12 unit=months | No leap day in the next year.
own-window FOIA | from=2024-02-29 length=1 unit=months | From a leap day to the same date: months are not rounded up.
own-window FOIA | from=2024-08-31 length=1 unit=months | September has no 31st: its last day.
own-window FOIA | from=2023-10-15 length=3 unit=months | Into the next year.
own-window FOIA | from=2024-12-11 length=2 unit=weeks | Ends on Christmas Day: not rolled on.
own-window FOIA | from=2024-02-22 length=1 unit=weeks | Ends on a leap day.
own-window FOIA | from=2024-03-01 length=28 unit=calendar_days | Ends on Good Friday: not rolled on.
"""  # noqa: E501
"""Rule and regimes, inputs, and why."""


def value_of(text: str) -> object:
    """Return what *text* writes in the tables above."""
    words: dict[str, object] = {"none": None, "none-at-all": [], "true": True, "false": False}
    if text in words:
        return words[text]
    if ".." in text or text.startswith("terms:"):
        ranges: Ranges = []
        for part in text.split(","):
            if part.startswith("terms:"):
                ranges += term_breaks(int(part.removeprefix("terms:")))
            else:
                ranges.append([date.fromisoformat(day) for day in part.split("..")])
        return ranges
    if "T" in text:
        return datetime.fromisoformat(text)
    if text.isdecimal():
        return int(text)
    return date.fromisoformat(text) if text[:4].isdecimal() else text.replace("_", " ")


def term_breaks(year: int) -> Ranges:
    """Return the days off of an imaginary school in one calendar year."""
    breaks = "01-01 01-04, 02-12 02-16, 04-02 04-13, 05-27 05-31, 07-24 09-03, 10-22 10-28"
    pairs = (pair.split() for pair in f"{breaks}, 12-21 12-31".split(","))
    return [[date.fromisoformat(f"{year}-{day}") for day in pair] for pair in pairs]


def given_of(text: str) -> Given:
    """Return the inputs that *text* writes in the tables above."""
    pairs = (pair.split("=") for pair in text.split())
    return {name + "_" * (name == "from"): value_of(value) for name, value in pairs}


def add_published(suite: Suite) -> None:
    """Add what others published, each checked against this implementation."""
    for line in PUBLISHED.strip().splitlines():
        source, rule, inputs, published, *why = (part.strip() for part in line.split("|"))
        suite.add(
            rule,
            "FOIA",
            given_of(inputs),
            "".join(why),
            provenance=SOURCES[source],
            published=value_of(published),
        )


def add_edges(suite: Suite) -> None:
    """Add the edges picked by hand; a published vector is not said twice."""
    for line in EDGES.strip().splitlines():
        head, inputs, why = (part.strip() for part in line.split("|"))
        rule, *regimes = head.split()
        for regime in regimes or RULES[rule].bases:
            suite.add(rule, regime, given_of(inputs), why)
    for rule in ("response", "response-archives", "extended-response", "response-on-leave"):
        for regime in RULES[rule].bases:
            day = LAST
            why = "The last receipt for which the calendar is known."
            while not suite.add_if_fit(rule, regime, {"received": day}, why):
                day -= ONE_DAY


def add_eves(suite: Suite) -> None:
    """Add a request received on the eve of each bank holiday; FOISA where the regimes differ."""
    for day, parts in BANK_HOLIDAYS.items():
        if FIRST < day <= LAST:
            names = " and ".join(IN_WORDS[part] for part in sorted(parts))
            where = "every part of the UK" if parts == EVERYWHERE else f"{names} alone"
            why = f"The eve of {day:%A} {day.day} {day:%B}, a bank holiday in {where}."
            for regime in ("FOIA", "FOISA") if parts != EVERYWHERE else ("FOIA",):
                suite.add_if_fit("response", regime, {"received": day - ONE_DAY}, why)


# Dates drawn by lot, the same at every run.

ENOUGH: Final = 10_000
"""After so many drawn numbers there is nothing to be found."""
UNITS: Final = ("working days", "calendar days", "weeks", "months", "days")
LONGEST: Final = {"working days": 60, "calendar days": 90, "weeks": 12, "months": 6, "days": 40}


class Draw:
    """Numbers that look random and depend on a label alone."""

    def __init__(self, label: str) -> None:
        self.label, self.turn = label, 0

    def number(self, low: int, high: int) -> int:
        """Return a whole number from *low* to *high*."""
        self.turn += 1
        digest = hashlib.sha256(f"conformance/{self.label}/{self.turn}".encode()).digest()
        return low + int.from_bytes(digest[:8], "big") % (high - low + 1)

    def later(self, day: date, most: int) -> date:
        """Return a day up to *most* days after *day*."""
        return day + ONE_DAY * self.number(0, most)

    def later_or_none(self, day: date, most: int) -> date | None:
        """Return a day up to *most* days after *day*, or one time in three none."""
        return None if self.number(1, 3) == 1 else self.later(day, most)


def draw_receipt(draw: Draw, day: date) -> Given:
    """Return the inputs of "receipt"."""
    offset = timezone(timedelta(hours=draw.number(-5, 5)))
    instant = datetime.combine(day, datetime.min.time(), offset)
    instant += timedelta(minutes=draw.number(0, 24 * 60 - 1))
    return {"instant": instant, "convention": ("statute", "next-working-day")[draw.number(0, 1)]}


def draw_fee(draw: Draw, day: date) -> Given:
    """Return the inputs of "fee"."""
    notice = draw.later(day, 27)
    return {"received": day, "notice": notice, "paid": draw.later(notice, 88), "limit": 20}


def draw_clarification(draw: Draw, day: date) -> Given:
    """Return the inputs of "clarification"."""
    asked = draw.later(day, 20)
    return {"received": day, "asked": asked, "clarified": draw.later(asked, 60)}


def draw_own_window(draw: Draw, day: date) -> Given:
    """Return the inputs of "own-window"."""
    unit = UNITS[draw.number(0, len(UNITS) - 1)]
    return {"from_": day, "length": draw.number(1, LONGEST[unit]), "unit": unit}


DRAWN: Final[dict[str, Callable[[Draw, date], Given]]] = {
    "working-day": lambda _, day: {"day": day},
    "count": lambda draw, day: {"from_": day, "to": draw.later(day, 120)},
    "receipt": draw_receipt,
    "response-school": lambda _, day: {
        "received": day,
        "school_days_off": term_breaks(day.year) + term_breaks(day.year + 1),
    },
    "response-2020": lambda draw, day: {"received": day, "answered": draw.later_or_none(day, 90)},
    "fee": draw_fee,
    "fee-lapse": lambda _, day: {"notice": day},
    "clarification": draw_clarification,
    "review-request": lambda _, day: {"issued": day},
    "eir-representations": lambda _, day: {"failed": day},
    "foisa-review-request": lambda draw, day: {
        "received": day,
        "answered": draw.later_or_none(day, 60),
    },
    "foisa-review-answer": lambda draw, day: {"received": day, "keeper": draw.number(1, 4) == 1},
    "foisa-appeal": lambda draw, day: {
        "review_received": day,
        "notice_received": draw.later_or_none(day, 50),
    },
    "complaint": lambda _, day: {"answered": day},
    "appeal": lambda _, day: {"sent": day},
    "veto": lambda _, day: {"effective": day},
    "own-window": draw_own_window,
}
"""How to draw the inputs of a rule, the first of which is a day; else that is "received"."""


def add_drawn(suite: Suite) -> None:
    """Add a case of every rule in every year in which it has any, the regimes in turn."""
    for rule, about in RULES.items():
        first = min(basis.since.year for basis in about.bases.values())
        years = [2020] if rule == "response-2020" else range(first, LAST.year + 1)
        for year in years:
            open_to = [name for name, basis in about.bases.items() if basis.since.year <= year]
            regime = open_to[year % len(open_to)]
            draw, found = Draw(f"{rule}/{year}"), 0
            while found < max(1, 12 // len(years)):
                if draw.turn > ENOUGH:
                    raise UnfitError(f"{rule} {regime}: nothing to be found in {year}")
                day = date(year, 1, 1) + ONE_DAY * draw.number(0, 364)
                inputs: Given = DRAWN[rule](draw, day) if rule in DRAWN else {"received": day}
                found += suite.add_if_fit(rule, regime, inputs)


# The file.

ABOUT: Final = (
    "Time limits of United Kingdom access-to-information law as language-neutral vectors."
    " Written by tools/conformance.py: do not edit. CONFORMANCE.md describes the format."
)
LICENCE: Final = (
    "Contains public sector information licensed under the Open Government Licence v3.0."
)


def compact(value: object) -> str:
    """Return *value* as JSON on one line."""
    return json.dumps(value, ensure_ascii=False)


def block(lines: list[str], brackets: str) -> str:
    """Return *lines* as the members of a JSON object or array, one to a line."""
    return f"{brackets[0]}\n" + ",\n".join(f"    {line}" for line in lines) + f"\n  {brackets[1]}"


def named(members: dict[str, object]) -> list[str]:
    """Return the members of a JSON object, each on one line."""
    return [f"{compact(name)}: {compact(value)}" for name, value in members.items()]


def render() -> str:
    """Return the text of the file."""
    suite = Suite()
    for add in (add_published, add_edges, add_eves, add_drawn):
        add(suite)
    order = list(RULES)
    cases = sorted(suite.cases.values(), key=lambda case: order.index(str(case["rule"])))
    rules: dict[str, object] = {
        name: {
            "title": rule.title,
            "kind": {regime: basis.kind for regime, basis in rule.bases.items()},
            "from": {regime: basis.since.isoformat() for regime, basis in rule.bases.items()},
        }
        for name, rule in RULES.items()
    }
    holidays: dict[str, object] = {
        day.isoformat(): sorted(parts)
        for day, parts in BANK_HOLIDAYS.items()
        if FIRST <= day <= LAST
    }
    calendar = {
        "version": _READ["version"],
        "from": FIRST.isoformat(),
        "to": LAST.isoformat(),
        "contested": [day.isoformat() for day in CONTESTED],
    }
    members = {
        "about": compact(ABOUT),
        "licence": compact(LICENCE),
        "format": "1",
        "calendar": compact(calendar),
        "bank_holidays": block(named(holidays), "{}"),
        "rules": block(named(rules), "{}"),
        "cases": block([compact(case) for case in cases], "[]"),
    }
    return "{\n" + ",\n".join(f'  "{name}": {text}' for name, text in members.items()) + "\n}\n"


def main(arguments: list[str] | None = None) -> int:
    """Write or check the file; return what the process should exit with."""
    parser = argparse.ArgumentParser(description="Write the conformance suite.")
    parser.add_argument("--check", action="store_true", help="write nothing; compare")
    check: bool = parser.parse_args(arguments).check
    text = render()
    if check:
        if not VECTORS.exists() or VECTORS.read_text(encoding="utf-8") != text:
            print(f"{VECTORS} is out of date: run {Path(__file__)}", file=sys.stderr)
            return 1
        return 0
    VECTORS.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
