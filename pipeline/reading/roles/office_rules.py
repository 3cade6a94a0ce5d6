"""The rules that say who holds which office: wordings over phrases, where a name or a date is one item."""

from __future__ import annotations

from ..patterns import class_of, literal, only
from ..rules import Hit, Rules, rule

# One of these stands in all that the rules match: an office, one in small letters, and the head of a body.
_TITLE, _ROLE, _HEAD = class_of("TITLE"), class_of("ROLE"), literal("head")
OFFICES = (_TITLE, _ROLE, _HEAD)
_FIELD = "(PORTFOLIO|HEAD of TITLE|HEAD|REGIONAL|((DEMONYM|REGIONAL|REGION|PLACE) (and|,|&)?){1,2} (PORTFOLIO|HEAD)|BODY PORTFOLIO)"
_FIELDS = f"the? {_FIELD} ((,|and|&|-|, and|and the|and for)? {_FIELD})*"
_AREA = "the? (COUNTRY|PLACE|REGION|BODY)"
_TAIL = (
    f"((of|for|to|in|at) ({_FIELDS} | {_AREA} ((and|&) {_AREA})?))* (\\( (FIELDWORD|and|,|&|-|the|of|for|LOWER)* \\))?"
)
_OWNER = "owner:((COUNTRY|PLACE|REGION|BODY) ('s|') | COUNTRY | DEMONYM | PLACE | BODY | his | her | its | their | our)"
_TIME = "((former|PARTOF|then|current|new|outgoing|incoming|acting|interim) -?)"
_FIRST = f"before:({_TIME})? ({_OWNER})? lead:({_TIME})?"
_TITLED = f"(TITLE to the?)? (PORTFOLIO -?){{0,4}} (TITLE|ROLE|head) {_TAIL}"
_OFFICE = f"{_FIRST} title:({_TITLED})"
_OFFICES = f"{_FIRST} other:({_TITLED}) (and|&|, and|,) title:({_TITLED})"
_NAMED = "HONORIFIC* '? person:PERSON"
_SERVES = "(continue|continues|continued|(stay|stays|stayed) on|(take|takes|took|taken) QUALIFIER|returned|(take|takes|took|taken) office|served|serves)"
_CAME_TO_BE = f"((is|was|became|remains|has been|had been) (then|now|also|currently)? (elected|re - elected|appointed|named|sworn in|confirmed)? as? | (has|had)? {_SERVES} as)"


# Each captures `title` and, where the words give them, `owner` (whose office), `person` and `second` (who holds it),
# `other` (another title of the same person) and `before` or `lead` (then, former). Without `person` the holder is the
# subject of the sentence.
OFFICE_RULES = Rules(
    rule("office-holder", f"(as the?)? {_OFFICE} ,? {_NAMED} (of home:COUNTRY)?",
         (("Prime Minister Harper met", "Prime Minister Harper"), ("the Minister for Trade and Tourism, the Hon Ann Lee MP, left", "Minister for Trade and Tourism, the Hon Ann Lee"),
          ("Chile's Foreign Minister, Ana Ruiz, spoke", "Chile's Foreign Minister, Ana Ruiz"), ("then-President Igor Kos fell", "then-President Igor Kos"),
          ("the President of Colombia, Ana Ruiz, came", "President of Colombia, Ana Ruiz"), ("with President Ruiz of Chile", "President Ruiz of Chile"),
          ("the Parliamentary Secretary to the Minister of Health, Ann Lee, left", "Parliamentary Secretary to the Minister of Health, Ann Lee")),
         ("Mr. Kos met the Minister", "the Minister visited Lima")),
    rule("office-holders", f"(as the?)? {_OFFICE} ,? {_NAMED} ((of|\\() home:COUNTRY \\)?)? and HONORIFIC* second:PERSON ((of|\\() away:COUNTRY \\)?)?",
         (("Presidents Ana Ruiz of Norway and Igor Kos of Laos met", "Presidents Ana Ruiz of Norway and Igor Kos of Laos"), ("Foreign Ministers Ann Lee (Norway) and Igor Kos (Laos) met", "Foreign Ministers Ann Lee (Norway) and Igor Kos (Laos)"),
          ("Ministers of Trade Ann Lee and Igor Kos met", "Ministers of Trade Ann Lee and Igor Kos"), ("Presidents Ana Ruiz and Piet van Dyck spoke", "Presidents Ana Ruiz and Piet van Dyck")),
         ("President Ana Ruiz and Prime Minister Igor Kos",)),
    rule("offices-holder", f"(as the?)? {_OFFICES} ,? {_NAMED}",
         (("Deputy Prime Minister and Minister of Finance Ann Lee met", "Deputy Prime Minister and Minister of Finance Ann Lee"),
          ("Norway's Minister of Trade and Minister of Mines, Igor Kos, spoke", "Norway's Minister of Trade and Minister of Mines, Igor Kos")),
         ("President Ana Ruiz and Prime Minister Igor Kos",)),
    rule("office-holder-office", f"{_OFFICE} {_NAMED} ACRONYM? , (the|a|an)? (whose:(COUNTRY|BODY|DEMONYM) 's?)? other:({_TITLED}) (,|.|;|WORD)",
         (("Senator Ana Ruiz, President of the Senate, came", "Senator Ana Ruiz, President of the Senate,"),
          ("Senator Ana Ruiz, Chile's Minister of Mines.", "Senator Ana Ruiz, Chile's Minister of Mines."), ("Chief Justice Roy, Speaker of the House, left", "Chief Justice Roy, Speaker of the House,")),
         ("Prime Minister Roy, Foreign Minister Ann Lee and Mr. Kos",)),
    rule("office-label", f"{_OFFICE} (, PLACE)? (: | - -?) {_NAMED}",
         (("Prime Minister: Ms Ann Lee", "Prime Minister: Ms Ann Lee"), ("Consul General, Oslo: Mr. Kos", "Consul General, Oslo: Mr. Kos"),
          ("Ambassador--Mr. Kos", "Ambassador--Mr. Kos"), ("Foreign Minister – Ms Ann Lee", "Foreign Minister – Ms Ann Lee")), ("The Minister: visits by Mr. Kos",)),
    rule("offices-label", f"{_OFFICES} : {_NAMED}",
         (("Prime Minister and Minister of Mines: Ms Ann Lee", "Prime Minister and Minister of Mines: Ms Ann Lee"), ("Premier and Minister of Trade: Mr. Kos", "Premier and Minister of Trade: Mr. Kos")),
         ("The Prime Minister and the Minister: visits by Mr. Kos",)),
    rule("label-of-label", f"{_FIRST} other:({_TITLED}) (, PLACE)? : HONORIFIC* title:({_TITLED}) {_NAMED}",
         (("Head of State: King Felipe Roy", "Head of State: King Felipe Roy"), ("Head of Mission: Ambassador Ann Lee", "Head of Mission: Ambassador Ann Lee")), ("The Minister: visits by Mr. Kos",)),
    rule("office-is-held-by", f"{_OFFICE} (is|was|remains) (currently|still)? {_NAMED}",
         (("The Ambassador to Laos is Ms Ann Lee.", "Ambassador to Laos is Ms Ann Lee"), ("the Foreign Minister was Mr. Kos", "Foreign Minister was Mr. Kos")),
         ("the Minister is in Lima", "the Minister was met by Mr. Kos")),
    rule("holder-office", f"person:PERSON ACRONYM? (, | \\( ) (the|a|an)? {_OFFICE}",
         (("Louise Roy, Minister of Mines, visited", "Louise Roy, Minister of Mines"), ("Kim Lee, then Canadian Trade Minister, said", "Kim Lee, then Canadian Trade Minister"),
          ("Dr. Kim Lee, head of the World Bank, met", "Kim Lee, head of the World Bank")),
         ("In Lima, the Minister said",)),
    rule("holder-offices", f"person:PERSON ACRONYM? (, | \\( ) (the|a|an)? {_OFFICES}",
         (("Igor Kos, Deputy Prime Minister and Minister of Mines, left", "Igor Kos, Deputy Prime Minister and Minister of Mines"),
          ("Ann Lee, Minister of Trade and Minister of Mines of Norway, left", "Ann Lee, Minister of Trade and Minister of Mines of Norway")),
         ("Louise Roy, Minister of Mines, visited",)),
    rule("holder-before-office-holder", f"PERSON , the? {_OFFICE} {_NAMED}",
         (("Mr. Kos, Foreign Minister Ann Lee and others", "Kos, Foreign Minister Ann Lee"), ("Mr. Kos, Senator Piet Roy and a guest", "Kos, Senator Piet Roy")),
         ("Louise Roy, Minister of Mines, visited",)),
    rule("holder-became", f"person:PERSON ACRONYM? (, who)? {_CAME_TO_BE} (the|a)? ORDINAL? {_OFFICE}",
         (("Mr. Kos became Prime Minister in 2011", "Kos became Prime Minister"), ("Mr. Roy was elected President of Peru", "Roy was elected President of Peru"),
          ("Ann Lee MP, who was then Minister of Mines, spoke", "Ann Lee MP, who was then Minister of Mines")),
         ("Mr. Kos met the Minister",)),
    rule("holder-behind-aside", f", {_CAME_TO_BE} (the|a)? ORDINAL? {_OFFICE}",
         (("Ann Lee, a lawyer, is Foreign Minister", ", is Foreign Minister"), ("Mr. Kos, who studied in Oslo, was elected President of Peru", ", was elected President of Peru")),
         ("Mr. Kos is President",)),
    rule("as-office", f"as the? {_OFFICE}",
         (("Mr. Kos came in 2011, as Minister of Defence.", "as Minister of Defence"), ("returned as the then Foreign Minister", "as the then Foreign Minister")),
         ("as the Foreign Minister Ann Lee said",)),
)  # fmt: skip


def office_hits(classes: str) -> list[Hit]:
    """Where the rules match in the classes of phrases, tried only in sentences with the word for an office."""
    return OFFICE_RULES.hits(only(classes, lambda _, one: _TITLE in one or _ROLE in one or _HEAD in one))
