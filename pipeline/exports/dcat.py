"""The package as a DCAT 3 dataset in JSON-LD, which data catalogues harvest (https://www.w3.org/TR/vocab-dcat-3/)."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.exports.metadata import Node, address, creators, day, dumped, licences, sha256, titles
from pipeline.published import Published

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
PRECISION = {4: "gYear", 7: "gYearMonth", 10: "date"}  # by the length of a date
MEDIA = "https://www.iana.org/assignments/media-types/"


def pieces(package: Published) -> Iterator[str]:
    """Yield the file's text."""
    yield dumped(dataset(package))


def dataset(package: Published) -> Node:
    """Return the dataset, with one distribution for each file."""
    about, names = package.descriptor, titles(package)
    first, _, last = about.get("dc:temporal", "").partition("/")
    return {
        "@context": CONTEXT,
        "@id": about.get("id"),
        "@type": "dcat:Dataset",
        "dct:identifier": about.get("id"),
        "dct:title": _english(about["title"]),
        "dct:description": _english(about["description"]),
        "dcat:version": about["version"],
        "dct:issued": _typed("date", day(about) or ""),
        "dcat:keyword": [_english(word) for word in about.get("keywords", [])],
        "dct:creator": [{"@type": "foaf:Agent", "foaf:name": name} for name in creators(about)],
        "dct:license": [{"@id": path} for path in licences(about)],
        "dct:conformsTo": {"@id": about.get("$schema", "https://datapackage.org/standard/data-package/")},
        "dct:source": [{"@id": address(source["path"])} for source in about.get("sources", [])],
        "dct:spatial": [
            {"@type": "dct:Location", "dct:title": _english(name.strip())}
            for name in about.get("dc:spatial", "").split(";")
            if name
        ],
        "dct:temporal": first
        and {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _typed(PRECISION[len(first)], first),
            "dcat:endDate": _typed(PRECISION[len(last or first)], last or first),
        },
        "dcat:distribution": [
            {
                "@id": f"#{resource['name']}",
                "@type": "dcat:Distribution",
                "dct:title": _english(names[resource["name"]]),
                "dcat:downloadURL": {"@id": address(resource["path"])},
                "dcat:mediaType": {"@id": MEDIA + resource["mediatype"]},
                "dcat:byteSize": _typed("nonNegativeInteger", str(resource["bytes"])),
                "dct:license": [{"@id": path} for path in licences(resource)],
                "spdx:checksum": {
                    "@type": "spdx:Checksum",
                    "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
                    "spdx:checksumValue": _typed("hexBinary", sha256(resource)),
                },
            }
            for resource in about["resources"]
        ],
    }


def _english(text: str) -> Node:
    return {"@value": text, "@language": "en"}


def _typed(kind: str, value: str) -> Node:
    return {"@value": value, "@type": f"xsd:{kind}"}
