"""Caveats about the words: what they hedge, plan, date by "now" or leave open, and slips of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .readings import Caveat, Reading, Row
from .scanner import any_of

# Words that leave uncertain whatever is told by them; then those that do so only inside what a row tells.
_DOUBTS = (
    "likely", "unlikely", "expected", "expects", "expecting", "anticipated", "anticipates", "reportedly", "possibly",
    "probably", "perhaps", "tentatively", "scheduled to", "hopes to", "intends to",
)  # fmt: skip
_MODALS = ("could", "might", "may", "would", "should")
_PRESENT = (
    "currently", "now", "at present", "presently", "today", "recently", "to date", "in recent years", "over the last",
    "over the past", "in the last", "in the past",
)  # fmt: skip
_PHRASES = re.compile(f" (?:{any_of((*_DOUBTS, *_MODALS, *_PRESENT))})(?= )")
_HELD = frozenset(("meeting", "consultation", "negotiation", "signature", "adoption", "fair", "other"))
_JOINED = re.compile(r"[.,;:!?](?=[A-Z][a-z])(?<=[a-z0-9)][.,;:!?])")  # country.Canada
_SPACED = ("  ", " .", " ,", " ;", " :", " )", "( ")


def wordings(reading: Reading) -> Iterator[Caveat]:
    """Statements whose words leave them uncertain, or are about a present that they do not date."""
    for start, end in reading.find(_PHRASES):
        phrase, words = reading.words.text[start:end], " ".join(reading.text[start:end].split())
        fact = reading.fact_at(start, end)
        if phrase in _PRESENT:
            if phrase.endswith(("last", "past")):
                fact = _figure_after(reading, end) or fact  # the last three years
            said = f"“{words}” is said of the time of writing{_written(reading)}"
            yield Caveat("undated_present", *(fact or _sentence(reading, start)), said, start, end)
        elif phrase in _DOUBTS:
            row = fact or _figure_after(reading, end) or _sentence(reading, start)
            yield Caveat("hedged", *row, f"“{words}” leaves this uncertain", start, end)
        elif fact and words.islower():  # else May, the month
            yield Caveat("hedged", *fact, f"“{words}” leaves this uncertain", start, end)


def _sentence(reading: Reading, start: int) -> tuple[str, str]:
    return "sentences", reading.sentence_at(start)["sentence_id"]


def _figure_after(reading: Reading, end: int) -> tuple[str, str] | None:
    """The first figure after these words in their sentence."""
    sentence = reading.sentence_at(end)["sentence_id"]
    for row in reading.table("figures"):
        if row["start_char"] >= end and row["sentence_id"] == sentence:
            return "figures", row["figure_id"]
    return None


def planned(reading: Reading) -> Iterator[Caveat]:
    """Events that had not happened yet."""
    for row in reading.table("events"):
        if row["status"] == "planned":
            start, end = reading.words_of(row, "event_id", "status")
            said = f"Still to come when this was written{_written(reading)}; whether it happened is not said here"
            yield Caveat("planned", "events", row["event_id"], said, start, end)


def _written(reading: Reading) -> str:
    return f" ({reading.page})" if reading.page else ""


def places(reading: Reading) -> Iterator[Caveat]:
    """Events without a place in a sentence that names one for another event."""
    stated: dict[str, list[Row]] = {}
    for row in reading.table("events"):
        if row["place"] and reading.entities[row["place"]]["kind"] == "place":
            stated.setdefault(row["sentence_id"], []).append(row)
    for row in reading.table("events"):
        exact = row["place"] and reading.entities[row["place"]]["kind"] == "place"
        if exact or row["kind"] not in _HELD or row["sentence_id"] not in stated:
            continue
        name = reading.entities[stated[row["sentence_id"]][0]["place"]]["name"]
        said = f"Not said to have taken place in {name}, which the same sentence names for something else"
        yield Caveat("place_not_stated", "events", row["event_id"], said, row["start_char"], row["end_char"])


def metadata(reading: Reading) -> Iterator[Caveat]:
    """What the document should say of itself and does not."""
    for row in reading.sentences:
        if row["kind"] == "dateline" and row["sentence_id"] not in reading.of_sentence:
            said = f"No date follows “{row['text']}”"
            yield Caveat("missing_metadata", "documents", None, said, row["start_char"], row["end_char"])
    title = next(
        (row for row in reading.sentences if " ".join(row["text"].split()) == reading.document["title"]),
        reading.sentences[0],
    )
    for column in ("publisher", "date"):
        if reading.document[column] is None:
            said = f"The document does not state its {column}"
            yield Caveat("missing_metadata", "documents", None, said, title["start_char"], title["end_char"])


def slips(reading: Reading) -> Iterator[Caveat]:
    """Spaces that are missing or too many."""
    plain = reading.words.plain
    found = [(match.start(), match.end(), "No space between two sentences") for match in _JOINED.finditer(plain)]
    for spaced in _SPACED:
        at = plain.find(spaced)
        while at >= 0:
            end = at + len(spaced)
            if _is_stray(plain, at, end):
                found.append((at, end, "A space too many"))
            at = plain.find(spaced, end)
    for start, end, said in found:
        row = reading.sentence_at(start)
        address = row["kind"] == "notice" and plain[start:end] == "  "  # as before postal codes
        if row["kind"] in ("sentence", "list_item", "heading", "notice") and not address:
            while start and not plain[start - 1].isspace():
                start -= 1
            while end < len(plain) and not plain[end].isspace():
                end += 1
            yield Caveat("text_defect", "sentences", row["sentence_id"], said, start, end)


def _is_stray(plain: str, start: int, end: int) -> bool:
    """Is a space here one too many? Not after a sentence, at the start of a line, or before a number such as .5."""
    before, after = plain[start - 1 : start], plain[end : end + 1]
    if plain[start:end] == "  ":
        return (before.isalnum() or before in (",", ")")) and (after.isalnum() or after == "(")
    if plain[start] == "(":
        return True
    return not before.isspace() and (after.isspace() or not after)
