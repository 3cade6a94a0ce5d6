"""Every figure's value can be read again from its quote alone."""

from __future__ import annotations

from collections.abc import Iterator
from math import isclose

from pipeline import reading
from pipeline.checks import curated
from pipeline.checks.package import Package
from pipeline.errors import Finding

COLUMNS = ["figure_id", "quote", "value", "value_to", "statistic", "inferred"]


def rereading(package: Package) -> Iterator[Finding]:
    """Yield the figures whose value or value_to is none of the values in their quote, unless inferred or overruled.

    A fall is a negative growth of a quantity that its quote gives without sign.
    """
    overruled = curated.cells(package)
    for row, quote, value, value_to, statistic, inferred in package.cells("figures", COLUMNS):
        if quote is None:
            continue
        again = reading.reread(quote)
        for column, number in (("value", value), ("value_to", value_to)):
            if number is None or column in (inferred or "").split() or ("figures", row, column) in overruled:
                continue
            signs = (number, -number) if statistic in ("growth", "balance") else (number,)
            if not any(isclose(sign, other, rel_tol=1e-12) for sign in signs for other in again):
                gives = ", ".join(f"{other:.15g}" for other in again) or "no value"
                said = f"the quote gives {gives}; mend the rule that gave it"
                yield Finding("data/figures.csv", row, column, number, quote, said)
