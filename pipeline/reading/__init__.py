"""One document -> the rows of every table, with the evidence for each cell.

A cascade: `document` and `layout` (text, view, units) -> `tokens` (typed by the `lexicon`) -> `dates`, `names`,
`quantities` (small named rules over token classes) -> `entities`, `measures` (what they stand for together) -> `brief`
(all of that) -> one writer a table (`layers`, `figure_rows`, and in rooms of their own `lists` of goods and sectors,
`events` with who took part, `roles`: offices and memberships) -> `records` (rows with their evidence) -> `audit`.
Pure: the same source always gives the same rows.
"""

from __future__ import annotations

from pipeline.audit import audit
from pipeline.sources import Source

from .brief import understand
from .entities import Row
from .events.event_rows import write_events
from .figure_rows import write_figures
from .frame import Refused
from .layers import write_dates, write_document, write_mentions, write_sentences
from .lists.goods_rows import write_goods
from .lists.sector_rows import write_sectors
from .quantities import reread
from .records import Collector
from .roles.memberships import write_memberships
from .roles.offices import write_offices

__all__ = ["Refused", "read", "reread"]

_WRITERS = (
    write_document, write_sentences, write_mentions, write_dates, write_figures,
    write_goods, write_sectors, write_events, write_offices, write_memberships,
)  # fmt: skip


def read(source: Source) -> dict[str, list[Row]]:
    """Read one document: table name -> rows, each with every column of its schema in order.

    Raises Refused where the document is no brief that can be read: another language, or no prose in it.
    """
    brief = understand(source)
    collector = Collector(brief)
    for write in _WRITERS:
        write(brief, collector)
    rows = collector.rows()
    return rows | audit(source, rows)
