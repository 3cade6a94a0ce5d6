"""The little words by which statements about countries, bodies and offices are told apart."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


BE = words("is are was were be been being become became becomes remains remained remain")
HAVE = words("""
    has have had holds hold held holding enjoys enjoy enjoyed takes take took taken assumes assume assumed obtained
    gained granted acquired received share shares shared
""")
AUXILIARIES = BE | words("has have had having do does did")
VERBS = words("is are was were has have had will would may can")  # what follows a subject
ADVERBS = words("""
    also both currently now already long since again still once only together jointly one each all first just soon later
    then itself themselves last
""")
PREPOSITIONS = words("""
    of in with to for from by between on at like than toward towards against among into via within under unlike despite
    including
""")
COUPLING = words("and , & or")
GAPPING = words("and , ; while but")  # before one of whom the same is said, the verb left out
RESUMING = words("and but , while whereas or")  # before a verb that shares the subject of the one before
OPENING = RESUMING | words("that which where when as because since")  # before the subject of a clause
PLANNING = words("""
    will to expected expecting expects hopes hoping wishes wants plans planning planned due set ready intends likely
    seeking seeks sought aspires aspiring applied agreed decided invited preparing negotiating scheduled asked
""")
SUPPOSING = words("would could may might should can must if whether")
DENYING = words("not never no nor neither cannot yet without refused declined")
NOT_YET = words("will would may might could should due expected expects plans planned likely scheduled")
WISHES = words(
    "wish desire intention interest decision bid application request plans efforts steps hope ambition aim goal"
)
FIRST_OR_LAST = words("first second third last latest only")
COUNTRIES = words("countries states nations partners governments sides neighbours neighbors economies")
WORDS_OF_SUBJECTS = COUNTRIES | words("the our both two , and it we they")
TOGETHER = words("along together")
LIKEWISE = words("like alongside")  # before one of whom the same is said: Like Peru, Chile is

HAD = words("observer presidency chairmanship chair membership status")  # roles that one holds, enjoys or takes
ACTING = words("""
    sat sits sit served serves serve acts acted continues admitted recognised recognized accepted accredited
    participates
""")
NO_MEMBER = words("former suspended ex non not no never without potential prospective possible")
ONLY_WISHED = ("support", "back", "favour", "bid", "seek", "appl", "aspir")
ENDED = ("withdr", "end", "suspend", "renounc", "terminat", "cancel", "left", "lost", "hand", "pass", "relinq", "oppos")
CANDIDACIES = words("bid candidature candidacy application")  # which others support
OWNED = words(
    "membership candidacy candidature application applications"
)  # roles that are one's own: ratified its membership of
CONTESTS = words("games cup olympics paralympics championship championships expo fair festival biennale")  # of nobody
NEGOTIATIONS = words("negotiations talks")
FORMED = words("formed forms form launched created established set make makes")  # a body, by those who make it up
JOINT = FORMED | words("co founded helped helps")  # before a body and "with": what one does with others
COUNTED = words("counts count counted ranks rank ranked figures figure figured numbers number")  # among the members
SUCCEEDING = words(
    "succeeds succeeded succeeding replaces replaced replacing follows followed following"
)  # one as chair
# Words for being in a body that name no one who is, and verbs that may stand apart from their subject.
ABSTRACT = words("""
    membership memberships belonging joining presidency chairmanship chair helm seat
""")
SHARED = words("shared share shares sharing common joint mutual same fellow alike together both")  # by more than one
LATER = words("later earlier time year years month months part turn ago too")  # ends words that say when
ARTICLES = words("a an the one both")
BEFORE_A_ROLE = words("of one some among a an the its and full")
OPENING_A_TIME = words("since after upon having")  # and a verb: Since joining the EU in 2004, Poland
BEFORE_A_TERM = words("during under")  # and a role: During its presidency of the G7
ROLE_PARTICIPLES = words("""
    founding borrowing negotiating leading participating contributing voting standing contracting longstanding paying
    rotating incoming outgoing
""")
# What may follow a body; another word would make it the adjective of that word ("a NATO mission", "the UN agencies").
AFTER_A_BODY = VERBS | words("""
    and or but in on at since as which where with for to from by while who that also after before during when until
    through under following because whose of both together alongside along itself then upon without despite although
    membership
""")

# What may stand between a body and the "it" that stands for it; a name or a date is empty here.
BETWEEN_BODY_AND_IT = (
    AUXILIARIES
    | VERBS
    | ADVERBS
    | COUPLING
    | words("in on since from as but it ; ( ) has will founding member observer")
    | {""}
)

RELATIVES = words("who whom which whose where while whereas but")  # before a clause of its own
OF_TIME = words("in on during from of at early late until by")  # before a date of what happened
MOVES = words("""
    visit visits visited visiting travel travels travelled traveled toured came come went arrived trip trips led
    received welcomed hosted
""")
JOURNEYS = words("visited travelled traveled toured came arrived went")
VISITS = words("visit visits trip trips")
TOWARDS = words("to in visit visited visiting toured")
RECEIVING = words("received welcomed hosted")
MEETINGS = words("met meet hosted host hosts received welcomed talks conferred with signed witnessed spoke called")
