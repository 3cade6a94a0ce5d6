"""What stands beside a page, held against what the table of documents takes: an address, a date in EDTF."""

from __future__ import annotations

import re

from pipeline.reading.edtf import interval

_ADDRESS = re.compile(r"https?://\S+")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?(?![\d-])")


def is_address(written: str) -> bool:
    """Is this an absolute address on the web?"""
    return bool(_ADDRESS.fullmatch(written))


def day_in(written: str) -> str | None:
    """Return the year, month or day, in EDTF, that a date, or a date and time, begins with; None where none does."""
    match = _DATE.match(written)
    try:
        interval(match[0] if match else "")
    except (ValueError, IndexError):
        return None
    return match[0] if match else None
