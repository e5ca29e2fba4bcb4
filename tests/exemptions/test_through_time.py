"""The law on every day: one status each, amendments with their triggers, and what lists them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiprevent.citations import Citation, Confidence, Regime, SourceKind
from foiprevent.errors import CitationError, InvalidRecordError, NotInForceError
from foiprevent.exemptions import (
    LAW_AS_AT,
    Change,
    Period,
    Status,
    Trigger,
    catalogue,
    changes,
    exemption,
)
from foiprevent.exemptions._catalogue import law

ROYAL = date(2011, 1, 19)
COMMENCED = date(2005, 1, 1)
every_regime = pytest.mark.parametrize("regime", Regime)
days = st.dates(min_value=COMMENCED, max_value=date(2026, 12, 31))


def edges(regime: Regime) -> list[date]:
    """Return every day on which something changes in a regime, and the day before it."""
    periods = [period for row in law(regime).rows for period in row.in_force]
    periods += law(regime).parts.values()
    starts = {period.start for period in periods}
    starts |= {period.end + timedelta(days=1) for period in periods if period.end}
    return sorted(starts | {day - timedelta(days=1) for day in starts if day > COMMENCED})


class TestEveryDay:
    """s.2(3), FOISA s.2(2), EIR reg.12(1): each provision has one status on each day."""

    @every_regime
    def test_exactly_one_row_stands_for_each_provision(self, regime: Regime) -> None:
        for day in edges(regime):
            rows = catalogue(regime=regime, on=day)
            keys = [(row.citation, row.condition) for row in rows]
            assert len(keys) == len(set(keys)), day
            for row in rows:
                assert row.status is not None
                unclear = row.status in (Status.PARTLY_ABSOLUTE, Status.DISPUTED)
                assert bool(row.status_note) == unclear, str(row)
                assert bool(row.dispute) == (row.status is Status.DISPUTED), str(row)

    @every_regime
    @given(on=days)
    def test_and_on_any_day_each_can_be_looked_up(self, regime: Regime, on: date) -> None:
        for row in catalogue(regime=regime, on=on):
            assert exemption(row.citation, condition=row.condition, on=on) == row

    @every_regime
    def test_between_two_edges_nothing_changes(self, regime: Regime) -> None:
        for day in edges(regime):
            following = day + timedelta(days=1)
            if following not in edges(regime):
                assert catalogue(regime=regime, on=day) == catalogue(regime=regime, on=following)

    @every_regime
    def test_there_was_none_before_the_right_of_access(self, regime: Regime) -> None:
        assert catalogue(regime=regime, on=date(2004, 12, 31)) == ()


class TestTriggers:
    """SI 2011/46 art 4: s.37 as it was governs requests received before 19 January 2011."""

    @pytest.mark.parametrize("text", ["37(1)(a)", "37(2)"])
    def test_received_before_and_dealt_with_after(self, text: str) -> None:
        on = date(2011, 2, 10)
        old = exemption(text, on=on, received=date(2011, 1, 18))
        assert old.status is Status.QUALIFIED
        assert old == exemption(text, on=date(2011, 1, 18))
        assert exemption(text, on=on, received=ROYAL) == exemption(text, on=on)

    def test_what_came_with_it_is_not_there_for_them(self) -> None:
        with pytest.raises(NotInForceError, match="for requests received then") as caught:
            exemption("37(1)(aa)", on=date(2011, 2, 10), received=date(2011, 1, 18))
        assert Citation.parse("37(1)(a)") in caught.value.successors

    def test_what_went_is_not_there_for_later_ones(self) -> None:
        whole = catalogue(on=date(2011, 2, 10), received=date(2011, 1, 18))
        assert [str(row) for row in whole if row.citation.section == "37"] == [
            "FOIA s.37(1)(a)",
            "FOIA s.37(1)(b)",
            "FOIA s.37(2)",
        ]

    def test_personal_data_goes_by_the_day_it_is_dealt_with(self) -> None:
        on, received = date(2018, 5, 25), date(2018, 4, 30)
        assert exemption("40(5A)", on=on, received=received) == exemption("40(5A)", on=on)
        for text in ("EIR 13(5A)", "FOISA 38(2A)"):
            assert exemption(text, on=on, received=received) == exemption(text, on=on)

    @given(on=days, received=st.dates(min_value=date(2004, 1, 1), max_value=date(2027, 1, 1)))
    def test_a_request_is_dealt_with_no_earlier_than_received(
        self, on: date, received: date
    ) -> None:
        between = min(max(received, COMMENCED), on)
        assert catalogue(on=on, received=received) == catalogue(on=on, received=between)
        if received >= ROYAL or on < ROYAL:
            assert catalogue(on=on, received=received) == catalogue(on=on)

    def test_a_period_goes_by_its_own_trigger(self) -> None:
        row = exemption("37(1)(aa)")
        assert {period.trigger for period in row.in_force} == {Trigger.RECEIVED}
        assert row.is_in_force(date(2011, 2, 1))
        assert not row.is_in_force(date(2011, 2, 1), received=date(2011, 1, 1))
        assert Period(start=COMMENCED).trigger is Trigger.DEALT_WITH

    def test_a_row_is_in_force_where_it_would_be_found(self) -> None:
        before, after = date(2004, 12, 31), date(2011, 1, 20)
        old = exemption("37(1)(a)", on=date(2010, 6, 1))
        assert exemption("37(1)(a)", on=after, received=before) == old
        assert old.is_in_force(after, received=before)
        assert old.is_in_force(date(2011, 1, 18), received=after)
        assert not old.is_in_force(before, received=before)

    def test_a_day_of_receipt_is_a_plain_date(self) -> None:
        with pytest.raises(InvalidRecordError, match=r"exemption\.received"):
            exemption("37(2)", received="2011-01-01")  # type: ignore[arg-type]


class TestChanges:
    """What changed, by what instrument, and for which requests."""

    def test_they_are_in_order_and_those_of_no_known_day_last(self) -> None:
        found = changes()
        assert list(found) == sorted(found, key=lambda one: one.on or date.max)
        assert found[-1].on is None

    @every_regime
    def test_every_edge_of_the_tables_is_a_change_of_what_stands_there(
        self, regime: Regime
    ) -> None:
        listed = changes(regime=regime)
        for row in law(regime).rows:
            for period in row.in_force:
                for day in (period.start, period.end and period.end + timedelta(days=1)):
                    if day is None or day == COMMENCED:
                        continue
                    found = [one for one in listed if one.on == day]
                    reached = [one for one in found if one.touches(row.citation)]
                    if regime is Regime.FOISA and day == date(2013, 5, 31):
                        reached = reached or found  # s.18(1) came to reach s.38
                    assert reached, (str(row), day)
                    assert all(one.trigger is period.trigger for one in reached)

    # Words changed and nothing that a row says of them.
    IN_WORDS_ONLY = (
        "2007-05-25 FOIA s.35",
        "2007-05-25 FOIA s.36(1)",
        "2013-07-25 FOIA s.32(4)(b)",
        "2011-04-22 FOIA s.39(1A)(b)",
        "2011-04-22 FOIA s.44(1)(b)",
    )

    @every_regime
    def test_every_change_of_a_row_is_an_edge_of_the_tables(self, regime: Regime) -> None:
        rows = law(regime).rows
        starts = {(row.citation, period.start) for row in rows for period in row.in_force}
        starts |= {(part, period.start) for part, period in law(regime).parts.items()}
        unmarked = {
            f"{change.on} {cited}"
            for change in changes(regime=regime, since=date(2005, 1, 2))
            for cited in change.provisions
            if any(cited.contains(row.citation) or row.citation.contains(cited) for row in rows)
            and not any(
                start == change.on and (cited.contains(one) or one.contains(cited))
                for one, start in starts
            )
        }
        assert unmarked == {text for text in self.IN_WORDS_ONLY if regime.value in text.split()}

    @every_regime
    def test_each_is_of_one_regime(self, regime: Regime) -> None:
        for change in changes(regime=regime):
            assert {one.regime for one in change.provisions} == {regime}

    def test_since_and_until_are_inclusive(self) -> None:
        found = changes(since=date(2025, 9, 5), until=date(2026, 2, 5))
        assert {one.on for one in found} == {date(2025, 9, 5), date(2026, 2, 5)}
        assert len(found) == 6
        assert changes(since=date(2026, 2, 6))[0].on is None
        assert changes(since=date(2026, 2, 6), until=LAW_AS_AT) == ()

    def test_of_a_provision(self) -> None:
        found = changes(to="40(8)")
        assert [one.on for one in found] == [
            date(2018, 5, 25),
            date(2020, 12, 31),
            date(2026, 2, 5),
        ]
        assert changes(to="38(5A)", regime=Regime.FOISA)[-1].on == date(2026, 2, 5)
        assert changes(to=Citation.parse("22A(1)"))[0].on == date(2014, 10, 1)
        assert changes(to="42") == ()

    def test_transitional_provisions_are_named(self) -> None:
        (royal,) = changes(to="37", since=ROYAL, until=ROYAL)
        assert royal.trigger is Trigger.RECEIVED
        assert str(royal.transitional) == "SI 2011/46 art 4"
        paragraphs = {
            one.regime: str(one.transitional)[-2:]
            for one in changes(since=date(2018, 5, 25), until=date(2018, 5, 25))
        }
        assert paragraphs == {Regime.FOIA: "52", Regime.FOISA: "56", Regime.EIR: "60"}

    def test_what_made_royal_communications_fall_away_later_came_with_their_division(self) -> None:
        (royal,) = changes(to="37", since=ROYAL, until=ROYAL)
        for text in ("63(1)", "63(2E)", "63(2F)"):
            assert royal in changes(to=text)
        assert royal not in changes(to="63(2A)")

    def test_a_judgment_is_no_surer_than_what_was_read_of_it(self) -> None:
        for change in changes():
            for source in change.sources:
                if source.kind is SourceKind.JUDGMENT:
                    assert change.confidence is source.confidence is Confidence.STATED

    def test_what_is_asked_wrongly(self) -> None:
        with pytest.raises(CitationError):
            changes(to="section forty")
        with pytest.raises(InvalidRecordError, match=r"changes\.since"):
            changes(since="2018")  # type: ignore[arg-type]
        with pytest.raises(InvalidRecordError, match=r"Change\.provisions"):
            Change(on=None, provisions=(), summary="None.", sources=())

    def test_how_sure_each_day_is(self) -> None:
        assert {one.confidence for one in changes()} == {
            Confidence.VERIFIED,
            Confidence.STATED,
            Confidence.INFERRED,
            Confidence.RECALLED,
        }
