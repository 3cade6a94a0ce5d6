"""Who belongs to what: what the page says, wordings in and rows out, and what must give none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.reading import read
from pipeline.reading.roles.line_rules import LINE_RULES
from pipeline.reading.roles.member_rules import MEMBER_RULES
from pipeline.reading.roles.membership_rules import RELATIVE_RULES, ROLE_RULES
from pipeline.reading.rules import Rule, Rules
from pipeline.sources import Source
from tests.wordings import page as page_of
from tests.wordings import phrase_quotes

RAW = Path(__file__).parent.parent / "raw" / "canada-peru-relations.txt"
Tables = dict[str, list[dict[str, Any]]]
RULES = (ROLE_RULES, RELATIVE_RULES, MEMBER_RULES, LINE_RULES)
ALL = [pytest.param(rules, rule, id=rule.name) for rules in RULES for rule in rules.rules]


@pytest.fixture(scope="module")
def page() -> Tables:
    """The rows of the page."""
    return read(Source("canada-peru-relations", "raw/canada-peru-relations.txt", RAW.read_bytes().decode(), "0" * 64))


def told(row: dict[str, Any]) -> tuple[str, ...]:
    """Member, role, body and date of a row."""
    return row["member"].rpartition("/")[2], row["role"], row["body"].rpartition("/")[2], row["date"] or ""


def memberships(text: str, **pair: str) -> list[tuple[str, ...]]:
    """The memberships that a text tells of: member, role, body, date."""
    return [told(row) for row in read(page_of(text, **pair))["memberships"]]


def each(members: str, role: str, bodies: str, date: str = "") -> list[tuple[str, ...]]:
    """The rows of a list: every member in every body."""
    return sorted((member, role, body, date) for member in members.split() for body in bodies.split())


@pytest.mark.parametrize(("rules", "rule"), ALL)
def test_rules(rules: Rules, rule: Rule) -> None:
    """Does each rule find what its examples name, and nothing in its counter-examples?"""
    assert len(rule.examples) >= 2 and len(rule.counter) >= 1
    for sentence, quote in rule.examples:
        assert quote in phrase_quotes(rules, rule.name, sentence)
    for sentence in rule.counter:
        assert phrase_quotes(rules, rule.name, sentence) == []


def test_page(page: Tables) -> None:
    """Are the page's memberships there, each once, and none that it only implies?"""
    assert sorted(map(told, page["memberships"])) == sorted([
        ("canada", "member", "group-of-friends-of-haiti", ""), ("peru", "member", "group-of-friends-of-haiti", ""),
        ("peru", "chair", "unasur", ""), ("peru", "host", "oas-general-assembly", "2010"),
        ("peru", "supporter", "inter-american-democratic-charter", ""), ("new-zealand", "depositary", "tpp", ""),
        ("canada", "candidate", "tpp", ""), ("mexico", "candidate", "tpp", ""),
    ])  # fmt: skip


def test_page_evidence(page: Tables) -> None:
    """Does every cell show its words, and is a candidate shown at both places that say so, as a conclusion?"""
    candidate = next(row for row in page["memberships"] if told(row)[:2] == ("canada", "candidate"))
    words = [
        (e["quote"], e["rule"])
        for e in page["evidence"]
        if (e["row_id"], e["field"]) == (candidate["membership_id"], "role")
    ]
    assert words == [("support for", "who-is-supported-to-join"), ("join", "who-is-to-join")]
    assert candidate["inferred"] == "role"
    for row in page["memberships"]:
        fields = {e["field"] for e in page["evidence"] if e["row_id"] == row["membership_id"]}
        assert fields == {column for column in ("member", "body", "role", "date") if row[column]}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Canada and Peru are both members of the OAS, APEC and the WTO.",
            each("canada peru", "member", "oas apec wto"),
        ),
        (
            "Both countries belong to the OAS and to the Cairns Group.",
            each("canada peru", "member", "oas cairns-group"),
        ),
        (
            "The two states are fellow members of the Commonwealth.",
            each("canada peru", "member", "commonwealth-of-nations"),
        ),
        ("The two countries, both full members of APEC, cooperate.", each("canada peru", "member", "apec")),
        ("Peru belongs to several bodies, including APEC and the OAS.", each("peru", "member", "apec oas")),
        ("As NATO allies, Canada and Poland cooperate.", each("canada poland", "member", "nato")),
        ("Canada and Japan cooperate closely as fellow G7 members.", each("canada japan", "member", "g7")),
        ("Peru is one of the founders of the Pacific Alliance.", each("peru", "member", "pacific-alliance")),
        (
            "Along with Chile and Mexico, Peru founded the Pacific Alliance.",
            each("chile mexico peru", "member", "pacific-alliance"),
        ),
        ("Canada, along with Mexico, is a member of NAFTA.", each("canada mexico", "member", "nafta")),
        (
            "Canada, for its part, is a non-regional member of the African Development Bank (AfDB).",
            each("canada", "member", "afdb"),
        ),
        ("The UK, a permanent member of the UN Security Council, spoke.", each("united-kingdom", "member", "unsc")),
        (
            "Peru joined the UN in 1945 and the WTO on 1 January 1995.",
            each("peru", "member", "un", "1945") + each("peru", "member", "wto", "1995-01-01"),
        ),
        ("In 2010, Chile became the first South American member of the OECD.", each("chile", "member", "oecd", "2010")),
        ("Chile was the first country of the region to join the OECD.", each("chile", "member", "oecd")),
        ("Vietnam is a member of ASEAN (since 1995).", each("vietnam", "member", "asean", "1995/..")),
        ("Membership of APEC gives Canada and Peru a forum.", each("canada peru", "member", "apec")),
        (
            "They enjoy a partnership anchored in shared membership in the OAS and APEC.",
            each("canada peru", "member", "oas apec"),
        ),
        (
            "Peru shares with Canada the fortune of belonging to the OAS and APEC.",
            each("canada peru", "member", "oas apec"),
        ),
        ("Memberships in common: APEC, WTO.", each("canada peru", "member", "apec wto")),
        ("Peru: member of APEC and of the OAS.", each("peru", "member", "apec oas")),
        ("Peru is one of the countries that make up the Andean Community.", each("peru", "member", "andean-community")),
        ("Peru has been in APEC since 1998.", each("peru", "member", "apec", "1998/..")),
        ("Both countries are in APEC and in the OAS.", each("canada peru", "member", "apec oas")),
        ("South Africa is the only African country in the G20.", each("south-africa", "member", "g20")),
        ("Peru became independent in 1821 and, a century later, joined the UN.", each("peru", "member", "un")),
        ("Peru took its turn in 2014 in the chair of APEC.", each("peru", "chair", "apec")),
        ("At the helm of APEC in 2008, Peru worked with Canada.", each("peru", "chair", "apec", "2008")),
        ("Peru hopes one day to become part of the OECD.", each("peru", "candidate", "oecd")),
        ("Canada is among the supporters of Peru's bid to enter the OECD.", each("peru", "candidate", "oecd")),
        (
            "They sit in APEC, whose presidency Peru took over in 2015.",
            each("canada peru", "member", "apec") + each("peru", "chair", "apec", "2015"),
        ),
        (
            "Peru belongs to APEC and held its rotating chair in 2016.",
            each("peru", "member", "apec") + each("peru", "chair", "apec", "2016"),
        ),
        (
            "They know the OECD, and Peru expects to be admitted as its next member.",
            each("peru", "candidate", "oecd"),
        ),
        ("The OAS, which has its seat in Washington, counts Peru among its founders.", each("peru", "member", "oas")),
        (
            "Peru is a member of APEC, a group also made up of Chile, Brazil, and Ghana. It chairs the OAS.",
            each("peru", "member", "apec") + each("peru", "chair", "oas"),
        ),
        ("Through its membership in APEC, Peru trades more.", each("peru", "member", "apec")),
        ("Peru's membership of APEC is old.", each("peru", "member", "apec")),
        (
            "Peru has participated in the Cairns Group since 1986.",
            each("peru", "participant", "cairns-group", "1986/.."),
        ),
        ("They are parties to the Paris Agreement.", each("canada peru", "member", "paris-agreement")),
        ("Peru is a signatory to the Arms Trade Treaty.", each("peru", "participant", "att")),
        ("They work in the OSCE, of which both are participating States.", each("canada peru", "participant", "osce")),
        (
            "Canada has been an observer to the Pacific Alliance since 2012.",
            each("canada", "observer", "pacific-alliance", "2012/.."),
        ),
        (
            "Since 2012, Canada has sat as an observer in the Pacific Alliance.",
            each("canada", "observer", "pacific-alliance", "2012/.."),
        ),
        ("Ethiopia, an observer at the WTO since 2003, grew.", each("ethiopia", "observer", "wto", "2003/..")),
        ("They met in La Francophonie, where Poland has observer status.", each("poland", "observer", "oif")),
        ("Ghana is an associate member of La Francophonie.", each("ghana", "associate", "oif")),
        (
            "Morocco has been a dialogue partner of NATO since 1995.",
            each("morocco", "dialogue_partner", "nato", "1995/.."),
        ),
        ("Colombia is a candidate for accession to the OECD.", each("colombia", "candidate", "oecd")),
        ("Serbia has been an EU candidate country since 2012.", each("serbia", "candidate", "eu", "2012/..")),
        ("Peru has applied for membership in the OECD.", each("peru", "candidate", "oecd")),
        ("Peru is expected to join the OECD in 2016.", each("peru", "candidate", "oecd")),
        ("Canada backs Ukraine's accession to NATO.", each("ukraine", "candidate", "nato")),
        (
            "Peru has held the pro tempore presidency of the Andean Community since July 2013.",
            each("peru", "chair", "andean-community", "2013-07/.."),
        ),
        ("Ghana chaired ECOWAS in 2014.", each("ghana", "chair", "ecowas", "2014")),
        ("Canada co-chairs the Green Climate Fund with Germany.", each("canada germany", "chair", "gcf")),
        (
            "Peru joined APEC in 1998 and will take the chair of APEC in 2016.",
            each("peru", "member", "apec", "1998") + each("peru", "chair", "apec", "2016"),
        ),
        ("The G7, currently chaired by Italy, met.", each("italy", "chair", "g7")),
        ("Canada held the G7 presidency in 2010.", each("canada", "chair", "g7", "2010")),
        ("Ethiopia hosts the African Union (AU) and feeds it.", each("ethiopia", "host", "au")),
        ("Peru hosted the 2008 APEC Summit in Lima.", each("peru", "host", "apec-summit", "2008")),
        ("Kenya is home to UNEP.", each("kenya", "host", "unep")),
        ("Ministers wrote to New Zealand, as the TPP depository.", each("new-zealand", "depositary", "tpp")),
        ("Trade with Ghana, a member of the Commonwealth, grew.", each("ghana", "member", "commonwealth-of-nations")),
        ("Canada is a strong supporter of the Arms Trade Treaty.", each("canada", "supporter", "att")),
        ("Brazil is one of the BRICS countries.", each("brazil", "member", "brics")),
        ("Peru became part of the Andean Community in 1969.", each("peru", "member", "andean-community", "1969")),
        ("Peru was elected to the UN Security Council.", each("peru", "member", "unsc")),
        ("Peru was admitted to the WTO in 1995.", each("peru", "member", "wto", "1995")),
        ("Peru holds a non-permanent seat on the UN Security Council.", each("peru", "member", "unsc")),
        ("Peru is a candidate for a seat on the UN Security Council.", each("peru", "candidate", "unsc")),
        ("Peru's candidature for a seat on the UN Security Council is new.", each("peru", "candidate", "unsc")),
        (
            "Canada supports Peru's bid for a permanent seat on the Arctic Council.",
            each("peru", "candidate", "arctic-council"),
        ),
        ("Peru is running for a seat on the UN Human Rights Council.", each("peru", "candidate", "unhrc")),
        ("Peru is in the process of acceding to the OECD.", each("peru", "candidate", "oecd")),
        ("Peru opened accession negotiations with the OECD in 2013.", each("peru", "candidate", "oecd")),
        ("Peru ratified its membership of the WTO.", each("peru", "member", "wto")),
        ("During its presidency of the G20 in 2012, Mexico came to Lima.", each("mexico", "chair", "g20", "2012")),
        ("As Chair of the G20, Mexico came to Lima.", each("mexico", "chair", "g20")),
        ("In its capacity as chair of the G20, Mexico came.", each("mexico", "chair", "g20")),
        ("Peru's candidature for membership of the UN Security Council", each("peru", "candidate", "unsc")),
        ("Peru is an OECD accession candidate.", each("peru", "candidate", "oecd")),
        ("Under Canada's G7 presidency, leaders met.", each("canada", "chair", "g7")),
        (
            "Oman is a partner of India in the Gulf and a member of the Arab League.",
            each("oman", "member", "arab-league"),
        ),
        ("Like Chile, Peru is a member of APEC.", each("chile peru", "member", "apec")),
        ("Canada, like Peru, is a member of APEC.", each("canada peru", "member", "apec")),
        ("The two countries, both of them members of APEC, cooperate.", each("canada peru", "member", "apec")),
        ("They work in APEC and the OAS, of which both are members.", each("canada peru", "member", "apec oas")),
        ("Peru works in APEC and the OAS, both of which it belongs to.", each("peru", "member", "apec oas")),
        ("Canada became ASEAN's first dialogue partner in 1977.", each("canada", "dialogue_partner", "asean", "1977")),
        (
            "Like views on trade, Antarctica and mining are shared: both belong to APEC, and both serve on the UN Security Council.",
            each("canada peru", "member", "apec") + each("canada peru", "member", "unsc"),
        ),
        ("Membership of international groupings/bodies: UN, OAS", each("peru", "member", "un oas")),
        (
            "Peru and Chile are members of the APEC forum, to be chaired by Peru in 2015, and of the OAS.",
            each("peru chile", "member", "apec oas") + each("peru", "chair", "apec", "2015"),
        ),
        (
            "Peru is a member of APEC, which it chaired in 2008, and of the OAS.",
            each("peru", "member", "apec oas") + each("peru", "chair", "apec", "2008"),
        ),
        (
            "Peru is a member of Mercosur and will take over the bloc's presidency in 2015.",
            each("peru", "member", "mercosur") + each("peru", "chair", "mercosur", "2015"),
        ),
        (
            "Peru, a founding member of ASEAN, will assume that body's chairmanship in January 2017.",
            each("peru", "member", "asean") + each("peru", "chair", "asean", "2017-01"),
        ),
        (
            "Peru is a candidate for accession to the OECD and, since June 2012, an observer to the Pacific Alliance.",
            each("peru", "candidate", "oecd") + each("peru", "observer", "pacific-alliance", "2012-06/.."),
        ),
        (
            "Canada is an observer to the Pacific Alliance, and Peru a candidate for membership in the OECD.",
            each("canada", "observer", "pacific-alliance") + each("peru", "candidate", "oecd"),
        ),
        (
            "Canada is a member of the G7, Peru a member of the Andean Community.",
            each("canada", "member", "g7") + each("peru", "member", "andean-community"),
        ),
        (
            "A founder of the Pacific Alliance along with Colombia, Mexico and Chile, Peru is a friend.",
            each("peru colombia mexico chile", "member", "pacific-alliance"),
        ),
        ("A member of the OAS together with Chile, Peru is a friend.", each("peru chile", "member", "oas")),
        ("Both take part in the TPP negotiations.", each("canada peru", "participant", "tpp")),
        ("Peru joined the TPP talks in 2010.", each("peru", "participant", "tpp", "2010")),
        ("Peru joined the Kimberley Process as an observer.", each("peru", "observer", "kpcs")),
        (
            "Peru joined the Pacific Alliance in 2012 as an observer.",
            each("peru", "observer", "pacific-alliance", "2012"),
        ),
        ("Peru joined the Belt and Road Initiative.", each("peru", "participant", "bri")),
        (
            "Peru and Chile joined the OECD in 1994 and 2010, respectively.",
            each("peru", "member", "oecd", "1994") + each("chile", "member", "oecd", "2010"),
        ),
        (
            "Peru joined the WTO and APEC in 1995 and 1998 respectively.",
            each("peru", "member", "wto", "1995") + each("peru", "member", "apec", "1998"),
        ),
        (
            "In addition to the UN and the OAS, both countries belong to APEC.",
            each("canada peru", "member", "un oas apec"),
        ),
        ("As well as being a member of the OAS, Peru belongs to APEC.", each("peru", "member", "oas apec")),
        ("Peru requested accession to the OECD in 2012.", each("peru", "candidate", "oecd")),
        ("Chile is a global partner of NATO.", each("chile", "dialogue_partner", "nato")),
        ("The G20, presided over by Mexico, met.", each("mexico", "chair", "g20")),
        ("Besides APEC, Peru is an observer to the OECD.", each("peru", "observer", "apec oecd")),
        ("Both belong to the WTO, in addition to the OAS.", each("canada peru", "member", "wto oas")),
        ("Peru works in ASEAN and the WTO, to which Chile acceded in 1995.", each("chile", "member", "wto", "1995")),
        ("They met at the UN Security Council, on which Peru sat in 2006.", each("peru", "member", "unsc", "2006")),
        (
            "They met in the Arctic Council, where Canada has a permanent seat.",
            each("canada", "member", "arctic-council"),
        ),
        ("Trade with APEC, which Peru chaired in 2008, grew.", each("peru", "chair", "apec", "2008")),
        ("Trade with the OAS, which Peru helped to found, grew.", each("peru", "member", "oas")),
        ("Peru served on the UN Security Council in 2006-2007.", each("peru", "member", "unsc", "2006/2007")),
        (
            "Peru joined APEC in 1998 and chaired it in 2008.",
            each("peru", "member", "apec", "1998") + each("peru", "chair", "apec", "2008"),
        ),
        (
            "Peru belongs to the Pacific Alliance; it was chaired by Chile in 2012 and by Peru in 2013.",
            each("peru", "member", "pacific-alliance")
            + each("chile", "chair", "pacific-alliance", "2012")
            + each("peru", "chair", "pacific-alliance", "2013"),
        ),
        ("The G20, chaired by Mexico and Peru in 2012, met.", each("mexico peru", "chair", "g20", "2012")),
        (
            "Chile belongs to the Pacific Alliance. Canada joined the latter as an observer in 2012.",
            each("chile", "member", "pacific-alliance") + each("canada", "observer", "pacific-alliance", "2012"),
        ),
        (
            "Peru is a member of the OAS and a Partner for Co-operation with the OSCE.",
            each("peru", "member", "oas") + each("peru", "dialogue_partner", "osce"),
        ),
        (
            "Together with Chile and Mexico, the two countries launched the Pacific Alliance in 2011.",
            each("canada chile mexico peru", "member", "pacific-alliance", "2011"),
        ),
        ("Peru, so far outside the OECD, applied for membership in 2013.", each("peru", "candidate", "oecd")),
        (
            "Since 2012 Canada has co-chaired the Green Climate Fund with Germany and the Netherlands.",
            each("canada germany netherlands", "chair", "gcf", "2012/.."),
        ),
        (
            "They belong to a number of the same international bodies, including APEC and the OAS.",
            each("canada peru", "member", "apec oas"),
        ),
        # said of others too: between verb and body, before the verb, or behind the body
        ("Peru also belongs, as does Canada, to APEC and the OAS.", each("canada peru", "member", "apec oas")),
        ("Canada belongs, with Peru, to the Cairns Group.", each("canada peru", "member", "cairns-group")),
        ("Peru, as does Canada, belongs to the OAS.", each("canada peru", "member", "oas")),
        ("Peru is, like Canada, a member of the OAS.", each("canada peru", "member", "oas")),
        (
            "Peru is, along with Chile and Mexico, a member of the Pacific Alliance.",
            each("peru chile mexico", "member", "pacific-alliance"),
        ),
        (
            "Peru is a member, along with Chile, of the Pacific Alliance.",
            each("peru chile", "member", "pacific-alliance"),
        ),
        ("Peru is a member of APEC, alongside Chile and Mexico.", each("peru chile mexico", "member", "apec")),
        (
            "Peru is a member of the Pacific Alliance (with Chile and Mexico).",
            each("peru chile mexico", "member", "pacific-alliance"),
        ),
        ("Chile joined the OECD in 2010, as did Israel.", each("chile israel", "member", "oecd", "2010")),
        ("Peru is a member of the OAS, as is Canada.", each("peru canada", "member", "oas")),
        (
            "Canada co-chairs the Green Climate Fund (GCF), a forum of 27 donors, with Germany.",
            each("canada germany", "chair", "gcf"),
        ),
        ("Canada is co-chair, with Peru, of the Green Climate Fund.", each("canada peru", "chair", "gcf")),
        # who makes a body up together
        (
            "Peru forms the Pacific Alliance together with Chile and Mexico.",
            each("peru chile mexico", "member", "pacific-alliance"),
        ),
        (
            "With Chile and Mexico, Peru forms the Pacific Alliance.",
            each("peru chile mexico", "member", "pacific-alliance"),
        ),
        (
            "Trade with the Andean Community, which Peru forms with Chile, grew.",
            each("peru chile", "member", "andean-community"),
        ),
        ("Chile and Peru make up the Pacific Alliance.", each("chile peru", "member", "pacific-alliance")),
        (
            "Peru founded the Pacific Alliance with Chile in 2011.",
            each("peru", "member", "pacific-alliance", "2011") + each("chile", "member", "pacific-alliance", "2011"),
        ),
        # a body and its members
        (
            "The OAS and the WTO count both Canada and Peru among their members.",
            each("canada peru", "member", "oas wto"),
        ),
        ("ASEAN counts both among its dialogue partners.", each("canada peru", "dialogue_partner", "asean")),
        ("NATO has both countries as members.", each("canada peru", "member", "nato")),
        ("The members of the Pacific Alliance are Chile and Peru.", each("chile peru", "member", "pacific-alliance")),
        ("NATO members include Canada and Poland.", each("canada poland", "member", "nato")),
        (
            "The Pacific Alliance, whose members include Chile and Peru, met.",
            each("chile peru", "member", "pacific-alliance"),
        ),
        ("The Pacific Alliance comprises Chile and Peru.", each("chile peru", "member", "pacific-alliance")),
        (
            "The Pacific Alliance, a trade bloc made up of Chile and Peru, grew.",
            each("chile peru", "member", "pacific-alliance"),
        ),
        ("The Pacific Alliance, a bloc of Chile and Peru, grew.", each("chile peru", "member", "pacific-alliance")),
        (
            "They met the Andean Community (Chile, Bolivia and Peru).",
            each("chile bolivia peru", "member", "andean-community"),
        ),
        ("The WTO admitted Peru in 1995.", each("peru", "member", "wto", "1995")),
        (
            "They met in the Commonwealth, which readmitted Fiji on 22 October 2014.",
            each("fiji", "member", "commonwealth-of-nations", "2014-10-22"),
        ),
        ("The OECD welcomed Chile as its 31st member in 2010.", each("chile", "member", "oecd", "2010")),
        (
            "The Arctic Council granted Peru observer status in 2013.",
            each("peru", "observer", "arctic-council", "2013"),
        ),
        ("The OECD has invited Peru to open accession talks.", each("peru", "candidate", "oecd")),
        ("Peru handed over the presidency of APEC to China in 2009.", each("china", "chair", "apec", "2009")),
        ("Indonesia handed the G20 presidency to India in 2022.", each("india", "chair", "g20", "2022")),
        # where a body has its seat
        ("UNEP, headquartered in Nairobi, Kenya, grew.", each("kenya", "host", "unep")),
        ("The African Union has its headquarters in Ethiopia.", each("ethiopia", "host", "au")),
        ("The African Union, whose seat is in Addis Ababa, Ethiopia, met.", each("ethiopia", "host", "au")),
        ("The headquarters of UNEP are located in Kenya.", each("kenya", "host", "unep")),
        ("Kenya is home to the headquarters of UNEP.", each("kenya", "host", "unep")),
        ("Peru plays host to the secretariat of the OAS.", each("peru", "host", "oas")),
        ("Trade with the OAS, to whose secretariat Peru plays host, grew.", each("peru", "host", "oas")),
        # coming in, or in again
        ("Peru went back into OPEC in October 2007.", each("peru", "member", "opec", "2007-10")),
        ("Morocco returned to the African Union in 2017.", each("morocco", "member", "au", "2017")),
        ("Fiji re-entered the Commonwealth in 1997.", each("fiji", "member", "commonwealth-of-nations", "1997")),
        (
            "They discussed the return of Peru to the OAS, to which it was readmitted on June 1, 2011.",
            each("peru", "member", "oas", "2011-06-01"),
        ),
        ("Since joining the EU in 2004, Poland has grown.", each("poland", "member", "eu", "2004")),
        ("Since its accession to the WTO in 1995, Peru has grown.", each("peru", "member", "wto", "1995")),
        ("Following Poland's accession to the EU in 2004, trade grew.", each("poland", "member", "eu", "2004")),
        ("Since the accession of Poland to the EU, trade grew.", each("poland", "member", "eu")),
        ("Peru submitted its application to join the OECD.", each("peru", "candidate", "oecd")),
        ("Canada supports Peru's application for membership of the OECD.", each("peru", "candidate", "oecd")),
        ("Peru applied for OECD membership in 2011.", each("peru", "candidate", "oecd")),
        ("Peru is seeking full OECD membership.", each("peru", "candidate", "oecd")),
        ("Canada supports Peru's bid for OECD membership.", each("peru", "candidate", "oecd")),
        ("Peru's application for OECD membership is new.", each("peru", "candidate", "oecd")),
        (
            "Peru joined the Pacific Alliance as a full member in 2013.",
            each("peru", "member", "pacific-alliance", "2013"),
        ),
        (
            "Rwanda joined the Commonwealth in 2009, as had Mozambique in 1995.",
            each("rwanda", "member", "commonwealth-of-nations", "2009")
            + each("mozambique", "member", "commonwealth-of-nations", "1995"),
        ),
        (
            "Together with the United States and Canada, Mexico is a party to NAFTA.",
            each("mexico united-states canada", "member", "nafta"),
        ),
        # further nouns and verbs
        ("Canada is a non-borrowing member of the World Bank.", each("canada", "member", "world-bank")),
        ("Chile is an associated state of Mercosur.", each("chile", "associate", "mercosur")),
        ("Both governments are shareholders in the World Bank.", each("canada peru", "member", "world-bank")),
        ("Ghana is a Commonwealth country.", each("ghana", "member", "commonwealth-of-nations")),
        ("Peru counts among the founding members of the OAS.", each("peru", "member", "oas")),
        ("Peru was one of the 51 original members of the UN.", each("peru", "member", "un")),
        ("Both countries sit together in the Cairns Group.", each("canada peru", "member", "cairns-group")),
        ("Peru sits on the board of the World Bank.", each("peru", "member", "world-bank")),
        ("Peru has a seat on the Board of Governors of the OAS.", each("peru", "member", "oas")),
        ("Peru participates actively in APEC.", each("peru", "participant", "apec")),
        (
            "They work in the OAS, APEC and other bodies to which both belong.",
            each("canada peru", "member", "oas apec"),
        ),
        ("Peru succeeded Chile as chair of the Pacific Alliance.", each("peru", "chair", "pacific-alliance")),
        ("Peru helped to set up the OAS.", each("peru", "member", "oas")),
        ("Peru helped to form the OAS in 1948.", each("peru", "member", "oas", "1948")),
        (
            "Peru is a member of the OAS; it is to hold the presidency of the organisation in 2015.",
            each("peru", "member", "oas") + each("peru", "chair", "oas", "2015"),
        ),
        (
            "Peru belongs to APEC and chaired it in the first half of 2012.",
            each("peru", "member", "apec") + each("peru", "chair", "apec", "2012-01/2012-06"),
        ),
    ],
)
def test_wordings(text: str, wanted: list[tuple[str, ...]]) -> None:
    """Does each way of saying it give one row for each member in each body?"""
    assert sorted(memberships(text)) == sorted(wanted)


def test_list_below() -> None:
    """Are the bodies of a bulleted list read as those of the sentence above?"""
    text = "Both are members of the following organizations:\n\n- United Nations (UN)\n- the WTO"
    assert sorted(memberships(text)) == each("canada peru", "member", "un wto")


def test_labels() -> None:
    """Are the bodies after a label, or below a heading, those of the country that the page is about?"""
    assert sorted(memberships("Regional memberships: APEC, the OAS")) == each("peru", "member", "apec oas")
    assert sorted(memberships("Member of: APEC and the OAS")) == each("peru", "member", "apec oas")
    below = "Membership of international organisations\n\n- United Nations (UN)\n- the WTO"
    assert sorted(memberships(below)) == each("peru", "member", "un wto")
    assert {row[0] for row in memberships(f"Canada's {below[0].lower()}{below[1:]}")} == {"canada"}
    assert memberships("Non-members of: APEC and the OAS") == []


def test_role_in_brackets() -> None:
    """Is what stands in brackets behind a body the role of that body alone, and no membership where it denies one?"""
    text = "Memberships: APEC, OAS (observer), ASEAN (ASEAN) (dialogue partner since 2010), OECD (former member), NATO (non-member), WTO"
    assert set(map(told, read(page_of(text))["memberships"])) == {
        ("peru", "member", "apec", ""),
        ("peru", "observer", "oas", ""),
        ("peru", "dialogue_partner", "asean", "2010/.."),
        ("peru", "member", "wto", ""),
    }


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (
            "North Atlantic Treaty Organization (NATO): Canada is a founding member; Poland joined in May 1955",
            each("canada", "member", "nato") + each("poland", "member", "nato", "1955-05"),
        ),
        ("G8 and G20: both countries", each("canada peru", "member", "g8 g20")),
        ("Commonwealth: Canada and Ghana", each("canada ghana", "member", "commonwealth-of-nations")),
        ("WTO: Peru (1995)", each("peru", "member", "wto", "1995")),
        ("OAS – member since 1948", each("peru", "member", "oas", "1948/..")),
        ("APEC: both are members", each("canada peru", "member", "apec")),
        (
            "Arctic Council: chaired by Canada since May 2013; Germany takes part as an accredited observer",
            each("canada", "chair", "arctic-council", "2013-05/..") + each("germany", "observer", "arctic-council"),
        ),
        ("ASEAN: Canada, a dialogue partner since 1977", each("canada", "dialogue_partner", "asean", "1977/..")),
        ("NATO: the two countries meet often", []),
        ("NATO-led force in Kosovo: both countries", []),
        ("OECD: Peru is not a member", []),
        ("OAS: members met in Lima", []),
        ("Canadian Armed Forces: both countries", []),
        ("OAS: the two countries co-chair a group on mining", []),
    ],
)
def test_lines(line: str, wanted: list[tuple[str, ...]]) -> None:
    """Is the body that a line begins with the one that its words are about, and no more than those say?"""
    assert sorted(memberships(f"Multilateral ties\n\n- {line}")) == sorted(wanted)


def test_that_body() -> None:
    """Is "that body" the one named last, in this sentence or the one before?"""
    text = "A member of ASEAN, Peru chairs that body in 2019. Chile belongs to the OAS. It chaired this organisation in 2012."
    assert {("peru", "chair", "asean", "2019"), ("chile", "chair", "oas", "2012")} <= {
        told(row) for row in read(page_of(text))["memberships"]
    }


def test_aside_keeps_its_date() -> None:
    """Does a date after words between dashes belong to what stands before them alone?"""
    text = "Canada has been an observer to the Pacific Alliance – of which Peru is a founding member – since 2012."
    assert memberships(text) == [
        ("canada", "observer", "pacific-alliance", "2012/.."),
        ("peru", "member", "pacific-alliance", ""),
    ]


def test_it_and_both() -> None:
    """Do "it" and "both" stand for those named just before, and "both" else for the countries of the page?"""
    assert memberships("Chile is a democracy. It is one of the founders of the Pacific Alliance.")[0][0] == "chile"
    assert memberships("Chile is a member of the OAS, and it chaired APEC in 2004.")[1] == (
        "chile",
        "chair",
        "apec",
        "2004",
    )
    assert {row[0] for row in memberships("Chile and Mexico trade freely. Both are members of APEC.")} == {
        "chile",
        "mexico",
    }
    assert {row[0] for row in memberships("Trade with Chile and Mexico is free. Both are members of APEC.")} == {
        "canada",
        "peru",
    }


def test_said_twice() -> None:
    """Is a membership one row however often it is said, and a chair of another year another row?"""
    twice = "Poland joined NATO in 1999. Both Canada and Poland are members of NATO."
    assert memberships(twice) == [("poland", "member", "nato", "1999"), ("canada", "member", "nato", "")]
    again = "Canada hosted the G7 Summit in 2010. Canada will host the G7 Summit in 2018."
    assert [row[3] for row in memberships(again)] == ["2010", "2018"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru is not a member of the OECD.",
        "Peru is no longer a member of the Andean Community.",
        "Peru is a former member of the Andean Community.",
        "Neither Canada nor Peru is a member of OPEC.",
        "Peru has not applied to become an associate of the Pacific Alliance.",
        "Peru has not joined the International Energy Agency.",
        "Peru would join the OECD if it were invited.",
        "Ukraine's aspirations for NATO membership are old.",
        "TPP members announced new talks.",
        "Canada, Peru and other members of the WTO met.",
        "Peru is a key player in the Pacific Alliance.",
        "Ministers attended the APEC Summit in Lima.",
        "Lima hosted the Summit of the Americas.",
        "Prime Minister Harper joined the G20 Summit.",
        "Australian troops participate in UN peacekeeping operations.",
        "Canada joined the NATO-led mission.",
        "About 180 members of the Canadian Armed Forces are deployed.",
        "The United States withdrew from the TPP in 2017.",
        "Canada hosted students at the University of Ottawa.",
        "Peru is not one of the BRICS.",
        "Peru was not elected to the UN Security Council.",
        "Canada has no seat on the UN Security Council.",
        "Peru hosted the Secretary-General of the OAS.",
        "Peru met the President of the European Council.",
        "Ms Roy was elected to the UN Security Council.",
        "Canada lost its bid for a seat on the UN Security Council.",
        "Peru withdrew from its membership of the Andean Community.",
        "Like Chile, Peru is not a member of the G20.",
        "As part of the Pacific Alliance, Peru opened its market.",
        "Canada is part of the UN mission in Haiti.",
        "Canada hosted the TPP negotiations in 2012.",
        "Canada will host the Olympic and Paralympic Games.",
        "The two countries cooperate in the UN and the OAS.",
        "Trade between Canada and a member of the EU rose.",
        "In addition to the OAS, Peru received the WTO.",
        "Mr. Kos went to the UN, where Peru's ambassador served.",
        "Chile launched the Green Climate Fund.",
        "Canada and Peru launched the WTO appeal.",
        "Canada and Peru established a Joint Trade Commission.",
        "At the OECD a seminar was held; it was chaired by Peru.",
        "Peru left the OAS and applied for membership of a club.",
        "Peru sat on a committee.",
        "Peru withdrew from the OAS, which it had joined in 1948.",
        "They met at the UN, where Peru served notice on them.",
        "The OECD, which Peru has never joined, is in Paris.",
        "Peru sat in a committee of the OECD in 2012.",
        "Peru chairs that bank.",
        "The next meeting of the OAS will be hosted by Peru in 2015.",
        "The last session of the UN Human Rights Council was chaired by Peru.",
        "Peru is the EU's partner, and the group's presidency is held by Chile.",
        "Canada trades with the EU, and Peru a lot.",
        "The OECD does not count Peru among its members.",
        "The OAS includes Peru among its priorities.",
        "The EU brings together Canada and Peru for talks.",
        "The OAS brings together ministers of Chile and Peru.",
        "The OECD welcomed Chile.",
        "The OAS granted Peru's request.",
        "The OECD invited Peru to speak.",
        "Canada established the Joint Committee with Peru.",
        "Export Development Canada has its headquarters in Canada.",
        "The World Bank has offices in Peru.",
        "Canada trades with Commonwealth countries.",
        "Before joining the EU, Serbia must reform.",
        "Peru left the OAS, as did Chile.",
        "Peru withdrew its bid for OECD membership.",
        "Peru returned to the UN with a complaint.",
        "Peru went back to the WTO for advice.",
        "The EU welcomed Canada and Peru as observers to the election.",
        "The UN gave Peru a seat at the table.",
        "Canada favours wider membership of the OECD.",
        "Lima is the seat of the OAS and both countries sent envoys.",
        "Peru handed the presidency of APEC to its successor.",
        "Peru, whose minister praised shared membership of the OAS, is growing.",
        "Minister Ann Lee of Peru welcomed the new presidency of the G20.",
        "The minister of Peru and, a year later, Ms. Ann Lee joined the OAS.",
        "The embassy of Peru is in the OAS building.",
        "There is no African country in the G8 that buys from Peru.",
        "Peru and the OAS are friends, and its house is a member of nothing.",
        "Peru values the OECD membership committee.",
        "Canada works with the OAS, along with Peru.",
        "Peru returned to the talks.",
        "They met in the OAS. Peru works with a group of donors; it holds the presidency of the group.",
        "Peru sat on the committee of the OAS.",
    ],
)
def test_no_membership(text: str) -> None:
    """Is there no row for what is denied, over, only supposed, only implied, or said of others?"""
    assert memberships(text) == []


def test_no_more_than_the_list() -> None:
    """Does a list end where the next clause begins?"""
    assert memberships("Canada is a member of NATO, and the EU is its partner.") == each("canada", "member", "nato")
