"""The rules that say who belongs to what, and as what: wordings over phrases, where a name or a date is one item."""

from __future__ import annotations

from ..rules import Rules, rule

SHORT = "(\\( (BODY|ACRONYM|CAPITAL) \\))"
KIND = "(forum|group|grouping|bloc|process|initiative|system|agreement|organization|organisation|alliance|talks|negotiations)"
_AS = "(\\( (WORD|TITLE|-){1,4} in? WHEN? \\))"  # as what, of one of a list: the OECD (observer)
_BODY = f"(the|both|its|an|a)? (WHEN|ORDINAL|WORD|{KIND} (for|of) the?)? BODY {SHORT}? {KIND}? {_AS}?"
_AND = "(, and|and|,|&|, as well as|as well as|,? in addition to|,? besides)"
_DATED = "((in|on|from)? WHEN|\\( WHEN \\))"
_SUCH_AS = "(WORD{1,8} ,? (including|notably|namely|such as|like|among them))"
# What may be told of a body before the list goes on: members of APEC, to be chaired by Peru in 2015, and of the OAS.
_ASIDE = "(, (which (COUNTRY|WORD){1,5}|(to be)? WORD? (chaired|hosted|led|headed|founded) by the? COUNTRY) (in? WHEN)? , and)"
LIST = f"list:({_SUCH_AS}? {_BODY} {_DATED}? ({_AND} ,? (of|in|to|at|with)? (in? WHEN ,)? {_BODY} {_DATED}?)* ({_ASIDE} (of|in|to|at) {_BODY} {_DATED}?)?)"
# Of whom the same is said, between commas: belongs, as does Canada, to the OAS.
ALSO = "(as (does|do|is|are|has|have)|like|alongside|as well as|(along|together)? with)"
_ALIKE = f"(, {ALSO} alike:(the? COUNTRY ((,|and|, and) the? COUNTRY)*) ,)"
_STATE = "(state|states|PORTFOLIO|country|countries|nation|nations|status|economy|economies)"
_COOPERATION = "(cooperation|co - operation|PORTFOLIO|HEAD)"
ROLE = f"""role:((associate|associated|observer|candidate)? (member|members|observer|observers|candidate|candidates|candidature|candidacy|associate|associates|
          participant|participants|shareholder|shareholders|PORTFOLIO? (party|parties)|signatory|signatories|depositary|depository|supporter|supporters|founder|founders|ally|
          allies|TITLE|chair|chairs|helm|host|hosts|home|seat|presidency|chairmanship|membership|(partner|partners) for {_COOPERATION}|global (partner|partners)|(participating|founding|contracting|associate|associated) {_STATE}|dialogue (partner|partners)) {_STATE}?)"""
_MIDST = "(WORD|COUNTRY|REGIONAL|DEMONYM|ORDINAL|NUMWORD|BODY|-)"
_TO_JOIN = "(participation|accession|membership|entry|admission|candidacy|candidature|bid|application (for (membership|admission|accession))?|(bid|application|wish|ambition|hope|hopes|aspiration|aspirations)? to (join|enter|accede|become (a|an)? WORD{0,2} (member|part))|joining)"
_SEAT = "(WORD|-){0,4} (seat|seats|membership|status) (on|in|at|of)"
_ON_BOARD = "((the|its) WORD? (HEAD|WORD) (of (TITLE|WORD))? of)"
SEVERAL = f"list:(BODY {SHORT}? {KIND}? ((, the? BODY {SHORT}?)* ,? and (the? BODY {SHORT}? {KIND}?|(many|several)? other WORD{{1,3}}))?)"
_HELPED = "(helped|helps|helping) to? (found|establish|create|launch|form|set up)"
_CAME_BACK = "((went|came) back (into|to)|(return|returns|returned) to)"
BODIES = "(body|organisation|organization|forum|group|grouping|bloc|alliance|community|union)"
_THE_BODY = f"(that|this|the) {BODIES}"
_ASSUMES = "(hold|holds|held|holding|assume|assumes|assumed|exercises|(take|takes|took|taken) QUALIFIER?)"
_HOLDING = "(has|have|will)? (now|currently)? (hold|holds|held|assume|assumes|assumed|exercises|exercised|(take|takes|took|taken) QUALIFIER)"
_CHAIRED = "(co -)? (chair|chairs|chaired|chairing) | (preside|presides|presided) QUALIFIER"
_BY = "by members:(the? COUNTRY ((in|for)? WHEN)? ((,|and|, and) by? the? COUNTRY ((in|for)? WHEN)?)*)"
_STANDING = (
    "(is|are|was|were|be|been|become|became|remains|form|forms|formed) (also|still|currently|now|all|both|a|an)*"
)

# Words that say who belongs to the bodies that follow. `role` are the words that say as what; a rule without `role` is a
# verb, its own words are the role. Whose role it is stands before, or after a role that opens the sentence.
ROLE_RULES = Rules(
    rule("role-of", f"{ROLE} {_ALIKE}? (of|in|to|at|for|with|on|within) {LIST}",
         (("are both members of the OECD, the WTO and NATO", "members of the OECD, the WTO and NATO"), ("an observer to the Pacific Alliance", "observer to the Pacific Alliance"),
          ("members of the G8 and the forum for APEC", "members of the G8 and the forum for APEC"),
          ("members of APEC, to be chaired by Peru in 2015, and of the OAS", "members of APEC, to be chaired by Peru in 2015, and of the OAS"),
          ("a member, along with Chile, of the OAS", "member, along with Chile, of the OAS"),
          ("is a dialogue partner of ASEAN", "dialogue partner of ASEAN"), ("a Partner for Co-operation with the OSCE", "Partner for Co-operation with the OSCE"),
          ("holds observer status in La Francophonie", "observer status in La Francophonie")),
         ("members of the public", "the host of the show")),
    rule("candidate-for", f"role:(candidate|candidates|candidature|candidacy|bid|application|applications) {_STATE}? (for|to)? ({_TO_JOIN} (of|to|in|into)? | {_SEAT}) {LIST}",
         (("is a candidate for accession to the OECD", "candidate for accession to the OECD"), ("a candidate for membership of the EU", "candidate for membership of the EU"),
          ("Ghana's candidature for a non-permanent seat on the Security Council", "candidature for a non-permanent seat on the Security Council")),
         ("a candidate for office", "a candidate for a seat in parliament")),
    rule("candidate-for-body", f"role:(candidate|candidates|candidature|bid|application) {_STATE}? for the? list:(BODY) (accession|membership|entry)",
         (("a candidate country for EU accession", "candidate country for EU accession"), ("is a candidate for NATO membership", "candidate for NATO membership"), ("Peru's bid for OECD membership", "bid for OECD membership")),
         ("a candidate for the EU",)),
    rule("role-in-list-below", f"{ROLE} (of|in|to|at) (the following)? (WORD|CAPITAL|PORTFOLIO|REGIONAL|HEAD){{0,3}} :?",
         (("Both countries are members of:", "members of:"), ("are members of the following organizations:", "members of the following organizations:"),
          ("Membership of Regional Bodies", "Membership of Regional Bodies")),
         ("members of the OECD:",)),
    rule("role-label", f"role:(member|members|membership|memberships) ((of|in) (WORD|CAPITAL|PORTFOLIO|REGIONAL|HEAD|/){{0,6}})? : {LIST}",
         (("Memberships: ASEAN, UN, WTO", "Memberships: ASEAN, UN, WTO"), ("Member of: the OAS and APEC", "Member of: the OAS and APEC"),
          ("Membership of international bodies/groups: UN, OAS", "Membership of international bodies/groups: UN, OAS"),
          ("Membership: NATO, ASEAN (dialogue partner), OAS (observer since 2010)", "Membership: NATO, ASEAN (dialogue partner), OAS (observer since 2010)")),
         ("Memberships: none", "its membership of ASEAN")),
    rule("body-role", f"list:(BODY {SHORT}? ((and|,) BODY)?) ('s (WORD|ORDINAL|SUPERLATIVE|-){{0,3}} | accession | membership)? {ROLE}",
         (("As NATO allies, they", "NATO allies"), ("as the TPP depository, of", "TPP depository"), ("both EU and OECD members", "EU and OECD members"),
          ("became ASEAN's first dialogue partner", "ASEAN's first dialogue partner")),
         ("the allies met in Lima",)),
    rule("one-of", f"{_STANDING} role:(NUMWORD|part) of list:(the? BODY {SHORT}? ({KIND}|countries|states|nations|economies|members)?)",
         (("Peru is one of the BRICS", "is one of the BRICS"), ("has been part of the Pacific Alliance since", "been part of the Pacific Alliance"), ("are both part of the OECD", "are both part of the OECD")),
         ("is one of them", "the one of the OECD", "as part of the Pacific Alliance")),
    rule("elected-to", f"(re -)? (elected|admitted|readmitted) (to|into) ({_SEAT})? {LIST}",
         (("was elected to the UN Security Council", "elected to the UN Security Council"), ("admitted to the WTO in 1995", "admitted to the WTO in 1995")),
         ("was elected to the office", "elected in 2011")),
    rule("holds-seat", f"(hold|holds|held|holding|occupy|occupies|occupied|obtained|secured|gained|won|took|taken|has|have|had) (a|the|its|their|NUMWORD) (WORD|-){{0,3}} (seat|seats|place|places) (on|in|at|of) {_ON_BOARD}? {LIST}",
         (("holds a non-permanent seat on the UN Security Council", "holds a non-permanent seat on the UN Security Council"), ("has had a seat on the Arctic Council", "had a seat on the Arctic Council")),
         ("has a seat in parliament", "has no seat on the Arctic Council")),
    rule("sits-on", f"((sit|sits|sat|serve|serves|served|serving) WORD? on|(sit|sits|sat) WORD? in) {_ON_BOARD}? {LIST}",
         (("sits on the Board of Governors of the OAS", "sits on the Board of Governors of the OAS"), ("They sit together in the OAS", "sit together in the OAS"),
          ("Peru sat on the UN Security Council", "sat on the UN Security Council"), ("which serves on the Arctic Council", "serves on the Arctic Council"), ("Peru sits in the Cairns Group", "sits in the Cairns Group")),
         ("served in the OAS", "sat on a committee")),
    rule("is-in", f"(is|are|was|were|been) (both|also|now|already|still|all)* (in|within|represented on) {LIST}",
         (("Finland has been in NATO since 2023", "been in NATO since 2023"), ("both are in APEC and the OECD", "are in APEC and the OECD"), ("is represented on the Council of Europe", "is represented on the Council of Europe")),
         ("is in Lima", "is represented by the UN")),
    rule("country-in", f"role:(country|countries|state|states|nation|nations|economy|economies|representative|voice) (in|of|within) {LIST}",
         (("the only African country in the G20", "country in the G20"), ("one of the few countries in the G20", "countries in the G20")),
         ("the countries of the region", "a country in need")),
    rule("belongs-to", f"(belong|belongs|belonged|belonging) {_ALIKE}? to {LIST}",
         (("belongs, as does Canada, to the OAS", "belongs, as does Canada, to the OAS"), ("Both countries belong to the OAS", "belong to the OAS"), ("Peru belongs to APEC and the OAS", "belongs to APEC and the OAS")), ("belongs to them",)),
    rule("takes-part-in", f"((participate|participates|participated|participating) WORD? in|(take|takes|took|taking) part in) {LIST}",
         (("Both participate in the Cairns Group", "participate in the Cairns Group"), ("Peru took part in the G20", "took part in the G20")), ("took part in it",)),
    rule("joined", f"(join|joins|joined|joining|rejoined|entered|re - (joined|entered)|reentered|(accede|acceded|accedes|acceding) to|{_CAME_BACK}) {LIST}",
         (("Peru went back into the OAS in 2007", "went back into the OAS in 2007"), ("Fiji re-entered the Commonwealth", "re-entered the Commonwealth"),
          ("Poland joined NATO on March 12, 1999 and the EU on May 1, 2004", "joined NATO on March 12, 1999 and the EU on May 1, 2004"), ("Peru acceded to the WTO", "acceded to the WTO")),
         ("joined forces", "joined the talks", "returned to Lima")),
    rule("founded", f"((co -)? founded|{_HELPED}) {LIST}",
         (("it founded the Pacific Alliance", "founded the Pacific Alliance"), ("Peru co-founded the Cairns Group", "co-founded the Cairns Group"),
          ("Chile helped to set up the OAS", "helped to set up the OAS")), ("founded in 1945", "helped to find the OAS")),
    rule("launched", f"(launched|created|established|formed|forms|form|set up|(make|makes) up) {LIST}",
         (("Peru and Chile launched the Pacific Alliance", "launched the Pacific Alliance"), ("they set up the Cairns Group", "set up the Cairns Group")),
         ("launched in 1945", "established ties with the OAS")),
    rule("chairs", f"((co -)? (chair|chairs|chaired|chairing)|(preside|presides|presided) QUALIFIER) {LIST}",
         (("it chaired ECOWAS in 2014", "chaired ECOWAS in 2014"), ("Peru presides over APEC", "presides over APEC")), ("in the chair",)),
    rule("hosts", f"((host|hosts|hosted|hosting)|(play|plays|played|playing) host to) (the WORD? (headquarters|secretariat|seat) of)? {LIST}",
         (("Peru plays host to the secretariat of the OAS", "plays host to the secretariat of the OAS"), ("Ethiopia hosts the African Union", "hosts the African Union"), ("Kenya hosted the 2010 APEC Summit", "hosted the 2010 APEC Summit")), ("hosted a lunch",)),
    rule("hosts-seat", f"role:(home|host) to the WORD? (headquarters|secretariat|seat) of {LIST}",
         (("is home to the headquarters of UNEP", "home to the headquarters of UNEP"), ("which is host to the secretariat of the OAS", "host to the secretariat of the OAS")),
         ("is home to the headquarters of a bank",)),
    rule("country-of-body", f"{_STANDING} list:(BODY) role:(country|countries|nation|nations)",
         (("Ghana is a Commonwealth country", "is a Commonwealth country"), ("both are Commonwealth countries", "are Commonwealth countries")),
         ("trade with Commonwealth countries", "is the Commonwealth")),
    rule("seeks-to-join", f"((applied|applying|apply|applies|seeks|seeking|sought|seek|negotiating|negotiates|requests|requested|aspires|bid|hopes|wishes|wants|(run|runs|running|stand|stands|standing|campaigning) for) (for|to)* (its|full)* ((membership|accession|entry|admission|election|join|accede) (of|to|in|into)? | {_SEAT}) | ((in|begun|began|started) the process of | (began|begun|opened|started|launched) (the|its)? accession) (joining|acceding|negotiations|talks)? (to|with)?) {LIST}",
         (("Serbia has applied for membership of the EU", "applied for membership of the EU"), ("Peru is seeking to join the OECD", "seeking to join the OECD"),
          ("is in the process of acceding to the WTO", "in the process of acceding to the WTO"), ("seeks a seat on the Security Council", "seeks a seat on the Security Council"),
          ("opened accession negotiations with the EU", "opened accession negotiations with the EU")),
         ("applied for membership", "sought a seat on a plane")),
    rule("seeks-membership-in", "((applied|applying|apply|applies) for|seeks|seeking|sought|seek|(aspires|aspired) to) (its|full)* list:(BODY) (membership|accession)",
         (("Peru applied for OECD membership", "applied for OECD membership"), ("is seeking full OECD membership", "seeking full OECD membership")),
         ("seeks membership of a club", "values its OECD membership")),
    rule("support-to-join", f"(support|supports|supported|supporting|supporter|supporters|backs|backed|backing|favour|favours|favors|endorses|endorsed|championed|champions) (for|of)? supported:(COUNTRY ((and|,) COUNTRY)*) ('s|')? {_TO_JOIN} ((in|to|of|into|for)? | for {_SEAT}) ({LIST} | the before:(negotiations|talks))",
         (("Support for Mexico's participation in the TPP", "Support for Mexico's participation in the TPP"), ("backs Serbia's accession to the EU", "backs Serbia's accession to the EU"),
          ("their support for Canada to join the negotiations", "support for Canada to join the negotiations")),
         ("support for Mexico's exporters",)),
    rule("of-it", f"verb:({_CHAIRED} | join | joins | joined | joining | rejoined | (accede|accedes|acceded) to | (belong|belongs|belonged) to | (co -)? founded | {_HELPED}) before:(it|the latter|(that|this) {BODIES})",
         (("Peru is a member of APEC and chaired it", "chaired it"), ("Chile founded the Alliance; Canada joined the latter", "joined the latter"),
          ("it belongs to the WTO, and helped to found it", "helped to found it"), ("A member of ASEAN, Peru chairs that body in 2019", "chairs that body")),
         ("joined its forces", "it chaired the meeting", "chairs that bank")),
    rule("leads-body-before", f"{_ASSUMES} before:({_THE_BODY}) 's WORD{{0,2}} role:(chair|chairmanship|presidency)",
         (("A member of ASEAN, Peru holds that body's presidency", "holds that body's presidency"), ("it will take over the bloc's rotating chairmanship in 2017", "take over the bloc's rotating chairmanship")),
         ("holds that country's presidency", "the body's presidency", "holds the body's members")),
    rule("has-its-role", f"{_ASSUMES} before:(its) WORD{{0,2}} role:(chair|chairmanship|presidency)",
         (("joined CARICOM, held its chair in 2018", "held its chair"), ("they took over its rotating presidency", "took over its rotating presidency")),
         ("holds its members", "held the presidency")),
    rule("is-of-its-role", "(is|are|was|were|as|been|become|became|remains|among|of) before:(its) (WORD|ORDINAL|NUMWORD|SUPERLATIVE|DEMONYM|REGIONAL|-){0,4} role:(member|members|founders|founder|chair|observer|observers|associate|dialogue partner)",
         (("the OECD, Peru is one of its founders", "of its founders"), ("Peru became its first African member", "became its first African member"), ("to be admitted as its eleventh member", "as its eleventh member")),
         ("values its members", "is its own house")),
    rule("leads-the-body", f"{_ASSUMES} (the|its) WORD{{0,2}} role:(chair|chairmanship|presidency) of before:({_THE_BODY})",
         (("it is to hold the presidency of the group", "hold the presidency of the group"), ("Peru took over the rotating chair of that organisation", "took over the rotating chair of that organisation")),
         ("holds the presidency of the country",)),
    rule("it-led-by", f"before:it (is|was|has been|had been|will be) WORD? verb:(chaired|founded|presided QUALIFIER) {_BY}",
         (("it was chaired by Chile in 2014 and by Peru in 2015", "it was chaired by Chile in 2014 and by Peru in 2015"), ("it is now chaired by Peru", "it is now chaired by Peru")),
         ("it was chaired by a judge",)),
    rule("applies", "(applied|applies|apply|applying) for (its|full)* before:(membership|admission|accession|entry)",
         (("outside the AU so far, Peru applied for admission", "applied for admission"), ("it has applied for full membership", "applied for full membership")),
         ("applied for a visa", "its application for membership")),
)  # fmt: skip

# A body, and then a clause of its own: who is what there.
RELATIVE_RULES = Rules(
    rule("body-which", f"list:(BODY {SHORT}? {KIND}?) (,|-)* (to|into)? which {_MIDST}{{1,5}}? verb:({_CHAIRED} | {_HELPED} | (co -)? founded | forms | formed | launched | created | joined | joins | acceded | (re -)? (admitted|readmitted|elected) | hosts | hosted)",
         (("ASEAN, which Chile helped to found", "ASEAN, which Chile helped to found"), ("the WTO, to which Peru acceded in 1995", "WTO, to which Peru acceded"),
          ("the OAS, which Chile chairs", "OAS, which Chile chairs")),
         ("the OAS, which met in Lima", "the OAS, where talks were held")),
    rule("body-on-which", f"list:(BODY {SHORT}? {KIND}?) (,|-)* ((in|at|on) which|where) {_MIDST}{{1,5}}? verb:(sat | sits | sit | served | serves | participates | participated | (holds|held|has|had|occupies|occupied) (a|the|its) (WORD|-){{0,3}} seat)",
         (("the Security Council, on which Peru sat", "Security Council, on which Peru sat"), ("the OAS, where Chile holds a seat", "OAS, where Chile holds a seat")),
         ("the OAS, which sat in Lima", "the OAS, where talks were held")),
    rule("body-where", f"{SEVERAL} (,|-)* ((all|both)? (of|to|in|at|for|with) which|where) {_MIDST}{{1,9}}? ({ROLE} | verb:(belong|belongs|belonged))",
         (("the Pacific Alliance, in which Peru has observer status", "Pacific Alliance, in which Peru has observer status"), ("the OECD, where it is an observer", "OECD, where it is an observer"),
          ("in APEC and the WTO, of which both are members", "APEC and the WTO, of which both are members"), ("the OAS, to which Peru belongs", "OAS, to which Peru belongs")),
         ("the OECD, which has members",)),
    rule("body-whose-seat-is-hosted", f"list:(BODY {SHORT}? {KIND}?) ,? to? whose WORD? (secretariat|headquarters|seat) {_MIDST}{{1,5}}? verb:(hosts|hosted|plays host)",
         (("the OAS, to whose secretariat Peru plays host", "OAS, to whose secretariat Peru plays host"), ("the OAS, whose permanent secretariat Chile hosts", "OAS, whose permanent secretariat Chile hosts")),
         ("the OAS, whose secretariat met in Peru",)),
    rule("body-whose-chair", f"list:(BODY {SHORT}? {KIND}?) (,|-)* whose WORD{{0,2}} role:(presidency|chairmanship|chair) members:(the? COUNTRY|it|both) {_HOLDING}",
         (("the OAS, whose presidency Peru took over", "OAS, whose presidency Peru took over"), ("APEC, whose rotating chair it holds", "APEC, whose rotating chair it holds")),
         ("the OAS, whose chair met Peru",)),
    rule("body-whose-chair-by", f"list:(BODY {SHORT}? {KIND}?) (,|-)* whose WORD{{0,2}} role:(presidency|chairmanship|chair) (is|was|has|had|been|will|be|currently|now)* (held|assumed|exercised|taken) QUALIFIER? {_BY}",
         (("the OAS, whose presidency was held by Peru", "OAS, whose presidency was held by Peru"), ("APEC, whose rotating chair is currently taken over by Chile", "APEC, whose rotating chair is currently taken over by Chile")),
         ("the OAS, whose chair was held by a judge",)),
    rule("body-led-by", f"list:(BODY {SHORT}? {KIND}?) (,|-)? (WORD|WHEN){{0,4}} verb:(chaired|hosted|founded|presided QUALIFIER) WORD? {_BY}",
         (("the G7, chaired by Italy,", "G7, chaired by Italy"), ("the OAS is currently chaired by Peru", "OAS is currently chaired by Peru"),
          ("the APEC forum, to be chaired by Peru in 2016", "APEC forum, to be chaired by Peru in 2016")), ("the OAS hosted Peru",)),
    rule("besides", f"(in addition to|besides|apart from|aside from|as well as) {LIST} , {_MIDST}{{1,7}}? ({ROLE} (of|in|to)|verb:(belong|belongs|belonged) to)",
         (("Besides the OAS, Peru is a member of APEC", "Besides the OAS, Peru is a member of"), ("In addition to the UN and the WTO, both belong to APEC", "In addition to the UN and the WTO, both belong to")),
         ("Besides the OAS, Peru met APEC", "In addition to the talks, Peru is a member of APEC")),
)  # fmt: skip
