"""Diagnostics → JSON, as the contract has it: every finding, whole."""

from typing import Any

from xunbiao.formats.json_writing import json_document
from xunbiao.formats.screen import Screen
from xunbiao.formats.verdict import Verdict
from xunbiao.model.diagnostic import Diagnostic
from xunbiao.model.language import Language

VERSION = 1
"""Raised when a field goes or changes its meaning; new fields leave it."""


def render(verdict: Verdict, _screen: Screen) -> str:
    return json_document(
        {
            "version": VERSION,
            "files_read": verdict.files_read,
            "files_skipped": [
                {"path": each.path, "reason": each.reason.in_(verdict.language)} for each in verdict.files_skipped
            ],
            "counts": {severity.value: count for severity, count in verdict.counts.items()},
            "diagnostics": [diagnostic_record(each, verdict.language) for each in verdict.diagnostics],
        }
    )


def diagnostic_record(found: Diagnostic, language: Language) -> dict[str, Any]:
    """One finding as plain data; lines and columns count from 1, columns in code points, the end is exclusive."""
    return {
        "code": found.code,
        "name": found.name,
        "severity": found.severity.value,
        "path": found.path,
        "line": found.span.line,
        "column": found.span.column,
        "end_line": found.span.end_line,
        "end_column": found.span.end_column,
        "field": found.field,
        "message": found.message.in_(language),
        "hint": found.hint.in_(language),
        "clause": found.clause,
    }
