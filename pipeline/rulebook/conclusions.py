"""What the reading concludes where the words do not say it outright, by the names that stand in `evidence.rule`.

A few rules of the catalogue stand there under their own names as well: their words imply the role of a sector.
"""

from __future__ import annotations

from typing import NamedTuple


class Conclusion(NamedTuple):
    """What a conclusion says, and a wording from which it is drawn on a page of the Government of Canada on Peru."""

    meaning: str
    example: str


CONCLUSIONS: dict[str, Conclusion] = {
    # countries
    "pair-of-page": Conclusion(
        "a country that the sentence leaves out is one of the two that the page is about",
        "In 2011, exports reached $31 million.",
    ),
    "subject-of-sentence": Conclusion(
        "whose trade, economy or population it is, or with whom: the country that the sentence speaks of",
        "Chile has a population of 17 million.",
    ),
    "subject-of-sentence-before": Conclusion(
        "export earnings of no country named are of the one that the sentence before speaks of",
        "Chile is a large economy. Tin accounts for 31 per cent of export earnings.",
    ),
    "subject-before": Conclusion(
        "“it” is the country that was the subject last",
        "Peru is a member of the OAS. It is an observer to the OECD.",
    ),
    "two-named-before": Conclusion(
        "“both” and “the two countries” are the two named as the subject just before",
        "Ghana and Kenya are friends. Both are members of the Commonwealth.",
    ),
    "owner-before": Conclusion(
        "“its” is of the country whose something was told before it in the sentence",
        "Canada is Peru's third partner, with 5 per cent of its exports.",
    ),
    "first-person": Conclusion(
        "“we” and “our” are of the country that published the page",
        "In 2011, our exports reached $31 million.",
    ),
    # money and measures
    "currency-of-publisher": Conclusion(
        "“$” is the dollar of the country that published the page, else of the other country of the page",
        "Canada's exports to Peru reached $31 million in 2011.",
    ),
    "unit-of-caption": Conclusion(
        "a bare number in the rows below a caption such as “(in US$ million)” has its unit and scale",
        "Trade (in US$ million)\n\n2011: exports 31.5; imports 30.2",
    ),
    "measure-of-sentence-before": Conclusion(
        "an amount measures what the sentence before, or the one that opens the list, speaks of",
        "Canada gave Peru development assistance. It came to $31 million in 2011.",
    ),
    "measure-of-heading": Conclusion(
        "an amount measures what the heading above it names",
        "Development assistance\n\nIn 2011, Peru received $31 million.",
    ),
    "aid-of-agency": Conclusion(
        "what an agency through which a country gives aid spends is development assistance",
        "In 2011, CIDA financed eight schools at a cost of $31 million.",
    ),
    "no-measure-named": Conclusion(
        "the words beside the quantity name none of the known measures",
        "Some 12 per cent of them came in 2011.",
    ),
    "population-in-persons": Conclusion(
        "a population without a unit is counted in persons",
        "Peru has a population of 31 million.",
    ),
    # dates
    "year-of-page": Conclusion(
        "a date without a year is of the year of the page, or the one before or after where it says so",
        "The two ministers met on May 8.",
    ),
    "month-of-page": Conclusion(
        "“last month”, “this month” and “next month” are reckoned from the month of the page",
        "The two ministers met last month.",
    ),
    "year-of-date-before": Conclusion(
        "a date without a year, “that year” or “a year earlier” is reckoned from the date before it",
        "Exports fell in 2011. A year earlier they had grown.",
    ),
    "year-of-date-after": Conclusion(
        "a month or a day without a year has the one that is said once after several of them",
        "The two ministers met in April and May 2013.",
    ),
    "year-of-same-month": Conclusion(
        "a month without a year has the year that the same month had before",
        "Ms. Roy came to Lima in May 2013. On May 8, she spoke.",
    ),
    "week-of-date-before": Conclusion(
        "“the same week” is the week of the date before it",
        "Ms. Roy came to Lima on 8 May 2013. The same week, Mr. Kos went to Chile.",
    ),
    "date-of-sentence": Conclusion(
        "an event has the date that another clause of its sentence gives",
        "Once this is done in October 2013, Peru will join the OECD.",
    ),
    "date-of-sentence-before": Conclusion(
        "an amount has the date of the sentence before",
        "Canada's exports to Peru grew in 2011. They reached $31 million.",
    ),
    "date-of-heading": Conclusion(
        "an amount has the date of the heading above it",
        "Trade in 2011\n\nExports to Peru: $31 million",
    ),
    "end-of-interval": Conclusion(
        "an amount that a growth ended with is of the last year of it",
        "Exports to Peru grew between 2009 and 2011, to $31 million.",
    ),
    "date-of-trade-before": Conclusion(
        "a list of goods has the date of the trade told last before it",
        "Canada's exports to Peru reached $31 million in 2011. They consisted of wheat and lentils.",
    ),
    "date-of-occasion": Conclusion(
        "what happens during a visit or a meeting has its date",
        "Ms. Roy visited Lima in May 2013, where she met Mr. Kos.",
    ),
    "start-of-interval": Conclusion(
        "an amount that a change began with is of the first year of it",
        "Between 2009 and 2011, exports to Peru rose from $31 million to $33 million.",
    ),
    "growth-between-years": Conclusion(
        "growth lasts from the year it is compared with to the year it is told of",
        "In 2012, Canada's exports to Peru reached $31 million, up 12 per cent from 2011.",
    ),
    "start-of-since": Conclusion(
        "what opened or began “since” a year did so in that year",
        "The Ulvik Treaty, in force since 2007, is old.",
    ),
    # goods and sectors
    "flow-told-before": Conclusion(
        "a list goes on with the exports or imports told before it",
        "Canada's exports to Peru reached $31 million in 2011. These included wheat and lentils.",
    ),
    "opposite-flow": Conclusion(
        "what goes in the other direction is the opposite of the exports or imports told before",
        "Canada's exports to Peru are led by wheat. Deliveries in the other direction consist of zinc.",
    ),
    "goods-of-country": Conclusion(
        "the goods of a country are what it exports",
        "Peru is a market for Canadian wheat.",
    ),
    "shared-head": Conclusion(
        "the last noun of a list is the head of the others as well: copper ores, of “copper and lead ores”",
        "Canada's imports from Peru consisted of copper and lead ores.",
    ),
    "named-by-whole": Conclusion(
        "a detail has before its name that of what it is a detail of: cocoa beans, of “cocoa (beans and butter)”",
        "Canada's imports from Peru consisted of cocoa (beans and butter) and gold.",
    ),
    "activity-as-field": Conclusion(
        "what is done together is the name of the field: combating drug trafficking",
        "Canada and Peru cooperate on mining, health and efforts to combat piracy.",
    ),
    # events
    "after-date-of-page": Conclusion(
        "what is dated after the page is planned",
        "The consultations take place in Lima in May 2031.",
    ),
    "kind-of-round-before": Conclusion(
        "a round is one of the talks told before",
        "Talks on a tax treaty began in 2012. A second round was held in 2013.",
    ),
    "kind-of-event-before": Conclusion(
        "who followed did what was told before",
        "Peru ratified the Ulvik Treaty in 2010. Chile followed in 2012.",
    ),
    "list-of-visits": Conclusion(
        "a dated list under a heading of visits tells of visits, to the country that the heading names; inward visits "
        "are to the country that published the page",
        "Visits to Peru\n\n- May 2012: Foreign Minister Ann Roy\n- June 2013: Trade Minister Igor Kos",
    ),
    "list-of-agreements": Conclusion(
        "a dated line under a heading of agreements signed, or of their entries into force, tells of one",
        "Agreements (entry into force)\n\n- Air Services Agreement (May 1992)\n- Tax Convention (2001)",
    ),
    "place-of-occasion": Conclusion(
        "what happens during a visit or a meeting happens where that was",
        "Ms. Roy visited Lima in May 2013, where the Ulvik Treaty was signed.",
    ),
    "place-of-visit-before": Conclusion(
        "who visits again goes where the visit before went",
        "Ms. Roy visited Lima in May 2012. She visited again in 2013.",
    ),
    "host-is-place": Conclusion(
        "what a country hosts takes place there",
        "Peru hosted the APEC Summit in 2008.",
    ),
    "named-in-its-name": Conclusion(
        "the countries in the name of an agreement are parties to it",
        "The Canada-Peru Free Trade Agreement entered into force in 2009.",
    ),
    "agreement-before": Conclusion(
        "“the agreement” is the one named before",
        "Talks on the Ulvik Treaty ended in 2011. The treaty was signed in 2012.",
    ),
    "office-before": Conclusion(
        "“the Minister” is the person named before with that office",
        "Mines Minister Ann Roy visited Lima in May 2013. The Minister visited Cusco in June 2013.",
    ),
    "persons-before": Conclusion(
        "“the two ministers” are the two people named before",
        "Foreign Minister Ann Lee met Foreign Minister Igor Kos in 2013. The two ministers signed the Ulvik Treaty.",
    ),
    "person-before": Conclusion(
        "“the latter” is the person named before",
        "Ms. Ann Roy met Mr. Igor Kos in Lima in 2013. The latter visited Cusco in 2014.",
    ),
    "pronoun": Conclusion(
        "“he”, “she” and “it” are the person or thing named before",
        "Ms. Roy visited Cusco in 2012. In May 2013, she visited Lima.",
    ),
    # offices
    "country-of-institution": Conclusion(
        "an office of a national institution is one of its country",
        "The Speaker of the House of Commons, Ann Roy, visited Lima in 2013.",
    ),
    "office-in-facts-of-page": Conclusion(
        "an office of state that is a label among facts is one of the country that the page is about",
        "Minister of Mines: Ms. Ana Ruiz",
    ),
    "office-of-publisher": Conclusion(
        "an office of state without a country is one of the country that published the page",
        "The Minister of Fisheries, Ann Roy, spoke in 2013.",
    ),
    "office-of-counterpart": Conclusion(
        "a counterpart has the office of the person before",
        "Trade Minister Ann Roy met her Peruvian counterpart, Igor Kos, in 2013.",
    ),
    "counterpart-of-the-other": Conclusion(
        "a counterpart is of the other country of the page",
        "Canadian Trade Minister Ann Roy met her counterpart, Igor Kos, in 2013.",
    ),
    "body-of-person-before": Conclusion(
        "“his minister” is of the country of the person before",
        "President of Peru Ana Ruiz came in 2013 with her foreign minister, Igor Kos.",
    ),
    "body-of-same-person": Conclusion(
        "a person is of the country that another of their titles names",
        "Ana Ruiz, the Minister of Mines of Peru, came in 2012. In 2013 Ana Ruiz, Minister of Trade, came.",
    ),
    "body-of-companion": Conclusion(
        "who comes along with an office holder is of the same country",
        "Prime Minister of Peru Ana Ruiz, accompanied by Trade Minister Igor Kos, came in 2013.",
    ),
    "other-than-whom-they-meet": Conclusion(
        "who meets an office holder of one country of the page is of the other",
        "Foreign Minister Igor Kos met Canadian Foreign Minister Ann Lee in 2013.",
    ),
    "visitor-of-the-other": Conclusion(
        "who visits one country of the page is of the other",
        "Foreign Minister Ann Lee visited Lima in 2013.",
    ),
    "holders-in-order-of-page": Conclusion(
        "of two holders of one office the first is of the country that published the page",
        "Foreign Ministers Ann Lee and Igor Kos met in 2013.",
    ),
    "only-one-has-the-office": Conclusion(
        "only one of the two countries has such an office: a president, a governor general",
        "President Ana Ruiz spoke in 2013.",
    ),
    # memberships
    "country-of-page": Conclusion(
        "memberships that a label or a heading announces are those of the country that the page is about",
        "Memberships: APEC, the OAS",
    ),
    "founders-are-members": Conclusion(
        "who founded a body is a member",
        "Peru founded the Pacific Alliance.",
    ),
    "named-with-body": Conclusion(
        "countries that stand behind the name of a body, in brackets or after a colon, are its members",
        "OAS: Canada and Peru",
    ),
    "who-is-to-join": Conclusion(
        "who will be a member is a candidate",
        "Peru will join the OECD.",
    ),
    "who-seeks-to-join": Conclusion(
        "who has applied is a candidate",
        "Peru has applied for membership of the OECD.",
    ),
    "who-is-supported-to-join": Conclusion(
        "who is supported in joining is a candidate",
        "Canada backs Peru's accession to the OECD.",
    ),
    "body-before": Conclusion(
        "“it” and “the latter” are the body named before, and so is what a country joined where it is not said",
        "Peru joined APEC in 1998 and chaired it in 2008.",
    ),
    "negotiations-of-body-before": Conclusion(
        "“the negotiations” are those on the agreement named before",
        "Members of the TPP gave their support for Canada to join the negotiations.",
    ),
}
