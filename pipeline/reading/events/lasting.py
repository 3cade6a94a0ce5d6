"""What goes on for long, or under a programme: has trained judges since 2010; from 2005 to 2010, Peru gave aid."""

from __future__ import annotations

from ..when import When
from .clauses import Clause, Item
from .event_words import HAVE, SERVING, SINGULAR, UNDER
from .sentences import Sentence
from .telling_dates import lasts

GIVING = frozenset(("aid", "serve", "send", "spend"))  # frames of what somebody does for others over years
BY_SCHEMES = GIVING | {"lead", "run"}  # frames of what a programme does: it trains, gives, brings people to a place
_THERE = "there"
_BODIES = frozenset(("country", "countries", "organisation", "programme", "pronoun"))


def since(sentence: Sentence, clause: Clause) -> bool:
    """Does a clause say since when?"""
    return any(when.date[-3:] == "/.." for when in _times(sentence, clause))


def long_done(sentence: Sentence, at: int, subject: list[Item]) -> bool:
    """Does a country or body do something for long: has trained judges since 2010, trained judges from 2005 to 2010?"""
    clause, words = sentence.clauses[at], sentence.words
    assert clause.verb and clause.verb.trigger
    perfect = clause.reduced or not HAVE.isdisjoint(words[clause.verb.first : clause.verb.last])
    given = clause.verb.trigger.frame in GIVING - {"send"} and any(map(lasts, _times(sentence, clause)))
    if not given and not (perfect and since(sentence, clause)):
        return False
    if words[clause.verb.at] == _THERE:
        return True  # "There has been a British mission in Lima since 1896"
    return any(_is_body(item) and words[item.first] not in SINGULAR for item in subject)


def doers(sentence: Sentence, at: int, country: Item | None) -> list[Item]:
    """Whose people do something: Australian troops have served, officers of the OECD have trained; `country` is that of
    an adjective.
    """
    of = [item for item in sentence.clauses[at].before if item.relation == "of" and item.kind in _BODIES]
    verb = sentence.clauses[at].verb
    serving = country is not None and verb is not None and sentence.words[verb.first - 1] in SERVING
    return [country] if country and serving else of[:1]


def scheme_of(sentence: Sentence, at: int) -> Item | None:
    """The programme that does something on a date, or under which it is done: The Ulvik Programme trained 20 judges in
    2010; Under the Ulvik Programme, 20 judges were trained in 2010.
    """
    clause = sentence.clauses[at]
    if not _times(sentence, clause):
        return None
    done = clause.passive and not (clause.verb and clause.verb.trigger and clause.verb.trigger.frame == "serve")
    acting = [] if done else sentence.subject(at)[-1:]  # "has been active" is no passive
    behind = clause.verb.last if clause.verb else clause.first
    joined = {item.first for item in clause.after if _begins_anew(sentence.words, behind, item.first)}
    under = [item for item in (*clause.before, *clause.after) if item.relation in UNDER and item.first not in joined]
    return next((item for item in (*acting, *under) if item.kind == "programme"), None)


def _begins_anew(words: list[str], first: int, last: int) -> bool:
    """Does a comma with "and" part some phrases: trained judges, and 20 officers study under the Programme?"""
    return any(words[at : at + 2] == [",", "and"] for at in range(first, last))


def _times(sentence: Sentence, clause: Clause) -> list[When]:
    return [when for _, when in sentence.dated(clause.first, clause.last)]


def _is_body(item: Item) -> bool:
    """Can it do something for long: a country, a body, universities?"""
    return item.kind in _BODIES or (item.kind == "noun" and item.noun is not None and item.noun.frame == "thing")
