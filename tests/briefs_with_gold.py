"""Two tiny briefs with gold for tests: what a careful reader finds in them, which is also what the reading finds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Row = dict[str, Any]

GHANA = """Canada-Ghana Relations

Canada and Ghana are both members of the Commonwealth. In 2011, Canada's exports to Ghana reached slightly over $522 million and included wheat and lentils.

In April 2012, Foreign Minister Ann Lee visited Accra.
"""
KENYA = """Canada-Kenya Relations

In 2010, Canada imported $31 million in goods from Kenya, mainly tea. The two countries signed the Ulvik Treaty on 3 May 2010.
"""


def row(text: str, quote: str, nth: int = 0, **values: Any) -> Row:
    """A row of gold at the nth place where the quote stands."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    return {"start": start, "end": start + len(quote), "quote": quote, **values}


def gold_of_ghana() -> dict[str, list[Row]]:
    """The gold of the brief on Ghana."""
    amount = row(
        GHANA, "slightly over $522 million", kind="money", measure="exports", also=[], value=522_000_000, unit="CAD"
    )
    amount |= {"comparator": "slightly_more_than", "reporter": "CAN", "partner": "GHA", "date": "2011"}
    amount |= {"num_start": GHANA.index("$522"), "num_end": amount["end"]}
    traded: Row = {"flow": "exports", "reporter": "CAN", "partner": "GHA", "date": "2011"}
    belongs: Row = {
        "quote": "Canada and Ghana are both members of the Commonwealth",
        "body": "the Commonwealth",
        "role": "member",
    }
    lee = {"name": "Ann Lee", "role": "visitor"}
    return {
        "dates": [row(GHANA, "2011", date="2011", precision="year"), row(GHANA, "April 2012", date="2012-04")],
        "mentions": [
            *(row(GHANA, "Canada", nth, kind="country") for nth in range(3)),
            *(row(GHANA, "Ghana", nth, kind="country", form="name") for nth in range(3)),
            row(GHANA, "Commonwealth", kind="organisation"),
            row(GHANA, "Ann Lee", kind="person"),
            row(GHANA, "Accra", kind="place"),
        ],
        "figures": [amount],
        "goods": [row(GHANA, name, name=name, **traded) for name in ("wheat", "lentils")],
        "offices": [row(GHANA, "Foreign Minister Ann Lee", person="Lee", title="foreign minister", of="Canada")],
        "events": [row(GHANA, "Ann Lee visited Accra", kind="visit", date="2012-04", participants=[lee])],
        "memberships": [row(GHANA, member=country, **belongs) for country in ("Canada", "Ghana")],
    }  # fmt: skip


def gold_of_kenya() -> dict[str, list[Row]]:
    """The gold of the brief on Kenya."""
    imports: Row = {"value": 31_000_000, "unit": "CAD", "reporter": "CAN", "partner": "KEN", "date": "2010"}
    traded: Row = {"flow": "imports", "reporter": "CAN", "partner": "KEN", "date": "2010"}
    parties = [{"name": name, "role": "party"} for name in ("Canada", "Kenya")]
    treaty = {"name": "Ulvik Treaty", "role": "instrument"}
    return {
        "dates": [row(KENYA, "2010", date="2010"), row(KENYA, "3 May 2010", date="2010-05-03")],
        "mentions": [
            *(row(KENYA, "Canada", nth, kind="country") for nth in range(2)),
            *(row(KENYA, "Kenya", nth, kind="country") for nth in range(2)),
            row(KENYA, "Ulvik Treaty", kind="agreement"),
        ],
        "figures": [
            row(KENYA, "$31 million", kind="money", measure="merchandise_imports", also=["imports"], **imports),
            row(KENYA, "two countries", kind="count", measure="count", value=2, unit="country", optional=True),
        ],
        "goods": [row(KENYA, "tea", name="tea", **traded)],
        "events": [row(KENYA, "signed the Ulvik Treaty on 3 May 2010", kind="signature", date="2010-05-03", participants=[*parties, treaty])],
    }  # fmt: skip


def write_gold(folder: Path, name: str, gold: object) -> Path:
    """Write the gold of one brief."""
    path = folder / f"{name}.gold.json"
    path.write_text(json.dumps(gold), encoding="utf-8")
    return path


def write_briefs(folder: Path) -> Path:
    """Write both briefs with their gold into a folder."""
    folder.mkdir(exist_ok=True)
    for name, text, gold in (("canada-ghana", GHANA, gold_of_ghana()), ("canada-kenya", KENYA, gold_of_kenya())):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        write_gold(folder, name, gold)
    return folder
