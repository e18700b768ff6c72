"""Findings for a clerk, for CI services and for programs, each read back as its reader does."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from xunbiao.formats import render_diagnostics
from xunbiao.formats.diagnostics_sarif import MOST_IN_A_RUN
from xunbiao.formats.diagnostics_text import MOST
from xunbiao.formats.wrapping import width
from xunbiao.model.diagnostic import START, Diagnostic, Severity, Skipped, Span
from xunbiao.model.language import Language, Phrase

Verdict = dict[str, Any]


def rendered(verdict: Verdict, format: str, language: Language = Language.ZH, columns: int = 80) -> str:
    return render_diagnostics(format=format, **verdict, language=language, width=columns, color=False)


def one(line: str, span: Span, **changes: Any) -> Verdict:
    """A verdict of a single finding in a file whose every line is `line`."""
    found = Diagnostic(
        "a.yaml", span, "XB201", "a-rule", Severity.ERROR, "目标.M1", Phrase("错了", "wrong"), Phrase("改", "mend"), ""
    )
    return several([replace(found, **changes)], [line] * 9)


def several(diagnostics: Sequence[Diagnostic], source: Sequence[str] = ()) -> Verdict:
    return {"diagnostics": diagnostics, "files_read": 1, "files_skipped": [], "sources": lambda _: source}


def under(text: str) -> str:
    """What the carets of a text stand under, in terminal columns."""
    lines = text.split("\n")
    at = next(i for i, line in enumerate(lines) if re.fullmatch(r" +│ *\^+", line))
    start, end = lines[at].index("^"), len(lines[at])
    columns = "".join(char + "\0" * (width(char) - 1) for char in lines[at - 1])
    return columns[start:end].replace("\0", "")


@pytest.mark.parametrize(
    ("line", "span", "marked"),
    [
        ("目标值: 5", Span(3, 6, 3, 7), "5"),
        ("名称: 市市场监管局 # 简称", Span(3, 5, 3, 11), "市市场监管局"),
        ("a: “x”\u202ey", Span(3, 7, 3, 8), r"\u202e"),
        ("a: \ty: 1", Span(3, 6, 3, 7), ":"),
        ("内容: 一", Span(3, 5, 4, 3), "一"),
        ("目" * 300 + "标" + "值" * 300, Span(3, 301, 3, 302), "标"),
        ("目" * 300, Span(3, 2, 3, 200), "目" * 34 + "…"),
    ],
)
def test_caret_stands_under_the_place(line: str, span: Span, marked: str) -> None:
    """Full-width, unseen and cut-off text before the place do not move the carets, and no line leaves the screen."""
    text = rendered(one(line, span), "text")
    assert under(text) == marked
    assert max(width(each) for each in text.split("\n")) <= 80


def test_caret_at_the_end_of_a_line() -> None:
    """A place of no length, or beyond the line, is still marked once."""
    for span in (Span(1, 4, 1, 4), Span(1, 40, 1, 44)):
        assert "\n      │    ^\n" in rendered(one("a: ", span), "text").replace("│ ", "│ ")


@pytest.mark.parametrize("span", [START, Span(10, 1, 10, 2), Span(0, 1, 0, 1)])
def test_no_line_to_show(span: Span) -> None:
    """What is said of a whole file, or of a line that is not there, comes without a line of source."""
    assert "│" not in rendered(one("a: 1", span), "text")


def test_a_file_is_looked_up_once() -> None:
    """However many findings it has, and never if none has a line to show."""
    asked = []
    finding = one("a", Span(1, 1, 1, 2))["diagnostics"][0]
    elsewhere = replace(finding, path="b.yaml", span=START)
    verdict = several([finding, finding, elsewhere])
    rendered({**verdict, "sources": lambda path: asked.append(path) or []}, "text")
    assert asked == ["a.yaml"]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (Language.ZH, "× 2 个错误、1 个警告、1 个提示；读了 228 个文件，略过 1 个。"),
        (Language.EN, "× 2 errors, 1 warning, 1 hint; 228 files read, 1 skipped."),
    ],
)
def test_last_line_counts(sample_verdict: Verdict, language: Language, line: str) -> None:
    """The text ends with what was found, read and skipped, in the reader's language."""
    assert rendered(sample_verdict, "text", language).split("\n")[-2] == line


def test_nothing_found() -> None:
    """Each format says in its own way that nothing was found."""
    verdict = several([])
    assert rendered(verdict, "text") == "√ 0 个错误、0 个警告、0 个提示；读了 1 个文件，略过 0 个。\n"
    assert json.loads(rendered(verdict, "json"))["diagnostics"] == []
    assert json.loads(rendered(verdict, "sarif"))["runs"][0]["results"] == []
    assert json.loads(rendered(verdict, "gitlab")) == []
    assert rendered(verdict, "github") == ""
    assert ElementTree.fromstring(rendered(verdict, "junit"))[0].get("failures") == "0"


def test_text_is_cut_after_many_and_nothing_else_is() -> None:
    """The text says how many it leaves out, and still counts all; the other formats have every one."""
    finding = one("a", START)["diagnostics"][0]
    many = several([replace(finding, field=f"目标.M{at}") for at in range(MOST + 5)])
    text = rendered(many, "text")
    assert text.count("XB201") == MOST
    assert "还有 5 条没有列出" in text
    assert f"{MOST + 5} 个错误" in text
    assert len(json.loads(rendered(many, "json"))["diagnostics"]) == MOST + 5
    assert len(json.loads(rendered(many, "gitlab"))) == MOST + 5
    assert rendered(many, "github").count("\n") == MOST + 5
    assert len(ElementTree.fromstring(rendered(many, "junit")).findall(".//testcase")) == MOST + 5


def test_many_skipped_files_are_counted() -> None:
    """A folder full of other files does not bury the findings."""
    skipped = [Skipped(f"{at}.txt", Phrase("不是 YAML", "no YAML")) for at in range(30)]
    text = rendered({**several([]), "files_skipped": skipped}, "text")
    assert text.count("不是 YAML") == 20
    assert "略过的还有 10 个文件" in text
    assert "略过 30 个。" in text


def test_json_is_the_contract(sample_verdict: Verdict) -> None:
    """The keys, the counts and a finding are as the contract has them."""
    data = json.loads(rendered(sample_verdict, "json", Language.EN))
    assert list(data) == ["version", "files_read", "files_skipped", "counts", "diagnostics"]
    assert (data["version"], data["files_read"]) == (1, 228)
    assert data["files_skipped"] == [{"path": "filings/x/notes.txt", "reason": "not a .yaml file"}]
    assert data["counts"] == {"error": 2, "warning": 1, "hint": 1}
    assert data["diagnostics"][1] == {
        "code": "XB202", "name": "rule-xb202", "severity": "hint", "path": "filings/scjgj/filing.yaml",
        "line": 2, "column": 7, "end_line": 2, "end_column": 13, "field": "填报单位",
        "message": "This is an alias.", "hint": "Write the full name.", "clause": "附件2",
    }  # fmt: skip  # as in the contract
    assert [each["path"] for each in data["diagnostics"]] == [each.path for each in sample_verdict["diagnostics"]]


def test_sarif(sample_verdict: Verdict) -> None:
    """Every result names its rule, its level, its place in code points, and a file by a relative URI."""
    log = json.loads(rendered(sample_verdict, "sarif"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["XB001", "XB201", "XB202", "XB203"]
    assert run["invocations"][0]["executionSuccessful"] is True
    assert len(run["invocations"][0]["toolExecutionNotifications"]) == 1
    for result, found in zip(run["results"], sample_verdict["diagnostics"], strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == found.code
        assert result["level"] == {"error": "error", "warning": "warning", "hint": "note"}[found.severity]
        assert result["message"]["text"]
        place = result["locations"][0]["physicalLocation"]
        assert re.fullmatch(r"[A-Za-z0-9%/._~-]+", place["artifactLocation"]["uri"])
        assert unquote(place["artifactLocation"]["uri"]) == found.path
        assert place["region"]["startLine"] == found.span.line
        assert place["region"]["endColumn"] == found.span.end_column


def test_sarif_file_names_that_are_no_utf8() -> None:
    """The bytes of a file name are percent-encoded as they are; any other surrogate does not stop the output."""
    for path, uri in (("\udcff\udcd6.yaml", "%FF%D6.yaml"), ("\ud800\udcff", "%ED%A0%80%ED%B3%BF")):
        log = json.loads(rendered(one("a", START, path=path), "sarif"))
        place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == uri


@pytest.mark.slow
def test_sarif_of_very_many() -> None:
    """More than a service takes in one run are spread over several, each complete in itself."""
    finding = one("a", START)["diagnostics"][0]
    last = replace(finding, code="XB999")
    log = json.loads(rendered(several([finding] * MOST_IN_A_RUN + [last]), "sarif"))
    assert [len(run["results"]) for run in log["runs"]] == [MOST_IN_A_RUN, 1]
    assert log["runs"][1]["tool"]["driver"]["rules"][0]["id"] == "XB999"
    assert log["runs"][1]["results"][0]["ruleIndex"] == 0
    assert len({run["automationDetails"]["id"] for run in log["runs"]}) == 2


def test_github(sample_verdict: Verdict) -> None:
    """One command a finding, nothing else; a file name cannot add a property, a message no command."""
    lines = rendered(sample_verdict, "github").splitlines()
    assert len(lines) == 4
    for line in lines:
        command = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
        assert command
        assert [each.split("=")[0] for each in command[2].split(",")][:2] == ["file", "line"]
        assert "::" not in command[3]
    assert "file=filings/%3A%3Aerror%2Ca=b%3A%3A%250A" in lines[0]
    assert ",col=61,endColumn=62," in lines[2]
    assert "col=" not in lines[3]


def test_gitlab(sample_verdict: Verdict) -> None:
    """Each entry has what Code Quality asks for, severities in GitLab's words."""
    entries = json.loads(rendered(sample_verdict, "gitlab"))
    assert [each["severity"] for each in entries] == ["major", "info", "major", "minor"]
    assert [each["location"]["lines"]["begin"] for each in entries] == [1, 2, 4, 5]
    assert all(each["description"] and each["check_name"] and each["location"]["path"] for each in entries)
    assert len({each["fingerprint"] for each in entries}) == 4


def test_fingerprints_outlive_moved_lines(sample_verdict: Verdict) -> None:
    """A finding keeps its fingerprint when lines are added above it and in either language; like ones still differ."""
    moved = [
        replace(each, span=Span(each.span.line + 7, 1, each.span.line + 7, 2)) for each in sample_verdict["diagnostics"]
    ]
    prints = [
        [each["fingerprint"] for each in json.loads(rendered(verdict, "gitlab", language))]
        for verdict in (sample_verdict, {**sample_verdict, "diagnostics": moved})
        for language in Language
    ]
    assert prints == [prints[0]] * 4
    twice = several([sample_verdict["diagnostics"][0]] * 2)
    assert len({each["fingerprint"] for each in json.loads(rendered(twice, "gitlab"))}) == 2


def test_junit(sample_verdict: Verdict) -> None:
    """Errors are failures; warnings and hints pass with their words; skipped files are skipped; the counts agree."""
    (suite,) = ElementTree.fromstring(rendered(sample_verdict, "junit").encode())
    cases = suite.findall("testcase")
    assert suite.get("tests") == str(len(cases)) == "5"
    assert suite.get("failures") == str(len(suite.findall(".//failure"))) == "2"
    assert suite.get("skipped") == str(len(suite.findall(".//skipped"))) == "1"
    assert len(suite.findall(".//system-out")) == 2
    assert cases[2].get("classname") == "filings/scjgj/filing.yaml"
    assert cases[2][0].get("message") == "目标值 5 不优于现状值 5。"
    assert "目标值要比现状值小" in (cases[2][0].text or "")


def test_no_command_out_of_seams() -> None:
    """A file name that ends in a colon makes no command together with the colon after it."""
    for format in ("text", "json", "sarif", "gitlab", "junit"):
        text = rendered(one("::a::", Span(1, 1, 1, 2), path=":", clause="::", message=Phrase(":", ":")), format)
        assert "::" not in text
