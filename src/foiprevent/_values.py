"""Converters and validators shared by the domain classes.

A day is a plain :class:`datetime.date`.  A subclass (such as ``pendulum.Date``) is
made plain, so that equal days hash and pickle alike; a ``datetime`` is refused,
because which civil day it falls on is a question of its own.

Converters only tidy what is right in another shape; what they leave alone, the
validators refuse, naming the field.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, cast

from foiprevent.errors import InvalidRecordError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import attrs


def day(value: date) -> date:
    """Make a date of a subclass plain; leave anything else for the validator."""
    if isinstance(value, datetime) or not isinstance(value, date):
        return value
    return date(value.year, value.month, value.day)


def optional_day(value: date | None) -> date | None:
    """Make a date of a subclass plain, and let an unknown one be."""
    return None if value is None else day(value)


def as_tuple(value: Iterable[Any]) -> tuple[Any, ...]:
    """Make a list a tuple; leave anything else for the validator."""
    return tuple(value) if isinstance(value, list) else cast("tuple[Any, ...]", value)


def plain_day(value: date, field: str) -> date:
    """Return *value* as a plain date, or raise :class:`InvalidRecordError` naming *field*."""
    plain = value if type(value) is date else day(value)
    if type(plain) is not date:
        raise InvalidRecordError(field, value, _EXPECTED_DAY)
    return plain


_EXPECTED_DAY = (
    "expected a datetime.date (of a datetime, say which civil day in London it fell on)"
)


def _name(instance: object, attribute: attrs.Attribute[Any]) -> str:
    return f"{type(instance).__name__}.{attribute.name}"


def _expected(types: tuple[type, ...]) -> str:
    if date in types:
        return _EXPECTED_DAY
    return "expected " + " or ".join(
        "None" if kind is type(None) else kind.__name__ for kind in types
    )


def one_of(*types: type) -> Callable[[Any, attrs.Attribute[Any], Any], None]:
    """Return a validator that wants exactly one of *types* (a ``bool`` is no ``int``)."""

    def validate(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if type(value) not in types:
            raise InvalidRecordError(_name(instance, attribute), value, _expected(types))

    return validate


def tuple_of(*types: type) -> Callable[[Any, attrs.Attribute[Any], Any], None]:
    """Return a validator that wants a tuple whose members are each exactly one of *types*."""

    def validate(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, tuple):
            raise InvalidRecordError(_name(instance, attribute), value, "expected a tuple")
        for member in cast("tuple[object, ...]", value):
            if type(member) not in types:
                raise InvalidRecordError(_name(instance, attribute), member, _expected(types))

    return validate


def not_empty(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Refuse an empty text or tuple."""
    if not value:
        raise InvalidRecordError(_name(instance, attribute), value, "must not be empty")


NONE = type(None)
