"""What is known of an area: three-valued, and dated."""

from __future__ import annotations

import pickle
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiprevent.citations import Source, SourceKind
from foiprevent.errors import InvalidRecordError
from foiprevent.exemptions import Period
from foiprevent.prevent import AreaFact, AreaProfile, Dovetail, Grant, Priority

if TYPE_CHECKING:
    from random import Random

LETTER = Source(kind=SourceKind.LETTER, text="London Borough of Barnet, 24 May 2023")
ANOTHER = Source(kind=SourceKind.LETTER, text="another letter")
THAT_DAY = date(2023, 5, 24)
ONE_DAY = timedelta(1)


def known(
    what: Priority | Dovetail | Grant,
    start: date = THAT_DAY,
    end: date | None = THAT_DAY,
    source: Source = LETTER,
) -> AreaFact:
    return AreaFact(what=what, period=Period(start=start, end=end), sources=(source,))


BARNET = AreaProfile(name="Barnet", facts=(known(Priority.PRIORITY), known(Dovetail.NOT_DOVETAIL)))


class TestWhatIsKnownOnADay:
    """A fact holds in its period, and outside it nothing is known."""

    def test_a_letter_shows_its_day(self) -> None:
        status = BARNET.on(THAT_DAY)
        assert (status.area, status.on) == ("Barnet", THAT_DAY)
        assert (status.priority, status.is_priority) == (Priority.PRIORITY, True)
        assert (status.dovetail, status.is_dovetail) == (Dovetail.NOT_DOVETAIL, False)
        assert (status.grant, status.is_funded) == (None, None)
        assert [fact.sources for fact in status.facts] == [(LETTER,), (LETTER,)]
        assert status.disputed == ()

    @pytest.mark.parametrize("day", [THAT_DAY - ONE_DAY, THAT_DAY + ONE_DAY])
    def test_another_day_is_neither_yes_nor_no(self, day: date) -> None:
        status = BARNET.on(day)
        assert (status.is_priority, status.is_dovetail, status.is_funded) == (None, None, None)
        assert status.facts == ()

    @pytest.mark.parametrize(
        ("what", "expected"),
        [
            (Priority.PRIORITY, (True, None, None)),
            (Priority.NON_PRIORITY, (False, None, None)),
            (Dovetail.DOVETAIL, (None, True, None)),
            (Dovetail.NOT_DOVETAIL, (None, False, None)),
            (Grant(pounds=120_000), (None, None, True)),
            (Grant(pounds=0), (None, None, False)),
        ],
    )
    def test_one_thing_known_says_nothing_of_the_others(
        self, what: Priority | Dovetail | Grant, expected: tuple[bool | None, ...]
    ) -> None:
        status = AreaProfile(name="Sometown", facts=(known(what),)).on(THAT_DAY)
        assert (status.is_priority, status.is_dovetail, status.is_funded) == expected

    def test_a_status_can_change(self) -> None:
        change = date(2020, 4, 1)
        profile = AreaProfile(
            name="Sometown",
            facts=(
                known(Priority.PRIORITY, date(2016, 4, 1), change - ONE_DAY),
                known(Priority.NON_PRIORITY, change, None),
            ),
        )
        assert profile.on(change - ONE_DAY).is_priority is True
        assert profile.on(change).is_priority is False
        assert profile.on(date(2016, 3, 31)).is_priority is None


class TestWhatContradictsItself:
    """Where sources contradict each other nothing is known, and both are kept."""

    def test_a_yes_and_a_no(self) -> None:
        yes, no = known(Priority.PRIORITY), known(Priority.NON_PRIORITY, source=ANOTHER)
        dovetail = known(Dovetail.DOVETAIL)
        status = AreaProfile(name="Sometown", facts=(yes, no, dovetail)).on(THAT_DAY)
        assert status.is_priority is None
        assert status.disputed == (yes, no)
        assert status.is_dovetail is True

    def test_two_sources_that_agree_are_no_contradiction(self) -> None:
        facts = (known(Grant(pounds=7_056)), known(Grant(pounds=7_056), source=ANOTHER))
        status = AreaProfile(name="Sometown", facts=facts).on(THAT_DAY)
        assert status.grant == Grant(pounds=7_056)
        assert status.disputed == ()

    def test_two_sums_for_one_day(self) -> None:
        facts = (known(Grant(pounds=1)), known(Grant(pounds=2), source=ANOTHER))
        status = AreaProfile(name="Sometown", facts=facts).on(THAT_DAY)
        assert status.is_funded is None
        assert status.disputed == facts

    @given(
        st.lists(
            st.builds(
                known,
                st.sampled_from((*Priority, *Dovetail)) | st.builds(Grant, pounds=st.just(5)),
                st.dates(date(2020, 1, 1), date(2020, 1, 9)),
                st.dates(date(2020, 1, 9), date(2020, 1, 20)) | st.none(),
            ),
            max_size=6,
        ),
        st.dates(date(2019, 12, 30), date(2020, 1, 25)),
        st.randoms(),
    )
    def test_the_order_of_the_facts_does_not_matter(
        self,
        facts: list[AreaFact],
        day: date,
        random: Random,
    ) -> None:
        shuffled = random.sample(facts, len(facts))
        one = AreaProfile(name="x", facts=facts).on(day)
        other = AreaProfile(name="x", facts=shuffled).on(day)
        assert (one.priority, one.dovetail, one.grant) == (
            other.priority,
            other.dovetail,
            other.grant,
        )
        assert set(one.disputed) == set(other.disputed)
        assert set(one.disputed) <= set(one.facts)


class TestTheRecord:
    """A profile is data: frozen, hashable, and strict about what it holds."""

    def test_it_survives_pickling(self) -> None:
        copy = pickle.loads(pickle.dumps(BARNET))  # noqa: S301 - its own bytes
        assert copy == BARNET
        assert hash(copy) == hash(BARNET)

    def test_an_area_has_a_name(self) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            AreaProfile(name="")
        assert caught.value.field == "AreaProfile.name"

    def test_a_fact_has_a_source(self) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            AreaFact(what=Priority.PRIORITY, period=Period(start=THAT_DAY), sources=())
        assert caught.value.field == "AreaFact.sources"

    def test_a_fact_is_of_a_known_kind(self) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            known(True)  # type: ignore[arg-type]
        assert caught.value.field == "AreaFact.what"

    def test_no_grant_is_negative(self) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            Grant(pounds=-1)
        assert (caught.value.field, caught.value.value) == ("Grant.pounds", -1)

    def test_a_datetime_is_no_day(self) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            BARNET.on(datetime(2023, 5, 24))
        assert caught.value.field == "AreaProfile.on"


def test_a_grant_may_be_of_nothing_and_not_of_less() -> None:
    assert Grant(pounds=0).pounds == 0
    with pytest.raises(InvalidRecordError) as refused:
        Grant(pounds=-1)
    assert str(refused.value) == "Grant.pounds cannot be -1: must not be negative"
