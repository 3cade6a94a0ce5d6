"""Caveats about time: years concluded, names before or after their time, dates that do not agree with each other."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

from .readings import Caveat, Reading, Row, earlier

_ORGANISATIONS = Path(__file__).resolve().parent.parent / "lexicons" / "organisations.csv"
_STARTED = re.compile(r"\b(?:initiated|beg[au]n|started|launched|opened|commenced|starting|beginning|from|since)\b")
_ENDED = re.compile(r"\b(?:complet\w*|conclud\w*|end(?:s|ed|ing)?|finish\w*|clos\w*|expir\w*|over)\b", re.IGNORECASE)
_AT = re.compile(r"\b(?:at|during|attend\w*|margins of|sidelines of|host\w*|held)\s+(?:the\s+)?$")
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_LOOK_BACK = 40


class Lifetime(NamedTuple):
    """When an organisation was founded and when it ended, as far as the lexicon knows; empty where it does not."""

    name: str
    founded: str
    ended: str


@cache
def lifetimes() -> dict[str, Lifetime]:
    """The organisations of the lexicon that have a first or last day, by entity id."""
    with _ORGANISATIONS.open(encoding="utf-8", newline="") as file:
        return {
            row["entity_id"]: Lifetime(row["name"], row["valid_from"], row["valid_to"])
            for row in csv.DictReader(file)
            if row["valid_from"] or row["valid_to"]
        }


def inferred(reading: Reading) -> Iterator[Caveat]:
    """Dates that the words give only in part."""
    for row in reading.table("dates"):
        if "date" in (row["inferred"] or "").split():
            words = " ".join(row["quote"].split())
            lacks = "states no year" if row["precision"] != "week" else "states no day"
            said = f"“{words}” {lacks}; taken as {row['date']}"
            yield Caveat("year_inferred", "dates", row["date_id"], said, row["start_char"], row["end_char"])


def anachronisms(reading: Reading) -> Iterator[Caveat]:
    """Organisations named in a text from before their founding or after their end, or beside what they replaced."""
    known = lifetimes()
    first: dict[str, Row] = {}
    for row in reading.table("mentions"):
        if row["entity_id"] in known:
            first.setdefault(row["entity_id"], row)
    for entity_id, row in first.items():
        name, founded, ended = known[entity_id]
        if founded and reading.page and earlier(reading.page, founded):
            yield _anachronism(row, f"{name} was founded on {founded}; this text is of {reading.page}")
        if (
            ended
            and reading.page
            and earlier(ended, reading.page)
            and not _dated_within(reading, row, known[entity_id])
        ):
            yield _anachronism(row, f"{name} ended on {ended}; this text is of {reading.page}")
        for other in first:
            later = known[other]
            if ended and later.founded and ended <= later.founded:
                said = f"{name} ended on {ended}, before or when {later.name} was founded; this text names both"
                yield _anachronism(row, said)
    yield from _before_founding(reading)


def _anachronism(row: Row, message: str) -> Caveat:
    return Caveat("anachronism", "mentions", row["mention_id"], message, row["start_char"], row["end_char"])


def _dated_within(reading: Reading, mention: Row, lifetime: Lifetime) -> bool:
    """Does the sentence tell of a time in which the organisation was there?"""
    return any(
        not (lifetime.founded and row["date_to"] and earlier(row["date_to"], lifetime.founded))
        and not earlier(lifetime.ended, row["date_from"] or "")
        for row in reading.of_sentence.get(mention["sentence_id"], ())
    )


def _before_founding(reading: Reading) -> Iterator[Caveat]:
    """Events in which an organisation takes part that was founded later."""
    known = lifetimes()
    events = {row["event_id"]: row for row in reading.table("events")}
    told: set[tuple[str, str]] = set()
    for row in reading.table("participants"):
        event, entity = events[row["event_id"]], row["entity_id"]
        if entity not in known or not event["date_from"] or (event["event_id"], entity) in told:
            continue
        name, founded, _ = known[entity]
        if founded and earlier(event["date_from"], founded):
            told.add((event["event_id"], entity))
            began = event["date"].partition("/")[0]
            said = f"{name} was founded on {founded}; what the text has it take part in dates from {began}"
            yield Caveat("anachronism", "participants", row["participant_id"], said, row["start_char"], row["end_char"])


def foretold(reading: Reading) -> Iterator[Caveat]:
    """Events that are told as past and lie after the document's own date, or as planned and lie before it."""
    for row in reading.table("events"):
        start, end, page = row["date_from"], row["date_to"], reading.page
        if row["status"] == "occurred" and start and page and earlier(page, start):
            yield _timing(reading, row, f"Told as past, but {row['date']} is after {page}, the date of this text")
        if row["status"] == "planned" and end and page and earlier(end, page):
            yield _timing(reading, row, f"Told as planned, but {row['date']} is before {page}, the date of this text")


def _timing(reading: Reading, row: Row, message: str) -> Caveat:
    return Caveat("timing", "events", row["event_id"], message, *reading.words_of(row, "event_id", "date"))


def meetings(reading: Reading) -> Iterator[Caveat]:
    """Events at one meeting of one year whose dates have no day in common."""
    named = [row for row in reading.table("mentions") if reading.entities[row["entity_id"]]["kind"] == "meeting"]
    held: dict[tuple[str, str], list[Row]] = {}
    for row in reading.table("events"):
        if not row["date_from"] or not row["date_to"]:
            continue
        for mention in named:
            at = mention["start_char"]
            inside = row["start_char"] <= at < row["end_char"]
            if inside and _AT.search(reading.text, max(at - _LOOK_BACK, row["start_char"]), at):
                held.setdefault((mention["entity_id"], row["date_from"][:4]), []).append(row)
    for (entity_id, _), events in held.items():
        for row in events[1:]:
            if row["date_to"] < events[0]["date_from"] or events[0]["date_to"] < row["date_from"]:
                name = reading.entities[entity_id]["name"]
                yield _timing(reading, row, f"{row['date']} for the {name}, elsewhere in this text {events[0]['date']}")


def spans(reading: Reading) -> Iterator[Caveat]:
    """Spans of time whose stated start and end lie further apart, or closer, than the span says."""
    dates = reading.table("dates")
    for row in reading.table("figures"):
        if row["kind"] != "duration" or row["unit"] not in _DAYS:
            continue
        after = [when for when in dates if when["start_char"] >= row["end_char"]][:2]
        if len(after) < 2 or after[0]["sentence_id"] != row["sentence_id"]:
            continue
        begin, finish = after
        if finish["sentence_id"] not in (row["sentence_id"], _next(reading, row)):
            continue
        text = reading.text
        if not begin["date_from"] or not finish["date_to"] or begin["precision"] != "day":
            continue
        if not _STARTED.search(text, row["end_char"], begin["start_char"]):
            continue
        if not _ENDED.search(text, begin["end_char"], finish["start_char"]):
            continue
        size = row["value"] * _DAYS[row["unit"]]
        loose = 1 if row["unit"] in ("day", "week") else 1 + size * 0.03
        due = date.fromisoformat(begin["date_from"]) + timedelta(days=size)
        first, last = (date.fromisoformat(finish[column]) for column in ("date_from", "date_to"))
        if not first - timedelta(days=loose) <= due <= last + timedelta(days=loose):
            words = " ".join(row["quote"].split())
            said = f"“{words}” from {begin['date_from']} end on {due}, not on {finish['date']} as the text has it"
            yield Caveat("timing", "dates", finish["date_id"], said, finish["start_char"], finish["end_char"])


def _next(reading: Reading, row: Row) -> str:
    """The id of the sentence after the one that a row stands in."""
    ids = [sentence["sentence_id"] for sentence in reading.sentences]
    at = ids.index(row["sentence_id"]) + 1
    return ids[at] if at < len(ids) else ""
