"""The thing counted after a number, with its adjectives, and its singular, which is the unit of the count."""

from __future__ import annotations

from .counted_before import community_before, is_part_of_opening, numbering
from .patterns import BOUNDARY, class_of, classes_of
from .plurals import IRREGULAR, is_plural, singular
from .tokens import Tokens

_COUNTRY, _DEMONYM, _REGIONAL, _BODY = map(class_of, ("COUNTRY", "DEMONYM", "REGIONAL", "BODY"))
_NUMBERS = classes_of("NUMBER") | {class_of("NUMWORD")}
_DATED = frozenset(map(class_of, ("YEAR", "MONTH", "FYMARK")))
_NOUNS = {class_of(name) for name in ("CAPITAL", "ACRONYM", "HEAD", "TITLE", "PORTFOLIO")}
_MEASURE, _SHORT = class_of("MEASURE"), class_of("ACRONYM") + _BODY
_SMALL = "\ue000"  # where the classes of words begin that patterns name
_BULLETS = "-*" + class_of("OTHER")
_LINKS = frozenset((  # between "number of things", or a label, and the number
    ":", "was", "were", "is", "are", "at", "to", "from", "reached", "totalled", "totaled", "touched", "than",
    "against", "with",
))  # fmt: skip
_COMPARED = frozenset(("to", "from", "than", "against"))  # between a number and another of the same things
_LISTED = frozenset((",", ";", "(", "these", "those", "which", "whom", "them"))  # before "12 are" and "30 of them"
_WHOSE = frozenset(("the", "its", "their", "these"))
_ONE = frozenset(("one", "1"))
_JOINING = frozenset(("and", "while", "whereas", "but"))
_OF_THEM = frozenset(("of", "were", "are", "have", "had"))
_THEM = frozenset(("them", "these", "those", "which", "whom"))
_FURTHEST = 8  # words between a number and the thing counted
# What is counted before a hyphen, and its unit: a 28-member delegation, a 12,000-strong community.
HYPHENED = {
    "bed": "bed", "company": "company", "country": "country", "firm": "company", "man": "man", "member": "member",
    "nation": "nation", "party": "party", "person": "person", "seat": "seat", "state": "state", "strong": "person",
    "student": "student", "woman": "woman",
}  # fmt: skip

Thing = tuple[int, int, str]  # first token, token after the last, unit


class Things:
    """Finds what a number of one text counts, and remembers it for numbers that go on without saying it."""

    def __init__(self, tokens: Tokens, function_words: frozenset[str]) -> None:
        """Nothing is told yet."""
        self.tokens, self.function_words = tokens, function_words
        self.told: Thing | None = None

    def after(self, at: int) -> Thing | None:
        """The thing counted by the number that ends before a token, or None where there is none."""
        tokens, first = self.tokens, at
        if tokens.words[at] == "of" and tokens.words[at + 1] in ("its", "their", "the", "our", "these"):
            at += 2
            if tokens.classes[at] in _NUMBERS:
                return None  # the number before counts some of these: 13 of the 35 chapters
        for position in range(at, min(at + _FURTHEST, len(tokens.words) - 1)):
            klass, word = tokens.classes[position], tokens.words[position]
            if klass == _BODY and position == at and self._is_programme(at):
                return self._tell((first, at + 1, singular(word.rpartition(" ")[2])))
            if klass in (_DEMONYM, _REGIONAL):
                if word.endswith("s") and tokens.lower[position - 1] not in ("the",) and word not in ("Swiss",):
                    return self._tell((first, position + 1, "person"))
                continue
            lower = word.lower()
            noun = klass in _NOUNS or (klass >= _SMALL and word[:1].isupper())
            if noun and word[-1] == "s" and word[-2:-1].isupper():  # SMEs, MoUs
                return self._tell((first, position + 1, word[:-1]))
            capitalised = noun and not (tokens.words[position + 1][:1].isupper() or self._is_bracketed(position + 2))
            based = tokens.words[position + 1] == "-"  # Lima-based staff
            if klass in "-()" and (klass == "-" or self._is_bracketed(position + (klass == "(") - (klass == ")"))):
                continue
            if klass == _BODY or based or (noun and not (capitalised and is_plural(lower))):
                continue
            if lower == "and" and position > at and tokens.words[position + 1].islower():
                continue  # mining and exploration companies
            if not (capitalised or word[:1].islower()) or (
                lower in self.function_words and lower not in IRREGULAR and not is_plural(lower)
            ):
                return None
            if is_plural(lower):
                return self._tell((first, self._with_its_of(position + 1), singular(lower)))
        return None

    def _is_bracketed(self, at: int) -> bool:
        """Is a token an acronym in brackets, after which the noun follows: 73 Border Police (BP) officers?"""
        around = self.tokens.classes[at - 1 : at + 2]
        return around[:1] + around[2:] == "()" and around[1] in _SHORT

    def _is_programme(self, at: int) -> bool:
        """Is it a programme whose name is a plural, and no noun after it: 12 Fulbright Scholarships were awarded?"""
        tokens, entity = self.tokens, self.tokens.entries[at].value
        after = tokens.lower[at + 1]
        alone = not after.isalpha() or after in self.function_words
        return alone and getattr(entity, "kind", "") == "programme" and is_plural(tokens.lower[at].rpartition(" ")[2])

    def _with_its_of(self, last: int) -> int:
        """The token after a noun and the one that belongs to it: countries of focus."""
        words = self.tokens.words
        focus = words[last + 1] if words[last] == "of" else ""
        alone = focus.islower() and focus not in self.function_words and not is_plural(focus)
        return last + 2 if alone and words[last + 2] in ("for", ",", ".", ")", "and", "in") else last

    def before(self, first: int, after: int) -> Thing | None:
        """The thing that a number between two tokens counts where it was said before: number of students: 57.

        Its unit is empty where a number can count nothing else but the words do not say what ("of which 12 are").
        """
        numbered = self.numbered(first)
        if numbered:
            return numbered
        lower, classes = self.tokens.lower, self.tokens.classes
        follows, link = lower[after], lower[first - 1]
        opens = classes.rfind(BOUNDARY, 0, first) + 1
        told = self.told if self.told and self.told[0] >= opens else None
        of_them = follows == "of" and lower[after + 1] in _THEM
        if follows == "of" and lower[after + 1] == "them" and lower[first] not in _ONE and self.told:
            before = classes.rfind(BOUNDARY, 0, max(opens - 1, 0)) + 1
            return self.told if self.told[0] >= before else None  # "There are 842 students. We brought 64 of them"
        if follows == "of" and lower[after + 1] in _WHOSE and classes[after + 2] in _NUMBERS:
            return self.after(after + 3) if lower[first] not in _ONE else None  # 13 of the 35 chapters
        if (of_them and link == "and") or (follows in _OF_THEM and (link in _LISTED or first == opens)):
            if follows != "of" or of_them:
                return told or (first, after, "")
        elif self._is_elided(first, after):
            return told
        elif link in _LINKS and (not follows.isalpha() or follows in self.function_words):
            compared = link in _COMPARED or (link == "with" and lower[first - 2] == "compared")
            told = told if compared else None
            thing = self.number_of(first) or (self._label(opens, first) if link == ":" else told)
            if thing:
                return thing
        at = community_before(self.tokens, first)
        return (at, at + 1, "person") if at else None

    def _is_elided(self, first: int, after: int) -> bool:
        """Does a number count what the one before it counts: "Peru has six consulates in Canada, and Canada four in",
        "six grants were given in 2013 (2012: four)"?
        """
        lower, classes = self.tokens.lower, self.tokens.classes
        if classes[first - 1] == ":" and classes[after] in ");,":
            opens = classes.rfind("(", 0, first)
            inside = classes[opens + 1 : first] if opens >= 0 else BOUNDARY
            return inside[0] in _DATED and ")" not in inside and BOUNDARY not in inside
        country = classes[first - 1] == _COUNTRY and lower[first - 2] in _JOINING
        return country and lower[after] == "in"

    def numbered(self, first: int) -> Thing | None:
        """The plural that is the subject of "number" right before a number: the mines today number 28."""
        at = numbering(self.tokens, first)
        if at is None:
            return None
        if is_plural(self.tokens.lower[at]):
            return at, at + 1, singular(self.tokens.lower[at])
        opens = self.tokens.classes[at - 1 : at] in ("", BOUNDARY) or self.tokens.classes[at - 2] == BOUNDARY
        return self.after(at) if opens else None

    def part_of_opening(self, first: int, after: int) -> Thing | None:
        """The thing that a sentence opens with, of which a number counts some: Of the 85 companies, 19 take part."""
        told = self.told
        if told is None or is_plural(self.tokens.lower[after]):
            return None
        return told if is_part_of_opening(self.tokens, told[0], first, after) else None

    def number_of(self, first: int) -> Thing | None:
        """The thing in "number of things" before in the sentence of a number that begins at a token."""
        lower = self.tokens.lower
        opens = self.tokens.classes.rfind(BOUNDARY, 0, first) + 1
        at = next((at for at in range(opens, first - 2) if lower[at] in ("number", "numbers")), None)
        return self.after(at + 2) if at is not None and lower[at + 1] == "of" else None

    def _label(self, opens: int, first: int) -> Thing | None:
        """The thing that a label begins with: Honorary consuls in Peru: 3."""
        label = self.tokens.classes[opens : first - 1]
        opens += len(label) > 1 and label[0] in _BULLETS
        return self.after(opens) if _MEASURE not in label else None

    def _tell(self, thing: Thing) -> Thing:
        self.told = thing
        return thing
