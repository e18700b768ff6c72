"""A page on a terminal: what aligns, what folds, what is seen without colour."""

import re
from datetime import date
from decimal import Decimal

import pytest

from xunbiao.formats import render
from xunbiao.formats.wrapping import width, wrap
from xunbiao.model.language import Language
from xunbiao.model.page import (
    Bars,
    Block,
    Column,
    Facts,
    Letter,
    Listing,
    Page,
    Paragraph,
    Percent,
    Signature,
    Table,
    Tone,
    Toned,
)

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def shown(*blocks: Block, columns: int = 80, color: bool = False) -> list[str]:
    """The lines of the blocks, without the page's title and the blank line after it."""
    return render(Page("题", blocks, Language.ZH), "text", width=columns, color=color).split("\n")[3:-1]


def column_of(lines: list[str], word: str) -> list[int]:
    """In which terminal column the word stands, for each line that has it."""
    return [width(line[: line.index(word)]) for line in lines if word in line]


def test_facts_align() -> None:
    """Values stand under one another whatever the labels' scripts."""
    lines = shown(Facts([("应报", 38), ("on time", 38), ("报送率", 38)]))
    assert column_of(lines, "38") == [9, 9, 9]


def test_numbers_align_right() -> None:
    """Numbers of a column end at the same place, under the end of its title."""
    rows = [["甲", 5], ["乙单位", 120], ["丙", Decimal("7.5")]]
    lines = shown(Table([Column("单位"), Column("项目数", number=True)], rows))
    assert [width(line) for line in lines] == [14, 14, 14, 14, 14]


@pytest.mark.parametrize("columns", [20, 40, 41, 57, 80, 120])
def test_nothing_is_wider_than_the_screen(sample_page: Page, columns: int) -> None:
    """Every line fits, listings and letters excepted, which are shown as they are, to be copied."""
    blocks = [each for each in sample_page.blocks if not isinstance(each, Listing | Letter)]
    page = Page(sample_page.title, blocks, Language.ZH)
    lines = render(page, "text", width=columns, color=False).split("\n")
    assert [line for line in lines if width(line) > columns] == []


def test_a_letter_is_not_folded() -> None:
    """A message is shown with each of its paragraphs on a line of its own, whatever the screen, so that it copies."""
    letter = Letter("催报", "甲局", ["请报送季度报告。" * 20], Signature("市发展改革委", date(2020, 4, 10)))
    lines = render(Page("题", [letter], Language.ZH), "text", width=40, color=False).split("\n")
    assert lines[3:] == ["■ 催报", "甲局：", "请报送季度报告。" * 20, "市发展改革委", "2020年4月10日", ""]


@pytest.mark.parametrize("columns", [1, 80])
@pytest.mark.parametrize("color", [False, True])
def test_no_line_ends_in_blanks(sample_page: Page, columns: int, color: bool) -> None:
    """Nor does any output lack its final newline."""
    text = ANSI.sub("", render(sample_page, "text", width=columns, color=color))
    assert text.endswith("\n")
    assert [line for line in text.split("\n") if line != line.rstrip()] == []


def test_wide_column_folds_first() -> None:
    """The wide column gives way; the others stay in one line."""
    rows = [["平顶山市市场监督管理局", "推行“一次许可、附记备案”。" * 6]]
    lines = shown(Table([Column("单位"), Column("进展", wide=True)], rows), columns=60)
    assert lines[2].startswith("平顶山市市场监督管理局  推行")
    assert len(lines) > 4
    assert all(line.startswith(" " * 24) for line in lines[3:])


def test_no_columns_on_a_narrow_screen() -> None:
    """Below forty columns a row is a small list under its first cell."""
    rows = [["甲局", "达进度", 60], ["乙局", "未启动", 0]]
    lines = shown(Table([Column("单位"), Column("状态"), Column("完成率", number=True)], rows), columns=39)
    assert lines == ["甲局", "  状态    达进度", "  完成率  60", "", "乙局", "  状态    未启动", "  完成率  0"]


def test_no_columns_for_too_many() -> None:
    """A table that cannot fit is shown as a list on any screen."""
    rows = [[f"第{at}项" * 4 for at in range(12)]]
    lines = shown(Table([Column(f"列{at}") for at in range(12)], rows))
    assert lines[0] == "第0项第0项第0项第0项"
    assert lines[1].split() == ["列1", "第1项第1项第1项第1项"]


def test_empty_table() -> None:
    """Where there is no row the page's own words stand instead of an empty table."""
    assert shown(Table([Column("单位")], [], empty="没有未报的单位。")) == ["没有未报的单位。"]


def test_tones_without_colour() -> None:
    """A mark says what the colour says, and what is not marked is set in to align."""
    rows = [[Toned("超进度", Tone.GOOD)], [Toned("欠进度", Tone.WARN)], [Toned("未报", Tone.BAD)], ["达进度"]]
    lines = shown(Table([Column("状态")], rows))
    assert lines == ["  状态", "────────", "√ 超进度", "! 欠进度", "× 未报", "  达进度"]


def test_colour_repeats_the_text(sample_page: Page) -> None:
    """Take the colours away and the plain text remains."""
    colored = render(sample_page, "text", width=80, color=True)
    assert "\x1b[" in colored
    assert ANSI.sub("", colored) == render(sample_page, "text", width=80, color=False)


def test_environment_is_not_asked(sample_page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    """The output depends on the arguments alone, not on NO_COLOR, TERM or COLUMNS."""
    before = [render(sample_page, "text", width=80, color=color) for color in (False, True)]
    for name, value in {"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "30", "FORCE_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    assert [render(sample_page, "text", width=80, color=color) for color in (False, True)] == before


def test_bars() -> None:
    """A bar is as long as its share, to an eighth of a column; none is longer than the whole."""
    lines = shown(
        Bars([("甲", 30, Decimal(1)), ("乙", 15, Decimal("0.5")), ("丙", 1, Decimal(1) / 30), ("丁", 0, Decimal(9))])
    )
    assert [line.split()[-1] for line in lines] == ["█" * 30, "█" * 15, "█", "█" * 30]
    assert shown(Bars([("甲" * 8, 30, Decimal(1))]), columns=24) == ["甲甲甲甲甲甲甲甲  30  100%"]


def test_long_cells_are_cut() -> None:
    """A table cell of endless text is cut, visibly; a paragraph has it all."""
    text = "长" * 500
    assert "".join(shown(Table([Column("a")], [[text]]))).count("长") == 199
    assert "…" in "".join(shown(Table([Column("a")], [[text]])))
    assert "".join(shown(Paragraph(text))).count("长") == 500


def test_unknown_share() -> None:
    """A rate of nothing is blank, not zero."""
    assert shown(Facts([("报送率", Percent(None))])) == ["报送率  —"]


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("推行一次许可，附记备案。", 12, ["推行一次许", "可，附记备", "案。"]),
        ("推行（试点）", 6, ["推行", "（试", "点）"]),
        ("see the long word", 8, ["see the", "long", "word"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("一二", 1, ["一", "二"]),
        ("", 10, [""]),
        ("   ", 2, [""]),
    ],
)
def test_wrap(text: str, columns: int, lines: list[str]) -> None:
    """Chinese breaks anywhere but before a closing mark or after an opening one; words stay whole while they fit."""
    assert wrap(text, columns) == lines


def test_our_own_signs_are_in_the_old_code_page(sample_page: Page) -> None:
    """A Chinese terminal of the GBK code page shows headings, rules, bars and marks as they are."""
    assert render(sample_page, "text", width=80, color=False).encode("gbk")
