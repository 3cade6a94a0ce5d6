"""The rules that find names the lexicon does not hold: persons beside their offices, names with a telling head word."""

from __future__ import annotations

from .rules import Rules, rule

_PARTICLE = "(de|da|do|dos|del|della|der|den|van|von|el|al|bin|bint|ibn|la|le)"
_NAME = f"GIVEN ((-|'|.|{_PARTICLE}+)? GIVEN){{0,4}}"
_FULL_NAME = _NAME.replace("{0,4}", "{1,4}")
_AND = "(of|for|to|and|,|&|-|the|in|de)"  # before every place of a title, or it is a given name: Minister of Trade Nigel Roe
_OFFICE = f"TITLE ({_AND}+ FIELDWORD (PORTFOLIO|HEAD|COUNTRY|DEMONYM|REGION|REGIONAL|BODY)*)* (\\( (FIELDWORD|and|,|&|-|the|LOWER)* \\))?"


# Each captures `name`, and `second` where one office has two holders.
PERSON_RULES = Rules(
    rule("office-two-names", f"{_OFFICE} ,? HONORIFIC* name:({_NAME}) and HONORIFIC* second:({_NAME})",
          (("Ministers of Foreign Affairs Ann Lee and Nomvula van der Merwe met", "Ann Lee"), ("Presidents Ana Ruiz and Igor Kos spoke", "Ana Ruiz")),
          ("the ministers Ann met",)),
    rule("office-name", f"{_OFFICE} ,? HONORIFIC* name:({_NAME})",
          (("Prime Minister Harper met", "Harper"), ("Minister of International Trade Ed Fast visited", "Ed Fast"),
           ("Minister of State of Foreign Affairs (Americas and Consular Affairs), Diane Roy, spoke", "Diane Roy")),
          ("the President of Chile and the Union", "The Minister visited Lima")),
    rule("honorific-name", f"HONORIFIC+ name:({_NAME})",
          (("Mr. Whitcombe had travelled", "Whitcombe"), ("the Honourable Ann de Villiers spoke", "Ann de Villiers")), ("Mr and Mrs",)),
    rule("name-became-office", f"name:({_FULL_NAME}) (, who)? (is|was|became|(has|had) been) (elected|re - elected|appointed|named|sworn in)? as? the? (DEMONYM | COUNTRY 's)? TITLE",
         (("Igor Kos was elected President in 2011", "Igor Kos"), ("Ann Lee, who was Minister of Mines, spoke", "Ann Lee")),
         ("Peru was President of the Council",)),
    rule("role-name", f"ROLE , HONORIFIC* name:({_FULL_NAME})",
         (("her foreign minister, Ana Novak, spoke", "Ana Novak"), ("the ambassador, Piet van Dyck, said", "Piet van Dyck")),
         ("the minister visited Lima", "the president, Peru and")),
    rule("name-office", f"name:({_FULL_NAME}) , (the|then|his|her|their|a)? -? (former)? (COUNTRY 's)? DEMONYM? PORTFOLIO{{0,3}} TITLE",
          (("Louise Roy, Minister of Mines, visited", "Louise Roy"), ("Kim Lee, the Minister for Trade, said", "Kim Lee")),
          ("In Lima, the Minister said",)),
)  # fmt: skip

# Each captures `name`; the kind is that of the name's last head word, or of the first where the name begins with one.
HEADED_RULES = Rules(
    rule("headed", "name:((ATOM (-|/|&)? | FREE (of|of the|in the|in|for|on|and|and the) | FREE , FREE and ){0,12} head:HEAD ((of|for|on|to) the? (HEAD|ATOM) ((-|and|and the)? ATOM){0,6}){0,3})",
          (("the Canada-Peru Free Trade Agreement", "Canada-Peru Free Trade Agreement"),
           ("the Young Makers in the Andes Program is", "Young Makers in the Andes Program"),
           ("members of the Group of Makers of Ulvik", "Group of Makers of Ulvik"),
           ("such as the Office of the Ombudsperson", "Office of the Ombudsperson")),
          ("an agreement on trade", "the summit")),
    rule("body-event", "name:((BODY|ACRONYM) (summit|meeting|ministerial))",
          (("at the ECOWAS summit in 2011", "ECOWAS summit"), ("a NATO meeting", "NATO meeting")), ("a summit",)),
)  # fmt: skip

PLACE_RULES = Rules(
    rule("in-place", "(in|at|near|from|visited|toured|to) name:(CAPITAL ((-|del|de|la|el)? CAPITAL){0,2}) (and second:(CAPITAL ((-|del|de)? CAPITAL){0,2}))?",
          (("visited Zorbing and Quelm to see", "Zorbing"), ("a clinic near Ulvik Fjell", "Ulvik Fjell")), ("in spring", "to visit")),
)  # fmt: skip
