"""The London Borough of Barnet's answer of 24 May 2023 on data sharing for Prevent.

The request, received on 23 March 2023, asks for agreements, assessments and contracts
about data in Prevent and Channel, and for answers about how it is shared and stored.
Nearly all of it is answered; a refusal notice under ss.24, 31, 38 and 40 follows.
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
    ScopeNotStated,
    Told,
    WholeRequest,
    WindowUnit,
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

# The letter gives the same four arguments for disclosure under s.31 and under s.38.
_FOR_DISCLOSURE: Final = (
    Factor(
        side=Side.DISCLOSURE,
        text="It helps people to understand the issues of the day and to join in debating them.",
        tags=(Argument.INFORMED_DEBATE.value,),
    ),
    Factor(
        side=Side.DISCLOSURE,
        text="It makes public authorities more open and more accountable for what they decide.",
        tags=(Argument.TRANSPARENCY.value, Argument.ACCOUNTABILITY.value),
    ),
    Factor(
        side=Side.DISCLOSURE,
        text=(
            "It lets individuals, companies and other bodies see why authorities took decisions "
            "that affect their lives."
        ),
        tags=(Argument.ACCOUNTABILITY.value,),
    ),
    Factor(
        side=Side.DISCLOSURE,
        text="It brings out information that matters to public health and safety.",
        tags=(Argument.PUBLIC_SAFETY.value,),
    ),
)

CASE: Final = Case(
    authority=PublicAuthority(name="London Borough of Barnet"),
    request=Request(
        received=date(2023, 3, 23),
        reference="9449636",
        preamble=(
            "Items 1 to 5 are asked to be released; from 6 on, questions are asked to be answered "
            "in addition."
        ),
        questions=(
            Question(
                key="1",
                label="1:",
                text="Every Data Sharing Agreement made in connection with Prevent or Channel.",
            ),
            Question(
                key="2",
                label="2:",
                text="Every Data Protection Impact Assessment carried out for these agreements.",
                depends_on=("1",),
            ),
            Question(
                key="3",
                label="3:",
                text="Every Data Processing Contract that bears on these agreements.",
                depends_on=("1",),
            ),
            Question(
                key="4",
                label="4:",
                text=(
                    "A list of those partners with which there is no Data Sharing Agreement, but "
                    "a Memorandum of Understanding for implementing Prevent or Channel."
                ),
                depends_on=("1",),
            ),
            Question(
                key="5",
                label="5:",
                text=(
                    "Any information that people referred to Prevent or Channel, or their "
                    "guardians, are given, privacy notices included."
                ),
            ),
            Question(
                key="6",
                label="6:",
                text=(
                    "Does the Data Sharing Agreement derive from the template for one on the "
                    "Police CTNet?"
                ),
            ),
            Question(
                key="7",
                label="7:",
                text=(
                    "Is any data relevant to Prevent or Channel shared otherwise than under Data "
                    "Sharing Agreements, for instance when the police are copied in to e-mails "
                    "of the Multi Agency Safeguarding Hub?"
                ),
            ),
            Question(
                key="8",
                label="8:",
                text=(
                    "Must those invited to Channel or Police-Led Partnership Panels sign an "
                    "agreement on data sharing or on confidentiality?"
                ),
            ),
            Question(
                key="9",
                label="9:",
                text="If the answer to (8) is yes: a copy of it.",
                depends_on=("8",),
            ),
            Question(
                key="10",
                label="10:",
                text=(
                    "Is data relevant to Prevent stored anywhere but in the Prevent Case "
                    "Management Database or the Channel Management Information System?"
                ),
            ),
            Question(
                key="11",
                label="11:",
                text="If the answer to (11) is yes: a list of the databases in question.",
                depends_on=("11",),
            ),
            Question(
                key="12",
                label="12:",
                text="Is the area a priority area for Prevent, yes or no?",
            ),
            Question(
                key="13",
                label="13:",
                text="Is the area a Dovetail area, yes or no?",
            ),
            Question(
                key="14",
                label="14:",
                text=(
                    "A list of everyone who was consulted on whether to release all this, by "
                    "position and organisation only."
                ),
            ),
        ),
    ),
    responses=(
        Response(
            sent=date(2023, 5, 24),
            regime_claimed=Regime.FOIA,
            reference="9449636",
            holds=Held.YES,
            answers=(
                Answer(
                    question="1",
                    outcome=Outcome.ACCESSIBLE_ELSEWHERE,
                    text=(
                        "The council has joined the Data Sharing Agreement for the whole of "
                        "London, which is found through a link."
                    ),
                    links=(
                        Link(
                            text=(
                                "Pan-London DSA for Prevent and Channel panels, final version "
                                "(.docx), on camden.gov.uk"
                            ),
                        ),
                    ),
                ),
                Answer(
                    question="2",
                    outcome=Outcome.DISCLOSED,
                    text="See the attachment.",
                    attachments=("The Data Protection Impact Assessment asked for",),
                ),
                Answer(
                    question="3",
                    outcome=Outcome.ACCESSIBLE_ELSEWHERE,
                    text="See the link.",
                    links=(
                        Link(
                            text=(
                                "On Barnet Open Data: the ECINS contract (NSEP Community "
                                "Interest, Empowering Communities)"
                            ),
                        ),
                    ),
                ),
                Answer(
                    question="4",
                    outcome=Outcome.DISCLOSED,
                    text="Not applicable: there is no such memorandum.",
                ),
                Answer(
                    question="5",
                    outcome=Outcome.ACCESSIBLE_ELSEWHERE,
                    text="See the link; but the letter has none here.",
                    links=(Link(text="What is given to those referred, or to their guardians"),),
                ),
                Answer(
                    question="6",
                    outcome=Outcome.NOT_HELD,
                    text="Not held; the Metropolitan Police should be asked.",
                    held=Held.NO,
                    referred_to="Metropolitan Police",
                    links=(
                        Link(
                            text="Accessing information | Metropolitan Police",
                            uri="www.met.police.uk/foi",
                        ),
                    ),
                ),
                Answer(
                    question="7",
                    outcome=Outcome.DISCLOSED,
                    text=(
                        "All the Prevent and Channel data that is relevant is shared as the "
                        "agreements provide."
                    ),
                ),
                Answer(
                    question="8",
                    outcome=Outcome.DISCLOSED,
                    text=(
                        "Yes. As they meet online, all who attend are asked to acknowledge the "
                        "agreement aloud, and in the chat by typing 'agreed'."
                    ),
                ),
                Answer(
                    question="9",
                    outcome=Outcome.DISCLOSED,
                    text="See the attachment.",
                    attachments=("The agreement asked for",),
                ),
                Answer(
                    question="10",
                    outcome=Outcome.DISCLOSED,
                    text="Everything is stored in ECINS.",
                ),
                Answer(
                    question="11",
                    outcome=Outcome.NOT_APPLICABLE,
                    text="Not applicable.",
                ),
                Answer(question="12", outcome=Outcome.DISCLOSED, text="Yes."),
                Answer(question="13", outcome=Outcome.DISCLOSED, text="No."),
                Answer(
                    question="14",
                    outcome=Outcome.PARTLY_DISCLOSED,
                    text=(
                        "Three people are given by name and post: the Executive Director of the "
                        "Assurance Group, the Assistant Director Counter Fraud and the Data "
                        "Protection Officer. Of two more the name is withheld, under section 40 "
                        "and section 38, for which it points to the refusal notice: a Prevent "
                        "and Education Officer, and somebody at the Home Office."
                    ),
                ),
            ),
            reliances=(
                Reliance(
                    cited_as="Section 24(1)",
                    citation=Citation.parse("24(1)"),
                    duty_claimed=Duty.COMMUNICATE,
                    scope=ScopeNotStated(),
                    reasons=(
                        "That the exemption is needed to safeguard national security. It is not "
                        "said for which question."
                    ),
                ),
                Reliance(
                    cited_as="Section 24(2)",
                    citation=Citation.parse("24(2)"),
                    duty_claimed=Duty.CONFIRM_OR_DENY,
                    scope=QuestionScope(keys=("12", "13")),
                    reasons=(
                        "That the council need not confirm for these questions whether it holds "
                        "the information, as the exemption is needed to safeguard national "
                        "security."
                    ),
                ),
                Reliance(
                    cited_as="subsection 31(1)(a)",
                    citation=Citation.parse("31(1)(a)"),
                    duty_claimed=Duty.COMMUNICATE,
                    scope=WholeRequest(),
                    reasons=(
                        "That this qualified exemption applies to what was asked for, which is "
                        "therefore withheld. Why is said only in the argument for withholding: "
                        "areas could be compared, and Prevent undermined."
                    ),
                ),
                Reliance(
                    cited_as="Section 38(1)",
                    citation=Citation.parse("38(1)"),
                    duty_claimed=Duty.COMMUNICATE,
                    scope=QuestionScope(keys=("14",)),
                    likelihood=Likelihood.WOULD_BE_LIKELY,
                    reasons=(
                        "Prevent belongs to the Government's strategy against terrorism, and "
                        "whoever is involved in it works to lower the threat to the UK. "
                        "Disclosure would be likely to put someone in danger: the applicant, "
                        "whoever supplied the information, or anybody else."
                    ),
                ),
                Reliance(
                    cited_as="Section 40(2)",
                    citation=Citation.parse("40(2)"),
                    duty_claimed=Duty.COMMUNICATE,
                    scope=QuestionScope(keys=("14",)),
                    reasons=(
                        "Personal information, which Data Protection Act legislation governs, is "
                        "what relates to a natural person who is or could be identified. To "
                        "disclose it would break the first data protection principle (processing "
                        "must be fair and lawful), above all as to fairness: council staff can "
                        "reasonably expect privacy, and not that a request will bring out their "
                        "names or contact details, the less so as these are rather junior and do "
                        "not deal with the public. All the posts redacted rank below Assistant "
                        "Director, the level at which the council's redaction policy begins to "
                        "release names."
                    ),
                ),
            ),
            prejudice_tests=(
                PrejudiceTest(
                    provisions=(Citation.parse("31(1)(a)"),),
                    duty=Duty.COMMUNICATE,
                    harm="Prevent would be undermined.",
                    cause="The answers of different areas could be compared.",
                ),
                PrejudiceTest(
                    provisions=(Citation.parse("38(1)"),),
                    duty=Duty.COMMUNICATE,
                    interest="The safety of those who deliver Prevent or support it.",
                    harm="Somebody would be put in danger.",
                    cause="Who they are would come out, and they might become targets.",
                    likelihood=Likelihood.WOULD_BE_LIKELY,
                ),
            ),
            tests=(
                PublicInterestTest(
                    provisions=(Citation.parse("24(1)"), Citation.parse("24(2)")),
                    argued_on=Duty.COMMUNICATE,
                    factors=(
                        Factor(
                            side=Side.EXEMPTION,
                            text=(
                                "Prevent cannot deliver its programme without Civil Society "
                                "Organisations (CSOs)."
                            ),
                            tags=(Argument.DETERRENCE.value,),
                        ),
                        Factor(
                            side=Side.EXEMPTION,
                            text=(
                                "From details of Prevent projects and work, asked for in one FOI "
                                "request after another in many areas, a geographical threat map "
                                "of the country could be put together. It could be used against "
                                "the Prevent programme and to prepare acts of terrorism."
                            ),
                            tags=(Argument.THREAT_MAP.value, Argument.UNDERMINING.value),
                        ),
                        Factor(
                            side=Side.EXEMPTION,
                            text=(
                                "With it, efforts to radicalise could be aimed better, in the "
                                "area and in the rest of the country."
                            ),
                            tags=(Argument.TARGETED_RADICALISATION.value,),
                        ),
                        Factor(
                            side=Side.EXEMPTION,
                            text=(
                                "Officers who might be disclosed, and so be targeted, may not be "
                                "willing to work with Prevent. That undermines it further and "
                                "puts the delivery of this strategy against terrorism at risk, "
                                "and so the security of the country and its citizens."
                            ),
                            tags=(
                                Argument.DETERRENCE.value,
                                Argument.PERSONAL_SAFETY.value,
                                Argument.UNDERMINING.value,
                            ),
                        ),
                        Factor(
                            side=Side.EXEMPTION,
                            text=(
                                "The Government's Prevent programme would be less effective "
                                "altogether, and efforts against terrorism would be weaker."
                            ),
                            tags=(Argument.UNDERMINING.value,),
                        ),
                        Factor(
                            side=Side.DISCLOSURE,
                            text=(
                                "Disclosure is in the public interest, and a more open local "
                                "government is trusted more."
                            ),
                            tags=(Argument.TRANSPARENCY.value, Argument.TRUST.value),
                        ),
                        Factor(
                            side=Side.DISCLOSURE,
                            text=(
                                "Information on Prevent projects and work would help people "
                                "understand the threat to the area and what the local authority "
                                "does to manage it."
                            ),
                            tags=(Argument.PUBLIC_UNDERSTANDING.value,),
                        ),
                    ),
                ),
                PublicInterestTest(
                    provisions=(Citation.parse("31(1)(a)"),),
                    argued_on=Duty.COMMUNICATE,
                    factors=(
                        *_FOR_DISCLOSURE,
                        Factor(
                            side=Side.EXEMPTION,
                            text=(
                                "Third parties could compare how active the Prevent programme is "
                                "from one part of the UK to another, and find out where national "
                                "security is, or was, thought to be threatened most. That could "
                                "do serious damage to the aims of a project crucial to the "
                                "Government's strategy of meeting terrorism and extremism in "
                                "the UK 'at source'. They could also find out where hardly any "
                                "Prevent projects take place or have taken place. Possible "
                                "targets would then stand out to the organisations Prevent is "
                                "there to combat, it would show where intelligence sees a threat "
                                "serious enough for countermeasures, and the strategy would be "
                                "less effective."
                            ),
                            tags=(
                                Argument.THREAT_MAP.value,
                                Argument.GAP.value,
                                Argument.UNDERMINING.value,
                            ),
                        ),
                    ),
                ),
                PublicInterestTest(
                    provisions=(Citation.parse("38(1)"),),
                    argued_on=Duty.COMMUNICATE,
                    balanced_on=Duty.COMMUNICATE,
                    factors=(
                        *_FOR_DISCLOSURE,
                        Factor(
                            side=Side.EXEMPTION,
                            text=(
                                "Prevent belongs to the Government's strategy against terrorism, "
                                "and whoever is involved in it works to lower the threat to the "
                                "UK."
                            ),
                            tags=(Argument.PERSONAL_SAFETY.value,),
                        ),
                        Factor(
                            side=Side.EXEMPTION,
                            text=(
                                "To disclose which organisations work with Prevent might give "
                                "away that there is detailed information about those, people and "
                                "organisations, who deliver and support the many activities "
                                "against terrorism. Their safety would be in jeopardy: they "
                                "might become targets of reprisals or reactions, which would "
                                "endanger their wellbeing, health and safety. Those who support "
                                "terrorism, and want to damage UK interests and to hurt people "
                                "in its communities, could well do them serious injury or harm."
                            ),
                            tags=(Argument.PERSONAL_SAFETY.value, Argument.IDENTIFICATION.value),
                        ),
                        Factor(
                            side=Side.EXEMPTION,
                            text=(
                                "Terrorists or criminals would learn where work on "
                                "counter-terrorism, law enforcement and public safety is "
                                "concentrated, and could target people, organisations and areas "
                                "with few resources, to the greater risk of these and of the "
                                "public."
                            ),
                            tags=(Argument.GAP.value, Argument.PERSONAL_SAFETY.value),
                        ),
                    ),
                    balance=Balance.MAINTAIN,
                ),
            ),
            review_route=ReviewRoute(
                offered=Offer.OFFERED,
                contact=(
                    "foi@barnet.gov.uk (Information Management Team), or by post to 2 Bristol "
                    "Avenue, Colindale NW9 4EW (Records & Information Management Service, "
                    "Assurance Group)"
                ),
                length=40,
                unit=WindowUnit.WORKING_DAYS,
                counted_from=CountedFrom.LETTER,
                wording=(
                    "Whoever is unhappy with the handling can ask for a review, in writing, "
                    "within the next 40 working days."
                ),
            ),
            commissioner=Commissioner(
                right=Told.STATED,
                contact=(
                    "0303 123 1113, www.ico.org.uk, or by post to Wycliffe House, Wilmslow SK9 5AF"
                ),
            ),
            links=(
                Link(text="Open Barnet", uri="http://open.barnet.gov.uk/"),
                Link(text="More about PECR, from the regulator", uri="www.ico.org.uk"),
            ),
            remarks=(
                (
                    "It begins by saying that the council holds what was asked for, and that "
                    "this is attached or answered below."
                ),
                (
                    "Question 11, as printed, builds on itself: its (11) seems to be a slip for "
                    "(10)."
                ),
                (
                    "The answer to question 14 gives three names, although the request was for "
                    "position and organisation only."
                ),
                (
                    "The public interest under section 24 is weighed beneath a heading that "
                    "cites s.24(2). There s.24(1) and s.24(2) are both quoted, with what they "
                    "say of s.23(1), s.1(1)(a) and s.1(1)(b)."
                ),
                (
                    "Under section 31 and section 38 it says that withholding had to be balanced "
                    "against disclosing."
                ),
                (
                    "The council's redaction policy: the name of an officer below Assistant "
                    "Director is as a rule not released."
                ),
                (
                    "Open Barnet is the council's data portal: one database, open to anyone "
                    "and searchable, of its published datasets and other things of interest."
                ),
                (
                    "On direct marketing: a company that means to market to officers with the "
                    "names and contact details given here must be registered with the "
                    "Information Commissioner for that, must check that the person is not listed "
                    "with a Preference Service against direct marketing, and must respect it if "
                    "so."
                ),
                (
                    "It must also comply with the regulations on privacy in electronic "
                    "communications (PECR). That names and details of officers are given under "
                    "FOI is no consent to direct marketing by any means, nor a 'soft opt-in' "
                    "under PECR."
                ),
                (
                    "The appeal to the Commissioner is for those whom the council's review, once "
                    "exhausted, leaves dissatisfied, and it is free of charge."
                ),
                "The letterhead gives 2 Bristol Avenue, Colindale NW9 4EW.",
            ),
        ),
    ),
)
