"""The package as a schema.org Dataset in JSON-LD, which search engines for data read."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.exports.metadata import Node, address, creators, day, dumped, licences, sha256, titles
from pipeline.published import Published


def pieces(package: Published) -> Iterator[str]:
    """Yield the file's text."""
    yield dumped(dataset(package))


def dataset(package: Published) -> Node:
    """Return the Dataset, with one DataDownload for each file; https://schema.org/Dataset says what each key means."""
    about, names = package.descriptor, titles(package)
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": about.get("id"),
        "identifier": about.get("id"),
        "name": about["title"],
        "description": about["description"],
        "version": about["version"],
        "datePublished": day(about),
        "inLanguage": sorted({row["language"] for row in package.cells("documents") if row.get("language")}),
        "isAccessibleForFree": True,
        "keywords": about.get("keywords"),
        "license": licences(about),
        "creator": [{"@type": "Organization", "name": name} for name in creators(about)],
        "temporalCoverage": about.get("dc:temporal"),
        "spatialCoverage": [
            {"@type": "Place", "name": name.strip()} for name in about.get("dc:spatial", "").split(";") if name
        ],
        "isBasedOn": [
            {"@type": "CreativeWork", "name": source["title"], "url": address(source["path"])}
            for source in about.get("sources", [])
        ],
        "variableMeasured": [
            {"@type": "PropertyValue", "name": f"{table.name}.{field['name']}", "description": field["description"]}
            for table in package.tables.values()
            for field in table.fields
        ],
        "distribution": [
            {
                "@type": "DataDownload",
                "name": names[resource["name"]],
                "contentUrl": address(resource["path"]),
                "encodingFormat": resource["mediatype"],
                "contentSize": f"{resource['bytes']} B",
                "sha256": sha256(resource),
                "license": licences(resource),
            }
            for resource in about["resources"]
        ],
    }
