"""The rules that find quantities as they are written: money, percentages, ranks, durations, measurements and counts."""

from __future__ import annotations

from .rules import Rules, rule

_ONE = "(NUMBER | NUMWORD ((-|and)? (NUMWORD|SCALE)){0,9} | a NUMWORD) (and a FRACTION)? (-? SCALE){0,2}"
_NUMERAL = f"({_ONE} | FRACTION (a|of a)? SCALE | FRACTION a NUMWORD | a SCALE)"
_LOW, _HIGH = f"low:({_NUMERAL})", f"high:({_NUMERAL})"
_SHARE = "(NUMWORD -? FRACTION | a FRACTION | FRACTION | NUMWORD (in|out of) NUMWORD)"


# Each captures `low`, `high` for ranges, `qualifier`, and `unit` where a word or sign gives it.
QUANTITY_RULES = Rules(
    rule("money-between", f"qualifier:QUALIFIER? between unit:SIGN {_LOW} and SIGN? {_HIGH}",
         (("between $10 and $12 million", "between $10 and $12 million"), ("between £3m and £4m", "between £3m and £4m")),
         ("$455 million and $879 million",)),
    rule("money-range", f"qualifier:QUALIFIER? from? unit:SIGN {_LOW} (to|-) SIGN? {_HIGH}",
         (("from $3 million to $4 million", "from $3 million to $4 million"), ("some $3-4 million", "some $3-4 million")),
         ("$10 for the 12 million",)),
    rule("money", f"qualifier:QUALIFIER? unit:SIGN {_LOW}",
          (("reached slightly over $522 million", "slightly over $522 million"), ("worth US$1.2bn in all", "US$1.2bn")), ("the $ fell",)),
    rule("money-trailing", f"qualifier:QUALIFIER? {_LOW} unit:SIGN",
          (("about 5 million USD", "about 5 million USD"), ("sold for 300 EUR", "300 EUR")), ("in USD loans",)),
    rule("money-words", f"qualifier:QUALIFIER? {_LOW} unit:CURRENCY",
          (("two and a half million dollars", "two and a half million dollars"), ("nearly half a billion euros", "nearly half a billion euros")),
          ("two soft currencies",)),
    rule("percentage-between", f"qualifier:QUALIFIER? between {_LOW} PERCENT? and {_HIGH} unit:PERCENT",
         (("between 5 and 7 per cent", "between 5 and 7 per cent"), ("between 5% and 7%", "between 5% and 7%")), ("5 and 7 per cent",)),
    rule("percentage-range", f"qualifier:QUALIFIER? {_LOW} PERCENT? (to|-) {_HIGH} unit:PERCENT",
         (("rose 2-3% a year", "2-3%"), ("by two to three per cent", "two to three per cent")), ("5 and more per cent",)),
    rule("percentage", f"qualifier:QUALIFIER? {_LOW} unit:PERCENT",
          (("grew by nearly 9 per cent", "nearly 9 per cent"), ("at just 0.03%", "0.03%")), ("per cent",)),
    rule("share", f"qualifier:QUALIFIER? low:({_SHARE})",
          (("over two thirds of which", "over two thirds"), ("half of them in Lima", "half"), ("one quarter in 2012", "one quarter"), ("one in four students", "one in four")),
          ("the third meeting", "a quarter earlier")),
    rule("rank", "qualifier:QUALIFIER? low:ORDINAL -? unit:(SUPERLATIVE | most WORD)",
          (("the second largest partner", "second largest"), ("its fourth-largest market", "fourth-largest"), ("the second most populous country", "second most populous")),
          ("the largest partner",)),
    rule("rank-stated", "(rank|ranks|ranked|ranking|placing COUNTRY|placed|came|comes) (as the)? low:ORDINAL",
          (("Poland ranks first among partners", "ranks first"), ("ranked 5th in 2012", "ranked 5th")), ("the first rank",)),
    rule("rank-of", "low:ORDINAL (among|out of)",
          (("173rd out of 187 countries", "173rd out of"), ("fourth among donors", "fourth among")), ("the first of them",)),
    rule("rank-labelled", "(WORD | ATOM) : low:ORDINAL",
          (("Rank among partners: 3rd", "partners: 3rd"), ("Rank in Africa, by value: 12th", "value: 12th")), ("the first: peace",)),
    rule("rank-top", f"among the unit:SUPERLATIVE {_LOW}",
          (("ranks among the top five donors", "among the top five"), ("is among the top 10 markets", "among the top 10")), ("the top brass",)),
    rule("duration-between", f"qualifier:QUALIFIER? between {_LOW} and {_HIGH} unit:UNIT",
         (("between 5 and 10 days", "between 5 and 10 days"), ("between two and three years", "between two and three years")), ("two and three",)),
    rule("duration-range", f"qualifier:QUALIFIER? {_LOW} (to|-) {_HIGH} -? unit:UNIT",
         (("for two to three years", "two to three years"), ("after 5-10 days", "5-10 days")), ("years of two to three",)),
    rule("duration", f"qualifier:QUALIFIER? {_LOW} -? unit:UNIT",
          (("a 90-day consultation", "90-day"), ("over four years", "over four years")), ("the days",)),
    rule("measurement", f"qualifier:QUALIFIER? {_LOW} unit:MEASUREUNIT",
          (("some 500 km away", "some 500 km"), ("about 2 million tonnes of wheat", "about 2 million tonnes")), ("tonnes",)),
    rule("times", "qualifier:QUALIFIER? unit:(doubled|tripled|quadrupled)",
          (("more than tripled since", "more than tripled"), ("has doubled", "doubled")), ("double taxation",)),
    rule("count", f"qualifier:QUALIFIER? {_LOW}",
          (("over 100 publicly listed companies", "over 100 publicly listed companies"), ("some thirty business leaders", "some thirty business leaders"),
           ("the 20 countries of focus for", "20 countries of focus"), ("more than a dozen mines", "more than a dozen mines")),
          ("Article 5 of the treaty", "1. Home", "one of the leading partners")),
    rule("count-between", f"qualifier:QUALIFIER? between {_LOW} and {_HIGH}",
         (("between 21,000 and 22,000 Mexicans come", "between 21,000 and 22,000 Mexicans"), ("between 5 and 6 new mines", "between 5 and 6 new mines")),
         ("21 mines and 22 wells",)),
    rule("count-range", f"qualifier:QUALIFIER? {_LOW} (to|-) {_HIGH}",
         (("5 to 6 new mines", "5 to 6 new mines"), ("10-12 companies", "10-12 companies")), ("from two chapters to",)),
)  # fmt: skip
