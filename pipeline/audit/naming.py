"""Readable ids for the rows of the audit: words of the text, and more of them where two would be the same."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

_LETTERS = 12  # characters of the text for each word that an id may have
_OTHER = re.compile(r"[^\x00-\x7f]")
_SMALL = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}


@lru_cache(maxsize=1024)
def _plain(character: str) -> str:
    letter = unicodedata.normalize("NFD", character)[0]
    return letter if letter.isascii() else " " if letter.isspace() else "_"


class Words:
    """The text once more in ASCII (`plain`), and in small letters and digits (`text`), one character for one."""

    def __init__(self, text: str) -> None:
        self.plain = _OTHER.sub(lambda match: _plain(match.group()), text)
        self.text = self.plain.translate(_SMALL)

    def ids(self, document_id: str, stems: Sequence[str], starts: Sequence[int], counts: Sequence[int]) -> list[str]:
        """Unique ids: a stem, and so many words from an offset on as the first of `counts` says.

        All that would share an id get the next count of words, whichever came first; where words end, a number.
        """
        names = self._extended(stems, starts, counts[0])
        for count in counts[1:]:
            if len(set(names)) == len(names):
                break
            found = Counter(names)
            twice = [number for number, name in enumerate(names) if found[name] > 1]
            more = self._extended([stems[number] for number in twice], [starts[number] for number in twice], count)
            for number, name in zip(twice, more, strict=True):
                names[number] = name
        if len(set(names)) < len(names):
            used: Counter[str] = Counter()
            for number, name in enumerate(names):
                used[name] += 1
                names[number] = name if used[name] == 1 else f"{name}-{used[name]}"
        return [f"{document_id}/{name}" for name in names]

    def _extended(self, stems: Sequence[str], starts: Sequence[int], count: int) -> list[str]:
        text, size = self.text, count * _LETTERS
        return [
            "-".join((stem, *text[start : start + size].split(None, count)[:count]))
            for stem, start in zip(stems, starts, strict=True)
        ]
