"""Events that verbs tell of: what happened, goes on, recurs or is to happen, when, where and with whom."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief import Brief
from ..edtf import interval
from .clauses import Clause, Item, Verb
from .event_parts import Event
from .event_rules import OF_VERBS, ROLES
from .event_series import Series
from .event_words import HAVE, LABELS, SINGULAR
from .frame_rules import FRAMES, LASTING
from .modality import DENIED, OCCURRED, ONGOING, PLANNED, PRESENT, RECURRING, Modality, goes_on, modality, recurrence
from .sentences import ROUNDS, Sentence
from .verb_needs import at_meeting, chosen_for, complete
from .verb_nouns import aim_of_verb, noun_of_verb

_ACTIVE = frozenset(
    ("go", "stay", "fall", "guest", "become", "date", "follow", "serve", "link", "bargain")
)  # verbs without a passive
_BARE = frozenset(("fall", "assume"))  # verbs without an object
_UNDONE = frozenset(("cancel", "happen"))  # verbs that, so denied, leave nothing of what else is told of their noun
_LASTING_ONLY = frozenset(("aid", "serve", "keep", "link"))  # aid once given is a figure, aid "since 1968" goes on
_OPENING = frozenset(("found", "start", "raise", "end"))  # verbs by which a partnership begins
_BODIES = frozenset(("country", "organisation", "programme", "pronoun"))
_ROUNDS_OF = frozenset(("start", "finish", "end"))  # verbs said of "them", the talks told of before
_LIVED = frozenset(("arrangement", "arrangements"))  # texts that go on while they are in operation, as a scheme does
_UNDER = frozenset(("under", "through", "via"))  # what leads in the programme by which something is done
_OF_PARTNERS = {"agent": "party", "with": "party", "between": "party"}
_OF_OBJECTS = {
    "aid": "beneficiary",
    "gather": "attendee",
    "plan": "place",
    "stay": "place",
}  # frames of verbs that have an object beside their noun
_SUPPORTING = {"agent": "supporter"}
_PEOPLE = frozenset(("person", "persons", "pronoun"))


class Teller(Series):
    """Tells the events of one sentence at a time; `today` is the last day that the page may have been written on."""

    def __init__(self, brief: Brief) -> None:
        super().__init__(brief)
        self.today = interval(brief.calendar.page)[1] if brief.calendar.page else ""

    def turn_to(self, sentence: Sentence) -> None:
        """Begin with a sentence."""
        super().turn_to(sentence)
        self.denied: dict[int, int] = {}  # nouns of what did not take place, with the clause that says so
        self._modes: dict[int, Modality] = {}  # by clause

    def mode(self, at: int) -> Modality:
        """The modality of a clause; that of a gerund is that of the clause it depends on."""
        mode = self._modes.get(at)
        if mode is None:
            clause = self.sentence.clauses[at]
            mode = modality(self.words, clause)
            if clause.verb and clause.verb.form == "ing" and clause.parent >= 0 and mode.status == OCCURRED:
                outer = self.mode(clause.parent)
                mode = outer if outer.status in (PLANNED, DENIED) else mode
            elif mode.status == DENIED and goes_on(self.words, clause) and self.mode(clause.parent).status == PLANNED:
                mode = self.mode(clause.parent)
            self._modes[at] = mode
        return mode

    def by_verb(self, at: int) -> Iterator[Event]:
        """The events that the verb of a clause tells of."""
        clause, sentence = self.sentence.clauses[at], self.sentence
        verb = clause.verb
        if verb is None or verb.trigger is None:
            return
        if self.words[verb.last] == ":" and self.words[verb.first - 1] in LABELS:
            return  # "Agreements in force: Ulvik Treaty (2010)": a label, and the year may be that of signature
        trigger, frame = verb.trigger, FRAMES[verb.trigger.frame]
        lasting = trigger.frame in LASTING and self._lasts(at)
        of_round = self._of_round(verb)
        told = lasting or of_round or any(item.noun for item in sentence.items)
        if trigger.kind in ("", "programme") and not told:
            return
        passive = clause.passive and trigger.frame not in _ACTIVE
        subject, after = sentence.subject(at), sentence.after(at)
        if trigger.frame == "date":  # "relations go back to 1975, the year of the first Convention"
            after = sentence.inside(
                verb.last, min((there for there, _ in sentence.dated(verb.last, clause.last)), default=0)
            )
        mode = self.mode(at)
        if mode.status == DENIED or trigger.frame == "cancel":
            nouns = {item.first for item in [*after, *subject] if item.noun}
            self.used |= nouns
            if trigger.frame in _UNDONE:
                self.denied.update(dict.fromkeys(nouns, at))
            return
        objects = [item for item in after if not item.relation and trigger.frame not in _BARE]
        if not passive and not objects and sentence.of_object(at):
            objects = sentence.antecedent(at)  # "which the Senate ratified"
        noun = noun_of_verb(sentence, at, passive, subject, objects) if frame.takes else None
        if (
            noun is None
            and not of_round
            and frame.takes
            and (trigger.kind == "" or (trigger.kind == "programme" and not lasting))
        ):
            return
        if noun is None and (aim := aim_of_verb(sentence, trigger, subject, after)):
            self.used.add(aim.first)
            noun = aim if trigger.kind == "meeting" else None  # who came on a visit is who the verb is said of
        if noun is None and lasting:
            under = [item for item in (*clause.before, *after) if item.relation in _UNDER]
            noun = next((item for item in (*subject[-1:], *under) if item.kind == "programme"), None)
        if not lasting and (trigger.frame in _LASTING_ONLY or not complete(self.words, clause, after)):
            return
        if trigger.frame == "name":
            self.used.update(item.first for item in after if item.noun and item.noun.kind == "designation")
        if trigger.frame == "inaugurate":
            self.used.update(item.first for item in objects if item.kind == "meeting")  # no meeting beside the opening
        event, roles = self._begun(at, noun, subject, after)
        if lasting and event.kind == "visit":
            event.kind, roles = "programme", ROLES["programme"] | _SUPPORTING  # "has sent teachers since 1968"
        self._mood(event, mode, clause)
        agents, objects = ([], subject) if passive or (noun and noun in subject) else (subject, objects)
        objects = self.cast.talked_about(event.kind, at) if noun else objects
        self.fill(event, clause, noun, roles, agents, objects, after)
        if noun and clause.opener == "whose" and noun in clause.before:
            event.add(self.cast.parts([(item, roles.get("of", "")) for item in subject]))  # "whose ratification"
        if role := _OF_OBJECTS.get(trigger.frame):
            event.add(self.cast.parts([(item, role) for item in after if not item.relation and not item.owner]))
        if trigger.frame == "name" and (task := chosen_for(self.words, clause)):
            tasks = (item for item in sentence.inside(task, sentence.last) if not item.relation)
            event.add(self.cast.parts([(item, "other") for item in tasks][:1]))
        if trigger.frame == "approve" and not any(part.role == "instrument" for part in event.parts):
            return  # money is approved as well
        yield from self.each(event, clause, roles)

    def _of_round(self, verb: Verb) -> bool:
        """Is a verb said of "them", the talks told of before?"""
        talks = self.words[verb.last] == "them" and bool(self.sentence.round_before(verb.first))
        return talks and verb.trigger is not None and verb.trigger.frame in _ROUNDS_OF

    def _lasts(self, at: int) -> bool:
        """Does a country or body do something since a date: has trained judges since 2010?"""
        clause, subject = self.sentence.clauses[at], self.sentence.subject(at)
        assert clause.verb
        if HAVE.isdisjoint(self.words[clause.verb.first : clause.verb.last]) or not self._since(clause):
            return False
        if any(item.kind == "programme" and item.relation in _UNDER for item in (*clause.before, *clause.after)):
            return True  # "have been trained under the Ulvik Programme"
        return any(item.kind in _BODIES and self.words[item.first] not in SINGULAR for item in subject)

    def _since(self, clause: Clause) -> bool:
        """Does a clause say since when?"""
        return any(when.date[-3:] == "/.." for _, when in self.sentence.dated(clause.first, clause.last))

    def _begun(
        self, at: int, noun: Item | None, subject: list[Item], after: list[Item]
    ) -> tuple[Event, dict[str, str]]:
        """An event with its kind and what gives it, and the roles that the items of its clause can have."""
        clause = self.sentence.clauses[at]
        verb = clause.verb
        assert verb and verb.trigger
        frame = FRAMES[verb.trigger.frame]
        event = Event(verb.trigger.kind, (verb.at, verb.last), (verb.first, verb.last), at, by_verb=True)
        event.again, event.aside = "again" in self.words[clause.first : clause.last], clause.relative
        roles = OF_VERBS.get(event.kind, {}) | frame.roles
        hosting = verb.trigger.frame == "host"
        if noun:
            event.kind = self.sentence.kind_of(noun)
            if self.words[noun.first] == "talks" and any(item.kind in _PEOPLE for item in subject):
                event.kind = "meeting"
            event.trigger, event.noun = (noun.first, noun.last), noun.first
            event.kind_rule = "kind-of-round-before" if noun.noun and noun.noun.frame == "round" else ""
            founded = verb.trigger.frame == "found" and (noun.name or event.kind == "consultation")
            joint = noun.noun is not None and noun.noun.frame == "partnership"
            if verb.trigger.frame == "operate" and event.kind == "negotiation":  # "a treaty, in operation since 2017"
                event.kind = "programme" if self.words[noun.last - 1] in _LIVED else "entry_into_force"
            if verb.trigger.frame == "inaugurate" and noun.name and event.kind == "establishment":
                event.kind = "inauguration"  # a place that is ready, not the opening of a mission
            if founded or (joint and verb.trigger.frame in _OPENING):
                event.kind = "establishment"
            roles = (
                ROLES[event.kind] | (_OF_PARTNERS if joint else {}) | frame.roles | ({"object": ""} if hosting else {})
            )
        elif not event.kind:  # "Both sides plan to resume them"
            event.kind, event.kind_rule = self.sentence.round_before(verb.first), "kind-of-round-before"
            roles = ROLES[event.kind] | frame.roles
        elif hosting and at_meeting(clause, after):
            event.kind, roles = "meeting", ROLES["meeting"] | {"agent": "host", "by": "host", "of": ""}
        return event, roles

    def _mood(self, event: Event, mode: Modality, clause: Clause) -> None:
        event.status, event.status_words = mode.status, mode.words
        if clause.verb and clause.verb.trigger and clause.verb.trigger.frame == "continue" and mode.status == PRESENT:
            event.status = ONGOING
        if mode.status in (PRESENT, PLANNED, ONGOING) or (event.kind in ROUNDS and self._since(clause)):
            again = recurrence(self.words, clause.first, clause.last)
            if again:
                event.status, event.status_words = RECURRING, again
