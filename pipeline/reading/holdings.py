"""Who holds which office: every place of a text that says so, with the words for person, title and body."""

from __future__ import annotations

from dataclasses import dataclass

from .brief import Brief, Chars
from .measures import Span
from .names import Name
from .office_rules import OFFICE_RULES
from .patterns import BOUNDARY, class_of
from .rules import Hit

_DEMONYM, _PLACE, _BODY, _PERSON, _ROLE = map(class_of, ("DEMONYM", "PLACE", "BODY", "PERSON", "ROLE"))
_OF_PLACES = frozenset(("Premier", "Mayor", "Governor", "Lieutenant Governor", "Minister-President", "First Minister"))
_PAST = ("former", "late")
_COUNTERPART = "counterpart"


@dataclass(frozen=True, slots=True)
class Body:
    """Whose office it is: an entity, the words that name it, and the rule where it is concluded from them."""

    entity: str
    words: Chars
    rule: str = ""


@dataclass(slots=True)
class Holding:
    """One place that shows a person in an office; `at` and `first` are the phrases of the person and of the first word.

    `office` is the bare office ("Minister", of a title "Minister of Mines"); `past` marks a former holder. `order` says
    which of two holders of one plural office it is; `like` and `unlike` hold theirs of the same and the other country.
    """

    person: str
    name: Chars
    title: str
    title_words: Chars
    office: str
    words: Chars
    first: int
    at: int
    past: bool
    body: Body | None
    title_rule: str = ""
    order: int = 0
    like: Holding | None = None
    unlike: Holding | None = None


class _Finder:
    """Reads the matches of the office rules in the order of the text."""

    def __init__(self, brief: Brief) -> None:
        self.brief, self.phrases = brief, brief.phrases
        self.found: list[Holding] = []

    def read(self, hit: Hit) -> None:
        title = self._title(hit)
        if title is None:
            return
        text, span, office, body = title
        rule, like, unlike = "", self._superior(hit), None
        if office == _COUNTERPART:
            unlike = self._before(hit.first)
            if unlike is None:
                return
            text, office, rule, like = unlike.title, unlike.office, "office-of-counterpart", None
        elif not text[:1].isupper() and not (body or like or " " in text):
            return  # "the minister, Ann Lee": of what and of whom is not said
        lead = self._word(hit.match.start("lead"))
        bodies = [body, body]
        holders = [hit.match.start(group) for group in ("person", "second") if self._has(hit, group)]
        if not holders:
            holders = self._subject(hit.first)
        elif len(holders) == 2:
            bodies = self._respectively(hit, body)
            if self._word(span[0]) == office.lower() and len(set(bodies)) == 1:
                holders = holders[:1]  # "President Roy and Igor Kos": one office, one holder
        for order, at in enumerate(holders, 1):
            name = self.phrases.names.get(at)
            if name is None or name.kind != "person":
                continue
            first = min(hit.match.start("owner") if body and self._has(hit, "owner") else span[0], at)
            self.found.append(Holding(
                self.brief.resolver.entity_id(name), self._chars(at, at + 1), text, self._chars(*span), office,
                self._chars(first, max(span[1], at + 1)), first, at, lead in _PAST, bodies[order - 1], rule,
                order if len(holders) == 2 else 0, like, unlike,
            ))  # fmt: skip

    def _before(self, at: int) -> Holding | None:
        """The holder named last, in the same sentence or the one before."""
        before = self.found[-1] if self.found else None
        return before if before and self.phrases.classes.count(BOUNDARY, before.at, at) <= 1 else None

    def _superior(self, hit: Hit) -> Holding | None:
        """Whose minister it is: the holder named last, where the words say "his foreign minister"."""
        owned = self._has(hit, "owner") and self._word(hit.match.start("owner")) in ("his", "her")
        return self._before(hit.first) if owned else None

    def _has(self, hit: Hit, group: str) -> bool:
        return group in hit.match.re.groupindex and hit.match.start(group) >= 0

    def _word(self, at: int) -> str:
        """The word of a phrase in small letters; empty where there is none."""
        return self.phrases.words[at] if at >= 0 else ""

    def _chars(self, first: int, last: int) -> Chars:
        return self.brief.chars(self.phrases.tokens(first, last))

    def _text(self, *spans: Span) -> str:
        return " ".join(self.brief.words(self.phrases.tokens(*span)) for span in spans if span[0] < span[1])

    def _title(self, hit: Hit) -> tuple[str, Span, str, Body | None] | None:
        """The title without its body, its phrases, the bare office, and the body as far as the words name it."""
        classes, names = self.phrases.classes, self.phrases.names
        first, last = hit.match.span("title")
        while classes[last - 1] in (_DEMONYM, class_of("REGIONAL")):
            last -= 2  # "Minister of Trade and Canadian …": what follows is another thing
        head = next(at for at in range(first, last) if classes[at] in (class_of("TITLE"), _ROLE))
        office = str(self.brief.tokens.entries[self.phrases.firsts[head]].value)
        if not office:
            return None
        plural = self._text((head, head + 1))
        body: Body | None = None
        end = classes.find("(", head, last) if "(" in classes[head:last] else last
        named = [(at, found) for at in range(head + 1, end) if at in names and (found := self._body_after(at, office))]
        text = ""
        if named:
            at, body = named[0]
            text = self._text((first, at - 1 - (self._word(at - 1) == "the")), (named[-1][0] + 1, last))
        elif self._has(hit, "home"):
            body = self._named(names[hit.match.start("home")], hit.match.start("home"))
        text = text or self._text((first, last))
        if self._has(hit, "owner") and body is None:
            body, included = self._owner(hit.match.start("owner"), hit.match.end("owner"), office)
            if included:
                first = hit.match.start("owner")
                text = self._text((first, first + 1)) + " " + text
        if plural.lower() != office.lower() and text.startswith(plural):
            text = office + text[len(plural) :]
        return text, (first, last), office, body

    def _body_after(self, at: int, office: str) -> Body | None:
        """The body that "of" names after the title: the President of Peru, the Secretary-General of the UN."""
        name = self.phrases.names[at]
        preposition = self._word(at - 1 - (self._word(at - 1) == "the"))
        if preposition == "and" and self.phrases.names.get(at - 2, name).kind == "country" == name.kind:
            preposition = "of"  # the Presidents of Chile and Peru
        if name.form == "demonym" or preposition not in ("of", "for"):
            return None
        if preposition == "for" and (name.kind != "country" or office.startswith("Minister")):
            return None
        return self._named(name, at) if name.kind in ("country", "place") or not self._national(name) else None

    def _named(self, name: Name, at: int) -> Body:
        return Body(self.brief.resolver.entity_id(name), self._chars(at, at + 1))

    def _national(self, name: Name) -> bool:
        """Is it a body of a state, as the Foreign Office or the Senate, whose office is an office of that state?"""
        if name.entity:
            return bool(name.entity.country and not name.entity.iso3166_1)
        return self.brief.tokens.entries[name.first].value == "institution"

    def _owner(self, at: int, end: int, office: str) -> tuple[Body | None, bool]:
        """The body before the title, and whether its name is part of the title ("Foreign Office Minister")."""
        name = self.phrases.names.get(at)
        if name is None:
            return None, False
        if name.kind == "country" or (name.kind == "place" and (end > at + 1 or office in _OF_PLACES)):
            return self._named(name, at), False
        if self.phrases.classes[at] != _BODY or name.kind == "meeting":
            return None, False
        if not self._national(name):
            return self._named(name, at), False
        iso = name.entity.country if name.entity else ""
        country = self.brief.lexicon.country_of_iso.get(iso)
        ours = [side.iso for side in (self.brief.pair.reporter, self.brief.pair.partner) if side]
        body = (
            Body(country.entity_id, self._chars(at, at + 1), "country-of-institution")
            if country and iso in ours
            else None
        )
        return body, end == at + 1

    def _respectively(self, hit: Hit, body: Body | None) -> list[Body | None]:
        """The bodies of two holders: the Presidents of Chile and Peru, Ana Ruiz and Igor Kos."""
        first, last = hit.match.span("title")
        named = [
            self._named(name, at)
            for at in range(first, last)
            if (name := self.phrases.names.get(at)) and name.kind == "country" and name.form != "demonym"
        ]
        return [named[0], named[1]] if len(named) == 2 else [body, body]

    def _subject(self, at: int) -> list[int]:
        """The last person named before in the same sentence."""
        start = self.phrases.classes.rfind(BOUNDARY, 0, at) + 1
        return [self.phrases.classes.rfind(_PERSON, start, at)] if _PERSON in self.phrases.classes[start:at] else []


def find_holdings(brief: Brief) -> list[Holding]:
    """All places that show a person in an office, in the order of the text."""
    finder = _Finder(brief)
    for hit in OFFICE_RULES.hits(brief.phrases.classes):
        finder.read(hit)
    return finder.found
