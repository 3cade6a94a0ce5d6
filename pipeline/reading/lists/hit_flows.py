"""Which flow the words that a rule matched are of: told in them, before them, or known from whose goods they name."""

from __future__ import annotations

from ..measures import Measured
from ..rules import Hit
from .goods_flows import Flows

# rules that match the word for the flow itself
_OF_ITSELF = ("exports-of", "exports", "exported", "among-exports", "other-way")
# rules that name the country whose goods they are
_OF_MAKER = ("market-for", "supplier-of", "suppliers-provide")
# rules that name the country which another buys from
_FROM_MAKER = ("coming-from", "arriving-from", "source-of")
# rules without a word for a flow: more than goods may come and go
FLOW_UNSAID = (*_FROM_MAKER, "going-to")
# rules whose list goes on with the flow told before, and those whose list does so within a sentence
_CARRIED = ("of-them", "come-next", "also-important", "go-other-way")
_WITHIN = ("are-foremost", "above-all")


def flow_opened(flows: Flows, hit: Hit, unit: int) -> Measured | None:
    """The flow of a list that begins where a rule's words end."""
    if hit.rule.name == "going-to":
        return _of_pair(flows, hit, flows.going_to(hit.match.start("buyer"), hit.last))
    if hit.rule.name in _FROM_MAKER:
        return _of_pair(flows, hit, flows.coming_from(hit.match.start("maker"), hit.last))
    if hit.rule.name in _OF_MAKER:
        return _of_pair(flows, hit, flows.goods_of(hit.match.start("maker"), hit.last))
    return flows.before(unit, hit.last if hit.rule.name in _OF_ITSELF else hit.first)


def _of_pair(flows: Flows, hit: Hit, measured: Measured | None) -> Measured | None:
    """A flow between two countries, where the rule's words name no third: not "Norway supplies Chile with salmon"."""
    if measured is None or measured.reporter is None or measured.partner is None:
        return None
    named = {country.iso for at in range(hit.first, hit.last) if (country := flows.measures.country_at(at))}
    return measured if named <= {measured.reporter.iso, measured.partner.iso} else None


def flow_closed(flows: Flows, hit: Hit, unit: int) -> Measured | None:
    """The flow of a list that ends where a rule's words begin."""
    if hit.rule.name in _CARRIED:
        return flows.carried(unit, hit.last)
    if hit.rule.name in _WITHIN:
        return flows.before(unit, hit.first)
    if hit.rule.name == "stand-out":
        return flows.before(unit, hit.first) or flows.carried(unit, hit.last)
    return flows.within(unit, hit.first, hit.last)
