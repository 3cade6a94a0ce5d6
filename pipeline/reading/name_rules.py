"""The rules that find names the lexicon does not hold: persons beside their offices, names with a telling head word."""

from __future__ import annotations

from .rules import Rules, clause_rule, rule

_PARTICLE = "(de|da|do|dos|del|della|der|den|van|von|el|al|bin|bint|ibn|la|le)"
_NAME = f"GIVEN ((-|'|.|{_PARTICLE}+)? GIVEN | - LOWER){{0,4}}"
_FULL_NAME = _NAME.replace("{0,4}", "{1,4}")
_AND = "(of|for|to|and|,|&|-|the|in|at|de)"  # before every place of a title, or it is a given name: Minister of Trade Nigel Roe
# An adjective ends no field: Chair of Indian Studies.
_FIELD = "((DEMONYM|REGIONAL) and?)* (PORTFOLIO|HEAD|COUNTRY|REGION|PLACE|BODY)"
_WHERE = "(COUNTRY|REGION|BODY|PLACE|GUARDED|CAPITAL{1,3})"
_OFFICE = f"TITLE ({_AND}+ ({_FIELD})+)* (\\( (FIELDWORD|and|,|&|-|the|LOWER)* \\))?"


# Each captures `name`, and `second` where one office has two holders.
PERSON_RULES = Rules(
    rule("office-two-names", f"{_OFFICE} ,? HONORIFIC* name:({_NAME}) (of COUNTRY|\\( COUNTRY \\))? and HONORIFIC* second:({_NAME})",
          (("Presidents Ana Ruiz of Norway and Igor Kos of Laos met", "Ana Ruiz"), ("Foreign Ministers Ann Lee (Norway) and Igor Kos (Laos) met", "Ann Lee"),
           ("Ministers of Foreign Affairs Ann Lee and Nomvula van der Merwe met", "Ann Lee"), ("Presidents Ana Ruiz and Igor Kos spoke", "Ana Ruiz")),
          ("the ministers Ann met",)),
    rule("office-name", f"{_OFFICE} ,? HONORIFIC* name:({_NAME})",
          (("Prime Minister Harper met", "Harper"), ("Minister of International Trade Ed Fast visited", "Ed Fast"),
           ("Minister of State of Foreign Affairs (Americas and Consular Affairs), Diane Roy, spoke", "Diane Roy")),
          ("the President of Chile and the Union", "The Minister visited Lima")),
    rule("honorific-name", f"HONORIFIC+ name:({_NAME})",
          (("Mr. Whitcombe had travelled", "Whitcombe"), ("the Honourable Ann de Villiers spoke", "Ann de Villiers")), ("Mr and Mrs",)),
    rule("name-became-office", f"name:({_FULL_NAME}) ACRONYM? (, who)? (is|was|became|(has|had) been) (then|now|also|currently)? (elected|re - elected|appointed|named|sworn in|confirmed)? as? the? (DEMONYM | COUNTRY 's)? TITLE",
         (("Igor Kos was elected President in 2011", "Igor Kos"), ("Ann Lee, who was then Minister of Mines, spoke", "Ann Lee"), ("Igor Kos MP was re-elected President", "Igor Kos")),
         ("Peru was President of the Council",)),
    rule("name-serves-as-office", f"name:({_FULL_NAME}) (has|had|will)? (continue|continues|continued|(stay|stays|stayed) on|(take|takes|took|taken) QUALIFIER|served|serves|returned|(take|takes|took|taken) office) as the? (DEMONYM | COUNTRY 's)? TITLE",
         (("Ana Novak continues as Foreign Minister", "Ana Novak"), ("Igor Kos took over as President in 2011", "Igor Kos")), ("Peru served as President of the Council",)),
    rule("envoy-name", f"TITLE (of the? COUNTRY)? (to|in) the? (COUNTRY|REGION|BODY|PLACE) (is|was|:|,) HONORIFIC* name:({_FULL_NAME})",
         (("The Ambassador of Norway to Laos is Kari Lund.", "Kari Lund"), ("High Commissioner to Ghana: Ms Ama Roy", "Ama Roy")),
         ("the Ambassador to Laos is Norwegian", "the Ambassador to Laos was received in Oslo")),
    rule("label-name", f"{_OFFICE} (, (PLACE|GUARDED|COUNTRY))? (: | - -?) HONORIFIC* '? name:({_FULL_NAME})",
         (("Minister of Mines: Hon Ana Novak", "Ana Novak"), ("Consul General, Oslo: Piet van Dyck", "Piet van Dyck"),
          ("Ambassador--Piet van Dyck", "Piet van Dyck"), ("Foreign Minister – Ana Novak", "Ana Novak")),
         ("Minister of Mines: Roy", "the Minister: Norway and Laos")),
    rule("office-of-place", f"TITLE of the? CAPITAL{{1,3}} HEAD? , HONORIFIC* name:({_FULL_NAME})",
         (("the Governor of Ulvik Province, Igor Kos, opened", "Igor Kos"), ("Mayor of Zorbing, Ana Novak, spoke", "Ana Novak")),
         ("the Mayor of Zorbing and Ana Novak", "the Governor of Zorbing, Lima and")),
    rule("relative-name", f"(daughter|husband|son|spouse|wife) ,? HONORIFIC* name:({_FULL_NAME})",
         (("and his wife, Ana Novak, visited", "Ana Novak"), ("with her husband Igor Kos", "Igor Kos")), ("his wife and Igor Kos", "his son visited Lima")),
    rule("role-name", f"ROLE ((in|to|at|of|for) the? {_WHERE} ((,|and) {_WHERE})*)? , HONORIFIC* name:({_FULL_NAME})",
         (("her foreign minister, Ana Novak, spoke", "Ana Novak"), ("the ambassador, Piet van Dyck, said", "Piet van Dyck"),
          ("an honorary consul in Oslo, Ana Novak", "Ana Novak"), ("the ambassador to Laos and Peru, Piet van Dyck, said", "Piet van Dyck")),
         ("the minister visited Lima", "the president, Peru and", "an ambassador in Lima, and Cusco")),
    rule("role-named", f"ROLE HONORIFIC* name:({_FULL_NAME})",
         (("by then foreign minister Ana Novak", "Ana Novak"), ("her foreign minister Dr. Piet van Dyck spoke", "Piet van Dyck")),
         ("the minister visited Lima", "the ambassador Novak")),
    rule("name-office", f"name:({_FULL_NAME}) , (the|then|his|her|their|its|a)? -? (former)? (COUNTRY 's?)? (new|current|acting|outgoing|incoming)? DEMONYM? (BODY 's?)? PORTFOLIO{{0,3}} (TITLE|ROLE)",
          (("Louise Roy, Minister of Mines, visited", "Louise Roy"), ("Kim Lee, the Minister for Trade, said", "Kim Lee"),
           ("Kim Lee, NATO Secretary General, came", "Kim Lee"), ("Ana Novak, Norway's new Foreign Minister, said", "Ana Novak"),
           ("Ana Novak, UN Special Representative, said", "Ana Novak"),
           ("Ana Novak, ambassador of Norway to Laos, spoke", "Ana Novak")),
          ("In Lima, the Minister said",)),
    rule("name-who", f"name:({_FULL_NAME}) ACRONYM? , (who|whose)",
         (("Ana Novak, who came in 2012, is", "Ana Novak"), ("with Piet van Dyck, whose term ends", "Piet van Dyck")),
         ("the ministers, who came", "Zorbing Works, which came", "people of Oslo, who")),
    rule("name-own", f"name:({_FULL_NAME}) (WORD{{1,3}} (his|her)) (DEMONYM|WORD)? (ROLE|credentials|duties|letters|office|post|visit|wife|husband)",
         (("Ana Novak presented her credentials", "Ana Novak"), ("Piet van Dyck took up his duties", "Piet van Dyck"),
          ("between Ana Novak and her counterpart", "Ana Novak")),
         ("the minister took up his duties", "Zorbing Works took up its duties")),
    rule("name-member", f"name:({_FULL_NAME}) , (the|a)? CAPITAL of the? BODY",
         (("under Ana Novak, Member of the European Parliament", "Ana Novak"), ("Piet van Dyck, a Member of the European Parliament", "Piet van Dyck")),
         ("Ana Novak, Member of Parliament", "Ana Novak and Members of the European Parliament")),
)  # fmt: skip

# Each captures `name`; the kind is that of the name's last head word, or of the first where the name begins with one.
HEADED_RULES = Rules(
    rule("headed", "name:((HONORIFIC 's)? (ATOM (-|/|&)? | FREE (of|of the|in the|in|for|on|and) | FREE , FREE and ){0,12} head:HEAD (PLACE|COUNTRY | ((of|for|on|to) (the|a|an)? (HEAD|ATOM) ((-|and|and the|the)? ATOM){0,6} ((, PORTFOLIO{1,4}){1,3} ,? (and|&) PORTFOLIO{1,4})?){1,3} (in the? (REGION|COUNTRY))? | ))",
          (("the Canada-Peru Free Trade Agreement", "Canada-Peru Free Trade Agreement"),
           ("the Young Makers in the Andes Program is", "Young Makers in the Andes Program"),
           ("members of the Group of Makers of Ulvik", "Group of Makers of Ulvik"),
           ("such as the Office of the Ombudsperson", "Office of the Ombudsperson"),
           ("the Council for Foreign Trade, Investment and Technology of", "Council for Foreign Trade, Investment and Technology"),
           ("beside Her Majesty's Navy", "Her Majesty's Navy"),
           ("at the British Embassy Oslo", "British Embassy Oslo"), ("the Treaty of Trade in Oceania", "Treaty of Trade in Oceania"),
           ("the Agreement on a Wider Trade", "Agreement on a Wider Trade")),
          ("an agreement on trade", "the summit")),
    rule("between", "name:((ATOM (-|/)?){0,6} head:HEAD between (the HEAD of)? the? COUNTRY and (the HEAD of)? the? COUNTRY (on|for|concerning|regarding|to|relating to) (the? (HEAD|ATOM) ((-|and|and the|of|of the|in|for|,)? ATOM){0,9}){1,2})",
          (("the Agreement between Norway and Laos on Social Security holds", "Agreement between Norway and Laos on Social Security"),
           ("a Treaty between the Government of Norway and the Government of Laos for the Protection of Trade", "Treaty between the Government of Norway and the Government of Laos for the Protection of Trade")),
          ("an agreement between Norway and Laos on trade", "the Agreement between Norway and Laos entered into force")),
    rule("national-brand-first", "name:(COUNTRY PORTFOLIO{1,3} & PORTFOLIO{1,3})",
          (("Norway Foreign Affairs & Trade", "Norway Foreign Affairs & Trade"), ("by Fiji Trade & Investment", "Fiji Trade & Investment")), ("Norway trade & investment",)),
    clause_rule("body-event", "name:((BODY|ACRONYM) (summit|meeting|ministerial))",
          (("at the ECOWAS summit in 2011", "ECOWAS summit"), ("a NATO meeting", "NATO meeting")), ("a summit",)),
)  # fmt: skip

# Names told by what stands behind or around them, which is far rarer than what they begin with: each is tried only there.
FRAMED_RULES = Rules(
    rule("quoted", "ATOM{0,4} head:HEAD (,|on|entitled|titled|called)? ('|\") name:(ATOM ((of|in|for|on|and|to|with|the)? ATOM){1,8}) ('|\")",
          (("adopted a Joint Declaration, 'Makers in Ulvik'.", "Makers in Ulvik"), ("the Programme \"Paths to Learning\" is", "Paths to Learning")),
          ("the Agreement 'in force' since", "a 'Strategic Partnership'")),
    rule("programme-named", "name:(ATOM ((of|in|for|on|and|to|with|without|the|-|&){0,2} ATOM){0,8}) (program|programme|initiative|scheme|project|scholarships|fellowships)",
          (("Under the Paths to Learning in Ulvik program, it", "Paths to Learning in Ulvik"), ("the Skills for Ulvik project ran", "Skills for Ulvik"), ("through its Young Makers scheme", "Young Makers"),
           ("under the ZORB scheme", "ZORB")),
          ("a trade programme", "the programme")),
    rule("programme-apposed", "name:((COUNTRY - COUNTRY)? (CAPITAL|ACRONYM|GUARDED) ((of|in|for|on|and|to|the|-|&)? (CAPITAL|ACRONYM|GUARDED|PORTFOLIO)){0,5}) , (a|an|its) (NUMBER|NUMWORD|SIGN|SCALE|UNIT|DEMONYM|LOWER|ATOM|the|-|,){0,12} (activity|initiative|program|programme|project|scheme)",
         (("announced Zorb Quelm, a five-year programme for farmers", "Zorb Quelm"), ("began Young Makers, a $3 million training project in", "Young Makers"),
          ("funds Zorbing, its rural scheme", "Zorbing"), ("Norway-Laos Makers in Trade, a programme run by", "Norway-Laos Makers in Trade")),
         ("In Lima, a training programme", "Ann Lee, an official of the programme,")),
    rule("national-brand", "name:((DEMONYM|REGION|REGIONAL)? BRAND{1,3} COUNTRY YEAR?)",
          (("offices of Tourism Norway in Lima", "Tourism Norway"), ("with the Pacific Makers Invest Fiji", "Pacific Makers Invest Fiji")),
          ("in Norway", "Today Norway has", "tourism Norway")),
)  # fmt: skip

_COMPANY = "(PLACE CAPITAL|CAPITAL|ACRONYM|GUARDED) ((&|-)? (CAPITAL|ACRONYM|GUARDED|PORTFOLIO|COUNTRY)){0,3}"
_PROGRAMME = "((CAPITAL|ACRONYM|GUARDED) ((&|-|for|of|in|the)? (CAPITAL|ACRONYM|GUARDED|PORTFOLIO)){0,3} \\+?)"
_NAMED_COMPANIES = f"name:({_COMPANY} ((, {_COMPANY})* ,? and {_COMPANY})?)"
COMPANY_RULES = Rules(
    rule("company-named", f"(company|companies|firm|firms|airline|airlines|carrier|carriers|manufacturer|manufacturers|conglomerate|maker|makers|brewer|brewers|retailer|retailers|insurer|insurers|miner|miners|giant|giants|lender|lenders|shipbuilder|automaker|carmaker|distiller) (such as|including|like)? {_NAMED_COMPANIES}",
          (("the Norwegian company Zorbing has", "Zorbing"), ("by firms such as Quelm Works, ZRB and Bo & Bo.", "Quelm Works, ZRB and Bo & Bo")),
          ("companies in Norway", "the company has", "firms, and Norway")),
    rule("company-based", f"(PLACE|COUNTRY) - based (company|firm|airline|bank|manufacturer|retailer|miner)? {_NAMED_COMPANIES}",
          (("to Oslo-based Zorbing in 2012", "Zorbing"), ("the Lima-based firm Quelm Works has", "Quelm Works"), ("Norway-based ZRB and Quelm", "ZRB and Quelm")),
          ("a Lima-based firm", "Oslo-based companies")),
    rule("company-behind", f"(the|its|by|for|from|with) name:({_COMPANY}) (airline|brewery|company|conglomerate|consortium|distillery|refinery)",
          (("paid for the Quelm Bo brewery", "Quelm Bo"), ("by the Zorbing company", "Zorbing")), ("the Norwegian company", "the company", "the airline")),
    rule("company-apposed", f"name:({_COMPANY}) , (a|an|the|its) (based|DEMONYM|LOWER|ATOM|MEASURE|UNIT|NUMWORD|'s|-|,){{0,8}} (airline|bank|company|conglomerate|firm|manufacturer|retailer) (WORD|PLACE|COUNTRY|,|.)",
          (("by Zorbing Gold, a Norwegian mining company, in", "Zorbing Gold"), ("Zorbing, the oldest bank in Oslo", "Zorbing"), ("with ZRB, a Lima-based airline.", "ZRB")),
          ("in Lima, a mining company", "Ann Lee, an owner of the company,")),
    rule("company-of-place", f"name:({_COMPANY}) ,? (of|from) PLACE ,? (employs|manufactures|mines|operates|owns|produces|acquired)",
          (("Zorbing Works of Oslo employs 30", "Zorbing Works"), ("where Quelm, of Lima, operates", "Quelm")), ("the people of Lima produces", "Zorbing of Oslo came")),
    rule("programme-listed", f"(initiatives|programmes|programs|schemes) (such as|including|like) name:({_PROGRAMME} ((, {_PROGRAMME})* ,? and {_PROGRAMME})?)",
          (("in programmes such as Zorbing+ and ZR-QUELM.", "Zorbing+ and ZR-QUELM"), ("schemes like Young Makers, Quelm and Zorb are", "Young Makers, Quelm and Zorb")),
          ("programmes such as training", "programmes in Lima and Cusco", "programmes including those of Norway")),
    rule("company-among", f"(companies|firms|airlines|carriers|manufacturers) (WORD|COUNTRY|DEMONYM|PLACE|REGION|NUMBER|SIGN|SCALE|,){{0,18}} (,|;) WORD? (including|among them|among others|such as|notably) (are|is|were|was)? {_NAMED_COMPANIES}",
          (("companies work in Oslo and Lima, among them Zorbing and Quelm Works.", "Zorbing and Quelm Works"),
           ("Firms from Norway, some 40 of them, including ZRB, trade", "ZRB"),
           ("firms trade here; among them are Zorbing and ZRB.", "Zorbing and ZRB"), ("firms, prominent among them Zorbing, trade", "Zorbing")),
          ("companies in Lima, among them many", "firms, including those of Norway")),
)  # fmt: skip

_NAMED_PLACE = "(PLACE | CAPITAL ((-|del|de|la|el -?|al -)? CAPITAL){0,2})"
PLACE_RULES = Rules(
    rule("listed-place", "(in|at|near|from|visited|toured|to|between|on) PLACE (, PLACE)* ,? and name:(CAPITAL ((-|del|de|la|el -?|al -)? CAPITAL){0,2})",
          (("visited Lima and Zorbing to see", "Zorbing"), ("from Oslo, Lima and Quelm Bo", "Quelm Bo")), ("of Lima and Makers", "in Lima and the Maker")),
    rule("places-listed-after", f"((in|at|near|from|to|visited|toured|between) PLACE , name:({_NAMED_PLACE} (, {_NAMED_PLACE})* ,? and {_NAMED_PLACE}) | (visited|toured) second:({_NAMED_PLACE} (, {_NAMED_PLACE})+ ,? and {_NAMED_PLACE}))",
         (("toured Lima, Zorbing and Quelm from", "Zorbing and Quelm"), ("offices in Oslo, Zor Bing, Quelm and Lima", "Zor Bing, Quelm and Lima")),
         ("toured Lima, and Zorbing", "for Lima, Zorbing and Quelm")),
    rule("kind-of-place", "(province|city|town|district|island|village|municipality|governorate|county|state|port) of name:(CAPITAL ((-|del|de|la|el)? CAPITAL){0,2})",
          (("in the province of Zor Bing.", "Zor Bing"), ("the port of Quelm, where", "Quelm")), ("a state of emergency", "the port of entry")),
    rule("kinds-of-places", f"(provinces|cities|towns|districts|islands|villages|municipalities|governorates|counties|states|ports|parishes|regions|departments|communities) of name:({_NAMED_PLACE} (, {_NAMED_PLACE})* ,? and {_NAMED_PLACE})",
         (("in the provinces of Zor Bing and Quelm.", "Zor Bing and Quelm"), ("the ports of Zorbing, Lima and Quelm el-Bo", "Zorbing, Lima and Quelm el-Bo")),
         ("the states of Norway and Laos", "communities of makers and Quelm")),
    rule("places-listed", f"(in|at|near|from|to|visited|toured|between) name:({_NAMED_PLACE} (, {_NAMED_PLACE})* ,? and PLACE)",
         (("consulates in Zorbing, Quelm and Lima", "Zorbing, Quelm and Lima"), ("visited Zor Bing and Lima.", "Zor Bing and Lima")),
         ("in Lima, and Zorbing", "for Zorbing and Lima")),
    rule("kind-after-place", "the name:(CAPITAL (-? CAPITAL){0,2}) (archipelago|basin|coast|delta|department|desert|district|governorate|highlands|island|islands|municipality|parish|peninsula|plateau|prefecture|province|region|river|salt flats|valley)",
         (("works in the Zorbing region of Peru", "Zorbing"), ("and the Quelm Bo salt flats.", "Quelm Bo"), ("along the Ulvik valley", "Ulvik")),
         ("the coastal region", "the Andean region", "the Zorbing regional office", "the Zorbing Quelm Works region")),
    rule("in-place", "(in|at|near|from|visited|visit|visits|visiting|toured|to) name:(CAPITAL ((-|del|de|la|el -?|al -)? CAPITAL){0,2}) (and second:(CAPITAL ((-|del|de)? CAPITAL){0,2}))?",
          (("visited Zorbing and Quelm to see", "Zorbing"), ("will visit Zorbing in May", "Zorbing"), ("a clinic near Ulvik Fjell", "Ulvik Fjell"), ("went to Zorb el-Quelm in", "Zorb el-Quelm")), ("in spring", "to visit")),
)  # fmt: skip
