"""What each regime asks of an answer and of a refusal, provision by provision.

The rules are one set; what a finding rests on is looked up here by the regime of the
letter.  ``None`` means that the regime asks for no such thing: no notice under the EIR has
to confirm that information is held, and a notice under FOISA s.18(1) gives no reasons for
the balance (s.18(2)).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, final

import attrs

from foiprevent.citations import Citation, Confidence, Regime, Source, SourceKind
from foiprevent.exemptions import Duty

GUIDANCE: Final = Source(
    kind=SourceKind.GUIDANCE,
    text="ICO guidance on refusing a request: writing a refusal notice",
    uri="https://ico.org.uk/for-organisations/foi/freedom-of-information-and-environmental-"
    "information-regulations/section-17-refusing-a-request-writing-a-refusal-notice",
    confidence=Confidence.STATED,
)
SCOTTISH_GUIDANCE: Final = Source(
    kind=SourceKind.GUIDANCE,
    text="Scottish Information Commissioner's guidance on the content of notices",
    confidence=Confidence.RECALLED,
)


def s(text: str) -> Citation:
    """Return a provision; of the Act where its text does not say."""
    return Citation.parse(text)


@final
@attrs.frozen(kw_only=True)
class RefusalLaw:
    """What one regime asks, and where.

    Attributes:
        regime: The regime.
        answer: That a request is answered.
        answer_due: By when.
        refusal_due: By when it is refused.
        specify: That the exemption is specified.
        why: That it is said why it applies.
        silent: What lets a notice leave that out.
        silent_on_balance: What lets it leave out the reasons for a balance.
        confirm: That a notice says that the information is held.
        denial: What a letter that neither confirms nor denies is to keep back.
        weighing: The balance for each duty.
        balance: That a notice gives the reasons for each balance.
        either_balance: That it gives those for whichever there is.
        absolute: What lists the provisions that are not weighed.
        complaints: That a notice tells of the authority's procedure.
        procedure_may_be_none: Whether to say that there is none is enough.
        regulator: That it tells of the regulator.
        regulator_after_review: That the notice of a review tells of the regulator.
        not_held_needs_notice: Whether a notice says that the information is not held.
        ground_notice: That a ground which is no exemption has a notice of its own.
        advice: That advice and assistance is given.
        more_time: What gives more time.
        more_time_notice: By when, and how, it is said that more time is taken.
        elsewhere: What makes information accessible elsewhere exempt.
        guidance: The regulator's guidance on notices.
    """

    regime: Regime
    answer: Citation
    answer_due: Citation
    refusal_due: Citation
    specify: Citation
    why: Citation
    silent: Citation | None
    silent_on_balance: Citation | None
    confirm: Citation | None
    denial: Citation
    weighing: Mapping[Duty, Citation]
    balance: Mapping[Duty, Citation | None]
    either_balance: Citation
    absolute: Citation
    complaints: tuple[Citation, ...]
    procedure_may_be_none: bool
    regulator: tuple[Citation, ...]
    regulator_after_review: Citation | None
    not_held_needs_notice: bool
    ground_notice: Citation | None
    advice: Citation
    more_time: Citation | None
    more_time_notice: tuple[Citation, ...]
    elsewhere: Citation
    guidance: Source


_CONFIRM, _COMMUNICATE = Duty.CONFIRM_OR_DENY, Duty.COMMUNICATE

LAWS: Final = {
    Regime.FOIA: RefusalLaw(
        regime=Regime.FOIA,
        answer=s("1(1)"),
        answer_due=s("10(1)"),
        refusal_due=s("17(1)"),
        specify=s("17(1)(b)"),
        why=s("17(1)(c)"),
        silent=s("17(4)"),
        silent_on_balance=s("17(4)"),
        confirm=s("1(1)(a)"),
        denial=s("1(1)(a)"),
        weighing={_CONFIRM: s("2(1)(b)"), _COMMUNICATE: s("2(2)(b)")},
        balance={_CONFIRM: s("17(3)(a)"), _COMMUNICATE: s("17(3)(b)")},
        either_balance=s("17(3)"),
        absolute=s("2(3)"),
        complaints=(s("17(7)(a)"),),
        procedure_may_be_none=True,
        regulator=(s("17(7)(b)"), s("50")),
        regulator_after_review=None,
        not_held_needs_notice=False,
        ground_notice=s("17(5)"),
        advice=s("16(1)"),
        more_time=s("10(3)"),
        more_time_notice=(s("17(1)"), s("17(2)")),
        elsewhere=s("21"),
        guidance=GUIDANCE,
    ),
    Regime.EIR: RefusalLaw(
        regime=Regime.EIR,
        answer=s("EIR reg.5(1)"),
        answer_due=s("EIR reg.5(2)"),
        refusal_due=s("EIR reg.14(2)"),
        specify=s("EIR reg.14(3)(a)"),
        why=s("EIR reg.14(3)"),
        silent=None,
        silent_on_balance=None,
        confirm=None,
        denial=s("EIR reg.12(6)"),
        weighing={_CONFIRM: s("EIR reg.12(6)"), _COMMUNICATE: s("EIR reg.12(1)(b)")},
        balance={_CONFIRM: s("EIR reg.14(3)(b)"), _COMMUNICATE: s("EIR reg.14(3)(b)")},
        either_balance=s("EIR reg.14(3)(b)"),
        absolute=s("EIR reg.12(1)(b)"),
        complaints=(s("EIR reg.14(5)(a)"), s("EIR reg.11")),
        procedure_may_be_none=False,
        regulator=(s("EIR reg.14(5)(b)"), s("EIR reg.18")),
        regulator_after_review=None,
        not_held_needs_notice=False,
        ground_notice=None,
        advice=s("EIR reg.9(1)"),
        more_time=s("EIR reg.7(1)"),
        more_time_notice=(s("EIR reg.7(3)"),),
        elsewhere=s("EIR reg.6(1)"),
        guidance=GUIDANCE,
    ),
    Regime.FOISA: RefusalLaw(
        regime=Regime.FOISA,
        answer=s("FOISA s.1(1)"),
        answer_due=s("FOISA s.10(1)"),
        refusal_due=s("FOISA s.16(1)"),
        specify=s("FOISA s.16(1)(c)"),
        why=s("FOISA s.16(1)(d)"),
        silent=s("FOISA s.16(3)"),
        silent_on_balance=None,
        confirm=s("FOISA s.16(1)(a)"),
        denial=s("FOISA s.18(1)"),
        weighing={_CONFIRM: s("FOISA s.18(1)"), _COMMUNICATE: s("FOISA s.2(1)(b)")},
        balance={_CONFIRM: None, _COMMUNICATE: s("FOISA s.16(2)")},
        either_balance=s("FOISA s.16(2)"),
        absolute=s("FOISA s.2(2)"),
        complaints=(s("FOISA s.19(a)"),),
        procedure_may_be_none=False,
        regulator=(s("FOISA s.19(b)"), s("FOISA s.47(1)")),
        regulator_after_review=s("FOISA s.21(10)"),  # recalled: its words were not read
        not_held_needs_notice=True,
        ground_notice=s("FOISA s.16(4)"),
        advice=s("FOISA s.15(1)"),
        more_time=None,
        more_time_notice=(),
        elsewhere=s("FOISA s.25"),
        guidance=SCOTTISH_GUIDANCE,
    ),
}
"""The law of each regime."""
