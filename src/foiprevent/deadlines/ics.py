"""A timetable as an iCalendar file (RFC 5545), for any calendar program to open.

Each date is an event of one whole day that leaves its owner free.  The same timetable
gives the same bytes: nothing is read from a clock, and an event keeps its identifier when
its day moves, so that a program that reads the file again moves the event.

What cannot be told is no event: it stands in the description of the calendar, with what
is missing to tell it.
"""

# pyright: reportUnknownMemberType=false

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from foiprevent._provenance import library_version
from foiprevent.deadlines._deadline import written
from foiprevent.deadlines.timetable import Timetable
from foiprevent.errors import InvalidRecordError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icalendar import Event

    from foiprevent.citations import Citation, Source
    from foiprevent.deadlines.timetable import TimetableEntry, Undetermined

_UID_DOMAIN: Final = "foiprevent.invalid"
_DOMAIN: Final = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")
_URI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!-~]+")
_UNFIT: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
"""What no text of a calendar can hold: control characters, and halves of characters."""


def timetable_ics(
    timetable: Timetable,
    *,
    title: str,
    key: str | None = None,
    stamp: datetime | None = None,
    uid_domain: str = _UID_DOMAIN,
) -> bytes:
    """Return a timetable as the content of an iCalendar file.

    Each entry is an event on its last day: what must be done by then, what the case is,
    the steps to the date and what became of it, the provision it rests on as its address,
    and the regime and the kind of limit as its categories.  A projected date is tentative.
    A timetable without a date that can be told gives a calendar without events.

    Args:
        timetable: The timetable.
        title: What the case is, in words: the name of the calendar, and in each event.
        key: What tells the case from any other, such as a reference number: two files
            with one key hold the same events.  Without it, *title* does.
        stamp: When the file was made, with its time zone.  Without it, midnight UTC of
            the day the timetable was drawn up for, else of the day each date is counted
            from.
        uid_domain: A domain of the caller's own, in which the identifiers of the events
            are unique.

    Raises:
        ImportError: If the ``icalendar`` package is not there.
        InvalidRecordError: If *timetable* is no timetable, *title* or *key* no text or
            empty, *stamp* without a time zone, or *uid_domain* no domain.
    """
    try:
        from icalendar import Calendar, vText
    except ImportError as error:
        raise ImportError(
            "timetable_ics needs the icalendar package: pip install 'foiprevent[ics]'",
            name="icalendar",
        ) from error
    if type(timetable) is not Timetable:
        raise InvalidRecordError("timetable_ics.timetable", timetable, "expected a Timetable")
    name = _line(_text(title, "title"))
    identity = _text(title if key is None else key, "key")
    if not _DOMAIN.fullmatch(_text(uid_domain, "uid_domain")):
        raise InvalidRecordError(
            "timetable_ics.uid_domain", uid_domain, "expected a domain such as 'example.org'"
        )
    moment = None if stamp is None else _utc(stamp)
    if moment is None and timetable.on is not None:
        moment = _midnight(timetable.on)
    calendar = Calendar()
    calendar.add("prodid", f"-//foiprevent//foiprevent {library_version()}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", vText(name))
    calendar.add("x-wr-calname", vText(name))
    if timetable.undetermined:
        description = vText("\n".join(map(_gap, timetable.undetermined)))
        calendar.add("description", description)
        calendar.add("x-wr-caldesc", description)
    seen = Counter[str]()
    for entry in timetable.entries:
        event = _event(entry, name, moment)
        limit = entry.deadline.limit
        kind = f"{limit.regime.value} {limit.rule.value} {limit.length} {limit.unit.value}"
        seen[kind] += 1
        event.add("uid", f"{_digest(identity, kind, str(seen[kind]))}@{uid_domain}")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event(entry: TimetableEntry, name: str, moment: datetime | None) -> Event:
    from icalendar import Event

    deadline = entry.deadline
    event = Event()
    event.add("summary", _line(f"Last day to {deadline.limit.title}: {name}"))
    event.add("dtstart", deadline.due)
    if deadline.due < date.max:
        event.add("dtend", deadline.due + timedelta(days=1))
    event.add("dtstamp", moment or _midnight(deadline.start))
    event.add("description", _fit("\n".join((deadline.explain(), *_outcome(entry)))))
    uri = _uri(deadline.cites)
    if uri is not None:
        event.add("url", uri)
    event.add("categories", [deadline.limit.regime.value, deadline.limit.kind.value])
    event.add("status", "TENTATIVE" if deadline.projected else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event


def _outcome(entry: TimetableEntry) -> Iterable[str]:
    """Return what became of a date, and what else is noted of it."""
    days = f"{entry.late_by} working day{'' if entry.late_by == 1 else 's'}"
    if entry.met_on is not None:
        late = {None: "", 0: ", in time"}.get(entry.late_by, f", {days} late")
        yield f"  done       {written(entry.met_on)}{late}"
    elif entry.late_by:
        yield f"  overdue    {days}"
    if entry.note:
        yield f"  note       {entry.note}"


def _gap(gap: Undetermined) -> str:
    cites = "; ".join(map(str, gap.cites))
    return _fit(f"Not known: {gap.what} ({cites}). Missing: {'; '.join(gap.missing)}.")


def _uri(cites: Iterable[Citation | Source]) -> str | None:
    """Return the address of the first of *cites* that has one."""
    return next((cite.uri for cite in cites if cite.uri and _URI.fullmatch(cite.uri)), None)


def _text(value: object, field: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise InvalidRecordError(f"timetable_ics.{field}", value, "expected a text, not empty")
    return value


def _utc(stamp: object) -> datetime:
    if not isinstance(stamp, datetime) or stamp.utcoffset() is None:
        raise InvalidRecordError(
            "timetable_ics.stamp", stamp, "expected a datetime with its time zone"
        )
    return stamp.astimezone(UTC)


def _midnight(on: date) -> datetime:
    return datetime.combine(on, time(), tzinfo=UTC)


def _fit(text: str) -> str:
    """Return *text* with what a calendar cannot hold replaced."""
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)


def _line(text: str) -> str:
    """Return *text* on one line."""
    return _fit(" ".join(text.split()))


def _digest(*parts: str) -> str:
    """Return what tells one event from another."""
    import hashlib
    import json

    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]
