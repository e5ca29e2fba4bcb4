"""The rules by which a factor makes an argument, in the notation of ``_matching``.

They are written for the genre, the public interest tests of refusals about Prevent and
their neighbours.  What stands behind a *not* is no argument, and a phrase that names a harm
is not enough: it must be clear whose or what harm it is.
"""

from __future__ import annotations

from typing import Final

from foiprevent.prevent._matching import Rule, rule
from foiprevent.prevent.arguments import Argument

_PUBLIC: Final = (
    "public / people / citizen|citizens / resident|residents / community|communities / society / "
    "taxpayer|taxpayers / applicant|requester"
)
_BAD_ACTORS: Final = (
    "terrorist|terrorists|extremist|extremists|criminal|criminals|offender|offenders|recruiter|"
    "recruiters|adversary|adversaries"
)
_WHO_SERVES: Final = (
    "officer|officers / staff|employee|employees / practitioner|practitioners / individual|"
    "individuals / people|person|persons / volunteer|volunteers / partner|partners / "
    "organisation|organisations / provider|providers / professional|professionals / "
    "mentor|mentors / panel member|members / those ~1 who|involved|delivering|working|engaged"
)
_PROGRAMME: Final = (
    "programme|programmes|strategy|strategies|project|projects|delivery|effort|efforts|objective|"
    "objectives|aim|aims|work|effectiveness|duty|Prevent|Channel|initiative|initiatives|measures"
)
_AREA: Final = (
    "area|areas / community|communities / location|locations / place|places / region|regions / "
    "borough|boroughs / town|towns / district|districts / school|schools"
)
_OF_PREVENT: Final = (
    "prevent / channel / counter terrorism|terrorist|terror / terrorism / extremism / "
    "radicalisation / national security / safeguarding"
)

ARGUMENT_RULES: Final[tuple[Rule[Argument], ...]] = (
    # for disclosure
    rule(
        Argument.TRANSPARENCY,
        "transparency|transparent / openness / openly / more|being|greater open / "
        "council|authority|authorities|government|force|trust|body|bodies ~3 open / open about / "
        "open ~2 accountable / open to ~1 scrutiny|challenge",
        unless="open to ~2 radicalis*|extremis*|abuse|attack|exploit* / "
        "open source / open government ~1 licence|license|partnership",
    ),
    rule(
        Argument.TRUST,
        "public|people|residents|communities|s|increase*|increasing|build*|gain*|more|greater|"
        "promote*|enhance*|foster*|strengthen* ~1 trust / trust in / trusted / "
        "trusts it|them|local|government|the|its / public confidence / "
        "confidence ~1 in ~3 police|policing|council|councils|authority|authorities|government|"
        "public|services|prevent|process|agencies|decision*",
        unless="nhs|foundation|hospital|academy|acute|school trust",
    ),
    rule(
        Argument.PUBLIC_UNDERSTANDING,
        "understand|understands|understanding|understood / awareness / insight / informed",
        _PUBLIC,
        "threat|threats / risk|risks / response|responds|responding / terrorism|terrorist / "
        "extremism / radicalisation|radicalised / counter terrorism / prevent|channel / "
        "work ~4 done|carried|being|undertaken|underway",
        unless=f"{_BAD_ACTORS} ~3 understand*|insight / "
        f"help|allow|enable|assist|give|provide|inform ~1 {_BAD_ACTORS}",
    ),
    rule(
        Argument.REASSURANCE,
        "reassure|reassures|reassured|reassuring|reassurance / "
        "assure|assures|assured ~3 that|public|people|residents|communities / "
        "assure ~1 them|people / assurance|assurances that|to|about|of / "
        "confident|satisfied ~2 that ~8 supported|safeguarded|protected|effective|robust",
    ),
    rule(
        Argument.ACCOUNTABILITY,
        "accountable|accountability / hold|holds|held|holding ~4 account / answerable / "
        "decision|decisions ~6 affect|affects|affecting / why|reasons|reasoning ~5 decision|"
        "decisions|decided / public money|funds|purse|spending / value for money / "
        "money|funds|budget|resources ~3 spent|used|allocated / public scrutiny / "
        "open to ~1 scrutiny",
        unless=f"{_BAD_ACTORS} ~2 account|accountable",
    ),
    rule(
        Argument.INFORMED_DEBATE,
        "public|informed|national|wider|local|democratic debate|debates|discussion|discourse / "
        "contribute|contributes|join|participate|participation|engage|part ~4 debate|debates|"
        "debating|discussion / debating / inform|informs|informing|further|furthers ~4 debate",
    ),
    rule(
        Argument.PUBLIC_SAFETY,
        "information / inform|informed|informs / aware|awareness / warn|warned|warning / "
        "alert|alerted / advice / light / know",
        "public|community|own|personal safety / public health / public ~2 health / "
        "safety of the public / "
        "keep|stay ~4 safe / protect themselves / health ~2 safety of ~2 public|people|residents",
        unless=f"{_BAD_ACTORS} / target|targets|targeted|targeting / endanger*|jeopard*",
    ),
    # for maintaining the exemption
    rule(
        Argument.THREAT_MAP,
        "threat map|maps|mapping / map|maps|mapped|mapping ~6 threat|threats|vulnerab*|risk|"
        "radicalis*|uk|country|areas|activity / mosaic|jigsaw / "
        "picture ~7 built|build|put|assembled|pieced|emerge|formed / "
        "build*|built|assembl*|form|create*|compile|draw|piece*|establish ~5 picture|map / "
        "national|nationwide|geographical|geographic|regional picture|overview / "
        "compare|compared|comparing|comparison|comparisons ~10 area|areas|region|regions|part|"
        "parts|authorities|councils|forces|boroughs / "
        "where ~8 threat|threatened|risk ~6 most|greatest|highest / "
        "gauge|gauging|estimate|assess ~5 threat / "
        "combined|aggregated|collated|pieced|together ~8 area|areas|authorities|councils|forces|"
        "requests|responses|answers / "
        "geographical|geographic ~2 spread|distribution|concentration",
        unless="full|clear|complete|accurate|true picture of ~2 work|spending|performance",
    ),
    rule(
        Argument.VULNERABILITY,
        "indicate|indicates|indicating|indication|indicator|indicators / hint|hints / "
        "show|shows|showing / reveal|reveals|revealing / point|points|pointing / "
        "gauge|gauging / suggest|suggests / measure|proxy / highlight|highlights / "
        "identify|identifies|identifying",
        "vulnerable|vulnerability|vulnerabilities / susceptible|susceptibility / "
        "open to ~3 radicalis*|recruit*|drawn|extremis* / be|being|become ~1 radicalised / "
        "at risk of ~3 radicalis*|drawn",
        f"how many / number|numbers / level|levels / extent|scale|amount / {_AREA}",
        unless="gap|gaps / vulnerability|vulnerabilities ~4 system*|network*|software / "
        "system|systems|network|networks|software|cyber ~3 vulnerab*",
    ),
    rule(
        Argument.TARGETED_RADICALISATION,
        "target|targets|targeted|targeting|aim|aims|aimed|focus|focused|focussed|direct|directed|"
        "concentrate|concentrated|tailor|tailored ~8 radicalisation|radicalise|radicalising|"
        "radicalisers|recruit|recruiting|recruitment|groom|grooming|propaganda / "
        "radicalisation|radicalise|radicalising|radicalisers|recruiters|recruitment|propaganda|"
        "groomers ~8 target|targets|targeted|targeting|aim|aimed|focus|focused|focussed|directed|"
        "concentrate|concentrated|exploit",
        unless="target|targets|targeted|targeting|aimed|focused ~2 support|intervention*|help|"
        "training|work|funding|resources / recruitment ~2 staff|officers",
    ),
    rule(
        Argument.GAP,
        "gap|gaps / low|lower|few|fewer|fewest|little|limited|lack|absence|minimal|zero ~4 "
        "referral|referrals|prevent|activity|project|projects|resource|resources|case|cases|"
        "engagement|provision|coverage|intervention* / hardly any / no|none ~2 "
        "referral*|projects|activity|cases / resources|coverage|provision|activity ~3 "
        "low|lower|limited|thin|weak|weaker|lacking|scarce / under resourced|funded / nil return|"
        "returns / no work / where ~8 are|is not|none|no",
        "reveal|reveals|revealing / identify|identifies|identifying / expose|exposes|exposing / "
        "highlight|highlights|highlighting / show|shows|showing / target|targets|targeted|"
        "targeting / exploit|exploits|exploited / indicate|indicates|indicating / "
        "stand|stands out / find|finds out / learn|know / advertise|advertises / signal|signals",
        unless="identif* ~4 individual*|person*|people|child*|anyone|someone",
    ),
    rule(
        Argument.TRENDS,
        "trend|trends / fluctuat* / "
        "chang*|move|moved|pattern*|increas*|decreas*|vary|varied|variation*|rose|fell|rise|fall|"
        "rising|falling|developed ~6 over|through|across ~2 time|years / "
        "chang*|move|moved|pattern*|increas*|decreas*|vary|varied|variation*|rose|fell|rise|fall|"
        "compar* ~5 year on|to|by year / year on year|yearly ~2 chang*|compar*|variation*",
        unless="trust|confidence ~5 over time|years",
    ),
    rule(
        Argument.RECRUITMENT_SUCCESS,
        "recruiter|recruiters / recruitment|recruiting / radicaliser|radicalisers / "
        "radicalisation|radicalising ~2 effort*|attempt*|activity|campaign* / groomers / "
        "efforts ~1 radicalise|recruit",
        "success|successful|successfully / succeed|succeeded|succeeding / worked|working / "
        "effective|fruitful|traction",
        unless="staff|officer|officers|vacancy|vacancies|post|posts|coordinator|coordinators|"
        "volunteers",
    ),
    rule(
        Argument.HOSTILITY,
        "hostility / hostile ~3 community|communities|group|groups|attention|reaction* / "
        "anti muslim|islam|islamic|semitic / islamophob* / hate crime|crimes|incident*|groups / "
        "stigmatise*|stigmatising|stigmatize* / community tension|tensions|cohesion / "
        "tension|tensions ~4 community|communities / backlash|reprisal|reprisals|retaliation ~4 "
        "community|communities|muslim|muslims / "
        "communities|community ~4 violence / hatred / "
        "reciprocal|cumulative radicalisation|extremism",
    ),
    rule(
        Argument.DETERRENCE,
        "deter|deters|deterred|deterring / discourage|discourages|discouraged|discouraging / "
        "unwilling|unwillingness / not ~2 willing / less willing / reluctant|reluctance / "
        "less likely to ~2 work|engage|cooperate|co|refer|come|participate|report|share|assist|"
        "support|volunteer / withdraw ~4 prevent|programme|support|cooperation|work|partnership / "
        "disengage|disengaged / dissuade|dissuaded / put off / chilling effect / "
        "stop|stops|stopped|cease ~2 reporting|referring|working|engaging|coming|sharing / "
        "no longer ~2 engage|work|report|refer|cooperate|come|share|participate / "
        "relationship|relationships|relations ~8 damaged|harmed|undermined|strained|suffer / "
        "damage|damages|harm|undermine|strain ~3 relationship|relationships|relations / "
        "afraid|fear|fearful ~2 to|of ~2 work|working|engage|engaging|associated|association",
        f"{_WHO_SERVES} / civil society / CSO|CSOs / community|communities / agencies|agency / "
        "families|parents / schools|school / charity|charities / groups",
        unless="deter|deters|deterring|discourage ~4 terroris*|crime|criminal*|offend*|attack*|"
        "applicants|requests|requesters",
    ),
    rule(
        Argument.DETERRENCE,
        "depend|depends|dependent|relies|rely|reliant|relying ~4 civil|CSOs|partner|partners|"
        "voluntary|community|communities|volunteers|charities / "
        "cannot|could ~8 without ~4 civil|CSOs|partner|partners|voluntary|community|communities|"
        "volunteers|charities",
    ),
    rule(
        Argument.PERSONAL_SAFETY,
        "personal|physical safety|security / their|staff|whose safety|wellbeing / "
        "lives ~3 risk|danger|jeopardy / "
        "safety|wellbeing|lives|security ~4 individual*|staff|officer|officers|employees|"
        "practitioner*|volunteers|person|persons|those|anyone / "
        "endanger|endangers|endangering|endangered ~6 individual*|person*|people|staff|officers|"
        "health|safety|wellbeing|lives|life|someone|anyone|those|them / "
        "serious|physical|mental injury|harm / at|to risk of|from ~3 injury|harm|attack|reprisal*|"
        "violence|harassment|intimidation / reprisal|reprisals / "
        "be|been|being|become ~1 harassed|intimidated|threatened|attacked|abused / "
        "harassment|intimidation|abuse|threats ~4 staff|officers|practitioners|people|those|"
        "partners|volunteers / "
        "subject|subjected to ~3 threats|abuse|harassment|violence|reprisals / "
        "become|becoming|made|making|be|being|potential|making|them ~3 "
        "target|targets|targeted / target ~2 people|individuals|officers|staff|organisations|"
        "those|practitioners",
        _WHO_SERVES,
        unless="targeted|target|targets ~4 radicalis*|recruit*|groom*|propaganda / "
        "vulnerable|susceptible people|individuals|young ~6 targeted|targets / "
        "reprisal|reprisals|backlash ~4 communities|community / target area|areas",
    ),
    rule(
        Argument.IDENTIFICATION,
        "identify|identifies|identifying|identification ~5 individual*|person|persons|people|"
        "child*|organisation|organisations|officer|officers|staff|them|subject*|someone|those|"
        "anyone|family|families|pupil* / "
        "identity|identities of|could|would|might|may|being|were / "
        "re identify|identified|identification / reidentif* / small|low numbers|number|cell|cells"
        " ~8 identif*",
        unless="identify|identifies|identifying|identification ~1 vulnerable|susceptible / "
        "identify|identifies|identifying|identification ~3 individual*|people|person|those|child* "
        "~3 at|vulnerable|susceptible|need",
    ),
    rule(
        Argument.IDENTIFICATION,
        "be|being|become|becoming|is|are ~2 identified|recognised|recognisable / "
        "identifiable|identifiability",
        "individual|individuals / person|persons|people / child|children|pupil|pupils / "
        "organisation|organisations / officer|officers|staff / someone|anyone / those|them / "
        "family|families",
        unless="area|areas|gap|gaps|place|places|trend|trends|region|regions ~4 identified",
    ),
    rule(
        Argument.IDENTIFICATION,
        "give|gives|giving|given away ~5 detail|details|information|names|identities ~5 "
        "individual*|people|person*|organisation*|those|staff|officers / "
        "divulge*|divulging|reveal*|expose*|exposing|disclose*|disclosing ~5 detailed|personal|"
        "names|identities|details ~5 individual*|people|person*|organisation*|those|staff|"
        "officers|participants",
    ),
    rule(
        Argument.POLICING,
        "prejudice|prejudices|prejudicial|prejudicing|harm|harms|compromise*|compromising|hinder*|"
        "impede*|impeding|disrupt*|undermine*|frustrate*|hamper*|obstruct*|damage|jeopardise* ~6 "
        "investigation*|policing|police|operation|operations|operational|prosecution*|"
        "apprehension / "
        "prejudice|prejudices|prejudicial|prejudicing|compromise*|hinder*|impede*|undermine*|harm|"
        "hamper* ~3 law enforcement / "
        "prejudice|prejudices|prejudicial|prejudicing|hinder*|impede*|hamper* ~5 prevention|"
        "detection / investigation|investigations|operation|operations ~4 compromised|prejudiced|"
        "hindered|impeded|jeopardised|disrupted / "
        "law enforcement ~5 compromised|prejudiced|hindered|impeded|jeopardised|harder / "
        "enquiry|enquiries ~8 compromised|prejudiced|hindered|impeded|jeopardised|disrupted / "
        "police|policing|operational|investigative tactic*|capability|capabilities|technique* / "
        "draw|divert*|where ~3 police resources / more crime|crimes / "
        "how ~2 police|forces ~2 operate|operates|work|works|investigate",
    ),
    rule(
        Argument.EVASION,
        "evade|evades|evading|evasion / circumvent|circumvents|circumventing / "
        "get|gets|getting round|around / "
        "avoid|avoiding|escape|escaping|elude|eluding ~3 detection|arrest|justice|attention|law|"
        "police|prosecution|capture|surveillance / tip|tips|tipped|tipping ~3 off / "
        "alert|alerts|alerting|forewarn* ~3 suspect*|offender*|terrorist*|criminal*|subject* / "
        "change|alter|adapt|adapting|modify|adjust ~4 behaviour|behaviours|tactics|methods / "
        "destroy|conceal|hide ~2 evidence|tracks / undetected|unnoticed / "
        "know|knew|learn|find ~3 whether|if ~8 attention|investigated|investigation|watched|known|"
        "monitored|suspected",
        unless="tax|fee|parking|charge ~1 evasion|evade|evading / evade|evading ~2 tax|fees|"
        "fines / circumvent* ~3 process|procedure|rules|policy|request*",
    ),
    rule(
        Argument.UNDERMINING,
        f"undermine|undermines|undermined|undermining|weaken|weakens|weakened|weakening|frustrate|"
        f"frustrates|frustrating|undo|undoing|negate|negates|negating|jeopardise|jeopardises|"
        f"jeopardising|thwart|thwarting|sabotage|misrepresent|misrepresents|misrepresenting|"
        f"disrupt|disrupting ~8 government|governments|counter|{_PROGRAMME} / "
        f"damage|harm|impair|compromise|compromises|compromising|reduce|reduces|reducing|"
        f"diminish|diminishes|hinder|hinders|hamper|hampers ~4 {_PROGRAMME} / "
        f"used ~3 against|challenge ~3 {_PROGRAMME} / discredit|discrediting ~3 {_PROGRAMME}",
        _OF_PREVENT,
        unless="undermine|undermines|undermining|damage|harm ~3 trust|confidence|reputation|"
        "relationship* / reduce|reduces|reducing|diminish* ~4 threat|risk / "
        "investigation*|inquiry|inquiries",
    ),
    rule(
        Argument.UNDERMINING,
        f"programme|strategy|prevent|channel|project|measures|it ~4 less effective|successful / "
        f"less effective ~4 {_PROGRAMME} / "
        "effort|efforts|programme|strategy ~6 weaker|weakened|undermined|compromised|jeopardised|"
        "frustrated|ineffective / "
        "effectiveness|efficacy ~6 reduced|eroded|compromised|undermined|damaged|"
        "diminished|weakened / delivery ~6 risk|jeopardy",
        _OF_PREVENT,
    ),
)
"""Every rule for an argument."""
