"""One line for each thing that was measured: what, its target, what was reached."""

from __future__ import annotations


def line(what: str, reached: float, unit: str, target: float | None = None) -> None:
    """Print one measurement, and whether its target, if it has one, was met."""
    wanted = f"≤ {target:g} {unit}" if target is not None else ""
    verdict = "" if target is None else "met" if reached <= target else "MISSED"
    print(f"{what:<62}{wanted:>10}  {reached:>8.3g} {unit:<3} {verdict}".rstrip(), flush=True)
