"""The date of a list of goods: in its clause, else in its sentence, else that of the trade told before it."""

from __future__ import annotations

from dataclasses import replace

from ..brief import Brief
from ..when import When

TRADE = ("exports", "imports", "trade")
LINES = ("heading", "list_item")
_LOOKING_BACK = frozenset(("earlier", "before", "previous", "preceding"))
_THAN = frozenset(("over", "than", "against", "on"))  # what is compared with the year after these is of another year
_BEFORE_DATE = ("the", "in")  # higher than in 2012, than the year before
_THAN_BEFORE = _THAN | {"from", "with", "to"}  # and so after these where that year is told by its distance


class TradeDates:
    """The dates of one brief and the units that tell of trade."""

    def __init__(self, brief: Brief) -> None:
        """Collect the dates and the units that tell of trade."""
        self.brief, self.tokens = brief, brief.tokens
        self.trade = {
            unit for unit, told in brief.measures.by_unit.items() if any(one.measure.endswith(TRADE) for one in told)
        }
        self.dates: dict[int, list[When]] = {}
        for when in brief.dates:
            if when.precision != "open":
                self.dates.setdefault(self.tokens.units[when.first], []).append(when)
        self.trade.update(unit for unit in self.dates if unit not in self.trade and self._titled(unit))

    def when(self, unit: int, told: int, at: int, end: int, present: bool) -> When | None:
        """The date of a list: in its clause, else in its sentence, else the latest of the trade told before it."""
        classes = self.tokens.classes
        first = max(classes.rfind(";", 0, told), classes.rfind("\n", 0, told))
        last = min(position for position in (classes.find(";", end), classes.find("\n", end)) if position >= 0)
        dates = self.dates.get(unit, [])
        clause = [when for when in dates if first < when.first < last and not self._compared(when)]
        before = [when for when in clause if when.last <= at]
        if clause:
            return max(before, key=lambda when: when.date_from) if before else clause[0]
        if present:
            return None  # "exports consist of coal" says so of no year
        earlier = [when for when in dates if when.last <= at and not self._compared(when)] or self._earlier(unit)
        earlier = [when for when in earlier if self._past(when)]
        return replace(max(earlier, key=lambda when: when.date_from), rule="date-of-trade-before") if earlier else None

    def _past(self, when: When) -> bool:
        return not self.brief.calendar.page or when.date_from[:4] <= self.brief.calendar.page[:4]

    def _titled(self, unit: int) -> bool:
        """Is a line with a date a title of what is told of trade below it, "(1) Trade (2014)"?"""
        if self.brief.units[unit].kind not in LINES:
            return False
        first, last = self.tokens.span_of(unit)
        return any(word in TRADE for word in self.tokens.lower[first:last])

    def _compared(self, when: When) -> bool:
        """Is a date only what another is compared with: 7 per cent over 2012, up from the previous year?"""
        at = when.first - 1
        while at > 0 and self.tokens.lower[at] in _BEFORE_DATE:
            at -= 1
        before = self.tokens.lower[at].rpartition(" ")[2] if when.first else ""
        return before in (_THAN_BEFORE if self._looks_back(when) else _THAN)

    def _looks_back(self, when: When) -> bool:
        """Is a date told by its distance to a later one, with which it is compared: 7 per cent over the year before?"""
        return bool(when.rule) and not _LOOKING_BACK.isdisjoint(self.tokens.lower[when.first : when.last])

    def _earlier(self, unit: int) -> list[When]:
        """The dates of the trade told last before a sentence in its section."""
        found: list[When] = []
        units = self.brief.units
        for before in range(unit - 1, -1, -1):
            if units[before].kind == "heading" and before not in self.trade:
                break
            if found and units[before].paragraph != units[before + 1].paragraph:
                break
            if before in self.trade:
                found += [when for when in self.dates.get(before, ()) if not self._looks_back(when)]
        return found
