"""The thing counted after a number, with its adjectives, and its singular, which is the unit of the count."""

from __future__ import annotations

from .patterns import BOUNDARY, class_of, classes_of
from .tokens import Tokens

_COUNTRY, _DEMONYM, _REGIONAL, _BODY = map(class_of, ("COUNTRY", "DEMONYM", "REGIONAL", "BODY"))
_NUMBERS = classes_of("NUMBER") | {class_of("NUMWORD")}
_DATED = frozenset(map(class_of, ("YEAR", "MONTH", "FYMARK")))
_NOUNS = {class_of(name) for name in ("CAPITAL", "ACRONYM", "HEAD", "TITLE", "PORTFOLIO")}
_MEASURE = class_of("MEASURE")
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
_SINGULAR = {
    "people": "person", "inhabitants": "person", "persons": "person", "personnel": "person", "staff": "person",
    "troops": "soldier",
    "women": "woman", "men": "man", "children": "child", "wives": "wife", "lives": "life", "companies": "company",
    "police": "police officer", "aircraft": "aircraft", "series": "series", "species": "species",
    "analyses": "analysis", "premises": "premises",
}  # fmt: skip
# endings of plurals that are compounds of irregular ones: businessmen, policewomen, businesspeople, schoolchildren
_COMPOUNDS = (
    ("smen", "sman"), ("women", "woman"), ("cemen", "ceman"), ("ermen", "erman"), ("people", "person"),
    ("children", "child"),
)  # fmt: skip
_COMPOUND_ENDINGS = tuple(plural for plural, _ in _COMPOUNDS)
_NOT_PLURAL = frozenset((
    "is", "was", "has", "its", "this", "as", "us", "plus", "thus", "various", "previous", "less", "process",
    "access", "business", "across", "perhaps", "always", "whereas", "towards", "besides", "does",
))  # fmt: skip
# What is counted before a hyphen, and its unit: a 28-member delegation, a 12,000-strong community.
HYPHENED = {
    "bed": "bed", "company": "company", "country": "country", "firm": "company", "man": "man", "member": "member",
    "nation": "nation", "party": "party", "person": "person", "seat": "seat", "state": "state", "strong": "person",
    "student": "student", "woman": "woman",
}  # fmt: skip

Thing = tuple[int, int, str]  # first token, token after the last, unit


def singular(noun: str) -> str:
    """The singular of an English plural noun, in small letters."""
    noun = noun.lower()
    if noun in _SINGULAR:
        return _SINGULAR[noun]
    if noun.endswith(_COMPOUND_ENDINGS):
        return next(noun.removesuffix(plural) + one for plural, one in _COMPOUNDS if noun.endswith(plural))
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def _is_plural(word: str) -> bool:
    return (
        word in _SINGULAR
        or word.endswith(_COMPOUND_ENDINGS)
        or (len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us")) and word not in _NOT_PLURAL)
    )


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
            capitalised = noun and not tokens.words[position + 1][:1].isupper()
            based = tokens.words[position + 1] == "-"  # Lima-based staff
            if klass == "-" or klass == _BODY or based or (noun and not (capitalised and _is_plural(lower))):
                continue
            if lower == "and" and position > at and tokens.words[position + 1].islower():
                continue  # mining and exploration companies
            if not (capitalised or word[:1].islower()) or (
                lower in self.function_words and lower not in _SINGULAR and not _is_plural(lower)
            ):
                return None
            if _is_plural(lower):
                return self._tell((first, self._with_its_of(position + 1), singular(lower)))
        return None

    def _is_programme(self, at: int) -> bool:
        """Is it a programme whose name is a plural, and no noun after it: 12 Fulbright Scholarships were awarded?"""
        tokens, entity = self.tokens, self.tokens.entries[at].value
        after = tokens.lower[at + 1]
        alone = not after.isalpha() or after in self.function_words
        return alone and getattr(entity, "kind", "") == "programme" and _is_plural(tokens.lower[at].rpartition(" ")[2])

    def _with_its_of(self, last: int) -> int:
        """The token after a noun and the one that belongs to it: countries of focus."""
        words = self.tokens.words
        focus = words[last + 1] if words[last] == "of" else ""
        alone = focus.islower() and focus not in self.function_words and not _is_plural(focus)
        return last + 2 if alone and words[last + 2] in ("for", ",", ".", ")", "and", "in") else last

    def before(self, first: int, after: int) -> Thing | None:
        """The thing that a number between two tokens counts where it was said before: number of students: 57.

        Its unit is empty where a number can count nothing else but the words do not say what ("of which 12 are").
        """
        lower, classes = self.tokens.lower, self.tokens.classes
        follows, link = lower[after], lower[first - 1]
        opens = classes.rfind(BOUNDARY, 0, first) + 1
        told = self.told if self.told and self.told[0] >= opens else None
        of_them = follows == "of" and lower[after + 1] in _THEM
        if follows == "of" and lower[after + 1] in _WHOSE and classes[after + 2] in _NUMBERS:
            return self.after(after + 3) if lower[first] not in _ONE else None  # 13 of the 35 chapters
        if (of_them and link == "and") or (follows in _OF_THEM and (link in _LISTED or first == opens)):
            if follows != "of" or of_them:
                return told or (first, after, "")
        elif self._is_elided(first, after):
            return told
        elif link in _LINKS and (not follows.isalpha() or follows in self.function_words):
            told = told if link in _COMPARED else None
            return self.number_of(first) or (self._label(opens, first) if link == ":" else told)
        return None

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
