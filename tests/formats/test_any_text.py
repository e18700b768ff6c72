"""Any text at all, in any place of a page or a finding, in every format: nothing raises, nothing comes of it."""

import csv
import json
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from io import StringIO
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from xunbiao.formats import DIAGNOSTIC_FORMATS, PAGE_FORMATS, render, render_diagnostics
from xunbiao.formats.escaping import is_unseen
from xunbiao.model.diagnostic import Diagnostic, Severity, Skipped, Span
from xunbiao.model.language import Language, Phrase
from xunbiao.model.page import (
    Addressees,
    Annex,
    AnnexNote,
    Bars,
    Bullets,
    Column,
    Facts,
    Heading,
    Letter,
    Level,
    Listing,
    Matrix,
    MatrixColumn,
    Page,
    Paragraph,
    Reference,
    Signature,
    Table,
    Tone,
    Toned,
)

from ..effort import tries

PIECES = [
    *("::error::", "##[", "##vso[", "\x1b[31m", "\n", "\r\n", "\t", "\u202e", "\u3000", "\xa0", "|", "\\", "`", "```"),
    *("<b>", "&amp;", '"', "'", "=", "+", "-", "@", "＝", "#1", "1. ", "](", "![", "[red]", "目标", "a", " ", "*", "_"),
    *("\ud800", "\udcff", "\x00", "\U000e0041", ":", "</style>", "-->", "]]>", "%0A", ",", "￾", "e\u0301\u0301"),
]
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.text(st.characters(codec=None), max_size=40)
)
WIDTHS = st.integers(1, 130)


def page_of(texts: list[str]) -> Page:
    """A page that has the texts in every place that takes one."""
    one, two, three = texts
    columns = [Column(one, wide=True), Column(two), Column(three, number=True)]
    blocks = [
        Heading(one), Paragraph(two, Tone.BAD), Bullets([three, Toned(one, Tone.WARN)]),
        Facts([(two, three), (one, 5)]),
        Table(columns, [[one, Toned(two, Tone.GOOD), three], [three, None, 7]], caption=two),
        Matrix(one, [MatrixColumn(two, three, one)], [(two, [Level(three, "#", 9)])], [Level(one, "?", 1)], two),
        Table(columns, [], empty=one), Bars([(three, 1, Decimal("0.5"))]), Listing(one, two),
        Reference(one), Addressees([two, three]), AnnexNote([one, two]), Signature(three, date(2020, 4, 10)),
        Letter(one, two, [three, one], Signature(two, date(2020, 4, 10))), Annex(three, 1),
    ]  # fmt: skip
    return Page(three, blocks, Language.ZH, {"texts": texts, one: two})


def harmless(text: str) -> bool:
    """No line but our own newline breaks the rule: nothing unseen, and nothing that a CI runner obeys."""
    return not (
        [char for char in text.removeprefix("\ufeff") if char != "\n" and is_unseen(char)]
        or [line for line in text.split("\n") if line.lstrip().startswith("::")]
        or "##[" in text
        or "##vso[" in text
    )


class Tags(HTMLParser):
    """The tags and attribute names an HTML text opens, in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, ...]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"br", "caption"}:  # a text of several lines, a table with a caption
            self.found.append((tag, *(name for name, _ in attrs if name != "class")))


PLAIN_TAGS = Tags(render(page_of(["一", "二", "三"]), "html", width=80, color=False)).found


@pytest.mark.parametrize("format", PAGE_FORMATS)
@given(texts=st.lists(TEXTS, min_size=3, max_size=3), width=WIDTHS)
@settings(max_examples=tries(120), deadline=None)
def test_pages(format: str, texts: list[str], width: int) -> None:
    """Every format of a page takes any text and can be written as UTF-8 without a control character or a command."""
    text = render(page_of(texts), format, width=width, color=False)
    assert text.encode()
    assert harmless(text)


@given(texts=st.lists(TEXTS, min_size=3, max_size=3), width=WIDTHS)
@settings(max_examples=tries(120), deadline=None)
def test_colored_pages(texts: list[str], width: int) -> None:
    """In colour the only escape sequences are the colours."""
    import re

    text = render(page_of(texts), "text", width=width, color=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", text) == render(page_of(texts), "text", width=width, color=False)


@given(texts=st.lists(TEXTS, min_size=3, max_size=3))
@settings(max_examples=tries(300), deadline=None)
def test_html(texts: list[str]) -> None:
    """A text adds no tag but a line break, and no attribute."""
    found = Tags(render(page_of(texts), "html", width=80, color=False)).found
    assert found == PLAIN_TAGS


@given(texts=st.lists(TEXTS, min_size=3, max_size=3))
@settings(max_examples=tries(300), deadline=None)
def test_csv(texts: list[str]) -> None:
    """Each table keeps its rows and cells, and no cell begins a formula."""
    text = render(page_of(texts), "csv", width=80, color=False).removeprefix("\ufeff")
    rows = list(csv.reader(StringIO(text), strict=True))
    assert [len(row) for row in rows] == [
        *(1, 2, 2, 2, 0, 1, 3, 3, 3, 0, 1, 3, 3, 0, 1, 3, 0, 1, 3, 3),
    ]
    assert not [
        c for row in rows for c in row if c.lstrip(" \u3000'\"").startswith(("=", "+", "@", "＝")) and c[0] != "'"
    ]


@given(texts=st.lists(TEXTS, min_size=3, max_size=3))
@settings(max_examples=tries(300), deadline=None)
def test_markdown(texts: list[str]) -> None:
    """A Markdown reader sees our blocks and cells and no others, and no link, image, code or HTML of a user."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(
        render(page_of(texts), "md", width=80, color=False)
    )  # fmt: skip
    kinds = [token.type for token in tokens]
    assert [kinds.count(kind) for kind in ("tr_open", "th_open", "td_open", "heading_open", "fence")] == [
        7,
        10,
        13,
        4,
        1,
    ]
    assert not {"code_block", "html_block", "hr", "blockquote_open", "ordered_list_open"} & set(kinds)
    inline = [child for token in tokens for child in token.children or []]
    assert {each.type for each in inline} <= {
        *("text", "html_inline", "strong_open", "strong_close", "em_open", "em_close", "softbreak"),
    }
    assert {each.content for each in inline if each.type == "html_inline"} <= {"<br>", "<!-- -->"}


@given(texts=st.lists(TEXTS, min_size=3, max_size=3))
@settings(max_examples=tries(300), deadline=None)
def test_json(texts: list[str]) -> None:
    """What is read back is what was written, lone surrogates that happen to form a pair excepted."""
    read = json.loads(render(page_of(texts), "json", width=80, color=False))
    assert read["texts"] == [text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass") for text in texts]


@pytest.mark.parametrize("format", DIAGNOSTIC_FORMATS)
@given(texts=st.lists(TEXTS, min_size=3, max_size=3), width=WIDTHS, start=st.integers(1, 60), length=st.integers(0, 60))
@settings(max_examples=tries(120), deadline=None)
def test_diagnostics(format: str, texts: list[str], width: int, start: int, length: int) -> None:
    """Every format of findings takes any file name, field, message and source line, and nothing comes of them."""
    one, two, three = texts
    span = Span(1, start, 1, start + length)
    found = [
        Diagnostic(one, span, "XB201", "a-rule", severity, two, Phrase(three, one), Phrase(one, two), two)
        for severity in Severity
    ]
    text = render_diagnostics(
        found,
        format,
        files_read=1,
        files_skipped=[Skipped(three, Phrase(one, two))],
        sources=lambda _: [two],
        language=Language.ZH,
        width=width,
        color=False,
    )
    assert text.encode()
    if format == "github":
        lines = text.splitlines()
        assert [line[2:5] for line in lines] == ["err", "war", "not"]
        assert not [line for line in lines if line.count("::") != 2 or any(map(is_unseen, line))]
    else:
        assert harmless(text)
    if format in {"json", "sarif", "gitlab"}:
        assert json.loads(text)
    if format == "junit":
        assert len(ElementTree.fromstring(text.encode()).findall(".//testcase")) == 4
