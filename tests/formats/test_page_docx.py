"""A page on paper, held against the figures of GB/T 9704-2012: the sheet, the letters, the order of things."""

import io
import os
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import example, given, settings
from hypothesis import strategies as st

from xunbiao.formats import render_office
from xunbiao.formats.page_docx.text import width
from xunbiao.formats.page_docx.title import title_lines
from xunbiao.model.language import Language
from xunbiao.model.page import (
    Addressees,
    Annex,
    AnnexNote,
    Block,
    Column,
    Heading,
    Letter,
    Page,
    Paragraph,
    Percent,
    Reference,
    Signature,
    Table,
)

from .test_any_text import TEXTS, page_of

TWIPS_PER_MM = 1440 / 25.4
SOFFICE, PDFTOTEXT = shutil.which("soffice"), shutil.which("pdftotext")
FONTS = Path(__file__).parents[2] / "src/xunbiao/forms/fonts.conf"
TITLE = "关于营商环境“寻标、对标、创标”活动2020年第一季度进展情况的通报"
# The order in which Word wants what it is told of a paragraph.
ORDER = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "autoSpaceDE", "autoSpaceDN",
         "snapToGrid", "spacing", "ind", "jc", "outlineLvl")  # fmt: skip


def paper(*blocks: Block, title: str = TITLE, language: Language = Language.ZH) -> Document:
    return opened(Page(title, blocks, language))


def opened(page: Page) -> Document:
    return docx.Document(io.BytesIO(render_office(page, "docx")))


def said(document: Document) -> list[str]:
    return [each.text for each in document.paragraphs]


def value(element: Any, path: str, name: str = "val") -> str | None:
    found = element.find("/".join(qn(f"w:{part}") for part in path.split("/")))
    return None if found is None else found.get(qn(f"w:{name}"))


def style(document: Document, name: str) -> Any:
    return next(each.element for each in document.styles if each.style_id == name)


def indents(document: Document, text: str) -> dict[str, int]:
    """The indents of the paragraph that says so, in twips."""
    (paragraph,) = [each for each in document.paragraphs if each.text == text]
    found = paragraph._p.find(qn("w:pPr")).find(qn("w:ind"))
    return {} if found is None else {key.partition("}")[2]: int(each) for key, each in found.attrib.items()}


def test_the_sheet_is_the_standards(sample_page: Page) -> None:
    """A4 with 37, 26, 35 and 28 mm (the upper margin within the millimetre allowed), on a grid of 22 × 28."""
    section = opened(sample_page).sections[0]._sectPr
    assert (value(section, "pgSz", "w"), value(section, "pgSz", "h")) == ("11906", "16838")
    margins = {
        name: int(value(section, "pgMar", name) or 0) / TWIPS_PER_MM for name in ("top", "right", "bottom", "left")
    }
    assert {name: round(each) for name, each in margins.items()} == {"top": 37, "right": 26, "bottom": 35, "left": 28}
    assert (value(section, "docGrid", "type"), value(section, "docGrid", "linePitch")) == ("linesAndChars", "580")


def test_a_page_holds_22_lines_of_28_characters(sample_page: Page) -> None:
    """The exact line and the letters of the text, multiplied out, fit between the margins and one more does not."""
    document = opened(sample_page)
    normal, section = style(document, "Normal"), document.sections[0]._sectPr
    height = 16838 - int(value(section, "pgMar", "top") or 0) - int(value(section, "pgMar", "bottom") or 0)
    across = 11906 - int(value(section, "pgMar", "left") or 0) - int(value(section, "pgMar", "right") or 0)
    line = int(value(normal, "pPr/spacing", "line") or 0)
    character = 10 * int(value(normal, "rPr/sz") or 0) + int(value(normal, "rPr/spacing") or 0)
    assert value(normal, "pPr/spacing", "lineRule") == "exact"
    assert 22 * line <= height < 23 * line
    assert 28 * character <= across < 29 * character


@pytest.mark.parametrize(
    ("name", "font", "half_points"),
    [("Normal", "仿宋_GB2312", "32"), ("Title", "方正小标宋简体", "44"), ("Heading1", "黑体", "32"),
     ("Heading2", "楷体_GB2312", "32"), ("Heading3", "仿宋_GB2312", "32"), ("AnnexMark", "黑体", "32")],
)  # fmt: skip
def test_the_letters_are_the_standards(sample_page: Page, name: str, font: str, half_points: str) -> None:
    """Text 3号仿宋, title 2号小标宋, headings 黑体, 楷体 and 仿宋, digits in Times New Roman."""
    found = style(opened(sample_page), name)
    assert value(found, "rPr/rFonts", "eastAsia") == font
    assert value(found, "rPr/rFonts", "ascii") == "Times New Roman"
    assert value(found, "rPr/sz") == half_points


def test_every_run_says_that_it_is_chinese(sample_page: Page) -> None:
    """Without the hint quotation marks and dashes would come out in the Latin font."""
    document = opened(sample_page)
    fonts = [run.find(qn("w:rPr")).find(qn("w:rFonts")) for run in document.element.body.iter(qn("w:r"))]
    assert len(fonts) > 100
    assert {each.get(qn("w:hint")) for each in fonts} == {"eastAsia"}
    assert all(each.get(qn("w:eastAsia")) for each in fonts)


def test_what_is_told_of_a_paragraph_is_in_order(sample_page: Page) -> None:
    """Word takes a file whose properties stand in another order for damaged."""
    document = opened(sample_page)
    told = [*document.element.iter(qn("w:pPr")), *document.styles.element.iter(qn("w:pPr"))]
    for each in told:
        places = [ORDER.index(child.tag.partition("}")[2]) for child in each]
        assert places == sorted(places)


def test_pages_are_numbered_on_their_outer_side(sample_page: Page) -> None:
    """— 1 — in 4号宋体, a character from the right on odd pages and from the left on even ones."""
    document = opened(sample_page)
    assert document.settings.odd_and_even_pages_header_footer
    section = document.sections[0]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        paragraph = footer.paragraphs[0]
        assert paragraph.text == "— 1 —"
        assert value(paragraph._p, "pPr/jc") == side
        assert value(paragraph._p, "pPr/ind", f"{side}Chars") == "100"
        assert "PAGE" in "".join(each.text for each in paragraph._p.iter(qn("w:instrText")))
        assert {value(run._r, "rPr/rFonts", "eastAsia") for run in paragraph.runs} == {"宋体"}
        assert {value(run._r, "rPr/sz") for run in paragraph.runs} == {"28"}


def test_headings_are_numbered_by_their_levels() -> None:
    """一、（一）1.（1） in Chinese, each count beginning anew under the next higher heading and in an annex."""
    blocks = [Heading("甲"), Heading("乙", 3), Heading("丙", 3), Heading("丁", 4), Heading("戊", 5), Heading("己"),
              Heading("庚", 3), Annex("表", 1), Heading("辛")]  # fmt: skip
    texts = [each for each in said(paper(*blocks)) if each.endswith(tuple("甲乙丙丁戊己庚辛"))]
    assert texts == ["一、甲", "（一）乙", "（二）丙", "1.丁", "（1）戊", "二、己", "（一）庚", "一、辛"]


def test_headings_beyond_ten() -> None:
    """Chinese numerals as people write them: 十, 十一, 二十, 二十一; in English plain ones."""
    texts = said(paper(*(Heading("节") for _ in range(21))))
    assert [texts[at] for at in (11, 12, 21, 22)] == ["十、节", "十一、节", "二十、节", "二十一、节"]
    assert said(paper(Heading("A"), Heading("B", 3), language=Language.EN))[-2:] == ["1. A", "1.1 B"]


def test_a_level_left_out_leaves_no_hole() -> None:
    """A heading two levels down is numbered as the next level."""
    assert said(paper(Heading("甲"), Heading("乙", 5)))[-2:] == ["一、甲", "（一）乙"]


def test_the_head_of_a_document() -> None:
    """The number stands two lines above the title, the title in its lines, a line below it the addressees, flush."""
    document = paper(Addressees(["各县人民政府", "市各有关单位"]), Reference("平〔2020〕　号"), Paragraph("正文。"))
    title = TITLE[:18] + "\n" + TITLE[18:]
    assert said(document) == ["平〔2020〕　号", "", "", title, "", "各县人民政府，市各有关单位：", "正文。"]
    assert document.paragraphs[3].style.style_id == "Title"
    assert value(style(document, "Title"), "pPr/jc") == "center"
    assert indents(document, "各县人民政府，市各有关单位：") == {}
    assert indents(document, "正文。")["firstLineChars"] == 200


def test_the_end_of_a_document() -> None:
    """Annexes a line below the text, their titles under one another; the date four characters from the right, the
    name centred above it; all on one page with the end of the text."""
    document = paper(Paragraph("正文。"), AnnexNote(["汇总表", "名单"]), Signature("某市发展改革委", date(2020, 4, 5)))
    texts = said(document)[-8:]
    assert texts == ["正文。", "", "附件：1.汇总表", "2.名单", "", "", "某市发展改革委", "2020年4月5日"]
    first, second = indents(document, "附件：1.汇总表"), indents(document, "2.名单")
    assert first["left"] == second["left"]
    assert first["hanging"] - second["hanging"] == 3 * 314
    name, day = indents(document, "某市发展改革委"), indents(document, "2020年4月5日")
    assert day["right"] == 4 * 314
    assert abs((name["right"] + 3.5 * 314) - (day["right"] + 3 * 314)) <= 314 / 4
    kept = [each._p.find(qn("w:pPr")).find(qn("w:keepNext")) is not None for each in document.paragraphs[-8:]]
    assert kept == [True] * 7 + [False]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("某市发展和改革委员会（营商环境监督局）", ["某市发展和改革委员会", "（营商环境监督局）"]),
        ("平顶山市关于优化营商环境工作的领导小组办公室", ["平顶山市关于优化营商环境工作的领导小组办公室"]),
        ("", []),
    ],
)
def test_long_and_missing_names(name: str, lines: list[str]) -> None:
    """A long name goes on under itself where it has a part in brackets, and is never set beyond the margin."""
    document = paper(Signature(name, date(2020, 4, 10)))
    assert said(document)[-len(lines) - 1 :] == [*lines, "2020年4月10日"]
    assert all(indents(document, line).get("right", 0) >= 0 for line in lines)


def test_one_annex_has_no_number() -> None:
    """附件 alone, and the title of the only one without a number."""
    document = paper(AnnexNote(["汇总表"]), Annex("汇总表"), Paragraph("见表。"))
    assert "附件：汇总表" in said(document)
    assert said(document)[-5:] == ["附件", "", "汇总表", "", "见表。"]


def test_an_annex_begins_a_page_under_its_mark() -> None:
    """The mark 附件2 in 黑体 on the first line, the title on the third."""
    document = paper(Paragraph("正文。"), Annex("未报送单位名单", 2))
    mark = document.paragraphs[-4]
    assert (mark.text, mark.style.style_id) == ("附件2", "AnnexMark")
    assert mark._p.find(qn("w:pPr")).find(qn("w:pageBreakBefore")) is not None
    assert [each.text for each in document.paragraphs[-3:]] == ["", "未报送单位名单", ""]


def test_letters_stand_on_pages_of_their_own() -> None:
    """Each with its subject as a title, whom it goes to, what it says, who signs."""
    signed = Signature("某市发展改革委", date(2020, 4, 10))
    document = paper(*(Letter("关于催报的函", name, ["请报送。"], signed) for name in ("甲局", "乙局")), title="催报")
    pages = [each for each in document.paragraphs if each._p.find(".//" + qn("w:pageBreakBefore")) is not None]
    assert [each.text for each in pages] == ["关于催报的函"] * 2
    assert said(document)[-7:] == ["", "乙局：", "请报送。", "", "", "某市发展改革委", "2020年4月10日"]


def table() -> Table:
    columns = [
        Column("序号", number=True),
        Column("填报单位", wide=True),
        Column("报送日期"),
        Column("完成率", number=True),
    ]
    rows = [(at, "平顶山市行政审批和政务信息管理局", date(2020, 3, 9), Percent(Decimal("0.5"))) for at in range(1, 60)]
    return Table(columns, rows)


def test_tables_repeat_their_head_and_tear_no_row() -> None:
    """Every page has the titles of the columns, and no row is cut in two by a page's end."""
    (found,) = paper(table()).tables
    assert len(found.rows) == 60
    heads = [row._tr.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None for row in found.rows]
    assert heads == [True] + [False] * 59
    assert all(row._tr.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None for row in found.rows)


def test_tables_are_as_wide_as_the_text() -> None:
    """The grid says what the cells say, for without it LibreOffice draws columns of one width; days are written out."""
    (found,) = paper(table()).tables
    grid = [int(each.get(qn("w:w"))) for each in found._tbl.tblGrid]
    assert sum(grid) == 8845
    assert [int(value(cell._tc, "tcPr/tcW", "w") or 0) for cell in found.rows[1].cells] == grid
    assert [cell.text for cell in found.rows[1].cells][2:] == ["2020年3月9日", "50%"]


@given(st.integers(1, 20), st.integers(1, 30), st.booleans())
@settings(max_examples=40, deadline=None)
def test_tables_of_any_shape_fit(count: int, longest: int, wide: bool) -> None:
    """However many columns there are and whatever is in them, the table is no wider than the text."""
    columns = [Column("标题" * (at % 4 + 1), wide=wide and at % 2 == 0) for at in range(count)]
    (found,) = paper(Table(columns, [["字" * longest] * count])).tables
    grid = [int(each.get(qn("w:w"))) for each in found._tbl.tblGrid]
    assert min(grid) > 0
    assert sum(grid) <= 8845


def test_an_empty_table_says_so() -> None:
    """No grid without rows, but what the page says instead."""
    document = paper(Table([Column("单位")], [], empty="没有逾期。"))
    assert not document.tables
    assert said(document)[-1] == "没有逾期。"


def test_the_same_page_gives_the_same_bytes(sample_page: Page) -> None:
    """Nothing of the clock, the machine or the library's template is in the file."""
    first = render_office(sample_page, "docx")
    assert first == render_office(replace(sample_page), "docx")
    properties = docx.Document(io.BytesIO(first)).core_properties
    assert (properties.title, properties.author, properties.created) == (sample_page.title, "", None)


@given(st.lists(TEXTS, min_size=3, max_size=3))
@settings(max_examples=60, deadline=None)
def test_any_text(texts: list[str]) -> None:
    """Whatever a page says, the file opens again and holds no field or link but the page's number."""
    document = opened(page_of(texts))
    assert document.element.body.find(".//" + qn("w:instrText")) is None
    assert document.element.body.find(".//" + qn("w:hyperlink")) is None


def test_hostile_names(hostile: list[str]) -> None:
    """What XML cannot hold is spelled out, and what looks like a formula or markup is text."""
    texts = said(paper(Addressees(hostile), *(Paragraph(each) for each in hostile)))
    assert "\\x1b[31mred\\x1b[0m \\x9b31m \\x07\\x08" in texts
    assert '=HYPERLINK("http://e.com","点")' in texts
    assert "</script><img src=x onerror=alert(1)>" in texts


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        (TITLE, ["关于营商环境“寻标、对标、创标”活动", "2020年第一季度进展情况的通报"]),
        ("未报送单位名单", ["未报送单位名单"]),
        ("关于印发《某市营商环境“寻标、对标、创标”活动工作方案》的通知",
         ["关于印发《某市营商环境", "“寻标、对标、创标”活动工作方案》的通知"]),
        ("Circular on Q1 2020 of the Business Environment Campaign of the City",
         ["Circular on Q1 2020 of the Business", "Environment Campaign of the City"]),
    ],
)  # fmt: skip
def test_titles_break_by_their_sense(title: str, lines: list[str]) -> None:
    """Not inside a quotation, a quarter or a word, and not before a particle or a closing mark."""
    assert title_lines(title, 20) == lines


@example("0“““““ 00000““““““““““““")
@given(st.text(st.sampled_from("甲乙丙丁的、，“”（）《》2020年第一季度abc "), max_size=90))
@settings(deadline=None, max_examples=60)
def test_titles_lose_nothing(title: str) -> None:
    """Lines put together again are the title but for blanks, and fit unless the title is left to be folded."""
    lines = title_lines(title, 20)
    assert "".join("".join(lines).split()) == "".join(title.split())
    assert len(lines) == 1 or max(map(width, lines)) <= 20
    assert all(line for line in lines[1:])
    for before, after in pairwise(lines):
        assert before[-1] not in "“（《"
        assert after[0] not in "的、，”）》"


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None or PDFTOTEXT is None, reason="LibreOffice (soffice) or pdftotext is not installed")
def test_printed_pages(tmp_path: Path) -> None:
    """LibreOffice prints 22 lines of 28 characters a page, and the annex and its numbering after them."""
    long = Paragraph("报" * (28 * 40 - 2))
    page = Page("通报", [long, Annex("表", 1), table()], Language.ZH)
    (tmp_path / "page.docx").write_bytes(render_office(page, "docx"))
    command = [str(SOFFICE), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to"]
    subprocess.run(
        [*command, "pdf", "--outdir", str(tmp_path), str(tmp_path / "page.docx")],
        env={**os.environ, "FONTCONFIG_FILE": str(FONTS), "HOME": str(tmp_path)},
        capture_output=True,
        timeout=240,
        check=True,
    )
    ran = subprocess.run([str(PDFTOTEXT), "-layout", "page.pdf", "-"], cwd=tmp_path, capture_output=True, check=True)
    pages = [[line.strip() for line in each.splitlines() if line.strip()] for each in ran.stdout.decode().split("\f")]
    assert pages[0] == ["通报", "报" * 26, *["报" * 28] * 19, "— 1 —"]
    assert pages[1] == [*["报" * 28] * 20, "— 2 —"]
    assert [each.replace(" ", "") for each in pages[2][:2]] == ["附件1", "表"]
    assert all(each[-1] == f"— {at} —" for at, each in enumerate(pages[:-1], 1))
    assert "序号" in pages[3][0]
