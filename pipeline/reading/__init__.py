"""One document -> the rows of every table, with the evidence for each cell.

A cascade: `document` and `layout` (text, view, units) -> `tokens` (typed by the `lexicon`) -> `dates`, `names`,
`quantities` (small named rules over token classes) -> `entities`, `measure_words` (what they stand for together) ->
`brief` (all of that) -> one writer a table (`layers`, `figure_rows`, and in rooms of their own `lists` of goods and
sectors, `events` with who took part, `roles`: offices and memberships) -> `records` (rows with their evidence) ->
`audit`.
Pure: the same source always gives the same rows.
"""

from __future__ import annotations

from pipeline.audit import audit
from pipeline.sources import Source

from .brief import understand
from .entities import Row
from .events.event_rows import write_events
from .figure_rows import write_figures
from .frame import NotABrief, Refused
from .layers import write_dates, write_document, write_mentions, write_sentences
from .lists.goods_rows import write_goods
from .lists.sector_rows import write_sectors
from .quantities import reread
from .records import Collector
from .roles.memberships import write_memberships
from .roles.offices import write_offices

__all__ = ["NotABrief", "Refused", "read", "reread"]

_WRITERS = (
    write_document, write_sentences, write_mentions, write_dates, write_figures,
    write_goods, write_sectors, write_events, write_offices, write_memberships,
)  # fmt: skip


def read(source: Source, of_a_pair: bool = False) -> dict[str, list[Row]]:
    """Read one document: table name -> rows, each with every column of its schema in order.

    Raises Refused where it cannot be read, as NotABrief where it is no brief: in another language, without prose or,
    if only what is `of_a_pair` is wanted, without two countries whose relations it could be about.
    """
    brief = understand(source)
    if of_a_pair and not (brief.pair.reporter and brief.pair.partner):
        raise NotABrief("no country pair", "names no two countries: no brief on relations between them")
    collector = Collector(brief)
    for write in _WRITERS:
        write(brief, collector)
    rows = collector.rows()
    return rows | audit(source, rows)
