"""What the deadlines answer, word for word: refusals, the iCalendar text, addresses of the law."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta, timezone
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from foiprevent.citations import Citation, Regime, Source, SourceKind
from foiprevent.deadlines import (
    TIME_LIMITS,
    Division,
    ReceiptConvention,
    Rule,
    Timetable,
    TimetableEntry,
    Undetermined,
    WorkingDayCalendar,
    deadline,
    limit,
    received_on,
    timetable_ics,
    working_days,
)
from foiprevent.errors import InvalidRecordError

if TYPE_CHECKING:
    from collections.abc import Callable

File = dict[str, Any]

RECEIVED = date(2026, 6, 1)
NEW = date(2027, 6, 14)
FOIA = working_days(Regime.FOIA)
PARTS = ("england-and-wales", "scotland", "northern-ireland")

A_DAY = "expected a datetime.date (of a datetime, say which civil day in London it fell on)"
A_PART = "expected one or more of 'england-and-wales', 'scotland', 'northern-ireland', 'all'"
THE_FILE = (
    "expected what GOV.UK's bank-holidays.json holds: "
    "'england-and-wales', 'scotland', 'northern-ireland', each with its events"
)
A_MOMENT = (
    "expected a datetime with its time zone, such as tzinfo=datetime.UTC; without one, "
    "nobody can tell which day it was in London"
)
MISSING = "is missing: expected each year for each division, without a gap"
THIN = "is too thin to be a whole year: expected 8 days or more"
MAPPING = "WorkingDayCalendar.with_govuk(mapping)"


def refusal(ask: Callable[[], object]) -> tuple[str, object, str]:
    """Return what is refused: the field, the value, and the reason."""
    with pytest.raises(InvalidRecordError) as caught:
        ask()
    return caught.value.field, caught.value.value, caught.value.reason


def year_of_eight(year: int) -> list[File]:
    """Return eight first Mondays: as few days as a year of the file may have."""
    firsts = [date(year, month, 1) for month in range(2, 10)]
    days = [first + timedelta(-first.weekday() % 7) for first in firsts]
    return [{"title": f"Monday {day:%B}", "date": day.isoformat()} for day in days]


def govuk(*years: int) -> File:
    return {
        part: {"division": part, "events": [e for year in years for e in year_of_eight(year)]}
        for part in PARTS
    }


class TestCalendarRefusals:
    """A calendar names the argument, gives it back, and says what would do."""

    WRONG: Any = "2027-06-14"

    @pytest.mark.parametrize(
        ("ask", "field"),
        [
            (FOIA.is_working_day, "WorkingDayCalendar.is_working_day(d)"),
            (FOIA.holiday, "WorkingDayCalendar.holiday(d)"),
            (lambda day: FOIA.add(day, 0), "WorkingDayCalendar.add(d)"),
            (lambda day: FOIA.add(day, 20), "WorkingDayCalendar.add(d)"),
            (lambda day: FOIA.count(day, NEW), "WorkingDayCalendar.count(a)"),
            (lambda day: FOIA.count(NEW, day), "WorkingDayCalendar.count(b)"),
            (
                lambda day: FOIA.with_bank_holidays(add={day: "all"}),
                "WorkingDayCalendar.with_bank_holidays(add)",
            ),
            (
                lambda day: FOIA.with_bank_holidays(remove=[day]),
                "WorkingDayCalendar.with_bank_holidays(remove)",
            ),
            (
                lambda day: WorkingDayCalendar(
                    regime=Regime.FOIA, added=((day, Division.SCOTLAND),)
                ),
                "WorkingDayCalendar.added",
            ),
            (
                lambda day: WorkingDayCalendar(regime=Regime.FOIA, removed=(day,)),
                "WorkingDayCalendar.removed",
            ),
            (
                lambda day: WorkingDayCalendar(
                    regime=Regime.FOIA, listed=((day, Division.SCOTLAND, "World Cup"),)
                ),
                "WorkingDayCalendar.listed",
            ),
        ],
    )
    @pytest.mark.parametrize("day", ["2027-06-14", datetime(2027, 6, 14, tzinfo=UTC), None])
    def test_what_is_no_day(
        self,
        ask: Callable[[Any], object],
        field: str,
        day: Any,  # noqa: ANN401
    ) -> None:
        assert refusal(lambda: ask(day)) == (field, day, A_DAY)

    @pytest.mark.parametrize("n", [-1, True, 2.0, "20", None])
    def test_what_is_no_number_of_days(self, n: Any) -> None:  # noqa: ANN401
        assert refusal(lambda: FOIA.add(RECEIVED, n)) == (
            "WorkingDayCalendar.add(n)",
            n,
            "expected a whole number of working days, 0 or more",
        )

    @pytest.mark.parametrize(
        ("part", "wrong"),
        [("Scotland", "Scotland"), (["scotland", "x"], "x"), (3, 3), (None, None), ([], [])],
    )
    def test_what_is_no_part_of_the_united_kingdom(self, part: Any, wrong: object) -> None:  # noqa: ANN401
        assert refusal(lambda: FOIA.with_bank_holidays(add={NEW: part})) == (
            "WorkingDayCalendar.with_bank_holidays(add)",
            wrong,
            A_PART,
        )

    def test_what_is_no_change(self) -> None:
        wrong: Any = [NEW]
        assert refusal(lambda: FOIA.with_bank_holidays(add=wrong)) == (
            "WorkingDayCalendar.with_bank_holidays(add)",
            [NEW],
            "expected days with their parts",
        )
        not_several: Any = NEW
        assert refusal(lambda: FOIA.with_bank_holidays(remove=not_several)) == (
            "WorkingDayCalendar.with_bank_holidays(remove)",
            NEW,
            "expected several days",
        )

    @pytest.mark.parametrize("pair", [(NEW, "scotland"), (NEW,), NEW, "all"])
    def test_what_is_no_addition(self, pair: Any) -> None:  # noqa: ANN401
        assert refusal(lambda: WorkingDayCalendar(regime=Regime.FOIA, added=(pair,))) == (
            "WorkingDayCalendar.added",
            pair,
            "expected a day and a Division",
        )

    @pytest.mark.parametrize(
        "entry",
        [(NEW, Division.SCOTLAND), (NEW, "scotland", "World Cup"), (NEW, Division.SCOTLAND, " ")],
    )
    def test_what_is_no_entry_of_a_list(self, entry: Any) -> None:  # noqa: ANN401
        assert refusal(lambda: WorkingDayCalendar(regime=Regime.FOIA, listed=(entry,))) == (
            "WorkingDayCalendar.listed",
            entry,
            "expected a day, a Division and what it is called there",
        )

    def test_a_list_that_is_not_whole(self) -> None:
        years = FOIA.with_govuk(govuk(2030, 2031, 2032)).listed

        def made_of(*years: Any) -> WorkingDayCalendar:  # noqa: ANN401
            return WorkingDayCalendar(regime=Regime.FOIA, listed=years)

        assert made_of(*years).listed == years
        for listed, value, reason in (
            (
                [entry for entry in years if entry[0].year != 2031],
                "0 days",
                f"england-and-wales 2031 {MISSING}",
            ),
            (
                [entry for entry in years if entry[0].year == 2032],
                "0 days",
                f"england-and-wales 2031 {MISSING}",
            ),
            (
                years[:-1],
                "7 days",
                f"northern-ireland 2032 {THIN}",
            ),
            (
                (*years, years[0]),
                "2030-02-04",
                "england-and-wales 2030 has the day twice",
            ),
        ):
            assert refusal(partial(made_of, *listed)) == (
                "WorkingDayCalendar.listed",
                value,
                reason,
            )


def _scotland(events: list[Any]) -> File:
    """Return a file of two years with these events in Scotland."""
    return {**govuk(2026, 2027), "scotland": {"division": "scotland", "events": events}}


class TestGovukRefusals:
    """A file of GOV.UK that is not whole is refused at the place where it is not."""

    SCOTLAND = f"{MAPPING}['scotland']"

    @pytest.mark.parametrize("file", [None, [], "{}"])
    def test_no_file(self, file: Any) -> None:  # noqa: ANN401
        assert refusal(lambda: FOIA.with_govuk(file)) == (MAPPING, file, THE_FILE)

    def test_a_part_too_few_or_too_many(self) -> None:
        whole = govuk(2026)
        two = {part: whole[part] for part in PARTS[:2]}
        assert refusal(lambda: FOIA.with_govuk(two)) == (
            MAPPING,
            ["england-and-wales", "scotland"],
            f"northern-ireland is missing: {THE_FILE}",
        )
        four = {**whole, "wales": whole["scotland"]}
        assert refusal(lambda: FOIA.with_govuk(four)) == (
            MAPPING,
            "wales",
            f"no such division: {THE_FILE}",
        )

    @pytest.mark.parametrize(
        "part",
        [
            None,
            {"division": "scotland"},
            {"division": "scotland", "events": []},
            {"division": "wales", "events": year_of_eight(2026)},
        ],
    )
    def test_a_part_of_another_shape(self, part: object) -> None:
        assert refusal(lambda: FOIA.with_govuk({**govuk(2026), "scotland": part})) == (
            self.SCOTLAND,
            part,
            "scotland: expected an object with that 'division', and a list of its 'events'",
        )

    @pytest.mark.parametrize(
        ("event", "place", "value", "reason"),
        [
            (None, "", None, "scotland: expected an object with a 'title' and a 'date'"),
            (
                {"title": "Spring"},
                "",
                {"title": "Spring"},
                "scotland: expected an object with a 'title' and a 'date'",
            ),
            (
                {"title": "Spring", "date": "4 May 2026"},
                "['date']",
                "4 May 2026",
                "scotland: expected a day such as '2026-12-25'",
            ),
            (
                {"title": "Spring", "date": "20260504"},
                "['date']",
                "20260504",
                "scotland: expected a day such as '2026-12-25'",
            ),
            (
                {"title": " ", "date": "2026-05-04"},
                "['title']",
                " ",
                "scotland 2026: expected what 2026-05-04 is called",
            ),
        ],
    )
    def test_an_event_of_another_shape(
        self, event: object, place: str, value: object, reason: str
    ) -> None:
        file = _scotland([*year_of_eight(2026)[:2], event])
        assert refusal(lambda: FOIA.with_govuk(file)) == (
            f"{self.SCOTLAND}['events'][2]{place}",
            value,
            reason,
        )

    @pytest.mark.parametrize(
        ("file", "value", "reason"),
        [
            (
                _scotland(year_of_eight(2026)),
                "0 days",
                f"scotland 2027 {MISSING}",
            ),
            (
                _scotland([*year_of_eight(2026), *year_of_eight(2027)[:7]]),
                "7 days",
                f"scotland 2027 {THIN}",
            ),
            (
                _scotland([*year_of_eight(2026), *year_of_eight(2027)] * 2),
                "2026-02-02",
                "scotland 2026 has the day twice",
            ),
            (
                _scotland([{"title": "Hogmanay", "date": "1999-12-31"}]),
                "1999-12-31",
                "scotland 1999 is before 2000-01-01",
            ),
            (
                govuk(2032),
                "0 days",
                f"england-and-wales 2031 {MISSING}",
            ),
        ],
    )
    def test_years_that_are_not_whole(self, file: File, value: str, reason: str) -> None:
        assert refusal(lambda: FOIA.with_govuk(file)) == (MAPPING, value, reason)

    def test_eight_days_are_enough_and_the_first_day_of_all_is_one(self) -> None:
        file = govuk(2000)
        for part in PARTS:
            file[part]["events"][0] = {"title": "Millennium", "date": "2000-01-01"}
        assert len(FOIA.with_govuk(file).listed) == 24


class TestFoiaSection10Subsection6:
    """Good Friday is no working day, in any year a file takes the calendar to."""

    def test_good_fridays_to_come(self) -> None:
        far = FOIA.with_govuk(govuk(*range(2031, 2259)))
        good_fridays = [
            date(2038, 4, 23),
            date(2049, 4, 16),
            date(2057, 4, 20),
            date(2076, 4, 17),
            date(2100, 3, 26),
            date(2101, 4, 15),
            date(2106, 4, 16),
            date(2258, 4, 23),
        ]
        for day in good_fridays:
            in_spring = [date(day.year, 3, 1) + timedelta(n) for n in range(61)]
            fridays = [friday for friday in in_spring if friday.weekday() == 4]
            assert [friday for friday in fridays if not far.is_working_day(friday)] == [day]


class TestLimits:
    """Each limit says where its law can be read, and at which hour its last day ends."""

    def test_the_addresses_of_the_instruments(self) -> None:
        instruments = {
            cite.text: cite.uri
            for row in TIME_LIMITS
            for cite in row.cites
            if isinstance(cite, Source) and cite.kind is SourceKind.ENACTMENT
        }
        site = "https://www.legislation.gov.uk"
        assert instruments == {
            "SI 2004/3364 reg.3": f"{site}/uksi/2004/3364/regulation/3",
            "SI 2004/3364 reg.4": f"{site}/uksi/2004/3364/regulation/4",
            "SI 2004/3364 reg.5": f"{site}/uksi/2004/3364/regulation/5",
            "SI 2004/3364 reg.6": f"{site}/uksi/2004/3364/regulation/6",
            "SI 2009/1976 (First-tier Tribunal, General Regulatory Chamber, Rules) "
            "rr.12 and 22(1)(b)": f"{site}/uksi/2009/1976",
            "Coronavirus (Scotland) Act 2020 Sch 6, as the Scottish Information Commissioner "
            "applied it": f"{site}/asp/2020/7/schedule/6",
        }

    @pytest.mark.parametrize("row", TIME_LIMITS, ids=lambda row: f"{row.regime}-{row.rule}")
    def test_the_hour(self, row: Any) -> None:  # noqa: ANN401
        assert row.ends_at == ("5 pm" if row.rule is Rule.APPEAL else "midnight")

    def test_what_a_regime_does_not_have(self) -> None:
        assert refusal(lambda: limit(Rule.PARTICULARS, Regime.FOIA)) == (
            "deadline.rule",
            Rule.PARTICULARS,
            "FOIA has no such limit",
        )


class TestReceiptRefusals:
    """What does not say which day it was in London is refused, with what would."""

    @pytest.mark.parametrize("moment", [datetime(2026, 6, 14, 23, 30), "2026-06-14", None])
    def test_without_a_zone(self, moment: Any) -> None:  # noqa: ANN401
        assert refusal(lambda: received_on(moment)) == (
            "received_on.moment",
            moment,
            A_MOMENT,
        )

    def test_outside_every_date(self) -> None:
        last = datetime.max.replace(tzinfo=timezone(timedelta(hours=-1)))
        assert refusal(lambda: received_on(last)) == (
            "received_on.moment",
            last,
            "in London that is before the first date, or after the last",
        )

    def test_what_is_no_convention_or_regime(self) -> None:
        moment, wrong = datetime(2026, 6, 14, 23, 30, tzinfo=UTC), "statute"
        convention: Any = wrong
        assert refusal(lambda: received_on(moment, convention=convention)) == (
            "received_on.convention",
            wrong,
            "expected ReceiptConvention",
        )
        regime: Any = ReceiptConvention.STATUTE
        assert refusal(lambda: received_on(moment, regime=regime)) == (
            "received_on.regime",
            ReceiptConvention.STATUTE,
            "expected Regime",
        )


def _timetable(**changes: Any) -> Timetable:  # noqa: ANN401
    gap = Undetermined(
        what="the last day to pay",
        missing=("the day of the notice", "the fee"),
        cites=(Citation.parse("9(2)"),),
    )
    entry = TimetableEntry(
        deadline=deadline(RECEIVED), met_on=date(2026, 7, 2), late_by=2, note="by post; late"
    )
    fields: dict[str, Any] = {"on": date(2026, 8, 3), "entries": (entry,), "undetermined": (gap,)}
    return Timetable(**{**fields, **changes})


class TestCalendarFile:
    """The iCalendar text, and what cannot be made one."""

    def test_one_in_full(self) -> None:
        found = deadline(RECEIVED)
        data = timetable_ics(_timetable(), title="Barnet, FOI 1234").decode()
        lines = data.replace("\r\n ", "").split("\r\n")
        gap = "Not known: the last day to pay (FOIA s.9(2)). "
        gap += "Missing: the day of the notice\\; the fee."
        told = (
            "Tuesday 30 June 2026 is the last day to answer the request.\\n"
            "  rests on   FOIA s.10(1)\\; FOIA s.10(6) (statutory)\\n"
            "  day 0      Monday 1 June 2026\\, the day the request is received\\n"
            "  period     20 working days\\, the last ending at midnight\\n"
            "  not counted\\, besides 8 days of weekends:\\n"
            "    Monday 15 June 2026\\, World Cup bank holiday: Scotland (proclamation)\\n"
            "  what would change the answer:\\n"
            "    Monday 29 June 2026 if only the bank holidays of England and Wales are "
            "left out\\, which is not the law\\n"
            f"  worked out with foiprevent {found.library_version}\\, "
            f"calendar {found.calendar_version}\\, "
            "law as at 2026-06-01 (the day the request was received)\\n"
            "  done       Thursday 2 July 2026\\, 2 working days late\\n"
            "  note       by post\\; late"
        )
        assert sorted(lines) == sorted(
            [
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                f"PRODID:-//foiprevent//foiprevent {found.library_version}//EN",
                "CALSCALE:GREGORIAN",
                "NAME:Barnet\\, FOI 1234",
                "X-WR-CALNAME:Barnet\\, FOI 1234",
                f"DESCRIPTION:{gap}",
                f"X-WR-CALDESC:{gap}",
                "BEGIN:VEVENT",
                "SUMMARY:Last day to answer the request: Barnet\\, FOI 1234",
                "DTSTART;VALUE=DATE:20260630",
                "DTEND;VALUE=DATE:20260701",
                "DTSTAMP:20260803T000000Z",
                "UID:3d12bbccac764604953fc2c9f4bd1090@foiprevent.invalid",
                f"DESCRIPTION:{told}",
                "URL:https://www.legislation.gov.uk/id/ukpga/2000/36/section/10/1",
                "CATEGORIES:FOIA,statutory",
                "STATUS:CONFIRMED",
                "TRANSP:TRANSPARENT",
                "END:VEVENT",
                "END:VCALENDAR",
                "",
            ]
        )

    @pytest.mark.parametrize(
        ("options", "field", "reason"),
        [
            ({"title": " "}, "title", "expected a text, not empty"),
            ({"title": None}, "title", "expected a text, not empty"),
            ({"key": ""}, "key", "expected a text, not empty"),
            ({"uid_domain": ""}, "uid_domain", "expected a text, not empty"),
            ({"uid_domain": "a@b"}, "uid_domain", "expected a domain such as 'example.org'"),
            (
                {"stamp": datetime(2026, 6, 1)},
                "stamp",
                "expected a datetime with its time zone",
            ),
            ({"stamp": RECEIVED}, "stamp", "expected a datetime with its time zone"),
        ],
    )
    def test_options_that_will_not_do(
        self, options: dict[str, Any], field: str, reason: str
    ) -> None:
        ((_, value),) = options.items()
        given: dict[str, Any] = {"title": "A case", **options}
        assert refusal(lambda: timetable_ics(_timetable(), **given)) == (
            f"timetable_ics.{field}",
            value,
            reason,
        )

    def test_what_is_no_timetable(self) -> None:
        wrong: Any = [RECEIVED]
        assert refusal(lambda: timetable_ics(wrong, title="A case")) == (
            "timetable_ics.timetable",
            [RECEIVED],
            "expected a Timetable",
        )

    def test_without_the_package_that_writes_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "icalendar", None)
        with pytest.raises(ImportError) as caught:
            timetable_ics(_timetable(), title="A case")
        assert str(caught.value) == (
            "timetable_ics needs the icalendar package: pip install 'foiprevent[ics]'"
        )
