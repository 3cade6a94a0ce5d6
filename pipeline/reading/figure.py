"""A figure: a quantity with all that its sentence says of it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from .measures import Country, Span
from .quantities import Quantity
from .when import When


class Figure(NamedTuple):
    """A quantity with all that the sentence says of it; spans are token spans, countries carry their own."""

    quantity: Quantity
    measure: str
    measure_span: Span | None
    measure_rule: str
    statistic: str
    subject_span: Span | None
    reporter: Country | None
    partner: Country | None
    scope_span: Span | None
    when: When | None
    value: Decimal
