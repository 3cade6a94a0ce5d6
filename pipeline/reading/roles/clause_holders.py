"""Whose a role is where no word beside it says so: of whom its clause tells.

Abstract words (membership, presidency, seat) and verbs far from their subject stand anywhere in a clause: membership of
the Commonwealth gives Canada and Peru a forum; Peru gained independence and ten years later joined it.
"""

from __future__ import annotations

from ..measures import Span
from ..patterns import BOUNDARY, class_of
from .little_words import (
    ABSTRACT,
    AFTER_A_BODY,
    BE,
    COUNTRIES,
    DENYING,
    LATER,
    PLANNING,
    RELATIVES,
    RESUMING,
    SHARED,
    SUPPOSING,
)
from .parties import Subject
from .role_holders import RoleHolders

_PERSON = class_of("PERSON")
_LONGEST_ADVERB = 6  # phrases between "and" and its verb: and as early as 1990 joined
_PLANNED = PLANNING - {"to"}
_NOT_YET = frozenset(("before", "until", "prior"))


class ClauseHolders(RoleHolders):
    """Finds the holders that a role's clause tells of."""

    def of_clause(self, role: Span, after: int) -> Subject | None:
        """Who is told of by the clause of an abstract word: its subject, else the only countries that it names."""
        words = self.words[role[0] : role[1]]
        start, stop = self._clause(role[0])
        if ABSTRACT.isdisjoint(words) or _PERSON in self.classes[start:stop]:
            return None
        before = self.words[start : role[0]]
        if self._wished_or_ended(role[0]) or not (DENYING | SUPPOSING).isdisjoint(before):
            return None
        if not RELATIVES.isdisjoint(before) or not (_PLANNED | _NOT_YET).isdisjoint(before):
            return None
        predicate = not BE.isdisjoint(before[-2:])  # Lima is the seat of the OAS
        behind = self.words[role[1]] if role[1] >= after else ""
        if predicate or (behind.isalpha() and behind not in AFTER_A_BODY):
            return None  # the OECD membership committee
        joint = not SHARED.isdisjoint([*before, *words])
        found = self.of_sentence(role[0]) or self.after(after, anywhere=True)
        found = found or self._only(start, role[0]) or self._only(after, stop)
        if found and joint and len(found.parties) == 1:
            more = self.named(start, role[0])
            found = found._replace(parties=more if len({party.entity for party in more}) > 1 else found.parties)
        return found

    def of_verb_apart(self, at: int) -> Subject | None:
        """The subject of a verb that does not stand beside it.

        One of the countries that form it; Peru gained independence and, ten years later, joined it.
        """
        if self.words[at - 1] in ("that", "which") and self.words[at - 2] in COUNTRIES:
            return self.of_role(at - 2, 0, at)
        if not LATER.isdisjoint(self.words[max(at - 2, 0) : at]):
            for near in range(at - 1, max(at - _LONGEST_ADVERB, 0), -1):
                if self.words[near] in RESUMING:
                    return self.of_sentence(near)
                if near in self.phrases.names or self.classes[near] == BOUNDARY:
                    return None
        return None

    def _clause(self, at: int) -> Span:
        """The phrases between two ends of sentences or semicolons around one."""
        start = max(self.classes.rfind(BOUNDARY, 0, at), self.classes.rfind(";", 0, at)) + 1
        ends = [end for mark in (BOUNDARY, ";") if (end := self.classes.find(mark, at)) >= 0]
        return start, min(ends, default=len(self.classes))

    def _only(self, first: int, last: int) -> Subject | None:
        """The countries of a span if they are one list, or words for both."""
        places = [at for at in range(first, last) if self.country(at)]
        if not places:
            both = [at for at in range(first, last) if self.words[at] in ("both", "we", "they", *COUNTRIES)]
            return self.ending(both[-1] + 1, anywhere=True) if both else None
        listed = self.list_start(places[-1]) == places[0]
        return self.ending(places[-1] + 1, anywhere=True) if listed else None
