"""Lists of amounts that are shared out among a list of measures."""

from __future__ import annotations

from .brief import Brief
from .figure import Figure
from .measures import Measured
from .patterns import BOUNDARY, classes_of
from .tokens import Tokens

_SAYING = ("respectively", "corresponding")  # what a text says that shares amounts out
_FIGURES = frozenset(("figures", "amounts", "totals", "values", "numbers"))
_AGAIN = frozenset(("corresponding", "respective", "equivalent", "comparable", "same", "these", "those", "the"))
_JOINING = frozenset(
    (",", "and", "by", "up", "down")
)  # between amounts in a row: up 5 and down 7 per cent respectively
_NUMBERS = classes_of("NUMBER")
_TOLD_BEFORE = "measure-of-sentence-before"


def respectively(figures: list[Figure], brief: Brief) -> list[Figure]:
    """Each figure gets the measure in its place.

    The measures are said in its sentence ("exports and imports stood at A and B respectively") or are those of the
    amounts of the sentence before ("The corresponding figures for 2012 were A and B").
    """
    text = brief.document.view.lower()
    if not any(word in text for word in _SAYING):
        return figures
    tokens, result = brief.tokens, list(figures)
    told = [at for at, word in enumerate(tokens.lower) if word in _SAYING]
    for unit in {tokens.units[at] for at in told}:
        mine = _of_kind(result, tokens, unit, "money")
        said = brief.measures.by_unit.get(unit, [])
        if said and len(mine) in (len(said), 2 * len(said)):
            _share_out(result, mine[-len(said) :], said)
            if len(mine) > len(said):
                first, last = mine[: len(said)], mine[len(said) :]
                for number in last:
                    result[number] = result[number]._replace(when=result[mine[-1]].when or result[number].when)
                if said[-1].span[1] <= result[mine[0]].quantity.first:  # else these have their measures beside them
                    _share_out(result, first, said)
        elif not said and mine and _tells_again(tokens, result[mine[0]].quantity.first):
            for number, other in _told_before(result, mine, brief, unit):
                result[number] = result[number]._replace(
                    measure=other.measure,
                    measure_span=other.measure_span,
                    measure_rule=_TOLD_BEFORE,
                    subject_span=other.subject_span,
                    reporter=other.reporter,
                    partner=other.partner,
                )
    for at in told:
        _share_rates(result, brief, at)
    return result


def _share_out(figures: list[Figure], numbers: list[int], said: list[Measured]) -> None:
    """Give each of the numbered figures the measure in its place."""
    for number, one in zip(numbers, said, strict=True):
        figures[number] = figures[number]._replace(
            measure=one.measure,
            measure_span=one.span,
            measure_rule=one.rule,
            subject_span=one.span,
            reporter=one.reporter,
            partner=one.partner,
        )


def _share_rates(figures: list[Figure], brief: Brief, at: int) -> None:
    """The percentages right before or after "respectively" are of as many measures that are told together before.

    They are of one time: exports and imports rose by 5 and 7 per cent respectively in 2012.
    """
    tokens = brief.tokens
    rates = _row(figures, tokens, at)
    if len(rates) < 2:
        return
    first = figures[rates[0]].quantity.first
    if tokens.classes[first - 1] == "," and tokens.classes[first - 2] in _NUMBERS:
        return  # of "5, 6 and 7 per cent" the first is not read
    before = [one for one in brief.measures.by_unit.get(tokens.units[at], []) if one.span[1] <= first]
    said = before[-len(rates) :]
    if (
        len({one.measure for one in said}) < len(rates)
        or "and" not in tokens.lower[said[-2].span[1] : said[-1].span[0]]
    ):
        return
    _share_out(figures, rates, said)
    for number in rates:
        figures[number] = figures[number]._replace(when=figures[rates[-1]].when)


def _row(figures: list[Figure], tokens: Tokens, at: int) -> list[int]:
    """The numbers of the percentages that stand in a row right before a token, or right after it, in order."""
    rates = _of_kind(figures, tokens, tokens.units[at], "percentage")
    comma = tokens.classes[at - 1] == ","
    row = _joined(figures, tokens, [one for one in rates if figures[one].quantity.last <= at - comma][::-1], at - comma)
    if row:
        return row[::-1]
    after = [one for one in rates if figures[one].quantity.first > at]
    by = at + 1 + (tokens.lower[at + 1] == "by")
    return _joined(figures, tokens, after, by)


def _joined(figures: list[Figure], tokens: Tokens, rates: list[int], at: int) -> list[int]:
    """As many of the percentages, in this order, as have only words that join between them, the first next to `at`."""
    row: list[int] = []
    for number in rates:
        first, last = figures[number].quantity.first, figures[number].quantity.last
        between = tokens.lower[last:at] if last <= at else tokens.lower[at:first]
        if not _JOINING.issuperset(between) or (not row and between):
            break
        row.append(number)
        at = first if last <= at else last
    return row


def _of_kind(figures: list[Figure], tokens: Tokens, unit: int, kind: str) -> list[int]:
    """The numbers of the amounts of money, or the percentages, among the figures of a unit."""
    return [
        number
        for number, figure in enumerate(figures)
        if figure.quantity.kind == kind and tokens.units[figure.quantity.first] == unit
    ]


def _tells_again(tokens: Tokens, amount: int) -> bool:
    """Is the subject before the first amount of a sentence the figures told before: the corresponding figures for?"""
    opens = tokens.classes.rfind(BOUNDARY, 0, amount) + 1
    lower = tokens.lower
    return any(lower[at] in _FIGURES and lower[at - 1] in _AGAIN for at in range(opens + 1, amount))


def _told_before(figures: list[Figure], mine: list[int], brief: Brief, unit: int) -> list[tuple[int, Figure]]:
    """The figures of a unit with those of the unit before, in order, where these are as many and of known measures."""
    if not unit or brief.units[unit - 1].paragraph != brief.units[unit].paragraph:
        return []
    others = [figures[number] for number in _of_kind(figures, brief.tokens, unit - 1, "money")]
    known = len({other.measure for other in others}) == len(others) == len(mine)
    return list(zip(mine, others, strict=True)) if known and all(other.measure_span for other in others) else []
