"""The rows of the sectors table: every sector and field of every list, its details beside it."""

from __future__ import annotations

from ..brief import Brief
from ..document import view_of
from ..ids import Slugs, slug
from ..records import Collector, Record
from .retold import put_again
from .sector_names import code_of
from .sectors import SectorList, read_sectors
from .things import Item
from .wordings import sector_wordings


class _Writer:
    def __init__(self, brief: Brief, collector: Collector) -> None:
        self.brief, self.collector = brief, collector
        self.known: dict[tuple[str, str, str], Record] = {}
        self.parents: list[tuple[Record, Record, Item]] = []  # (detail, what it is a detail of, that item's words)

    def sector(self, item: Item, listed: SectorList, parent: Record | None, above: Item | None) -> None:
        """One row, or one more place of a row that says the same, and the rows of its details."""
        words = self.brief.chars((item.first, item.last))
        name = item.name
        key = (name.lower(), listed.role.kind, str(parent.row["name"]) if parent else "")
        record = self.known.get(key)
        if record is None:
            code = code_of(sector_wordings(), view_of(name))
            row = self.collector.place(words, item.first) | {"isic": code or None}
            slugs = Slugs(f"{listed.role.kind}-{slug(view_of(name))}", self.collector.following(words[0]), (0, 5, 9))
            record = self.known[key] = self.collector.new("sectors", row, slugs)
        put_again(record, "name", name, words, item.rule)
        if item.head:
            put_again(record, "name", name, item.head, item.rule)
        put_again(record, "role", listed.role.kind, listed.role.words, listed.role.rule)
        if parent and above:
            self.parents.append((record, parent, above))
        for detail in item.details:
            self.sector(detail, listed, record, item)

    def link(self) -> None:
        """Point the details at the sectors they are details of, once these have ids."""
        for record, parent, above in self.parents:
            record.put("detail_of", parent.row["sector_id"], self.brief.chars((above.first, above.last)))


def write_sectors(brief: Brief, collector: Collector) -> None:
    """One row a sector and role."""
    writer = _Writer(brief, collector)
    for listed in read_sectors(brief):
        for item in listed.items:
            writer.sector(item, listed, None, None)
    collector.name("sectors")
    writer.link()
