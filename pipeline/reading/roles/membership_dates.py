"""When a country belongs to a body: the date beside the words that say so."""

from __future__ import annotations

from ..brief import Brief
from ..patterns import BOUNDARY, class_of
from .little_words import PREPOSITIONS
from .parties import Subject

_PLACES = frozenset(map(class_of, ("PLACE", "COUNTRY")))
_LONGEST_ASIDE = 14


class MembershipDates:
    """Finds the dates of the memberships of one brief, as phrases."""

    def __init__(self, brief: Brief) -> None:
        self.dates, self.words, self.classes = brief.phrases.dates, brief.phrases.words, brief.phrases.classes

    def of(self, ends: tuple[int, ...], subject: Subject) -> int | None:
        """When it was so: a date after body, list or role, among the verb's words, or before the subject."""
        for end in ends:
            found = self._after(end)
            if found is not None:
                return found
        if subject.date is not None:
            return subject.date
        opening = subject.first - 1 - (self.words[subject.first - 1] == ",")
        if opening in self.dates:
            before = opening - 1 - (self.words[opening - 1] in ("in", "on", "during"))
            return opening if before < 0 or self.classes[before] in (BOUNDARY, ";") else None
        return None

    def respectively(self, end: int) -> list[int]:
        """The dates behind a phrase, one for each of those named: joined the OECD in 1994 and 2010, respectively."""
        at = end + 1
        if self.words[end] not in ("in", "on") or at not in self.dates:
            return []
        found: list[int] = []
        while at in self.dates:
            found.append(at)
            at += 2 if self.words[at + 1] in ("and", ",") and at + 2 in self.dates else 1
        return found if "respectively" in self.words[at : at + 2] else []

    def _after(self, at: int) -> int | None:
        if self.words[at] in ("-", ",") and self.words[at + 1] in (*PREPOSITIONS, "which", "where"):
            aside = self.words[at + 1 : at + _LONGEST_ASIDE]
            if self.words[at] in aside:
                at += aside.index(self.words[at]) + 2  # an observer to it – of which Peru is a member – since 2012
        while self.words[at] in ("in", "from", ",") and self.classes[at + 1] in _PLACES:
            at += 2  # hosted the Summit in Lima, Peru, in 2010
        at += self.words[at] in ("in", "on", "from", "for", "during", "(")
        at += self.words[at] == "the"  # in the first half of 2012
        return at if at in self.dates else None
