"""A timetable as an iCalendar file, opened with two calendar parsers that share no code."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import attrs
import icalendar
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from foiprevent import casebook
from foiprevent.citations import Citation, Regime, Source, SourceKind
from foiprevent.deadlines import (
    Rule,
    Timetable,
    TimetableEntry,
    Undetermined,
    Unit,
    deadline,
    working_days,
)
from foiprevent.deadlines.counting import apply, own_window
from foiprevent.deadlines.ics import timetable_ics
from foiprevent.deadlines.limits import LIMITS
from foiprevent.errors import InvalidRecordError
from foiprevent.strategies import cases

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    Read: TypeAlias = Callable[[bytes], list[dict[str, Any]]]

RECEIVED = date(2026, 6, 1)
LETTER = Source(kind=SourceKind.LETTER, text="the letter's own words")
HOSTILE = 'A; b, c\\n "d": {e}\r\n\tBEGIN:VEVENT\x00\x1b[2J\u2028\x85 \ud800 é 漢字 🜁' + "x" * 200


def entry(received: date = RECEIVED, **changes: Any) -> TimetableEntry:  # noqa: ANN401
    return TimetableEntry(deadline=deadline(received), **changes)


def timetable(*entries: TimetableEntry, **changes: Any) -> Timetable:  # noqa: ANN401
    fields: dict[str, Any] = {"on": None, "entries": entries, "undetermined": (), **changes}
    return Timetable(**fields)


def opened(data: bytes) -> Any:  # noqa: ANN401 - its values may be of two dozen classes
    return icalendar.Calendar.from_ical(data)


def by_icalendar(data: bytes) -> list[dict[str, Any]]:
    return [
        {
            "uid": str(event["uid"]),
            "start": event["dtstart"].dt,
            "end": event["dtend"].dt,
            "stamp": event["dtstamp"].dt,
            "summary": str(event["summary"]),
            "description": str(event["description"]),
            "url": str(event["url"]) if "url" in event else None,
            "categories": [str(category) for category in event["categories"].cats],
            "status": str(event["status"]),
            "transparency": str(event["transp"]),
        }
        for event in opened(data).walk("VEVENT")
    ]


def by_vobject(data: bytes) -> list[dict[str, Any]]:
    calendar = vobject.readOne(data.decode())
    assert calendar.validate(raiseException=True)
    return [
        {
            "uid": event.uid.value,
            "start": event.dtstart.value,
            "end": event.dtend.value,
            "stamp": event.dtstamp.value,
            "summary": event.summary.value,
            "description": event.description.value,
            "url": event.url.value if "url" in event.contents else None,
            "categories": event.categories.value,
            "status": event.status.value,
            "transparency": event.transp.value,
        }
        for event in calendar.contents.get("vevent", ())
    ]


both = pytest.mark.parametrize("read", [by_icalendar, by_vobject])


class TestEvents:
    """One event of a whole day for each date."""

    @both
    def test_one_event_in_full(self, read: Read) -> None:
        found = deadline(RECEIVED)
        (event,) = read(timetable_ics(timetable(entry()), title="Barnet, FOI 1234"))
        assert event["start"] == date(2026, 6, 30)
        assert type(event["start"]) is date
        assert event["end"] == date(2026, 7, 1)
        assert event["stamp"] == datetime(2026, 6, 1, tzinfo=UTC)
        assert event["summary"] == "Last day to answer the request: Barnet, FOI 1234"
        assert event["description"] == found.explain()
        assert event["url"] == "https://www.legislation.gov.uk/id/ukpga/2000/36/section/10/1"
        assert event["categories"] == ["FOIA", "statutory"]
        assert event["status"] == "CONFIRMED"
        assert event["transparency"] == "TRANSPARENT"

    @both
    @pytest.mark.parametrize("name", casebook.names())
    def test_the_cases_of_the_casebook(self, read: Read, name: str) -> None:
        found = casebook.load(name).timetable(on=date(2026, 1, 1))
        events = read(timetable_ics(found, title=name))
        assert [event["start"] for event in events] == [e.deadline.due for e in found.entries]
        for event, told in zip(events, found.entries, strict=True):
            assert event["end"] - event["start"] == timedelta(1)
            assert event["description"].startswith(told.deadline.explain())
            assert event["summary"] == f"Last day to {told.deadline.limit.title}: {name}"
            assert event["categories"] == [
                told.deadline.limit.regime.value,
                told.deadline.limit.kind.value,
            ]
        assert len({event["uid"] for event in events}) == len(events)

    @given(cases(), st.none() | st.dates(date(2005, 1, 1), date(2030, 6, 30)))
    def test_any_case(self, case: Any, on: date | None) -> None:  # noqa: ANN401
        found = case.timetable(on=on)
        data = timetable_ics(found, title="A case")
        assert by_icalendar(data) == by_vobject(data)
        assert len(by_icalendar(data)) == len(found.entries)

    @both
    @pytest.mark.parametrize(
        ("changes", "said"),
        [
            ({}, ()),
            (
                {"met_on": date(2026, 6, 29), "late_by": 0},
                ("done", "Monday 29 June 2026, in time"),
            ),
            (
                {"met_on": date(2026, 7, 1), "late_by": 1},
                ("done", "July 2026, 1 working day late"),
            ),
            ({"met_on": date(2026, 7, 2), "late_by": 2}, ("done", "2 working days late")),
            ({"met_on": date(2031, 1, 2)}, ("done", "Thursday 2 January 2031")),
            ({"late_by": 0}, ()),
            ({"late_by": 1}, ("overdue", "1 working day")),
            ({"late_by": 7}, ("overdue", "7 working days")),
            ({"note": "answered on a day not known"}, ("note", "answered on a day not known")),
        ],
    )
    def test_what_became_of_it(
        self, read: Read, changes: dict[str, Any], said: tuple[str, ...]
    ) -> None:
        (event,) = read(timetable_ics(timetable(entry(**changes)), title="A case"))
        added = event["description"].removeprefix(deadline(RECEIVED).explain())
        assert bool(added) is bool(said)
        if said:
            word, rest = said
            assert re.fullmatch(rf"\n  {word} +.*", added)
            assert added.endswith(rest)

    @both
    def test_a_projected_date_is_tentative(self, read: Read) -> None:
        (event,) = read(timetable_ics(timetable(entry(date(2029, 3, 1))), title="A case"))
        assert event["status"] == "TENTATIVE"
        assert "projected" in event["description"]

    @both
    def test_the_address_is_that_of_the_first_citation_that_has_one(self, read: Read) -> None:
        section = Citation.parse("10(1)")
        bad = attrs.evolve(LETTER, uri="https://example.org/a b\r\nATTACH:x")
        good = attrs.evolve(LETTER, uri="https://example.org/a?b=c,d;e")
        for cites, url in (
            ((LETTER,), None),
            ((bad,), None),
            ((LETTER, bad, good, section), good.uri),
            ((LETTER, section, good), section.uri),
        ):
            told = TimetableEntry(deadline=attrs.evolve(deadline(RECEIVED), cites=cites))
            (event,) = read(timetable_ics(timetable(told), title="A case"))
            assert event["url"] == url

    @pytest.mark.parametrize(("rule", "regime"), LIMITS)
    def test_every_limit_can_be_written(self, rule: Rule, regime: Regime) -> None:
        found = TimetableEntry(deadline=apply(LIMITS[rule, regime], RECEIVED))
        data = timetable_ics(timetable(found), title="A case")
        assert by_icalendar(data) == by_vobject(data)
        assert by_vobject(data)[0]["start"] == found.deadline.due

    def test_the_last_of_all_days_has_no_day_after(self) -> None:
        last = own_window(
            date.max - timedelta(1),
            1,
            Unit.CALENDAR_DAYS,
            regime=Regime.FOIA,
            counted_from="the day before the last",
            cites=(LETTER,),
        )
        data = timetable_ics(timetable(TimetableEntry(deadline=last)), title="A case")
        (event,) = opened(data).walk("VEVENT")
        assert event["dtstart"].dt == date.max
        assert "dtend" not in event


class TestIdentity:
    """The same timetable gives the same bytes, and an event keeps its identifier."""

    def test_the_same_bytes(self) -> None:
        found = timetable(entry(), entry(date(2026, 7, 1)))
        assert timetable_ics(found, title="A case") == timetable_ics(found, title="A case")

    def test_the_same_bytes_in_another_process(self) -> None:
        code = (
            "import sys\n"
            "from foiprevent import casebook\n"
            "from foiprevent.deadlines.ics import timetable_ics\n"
            "case = casebook.load('barnet-data-sharing')\n"
            "sys.stdout.buffer.write(timetable_ics(case.timetable(), title='Barnet'))\n"
        )
        done = subprocess.run(  # noqa: S603 - what is run stands above
            [sys.executable, "-c", code], capture_output=True, check=True
        )
        case = casebook.load("barnet-data-sharing")
        assert done.stdout == timetable_ics(case.timetable(), title="Barnet")

    def test_a_date_that_moves_is_the_same_event(self) -> None:
        calendar = working_days(Regime.FOIA).with_bank_holidays(add={date(2026, 6, 30): "all"})
        later = TimetableEntry(deadline=deadline(RECEIVED, calendar=calendar))
        (before,) = by_vobject(timetable_ics(timetable(entry()), title="A case"))
        (after,) = by_vobject(timetable_ics(timetable(later), title="A case"))
        assert after["start"] == before["start"] + timedelta(1)
        assert after["uid"] == before["uid"]

    def test_what_tells_events_apart(self) -> None:
        def uids(
            *entries: TimetableEntry,
            title: str = "A case",
            key: str | None = None,
            uid_domain: str = "foiprevent.invalid",
        ) -> list[str]:
            found = timetable(*entries)
            data = timetable_ics(found, title=title, key=key, uid_domain=uid_domain)
            return [event["uid"] for event in by_vobject(data)]

        def own(unit: Unit) -> TimetableEntry:
            window = own_window(
                RECEIVED, 40, unit, regime=Regime.FOIA, counted_from="the letter", cites=(LETTER,)
            )
            return TimetableEntry(deadline=window)

        different = [
            *uids(entry(), entry(), own(Unit.WORKING_DAYS), own(Unit.CALENDAR_DAYS)),
            *uids(TimetableEntry(deadline=deadline(RECEIVED, regime=Regime.EIR))),
            *uids(TimetableEntry(deadline=deadline(RECEIVED, rule=Rule.REVIEW_ANSWER))),
            *uids(entry(), title="Another case"),
            *uids(entry(), key="FOI 1234"),
            *uids(entry(), uid_domain="example.org"),
        ]
        assert len(set(different)) == len(different)
        assert uids(entry(), key="A case") == uids(entry())
        assert uids(entry(), key="1", title="One") == uids(entry(), key="1", title="Other")
        assert all(
            re.fullmatch(r"[0-9a-f]{32}@foiprevent\.invalid", uid) for uid in different[:-1]
        )
        assert different[-1].endswith("@example.org")

    @both
    def test_when_it_was_made(self, read: Read) -> None:
        def stamps(found: Timetable, stamp: datetime | None = None) -> list[datetime]:
            return [e["stamp"] for e in read(timetable_ics(found, title="A case", stamp=stamp))]

        entries = (entry(), entry(date(2026, 7, 1)))
        assert stamps(timetable(*entries)) == [
            datetime(2026, 6, 1, tzinfo=UTC),
            datetime(2026, 7, 1, tzinfo=UTC),
        ]
        drawn_up = timetable(*entries, on=date(2026, 8, 3))
        assert stamps(drawn_up) == [datetime(2026, 8, 3, tzinfo=UTC)] * 2
        moment = datetime(2026, 8, 3, 0, 30, tzinfo=timezone(timedelta(hours=1)))
        assert stamps(drawn_up, moment) == [datetime(2026, 8, 2, 23, 30, tzinfo=UTC)] * 2


class TestCalendar:
    """The calendar itself: its name, and what cannot be told."""

    GAP = Undetermined(
        what="the last day to answer the request",
        missing=("the day it was received", "the regime"),
        cites=(Citation.parse("10(1)"), LETTER),
    )

    def test_its_properties(self) -> None:
        calendar = vobject.readOne(timetable_ics(timetable(entry()), title="Barnet").decode())
        assert calendar.version.value == "2.0"
        assert re.fullmatch(r"-//foiprevent//foiprevent .+//EN", calendar.prodid.value)
        assert calendar.calscale.value == "GREGORIAN"
        assert calendar.contents["name"][0].value == "Barnet"
        assert calendar.contents["x-wr-calname"][0].value == "Barnet"
        assert "description" not in calendar.contents
        assert "method" not in calendar.contents

    def test_what_cannot_be_told_is_no_event(self) -> None:
        data = timetable_ics(timetable(entry(), undetermined=(self.GAP, self.GAP)), title="Barnet")
        assert len(by_vobject(data)) == 1
        said = (
            "Not known: the last day to answer the request (FOIA s.10(1); the letter's own "
            "words). Missing: the day it was received; the regime."
        )
        calendar = opened(data)
        assert str(calendar["description"]) == f"{said}\n{said}"
        assert vobject.readOne(data.decode()).description.value == f"{said}\n{said}"

    def test_without_a_date_that_can_be_told(self) -> None:
        data = timetable_ics(timetable(undetermined=(self.GAP,)), title="Barnet")
        assert by_vobject(data) == by_icalendar(data) == []
        assert b"the day it was received" in data


class TestText:
    """A stranger's text cannot break out of where it stands."""

    @both
    @pytest.mark.parametrize("where", ["title", "note", "missing"])
    def test_hostile_text(self, read: Read, where: str) -> None:
        gap = Undetermined(what="it", missing=(HOSTILE,), cites=())
        found = timetable(
            entry(note=HOSTILE if where == "note" else None),
            undetermined=(gap,) if where == "missing" else (),
        )
        data = timetable_ics(found, title=HOSTILE if where == "title" else "A case")
        (event,) = read(data)
        assert event["start"] == date(2026, 6, 30)
        assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", data)
        assert data.count(b"\r\nBEGIN:VEVENT\r\n") == 1
        assert all(len(line) <= 75 for line in data.split(b"\r\n"))
        assert b"\n" not in data.replace(b"\r\n", b"")

    @given(st.text(min_size=1).filter(str.strip), st.text())
    def test_any_text_comes_back(self, title: str, note: str) -> None:
        data = timetable_ics(timetable(entry(note=note)), title=title)
        (one,), (other,) = by_icalendar(data), by_vobject(data)
        assert one == other
        shown = " ".join(title.split())
        shown = "".join(
            "\N{REPLACEMENT CHARACTER}" if c < " " or c == "\x7f" else c for c in shown
        )
        assert one["summary"] == f"Last day to answer the request: {shown}"


class TestRefused:
    """What would not be a calendar is refused."""

    @pytest.mark.parametrize(
        ("options", "reason"),
        [
            ({"title": ""}, r"timetable_ics\.title cannot be ''"),
            ({"title": " \n"}, r"timetable_ics\.title"),
            ({"title": None}, r"timetable_ics\.title cannot be None"),
            ({"key": ""}, r"timetable_ics\.key"),
            ({"key": 1234}, r"timetable_ics\.key"),
            ({"uid_domain": ""}, r"timetable_ics\.uid_domain"),
            ({"uid_domain": None}, r"timetable_ics\.uid_domain"),
            ({"uid_domain": "example.org\nX"}, "expected a domain such as 'example.org'"),
            ({"uid_domain": "a@b"}, "expected a domain such as 'example.org'"),
            ({"uid_domain": "a..b"}, "expected a domain such as 'example.org'"),
            ({"stamp": datetime(2026, 6, 1)}, "expected a datetime with its time zone"),
            ({"stamp": date(2026, 6, 1)}, "expected a datetime with its time zone"),
        ],
    )
    def test_options(self, options: dict[str, Any], reason: str) -> None:
        with pytest.raises(InvalidRecordError, match=reason):
            timetable_ics(timetable(entry()), **{"title": "A case", **options})

    def test_what_is_no_timetable(self) -> None:
        wrong: Any = [entry()]
        with pytest.raises(InvalidRecordError, match=r"timetable_ics\.timetable"):
            timetable_ics(wrong, title="A case")


class TestExtra:
    """The icalendar package is optional, and loaded when it is needed."""

    def test_without_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "icalendar", None)
        with pytest.raises(ImportError, match=r"pip install 'foiprevent\[ics\]'") as caught:
            timetable_ics(timetable(entry()), title="A case")
        assert caught.value.name == "icalendar"

    def test_it_is_not_loaded_before(self) -> None:
        code = "import sys, foiprevent.deadlines.ics; print('icalendar' in sys.modules)"
        done = subprocess.run(  # noqa: S603 - what is run stands above
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == "False"
