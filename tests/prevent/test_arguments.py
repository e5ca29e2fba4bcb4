"""Arguments: what a public interest test about Prevent argues, and what only sounds like it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from foiprevent.errors import InvalidRecordError
from foiprevent.exemptions import Factor, Side
from foiprevent.prevent import Argument, argument, arguments_of, classify_factor
from foiprevent.prevent._argument_rules import ARGUMENT_RULES
from foiprevent.prevent._matching import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foiprevent.prevent._matching import Rule

ARGUED: Final[dict[Argument, tuple[tuple[str, frozenset[Argument]], ...]]] = {}
"""Factors by the argument they are there for, with every argument they make."""


def argues(member: Argument, *factors: str, also: tuple[Argument, ...] = ()) -> None:
    ARGUED[member] = ARGUED.get(member, ()) + tuple(
        (factor, frozenset((member, *also))) for factor in factors
    )


argues(
    Argument.TRANSPARENCY,
    "A public body should be as open as it can.",
    "The Act was passed to promote transparency.",
)
argues(
    Argument.TRUST,
    "Release would build trust between the police and families.",
    "Public confidence in safeguarding would rise.",
)
argues(
    Argument.PUBLIC_UNDERSTANDING,
    "Residents would be better informed of the risk in their town.",
    "There is a case for public awareness of how extremism is dealt with.",
)
argues(
    Argument.REASSURANCE,
    "It would offer reassurance that children are looked after.",
    "Parents could be confident that their children are effectively safeguarded.",
)
argues(
    Argument.ACCOUNTABILITY,
    "Taxpayers may ask how their money was spent.",
    "The panel ought to be answerable for what it does.",
)
argues(
    Argument.INFORMED_DEBATE,
    "It would inform the debate on Prevent.",
    "People could take part in the national discussion with the facts before them.",
)
argues(
    Argument.PUBLIC_SAFETY,
    "The information could warn people of a danger to public health.",
    "Knowing this would help residents, for the safety of the public depends on awareness.",
)
argues(
    Argument.THREAT_MAP,
    "Together with the replies of other councils it would be a piece of the mosaic.",
    "Anyone could assemble a picture of the threat across the country.",
    "Regions could be compared, area by area, by way of a comparison of the councils' figures.",
)
argues(
    Argument.VULNERABILITY,
    "A high figure indicates a community susceptible to extremist messages.",
    "The numbers reveal the level of vulnerability in each borough.",
)
argues(
    Argument.TARGETED_RADICALISATION,
    "Those who groom the young could concentrate their recruitment here.",
    "Extremists might direct propaganda at this town.",
)
argues(
    Argument.GAP,
    "It would expose a lack of provision in rural districts.",
    "Few referrals from a large city would signal a weak spot.",
)
argues(
    Argument.TRENDS,
    "A series of annual figures allows trends to be seen.",
    "It could be seen how numbers fell from 2016, year on year.",
)
argues(
    Argument.RECRUITMENT_SUCCESS,
    "Recruiters would learn which of their methods worked.",
    "It tells those behind recruitment whether they have been successful.",
)
argues(
    Argument.HOSTILITY,
    "Mosques nearby could face Islamophobic abuse.",
    "Local community tensions would grow.",
)
argues(
    Argument.DETERRENCE,
    "Families might be reluctant to come forward.",
    "Volunteers would be put off.",
    "The scheme relies on partners in the voluntary sector.",
)
argues(
    Argument.PERSONAL_SAFETY,
    "Staff who deliver the programme could be threatened.",
    "To name the mentors would endanger their lives.",
)
argues(
    Argument.IDENTIFICATION,
    "With numbers this low, a child could be identified.",
    "The data would make it possible to identify someone who was referred.",
)
argues(
    Argument.POLICING,
    "It would be likely to prejudice the detection of crime.",
    "An ongoing police operation could be compromised.",
)
argues(
    Argument.EVASION,
    "Suspects would be able to avoid detection.",
    "Those under investigation may alter their behaviour.",
)
argues(
    Argument.UNDERMINING,
    "The aims of Prevent would be frustrated and its strategy weakened.",
    "To publish it would harm the delivery of Prevent in schools.",
)

MISSED: Final = (
    (Argument.TRANSPARENCY, "Young people there are more open to radicalisation."),
    (Argument.TRANSPARENCY, "Collecting more open source material is planned."),
    (Argument.TRANSPARENCY, "The council publishes under the Open Government Licence."),
    (Argument.TRUST, "An NHS trust in the north gave no answer."),
    (Argument.PUBLIC_UNDERSTANDING, "Terrorists could understand how the public responds."),
    (Argument.PUBLIC_UNDERSTANDING, "Terrorists could understand the response of the public."),
    (
        Argument.PUBLIC_UNDERSTANDING,
        "It would give extremists, in detail and for free, an insight into the public response.",
    ),
    (Argument.PUBLIC_UNDERSTANDING, "Staff need an understanding of terrorism."),
    (Argument.PUBLIC_UNDERSTANDING, "People would understand the seating plan."),
    (Argument.PUBLIC_UNDERSTANDING, "People fear terrorism."),
    (Argument.REASSURANCE, "The file holds a sure sign of concern."),
    (Argument.ACCOUNTABILITY, "The state of the file was taken into account."),
    (Argument.ACCOUNTABILITY, "It would help to hold terrorists to account."),
    (Argument.INFORMED_DEBATE, "It is open to debate whether the point arises."),
    (Argument.PUBLIC_SAFETY, "Terrorists would have information on public safety measures."),
    (Argument.PUBLIC_SAFETY, "The information shows which public safety measures to target."),
    (Argument.PUBLIC_SAFETY, "The information would endanger public safety."),
    (Argument.PUBLIC_SAFETY, "Work on public safety is confidential."),
    (Argument.PUBLIC_SAFETY, "The information is old."),
    (Argument.THREAT_MAP, "It would create a clear picture of the spending."),
    (Argument.VULNERABILITY, "It would reveal the number of vulnerabilities in the systems."),
    (Argument.VULNERABILITY, "It would show at which level the network is vulnerable."),
    (Argument.VULNERABILITY, "Where many in an area are vulnerable, few cases show a gap."),
    (Argument.VULNERABILITY, "The number of vulnerable people is not recorded."),
    (Argument.VULNERABILITY, "It would show how many people work there."),
    (Argument.VULNERABILITY, "It would show that someone is vulnerable."),
    (
        Argument.TARGETED_RADICALISATION,
        "Targeted support reaches those at risk of radicalisation.",
    ),
    (Argument.TARGETED_RADICALISATION, "The recruitment of staff was focused on graduates."),
    (Argument.GAP, "As there were few referrals, it would be easy to identify an individual."),
    (Argument.GAP, "There were few referrals in 2020."),
    (Argument.GAP, "It would reveal much."),
    (Argument.TRENDS, "Trust in the council rose over time."),
    (Argument.RECRUITMENT_SUCCESS, "The recruitment of staff to the team was successful."),
    (Argument.RECRUITMENT_SUCCESS, "Recruiters know the town."),
    (Argument.RECRUITMENT_SUCCESS, "The policy worked."),
    (Argument.HOSTILITY, "Plans of the building would help hostile reconnaissance."),
    (Argument.DETERRENCE, "Patrols deter criminals from attacking people."),
    (Argument.DETERRENCE, "It could put off the inevitable."),
    (Argument.DETERRENCE, "Partners meet monthly."),
    (Argument.PERSONAL_SAFETY, "People could be targeted by recruiters."),
    (Argument.PERSONAL_SAFETY, "Vulnerable people in the town might be targeted."),
    (Argument.PERSONAL_SAFETY, "People fear reprisals against communities."),
    (Argument.PERSONAL_SAFETY, "The site could become a target."),
    (Argument.PERSONAL_SAFETY, "Potential target areas would show to hostile organisations."),
    (Argument.PERSONAL_SAFETY, "Officers attend each meeting."),
    (Argument.IDENTIFICATION, "Prevent identifies people at risk and helps them."),
    (Argument.IDENTIFICATION, "Teachers identify vulnerable children early."),
    (Argument.IDENTIFICATION, "An area could be identified, and people move away."),
    (Argument.IDENTIFICATION, "The document can be identified by its number."),
    (Argument.IDENTIFICATION, "People use the document."),
    (Argument.POLICING, "This is said without prejudice to any police investigation."),
    (Argument.EVASION, "The data is used to detect council tax evasion."),
    (Argument.EVASION, "Those who evade council tax are fined."),
    (Argument.EVASION, "It is an attempt to circumvent the complaints procedure."),
    (Argument.UNDERMINING, "It would undermine trust in the work of counter-terrorism police."),
    (Argument.UNDERMINING, "The aim is to reduce the risk by work against terrorism."),
    (Argument.UNDERMINING, "It would frustrate an inquiry into the delivery of Prevent."),
    (Argument.UNDERMINING, "It would harm the work of the planning team."),
    (Argument.UNDERMINING, "Our parking measures would be less effective."),
    (Argument.UNDERMINING, "Prevent is delivered by the council."),
)
"""Factors that use the words of an argument for something else."""


def arguments(text: str, *, side: Side | None = None) -> set[Argument]:
    return {found.argument for found in classify_factor(text, side=side)}


def weakened(one: Rule[Argument]) -> Iterator[Rule[Argument]]:
    """Give a rule without each of its conditions in turn."""
    for place in range(len(one.unless)):
        yield one._replace(unless=one.unless[:place] + one.unless[place + 1 :])
    for place in range(len(one.groups) if len(one.groups) > 1 else 0):
        yield one._replace(groups=one.groups[:place] + one.groups[place + 1 :])


def wrongly_taken(rules: Iterable[Rule[Argument]]) -> bool:
    """Return whether rules give a factor an argument that it does not make."""
    reader = Reader(rules, denials=True)
    made = [case for cases in ARGUED.values() for case in cases]
    return any(not expected.issuperset(reader.read(text)) for text, expected in made) or any(
        member in reader.read(text) for member, text in MISSED
    )


class TestWhatAFactorArgues:
    """A factor has the arguments it makes, in whatever words, and no others."""

    @pytest.mark.parametrize(
        ("factor", "expected"), [case for cases in ARGUED.values() for case in cases]
    )
    def test_it_has_its_arguments(self, factor: str, expected: frozenset[Argument]) -> None:
        assert arguments(factor) == expected

    def test_every_argument_is_made_twice_in_different_words(self) -> None:
        assert set(ARGUED) == set(Argument)
        assert {member for member, cases in ARGUED.items() if len(cases) < 2} == set()

    def test_one_factor_can_make_several(self) -> None:
        factor = (
            "Openness builds public trust; it lets people understand the threat from terrorism, "
            "and holds the council to account."
        )
        assert arguments(factor) == {
            Argument.TRANSPARENCY,
            Argument.TRUST,
            Argument.PUBLIC_UNDERSTANDING,
            Argument.ACCOUNTABILITY,
        }


class TestWhatOnlySoundsLikeIt:
    """A factor that uses the words of an argument for something else does not make it."""

    @pytest.mark.parametrize(("member", "factor"), MISSED)
    def test_it_is_not_taken(self, member: Argument, factor: str) -> None:
        assert member not in arguments(factor)

    def test_there_is_one_for_every_argument(self) -> None:
        assert {member for member, _ in MISSED} == set(Argument)

    def test_every_condition_of_every_rule_is_needed(self) -> None:
        idle = [
            (one.member, weaker)
            for index, one in enumerate(ARGUMENT_RULES)
            for weaker in weakened(one)
            if not wrongly_taken((*ARGUMENT_RULES[:index], weaker, *ARGUMENT_RULES[index + 1 :]))
        ]
        assert idle == []


class TestWhatIsDenied:
    """What a factor denies is no argument of it."""

    @pytest.mark.parametrize(
        "factor",
        [
            "Disclosure would not undermine the Prevent programme.",
            "There is no threat map to be drawn.",
            "It could never increase public trust.",
            "Nobody could be recognised without transparency.",
        ],
    )
    def test_it_is_left_out(self, factor: str) -> None:
        assert arguments(factor) == set()

    @pytest.mark.parametrize(
        "factor",
        [
            "It would not only undermine the Prevent programme.",
            "There is no doubt it would undermine the Prevent programme.",
            "It need not be proved in this case that it would undermine the Prevent programme.",
        ],
    )
    def test_what_only_looks_denied_is_kept(self, factor: str) -> None:
        assert arguments(factor) == {Argument.UNDERMINING}


class TestSides:
    """Each argument speaks for one side."""

    def test_seven_speak_for_disclosure(self) -> None:
        assert {member.name for member in Argument if member.side is Side.DISCLOSURE} == {
            "TRANSPARENCY",
            "TRUST",
            "PUBLIC_UNDERSTANDING",
            "REASSURANCE",
            "ACCOUNTABILITY",
            "INFORMED_DEBATE",
            "PUBLIC_SAFETY",
        }

    def test_thirteen_speak_for_the_exemption(self) -> None:
        assert sum(member.side is Side.EXEMPTION for member in Argument) == 13

    def test_a_side_leaves_out_the_arguments_of_the_other(self) -> None:
        factor = "Openness would make a threat map possible."
        assert arguments(factor) == {Argument.TRANSPARENCY, Argument.THREAT_MAP}
        assert arguments(factor, side=Side.DISCLOSURE) == {Argument.TRANSPARENCY}
        assert arguments(factor, side=Side.EXEMPTION) == {Argument.THREAT_MAP}


class TestTags:
    """The value of an argument is its tag, and tags are what a factor keeps."""

    @pytest.mark.parametrize("member", list(Argument))
    def test_an_argument_is_found_by_its_tag(self, member: Argument) -> None:
        assert argument(member.value) is member

    @pytest.mark.parametrize("tag", ["", "Threat map", "funding", "THREAT_MAP"])
    def test_another_tag_is_refused(self, tag: str) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            argument(tag)
        assert (caught.value.field, caught.value.value) == ("argument.tag", tag)

    def test_the_arguments_of_a_factor_are_those_of_its_tags(self) -> None:
        tags = ("exposed gap", "page 3", "threat map")
        factor = Factor(side=Side.EXEMPTION, text="...", tags=tags)
        assert arguments_of(factor) == (Argument.GAP, Argument.THREAT_MAP)
