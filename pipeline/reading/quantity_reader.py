"""A match of a quantity rule becomes a quantity with value, unit and comparator, or nothing where it is none."""

from __future__ import annotations

from decimal import Decimal

from .captions import Caption, Captions
from .counted import HYPHENED, Things
from .lexicon import Lexicon
from .no_counts import is_label_or_code, is_multiple, is_pair, is_relative, is_vague
from .patterns import class_of
from .quantity import Quantity, Span, value_of
from .ranks import ranks_label, read_rank
from .rules import Hit
from .shares import read_share
from .tokens import Tokens

_YEAR, _SCALE, _NUMWORD = map(class_of, ("YEAR", "SCALE", "NUMWORD"))
_ACRONYMS = frozenset(("ALL", "COP", "CUP", "MOP", "PEN", "SDG", "TOP", "TRY"))  # codes of currencies as well
_AFTERWARDS = {"so": "about", "more": "at_least", "less": "up_to", "fewer": "up_to"}  # after a number and "or"
_TIMES = {"doubled": 2, "tripled": 3, "quadrupled": 4}


class Reader:
    """Reads the matches of the quantity rules in one text."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        """Keep the text and the words that are never nouns."""
        self.tokens, self.things = tokens, Things(tokens, lexicon.function_words)
        self.captions = Captions(tokens)

    def read(self, hit: Hit) -> Quantity | None:
        """The quantity that a match stands for, or None where it is none after all."""
        if hit.rule.name == "caption":
            self.captions.tell(hit.first, hit.last)
            return None
        kind = hit.rule.name.partition("-")[0]
        qualifier = span_of(hit, "qualifier")
        comparator = self.tokens.entries[qualifier[0]].value if qualifier else "exactly"
        number = span_of(hit, "low") or (hit.last - 1, hit.last)
        found = Quantity(
            hit.first, hit.last, kind, hit.rule.name, Decimal(0), None, "", comparator, number, span_of(hit, "high"),
            span_of(hit, "unit"), qualifier, None,
        )  # fmt: skip
        if kind == "times":
            times = Decimal(_TIMES[self.tokens.lower[number[0]]])
            return found._replace(kind="measurement", value=times, unit="times")
        if kind == "share":
            return self._signed(read_share(self.tokens, found))
        rank = read_rank(self.tokens, found) if kind == "rank" else found
        return self._numbered(rank) if rank and rank.kind != "rank" else rank

    def _numbered(self, found: Quantity) -> Quantity | None:
        """Money, percentages, durations, measurements and counts, by their number or range of numbers."""
        found = self._hedged(self._without_article(found))
        number = value_of(self.tokens, found.number)
        if number is None:
            return None
        value_to = value_of(self.tokens, found.high) if found.high else None
        if found.high and value_to is not None:
            if not self._is_scaled(found.number):
                number *= self._scale(found.high)
            if value_to <= number:
                return None
        if is_vague(self.tokens, *found.number) or self._is_acronym(found):
            return None
        found = found._replace(value=number, value_to=value_to)
        if found.kind == "count":
            return self._count(found)
        assert found.unit_span
        unit = str(self.tokens.entries[found.unit_span[0]].value)
        if found.kind == "duration":
            return self._duration(found._replace(unit=unit))
        return self._signed(found._replace(unit=unit))

    def _without_article(self, found: Quantity) -> Quantity:
        """The same less an article that is of the noun: a four-year term, but a hundred schools."""
        tokens, (at, after) = self.tokens, found.number
        of_number = tokens.classes[at + 1] != _NUMWORD or tokens.lower[at + 1] in ("hundred", "dozen")
        if tokens.lower[at] != "a" or of_number:
            return found
        return found._replace(first=at + 1 if found.first == at else found.first, number=(at + 1, after))

    def _hedged(self, found: Quantity) -> Quantity:
        """The same with what is said after it of how exact it is: $3 million or so, 40 or more countries."""
        at = found.last
        comparator = _AFTERWARDS.get(self.tokens.lower[at + 1]) if self.tokens.lower[at] == "or" else None
        if comparator is None or found.qualifier:
            return found
        return found._replace(last=at + 2, qualifier=(at, at + 2), comparator=comparator)

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
        if is_label_or_code(tokens, at, found.high[1] if found.high else after) and not self.things.numbered(at):
            return None
        if found.rule == "count-hyphened":
            return self._hyphened(found)
        done = found.last > after and tokens.lower[found.last].endswith("ed")  # 9,000 or so attended schools
        part = self.things.part_of_opening(found.first, found.last)
        if part:
            return found._replace(noun=(part[0], part[1]), unit=part[2])
        thing = self.things.after(found.last) if found.value != 1 and not done else None
        if thing and ((found.value == 2 and is_pair(tokens, found.first)) or is_multiple(tokens, thing[1])):
            return None
        if thing:
            return found._replace(last=thing[1], noun=(thing[0], thing[1]), unit=thing[2])
        if tokens.lower[found.last] == "member":
            return self._hyphened(found)
        if tokens.classes[at] == _YEAR:
            return None
        return self._captioned(found, self.captions.over(at, found.last)) or self._told(found)

    def _captioned(self, found: Quantity, caption: Caption | None) -> Quantity | None:
        """A bare number in the rows below a caption."""
        if caption is None or (caption.kind and self.things.number_of(found.first)):
            return None
        found = found._replace(value=found.value * caption.scale, caption=caption.span)
        if not caption.kind:
            return self._told(found) or found
        span = (caption.at, caption.at + 1)
        return self._signed(found._replace(kind=caption.kind, unit=caption.unit, unit_span=span))

    def _told(self, found: Quantity) -> Quantity | None:
        """A number without its thing: counted before, or so written that it can be nothing but a count."""
        scaled = self._is_scaled(found.number) or (found.high and self._is_scaled(found.high))
        written = scaled or "," in self.tokens.words[found.number[0]] or (found.qualifier and found.value >= 10)
        if ranks_label(self.tokens, found.first):
            return found._replace(kind="rank", unit="rank", unit_span=found.number)
        thing = self.things.before(found.first, found.last)
        if thing and (thing[2] or written):
            return found._replace(noun=(thing[0], thing[1]), unit=thing[2])
        return found if written or (thing and found.value != 1) else None

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
        opens = first == 1 or tokens.classes[first - 2] == "("
        if touches and (opens or tokens.ends[first - 2] < tokens.starts[first - 1]):
            return found._replace(first=first - 1, value=-found.value)
        return found

    def _is_preposition(self, at: int) -> bool:
        """Is this "over" the one of "spent over four years", and not the one of "for over four years"?"""
        before = self.tokens.lower[at - 1] if at else ""
        return self.tokens.lower[at] == "over" and before not in ("for", "of", "after", "by", "lasting")

    def _is_acronym(self, found: Quantity) -> bool:
        """Are capitals before a small number no currency, as in COP 21 and SDG 5, or is it the '000 of a caption?"""
        number = self.tokens.words[found.number[0]]
        alone = found.number[1] - found.number[0] == 1 and len(number) <= 3
        sign = self.tokens.words[found.unit_span[0]] if found.unit_span else ""
        return number == "000" or (alone and sign in _ACRONYMS)

    def _is_scaled(self, span: Span) -> bool:
        return _SCALE in self.tokens.classes[span[0] : span[1]]

    def _scale(self, high: Span) -> Decimal:
        """The scale said once for both ends of a range: between $10 and $12 million."""
        at = self.tokens.classes.find(_SCALE, *high)
        return (value_of(self.tokens, (at, at + 1)) if at >= 0 else None) or Decimal(1)


def span_of(hit: Hit, group: str) -> Span | None:
    """The tokens that a group of a rule's pattern captured, or None where it has no part in the match."""
    if group not in hit.match.re.groupindex or hit.match.start(group) < 0:
        return None
    return hit.match.span(group)
