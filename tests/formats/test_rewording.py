"""A rewording reads in every format: in colour, in black and white, on paper and read out."""

import re
from html.parser import HTMLParser

import pytest

from xunbiao.formats import OFFICE_FORMATS, PAGE_FORMATS, render, render_office
from xunbiao.formats.values import is_text, words
from xunbiao.model.language import Language
from xunbiao.model.page import Bullets, Cell, Column, Edit, Facts, Page, Reworded, Run, Table, Tone, Toned

KEPT, REMOVED, ADDED = Edit.KEPT, Edit.REMOVED, Edit.ADDED
CHANGED = Reworded(
    (
        Run("办理时间由5个工作日压缩至", KEPT),
        Run("1个工作日", REMOVED),
        Run("3个工作日", ADDED),
        Run("以内，", KEPT),
        Run("全省首创，", REMOVED),
        Run("取消分支机构执照", KEPT),
        Run("，并公示", ADDED),
    )
)
SAID = "办理时间由5个工作日压缩至[1个工作日→3个工作日]以内，[-全省首创，]取消分支机构执照[+，并公示]"
WHOLE = Reworded((Run("张某", REMOVED), Run("李某", ADDED), Run("（推迟2天）", KEPT)), in_place=False)
RED, GREEN = "\x1b[31m", "\x1b[32m"


def page(cell: Cell) -> Page:
    table = Table([Column("字段"), Column("由 → 至", wide=True)], [["内容", cell]])
    return Page("修改", [table, Bullets([cell]), Facts([("内容", cell)])], Language.ZH)


def coloured(cell: Cell, width: int) -> dict[str, str]:
    """What stands in red and what in green, put together again from the table's lines."""
    lines = render(Page("修改", page(cell).blocks[:1], Language.ZH), "text", width=width, color=True).splitlines()[4:]
    text = "".join(lines)
    return {
        code: "".join(re.findall(re.escape(code) + "(.*?)\x1b\\[0m", text)).replace(" ", "") for code in (RED, GREEN)
    }


@pytest.mark.parametrize("width", [20, 44, 80, 120])
def test_colours_survive_folding(width: int) -> None:
    """What went is red and what came is green on every line that a column makes of it; a narrow screen has them too."""
    assert coloured(CHANGED, width) == {RED: "1个工作日全省首创，", GREEN: "3个工作日，并公示"}


def test_colour_changes_no_word() -> None:
    """The same text stands there with and without colour."""
    bright = render(page(CHANGED), "text", width=80, color=True)
    assert re.sub("\x1b\\[[0-9;]*m", "", bright) == render(page(CHANGED), "text", width=80, color=False)


def test_it_reads_in_black_and_white() -> None:
    """Signs say what went and what came; two whole wordings stand beside each other."""
    assert words(CHANGED) == SAID
    assert words(WHOLE) == "张某 → 李某（推迟2天）"
    assert SAID in render(page(CHANGED), "text", width=200, color=False)


def test_csv_has_the_same_signs() -> None:
    """A spreadsheet's cell has no runs."""
    assert f'"{SAID}"' in render(page(CHANGED), "csv", width=80, color=False)


@pytest.mark.parametrize("format", ["html", "md"])
def test_a_browser_and_markdown_have_elements_for_it(format: str) -> None:
    """<del> and <ins>, with an arrow between what took the place of what."""
    shown = render(page(CHANGED), format, width=80, color=False)
    assert "压缩至<del>1个工作日</del>→<ins>3个工作日</ins>以内，<del>全省首创，</del>取消" in shown
    assert "<del>张某</del> → <ins>李某</ins>（推迟2天）" in render(page(WHOLE), format, width=80, color=False)


@pytest.mark.parametrize("format", OFFICE_FORMATS)
def test_office_documents_take_it_as_text(format: str) -> None:
    """No format fails on it."""
    assert render_office(page(CHANGED), format)


class Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside += [tag, *(name for name, _ in attrs)]


def test_hostile_words_stay_words(hostile: list[str]) -> None:
    """Whatever a text says, it makes no element, no command and no formula, in either colour."""
    for text in hostile:
        cell = Reworded((Run(text, KEPT), Run(text, REMOVED), Run(text, ADDED), Run(text, KEPT)))
        assert is_text(cell)
        assert text in words(Toned(cell, Tone.BAD))
        for format in PAGE_FORMATS:
            for color in (False, True):
                shown = render(page(cell), format, width=44, color=color)
                assert not re.search(r"(?m)^::|##\[|##vso\[|\x07|\u202e", shown)
        elements = Elements()
        elements.feed(render(page(cell), "html", width=80, color=False))
        assert not {"script", "img", "red", "foo", "onerror"} & set(elements.inside)


def test_a_seam_makes_no_command() -> None:
    """Two runs that are harmless alone are so together."""
    cell = Reworded((Run("a:", REMOVED), Run(":error::x", KEPT), Run("#", ADDED), Run("#[group]", ADDED)))
    for format in ("text", "csv", "html", "md"):
        for color in (False, True):
            assert "::error" not in (shown := render(page(cell), format, width=80, color=color))
            assert "##[" not in shown
