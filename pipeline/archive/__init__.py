"""An archive of pages, in whatever files it lies, becomes shards to read, and each page of a shard becomes a text.

Four steps, each pure, so that any engine may run them and a rerun gives the same:

    files       what a user names               -> the files to read, in one order (paths, folders, globs, URLs)
    plan        the files                       -> shards: picklable descriptions of about so many pages each
    shards      one shard                       -> its pages as they lie there: Record, Skipped or Trouble, one each
    pages       one Record                      -> a Source to read: decoded, for HTML its main text and metadata

`records` only frames (seek, split, inflate up to a limit); what a hostile page could make slow, decoding and parsing,
is left to `page`, so that a caller can run `page` and the reading under a time and memory limit. A format is one module
with the two functions of `formats`; what is judged is said in `outcomes`.
"""

from __future__ import annotations

from . import needs as needs  # first: it says what is not installed
from .files import Input, inputs
from .outcomes import LARGEST_PAGE, Part, Record, Skipped, Trouble
from .pages import Page, page
from .plan import PAGES, Plan, pieces
from .shards import Shard, records

__all__ = [
    "LARGEST_PAGE",
    "PAGES",
    "Input",
    "Page",
    "Part",
    "Plan",
    "Record",
    "Shard",
    "Skipped",
    "Trouble",
    "inputs",
    "page",
    "pieces",
    "records",
]
