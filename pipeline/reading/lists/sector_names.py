"""Names of sectors and fields: where they begin, what is taken off their end, and what is given back to them."""

from __future__ import annotations

from .listing import Lists
from .things import Item
from .wordings import Wordings

SECTOR = frozenset(("sector", "sectors", "industry", "industries"))
GENERAL = (  # what is done in a field
    "initiatives", "issues", "matters", "activities", "efforts", "practices", "programs", "programmes", "programming",
)  # fmt: skip
_PROJECTS = frozenset(
    ("projects", "exports", "technologies", "programs", "programmes")
)  # said once for a whole bracket
_PROMOTING = frozenset((
    "promote", "promoting", "advance", "strengthen", "strengthening", "improve", "improving", "enhance", "foster",
    "fostering", "develop", "developing", "supporting", "building",
))  # fmt: skip
_AGAINST = ("combat", "fight", "counter", "reduce", "prevent", "tackle", "address")
_EFFORTS = frozenset(("efforts", "initiatives", "measures", "projects", "programs", "programmes"))
_AGAIN = ("on", "in")  # "cooperate on trade and on health"


class FieldLists(Lists):
    """Lists of fields, which may be activities: "on good governance and on efforts to combat crime"."""

    def begins(self, at: int) -> int:
        """Where the name of a field begins: after "on efforts to" and "promoting" as well."""
        word = self.lower[at]
        if word in _AGAIN and self.lower[at - 1] in ("and", ","):
            return self.begins(at + 1)
        if word in _EFFORTS and self.lower[at + 1] == "to":
            return self.begins(at + 2)
        if word in _PROMOTING and not self.known_at(at):
            return self.begins(at + 1)
        return super().begins(at)


def code_of(wordings: Wordings, name: str) -> str | None:
    """The code of a field, also without "sector" or "projects" at its end; None where it is not known."""
    found = wordings.code(name)
    bare, _, last = name.rpartition(" ")
    if found is None and bare and last in (*SECTOR, *GENERAL, "projects"):
        return wordings.code(bare)
    return found


def finish_names(lists: Lists, items: list[Item]) -> None:
    """Make the names of fields and of their details whole, and take off what is no part of them."""
    for item in items:
        _trim(lists, item.details)
        _share_projects(lists, item.details)
    _trim(lists, items)
    lists.finish(items)


def _trim(lists: Lists, items: list[Item]) -> None:
    """Take off what is no part of a field's name: "initiatives" at its end, and "sectors" after a list of several."""
    for item in items:
        word = lists.lower[item.last - 1]
        several = len(items) > 1 and item is items[-1] and word in SECTOR
        bare = item.name.rpartition(" ")[0]
        if bare and (several or (word in GENERAL and lists.wordings.code(bare) is not None)):
            item.last, item.name = item.last - 1, bare
        if lists.lower[item.first] in _AGAINST and lists.lower[item.first + 1] != "against":
            item.name, item.rule = _gerund(item.name), "activity-as-field"


def _gerund(text: str) -> str:
    """An activity as a field: "combat drug trafficking" becomes "combating drug trafficking"."""
    verb, _, rest = text.partition(" ")
    return f"{verb.removesuffix('e')}ing {rest}"


def _share_projects(lists: Lists, items: list[Item]) -> None:
    """Give back the head that the things of a bracket share: gold projects, of "gold, silver and copper projects"."""
    if not items or items[-1].joint != "and" or lists.lower[items[-1].last - 1].split()[-1] not in _PROJECTS:
        return
    end = lists.tokens.ends[items[-1].last - 1]
    head = lists.lower[items[-1].last - 1].split()[-1]
    for item in reversed(items[:-1]):
        item.name, item.rule, item.head = f"{item.name} {head}", "shared-head", (end - len(head), end)
        if item.joint != ",":
            return
