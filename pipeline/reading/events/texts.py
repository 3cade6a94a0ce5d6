"""Which texts the nouns and pronouns of a brief stand for: the agreement, it, an air services agreement."""

from __future__ import annotations

from ..dashes import is_dash
from ..patterns import class_of
from .clauses import Item, Span
from .event_rules import told_of
from .event_words import ABOUT, AFTER_COMPLEMENT, ANY_TEXT, COMPLEMENTS, COUNTS, ENDS_PHRASE
from .items import Items
from .sentences import Sentence

_LONGEST_NOUN = 5  # phrases of what a name is said to be: a bilateral scholarship programme
_SAYING = ("establishing", "creating", "amending", "setting")  # "the Agreement Establishing the Arica Fund"
_LABELLED = 2  # phrases before the name that labels a line: a bullet, an article
_NUMWORD = class_of("NUMWORD")


class Texts:
    """Knows what the items of a sentence name, remembering the text that was named last before it."""

    def __init__(self, scanner: Items) -> None:
        self.words, self.phrases, self.brief = scanner.words, scanner.phrases, scanner.brief
        self.titles = scanner.titles
        self.sentence = Sentence([], 0, 0, [], [], [])
        self.paragraph = 0  # the phrase that this paragraph begins at
        self.text: Item | None = None  # the agreement named last in the sentences before

    def entity(self, item: Item) -> str:
        """The id of the entity that a name stands for."""
        return self.brief.resolver.entity_id(item.name) if item.name else ""

    def label(self) -> Item | None:
        """The text whose name stands before a colon where a sentence begins: Tax Convention (TC): signed in 2008."""
        sentence = self.sentence
        text = sentence.items[0] if sentence.items else None
        if text is None or text.kind != "agreement" or text.first > sentence.first + _LABELLED:
            return None
        end = sentence.end(text)
        dash = self.words[end] == "-" and end + 1 not in self.phrases.dates  # a date behind it stands in a table
        return text if dash or self.words[end] == ":" else None

    def talked_about(self, event: str, at: int) -> list[Item]:
        """The text that talks are about, of which a clause says more: the treaty, on which talks were concluded."""
        clause = self.sentence.clauses[at]
        if event != "negotiation" or clause.opener != "which" or self.words[clause.first] not in ABOUT:
            return []
        return [item for item in self.sentence.antecedent(at) if item.kind == "agreement"]

    def named_as(self, item: Item) -> Item | None:
        """The programme that a noun behind a comma says more about: the Arica Fund, a programme launched by Peru."""
        programmes = [other for other in self.sentence.items if other.kind == "programme"]
        behind = item.last + 1 + (self.words[item.last + 1] == "the")  # "its main initiative, the Arica Fund,"
        if self.words[item.last] == "," and (found := [other for other in programmes if other.first == behind]):
            return found[0]
        near = range(item.first - 1, item.first - _LONGEST_NOUN, -1)
        start = next((at for at in near if self.words[at] in ("a", "an")), 0)
        if not start or self.words[start - 1] != ",":
            return None
        named = start - 1 - (self.words[start - 2] in told_of())  # "the Arica Fund (AF) programme, a scheme"
        return next((other for other in programmes if self.sentence.end(other) == named), None)

    def text_before(self, item: Item) -> str:
        """The text named before that a noun alone stands for: the agreement; "the contract" is one by name."""
        word, before, after = self.words[item.last - 1], self.words[item.first - 1], self.words[item.last]
        if before not in ("the", "this", "that") or after in (*COMPLEMENTS, *_SAYING) or word[-1] == "s":
            return ""
        text = self._last_text(item)
        if text is None or text.name is None:
            return ""
        if word not in ANY_TEXT and word not in self.brief.tokens.lower[text.name.first : text.name.last]:
            return ""
        return self.entity(text)

    def only_counted(self, span: Span) -> bool:
        """Do words say of texts no more than how many they are: four agreements, several MOUs?"""
        words = self.words[slice(*span)]
        *before, noun = words[: words.index("memoranda") + 1] if "memoranda" in words else words
        counting = [word in COUNTS or word.isdigit() for word in before]
        numbers = [kind == _NUMWORD for kind in self.phrases.classes[span[0] : span[0] + len(before)]]
        return (noun[-1:] == "s" or noun == "memoranda") and all(map(any, zip(counting, numbers, strict=True)))

    def _last_text(self, item: Item) -> Item | None:
        """The agreement named last before an item."""
        before = [other for other in self.sentence.items if other.kind == "agreement" and other.first < item.first]
        return before[-1] if before else self.text

    def it(self, item: Item) -> str:
        """The agreement that "it" is: the last one named, in this paragraph."""
        text = self._last_text(item)
        return self.entity(text) if text and text.first >= self.paragraph else ""

    def noun_phrase(self, item: Item) -> Span:
        """The words around a noun that say what it is: "air services agreement", "parallel agreements on labour"."""
        words, names, classes = self.words, self.phrases.names, self.phrases.classes
        found = [clause.verb for clause in self.sentence.clauses if clause.verb]
        verbs = {at for verb in found for at in range(verb.first, verb.last)}

        def back(at: int) -> int:
            while at > self.sentence.first and at - 1 not in verbs and words[at - 1] not in ENDS_PHRASE:
                if words[at - 1] == "-" and not is_dash(self.brief.tokens, self.phrases, at - 1):
                    at -= 2  # "a short-stay visa agreement", "twenty-three contracts"
                    continue
                if not words[at - 1][:1].isalpha() and at - 1 not in names:
                    break
                at -= 1
            return at

        first = back(item.first)
        if words[first - 1] == "and" and words[item.last - 1][-1] != "s":  # "a promotion and protection agreement"
            start = back(first - 1)
            first = start if words[start - 1] in ("a", "an") else first
        last = item.last
        if words[last] in COMPLEMENTS and last + 1 < self.sentence.last:
            last += 1
            stops = verbs | self.phrases.dates.keys()
            while last < self.sentence.last and last not in stops and classes[last] not in ",;.:()":
                if words[last] in AFTER_COMPLEMENT:
                    break
                last += 1
            while self.words[last - 1] in ENDS_PHRASE:  # "the financing agreement for the 2018 programme"
                last -= 1
        return first, last
