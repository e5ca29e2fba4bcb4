"""Deadlines that others published: reproduced, or shown to be wrong and why."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from foiprevent.citations import Citation, Regime
from foiprevent.deadlines import (
    Division,
    HolidayBasis,
    Rule,
    SkipReason,
    WorkingDayCalendar,
    deadline,
    due_date,
    working_days,
)

DATA: dict[str, list[dict[str, Any]]] = json.loads(
    (Path(__file__).parents[1] / "vectors" / "deadlines.json").read_text(encoding="utf-8")
)
VECTORS = {vector["id"]: vector for vector in DATA["vectors"]}
DAY_FACTS = {fact["date"]: fact for fact in DATA["day_facts"]}
FOIA, FOISA = working_days(Regime.FOIA), working_days(Regime.FOISA)

every_vector = pytest.mark.parametrize("name", list(VECTORS))
every_fact = pytest.mark.parametrize("day", list(DAY_FACTS))


def which(**wanted: object) -> pytest.MarkDecorator:
    """Select the vectors with these values; there is at least one."""
    names = [
        name
        for name, vector in VECTORS.items()
        if all(vector.get(key) == value for key, value in wanted.items())
    ]
    assert names
    return pytest.mark.parametrize("name", names)


def on(vector: dict[str, Any], field: str) -> date:
    return date.fromisoformat(vector[field])


def span(first: date, last: date) -> list[date]:
    return [first + timedelta(n) for n in range((last - first).days + 1)]


def england_and_wales(first: date, last: date) -> WorkingDayCalendar:
    """Give the calendar of one who knows the bank holidays of England and Wales only."""
    elsewhere = [
        day
        for day in span(first, last)
        if (holiday := FOIA.holiday(day)) and Division.ENGLAND_AND_WALES not in holiday.divisions
    ]
    return FOIA.with_bank_holidays(remove=elsewhere)


class TestVectors:
    """FOIA s.10(1), EIR regs.5(2) and 7(1), FOISA s.10(1): the last working day to answer."""

    def test_every_vector_is_here(self) -> None:
        assert len(VECTORS) == len(DATA["vectors"]) == 46
        assert Counter(vector["believed_correct"] for vector in DATA["vectors"]) == {
            True: 41,
            False: 5,
        }

    @every_vector
    def test_the_last_day(self, name: str) -> None:
        vector = VECTORS[name]
        start, n = on(vector, "start_date"), vector["working_days"]
        days = working_days(Regime(vector["regime"]))
        due = on(vector, "computed_due")
        assert days.add(start, n) == due
        assert days.count(start, due) == n

    @every_vector
    def test_the_bank_holidays_on_the_way(self, name: str) -> None:
        vector = VECTORS[name]
        days = working_days(Regime(vector["regime"]))
        last = max(vector["computed_due"], vector.get("responded_on", ""))
        found = {
            day.isoformat(): {part.value for part in holiday.divisions}
            for day in span(on(vector, "start_date"), date.fromisoformat(last))[1:]
            if (holiday := days.holiday(day))
        }
        expected = vector.get("bank_holidays_skipped", {})
        assert found == {day: set(parts) for day, parts in expected.items()}

    @every_vector
    def test_the_rule_gives_the_same_day(self, name: str) -> None:
        vector = VECTORS[name]
        if "rule" not in vector:
            assert vector["working_days"] in (10, 30)
            return
        start, regime = on(vector, "start_date"), Regime(vector["regime"])
        found = deadline(start, regime=regime, rule=Rule(vector["rule"]))
        assert found.due == on(vector, "computed_due")
        assert found.limit.length == vector["working_days"]
        assert [day.day.isoformat() for day in found.skipped if day.holiday] == [
            day for day in vector.get("bank_holidays_skipped", {}) if day <= vector["computed_due"]
        ]
        if found.rule is Rule.RESPONSE:
            assert due_date(start, regime=regime) == found.due

    @every_vector
    def test_a_source_is_right_exactly_if_it_agrees(self, name: str) -> None:
        vector = VECTORS[name]
        agrees = vector.get("stated_due_date", vector["computed_due"]) == vector["computed_due"]
        assert agrees is vector["believed_correct"]
        assert ("error" in vector) is ("reason" in vector) is (not vector["believed_correct"])


class TestAnswers:
    """An answer on the last day is in time; one on the next working day is late."""

    @which(finding="late")
    def test_late(self, name: str) -> None:
        vector = VECTORS[name]
        days = working_days(Regime(vector["regime"]))
        assert on(vector, "responded_on") > on(vector, "computed_due")
        assert (
            days.count(on(vector, "start_date"), on(vector, "responded_on"))
            > (vector["working_days"])
        )

    @which(finding="in time")
    def test_in_time(self, name: str) -> None:
        vector = VECTORS[name]
        days = working_days(Regime(vector["regime"]))
        assert on(vector, "responded_on") <= on(vector, "computed_due")
        assert (
            days.count(on(vector, "start_date"), on(vector, "responded_on"))
            <= (vector["working_days"])
        )

    def test_each_finding_is_one_or_the_other(self) -> None:
        answered = [vector for vector in DATA["vectors"] if "responded_on" in vector]
        assert Counter(vector["finding"] for vector in answered) == {"in time": 2, "late": 2}
        assert sum("finding" in vector for vector in DATA["vectors"]) == 4

    def test_fourteen_april_2014_was_the_twentieth_working_day(self) -> None:
        """The Commissioner left out St Patrick's Day and found an answer in time late."""
        vector = VECTORS["irw-studentloans-2014-03-16"]
        received, sent = on(vector, "start_date"), on(vector, "responded_on")
        assert FOIA.count(received, sent) == vector["stated_day_count"] == 20
        assert england_and_wales(received, sent).count(received, sent) == vector["miscounted"]
        (missed,) = (day for day in deadline(received).skipped if day.holiday)
        assert missed.day == date(2014, 3, 17)
        assert missed.parts == (Division.NORTHERN_IRELAND,)

    def test_under_the_eir_forty_working_days_were_too_few_as_well(self) -> None:
        """EIR reg.7(1): even an extension that had taken effect would have run out."""
        ordinary, extended = (VECTORS[f"ukico-FS50633410-{length}"] for length in (20, 40))
        received = on(ordinary, "start_date")
        longer = deadline(received, regime=Regime.EIR, rule=Rule.EXTENDED_RESPONSE)
        assert longer.due == date(2016, 5, 24)
        assert longer.cites == (
            Citation.parse("EIR reg.7(1)"),
            Citation.parse("EIR reg.7(3)"),
        )
        assert on(ordinary, "responded_on") < longer.due < on(extended, "responded_on")

    def test_under_foisa_scotland_alone_counts(self) -> None:
        vector = VECTORS["foiscot-135-2025"]
        received = on(vector, "start_date")
        assert due_date(received, regime=Regime.FOISA) == date(2025, 1, 3)
        skipped = deadline(received, regime=Regime.FOISA).skipped
        assert {day.parts for day in skipped if day.holiday} == {(Division.SCOTLAND,)}


class TestWrong:
    """The mistake a source made gives the date it states."""

    def test_the_mistakes_there_are(self) -> None:
        wrong = [v["error"] for v in DATA["vectors"] if not v["believed_correct"]]
        assert Counter(wrong) == {"England and Wales only": 4, "receipt moved": 1}

    @which(error="England and Wales only")
    def test_the_bank_holidays_of_england_and_wales_are_too_few(self, name: str) -> None:
        """FOIA s.10(6): a bank holiday in *any* part of the United Kingdom."""
        vector = VECTORS[name]
        start, n = on(vector, "start_date"), vector["working_days"]
        due, stated = on(vector, "computed_due"), on(vector, "stated_due_date")
        assert FOIA.add(start, n) == due > stated
        assert england_and_wales(start, due).add(start, n) == stated
        # Up to the day stated fewer have passed, by just the bank holidays elsewhere.
        elsewhere = [
            day
            for day in deadline(start).skipped
            if day.day <= stated and day.reason is SkipReason.BANK_HOLIDAY
        ]
        assert FOIA.count(start, stated) == n - len(elsewhere)
        for day in elsewhere:
            assert Division.ENGLAND_AND_WALES not in day.parts
            assert day.day.isoformat() in vector["bank_holidays_skipped"]

    def test_a_day_stated_was_itself_no_working_day(self) -> None:
        stated = on(VECTORS["moj-2018-07-09-20"], "stated_due_date")
        holiday = FOIA.holiday(stated)
        assert holiday is not None
        assert holiday.divisions == (Division.SCOTLAND,)
        assert not FOIA.is_working_day(stated)

    @which(error="receipt moved")
    def test_the_day_of_receipt_is_the_day_it_is(self, name: str) -> None:
        """FOIA s.10(6): the day on which the request is received, whatever kind of day."""
        vector = VECTORS[name]
        start, n = on(vector, "start_date"), vector["working_days"]
        due, stated = on(vector, "computed_due"), on(vector, "stated_due_date")
        assert not FOIA.is_working_day(start)
        assert FOIA.add(start, n) == due < stated
        moved = FOIA.add(start, 1)
        assert FOIA.add(moved, n) == stated
        assert FOIA.count(start, stated) == n + 1


class TestDayFacts:
    """FOIA s.10(6) and FOISA s.73, day by day; Act of 1971 s.1 and Schedule 1."""

    def test_every_fact_is_here(self) -> None:
        assert len(DAY_FACTS) == len(DATA["day_facts"]) == 30

    @every_fact
    def test_whether_it_is_a_working_day(self, day: str) -> None:
        fact = DAY_FACTS[day]
        on = date.fromisoformat(day)
        assert FOIA.is_working_day(on) is fact["working_day"]
        if fact["working_day"]:
            assert FOIA.holiday(on) is None
            assert FOISA.is_working_day(on)
        if fact["parts"] == ["scotland"]:
            assert FOISA.is_working_day(on) is fact["working_day"]
        if fact["parts"] == ["northern-ireland"]:
            assert FOISA.is_working_day(on)

    @every_fact
    def test_where_it_is_a_bank_holiday_and_why(self, day: str) -> None:
        fact = DAY_FACTS[day]
        holiday = FOIA.holiday(date.fromisoformat(day))
        found = {part.division.value: part for part in holiday.observances} if holiday else {}
        if fact["working_day"]:
            assert not found
            return
        for part in fact["parts"]:
            assert found[part].basis is HolidayBasis(fact["basis"])
        for part, proclaimed in fact.get("proclaimed_on", {}).items():
            assert found[part].proclaimed_on == date.fromisoformat(proclaimed)
        if len(fact["parts"]) == 1 and day != "2027-05-31":
            assert set(found) == set(fact["parts"])
