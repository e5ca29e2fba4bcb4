"""The rules by which a question speaks of a topic, in the notation of ``_matching``.

They are written for the genre, what people ask of authorities about Prevent; a rule marked
as on the subject holds only where it is clear from elsewhere that this is what is asked
about, because its words are used of other things too.
"""

from __future__ import annotations

from typing import Final

from foiprevent.prevent._matching import Rule, rule
from foiprevent.prevent.topics import Topic

_HOW_MANY: Final = (
    "how many / number|numbers / total|totals / figure|figures / statistics|stats / count|counts"
    " / volume|volumes"
)
_CHANNEL_OF_ANOTHER_KIND: Final = (
    "channel tunnel|island|islands|four|five|4|5|ferry|crossing|crossings / "
    "english|bristol|tv|television|youtube|media|communication|communications|shift channel"
)
_REFERRED: Final = "referral|referrals|referred|refer|refers"
_MECHANISM: Final = "national referral mechanism / NRM"
_FROM_THE_WAR: Final = (
    "syria|syrian|iraq|iraqi / isis|isil|daesh / islamic state / conflict zone|zones / "
    "war zone|zones / raqqa"
)
_CAME_BACK: Final = (
    "returnee|returnees / return|returned|returning|returns / come|came|coming back"
)

SUBJECT: Final = (
    rule(None, "Prevent|Dovetail / WRAP|CTLP|PCM|PCMD|CMIS|CONTEST|ECINS"),
    rule(None, "channel panel|panels|process|programme|case|cases|referral|referrals|support"),
    rule(None, "Channel", unless=_CHANNEL_OF_ANOTHER_KIND),
    rule(
        None,
        "radicalis*|radicaliz*|deradicalis*|deradicaliz*|extremis*|terroris*|counterterror*"
        " / returnee|returnees / islamis*",
    ),
)
"""What shows that a text is about Prevent."""

TOPIC_RULES: Final[tuple[Rule[Topic], ...]] = (
    rule(
        Topic.REFERRALS,
        _HOW_MANY,
        _REFERRED,
        unless=f"{_MECHANISM} / many times / meet|met|meeting|meetings",
        on_subject=True,
    ),
    rule(
        Topic.REFERRALS,
        "referral|referrals|referred",
        "each|every|per|by|calendar|financial|last|past year|years|month|quarter / annually / "
        "since|from|between|in|during ~2 19*|20*",
        unless=f"policy|policies|procedure*|guidance|form|forms|pathway* / {_MECHANISM}",
        on_subject=True,
    ),
    rule(
        Topic.UNDER_18_REFERRALS,
        "referral|referrals|referred|refer",
        "under ~3 18|18s|16|16s|eighteen|sixteen / aged ~3 under|younger|below / younger than / "
        "below ~3 18|16|eighteen / minor|minors / pupils|schoolchildren / "
        "children under|aged|referred|who|were / number ~1 children / many children|pupils / "
        "young people / child referral|referrals",
        on_subject=True,
    ),
    rule(
        Topic.CHANNEL_CASES,
        _HOW_MANY,
        "channel case|cases|caseload / adopted ~4 channel / channel ~2 adopt* / "
        "discussed|considered|heard ~4 channel / channel support|intervention* / "
        "support|supported|receive|received|receiving ~4 channel / exit|exited|left ~2 channel / "
        "withdrew|withdrawn ~4 channel / cases ~5 channel panel|panels",
        unless=_CHANNEL_OF_ANOTHER_KIND,
    ),
    rule(
        Topic.OUTCOMES,
        "arrest|arrests|arrested / cautions|cautioned / a caution / charged|charges / "
        "convicted|conviction|convictions / prosecuted|prosecution|prosecutions / "
        "no further action / outcome|outcomes / closed without ~1 action",
        unless="charged ~1 with|for ~3 task|access|copies|copying / any charges ~1 for",
        on_subject=True,
    ),
    rule(Topic.NATIONAL_REFERRAL_MECHANISM, _MECHANISM),
    rule(
        Topic.NATIONAL_REFERRAL_MECHANISM,
        "first responder|responders",
        "traffick* / slavery / exploit*",
    ),
    rule(Topic.RETURNEES, _CAME_BACK, _FROM_THE_WAR),
    rule(Topic.RETURNEES, "returnee|returnees"),
    rule(
        Topic.SUPPORT_FOR_RETURNEES,
        f"returnee|returnees / {_FROM_THE_WAR}",
        _CAME_BACK,
        "support* / help|helped|helps|helping / interven* / assist* / mentor* / reintegrat* / "
        "rehabilitat* / deradicalis* / monitored|monitoring",
    ),
    rule(
        Topic.BREAKDOWN_BY_SEX,
        "male|males / female|females / gender|genders / boys ~2 girls / girls ~2 boys / "
        "men ~2 women / women ~2 men / by|their|the|and|or sex / sex and|or",
        on_subject=True,
    ),
    rule(
        Topic.BREAKDOWN_BY_AGE,
        "age group|groups|range|ranges|bracket|brackets|band|bands|breakdown|profile|category / "
        "by|their|and|or|each|with|what age|ages / age and|or|at / ages of / "
        "year olds / over ~1 18|18s|21|25",
        on_subject=True,
    ),
    rule(
        Topic.BREAKDOWN_BY_AGE,
        "the age|ages",
        unless="under|below|over|above the age",
        on_subject=True,
    ),
    rule(
        Topic.BREAKDOWN_BY_AGE,
        "under ~3 10|11|14|15|16|18|21 / aged",
        unless=_REFERRED,
        on_subject=True,
    ),
    rule(
        Topic.BREAKDOWN_BY_ETHNICITY,
        "ethnic|ethnicity|ethnicities / nationality|nationalities / religion|religions / "
        "by|their|and|or|religious faith|race|belief / religious ~1 affiliation|group|groups",
        on_subject=True,
    ),
    rule(
        Topic.IDEOLOGY,
        "islamis* / far|extreme|hard right / right|left wing / incel|incels / ideolog* / "
        "mixed|unclear|unstable / type|types|nature|kind ~3 concern|concerns|extremism / "
        "animal rights|environmental*",
        f"{_HOW_MANY} / {_REFERRED} / cases|case / breakdown|broken|break",
        on_subject=True,
    ),
    rule(
        Topic.IDEOLOGY,
        "type|types|kind|kinds|category|categories|nature ~2 concern|concerns|extremism",
        on_subject=True,
    ),
    rule(
        Topic.SOURCE_OF_REFERRALS,
        "source|sources ~3 referral|referrals / who|whom ~3 referred|referring|refers / "
        "referred ~3 by ~2 school|schools|teachers|nhs|gp|gps|doctors|universities|colleges|"
        "health|police|agency|agencies|sector|families|whom|each / "
        "referral|referrals ~5 made|received|came|come|originated ~1 by|from ~2 school|schools|"
        "teachers|nhs|gp|gps|doctors|universities|colleges|health|education|agencies|families / "
        "referral|referrals from / referring agency|agencies|body|bodies|organisation* / "
        "agency|agencies|organisation*|school|schools|body|bodies|institution* ~4 referred|refer|"
        "referring",
        on_subject=True,
    ),
    rule(
        Topic.DATA_SHARING_AGREEMENT,
        "data|information sharing ~2 agreement*|protocol*|contract*|arrangement* / "
        "DSA|DSAs|ISA|ISAs / agreement* ~3 data|information ~1 sharing / "
        "agreement* ~4 share|sharing ~3 data|information",
    ),
    rule(
        Topic.IMPACT_ASSESSMENT,
        "data protection ~1 impact assessment* / privacy impact assessment* / DPIA|DPIAs|PIA|PIAs",
    ),
    rule(
        Topic.PROCESSING_CONTRACT,
        "data processing ~2 contract*|agreement* / data processor ~1 contract*|agreement* / "
        "processor contract*|agreement* / contract*|agreement* ~6 data processor* / "
        "contract*|agreement* ~3 process* ~4 data",
    ),
    rule(
        Topic.MEMORANDUM,
        "memorandum|memoranda|memorandums|memos of|on ~1 understanding / MOU|MOUs|MoU|MoUs",
    ),
    rule(
        Topic.PRIVACY_NOTICE,
        "privacy notice*|statement*|policy|policies|information / fair processing notice*",
    ),
    rule(
        Topic.POLICE_SHARING,
        "police|constabulary / counter terrorism unit|policing / CTU|CTP|CTPNW",
        "shared|shares|share / sharing ~1 of|with|between / copied|copying / "
        "pass|passes|passed|passing / forward|forwarded|forwards / sent|send|sends / exchange*",
        "data|information|details|intelligence|records|emails / e mails / case notes",
    ),
    rule(
        Topic.LOCAL_PROFILE,
        "counter terrorism|terrorist local profile|profiles / CTLP|CTLPs / "
        "counterterrorism local profile*",
    ),
    rule(
        Topic.LOCAL_PROFILE,
        "local profile|profiles",
        "police|threat|risk|terror*",
        on_subject=True,
    ),
    rule(
        Topic.SAFEGUARDING_HUB,
        "multi agency ~2 hub|hubs / MASH / multiagency ~2 hub|hubs / safeguarding hub|hubs",
    ),
    rule(
        Topic.CONFIDENTIALITY_AGREEMENT,
        "confidentiality ~1 agreement*|form*|undertaking*|statement*|clause* / "
        "non disclosure agreement* / NDA|NDAs / agreement* ~6 confidentiality / "
        "sign|signed|signs ~6 confidentiality",
    ),
    rule(
        Topic.CASE_DATABASE,
        "prevent case management / PCM|PCMD|PCMT|CMIS|ECINS|ECins / "
        "channel management ~1 system / channel management information / e cins",
    ),
    rule(
        Topic.CASE_DATABASE,
        "database|databases / case management|recording ~1 system*|software|tool* / "
        "stored|recorded|held|logged ~3 on|in ~4 system*|software|spreadsheet*",
        on_subject=True,
    ),
    rule(
        Topic.PRIORITY_STATUS,
        "priority ~1 area*|status|borough*|authority|authorities|council*|location*|list / "
        "non priority / tier 1|2|3|one|two|three",
        on_subject=True,
    ),
    rule(
        Topic.DOVETAIL_STATUS,
        "dovetail ~1 area*|site|sites|pilot*|authority|authorities|region*|status|model / "
        "project|operation|programme dovetail / Dovetail",
    ),
    rule(
        Topic.FUNDING,
        "funding|funded|funds|fund / budget|budgets|budgeted / grant|grants / "
        "spend|spent|spending|expenditure / cost|costs / money|paid / financial support",
        on_subject=True,
    ),
    rule(
        Topic.TRAINING,
        "training / trained|trainer|trainers / e learning|elearning / workshop|workshops / WRAP / "
        "briefing|briefings",
        on_subject=True,
    ),
    rule(
        Topic.PARTNERS,
        "partner|partners / civil society / CSO|CSOs / third sector / charity|charities / "
        "voluntary|community|faith|religious organisation*|group|groups|sector|body|bodies / "
        "mosque|mosques / organisation*|agencies|bodies ~4 work|works|working|deliver|delivers|"
        "represented|sit|attend|receive|received|funded|commissioned",
        unless="ethnic / group|groups ~2 of ~3 referred|people|individuals",
        on_subject=True,
    ),
    rule(
        Topic.STRATEGY,
        "action|delivery|strategic|implementation|local plan|plans / "
        "prevent|local|council|councils|your|own ~1 strategy|strategies|plan|plans / "
        "s strategy|plan / strategy|strategies ~1 document*|for / annual report* / "
        "copy|copies ~6 strategy|strategies|plan|plans / risk assessment* / "
        "policy|policies ~6 prevent|radicalisation|extremism|channel|referrals",
        unless="government|governments|national|home ~3 strategy",
        on_subject=True,
    ),
    rule(
        Topic.CONSULTEES,
        "consulted / consultee|consultees / asked|approached ~3 views|opinion / advice ~2 sought",
        "release|releasing|released / disclose|disclosing|disclosure / "
        "decision ~4 answer|request|refuse|withhold / this|the|my request / respond|response",
    ),
)
"""Every rule for a topic."""
