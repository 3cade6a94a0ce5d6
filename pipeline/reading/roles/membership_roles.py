"""As what a country belongs to a body: the role that the words of a membership rule's match say."""

from __future__ import annotations

from ..measures import Span
from ..rules import Hit

# The role that the words of a role say, the first of them that stands here; any other is a member's.
_WORDS_OF_ROLE = {
    "associate": "associate associated associates",
    "observer": "observer observers",
    "candidate": "candidate candidates candidature candidacy bid application applications",
    "dialogue_partner": "dialogue partner partners",
    "depositary": "depositary depository",
    "supporter": "supporter supporters",
    "host": "host hosts home seat",
    "member": "member members party parties contracting",
    "participant": "participating participant participants signatory signatories",
    "chair": "chair chairs chairmanship presidency helm",
}
ROLE_OF_WORD = {word: role for role, words in _WORDS_OF_ROLE.items() for word in words.split()}
_VERBS_OF_ROLE = {
    "chair": "chair chairs chaired chairing preside presides presided",
    "host": "hosts hosted plays headquartered based headquarters secretariat seat",
    "candidate": "invited",
    "participant": "participates participated",
    "member": """
        join joins joined joining rejoined accede accedes acceded belong belongs belonged belonging founded helped helps
        helping
        sat sits sit served serves holds held has had occupies occupied admitted readmitted elected comprises comprised
        comprising consists consisting made composed groups grouping brings bringing brought formed forms launched
        created body organisation organization forum group bloc alliance community union
    """,
}
_ROLE_OF_VERB_WORD = {word: role for role, words in _VERBS_OF_ROLE.items() for word in words.split()}
_FOUNDING = frozenset(("founded", "helped", "helps", "helping", "formed", "forms", "launched", "created"))
ROLE_OF_VERB = {
    "one-of": "member",
    "is-in": "member",
    "elected-to": "member",
    "holds-seat": "member",
    "sits-on": "member",
    "belongs-to": "member",
    "takes-part-in": "participant",
    "joined": "member",
    "country-of-body": "member",
    "founded": "member",
    "launched": "member",
    "applies": "candidate",
    "chairs": "chair",
    "hosts": "host",
    "seeks-to-join": "candidate",
    "seeks-membership-in": "candidate",
}
_CONCLUDED = {
    "founded": "founders-are-members",
    "launched": "founders-are-members",
    "applies": "who-seeks-to-join",
    "support-to-join": "who-is-supported-to-join",
    "seeks-to-join": "who-seeks-to-join",
    "seeks-membership-in": "who-seeks-to-join",
    "line-members": "named-with-body",
    "body-in-brackets": "named-with-body",
}


def captures(hit: Hit, group: str) -> bool:
    """Does the rule of a match have a part of this name, and does it stand here?"""
    return group in hit.match.re.groupindex and hit.match.start(group) >= 0


def role_words(hit: Hit) -> Span:
    """The phrases that say the role: those of `role` or of the verb."""
    group = next((group for group in ("role", "verb") if captures(hit, group)), "")
    if group:
        return hit.match.span(group)
    return hit.first, min(hit.match.start(group) for group in ("list", "supported", "before") if captures(hit, group))


def role_of(hit: Hit, words: list[str]) -> tuple[str, str]:
    """The role that words say in a match, and the rule where it is concluded from them."""
    name = hit.rule.name
    verb = next((word for word in words if word in _ROLE_OF_VERB_WORD), "") if captures(hit, "verb") else ""
    if verb:
        return _ROLE_OF_VERB_WORD[verb], "founders-are-members" if verb in _FOUNDING else ""
    if name in ("candidate-for-body", "support-to-join"):
        return "candidate", _CONCLUDED.get(name, "")
    if name in ROLE_OF_VERB and words[0] != "as":
        return ROLE_OF_VERB[name], _CONCLUDED.get(name, "")
    known = [ROLE_OF_WORD[word] for word in words if word in ROLE_OF_WORD]
    return (known[0], "") if known else ("member", _CONCLUDED.get(name, ""))
