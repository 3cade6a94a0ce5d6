"""Lists of amounts that are shared out among a list of measures."""

from __future__ import annotations

from .figure import Figure
from .measure_words import Measures
from .tokens import Tokens


def respectively(figures: list[Figure], tokens: Tokens, measures: Measures) -> list[Figure]:
    """ "exports and imports stood at A and B respectively": each figure gets the measure in its place."""
    result = list(figures)
    for at, word in enumerate(tokens.words):
        if word.lower() != "respectively":
            continue
        unit = tokens.units[at]
        mine = [
            number
            for number, figure in enumerate(result)
            if tokens.units[figure.quantity.first] == unit and figure.quantity.kind == "money"
        ]
        said = measures.by_unit.get(unit, [])
        if len(mine) == len(said):
            for number, one in zip(mine, said, strict=True):
                result[number] = result[number]._replace(
                    measure=one.measure,
                    measure_span=one.span,
                    subject_span=one.span,
                    reporter=one.reporter,
                    partner=one.partner,
                )
    return result
