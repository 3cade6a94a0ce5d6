"""The quantities of a text: what the rules find, with value, unit, comparator and, for counts, the thing counted."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from .document import view_of
from .lexicon import Lexicon, lexicon
from .numerals import ordinal, value
from .patterns import BOUNDARY, class_of
from .quantity_rules import QUANTITY_RULES
from .rules import Hit
from .tokens import Tokens, tokenise

_DEMONYM, _REGIONAL, _YEAR, _DAY, _SCALE = map(class_of, ("DEMONYM", "REGIONAL", "YEAR", "DAY", "SCALE"))
_NUMWORD, _SUPERLATIVE, _NUM = map(class_of, ("NUMWORD", "SUPERLATIVE", "NUM"))
_SINGULAR = {
    "people": "person", "persons": "person", "personnel": "person", "staff": "person", "troops": "soldier",
    "women": "woman", "men": "man", "children": "child", "wives": "wife", "lives": "life", "companies": "company",
    "police": "police officer", "aircraft": "aircraft", "series": "series", "species": "species",
    "analyses": "analysis", "premises": "premises",
}  # fmt: skip
_NOT_PLURAL = frozenset(
    [
        "is",
        "was",
        "has",
        "its",
        "this",
        "as",
        "us",
        "plus",
        "thus",
        "various",
        "previous",
        "less",
        "process",
        "access",
        "business",
        "across",
        "perhaps",
        "always",
        "whereas",
        "towards",
        "besides",
        "does",
    ]
)
_NOUNS = {class_of(name) for name in ("CAPITAL", "HEAD", "TITLE", "PORTFOLIO")}
_BODY = class_of("BODY")
_TIMES = {"doubled": 2, "tripled": 3, "quadrupled": 4}
_FURTHEST = 6  # words between a number and the thing counted


class Quantity(NamedTuple):
    """A quantity in the tokens `first` up to but not including `last`; its pieces are token spans, empty where absent.

    `number` is the bare number (with its sign), `value_to` the end of a range, `unit_span` the word or sign that gives
    the unit, `noun` the thing counted with its adjectives.
    """

    first: int
    last: int
    kind: str
    rule: str
    value: Decimal
    value_to: Decimal | None
    unit: str
    comparator: str
    number: tuple[int, int]
    high: tuple[int, int] | None
    unit_span: tuple[int, int] | None
    qualifier: tuple[int, int] | None
    noun: tuple[int, int] | None


def singular(noun: str) -> str:
    """The singular of an English plural noun, in small letters."""
    noun = noun.lower()
    if noun in _SINGULAR:
        return _SINGULAR[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def _is_plural(word: str) -> bool:
    return word in _SINGULAR or (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us")) and word not in _NOT_PLURAL
    )


def _counted(tokens: Tokens, at: int, function_words: frozenset[str]) -> tuple[int, int, str] | None:
    """The thing counted after a number: (first token, token after the last, unit), or None where there is none."""
    first = at
    if tokens.words[at] == "of" and tokens.words[at + 1] in ("its", "their", "the", "our", "these"):
        at += 2
    for position in range(at, min(at + _FURTHEST, len(tokens.words))):
        klass, word = tokens.classes[position], tokens.words[position]
        if klass in (_DEMONYM, _REGIONAL):
            if word.endswith("s") and tokens.lower[position - 1] not in ("the",) and word not in ("Swiss",):
                return first, position + 1, "person"
            continue
        lower = word.lower()
        capitalised = klass in _NOUNS and not tokens.words[position + 1][:1].isupper()
        if klass == "-" or klass == _BODY or (klass in _NOUNS and not (capitalised and _is_plural(lower))):
            continue
        if not (capitalised or word[:1].islower()) or (
            lower in function_words and lower not in _SINGULAR and not _is_plural(lower)
        ):
            return None
        if _is_plural(lower):
            last = position + 1
            focus = tokens.words[last + 1] if tokens.words[last] == "of" else ""
            if (
                focus.islower()
                and focus not in function_words
                and not _is_plural(focus)
                and tokens.words[last + 2] in ("for", ",", ".", ")", "and", "in")
            ):
                last += 2
            return first, last, singular(lower)
    return None


class _Reader:
    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self.tokens, self.lexicon = tokens, lexicon

    def span(self, hit: Hit, group: str) -> tuple[int, int] | None:
        if group not in hit.match.re.groupindex or hit.match.start(group) < 0:
            return None
        return hit.match.span(group)

    def value(self, span: tuple[int, int]) -> Decimal | None:
        tokens = self.tokens
        return value((tokens.classes[at], tokens.words[at], tokens.entries[at]) for at in range(*span))

    def read(self, hit: Hit) -> Quantity | None:
        """The quantity that a hit stands for, or None where it is none after all."""
        tokens, name = self.tokens, hit.rule.name
        low, high = self.span(hit, "low"), self.span(hit, "high")
        unit_span, qualifier = self.span(hit, "unit"), self.span(hit, "qualifier")
        comparator = tokens.entries[qualifier[0]].value if qualifier else "exactly"
        first, last, noun = hit.first, hit.last, None
        if name == "duration" and qualifier and self.is_preposition(qualifier[0]):
            first, comparator, qualifier = qualifier[1], "exactly", None
        value_to: Decimal | None = None
        number: Decimal | None
        if name == "times":
            assert unit_span
            low, number, kind, unit = unit_span, Decimal(_TIMES[tokens.words[unit_span[0]]]), "measurement", "times"
            return Quantity(
                first, last, kind, name, number, None, unit, comparator, low, None, unit_span, qualifier, None
            )
        assert low
        if name == "share":
            number = self.share(hit, low)
            kind, unit, unit_span = "percentage", "percent", (low[1] - 1, low[1])
        elif name.startswith("rank"):
            kind, unit = "rank", "rank"
            if name == "rank-top":
                number, comparator, qualifier = self.value(low), "up_to", unit_span
            else:
                if tokens.lower[low[0]] in ("half", "quarter") or (
                    name == "rank-of" and tokens.lower[low[0]] == "first"
                ):
                    return None
                number = Decimal(ordinal(tokens.classes[low[0]], tokens.words[low[0]], tokens.entries[low[0]]))
            first = (
                low[0]
                if name != "rank-top" and not qualifier
                else unit_span[0]
                if name == "rank-top" and unit_span
                else first
            )
            last = unit_span[1] if unit_span and name == "rank" else low[1]
            unit_span = unit_span or low
        else:
            number = self.value(low)
            value_to = self.value(high) if high else None
            if number is not None and value_to is not None:
                if not any(tokens.classes[at] == _SCALE for at in range(*low)):
                    number *= self.scale(high)
                if value_to <= number:
                    return None
            kind = name.split("-")[0]
            unit = self.unit(unit_span) if unit_span else ""
            if unit == "decade":
                number, unit = number and 10 * number, "year"
            if kind == "count":
                if self.is_label_or_list(hit, low if high is None else (low[0], high[1])):
                    return None
                counted = _counted(tokens, hit.last, self.lexicon.function_words)
                bare = (
                    any(tokens.classes[at] == _SCALE for at in range(*low))
                    or "," in tokens.words[low[0]]
                    or (qualifier and number is not None and number >= 10)
                )
                if counted and number != 1:
                    noun, unit = (hit.last, counted[1]), counted[2]
                    last = counted[1]
                elif not bare or tokens.classes[low[0]] == _YEAR:
                    return None
        if number is None:
            return None
        if kind in ("percentage", "money") and self.is_negative(first):
            first, number = first - 1, -number
        return Quantity(
            first, last, kind, name, number, value_to, unit, comparator, low, high, unit_span, qualifier, noun
        )

    def is_negative(self, first: int) -> bool:
        """Does a minus sign, and not a hyphen between two words, stand right before?"""
        tokens = self.tokens
        touches = first > 0 and tokens.words[first - 1] == "-" and tokens.ends[first - 1] == tokens.starts[first]
        return touches and tokens.ends[first - 2] < tokens.starts[first - 1]

    def is_preposition(self, at: int) -> bool:
        """Is this "over" the one of "spent over four years", and not the one of "for over four years"?"""
        before = self.tokens.lower[at - 1] if at else ""
        return self.tokens.lower[at] == "over" and before not in ("for", "of", "after", "by", "lasting")

    def scale(self, high: tuple[int, int] | None) -> Decimal:
        """The scale said once for both ends of a range: between $10 and $12 million."""
        tokens = self.tokens
        at = next((at for at in range(*high or (0, 0)) if tokens.classes[at] == _SCALE), None)
        if at is None:
            return Decimal(1)
        return value([(tokens.classes[at], tokens.words[at], tokens.entries[at])]) or Decimal(1)

    def unit(self, span: tuple[int, int]) -> str:
        entry = self.tokens.entries[span[0]]
        return str(entry.value)

    def share(self, hit: Hit, low: tuple[int, int]) -> Decimal | None:
        """The percentage that a fraction in words states; None where the word is an ordinal or a quarter of a year."""
        tokens = self.tokens
        entry, word = tokens.entries[low[1] - 1], tokens.lower[low[1] - 1]
        if tokens.classes[low[1] - 1] == _NUMWORD:  # one in four
            part, whole = Decimal(tokens.entries[low[0]].value), Decimal(entry.value)
            return 100 * part / whole if 0 < part < whole and word not in ("hundred", "dozen") else None
        denominator = Decimal(entry.value)
        following = tokens.words[low[1]]
        if low[1] - low[0] == 1:
            if word != "half" or (following and tokens.classes[low[1]] in (_SUPERLATIVE, _SCALE, "-")):
                return None
            return Decimal(50)
        before = tokens.lower[low[0]]
        if before == "a":
            return 100 / denominator if following in ("of", "") else None  # "": a quote read alone
        numerator = Decimal(tokens.entries[low[0]].value)
        if numerator >= denominator or tokens.classes[low[1]] == _SUPERLATIVE:
            return None
        return 100 * numerator / denominator

    def is_label_or_list(self, hit: Hit, low: tuple[int, int]) -> bool:
        """Is the number a section or list number, part of a code or a phone number, and so no count?"""
        tokens = self.tokens
        at, after = low[0], low[1]
        opens_unit = at == 0 or tokens.classes[at - 1] == "\n"
        if opens_unit and (
            tokens.words[after] in (".", ")", ">") or (tokens.words[at].count(".") and tokens.classes[after] != _SCALE)
        ):
            return True
        before, glued = tokens.words[at - 1], at > 0 and tokens.ends[at - 1] == tokens.starts[at]
        if before.lower() in (
            "section",
            "article",
            "chapter",
            "no",
            "page",
            "room",
            "number",
            "resolution",
            "box",
            "+",
        ):
            return True
        return (glued and before not in ("(", "[", '"', "-", "'")) or (
            tokens.words[after] in ("/", "-") and tokens.classes[after + 1] in (_DAY, _YEAR, _NUM)
        )


def read_quantities(tokens: Tokens, lexicon: Lexicon, taken: set[int], skip: set[int]) -> list[Quantity]:
    """All quantities in order, except in `taken` tokens (dates, names) and units in `skip` (furniture)."""
    free = list(tokens.classes)
    for at in taken:
        free[at] = BOUNDARY
    classes = "".join(free)
    reader = _Reader(tokens, lexicon)
    found = []
    for hit in QUANTITY_RULES.hits(classes):
        if tokens.units[hit.first] not in skip:
            quantity = reader.read(hit)
            if quantity:
                found.append(quantity)
    return found


def reread(quote: str) -> list[float]:
    """The values that the quantity rules read in a figure's quote alone; a check on what was written for the figure.

    A quote is at most a few words, so what stands around it has no say.
    """
    tokens = tokenise(view_of(quote), [(0, len(quote))])
    reader = _Reader(tokens, lexicon())
    values: list[float] = []
    for hit in QUANTITY_RULES.hits(tokens.classes):
        span = reader.span(hit, "low")
        quantity = reader.read(hit)
        if quantity:
            values += [float(number) for number in (quantity.value, quantity.value_to) if number is not None]
        elif span:
            number = reader.value(span)
            values += [] if number is None else [float(number)]
    if not values:  # a rank quoted by its ordinal alone
        ordinals = class_of("NTH") + class_of("ORDWORD") + class_of("FRACTION")
        values = [
            float(ordinal(klass, word, entry))
            for klass, word, entry in zip(tokens.classes, tokens.words, tokens.entries, strict=True)
            if klass in ordinals
        ]
    return values
