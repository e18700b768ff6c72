"""Diagnostics → SARIF 2.1.0, for code scanning (OASIS, Static Analysis Results Interchange Format, 2020)."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from typing import Any
from urllib.parse import quote

from xunbiao.formats.escaping import visible
from xunbiao.formats.fingerprint import fingerprints
from xunbiao.formats.json_writing import json_document
from xunbiao.formats.screen import Screen
from xunbiao.formats.verdict import Verdict
from xunbiao.model.diagnostic import Diagnostic, Severity, Skipped
from xunbiao.model.language import Language

MOST_IN_A_RUN = 25_000
"""What GitHub takes in one run; more findings make more runs, so that none is left out."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}

Json = dict[str, Any]


def render(verdict: Verdict, _screen: Screen) -> str:
    """A log of one run, or of several where one may not hold all."""
    runs = [
        _run(part, verdict, f"xunbiao/{at}/" if at > 1 else "xunbiao/")
        for at, part in enumerate(_parts(verdict.diagnostics), 1)
    ]
    return json_document({"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": runs})


def file_uri(path: str) -> str:
    """A relative path as a URI reference: everything but letters, digits, `-._~` and `/` percent-encoded."""
    return quote(path.encode("utf-8", "surrogateescape" if _from_bytes(path) else "surrogatepass"), safe="/")


def _from_bytes(path: str) -> bool:
    """Whether all surrogates in it stand for bytes of a file name that is not UTF-8."""
    return all("\udc80" <= char <= "\udcff" for char in path if "\ud800" <= char <= "\udfff")


def _parts(diagnostics: Sequence[Diagnostic]) -> Iterator[list[tuple[Diagnostic, str]]]:
    named = list(zip(diagnostics, fingerprints(diagnostics), strict=True))
    for start in range(0, len(named) or 1, MOST_IN_A_RUN):
        yield named[start : start + MOST_IN_A_RUN]


def _run(named: Sequence[tuple[Diagnostic, str]], verdict: Verdict, category: str) -> Json:
    rules = {each.code: each for each, _ in reversed(named)}
    order = {code: at for at, code in enumerate(sorted(rules))}
    return {
        "tool": {"driver": _driver([rules[code] for code in order])},
        "automationDetails": {"id": category},
        "columnKind": "unicodeCodePoints",
        "language": verdict.language.value,
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [_skipped(each, verdict.language) for each in verdict.files_skipped],
            }
        ],
        "results": [_result(each, key, order[each.code], verdict.language) for each, key in named],
    }


def _driver(rules: Sequence[Diagnostic]) -> Json:
    driver: Json = {"name": "xunbiao"}
    with suppress(PackageNotFoundError):  # run from the source without having been installed
        driver["semanticVersion"] = version("xunbiao")
    return driver | {"rules": [_rule(each) for each in rules]}


def _rule(found: Diagnostic) -> Json:
    rule: Json = {
        "id": found.code,
        "name": found.name,
        "shortDescription": {"text": found.name},
        "defaultConfiguration": {"level": _LEVELS[found.severity]},
    }
    return rule | ({"properties": {"clause": found.clause}} if found.clause else {})


def _result(found: Diagnostic, key: str, rule: int, language: Language) -> Json:
    hint = visible(found.hint.in_(language))
    return {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": _LEVELS[found.severity],
        "message": {"text": visible(found.message.in_(language)) + (f"\n{hint}" if hint else "")},
        "locations": [_location(found)],
        "partialFingerprints": {"xunbiao/v1": key},
    }


def _location(found: Diagnostic) -> Json:
    span = found.span
    region = {
        "startLine": max(1, span.line),
        "startColumn": max(1, span.column),
        "endLine": max(1, span.line, span.end_line),
        "endColumn": max(1, span.end_column),
    }
    location: Json = {"physicalLocation": {"artifactLocation": {"uri": file_uri(found.path)}, "region": region}}
    if found.field:
        location["logicalLocations"] = [{"fullyQualifiedName": found.field}]
    return location


def _skipped(skipped: Skipped, language: Language) -> Json:
    return {
        "level": "note",
        "message": {"text": visible(skipped.reason.in_(language))},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": file_uri(skipped.path)}}}],
    }
