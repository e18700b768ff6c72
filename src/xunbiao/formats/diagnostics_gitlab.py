"""Diagnostics → a GitLab Code Quality report, which shows in the merge request."""

from typing import Any

from xunbiao.formats.escaping import visible
from xunbiao.formats.fingerprint import fingerprints
from xunbiao.formats.json_writing import json_document
from xunbiao.formats.screen import Screen
from xunbiao.formats.verdict import Verdict
from xunbiao.model.diagnostic import Diagnostic, Severity
from xunbiao.model.language import Language

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.HINT: "info"}


def render(verdict: Verdict, _screen: Screen) -> str:
    """An array with one entry a finding; empty when nothing was found, which is how GitLab learns of it."""
    named = zip(verdict.diagnostics, fingerprints(verdict.diagnostics), strict=True)
    return json_document([_entry(each, key, verdict.language) for each, key in named])


def _entry(found: Diagnostic, fingerprint: str, language: Language) -> dict[str, Any]:
    return {
        "description": visible(f"{found.code} {found.message.in_(language)} {found.hint.in_(language)}".strip()),
        "check_name": found.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[found.severity],
        "location": {"path": found.path, "lines": {"begin": found.span.line, "end": found.span.end_line}},
    }
