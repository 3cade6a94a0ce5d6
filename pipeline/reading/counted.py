"""The thing counted after a number, with its adjectives, and its singular, which is the unit of the count."""

from __future__ import annotations

from .patterns import class_of
from .tokens import Tokens

_DEMONYM, _REGIONAL, _BODY = map(class_of, ("DEMONYM", "REGIONAL", "BODY"))
_NOUNS = {class_of(name) for name in ("CAPITAL", "HEAD", "TITLE", "PORTFOLIO")}
_FURTHEST = 6  # words between a number and the thing counted
_SINGULAR = {
    "people": "person", "persons": "person", "personnel": "person", "staff": "person", "troops": "soldier",
    "women": "woman", "men": "man", "children": "child", "wives": "wife", "lives": "life", "companies": "company",
    "police": "police officer", "aircraft": "aircraft", "series": "series", "species": "species",
    "analyses": "analysis", "premises": "premises",
}  # fmt: skip
_NOT_PLURAL = frozenset((
    "is", "was", "has", "its", "this", "as", "us", "plus", "thus", "various", "previous", "less", "process",
    "access", "business", "across", "perhaps", "always", "whereas", "towards", "besides", "does",
))  # fmt: skip


def singular(noun: str) -> str:
    """The singular of an English plural noun, in small letters."""
    noun = noun.lower()
    if noun in _SINGULAR:
        return _SINGULAR[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def _is_plural(word: str) -> bool:
    return word in _SINGULAR or (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us")) and word not in _NOT_PLURAL
    )


def counted(tokens: Tokens, at: int, function_words: frozenset[str]) -> tuple[int, int, str] | None:
    """The thing counted after a number: (first token, token after the last, unit), or None where there is none."""
    first = at
    if tokens.words[at] == "of" and tokens.words[at + 1] in ("its", "their", "the", "our", "these"):
        at += 2
    for position in range(at, min(at + _FURTHEST, len(tokens.words))):
        klass, word = tokens.classes[position], tokens.words[position]
        if klass in (_DEMONYM, _REGIONAL):
            if word.endswith("s") and tokens.lower[position - 1] not in ("the",) and word not in ("Swiss",):
                return first, position + 1, "person"
            continue
        lower = word.lower()
        capitalised = klass in _NOUNS and not tokens.words[position + 1][:1].isupper()
        if klass == "-" or klass == _BODY or (klass in _NOUNS and not (capitalised and _is_plural(lower))):
            continue
        if not (capitalised or word[:1].islower()) or (
            lower in function_words and lower not in _SINGULAR and not _is_plural(lower)
        ):
            return None
        if _is_plural(lower):
            last = position + 1
            focus = tokens.words[last + 1] if tokens.words[last] == "of" else ""
            if (
                focus.islower()
                and focus not in function_words
                and not _is_plural(focus)
                and tokens.words[last + 2] in ("for", ",", ".", ")", "and", "in")
            ):
                last += 2
            return first, last, singular(lower)
    return None
