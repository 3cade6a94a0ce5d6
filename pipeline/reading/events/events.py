"""Events that verbs tell of: what happened, goes on, recurs or is to happen, when, where and with whom."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief import Brief
from ..edtf import interval
from .clauses import Clause, Item, Verb
from .event_parts import Event
from .event_rules import OF_VERBS, ROLES
from .event_series import Series
from .event_words import LABELS
from .frame_rules import FRAMES, LASTING
from .lasting import BY_SCHEMES, GIVING, doers, long_done, scheme_of, since
from .modality import DENIED, OCCURRED, ONGOING, PLANNED, PRESENT, RECURRING, Modality, goes_on, modality, recurrence
from .sentences import ROUNDS, Sentence
from .verb_needs import at_meeting, chosen_for, complete
from .verb_nouns import aim_of_verb, noun_of_verb, objects_of

_ACTIVE = frozenset(
    ("go", "stay", "fall", "become", "date", "follow", "serve", "link", "mission", "bargain")
)  # verbs without a passive
_OF_TEXTS = frozenset(("apply", "approve"))  # verbs that are said of other things as well
_UNDONE = frozenset(("cancel", "happen"))  # verbs that, so denied, leave nothing of what else is told of their noun
# aid once given is a figure, aid "since 1968" goes on
_LASTING_ONLY = frozenset(("aid", "serve", "keep", "link", "mission"))
_OPENING = frozenset(("found", "start", "raise", "end"))  # verbs by which a partnership begins
_TO_WHICH = ["to", "which"]
_ROUNDS_OF = frozenset(("start", "finish", "end"))  # verbs said of "them", the talks told of before
_LIVED = frozenset(("arrangement", "arrangements"))  # texts that go on while they are in operation, as a scheme does
_OF_PARTNERS = {"agent": "party", "with": "party", "between": "party"}
_OF_OBJECTS = {
    "aid": "beneficiary",
    "spend": "beneficiary",
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
        scheme = scheme_of(sentence, at) if trigger.frame in BY_SCHEMES else None
        subject, after = sentence.subject(at), sentence.after(at)
        if not subject and trigger.frame in GIVING:
            owner = self.scanner.country_of(verb.first) or self.scanner.country_of(verb.first - 1)
            subject = doers(sentence, at, owner)
        lasting = scheme is not None or (trigger.frame in LASTING and long_done(sentence, at, subject))
        of_round = self._of_round(verb)
        if trigger.kind in ("", "programme") and not (lasting or of_round or any(item.noun for item in sentence.items)):
            return
        passive = clause.passive and trigger.frame not in _ACTIVE
        if trigger.frame == "date":  # "relations go back to 1975, the year of the first Convention"
            dated = min((there for there, _ in sentence.dated(verb.last, clause.last)), default=0)
            after = sentence.inside(verb.last, dated)
        mode = self.mode(at)
        if mode.status == DENIED or trigger.frame == "cancel":
            nouns = {item.first for item in [*after, *subject] if item.noun}
            if trigger.frame in _UNDONE:
                self.denied.update(dict.fromkeys(nouns, at))
            return
        objects = objects_of(sentence, at, passive, after)
        noun = noun_of_verb(sentence, at, passive, subject, objects) if frame.takes else None
        said = of_round or not frame.takes or (trigger.kind != "" and (trigger.kind != "programme" or lasting))
        if noun is None and not said:
            return
        if noun is None and (aim := aim_of_verb(sentence, trigger, subject, after)):
            self.used.add(aim.first)
            noun = aim if trigger.kind == "meeting" else None  # who came on a visit is who the verb is said of
        noun = noun or scheme
        if not lasting and (trigger.frame in _LASTING_ONLY or not complete(self.words, clause, after)):
            return
        if trigger.frame == "name":
            self.used.update(item.first for item in after if item.noun and item.noun.kind == "designation")
        if trigger.frame == "inaugurate":
            self.used.update(item.first for item in objects if item.kind == "meeting")  # no meeting beside the opening
        event, roles = self._begun(at, noun, subject, after, of_round)
        if lasting and event.kind in ("visit", ""):
            event.kind, roles = "programme", ROLES["programme"] | _SUPPORTING  # "has sent teachers since 1968"
        self._mood(event, mode, clause)
        agents, objects = ([], subject) if passive or (noun and noun in subject) else (subject, objects)
        objects = self.cast.talked_about(event.kind, at) if noun else objects
        self.fill(event, clause, noun, roles, agents, objects, after)
        if clause.opener == "whose":
            event.add(self.cast.parts([(item, roles.get("of", "")) for item in subject]))  # "whose ratification"
        if scheme:
            event.add(self.cast.parts([(scheme, "instrument")]))
        if role := _OF_OBJECTS.get(trigger.frame):
            given = subject if passive and trigger.frame == "aid" else after
            event.add(self.cast.parts([(item, role) for item in given if not item.relation and not item.owner]))
        if trigger.frame == "name" and (task := chosen_for(self.words, clause)):
            tasks = (item for item in sentence.inside(task, sentence.last) if not item.relation)
            event.add(self.cast.parts([(item, "other") for item in tasks][:1]))
        if event.kind == "accession" and self.words[clause.first : clause.first + 2] == _TO_WHICH:
            event.add(self.cast.parts([(item, "other") for item in sentence.antecedent(at)]))
        if trigger.frame == "vote" and (country := self.scanner.country_of(verb.first)):
            event.add(self.cast.parts([(country, "place")]))  # "Peruvians went to the polls"
        if trigger.frame == "join" and event.kind == "accession" and not passive and not event.entities("other"):
            event.add(self.cast.joined(at))
        if trigger.frame == "approve" and any(item.noun and item.noun.kind == "adoption" for item in objects):
            event.kind = "adoption"  # a constitution, which is no treaty to be ratified
        if trigger.frame in _OF_TEXTS and not any(part.role == "instrument" for part in event.parts):
            return  # money is approved as well, and rules apply
        yield from self.each(event, clause, roles)

    def _of_round(self, verb: Verb) -> bool:
        """Is a verb said of "them", the talks told of before?"""
        said = verb.trigger is not None and verb.trigger.frame in _ROUNDS_OF
        return said and self.words[verb.last] == "them" and bool(self.sentence.round_before(verb.first))

    def _begun(
        self, at: int, noun: Item | None, subject: list[Item], after: list[Item], of_round: bool
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
            helping = (
                {"with": "beneficiary"} if noun.noun and noun.noun.frame == "help" else {}
            )  # "cooperation with Peru"
            roles = ROLES[event.kind] | helping | (_OF_PARTNERS if joint else {}) | frame.roles
        elif of_round:  # "Both sides plan to resume them"
            event.kind, event.kind_rule = self.sentence.round_before(verb.first), "kind-of-round-before"
            roles = ROLES[event.kind] | frame.roles
        elif hosting and at_meeting(clause, after):
            event.kind, roles = "meeting", ROLES["meeting"] | {"by": "host"}
        return event, roles

    def _mood(self, event: Event, mode: Modality, clause: Clause) -> None:
        event.status, event.status_words = mode.status, mode.words
        if clause.verb and clause.verb.trigger and clause.verb.trigger.frame == "continue" and mode.status == PRESENT:
            event.status = ONGOING
        if mode.status in (PRESENT, PLANNED, ONGOING) or (event.kind in ROUNDS and since(self.sentence, clause)):
            again = recurrence(self.words, clause.first, clause.last)
            if again:
                event.status, event.status_words = RECURRING, again
