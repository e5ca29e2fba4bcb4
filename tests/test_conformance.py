"""The library answers every case of the conformance suite as the suite does.

The suite was counted by a generator that shares no code with the library, so that an
agreement says something.  Each rule of the suite is mapped to what a user of the library
would call for it; no rule and no case is left out.
"""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from foiprevent.cases import Case, PublicAuthority, Request, Response
from foiprevent.citations import Regime, Source, SourceKind
from foiprevent.deadlines import (
    ClockEvent,
    ClockEventKind,
    Deadline,
    ReceiptConvention,
    Rule,
    Unit,
    deadline,
    due_date,
    own_window,
    received_on,
    replay,
    school_deadline,
    working_days,
)
from foiprevent.errors import InvalidRecordError

if TYPE_CHECKING:
    from collections.abc import Callable

Given: TypeAlias = dict[str, Any]
Expect: TypeAlias = dict[str, object]
Answer: TypeAlias = "Callable[[Regime, Given], Expect]"

VECTORS = Path(__file__).parent / "vectors" / "conformance.json"
SUITE: dict[str, Any] = json.loads(VECTORS.read_text(encoding="utf-8"))
CASES: list[dict[str, Any]] = SUITE["cases"]

LETTER = Source(kind=SourceKind.LETTER, text="the authority's own words")
SIXTY = 60


def on(given: Given, name: str) -> date:
    return date.fromisoformat(given[name])


def on_or_none(given: Given, name: str) -> date | None:
    return None if given[name] is None else on(given, name)


def agreed(*days: date) -> str:
    """Return the one answer to which different calls come, or all of them."""
    return " or ".join(dict.fromkeys(day.isoformat() for day in days))


def events(*happened: tuple[ClockEventKind, date]) -> list[ClockEvent]:
    return [ClockEvent(kind=kind, on=day) for kind, day in happened]


def last_day(regime: Regime, rule: Rule, start: date) -> Expect:
    return {"due": agreed(deadline(start, regime=regime, rule=rule).due)}


def counted_from(name: str, rule: Rule) -> Answer:
    """Return what answers with the last day of a limit that is counted from one day."""
    return lambda regime, given: last_day(regime, rule, on(given, name))


def working_day(regime: Regime, given: Given) -> Expect:
    return {"working_day": working_days(regime).is_working_day(on(given, "day"))}


def count(regime: Regime, given: Given) -> Expect:
    return {"working_days": working_days(regime).count(on(given, "from"), on(given, "to"))}


def receipt(regime: Regime, given: Given) -> Expect:
    moment = datetime.fromisoformat(given["instant"])
    convention = {
        "statute": ReceiptConvention.STATUTE,
        "next-working-day": ReceiptConvention.NEXT_WORKING_DAY,
    }[given["convention"]]
    day_zero = received_on(moment, convention=convention, regime=regime)
    return {
        "received": agreed(received_on(moment, regime=regime)),
        "day_zero": agreed(day_zero),
        "due": agreed(due_date(day_zero, regime=regime)),
    }


def response(regime: Regime, given: Given) -> Expect:
    received = on(given, "received")
    read = replay(events((ClockEventKind.STARTED, received)), regime=regime)
    assert read.deadline is not None
    return {
        "due": agreed(
            due_date(received, regime=regime),
            deadline(received, regime=regime).due,
            read.deadline.due,
        )
    }


def response_school(regime: Regime, given: Given) -> Expect:
    received = on(given, "received")
    closed = [
        (date.fromisoformat(first), date.fromisoformat(last))
        for first, last in given["school_days_off"]
    ]
    found = school_deadline(received, closed=closed)
    reached = []
    if found.limit.unit is Unit.SCHOOL_DAYS:
        reached.append("school-days")
    if working_days(regime).count(received, found.due) == SIXTY:
        reached.append("working-days")
    return {"due": agreed(found.due), "reached": reached}


def response_on_leave(regime: Regime, given: Given) -> Expect:
    received = on(given, "received")
    return {
        "apply_by": agreed(due_date(received, regime=regime)),
        **last_day(regime, Rule.RESPONSE_WITH_LEAVE, received),
    }


def response_2020(regime: Regime, given: Given) -> Expect:
    received, answered = on(given, "received"), on_or_none(given, "answered")
    found = deadline(received, regime=regime, dealt_with=answered)
    happened = [(ClockEventKind.STARTED, received)]
    if answered is not None:
        happened.append((ClockEventKind.STOPPED, answered))
    read = replay(events(*happened), regime=regime)
    assert read.deadline is not None
    return {"due": agreed(found.due, read.deadline.due), "limit": found.limit.length}


def extended_response(regime: Regime, given: Given) -> Expect:
    received = on(given, "received")
    notice = deadline(received, regime=regime, rule=Rule.EXTENSION_NOTICE).due
    read = replay(
        events((ClockEventKind.STARTED, received), (ClockEventKind.EXTENDED, notice)),
        regime=regime,
    )
    assert read.extended is not None
    due = deadline(received, regime=regime, rule=Rule.EXTENDED_RESPONSE).due
    return {"notice_due": agreed(notice), "due": agreed(due, read.extended.due)}


def fee(regime: Regime, given: Given) -> Expect:
    received, notice = on(given, "received"), on(given, "notice")
    happened = [
        (ClockEventKind.STARTED, received),
        (ClockEventKind.PAUSED, notice),
        (ClockEventKind.RESUMED, on(given, "paid")),
    ]
    rule = {20: Rule.RESPONSE, 30: Rule.RESPONSE_ARCHIVES, 40: Rule.EXTENDED_RESPONSE}[
        given["limit"]
    ]
    if rule is Rule.EXTENDED_RESPONSE:
        happened.append((ClockEventKind.EXTENDED, received))
        read = replay(events(*happened), regime=regime)
        found = read.extended
    else:
        read = replay(events(*happened), regime=regime, rule=rule)
        found = read.deadline
    assert found is not None
    assert not read.conflicts, read.conflicts
    return {"due": agreed(found.due)}


def fee_lapse(regime: Regime, given: Given) -> Expect:
    notice = on(given, "notice")
    read = replay(
        events((ClockEventKind.STARTED, notice), (ClockEventKind.PAUSED, notice)), regime=regime
    )
    assert read.payment is not None
    found = deadline(notice, regime=regime, rule=Rule.FEE_PAYMENT)
    return {"due": agreed(found.due, read.payment.due)}


def clarification(regime: Regime, given: Given) -> Expect:
    read = replay(
        events(
            (ClockEventKind.STARTED, on(given, "received")),
            (ClockEventKind.SUSPENDED, on(given, "asked")),
            (ClockEventKind.RESTARTED, on(given, "clarified")),
        ),
        regime=regime,
    )
    assert read.deadline is not None
    assert not read.conflicts, read.conflicts
    return {"due": agreed(read.deadline.due)}


def foisa_review_request(regime: Regime, given: Given) -> Expect:
    received, answered = on(given, "received"), on_or_none(given, "answered")
    end = due_date(received, regime=regime)
    found = deadline(max(end, answered or end), regime=regime, rule=Rule.REVIEW_REQUEST)
    windows = [found] if answered is None else in_a_timetable(regime, received, answered)
    return {
        "day_zero": agreed(found.start, *(window.start for window in windows)),
        "due": agreed(found.due, *(window.due for window in windows)),
    }


def in_a_timetable(regime: Regime, received: date, answered: date) -> list[Deadline]:
    """Return the windows to ask for a review in the timetable of an answered request."""
    case = Case(
        authority=PublicAuthority(name="Anytown Council"),
        request=Request(received=received, regime=regime),
        responses=(Response(sent=answered, regime_claimed=regime),),
    )
    deadlines = [entry.deadline for entry in case.timetable().entries]
    windows = [found for found in deadlines if found.rule is Rule.REVIEW_REQUEST]
    assert windows
    return windows


def foisa_review_answer(regime: Regime, given: Given) -> Expect:
    rule = Rule.REVIEW_ANSWER_ARCHIVES if given["keeper"] else Rule.REVIEW_ANSWER
    return last_day(regime, rule, on(given, "received"))


def foisa_appeal(regime: Regime, given: Given) -> Expect:
    asked = on(given, "review_received")
    day_zero = on_or_none(given, "notice_received")
    if day_zero is None:
        day_zero = deadline(asked, regime=regime, rule=Rule.REVIEW_ANSWER).due
    return {"day_zero": agreed(day_zero), **last_day(regime, Rule.COMPLAINT, day_zero)}


def appeal(regime: Regime, given: Given) -> Expect:
    found = deadline(on(given, "sent"), regime=regime, rule=Rule.APPEAL)
    hour = {"5 pm": "17:00"}.get(found.limit.ends_at)
    return {"due": agreed(found.due), "before": hour}


def own(regime: Regime, given: Given) -> Expect:
    def window(unit: Unit) -> str:
        found = own_window(
            on(given, "from"),
            given["length"],
            unit,
            regime=regime,
            counted_from="the day that the authority names",
            cites=(LETTER,),
        )
        return agreed(found.due)

    if given["unit"] == "days":
        return {
            "due_calendar": window(Unit.CALENDAR_DAYS),
            "due_working": window(Unit.WORKING_DAYS),
        }
    return {"due": window(Unit(given["unit"]))}


ANSWERS: dict[str, Answer] = {
    "working-day": working_day,
    "count": count,
    "receipt": receipt,
    "response": response,
    "response-archives": counted_from("received", Rule.RESPONSE_ARCHIVES),
    "response-school": response_school,
    "response-on-leave": response_on_leave,
    "response-2020": response_2020,
    "extended-response": extended_response,
    "fee": fee,
    "fee-lapse": fee_lapse,
    "clarification": clarification,
    "review-request": counted_from("issued", Rule.REVIEW_REQUEST),
    "review-answer": counted_from("received", Rule.REVIEW_ANSWER),
    "review-answer-at-most": counted_from("received", Rule.REVIEW_ANSWER_AT_MOST),
    "eir-representations": counted_from("failed", Rule.REVIEW_REQUEST),
    "eir-decision": counted_from("received", Rule.REVIEW_ANSWER),
    "foisa-review-request": foisa_review_request,
    "foisa-review-answer": foisa_review_answer,
    "foisa-appeal": foisa_appeal,
    "complaint": counted_from("answered", Rule.COMPLAINT),
    "appeal": appeal,
    "veto": counted_from("effective", Rule.VETO),
    "own-window": own,
}
"""For each rule of the suite what the library is asked for it."""


def differs(case: dict[str, Any]) -> str | None:
    """Say how the library's answer to a case differs from the suite's, if it does."""
    found: object
    try:
        found = ANSWERS[case["rule"]](Regime(case["regime"]), case["given"])
    except Exception as error:  # noqa: BLE001 (a case without an answer is told with the others)
        found = repr(error)
    if found == case["expect"]:
        return None
    cites = "; ".join(case["cites"])
    return f"{case['id']}: {found}, not {case['expect']}. {case['why']} [{cites}]"


def test_every_rule_of_the_suite_is_asked() -> None:
    assert set(ANSWERS) == set(SUITE["rules"]) == {case["rule"] for case in CASES}


@pytest.mark.parametrize("rule", ANSWERS)
def test_the_library_answers_as_the_suite_does(rule: str) -> None:
    cases = [case for case in CASES if case["rule"] == rule]
    wrong = [line for case in cases if (line := differs(case))]
    assert cases
    assert not wrong, f"{len(wrong)} of {len(cases)} cases differ:\n" + "\n".join(wrong)


def test_the_bank_holidays_are_those_of_the_library() -> None:
    first, last = (date.fromisoformat(SUITE["calendar"][end]) for end in ("from", "to"))
    assert (first, last) == (date(2005, 1, 1), date(2028, 12, 31))
    calendar = working_days(Regime.FOIA)
    days = [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
    holidays = [found for day in days if (found := calendar.holiday(day))]
    assert {
        found.day.isoformat(): sorted(part.value for part in found.divisions) for found in holidays
    } == SUITE["bank_holidays"]
    contested = [found.day.isoformat() for found in holidays if found.note is not None]
    assert contested == SUITE["calendar"]["contested"]


def test_the_bank_holidays_of_scotland_are_those_of_the_library() -> None:
    calendar = working_days(Regime.FOISA)
    for text, parts in SUITE["bank_holidays"].items():
        assert calendar.is_working_day(date.fromisoformat(text)) is ("scotland" not in parts)


@pytest.mark.parametrize(
    ("rule", "regime", "reason"),
    [
        (Rule.RESPONSE_SCHOOL, Regime.FOIA, "expected Rule.RESPONSE or Rule.RESPONSE_ARCHIVES"),
        (Rule.VETO, Regime.FOISA, "expected Rule.RESPONSE or Rule.RESPONSE_ARCHIVES"),
        (Rule.RESPONSE_ARCHIVES, Regime.EIR, "EIR has no such limit"),
    ],
)
def test_a_clock_runs_for_an_answer_only(rule: Rule, regime: Regime, reason: str) -> None:
    started = events((ClockEventKind.STARTED, date(2023, 3, 20)))
    with pytest.raises(InvalidRecordError, match=reason):
        replay(started, regime=regime, rule=rule)
