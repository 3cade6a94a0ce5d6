"""Who holds which office: every place of a text that says so, with the words for person, title and body."""

from __future__ import annotations

from dataclasses import dataclass

from ..brief import Brief, Chars
from ..measures import Span
from ..patterns import BOUNDARY, class_of
from ..rules import Hit
from .little_words import COUPLING, SUCCEEDING, words
from .office_owners import Body, Owners
from .office_rules import OFFICES

_REGIONAL, _PERSON = map(class_of, ("REGIONAL", "PERSON"))
_LABELS = ("office-label", "offices-label", "label-of-label")
_PAST = ("former", "late")
_COUNTERPART = "counterpart"
# Offices whose holder has no second one named beside it: "the President and Minister of Trade Ann Lee" are two.
_ALONE = words("Ambassador Emir Emperor King Minister President Queen Senator Speaker Sultan")
_MINISTERS = ("Prime Minister", "Foreign Minister")  # nor bare ones beside another bare one

_STYLES = ("Ambassador", "Senator")  # which also stand before the name of one whose office is told before a comma

# A title without its body, its phrases, the bare office, and the body as far as the words name it.
Title = tuple[str, Span, str, Body | None]


@dataclass(slots=True)
class Holding:
    """One place that shows a person in an office; `at` and `first` are the phrases of the person and of the first word.

    `office` is the bare office ("Minister", of a title "Minister of Mines"); `past` marks a former holder. `order` says
    which of two holders of one plural office it is; `like` and `unlike` hold theirs of the same and the other country;
    `label` is an office that stands as a label before its holder.
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
    label: bool = False


class _Finder:
    """Reads the matches of the office rules in the order of the text."""

    def __init__(self, brief: Brief) -> None:
        self.brief, self.phrases = brief, brief.phrases
        self.owners = Owners(brief)
        self.found: list[Holding] = []

    def read(self, hit: Hit) -> None:
        """Add what a match shows: the titles of one holder, or the holders of one plural title."""
        title = self._title(hit, "title")
        if title is None:
            return
        other = self._title(hit, "other") if self._has(hit, "other") else None
        if other and self._one_holder(hit, other, title):
            other_body = other[3] or (title[3] if hit.rule.name == "holder-offices" else None)
            self._add(hit, (*other[:3], other_body))
            title = (*title[:3], title[3] or other_body)
        self._add(hit, title)

    def _one_holder(self, hit: Hit, other: Title, title: Title) -> bool:
        """Are two titles of one person: not "the President and Prime Minister Ann Lee"?"""
        if hit.rule.name != "offices-holder":
            return True  # beside the person, or a label
        if title[2] in _STYLES and self._word(title[1][0] - 1) == ",":
            return True  # the Foreign Minister, Senator the Hon Ann Lee
        bare = [first + 1 == last for _, (first, last), _, _ in (other, title)]
        return not bare[0] or not (other[2] in _ALONE or (bare[1] and other[2] in _MINISTERS))

    def _add(self, hit: Hit, title: Title) -> None:
        text, span, office, body = title
        rule, like, unlike = "", self._superior(hit), None
        if office == _COUNTERPART:
            unlike = self._before(hit.first)
            if unlike is None:
                return
            text, office, rule, like = unlike.title, unlike.office, "office-of-counterpart", None
        elif not text[:1].isupper() and not (body or like or " " in text):
            return  # "the minister, Ann Lee": of what and of whom is not said
        past = any(self._word(hit.match.start(group)) in _PAST for group in ("before", "lead"))
        bodies = [body, body]
        holders = [hit.match.start(group) for group in ("person", "second") if self._has(hit, group)]
        if not holders:
            holders = self._subject(hit)
        elif len(holders) == 2:
            bodies = self.owners.respectively(span, body)
            if self._has(hit, "away"):  # Presidents Ana Ruiz of Chile and Igor Kos of Peru
                bodies[1] = self.owners.named(hit.match.start("away"))
            if self._is_one(span, office):
                holders = holders[:1]  # "President Roy and Igor Kos": one office, one holder
        for order, at in enumerate(holders, 1):
            name = self.phrases.names.get(at)
            if name is None or name.kind != "person":
                continue
            first = min(hit.match.start("owner") if body and self._has(hit, "owner") else span[0], at)
            self.found.append(Holding(
                self.brief.resolver.entity_id(name), self._chars(at, at + 1), text, self._chars(*span), office,
                self._chars(first, max(span[1], at + 1)), first, at, past, bodies[order - 1], rule,
                order if len(holders) == 2 else 0, like, unlike, hit.rule.name in _LABELS,
            ))  # fmt: skip

    def _is_one(self, span: Span, office: str) -> bool:
        """Is a title in the singular: Trade Minister, not Trade Ministers?"""
        head = next(at for at in range(*span) if self.phrases.classes[at] in OFFICES)
        return self._text((head, head + 1)).lower() == office.lower()

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

    def _title(self, hit: Hit, group: str) -> Title | None:
        """The title that a group captures."""
        classes, names = self.phrases.classes, self.phrases.names
        first, last = hit.match.span(group)
        while classes[last - 1] == _REGIONAL or self._word(last - 1) in COUPLING:
            last -= 1  # "Minister of Trade and African …": what follows is another thing
        head = next(at for at in range(first, last) if classes[at] in OFFICES)
        value = self.brief.tokens.entries[self.phrases.firsts[head]].value
        office = self._head_of_body(head) if value is None else str(value)
        if not office:
            return None
        plural = self._text((head, head + 1))
        owner = "whose" if group == "other" and self._has(hit, "whose") else "owner"
        body: Body | None = None
        end = classes.find("(", head, last) if "(" in classes[head:last] else last
        named = [(at, found) for at in range(head + 1, end) if at in names and (found := self.owners.after(at, office))]
        text = self._text((first, last))
        if named:
            at, body = named[0]
            text = self._text((first, at - 1 - (self._word(at - 1) == "the")), (named[-1][0] + 1, last))
        elif self._has(hit, "home") and hit.match.start("home") in names:  # not the Thai of a street
            body = self.owners.named(hit.match.start("home"))
        elif self._has(hit, owner):
            body, included = self.owners.before(*hit.match.span(owner), office)
            if included:
                first = hit.match.start(owner)
                text = self._text((first, first + 1)) + " " + text
        body = body or next(filter(None, (self.owners.institution(at) for at in range(head + 1, last))), None)
        if plural.lower() != office.lower() and text.startswith(plural):
            text = office + text[len(plural) :]
        return text, (first, last), office, body

    def _head_of_body(self, at: int) -> str:
        """The word "head" where a body follows that it is the head of: not the head of a family."""
        body = at + 2 + (self._word(at + 2) == "the")
        return "head" if self._word(at + 1) == "of" and body in self.phrases.names else ""

    def _subject(self, hit: Hit) -> list[int]:
        """The last person named before in the same sentence who does not give way to another."""
        start = self.phrases.classes.rfind(BOUNDARY, 0, hit.first) + 1
        persons = [at for at in range(start, hit.first) if self.phrases.classes[at] == _PERSON]
        if hit.rule.name == "holder-behind-aside":  # Ann Lee, a lawyer, is Minister
            return persons if len(persons) == 1 and self._word(persons[0] + 1) == "," else []
        return [at for at in persons if not SUCCEEDING.intersection(self.phrases.words[max(at - 2, 0) : at])][-1:]


def find_holdings(brief: Brief) -> list[Holding]:
    """All places that show a person in an office, in the order of the text."""
    finder = _Finder(brief)
    for hit in brief.offices:
        finder.read(hit)
    return finder.found
