"""The little words by which clauses about events are cut, dated and judged."""

from __future__ import annotations

from ..roles.little_words import words

# verbs and what stands before them
BE = words("is are am was were be been being")
NOW = words("is are am")
PAST = words("was were had")
OF_TIME = words("in on at during under with by")  # what may lead in when it was that something happened
HAVE = words("has have had having")
MODALS = words("will shall may might could must should can")
AUXILIARIES = BE | HAVE | MODALS | words("would do does did")
PLANNING = words("""
    expected expects expect expecting due planned plans plan planning scheduled set slated likely hopes hope hoping
    intends intend intending aims aim proposed poised preparing prepares looking about agreed committed wants seeks
    anticipated envisaged foreseen
""")
DENYING = words("not never cannot neither nor hardly without")
NO_DENIAL = words("fewer less more later longer doubt")  # after "no"
ADVERBS = words("""
    to yet also again first last then just still already now since ever both soon later only forward thus
    therefore always long twice together most
""")
UNDOING = words("""
    suspended interrupted frozen halted stalled paused postponed cancelled canceled abandoned severed broken closed shut
    shelved adjourned delayed rejected denied opposed criticised criticized boycotted moved downgraded
""")  # what a date behind these says is no more than when something ended or was put off
AGAIN = words("""
    alternately
    annual annually yearly regular regularly biennial biennially biannual monthly quarterly periodic periodically
""")
TURNS = frozenset((("by", "turns"), ("in", "turn"), ("in", "rotation"), ("in", "alternation")))  # held by turns
EVERY = words("every each")
TIMES = words("once twice times")
PERIODS = words("year years month months spring summer autumn winter other two three second")
SERIES = words("and again then in on from both") | {","}  # between the dates of a series
YEARS = words("financial fiscal budget academic school year years period")  # the 2012 financial year
LATEST = words("recently latest last")  # of what recurs, the one time that is dated

# where clauses begin
RELATIVE = words("which who whom whose where")
SUPPOSING = words("if unless whether once until provided")
SUBORDINATING = RELATIVE | SUPPOSING | words("when while whereas although though because")
BEFORE_ING = words("before after while by without when")
ABOUT = words("on for")  # what may lead in what talks are about
BEFORE_NAME = words("the mr. ms. mrs. dr. mr ms mrs dr")
BEFORE_RELATIVE = words("of to in with under from by for on at during through")
AND = words("and but or")
HARD = frozenset(";:()")

# what leads names in, and what they are
PREPOSITIONS = words("""
    in at to with by of for on from between among under into during toward towards through against near about over
    across via than as behind after before since following including until without alongside
""")
MARGINS = words("margins margin sidelines fringes")
DELEGATIONS = words("delegation mission group team")
MISSIONS = words("delegation delegations")
PEOPLE = {"prime ministers", "foreign ministers"} | words("""
    members leaders officials ministers presidents premiers parliamentarians representatives companies firms businesses
    governments countries states authorities negotiators legislators diplomats experts mayors senators governors
    executives investors academics judges entrepreneurs
""")
PERSONAL = words("he she they it latter")
SINGULAR = words("he she his her")
OWNERS = words("his her their its")
POSSESSIVE = words("'s '")
DETERMINERS = words("a an the its their his her")
DEFINITE = words("the this that same his her their 's '")
TWO_COUNTRIES = words("countries governments sides nations states parties partners capitals")
TWO_PERSONS = words("leaders ministers presidents premiers counterparts") | {"prime ministers", "foreign ministers"}

# how a word that may be a noun or a verb is used
BEFORE_VERB = words("to will would may might can could should must shall not who also they we and both")
AFTER_NOUN = words("to by of in and")
COMPOUNDS = words("partner partners status member members process campaign room sector team house houses")
NO_OBJECT = PREPOSITIONS | words("and but jointly last once provisionally early recently there again")

CONJUNCTIONS = words("before after since until as than")  # prepositions that may also open a clause

# around nouns
ENDS_PHRASE = words("""
    a an the its their his her our another this that each several no and of to in on with for by or whose which is are
    was were has have be been million billion when where while after before since
""")
ANY_TEXT = words("agreement treaty accord pact text deal instrument")  # what any text may be called when told again
COUNTS = words("several various many some other further more new bilateral numerous different such these those all")
LABELS = words("agreements treaties conventions accords instruments memoranda protocols mous")  # before "signed:"
COMPLEMENTS = words("on of for concerning regarding")
AFTER_COMPLEMENT = words("in at with between during from by to which that")
FIRST_SINCE = words("first second third fourth fifth sixth seventh only last 2nd 3rd 4th 5th 6th")  # since 2007
ORDINALS = words("next last first second third previous latest following")
NUMBERED = words("next second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")  # "the second is"
NUMBERED |= {f"{n}{'th' if 10 < n < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}" for n in range(2, 41)}
AFTER_NUMBERED = AUXILIARIES | words("took takes")  # what is said of "the second" alone
THAT_OF = words(
    "that those"
)  # what "of" may lead in behind these is another of what was told: the visit followed that of
TO_COME = words("planned upcoming forthcoming future proposed awaits awaiting await pending")
OF_MEMBERS = words("member observer party signatory associate partner")
LISTING = words("as among one to")  # named as, among, one of, added to
BESIDE = words("at beside during for before after following to") | {""}  # what leads in a meeting that is only named
SERVING = words("""
    troops soldiers officers police forces peacekeepers personnel engineers experts advisers advisors trainers teachers
    doctors nurses scientists judges observers volunteers universities organisations organizations
""")  # who does something for their country: Canadian police officers have trained
UNDER = words("under through via")  # what leads in the programme by which something is done
JOINING = words("join accede enter participate")
BEING_MEMBER = words("participation accession membership entry candidacy bid candidature admission")
INCLUDING = words("include included were are been")  # before those who visited: recent visitors include
FUNDED = words("funded supported financed sponsored backed led")
