"""Whose verb it is, and what its auxiliaries say: is to come, is not, might be."""

from __future__ import annotations

from ..patterns import BOUNDARY
from ..rules import Hit
from .little_words import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    COUNTRIES,
    COUPLING,
    DENYING,
    FIRST_OR_LAST,
    LIKEWISE,
    OF_TIME,
    PLANNING,
    PREPOSITIONS,
    RESUMING,
    SUPPOSING,
    TOGETHER,
    WISHES,
    WORDS_OF_SUBJECTS,
)  # fmt: skip
from .parties import LONGEST_ASIDE, Parties, Party, Subject

_WISHED = 5  # phrases before "to join" among which one may wish it
_LISTING = frozenset(("the", "and", ","))


class Subjects(Parties):
    """Finds the subjects of the verbs of one brief."""

    def of_verb(self, at: int) -> Subject | None:
        """The subject of the verb at a phrase, with what its auxiliaries say."""
        start, planned, denied, date = at, False, False, None
        while start > 0:
            word = self.words[start - 1]
            if start - 1 in self.phrases.dates:
                date = start - 1
            elif word in DENYING or word in SUPPOSING:
                denied = True
            elif word in PLANNING:
                planned = True
            elif not self._helps(start - 1):
                break
            start -= 1
        found = self.ending(start)
        if found is None and start < at and self.words[start] == "to":
            found, planned = self._of_noun(start)
        elif found is None and self.words[start - 1] in RESUMING:
            found = self.of_sentence(start)
        if found is None or not found.parties:
            return None
        parties = found.parties + self._along(found.first)
        return Subject(parties, found.first, planned, denied or found.denied, date)

    def _helps(self, at: int) -> bool:
        """Is a phrase an auxiliary or an adverb of the verb after it, and not its subject?"""
        word, before = self.words[at], self.words[at - 1]
        if word == "both":
            return before in AUXILIARIES or self.country(at - 1)
        return word in AUXILIARIES or word in ADVERBS or word.endswith("ly")

    def _of_noun(self, to: int) -> tuple[Subject | None, bool]:
        """Whose it was "to join", and whether it is to come: the first country to join; declared its wish to join."""
        if FIRST_OR_LAST.intersection(self.words[max(to - 5, 0) : to]):
            return self.of_sentence(to), False
        for at in range(to - 1, max(to - _WISHED, 0), -1):
            if self.words[at] in WISHES:
                owned = self.words[at - 1] in ("'s", "'")
                return self.ending(at - 1, anywhere=True) if owned else self.of_sentence(at), True
            if self.words[at] in PLANNING:
                return self.ending(at) or self.of_sentence(at), True
        return None, True

    def of_sentence(self, before: int) -> Subject | None:
        """The first subject of the clauses before a phrase, shared by a further verb: Peru has … and has chaired."""
        start = max(self.classes.rfind(BOUNDARY, 0, before), self.classes.rfind(";", 0, before)) + 1
        for at in range(start, before):
            listed = self.words[at + 1] in COUPLING and self.country(at + 2)
            if listed or self.words[at + 1] in ("'s", "'"):
                continue
            if self.country(at) or self.words[at] in ("both", "it", *COUNTRIES):
                found = self.ending(at + 1)
                if found and self.words[found.first - 1] not in PREPOSITIONS:
                    return found
        return None

    def _along(self, first: int) -> tuple[Party, ...]:
        """The countries of an opening: Along with Chile and Peru, it …; Like Chile, it …"""
        last = first - 1
        if first < 3 or self.words[last] != "," or not self.country(last - 1):
            return ()
        start = self.list_start(last - 1)
        start -= self.words[start - 1] == "the"
        before = self.words[start - 1]
        opens = self.classes[max(start - 2, 0)] == BOUNDARY  # With Chile and Mexico, it formed the Alliance
        alike = before in LIKEWISE or (before == "with" and (opens or self.words[start - 2] in TOGETHER))
        return self.named(start, last) if alike else ()

    def companions(self, hit: Hit, after: int, joint: bool) -> tuple[tuple[Party, ...], int]:
        """Of whom else the same is said, within a match or behind its body or the date after that, and where they end.

        Belongs, as does Chile, to it; a member of it along with Chile; `joint` if a bare "with" is enough.
        """
        if "alike" in hit.match.re.groupindex and hit.match.start("alike") >= 0:
            return self.named(*hit.match.span("alike")), after
        end = self._behind_aside(after) if joint else after
        for at in (end, end + 1 + (self.words[end] in OF_TIME)):
            if at > end and at - 1 not in self.phrases.dates:
                break
            bracket = self.words[at] == "("
            first = self.alike(at + (self.words[at] in (",", "(")), joint or bracket)
            if first:
                last = self._list_end(first)
                return self.named(first, last), last
        return (), after

    def _behind_aside(self, at: int) -> int:
        """The phrase behind words that tell what a body is: co-chairs the Forum, a club of donors, with Peru."""
        aside = self.words[at + 1 : at + LONGEST_ASIDE]
        told = self.words[at] == "," and aside[:1] and aside[0] in ARTICLES and "," in aside
        return at + 2 + aside.index(",") if told else at

    def _list_end(self, at: int) -> int:
        """Where the list of countries that begins at a phrase ends: with Germany and the Netherlands."""
        end = at
        while self.country(at) or self.words[at] in _LISTING:
            at += 1
            end = at if self.country(at - 1) else end
        return end

    def _with_others(self, first: int) -> Subject | None:
        """The subject behind those together with whom: A founder of it along with Chile and Mexico, Peru is …"""
        last = first
        while self.country(last) or self.words[last] in ("the", ",", "and"):
            last += 1
            if self.country(last - 1) and self.words[last] == "," and (found := self.after(last, anywhere=False)):
                return found._replace(parties=found.parties + self.named(first, last))
        return None

    def after(self, end: int, anywhere: bool) -> Subject | None:
        """The subject that follows an opening, at once or anywhere in the sentence: As NATO allies, Canada …"""
        if self.words[end] in OF_TIME and end + 1 in self.phrases.dates:
            end += 2
        if self.words[end] in TOGETHER and self.words[end + 1] == "with":
            return self._with_others(end + 2)
        for comma in range(end, len(self.words)):
            if self.classes[comma] in (BOUNDARY, ";"):
                return None
            if self.words[comma] == ",":
                stop = comma + 1
                while self.country(stop) or self.words[stop] in WORDS_OF_SUBJECTS:
                    stop += 1
                while self.words[stop - 1] in (",", "and", "the"):
                    stop -= 1
                found = self.ending(stop) if stop > comma + 1 else None
                if found and found.first - (self.words[found.first - 1] in ("the", "both")) == comma + 1:
                    return found
            elif not anywhere:
                return None
        return None
