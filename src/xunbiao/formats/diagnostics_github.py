"""Diagnostics → GitHub workflow commands, which show as annotations beside the lines of a pull request."""

from xunbiao.formats.escaping import github_data, github_property
from xunbiao.formats.screen import Screen
from xunbiao.formats.verdict import Verdict
from xunbiao.model.diagnostic import Diagnostic, Severity
from xunbiao.model.language import Language

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def render(verdict: Verdict, _screen: Screen) -> str:
    """One command a line; nothing at all when nothing was found."""
    return "".join(_annotation(each, verdict.language) + "\n" for each in verdict.diagnostics)


def _annotation(found: Diagnostic, language: Language) -> str:
    span = found.span
    places = {"line": span.line, "endLine": span.end_line}
    if span.end_line == span.line:  # GitHub refuses columns for a place of several lines
        places |= {"col": span.column, "endColumn": span.end_column}
    numbers = ",".join(f"{key}={number}" for key, number in places.items())
    text = f"{found.message.in_(language)} {found.hint.in_(language)}".strip()
    clause = f" {github_property(found.clause)}" if found.clause else ""
    return (
        f"::{_COMMANDS[found.severity]} file={github_property(found.path)},{numbers},"
        f"title={github_property(found.code)}{clause}::{github_data(text)}"
    )
