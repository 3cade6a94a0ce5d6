"""Whose role it is: the noun beside it, the subject of "is a member", the one after "As members of …, "."""

from __future__ import annotations

from ..brief import Brief
from ..measures import Span
from ..patterns import BOUNDARY, class_of
from .little_words import (
    ACTING,
    ARTICLES,
    BE,
    BEFORE_A_ROLE,
    BEFORE_A_TERM,
    CANDIDACIES,
    COUNTED,
    ENDED,
    GAPPING,
    HAD,
    HAVE,
    NO_MEMBER,
    ONLY_WISHED,
    OWNED,
    PREPOSITIONS,
    ROLE_PARTICIPLES,
    SHARED,
    SUCCEEDING,
)
from .parties import Party, Subject
from .subjects import Subjects

_DESCRIBING = frozenset(
    class_of(name)
    for name in (
        "REGIONAL",
        "REGION",
        "DEMONYM",
        "ORDWORD",
        "NTH",
        "NUMWORD",
        "DAY",
        "NUM",
        "TWODIGIT",
        "SUPERLATIVE",
        "FRACTION",
    )
)
_LONGEST_DESCRIPTION = 12
_LONGEST_LABEL = 2  # words before the role in a label: Main regional memberships


class RoleHolders(Subjects):
    """Finds whose the roles of one brief are; `last` is the holder found before, in words that end before `reached`."""

    def __init__(self, brief: Brief) -> None:
        super().__init__(brief)
        self.last: Subject | None = None
        self.reached = 0

    def of_role(self, start: int, floor: int, after: int) -> Subject | None:
        """Who has the role whose words begin at `start`, looked for from `floor` on or after the bodies."""
        for at in range(start - 1, max(floor, start - _LONGEST_DESCRIPTION, 0) - 1, -1):
            word = self.words[at]
            opens = word in BEFORE_A_TERM and self.classes[at - 1 : at] in ("", BOUNDARY)
            if self.classes[at] == BOUNDARY or opens:
                return self.after(after, anywhere=False)  # A member of NATO, Canada …; During its presidency, Peru …
            if word == "being":
                return self.after(after, anywhere=False)  # As well as being a member of NATO, Canada …
            if word in NO_MEMBER and (word != "non" or at + 2 == start):
                return None
            if word in BE | COUNTED or (word in HAVE and HAD.intersection(self.words[start : start + 3])):
                return self.of_verb(at)
            if word == "," and at - 1 in self.phrases.dates and self.words[at - 3 : at - 1] == ["and", ","]:
                found = self._of_complement(at - 3)  # a candidate to it and, since 2012, an observer to the Alliance
                return found and found._replace(date=at - 1)
            if self.country(at) and self._gapped(at):
                return self.ending(at + 1, anywhere=True)
            if word == "as":
                return self._as(at, after)
            if word == "and" and self.words[at + 1] in ARTICLES and at > self.reached:
                return self._of_complement(at)
            if word in ("its", "their") and OWNED.intersection(self.words[start : start + 2]):
                if self._wished_or_ended(at):
                    return None
                found = self.of_sentence(at)
                if found:
                    return found
            if word == "," and (found := self._likened(at)):
                return found
            if word in (",", "-", "(", ":", "'s", "'"):
                article = self.words[at + 1] in ARTICLES  # beside a noun in any place: trade with Ghana, a member
                found = self._owner(at, start) if "'" in word else self.ending(at, anywhere=article)
                if found or word == "(":
                    return found
            shares = word == "," or self.words[at + 1] in ("and", "but")
            if shares and at <= self.reached:
                return self.last  # an observer to the Alliance and a dialogue partner of ASEAN
            if word not in (",", "-", ":", "'s", "'") and not self._describes(at):
                return None
        return None

    def _gapped(self, at: int) -> bool:
        """Has a country before a role no verb but that of the role before: is an observer to it, and Peru a member?"""
        joint = at - 1 - (self.words[at - 1] == "the")
        told = self.last is not None and self.reached > self.classes.rfind(BOUNDARY, 0, at)
        return told and self.reached <= joint and self.words[joint] in GAPPING and self.words[at + 1] in ARTICLES

    def _likened(self, comma: int) -> Subject | None:
        """The subject of a verb and those named behind it, up to a comma: Peru is, like Canada, a member."""
        for at in range(comma - 1, max(comma - _LONGEST_DESCRIPTION, 0), -1):
            if self.words[at] == "," and self.words[at - 1] in BE and self.alike(at + 1, joint=True):
                found = self.of_verb(at - 1)
                return found and found._replace(parties=found.parties + self.named(at, comma))
        return None

    def of_label(self, role: Span) -> Subject | None:
        """The country that a page is about, whose line or heading begins with a role: Memberships: ASEAN, UN."""
        line = self.phrases.classes.rfind(BOUNDARY, 0, role[0]) + 1
        if NO_MEMBER.intersection(self.words[line : role[0]]) or role[0] - line > _LONGEST_LABEL:
            return None
        return self._of_page(role, line)

    def _of_page(self, role: Span, first: int) -> Subject | None:
        """The country that the page is about, told of by the words of a role."""
        partner = self.brief.pair.partner
        if partner is None:
            return None
        if not SHARED.isdisjoint(self.words[first : role[1] + _LONGEST_LABEL]):
            return Subject(self._two(*role), first)  # Memberships in common: ASEAN, UN
        country = self.brief.lexicon.country_of_iso[partner.iso]
        return Subject((Party(country.entity_id, self.chars(*role), "country-of-page"),), first)

    def in_line(self, role: Span) -> Subject | None:
        """Whose role it is in a line about a body: who is named beside it, else the country that the page is about."""
        before = self.words[role[0] - 1]
        if before == "both":
            return self.ending(role[0])
        if before in (":", ";", "-"):
            return self._of_page(role, role[0])
        return self.of_role(role[0], 0, role[1]) or self.of_verb(role[0])

    def _describes(self, at: int) -> bool:
        """Can a phrase stand before a role: a founding, non-regional, the first South American member?"""
        word, klass = self.words[at], self.classes[at]
        if word in BEFORE_A_ROLE:
            return word != "of" or self.words[at - 1] in ("one", "some", "both", "all")
        if word.endswith("ing") and word not in ROLE_PARTICIPLES:
            return False
        return klass in _DESCRIBING or (word.isalpha() and word not in PREPOSITIONS)

    def _of_complement(self, last: int) -> Subject | None:
        """Whose second complement it is: Oman is a partner of India in the Gulf and a member of the Arab League."""
        for at in range(last - 1, 0, -1):
            if self.classes[at] in (BOUNDARY, ";"):
                return None
            noun = ARTICLES.intersection(self.words[at + 1 : at + 3]) or self.words[at + 2] in ("'s", "'")
            if self.words[at] in BE and noun:
                return self.of_verb(at)
        return None

    def _as(self, at: int, after: int) -> Subject | None:
        """Who "has sat as an observer", or is named beside "as the depositary" or "As members of …"."""
        before = self.words[at - 1] if at else ""
        if before in ACTING:
            return self.of_verb(at - 1)
        if not at or self.classes[at - 1] == BOUNDARY:
            return self.after(after, anywhere=True)
        if before in (",", "("):
            return self.ending(at - 1, anywhere=True) or self.after(after, anywhere=True)
        if self.country(at - 1):
            first = self.list_start(at - 1)
            first -= self.words[first - 1] == "the"
            if self.words[first - 1] in SUCCEEDING:  # succeeds Chile as chair
                return self.of_verb(first - 1)
            return self.ending(at)
        return (self.of_sentence(at) or self.after(after, anywhere=True)) if before.isalpha() else None

    def _owner(self, at: int, role: int) -> Subject | None:
        """Canada's membership in something, unless it is only wished for."""
        found = self.ending(at, anywhere=True)
        return (
            found._replace(denied=self.words[role] not in CANDIDACIES and self._wished_or_ended(at)) if found else None
        )

    def _wished_or_ended(self, at: int) -> bool:
        """Do the words before a phrase say that what one has there is only wished for, or is over?"""
        return any(word.startswith(ONLY_WISHED + ENDED) for word in self.words[max(at - 6, 0) : at])
