"""Errors: one small tree, each saying what was wrong, where, and what would do."""

from __future__ import annotations

import copy
import inspect
import pickle
from datetime import date
from typing import TYPE_CHECKING

import pytest

from foiprevent import audit, casebook, errors
from foiprevent.cases import State, Step
from foiprevent.cases.events import Withdrawn
from foiprevent.citations import Citation
from foiprevent.errors import (
    CalendarRangeError,
    CitationError,
    CodecError,
    Fault,
    FoiPreventError,
    InvalidRecordError,
    LetterFileError,
    NotInForceError,
    TransitionError,
    UnknownProvisionError,
    UnlawfulDraftError,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def cite(text: str) -> Citation:
    return Citation.parse(text)


def pickled(value: object) -> object:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - nobody else's


EXAMPLES: tuple[FoiPreventError, ...] = (
    FoiPreventError("something else"),
    CitationError("24)", 2, "expected the end"),
    UnknownProvisionError(cite("31(1)(j)"), "no such provision"),
    NotInForceError(cite("40(5)"), None, "it was in force before", (cite("40(5A)"),)),
    NotInForceError(cite("22A"), date(2010, 1, 1), "it came into force on 2014-10-01"),
    InvalidRecordError("Period.end", date(2004, 12, 31), "before its start"),
    TransitionError(State.RECEIVED, Step.FEE_PAID, date(2023, 1, 3), (Step.RESPONSE,)),
    UnlawfulDraftError(audit(casebook.load("leicester-returnees")).findings[:1]),
    LetterFileError("letter.pdf", "is locked by a password"),
    CalendarRangeError(date(1900, 1, 1), date(2005, 1, 1), date(2040, 12, 31)),
    CalendarRangeError(None, date(2005, 1, 1), date(2040, 12, 31)),
    CodecError((Fault("$.request", "missing"),)),
)


class TestTree:
    """Every error raised on purpose has one root, and a builtin that fits."""

    @pytest.mark.parametrize(
        ("kind", "builtin"),
        [
            (CitationError, ValueError),
            (UnknownProvisionError, LookupError),
            (NotInForceError, LookupError),
            (InvalidRecordError, ValueError),
            (TransitionError, ValueError),
            (UnlawfulDraftError, ValueError),
            (LetterFileError, ValueError),
            (CalendarRangeError, ValueError),
            (CodecError, ValueError),
        ],
    )
    def test_where_each_stands(self, kind: type[Exception], builtin: type[Exception]) -> None:
        assert issubclass(kind, FoiPreventError)
        assert issubclass(kind, builtin)

    def test_each_has_an_example_here(self) -> None:
        kinds = {
            kind
            for _, kind in inspect.getmembers(errors, inspect.isclass)
            if issubclass(kind, Exception)
        }
        assert kinds <= {type(example) for example in EXAMPLES}


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, pickled])
@pytest.mark.parametrize("error", EXAMPLES, ids=repr)
class TestCopies:
    """An error crosses a process whole."""

    def test_they_say_the_same(
        self, error: FoiPreventError, again: Callable[[object], object]
    ) -> None:
        twin = again(error)
        assert type(twin) is type(error)
        assert str(twin) == str(error)
        assert vars(twin) == vars(error)
        assert twin.args == error.args


@pytest.mark.parametrize("error", EXAMPLES[1:], ids=repr)
def test_what_an_error_was_made_of_is_kept_in_order(error: FoiPreventError) -> None:
    assert error.args == tuple(vars(error).values())


class TestMessages:
    """A message says what was wrong, where, and what would be right."""

    def test_citation(self) -> None:
        error = CitationError("24)", 2, "expected the end")
        assert str(error) == "'24)' is not a citation: at position 2, expected the end"
        assert (error.text, error.position, error.reason) == ("24)", 2, "expected the end")

    def test_unknown_provision(self) -> None:
        error = UnknownProvisionError(cite("31(1)(j)"), "no such provision")
        assert str(error) == "FOIA s.31(1)(j): no such provision"
        assert (error.citation, error.reason) == (cite("31(1)(j)"), "no such provision")

    def test_not_in_force_with_a_successor(self) -> None:
        error = NotInForceError(
            cite("40(5)(b)"), None, "it ended", (cite("40(5B)(a)"), cite("40(5B)(b)"))
        )
        assert str(error) == (
            "FOIA s.40(5)(b): not in force in the law as last known: it ended; "
            "in its place stands s.40(5B)(a), s.40(5B)(b)"
        )

    def test_not_in_force_without(self) -> None:
        error = NotInForceError(cite("22A"), date(2010, 1, 1), "not yet")
        assert error.successors == ()
        assert str(error) == (
            "FOIA s.22A: not in force on 2010-01-01: not yet; nothing stands in its place"
        )

    def test_invalid_record(self) -> None:
        error = InvalidRecordError("Source.text", "", "must not be empty")
        assert str(error) == "Source.text cannot be '': must not be empty"
        assert (error.field, error.value, error.reason) == (
            "Source.text",
            "",
            "must not be empty",
        )

    def test_calendar_range(self) -> None:
        known, last = date(2005, 1, 1), date(2040, 12, 31)
        error = CalendarRangeError(date(1900, 1, 1), known, last)
        assert str(error).startswith("1900-01-01 lies outside the working-day calendar")
        assert "from 2005-01-01 to 2040-12-31" in str(error)
        assert (error.day, error.known_from, error.projected_until) == (
            date(1900, 1, 1),
            known,
            last,
        )

    def test_transition(self) -> None:
        day, event = date(2023, 1, 3), Withdrawn(on=date(2023, 1, 3))
        possible = (Step.RESPONSE, Step.WITHDRAWN)
        error = TransitionError(State.RECEIVED, Step.FEE_PAID, day, possible, event)
        assert str(error) == (
            f"{Step.FEE_PAID.value!r} on 2023-01-03 cannot follow where a case is "
            f"{State.RECEIVED.value!r}; possible: {Step.RESPONSE.value}, {Step.WITHDRAWN.value}"
        )
        assert (error.state, error.step, error.on, error.possible, error.event) == (
            State.RECEIVED,
            Step.FEE_PAID,
            day,
            possible,
            event,
        )

    def test_transition_of_an_undated_letter_where_all_is_over(self) -> None:
        error = TransitionError(State.WITHDRAWN, Step.RESPONSE, None, ())
        assert str(error) == (
            f"{Step.RESPONSE.value!r} cannot follow where a case is "
            f"{State.WITHDRAWN.value!r}; possible: nothing"
        )

    def test_unlawful_draft(self) -> None:
        one, two = audit(casebook.load("leicester-returnees")).findings[:2]
        said = [f"{found.code.value}: {found.message}" for found in (one, two)]
        head = "no lawful refusal can be drafted: "
        assert str(UnlawfulDraftError((one,))) == f"{head}1 breach. {said[0]}"
        assert str(UnlawfulDraftError((one, two))) == f"{head}2 breaches. {said[0]} {said[1]}"
        assert UnlawfulDraftError((one, two)).findings == (one, two)

    def test_letter_file(self) -> None:
        error = LetterFileError("letter.pdf", "is locked by a password")
        assert str(error) == "cannot read the letter 'letter.pdf': is locked by a password"
        assert (error.path, error.reason) == ("letter.pdf", "is locked by a password")

    def test_a_remedy_is_named_only_for_a_day_that_is_too_late(self) -> None:
        known, last = date(2005, 1, 1), date(2040, 12, 31)
        ends = "calendar, which runs from 2005-01-01 to 2040-12-31"
        remedy = (
            "; GOV.UK's bank-holidays.json takes it to the end of its own last year: "
            "WorkingDayCalendar.with_govuk, or --bank-holidays on the command line"
        )
        for day in (None, date(2041, 1, 1)):
            assert str(CalendarRangeError(day, known, last)).endswith(ends + remedy)
        for day in (date(1900, 1, 1), last):
            assert str(CalendarRangeError(day, known, last)).endswith(ends)

    def test_calendar_range_past_any_date(self) -> None:
        error = CalendarRangeError(None, date(2005, 1, 1), date(2040, 12, 31))
        assert str(error).startswith("that day lies outside the working-day calendar")

    def test_codec_with_one_fault(self) -> None:
        error = CodecError((Fault("$.request.received", "expected a date"),))
        assert str(error) == "not a case: 1 fault; $.request.received: expected a date"

    def test_codec_with_several(self) -> None:
        faults = (Fault("$.a", "unknown field"), Fault("$.b[2]", "missing"))
        error = CodecError(faults)
        assert str(error) == "not a case: 2 faults; $.a: unknown field; $.b[2]: missing"
        assert error.faults == faults
        assert error.faults[1].path == "$.b[2]"
        assert error.faults[1].message == "missing"


class TestShown:
    """A value in a message is quoted, and cut if it is long."""

    def test_a_short_text_is_quoted(self) -> None:
        assert shown("24)") == "'24)'"
        assert shown("x" * 60) == repr("x" * 60)

    def test_a_long_text_is_cut_and_counted(self) -> None:
        assert shown("x" * 61) == f"{'x' * 60!r}... (61 characters)"
        assert shown("x" * 1_000_000) == f"{'x' * 60!r}... (1000000 characters)"

    def test_anything_else_is_its_repr(self) -> None:
        assert shown(None) == "None"
        assert shown(date(2010, 1, 1)) == "datetime.date(2010, 1, 1)"
        assert shown(b"x" * 117) == repr(b"x" * 117)

    def test_a_number_too_long_to_write(self) -> None:
        assert shown(10**5000) == "<int>"

    def test_a_long_repr_is_cut(self) -> None:
        assert shown(b"x" * 118) == repr(b"x" * 118)[:120] + "..."
