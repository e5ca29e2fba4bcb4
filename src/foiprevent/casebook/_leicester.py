"""Leicester City Council's undated answer on people returned from Syria and Iraq.

The council neither confirms nor denies that it holds anything, under ss.24(2) and 31(3).
The letter carries no date and no reference, and does not say when the request arrived.
It quotes s.24(1), and names it where it strikes the first balance, but does not rely on it.
"""

from __future__ import annotations

from typing import Final

from foiprevent.cases import (
    Answer,
    Case,
    Commissioner,
    Held,
    Link,
    Offer,
    Outcome,
    PublicAuthority,
    Question,
    Reliance,
    Request,
    Response,
    ReviewRoute,
    Told,
    WholeRequest,
)
from foiprevent.citations import Citation, Regime
from foiprevent.exemptions import (
    Balance,
    Duty,
    Factor,
    Likelihood,
    PrejudiceTest,
    PublicInterestTest,
    Side,
)
from foiprevent.prevent.arguments import Argument

CASE: Final = Case(
    authority=PublicAuthority(name="Leicester City Council"),
    request=Request(
        preamble=(
            "Articles in newspapers and items on television have spoken of returnees: people "
            "back from Syria and Iraq who now live in the UK, and who may have joined the "
            "Islamic State or another terrorist organisation in that theatre. The Government "
            "estimates that up to 350 may have come back to the country as a whole since civil "
            "war broke out in Syria, some seven years before."
        ),
        questions=(
            Question(
                key="1",
                label="1)",
                text=(
                    "To how many people returned from Syria or Iraq is the council giving help "
                    "or intervention of any kind, through Prevent or through another programme?"
                ),
            ),
            Question(
                key="2",
                label="2)",
                text="Of the returnees helped, how many have come back since the start of 2017?",
                depends_on=("1",),
            ),
            Question(
                key="3",
                label="3)",
                text="What kind of help or intervention do these returnees get?",
                depends_on=("1",),
            ),
            Question(
                key="4",
                label="4)",
                text="How many of the returnees, in total, are female and how many male?",
                depends_on=("1",),
            ),
            Question(
                key="5",
                label="5)",
                text=(
                    "Of the returnees under 16, how many, in total, are male and how many female?"
                ),
                depends_on=("1",),
            ),
        ),
    ),
    responses=(
        Response(
            regime_claimed=Regime.FOIA,
            holds=Held.NCND,
            answers=(
                Answer(question="1", outcome=Outcome.NCND, held=Held.NCND),
                Answer(question="2", outcome=Outcome.NCND, held=Held.NCND),
                Answer(question="3", outcome=Outcome.NCND, held=Held.NCND),
                Answer(question="4", outcome=Outcome.NCND, held=Held.NCND),
                Answer(question="5", outcome=Outcome.NCND, held=Held.NCND),
            ),
            reliances=(
                Reliance(
                    cited_as="Section 24(2)",
                    citation=Citation.parse("24(2)"),
                    duty_claimed=Duty.CONFIRM_OR_DENY,
                    scope=WholeRequest(),
                    likelihood=Likelihood.WOULD,
                    reasons=(
                        "A release could serve to identify people, and areas, that may be "
                        "vulnerable. Even to say that an area has no cases gives away something "
                        "from which a picture of the whole country could be drawn. Confirming or "
                        "denying would therefore prejudice national security."
                    ),
                ),
                Reliance(
                    cited_as="Section 31(3)",
                    citation=Citation.parse("31(3)"),
                    duty_claimed=Duty.CONFIRM_OR_DENY,
                    scope=WholeRequest(),
                    likelihood=Likelihood.WOULD,
                    reasons=(
                        "It is said to follow, together with s.24(2), from what confirming or "
                        "denying would do. Under its own heading: specific information might "
                        "show that there is sensitive information, to the prejudice of law "
                        "enforcement, and answers from across the UK would add up to a picture."
                    ),
                ),
            ),
            # Section 24 asks for no prejudice; the letter argues it all the same.
            prejudice_tests=(
                PrejudiceTest(
                    provisions=(Citation.parse("24(2)"),),
                    duty=Duty.CONFIRM_OR_DENY,
                    interest="National security.",
                    harm="Vulnerable people, and areas, could be identified.",
                    cause="Even to say that an area has none helps to draw the whole picture.",
                    likelihood=Likelihood.WOULD,
                ),
                PrejudiceTest(
                    provisions=(Citation.parse("31(3)"),),
                    duty=Duty.CONFIRM_OR_DENY,
                    interest="Law enforcement as a whole.",
                    harm="Law enforcement would be prejudiced.",
                    cause="Answers from across the UK would add up to a picture.",
                    likelihood=Likelihood.WOULD,
                ),
            ),
            tests=(
                PublicInterestTest(
                    provisions=(Citation.parse("24(2)"),),
                    argued_on=Duty.CONFIRM_OR_DENY,
                    balanced_on=Duty.COMMUNICATE,
                    names=Citation.parse("24(1)"),
                    factors=(
                        Factor(
                            side=Side.DISCLOSURE,
                            text=(
                                "Disclosure is generally in the public interest, and the more "
                                "open government is, the more the public trusts local government "
                                "and engages with it."
                            ),
                            tags=(Argument.TRANSPARENCY.value, Argument.TRUST.value),
                        ),
                        Factor(
                            side=Side.DISCLOSURE,
                            text=(
                                "Some disclosure could make government more open and give people "
                                "a deeper understanding of its response to the various things "
                                "that draw someone towards terrorism or away from it."
                            ),
                            tags=(
                                Argument.TRANSPARENCY.value,
                                Argument.PUBLIC_UNDERSTANDING.value,
                            ),
                        ),
                        Factor(
                            side=Side.EXEMPTION,
                            text=(
                                "Specific information would feed fears that the people and "
                                "organisations who carry out work against terrorism, or support "
                                "it, could be identified."
                            ),
                            tags=(Argument.IDENTIFICATION.value,),
                        ),
                        Factor(
                            side=Side.EXEMPTION,
                            text=(
                                "The answers might point to areas more open to radicalisation; "
                                "recruiters could see where they had succeeded, and try harder "
                                "there."
                            ),
                            tags=(
                                Argument.VULNERABILITY.value,
                                Argument.RECRUITMENT_SUCCESS.value,
                            ),
                        ),
                        Factor(
                            side=Side.EXEMPTION,
                            text=(
                                "Anti-Muslim groups could be led to particular areas, with their "
                                "attention and hostility, so that communities there would risk "
                                "violence; and far-right attacks can in their turn radicalise "
                                "young Muslims, who may feel alienated and stigmatised."
                            ),
                            tags=(Argument.HOSTILITY.value,),
                        ),
                        Factor(
                            side=Side.EXEMPTION,
                            text=(
                                "The UK faces a serious terrorist threat, and to publish this "
                                "could put national security in danger, because it might "
                                "frustrate or undo what the Government does to prevent terrorism "
                                "and crime related to it."
                            ),
                            tags=(Argument.UNDERMINING.value,),
                        ),
                    ),
                    balance=Balance.MAINTAIN,
                    reasons=(
                        "National security is held to come before all else. In all the "
                        "circumstances the public interest is found to lie clearly with not "
                        "disclosing what s.24(1) covers."
                    ),
                ),
                PublicInterestTest(
                    provisions=(Citation.parse("31(3)"),),
                    argued_on=Duty.CONFIRM_OR_DENY,
                    balanced_on=Duty.CONFIRM_OR_DENY,
                    factors=(
                        Factor(
                            side=Side.DISCLOSURE,
                            text=(
                                "Disclosure is generally in the public interest, and the more "
                                "open government is, the more the public trusts it and engages "
                                "with it."
                            ),
                            tags=(Argument.TRANSPARENCY.value, Argument.TRUST.value),
                        ),
                        Factor(
                            side=Side.DISCLOSURE,
                            text=(
                                "Some disclosure could make government more open, help people "
                                "understand what threat to security comes with returnees from "
                                "the conflict zone in Iraq and Syria, and assure them that the "
                                "counter-terrorism strategy of council and Government, which "
                                "includes monitoring those who return, is robust and appropriate."
                            ),
                            tags=(
                                Argument.TRANSPARENCY.value,
                                Argument.PUBLIC_UNDERSTANDING.value,
                                Argument.REASSURANCE.value,
                            ),
                        ),
                        Factor(
                            side=Side.EXEMPTION,
                            text=(
                                "Specific information might bring out that sensitive information "
                                "exists, and might prejudice law enforcement."
                            ),
                            tags=(Argument.POLICING.value,),
                        ),
                        Factor(
                            side=Side.EXEMPTION,
                            text=(
                                "A picture of the whole UK could be put together. It may well "
                                "help those who try to get round law enforcement and the "
                                "strategy against terrorism to see how well they are doing; it "
                                "could draw unwanted scrutiny from individuals of interest, and "
                                "perhaps impede an investigation meant to bring them to justice."
                            ),
                            tags=(
                                Argument.THREAT_MAP.value,
                                Argument.POLICING.value,
                                Argument.EVASION.value,
                            ),
                        ),
                    ),
                    balance=Balance.MAINTAIN,
                    reasons=(
                        "The need to protect law enforcement is called overriding, and so the "
                        "council will not confirm or deny that it holds the information. It "
                        "finds support in a decision notice on a similar request."
                    ),
                ),
            ),
            review_route=ReviewRoute(
                offered=Offer.OFFERED,
                contact=(
                    "info.requests@leicester.gov.uk, or by post to City Hall (4th floor), 115 "
                    "Charles Street, LE1 1FZ: Information Governance and Risk, Legal Services"
                ),
                wording=(
                    "Whoever is dissatisfied with the handling is asked to write in. No time is "
                    "set for it, and the word review is not used."
                ),
            ),
            commissioner=Commissioner(right=Told.NOT_MENTIONED),
            links=(
                Link(
                    text="The ICO's decision notice about the Home Office, August 2016",
                    uri=(
                        "https://ico.org.uk/media/action-weve-taken/decision-notices/2016/"
                        "1624857/fs50626814.pdf"
                    ),
                ),
            ),
            remarks=(
                (
                    "It quotes s.24(1) and s.24(2), with what they say of s.23(1), s.1(1)(a) and "
                    "s.1(1)(b), and calls this an exemption notice. Its gloss on s.24(1): what "
                    "s.23 does not already exempt is exempt here, if to disclose it would affect "
                    "national security adversely."
                ),
                (
                    "It leans on a decision notice of the Information Commissioner's Office: for "
                    "a request to the Home Office about such returnees, similar considerations "
                    "of exemption were applied."
                ),
                "It says that it serves as a refusal notice under s.17.",
                "Re-use is permitted, under an Open Government Licence.",
            ),
        ),
    ),
)
