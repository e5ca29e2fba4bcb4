"""The command line: a thin layer over the API.

Exit status 0 is fine, 1 means that an audit found a breach, 2 that the input or the
usage is bad, which one line on the standard error says.

A command returns what to print and its status; :func:`main` alone writes.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn, TextIO, TypeAlias

from foiprevent._provenance import LawAsAt, LawBasis, library_version
from foiprevent.citations import Regime
from foiprevent.cli import _text
from foiprevent.errors import (
    CodecError,
    FoiPreventError,
    InvalidRecordError,
    LetterFileError,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from foiprevent.cases import Case
    from foiprevent.deadlines import Timetable, WorkingDayCalendar
    from foiprevent.findings import Code

_BREACH: Final = 1
_BAD_INPUT: Final = 2

_Printed: TypeAlias = tuple[str | bytes, int]
"""What a command prints, as text or as the very bytes, and its exit status."""


class _UsageError(Exception):
    """The command line, or what it names, cannot be read."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _UsageError(f"{message} (see {self.prog} --help)")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        output, status = _run(arguments)
    except (_UsageError, FoiPreventError) as error:
        return _refuse(str(error))
    problem = _write(output, sys.stdout)
    if problem is None or isinstance(problem, BrokenPipeError):
        return status
    return _refuse(f"cannot write: {problem.strerror}")


def _refuse(message: str) -> int:
    _write(f"foiprevent: {_text.one_line(message)}", sys.stderr)
    return _BAD_INPUT


def _write(output: str | bytes, stream: TextIO) -> OSError | None:
    """Write an output, or return what prevents it, such as a reader that has gone."""
    try:
        if isinstance(output, bytes):
            stream.buffer.write(output)
            stream.flush()
        else:
            print(output, file=stream, flush=True)
    except OSError as error:
        # What is left unwritten must not be written, and fail, once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return error
    return None


def _run(arguments: Sequence[str] | None) -> _Printed:
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            options = _parser().parse_args(arguments)
    except SystemExit:  # --help and --version print by themselves
        return printed.getvalue().removesuffix("\n"), 0
    done: _Printed = options.run(options)
    return done


def _parser() -> _Parser:
    parser = _Parser(
        prog="foiprevent",
        description="UK Freedom of Information law: due dates, exemptions and audits of refusals, "
        "each with the provision it rests on. A model of law, not legal advice.",
        epilog="For a start: foiprevent casebook barnet-data-sharing. "
        "The exit status is 1 if an audit found a breach, 2 if the input is bad, else 0.",
    )
    parser.add_argument(
        "-V", "--version", action="version", version=f"foiprevent {library_version()}"
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    due = commands.add_parser("due", help="the last day to answer a request")
    due.add_argument(
        "received", metavar="DATE", help="the day it arrived, as 2023-03-23 or '23 March 2023'"
    )
    due.add_argument("--explain", action="store_true", help="show the steps to the date")
    _regime(due)
    _bank_holidays(due)
    _finish(due, _due)

    provision = commands.add_parser("exemption", help="what a provision says, on a day")
    provision.add_argument("citation", metavar="CITATION", help="such as '24(2)' or 's.31(1)(a)'")
    provision.add_argument(
        "--on", metavar="DATE", help="the day it is relied on; else the law as last known"
    )
    provision.add_argument(
        "--received", metavar="DATE", help="the day of receipt, where an amendment goes by it"
    )
    provision.add_argument(
        "--condition", metavar="CITATION", help="of s.40(2), the condition met, as '40(3A)(a)'"
    )
    _regime(provision)
    _finish(provision, _exemption)

    for name, run, what, on in (
        ("audit", _audit, "what is wrong with an answer", "the day to audit it for"),
        ("timetable", _timetable, "the dates of a case", "the day to tell what is overdue by"),
    ):
        command = commands.add_parser(name, help=what)
        command.add_argument(
            "case", metavar="CASE", help="a JSON file, - for standard input, or a casebook name"
        )
        command.add_argument("--on", metavar="DATE", help=f"{on}; else the record alone speaks")
        if run is _audit:
            _choices(command)
        if run is _timetable:
            _bank_holidays(command)
            command.add_argument(
                "--ics", metavar="FILE", help="write the dates as an iCalendar file, - to print it"
            )
        _finish(command, run)

    read = commands.add_parser("read", help="what letters say: facts, the case, what is at odds")
    read.add_argument(
        "letters",
        metavar="LETTER",
        nargs="+",
        help="a file: .txt, .md, .eml, .html, .docx or .pdf; of several, a line of JSON each",
    )
    read.add_argument(
        "--html",
        metavar="FILE",
        nargs="?",
        const="",
        help="write a page with the letter and its facts marked; beside the letter, or to FILE",
    )
    _finish(read, _read)

    schema = commands.add_parser("schema", help="the JSON Schema of a case, or of an audit")
    schema.add_argument("of", nargs="?", choices=("case", "audit"), default="case")
    _finish(schema, _schema)

    casebook = commands.add_parser("casebook", help="the real cases that come with the library")
    casebook.add_argument(
        "name", metavar="NAME", nargs="?", help="one of them: its record, timetable and audit"
    )
    _finish(casebook, _casebook)
    return parser


def _choices(command: argparse.ArgumentParser) -> None:
    command.add_argument("--select", metavar="CODES", help="look for these, and for no other")
    command.add_argument("--ignore", metavar="CODES", help="do not look for these: late-response")
    command.add_argument(
        "--position",
        choices=("words", "regulator"),
        help="where the law is disputed: the words of the enactment, or the regulator's reading",
    )


def _regime(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--regime",
        metavar="REGIME",
        type=str.upper,
        choices=[regime.value for regime in Regime],
        default=Regime.FOIA.value,
        help="FOIA (the default), EIR or FOISA",
    )


def _bank_holidays(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--bank-holidays",
        metavar="FILE",
        help="the bank-holidays.json of GOV.UK, which replaces the years it has",
    )


def _finish(
    command: argparse.ArgumentParser, run: Callable[[argparse.Namespace], _Printed]
) -> None:
    command.add_argument("--json", action="store_true", help="print JSON")
    command.set_defaults(run=run)


def _due(options: argparse.Namespace) -> _Printed:
    from foiprevent.deadlines import deadline

    received, regime = _day(options.received), Regime(options.regime)
    calendar = _calendar(options.bank_holidays, regime)
    found = deadline(received, regime=regime, calendar=calendar)
    if options.json:
        return _json(found), 0
    return _text.explained(found) if options.explain else _text.due(found), 0


def _exemption(options: argparse.Namespace) -> _Printed:
    from foiprevent.exemptions import LAW_AS_AT, exemption

    on = _optional_day(options.on)
    found = exemption(
        options.citation,
        regime=Regime(options.regime),
        on=on,
        received=_optional_day(options.received),
        condition=options.condition,
    )
    if options.json:
        return _json(found), 0
    law = LawAsAt(day=on or LAW_AS_AT, basis=LawBasis.ASKED if on else LawBasis.LAST_KNOWN)
    return _text.exemption(found, law), 0


def _audit(options: argparse.Namespace) -> _Printed:
    from foiprevent.exemptions import Position
    from foiprevent.findings import audit

    case = _case(options.case)
    found = audit(
        case,
        on=_optional_day(options.on),
        select=None if options.select is None else _codes(options.select),
        ignore=_codes(options.ignore or ""),
        position=None if options.position is None else Position[options.position.upper()],
    )
    status = _BREACH if found.has_breach else 0
    return _json(found) if options.json else _text.audit(case, found), status


def _codes(text: str) -> list[Code]:
    from foiprevent.findings import Code

    names = [name for name in re.split(r"[\s,]+", text) if name]
    for name in names:
        if name not in set(Code):
            raise _UsageError(f"{shown(name)} is no finding code: expected one as late-response")
    return [Code(name) for name in names]


def _timetable(options: argparse.Namespace) -> _Printed:
    case = _case(options.case)
    calendar = _calendar(options.bank_holidays, case.regime or Regime.FOIA)
    found = case.timetable(on=_optional_day(options.on), calendar=calendar)
    if options.ics is None:
        return _json(found) if options.json else _text.timetable(case, found), 0
    if options.json:
        raise _UsageError("--ics and --json are two ways to write a timetable: give one of them")
    return _ics(case, found, options.ics), 0


def _ics(case: Case, found: Timetable, name: str) -> str | bytes:
    from foiprevent.deadlines.ics import timetable_ics

    request = case.request
    title = ", ".join(filter(None, (case.authority.name, request.reference)))
    key = json.dumps([title, request.received and request.received.isoformat()])
    try:
        data = timetable_ics(found, title=title, key=key)
    except ImportError as error:
        raise _UsageError(str(error)) from None
    if name == "-":
        return data
    problem = _text.saved(name, data)
    if problem is not None:
        raise _UsageError(problem)
    count = len(found.entries)
    return f"{count} date{'' if count == 1 else 's'} written to {shown(name)}"


def _read(options: argparse.Namespace) -> _Printed:
    from foiprevent.cli import _reading

    names: list[str] = options.letters
    if options.html and len(names) > 1:
        raise _UsageError("--html FILE is for one letter: leave FILE out, or give one letter")
    lines: list[str] = []
    failed: list[str] = []
    as_lines = options.json or (len(names) > 1 and options.html is None)

    def fail(error: LetterFileError) -> None:
        failed.append(str(error))
        lines.extend([_reading.failed_as_json(error)] if as_lines else [])

    for name, reading in _reading.readings(names, fail):
        if options.html is not None:
            done, problem = _reading.paged(name, reading, options.html)
            failed.extend([problem] if problem else [])
            lines.extend([] if problem or as_lines else [done])
        if as_lines:
            lines.append(_reading.as_json(name, reading))
        elif options.html is None:
            lines.append(_reading.as_text(reading))
    for message in failed:
        _refuse(message)
    return "\n".join(lines), _BAD_INPUT if failed else 0


def _schema(options: argparse.Namespace) -> _Printed:
    from foiprevent.cases import Case
    from foiprevent.codec import json_schema
    from foiprevent.findings import Audit

    return json.dumps(json_schema(Case if options.of == "case" else Audit), indent=2), 0


def _casebook(options: argparse.Namespace) -> _Printed:
    from foiprevent import casebook
    from foiprevent.findings import audit

    names = casebook.names()
    if options.name is None:
        if options.json:
            return _json(names), 0
        return _text.cases({name: casebook.load(name) for name in names}), 0
    if options.name not in names:
        raise _UsageError(
            f"there is no case {shown(options.name)} in the casebook, which has {', '.join(names)}"
        )
    case = casebook.load(options.name)
    if options.json:
        from foiprevent import codec

        return codec.dumps(case).decode(), 0
    parts = (
        _text.record(case),
        _text.timetable(case, case.timetable()),
        _text.audit(case, audit(case)),
    )
    return "\n\n".join(parts), 0


def _json(value: object) -> str:
    from foiprevent import codec

    return json.dumps(codec.to_json(value), indent=2)  # in ASCII, with no control characters


def _calendar(name: str | None, regime: Regime) -> WorkingDayCalendar | None:
    """Return the working days as GOV.UK's file *name* has them."""
    if name is None:
        return None
    from foiprevent import codec
    from foiprevent.deadlines import working_days

    try:
        with Path(name).open("rb") as file:
            data = file.read(codec.MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _UsageError(f"cannot read the bank holidays {shown(name)}: {reason}") from None
    try:
        return working_days(regime).with_govuk(json.loads(data))
    except InvalidRecordError as error:
        raise _UsageError(f"{shown(name)} is no list of bank holidays: {error.reason}") from None
    except (ValueError, RecursionError):
        raise _UsageError(
            f"{shown(name)} is not JSON: expected the bank-holidays.json of GOV.UK"
        ) from None


def _case(name: str) -> Case:
    from foiprevent import casebook, codec

    if name in casebook.names():
        return casebook.load(name)
    try:
        if name == "-":
            data = sys.stdin.buffer.read(codec.MAX_BYTES + 1) if sys.stdin else b""
        else:
            with Path(name).open("rb") as file:
                data = file.read(codec.MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _UsageError(
            f"cannot read the case {shown(name)}: {reason}; a case is a JSON file, - or one of "
            f"{', '.join(casebook.names())}"
        ) from None
    try:
        return codec.loads(data)
    except CodecError as error:
        raise _UsageError(_text.faults(name, error)) from None


_ISO_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WRITTEN_DAY: Final = re.compile(r"[0-9]{1,2} [A-Za-z]+ [0-9]{4}")


def _day(text: str) -> date:
    from datetime import date

    with contextlib.suppress(ValueError):
        if _ISO_DAY.fullmatch(text):
            return date.fromisoformat(text)
        if _WRITTEN_DAY.fullmatch(text):
            import pendulum

            found = pendulum.from_format(text.title(), "D MMMM YYYY")
            return date(found.year, found.month, found.day)
    raise _UsageError(f"{shown(text)} is not a day: write it as 2023-03-23 or '23 March 2023'")


def _optional_day(text: str | None) -> date | None:
    return None if text is None else _day(text)
