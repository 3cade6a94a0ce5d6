"""Numbers of four digits that look like years and are none: those of a resolution, of a box, of people."""

from __future__ import annotations

import re

# A number of four digits is no year after or before these.
_AFTER = re.compile(r"(?:resolution|iso|no\.?|number|box|room|highway|route|section|[#+$£€]|flight)\s*$", re.IGNORECASE)
_BEFORE = re.compile(
    r"\s+(?:agenda|jobs|km|kilomet|tonnes|hectares|visitors|(?:[a-z]+ )?(?:companies|people|students))|[-.,]?\d|\s*%",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"\s+(?:[A-Z][\w.'’-]*\s+){1,3}(?:Avenue|Street|Road|Drive|Boulevard|Lane|Way|Highway|Parkway|Ave|St|Rd|Blvd)\b"
)


def is_no_year(view: str, start: int, end: int) -> bool:
    """Do the words before or after a number say that it is no year?"""
    return bool(_AFTER.search(view, max(0, start - 12), start) or _BEFORE.match(view, end) or _STREET.match(view, end))
