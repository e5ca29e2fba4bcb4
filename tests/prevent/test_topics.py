"""Topics: what a question about Prevent asks for, and what only sounds like it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from foiprevent.errors import InvalidRecordError
from foiprevent.prevent import Topic, classify_question, topic
from foiprevent.prevent._matching import Reader
from foiprevent.prevent._topic_rules import SUBJECT, TOPIC_RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foiprevent.prevent._matching import Rule

ASKED: Final[dict[Topic, tuple[tuple[str, frozenset[Topic]], ...]]] = {}
"""Questions by the topic they are there for, with every topic they ask about."""


def asks(member: Topic, *questions: str, also: tuple[Topic, ...] = ()) -> None:
    ASKED[member] = ASKED.get(member, ()) + tuple(
        (question, frozenset((member, *also))) for question in questions
    )


asks(
    Topic.REFERRALS,
    "What is the total of Prevent referrals your college has sent in since it opened?",
    "Please supply statistics on referrals to Prevent in the borough.",
    "Prevent referrals for each financial year, as a table.",
)
asks(
    Topic.UNDER_18_REFERRALS,
    "Were any pupils referred to Prevent by this trust?",
    "Has a child referral to Channel ever been made?",
)
asks(
    Topic.UNDER_18_REFERRALS,
    "How many Prevent referrals concerned someone aged under 16?",
    also=(Topic.REFERRALS,),
)
asks(
    Topic.CHANNEL_CASES,
    "State the number of Channel cases that were open on 1 March.",
    "How many people left Channel before their plan had ended?",
)
asks(
    Topic.OUTCOMES,
    "Was anyone arrested after being reported to Prevent?",
    "What was the outcome once Prevent had looked into them?",
)
asks(
    Topic.NATIONAL_REFERRAL_MECHANISM,
    "Did the council tell the National Referral Mechanism about any of these children?",
    "As first responder for modern slavery, whom did you notify?",
)
asks(
    Topic.RETURNEES,
    "Are there residents who came back from Raqqa?",
    "In which ward do returnees from the conflict zone live?",
)
asks(
    Topic.SUPPORT_FOR_RETURNEES,
    "Which mentoring do families get who have returned from Iraq?",
    "Describe the assistance offered to returnees.",
    also=(Topic.RETURNEES,),
)
asks(
    Topic.BREAKDOWN_BY_SEX,
    "Split the radicalisation figures into boys and girls.",
    "And by gender, for those in the Channel programme.",
)
asks(
    Topic.BREAKDOWN_BY_AGE,
    "Into which age bands do the Channel participants fall?",
    "Please give their ages, for those whom Prevent took on.",
)
asks(
    Topic.BREAKDOWN_BY_ETHNICITY,
    "Which ethnicity was recorded for those in the Channel programme?",
    "Nationality of the people reported to Prevent, where recorded.",
)
asks(
    Topic.IDEOLOGY,
    "How many Channel panel discussions were about incels?",
    "What type of extremism did Prevent deal with locally?",
)
asks(
    Topic.SOURCE_OF_REFERRALS,
    "Which agencies referred to Prevent most?",
    "Who has referred people to Channel in Sometown?",
)
asks(
    Topic.DATA_SHARING_AGREEMENT,
    "Is there an information sharing protocol with the Home Office?",
    "Send me the agreement under which you share personal data.",
)
asks(
    Topic.IMPACT_ASSESSMENT,
    "Please disclose your DPIA for Prevent.",
    "When was the privacy impact assessment last looked at?",
)
asks(
    Topic.PROCESSING_CONTRACT,
    "A copy of the data processing agreement with the supplier.",
    "Which contract do you have with your data processors?",
)
asks(
    Topic.MEMORANDUM,
    "Any MoU with a neighbouring council.",
    "Memoranda of understanding in force for Channel.",
)
asks(
    Topic.PRIVACY_NOTICE,
    "Where can the fair processing notice be read?",
    "Did parents see a privacy statement?",
)
asks(
    Topic.POLICE_SHARING,
    "Does the council pass details of pupils to the police?",
    "How often are case notes sent to a counter terrorism unit?",
)
asks(
    Topic.LOCAL_PROFILE,
    "Please release the latest CTLP.",
    "Did the police draw up a local profile of the terrorism risk?",
)
asks(
    Topic.SAFEGUARDING_HUB,
    "Does the MASH handle these concerns?",
    "Who sits in the multi-agency hub?",
)
asks(
    Topic.CONFIDENTIALITY_AGREEMENT,
    "Is every guest of the panel asked to sign something on confidentiality?",
    "A blank non-disclosure agreement, as used by the panel.",
)
asks(
    Topic.CASE_DATABASE,
    "Who may log in to ECINS?",
    "In what case management system are Prevent matters kept?",
)
asks(
    Topic.PRIORITY_STATUS,
    "Has the Home Office ever listed you as a Prevent priority borough?",
    "Is Sometown a non-priority area under Prevent?",
)
asks(
    Topic.DOVETAIL_STATUS,
    "Did you take part in Project Dovetail?",
    "Since when has the county been a Dovetail site?",
)
asks(
    Topic.FUNDING,
    "What did Prevent cost the council last year?",
    "Which grants has the Home Office made for Prevent?",
)
asks(
    Topic.TRAINING,
    "What share of teachers has done the Prevent e-learning?",
    "Who ran the WRAP sessions?",
)
asks(
    Topic.PARTNERS,
    "Which charities help you with Prevent?",
    "A list of civil society groups in the Prevent network.",
)
asks(
    Topic.STRATEGY,
    "Please send your Prevent delivery plan.",
    "Is there a risk assessment on radicalisation?",
)
asks(
    Topic.CONSULTEES,
    "Which officers were consulted before you decided to disclose this?",
    "Was the Home Office asked for its views on my request?",
)

MISSED: Final = (
    (Topic.REFERRALS, "Please send your procedure for Prevent referrals made in 2021."),
    (Topic.REFERRALS, "How many patients were referred to a surgeon?"),
    (Topic.REFERRALS, "Referrals to the allergy clinic, by year."),
    (Topic.REFERRALS, "How many radicalised children were referred to the NRM?"),
    (Topic.REFERRALS, "How many extremists does the National Referral Mechanism know?"),
    (Topic.REFERRALS, "NRM referrals each year in which extremism played a part."),
    (Topic.REFERRALS, "Use of the National Referral Mechanism by year, for the radicalised."),
    (Topic.REFERRALS, "How many times were Prevent referrals spoken of?"),
    (Topic.REFERRALS, "How many people met to speak of the Prevent referrals?"),
    (Topic.UNDER_18_REFERRALS, "How many adults were referred to Prevent?"),
    (Topic.UNDER_18_REFERRALS, "Do pupils learn about Prevent?"),
    (Topic.UNDER_18_REFERRALS, "Were pupils referred to the school nurse?"),
    (Topic.CHANNEL_CASES, "How many people supported the Channel Tunnel?"),
    (Topic.CHANNEL_CASES, "How many viewers support your YouTube channel?"),
    (Topic.CHANNEL_CASES, "Who takes the chair when a Channel case is closed?"),
    (Topic.OUTCOMES, "Are any charges made for Prevent training?"),
    (Topic.OUTCOMES, "Which officer is charged with the task of Prevent?"),
    (Topic.OUTCOMES, "How many shoplifters were arrested?"),
    (Topic.NATIONAL_REFERRAL_MECHANISM, "How many first responders can resuscitate?"),
    (Topic.NATIONAL_REFERRAL_MECHANISM, "Does Prevent training cover trafficking?"),
    (Topic.RETURNEES, "How many library books were returned late in 2019?"),
    (Topic.RETURNEES, "How many refugees from Syria live here?"),
    (Topic.SUPPORT_FOR_RETURNEES, "How many people returned from Syria in 2017?"),
    (Topic.SUPPORT_FOR_RETURNEES, "What help do pupils get who returned to school?"),
    (Topic.SUPPORT_FOR_RETURNEES, "What help do refugees from Syria get?"),
    (Topic.BREAKDOWN_BY_SEX, "How many Prevent cases involved a sex offence?"),
    (Topic.BREAKDOWN_BY_SEX, "How many female swimmers use the pool?"),
    (Topic.BREAKDOWN_BY_AGE, "Which agencies attend the Channel panel?"),
    (Topic.BREAKDOWN_BY_AGE, "Which age groups use the pool?"),
    (Topic.BREAKDOWN_BY_AGE, "What is the age of the pool?"),
    (Topic.BREAKDOWN_BY_AGE, "How many Prevent referrals were of people under the age of 18?"),
    (Topic.BREAKDOWN_BY_AGE, "How many swimmers are under 16?"),
    (Topic.BREAKDOWN_BY_ETHNICITY, "Who won the contract for the Prevent race track project?"),
    (Topic.BREAKDOWN_BY_ETHNICITY, "What is the ethnicity of your swimmers?"),
    (Topic.IDEOLOGY, "Which wing of the town hall is the Prevent team in?"),
    (Topic.IDEOLOGY, "Does the Prevent leaflet speak of right-wing groups?"),
    (Topic.IDEOLOGY, "How many players prefer the left wing?"),
    (Topic.IDEOLOGY, "What type of concern did patients raise?"),
    (Topic.SOURCE_OF_REFERRALS, "What is the source of the Prevent budget?"),
    (Topic.SOURCE_OF_REFERRALS, "Which agencies referred patients to the clinic?"),
    (Topic.DATA_SHARING_AGREEMENT, "Do you share a car park under an agreement?"),
    (Topic.IMPACT_ASSESSMENT, "Please send the equality impact assessment of the strategy."),
    (Topic.PROCESSING_CONTRACT, "Which firm holds the food processing contract for schools?"),
    (Topic.MEMORANDUM, "What understanding do teachers have of the memorandum on homework?"),
    (Topic.PRIVACY_NOTICE, "Was notice of the meeting given in private?"),
    (Topic.POLICE_SHARING, "What information on burglaries have the police published?"),
    (Topic.POLICE_SHARING, "Has the council sent flowers to the police?"),
    (Topic.LOCAL_PROFILE, "Please send the local profile of burglary risk."),
    (Topic.LOCAL_PROFILE, "A local profile of Prevent volunteers."),
    (Topic.SAFEGUARDING_HUB, "What does the council spend on the transport hub?"),
    (Topic.CONFIDENTIALITY_AGREEMENT, "Was this refused as information given in confidence?"),
    (Topic.CASE_DATABASE, "Which database holds the planning applications?"),
    (Topic.PRIORITY_STATUS, "Which is the priority area for gritting?"),
    (Topic.DOVETAIL_STATUS, "How do the two budgets dovetail?"),
    (Topic.FUNDING, "How much was spent on road repairs?"),
    (Topic.TRAINING, "How many lifeguards were trained in 2020?"),
    (Topic.PARTNERS, "Which partners run the leisure centre?"),
    (Topic.PARTNERS, "The religious groups of those referred to Prevent."),
    (Topic.PARTNERS, "The ethnic and religious groups that Prevent records."),
    (Topic.STRATEGY, "What do you make of the government's Prevent strategy?"),
    (Topic.STRATEGY, "Please send your delivery plan for parcels."),
    (Topic.CONSULTEES, "Who was consulted about the new cycle lanes?"),
    (Topic.CONSULTEES, "Who decided to release this?"),
)
"""Questions that use the words of a topic for something else."""


def topics(text: str, *, context: str = "") -> set[Topic]:
    return {found.topic for found in classify_question(text, context=context)}


def weakened(one: Rule[Topic]) -> Iterator[Rule[Topic]]:
    """Give a rule without each of its conditions in turn."""
    for place in range(len(one.unless)):
        yield one._replace(unless=one.unless[:place] + one.unless[place + 1 :])
    for place in range(len(one.groups) if len(one.groups) > 1 else 0):
        yield one._replace(groups=one.groups[:place] + one.groups[place + 1 :])
    if one.on_subject:
        yield one._replace(on_subject=False)


def wrongly_taken(rules: Iterable[Rule[Topic]]) -> bool:
    """Return whether rules give a question a topic that it does not ask about."""
    reader, subject = Reader(rules), Reader(SUBJECT)
    asked = [case for cases in ASKED.values() for case in cases]
    return any(
        not expected.issuperset(reader.read(text, on_subject=bool(subject.read(text))))
        for text, expected in asked
    ) or any(
        member in reader.read(text, on_subject=bool(subject.read(text))) for member, text in MISSED
    )


class TestWhatAQuestionAsksFor:
    """A question has the topics it asks about, in whatever words, and no others."""

    @pytest.mark.parametrize(
        ("question", "expected"), [case for cases in ASKED.values() for case in cases]
    )
    def test_it_has_its_topics(self, question: str, expected: frozenset[Topic]) -> None:
        assert topics(question) == expected

    def test_every_topic_is_asked_for_twice_in_different_words(self) -> None:
        assert set(ASKED) == set(Topic)
        assert {member for member, cases in ASKED.items() if len(cases) < 2} == set()

    def test_one_question_can_ask_for_several(self) -> None:
        question = (
            "How many Prevent referrals were there in each of the years 2016 to 2019, by age and "
            "gender, and what did the programme cost?"
        )
        assert topics(question) == {
            Topic.REFERRALS,
            Topic.BREAKDOWN_BY_AGE,
            Topic.BREAKDOWN_BY_SEX,
            Topic.FUNDING,
        }


class TestWhatOnlySoundsLikeIt:
    """A question that uses the words of a topic for something else does not have it."""

    @pytest.mark.parametrize(("member", "question"), MISSED)
    def test_it_is_not_taken(self, member: Topic, question: str) -> None:
        assert member not in topics(question)

    def test_there_is_one_for_every_topic(self) -> None:
        assert {member for member, _ in MISSED} == set(Topic)

    def test_every_condition_of_every_rule_is_needed(self) -> None:
        idle = [
            (one.member, weaker)
            for index, one in enumerate(TOPIC_RULES)
            for weaker in weakened(one)
            if not wrongly_taken((*TOPIC_RULES[:index], weaker, *TOPIC_RULES[index + 1 :]))
        ]
        assert idle == []


class TestWhenTheSubjectIsNotSaid:
    """Words used of anything count only where it is clear that Prevent is meant."""

    def test_nothing_is_said_while_it_is_unclear(self) -> None:
        assert topics("How much was spent on training?") == set()

    def test_the_rest_of_the_request_can_make_it_clear(self) -> None:
        found = topics("How much was spent on training?", context="I ask about Prevent.")
        assert found == {Topic.FUNDING, Topic.TRAINING}

    def test_the_rest_of_the_request_adds_no_topic(self) -> None:
        assert topics("Who decided?", context="How much did Prevent training cost?") == set()

    @pytest.mark.parametrize(
        "context",
        [
            "Prevent",
            "PREVENT",
            "the Channel programme",
            "the channel panel",
            "WRAP",
            "radicalisation",
            "counter-terrorism",
            "far-right extremists",
            "returnees",
            "Dovetail",
        ],
    )
    def test_what_makes_it_clear(self, context: str) -> None:
        assert topics("How many people were trained?", context=context) == {Topic.TRAINING}

    @pytest.mark.parametrize(
        "context",
        [
            "",
            "How do you prevent fly-tipping?",
            "the Channel Tunnel",
            "swimming the English Channel",
            "our YouTube Channel",
            "gift wrap for charity",
            "the two plans dovetail",
        ],
    )
    def test_what_does_not(self, context: str) -> None:
        assert topics("How many people were trained?", context=context) == set()


class TestTags:
    """The value of a topic is its tag."""

    @pytest.mark.parametrize("member", list(Topic))
    def test_a_topic_is_found_by_its_tag(self, member: Topic) -> None:
        assert topic(member.value) is member

    @pytest.mark.parametrize("tag", ["", "Funding", "threat map", "REFERRALS"])
    def test_another_tag_is_refused(self, tag: str) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            topic(tag)
        assert (caught.value.field, caught.value.value) == ("topic.tag", tag)
