"""Whatever the files say, no command fails, and nothing of what they say is heeded by what shows it."""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from markdown_it import MarkdownIt

from xunbiao.formats import DIAGNOSTIC_FORMATS, PAGE_FORMATS

from .conftest import Run

PAGES = {
    ("report", "--quarter", "2019Q4"): "html",
    ("diff", "--all"): "csv",
    ("history",): "md",
    ("status",): "text",
}
"""The commands that make a page of all filings, each with the format that is tried every time; the others are slow."""

OFTEN = ("text", "json", "github")
CALLS = [
    pytest.param(("validate", "--format", each), marks=() if each in OFTEN else pytest.mark.slow)
    for each in DIAGNOSTIC_FORMATS
]
CALLS += [
    pytest.param(("validate", "--lang", "en", "--format", each), marks=pytest.mark.slow) for each in ("text", "github")
]
CALLS += [
    pytest.param((*words, "--format", each), marks=() if each == first else pytest.mark.slow)
    for words, first in PAGES.items()
    for each in PAGE_FORMATS
]
ANNOTATION = re.compile(r"::(error|warning|notice) file=[^:\n]*::[^\n]*")


def is_unseen(character: str) -> bool:
    """Whether a character shows nothing or steers what shows it."""
    return unicodedata.category(character)[0] == "C" or unicodedata.category(character) in ("Zl", "Zp")


@pytest.fixture(scope="session", params=CALLS, ids=" ".join)
def printed(request: pytest.FixtureRequest, told: Run) -> tuple[tuple[str, ...], str]:
    """A call and what it printed on stdout; stderr holds one line at most and no traceback."""
    call: tuple[str, ...] = request.param
    ended = told(*call)
    assert ended.returncode in ((0, 1) if call[0] == "validate" else (0,)), ended.stderr.decode()
    assert b"Traceback" not in ended.stderr
    assert ended.stderr.count(b"\n") <= 3
    return call, ended.stdout.decode("utf-8")


def test_nothing_unseen_is_printed(printed: tuple[tuple[str, ...], str]) -> None:
    """No control, bidi, invisible or unassigned character leaves the tool as it is."""
    text = printed[1].removeprefix("\ufeff")
    assert {f"U+{ord(each):04X}" for each in set(text) if is_unseen(each)} <= {"U+000A"}


def test_no_place_of_the_machine_is_named(printed: tuple[tuple[str, ...], str], hostile: Path) -> None:
    """What is reported names files as the campaign does, not as the machine does."""
    assert str(hostile) not in printed[1]


def test_no_command_is_forged(printed: tuple[tuple[str, ...], str]) -> None:
    """No line is a command to a CI runner but the annotations that were asked for."""
    call, text = printed
    assert "##[" not in text
    assert "##vso[" not in text
    commands = [line for line in text.splitlines() if line.strip().startswith("::")]
    assert len(commands) == (len(text.splitlines()) if "github" in call else 0)
    assert all(ANNOTATION.fullmatch(line) for line in commands)
    assert not any("::" in line.partition("::")[2].partition("::")[2] for line in commands)


def test_each_format_can_be_read_by_what_it_is_for(printed: tuple[tuple[str, ...], str]) -> None:
    """JSON is JSON, XML is XML, a table has as many cells in every row, and a page holds no script."""
    call, text = printed
    match call[-1]:
        case "json" | "sarif" | "gitlab":
            json.loads(text, parse_constant=pytest.fail)
        case "junit":
            ElementTree.fromstring(text.encode())
        case "csv":
            formulas = [cell for row in csv.reader(io.StringIO(text)) for cell in row if is_formula(cell)]
            assert not formulas
        case "html":
            assert not Scripts.in_(text)
        case "md":
            assert not [token for token in tokens(text) if token in ("html_block", "html_inline", "image", "link_open")]


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet would reckon a cell; a number may have its sign."""
    return re.match(r"[=+\-@\t\r＝＋－＠]", cell) is not None and not re.fullmatch(r"[+-][0-9.,]+%?", cell)


def tokens(text: str) -> list[str]:
    """The kinds of markup in a Markdown text, but for our own line breaks and empty comments."""
    plain = text.replace("<br>", "").replace("<!-- -->", "")
    found = MarkdownIt("gfm-like", {"linkify": False}).parse(plain)
    return [each.type for token in found for each in (token, *(token.children or ()))]


class Scripts(HTMLParser):
    """Collects what could run or fetch something."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    @classmethod
    def in_(cls, text: str) -> list[str]:
        parser = cls()
        parser.feed(text)
        return parser.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "iframe", "object", "embed", "img", "link", "base", "form"):
            self.found.append(tag)
        self.found += [name for name, value in attrs if name.startswith("on") or "script:" in (value or "")]


def test_every_finding_is_in_every_format(told: Run, findings: Mapping[str, list[dict[str, Any]]]) -> None:
    """The formats for programs leave nothing out."""
    count = sum(map(len, findings.values()))
    others = sum(
        not each["path"].startswith("filings/h")
        for each in json.loads(told("validate", "--format", "json").stdout)["diagnostics"]
    )
    assert told("validate", "--format", "github").stdout.count(b"\n") == count + others
    assert len(json.loads(told("validate", "--format", "gitlab").stdout)) == count + others


@pytest.mark.parametrize(
    "environment",
    [
        pytest.param({"FORCE_COLOR": "1", "COLUMNS": "1"}, marks=pytest.mark.slow),
        {"PYTHONIOENCODING": "gbk"},
        pytest.param({"COLUMNS": "20"}, marks=pytest.mark.slow),
        pytest.param({"PYTHONIOENCODING": "ascii"}, marks=pytest.mark.slow),
    ],
)
def test_odd_terminals(run: Run, environment: dict[str, str]) -> None:
    """In colour, in a column of one, in GBK and in ASCII the text comes whole and harmless."""
    ended = run("validate", environment=environment)
    assert ended.returncode == 1
    assert ended.stderr.count(b"\n") <= 1
    text = ended.stdout.decode("gbk" if "gbk" in environment.values() else "utf-8")
    plain = re.sub("\x1b\\[[0-9;]*m", "", text)
    assert {each for each in set(plain) if is_unseen(each)} <= {"\n"}
    assert not [line for line in plain.splitlines() if line.strip().startswith(("::", "##["))]


@pytest.mark.slow
def test_export_of_everything(run: Run, findings: Mapping[str, list[dict[str, Any]]], tmp_path: Path) -> None:
    """Forms are made of whatever could be read, and of nothing else; no character in them steers anything."""
    ended = run("export", "--all", "--output", str(tmp_path / "forms"))
    assert ended.returncode == 1  # some could not be read
    assert b"Traceback" not in ended.stderr
    refused = {id_ for id_, told in findings.items() if any(is_refusal(each) for each in told)}
    forms = {path.name: path for path in (tmp_path / "forms").iterdir()}
    assert set(forms) == {f"平顶山市{id_}局申报表.docx" for id_ in set(findings) - refused}
    for form in forms.values():
        with ZipFile(form) as package:
            text = "".join(ElementTree.fromstring(package.read("word/document.xml")).itertext())
        assert not [each for each in text if unicodedata.category(each) in ("Cc", "Co", "Cs", "Zl", "Zp")]


def is_refusal(finding: dict[str, Any]) -> bool:
    """Whether a finding says that a document cannot be read or has not the shape of one."""
    return bool(finding["severity"] == "error" and finding["code"] < "XB2")
