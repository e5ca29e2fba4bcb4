"""Write down what the library answers to a fixed list of questions of law.

    python tools/answers.py > tests/vectors/answers.json

A test compares: an answer that changes is then seen, and belongs in the changelog, under Law.
"""

from __future__ import annotations

import itertools
import json
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any

import attrs

import foiprevent as foi
from foiprevent import exemptions
from foiprevent.exemptions import Work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FOIA, EIR, FOISA = foi.Regime.FOIA, foi.Regime.EIR, foi.Regime.FOISA
PAST = date(2010, 6, 1)
PROVISIONS = {
    FOIA: (
        "12(1) 14(1) 21(1) 22(1) 22A(1) 23(1) 23(5) 24(1) 24(2) 26(1)(a) 27(1)(a) 28(1) 29(1)(a) "
        "30(1)(a) 30(2)(a) 31(1)(a) 31(3) 32(1)(a) 33(2) 34(1) 35(1)(a) 35(3) 36(2)(b)(i) "
        "36(2)(c) 36(3) 37(1)(a) 37(1)(b) 37(2) 38(1)(a) "
        "39(1)(a) 40(1) 40(2) 40(5A) 40(5B)(a)(i) 41(1) "
        "41(2) 42(1) 42(2) 43(1) 43(2) 43(3) 44(1)(a) 44(2) 17(1) 99"
    ).split(),
    EIR: (
        "6(1)(b) 12(3) 12(4)(a) 12(4)(b) 12(4)(c) 12(4)(d) 12(4)(e) 12(5)(a) 12(5)(b) 12(5)(c) "
        "12(5)(d) 12(5)(e) 12(5)(f) 12(5)(g) 12(6) 13(1) 13(5A)(a) 13(5B)(a)"
    ).split(),
    FOISA: (
        "18(1) 25(1) 26(a) 27(1) 28(1) 29(1)(a) 30(a) 30(b)(i) 30(c) 31(1) 31(4) 32(1)(a)(i) "
        "33(1)(b) 34(1)(a) 35(1)(a) 36(1) 36(2) 37(1)(a) 38(1)(a) 38(1)(b) 39(1) 39(2) 40(a) 41(a)"
    ).split(),
}
PAIRS = (
    ("23(1)", "24(1)"), ("23(5)", "24(2)"), ("24(1)", "31(1)(a)"), ("35(1)(a)", "36(2)(b)(i)"),
    ("40(1)", "40(2)"), ("30(1)(a)", "31(1)(a)"), ("21(1)", "40(2)"), ("42(1)", "43(2)"),
    ("41(1)", "43(2)"), ("36(2)(b)(i)", "36(2)(c)"), ("40(2)", "38(1)(a)"), ("22(1)", "22A(1)"),
    ("24", "23"), ("31", "30"), ("24(1)", "24(1)"), ("12(1)", "24(1)"),
)  # fmt: skip
YEARS = (1, 1900, 1974, 1982, 1983, 1984, 1990, 1992, 1993, 1994, 2000, 2020, 9999, 0, 10000)
DAYS = (None, date(2004, 12, 31), date(2005, 1, 1), PAST, date(2018, 5, 24), date(2018, 5, 25))


def questions() -> Iterator[tuple[str, Callable[[], object]]]:
    """Give each question: how it is asked, and the asking."""
    for regime, provisions in PROVISIONS.items():
        for text, on in itertools.product(provisions, (None, PAST)):
            named = f"{text}, {regime.value}, on={on}"
            yield f"standing({named})", _call(foi.standing, text, regime=regime, on=on)
            asked = _call(exemptions.requirements, text, regime=regime, on=on)
            yield f"requirements({named})", asked
        for text, created in itertools.product(provisions, (1950, 1990, date(2000, 2, 29))):
            asked = _call(exemptions.falls_away, text, regime=regime, created=created)
            yield f"falls_away({text}, {regime.value}, created={created})", asked
    yield from _more_of_standing()
    yield from _more_of_age()
    for (one, other), on in itertools.product(PAIRS, (None, PAST)):
        yield (
            f"combination({one}, {other}, on={on})",
            _call(exemptions.combination, one, other, on=on),
        )
        yield (
            f"may_be_weighed_together({one}, {other}, on={on})",
            _call(exemptions.may_be_weighed_together, (one, other), on=on),
        )
    yield (
        "may_be_weighed_together(EIR)",
        _call(exemptions.may_be_weighed_together, ("12(5)(b)", "12(5)(e)"), regime=EIR),
    )
    yield (
        "may_be_weighed_together(FOISA)",
        _call(exemptions.may_be_weighed_together, ("30(c)", "33(1)(b)"), regime=FOISA),
    )
    for bad in ((), ("24(1)",), ("24(1)", "EIR reg.12(5)(b)")):
        yield f"may_be_weighed_together{bad}", _call(exemptions.may_be_weighed_together, bad)
    for holder, on in itertools.product(foi.Holder, DAYS):
        yield (
            f"qualified_person({holder.value}, on={on})",
            _call(exemptions.qualified_person, holder, on=on),
        )
    yield from _costs()


def _call(function: Callable[..., object], *given: object, **named: Any) -> Callable[[], object]:  # noqa: ANN401
    return lambda: function(*given, **named)


def _more_of_standing() -> Iterator[tuple[str, Callable[[], object]]]:
    for text, holder in itertools.product(("36(2)(c)", "36(3)", "30(1)(a)"), foi.Holder):
        yield (
            f"standing({text}, held_by={holder.value})",
            _call(foi.standing, text, held_by=holder),
        )
    for text, by in (("37(2)", "37(1)(a)"), ("37(2)", "37(1)(b)"), ("40(2)", "40(3A)(a)"),
                     ("40(2)", "40(4A)(a)"), ("31(3)", "31(1)(a)")):  # fmt: skip
        yield f"standing({text}, by_virtue_of={by})", _call(foi.standing, text, by_virtue_of=by)
    for text, position in itertools.product(("40(5B)(a)(i)", "EIR reg.12(4)(a)"), foi.Position):
        yield (
            f"standing({text}, position={position.value})",
            _call(foi.standing, text, position=position),
        )


def _more_of_age() -> Iterator[tuple[str, Callable[[], object]]]:
    for year, regime in itertools.product(YEARS, foi.Regime):
        yield (
            f"becomes_historical({year}, {regime.value})",
            _call(exemptions.becomes_historical, year, regime=regime),
        )
    for year, holder in itertools.product((1980, 1990, 2000), foi.Holder):
        yield (
            f"becomes_historical({year}, held_by={holder.value})",
            _call(exemptions.becomes_historical, year, held_by=holder),
        )
        for text in ("28(1)", "36(2)(c)", "21(1)") if year == YEARS[6] else ():
            for office in (False, True):
                yield f"falls_away({text}, {year}, {holder.value}, {office})", _call(
                    exemptions.falls_away, text, created=year, held_by=holder,
                    in_record_office=office,
                )  # fmt: skip
    for died in (None, date(1950, 2, 28), date(1999, 12, 31)):
        for text in ("38(1)(a)", "38(1)(c)", "38(1)(d)"):
            yield (
                f"falls_away({text}, FOISA, died={died})",
                _call(
                    exemptions.falls_away, text, regime=FOISA, created=date(1996, 2, 29), died=died
                ),
            )


def _costs() -> Iterator[tuple[str, Callable[[], object]]]:
    limits = []
    for regime, central, on in itertools.product(foi.Regime, (False, True), DAYS):
        name = f"cost_limit({regime.value}, {central}, on={on})"
        asked = _call(exemptions.cost_limit, regime, central_government=central, on=on)
        yield name, asked
        if regime is not EIR and on != DAYS[1]:
            limits.append((name, asked))
    works: tuple[dict[Any, Any], ...] = (
        {},
        {Work.LOCATING: 18},
        {Work.LOCATING: Decimal("18.5"), Work.REDACTING: 4},
        {Work.REDACTING: 30},
        dict.fromkeys(Work, 9),
        {"reading": 1},
        {Work.LOCATING: -1},
        {Work.LOCATING: 1.5},
    )
    for name, asked in limits[:1]:
        limit: Any = asked()
        for work, rate, paid in itertools.product(works, (None, 15, "a"), (0, 30, -2)):
            yield (
                f"estimate({_named(work)}, {name}, {rate}, {paid})",
                _call(
                    exemptions.estimate,
                    work,
                    limit=limit,
                    disbursements=paid,
                    pounds_per_hour=rate,
                ),
            )


def _named(work: dict[Any, object]) -> dict[str, str]:
    return {str(getattr(key, "value", key)): str(value) for key, value in work.items()}


def answer(ask: Callable[[], object]) -> object:
    """Return an answer in JSON, or the error that is the answer."""
    try:
        found = ask()
    except foi.FoiPreventError as error:
        return {"error": type(error).__name__, "says": str(error)}
    return plain(found)


def plain(value: object) -> object:
    """Return an answer as texts, lists and dictionaries."""
    match value:
        case Enum():
            return value.value
        case date() | Decimal() | foi.Citation():
            return str(value)
        case tuple():
            return [plain(one) for one in value]
        case frozenset():
            return sorted(str(plain(one)) for one in value)
        case _ if attrs.has(kind := type(value)):
            fields = attrs.fields(kind)
            said = {field.name: plain(getattr(value, field.name)) for field in fields}
            return {name: one for name, one in said.items() if one not in (None, [])}
        case _:
            return value


def answers() -> dict[str, object]:
    """Return every answer, by its question."""
    return {question: answer(ask) for question, ask in questions()}


def written(found: dict[str, object]) -> str:
    """Return answers as a JSON document, a line each."""
    lines = (
        f"{json.dumps(question)}: {json.dumps(one, ensure_ascii=False, sort_keys=True)}"
        for question, one in found.items()
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    print(written(answers()), end="")
