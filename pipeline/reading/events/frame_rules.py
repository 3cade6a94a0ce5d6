"""How the words that tell of events are built into clauses: one frame for each class of them, with its proof."""

from __future__ import annotations

from typing import NamedTuple


class Frame(NamedTuple):
    """How a class of triggers is built into a clause, with its proof.

    `roles` differ from those of the kind; `takes` are the frames and kinds of nouns that a verb without a kind of its own
    is said of; `examples` are (sentence, "kind date status" of its events) and `counter` sentences without any.
    """

    roles: dict[str, str]
    takes: frozenset[str]
    examples: tuple[tuple[str, str], ...]
    counter: tuple[str, ...]


_NO_ROLES: dict[str, str] = {}
_NOTHING: frozenset[str] = frozenset()
_MEETINGS = frozenset(("event", "round", "announcement"))
_HELD = _MEETINGS | {"forum"}  # also what is named like a body: the Trade Forum

FRAMES: dict[str, Frame] = {
    "act": Frame(_NO_ROLES, _NOTHING,
        (("Mr. Kos visited Quelm in May 2010.", "visit 2010-05 occurred"), ("Mr. Kos will meet Ms. Roy in Lima.", "meeting  planned"),
         ("The Ulvik Treaty was signed by Peru on 3 May 2010.", "signature 2010-05-03 occurred")),
        ("Mr. Kos has never visited Peru.", "The treaty has yet to be ratified by Peru.")),
    "go": Frame(_NO_ROLES, _NOTHING,
        (("Mr. Kos travelled to Chile in 2010.", "visit 2010 occurred"), ("Mr. Kos had come to London in May 2009.", "visit 2009-05 occurred")),
        ("Exports went to Chile in 2010.", "Mr. Kos went further in 2010.")),
    "stay": Frame(_NO_ROLES, _MEETINGS,
        (("Mr. Kos was in Lima in May 2010.", "visit 2010-05 occurred"), ("Mr. Kos is due in Lima in 2031.", "visit 2031 planned")),
        ("Peru was in debt in 2010.", "A recovery is expected in 2031.")),
    "lead": Frame(_NO_ROLES, _NOTHING,
        (("Ms. Roy led a delegation to Peru in 2010.", "visit 2010 occurred"), ("Mr. Kos took 12 firms to Lima in May 2010.", "visit 2010-05 occurred")),
        ("Ms. Roy led the party in 2010.", "Peru leads in exports to Chile.")),
    "host": Frame({"agent": "host", "object": "visitor", "by": "host"}, _MEETINGS,
        (("Mr. Kos hosted Ms. Roy in Lima in 2010.", "visit 2010 occurred"), ("Ms. Roy was received in Lima by Mr. Kos in 2010.", "visit 2010 occurred"),
         ("Peru will host the G20 Summit in 2031.", "meeting 2031 planned")),
        ("Peru hosts 12 refugees.", "Peru received 12 million dollars in 2010.")),
    "guest": Frame({"agent": "visitor", "of": "host"}, _NOTHING,
        (("Ms. Roy was the guest of Mr. Kos in 2010.", "visit 2010 occurred"), ("Mr. Kos will be the guest of Ms. Roy in May 2031.", "visit 2031-05 planned")),
        ("A guest of Ms. Roy spoke.",)),
    "fall": Frame({"agent": "instrument"}, _NOTHING,
        (("The Ulvik Treaty entered into force in 2010.", "entry_into_force 2010 occurred"), ("The Ulvik Treaty is to take effect once both have ratified it.", "entry_into_force  planned"),
         ("The Ulvik Treaty, in force since 2007, is old.", "entry_into_force 2007 occurred")),
        ("The Ulvik Treaty is not in force.", "Once in force, the Ulvik Treaty would help.")),
    "plan": Frame(_NO_ROLES, _MEETINGS | {"establishment", "signature", "inauguration", "entry_into_force"},
        (("The next round of consultations is scheduled for May 2031.", "consultation 2031-05 planned"), ("A visit by Mr. Kos is planned for 2031.", "visit 2031 planned"),
         ("The first meeting was held in 2010; the second is foreseen for May 2031.", "meeting 2031-05 planned")),
        ("A recovery is expected for 2031.", "The visit of Mr. Kos, planned for May 2010, could not take place.")),
    "attend": Frame({"agent": "attendee"}, _MEETINGS,
        (("Ms. Roy attended the G20 Summit in 2010.", "meeting 2010 occurred"), ("Mr. Kos took part in the consultations in May 2010.", "consultation 2010-05 occurred"),
         ("On 3 May 2010 Mr. Kos witnessed the signing of the Ulvik Treaty.", "signature 2010-05-03 occurred")),
        ("Ms. Roy attended a school in 2010.",)),
    "join": Frame(_NO_ROLES, _MEETINGS,
        (("Peru joined the OECD in May 2010.", "accession 2010-05 occurred"), ("Chile is expecting to join the talks in 2031.", "negotiation 2031 planned")),
        ("They supported a bid for Peru to join the OECD.",)),
    "assume": Frame({"agent": "other"}, _NOTHING,
        (("Mr. Kos took office in July 2010.", "inauguration 2010-07 occurred"), ("Ms. Roy will assume office on 3 May 2031.", "inauguration 2031-05-03 planned")),
        ("An office was taken in Lima.",)),
    "aid": Frame({"agent": "supporter"}, frozenset(("help", "programme")),
        (("Chile has provided assistance to Peru since 1968.", "programme 1968/.. ongoing"), ("Since 2005, Peru has supported the Ulvik Programme.", "programme 2005/.. ongoing")),
        ("Chile provided aid to Peru in 2010.", "Chile supports Peru.")),
    "serve": Frame({"agent": "supporter", "with": "beneficiary"}, _NOTHING,
        (("Chile has been engaged in farm work with Peru since 1968.", "programme 1968/.. ongoing"), ("Since 2005, the OECD has trained judges in Lima.", "programme 2005/.. ongoing")),
        ("Chile has trained judges in Lima.", "Mr. Kos has worked in Lima since 2010.")),
    "send": Frame({"agent": "organiser"}, _NOTHING,
        (("Chile sent a trade mission to Lima in May 2010.", "visit 2010-05 occurred"), ("Chile has sent teachers to Peru since 1968.", "programme 1968/.. ongoing")),
        ("Chile sent copper to Peru in 2010.", "Chile sent a mission.")),
    "keep": Frame(_NO_ROLES, frozenset(("establishment", "partnership")),
        (("Chile has maintained an embassy in Lima since 1940.", "establishment 1940 occurred"), ("Peru has had a consulate in Arica since 1950.", "establishment 1950 occurred")),
        ("Chile maintains an embassy in Lima.", "Peru has had a deficit since 2010.")),
    "call": Frame(_NO_ROLES, _NOTHING,
        (("In May 2010 Ms. Roy called on President Igor Kos.", "meeting 2010-05 occurred"), ("Mr. Kos will pay a courtesy call on Ms. Roy in May 2031.", "meeting 2031-05 planned")),
        ("In May 2010 Ms. Roy called on Mr. Kos to resign.", "Peru called on Chile in 2010.")),
    "approve": Frame(_NO_ROLES, _NOTHING,
        (("The Senate approved the Ulvik Treaty in May 2010.", "ratification 2010-05 occurred"), ("The treaty is to be approved by Peru in 2031.", "ratification 2031 planned")),
        ("Assistance of $12 million was approved in May 2010.",)),
    "cancel": Frame(_NO_ROLES, _MEETINGS, (),
        ("A visit to Lima by Mr. Kos in May 2010 was cancelled.", "The talks with Chile were postponed in May 2010.")),
    "become": Frame({"agent": "party", "of": "other", "to": "other"}, _NOTHING,
        (("In 2010, Chile became a member of the OECD.", "accession 2010 occurred"), ("Peru was admitted to the OECD in 2010.", "accession 2010 occurred")),
        ("Peru became rich in 2010.", "Peru may become a market of Chile.")),
    "name": Frame(_NO_ROLES, _NOTHING,
        (("In 2009, Peru was identified as a priority.", "designation 2009 occurred"), ("Peru was named among the partners in 2010.", "designation 2010 occurred")),
        ("Mr. Kos identified a problem in 2010.",)),
    "happen": Frame(_NO_ROLES, _HELD,
        (("The talks took place in Lima in May 2010.", "negotiation 2010-05 occurred"), ("A fair is taking place in Lima in 2031.", "fair 2031 planned")),
        ("A change took place in 2010.", "The talks did not take place in 2010.")),
    "continue": Frame(_NO_ROLES, _MEETINGS,
        (("Talks on an air agreement are under way.", "negotiation  ongoing"), ("The consultations continue.", "consultation  ongoing")),
        ("The work continues.",)),
    "inaugurate": Frame({"agent": "attendee"}, frozenset(("establishment", "fair")),
        (("Mr. Kos was inaugurated on 28 July 2011.", "inauguration 2011-07-28 occurred"), ("Ms. Roy inaugurated an embassy in Lima in 2010.", "establishment 2010 occurred")),
        ("A road is being inaugurated.",)),
    "hold": Frame(_NO_ROLES, _HELD,
        (("Peru and Chile hold annual consultations.", "consultation  recurring"), ("Mr. Kos paid an official visit to Lima in 2010.", "visit 2010 occurred"),
         ("The next round of consultations is likely to be held in May 2031.", "consultation 2031-05 planned")),
        ("Mr. Kos holds office.", "Consultations were to have been held in 2010.")),
    "start": Frame(_NO_ROLES, frozenset(("event", "forum", "round", "thing", "programme", "establishment")),
        (("Talks were launched on 24 May 2010.", "negotiation 2010-05-24 occurred"), ("Chile opened an embassy in Lima in 2010.", "establishment 2010 occurred"),
         ("A fair opens its doors in Lima on 8 May 2031.", "fair 2031-05-08 planned")),
        ("The market opened in 2010.", "The talks have not begun.")),
    "end": Frame(_NO_ROLES, frozenset(("negotiation", "consultation", "visit")),
        (("Negotiations with Chile were concluded in 2010.", "negotiation 2010 occurred"), ("The Ulvik Treaty was concluded in May 2010.", "negotiation 2010-05 occurred")),
        ("The road was completed in 2010.",)),
    "finish": Frame(_NO_ROLES, _MEETINGS,
        (("Talks on the Ulvik Treaty were completed in 2010.", "negotiation 2010 occurred"), ("Mr. Kos completed a visit to Lima in May 2010.", "visit 2010-05 occurred")),
        ("The road was completed in 2010.", "A charter was completed in 2010.")),
    "found": Frame(_NO_ROLES, frozenset(("establishment", "programme", "event", "forum")),
        (("Peru and Chile established diplomatic relations in 1935.", "establishment 1935 occurred"), ("Peru and Chile entered into a strategic partnership in 2010.", "establishment 2010 occurred"),
         ("An office was set up in Lima in 2010.", "establishment 2010 occurred")),
        ("A record was established in 2010.",)),
    "link": Frame(_NO_ROLES, frozenset(("partnership", "relations")),
        (("Peru and Chile have been linked by a partnership since 2010.", "programme 2010/.. ongoing"), ("Since May 2005, Peru and Chile have been bound by a Mining Partnership.", "programme 2005-05/.. ongoing")),
        ("Peru and Chile are linked by a partnership.", "Peru and Chile have been linked by a road since 2010.")),
    "raise": Frame(_NO_ROLES, frozenset(("partnership", "establishment")),
        (("In 2010, Peru and Chile elevated their relations to a strategic partnership.", "establishment 2010 occurred"), ("Relations were upgraded to the level of a partnership in May 2010.", "establishment 2010-05 occurred"),
         ("The consulate was raised to the level of an embassy in 1972.", "establishment 1972 occurred")),
        ("Peru raised its tariffs in 2010.", "The OECD raised its forecast for Peru in 2010.", "Peru raised the case with the OECD in 2010.")),
    "restore": Frame(_NO_ROLES, frozenset(("relations",)),
        (("Diplomatic relations were restored in 1972.", "establishment 1972 occurred"), ("Peru and Chile re-established diplomatic ties in May 1991.", "establishment 1991-05 occurred")),
        ("The palace was restored in 1972.",)),
    "invest": Frame({"agent": "supporter"}, frozenset(("programme",)),
        (("Peru invested $12 million in the Ulvik Programme in 2010.", "programme 2010 occurred"), ("Chile has invested in the Quelm Fund since 2009.", "programme 2009/.. ongoing")),
        ("Peru has invested $12 million in Chile since 2005.",)),
    "date": Frame({"agent": ""}, frozenset(("relations", "establishment")),
        (("Diplomatic ties go back to 14 July 1941.", "establishment 1941-07-14 occurred"), ("The embassy in Lima, which dates from 1935, is large.", "establishment 1935 occurred")),
        ("The road dates from 1935.",)),
    "follow": Frame(_NO_ROLES, frozenset(("relations",)),
        (("Diplomatic relations followed on 3 May 1992.", "establishment 1992-05-03 occurred"), ("Consular ties followed in 1950.", "establishment 1950 occurred")),
        ("A fall in prices followed in 2010.", "The embassy followed the case in 2010.")),
    "run": Frame(_NO_ROLES, frozenset(("programme",)),
        (("Peru has run the Ulvik Programme since 2010.", "programme 2010/.. ongoing"), ("A programme managed by Chile since 2010 goes on.", "programme 2010/.. ongoing")),
        ("Peru runs a deficit since 2010.", "Chile manages a programme.")),
    "spend": Frame({"agent": "supporter"}, frozenset(("programme",)),
        (("Peru spent $12 million on the Ulvik Programme in 2010.", "programme 2010 occurred"), ("Chile contributed to the Quelm Fund in 2009.", "programme 2009 occurred")),
        ("Peru spent $12 million in 2010.",)),
    "event": Frame(_NO_ROLES, _NOTHING,
        (("During a visit to Lima by Mr. Kos in 2010, it rained.", "visit 2010 occurred"), ("The signing of the Ulvik Treaty helped.", "signature  occurred"),
         ("The elections of 24 May 2010 were free.", "election 2010-05-24 occurred")),
        ("Free elections helped.", "A visit to Lima is a pleasure.")),
}  # fmt: skip

LASTING = frozenset(("aid", "serve", "keep", "link", "send", "spend"))  # frames of what goes on since a date
