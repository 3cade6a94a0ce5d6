"""What the checks found, as other people's tools read it: JSON, and the XML of JUnit that CI servers show."""

from __future__ import annotations

import json
from math import isfinite
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from pipeline.errors import Finding, one_line

if TYPE_CHECKING:
    from pipeline.checks.package import Report


def as_json(report: Report) -> str:
    """Return a report as one JSON object: `valid`, `rows` of each table, `findings` (all of them) and `notes`."""
    findings = [
        {
            "file": finding.file,
            "row": finding.row or None,
            "column": finding.column or None,
            "value": _plain(finding.value),
            "quote": finding.quote,
            "message": finding.message,
        }
        for finding in report.findings
    ]
    told = {"valid": not findings, "rows": report.rows, "findings": findings, "notes": list(report.remarks)}
    return json.dumps(told, ensure_ascii=False, indent=2)


def as_junit(report: Report) -> str:
    """Return a report as JUnit XML: one test case for each table and each other file with findings."""
    found: dict[str, list[Finding]] = {f"data/{name}.csv": [] for name in report.rows}
    for finding in report.findings:
        found.setdefault(finding.file, []).append(finding)
    counts = {"tests": str(len(found)), "failures": str(sum(map(bool, found.values())))}
    suites = ET.Element("testsuites", counts)
    suite = ET.SubElement(suites, "testsuite", {"name": "pipeline check", **counts, "errors": "0", "skipped": "0"})
    for file, findings in found.items():
        case = ET.SubElement(suite, "testcase", {"classname": "package", "name": one_line(file)})
        if findings:
            said = f"{len(findings):,} finding{'' if len(findings) == 1 else 's'}"
            ET.SubElement(case, "failure", {"message": said}).text = "\n".join(map(str, findings))
    if report.remarks:
        ET.SubElement(suite, "system-out").text = "\n".join(map(one_line, report.remarks))
    ET.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(suites, encoding="unicode")


def _plain(value: object) -> object:
    """Return a value as JSON can have it: neither a date nor "not a number" has a form there but text."""
    plain = value is None or isinstance(value, (str, int)) or (isinstance(value, float) and isfinite(value))
    return value if plain else str(value)
