"""Plurals of English nouns as things counted have them, and their singulars, which are the units of counts."""

from __future__ import annotations

IRREGULAR = {
    "people": "person", "inhabitants": "person", "persons": "person", "personnel": "person", "staff": "person",
    "troops": "soldier",
    "women": "woman", "men": "man", "children": "child", "wives": "wife", "lives": "life", "companies": "company",
    "police": "police officer", "aircraft": "aircraft", "series": "series", "species": "species",
    "analyses": "analysis", "premises": "premises",
}  # fmt: skip
# endings of plurals that are compounds of irregular ones: businessmen, policewomen, businesspeople, schoolchildren
_COMPOUNDS = (
    ("smen", "sman"), ("women", "woman"), ("cemen", "ceman"), ("ermen", "erman"), ("people", "person"),
    ("children", "child"),
)  # fmt: skip
_COMPOUND_ENDINGS = tuple(plural for plural, _ in _COMPOUNDS)
_NOT_PLURAL = frozenset((
    "is", "was", "has", "its", "this", "as", "us", "plus", "thus", "various", "previous", "less", "process",
    "access", "business", "across", "perhaps", "always", "whereas", "towards", "besides", "does",
))  # fmt: skip


def singular(noun: str) -> str:
    """The singular of an English plural noun, in small letters."""
    noun = noun.lower()
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    if noun.endswith(_COMPOUND_ENDINGS):
        return next(noun.removesuffix(plural) + one for plural, one in _COMPOUNDS if noun.endswith(plural))
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def is_plural(word: str) -> bool:
    """Is a word in small letters the plural of a noun?"""
    return (
        word in IRREGULAR
        or word.endswith(_COMPOUND_ENDINGS)
        or (len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us")) and word not in _NOT_PLURAL)
    )
