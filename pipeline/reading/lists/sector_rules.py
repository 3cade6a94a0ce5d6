"""The rules that find lists of sectors and fields beside the words for their role, each with its proof."""

from __future__ import annotations

from ..rules import Rules, clause_rule

_SECTORS = "(sectors|sector|areas|area|industries|industry|fields|field)"
_SUCH = "((such as|like|include|includes|included|including|are|is|were|being) :? | :)"
_GAP = "(WORD|NUMWORD|COUNTRY|DEMONYM|'s|CAPITAL)"
_MAINLY = "(mainly|chiefly|mostly|largely|primarily|principally|notably|particularly|especially)"
_COOPERATE = "(cooperate|cooperates|cooperated|cooperating|collaborate|collaborates|collaborated|collaborating|partner|partnered | co - (operate|operates|operated|operating) | (work|works|worked|working) (closely? together closely? | closely (with (COUNTRY|GIVEN))? | with (COUNTRY|DEMONYM LOWER)))"
_COOPERATION = "(cooperation|collaboration|partnership|partnerships | co - operation)"
_THE_SECTORS = f"(the? {_SECTORS} (of | such as | including))"
_AID = "(MEASURE|programming|projects|program|programme|support)"

# The list begins where the match ends.
SECTOR_RULES = Rules(
    clause_rule("priority-sectors", f"role:((priority|priorities) {_SECTORS} | {_SECTORS} of focus | MEASURE priorities) {_GAP}{{0,8}}? {_SUCH} {_MAINLY}?",
         (("in priority sectors such as fishing", "priority sectors such as"), ("Priority areas for Canadian firms include mining", "Priority areas for Canadian firms include"),
          ("Areas of focus are health", "Areas of focus are"), ("Its aid priorities are schools", "aid priorities are")),
         ("a priority for both", "priority sectors grew")),
    clause_rule("sectors-of-interest", f"role:((key|promising|attractive|important|growing|major|SUPERLATIVE) {_SECTORS} | {_SECTORS} (of (interest|opportunity) | with (WORD|SUPERLATIVE){{0,3}} potential)) {_GAP}{{0,8}}? {_SUCH} {_MAINLY}?",
         (("Promising sectors include fishing", "Promising sectors include"), ("sectors of interest to investors are ports", "sectors of interest to investors are"),
          ("sectors with the greatest potential are ports", "sectors with the greatest potential are")),
         ("a key area", "the sector is growing")),
    clause_rule("opportunities-in", f"role:opportunities {_GAP}{{0,8}}? (in|include|includes) {_MAINLY}? {_THE_SECTORS}?",
         (("Opportunities exist in mining", "Opportunities exist in"), ("opportunities for Danish firms in ports", "opportunities for Danish firms in"),
          ("opportunities lie in the sectors of mining and ports", "opportunities lie in the sectors of")),
         ("equal opportunities through schools",)),
    clause_rule("active-in", f"(active|present|operating|operate|operates|investing|engaged|involved|interested|working) {_MAINLY}? (in the? (COUNTRY|country) ,?)? in {_MAINLY}? {_THE_SECTORS}?",
         (("Companies are active in mining", "active in"), ("investors are present mainly in ports", "present mainly in"),
          ("firms operate in Chile in mining", "operate in Chile in")), ("present at the fair",)),
    clause_rule("sectors-ranging", f"{_SECTORS} (ranging from | (such as | as diverse as | including) {_MAINLY}?)",
         (("firms work in sectors ranging from mining to ports", "sectors ranging from"), ("companies in fields such as mining", "fields such as")),
         ("a range of sectors",)),
    clause_rule("interest-in", f"role:(interest|interests) in {_MAINLY}?",
         (("Canada's interest in Peru's mining sector", "interest in"), ("has shown interest in ports", "interest in")), ("rates of interest",)),
    clause_rule("invested-in", f"({_MAINLY}|concentrated|it|MEASURE|FRACTION (is|was)) in {_MAINLY}?",
         (("investment, chiefly in mining", "chiefly in"), ("most of it in gold mining", "it in"), ("of which one third is in mining", "third is in")), ("largely of coal",)),
    clause_rule("companies-in", "(companies|firms) \\(",
         (("100 extractive companies (mining and oil)", "companies ("), ("listed energy firms (wind)", "firms (")), ("companies in mining",)),
    clause_rule("areas-of-cooperation", f"role:({_SECTORS} (of|for) LOWER{{0,3}}? {_COOPERATION}) {_GAP}{{0,6}}? {_SUCH} {_MAINLY}?",
         (("Areas of cooperation include health", "Areas of cooperation include"), ("fields of scientific collaboration are ports", "fields of scientific collaboration are")),
         ("areas of the north",)),
    clause_rule("cooperate-on", f"role:({_COOPERATE}) WORD{{0,2}}? on {_MAINLY}?",
         (("Canada and Peru cooperate on health", "cooperate on"), ("they work together closely on ports", "work together closely on")),
         ("works on paper", "cooperate at the United Nations")),
    clause_rule("cooperate-in", f"role:({_COOPERATE}) WORD{{0,2}}? in {_MAINLY}? {_THE_SECTORS}?",
         (("they collaborate in the fields of health", "collaborate in the fields of"), ("cooperate closely in mining", "cooperate closely in")), ("living in peace",)),
    clause_rule("cooperate-to", f"role:({_COOPERATE}) to",
         (("is working closely with Peru to promote trade", "working closely with Peru to"), ("they cooperate to fight crime", "cooperate to")), ("going to work",)),
    clause_rule("cooperation-in", f"role:({_COOPERATION}|PORTFOLIO) {_GAP}{{0,6}}? (in|on|includes|covers|extends to|focuses on|focused on) {_MAINLY}? {_THE_SECTORS}?",
         (("cooperation in education and health", "cooperation in"), ("Cooperation between the two focuses on mining", "Cooperation between the two focuses on"),
          ("cooperation in areas such as health", "cooperation in areas such as")),
         ("cooperation with Chile",)),
    clause_rule("aid-focuses-on", f"role:({_AID}) {_GAP}{{0,8}}? (focuses|focus|focused|focusing|concentrates|concentrated|concentrating|centres|centred) {_MAINLY}? (on|in) {_MAINLY}? ((NUMWORD|DAY) {_SECTORS} :)?",
         (("assistance to Mali focuses on health", "assistance to Mali focuses on"), ("The program is focused mainly on farming", "program is focused mainly on")),
         ("programmes of study",)),
    clause_rule("aid-for", f"(MEASURE|projects|initiatives|activities|went|goes|go|allocated|devoted|directed|dedicated|it|spent) {_MAINLY}? (to|for|on|in) {_MAINLY}? {_THE_SECTORS}?",
         (("half the total went to health", "went to"), ("almost all of it for schools", "it for"), ("aid in the fields of health", "aid in the fields of")), ("it rose",)),
    clause_rule("capacity-in", f"role:(capacity|skills) LOWER? in {_MAINLY}?",
         (("to increase capacity in conflict management", "capacity in"), ("building skills in farming", "skills in")), ("production capacity",)),
    clause_rule("experience-in", f"(experience|expertise) in {_MAINLY}?",
         (("building on Canada's experience in education", "experience in"), ("expertise in health", "expertise in")), ("an experience",)),
    clause_rule("support-for", "(announced|announce|announces|provides|provide|MEASURE) WORD{0,3}? role:(support|MEASURE) (for|to) ((LOWER|and){0,4} (management|development|use|protection) of)?",
         (("announced support for sustainable and efficient management of energy resources", "announced support for sustainable and efficient management of"),
          ("provides support to farming", "provides support to")),
         ("announced their support",)),
)  # fmt: skip
