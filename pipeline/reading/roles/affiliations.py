"""Who belongs to what, and as what: every place of a text that says so, with the words for each part."""

from __future__ import annotations

from dataclasses import dataclass

from ..brief import Brief, Chars
from ..measures import Span
from ..patterns import BOUNDARY, class_of
from ..rules import Hit
from .bodies import Bodies, Named
from .little_words import AFTER_A_BODY, ENDED, NO_MEMBER
from .membership_dates import MembershipDates
from .membership_roles import ROLE_OF_VERB, ROLE_OF_WORD, captures, role_of, role_words
from .membership_rules import RELATIVE_RULES, ROLE_RULES
from .parties import Party, Subject
from .role_holders import RoleHolders

_BODY_DESCRIBES = ("body-role", "candidate-for-body", "body-led-by")
_TITLE = class_of("TITLE")
_LABELS = ("role-label", "role-in-list-below")  # of the country that the page is about, where they name none
_SITTINGS = frozenset(("meeting", "meetings", "session", "round", "summit", "conference", "edition", "forum"))
_OF_SITTING = frozenset(("of", "the", "'s"))  # between these and the body
_ENTERING = ("joined", "one-of", "elected-to")
_AS = 4  # words after "joined … as" among which the role stands
_LEFT = 4  # words before a body among which one may say that one has left it
_TOGETHER = 2  # countries that launch a body of which they are to be members
_LISTING = frozenset(("the", "and", ","))
_CAN_BE_JOINED = ("member", "participant", "associate", "observer")


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
        self.bodies, self.dates = Bodies(brief, self.subjects), MembershipDates(brief)
        self.words = brief.phrases.words

    def read(self, hit: Hit) -> list[Affiliation]:
        bodies = self._bodies(hit)
        if not bodies:
            return []
        below = hit.rule.name == "role-in-list-below"
        after = hit.last if below else max(named.end for named in bodies)
        role = self._joined_as(hit) or role_words(hit)
        if _TITLE in self.phrases.classes[slice(*role)] and "chair" not in self.words[slice(*role)]:
            return []  # a President of the Council is a person
        subject = self._subject(hit, role, after)
        if subject is None or subject.denied or (hit.rule.name == "launched" and len(subject.parties) < _TOGETHER):
            return []
        self.subjects.last, self.subjects.reached = subject, max(after, role[1])
        name, rule = role_of(hit, self.words[role[0] : role[1]])
        if subject.planned and name in _CAN_BE_JOINED:
            name, rule = "candidate", "who-is-to-join"
        if "co" in self.words[role[0] : role[1]] and self.words[after] == "with":
            subject = subject._replace(
                parties=subject.parties + self.subjects.named(after + 1, self._last_of(after + 1))
            )
        found = []
        for who, (body, end, date, temporary, talks, own) in self._apart(hit, subject, bodies, after):
            as_what, why = (self._in_brackets(own), "") if own else (name, rule)
            if not as_what:
                continue  # "(non-member)"
            if talks and name not in (*_CAN_BE_JOINED, "supporter"):
                continue  # who hosts or leads talks about an agreement is nothing to the agreement
            joins = talks or (temporary and hit.rule.name in _ENTERING)
            as_what = "participant" if joins and as_what == "member" else as_what
            if name == "candidate" and rule:
                date = None  # the date is that of joining, not of being a candidate
            elif date is None:
                ends = (hit.last,) if hit.rule.name == "body-where" else (end, after, hit.last, role[1])
                date = self.dates.of(ends, subject)
            phrases = [subject.first, hit.first, role[1] - 1, after - 1, *([] if date is None else [date])]
            start, stop = self.subjects.chars(min(phrases), max(phrases) + 1)
            for party in who.parties:
                if party.entity not in (body.entity, self._home(body)):
                    quote = min(start, party.words[0]), max(stop, party.words[1])
                    words = self.subjects.chars(*(own or role))
                    found.append(Affiliation(party, body, as_what, words, why, date, quote, min(phrases)))
        return found

    def _in_brackets(self, role: Span) -> str:
        """The role that words in brackets behind a body say, none for "former member"."""
        words = self.words[slice(*role)]
        known = [ROLE_OF_WORD[word] for word in words if word in ROLE_OF_WORD]
        return known[0] if known and NO_MEMBER.isdisjoint(words) else ""

    def _last_of(self, at: int) -> int:
        """Where the list of countries that begins at a phrase ends: with Germany and the Netherlands."""
        end = at
        while self.subjects.country(at) or self.words[at] in _LISTING:
            at += 1
            end = at if self.subjects.country(at - 1) else end
        return end

    def _apart(self, hit: Hit, subject: Subject, bodies: list[Named], after: int) -> list[tuple[Subject, Named]]:
        """Who is said to be in which body, each with its own date where "respectively" shares dates out."""
        if captures(hit, "members"):
            return self._in_turn(hit, subject, bodies)
        dates = self.dates.respectively(after)
        if dates and len(dates) == len(bodies):
            bodies = [body._replace(date=date) for body, date in zip(bodies, dates, strict=True)]
        elif len(bodies) == 1 and dates and len(dates) == len(subject.parties):
            ones = zip(subject.parties, dates, strict=True)
            return [(subject._replace(parties=(party,)), bodies[0]._replace(date=date)) for party, date in ones]
        return [(subject, body) for body in bodies]

    def _in_turn(self, hit: Hit, subject: Subject, bodies: list[Named]) -> list[tuple[Subject, Named]]:
        """Who led a body, each with the date behind them: chaired by Chile in 2014 and by Peru in 2015."""
        places = [at for at in range(*hit.match.span("members")) if self.subjects.country(at)]
        dates = [self.dates.of((at + 1,), subject) for at in places]
        if all(date is None for date in dates[:-1]):
            dates = dates[-1:] * len(places)  # "by Chile and Peru in 2015"
        ones = zip(subject.parties, dates, strict=True)
        return [(subject._replace(parties=(one,)), body._replace(date=date)) for one, date in ones for body in bodies]

    def _home(self, body: Party) -> str:
        """The country that a body is of; none can be a member of its own ministry."""
        entity = self.brief.lexicon.entities.get(body.entity)
        country = self.brief.lexicon.country_of_iso.get(entity.country) if entity else None
        return country.entity_id if country else ""

    def _joined_as(self, hit: Hit) -> Span | None:
        """The words after "joined the Alliance as" that say as what, in place of the verb's."""
        at = hit.last
        if self.words[at] != "as" or not (hit.rule.name in ROLE_OF_VERB or captures(hit, "verb")):
            return None
        near = enumerate(self.words[at + 1 : at + _AS], at + 2)
        return next(((at, after) for after, word in near if word in ROLE_OF_WORD), None)

    def _bodies(self, hit: Hit) -> list[Named]:
        if hit.rule.name == "role-in-list-below":
            return self.bodies.below(hit.last)
        if self._misread(hit):
            return []
        if captures(hit, "before"):
            return self.bodies.before(hit.first, hit.match.span("before"))
        found = self.bodies.listed(hit.match.span("list"), hit.rule.name in _BODY_DESCRIBES)
        if hit.rule.name == "launched":
            return [
                named for named in found if not named.temporary and named.party.entity in self.brief.lexicon.entities
            ]
        return found

    def _misread(self, hit: Hit) -> bool:
        """Do the words around a match say something else than its rule?"""
        before, after = self.words[max(hit.first - _LEFT, 0) : hit.first], self.words[hit.last]
        if hit.rule.name == "besides":  # "members of the OAS as well as APEC, and Peru is an observer to it"
            return self.phrases.classes[hit.first - 1 : hit.first] not in ("", BOUNDARY)
        if hit.rule.name == "body-which":  # "withdrew from the OAS, which it had joined"
            return any(word.startswith(ENDED) for word in before)
        if hit.rule.name == "body-led-by":  # "the next meeting of the OAS will be hosted by Peru"
            return not _SITTINGS.isdisjoint(before) and before[-1] in _OF_SITTING
        if hit.rule.name == "body-on-which":  # "the UN, where Peru served notice"
            return after.isalpha() and after != "as" and after not in AFTER_A_BODY
        return False

    def _subject(self, hit: Hit, role: Span, after: int) -> Subject | None:
        name = hit.rule.name
        for group in ("supported", "members"):
            if captures(hit, group):
                denied = bool(NO_MEMBER.intersection(self.words[max(hit.first - 3, 0) : hit.first]))
                first, last = hit.match.span(group)
                return Subject(self.subjects.named(first, last), first, denied=denied)
        if name == "one-of" and self.words[role[0]] not in ("one", "part"):
            return None  # Brazil and Chile are two of the …
        if name in ROLE_OF_VERB:
            return self.subjects.of_verb(hit.first)
        if captures(hit, "verb"):
            return self.subjects.of_verb(hit.match.start("verb"))
        where = [at for at in range(hit.first, hit.last) if self.words[at] in ("which", "where")]
        floor = where[0] if name == "body-where" else 0
        found = self.subjects.of_role(hit.first if name == "body-role" else role[0], floor, after)
        return found or (self.subjects.of_label(role) if name in _LABELS else None)


def find_affiliations(brief: Brief) -> list[Affiliation]:
    """All places that say who belongs to what, in the order of the text."""
    finder, classes = _Finder(brief), brief.phrases.classes
    hits = sorted([*ROLE_RULES.hits(classes), *RELATIVE_RULES.hits(classes)], key=lambda hit: hit.first)
    return [affiliation for hit in hits for affiliation in finder.read(hit)]
