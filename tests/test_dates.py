"""Dates: what a wording says, on a page of June 2014, and what a page says of its own date."""

from __future__ import annotations

import pytest

from pipeline.reading import read
from tests.wordings import dates_in, page, source

Dates = list[tuple[str, str]]


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("Revised 24.03.2011 in Bern.", [("24.03.2011", "2011-03-24")]),
        ("Version 3.14.2011 is no day.", []),
        ("The mandate ends in 2011 until 30 May 2012.", [("2011", "2011"), ("until 30 May 2012", "../2012-05-30")]),
        ("It ran from 2009 until 2012.", [("2009 until 2012", "2009/2012")]),
        ("It runs until 2016.", [("until 2016", "../2016")]),
        ("It opened on 3 March.", [("3 March", "2014-03-03")]),
        ("It is due in the week beginning 10 November.", [("week beginning 10 November", "2014-11-10/2014-11-16")]),
        ("It is due in the week starting Monday, June 9.", [("week starting Monday, June 9", "2014-06-09/2014-06-15")]),
        ("It begins a week of talks on 9 June.", [("9 June", "2014-06-09")]),
        (
            "It gave 3 in fiscal year (FY) 2013 and 4 in FY 2012.",
            [("fiscal year (FY) 2013", "2013/2014"), ("FY 2012", "2012/2013")],
        ),
        ("It gave 3 in financial year 2013/14.", [("financial year 2013/14", "2013/2014")]),
        ("It is for the current financial year.", [("current financial year", "2014/2015")]),
        ("It was given last fiscal year.", [("last fiscal year", "2013/2014")]),
        ("It was given over the last three fiscal years.", []),
        ("It was given in the 2013 financial year.", [("2013 financial year", "2013/2014")]),
        ("It was given in the 2014 to 2015 financial year.", [("2014 to 2015 financial year", "2014/2015")]),
        ("It was given in 2014/2015.", [("2014/2015", "2014/2015")]),
        ("It fell in the December 2013 quarter.", [("December 2013 quarter", "2013-10/2013-12")]),
        ("It fell in the June quarter of 2013.", [("June quarter of 2013", "2013-04/2013-06")]),
        ("It fell in the May 2013 quarter.", [("May 2013 quarter", "2013-03/2013-05")]),
        ("It fell in the final quarter of 2013.", [("final quarter of 2013", "2013-10/2013-12")]),
        ("It fell in the last half of 2013.", [("last half of 2013", "2013-07/2013-12")]),
        ("It opened in the autumn of last year.", [("autumn of last year", "2013-23")]),
        ("They met on 3/4 May 2013.", [("3/4 May 2013", "2013-05-03/2013-05-04")]),
        ("January to March 2013 was wet.", [("January to March 2013", "2013-01/2013-03")]),
        ("They met in April, May and June 2013.", [("April", "2013-04"), ("May", "2013-05"), ("June 2013", "2013-06")]),
        ("They met on 5 May and 7 June 2013.", [("5 May", "2013-05-05"), ("7 June 2013", "2013-06-07")]),
        ("They met in December and January 2013.", [("December", "2012-12"), ("January 2013", "2013-01")]),
        ("They met in May, and again in June 2013.", [("May", "2014-05"), ("June 2013", "2013-06")]),
    ],
)
def test_written(sentence: str, dates: Dates) -> None:
    """Are dates written with full stops, and those after "until", read as what they say?"""
    assert dates_in(sentence) == dates


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        ("It opened in 2005, and its twin six years later.", ("six years later", "2011")),
        ("It opened in 2005; the old one dated from a decade before.", ("a decade before", "1995")),
        ("They met in November 2010 and two months later in Lima.", ("two months later", "2011-01")),
        ("They met on 31 May 2010 and the following day.", ("the following day", "2010-06-01")),
        ("Exports rose in the first half of 2012 over a year earlier.", ("a year earlier", "2011-01/2011-06")),
        ("Signed in 2005, it fell into disuse in the year after the war.", ("2005", "2005")),
        ("Signed in 2005, it opened a year earlier than planned.", ("2005", "2005")),
        ("It came in 2005, and the following years were good.", ("2005", "2005")),
    ],
)
def test_some_time_from_another(sentence: str, last: tuple[str, str]) -> None:
    """Is a time before or after another date reckoned from it, and only where both are said?"""
    assert dates_in(sentence)[-1] == last


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        ("Visits rose in 2012, more than in 2013. That year, sales fell.", ("That year", "2012")),
        ("Visits rose in 2012, up 3 per cent on 2010; that same year, sales fell.", ("that same year", "2012")),
        ("Visits rose in 2012. They were up 3 per cent from 2010. That year, sales fell.", ("That year", "2012")),
        ("It moved in 2008 from Lima. From 2010 it grew. That year, sales fell.", ("That year", "2010")),
        ("Sworn in on 2 May 2011, he left on November 5 of that year.", ("November 5 of that year", "2011-11-05")),
        ("It opened on 2 March 2012 and moved in April of the same year.", ("April of the same year", "2012-04")),
        ("In 2011-12, more were sent than in the same financial year.", ("the same financial year", "2011/2012")),
        ("Between 2004 and 2009 it grew, and sales over the same period.", ("the same period", "2004/2009")),
        ("Sales in 2012 fell below those in the same period of 2010.", ("the same period of 2010", "2010")),
        (
            "Sales in the first nine months of 2012 fell below those in the same period of the previous year.",
            ("the same period of the previous year", "2011-01/2011-09"),
        ),
        ("It fell in the last six months of last year.", ("last six months of last year", "2013-07/2013-12")),
        ("It is planned for the second half of this year.", ("second half of this year", "2014-07/2014-12")),
        ("It is due by the end of next year.", ("end of next year", "2015")),
        ("Sales rose in 2012, up 3 per cent from 2010. That year, tea fell.", ("That year", "2012")),
        ("Sales fell in 2012 from the 2010 peak, dating from 2011. That year, tea fell.", ("That year", "2012")),
        ("They met in May last year.", ("May last year", "2013-05")),
        ("It was initialled last month.", ("last month", "2014-05")),
        ("It is due next month.", ("next month", "2014-07")),
        ("It is expected before the end of the year.", ("end of the year", "2014")),
        ("It was signed in May 2011 and lost by the end of the year.", ("end of the year", "2011")),
        ("It was signed in May 2011, at the end of the year of talks.", ("May 2011", "2011-05")),
        ("It opened on 1 May 2013 and closed on the same day.", ("the same day", "2013-05-01")),
        ("It opened in May 2013 and closed on the same day.", ("May 2013", "2013-05")),
        ("In 2012 it fell 9 per cent from 2011. It was 4, against 5 in the previous year.", ("previous year", "2011")),
        ("It is at 1617 Ulvik Fjell Avenue, in Oslo since 2012.", ("since 2012", "2012/..")),
        ("In July 2013 he came; he had met her that February.", ("that February", "2013-02")),
        ("In May 2013 it opened. It closed that same month.", ("that same month", "2013-05")),
        ("In 2013 it opened in the wet, and that month was wet.", ("2013", "2013")),
        ("Set up in May 2005, it meets, most recently in Lima in June.", ("June", "2014-06")),
        ("Set up in May 2005, it last met in October.", ("October", "2013-10")),
        ("Talks began in May 2011, and the latest round was held on 3 March.", ("3 March", "2014-03-03")),
        ("In the last week of May 2011 they met, and again in June.", ("June", "2011-06")),
        ("She came last October and her deputy in March.", ("March", "2014-03")),
        ("She came last October and her deputy in November.", ("November", "2013-11")),
        ("In August 2013 it opened. Mr. Kos is expected in Lima in August.", ("August", "2014-08")),
        ("In August 2013 it opened. Mr. Kos came to Lima in August.", ("August", "2013-08")),
        ("In 2011 it was signed, in the last month of talks.", ("2011", "2011")),
        ("He is expected in autumn.", ("autumn", "2014-23")),
    ],
)
def test_which_year(sentence: str, last: tuple[str, str]) -> None:
    """Is "that year" the year spoken of, not the one it is compared with, and "this year" that of the page?"""
    assert dates_in(sentence)[-1] == last


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Sales in the year to June 2011 rose.", "2010-07/2011-06"),
        ("Sales in the June 2011 year rose.", "2010-07/2011-06"),
        ("Sales in the year to December 2011 rose.", "2011"),
        ("Sales in the year ended 31 December 2011 rose.", "2011"),
        ("Sales in the six months to December 2011 rose.", "2011-07/2011-12"),
        ("Sales in the six months to March 2011 rose.", "2010-10/2011-03"),
        ("Sales in the year ended 31 March 2011 rose.", "2010-04-01/2011-03-31"),
        ("Sales in the year ended 5 April 2011 rose.", "2010-04-06/2011-04-05"),
    ],
)
def test_months_to(sentence: str, date: str) -> None:
    """Are the months that end with a month, or a day, those before it?"""
    assert [found for _, found in dates_in(sentence)] == [date]


def test_seasons_of_the_weather_are_no_dates() -> None:
    """Is a season that no plan is tied to left alone?"""
    assert dates_in("Tourists come in summer and in winter months.") == []


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("18.05.2010 - Article", "2010-05-18"),
        ("Oslo, 11/06/2011 - 14:20", "2011-06-11"),
        ("First published: 9 July 2009\nLast updated: 18 November 2010, see all updates", "2010-11-18"),
        ("Last update 24.03.2012", "2012-03-24"),
        ("Last updated at 11:42 (Oslo time) 27 September 2012", "2012-09-27"),
        ("OCTOBER 6, 2011", "2011-10-06"),
        ("© 2009 Ministry of Trade", "2009"),
        ("It was told in Oslo, and 11/06/2011 was the day on which all of this happened to them.", None),
    ],
)
def test_page_date(line: str, date: str | None) -> None:
    """Is the page's date read from date lines of many houses, and from the copyright where there is none?"""
    prose = "Norway and Laos have good relations, and what follows is meant to say in which ways they are good."
    assert read(source(f"Norway and Laos\n\n{prose}\n\n{line}\n"))["documents"][0]["date"] == date


def test_copyright_year_is_a_date() -> None:
    """Is the year of a copyright notice a date, and the other numbers of the notice none?"""
    rows = read(page("© 2009 Government of Canada, Box 2011, Ottawa"))["dates"]
    assert [row["quote"] for row in rows] == ["2009", "June 2014"]
