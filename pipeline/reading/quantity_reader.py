"""A match of a quantity rule becomes a quantity with value, unit and comparator, or nothing where it is none."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from .counted import HYPHENED, Things
from .lexicon import Lexicon
from .no_counts import is_label_or_code, is_pair, is_relative, is_vague
from .numerals import ordinal, value
from .patterns import BOUNDARY, class_of
from .rules import Hit
from .tokens import Tokens

_YEAR, _SCALE, _NUMWORD, _SUPERLATIVE = map(class_of, ("YEAR", "SCALE", "NUMWORD", "SUPERLATIVE"))
_RANKED = frozenset((
    "partner", "market", "destination", "source", "supplier", "customer", "buyer",
))  # fmt: skip
_AFTER_RANK = frozenset(("out", "of", "among", "in", "on", "for", "and", "by", "after"))
_AFTER_SHARE = frozenset(("of", "to", "in", "from", "over", "since", "between", "during", "on", "and", "by"))
_AMONG = 6  # tokens between "among" and a number: among the world's five largest
_TIMES = {"doubled": 2, "tripled": 3, "quadrupled": 4}

Span = tuple[int, int]


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
    number: Span
    high: Span | None
    unit_span: Span | None
    qualifier: Span | None
    noun: Span | None


class Reader:
    """Reads the matches of the quantity rules in one text."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        """Keep the text and the words that are never nouns."""
        self.tokens, self.things = tokens, Things(tokens, lexicon.function_words)

    def read(self, hit: Hit) -> Quantity | None:
        """The quantity that a match stands for, or None where it is none after all."""
        kind = hit.rule.name.partition("-")[0]
        qualifier = span_of(hit, "qualifier")
        comparator = self.tokens.entries[qualifier[0]].value if qualifier else "exactly"
        number = span_of(hit, "low") or (hit.last - 1, hit.last)
        found = Quantity(
            hit.first, hit.last, kind, hit.rule.name, Decimal(0), None, "", comparator, number, span_of(hit, "high"),
            span_of(hit, "unit"), qualifier, None,
        )  # fmt: skip
        if kind == "times":
            times = Decimal(_TIMES[self.tokens.words[number[0]]])
            return found._replace(kind="measurement", value=times, unit="times")
        if kind == "rank":
            return self._rank(found)
        return self._signed(self._share(found)) if kind == "share" else self._numbered(found)

    def value(self, span: Span) -> Decimal | None:
        """The value of the number in a span, or None where it has none."""
        tokens = self.tokens
        return value((tokens.classes[at], tokens.words[at], tokens.entries[at]) for at in range(*span))

    def ordinal(self, span: Span) -> Decimal:
        """The rank that the ordinal in a span states."""
        tokens = self.tokens
        return Decimal(ordinal((tokens.classes[at], tokens.words[at], tokens.entries[at]) for at in range(*span)))

    def _rank(self, found: Quantity) -> Quantity | None:
        at, after = found.number
        if found.rule in ("rank-top", "rank-among"):
            return self._top(found) or self._numbered(found._replace(kind="count", last=after, unit_span=None))
        if found.rule in ("rank-number", "rank-label-number"):
            if not self._is_numbered_rank(found):
                return self._numbered(found._replace(kind="count", first=at, last=after, unit_span=None))
            number = self.value(found.number) or Decimal(1)
            return found._replace(first=at, last=after, value=number, unit="rank", unit_span=found.number)
        if self._is_no_rank(found):
            return None
        partner = found.rule == "rank-partner"
        return found._replace(
            first=found.first if found.qualifier else at,
            last=found.unit_span[1] if found.unit_span and not partner else after,
            value=self.ordinal(found.number),
            unit="rank",
            unit_span=found.number if partner else found.unit_span or found.number,
        )

    def _is_no_rank(self, found: Quantity) -> bool:
        """Is an ordinal one of time or of a list: half, the first among many meetings, in the first place?"""
        lower, (at, after) = self.tokens.lower, found.number
        if found.rule == "rank-partner":
            return found.unit_span is not None and lower[found.unit_span[0]].split()[-1] not in _RANKED
        if found.rule == "rank-place":
            return lower[at] == "first" and lower[at - 2 : at] == ["in", "the"] and lower[after] == "place"
        return lower[at] in ("half", "quarter") or (found.rule == "rank-of" and lower[at] == "first")

    def _is_numbered_rank(self, found: Quantity) -> bool:
        """Does a cardinal number say a rank: ranked 41 out of 180, number one trading partner, and not Law No. 12?"""
        tokens, (at, after) = self.tokens, found.number
        if found.rule == "rank-label-number":
            return True
        if tokens.lower[found.first].startswith("rank"):
            follows = tokens.lower[after]
            return tokens.lower[at - 1] in ("number", ".", "no") or not follows.isalpha() or follows in _AFTER_RANK
        what = tokens.lower[found.unit_span[0] if found.unit_span else after].split()
        return bool(what) and what[-1] in _RANKED

    def _top(self, found: Quantity) -> Quantity | None:
        """A rank among the top five or the five largest, whichever it is."""
        tokens, number = self.tokens, self.value(found.number)
        assert found.unit_span
        at = found.unit_span[0]
        if found.rule == "rank-top":
            if tokens.lower[at] != "top":
                return None
            qualifier: Span | None = found.unit_span
        elif tokens.lower[at].startswith("most ") or tokens.lower[at].endswith("est"):
            qualifier = self._among(found.first)
        else:
            return None
        if number is None or qualifier is None:
            return None
        return found._replace(value=number, unit="rank", comparator="up_to", qualifier=qualifier)

    def _among(self, before: int) -> Span | None:
        """The words "among" or "one of" up to four words before."""
        lower, classes = self.tokens.lower, self.tokens.classes
        for at in range(before - 1, max(before - 1 - _AMONG, -1), -1):
            if classes[at] == BOUNDARY:
                return None
            if lower[at] == "among" or (lower[at] == "of" and lower[at - 1] == "one"):
                return (at, at + 1) if lower[at] == "among" else (at - 1, at + 1)
        return None

    def _share(self, found: Quantity) -> Quantity | None:
        """A percentage that a fraction in words states; None where the word is an ordinal or a quarter of a year."""
        first, after = found.number
        number = self._part(first, after)
        if number is None:
            return None
        return found._replace(kind="percentage", value=number, unit="percent", unit_span=(after - 1, after))

    def _part(self, first: int, after: int) -> Decimal | None:
        tokens = self.tokens
        entry, word = tokens.entries[after - 1], tokens.lower[after - 1]
        if tokens.classes[after - 1] == _NUMWORD:  # one in four
            part, whole = Decimal(tokens.entries[first].value), Decimal(entry.value)
            return 100 * part / whole if 0 < part < whole and word not in ("hundred", "dozen") else None
        denominator = Decimal(entry.value)
        following = tokens.words[after]
        if after - first == 1:
            of_year = tokens.lower[first - 1] in ("first", "second", "latter")
            if word != "half" or of_year or (following and tokens.classes[after] in (_SUPERLATIVE, _SCALE, "-")):
                return None
            return Decimal(50)
        before = tokens.lower[first]
        if before == "a":
            return 100 / denominator if following in _AFTER_SHARE or not following.isalpha() else None
        numerator = Decimal(tokens.entries[first].value)
        if numerator >= denominator or tokens.classes[after] == _SUPERLATIVE:
            return None
        return 100 * numerator / denominator

    def _numbered(self, found: Quantity) -> Quantity | None:
        """Money, percentages, durations, measurements and counts, by their number or range of numbers."""
        number = self.value(found.number)
        if number is None:
            return None
        value_to = self.value(found.high) if found.high else None
        if found.high and value_to is not None:
            if not self._is_scaled(found.number):
                number *= self._scale(found.high)
            if value_to <= number:
                return None
        if is_vague(self.tokens, *found.number):
            return None
        found = found._replace(value=number, value_to=value_to)
        if found.kind == "count":
            return self._count(found)
        assert found.unit_span
        unit = str(self.tokens.entries[found.unit_span[0]].value)
        if found.kind == "duration":
            return self._duration(found._replace(unit=unit))
        return self._signed(found._replace(unit=unit))

    def _duration(self, found: Quantity) -> Quantity | None:
        if is_relative(self.tokens, found.first, found.last):
            return None
        if found.unit == "decade":
            found = found._replace(value=10 * found.value, unit="year")
        if found.qualifier and self._is_preposition(found.qualifier[0]):
            return found._replace(first=found.qualifier[1], comparator="exactly", qualifier=None)
        return found

    def _count(self, found: Quantity) -> Quantity | None:
        tokens, (at, after) = self.tokens, found.number
        if is_label_or_code(tokens, at, found.high[1] if found.high else after):
            return None
        if found.rule == "count-hyphened" or tokens.lower[found.last] == "member":
            return self._hyphened(found)
        thing = self.things.after(found.last) if found.value != 1 else None
        if thing and found.value == 2 and is_pair(tokens, found.first):
            return None
        if thing:
            return found._replace(last=thing[1], noun=(thing[0], thing[1]), unit=thing[2])
        bare = self._is_scaled(found.number) or "," in tokens.words[at] or (found.qualifier and found.value >= 10)
        if tokens.classes[at] == _YEAR:
            return None
        thing = self.things.before(found.first, found.last)
        if thing and (bare or thing[2]):
            return found._replace(noun=(thing[0], thing[1]), unit=thing[2])
        return found if bare or (thing and found.value != 1) else None

    def _hyphened(self, found: Quantity) -> Quantity | None:
        """A 28-member delegation."""
        span = found.unit_span or (found.last, found.last + 1)
        unit = HYPHENED.get(self.tokens.lower[span[0]])
        return found._replace(last=span[1], unit=unit, unit_span=None, noun=span) if unit else None

    def _signed(self, found: Quantity | None) -> Quantity | None:
        """The same with the minus sign that stands right before money or a percentage, where it is no hyphen."""
        if found is None or found.kind not in ("percentage", "money"):
            return found
        tokens, first = self.tokens, found.first
        touches = first > 0 and tokens.words[first - 1] == "-" and tokens.ends[first - 1] == tokens.starts[first]
        if touches and tokens.ends[first - 2] < tokens.starts[first - 1]:
            return found._replace(first=first - 1, value=-found.value)
        return found

    def _is_preposition(self, at: int) -> bool:
        """Is this "over" the one of "spent over four years", and not the one of "for over four years"?"""
        before = self.tokens.lower[at - 1] if at else ""
        return self.tokens.lower[at] == "over" and before not in ("for", "of", "after", "by", "lasting")

    def _is_scaled(self, span: Span) -> bool:
        return _SCALE in self.tokens.classes[span[0] : span[1]]

    def _scale(self, high: Span) -> Decimal:
        """The scale said once for both ends of a range: between $10 and $12 million."""
        at = self.tokens.classes.find(_SCALE, *high)
        return (self.value((at, at + 1)) if at >= 0 else None) or Decimal(1)


def span_of(hit: Hit, group: str) -> Span | None:
    """The tokens that a group of a rule's pattern captured, or None where it has no part in the match."""
    if group not in hit.match.re.groupindex or hit.match.start(group) < 0:
        return None
    return hit.match.span(group)
