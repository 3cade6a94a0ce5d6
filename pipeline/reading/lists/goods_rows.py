"""The rows of the goods table: every good of every list, its details beside it, each cell with its words."""

from __future__ import annotations

from ..brief import Brief
from ..document import view_of
from ..ids import Slugs, slug
from ..records import Collector, Record
from .goods import Flow, GoodsList, read_goods
from .retold import put_again
from .things import Item
from .wordings import goods_wordings


class _Writer:
    def __init__(self, brief: Brief, collector: Collector) -> None:
        self.brief, self.collector = brief, collector
        self.wordings = goods_wordings()
        self.known: dict[tuple[str, ...], Record] = {}
        self.parents: list[tuple[Record, Record, Item]] = []  # (detail, what it is a detail of, that item's words)

    def write(self, listed: GoodsList) -> None:
        for item in listed.items:
            self.good(item, listed.flow, None, None)

    def good(self, item: Item, flow: Flow, parent: Record | None, above: Item | None) -> None:
        """One row, or one more place of a row that says the same, and the rows of its details."""
        name = item.name
        measured, when = flow.measured, flow.when
        kind = "exports" if measured.measure.endswith("exports") else "imports"
        countries = (("reporter", measured.reporter), ("partner", measured.partner))
        key = (name.lower(), kind, *(country.iso if country else "" for _, country in countries),
               when.date if when else "", str(parent.row["name"]) if parent else "")  # fmt: skip
        words = self.brief.chars((item.first, item.last))
        record = self.known.get(key)
        if record is None:
            row = self.collector.place(words, item.first) | {"hs_code": self.wordings.code(name) or None}
            year = f"-{slug(when.date)}" if when else ""
            context = self.collector.following(words[0])
            stem = f"{kind}-{slug(view_of(name))}{year}"
            record = self.known[key] = self.collector.new("goods", row, Slugs(stem, context, (0, 5, 9)))
        put_again(record, "name", name, words, item.rule)
        if item.head:
            put_again(record, "name", name, item.head, item.rule)
        put_again(record, "flow", kind, self.brief.chars(measured.span), measured.rule)
        for field, country in countries:
            if country:
                put_again(record, field, country.iso, self.brief.chars(country.span), country.rule)
        if when:
            put_again(record, "date", when.date, self.brief.chars((when.first, when.last)), when.rule)
        if item.emphasis_span:
            record.put("emphasis", item.emphasis, self.brief.chars(item.emphasis_span))
        if parent and above:
            self.parents.append((record, parent, above))
        for detail in item.details:
            self.good(detail, flow, record, item)

    def link(self) -> None:
        """Point the details at the goods they are details of, once these have ids."""
        for record, parent, above in self.parents:
            record.put("detail_of", parent.row["good_id"], self.brief.chars((above.first, above.last)))


def write_goods(brief: Brief, collector: Collector) -> None:
    """One row a good, flow, pair of countries and date."""
    writer = _Writer(brief, collector)
    for listed in read_goods(brief):
        writer.write(listed)
    collector.name("goods")
    writer.link()
