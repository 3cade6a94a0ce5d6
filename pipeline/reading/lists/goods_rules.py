"""The rules that find lists of goods beside the words for exports and imports, each with its proof."""

from __future__ import annotations

from ..rules import Rules, clause_rule

_DEGREE = "(QUALIFIER all?|mainly|mostly|chiefly|primarily|largely|principally|predominantly|essentially|overwhelmingly|entirely|exclusively|notably|particularly|especially|typically|generally|heavily|also|still|traditionally|currently|again | by far | by value | not only | for the most part | ,? in the SUPERLATIVE ,? | ,? as (ever|before|always) ,? | nothing but | little (but|else))"
_MAINLY = "(mainly|mostly|chiefly|primarily|largely|principally|predominantly|essentially|notably|particularly|especially | in particular)"
_BE = "(is|are|was|were|remain|remains|remained)"
_KINDS = "(goods|good|products|product|items|item|commodities|commodity|categories|category|articles|groups|ones)"
_ORDER = "in (that|this|descending)? order (of (value|importance|size))?"
_ASIDE = f"((,|\\() (among other (things|goods|products|items) | inter alia | {_ORDER}) (,|\\)))"
_ITS_PART = "(for its part | in (turn|return) | by contrast | meanwhile)"
_REST = "((much|most|all|some|part|QUALIFIER | the (bulk|majority)) of)? the (remainder|rest|balance)"
_FLOW = "(MEASURE|TRADEVERB | DEMONYM (goods|products|merchandise))"

# What a list is said to be or to do before the words for its flow come: "oats and rye [remain] … the main exports".
_STANDS = (
    f"{_BE}|become|becomes|became|been | (rank|ranks|ranked|figure|figures|figured|feature|features|featured) | (make|makes|made) up"
    " | (account|accounts|accounted) for | represent|represents|represented|constitute|constitutes|constituted"
    "|form|forms|formed|dominate|dominates|dominated|lead|leads|led|top|tops|topped|head|heads|headed|comprise|comprised"
    "|contribute|contributes|cover|covers|covered|generate|generates|generated | (bring|brings|brought) in | (SUPERLATIVE|QUALIFIER) the list of | (continue|continues|continued) to be"
    " | (take|takes|took|hold|holds|held) (ORDINAL place | the lion 's share | pride of place)"
    " | (has|have)? (overtaken|overtook|replaced|displaced | emerged as) | (has|have) (become|been|remained|represented|constituted)"
)
_BETWEEN = "(WORD|YEAR|DAY|NUM|TWODIGIT|PERCENT|FRACTION|NUMWORD|ORDINAL|SUPERLATIVE|DEMONYM|COUNTRY|BODY|REGIONAL|'s|-|SIGN|SCALE)"
_GO = "(come|comes|came|coming|go|goes|went|going|flow|flows|flowed|move|moves|moved|travel|travelled)"
_OTHER_WAY = "the (other|opposite|reverse) direction"
_CARGO = "(goods|products|merchandise)"
_IS_LIST = (
    f"({_BE} {_DEGREE}* ((made up|composed) {_DEGREE}* of | (dominated|led) {_DEGREE}* by)? | (consist|consists|consisted) {_DEGREE}* of"
    " | include|includes|included|comprise|comprises|comprised)"
)
_SUPPLIERS = "(suppliers|producers|exporters|companies|firms|manufacturers)"

# The list begins where the match ends. Whose goods they are is said before, most often as the subject.
OPENING_RULES = Rules(
    clause_rule("consist-of", f"(consist|consists|consisted|consisting|composed|comprised | (made|make|makes) up) {_DEGREE}* of {_DEGREE}*",
         (("exports consisted mainly of oats", "consisted mainly of"), ("imports, made up almost entirely of tea", "made up almost entirely of"),
          ("Chile's sales are largely composed of copper", "composed of")),
         ("made up for lost time", "a committee of ministers")),
    clause_rule("led-by", f"((dominated|led|headed|QUALIFIER) {_DEGREE}* | accounted for {_DEGREE}*) by {_DEGREE}*",
         (("exports were led by coal", "led by"), ("imports are heavily dominated by oil", "dominated by"),
          ("exports worth $3 million, topped by rye", "topped by"),
          ("half of imports is accounted for by oil", "accounted for by")), ("led a mission", "standing by")),
    clause_rule("include", f"(include|includes|included|including|comprise|comprises|comprised|comprising|encompass|encompassed|featured) {_ASIDE}? {_DEGREE}*",
         (("exports to Oman included oats", "included"), ("imports comprised, among other things, tiles", "comprised, among other things,"),
          ("sales to Oman comprise, inter alia, tiles", "comprise, inter alia,")),
         ("an inclusive list",)),
    clause_rule("concentrated-in", f"(concentrated {_DEGREE}* (in|on) | span|spans|spanned | (range|ranges|ranged) across | (extend|extends|extended|limited|confined) {_DEGREE}* to | (weighted|skewed|tilted) (towards|toward|to) | (rest|rests|rested|lean|leans|leaned|centre|centres|centred|center|centers|centered|focus|focused) {_DEGREE}* on | (depend|depends|depended|dependent|reliant) {_DEGREE}+ on) {_DEGREE}*",
         (("exports are concentrated in a few goods", "concentrated in"), ("imports, concentrated mainly in ores", "concentrated mainly in"),
          ("exports depend heavily on oil", "depend heavily on"), ("imports extend to tea and tiles", "extend to"),
          ("exports are skewed towards ores", "skewed towards"), ("imports are limited to tea", "limited to"), ("sales rest on oats and rye", "rest on")),
         ("apple juice concentrate", "exports depend on ships")),
    clause_rule("driven-by", f"((driven|underpinned|anchored|boosted|sustained|fuelled|fueled|supported) {_DEGREE}* by | (thanks|owing) {_DEGREE}* to | on the (strength|back) of) {_DEGREE}* ((higher|lower|larger|smaller|increased|rising|growing|strong|stronger|record|more) (sales|shipments|exports|imports|deliveries|purchases) of)? {_DEGREE}*",
         (("exports were driven by potash", "driven by"), ("imports, underpinned mainly by oil", "underpinned mainly by"),
          ("exports rose thanks largely to higher deliveries of rye", "thanks largely to higher deliveries of"), ("imports grew on the back of oil", "on the back of")), ("a driven man",)),
    clause_rule("of-which", f", of which {_DEGREE}*",
         (("exports of $9 million, of which oats made up half", ", of which"), ("imports, of which mainly tiles", ", of which mainly")), ("of which",)),
    clause_rule("ranging-from", f"(range|ranges|ranged|ranging) {_DEGREE}* from {_DEGREE}*",
         (("exports range from oats to ships", "range from"), ("imports, ranging from tiles to tea", "ranging from")), ("a wide range of goods from Oman",)),
    clause_rule("exports-are", f"({_BE}|being) {_DEGREE}* ({_ASIDE} {_DEGREE}* | of)?",
         (("The top exports were oats and rye", "were"), ("the rest being wheat", "being"), ("Most imports are of rye", "are of"),
          ("The exports were, in order of value, oats and rye", "were, in order of value,")), ("exports rose",)),
    clause_rule("mainly", f"{_MAINLY} {_DEGREE}* of?",
         (("exports, mainly oats and rye, reached", "mainly"), ("bought $3 million of goods, especially tea", "especially"),
          ("exports, principally of oats, reached", "principally of")), ("in the main",)),
    clause_rule("most-of-it", "(all|most|much | the (bulk|majority) | QUALIFIER|PERCENT|FRACTION|NUM PERCENT) of (it|them|this|that) (being|was|were|is|are|in)?",
         (("exports of $3 million, almost all of it rye", "all of it"), ("imports, most of them tiles", "most of them"), ("imports, the bulk of it tiles", "the bulk of it")),
         ("all of us", "half of exports")),
    clause_rule("among-them", f", (chief|foremost|prominent|SUPERLATIVE)? among (them|these|which) {_DEGREE}*",
         (("sold goods worth $3 million, among them rye", ", among them"), ("imports of many goods, among which tiles", ", among which"),
          ("sold goods worth $3 million, chief among them rye", ", chief among them")),
         ("among them", "among friends")),
    clause_rule("among-exports", "(among|of) (the|its|their|our|COUNTRY|DEMONYM|BODY|REGIONAL|'s|SUPERLATIVE|major|key|important|ORDINAL)* MEASURE ((to|from) the? COUNTRY)? (in YEAR)? , | on (the|its|our|COUNTRY|DEMONYM|'s)* MEASURE side ,?",
         (("Among Canada's exports to Chile, rye and oats did best", "Among Canada's exports to Chile,"), ("Among imports in 2012, tiles", "Among imports in 2012,"),
          ("On the import side, tiles", "On the import side,"), ("on the export side rye dominates", "on the export side")),
         ("among friends, exports", "imports from Chile, tiles")),
    clause_rule("goods-such-as", f"(goods|products|items|commodities) ((to|from|by|in|with) the? (COUNTRY|DEMONYM))? ,? (such as | like) {_DEGREE}*",
         (("sold goods such as oats", "goods such as"), ("exports many products to Chile, such as rye", "products to Chile, such as"),
          ("buys products like tiles", "products like")),
         ("goods for such a market",)),
    clause_rule("exports-of", f"MEASURE (of | ,? such as | \\() {_DEGREE}*",
         (("exports of oats and rye grew", "exports of"), ("exports, such as oats, grew", "exports, such as")), ("oats of quality",)),
    clause_rule("exports", f"MEASURE {_DEGREE}*",
         (("Canada imports mostly tea from Sri Lanka", "imports mostly"), ("Chile exports copper", "exports")), ("exports of copper", "oats and rye")),
    clause_rule("supplier-of", f"maker:COUNTRY (, {_ITS_PART} ,)? ({_BE} (a|an|the|among|NUMWORD|of|-|COUNTRY|DEMONYM|'s|our|major|key|important|leading|significant|reliable|QUALIFIER)* (supplier|suppliers) of | (supplies|supplied) ((it | them | us | the? (COUNTRY | DEMONYM (market|buyers|firms|companies))) with)?) {_DEGREE}*",
         (("Canada is a major supplier of potash", "Canada is a major supplier of"), ("Norway supplied Chile with salmon", "Norway supplied Chile with"),
          ("Norway, in turn, supplies it with oil", "Norway, in turn, supplies it with"), ("Oman, for its part, supplied us with dates", "Oman, for its part, supplied us with"),
          ("Norway is one of the important suppliers of fish", "Norway is one of the important suppliers of")),
         ("supplies of fish", "Norway is a source of oil")),
    clause_rule("suppliers-provide", f"maker:DEMONYM {_SUPPLIERS} (supply|provide|deliver|sell|export|ship|supplied|provided|delivered) (the? (COUNTRY | DEMONYM (market|buyers|firms|companies)) with)? {_DEGREE}*",
         (("Danish suppliers provide Canada with pork", "Danish suppliers provide Canada with"), ("Canadian producers supply mainly barley", "Canadian producers supply mainly"),
          ("Norwegian firms supplied cod", "Norwegian firms supplied")),
         ("Danish suppliers came",)),
    clause_rule("coming-from", f"from maker:COUNTRY (come|comes|came|arrive|arrived) {_DEGREE}*",
         (("From Oman came tiles and tea", "From Oman came"), ("whereas from Norway come mainly fish and oil", "from Norway come mainly")),
         ("he came from Oman", "from Lima came tiles")),
    clause_rule("other-way", f"in {_OTHER_WAY} (,|{_GO}|{_BE}) {_DEGREE}*",
         (("In the other direction come oil and fish", "In the other direction come"), ("In the opposite direction, mainly tea", "In the opposite direction, mainly")),
         ("students in the other direction", "in the direction of Oman come boats")),
    clause_rule("arriving-from", f"{_CARGO} (coming|arriving)? from maker:COUNTRY ((to|into|entering) COUNTRY)? {_IS_LIST} {_DEGREE}*",
         (("Goods arriving from Oman consist mostly of tea", "Goods arriving from Oman consist mostly of"), ("Merchandise from Oman is mainly tea", "Merchandise from Oman is mainly")),
         ("goods from Oman", "visitors from Oman are mainly students")),
    clause_rule("going-to", f"{_CARGO} (going|bound|destined|headed)? (to|for) buyer:COUNTRY {_IS_LIST} {_DEGREE}*",
         (("Goods going to Oman are mostly rye", "Goods going to Oman are mostly"), ("Products bound for Oman consist of oats", "Products bound for Oman consist of")),
         ("goods for sale in Oman are dear", "going to Oman")),
    clause_rule("source-of", f"maker:COUNTRY {_BE} (still|also|now|by|far|one|of|among|QUALIFIER)* ((COUNTRY 's|DEMONYM|our) (major|key|important|leading|SUPERLATIVE|ORDINAL|-|QUALIFIER)* (source|sources) | (COUNTRY 's|DEMONYM|our|the) (SUPERLATIVE|ORDINAL|-)+ (supplier|suppliers)) of {_DEGREE}*",
         (("Norway is Canada's second-largest source of fish", "Norway is Canada's second-largest source of"), ("Oman remains our leading source of dates", "Oman remains our leading source of"),
          ("Canada is Oman's second-largest supplier of wheat", "Canada is Oman's second-largest supplier of")),
         ("Norway is a source of oil", "our sources of news")),
    clause_rule("exported", f"TRADEVERB (COUNTRY with)? {_DEGREE}*",
         (("Norway exported mainly salmon", "exported mainly"), ("Canadians bought tea", "bought")), ("a seller of tea",)),
    clause_rule("market-for", f"(market|markets|destination|MEASURE) for maker:DEMONYM {_DEGREE}*",
         (("Oman is a market for Canadian wheat", "market for Canadian"), ("a growing export market for Danish pork", "export market for Danish")),
         ("a market for wheat",)),
    clause_rule("with", f"with {_DEGREE}*",
         (("made up of coffee, with tea far behind", "with"), ("with mainly rye", "with mainly")), ("without",)),
    clause_rule("dash", f"(-|:|\\() {_DEGREE}*",
         (("exports came to $6 million - oats, rye", "-"), ("Exports: mainly oats and rye", ": mainly"), ("imports of $6 million (oats)", "(")),
         ("oats, rye",)),
)  # fmt: skip

# The list ends where the match begins, which says whose goods they are or what place they have among them.
CLOSING_RULES = Rules(
    clause_rule("are-exports", f"(, (which|that)?)? (together|combined|alone|also|still|all|each|both|now)* ({_STANDS}) {_BETWEEN}{{0,16}} {_FLOW}",
         (("oats and rye were the main exports", "were the main exports"), ("Ores are the mainstays of British sales", "are the mainstays of British sales"),
          ("Rye and oats figure prominently among Canada's exports", "figure prominently among Canada's exports"),
          ("Rye and tea together account for half of imports", "together account for half of imports"),
          ("Rye is by far the second-largest import", "is by far the second-largest import"),
          ("Salmon and wine made up the bulk of purchases", "made up the bulk of purchases"), ("Rye topped the list of Danish goods", "topped the list of Danish goods"),
          ("Oil makes up nearly two-thirds of what Canada buys", "makes up nearly two-thirds of what Canada buys"),
          ("Coal accounted for 31 per cent of 2012 exports", "accounted for 31 per cent of 2012 exports"), ("Rye, which dominates exports", ", which dominates exports"),
          ("Wheat took first place among exports", "took first place among exports"), ("Oil takes the lion's share of imports", "takes the lion's share of imports")),
         ("exports rose in value", "she headed a mission", "Rye made up half of it", "oats were cheap")),
    clause_rule("stand-out", "((stand|stands|stood) out | predominate|predominates|predominated | prevail|prevails|prevailed | (dominate|dominates|dominated|lead|leads|led) (.|,|;))",
         (("On the export side, oats stood out", "stood out"), ("On the import side, oil and fish dominate.", "dominate.")),
         ("they stood by", "oats are dear")),
    clause_rule("are-foremost", "((is|are|was|were) (in the lead | at the SUPERLATIVE) | (is|are|was|were) (the|among|most)* (SUPERLATIVE|prominent|important|foremost) (items|products|goods|categories)?)",
         (("Among imports, tiles were the most prominent", "were the most prominent"), ("Of imports, rye was in the lead", "was in the lead")),
         ("they stood by", "oats were cheap")),
    clause_rule("of-them", f"(together|combined|alone)? ({_STANDS}) {_BETWEEN}{{0,8}} of (them | these | (the|this) total? (total|remainder|rest|balance|value) | the remaining) | ({_STANDS}) {_BETWEEN}{{0,8}} (FRACTION|PERCENT|bulk|part|share) (.|,|;) | (for | making up | accounting for)? {_REST}",
         (("Tiles made up 88 per cent of them", "made up 88 per cent of them"), ("oats and rye accounted for most of the remainder", "accounted for most of the remainder"),
          ("oats made up half of exports, and rye and tea much of the rest", "much of the rest"), ("Tiles represented 9% of the value", "represented 9% of the value"),
          ("Imports grew. Tea and tiles made up the largest part.", "made up the largest part."), ("rye made up most of the remaining third", "made up most of the remaining")),
         ("Rye made up half of it", "one of them came")),
    clause_rule("above-all", "(among them | QUALIFIER all | in particular | for the most part) (.|,|;)",
         (("exports of many goods, rye and tea among them, rose", "among them,"), ("sold products to Oman, rye in particular.", "in particular."),
          ("exports of goods, oats above all, rose", "above all,")),
         ("rye (above all)", "in particular rye")),
    clause_rule("come-next", f"((come|comes|came|rank|ranks|ranked|{_BE}) (next|ORDINAL) | ({_BE} in | take|takes|took|hold|holds|held) ORDINAL place | (follow|follows|followed) (close|closely)? behind? | {_BE} WORD{{0,3}} behind) (.|;|,) | (head|heads|headed|top|tops|topped|lead|leads|led|SUPERLATIVE|QUALIFIER) the (list|way|field|table|ranking|rankings)",
         (("Rye is the main export. Oats and tea come next.", "come next."), ("Tiles, tea and rye followed.", "followed."), ("oats follow close behind;", "follow close behind;"),
          ("Imports were $5 million. Fish and oil head the list", "head the list"), ("Exports grew. Rye was in first place, oats", "was in first place,")),
         ("Rye, followed by oats", "next year oats")),
    clause_rule("also-important", f"{_BE} also (of note|important|significant|prominent|notable|noteworthy|SUPERLATIVE)",
         (("Rye makes up half of exports. Tea and oats are also important", "are also important"), ("imports of tea; tiles were also significant", "were also significant")),
         ("also important for exports", "oats are important")),
    clause_rule("go-other-way", f"({_GO} | are (sent|sold|shipped)) (in {_OTHER_WAY} | the other way)",
         (("while oil and fish flow in the other direction", "flow in the other direction"), ("tea and tiles go the other way", "go the other way")),
         ("in the other direction, tea", "people travel a long way")),
    clause_rule("are-exported", f"{_BE} {_DEGREE}* TRADEVERB (to|from|by)",
         (("Oats and rye are exported to Oman", "are exported to"), ("Tiles were mainly imported from Oman", "were mainly imported from")),
         ("Canada exported oats to Oman", "oats are grown")),
)  # fmt: skip

# The list begins where the match ends and carries on with the flow told last.
CARRIED_RULES = Rules(
    clause_rule("followed-by", f"(, ((followed|trailed) (WORD{{0,4}} by) | WORD{{0,3}} ahead of | then (come|comes|came)?) | {_BE} WORD{{0,3}} ahead of) {_DEGREE}*",
         (("Rye is the main import, followed at some distance by oats", ", followed at some distance by"), ("oil made up half, ahead of tea", ", ahead of"),
          ("oil leads, well ahead of tea", ", well ahead of"), ("Oil is far ahead of tea", "is far ahead of"), ("mainly of oil, then rye", ", then"),
          ("Rye makes up half of exports, followed by oats", ", followed by"), ("imports of oil, followed mainly by tea", ", followed mainly by")),
         ("followed by talks",)),
    clause_rule("those-of", f"those of {_DEGREE}*",
         (("Exports of rye grew, while those of oats fell", "those of"), ("imports of tea and those of mainly tiles", "those of mainly")), ("those who",)),
    clause_rule("next-come", f"(next|then|behind (it|them|these)? | after (it|them|these) | in ORDINAL place) (come|comes|came|follow|followed) {_DEGREE}*",
         (("Rye is the main export. Next come oats", "Next come"), ("Behind them came tea and tiles", "Behind them came"), ("in second place came oil", "in second place came")),
         ("he came next", "come then")),
    clause_rule("heading-list", f"(the list {_BE} {_DEGREE}* (headed|led|QUALIFIER) by | (heading|topping|SUPERLATIVE) the (list|way|field) {_BE} | at the (SUPERLATIVE|head) (of the list)? {_BE} | (chief|foremost|prominent|SUPERLATIVE) among (them|these) {_BE} | examples ({_BE}|include|included)) {_DEGREE}*",
         (("Exports grew. The list was headed by rye", "The list was headed by"), ("At the top of the list were oats", "At the top of the list were"),
          ("Heading the list are tea and tiles", "Heading the list are"), ("Foremost among them were oats", "Foremost among them were"), ("Examples are oats and rye", "Examples are")),
         ("at the top of the hill", "a list of exports")),
    clause_rule("part-is", f"(most|much|FRACTION|PERCENT) (of (these|this|them|that|it) (amount|total|sum)? ,?)? {_BE} (made up of)? {_DEGREE}*",
         (("Exports were $3 million. About half was rye", "half was"), ("Imports grew. Most of this was tea", "Most of this was"), ("Another 20 per cent is machinery", "per cent is")),
         ("half of the people were there", "most people are")),
    clause_rule("also-are", f"also (of note|important|significant|prominent|notable|noteworthy) {_BE} {_DEGREE}*",
         (("Rye makes up half of exports. Also significant are tea and oats", "Also significant are"), ("imports of tea; also of note were tiles", "also of note were")),
         ("also important for exports", "oats are also important")),
    clause_rule("these-include", f"(these|they | the (rest|remainder|balance)) {_DEGREE}* ({_BE} {_DEGREE}* ((led|dominated|headed|topped) {_DEGREE}* by | (composed | made up) {_DEGREE}* of) | {_BE} | include|includes|included|comprise|comprises|comprised | (consist|consists|consisted) {_DEGREE}* of) {_DEGREE}*",
         (("These included oats", "These included"), ("They consisted mainly of rye", "They consisted mainly of"), ("They were led by rye", "They were led by"),
          ("These are largely made up of oats", "These are largely made up of"),
          ("The rest is made up above all of tea", "The rest is made up above all of"), ("the balance consists of oats", "the balance consists of")),
         ("these days", "the rest of the day")),
    clause_rule("leading-products", f"other? (SUPERLATIVE|major|key|important|significant) ((NUMWORD|DAY)? (product|commodity)? {_KINDS} there? | NUMWORD|DAY) (are|were|is|was|include|included|being | comprise|comprised | :) {_DEGREE}*",
         (("other leading products were pulses", "other leading products were"), ("Key products include oats", "Key products include"),
          ("The top three were oats", "top three were"), ("The largest categories: oats, rye", "largest categories:"),
          ("The main product groups were oats", "main product groups were")),
         ("leading universities were", "the main products of Chile")),
)  # fmt: skip
