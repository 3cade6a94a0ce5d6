"""The words of what bears on goods without selling any: talks, rules, harvests, sectors, hopes and gifts."""

from __future__ import annotations

_TALKS = (
    "talks", "talk", "discussed", "discuss", "discusses", "discussion", "discussions", "negotiation", "negotiations",
    "negotiating", "negotiated", "agreement", "agreements", "agreed", "signed", "dispute", "disputes", "cooperation",
    "cooperate", "cooperates", "dialogue", "memorandum", "topic", "topics", "theme", "themes", "issue", "issues",
)  # fmt: skip
_RULES = (
    "duty", "duties", "tariff", "tariffs", "quota", "quotas", "ban", "bans", "banned", "sanctions", "restrictions",
    "restricted", "subject", "depend", "depends", "depended", "rules",
    "standards", "inspection", "inspections", "price", "prices",
)  # fmt: skip
_MAKING = (
    "produce", "produces", "produced", "producing", "producer", "producers", "production", "output", "harvest",
    "harvests", "grow", "grows", "grown", "growing", "growers", "cultivate", "cultivated", "reserves", "deposits",
    "resources", "rich", "crop", "crops", "farms", "farming", "manufacture", "manufactures", "manufactured",
    "manufacturing", "extraction", "plant", "plants", "refinery", "factory", "factories", "mines", "economy",
)  # fmt: skip
_SECTORS = (
    "sector", "sectors", "industry", "industries", "field", "fields", "area", "areas", "project", "projects",
    "company", "companies", "firms", "enterprises", "investor", "investors", "invest", "invests", "invested",
    "country", "countries", "operations", "employ", "employs", "jobs",
)  # fmt: skip
_HOPES = (
    "opportunity", "opportunities", "potential", "prospects", "demand", "interest", "interested", "promising", "hope",
    "hopes", "keen", "plan", "plans", "could", "would", "may", "might", "will", "should", "expected",
    "promote", "promotes",
    "promotion", "seek", "seeks", "wants", "not", "no", "never", "neither", "nor", "without", "excluded", "excluding",
    "hardly", "if", "despite",
)  # fmt: skip
_GIFTS = (
    "aid", "assistance", "donated", "gave", "gift", "gifts", "relief", "humanitarian", "training", "trained",
    "research", "exhibition", "festival", "consume", "consumes", "eat",
)  # fmt: skip
FOREIGN_TO_TRADE = frozenset(_TALKS + _RULES + _MAKING + _SECTORS + _HOPES + _GIFTS)
BEARING_ON_TRADE = frozenset(_TALKS + _RULES + _HOPES + _GIFTS)  # who makes and sells goods may well be told beside
