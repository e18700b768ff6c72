"""A page for spreadsheets, browsers, Markdown and programs, read back by readers of those formats."""

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from html.parser import HTMLParser
from io import StringIO
from itertools import pairwise

import pytest
from markdown_it import MarkdownIt

from xunbiao.formats import json_document, json_line, render
from xunbiao.model.language import Language
from xunbiao.model.page import Bullets, Column, Facts, Heading, Page, Paragraph, Table, Tone

VOID = {"meta", "br", "rect"}
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "h4", "p", "ul", "li", "br", "span"),
    *("del", "ins"),
    *("dl", "div", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "svg", "rect", "pre"),
    *("code", "section"),
}
ATTRIBUTES = {
    *("lang", "charset", "http-equiv", "content", "name", "class", "role", "scope", "data-title", "tabindex"),
    *("viewbox", "preserveaspectratio", "aria-hidden", "focusable", "width", "height", "x", "y", "title", "aria-label"),
}


class Outline(HTMLParser):
    """Which tags with which attributes an HTML text opens, that all are closed in order, and what it says."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def outline(page: Page) -> Outline:
    return Outline(render(page, "html", width=80, color=False))


def test_html_holds_only_our_tags(sample_page: Page) -> None:
    """Whatever the texts say, no tag and no attribute is there but those the format writes itself."""
    found = outline(sample_page)
    assert set(found.tags) <= TAGS
    assert {name for _, name, _ in found.attributes} <= ATTRIBUTES
    assert found.open == []
    assert "</script><img src=x onerror=alert(1)>" in found.words


def test_html_fetches_nothing(sample_page: Page) -> None:
    """The policy forbids everything but the page's own style, and nothing in it needs more."""
    text = render(sample_page, "html", width=80, color=False)
    assert "default-src 'none'; style-src 'unsafe-inline'" in [value for _, _, value in outline(sample_page).attributes]
    assert "url(" not in text
    assert "@import" not in text


def test_html_is_accessible(sample_page: Page) -> None:
    """It names its language, its headings leave no level out, and every table head says what it is the head of."""
    page = replace(sample_page, blocks=[Heading("深", 5), Heading("浅", 2), *sample_page.blocks])
    found = outline(page)
    levels = [int(tag[1]) for tag in found.tags if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert ("html", "lang", "zh-CN") in found.attributes
    scopes = [value for tag, name, value in found.attributes if (tag, name) == ("th", "scope")]
    assert len(scopes) == found.tags.count("th")


def test_html_language() -> None:
    """An English page says so, for whoever reads it aloud."""
    assert ("html", "lang", "en") in outline(Page("t", [], Language.EN)).attributes


def test_csv_of_one_table() -> None:
    """A page with one table is that table: titles and rows, with a byte order mark before them."""
    table = Table([Column("单位"), Column("数", number=True)], [["甲", 5], ["乙\n局", None]])
    text = render(Page("题", [Paragraph("说明"), Heading("一"), table], Language.ZH), "csv", width=80, color=False)
    assert text.encode().startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(StringIO(text[1:]))) == [["单位", "数"], ["甲", "5"], ["乙\n局", ""]]


def test_csv_of_several_tables(sample_page: Page) -> None:
    """Each table follows its caption or the heading above it, blank lines part them, and no table is left out."""
    rows = list(csv.reader(StringIO(render(sample_page, "csv", width=80, color=False)[1:])))
    starts = [0, *(at + 1 for at, row in enumerate(rows) if not row)]
    captions = [rows[at] for at in starts]
    assert captions == [
        [sample_page.title],
        ["按报送日期"],
        ["举措状态"],
        *[["单位 × 做法"]] * 4,
        ["逾期举措"],
        ["奇怪的文字"],
        ["各单位进展情况汇总表"],
    ]
    assert rows[starts[1] + 1][0] == "填报单位"
    assert rows[starts[2] + 3] == ["达进度", "162", "72.9%"]


def test_csv_has_no_formula(sample_page: Page, hostile: list[str]) -> None:
    """No cell of the sample begins as a formula does, and the hostile texts are all there."""
    rows = list(csv.reader(StringIO(render(sample_page, "csv", width=80, color=False)[1:])))
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if cell.strip().startswith(("=", "+", "-", "@", "＝", "\t"))]
    assert sum(row[:1] == [f"H{at}"] for at in range(len(hostile)) for row in rows) == len(hostile)


def tables_of(text: str) -> Iterator[list[int]]:
    """The number of cells of each row, table by table, as a Markdown reader sees them."""
    rows: list[int] = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        if token.type == "table_open":
            rows = []
        elif token.type == "tr_open":
            rows.append(0)
        elif token.type in {"td_open", "th_open"}:
            rows[-1] += 1
        elif token.type == "table_close":
            yield rows


def test_markdown_tables_keep_their_cells(sample_page: Page, hostile: list[str]) -> None:
    """Every row has as many cells as the head, and no text has become another row or block."""
    tables = list(tables_of(render(sample_page, "md", width=80, color=False)))
    assert tables == [[6] * 4, [4] * 5, [7] * 3, [3] * 3, [2] * 3, [2] * (len(hostile) + 1), [2] * 2]


def test_markdown_holds_no_markup_of_users(sample_page: Page) -> None:
    """A Markdown reader finds no link, image, code or struck-out text, and no HTML but that of the format itself."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    inline = [child for token in parser.parse(render(sample_page, "md", width=80, color=False)) if token.children
              for child in token.children]  # fmt: skip
    assert {child.type for child in inline} <= {
        "text",
        "html_inline",
        "strong_open",
        "strong_close",
        "em_open",
        "em_close",
    }
    ours = {"<br>", "<!-- -->", "<del>", "</del>", "<ins>", "</ins>"}
    assert {child.content for child in inline if child.type == "html_inline"} <= ours


def test_markdown_lists_stay_apart() -> None:
    """Facts and the bullets after them are two lists, not one."""
    page = Page("题", [Facts([("应报", 38)]), Bullets(["一", "二"])], Language.ZH)
    tokens = MarkdownIt("commonmark").parse(render(page, "md", width=80, color=False))
    assert [token.type for token in tokens].count("bullet_list_open") == 2


def test_markdown_bold_is_bold() -> None:
    """What is bad is one bold text, in a paragraph, a fact and beside full-width punctuation."""
    page = Page("题", [Paragraph("（注意）2家未报。", Tone.BAD), Facts([("说明", "“名录”为准。")])], Language.ZH)
    text = MarkdownIt("commonmark").render(render(page, "md", width=80, color=False))
    assert "<p><strong>× （注意）2家未报。</strong></p>" in text
    assert "<strong>“名录”为准。</strong>" in text


def test_json_is_the_record(sample_page: Page) -> None:
    """A program gets the page's record, numbers as numbers and dates as ISO texts, in UTF-8 that hides nothing."""
    text = render(sample_page, "json", width=80, color=False)
    read = json.loads(text, parse_float=Decimal)
    assert read["texts"] == sample_page.record["texts"]
    assert read["reporting_rate"] == Decimal("0.94736842105263158")
    assert (read["on_time_rate"], read["none"], read["late"]) == (10, None, [])
    assert read["date"] == "2020-03-31"
    assert "调整" in text
    assert "\u202e" not in text
    assert "::" not in text


class Colour(StrEnum):
    RED = "red"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("1E+3"), "1000"),
        (Decimal("0.10"), "0.1"),
        (Decimal("1E-7"), "0.0000001"),
        (Decimal("-0.00"), "0"),
        (Decimal("9007199254740993"), "9007199254740993"),
        (Decimal("1E+400"), '"1E+400"'),
        (0.1, "0.1"),
        (10**20, "100000000000000000000"),
        (True, "true"),
        (Colour.RED, '"red"'),
        (date(2020, 3, 31), '"2020-03-31"'),
        ({}, "{}"),
        ((), "[]"),
        ({"a": [1, {"b": None}]}, '{"a": [1, {"b": null}]}'),
    ],
)
def test_json_values(value: object, written: str) -> None:
    """Each kind of value has one way to be written; numbers are plain and exact to the last digit of a double."""
    assert json_line([value]) == f"[{written}]\n"


@pytest.mark.parametrize("value", [float("nan"), Decimal("Infinity")])
def test_json_refuses_what_is_no_number(value: object) -> None:
    """NaN and infinity are a defect of a result, not something to write down."""
    with pytest.raises(ValueError, match="NaN"):
        json_line([value])


@pytest.mark.parametrize("value", [object(), b"x", {1: 2}, {"a": {1}}])
def test_json_refuses_what_it_does_not_know(value: object) -> None:
    """A value without a JSON form is a defect, never written as its Python name."""
    with pytest.raises(TypeError):
        json_line([value])


def test_json_document_is_indented() -> None:
    """For people and for git: one entry a line."""
    assert json_document({"a": [1, 2], "b": {}}) == '{\n  "a": [\n    1,\n    2\n  ],\n  "b": {}\n}\n'


def test_a_heat_map_says_the_same_without_colour(sample_page: Page) -> None:
    """Each shade has a glyph of its own, columns and rows have their sums, and a table names the columns."""
    words = [word for word in outline(sample_page).words if word.strip()]
    start = words.index("P01")
    assert words[start : start + 20] == [
        *("P01", "P02", "P03", "P04", "P05", "合计"),
        *("市税务局", "●", "·", "◐", "·", "○", "3"),
        *("=市水务局", "·", "·", "·", "·", "·", "0"),
    ]
    foot = words.index("合计", start + 20)
    assert words[foot + 1 : foot + 7] == ["1", "0", "1", "0", "1", "3"]
    listed = words.index("市税务局", foot)
    assert words[listed : listed + 5] == ["市税务局", "P01", "P03", "P05", "3"]
