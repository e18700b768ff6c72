"""A page as a workbook, read back by another library than the one that writes it, and as the XML that it is."""

import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from xunbiao.formats import page_xlsx, render, render_office
from xunbiao.formats.escaping import workbook
from xunbiao.formats.page_xlsx.naming import sheet_names
from xunbiao.model.language import Language
from xunbiao.model.page import (
    Bars,
    Bullets,
    Cell,
    Column,
    Facts,
    Heading,
    Level,
    Listing,
    Matrix,
    MatrixColumn,
    Page,
    Paragraph,
    Percent,
    Sheet,
    Table,
    Tone,
    Toned,
)

GOLDEN = Path(__file__).with_name("golden") / "page.xlsx.txt"
PIECES = [
    *("=1+1", "+1", "-1", "@x", "＝1", "\t", "http://e.com", "mailto:a@b.cn", "file:///etc/passwd", "\x00", "\x1b[31m"),
    *("\u202e", "\ud800", "\uffff", "\ufffe", "<f>", "&amp;", "]]>", "_x0041_", "_x005F_", "'", '"', "\n", "\r\n"),
    *("一窗受理", " ", "\u3000", "#REF!", "{=SUM(A1)}", "TRUE", "1e400", "0010", "2020-01-01", "\U0001f600", "&P"),
]
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join), st.text(st.characters(codec=None), max_size=30)
)


def opened(page: Page) -> Any:
    return load_workbook(io.BytesIO(render_office(page, "xlsx")))


def of(*rows: Sequence[Cell], columns: Sequence[Column] | None = None, **others: Any) -> Page:
    """A page of one table."""
    shown = columns or [Column(f"栏{at}") for at in range(len(rows[0]))]
    return Page("题", [Table(shown, rows, **others)], Language.ZH)


def cells(page: Page) -> list[list[Any]]:
    """The cells below the titles of a page of one table."""
    [table] = page.blocks
    assert isinstance(table, Table)
    sheet = opened(page).worksheets[0]
    return [list(row) for row in sheet.iter_rows(min_row=3, max_col=len(table.columns))]


def parts(raw: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(raw)) as package:
        return {name: package.read(name) for name in package.namelist()}


def told(raw: bytes) -> Iterator[str]:
    """Every sheet of a workbook, cell by cell: where, of what kind, in which format, with which look."""
    for sheet in load_workbook(io.BytesIO(raw)):
        yield f"[{sheet.title}] {sheet.dimensions} filter={sheet.auto_filter.ref} {sheet.freeze_panes}"
        yield f"merged {' '.join(sorted(map(str, sheet.merged_cells.ranges)))}"
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None or cell.fill.fgColor.rgb != "00000000":
                    look = f"{cell.number_format} {cell.fill.fgColor.rgb[2:]}{' quoted' if cell.quotePrefix else ''}"
                    yield f"{cell.coordinate} {cell.data_type} {cell.value!r} {look}"


def test_page(sample_page: Page) -> None:
    """The sample page holds what it held when it was last looked at; XUNBIAO_GOLDEN=1 writes it anew."""
    text = "\n".join(told(render_office(sample_page, "xlsx"))) + "\n"
    if os.environ.get("XUNBIAO_GOLDEN"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_the_same_page_gives_the_same_bytes(sample_page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    """No clock is in it, whether its rows stay in memory or go by the disk."""
    for many in (20_000, 0):
        monkeypatch.setattr(page_xlsx, "_MANY_ROWS", many)
        raw = render_office(sample_page, "xlsx")
        assert raw == render_office(sample_page, "xlsx")
        assert str(datetime.now().year).encode() not in parts(raw)["docProps/core.xml"]


def test_many_rows_read_the_same(sample_page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    """A large workbook is written in another way, and says the same."""
    small = list(told(render_office(sample_page, "xlsx")))
    monkeypatch.setattr(page_xlsx, "_MANY_ROWS", 0)
    assert list(told(render_office(sample_page, "xlsx"))) == small


def test_values_are_real() -> None:
    """Numbers, shares, days and moments are what they are, with a format; a text of digits stays a text."""
    page = of(
        [5, Decimal("7.50"), Percent(Decimal("0.6")), Percent(Decimal(18) / 19), date(2020, 3, 31)],
        [datetime(2020, 3, 31, 18, 5), "2662201", "0375-2662201", None, Percent(None)],
    )
    (five, half, sixty, most, day), (moment, phone, long_phone, nothing, unknown) = cells(page)
    assert [(each.value, each.number_format) for each in (five, half, sixty, most)] == [
        (5, "0"),
        (7.5, "General"),
        (0.6, "0%"),
        (pytest.approx(18 / 19), "0.0%"),
    ]
    assert (day.value, day.number_format) == (datetime(2020, 3, 31), 'yyyy"年"m"月"d"日"')
    assert (moment.value, moment.number_format) == (datetime(2020, 3, 31, 18, 5), 'yyyy"年"m"月"d"日" hh:mm')
    assert [(each.value, each.data_type, each.number_format) for each in (phone, long_phone)] == [
        ("2662201", "s", "@"),
        ("0375-2662201", "s", "General"),
    ]
    assert nothing.value is unknown.value is None
    assert unknown.number_format == "0%"


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (Decimal("NaN"), "NaN"),
        (Decimal("1E+400"), "1.000000e+400"),
        (10**20, "100000000000000000000"),
        (date(1868, 9, 8), "1868-09-08"),
        (Percent(Decimal("Infinity")), "Infinity%"),
    ],
)
def test_what_a_spreadsheet_cannot_hold_is_a_text(cell: Cell, shown: str) -> None:
    """A number of too many digits, none at all, and a day before all calendars of spreadsheets keep their words."""
    [[found]] = cells(of([cell]))
    assert (found.value, found.data_type) == (shown, "s")


def test_a_share_never_reads_as_all_or_nothing() -> None:
    """99.99% and 0.01% are shown with the decimals that tell them from 100% and 0%."""
    [row] = cells(of([Percent(Decimal("0.9999")), Percent(Decimal("0.0001")), Percent(Decimal(1))]))
    assert [each.number_format for each in row] == ["0.00%", "0.00%", "0%"]


def test_a_tone_is_a_sign_and_a_colour() -> None:
    """The sign stands in the number format, so that a grey print has it and the value does not."""
    [row] = cells(of([Toned("逾期", Tone.WARN), Toned(3, Tone.BAD), Toned(date(2020, 4, 2), Tone.GOOD), "按时"]))
    assert [each.value for each in row] == ["逾期", 3, datetime(2020, 4, 2), "按时"]
    assert [each.number_format[:4] for each in row[:3]] == ['"! "', '"× "', '"√ "']
    assert len({each.fill.fgColor.rgb for each in row}) == 4


@settings(max_examples=120, deadline=None)
@given(st.lists(TEXTS, min_size=4, max_size=4))
def test_any_text_stays_a_text(texts: list[str]) -> None:
    """Wherever a user's text stands, it is no formula, no link and no markup, and reads back as it is shown."""
    one, two, three, four = texts
    level = Level(three, two, 2)
    page = Page(
        one,
        [
            Heading(one), Paragraph(two, Tone.BAD), Bullets([three]), Facts([(one, four)]), Listing(four),
            Table([Column(one, choices={two: Tone.GOOD, three: Tone.BAD}), Column(two)],
                  [[three, Toned(four, Tone.WARN)]], caption=one, total=[two, one]),
            Bars([(four, 1, Decimal("0.5"))]),
            Matrix(one, [MatrixColumn(two, three, "")], [(four, [level])], [level], two),
        ],
        Language.ZH,
        sheets=(),
    )  # fmt: skip
    raw = render_office(page, "xlsx")
    for name, part in parts(raw).items():
        assert b"<hyperlink" not in part
        assert b"TargetMode" not in part
        tree = ElementTree.fromstring(part)
        if "/worksheets/" in name:
            assert not [each for each in tree.iter() if each.tag.endswith("}f")]
    [sheet] = load_workbook(io.BytesIO(raw)).worksheets
    values = [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "s" and cell.value]
    shown = [re.sub(r"_x005F_", "_", workbook(text)) for text in (one, two, three, four) if text]
    read = [re.sub(r"_x005F_", "_", value) for value in values]
    assert {text for text in shown if text.strip()} <= set(read)


def test_what_looks_like_a_formula_is_marked_as_text() -> None:
    """So that it stays one when its cell is edited."""
    [row] = cells(of(['=HYPERLINK("http://e.com")', "+86", "-1", "@SUM(1)", "＝1+1", " =1", "一窗受理"]))
    assert [cell.quotePrefix for cell in row] == [True] * 6 + [False]
    assert {cell.data_type for cell in row} == {"s"}
    assert row[0].value == '=HYPERLINK("http://e.com")'


def test_a_text_that_is_too_long_is_cut_and_says_so() -> None:
    """A cell holds 32,767 characters, of which those beyond U+FFFF count twice."""
    [[short, long, wide]] = cells(of(["长" * 32_767, "长" * 32_768, "\U0001f600" * 20_000]))
    assert short.value == "长" * 32_767
    assert long.value.endswith("…〔32768〕")
    assert wide.value.endswith("…〔20000〕")
    for cell in (long, wide):
        assert len(cell.value.encode("utf-16-le")) // 2 <= 32_767


@given(st.lists(TEXTS | st.sampled_from(["History", "history", "台账", "台账"]), min_size=1, max_size=6))
def test_sheets_have_names_that_are_allowed(wanted: list[str]) -> None:
    """At most 31 characters, none of []:*?/\\, no quote at an end, never blank, never the same twice."""
    names = sheet_names(wanted)
    assert len({name.casefold() for name in names}) == len(names) == len(wanted)
    for name in names:
        assert name.strip()
        assert len(name.encode("utf-16-le")) // 2 <= 31
        assert not re.search(r"[\[\]:*?/\\\x00-\x1f]|^'|'$", name)
        assert name.casefold() != "history"


def test_a_name_that_is_allowed_is_kept() -> None:
    """汇总表 stays 汇总表; a second one is numbered, and a long one is cut before its number."""
    assert sheet_names(["汇总表", "汇总表", "对照30项"]) == ["汇总表", "汇总表 (2)", "对照30项"]
    assert sheet_names(["长" * 40, "长" * 40])[1] == "长" * 27 + " (2)"


BOOK = Page(
    "某市活动",
    [],
    Language.ZH,
    sheets=[
        Sheet(
            "台账",
            [
                Paragraph("截至今天。"),
                Table(
                    [
                        Column("单位", wide=True),
                        Column("状态", choices={"已完成": Tone.GOOD, "欠进度": Tone.BAD, "达进度": Tone.PLAIN}),
                        Column("完成率", number=True),
                        Column("编号", hidden=True),
                    ],
                    [["甲局", "已完成", Percent(Decimal(1)), "jia"], ["乙局", "欠进度", Percent(Decimal("0.2")), "yi"]],
                    total=["合计", None, Percent(Decimal("0.6")), None],
                ),
            ],
            title="某市活动台账",
        ),
        Sheet("xunbiao", [Facts([("提交", "0" * 40)])], hidden=True),
    ],
)


def test_a_table_is_ready_to_be_filed() -> None:
    """Its titles stay in sight and come again on every page; it is filtered, and printed on A4 one page wide."""
    book = opened(BOOK)
    sheet = book["台账"]
    assert [cell.value for cell in sheet[3][:4]] == ["单位", "状态", "完成率", "编号"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("A4", "A3:D5", "$3:$3")
    assert [cell.value for cell in sheet[6][:4]] == ["合计", None, 0.6, None]
    setup = sheet.page_setup
    assert (setup.orientation, setup.paperSize, setup.fitToHeight) == ("landscape", 9, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert "&P" in sheet.oddFooter.center.text
    assert sheet.column_dimensions["D"].hidden
    assert book["xunbiao"].sheet_state == "hidden"


def test_choices_are_offered_and_coloured() -> None:
    """A list to pick from, and a colour for each word that has a meaning, which follows when the cell is edited."""
    sheet = opened(BOOK)["台账"]
    [rule] = sheet.data_validations.dataValidation
    assert (rule.formula1, str(rule.sqref)) == ('"已完成,欠进度,达进度"', "B4:B5")
    rules = [rule for area in sheet.conditional_formatting for rule in area.rules]
    assert sorted(rule.formula[0] for rule in rules if rule.type == "cellIs") == ['"已完成"', '"欠进度"']
    assert [rule.type for rule in rules].count("dataBar") == 1


def test_bars_are_a_chart_of_the_workbook() -> None:
    """Drawn from the cells beside it, one for each Bars."""
    bars = Bars([("已完成", 3, Decimal("0.75")), ("未启动", 1, Decimal("0.25"))])
    raw = render_office(Page("题", [Heading("状态"), bars], Language.ZH), "xlsx")
    chart = parts(raw)["xl/charts/chart1.xml"].decode()
    assert "<c:f>题!$A$4:$A$5</c:f>" in chart
    assert "<c:f>题!$C$4:$C$5</c:f>" in chart
    assert "状态" in chart


def test_an_empty_table_says_so() -> None:
    """Below its titles, in words; a sheet without anything is a sheet all the same."""
    sheet = opened(of(columns=[Column("单位"), Column("举措")], empty="没有逾期的举措。")).worksheets[0]
    assert [cell.value for cell in sheet[2]][:2] == ["单位", "举措"]
    assert sheet["A3"].value == "没有逾期的举措。"
    assert opened(Page("", [], Language.EN)).sheetnames == ["_"]


def test_other_formats_show_sheets_one_below_the_other() -> None:
    """Under their names, totals as last rows, and nothing of what is hidden."""
    text = render(BOOK, "text", width=80, color=False)
    assert re.search(r"台账.*单位.*甲局.*乙局.*合计", text, re.DOTALL)
    assert "jia" not in text
    assert "xunbiao" not in text
    assert render(replace(BOOK, sheets=()), "csv", width=80, color=False) == "\ufeff"


def test_only_the_workbook_loads_its_library() -> None:
    """Nothing else costs its import, and it does not load what the screen needs."""
    code = "import sys, xunbiao.formats; print('xlsxwriter' in sys.modules); import xunbiao.formats.page_xlsx; "
    done = subprocess.run(
        [sys.executable, "-c", code + "print('rich' in sys.modules)"], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "False"]


class Many(Sequence[Sequence[Cell]]):
    """Rows without their weight."""

    def __len__(self) -> int:
        return 1_048_576

    def __getitem__(self, at: Any) -> Any:
        if isinstance(at, slice):
            return [[1]] * len(range(*at.indices(len(self))))
        if at >= len(self):
            raise IndexError(at)
        return [1]


@pytest.mark.slow
def test_rows_that_do_not_fit_are_said() -> None:
    """A sheet has 1,048,576 rows: as many as fit are there, and above them how many are not."""
    raw = render_office(Page("题", [Table([Column("数", number=True)], Many())], Language.ZH), "xlsx")
    book = load_workbook(io.BytesIO(raw), read_only=True)
    rows = list(book.worksheets[0].iter_rows(values_only=True, max_col=1))
    assert len(rows) <= 1_048_576
    missing = 1_048_576 - sum(row[0] == 1 for row in rows)
    assert f"还有 {missing} 行放不下" in str(rows[1][0])
