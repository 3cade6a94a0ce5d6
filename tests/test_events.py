"""What happened, goes on or is planned: what the page says, wordings in and rows out, and what must give none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.reading import read
from pipeline.reading.events.event_rules import PLAYERS, ROLES, triggers
from pipeline.reading.events.frame_rules import FRAMES
from pipeline.sources import Source
from pipeline.tableschema import tables
from tests.wordings import page as page_of
from tests.wordings import source

RAW = Path(__file__).parent.parent / "raw" / "canada-peru-relations.txt"
Tables = dict[str, list[dict[str, Any]]]
NEEDED = {"kind": "always", "date": "filled", "place": "filled", "status": "unless occurred"}


@pytest.fixture(scope="module")
def page() -> Tables:
    """The rows of the page."""
    return read(Source("canada-peru-relations", "raw/canada-peru-relations.txt", RAW.read_bytes().decode(), "0" * 64))


def who(tables: Tables, event: dict[str, Any]) -> str:
    """The parts of an event in the order of their names: "host peru, visitor ed-fast"."""
    parts = [row for row in tables["participants"] if row["event_id"] == event["event_id"]]
    return ", ".join(
        sorted(f"{row['role']} {(row['entity_id'] or row['participant']).rpartition('/')[2]}" for row in parts)
    )


def what(event: dict[str, Any]) -> str:
    """Kind, date, status (unless it occurred) and place of an event."""
    status = "" if event["status"] == "occurred" else event["status"]
    place = f"@{event['place'].rpartition('/')[2]}" if event["place"] else ""
    return " ".join(filter(None, (event["kind"], event["date"], status, place)))


def told(text: str) -> list[str]:
    """The events that a text on a page of June 2014 tells of."""
    return [what(event) for event in read(page_of(text))["events"]]


def told_with(text: str) -> list[tuple[str, str]]:
    """The events that a text tells of, with their parts."""
    tables = read(page_of(text))
    return [(what(event), who(tables, event)) for event in tables["events"]]


PAGE = [
    ("adoption 2001 @lima", "instrument inter-american-democratic-charter"),
    ("meeting 2010 @peru", "host peru"),
    ("consultation recurring", "party canada, party peru"),
    ("inauguration 2011-07", "attendee diane-ablonczy, other humala"),
    ("visit 2012-03 @peru", "visitor diane-ablonczy"),
    ("visit 2012-04 @peru", "visitor ed-fast"),
    ("meeting 2012-04 @cartagena", "attendee ed-fast"),
    ("meeting 2011", "attendee harper, attendee humala"),
    ("meeting 2011", ""),
    ("entry_into_force 2009", "instrument canada-peru-free-trade-agreement, party canada, party peru"),
    ("entry_into_force 2009", "instrument parallel agreements on labour cooperation and the environment"),
    ("signature", "instrument canada-peru-free-trade-agreement, party canada, party peru"),
    ("announcement 2012-06-19", "announcer TPP members, candidate canada"),
    ("announcement 2012-06-18/2012-06-24", "candidate mexico"),
    ("consultation 2012-07-10", "party united-states-congress"),
    ("accession 2012-10 planned", "candidate canada, other tpp"),
    ("negotiation 2012-12 planned", "party canada"),
    ("programme 1968/.. ongoing @peru", "beneficiary peru, manager dfatd"),
    ("designation 2009", "beneficiary peru, supporter canada"),
    ("announcement 2011", "announcer harper, supporter cida"),
    ("announcement 2012-04", "announcer harper"),
    ("fair 2012-09 planned @lima", ""),
]


def test_page(page: Tables) -> None:
    """Are the page's events there with their dates, status, places and parts, each once, and no others?"""
    found = [(what(event), who(page, event)) for event in page["events"]]
    assert sorted(found) == sorted(PAGE)


def test_ids_of_page(page: Tables) -> None:
    """Do ids say what, when and who, and titles what it is called?"""
    titles = {event["event_id"].rpartition("/")[2]: event["title"] for event in page["events"]}
    assert titles["visit-2012-04-ed-fast"] == "Visit by Ed Fast"
    assert titles["meeting-2012-04-summit-of-the-americas"] == "Summit of the Americas"
    assert titles["meeting-2011-harper-and-humala"] == "Meeting of Harper and Humala"
    assert titles["accession-2012-10-canada"] == "Accession of Canada to Trans-Pacific Partnership"


def quotes(page: Tables, row: str, field: str) -> list[str]:
    """The words that a cell of the page rests on."""
    found = [one for one in page["evidence"] if one["row_id"].rpartition("/")[2] == row and one["field"] == field]
    return [" ".join(one["quote"].split()) for one in found]


def test_told_twice(page: Tables) -> None:
    """Does an event that the page tells twice have the words of both places?"""
    assert quotes(page, "meeting-2011-harper-and-humala", "kind") == ["met", "meeting"]
    assert quotes(page, "meeting-2011-harper-and-humala", "date") == ["2011", "2011"]
    assert quotes(page, "meeting-2011-apec-summit", "kind") == ["APEC Summit", "APEC summit"]
    agreement = "entry-into-force-2009-canada-peru-free-trade-agreement"
    assert quotes(page, agreement, "kind") == ["entered into force", "entry into force"]


def test_words_of_status(page: Tables) -> None:
    """Do planned, recurring and ongoing events show the words that say so, or the rule?"""
    assert quotes(page, "accession-2012-10-canada", "status") == ["will formally"]
    assert quotes(page, "negotiation-2012-12-canada", "status") == ["likely to be"]
    assert quotes(page, "consultation-canada-and-peru", "status") == ["annual"]
    assert quotes(page, "programme-1968-foreign-affairs-trade-and-development-canada", "status") == ["since 1968"]
    fair = next(event for event in page["events"] if event["kind"] == "fair")
    assert fair["inferred"] == "status"


def test_concluded_cells_of_page(page: Tables) -> None:
    """Are the cells that rules conclude marked: the place of a visit again, a date of the clause before, host as place?"""
    inferred = {event["event_id"].rpartition("/")[2]: event["inferred"] for event in page["events"]}
    assert inferred["visit-2012-03-diane-ablonczy"] == "place"
    assert inferred["meeting-2010-oas-general-assembly"] == "place"
    assert inferred["accession-2012-10-canada"] == "date date_from date_to"
    assert inferred["visit-2012-04-ed-fast"] is None
    assert inferred["meeting-2012-04-summit-of-the-americas"] is None  # stated where it is told the second time


@pytest.mark.parametrize("table", ["events", "participants"])
def test_spans_and_lists(page: Tables, table: str) -> None:
    """Is every quote the very characters its offsets name, and every value of a closed list?"""
    text = RAW.read_bytes().decode()
    fields = {field["name"]: field for field in tables()[table].schema["fields"]}
    for row in page[table]:
        assert text[row["start_char"] : row["end_char"]] == row["quote"]
        for name, field in fields.items():
            allowed = field.get("constraints", {}).get("enum")
            assert not allowed or row[name] is None or row[name] in allowed, (name, row[name])


def test_no_event_after_the_page(page: Tables) -> None:
    """Is what lies after the page's own date never said to have occurred?"""
    assert all(
        event["date_from"] <= "2012-08-31"
        for event in page["events"]
        if event["status"] == "occurred" and event["date"]
    )


WORDINGS = [
    # visits
    ("President Kos paid a state visit to Ottawa on 5 June 2012.", "visit 2012-06-05 @ottawa", "visitor kos"),
    ("Foreign Minister Ana Ruiz is scheduled to visit Canada in 2015.", "visit 2015 planned @canada", "visitor ana-ruiz"),
    ("Ms. Ruiz was in Lima and Quelm in May 2013.", "visit 2013-05 @lima", "visitor ruiz"),
    ("Ms. Ruiz is due in Lima this autumn.", "visit 2014-23 planned @lima", "visitor ruiz"),
    ("In May 2011, Trade Minister Piet Roy took 38 companies to Lima.", "visit 2011-05 @lima", "visitor piet-roy"),
    ("A visit to Lima by Mr. Roy is planned, after one in May 2013.", "visit 2013-05 @lima", "visitor roy"),
    ("Mr. Kos was welcomed in Toronto and Ottawa by Ms. Ruiz in 2013.", "visit 2013 @toronto", "host ruiz, visitor kos"),
    ("Chancellor Anna Wolff received President Igor Kos in Berlin in 2013.", "visit 2013 @berlin", "host anna-wolff, visitor igor-kos"),
    ("H.E. Igor Kos was the guest of Ms. Ruiz on 3-5 May 2013.", "visit 2013-05-03/2013-05-05", "host ruiz, visitor igor-kos"),
    ("May 2013: Ms. Ruiz visited Lima.", "visit 2013-05 @lima", "visitor ruiz"),
    ("Canadian officials visited Lima in May 2013.", "visit 2013-05 @lima", "visitor Canadian officials"),
    ("The Governor-General is expected to visit Lima in 2015.", "visit 2015 planned @lima", "visitor Governor-General"),
    ("A visit of the Peruvian Minister of Health is expected in October 2014.", "visit 2014-10 planned", "visitor Peruvian Minister of Health"),
    ("A return visit by the Trade Minister is scheduled for May 2015.", "visit 2015-05 planned", "visitor Trade Minister"),
    ("At the invitation of President Ann Ruiz, Mr. Kos visited Lima in May 2013.", "visit 2013-05 @lima", "host ann-ruiz, visitor kos"),
    ("Mr. Kos travelled to Lima in May 2013 at the invitation of his counterpart, Mr. Piet Roy.", "visit 2013-05 @lima", "host piet-roy, visitor kos"),
    ("The last Prime Minister to visit Lima was Mr. Kos, in May 2013.", "visit 2013-05 @lima", "visitor kos"),
    ("The first foreign leader to visit Lima was President Ann Roy in May 2012.", "visit 2012-05 @lima", "visitor ann-roy"),
    ("The last country to sign the Arica Treaty was Chile, in 2012.", "signature 2012", "instrument arica-treaty, party chile"),
    ("The most recent ministerial visit to Lima was by Trade Minister Ann Roy in May 2013.", "visit 2013-05 @lima", "visitor ann-roy"),
    ("Mr. Kos stopped over in Lima in May 2013.", "visit 2013-05 @lima", "visitor kos"),
    ("Mr. Kos is expected back in Lima in May 2015.", "visit 2015-05 planned @lima", "visitor kos"),
    ("Igor Kos, Deputy Prime Minister and Minister of Mines of Peru, visited Ottawa in May 2013.", "visit 2013-05 @ottawa", "visitor igor-kos"),
    ("The Minister of Mines and Vice-President of the World Bank, Igor Kos, visited Ottawa in May 2013.", "visit 2013-05 @ottawa", "visitor igor-kos"),
    ("In May 2013 Peru sent a trade mission of 26 firms to Ottawa.", "visit 2013-05 @ottawa", "organiser peru"),
    ("A Peruvian trade delegation visited Ottawa in May 2013.", "visit 2013-05 @ottawa", "visitor Peruvian trade delegation"),
    # meetings
    ("Mr. Kos and Ms. Ruiz conferred in Lima last September.", "meeting 2013-09 @lima", "attendee kos, attendee ruiz"),
    ("Mr. Kos had talks with Ms. Ruiz on 3 May 2013.", "meeting 2013-05-03", "attendee kos, attendee ruiz"),
    ("Mr. Kos spoke by telephone with Ms. Ruiz in May 2013.", "meeting 2013-05", "attendee kos, attendee ruiz"),
    ("Mr. Kos and Ms. Ruiz are expected to meet again in 2015.", "meeting 2015 planned", "attendee kos, attendee ruiz"),
    ("Mr. Kos attended the APEC Summit in Lima in 2013.", "meeting 2013 @lima", "attendee kos"),
    ("The Joint Commission meets every two years.", "meeting recurring", "attendee joint-commission"),
    ("Both leaders signed the Lima Declaration in 2013.", "signature 2013", "instrument lima-declaration"),
    ("In May 2013 Mr. Kos called on President Ruiz.", "meeting 2013-05", "attendee kos, attendee ruiz"),
    ("The Third Meeting of the Joint Economic Commission (JEC) took place in Lima in May 2013.", "meeting 2013-05 @lima", "organiser joint-economic-commission"),
    ("The Trade Forum was organised by the World Bank in Lima in May 2013.", "meeting 2013-05 @lima", "attendee world-bank"),
    ("Mr. Kos had a working lunch with Ms. Ruiz in May 2013.", "meeting 2013-05", "attendee kos, attendee ruiz"),
    ("Mr. Kos telephoned Ms. Ruiz on 3 May 2013.", "meeting 2013-05-03", "attendee kos, attendee ruiz"),
    ("Mr. Kos sat down with Ms. Ruiz in Lima in May 2013.", "meeting 2013-05 @lima", "attendee kos, attendee ruiz"),
    ("Mr. Kos attended the annual mining convention in Lima in May 2013.", "meeting 2013-05 @lima", "attendee kos"),
    ("Peru hosted a convention of miners in May 2013.", "meeting 2013-05 @peru", "host peru"),
    ("Mr. Kos addressed the Trade Conference in Lima in May 2013.", "meeting 2013-05 @lima", "attendee kos"),
    ("Mr. Kos participated in the Lima Business Forum in May 2013.", "meeting 2013-05", "attendee kos"),
    ("The Joint Commission continues to meet, most recently in Lima in May 2013.", "meeting 2013-05 @lima", "attendee joint-commission"),
    ("Mr. Kos visited Lima in May 2013, where he was welcomed by Senator Ann Roy, Peru's Minister of Mines.", "meeting 2013-05 @lima", "attendee kos, host ann-roy"),
    ("Mr. Kos held discussions with Ms. Ruiz in Lima in June 2012.", "meeting 2012-06 @lima", "attendee kos, attendee ruiz"),
    ("Mr. Kos had an audience with President Ruiz in May 2012.", "meeting 2012-05", "attendee kos, attendee ruiz"),
    ("The Joint Commission last convened in Lima in May 2012.", "meeting 2012-05 @lima", "attendee joint-commission"),
    ("Mr. Kos held a video call with Ms. Ruiz in May 2012.", "meeting 2012-05", "attendee kos, attendee ruiz"),
    # consultations and negotiations
    ("Officials met for the fourth round of consultations in Lima in May 2013.", "consultation 2013-05 @lima", ""),
    ("Human rights talks are held each year; the latest was in Lima in May 2012.", "consultation 2012-05 @lima", ""),
    ("Canada continues to negotiate a tax treaty with Peru.", "negotiation ongoing", "instrument tax treaty, party canada, party peru"),
    ("In May 2013 Canada and Peru reached an agreement in principle on a Mining Treaty.", "negotiation 2013-05", "instrument mining-treaty, party canada, party peru"),
    ("Canada and the OECD reached an agreement on mines in May 2012.", "negotiation 2012-05", "party canada, party oecd"),
    ("The two sides have been in talks on a tax treaty since May 2013.", "negotiation 2013-05/.. ongoing", "instrument tax treaty, party canada, party peru"),
    ("The Canada-Peru political consultations took place on 3 May 2012 in Lima, co-chaired by Minister Igor Kos and Ms. Ann Roy.", "consultation 2012-05-03 @lima", "attendee ann-roy, attendee igor-kos"),
    ("Talks were held in Lima in June 2012, led by Ms. Ann Roy.", "negotiation 2012-06 @lima", ""),
    ("Canada and Peru announced on 3 June 2013 that they had concluded negotiations on a tax treaty.", "negotiation 2013-06-03", "instrument tax treaty"),
    ("Consultations are held each year. For the third round, in May 2011, Ms. Ann Roy came to Lima.", "consultation 2011-05", ""),
    ("Canada and Peru reached agreement on the Arica Treaty in May 2013.", "negotiation 2013-05", "instrument arica-treaty, party canada, party peru"),
    ("A round of political consultations is to be held in Lima in 2015.", "consultation 2015 planned @lima", ""),
    ("Consultations take place each year, most recently in Lima in May 2013.", "consultation 2013-05 @lima", ""),
    ("The Lima-Ottawa Strategic Dialogue was held in Lima in 2013.", "consultation 2013 @lima", ""),
    ("Canada and Peru are negotiating a Youth Mobility Agreement.", "negotiation ongoing", "instrument youth-mobility-agreement, party canada, party peru"),
    ("A nuclear agreement is still being negotiated.", "negotiation ongoing", "instrument nuclear agreement"),
    ("A Tax Convention, whose text was agreed last July, is long.", "negotiation 2013-07", "instrument tax-convention"),
    ("Talks on an air agreement were concluded in May 2013.", "negotiation 2013-05", "instrument air agreement"),
    ("A labour dialogue has been under way since 2009.", "consultation 2009/.. ongoing", ""),
    ("Talks on an air agreement, which resumed in May 2010, continue.", "negotiation 2010-05 ongoing", "instrument air agreement"),
    # texts
    ("Peru and Chile have concluded the Ulvik Treaty (signed in May 1974).", "signature 1974-05", "instrument ulvik-treaty, party chile, party peru"),
    ("Peru signed the financing agreement for the 2012 programme on 3 May 2013.", "signature 2013-05-03", "instrument financing agreement, party peru"),
    ("Peru signed the Ulvik Treaty with the OECD, of which Chile is a member, in May 2013.", "signature 2013-05", "instrument ulvik-treaty, party oecd, party peru"),
    ("The treaty was signed in 2010 and, once ratified, entered fully into force in May 2013.", "entry_into_force 2013-05", ""),
    ("The tax treaty has been applicable since 1990.", "entry_into_force 1990", "instrument tax treaty"),
    ("Cultural Agreement (entry into force: May 3, 1974)", "entry_into_force 1974-05-03", "instrument cultural-agreement"),
    ("The Ulvik Treaty, which the Senate ratified in May 2013, is long.", "ratification 2013-05", "instrument ulvik-treaty, party senate"),
    ("The Ulvik Treaty awaits ratification by the Senate.", "ratification planned", "instrument ulvik-treaty, party senate"),
    ("The Ulvik Treaty (signed in Lima in 1990) is long.", "signature 1990 @lima", "instrument ulvik-treaty"),
    ("The Ulvik Treaty has been applied provisionally since 2013.", "entry_into_force 2013", "instrument ulvik-treaty"),
    ("Peru's trade agreement with Chile took effect in 2013.", "entry_into_force 2013", "instrument trade agreement, party chile, party peru"),
    ("At a summit in Lima in 2013, leaders adopted the Lima Declaration.", "adoption 2013 @lima", "instrument lima-declaration"),
    # states, bodies and offices
    ("Peru and Canada established diplomatic relations in 1935.", "establishment 1935", "party canada, party peru"),
    ("Our two countries established diplomatic relations in 1935.", "establishment 1935", "party canada, party peru"),
    ("Peru plans to open a consulate general in Toronto in 2015.", "establishment 2015 planned @toronto", "party peru"),
    ("Peru joined APEC on 3 May 1998.", "accession 1998-05-03", "other apec, party peru"),
    ("Peru was elected to the board, and Mr. Kos took office in July 2011.", "inauguration 2011-07", "other kos"),
    ("Free elections were held on 10 April 2011.", "election 2011-04-10", ""),
    ("It is a member of the Ulvik Council, which Peru joined in May 1999.", "accession 1999-05", "other ulvik-council, party peru"),
    ("The long friendship dates from the opening of a Peruvian consulate in Ottawa in 1946.", "establishment 1946 @ottawa", "party peru"),
    ("Peru has maintained an embassy in Ottawa since 1940.", "establishment 1940 @ottawa", "party peru"),
    ("A Swiss consulate was opened in Lima in 1863.", "establishment 1863 @lima", "party switzerland"),
    ("Its office in Lima, which was opened in 1993, is small.", "establishment 1993 @lima", ""),
    ("Diplomatic relations, interrupted in 1936, were resumed in 1955.", "establishment 1955", ""),
    ("The Ulvik Council, which dates back to 1978, is small.", "establishment 1978", "other ulvik-council"),
    ("The Ulvik Fund, set up in July 2010, is small.", "establishment 2010-07", "other ulvik-fund"),
    # the rest
    ("Peru has been engaged in development cooperation with Chile since 1961.", "programme 1961/.. ongoing", "beneficiary chile, supporter peru"),
    ("Since 1990 Peru has provided over $12 million to Chile.", "programme 1990/.. ongoing", "beneficiary chile, supporter peru"),
    ("Since 1950, the Ulvik Programme has brought 300 farmers to Lima.", "programme 1950/.. ongoing", "instrument ulvik-programme"),
    ("Between 2010 and 2012 the World Bank supported 23 joint projects.", "programme 2010/2012", "supporter world-bank"),
    ("During talks held in Lima in May 2013, Peru pledged $12 million for the years 2014 and 2015.", "announcement 2013-05", "announcer peru"),
    ("Peru has been a country of focus for Canada's aid since 2009.", "designation 2009", "beneficiary peru, supporter canada"),
    ("The Ulvik Fund, launched in 2013, is small.", "programme 2013", "instrument ulvik-fund"),
    ("The Ulvik Fund (2011-2016) is managed by the World Bank.", "programme 2011/2016 ongoing", "instrument ulvik-fund, manager world-bank"),
    ("Under the Ulvik Programme, in operation since 1974, 300 came.", "programme 1974/.. ongoing", "instrument ulvik-programme"),
    ("A project was announced by Ms. Ruiz in May 2013.", "announcement 2013-05", "announcer ruiz"),
    ("The next trade fair will take place in Lima in early October.", "fair 2014-10 planned @lima", ""),
    ("The treaty was renewed on 3 May 2013.", "other 2013-05-03", "instrument treaty"),
    # partnerships,
    ("In May 2013 Peru established a Mining Partnership with Chile.", "establishment 2013-05", "party chile, party peru"),
    ("Peru and Chile have maintained a strategic partnership since 2009.", "programme 2009/.. ongoing", "party chile, party peru"),
    # what a relative clause is the object or the owner of,
    ("Talks on an air agreement, which the EU and Peru began in May 2013, are stalled.", "negotiation 2013-05", "instrument air agreement, party eu, party peru"),
    ("The Trade Dialogue, which the EU launched in 2013, is useful.", "consultation 2013", "party eu"),
    # parts that belong elsewhere,
    ("Mr. Kos met Ms. Ruiz in May 2013 and addressed a committee of the OECD.", "meeting 2013-05", "attendee kos, attendee ruiz"),
    ("Igor Kos, Speaker of Peru's National Assembly, visited Ottawa in May 2013.", "visit 2013-05 @ottawa", "visitor igor-kos"),
    ("Canada witnessed the Ulvik Treaty that Peru and Chile signed in May 2013.", "signature 2013-05", "instrument ulvik-treaty, party chile, party peru"),
    ("Canada paid for the treaty of friendship that Peru signed in May 2013.", "signature 2013-05", "instrument treaty of friendship, party peru"),
    ("The Paris Agreement (PA) treaty entered into force in 2016.", "entry_into_force 2016 planned", "instrument paris-agreement"),
    # what goes on or comes again,
    ("Consultations, held alternately in Lima and Ottawa since 2009, are useful.", "consultation 2009/.. recurring @lima", ""),
    ("Talks between officials have been held in each capital by turns since 2009.", "negotiation 2009/.. recurring", ""),
    ("The Quelm Project (2012-2018), managed by the OECD, helps farmers.", "programme 2012/2018 ongoing", "instrument quelm-project, manager oecd"),
    # what opens a sentence, and what goes on under a programme,
    ("Approved by the Senate in May 2013, the Ulvik Treaty is long.", "ratification 2013-05", "instrument ulvik-treaty, party senate"),
    ("Signed in Lima in May 2013, but not yet in force, the Ulvik Treaty is long.", "signature 2013-05 @lima", "instrument ulvik-treaty"),
    ("Launched in May 2013, the Ulvik Programme helps farmers.", "programme 2013-05", "instrument ulvik-programme"),
    ("Canada has since 2008 provided Peru with $9 million under the Ulvik Programme.", "programme 2008/.. ongoing", "beneficiary peru, instrument ulvik-programme, supporter canada"),
    ("In May 2013 the Senate passed the implementing bill.", "adoption 2013-05", "instrument implementing bill, party senate"),
    ("Canada's embassy in Lima, closed in 1986, was reopened in May 2010.", "establishment 2010-05 @lima", "party canada"),
    ("The Ulvik Programme, which has been running since 1992, is large.", "programme 1992/.. ongoing", "instrument ulvik-programme"),
    ("Trade with the OECD, to which Peru acceded in May 2010, grew.", "accession 2010-05", "other oecd, party peru"),
    ("Canada named Peru one of its priority partners in 2010.", "designation 2010", "beneficiary peru, supporter canada"),
    ("The next APEC Summit, to be hosted by Peru in May 2016, will be large.", "meeting 2016-05 planned @peru", "host peru"),
    ("Consultations to be held in Lima in May 2015 will be useful.", "consultation 2015-05 planned @lima", ""),
    ("A visit to Ottawa by Ms. Ruiz, planned for May 2013, was postponed and is now scheduled for May 2015.", "visit 2015-05 planned @ottawa", "visitor ruiz"),
    ("Mr. Kos spoke with Ms. Ruiz in May 2012, and met her at the APEC Summit in Lima, held on 3 June 2013.", "meeting 2013-06-03 @lima", ""),
    ("Mr. Kos met Ms. Ruiz on the sidelines of the APEC Summit in Lima, held on 3 June 2013.", "meeting 2013-06-03 @lima", "attendee kos, attendee ruiz"),
    # who else takes part,
    ("Together with President Ana Ruiz, Mr. Kos attended the APEC Summit in May 2013.", "meeting 2013-05", "attendee ana-ruiz, attendee kos"),
    ("Mr. Kos, accompanied by the Trade Minister, Piet Roy, visited Lima in May 2013.", "visit 2013-05 @lima", "visitor kos, visitor piet-roy"),
    ("Ms. Ruiz received Mr. Kos, accompanied by Mr. Roy, in Lima in May 2013.", "visit 2013-05 @lima", "host ruiz, visitor kos, visitor roy"),
    ("Together with Chile and Mexico, Peru launched the Pacific Alliance in 2011.", "establishment 2011", "other pacific-alliance, party chile, party mexico, party peru"),
    ("Since 2008 Canada has provided Peru with $9 million under the Ulvik Programme.", "programme 2008/.. ongoing", "beneficiary peru, instrument ulvik-programme, supporter canada"),
    ("President Igor Kos, elected in March 2012, is a lawyer.", "election 2012-03", "candidate igor-kos"),
    ("The Quelm Project (2011-2016), carried out by the OECD, helps farmers.", "programme 2011/2016 ongoing", "instrument quelm-project, manager oecd"),
    ("The Ulvik Treaty took effect for Peru in May 2013.", "entry_into_force 2013-05", "instrument ulvik-treaty, party peru"),
    ("The agreement on a mining partnership, signed in May 2013, is long.", "signature 2013-05", "instrument agreement on a mining partnership"),
    ("Canada and Peru concluded a strategic partnership in May 2013.", "establishment 2013-05", "party canada, party peru"),
    ("Peru was declared a friend of Chile in 2013.", "designation 2013", "beneficiary peru"),
    ("Mr. Kos had a phone call with Ms. Ruiz in May 2013.", "meeting 2013-05", "attendee kos, attendee ruiz"),
    ("The Arica Treaty was signed in 2013 by the two presidents.", "signature 2013", "instrument arica-treaty"),
    ("Five new agreements were signed in May 2013.", "signature 2013-05", ""),
    ("In May 2013, they signed several agreements, including the Arica Treaty and a Mining Accord.", "signature 2013-05", "instrument mining-accord"),
    ("Two treaties were signed in 2012, among them the Arica Treaty, which Chile ratified.", "signature 2012", "instrument arica-treaty"),
    ("Talks were opened in 2005, since when 12 of the 30 chapters have been closed.", "negotiation 2005", ""),
    ("Mr. Igor Kos visited Lima in May 2013, the first by a Chilean Foreign Minister since 1990.", "visit 2013-05 @lima", "visitor igor-kos"),
    ("The ties go back to 1950, the year of the Arica Treaty.", "establishment 1950", ""),
    ("Peru signed a treaty establishing the Arica Commission in May 2013.", "establishment 2013-05", "other arica-commission"),
    ("A new Peru-Chile Strategic Partnership was signed in 2013.", "signature 2013", "instrument peru-chile-strategic-partnership, party chile, party peru"),
    ("Also signed, in May 2013, was the Arica Treaty.", "signature 2013-05", "instrument arica-treaty"),
    ("In 2013 Chile spent $2 million from its Arica Fund on roads, up from $1 million in 2012.", "programme 2013", "instrument arica-fund, supporter chile"),
    ("Mr. Kos came to Lima. His visit followed that of Ms. Lund in May 2012.", "visit 2012-05", "visitor lund"),
    ("A general election was last held in May 2012. The next is due by May 2017.", "election 2017-05 planned", ""),
    ("Consultations were held in Lima in 2012; the next ones will be hosted by Chile in 2016.", "consultation 2016 planned @chile", "host chile"),
    ("A High-Level Meeting is held every year. The 14th, which brought together Mr. Kos and Ms. Roy, took place in Lima in 2013.", "meeting 2013 @lima", "attendee kos, attendee roy"),
    ("A second round of talks was held in 2012. The 3rd took place in Cusco in 2013.", "negotiation 2013 @cusco", ""),
    ("Peru rejoined the OECD in January 2012.", "accession 2012-01", "other oecd, party peru"),
    ("Peru goes to the polls on 7 December 2016.", "election 2016-12-07 planned @peru", ""),
    ("In April 2012, Chile went to the polls.", "election 2012-04 @chile", ""),
    ("The OECD announced in April 2013 a grant of $3 million.", "announcement 2013-04", "announcer oecd"),
    ("Peru belongs to the OAS. It was chosen in July 2012 to host the Arica Secretariat.", "designation 2012-07", "beneficiary peru, other arica-secretariat"),
    ("Peru was selected in 2012 to chair the OAS.", "designation 2012", "beneficiary peru, other oas"),
    ("Exploratory discussions on the Arica Treaty, launched in 2010, were concluded in 2012.", "negotiation 2012", "instrument arica-treaty"),
    ("The Arica Scholarships, which have been on offer since 1984, are sought after.", "programme 1984/.. ongoing", "instrument arica-scholarships"),
    ("Some 900 judges have been trained under the Arica Programme since 1990.", "programme 1990/.. ongoing", "instrument arica-programme"),
    ("Peace Corps volunteers have served in Peru since 1963.", "programme 1963/.. ongoing", "supporter peace-corps"),
    ("The OAS has distributed food in Peru since 2010.", "programme 2010/.. ongoing @peru", "beneficiary peru, supporter oas"),
    ("In October 2012 ten rectors accompanied Mr. Igor Kos to Lima and Cusco.", "visit 2012-10 @lima", "visitor igor-kos"),
    ("In May 2013, Mr. Kos and Ms. Roy spoke on the sidelines of the G20 Summit.", "meeting 2013-05", "attendee kos, attendee roy"),
    ("An Arica Treaty signed in 2010, and in force since 2012, is old.", "entry_into_force 2012", "instrument arica-treaty"),
    ("The Arica Programme, a scholarship scheme launched by Peru in 2011, goes on.", "programme 2011", "instrument arica-programme, manager peru"),
    ("In operation since 2011, the Arica Programme (AP) scheme is small.", "programme 2011/.. ongoing", "instrument arica-programme"),
    ("They met in Lima in May 2013, when three treaties were signed.", "signature 2013-05", ""),
    ("Under a joint programme on bees that runs from 2010 to 2013, Peru has built hives.", "programme 2010/2013", ""),
    ("The agreement on bees that Peru signed in May 2012 is old.", "signature 2012-05", "instrument agreement on bees, party peru"),
    ("The last round of consultations was held in Lima in 2013; the next is scheduled for Cusco in May 2016.", "consultation 2016-05 planned @cusco", ""),
    # who opened, joined, applied and followed
    ("Canada and Peru have enjoyed diplomatic relations since 1961.", "establishment 1961", "party canada, party peru"),
    ("There has been a British mission in Lima since 1896.", "establishment 1896 @lima", "party united-kingdom"),
    ("There have been diplomatic ties between Peru and Chile since 1896.", "establishment 1896", "party chile, party peru"),
    ("Canada and Peru exchanged envoys for the first time in August 1961.", "establishment 1961-08", "party canada, party peru"),
    ("Peru and Chile exchanged their first ambassadors in 1940.", "establishment 1940", "party chile, party peru"),
    ("Peru and Chile took up diplomatic relations on 8 November 1951.", "establishment 1951-11-08", "party chile, party peru"),
    ("Peru has an embassy in Ottawa and, in the fall of 2011, opened a consulate general in Toronto.", "establishment 2011-23 @toronto", "party peru"),
    ("Peru signed a treaty in 2009, and in 2012 the World Bank and the OECD opened a joint centre in Lima.", "establishment 2012 @lima", "party oecd, party world-bank"),
    ("Canada opened an office in Cusco in March 1963, and Peru's mission in Ottawa followed before the end of that year.", "establishment 1963 @ottawa", "party peru"),
    ("Having opened in 2010, the consulate in Lima is new.", "establishment 2010", ""),
    ("Having joined the OECD in 2010, Chile is rich.", "accession 2010", "other oecd, party chile"),
    ("In May 2012 Ms. Roy inaugurated the embassy's new premises in Lima.", "inauguration 2012-05 @lima", "attendee roy"),
    ("Peru went back into the OECD in October 2007 after an absence.", "accession 2007-10", "other oecd, party peru"),
    ("- NATO: Canada is a founding member; Germany joined in May 1955", "accession 1955-05", "other nato, party germany"),
    ("The Pacific Alliance was founded in 2011, and Costa Rica joined in 2013.", "accession 2013", "other pacific-alliance, party costa-rica"),
    ("The Ulvik Treaty was signed in 2010; Ecuador acceded on 1 January 2012.", "accession 2012-01-01", "other ulvik-treaty, party ecuador"),
    ("They sit in the OECD, which has its seat there and which readmitted Peru on 22 October 2013.", "accession 2013-10-22", "other oecd, party peru"),
    ("Peru was readmitted to the OAS in June 2011.", "accession 2011-06", "other oas, party peru"),
    ("A tax convention, signed in Lima in June 2001, has applied since the following January.", "entry_into_force 2002-01", "instrument tax convention"),
    ("Its office opened on 1 December 2009, the day the Lisbon Treaty entered into force.", "entry_into_force 2009-12-01", "instrument treaty-of-lisbon"),
    ("Once the Ulvik Treaty had entered into force in 2009, trade grew.", "entry_into_force 2009", "instrument ulvik-treaty"),
    ("Peru ratified the Ulvik Treaty in 2010, and Chile followed suit two years later.", "ratification 2012", "instrument ulvik-treaty, party chile"),
    ("The Ulvik Treaty has been provisionally applied with Peru since March 2013. Chile followed in August of that year.", "entry_into_force 2013-08", "instrument ulvik-treaty, party chile"),
    ("\N{BULLET} 14 March 2013 \N{EN DASH} signature of the short-stay visa agreement", "signature 2013-03-14", "instrument short-stay visa agreement"),
    ("In 2012 twenty-three contracts and other documents were signed, among them a Mining Accord.", "signature 2012", "instrument mining-accord"),
    ("- May 5, 2013: Ms. Roy, Minister of Mines, in Lima; she and Mr. Kos adopt a Joint Declaration on Mines", "adoption 2013-05-05", "instrument joint-declaration-on-mines, party kos, party roy"),
    ("A new constitution had been approved by referendum in May 2009.", "adoption 2009-05", "instrument new constitution"),
    ("A constitution was promulgated in 1993.", "adoption 1993", "instrument constitution"),
    ("It recovered once elections had been held on 17 September 2013.", "election 2013-09-17", ""),
    ("On 7 December 2017, Peruvians go to the polls to elect a president.", "election 2017-12-07 planned @peru", ""),
    ("Mr. Kos was in Lima in May 2013 with Ms. Ann Roy. It rained. The two leaders announced that ministers would meet annually.",
     "announcement 2013-05", "announcer ann-roy, announcer kos"),
    # what programmes do, and what is done for years
    ("From 2008 to 2011 Canada also contributed $2 million to the work of the OAS.", "programme 2008/2011", "beneficiary oas, supporter canada"),
    ("Between 2003 and 2009, the OECD trained 300 judges in Peru.", "programme 2003/2009 @peru", "beneficiary peru, supporter oecd"),
    ("The Arica Programme, for its part, provided $3 million in fiscal year 2012-13 for a laboratory.", "programme 2012/2013", "instrument arica-programme"),
    ("Under the Arica Programme, twenty-six students were awarded scholarships in 2012-13.", "programme 2012/2013", "instrument arica-programme"),
    ("Under the Arica Programme 2007-2013, Peru was granted \N{EURO SIGN}66 million.", "programme 2007/2013", "beneficiary peru, instrument arica-programme"),
    ("Since 2009, the Arica Programme (AP) has brought 64 of them to schools.", "programme 2009/.. ongoing", "instrument arica-programme"),
    ("Since December 2012 Peruvians have been able to pick fruit under the Arica Programme (AP).", "programme 2012-12/.. ongoing", "instrument arica-programme"),
    ("Nine universities in Ontario and Lima have exchanged students since 1990.", "programme 1990/.. ongoing", ""),
    ("Officers of the OECD have trained alongside the Canadian Armed Forces since the 1960s.", "programme 196X/.. ongoing", "supporter canadian-armed-forces, supporter oecd"),
    ("The OECD, at work in Peru since 1942, trains teachers.", "programme 1942/.. ongoing @peru", "beneficiary peru, supporter oecd"),
    ("The Arica Programme (AP) scheme, a \N{POUND SIGN}68 million scheme launched last March, will run until 2020.", "programme 2014-03", "instrument arica-programme"),
    # represented, in effect, elected, exhibited
    ("Canada has been represented in Lima by an embassy since 1944.", "establishment 1944 @lima", "party canada"),
    ("Since 1990 Peru has been represented by a consulate general in Toronto.", "establishment 1990 @toronto", "party peru"),
    ("Relations were established in 1944 and raised to ambassadorial level in 1958.", "establishment 1958", ""),
    ("An air services agreement, concluded in 2010, was brought into force in 2012.", "entry_into_force 2012", "instrument air services agreement"),
    ("The Ulvik Treaty became effective on 3 May 2012.", "entry_into_force 2012-05-03", "instrument ulvik-treaty"),
    ("The Senate gave its consent to the Ulvik Treaty in December 2012.", "ratification 2012-12", "instrument ulvik-treaty, party senate"),
    ("Peru deposited its instrument of ratification of the Arica Convention on 3 May 2012.", "ratification 2012-05-03", "instrument arica-convention, party peru"),
    ("Both are parties to the Arica Convention, which Peru ratified in 1995 and Canada in 1997.", "ratification 1997", "instrument arica-convention, party canada"),
    ("Peru was accepted as a member of the OECD in 2009.", "accession 2009", "other oecd, party peru"),
    ("President Kos took the oath of office on 28 July 2011.", "inauguration 2011-07-28", "other kos"),
    ("Mr. Kos assumed the presidency on 28 July 2011.", "inauguration 2011-07-28", "other kos"),
    ("Mr. Kos won the presidential election of 5 June 2011.", "election 2011-06-05", "candidate kos"),
    ("In the general election of June 2011, Mr. Igor Kos was elected President with 51 per cent of the vote.", "election 2011-06", "candidate igor-kos"),
    ("On 5 June 2013, Ms. Roy announced $20 million in new funding for the Arica Programme.", "announcement 2013-06-05", "announcer roy, beneficiary arica-programme"),
    ("In May 2013, Ms. Roy announced $2 million in support of Peru's Arica Fund.", "announcement 2013-05", "announcer roy, beneficiary arica-fund"),
    ("Since 2003, Australia has delivered more than $30 million in aid to Peru.", "programme 2003/.. ongoing", "beneficiary peru, supporter australia"),
    ("Under the Arica Programme, 24 projects were carried out in 2012-13.", "programme 2012/2013", "instrument arica-programme"),
    ("Scientific cooperation began in 1974.", "programme 1974", ""),
    ("Technical assistance to Peru dates back to 1962.", "programme 1962", "beneficiary peru"),
    ("Australian troops have been deployed to Peru since 2006.", "programme 2006/.. ongoing", "beneficiary peru, supporter australia"),
    # who supports whom, and whose people do it
    ("The first treaty with Peru was signed in 1884, and there has been a British mission in Lima since 1896.", "establishment 1896 @lima", "party united-kingdom"),
    ("Peru and what was then Burma established diplomatic relations in 1967.", "establishment 1967", "party myanmar, party peru"),
    ("The Arica Programme (AP) has been active in Peru since 2004 and keeps people on treatment.", "programme 2004/.. ongoing @peru", "beneficiary peru, instrument arica-programme"),
    ("Having begun in 1981, the bilateral programme is being phased out.", "programme 1981", ""),
    ("- Assistance: having begun in 1981, the aid program is being phased out.", "programme 1981", ""),
    ("In 2009 Peru was selected as one of the countries of focus of the OECD.", "designation 2009", "beneficiary peru, supporter oecd"),
    ("Canada has supported the Ulvik Council since 2005.", "programme 2005/.. ongoing", "beneficiary ulvik-council, supporter canada"),
    ("Its main initiative, the Arica Fund (AF), was launched in 2010.", "programme 2010", "instrument arica-fund"),
    ("Mr. Kos visited Lima in May 2012; in all, twelve contracts were signed, among them a Mining Accord.", "signature 2012-05 @lima", "instrument mining-accord"),
    ("Mr. Kos visited Lima in May 2012; a tax treaty had been signed earlier.", "signature", "instrument tax treaty"),
    # who did so, and what has been open or is expected
    ("The Peruvian Congress ratified the Ulvik Treaty on 3 May 2012; New Zealand did so on 5 June.", "ratification 2012-06-05", "instrument ulvik-treaty, party new-zealand"),
    ("Peru signed the Ulvik Treaty in 2010. The European Union did likewise in 2012.", "signature 2012", "instrument ulvik-treaty, party eu"),
    ("The embassy in Lima, which has been open since 1944, also covers Bolivia.", "establishment 1944 @lima", ""),
    ("The consulate in Toronto has been in existence since 1978.", "establishment 1978 @toronto", ""),
    ("The Ulvik Commission has existed since 1978.", "establishment 1978", "other ulvik-commission"),
    ("Ratification by the Senate is expected by the end of 2014.", "ratification 2014 planned", "party senate"),
    ("The signature of the Ulvik Treaty is anticipated in 2015.", "signature 2015 planned", "instrument ulvik-treaty"),
    ("The signing of the Ulvik Treaty is scheduled for May 2015.", "signature 2015-05 planned", "instrument ulvik-treaty"),
    ("In May 2013, the Prime Minister announced a grant of $3 million.", "announcement 2013-05", "announcer Prime Minister"),
    ("Two memoranda of understanding, on bees and on mining, were signed in Lima on 3 May 2013.", "signature 2013-05-03 @lima", ""),
    ("The Arica Council was launched in Lima in May 2012 in the presence of Ms. Roy.", "establishment 2012-05 @lima", "other arica-council"),
    ("Chile joined NATO's Partnership for Peace in 1994.", "accession 1994", "other pfp, party chile"),
    ("Since its accession to the EU in 2004, Poland has grown fast.", "accession 2004", "other eu, party poland"),
    # as others did, with others following
    ("Canada ratified the Ulvik Treaty in 1991, as did Peru in 1993.", "ratification 1993", "instrument ulvik-treaty, party peru"),
    ("Canada joined the OAS in 1990, as did Belize in 1991.", "accession 1991", "other oas, party belize"),
    ("Peru joined the Ulvik Treaty in 2013, with Ecuador acceding in 2014.", "accession 2014", "other ulvik-treaty, party ecuador"),
    ("Peru signed the Ulvik Treaty in May 2010, with the agreement entering into force in June 2012.", "entry_into_force 2012-06", "instrument ulvik-treaty"),
    ("The trade pillar of the Arica Treaty has been provisionally applied since 1 August 2013.", "entry_into_force 2013-08-01", "instrument arica-treaty"),
    ("The Arica Fund began operations in March 2012.", "programme 2012-03", "instrument arica-fund"),
    # dashes and capitals in lists
    ("- May 2008: Signature of the Ulvik Treaty", "signature 2008-05", "instrument ulvik-treaty"),
    ("Ratification of the Ulvik Treaty is scheduled for 2015.", "ratification 2015 planned", "instrument ulvik-treaty"),
    ("Accession of Peru to the Ulvik Treaty took place in May 2012.", "accession 2012-05", "other ulvik-treaty, party peru"),
    ("- Ulvik Treaty \N{EN DASH} signed on 3 May 2013, in effect since January 2014", "signature 2013-05-03", "instrument ulvik-treaty"),
    ("Agreements signed since 2010 include:\n\n- Air Services Agreement (May 2011)\n- Ulvik Treaty (2012)", "signature 2012", "instrument ulvik-treaty"),
    ("Technical cooperation with Peru dates back to 1962.", "programme 1962", "beneficiary peru"),
    ("Canadian police officers have trained judges in Lima since 2007.", "programme 2007/.. ongoing @lima", "supporter canada"),
    ("The two countries have had full diplomatic relations since 1952.", "establishment 1952", "party canada, party peru"),
    ("Both countries have cooperated on health since 1990.", "programme 1990/.. ongoing", "supporter canada, supporter peru"),
    ("The Ulvik Treaty took provisional effect on 3 May 2013.", "entry_into_force 2013-05-03", "instrument ulvik-treaty"),
    ("The implementing legislation received Royal Assent in June 2009.", "adoption 2009-06", "instrument implementing legislation"),
    ("The FTA was approved by the Senate in December 2012.", "ratification 2012-12", "instrument FTA, party senate"),
    ("From 1999 to 2012 Peruvian police officers served in Arica.", "programme 1999/2012", "supporter peru"),
    # since, until and after which something else is so
    ("Trade has tripled since the Ulvik Treaty entered into force in 2009.", "entry_into_force 2009", "instrument ulvik-treaty"),
    ("Much has changed since Peru joined the OECD in 2010.", "accession 2010", "other oecd, party peru"),
    ("Canada gave aid to Peru until diplomatic relations were established in 1944.", "establishment 1944", ""),
    ("Growth was slow before Peru signed the Ulvik Treaty in 2009.", "signature 2009", "instrument ulvik-treaty, party peru"),
    ("Canada has committed $20 million to the Arica Project for the period 2009 to 2012.", "programme 2009/2012", "instrument arica-project, supporter canada"),
    ("Diplomatic relations were restored in 1972.", "establishment 1972", ""),
    ("Peru and Chile re-established diplomatic ties in May 1991.", "establishment 1991-05", "party chile, party peru"),
    ("Mr. Kos will be the guest of Ms. Roy in May 2031.", "visit 2031-05 planned", "host roy, visitor kos"),
    # what is named like a body and held like a meeting, and gerunds of what is to come
    ("The Mining Forum was held in Lima in May 2010.", "meeting 2010-05 @lima", ""),
    ("The Canada-Peru Mining Forum took place in May 2010.", "meeting 2010-05", ""),
    ("Mr. Kos will travel to Peru, visiting Lima and meeting Ms. Roy.", "meeting planned", "attendee kos, attendee roy"),
    ("Before meeting Ms. Roy in May 2010, Mr. Kos visited Lima.", "meeting 2010-05", "attendee roy"),
    ("Mr. Kos said in talks with Chile in May 2010 that prices fell.", "negotiation 2010-05", "party chile"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event", "parts"), WORDINGS, ids=[wording[0][:40] for wording in WORDINGS])
def test_wordings(text: str, event: str, parts: str) -> None:
    """Does each wording give its event with who takes part?"""
    assert (event, parts) in told_with(text)


TOGETHER = [
    ("Mr. Kos had travelled to Chile in April 2012 and again in January 2013.", ["visit 2012-04 @chile", "visit 2013-01 @chile"]),
    ("Two trips to Lima by Ms. Ruiz, in January 2012 and December 2013, followed.", ["visit 2012-01 @lima", "visit 2013-12 @lima"]),
    ("Peru joined APEC on 3 May 1998 and the OECD in 2013.", ["accession 1998-05-03", "accession 2013"]),
    ("The first meeting was held in 2005, the second in 2008 and the third in 2011.", ["meeting 2005", "meeting 2008", "meeting 2011"]),
    ("The fifth meeting was held in 2013; the sixth is scheduled for May 2015.", ["meeting 2013", "meeting 2015-05 planned"]),
    ("Mr. Kos attended a conference in Lima in May 2013 and had talks with President Ruiz.", ["meeting 2013-05 @lima", "meeting 2013-05"]),
    ("Mr. Kos visited Lima in May 2013, during which Peru signed the Ulvik Treaty.", ["visit 2013-05 @lima", "signature 2013-05 @lima"]),
    ("Mr. Kos visited Lima in May 2013. Twelve contracts were signed on that occasion.", ["visit 2013-05 @lima", "signature 2013-05 @lima"]),
    ("Peru hosted the G20 Summit in 2012, and Chile, as host of the fair, has been sharing its experience since May 2013.", ["meeting 2012 @peru", "programme 2013-05/.. ongoing"]),
    ("- A visit of Mr. Kos to Lima is expected in May 2015. The trip of Ms. Ruiz, planned for May 2013, could not take place.", ["visit 2015-05 planned @lima"]),
    ("The Ulvik Treaty, signed on 28 July 2008, entered into force in 2009.", ["signature 2008-07-28", "entry_into_force 2009"]),
    ("A treaty was initialled in 2010, signed in 2011 and ratified by Peru in 2012.", ["negotiation 2010", "signature 2011", "ratification 2012"]),
    ("A tax agreement entered into force in 1997, an air agreement in 1999.", ["entry_into_force 1997", "entry_into_force 1999"]),
    ("Peru signed the Ulvik Treaty and an air services agreement in 2013.", ["signature 2013", "signature 2013"]),
    ("Mr. Kos visited Lima in May 2013, where the Ulvik Treaty was signed.", ["visit 2013-05 @lima", "signature 2013-05 @lima"]),
    ("Mr. Kos visited Lima in May 2013. He met President Ruiz and left.", ["visit 2013-05 @lima", "meeting 2013-05 @lima"]),
    ("Ms. Ruiz visited Lima in 2013. During her visit, Peru signed the Ulvik Treaty.", ["visit 2013 @lima", "signature 2013 @lima"]),
    ("Talks were launched in 2011; the fourth round was held in Lima in 2013 and another is expected in 2015.",
     ["negotiation 2011", "negotiation 2013 @lima", "negotiation 2015 planned"]),
    ("Consultations are held yearly; the third round, co-chaired by Ms. Ruiz, took place in 2013.", ["consultation recurring", "consultation 2013"]),
    ("Mr. Kos, who visited Lima in May 2013, met Ms. Ruiz in Quito in June 2013.", ["visit 2013-05 @lima", "meeting 2013-06 @quito"]),
    ("Once this is done in October 2015, Peru will join the OECD.", ["accession 2015-10 planned"]),
    ("Mr. Kos and Ms. Ruiz met at the APEC Summit in 2013. Their meeting at the APEC Summit in 2013 was short.", ["meeting 2013", "meeting 2013"]),
    ("The Ulvik Treaty entered into force in 2009. Since its entry into force, all is well.", ["entry_into_force 2009"]),
    ("Since the Ulvik Treaty took effect, trade has grown. The Ulvik Treaty took effect in 2009.", ["entry_into_force 2009"]),
    ("An air agreement, whose ratification was completed in 2012, is old.", ["ratification 2012"]),
    ("The Ulvik Treaty was signed in Lima in 2012. A tax treaty, whose negotiation ended in 2010, was signed on the same occasion.",
     ["signature 2012 @lima", "negotiation 2010", "signature 2012 @lima"]),
    ("The OECD opened an office in Lima in 2012.", ["establishment 2012 @lima"]),
    ("The Ulvik Treaty and the Quelm Protocol were signed in 2004 and 2006, respectively.", ["signature 2004", "signature 2006"]),
    ("Peru opened an embassy in Ottawa in 1962, Canada one in Lima in 1978.", ["establishment 1962 @ottawa", "establishment 1978 @lima"]),
    ("Peru opened an embassy in Ottawa in 1962 and a consulate in Toronto in 1978.", ["establishment 1962 @ottawa", "establishment 1978 @toronto"]),
    ("Peru opened an embassy in Ottawa in 1962, and Canada closed its embassy in Lima in 1978.", ["establishment 1962 @ottawa"]),
    ("Talks on an air agreement were opened in 2010. The two sides hope to resume them in 2015.", ["negotiation 2010", "negotiation 2015 planned"]),
    ("In 2012-13 the Ulvik Programme, which is run by the OECD, supported six projects.", ["programme 2012/2013"]),
    ("Talks were suspended in May 2013; both sides hope to restart them in 2015.", ["negotiation 2013-05", "negotiation 2015 planned"]),
    ("Mr. Kos paid a visit to Lima in May 2012, in return for that of Ms. Roy to Arica in 2010.", ["visit 2012-05 @lima", "visit 2010 @arica"]),
    ("The visit followed that of Ms. Roy to Arica on May 5, 2012, and a meeting between Mr. Kos and Ms. Lund in Lima in 2011.",
     ["visit 2012-05-05 @arica", "meeting 2011 @lima"]),
    ("A scheme on health was launched in February 2012 and runs until 2018.", ["programme 2012-02"]),
    ("Mr. Kos inaugurated the Arica Summit in Lima in March 2013.", ["inauguration 2013-03"]),
    ("From 3 to 5 May 2012, Mr. Kos paid a visit to Lima, the first by a President of Peru since 2007, where he met Ms. Roy.",
     ["visit 2012-05-03/2012-05-05 @lima", "meeting 2012-05-03/2012-05-05 @lima"]),
    ("Mr. Kos visited Lima in May 2012, his third visit since 2009.", ["visit 2012-05 @lima"]),
    ("In May 2012, Ms. Roy led the largest trade mission to Lima since 2005.", ["visit 2012-05 @lima"]),
    ("Peru's first office in Arica, open since 1998, is large.", ["establishment 1998 @arica"]),
    ("Mr. Kos met Ms. Ruiz in May 2013 and, together with Minister Karl Lund, signed the Arica Treaty.", ["meeting 2013-05", "signature 2013-05"]),
    ("Mr. Kos visits Lima on 7 May 2013, where he opens a road and meets Ms. Ruiz.", ["visit 2013-05-07 @lima", "meeting 2013-05-07 @lima"]),
    ("Mr. Kos came to Cusco in May 2013 for an official visit, the first to Peru by a Chilean head of state.", ["visit 2013-05 @cusco"]),
    ("Ms. Ruiz hosted Mr. Igor Kos for a state visit in May 2013.", ["visit 2013-05"]),
    ("Visits to Peru include those by Ms. Ann Roy in May 2013 and Mr. Igor Kos in June 2012.", ["visit 2013-05", "visit 2012-06"]),
    ("During a visit to Lima in May 2013, Mr. Igor Kos compared mines with those of Chile.", ["visit 2013-05 @lima"]),
    ("Mr. Igor Kos (2012) and Ms. Ann Roy (2013) have visited Lima.", ["visit 2012 @lima", "visit 2013 @lima"]),
    ("The Arica Treaty has been ratified by Peru (2010) and Chile (2012).", ["ratification 2010", "ratification 2012"]),
    ("The Air Accord (1981) and the Arica Treaty (1985) were signed in Lima.", ["signature 1981 @lima", "signature 1985 @lima"]),
    ("Mr. Igor Kos (Lima, 2012) has visited Peru.", ["visit 2012 @peru"]),
    ("The visit of Ms. Ann Roy to Ottawa in April 2014 was followed by that of Mr. Igor Kos to Lima in May 2014.", ["visit 2014-04 @ottawa", "visit 2014-05 @lima"]),
    ("Ms. Ann Roy visited Peru in May 2013 and again in October 2013 to attend meetings.", ["visit 2013-05 @peru", "visit 2013-10 @peru"]),
    ("Exchanges have grown, with Ms. Ann Roy visiting Ottawa in April 2014 and Mr. Igor Kos meeting Ms. Karla Lund in May 2014.",
     ["visit 2014-04 @ottawa", "meeting 2014-05"]),
    ("Relations are warm, with Mr. Igor Kos travelling to Lima in May 2013.", ["visit 2013-05 @lima"]),
    ("Ms. Ann Roy led the U.S. delegation to talks in Lima in May 2013.", ["visit 2013-05", "negotiation 2013-05 @lima"]),
    ("Mr. Igor Kos came to Ottawa in May 2012, Ms. Ann Roy in June 2012.", ["visit 2012-05 @ottawa", "visit 2012-06 @ottawa"]),
    ("Recent visits include Mr. Igor Kos (May 2011), Ms. Ann Roy (June 2012) and Mr. Piet Berg (July 2013).", ["visit 2011-05", "visit 2012-06", "visit 2013-07"]),
    ("Recent visitors to Lima include Mr. Igor Kos (May 2011) and Ms. Ann Roy (June 2012).", ["visit 2011-05 @lima", "visit 2012-06 @lima"]),
    ("Among recent visitors to Lima were Mr. Igor Kos in May 2011 and Ms. Ann Roy in June 2012.", ["visit 2011-05 @lima", "visit 2012-06 @lima"]),
    ("Some 9,000 visitors came to Lima in 2012 with Mr. Igor Kos.", []),
    ("In May 2012 Peru received a visit from Mr. Igor Kos.", ["visit 2012-05 @peru"]),
    ("Talks between Minister Igor Kos and Minister Ann Roy took place in Lima in May 2011.", ["meeting 2011-05 @lima"]),
    ("The Human Rights Dialogue met for the tenth time in Brussels in May 2011.", ["consultation 2011-05 @brussels"]),
    ("The Joint Committee met in Lima in May 2012 and will reconvene in Cusco in 2015.", ["meeting 2012-05 @lima", "meeting 2015 planned @cusco"]),
    ("Ten Canadian mayors visited Lima in May 2013.", ["visit 2013-05 @lima"]),
    ("Ms. Ann Roy visited Cusco in May 2011; she announced a grant and had a working lunch with Mr. Igor Kos.",
     ["visit 2011-05 @cusco", "meeting 2011-05", "announcement 2011-05"]),
    ("Consultations are held each year; the most recent took place in Cusco in May 2013.", ["consultation recurring", "consultation 2013-05 @cusco"]),
    ("It was on 5 May 2012, during a visit to Lima by Ms. Roy, that the Ulvik Treaty was signed.", ["visit 2012-05-05 @lima", "signature 2012-05-05"]),
    ("It was in Lima in May 2012 that the Ulvik Treaty was signed.", ["signature 2012-05 @lima"]),
    ("It is only in 2015 that the Ulvik Treaty will enter into force.", ["entry_into_force 2015 planned"]),
    ("It was said in May 2010 that Peru had signed the Ulvik Treaty.", ["signature"]),
    ("Mr. Kos paid a visit to Canada in May 2012. He was received by Ms. Ann Roy on 12 May 2012.", ["visit 2012-05 @canada", "meeting 2012-05-12"]),
    ("President Kos was received in Ottawa by Ms. Ann Roy in June 2011, on which occasion the Ulvik Treaty was signed.",
     ["visit 2011-06 @ottawa", "signature 2011-06 @ottawa"]),
    ("The Ulvik Treaty is expected to be signed in May 2015 and to come into force in 2016.", ["signature 2015-05 planned", "entry_into_force 2016 planned"]),
    ("The Ulvik Dialogue, to be chaired by Minister Ann Roy and her Peruvian counterpart, Igor Kos, will be held in Lima in 2015.", ["consultation 2015 planned @lima"]),
    ("The Peru-Chile Centre for Mining in Cusco will be inaugurated in February 2015. A consulate was inaugurated in 2012.",
     ["inauguration 2015-02 planned @cusco", "establishment 2012"]),
    ("Relations were established in 1953; a resident embassy followed in 1961.", ["establishment 1953", "establishment 1961"]),
    ("A scheme on mines was introduced in 2001.", ["programme 2001"]),
    ("Peru is represented by an embassy in Ottawa, which was opened in 1954, and by a consul in Toronto.", ["establishment 1954 @ottawa"]),
    ("The Arica Meeting is held each year. The 14th took place in Lima on 19 May 2012; the 15th, which Cusco was to host in 2013, had to be postponed.",
     ["meeting recurring", "meeting 2012-05-19 @lima"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "events"), TOGETHER, ids=[together[0][:40] for together in TOGETHER])
def test_several(text: str, events: list[str]) -> None:
    """Does a text with several events give each once, what one clause leaves out taken from the other?"""
    assert sorted(told(text)) == sorted(events)


NONE = [
    "Mr. Kos has not yet visited Peru.",
    "The air agreement was never ratified.",
    "President Kos was to have visited Canada in June 2013.",
    "It had been due to take place in March.",
    "President Kos cancelled his visit to Canada in June 2013.",
    "Talks, which were to have opened last year, have not begun.",
    "Should the parliaments ratify it, the Ulvik Treaty would enter into force in 2015.",
    "Whether Canada will sign the Ulvik Treaty has not been decided.",
    "Once in force, the Ulvik Treaty would help.",
    "No agreement was signed in 2013.",
    "Ms. Ruiz asked him to visit Canada in 2013.",
    "Some 62,000 tourists visited Canada last year.",
    "Exports came to $71 million in Peru in 2013.",
    "Canada's share of trade went to Peru in 2013.",
    "Firms opened mines in 2010 and launched new products in 2013.",
    "Peru is a member of APEC, which holds meetings.",
    "Peru will take the chair of the OAS in August 2015.",
    "Canada was among the first to support Peru.",
    "The embassy is open on 3 May.",
    "Peru has been a dialogue partner of NATO since 1995.",
    "Since 2010 Peru has been a Lima-Ottawa Strategic Dialogue Partner.",
    "The annual Strategic Dialogue, due in July 2013, was postponed.",
    "Aid of $12 million was approved in May 2013.",
    "Some 2,000 people identified as Peruvian in the 2011 census.",
    "Peru and Chile have shared values since 1990.",
    "The OECD, of which both are founding members, is large.",
    "2013 marked the opening of a new chapter.",
    "The market that the EU and Peru opened in 2013 is large.",
    "The EU and Peru began in 2013 with little.",
    "Peru and Chile have partnership programmes.",
    "A visit to Ottawa by Ms. Ruiz, planned for May 2013, was postponed and is now in doubt.",
    "Mr. Kos wants Peru to be admitted to the OECD in 2015.",
    "Peru opened them in 2013.",
    "The Senate passed a resolution in 2013.",
    "Old Kos, elected to the Senate in 2010, is a lawyer.",
    "The partnership between Peru and Chile ended in 2010.",
    "Canada has long supported Peru's accession to the OECD.",
    "Chile opposes the accession of Peru to the OECD.",
    "The trade of Peru exceeded that of Chile in 2012.",
    "Peru went to the market in 2012. The next is a matter of money.",
    "Growth accompanied investment in Peru in 2012.",
    "Mr. Kos was chosen in 2012 to lead the party.",
    "Voters went to the polls in 2012.",
    "Mr. Kos has served in Lima since 2010.",
    "They had a plan for schools that Peru visited in 2012.",
    "Peru is a candidate for accession to the OECD and, since 2012, an observer of the Pacific Alliance.",
    "Since 1974, some 5,000 Peruvians have received Peruvian Government scholarships.",
    "Peru and Chile exchanged ambassadors in 2012.",
    "Peru is a founder of the Pacific Alliance, in which Canada has enjoyed observer status since 2012.",
    "Peru holds the chair of the OAS, which it forms with Chile, until July 2013.",
    "Once elected in 2015, the Senate would help.",
    "Peru admitted 4,600 students in 2012.",
    "Exports grew in 2012. Chile followed in 2013.",
    "The price of copper rose in 2012 and Chile followed the trend in 2013.",
    "Peru has applied to the OECD since 2010.",
    "Voters elect a president every five years.",
    "Peru joined in the applause in 2012.",
    "The scheme provides loans.",
    "Some 1,200 firms have worked in Peru from time to time.",
    "Copper made up 12 per cent of exports from 2008 to 2011.",
    "Canadian prices have risen since 2006.",
    "A cooperation agreement began as an idea in 1974.",
    "Mr. Kos accepted a prize from the OECD in 2012.",
    "New funding for the Arica Programme is discussed.",
    "Exports grew in 2012, and Chile did so in 2013.",
    "The market has been open since 2010.",
    "A bill for the school was expected by 2015.",
    "Growth of 3 per cent is anticipated in 2015.",
    "The OECD started a review in 2012.",
    "The World Bank launched new bonds in 2012.",
    "Mr. Kos left, as did Ms. Roy in 2012.",
    "The OECD-signed letter of 2012 is long.",
    "The pre-launch programme costs of 2012 were low.",
    "Cooperation in education began to grow in 2010.",
    "Canadian exporters have been active in Peru since the 1990s.",
    "Between 2005 and 2010, Peru sent 40 per cent of its copper to China.",
    "Trade between Peru and Chile has enjoyed steady growth since 2005.",
    "There has been a steady rise in exports since 2005.",
    "Both countries have grown since 1990.",
    "From 2005 to 2010 Peruvian exporters helped.",
    "The bill received applause in 2012.",
    "Much has changed since Peru joined the market in 2010.",
    "Canada waits until Peru has joined the OECD.",
    "The last ship to reach Peru was built in 2010.",
    "Exports under the agreement reached $3 million in 2012.",
    "Peru has long participated in the Mining Forum.",
    "Canada continues to hope for growth in 2015.",
    "Mr. Kos talked to the press in 2012.",
    "Mr. Igor Kos joined Ms. Ann Roy in Lima in 2012.",
    "A guest of Ms. Roy spoke.",
    "The palace was restored in 1972.",
    "In 2010 Peru celebrated the anniversary of the opening of the embassy.",
]


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    """Is what is denied, cancelled, supposed or no event at all never one?"""
    assert told(text) == []


@pytest.mark.parametrize("verb", ["took effect", "was signed by Peru", "(signed in Lima", "which was ratified"])
def test_unclosed_bracket(verb: str) -> None:
    """Is a text read where a bracket behind a name is never closed?"""
    assert told(f"After the Ulvik Treaty ( {verb} in 2010, trade grew.")


VISITS = """Official visits

Canada to Peru
Date\tName
{bullet}May 2012{mark}Mr. Igor Kos, Minister of Mines
{bullet}June 2013{mark}Trade Minister Anna Wolff (Lima and Arequipa)

Peru to Canada
{bullet}July 2013{mark}President Piet Roy, with a trade delegation
{bullet}May 2014{mark}Ms. Ruiz met Mr. Kos in Ottawa

Trade

- June 2012{mark}Mr. Igor Kos, Minister of Mines"""


@pytest.mark.parametrize(("bullet", "mark"), [("- ", ": "), ("• ", " \N{EN DASH} "), ("", "\t")])
def test_lists_of_visits(bullet: str, mark: str) -> None:
    """Do dated lines with a person tell of visits, under a heading that says so only, to the country that it names?"""
    found = told_with(VISITS.format(bullet=bullet, mark=mark))
    visits = [one for one in found if one[0].startswith("visit")]
    assert visits == [
        ("visit 2012-05 @peru", "visitor igor-kos"),
        ("visit 2013-06 @lima", "visitor anna-wolff"),
        ("visit 2013-07 @canada", "visitor piet-roy"),
    ]
    assert ("meeting 2014-05 @ottawa", "attendee igor-kos, attendee ruiz") in found


LISTS_OF_VISITS = [
    ("Visits\n\nTo Peru:\n- Ms. Ann Roy, Minister of Mines (Lima, 4 and 5 March 2012);\n- Mr. Igor Kos, Minister of Trade (Arica and Cusco, May 2013).",
     [("visit 2012-03-04/2012-03-05 @lima", "visitor ann-roy"), ("visit 2013-05 @arica", "visitor igor-kos")]),
    ("Recent visits to Peru include:\n\n- Minister Igor Kos, March 2012\n- President Ann Roy (Cusco, 2013)",
     [("visit 2012-03 @peru", "visitor igor-kos"), ("visit 2013 @cusco", "visitor ann-roy")]),
    ("Visits\n\n- 3 May 2012: Minister Igor Kos, for the opening of a road\n- 5 May 2012: Minister Ann Roy (Lima, for the meeting of the OAS)",
     [("visit 2012-05-03", "visitor igor-kos"), ("visit 2012-05-05 @lima", "visitor ann-roy")]),
    ("Visits\n\n- June 2012: Delegation of 12 firms to Lima and Cusco, led by Minister Igor Kos\n- July 2012: Trade mission to Arica, headed by Mr. Ed Roy",
     [("visit 2012-06 @lima", "visitor igor-kos"), ("visit 2012-07 @arica", "visitor ed-roy")]),
    ("Visits\n\n- Statement by Minister Igor Kos (Lima, May 2012)\n- Mr. Igor Kos met Ms. Roy (May 2012)", [("meeting 2012-05", "attendee igor-kos, attendee roy")]),
    ("Visits to Peru are frequent:\n\n- Copper\n\nMinister Igor Kos (Lima, May 2012).", []),
    ("Visits\n\nInward\n- President Igor Kos, 13-16 July 2013\n\nOutward\n- Ann Roy, Minister of Mines, May 2012\n- Karl Lund, Minister of Trade (Arica and Lima), May 2013",
     [("visit 2013-07-13/2013-07-16 @canada", "visitor igor-kos"), ("visit 2012-05 @peru", "visitor ann-roy"), ("visit 2013-05 @arica", "visitor karl-lund")]),
    ("Incoming visits\n\n- May 2012: Minister Igor Kos, who gave a lecture and called on Minister Ann Roy",
     [("visit 2012-05 @canada", "visitor igor-kos"), ("meeting 2012-05", "attendee ann-roy, attendee igor-kos")]),
    ("Visits\n\n- Late 2014: President Igor Kos (planned)\n- May 2015: Minister Ann Roy (to be confirmed)\n- May 2013: Minister Karl Lund (postponed)",
     [("visit 2014 planned", "visitor igor-kos"), ("visit 2015-05 planned", "visitor ann-roy")]),
    ("Exports\n\nOutward\n- Minister Igor Kos, May 2012", []),
    ("High-level exchanges\n\n- 3-4 May 2012: President Ann Roy in Lima and Cusco, as the guest of Mr. Ed Kos\n- June 2013: Piet Berg, Minister of Mines, in Arica; he met Ms. Ruiz\n- July 2013: Minister Karl Lund",
     [("visit 2012-05-03/2012-05-04 @lima", "host ed-kos, visitor ann-roy"), ("visit 2013-06 @arica", "visitor piet-berg"), ("meeting 2013-06", "attendee piet-berg, attendee ruiz")]),
    ("Ministerial contacts\n\n- May 2013: Minister Karl Lund in Lima, at the invitation of President Ann Roy", [("visit 2013-05 @lima", "host ann-roy, visitor karl-lund")]),
    ("Visits\n\n- Visit by Foreign Minister Ann Roy to Lima, June 2012\n- State visit of Mr. Igor Kos to Cusco (May 2010)", [("visit 2012-06 @lima", "visitor ann-roy"), ("visit 2010-05 @cusco", "visitor igor-kos")]),
    ("High-level meetings and visits\n\n- 7 July 2013: Telephone call between Mr. Igor Kos and Ms. Ann Roy", [("meeting 2013-07-07", "attendee ann-roy, attendee igor-kos")]),
    ("Academic exchanges\n\n- May 2013: Ms. Ann Roy in Lima", []),
    ("Visits\n\nTo Peru\n  • May 2013 - Governor-General Dame Patricia Osgood-Lund (state visit)\nTo Canada\n  • June 2013 - Minister Igor Kos",
     [("visit 2013-06 @canada", "visitor igor-kos"), ("visit 2013-05 @peru", "visitor patricia-osgood-lund")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "events"), LISTS_OF_VISITS)
def test_lists_of_visits_of_other_shapes(text: str, events: list[tuple[str, str]]) -> None:
    """Are lines with a person in front, a date behind or a delegation visits where a line above says so, and no others?"""
    assert told_with(text) == events


LISTS_IN_ONE_LINE = [
    ("Agreements signed: Air Accord (1981); Arica Treaty, AT (12 April 1985); protocol on mines (July 2013). Trade grows.",
     [("signature 1981", "instrument air-accord"), ("signature 1985-04-12", "instrument arica-treaty"), ("signature 2013-07", "instrument protocol on mines")]),
    ("The two countries have ratified these treaties: the Arica Treaty (1981); the Lima Treaty (1990).",
     [("ratification 1981", "instrument arica-treaty"), ("ratification 1990", "instrument lima-treaty")]),
    ("Agreements in force: the Arica Treaty (1981); the Lima Treaty (1990)", []),
    ("Agreements to be signed: the Arica Treaty (2015); copper (1990)", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "events"), LISTS_IN_ONE_LINE)
def test_lists_of_agreements_in_one_line(text: str, events: list[tuple[str, str]]) -> None:
    """Has each text that semicolons part its own date, behind words that say what the dates are?"""
    assert told_with(text) == events


AGREEMENTS = """{lead}

- Air Services Agreement (May 1992)
- Canada-Peru Tax Convention, 2001
- 2004: a protocol on mines
- Treaty on Extradition between Canada and Peru (signed in 2005; entered into force in 2008)
- Copper"""


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("Major agreements (entry into force)", "entry_into_force"),
        ("Agreements signed", "signature"),
        ("The two countries have signed the following agreements:", "signature"),
        ("Treaties ratified:", "ratification"),
    ],
)
def test_lists_of_agreements(lead: str, kind: str) -> None:
    """Do dated lines under a lead that says what their dates are tell of just that, and others for themselves?"""
    treaty = "instrument treaty-on-extradition, party canada, party peru"
    assert told_with(AGREEMENTS.format(lead=lead)) == [
        (f"{kind} 1992-05", "instrument air-services-agreement"),
        (f"{kind} 2001", "instrument canada-peru-tax-convention, party canada, party peru"),
        (f"{kind} 2004", "instrument protocol on mines"),
        ("signature 2005", treaty),
        ("entry_into_force 2008", treaty),
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "Agreements in force",
        "Agreements signed (not yet in force)",
        "Agreements (signature and entry into force)",
        "The ministers signed these agreements in 2012:",
        "Agreements",
    ],
)
def test_lists_of_agreements_that_say_too_little(lead: str) -> None:
    """Is a date left alone where the lead does not say, or says twice, what it is the date of?"""
    assert not [event for event in told(AGREEMENTS.format(lead=lead)) if event[-4:] in ("2-05", "2001", "2004")]


def test_the_minister() -> None:
    """Is "the Minister" the one named before with that office, and of two the one who acted?"""
    before = "Mines Minister Igor Kos met Trade Minister Anna Wolff in May 2013. "
    assert ("visit 2013-06 @lima", "visitor igor-kos") in told_with(before + "The Minister visited Lima in June 2013.")
    assert ("visit 2013-06 @lima", "visitor President") in told_with(
        before + "The President visited Lima in June 2013."
    )


def test_companions_are_not_she() -> None:
    """Is "she" never the one by whom she is accompanied?"""
    text = "Ms. Ann Roy spoke on the phone with Mr. Ruiz. Accompanied by Mr. Karl Lund, she travelled to Arica in May 2012, where she signed the Arica Treaty."
    assert ("signature 2012-05", "instrument arica-treaty, party ann-roy") in [
        (event.replace(" @arica", ""), parts) for event, parts in told_with(text)
    ]


def test_contract_is_no_agreement_named_before() -> None:
    """Is "the agreement" the text named last, but "the contract" only one of that name?"""
    found = told_with(
        "Talks on the Arica Treaty began in 2010. The agreement was ratified in 2011. The contract was signed in 2012."
    )
    assert ("ratification 2011", "instrument arica-treaty") in found
    assert ("signature 2012", "instrument contract") in found


def test_it_may_be_a_country() -> None:
    """Is "it" the country that the sentence before is about, where only a country can do what it did?"""
    found = told_with("Peru is a member of APEC. It acceded to the Ulvik Treaty on 3 May 1999.")
    assert found == [("accession 1999-05-03", "other ulvik-treaty, party peru")]


def test_respectively() -> None:
    """Does each date go with the one in its place where the words say "respectively"?"""
    assert told_with("Peru and Chile joined the OECD in 1994 and 2010, respectively.") == [
        ("accession 1994", "other oecd, party peru"),
        ("accession 2010", "other oecd, party chile"),
    ]
    assert told_with("Mr. Kos and Ms. Roy visited Lima in 2012 and 2013, respectively.") == [
        ("visit 2012 @lima", "visitor kos"),
        ("visit 2013 @lima", "visitor roy"),
    ]


def test_the_latter() -> None:
    """Is "the latter" the body or person named last in the sentence before, and "she" the latter?"""
    found = told_with("Chile is a founder of the Pacific Alliance. Canada joined the latter in 2012.")
    assert found == [("accession 2012", "other pacific-alliance, party canada")]
    text = "Mr. Kos met Ms. Roy in Lima in 2009. The latter visited Arica in May 2010, in the course of which she met Mr. Lund."
    assert told_with(text)[1:] == [
        ("visit 2010-05 @arica", "visitor roy"),
        ("meeting 2010-05 @arica", "attendee lund, attendee roy"),
    ]


ULVIK = "instrument ulvik-treaty"
FURTHER_PARTIES = [
    ("The Ulvik Treaty was ratified by Peru in May 2012 and by Canada in July 2013.", "ratification 2012-05 peru, ratification 2013-07 canada"),
    ("The Ulvik Treaty, ratified by Peru in 2012 and by Canada the following year, is useful.", "ratification 2012 peru, ratification 2013 canada"),
    ("Peru ratified the Ulvik Treaty in 2012, Canada in 2013.", "ratification 2012 peru, ratification 2013 canada"),
    ("Peru signed the Ulvik Treaty in 2012 and Canada in 2013.", "signature 2012 peru, signature 2013 canada"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "events"), FURTHER_PARTIES)
def test_further_parties(text: str, events: str) -> None:
    """Has each of those who sign or ratify a text a date of their own?"""
    wanted = [one.rpartition(" ") for one in events.split(", ")]
    assert told_with(text) == [(event, f"{ULVIK}, party {party}") for event, _, party in wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Peru opened its embassy in Ottawa in 1944; Canada, its own in Lima in 1953.",
        "Peru opened its embassy in Ottawa in 1944, and Canada its own in Lima in 1953.",
        "Peru opened an embassy in Ottawa in 1944, Canada one in Lima in 1953.",
        "The Peruvian embassy in Ottawa was opened in 1944, and Canada's in Lima in 1953.",
        "The Peruvian embassy in Ottawa was opened in 1944, Canada's in Lima having been set up in 1953.",
    ],
)
def test_its_own(text: str) -> None:
    """Has "its own", "one" or "Canada's" the country, place and date that stand beside it?"""
    assert told_with(text) == [
        ("establishment 1944 @ottawa", "party peru"),
        ("establishment 1953 @lima", "party canada"),
    ]


@pytest.mark.parametrize("lead", ["was quick", "was among the first countries", "became the second state"])
def test_the_first_to_do_it(lead: str) -> None:
    """Has somebody done what they were the first, or quick, to do?"""
    assert told_with(f"Peru {lead} to open an embassy in Ottawa in 1944.") == [
        ("establishment 1944 @ottawa", "party peru")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Canada has an embassy in Lima; Peru, which has one in Ottawa, opened a consulate in Toronto in 2010.",
        "Canada has an embassy in Lima, and Peru, which has one in Ottawa, opened a consulate in Toronto in 2010.",
    ],
)
def test_subject_before_an_aside(text: str) -> None:
    """Is the subject of a clause the one before the aside, not that of the clause before?"""
    assert told_with(text) == [("establishment 2010 @toronto", "party peru")]


def test_person_before_an_aside() -> None:
    """Is a person before an aside the one who acts, whatever the clause before tells?"""
    found = told_with("Mr. Kos took part in a fair, and Ms. Roy, who was in Peru, visited Arica in May 2012.")
    assert ("visit 2012-05 @arica", "visitor roy") in found


def test_an_agreement_establishing_something_is_not_the_text_before() -> None:
    """Is an agreement that is said to establish or amend something another than the text named before?"""
    found = told_with("The Ulvik Treaty is old. The Agreement Establishing the Arica Bank entered into force in 2010.")
    assert [event for event, parts in found if ULVIK in parts] == []


def test_two_countries_which() -> None:
    """Does a clause that says more of two countries tell of both, and after another verb of the last only?"""
    both = [("establishment 1949", "party canada, party peru")]
    assert told_with("Canada and Peru, which established diplomatic relations in 1949, are friends.") == both
    assert told_with("Trade between Canada and Peru, which established relations in 1949, grows.") == both
    assert told_with("He likes Chile and Peru, which joined the OECD in 2010.") == [
        ("accession 2010", "other oecd, party peru")
    ]


LABELLED = [
    ("- Arica Tax Convention (ATC): signed in Lima on May 22, 2008; in force since January 1, 2010",
     [("signature 2008-05-22 @lima", "instrument arica-tax-convention"), ("entry_into_force 2010-01-01", "instrument arica-tax-convention")]),
    ("- Ulvik Treaty: negotiations concluded in February 2013; signature expected in 2015", [("negotiation 2013-02", ULVIK), ("signature 2015 planned", ULVIK)]),
    ("- Ulvik Treaty: to be signed in 2015", [("signature 2015 planned", ULVIK)]),
    ("The Ulvik Treaty, on which talks were concluded in April 2012, is useful.", [("negotiation 2012-04", ULVIK)]),
    ("The Ulvik Treaty, for which negotiations began in 2005, is useful.", [("negotiation 2005", ULVIK)]),
    ("May 16, 2013: First meeting of the Ulvik Commission, held in Lima and chaired by Mr. Kos.",
     [("meeting 2013-05-16 @lima", "attendee kos, organiser ulvik-commission")]),
    ("- May 16, 2013 - First meeting of the Ulvik Commission, held in Lima", [("meeting 2013-05-16 @lima", "organiser ulvik-commission")]),
    ("May 16, 2013: Mr. Kos opened a road, held to be good.", []),
    ("Legations were exchanged by Peru and Chile in 1942.", [("establishment 1942", "party chile, party peru")]),
    ("Chosen in 2009 as one of the countries of focus of the OECD, Peru is poor.", [("designation 2009", "beneficiary peru, supporter oecd")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "events"), LABELLED)
def test_labels(text: str, events: list[tuple[str, str]]) -> None:
    """Does the text or date that labels a line, or that a clause says more about, belong to what is told of it?"""
    assert told_with(text) == events


UNLISTED = [
    # verbs that no list knows
    ("Talks on the Arica Treaty began in 2010 and, after a pause, were reactivated in May 2013.", ["negotiation 2010", "negotiation 2013-05"]),
    ("Talks, broken off in 2010, were revived in May 2013.", ["negotiation 2013-05"]),
    ("Negotiations began in 2010 and, after a break, were revitalised in 2012.", ["negotiation 2010", "negotiation 2012"]),
    ("Negotiations began in 2010 and are now expected to help.", ["negotiation 2010"]),
    ("Diplomatic relations were formalised on 21 October 1944.", ["establishment 1944-10-21"]),
    ("Consular relations were inaugurated in 1950.", ["establishment 1950"]),
    ("Relations were tested in 1950.", []),
    ("Diplomatic relations came in 1966.", ["establishment 1966"]),
    ("An embassy in Lima came in 1967.", ["establishment 1967 @lima"]),
    ("Copper came in 1966.", []),
    ("Carleton University has excavated near Lima with the World Bank since the 1990s.", ["programme 199X/.. ongoing"]),
    ("The OECD has been studying glaciers with the World Bank since 2006.", ["programme 2006/.. ongoing"]),
    ("The OECD has excavated near Lima since 2006.", []),
    ("The OECD excavated near Lima with the World Bank in 2006.", []),
    # dates in brackets behind the places of missions
    ("Canada maintains a trade office in Arequipa (since 2009).", ["establishment 2009 @arequipa"]),
    ("We have offices in Lima, Cusco (opened March 2012) and Trujillo (September 2013).",
     ["establishment 2012-03 @cusco", "establishment 2013-09 @trujillo"]),
    ("We had an office in Cusco (closed 2012).", []),
    ("The embassy showed its films in Cusco (May 2012).", []),
    # what is told by its noun, whatever the verb
    ("A Canadian trade mission to Arequipa is planned for 2015.", ["visit 2015 planned @arequipa"]),
    ("A business mission to Lima took place in May 2013.", ["visit 2013-05 @lima"]),
    ("Canadians made 1.2 million trips to Lima in 2013.", []),
    ("The year 2011 was marked by the opening of a Peruvian consulate in Toronto.", ["establishment 2011 @toronto"]),
    ("In 2012, trade was helped by the visit in May 2010 of Mr. Kos.", ["visit 2010-05"]),
    ("In 2012 trade was helped by talks.", []),
    ("After the by-election of 20 January 2013, it rained.", ["election 2013-01-20"]),
    ("A run-off on 5 June 2011 was won by Mr. Kos.", ["election 2011-06-05"]),
    ("Elections there have been announced for September 2015.", ["election 2015-09 planned"]),
    ("A high-level seminar in Toronto in March 2014 drew 300 people.", ["meeting 2014-03 @toronto"]),
    ("A visit to Lima by Mr. Kos in May 2013 fell through.", []),
    ("Lima was the venue for the second Arica Summit in May 2013.", ["meeting 2013-05 @lima"]),
    ("Cusco will be the setting of the Mining Summit in May 2016.", ["meeting 2016-05 planned @cusco"]),
    ("Lima was ready for the Arica Summit in its own way.", []),
    ("Mr. Kos and Ms. Roy are friends. The two met in Lima in May 2013.", ["meeting 2013-05 @lima"]),
    ("Mr. Kos and Ms. Roy are friends. Both signed the Arica Treaty in May 2013.", ["signature 2013-05"]),
    ("The two friends were in need in May 2013.", []),
    ("Mr. Kos visited Lima in May 2012. He was followed in June 2013 by Ms. Roy, who took miners to Cusco.",
     ["visit 2012-05 @lima", "visit 2013-06 @cusco"]),
    ("Mr. Kos visited Lima in May 2012. Senator Kos was followed to Lima in June 2013 by Ms. Ann Roy.",
     ["visit 2012-05 @lima", "visit 2013-06 @lima"]),
    ("Mr. Kos likes Lima. He was followed in June 2013 by Ms. Roy.", []),
    # what somebody is invited to do
    ("Mr. Kos has accepted an invitation to visit Lima in 2015.", ["visit 2015 planned @lima"]),
    ("Ms. Roy wrote to Mr. Kos, who has been invited to visit Lima in 2015.", ["visit 2015 planned @lima"]),
    ("Mr. Kos declined an invitation to visit Lima in 2015.", []),
    # dated by what is known
    ("Aid has grown since 2012, the year in which an aid strategy was adopted.", ["adoption 2012"]),
    ("Mr. Kos paid a state visit to Lima in May 2012. Ms. Roy visited Cusco in 2013. The Arica Fund was set up during the state visit.",
     ["visit 2012-05 @lima", "visit 2013 @cusco", "establishment 2012-05"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "events"), UNLISTED)
def test_unlisted(text: str, events: list[str]) -> None:
    """Is an event read from its noun, date and place, whatever verb or bracket tells it, and nothing from less?"""
    assert sorted(told(text)) == sorted(events)


def test_hedged_is_planned() -> None:
    """Is what may or is likely to happen planned, and never past?"""
    for words in ("may visit", "is likely to visit", "hopes to visit", "plans to visit", "is to visit", "might visit"):
        assert told(f"President Kos {words} Peru in 2015.") == ["visit 2015 planned @peru"]


def test_an_agreement_to_meet_is_dated_by_its_own_words() -> None:
    """Does a date before "agreed to" date no more than the agreeing?"""
    assert told("In May 2013 Mr. Kos and Ms. Ruiz agreed to meet again in 2015.") == ["meeting 2015 planned"]
    assert told("In May 2013 the ministers agreed to renew the treaty.") == []


def test_a_signature_has_no_borrowed_date() -> None:
    """Is the signing of a text left without a date where only its entry into force has one?"""
    assert told("As a result of the signing of the Ulvik Treaty, in force since 2009, trade grows.") == [
        "signature",
        "entry_into_force 2009",
    ]


@pytest.mark.parametrize("name", FRAMES)
def test_frames(name: str) -> None:
    """Does each way of building a clause hold for its examples, and for none of its counter-examples?"""
    frame = FRAMES[name]
    assert len(frame.counter) + len(frame.examples) >= 2 and frame.counter
    for sentence, event in frame.examples:
        events = read(page_of(sentence))["events"]
        assert event in [f"{row['kind']} {row['date'] or ''} {row['status']}" for row in events], sentence
    for sentence in frame.counter:
        assert told(sentence) == [], sentence


def test_triggers() -> None:
    """Does every trigger have a frame and a kind that the tables know, and every role its players?"""
    nouns = ("forum", "round", "relations", "thing", "partnership", "instrument", "same", "help")
    for head in triggers().values():
        longer = [trigger for phrases in head.longer.values() for _, readings in phrases for trigger in readings]
        for trigger in (*head.alone, *longer):
            assert trigger.frame in FRAMES or trigger.frame in nouns
            assert not trigger.kind or trigger.kind in ROLES
    assert {role for roles in ROLES.values() for role in roles.values()} <= set(PLAYERS)


TEXTS = "\n\n".join(wording[0] for wording in WORDINGS) + "\n\n" + "\n\n".join(together[0] for together in TOGETHER)


def test_every_cell_has_words() -> None:
    """Do kind, date, place, status and every part rest on words, inferred exactly where the row says so?"""
    tables: Tables = read(page_of(TEXTS))
    evidence: dict[tuple[str, str], set[str]] = {}
    for row in tables["evidence"]:
        evidence.setdefault((row["row_id"], row["field"]), set()).add(row["basis"])
    for event in tables["events"]:
        for field in NEEDED:
            wanted = event[field] is not None and not (field == "status" and event[field] == "occurred")
            bases = evidence.get((event["event_id"], field), set())
            assert bool(bases) == wanted, (event["event_id"], field)
            assert not bases or bases == ({"inferred"} if field in str(event["inferred"] or "").split() else {"stated"})
    for part in tables["participants"]:
        for field in ("participant", "role"):
            assert len(evidence[part["participant_id"], field]) == 1


def test_nothing_is_told_twice() -> None:
    """Are no two events of a long text the same in kind, date, place and parts, and all ids different?"""
    tables = read(page_of(TEXTS))
    said = [(what(event), event["title"], who(tables, event)) for event in tables["events"]]
    assert len(said) == len(set(said))
    assert len({event["event_id"] for event in tables["events"]}) == len(said)


@pytest.mark.parametrize("opening", ["When Peru joined the OECD, Canada helped.", "Which Peru joined in 2010."])
def test_a_clause_that_opens_the_text(opening: str) -> None:
    """Is a text read whose first words are a clause that elsewhere says more about a date?"""
    assert read(source(f"{opening} Canada and Peru are friends."))["sentences"]
