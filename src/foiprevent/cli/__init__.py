"""The command line: a thin layer over the API.

Exit status 0 is fine, 1 means that an audit found a breach, 2 that the input or the
usage is bad, which one line on the standard error says.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from foiprevent._provenance import library_version
from foiprevent.citations import Regime
from foiprevent.cli import _text
from foiprevent.errors import FoiPreventError, shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from foiprevent.cases import Case

_BREACH = 1
_BAD_INPUT = 2


class _UsageError(Exception):
    """The command line cannot be read."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _UsageError(f"{message} (see {self.prog} --help)")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        options = _parser().parse_args(arguments)
        status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (_UsageError, FoiPreventError) as error:
        sys.stderr.write(f"foiprevent: {_text.one_line(str(error))}\n")
        return _BAD_INPUT
    return status


def _parser() -> _Parser:
    parser = _Parser(
        prog="foiprevent",
        description="UK Freedom of Information law: due dates, exemptions and audits of refusals, "
        "each with the provision it rests on. A model of law, not legal advice.",
    )
    parser.add_argument("--version", action="version", version=f"foiprevent {library_version()}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    due = commands.add_parser("due", help="the last day to answer a request")
    due.add_argument("received", metavar="DATE", help="the day it arrived, as 2023-03-23")
    due.add_argument("--explain", action="store_true", help="show the steps to the date")
    _regime(due)
    _finish(due, _due)

    provision = commands.add_parser("exemption", help="what a provision says, on a day")
    provision.add_argument("citation", metavar="CITATION", help="such as 24(2) or 'section 31(1)'")
    provision.add_argument("--on", metavar="DATE", help="the day; else the law as last known")
    provision.add_argument("--condition", metavar="CITATION", help="of s.40(2): the condition met")
    _regime(provision)
    _finish(provision, _exemption)

    for name, run, what in (
        ("audit", _audit, "what is wrong with an answer to a request"),
        ("timetable", _timetable, "the dates of a case"),
    ):
        command = commands.add_parser(name, help=what)
        command.add_argument("case", metavar="CASE", help="a JSON file, - or a casebook name")
        command.add_argument("--on", metavar="DATE", help="the day to look at it from")
        _finish(command, run)

    casebook = commands.add_parser("casebook", help="the real cases that come with the library")
    casebook.add_argument("name", metavar="NAME", nargs="?", help="one of them, whole")
    _finish(casebook, _casebook)
    return parser


def _regime(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--regime",
        metavar="REGIME",
        choices=[regime.value for regime in Regime],
        default=Regime.FOIA.value,
        help="FOIA (the default), EIR or FOISA",
    )


def _finish(command: argparse.ArgumentParser, run: object) -> None:
    command.add_argument("--json", action="store_true", help="print JSON")
    command.set_defaults(run=run)


def _due(options: argparse.Namespace) -> int:
    from foiprevent.deadlines import deadline

    found = deadline(_day(options.received), regime=Regime(options.regime))
    if options.json:
        _print_json(found)
    else:
        print(found.explain() if options.explain else _text.due(found))
    return 0


def _exemption(options: argparse.Namespace) -> int:
    from foiprevent.exemptions import exemption

    found = exemption(
        options.citation,
        regime=Regime(options.regime),
        on=None if options.on is None else _day(options.on),
        condition=options.condition,
    )
    if options.json:
        _print_json(found)
    else:
        print(_text.exemption(found))
    return 0


def _audit(options: argparse.Namespace) -> int:
    from foiprevent.findings import audit

    case = _case(options.case)
    found = audit(case, on=None if options.on is None else _day(options.on))
    if options.json:
        _print_json(found)
    else:
        print(_text.audit(case, found))
    return _BREACH if found.has_breach else 0


def _timetable(options: argparse.Namespace) -> int:
    case = _case(options.case)
    found = case.timetable(on=None if options.on is None else _day(options.on))
    if options.json:
        _print_json(found)
    else:
        print(_text.timetable(case, found))
    return 0


def _casebook(options: argparse.Namespace) -> int:
    from foiprevent import casebook, codec
    from foiprevent.findings import audit

    if options.name is None:
        names = casebook.names()
        print(json.dumps(list(names), indent=2) if options.json else "\n".join(names))
    elif options.json:
        print(codec.dumps(casebook.load(options.name)).decode())
    else:
        case = casebook.load(options.name)
        print(_text.record(case))
        print()
        print(_text.timetable(case, case.timetable()))
        print()
        print(_text.audit(case, audit(case)))
    return 0


def _print_json(value: object) -> None:
    from foiprevent import codec

    print(json.dumps(codec.to_json(value), indent=2))


def _case(name: str) -> Case:
    from foiprevent import casebook, codec

    if name in casebook.names():
        return casebook.load(name)
    try:
        if name == "-":
            data = sys.stdin.buffer.read(codec.MAX_BYTES + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(codec.MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _UsageError(
            f"cannot read the case {shown(name)}: {reason}; a case is a JSON file, - or one of "
            f"{', '.join(casebook.names())}"
        ) from None
    return codec.loads(data)


def _day(text: str) -> date:
    from datetime import date

    import pendulum

    try:
        if len(text) == len("2023-03-23"):
            return date.fromisoformat(text)
        found = pendulum.from_format(text, "D MMMM YYYY")
    except ValueError:
        raise _UsageError(
            f"{shown(text)} is not a day: write it as 2023-03-23 or '23 March 2023'"
        ) from None
    return date(found.year, found.month, found.day)
