"""The rules by which a body is told of and who belongs to it follows: it counts both among its members, consists of."""

from __future__ import annotations

from ..rules import Rules, rule
from .membership_rules import BODIES, KIND, ROLE, SEVERAL, SHORT

_AND = "(,|and|, and|as well as|, as well as)"
BOTH = "(both|the two) (countries|states|nations|governments|partners)?"
_NAMED = "both? the? COUNTRY"
COUNTRY_LIST = f"{_NAMED} ({_AND} the? COUNTRY)*"
_MEMBERS = f"members:({BOTH} | {COUNTRY_LIST})"
_COUNTRIES = f"members:({_NAMED} ({_AND} the? COUNTRY)+)"
_BODY = f"list:(BODY {SHORT}? {KIND}?)"
_WHICH = "(,? (which|that))?"
_TOLD = "(, (which|whose|with|based|headquartered|a|an|the) (WORD|PLACE|COUNTRY|WHEN|REGIONAL|NUMWORD|NUM){1,9} ,)"  # of the body
_NOW = "(also|now|currently|already|today|has|have|had|is|are|was|were)*"
_JOINED = "(members|observers|participants|parties|signatories|founders|partners|associates)"
_MADE_UP = "comprises|comprised of?|comprising|consists of|consisting of|(made up|composed) of|groups|grouping|(brings|bringing|brought) together"
_BLOC = f"(, (a|an|the) (WORD|PORTFOLIO|REGIONAL|-){{0,3}} {BODIES})"
_LEADING = "(presidency|chairmanship|chair)"
_ENTRY = "(accession|admission|readmission|entry|return)"
_SEAT = "(headquarters|secretariat|seat)"
_THERE = "in (PLACE ,)? members:(the? COUNTRY)"

MEMBER_RULES = Rules(
    rule("body-counts", f"{SEVERAL} ({_WHICH} | {_TOLD}) {_NOW} (count|counts|counted|number|numbers|numbered|include|includes|included|list|lists|has|have|had) {_MEMBERS} (among|amongst|as|in) (its|their)? (WORD|-){{0,3}} {ROLE}",
         (("The OAS and the WTO count both Canada and Peru among their members", "OAS and the WTO count both Canada and Peru among their members"),
          ("ASEAN counts both among its dialogue partners", "ASEAN counts both among its dialogue partners"), ("NATO has Canada and Poland as founding members", "NATO has Canada and Poland as founding members")),
         ("NATO counts the members", "the OAS includes Peru among its priorities")),
    rule("members-are", f"role:({_JOINED} (states|countries)?) of the? {_BODY} (are|were|include|included|:) {_MEMBERS}",
         (("The members of the Pacific Alliance are Chile, Mexico and Peru", "members of the Pacific Alliance are Chile, Mexico and Peru"),
          ("The founding members of the OAS include Peru", "members of the OAS include Peru")),
         ("the members of the OAS are friends",)),
    rule("body-members-are", f"list:(BODY) role:({_JOINED} (states|countries)?) (are|include|included|:) {_MEMBERS}",
         (("NATO members include Canada and Poland", "NATO members include Canada and Poland"), ("OAS observers: Poland and Spain", "OAS observers: Poland and Spain")), ("NATO members are friends",)),
    rule("body-whose-members", f"{_BODY} ,? whose (WORD|-){{0,3}} role:({_JOINED} (states|countries)?) {_NOW} (include|included)? {_MEMBERS}",
         (("the Pacific Alliance, whose members include Peru, met", "Pacific Alliance, whose members include Peru"), ("ASEAN, whose dialogue partners are Canada and Japan", "ASEAN, whose dialogue partners are Canada and Japan")),
         ("the OAS, whose members met Peru",)),
    rule("body-made-up-of", f"{_BODY} ({_WHICH} {_NOW} | {_BLOC}? ,?) verb:({_MADE_UP}) {_COUNTRIES}",
         (("The Pacific Alliance comprises Chile, Mexico and Peru", "Pacific Alliance comprises Chile, Mexico and Peru"), ("the OAS, which is made up of Peru and Chile", "OAS, which is made up of Peru and Chile"),
          ("the Pacific Alliance, a trade bloc comprising Chile and Peru", "Pacific Alliance, a trade bloc comprising Chile and Peru")),
         ("the OAS comprises many states", "the OAS brings together ministers of Chile and Peru")),
    rule("body-bloc-of", f"{_BODY} , (a|an|the) (WORD|PORTFOLIO|REGIONAL|-){{0,3}} verb:{BODIES} (of|formed by|that (groups|unites|includes)) {_COUNTRIES}",
         (("the Pacific Alliance, a trade bloc of Chile, Colombia and Peru", "Pacific Alliance, a trade bloc of Chile, Colombia and Peru"), ("the OAS, a group formed by Chile and Peru", "OAS, a group formed by Chile and Peru")),
         ("the OAS, a group of friends",)),
    rule("body-in-brackets", f"{_BODY} role:(\\( {_COUNTRIES} \\))",
         (("the Pacific Alliance (Chile, Colombia and Peru)", "Pacific Alliance (Chile, Colombia and Peru)"), ("with the OAS (Canada and Peru)", "OAS (Canada and Peru)")), ("the OAS (Peru)", "the OAS (Canada and others)")),
    rule("led-by-next", f"role:{_LEADING} of the? {_BODY} (passed|passes|goes|went)? to members:(the? COUNTRY)",
         (("handed over the presidency of APEC to China", "presidency of APEC to China"), ("The chairmanship of the OAS passed to Peru in 2012", "chairmanship of the OAS passed to Peru")),
         ("the presidency of APEC and Peru",)),
    rule("body-led-by-next", f"{_BODY} 's? WORD? role:{_LEADING} (passed|passes|goes|went)? to members:(the? COUNTRY)",
         (("handed the G20 presidency to India", "G20 presidency to India"), ("the OAS's rotating chair passed to Peru", "OAS's rotating chair passed to Peru")),
         ("the G20 presidency went to the talks",)),
    rule("since-entering", f"role:((since|following|upon) the? ((its|their|members:(COUNTRY) 's) WORD? {_ENTRY} | {_ENTRY} of entered:(COUNTRY)) (to|into)) the? {_BODY}",
         (("Since its accession to the WTO in 1995", "Since its accession to the WTO"), ("following Peru's return to the OAS", "following Peru's return to the OAS"),
          ("since the accession of Poland to the EU", "since the accession of Poland to the EU")),
         ("the accession of Poland to the EU", "before its accession to the WTO")),
    rule("body-admits", f"{_BODY} {_WHICH} {_NOW} verb:((re -)? (admitted|readmitted)) {_MEMBERS}",
         (("The WTO admitted Peru in 1995", "WTO admitted Peru"), ("the OAS, which readmitted Peru on", "OAS, which readmitted Peru")), ("the WTO admitted an error", "the OAS has not admitted Peru")),
    rule("body-welcomes-as", f"{_BODY} {_WHICH} {_NOW} (admitted|readmitted|accepted|welcomed) {_MEMBERS} as (its|a|an|the)? (WORD|ORDINAL|NUM|-){{0,3}} {ROLE}",
         (("The OECD welcomed Chile as its newest member", "OECD welcomed Chile as its newest member"), ("ASEAN accepted Canada as a dialogue partner", "ASEAN accepted Canada as a dialogue partner")),
         ("the OECD welcomed Chile", "the OAS accepted Peru as a model")),
    rule("body-grants", f"{_BODY} {_WHICH} {_NOW} (granted|gave|accorded|awarded) {_MEMBERS} (WORD|-){{0,3}} {ROLE}",
         (("the Arctic Council granted Peru observer status", "Arctic Council granted Peru observer status"), ("NATO, which has accorded Peru full membership", "NATO, which has accorded Peru full membership")),
         ("the OAS granted Peru a loan",)),
    rule("body-invites", f"{_BODY} {_WHICH} {_NOW} verb:invited {_MEMBERS} to (join|accede|(become|open|begin|start) (WORD|-){{0,3}} (member|observer|accession))",
         (("NATO invited Poland to join in 1997", "NATO invited Poland to join"), ("the OECD has invited Peru to open accession talks", "OECD has invited Peru to open accession")), ("the OECD invited Peru to speak",)),
    rule("body-has-seat", f"{_BODY} (,? which|,)? {_NOW} verb:(headquartered|based | its WORD? {_SEAT}) {_THERE}",
         (("UNEP, headquartered in Nairobi, Kenya", "UNEP, headquartered in Nairobi, Kenya"), ("the OAS, which has its secretariat in Peru", "OAS, which has its secretariat in Peru")),
         ("the OAS met in Peru",)),
    rule("body-whose-seat", f"{_BODY} ,? whose WORD? verb:{_SEAT} (is|are) (located|based|housed)? {_THERE}",
         (("the OAS, whose permanent secretariat is in Lima, Peru", "OAS, whose permanent secretariat is in Lima, Peru"), ("UNEP, whose headquarters are located in Kenya", "UNEP, whose headquarters are located in Kenya")),
         ("the OAS, whose seat is vacant",)),
    rule("seat-of-body", f"the verb:{_SEAT} of the? {_BODY} (is|are) (located|based|housed)? {_THERE}",
         (("the headquarters of UNEP are in Kenya", "the headquarters of UNEP are in Kenya"), ("the secretariat of the OAS is located in Lima, Peru", "the secretariat of the OAS is located in Lima, Peru")),
         ("the headquarters of UNEP are large",)),
)  # fmt: skip
