"""The package as Croissant metadata, by which machine-learning libraries load tables (https://docs.mlcommons.org/croissant/).

Each table is a record set whose fields are its columns; keys and references are those of its schema. Records come from
the Parquet file, which knows its types: from the CSV, readers would take the year 2011 for 2011.0 and NA for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.exports.metadata import Node, address, creators, day, dumped, licences, sha256, titles
from pipeline.published import Published
from pipeline.tableschema import Table

# The context that the specification prescribes, word for word: its readers compare it.
CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
# The specification knows Parquet by the name it had before it was registered.
MEDIA = {"application/vnd.apache.parquet": "application/x-parquet"}
TYPES = {"string": "sc:Text", "integer": "sc:Integer", "number": "sc:Float", "date": "sc:Date", "boolean": "sc:Boolean"}


def pieces(package: Published) -> Iterator[str]:
    """Yield the file's text."""
    yield dumped(dataset(package))


def dataset(package: Published) -> Node:
    """Return the dataset: a FileObject for each file, a RecordSet for each table."""
    about, names = package.descriptor, titles(package)
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": about["name"],
        "alternateName": about["title"],
        "description": about["description"],
        "identifier": about.get("id"),
        "url": about.get("homepage") or about.get("id"),
        "version": about["version"],
        "datePublished": day(about),
        "keywords": about.get("keywords"),
        "license": licences(about),
        "citeAs": f"{', '.join(creators(about))}: {about['title']}, version {about['version']}, {day(about)}",
        "creator": [{"@type": "sc:Organization", "name": name} for name in creators(about)],
        "distribution": [
            {
                "@type": "cr:FileObject",
                "@id": resource["path"],
                "name": names[resource["name"]],
                "contentUrl": address(resource["path"]),
                "contentSize": f"{resource['bytes']} B",
                "encodingFormat": MEDIA.get(resource["mediatype"], resource["mediatype"]),
                "sha256": sha256(resource),
            }
            for resource in about["resources"]
        ],
        "recordSet": [_records(table, package.paths[f"{table.name}-parquet"]) for table in package.tables.values()],
    }


def _records(table: Table, path: str) -> Node:
    # A reference into the table itself is left out: Croissant's readers take it for a circle.
    keys = (key for key in table.foreign_keys if key[1] != table.name)
    targets = {column: f"{target}/{there}" for column, target, there in keys}
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.schema["description"],
        "key": {"@id": f"{table.name}/{table.primary_key}"},
        "field": [_column(table, field, path, targets.get(field["name"])) for field in table.fields],
    }


def _column(table: Table, field: dict[str, Any], path: str, target: str | None) -> Node:
    column = {
        "@type": "cr:Field",
        "@id": f"{table.name}/{field['name']}",
        "name": field["name"],
        "description": field["description"],
        "dataType": TYPES[field["type"]],
        "source": {"fileObject": {"@id": path}, "extract": {"column": field["name"]}},
    }
    return column | ({"references": {"field": {"@id": target}}} if target else {})
