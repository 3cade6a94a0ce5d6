"""The rules that find lists of goods beside the words for exports and imports, each with its proof."""

from __future__ import annotations

from ..rules import Rules, clause_rule

_DEGREE = "(QUALIFIER|mainly|mostly|chiefly|primarily|largely|principally|predominantly|essentially|overwhelmingly|entirely|exclusively|notably|particularly|especially|typically|generally|heavily|also|still|traditionally|currently|again)"
_MAINLY = "(mainly|mostly|chiefly|primarily|largely|principally|predominantly|essentially|notably|particularly|especially | in particular)"
_BE = "(is|are|was|were|remain|remains|remained)"
_OWN = "(the|its|their|these|those|both|of|COUNTRY|DEMONYM|'s|YEAR|NUMWORD|DAY)"
_FLOW = "(MEASURE|TRADEVERB | DEMONYM (goods|products|merchandise))"

# The list begins where the match ends. Whose goods they are is said before, most often as the subject.
OPENING_RULES = Rules(
    clause_rule("consist-of", f"(consist|consists|consisted|consisting|composed|comprised | (made|make|makes) up) {_DEGREE}* of {_DEGREE}*",
         (("exports consisted mainly of oats", "consisted mainly of"), ("imports, made up almost entirely of tea", "made up almost entirely of"),
          ("Chile's sales are largely composed of copper", "composed of")),
         ("made up for lost time", "a committee of ministers")),
    clause_rule("led-by", f"(dominated|led|headed|topped) {_DEGREE}* by {_DEGREE}*",
         (("exports were led by coal", "led by"), ("imports are heavily dominated by oil", "dominated by")), ("led a mission", "standing by")),
    clause_rule("include", f"(include|includes|included|including|comprise|comprises|comprised|comprising|encompass|encompassed|featured) (, among other (things|goods|products|items) ,)? {_DEGREE}*",
         (("exports to Oman included oats", "included"), ("imports comprised, among other things, tiles", "comprised, among other things,")),
         ("an inclusive list",)),
    clause_rule("concentrated-in", f"concentrated {_DEGREE}* (in|on) {_DEGREE}*",
         (("exports are concentrated in a few goods", "concentrated in"), ("imports, concentrated mainly in ores", "concentrated mainly in")),
         ("apple juice concentrate",)),
    clause_rule("exports-are", f"({_BE}|being) {_DEGREE}*",
         (("The top exports were oats and rye", "were"), ("the rest being wheat", "being")), ("exports rose",)),
    clause_rule("mainly", f"{_MAINLY} {_DEGREE}*",
         (("exports, mainly oats and rye, reached", "mainly"), ("bought $3 million of goods, especially tea", "especially")), ("in the main",)),
    clause_rule("exports-of", f"MEASURE (of | ,? such as | \\()? {_DEGREE}*",
         (("exports of oats and rye grew", "exports of"), ("Canada imports mostly tea from Sri Lanka", "imports mostly")), ("oats of quality",)),
    clause_rule("exported", f"TRADEVERB {_DEGREE}*",
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

# The list ends where the match begins, which says whose goods they are.
CLOSING_RULES = Rules(
    clause_rule("main-exports", f"{_BE} {_DEGREE}* among? {_OWN}* (SUPERLATIVE|major|key|chief|mainstay|mainstays|backbone|bulk|staple|staples) ({_OWN}|SUPERLATIVE|bilateral)* (goods|products|items|commodities)? {_FLOW}",
         (("oats and rye were the main exports", "were the main exports"), ("Ores are the mainstays of British sales", "are the mainstays of British sales"),
          ("Rye and oats are among Canada's key exports", "are among Canada's key exports")),
         ("the main exports were", "oats were cheap")),
    clause_rule("made-up-exports", f"((made|make|makes) up | (account|accounts|accounted) for | represent|represents|represented|constitute|constitutes|constituted|form|formed|dominate|dominates|dominated|lead|led|topped|head|headed|comprise|comprised | SUPERLATIVE the list of) (WORD|YEAR|DAY|NUM|TWODIGIT|PERCENT|FRACTION|NUMWORD|SUPERLATIVE|DEMONYM|COUNTRY|'s){{0,10}} {_FLOW}",
         (("Salmon and wine made up the bulk of purchases", "made up the bulk of purchases"), ("Rye headed the list of Danish goods", "headed the list of Danish goods"),
          ("Coal accounted for 31 per cent of 2012 exports", "accounted for 31 per cent of 2012 exports")),
         ("she headed a mission", "Rye made up half of it")),
)  # fmt: skip

# The list begins where the match ends and carries on with the flow told last.
CARRIED_RULES = Rules(
    clause_rule("followed-by", f", (followed|trailed) {_DEGREE}* by {_DEGREE}*",
         (("Rye makes up half of exports, followed by oats", ", followed by"), ("imports of oil, followed mainly by tea", ", followed mainly by")),
         ("followed by talks",)),
    clause_rule("these-include", f"(these|they) {_DEGREE}* (are|were|include|included|comprise|comprised | (consist|consisted) {_DEGREE}* of) {_DEGREE}*",
         (("These included oats", "These included"), ("They consisted mainly of rye", "They consisted mainly of")), ("these days",)),
    clause_rule("leading-products", f"other? (SUPERLATIVE|major|key|important|significant) (goods|products|items|commodities) (are|were|include|included|being) {_DEGREE}*",
         (("other leading products were pulses", "other leading products were"), ("Key products include oats", "Key products include")),
         ("leading universities were", "the main products of Chile")),
)  # fmt: skip
