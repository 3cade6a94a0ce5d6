"""Where the name of one thing in a list begins and ends: "the $5 million worth of Canadian [durum wheat] that …"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from ..brief import Brief, Chars
from ..measures import Span
from ..patterns import BOUNDARY, class_of
from .list_words import DETERMINERS, OF_AMOUNT, RANGES, list_ends
from .wordings import Wordings

_COUNTRY, _DEMONYM = class_of("COUNTRY"), class_of("DEMONYM")
_TRADE = class_of("MEASURE") + class_of("TRADEVERB")
_SUPERLATIVE = class_of("SUPERLATIVE")
_OWNERS = frozenset((_COUNTRY, _DEMONYM))
_UNTITLED = ("and", "or", "of", "for", "the")  # small in titles: "- Fish and Seafood"
_OPENERS = ("", *"\n:;.*?-)")
_ARTICLES = frozenset(("the", "a", "an", "its", "their"))
_NEAR = 4  # words that tell whether a verb is meant
_LONGEST = 8  # words of a thing's name


@dataclass
class Item:
    """One thing listed, in the tokens `first` up to but not including `last`; `joint` joins it to the one before.

    `name` is its name in full as far as it is known: the words, or what the rule `rule` makes of them with the words
    `head` that it shares with others.
    """

    first: int
    last: int
    name: str
    joint: str = ""
    emphasis: str = ""
    emphasis_span: Span | None = None
    rule: str = ""
    head: Chars | None = None
    details: list[Item] = field(default_factory=list)


class Things:
    """Finds the things of one brief that a lexicon knows, and others that are named as things are."""

    def __init__(self, brief: Brief, wordings: Wordings, measures: bool = False) -> None:
        """Find what `wordings` knows; words for trade may be part of a name where `measures` is true."""
        self.brief, self.tokens, self.view, self.wordings = brief, brief.tokens, brief.document.view, wordings
        self.lower = brief.tokens.lower
        self.amounts = {quantity.first: quantity.last for quantity in brief.quantities if quantity.kind != "count"}
        self.counts = {quantity.first: quantity.number[1] for quantity in brief.quantities if quantity.kind == "count"}
        self.apart = {when.first: when.last for when in brief.dates} | self.amounts | self.counts
        self.named = brief.in_proper_names
        self.stops = list_ends()
        self._known = wordings.ends(self.tokens)  # by the token that a phrase begins at
        self._begins = list(self._known)
        self.verb = -1  # the token that no name goes beyond: of "coffee and tea lead exports" the verb
        self.never = class_of("SUPERLATIVE") + ("" if measures else _TRADE)

    def words(self, first: int, last: int) -> str:
        """The words between two tokens in the view, white space folded."""
        text = self.view[self.tokens.starts[first] : self.tokens.ends[last - 1]]
        return " ".join(text.split()) if "  " in text or "\n" in text else text

    def before(self, at: int) -> list[str]:
        """The last words before a token as they stand, back to the last mark."""
        words: list[str] = []
        while len(words) < _NEAR and at and self.tokens.words[at - 1][-1:].isalpha():
            at -= 1
            words.insert(0, self.tokens.words[at])
        return words

    def finish(self, items: list[Item]) -> None:
        """Name all items and their details as the text does, small at the beginning of a sentence."""
        for item in items:
            words = self.brief.words((item.first, item.last))
            ends = item.name.startswith(words) and (item.head or not item.rule)
            text = words + item.name[len(words) :] if ends else item.name
            if self.tokens.classes[item.first - 1 : item.first] in _OPENERS and text[:1].isupper():
                text = self._uncapitalised(text)
            item.name = text
            self.finish(item.details)

    def _uncapitalised(self, text: str) -> str:
        if not text[1:2].islower() or self.wordings.capitals(text):
            return text  # ICT, Scotch whisky
        titled = all(word[0].isupper() or word in _UNTITLED for word in text.split())
        return text.lower() if titled and self.wordings.code(text) is not None else text[0].lower() + text[1:]

    def known(self, item: Item) -> bool:
        """Does the lexicon have the words of an item?"""
        return self.wordings.code(item.name) is not None

    def item(self, at: int, joint: str) -> tuple[Item | None, int]:
        """The thing named at a token, if any, and the token after it."""
        last = at = self.begins(at)
        while last - at < _LONGEST and last != self.verb:
            known = self.known_to(last)
            single = known == last + 1 and self._stops(last)
            if known > last + 1 or (known > last and not single and last not in self.named):
                last = known
                if self.lower[last].endswith("ed"):
                    break  # "beef resumed in 2011"
            elif self._does(last, at):
                break  # "with beef showing the strongest gains"
            elif self._part(last, at):
                last += 1
            else:
                break
        while last > at and not self.tokens.words[last - 1][-1].isalnum():
            last -= 1
        return (Item(at, last, self.words(at, last), joint) if last > at else None), last

    def _does(self, at: int, first: int) -> bool:
        """Does a participle tell what a thing does, and not name it, as in "gold mining" or "cotton clothing"?"""
        if at == first or not self.lower[at].endswith("ing"):
            return False
        return self.lower[at + 1] in _ARTICLES or self.tokens.classes[at + 1] == _SUPERLATIVE

    def begins(self, at: int) -> int:
        """Where the name of a thing begins: after "the", "other", "a wide range of", "$5 million worth of Canadian"."""
        while True:
            at = self._numbered(at)
            word, klass = self.lower[at], self.tokens.classes[at]
            if at in self.amounts and self.lower[self.amounts[at]] in OF_AMOUNT:
                at = self.amounts[at] + 1
                at += self.lower[at] == "of"
                continue
            if at in self.counts:
                at = self.counts[at]  # "12 helicopters"
                continue
            ranges = self._ranges(at)
            if not (word in DETERMINERS or klass in _OWNERS or ranges) or self.known_at(at):
                return at
            if ranges:
                at = ranges
            elif klass == _COUNTRY and self.lower[at + 1] == "'s":
                at += 2
            elif klass == _COUNTRY and self.known_at(at + 1):
                at += 1  # "sells Norway nickel"
            elif klass != _COUNTRY and self.tokens.classes[at + 1] != "-":
                at += 1
            else:
                return at

    def _numbered(self, at: int) -> int:
        """The token after "1)" or "(1)" at a token; the token itself where neither stands there."""
        number = at + (self.lower[at] == "(")
        return number + 2 if self.lower[number].isdigit() and self.lower[number + 1] == ")" else at

    def _ranges(self, at: int) -> int:
        """The token after "range of" or "wide range of" at a token; 0 where that does not stand there."""
        if at + 2 >= len(self.lower):
            return 0  # the text ends in the midst of a list
        at += self.lower[at] not in RANGES
        return at + 2 if self.lower[at] in RANGES and self.lower[at + 1] == "of" else 0

    def known_at(self, at: int) -> bool:
        """Does a phrase of the lexicon begin at a token?"""
        return at in self._known

    def known_between(self, first: int, last: int) -> list[int]:
        """The tokens between two at which a phrase of the lexicon begins."""
        return self._begins[bisect_left(self._begins, first) : bisect_left(self._begins, last)]

    def known_to(self, at: int) -> int:
        """Where the longest phrase of the lexicon that begins at a token ends; the token itself where none does."""
        return self._known.get(at, at)

    def _stops(self, at: int) -> bool:
        """Does a token go on with the clause after a list? Not in capitals: IT equipment."""
        return self.lower[at] in self.stops and (len(self.lower[at]) == 1 or not self.tokens.words[at].isupper())

    def _part(self, at: int, first: int) -> bool:
        """Is this token part of the name of a thing that begins at `first`?"""
        tokens, word, klass = self.tokens, self.lower[at], self.tokens.classes[at]
        if klass == BOUNDARY or at in self.apart or at in self.named or klass in self.never:
            return False
        if klass in "-/":
            return at > first and tokens.ends[at - 1] == tokens.starts[at] and tokens.ends[at] == tokens.starts[at + 1]
        if at > first and word in ("&", "'s", "'"):
            return True
        if at > first and word == "of":
            return self._part(at + 1 + (self.lower[at + 1] == "the"), at + 1)
        if word == "the" and at - 1 > first and self.lower[at - 1] == "of":
            return True
        if not word[0].isalpha() or self._stops(at):
            return False
        return not tokens.words[at][0].isupper() or at == first or klass == _DEMONYM
