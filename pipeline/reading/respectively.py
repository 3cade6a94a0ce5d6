"""Lists of amounts that are shared out among a list of measures."""

from __future__ import annotations

from .brief import Brief
from .figure import Figure
from .patterns import BOUNDARY
from .tokens import Tokens

_SAYING = ("respectively", "corresponding")  # what a text says that shares amounts out
_FIGURES = frozenset(("figures", "amounts", "totals", "values", "numbers"))
_AGAIN = frozenset(("corresponding", "respective", "equivalent", "comparable", "same", "these", "those", "the"))
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
    for unit in {tokens.units[at] for at, word in enumerate(tokens.lower) if word in _SAYING}:
        mine = _amounts(result, tokens, unit)
        said = brief.measures.by_unit.get(unit, [])
        if said and len(mine) in (len(said), 2 * len(said)):
            others = mine[-len(said) :]  # after as many that have their measures beside them: compared with A and B
            last = result[mine[-1]].when if len(mine) > len(said) else None
            for number, one in zip(others, said, strict=True):
                result[number] = result[number]._replace(
                    measure=one.measure,
                    measure_span=one.span,
                    subject_span=one.span,
                    reporter=one.reporter,
                    partner=one.partner,
                    when=last or result[number].when,
                )
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
    return result


def _amounts(figures: list[Figure], tokens: Tokens, unit: int) -> list[int]:
    """The numbers of the amounts of money among the figures of a unit."""
    return [
        number
        for number, figure in enumerate(figures)
        if figure.quantity.kind == "money" and tokens.units[figure.quantity.first] == unit
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
    others = [figures[number] for number in _amounts(figures, brief.tokens, unit - 1)]
    known = len({other.measure for other in others}) == len(others) == len(mine)
    return list(zip(mine, others, strict=True)) if known and all(other.measure_span for other in others) else []
