"""What is too little to tell of an event of its own."""

from __future__ import annotations

from .event_filling import INSTRUMENTS
from .event_parts import Event
from .modality import ONGOING, PRESENT, RECURRING


def stands(event: Event, words: list[str]) -> bool:
    """Do the words say enough to make it an event of its own?"""
    dated, parts, kind = bool(event.date), bool(event.parts), event.kind
    again = event.status == RECURRING
    if event.status == PRESENT or not kind:
        return False
    if kind == "visit":
        visited = any(part.role in ("visitor", "organiser") for part in event.parts)
        one = event.noun >= 0 and words[event.trigger[1] - 1][-1:] != "s"  # no "made 12 million trips to Peru"
        return (visited and (dated or event.place is not None)) or (one and dated and event.place is not None)
    if kind == "meeting":
        named = parts or bool(event.about) or event.by_verb or event.place is not None
        return event.named_only or len(event.parts) > 1 or (named and (dated or again))
    if kind in ("consultation", "negotiation"):
        return dated or event.status in (RECURRING, ONGOING)
    if kind in INSTRUMENTS or kind in ("inauguration", "establishment"):
        return parts or dated
    if kind == "accession":
        return bool(event.entities("other")) and bool(event.entities("party", "candidate"))
    if kind == "election" and event.noun < 0:
        return dated and (parts or event.place is not None)  # somebody was elected
    if kind == "announcement":
        return parts and dated
    return dated or (kind == "fair" and (event.place is not None or again))
