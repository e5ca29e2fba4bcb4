"""Whose opinion s.36 needs, in full."""

from __future__ import annotations

from datetime import date

import pytest

from foiprevent.citations import Citation, Confidence
from foiprevent.errors import InvalidRecordError, NotInForceError
from foiprevent.exemptions import Holder, Period, QualifiedPerson, qualified_person
from foiprevent.exemptions._rows import enactment
from foiprevent.exemptions.holders import _by

TODAY = enactment(
    "FOIA 2000 s.36, revised text as at 7 April 2026",
    "https://www.legislation.gov.uk/ukpga/2000/36/section/36",
)
ENACTED = enactment(
    "FOIA 2000 s.36, as enacted",
    "https://www.legislation.gov.uk/ukpga/2000/36/section/36/enacted",
    confidence=Confidence.RECALLED,
)
ALWAYS = Period(start=date(2005, 1, 1))
UNTIL_2007 = Period(start=date(2005, 1, 1), end=date(2007, 5, 24))


class TestQualifiedPerson:
    """s.36(5), today and as enacted."""

    def test_of_a_department(self) -> None:
        expected = QualifiedPerson(
            holder=Holder.MINISTERIAL_DEPARTMENT,
            citation=Citation.parse("36(5)(a)"),
            who=("any Minister of the Crown",),
            in_force=ALWAYS,
            confidence=Confidence.VERIFIED,
            sources=(TODAY,),
        )
        assert qualified_person(Holder.MINISTERIAL_DEPARTMENT) == expected
        assert _by("a", Holder.MINISTERIAL_DEPARTMENT, "any Minister of the Crown") == expected

    def test_of_the_assembly_for_wales_as_enacted(self) -> None:
        expected = QualifiedPerson(
            holder=Holder.SENEDD,
            citation=Citation.parse("36(5)(g)"),
            who=("the Assembly First Secretary",),
            in_force=UNTIL_2007,
            confidence=Confidence.RECALLED,
            sources=(ENACTED,),
        )
        assert qualified_person(Holder.SENEDD, on=date(2007, 5, 24)) == expected
        made = _by(
            "g",
            Holder.SENEDD,
            "the Assembly First Secretary",
            in_force=UNTIL_2007,
            confidence=Confidence.RECALLED,
            source=ENACTED,
        )
        assert made == expected

    def test_of_what_did_not_stand_yet(self) -> None:
        on = date(2006, 3, 31)
        with pytest.raises(NotInForceError) as caught:
            qualified_person(Holder.WELSH_OMBUDSMAN, on=on)
        assert caught.value.args == (
            Citation.parse("36(5)(ka)"),
            on,
            "it came into force on 2006-04-01",
            (),
        )

    def test_what_is_no_day(self) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            qualified_person(Holder.OTHER, on="today")  # type: ignore[arg-type]
        assert (caught.value.field, caught.value.value) == ("qualified_person.on", "today")
