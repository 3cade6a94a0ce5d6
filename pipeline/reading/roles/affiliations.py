"""Who belongs to what, and as what: every place of a text that says so, with the words for each part."""

from __future__ import annotations

from dataclasses import dataclass

from ..brief import Brief, Chars
from ..measures import Span
from ..patterns import BOUNDARY, class_of
from ..rules import Hit
from .bodies import Bodies, Named
from .clause_holders import ClauseHolders
from .line_rules import line_hits, of_line
from .little_words import FORMED, JOINT, NO_MEMBER, OPENING_A_TIME
from .member_rules import MEMBER_RULES
from .membership_dates import MembershipDates
from .membership_roles import ROLE_OF_VERB, ROLE_OF_WORD, captures, role_of, role_words
from .membership_rules import RELATIVE_RULES, ROLE_RULES
from .parties import Party, Subject

_TITLE = class_of("TITLE")
_LABELS = ("role-label", "role-in-list-below")  # of the country that the page is about, where they name none
_ENTERING = ("joined", "one-of", "elected-to")
_AS = 4  # words after "joined … as" among which the role stands
_HELPING = frozenset(("helped", "helps", "helping"))  # in forming a body with others, unnamed
_TOGETHER = 2  # countries that form a body of which they are to be members
_OF_BODIES = frozenset(rule.name for rule in MEMBER_RULES.rules)
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
        self.brief, self.phrases, self.subjects = brief, brief.phrases, ClauseHolders(brief)
        self.bodies, self.dates = Bodies(brief, self.subjects), MembershipDates(brief)
        self.words = brief.phrases.words

    def read(self, hit: Hit) -> list[Affiliation]:
        bodies = self.bodies.of(hit)
        if not bodies:
            return []
        below = hit.rule.name == "role-in-list-below" or of_line(hit)
        after = hit.last if below else max(named.end for named in bodies)
        role = self._joined_as(hit) or role_words(hit)
        if (
            captures(hit, "role")
            and _TITLE in self.phrases.classes[slice(*role)]
            and "chair" not in self.words[slice(*role)]
        ):
            return []  # a President of the Council is a person
        subject = self._subject(hit, role, after)
        if subject is None or subject.denied:
            return []
        self.subjects.last, self.subjects.reached = subject, max(after, role[1])
        name, rule = role_of(hit, self.words[role[0] : role[1]])
        if subject.planned and name in _CAN_BE_JOINED:
            name, rule = "candidate", "who-is-to-join"
        more: tuple[Party, ...] = ()
        beyond = after
        if not captures(hit, "members"):
            joint = not JOINT.isdisjoint(self.words[slice(*role)])
            more, beyond = self.subjects.companions(hit, max(after, hit.last), joint)
            subject = subject._replace(parties=subject.parties + more)
        one_of = self.words[hit.first - 1] in ("that", "which")  # one of the countries that form it
        said = self.words[slice(*role)]
        alone = not FORMED.isdisjoint(said) and _HELPING.isdisjoint(said) and len(subject.parties) < _TOGETHER
        if alone and not one_of:
            return []
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
                ends = (hit.last,) if hit.rule.name == "body-where" else (end, after, hit.last, beyond, role[1])
                date = self.dates.of(ends, subject)
            own_date = self.dates.of((beyond,), subject) if more and date not in (None, beyond, beyond + 1) else None
            phrases = [subject.first, hit.first, role[1] - 1, after - 1, *([] if date is None else [date])]
            start, stop = self.subjects.chars(min(phrases), max(phrases) + 1)
            for party in who.parties:
                if party.entity not in (body.entity, self._home(body)):
                    quote = min(start, party.words[0]), max(stop, party.words[1])
                    words = self.subjects.chars(*(own or role))
                    when = own_date if own_date is not None and party in more else date
                    found.append(Affiliation(party, body, as_what, words, why, when, quote, min(phrases)))
        return found

    def _in_brackets(self, role: Span) -> str:
        """The role that words in brackets behind a body say, none for "former member"."""
        words = self.words[slice(*role)]
        known = [ROLE_OF_WORD[word] for word in words if word in ROLE_OF_WORD]
        return known[0] if known and NO_MEMBER.isdisjoint(words) else ""

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
        dates = [self.dates.of((at + 1, *([hit.last] if at == places[-1] else [])), subject) for at in places]
        if not places:
            return [(subject, body) for body in bodies]
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

    def _subject(self, hit: Hit, role: Span, after: int) -> Subject | None:
        name = hit.rule.name
        for group in ("supported", "members", "entered"):
            if captures(hit, group):
                denied = bool(NO_MEMBER.intersection(self.words[max(hit.first - 3, 0) : hit.first]))
                first, last = hit.match.span(group)
                parties = self.subjects.named(first, last)
                found = Subject(parties, first) if parties else self.subjects.ending(last, anywhere=True)
                if found is None or (name in _OF_BODIES and self.words[hit.last] in ("'s", "'")):
                    return None  # the OAS granted Peru's …
                opens = hit.first - (self.words[hit.first - 1] == "the") if name in _OF_BODIES else first
                return found._replace(first=opens, denied=denied)
        if of_line(hit):
            return self.subjects.in_line(role)
        if name == "since-entering":
            return self.subjects.after(after, anywhere=False) or self.subjects.of_sentence(hit.first)
        if name == "one-of" and self.words[role[0]] not in ("one", "part"):
            return None  # Brazil and Chile are two of the …
        if name in ROLE_OF_VERB:
            opening = self.words[hit.first - 1] in OPENING_A_TIME and self.phrases.classes[
                hit.first - 2 : hit.first - 1
            ] in ("", BOUNDARY)
            return self.subjects.after(after, anywhere=False) if opening else self._of_verb(hit.first, role, after)
        if captures(hit, "verb"):
            return self._of_verb(hit.match.start("verb"), role, after)
        where = [at for at in range(hit.first, hit.last) if self.words[at] in ("which", "where")]
        floor = where[0] if name == "body-where" else 0
        found = self.subjects.of_role(hit.first if name == "body-role" else role[0], floor, after)
        if found is None and name in _LABELS:
            return self.subjects.of_label(role)
        return found or self.subjects.of_clause(role, after)

    def _of_verb(self, at: int, role: Span, after: int) -> Subject | None:
        """The subject of a verb, beside it or elsewhere in its clause."""
        subjects = self.subjects
        return subjects.of_verb(at) or subjects.of_verb_apart(at) or subjects.of_clause(role, after)


def find_affiliations(brief: Brief) -> list[Affiliation]:
    """All places that say who belongs to what, in the order of the text."""
    finder, classes = _Finder(brief), brief.phrases.classes
    hits = [*ROLE_RULES.hits(classes), *RELATIVE_RULES.hits(classes), *MEMBER_RULES.hits(classes), *line_hits(brief)]
    return [found for hit in sorted(hits, key=lambda hit: hit.first) for found in finder.read(hit)]
