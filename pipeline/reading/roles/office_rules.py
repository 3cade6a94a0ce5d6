"""The rules that say who holds which office: wordings over phrases, where a name or a date is one item."""

from __future__ import annotations

from ..patterns import class_of, only
from ..rules import Hit, Rules, rule

_TITLE, _ROLE = class_of("TITLE"), class_of("ROLE")  # one of these stands in all that the rules match
_FIELD = "(PORTFOLIO|HEAD of TITLE|HEAD|REGIONAL|DEMONYM (PORTFOLIO|HEAD))"
_FIELDS = f"the? {_FIELD} ((,|and|&|-|, and|and the|and for)? {_FIELD})*"
_AREA = "the? (COUNTRY|PLACE|REGION|BODY)"
_TAIL = f"((of|for|to|in) ({_FIELDS} | {_AREA} ((and|&) {_AREA})?))* (\\( (FIELDWORD|and|,|&|-|the|of|for|LOWER)* \\))?"
_OWNER = "owner:((COUNTRY|PLACE|REGION|BODY) ('s|') | COUNTRY | DEMONYM | PLACE | BODY | his | her | its | their | our)"
_TIME = "((former|PARTOF|then|current|new|outgoing|incoming|acting|interim) -?)"
_OFFICE = (
    f"before:({_TIME})? ({_OWNER})? lead:({_TIME})? title:((TITLE to the?)? (PORTFOLIO -?){{0,4}} (TITLE|ROLE) {_TAIL})"
)
_NAMED = "HONORIFIC* person:PERSON"
_CAME_TO_BE = "((is|was|became|remains|has been|had been) (elected|re - elected|appointed|named|sworn in)? | served | serves | took office) as?"


# Each captures `title` and, where the words give them, `owner` (whose office), `person` and `second` (who holds it) and
# `before` or `lead` (then, former). Without `person` the holder is the subject of the sentence.
OFFICE_RULES = Rules(
    rule("office-holder", f"(as the?)? {_OFFICE} ,? {_NAMED} (of home:COUNTRY)?",
         (("Prime Minister Harper met", "Prime Minister Harper"), ("the Minister for Trade and Tourism, the Hon Ann Lee MP, left", "Minister for Trade and Tourism, the Hon Ann Lee"),
          ("Chile's Foreign Minister, Ana Ruiz, spoke", "Chile's Foreign Minister, Ana Ruiz"), ("then-President Igor Kos fell", "then-President Igor Kos"),
          ("the President of Colombia, Ana Ruiz, came", "President of Colombia, Ana Ruiz"), ("with President Ruiz of Chile", "President Ruiz of Chile"),
          ("the Parliamentary Secretary to the Minister of Health, Ann Lee, left", "Parliamentary Secretary to the Minister of Health, Ann Lee")),
         ("Mr. Kos met the Minister", "the Minister visited Lima")),
    rule("office-holders", f"(as the?)? {_OFFICE} ,? {_NAMED} and HONORIFIC* second:PERSON",
         (("Ministers of Trade Ann Lee and Igor Kos met", "Ministers of Trade Ann Lee and Igor Kos"), ("Presidents Ana Ruiz and Piet van Dyck spoke", "Presidents Ana Ruiz and Piet van Dyck")),
         ("President Ana Ruiz and Prime Minister Igor Kos",)),
    rule("holder-office", f"person:PERSON ACRONYM? (, | \\( ) (the|a|an)? {_OFFICE}",
         (("Louise Roy, Minister of Mines, visited", "Louise Roy, Minister of Mines"), ("Kim Lee, then Canadian Trade Minister, said", "Kim Lee, then Canadian Trade Minister")),
         ("In Lima, the Minister said",)),
    rule("holder-before-office-holder", f"PERSON , the? {_OFFICE} {_NAMED}",
         (("Mr. Kos, Foreign Minister Ann Lee and others", "Kos, Foreign Minister Ann Lee"), ("Mr. Kos, Senator Piet Roy and a guest", "Kos, Senator Piet Roy")),
         ("Louise Roy, Minister of Mines, visited",)),
    rule("holder-became", f"person:PERSON (, who)? {_CAME_TO_BE} (the|a)? ORDINAL? {_OFFICE}",
         (("Mr. Kos became Prime Minister in 2011", "Kos became Prime Minister"), ("Mr. Roy was elected President of Peru", "Roy was elected President of Peru")),
         ("Mr. Kos met the Minister",)),
    rule("as-office", f"as the? {_OFFICE}",
         (("Mr. Kos came in 2011, as Minister of Defence.", "as Minister of Defence"), ("returned as the then Foreign Minister", "as the then Foreign Minister")),
         ("as the Foreign Minister Ann Lee said",)),
)  # fmt: skip


def office_hits(classes: str) -> list[Hit]:
    """Where the rules match in the classes of phrases, tried only in sentences with the word for an office."""
    return OFFICE_RULES.hits(only(classes, lambda _, sentence: _TITLE in sentence or _ROLE in sentence))
