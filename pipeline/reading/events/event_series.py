"""The dates of an event in its clause, and the further events that one verb tells of: a date or a text each."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from ..when import When
from .clauses import Clause, Item
from .dated_apart import beside, respectively
from .event_filling import INSTRUMENTS, Filler
from .event_parts import Event, Part
from .event_words import AND, HAVE, LATEST, NUMBERED, POSSESSIVE, SERIES, YEARS
from .modality import OCCURRED, RECURRING

_SERIES = frozenset(("visit", "meeting", "consultation", "negotiation", "fair", "accession"))  # one clause, many dates
_OPENERS = frozenset(("country", "organisation"))
_ITS_OWN = ["its", "own"]
_OPENED = frozenset(("its", "a", "an", "one", "another"))  # before what they open
_WHEN = frozenset(("in", "on", "the"))  # before a date
_GAPPED = frozenset((",", "and", ";", "while"))  # before one of whom the same is said
_LABELLING = frozenset((":", "-"))
_DAYS = frozenset(("day", "date", "month", "year"))
_FOR_LATER = INSTRUMENTS | {"announcement"}


class Series(Filler):
    """Dates the events of one sentence at a time."""

    def each(self, event: Event, clause: Clause, roles: dict[str, str]) -> Iterator[Event]:
        """The event with its date; once more for each further date of a series, and once for each text."""
        assert clause.verb
        after = self._dates(event, clause)
        in_turn = "respectively" in self.words[clause.first : clause.last]
        if apart := beside(self.phrases, event) or (respectively(event, after) if in_turn else []):
            yield from apart
            return
        if after:
            event.dated(*after[0])
        if event.status == RECURRING:
            yield from [event, *self._latest(event)]
            return
        if event.kind == "establishment":
            yield from [event, *self._gapped(event, after, roles)]
            return
        further = len(after) > 1 and (event.kind in _SERIES or event.kind in INSTRUMENTS)
        told = [event, *(self.series(event, after, roles) if further else ())]
        for one in told:
            yield from self.by_text(one) if event.kind in INSTRUMENTS else (one,)

    def _dates(self, event: Event, clause: Clause) -> list[tuple[int, When]]:
        """The dates of an event in its clause: those behind what tells it, else the last before it, or the last two."""
        assert clause.verb
        dates = self.sentence.dated(clause.first, clause.last) or self._label(event, clause) or self._day(clause)
        planned = clause.verb.trigger is not None and clause.verb.trigger.frame == "plan"  # "is scheduled for 2015"
        if event.kind in _FOR_LATER and not planned:
            dates = [(at, when) for at, when in dates if not self._meant_for(at)]
        anchor = event.trigger[1] if event.trigger[0] >= clause.first else clause.verb.last
        after = [(at, when) for at, when in dates if at >= anchor]
        if clause.first <= anchor <= clause.verb.first:  # "relations, interrupted in 1936, were resumed in 1955"
            after = [(at, when) for at, when in after if at >= clause.verb.last] or after
        if after or "agreed" in self.words[clause.verb.first : clause.verb.at]:
            return after  # what stands before "agreed to meet" says when they agreed
        joined = len(dates) > 1 and SERIES.issuperset(self.words[dates[-2][0] + 1 : dates[-1][0]])
        return dates[-2:] if joined and event.kind in _SERIES else dates[-1:]

    def _label(self, event: Event, clause: Clause) -> list[tuple[int, When]]:
        """The date before a colon or dash that a line begins with: May 2013: First meeting, chaired by Ms. Roy."""
        first, main = self.sentence.first, self.sentence.clauses[0]
        first += first not in self.phrases.dates and not self.words[first].isalnum()  # the bullet of a list
        if self.words[first + 1] not in _LABELLING or main.verb:
            return []
        told = event.noun >= main.first and event.noun < main.last
        while clause.shares and clause.opener in AND:
            clause = self.sentence.clauses[clause.parent]
        more = clause.relative and clause.parent == 0 and clause.verb and self.words[clause.verb.first] not in HAVE
        further = clause.opener == ";" and clause.parent == 0  # "May 2013: Ms. Roy in Lima; she signed a treaty"
        return self.sentence.dated(first, first + 1) if told or more or further else []

    def _day(self, clause: Clause) -> list[tuple[int, When]]:
        """The date that a clause only says more about: on 1 December 2009, the day the treaty entered into force."""
        first = clause.first - 2 * (clause.opener in ("which", "when"))  # "the year in which it was adopted"
        if first < 1:
            return []  # the clause opens the text
        the, day = self.words[first : first + 2]
        said = the == "the" and day in _DAYS and self.words[first - 1] == ","
        return self.sentence.dated(first - 2, first - 1) if said else []

    def _meant_for(self, at: int) -> bool:
        """Is it the time that money or a text is meant for: for 2010, for the years 2010 and 2011?"""
        before = at - 1
        if self.words[before] == "and" and before - 1 in self.phrases.dates:
            return self._meant_for(before - 1)
        while self.words[before] in YEARS or self.words[before] == "the":
            before -= 1
        return self.words[before] == "for"

    def by_text(self, event: Event) -> Iterator[Event]:
        """The event once for each text that is signed, adopted or enters into force."""
        texts = [part for part in event.parts if part.role == "instrument"]
        if len(texts) < 2:
            yield event
            return
        others = [part for part in event.parts if part.role != "instrument"]
        for part in texts:
            twin = event.like([part, *(other for other in others if other.words is None or other.span == part.span)])
            twin.about = part.entity
            yield twin

    def _latest(self, event: Event) -> Iterator[Event]:
        """The last time of what recurs: every year, most recently in Lima in May 2010."""
        if event.when and event.date[-2:] != ".." and not LATEST.isdisjoint(self.words[slice(*event.words)]):
            twin = event.like(event.parts)
            twin.status, twin.status_words = OCCURRED, None
            event.place = None
            yield twin

    def series(self, event: Event, dates: list[tuple[int, When]], roles: dict[str, str]) -> Iterator[Event]:
        """A further event for each further date of a series: in May 2010 and again in 2012, by Mr. Kos in 2013."""
        for (before, _), (at, when) in itertools.pairwise(dates):
            joint = self._joint(event, before, at)
            if joint is None or ";" in self.words[before:at] or when.date[-2:] == "..":
                continue
            items = self.sentence.inside(joint, at)
            new = [part for item in items for part in self._own(event, item, roles) if part.role != "place"]
            if event.kind in INSTRUMENTS and not self._one_more(items, new):
                continue
            event.parts = [part for part in event.parts if not joint < part.span[0] < at]
            replaced = {part.role for part in new}
            twin = event.like([*(part for part in event.parts if part.role not in replaced), *new])
            places = [(item, "place") for item in items if roles.get(item.relation or "object") == "place"]
            twin.place, twin.words = None, (joint + 1, at + 1)
            twin.add(self.cast.parts(places))
            twin.place = twin.place or (None if event.kind in INSTRUMENTS else event.place)
            event.words = (event.words[0], max(event.words[0] + 1, min(event.words[1], joint)))
            twin.about = next((part.entity for part in new if part.role == "instrument"), event.about)
            twin.dated(at, when)
            yield twin

    def _gapped(self, event: Event, dates: list[tuple[int, When]], roles: dict[str, str]) -> Iterator[Event]:
        """What else was opened, the verb left out: an embassy in Quito in 1962 and a consulate in Loja in 1978; Peru
        opened an embassy in Quito in 1962, Ecuador one in Lima in 1978.
        """
        for (before, _), (at, when) in itertools.pairwise(dates):
            items = self.sentence.inside(before, at)
            who = items[0] if items and items[0].kind in _OPENERS and not items[0].relation else None
            what = next(iter(items[1:] if who else items), None)
            behind = who.last - 1 if who else before
            first = behind + 1 + (self.words[behind + 1] in _GAPPED)
            thing = what if what and what.noun and what.kind == "noun" and what.noun.kind == "establishment" else None
            again = self.words[first] == "one" or (who and self.words[first : first + 2] == _ITS_OWN)
            theirs = self.words[first] in POSSESSIVE and self.words[first + 1] == "in"  # "Peru's in Ottawa in 1978"
            if not theirs and (self.words[first] not in _OPENED or not (thing or again)):
                continue
            if who and self.words[who.first - 1 - (self.words[who.first - 1] == "the")] not in _GAPPED:
                continue
            twin = event.like(self.cast.parts([(who, roles.get("agent", ""))]) if who else event.parts)
            twin.place, twin.words = None, (who.first if who else first, at + 1)
            if thing:
                twin.trigger, twin.noun = (thing.first, thing.last), thing.first
            twin.add(self.cast.parts([(item, "place") for item in items if item.relation == "in"]))
            twin.dated(at, when)
            yield twin

    def _joint(self, event: Event, before: int, at: int) -> int | None:
        """Where between two dates the words about the second begin."""
        joining = ("and", ",") if event.kind in INSTRUMENTS else ("and",)
        if not NUMBERED.isdisjoint(self.words[before:at]):
            joining = ("and", ",")  # "the first in 2010, the second in 2011"
        joints = [word for word in range(before + 1, at) if self.words[word] in joining]
        who = next(iter(self.sentence.inside(before, at)), None) if event.kind == "visit" else None
        if who and who.kind == "person" and before + 1 <= who.outer[0] - 1 <= before + 2 and not who.relation:
            return before + 1  # "in May 2010, Ms. Roy in June 2011"
        if not joints and SERIES.issuperset(self.words[before + 1 : at]):
            return before + 1
        return joints[0] if joints else None

    def _one_more(self, items: list[Item], new: list[Part]) -> bool:
        """Is it a further text, or a further party to the same: ratified by Peru in May and by Chile in June?"""
        by = {item.first for item in items if item.relation in ("by", "")}
        return any(part.role == "instrument" or (part.role == "party" and part.span[0] in by) for part in new)

    def _own(self, event: Event, item: Item, roles: dict[str, str]) -> list[Part]:
        """The part of who or what is named with a further date: and Mr. Kos in 2013, and Chile in June."""
        acting = "country" if event.kind in INSTRUMENTS and self.words[item.last] in _WHEN else "person"
        agent = roles.get("agent", "") if item.kind == acting and not item.relation else ""
        return self.cast.parts([(item, agent or roles.get(item.relation or "object", ""))])
