"""Who and where of one event: its parts by their place in the clause."""

from __future__ import annotations

from ..brief import Brief
from .cast import Cast
from .clause_items import Scanner
from .clauses import Clause, Item
from .event_parts import Event, Role, hull
from .event_words import BEING_MEMBER, DETERMINERS, FUNDED, JOINING, ORDINALS, POSSESSIVE, THAT_OF
from .sentences import Sentence

INSTRUMENTS = frozenset(("signature", "ratification", "entry_into_force", "adoption"))  # each of one text
_OF_TEXTS = INSTRUMENTS | {"negotiation"}
_WITH_TITLES = frozenset(("person", "group"))
_AMONG = frozenset(("among", "including"))
_TOLD_TO_END = frozenset(("announcement", "designation"))  # what is announced is the rest of the clause


class Filler:
    """Fills the events of one sentence at a time; who was named before is in `cast`."""

    def __init__(self, brief: Brief) -> None:
        self.brief, self.phrases, self.scanner = brief, brief.phrases, Scanner(brief)
        self.words, self.cast = self.phrases.words, Cast(self.scanner)

    def turn_to(self, sentence: Sentence) -> None:
        """Begin with a sentence."""
        self.sentence = self.cast.sentence = sentence
        self.used: set[int] = set()  # nouns that an event has been told with

    def fill(
        self, event: Event, clause: Clause, noun: Item | None, roles: dict[str, str],
        agents: list[Item], objects: list[Item], after: list[Item],
    ) -> None:  # fmt: skip
        """Give an event its parts, its place and the words that tell it."""
        given = [(item, roles.get("object", "")) for item in objects]
        given += [(item, roles.get("agent", "")) for item in agents]
        for thing in (*agents, *objects):
            if thing.noun and thing.noun.frame == "instrument":
                given += [(item, "party") for item in self._parties_of(thing, clause)]
                if event.kind in INSTRUMENTS and thing.kind == "noun" and self.words[thing.last - 1][-1] == "s":
                    texts = self._texts_among(thing)
                    given = [one for one in given if not texts or one[0] is not thing]
                    given += [(item, "instrument") for item in texts]
        outer = self.sentence.clauses[clause.parent].verb
        if clause.opener == "(" and event.kind in INSTRUMENTS and outer and outer.trigger and not agents:
            given += [(item, roles.get("agent", "")) for item in self.sentence.direct(clause.parent)]
        led = after
        if noun:
            given += self._of_noun(event, clause, noun, roles)
            if noun.first < clause.fronted:
                near = self.sentence.inside(noun.last, clause.fronted)
                first = clause.relative or event.kind == "establishment"  # "the embassy in Lima was opened"
                led = [*near, *after] if first else [*after, *near]
        given += self._led(event, led, noun, roles)
        given += [(item, _fronted(item, roles)) for item in clause.before if item.relation]
        event.add(self.cast.parts(given))
        instruments = {part.span: part for part in event.parts if part.role == "instrument"}
        if "with" in roles and event.kind != "establishment" and not _of_forum(noun):
            for item in (*agents, *objects, *led, *((noun,) if noun else ())):
                if item.name and (item is noun or (item.first, item.last) in instruments):
                    event.add(self.cast.parties(item.name, (item.first, item.last), roles["with"]))
        event.about = event.about or next((part.entity for part in instruments.values()), "")
        if event.kind in INSTRUMENTS and not instruments:
            texts = [item for item in clause.before if item.relation == "of" and item.kind == "agreement"]
            event.add(self.cast.parts([(item, "instrument") for item in texts]))  # "the trade part of the Ulvik Treaty"
        if event.kind == "establishment" and (owner := self._owner_alone(clause)):
            event.parts, event.place = [], None
            there = (item for item in clause.before if item.relation == "in")
            event.add(self.cast.parts([(owner, "party"), *((item, "place") for item in there)]))
        self._quote(event, clause)

    def _owner_alone(self, clause: Clause) -> Item | None:
        """Whose it is that a clause does not name again: Peru's in Ottawa having been opened in 1978."""
        owners = (item for item in clause.before if item.owner and self.words[item.last + 1] == "in")
        return next((item for item in owners if self.words[item.last] in POSSESSIVE), None)

    def label(self, event: Event) -> None:
        """Give an event the text whose name labels its line: Tax Convention: signed in 2008; in force since 2010."""
        text = self.cast.label()
        if text is None or event.kind not in _OF_TEXTS or any(part.role == "instrument" for part in event.parts):
            return
        event.add(self.cast.parts([(text, "instrument")]))
        event.about = self.cast.entity(text)
        if text.name:
            event.add(self.cast.parties(text.name, (text.first, text.last), "party"))

    def _parties_of(self, thing: Item, clause: Clause) -> list[Item]:
        """The parties of a text that has no name of its own: the EU's trade agreement with Chile was signed."""
        between = self.sentence.inside(thing.last, clause.fronted)
        owner = self.scanner.possessor(thing.first, self.sentence.first)
        return [*([owner] if owner else []), *(item for item in between if item.relation in ("with", "between"))]

    def _texts_among(self, things: Item) -> list[Item]:
        """The texts that are named as some of those told of: several agreements, among them the Ulvik Treaty."""
        found: list[Item] = []
        for item in self.sentence.inside(things.last, self.sentence.last):
            before = item.first - 1 - (self.words[item.first - 1] in DETERMINERS)
            leads = item.relation in _AMONG if not found else self.words[before] in ("and", ",")
            if leads and item.noun and item.noun.frame == "instrument":
                found.append(item)
        return found

    def _of_noun(self, event: Event, clause: Clause, noun: Item, roles: dict[str, str]) -> list[Role]:
        """What belongs to the noun an event is told with: its owner, the meeting or text that it names."""
        self.used.add(noun.first)
        owned = self.words[noun.first] not in THAT_OF
        owner = self.scanner.possessor(noun.first, self.sentence.first) if owned else None
        if event.kind == "establishment":
            things = (item for item in self.sentence.inside(noun.last, clause.last) if item.kind == "noun")
            thing = next(things, noun) if noun.event else noun  # "the opening of a Peruvian consulate"
            owner = owner or self.scanner.country_of(thing.first)
        found = [(owner, roles.get("'s", ""))] if owner else []
        event.about = self.cast.entity(noun)
        named = self.cast.named_as(noun) if event.kind == "programme" else None
        if named:
            event.about = self.cast.entity(named)
            found.append((named, "instrument"))
        elif noun.noun and (noun.noun.frame == "instrument" or event.kind == noun.kind == "programme"):
            found.append((noun, "instrument"))
        elif event.kind == "establishment" or (noun.kind == "organisation" and not _of_forum(noun)):
            found.append((noun, "other"))
        return found

    def _led(self, event: Event, led: list[Item], noun: Item | None, roles: dict[str, str]) -> list[Role]:
        """What prepositions lead in, up to another event that has parts of its own."""
        found: list[Role] = []
        for item in led:
            further = item.noun is not None and item.noun.kind != event.kind
            other = item is not noun and item.event and (further or self.words[item.first] in THAT_OF)
            if other and item.relation not in ("beside", "at", "during"):
                break
            role = self._role(event, item, roles)
            if role == "beneficiary" and item.relation == "in":
                found.append((item, "place"))
            if role:
                found.append((item, role))
        return found

    def _role(self, event: Event, item: Item, roles: dict[str, str]) -> str:
        """The role of what a preposition leads in, and of some owners and adjectives."""
        if item.kind == "holder" and self.words[item.first - 2] == "by" and self.words[item.first - 3] in ORDINALS:
            return ""  # "a visit, the first by a Peruvian President"
        after, next_word = self.words[item.last], self.words[item.last + 1]
        role = roles.get(item.relation, "") if item.relation else ""
        role = _beside(roles) if item.relation == "alongside" else role
        if item.kind == event.kind == "programme" and role == "beneficiary":
            return "instrument"  # "committed $20 million to the Arica Project"
        if (after == "to" and next_word in JOINING) or (item.owner and next_word in BEING_MEMBER):
            return "candidate" if role == "beneficiary" else role  # "support for Peru to join", "for Peru's accession"
        by = item.owner or (item.relation == "of" and item.kind == "organisation")  # "a country of focus of the OECD"
        if (by and event.kind == "designation") or (after == "-" and next_word in FUNDED):
            return "supporter"  # "a priority of Canada's assistance", "a CIDA-funded project"
        return role if role == "party" or not item.owner else ""

    def _quote(self, event: Event, clause: Clause) -> None:
        """Give an event the words of its clause from the first to the last that tell of it."""
        filled = [part.span for part in event.parts]
        if event.place:
            filled.append(event.place.span)
        told = [span for span in filled if clause.first <= span[0] < clause.last]
        for item in (*clause.before, *clause.after):
            if item.kind in _WITH_TITLES and (item.first, item.last) in filled:
                told.append(item.outer)
            if event.kind in INSTRUMENTS and item.kind == "noun" and not item.relation and not item.event:
                told.append(self.cast.noun_phrase(item))  # "four agreements", named or not
        if event.kind in _TOLD_TO_END:
            end = self._end(clause)
            told.append((end - 1, end - (self.phrases.classes[end - 1] in ".,;:)")))
        event.words = hull(event.words, event.trigger, *told)

    def _end(self, clause: Clause) -> int:
        """Where a clause ends with the infinitive that belongs to it: support for Peru to join the talks."""
        for other in self.sentence.clauses:
            if other.first == clause.last and other.verb and self.words[other.first] == "to":
                return other.last
        return clause.last


def _of_forum(noun: Item | None) -> bool:
    """Is it a forum, which is a meeting and not who meets, nor do the countries in its name: the EU-Peru Forum?"""
    return noun is not None and noun.noun is not None and noun.noun.frame == "forum"


def _fronted(item: Item, roles: dict[str, str]) -> str:
    """The role of what a preposition leads in before the verb: with Ms. Roy, at the invitation of Mr. Kos, in Lima."""
    if item.relation == "alongside":
        return _beside(roles)
    if item.relation == "in":
        return "place" if item.kind == roles.get("in") == "place" else ""
    return roles.get("inviting", "") if item.relation == "inviting" else ""


def _beside(roles: dict[str, str]) -> str:
    """The role of who is named together with those who act; who comes with a guest is a guest."""
    agent = roles.get("agent", "")
    return roles.get("object", "") if agent == "host" else agent
