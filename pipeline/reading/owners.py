"""The countries by a word of trade, investment or aid: its owner, those after it, the subject of its clause."""

from __future__ import annotations

from collections.abc import Iterator

from .measures import Country, Pair, iso_of
from .name import Name
from .patterns import BOUNDARY, class_of
from .tokens import Tokens

_MEASURE, _DEMONYM, _COUNTRY, _TRADEVERB = map(class_of, ("MEASURE", "DEMONYM", "COUNTRY", "TRADEVERB"))
BREAKS = frozenset("\n;.:")  # what no country is looked for beyond
_FAR = 14  # tokens from a word to the countries after it
_OWNED = 5  # tokens between a country and what it owns: Canada's second largest export market
_PREPOSITIONS = frozenset(("to", "from", "in", "into", "with", "between", "of", "by", "for"))
_ARTICLES = frozenset(("the", "both"))
_BEFORE_AGENT = frozenset(("by", "to", "from"))  # after a word of trade, before who trades: sold to Chile by Norway
_OTHERS = frozenset(("those", "whereas", "while", "whilst"))  # begin what is told of other trade
_OPENING = frozenset(("and", "but", "while", "whereas", "whilst"))  # before a clause that goes on
_FRONT = 9  # tokens from the opening of a clause to its verb: From Norway, our companies
_WE = 3  # tokens from "we" to its verb: we have mainly bought
_WE_BREAKS = BREAKS | {",", _MEASURE, _TRADEVERB}
_WE_RULE = "first-person"
# what a country does that has a rank or a share
_RANKING = frozenset((
    "is", "was", "are", "were", "remains", "became", "ranks", "ranked", "accounts", "accounted", "makes", "made",
    "absorbed", "absorbs", "came", "comes", "held", "holds", "occupied", "occupies", "received", "receives", "takes",
    "took",
))  # fmt: skip


class Owners:
    """Finds, for one text, the countries that stand around a token."""

    def __init__(self, tokens: Tokens, names: list[Name], pair: Pair) -> None:
        self.tokens, self.pair = tokens, pair
        self.countries = {at: iso for name in names if (iso := iso_of(name)) for at in range(name.first, name.last)}

    def country_at(self, at: int) -> Country | None:
        """The country that the token names, alone or as a demonym."""
        iso = self.countries.get(at)
        return Country(iso, (at, at + 1)) if iso else None

    def owner(self, at: int) -> Country | None:
        """The country before: Canadian exports, Peru's merchandise exports."""
        for position in range(at - 1, max(at - 1 - _OWNED, -1), -1):
            word, klass = self.tokens.words[position], self.tokens.classes[position]
            if word in ("our", "Our") and self.pair.reporter:
                return Country(self.pair.reporter.iso, (position, position + 1), _WE_RULE)
            if word in ("its", "Its"):
                return self._possessor(position)
            if word == "'s" and self.tokens.lower[position - 2 : position] == ["the", "country"]:
                return self._possessor(position) or self.pair.concluded(self.pair.partner)
            country = self.country_at(position)
            if country:
                possessive = self.tokens.words[position + 1] in ("'s", "'")
                adjective = klass == _DEMONYM or position == at - 1
                return country if possessive or adjective else None
            if klass in BREAKS or klass in ",()" or word.lower() in _PREPOSITIONS:
                return None
        return None

    def _before(self, at: int) -> Iterator[Country]:
        """The countries before a token in its sentence, the last first."""
        for position in range(at - 1, -1, -1):
            if self.tokens.classes[position] == BOUNDARY:
                return
            country = self.country_at(position)
            if country:
                yield country

    def _possessor(self, at: int) -> Country | None:
        """Whose "its" is: the country whose something was told of last in the sentence, as in "Norway's partner"."""
        found = (country for country in self._before(at) if self.is_possessive(country))
        return _concluded(next(found, None), "owner-before")

    def around(self, at: int) -> dict[str, Country]:
        """The countries after, by preposition: exports from Canada to Peru."""
        found: dict[str, Country] = {}
        position = at + 1
        preposition = ""
        words, classes = self.tokens.words, self.tokens.classes
        while position < min(at + _FAR, len(words)) and classes[position] not in BREAKS:
            word, klass = words[position].lower(), classes[position]
            if (klass == "," and found) or klass == _MEASURE or word in _OTHERS:
                break
            country = self.country_at(position)
            if country and preposition and klass != _DEMONYM:
                found.setdefault(preposition, country)
                preposition = ""
            elif word in _PREPOSITIONS:
                preposition = word
            elif word not in _ARTICLES:
                preposition = ""
            position += 1
        return found

    def agent(self, at: int, around: dict[str, Country]) -> Country | None:
        """The country that "by" names after: goods sold by Norway, exported to Chile by Canada."""
        return around.get("by") if self.tokens.lower[at + 1] in _BEFORE_AGENT else None

    def fronted(self, at: int, preposition: str) -> Country | None:
        """The country that a clause opens with: from Norway we bought tiles, while to Norway we sold rye."""
        lower, classes = self.tokens.lower, self.tokens.classes
        for position in range(at - 1, max(at - _FRONT, 0) - 1, -1):
            if classes[position] in BREAKS:
                return None
            before = position - 1
            opens = position == 0 or classes[before] in BREAKS or classes[before] == "," or lower[before] in _OPENING
            if lower[position] == preposition and opens:
                first = position + 1 + (lower[position + 1] in _ARTICLES)
                return self.country_at(first) if self._is_alone(first, at) else None
            if lower[position] in _PREPOSITIONS:
                return None
        return None

    def _is_alone(self, at: int, verb: int) -> bool:
        """Stands a country, and no comma but right after it, before the subject of a verb?"""
        name = next((last for last in range(at, verb) if not self.country_at(last)), verb)
        name += self.tokens.classes[name] == ","
        return self.tokens.classes[at] != _DEMONYM and "," not in self.tokens.classes[name:verb]

    def first_person(self, at: int) -> Country | None:
        """The country that publishes the page, where "we" stands just before: we also bought."""
        for position in range(at - 1, max(at - 1 - _WE, -1), -1):
            if self.tokens.classes[position] in _WE_BREAKS:
                return None
            if self.tokens.lower[position] == "we" and self.pair.reporter:
                return Country(self.pair.reporter.iso, (position, position + 1), _WE_RULE)
        return None

    def subject(self, at: int) -> Country | None:
        """The last country before in the sentence that is no object of a preposition: Canada exported …"""
        found = (country for country in self._before(at) if not self._is_object(country))
        return _concluded(next(found, None), "subject-of-sentence")

    def _is_object(self, country: Country) -> bool:
        """Does a preposition or a verb of trade stand before the country: from Norway, to the Gambia, sells Peru?

        So it is with the second after "between", but not with whose doing is told: with Norway exporting, which sold.
        """
        lower, (first, after) = self.tokens.lower, country.span
        if self.tokens.classes[first] == _COUNTRY and self.tokens.classes[first - 1] == _TRADEVERB:
            return True
        before = first - 1 - (lower[first - 1] in _ARTICLES)
        if lower[before] == "and":
            other = self.country_at(before - 1)
            return other is not None and lower[other.span[0] - 1 - (lower[other.span[0] - 1] == "the")] == "between"
        doing = lower[before] == "with" and self.tokens.classes[after] == _TRADEVERB and lower[after].endswith("ing")
        doing = doing or lower[after : after + 2] == [",", "which"]
        return lower[before] in _PREPOSITIONS and not doing

    def told_before(self, at: int, rule: str = "subject-of-sentence-before") -> Country | None:
        """The country, named alone, that the sentence before opens with as its subject: "Norway is large. Its …"."""
        classes, lower = self.tokens.classes, self.tokens.lower
        opens = classes.rfind(BOUNDARY, 0, max(classes.rfind(BOUNDARY, 0, at), 0)) + 1
        first = opens + (lower[opens] == "the")
        country = self.country_at(first)
        if country is None or classes[first] == _DEMONYM or lower[first + 1] in ("'s", "'", "and"):
            return None
        return _concluded(country, rule)

    def is_possessive(self, country: Country) -> bool:
        """Is the country named with an apostrophe: Peru's third largest investor, not the Canadian investors?"""
        return self.tokens.words[country.span[1]] in ("'s", "'")

    def ranking(self, at: int) -> Country | None:
        """The country that a rank or a share is told of: China is Peru's largest partner, China accounts for half."""
        found = (country for country in self._before(at) if self._ranks(country))
        return _concluded(next(found, None), "subject-of-sentence")

    def _ranks(self, country: Country) -> bool:
        """Is the country the subject of what has a rank or a share?"""
        verbs = self.tokens.lower[country.span[1] : country.span[1] + 2]
        return self.tokens.classes[country.span[0]] != _DEMONYM and not _RANKING.isdisjoint(verbs)

    def subject_or_partner(self, at: int) -> Country | None:
        """Whose an economy or a population is: the first country named before in its sentence, else the partner."""
        named = [country for country in self._before(at) if self.tokens.classes[country.span[0]] == _COUNTRY]
        return _concluded(named[-1], "subject-of-sentence") if named else self.pair.concluded(self.pair.partner)


def _concluded(country: Country | None, rule: str) -> Country | None:
    return Country(country.iso, country.span, rule) if country else None
