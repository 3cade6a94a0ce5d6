"""Who belongs to what, and as what: every place of a text that says so, with the words for each part."""

from __future__ import annotations

from dataclasses import dataclass

from ..brief import Brief, Chars
from ..measures import Span
from ..patterns import BOUNDARY, class_of
from ..rules import Hit
from .bodies import Bodies, Named
from .little_words import NO_MEMBER, PREPOSITIONS
from .membership_rules import RELATIVE_RULES, ROLE_RULES
from .parties import Party, Subject
from .role_holders import RoleHolders

# The role that the words of a role say, the first of them that stands here; any other is a member's.
_WORDS_OF_ROLE = {
    "associate": "associate associated associates",
    "observer": "observer observers",
    "candidate": "candidate candidates",
    "dialogue_partner": "dialogue",
    "depositary": "depositary depository",
    "supporter": "supporter supporters",
    "host": "host hosts home seat",
    "participant": "participating participant participants party parties contracting signatory signatories",
    "chair": "chair chairs chairmanship presidency",
}
_ROLE_OF_WORD = {word: role for role, words in _WORDS_OF_ROLE.items() for word in words.split()}
_ROLE_OF_VERB = {
    "belongs-to": "member",
    "takes-part-in": "participant",
    "joined": "member",
    "founded": "member",
    "chairs": "chair",
    "hosts": "host",
    "seeks-to-join": "candidate",
}
_LED = {"chaired": "chair", "hosted": "host", "founded": "member"}
_CONCLUDED = {
    "founded": "founders-are-members",
    "support-to-join": "who-is-supported-to-join",
    "seeks-to-join": "who-seeks-to-join",
}
_BODY_DESCRIBES = ("body-role", "candidate-for-body", "body-led-by")
_CAN_BE_JOINED = ("member", "participant", "associate", "observer")
_PLACES = frozenset(map(class_of, ("PLACE", "COUNTRY")))
_LONGEST_ASIDE = 14


@dataclass(frozen=True, slots=True)
class Affiliation:
    """What a country is to a body at one place: each with its words, and with a rule where it is concluded.

    `date` is a phrase; `first` is the first phrase of the quote, which `words` delimit.
    """

    member: Party
    body: Party
    role: str
    role_words: Chars
    role_rule: str
    date: int | None
    words: Chars
    first: int


class _Finder:
    """Reads the matches of the membership rules in one brief."""

    def __init__(self, brief: Brief) -> None:
        self.brief, self.phrases, self.subjects = brief, brief.phrases, RoleHolders(brief)
        self.bodies = Bodies(brief, self.subjects)
        self.words, self.classes = self.subjects.words, brief.phrases.classes

    def read(self, hit: Hit) -> list[Affiliation]:
        bodies = self._bodies(hit)
        if not bodies:
            return []
        below = hit.rule.name == "role-in-list-below"
        after = hit.last if below else max(named.end for named in bodies)
        role = self._role_words(hit)
        subject = self._subject(hit, role, after)
        if subject is None or subject.denied:
            return []
        self.subjects.last, self.subjects.reached = subject, max(after, role[1])
        name, rule = self._role(hit, role)
        if subject.planned and name in _CAN_BE_JOINED:
            name, rule = "candidate", "who-is-to-join"
        if "co" in self.words[role[0] : role[1]] and self.words[after] == "with":
            subject = subject._replace(parties=subject.parties + self.subjects.named(after + 1, after + 2))
        found = []
        for body, end, date in bodies:
            if name == "candidate" and rule:
                date = None  # the date is that of joining, not of being a candidate
            elif date is None:
                date = self._date((hit.last,) if hit.rule.name == "body-where" else (end, after, hit.last), subject)
            phrases = [subject.first, hit.first, role[1] - 1, after - 1, *([] if date is None else [date])]
            start, stop = self.subjects.chars(min(phrases), max(phrases) + 1)
            for party in subject.parties:
                if party.entity not in (body.entity, self._home(body)):
                    quote = min(start, party.words[0]), max(stop, party.words[1])
                    words = self.subjects.chars(*role)
                    found.append(Affiliation(party, body, name, words, rule, date, quote, min(phrases)))
        return found

    def _home(self, body: Party) -> str:
        """The country that a body is of; none can be a member of its own ministry."""
        entity = self.brief.lexicon.entities.get(body.entity)
        country = self.brief.lexicon.country_of_iso.get(entity.country) if entity else None
        return country.entity_id if country else ""

    def _bodies(self, hit: Hit) -> list[Named]:
        if hit.rule.name == "role-in-list-below":
            return self.bodies.below(hit.last)
        if _has(hit, "talks"):
            return self.bodies.before(hit.first, hit.last)
        return self.bodies.listed(hit.match.span("list"), hit.rule.name in _BODY_DESCRIBES)

    def _role_words(self, hit: Hit) -> Span:
        """The words that say the role: those of `role` or of the verb."""
        group = next((group for group in ("role", "verb") if _has(hit, group)), "")
        if group:
            return hit.match.span(group)
        return hit.first, min(hit.match.start(group) for group in ("list", "supported") if _has(hit, group))

    def _role(self, hit: Hit, role: Span) -> tuple[str, str]:
        name = hit.rule.name
        if name == "body-led-by":
            return _LED[self.words[role[0]]], ""
        if name in ("candidate-for-body", "support-to-join"):
            return "candidate", _CONCLUDED.get(name, "")
        if name in _ROLE_OF_VERB:
            return _ROLE_OF_VERB[name], _CONCLUDED.get(name, "")
        known = [_ROLE_OF_WORD[word] for word in self.words[role[0] : role[1]] if word in _ROLE_OF_WORD]
        return known[0] if known else "member", ""

    def _subject(self, hit: Hit, role: Span, after: int) -> Subject | None:
        name = hit.rule.name
        for group in ("supported", "members"):
            if _has(hit, group):
                denied = bool(NO_MEMBER.intersection(self.words[max(hit.first - 3, 0) : hit.first]))
                first, last = hit.match.span(group)
                return Subject(self.subjects.named(first, last), first, denied=denied)
        if name in _ROLE_OF_VERB:
            return self.subjects.of_verb(hit.first)
        where = [at for at in range(hit.first, hit.last) if self.words[at] in ("which", "where")]
        floor = where[0] if name == "body-where" else 0
        return self.subjects.of_role(hit.first if name == "body-role" else role[0], floor, after)

    def _date(self, ends: tuple[int, ...], subject: Subject) -> int | None:
        """When it was so: a date after body, list or role, among the verb's words, or before the subject."""
        for end in ends:
            found = self._date_after(end)
            if found is not None:
                return found
        if subject.date is not None:
            return subject.date
        opening = subject.first - 1 - (self.words[subject.first - 1] == ",")
        if opening in self.phrases.dates:
            before = opening - 1 - (self.words[opening - 1] in ("in", "on", "during"))
            return opening if before < 0 or self.classes[before] in (BOUNDARY, ";") else None
        return None

    def _date_after(self, at: int) -> int | None:
        if self.words[at] in ("-", ",") and self.words[at + 1] in (*PREPOSITIONS, "which", "where"):
            aside = self.words[at + 1 : at + _LONGEST_ASIDE]
            if self.words[at] in aside:
                at += aside.index(self.words[at]) + 2  # an observer to it – of which Peru is a member – since 2012
        while self.words[at] in ("in", "from", ",") and self.classes[at + 1] in _PLACES:
            at += 2  # hosted the Summit in Lima, Peru, in 2010
        at += self.words[at] in ("in", "on", "from", "for", "during", "(")
        return at if at in self.phrases.dates else None


def _has(hit: Hit, group: str) -> bool:
    return group in hit.match.re.groupindex and hit.match.start(group) >= 0


def find_affiliations(brief: Brief) -> list[Affiliation]:
    """All places that say who belongs to what, in the order of the text."""
    finder, classes = _Finder(brief), brief.phrases.classes
    hits = sorted([*ROLE_RULES.hits(classes), *RELATIVE_RULES.hits(classes)], key=lambda hit: hit.first)
    return [affiliation for hit in hits for affiliation in finder.read(hit)]
