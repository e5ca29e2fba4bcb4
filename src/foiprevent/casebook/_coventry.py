"""Coventry City Council's answer of 13 July 2022 on referrals over radicalisation.

The request asks for yearly numbers of children referred, and what became of them.  The
council confirms that it holds two of the three numbers and withholds them under s.24(1);
the third it does not hold.  When the request arrived is not said.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from foiprevent.cases import (
    Answer,
    Case,
    Commissioner,
    CountedFrom,
    Held,
    Link,
    Offer,
    Outcome,
    PublicAuthority,
    Question,
    QuestionScope,
    Reliance,
    Request,
    Response,
    ReviewRoute,
    Told,
    WindowUnit,
)
from foiprevent.citations import Citation, Regime
from foiprevent.exemptions import Balance, Duty, Factor, PublicInterestTest, Side
from foiprevent.prevent.arguments import Argument

CASE: Final = Case(
    authority=PublicAuthority(name="Coventry City Council"),
    request=Request(
        reference="FOI429836404",
        preamble=(
            "Yearly figures are wanted for the financial years 2015 to 2021, said to run from "
            "1 April 2015 to 31 March 2022; eight years are named: 2015, 2016, 2017, 2018, "
            "2019, 2020, 2021 and 2022."
        ),
        questions=(
            Question(
                key="1",
                label="1.",
                text=(
                    "How many people under 18 were referred to the area's children's services "
                    "over 'radicalisation concerns'?"
                ),
            ),
            Question(
                key="2",
                label="2.",
                text=(
                    "Of these, how many did the local authority, as a First Responder, pass to "
                    "the National Referral Mechanism as possible victims of human trafficking, "
                    "modern slavery or both?"
                ),
                depends_on=("1",),
            ),
            Question(
                key="3",
                label="3.",
                text=(
                    "Of these, how many received a caution or were arrested for an offence "
                    "related to terrorism?"
                ),
                depends_on=("1",),
            ),
        ),
    ),
    responses=(
        Response(
            sent=date(2022, 7, 13),
            regime_claimed=Regime.FOIA,
            reference="FOI429836404",
            holds=Held.PARTLY,
            answers=(
                Answer(
                    question="1",
                    outcome=Outcome.WITHHELD,
                    text="Confirmed to be held, and taken to be exempt.",
                    held=Held.YES,
                ),
                Answer(
                    question="2",
                    outcome=Outcome.WITHHELD,
                    text="Confirmed to be held, and taken to be exempt.",
                    held=Held.YES,
                ),
                Answer(
                    question="3",
                    outcome=Outcome.NOT_HELD,
                    text=(
                        "Confirmed not to be held, with a reference to s.1(1). West Midlands "
                        "Police (WMP) hold it and can be asked for it."
                    ),
                    held=Held.NO,
                    referred_to="West Midlands Police",
                    links=(
                        Link(
                            text="How to contact West Midlands Police",
                            uri="https://foi.west-midlands.police.uk/",
                        ),
                    ),
                ),
            ),
            reliances=(
                Reliance(
                    cited_as="Section 24(1)",
                    citation=Citation.parse("24(1)"),
                    duty_claimed=Duty.COMMUNICATE,
                    scope=QuestionScope(keys=("1", "2")),
                    reasons=(
                        "Disclosing what was asked for is seen as a risk to national security, "
                        "and s.24(1), whose words are quoted in part, as covering what would do "
                        "harm if released, for instance by undermining that security. People "
                        "could judge from the answers how great the threat is, in the area or "
                        "across the country. Those referred to Prevent and adopted into it are "
                        "suspected of running a risk of being drawn into terrorism. As that is a "
                        "serious crime, what the council collects could help the police to "
                        "prevent or detect crime."
                    ),
                ),
            ),
            tests=(
                PublicInterestTest(
                    provisions=(Citation.parse("24(1)"),),
                    argued_on=Duty.COMMUNICATE,
                    balanced_on=Duty.COMMUNICATE,
                    factors=(
                        Factor(
                            side=Side.DISCLOSURE,
                            text=(
                                "To give the number of cases would show that the council is "
                                "committed to being transparent about what it undertakes."
                            ),
                            tags=(Argument.TRANSPARENCY.value,),
                        ),
                        Factor(
                            side=Side.DISCLOSURE,
                            text=(
                                "Disclosure is generally in the public interest, and a council "
                                "that is open gains the public's trust and involvement."
                            ),
                            tags=(Argument.TRANSPARENCY.value, Argument.TRUST.value),
                        ),
                        Factor(
                            side=Side.DISCLOSURE,
                            text=(
                                "Some disclosure could make the council more open and give "
                                "people a deeper understanding of its response to the various "
                                "things that draw someone towards terrorism or away from it."
                            ),
                            tags=(
                                Argument.TRANSPARENCY.value,
                                Argument.PUBLIC_UNDERSTANDING.value,
                            ),
                        ),
                        Factor(
                            side=Side.DISCLOSURE,
                            text=(
                                "The number of cases referred over vulnerability to extremism "
                                "will reassure people that Prevent is at work and that the "
                                "Channel project supports those who might be drawn into "
                                "terrorism of any kind. Whatever reassures them about the work "
                                "of local government and its partners, and so makes for an "
                                "effective challenge to those out to damage communities in the "
                                "UK and around it, should in the public interest be disclosed."
                            ),
                            tags=(Argument.REASSURANCE.value,),
                        ),
                        Factor(
                            side=Side.EXEMPTION,
                            text=(
                                "A referral to Prevent is made when somebody has serious worries "
                                "that a person is open to being drawn into terrorism."
                            ),
                            tags=(Argument.VULNERABILITY.value,),
                        ),
                        Factor(
                            side=Side.EXEMPTION,
                            text=(
                                "The number of under-18s referred to Prevent would hint at how "
                                "many in the area might be radicalised."
                            ),
                            tags=(Argument.VULNERABILITY.value,),
                        ),
                        Factor(
                            side=Side.EXEMPTION,
                            text=(
                                "Any breakdown of that group would, again, point strongly to the "
                                "number of people open to radicalisation."
                            ),
                            tags=(Argument.VULNERABILITY.value,),
                        ),
                        Factor(
                            side=Side.EXEMPTION,
                            text=(
                                "The figures could go into a 'threat map' of the UK, by which "
                                "efforts to radicalise could be aimed better, at areas with many "
                                "Prevent referrals."
                            ),
                            tags=(
                                Argument.THREAT_MAP.value,
                                Argument.TARGETED_RADICALISATION.value,
                            ),
                        ),
                        Factor(
                            side=Side.EXEMPTION,
                            text=(
                                "The other way round, to someone who knows locally that many in "
                                "an area are vulnerable, a low number of Prevent referrals would "
                                "reveal a gap in the Government's efforts against terrorism."
                            ),
                            tags=(Argument.GAP.value,),
                        ),
                        Factor(
                            side=Side.EXEMPTION,
                            text=(
                                "The UK faces a serious terrorist threat, and figures on past "
                                "referrals would show how they had moved from year to year, and "
                                "so any trend in an area."
                            ),
                            tags=(Argument.TRENDS.value,),
                        ),
                    ),
                    balance=Balance.MAINTAIN,
                ),
            ),
            review_route=ReviewRoute(
                offered=Offer.OFFERED,
                contact="infogov@coventry.gov.uk",
                length=40,
                unit=WindowUnit.DAYS,
                counted_from=CountedFrom.RECEIPT,
                wording=(
                    "Whoever is unhappy with the handling should ask for a review within 40 days "
                    "of receiving the response to the original request."
                ),
            ),
            commissioner=Commissioner(
                right=Told.STATED,
                contact="icocasework@ico.org.uk, or by post to Wycliffe House, Wilmslow SK9 5AF",
            ),
            links=(
                Link(text="The council's website", uri="www.coventry.gov.uk"),
                Link(text="FOI/EIR Disclosure Log"),
                Link(text="Publication Scheme"),
                Link(text="Facts about Coventry"),
                Link(text="Open Data"),
            ),
            remarks=(
                "The letter's own subject for the request is referrals over radicalisation.",
                (
                    "Whether 'these' in question 3 are the children of question 1 or those of "
                    "question 2 is not clear; it is recorded as building on question 1."
                ),
                (
                    "It calls s.24(1) qualified, so that the arguments for and against release "
                    "must be weighed in a public interest test (PIT). The public interest need "
                    "not be what the public finds interesting: what counted was the good of the "
                    "community as a whole."
                ),
                (
                    "The reasons speak of preventing and detecting crime, but no exemption for "
                    "law enforcement is cited."
                ),
                (
                    "Four of the council's publications are mentioned as perhaps useful for "
                    "information wanted later."
                ),
                "The Commissioner can be written to once a review has not satisfied.",
                "A reply should quote the reference.",
                (
                    "The letter comes from the Information Governance Team: Council House, PO "
                    "Box 15, Coventry CV1 5RR, telephone 024 7697 5408, infogov@coventry.gov.uk."
                ),
            ),
        ),
    ),
)
