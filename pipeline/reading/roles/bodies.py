"""Which organisations, agreements and meetings a wording names: in its list, in the list below, or just before."""

from __future__ import annotations

from typing import NamedTuple

from ..brief import Brief
from ..dashes import is_dash
from ..measures import Span
from ..patterns import BOUNDARY, class_of
from ..rules import Hit
from .line_rules import label_of, of_line
from .little_words import (
    AFTER_A_BODY,
    BETWEEN_BODY_AND_IT,
    CONTESTS,
    NEGOTIATIONS,
    NO_MEMBER,
    VERBS,
)
from .member_rules import MEMBER_RULES
from .membership_roles import ROLE_OF_WORD, captures
from .misreadings import misread
from .parties import Parties, Party

_BODY = class_of("BODY")
_OF_BODIES = tuple(rule.name for rule in MEMBER_RULES.rules)
# Where words that make a name an adjective elsewhere do not: they are the rule's own.
_DESCRIBED = ("body-role", "candidate-for-body", "seeks-membership-in", "body-led-by", "country-of-body", *_OF_BODIES)
_KNOWN = ("launched", "is-in", "country-in", *_OF_BODIES)  # of whose bodies we must know that they are no firm
_TEMPORARY = ("programme", "meeting")
_LONGEST_ROLE = 8  # phrases in brackets that may say as what one belongs to a body
_DETERMINERS = ("the", "a", "an", "both", "their", "its", "them", "each")  # begin what a verb before them is done to
_THAT = ("that", "this", "the")  # before "body", which may have been named in the sentence before


class Named(NamedTuple):
    """A body with the phrase after it, and the date that stands before its name (the 2008 APEC Summit).

    `temporary` is what one takes part in rather than belongs to: a programme, a meeting, talks about an agreement;
    `talks` are the last of these. `role` are words in brackets that say as what: the OAS (observer).
    """

    party: Party
    end: int
    date: int | None = None
    temporary: bool = False
    talks: bool = False
    role: Span | None = None


def _of_role(word: str) -> bool:
    """Does a word in brackets say as what one belongs to a body, or that one does not?"""
    return word in ROLE_OF_WORD or word in NO_MEMBER or word.startswith("non-")


class Bodies:
    """Finds the bodies of one brief."""

    def __init__(self, brief: Brief, parties: Parties) -> None:
        self.brief, self.phrases, self.parties, self.words = brief, brief.phrases, parties, parties.words

    def _party(self, at: int, rule: str = "") -> Party:
        name = self.phrases.names[at]
        return Party(self.brief.resolver.entity_id(name), self.parties.chars(at, at + 1), rule)

    def of(self, hit: Hit) -> list[Named]:
        """The bodies that a match of a membership rule is about; none where it is no membership."""
        if hit.rule.name == "role-in-list-below":
            return self.below(hit.last)
        if misread(self.phrases, hit):
            return []
        if of_line(hit):
            label = label_of(self.brief, hit.first)
            found = self.listed(label, described=True) if label else []
            return [named for named in found if self._of_states(named)]
        if captures(hit, "before"):
            return self.before(hit.first, hit.match.span("before"))
        found = self.listed(hit.match.span("list"), hit.rule.name in _DESCRIBED)
        return [named for named in found if self._of_states(named)] if hit.rule.name in _KNOWN else found

    def _of_states(self, named: Named) -> bool:
        """Is it known as a body that states belong to, and not one of a single state or a firm?"""
        entity = self.brief.lexicon.entities.get(named.party.entity)
        return entity is not None and not named.temporary and not entity.country

    def listed(self, span: Span, described: bool) -> list[Named]:
        """The bodies of a list; those whose name only describes what follows if they are `described` by it."""
        classes = self.phrases.classes
        found: list[Named] = []
        for at in range(*span):
            if classes[at] != _BODY or at not in self.phrases.names or self.words[at - 1] == "(":
                continue
            if self.brief.tokens.lower[self.phrases.names[at].last - 1] in CONTESTS:
                continue
            end = at + 1
            role = self._role(end)
            if (
                role is None
                and classes[end] == "("
                and self.words[end + 2] == ")"
                and end + 1 not in self.phrases.dates
            ):
                end += 3
                role = self._role(end)
            while end < span[1] and self.words[end].isalpha() and self.words[end] not in AFTER_A_BODY:
                end += 1  # the APEC forum, the BRICS grouping, the TPP negotiations
            if described or (self._closes(end, span[1]) and not (found and self._opens_clause(at, end))):
                talks = self.words[end - 1] in NEGOTIATIONS
                temporary = talks or self.phrases.names[at].kind in _TEMPORARY
                date = self._date_before(at)
                if role is not None and end < role[0]:
                    end = role[1] + 1
                    date = next((when for when in range(*role) if when in self.phrases.dates), date)
                found.append(Named(self._party(at), end, date, temporary, talks, role))
        return found

    def _role(self, at: int) -> Span | None:
        """The words in brackets at a phrase, if they say as what: (observer), (dialogue partner since 2010)."""
        if self.phrases.classes[at] != "(":
            return None
        inside = self.words[at + 1 : at + _LONGEST_ROLE]
        stop = at + 1 + inside.index(")") if ")" in inside else at
        return (at + 1, stop) if any(map(_of_role, self.words[at + 1 : stop])) else None

    def _date_before(self, at: int) -> int | None:
        """A date that belongs to the body after it: the 2008 Summit, and, since 1995, the WTO."""
        near = at - 1 - (self.words[at - 1] == "the")
        near -= self.words[near] == ","
        opens = near == at - 1 or self.words[near - 1] == "," or self.words[near - 1] == "in"
        return near if near in self.phrases.dates and opens else None

    def _closes(self, end: int, last: int) -> bool:
        word = self.words[end]
        if word == "-":
            return is_dash(self.brief.tokens, self.phrases, end)  # not "a NATO-led force"
        if end < last or not word.isalpha() or word in AFTER_A_BODY or word.endswith("ly"):
            return True
        return self.words[end + 1] in _DETERMINERS or self.parties.country(end + 1)  # membership of it gives Peru …

    def _opens_clause(self, at: int, end: int) -> bool:
        """Is it the subject of what follows: a member of NATO, and the EU is its market?"""
        before = self.words[at - 1 - (self.words[at - 1] == "the")]
        return before == "and" and self.words[end] in VERBS

    def below(self, end: int) -> list[Named]:
        """The first body of each item of the list that begins after a phrase."""
        classes, units = self.phrases.classes, self.brief.tokens.units
        found: list[Named] = []
        at = end
        while classes[at : at + 1] == BOUNDARY and at + 1 < len(classes):
            if self.brief.units[units[self.phrases.firsts[at + 1]]].kind != "list_item":
                break
            stop = classes.find(BOUNDARY, at + 1)
            bodies = [near for near in range(at + 1, stop) if classes[near] == _BODY and near in self.phrases.names]
            found += [Named(self._party(near), near + 1) for near in bodies[:1]]
            at = stop
        return found

    def before(self, at: int, said: Span) -> list[Named]:
        """The body that words before or behind phrase `at` stand for: the last one named before in the sentence.

        "The latter" may be of the sentence before; "it" is a body only where no other noun stands between.
        """
        word, last = self.words[said[0]], self.words[said[1] - 1]
        behind = said[1] + 1 + (self.words[said[1] + 1] == "the")
        if self.words[said[1]] in ("of", "to", "in") and behind not in self.phrases.dates:
            return []  # "applied for membership of a club"
        start = self.phrases.classes.rfind(BOUNDARY, 0, at)
        further = last == "latter" or (word in _THAT and _BODY not in self.phrases.classes[start + 1 : at])
        if word in _THAT and last in self.words[start + 1 : at] and further:
            return []  # "the group of donors …; it leads the group"
        if further and start > 0:
            start = self.phrases.classes.rfind(BOUNDARY, 0, start)
        for near in range(at - 1, start, -1):
            name = self.phrases.names.get(near)
            if name and self.phrases.classes[near] == _BODY and self.words[near - 1] != "(":
                talks = last in NEGOTIATIONS
                if (talks and name.kind == "meeting") or (word in _THAT and name.kind in _TEMPORARY):
                    continue
                return [Named(self._party(near, "negotiations-of-body-before" if talks else "body-before"), said[1])]
            if word == "it" and self.words[near] not in BETWEEN_BODY_AND_IT:
                return []
        return []
