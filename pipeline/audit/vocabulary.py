"""The audit's own words of plain English, by which it tells a capital letter from a name; shared with nothing else."""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Words that begin English sentences and name nothing.
OPENERS = _words("""
    a about above according across additional additionally after again against all almost along alongside already also
    although always amid among amongst an and another any apart approximately are around as at based because before
    below besides between beyond both building but by can close could currently despite did do does due during each
    earlier either especially even ever every few finally following for formal former from further furthermore
    generally given good great had has have he hence her here high high-level his historically how however if in
    including indeed instead into is it its just large last lately later like likewise low mainly many may meanwhile
    more moreover most much my nearly neither nevertheless new next no nor not notable notably now of often on once
    only or other our out over overall part particularly per previous previously recent recently regarding regular
    regularly roughly several she should similarly since slightly small so some soon still subsequently such than
    thanks that the their them then there therefore these they this those though through throughout thus to today
    together total towards under unlike until up upon upwards very via was we were what when where whereas whether
    which while who why will with within without worth would yet you your
""")
# Nouns and adjectives that briefs write with a capital, at a sentence's start, in headings or out of habit. None of
# them is the head word of names: no accord, bank, council, fund or summit.
PLAIN = _words("""
    academic activities agriculture aid annual areas arrangements assistance background bilateral business call
    citizens commerce commercial communities companies consular consultations contact contacts context cooperation
    countries country cultural culture defence defense democratic development diplomatic direct documents economic
    economy education embassy energy engagement environment exchanges export exports federal financial fisheries flows
    foreign forestry goods government governments growth health history human humanitarian import imports
    infrastructure innovation institutions international internet introduction investment investments investors issues
    joint justice key leaders links local main major media merchandise migration military mineral mining ministerial
    ministries ministry multilateral municipal natural negotiations negotiators officials opportunities organisations
    organizations overview parliamentary partners partnership peacekeeping people peoples police political population
    priorities priority private products programmes programs prosperity public questions rank region regional regions
    relations relationship research resources rights rural science sectors security senior services social state
    states strong stronger students support talks technical technology territorial ties total tourism tourists trade
    trading travel traveller travellers universities visa visas visitors visits web website welcome work workers world
""")
TITLES = _words("""
    ambassador ambassadors attaché chair chairman chairperson chancellor chief commander commissioner consul
    councillor deputy director envoy finance foreign general governor governor-general head high honorary king leader
    majesty mayor member members minister ministers parliament parliamentarians permanent premier president presidents
    prime prince princess queen representative secretaries secretary senator senators speaker special under-secretary
    vice
""")
PORTFOLIOS = _words("""
    affairs agri-food agriculture americas commerce consular cooperation culture defence defense development economic
    economy education energy environment external finance fisheries food foreign health immigration industry
    infrastructure interior international investment justice labour mines mining national natural resources science
    state technology tourism trade transport treasury
""")
HONORIFICS = _words("""
    dame dr excellency father h.e hon honorable honourable kc lady lord miss mp mps mr mrs ms obe phd prof right rt
    sheikh shri sir sri
""")
ACRONYMS = _words("""
    AIDS CSR FDI GDP HIV ICT ICTs IT LNG NGO NGOs ODA PPP PPPs R&D SME SMEs TV
""")
LANGUAGES = _words("""
    arabic english french german mandarin portuguese russian spanish
""")
WEEKDAYS = _words("""
    friday monday saturday sunday thursday tuesday wednesday
""")
# Labels of web sites.
FURNITURE = _words("""
    accessibility archived blog breadcrumb contents copyright countries crown date email fax feedback follow français
    help home index issued language menu modified navigation news page phone posted print privacy published regions
    related reviewed search share sitemap skip symbol tel telephone terms top updated
""")
# What priorities and themes of policy are called.
THEMES = _words("""
    advancing change children climate democracy democratic development dignity economic education empowerment ensuring
    environmental equality families food freedom futures gender girls governance growth health human inclusion
    inclusive increasing innovation jobs mutual peace poverty promoting prosperity reducing resilience rights securing
    security skills society stability stimulating strengthening sustainable values water women work youth
""")
