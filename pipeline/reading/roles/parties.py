"""Which countries words stand for: a name or a list of names, "both", "it", "the two countries"."""

from __future__ import annotations

from typing import NamedTuple

from ..brief import Brief, Chars
from ..measures import iso_of
from ..patterns import BOUNDARY
from .little_words import AUXILIARIES, COUNTRIES, COUPLING, LIKEWISE, OPENING, PREPOSITIONS, TOGETHER

LONGEST_ASIDE = 12  # phrases that what parts a subject from its verb, or tells what a body is, may take


class Party(NamedTuple):
    """A country or body that something is said of, the words that name it, and the rule where one concludes it."""

    entity: str
    words: Chars
    rule: str = ""


class Subject(NamedTuple):
    """The countries that something is said of; `first` is the phrase they begin at.

    `planned` is what is to come, `denied` what is not or only supposed; `date` is a date among the verb's own words.
    """

    parties: tuple[Party, ...]
    first: int
    planned: bool = False
    denied: bool = False
    date: int | None = None


class Parties:
    """Finds, in one brief, the countries that the words before a phrase stand for."""

    def __init__(self, brief: Brief) -> None:
        self.brief, self.phrases = brief, brief.phrases
        self.words, self.classes = brief.phrases.words, brief.phrases.classes

    def country(self, at: int) -> bool:
        """Is the phrase the name of a country (or of the European Union)?"""
        name = self.phrases.names.get(at)
        return bool(name and iso_of(name) and name.form != "demonym")

    def chars(self, first: int, last: int) -> Chars:
        """The offsets of a span of phrases."""
        return self.brief.chars(self.phrases.tokens(first, last))

    def named(self, first: int, last: int) -> tuple[Party, ...]:
        """The countries named in a span."""
        entity_id, names = self.brief.resolver.entity_id, self.phrases.names
        places = [at for at in range(first, last) if self.country(at)]
        return tuple(Party(entity_id(names[at]), self.chars(at, at + 1)) for at in places)

    def ending(self, end: int, anywhere: bool = False) -> Subject | None:
        """The countries whose naming ends just before a phrase, if they can be a subject, or `anywhere` in a clause."""
        at = end - 1
        word = self.words[at]
        if at < 0:
            return None
        if word == ")":
            opened = self.classes.rfind("(", 0, at)
            return self.ending(opened) if at - opened < LONGEST_ASIDE else None
        if self.country(at):
            first = self.list_start(at)
            before = self.words[first - 1 - (self.words[first - 1] in ("the", "both"))]
            if before in PREPOSITIONS and not anywhere:
                return None
            return Subject(self.named(first, end), first, denied=before in ("nor", "neither", "not"))
        if word in ("both", "they", "we"):
            return Subject(self._two(at, end), at)
        if word in COUNTRIES or word == "two":
            first = at - 1 - (self.words[at - 1] == "two")
            counted = "two" in self.words[at - 1 : end]
            meant = self.words[first] in ("our", "both") or (self.words[first] in ("the", "these") and counted)
            return Subject(self._two(first, end), first) if meant else None
        if word == "it" or (word == "country" and self.words[at - 1] == "the"):
            first = at - (word == "country")
            return Subject(self._one(first, end), first)
        if word in ("which", "who", "that"):
            return self.ending(at - (self.words[at - 1] == ","))
        return self._before_aside(at) if word in (",", "-") else None

    def list_start(self, at: int) -> int:
        """The first country of a list that ends with the one at a phrase: Canada, Chile and Peru."""
        coupled: tuple[str, ...] = ("and", "&")  # before the last one; commas stand before the others
        while at > 1 and self.words[at - 1 - (self.words[at - 1] == "the")] in coupled:
            before = at - 2 - (self.words[at - 1] == "the")
            before -= self.words[before] == ","
            if not self.country(before):
                break
            at, coupled = before, (",",)
        return at

    def _sentence_before(self, at: int) -> int:
        """The first phrase of the sentence before that of a phrase."""
        return self.classes.rfind(BOUNDARY, 0, max(self.classes.rfind(BOUNDARY, 0, at), 0)) + 1

    def _two(self, first: int, last: int) -> tuple[Party, ...]:
        """The two that "both" stands for: a subject of two countries just before, else the countries of the page."""
        words = self.chars(first, last)
        for one in range(first - 3, self._sentence_before(first) - 1, -1):
            if self.country(one) and self.country(one + 2) and self.list_start(one + 2) == one and self._opens(one):
                return tuple(party._replace(words=words, rule="two-named-before") for party in self.named(one, one + 3))
        known = self.brief.lexicon.country_of_iso
        sides = [side for side in (self.brief.pair.reporter, self.brief.pair.partner) if side]
        pair = tuple(Party(known[side.iso].entity_id, words, "pair-of-page") for side in sides)
        return pair if len(pair) == 2 else ()

    def _one(self, first: int, last: int) -> tuple[Party, ...]:
        """The country that "it" stands for: the last subject before, in this sentence or the one before."""
        for at in range(first - 1, self._sentence_before(first) - 1, -1):
            if self.country(at) and (self._leads(at) or self._entering(at)):
                (party,) = self.named(at, at + 1)
                return (party._replace(words=self.chars(first, last), rule="subject-before"),)
        return ()

    def _leads(self, at: int) -> bool:
        """Does a country, named alone, stand where a subject stands?"""
        behind = at + 2 + (self.words[at + 1 : at + 3] == [",", "and"])
        listed = self.list_start(at) < at or (self.words[at + 1] in COUPLING and self.country(behind))
        return self._opens(at) and not listed and self.words[at + 1] not in ("'s", "'")

    def _entering(self, at: int) -> bool:
        """Is a country spoken of that goes somewhere: the return of Honduras to the OAS, to which it …"""
        owner = self.words[at - 1] == "of" or self.words[at + 1] == "'s"
        return owner and self.words[at + 1 if self.words[at - 1] == "of" else at + 3] in ("to", "into")

    def _opens(self, at: int) -> bool:
        """Does a phrase open a clause, after an article or none?"""
        before = at - 1 - (self.words[at - 1] in ("the", "both"))
        return before < 0 or self.classes[before] in (BOUNDARY, *",;:-") or self.words[before] in OPENING

    def alike(self, at: int, joint: bool = False) -> int:
        """The country behind words that say the same of it as of another; 0 where there are none.

        Like Chile, along with Chile, as does Chile; `joint` if a bare "with" says so too.
        """
        word, behind = self.words[at], self.words[at + 1]
        if word in LIKEWISE or (joint and word == "with"):
            first = at + 1
        elif (word in TOGETHER and behind == "with") or (word == "as" and behind in AUXILIARIES):
            first = at + 2
        elif word == "as" and self.words[at + 1 : at + 3] == ["well", "as"]:
            first = at + 3
        else:
            return 0
        first += self.words[first] == "the"
        return first if self.country(first) else 0

    def _before_aside(self, comma: int) -> Subject | None:
        """The countries before words between two commas: Canada, for its part, is; Peru, along with Chile, is."""
        for at in range(comma - 1, max(comma - LONGEST_ASIDE, 0), -1):
            if self.classes[at] in (BOUNDARY, ";"):
                return None
            before = self.words[at - 1]
            if self.words[at] == self.words[comma] and (
                self.country(at - 1) or before in (*COUNTRIES, "both", "it", ")")
            ):
                found = self.ending(at)
                if found:
                    more = self.named(at, comma) if self.alike(at + 1, joint=True) else ()
                    return found._replace(parties=found.parties + more)
        return None
