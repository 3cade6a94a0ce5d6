"""The lexicon: phrases of the world and of the language, each with its class, loaded once from `lexicons/*.csv`."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from .document import view_of
from .patterns import class_of

LEXICONS = Path(__file__).parent.parent / "lexicons"
TOKEN = re.compile(
    r"[a-z]++(?!['\w])|[,.();-]|[A-Z][a-z]++(?!['\w])"  # most tokens, so tried first
    r"|\d+(?:st|nd|rd|th)\b|\d{3}0s\b|\d{1,3}(?: \d{3})+(?!\d|[.,]\d)|\d+(?:[.,]\d+)*"  # 3rd, 1990s, 4.453 and 1,439
    r"|(?:[A-Z]\.){2,}|[A-Z]{0,3}\$"  # U.S., US$
    r"|[^\W\d_]+(?:'(?!s\b)[^\W\d_]+)?"  # other words, O'Leary among them
    r"|'s\b|\S"
)

_ENTITY_FILES = ("countries", "regions", "organisations", "places")
_CLASS_OF_KIND = {"country": "COUNTRY", "region": "REGION", "place": "PLACE"}


class Entity(NamedTuple):
    """Something of the world that has a name; `entity_id` is global. Empty text where a field is not known."""

    entity_id: str
    name: str
    kind: str
    acronym: str
    iso3166_1: str
    wikidata: str
    country: str
    valid_from: str
    valid_to: str


class Entry(NamedTuple):
    """What a phrase is: the character of its class, its value (an entity, a number, a word) and the form of a name."""

    klass: str
    value: Any
    form: str = ""


class Head(NamedTuple):
    """The phrases that begin with one token: the token alone, and longer ones by their second token, longest first.

    A longer phrase is the tokens after the second, and its entry.
    """

    alone: Entry | None
    longer: dict[str, list[tuple[tuple[str, ...], Entry]]]


class Lexicon(NamedTuple):
    """All phrases by their first token, and the world's facts that rules look up.

    `entities` is by id; `currency_of[publisher][sign]` and `currencies`
    (all codes) serve money; `hemisphere` and `fiscal_start` (month) are by country. `function_words` are never nouns;
    `openers` are all words, these among them, that often begin a sentence, where a capital makes no name.
    """

    heads: dict[str, Head]
    entities: dict[str, Entity]
    currency_of: dict[tuple[str, str], str]
    hemisphere: dict[str, str]
    fiscal_start: dict[str, int]
    country_of_iso: dict[str, Entity]
    function_words: frozenset[str]
    openers: frozenset[str]


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of one lexicon file, as written."""
    with (LEXICONS / f"{name}.csv").open(newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def _split(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The compiled lexicon; the same object at every call."""
    heads: dict[str, Head] = {}
    seen: set[str] = set()

    def add(phrase: str, entry: Entry, capitalised_too: bool = False) -> None:
        phrase = view_of(phrase)
        if phrase in seen:
            return
        seen.add(phrase)
        first, *rest = TOKEN.findall(phrase)
        head = heads.get(first, Head(None, {}))
        if rest:
            head.longer.setdefault(rest[0], []).append((tuple(rest[1:]), entry))
        heads[first] = head if rest else Head(entry, head.longer)
        if capitalised_too and phrase[0].islower():
            add(phrase[0].upper() + phrase[1:], entry)

    entities: dict[str, Entity] = {}
    for name in _ENTITY_FILES:
        for row in rows(name):
            entity = Entity(
                row["entity_id"], row["name"], row["kind"], row["acronyms"].partition("|")[0], row["iso3166_1"],
                row["wikidata"], row["country"], row["valid_from"], row["valid_to"],
            )  # fmt: skip
            entities[entity.entity_id] = entity
            klass = "GUARDED" if row.get("guard") else _CLASS_OF_KIND.get(entity.kind, "BODY")
            plain = class_of(klass)
            demonym = class_of("REGIONAL" if entity.kind == "region" else "DEMONYM")
            add(entity.name, Entry(plain, entity, "acronym" if entity.name == entity.acronym else "name"))
            for form, klass, phrases in (
                ("acronym", plain, row["acronyms"]),
                ("alias", plain, row["aliases"]),
                ("demonym", demonym, row["demonyms"]),
            ):
                for phrase in _split(phrases):
                    add(phrase, Entry(klass, entity, form))
    for path in sorted((LEXICONS / "words").glob("*.csv")):
        for row in rows(f"words/{path.stem}"):
            add(row["phrase"], Entry(class_of(row["class"]), row["value"]), capitalised_too=True)
    currency_of: dict[tuple[str, str], str] = {}
    codes: dict[str, set[str]] = {}  # of a word such as euros
    for row in rows("currencies"):
        add(row["code"], Entry(class_of("SIGN"), row["code"]))
        singular, plural = row["unit_singular"], row["unit_plural"]
        for phrase in (row["name"], row["name"].replace(singular, plural), *_split(row["aliases"])):
            if phrase != singular and phrase != plural:  # US dollars, and US Dollars as well
                for written in (phrase, phrase[:1] + phrase[1:].replace(" " + plural, " " + plural.capitalize())):
                    add(written, Entry(class_of("CURRENCY"), row["code"]))
        for word in {singular, plural} - {""}:
            add(word, Entry(class_of("CURRENCY"), word), capitalised_too=word == plural and word != singular)
            codes.setdefault(word, set()).add(row["code"])
            for country in _split(row["countries"]):
                currency_of.setdefault((country, word), row["code"])
        currency_of["", row["code"]] = row["code"]
    currency_of |= {("", word): next(iter(of_word)) for word, of_word in codes.items() if len(of_word) == 1}
    for row in rows("currency_signs"):
        add(row["sign"], Entry(class_of("SIGN"), row["sign"]))
        currency_of[row["publisher"], row["sign"]] = row["code"]
    for head in heads.values():
        for longer in head.longer.values():
            longer.sort(key=lambda phrase: -len(phrase[0]))
    calendars = list(rows("calendars"))
    return Lexicon(
        heads,
        entities,
        currency_of,
        {row["iso3166_1"]: row["hemisphere"] for row in calendars},
        {row["iso3166_1"]: int(row["fiscal_year_start_month"] or 1) for row in calendars},
        {entity.iso3166_1: entity for entity in entities.values() if entity.iso3166_1},
        frozenset(row["word"] for row in rows("function_words") if row["kind"] == "function"),
        frozenset(row["word"] for row in rows("function_words")),
    )
