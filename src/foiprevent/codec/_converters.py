"""The converters, each made when it is first needed."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from typing import Any

from cattrs import Converter

from foiprevent.codec._fast import of_dict, of_pairs, register_fast_reading
from foiprevent.codec._reading import register_reading
from foiprevent.codec._writing import register_writing


@cache
def writer() -> Converter:
    """Return the one that writes any result."""
    converter = Converter()
    register_writing(converter)
    return converter


@cache
def thorough() -> Converter:
    """Return the one that reads and finds every fault."""
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)
    register_reading(converter)
    return converter


@cache
def fast() -> Converter:
    """Return the one that reads what has no fault."""
    converter = Converter(detailed_validation=False)
    register_fast_reading(converter, of_dict)
    return converter


@cache
def fast_from_pairs() -> Converter:
    """Return the one that reads what has no fault, from objects parsed as tuples of pairs."""
    converter = Converter(detailed_validation=False)
    register_fast_reading(converter, of_pairs)
    return converter


def read(value: object, kind: Any) -> Any:  # noqa: ANN401 - whatever kind it is
    """Return plain objects as a *kind*, or raise with every fault in them."""
    with suppress(Exception):  # whatever it is, every fault is found below
        return fast().structure(value, kind)
    return thorough().structure(value, kind)
