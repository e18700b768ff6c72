"""Diagnostics → JUnit XML, for whatever shows test results: an error is a failed test, the rest are passed ones."""

from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from xunbiao.formats.escaping import break_commands, terminal
from xunbiao.formats.screen import Screen
from xunbiao.formats.verdict import Verdict
from xunbiao.model.diagnostic import Diagnostic, Severity
from xunbiao.model.language import Language


def render(verdict: Verdict, _screen: Screen) -> str:
    """A suite of one case a finding and one a skipped file; red exactly when there are errors, as the exit code is.

    Files without a finding are no cases: their names are not known here, their number stands in `files_read`.
    """
    cases = len(verdict.diagnostics) + len(verdict.files_skipped)
    failures, skipped = verdict.counts[Severity.ERROR], len(verdict.files_skipped)
    suites = Element("testsuites")
    suite = SubElement(
        suites, "testsuite", name="xunbiao", tests=str(cases), failures=str(failures), errors="0", skipped=str(skipped)
    )
    properties = SubElement(suite, "properties")
    SubElement(properties, "property", name="files_read", value=str(verdict.files_read))
    for each in verdict.diagnostics:
        _case(suite, each, verdict.language)
    for file in verdict.files_skipped:
        path = terminal(file.path)
        case = SubElement(suite, "testcase", classname=path, name="skipped", file=path)
        SubElement(case, "skipped", message=terminal(file.reason.in_(verdict.language)))
    ElementTree.indent(suites)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + break_commands(ElementTree.tostring(suites, "unicode")) + "\n"


def _case(suite: Element, found: Diagnostic, language: Language) -> None:
    path, place = terminal(found.path), f"{found.span.line}:{found.span.column}"
    name = f"{found.code} {place} {terminal(found.field)}".strip()
    case = SubElement(suite, "testcase", classname=path, name=name, file=path, line=str(found.span.line))
    message = terminal(found.message.in_(language))
    text = f"{path}:{place} {message}\n{terminal(found.hint.in_(language))}".strip()
    if found.severity is Severity.ERROR:
        SubElement(case, "failure", type=found.name, message=message).text = text
    else:
        SubElement(case, "system-out").text = f"{found.severity.phrase.in_(language)} {text}"
