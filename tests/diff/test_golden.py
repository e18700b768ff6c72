"""What `diff` and `catalogue` print, held to files: for eighty columns and the other formats, in both languages.

`XUNBIAO_GOLDEN=1 pytest tests/diff -k golden` writes the files anew; look at the difference before you commit it.
"""

import os
from pathlib import Path

import pytest

from xunbiao.catalogue import Comparison, make
from xunbiao.formats import render
from xunbiao.formats.wrapping import width
from xunbiao.model.language import Language
from xunbiao.model.page import Page
from xunbiao.model.practice import Catalogue
from xunbiao.pages import catalogue as catalogue_pages
from xunbiao.pages import diff, matching

Comparisons = tuple[Comparison, ...]
GOLDEN = Path(__file__).parent / "golden"
TEXTS = ("连锁门店新增经营场所免办分支机构执照，只在原执照上备案", "外贸企业进政务大厅办齐手续", "植树造林三万亩", "")


def page(name: str, comparisons: Comparisons, catalogue: Catalogue, language: Language) -> Page:
    """The page that a golden file shows."""
    match name.split("-"):
        case ["unit", unit, *options]:
            found = next(each for each in comparisons if each.unit.id == unit)
            return diff.build_for_unit(found, language, full="full" in options)
        case ["all"]:
            return diff.build_for_all([each.outline for each in comparisons], catalogue, language)
        case ["all", "table"]:
            return diff.build_as_table(comparisons[1:2], language)
        case ["practice", code]:
            return diff.build_for_practice(comparisons, catalogue.practices[code], language)
        case ["catalogue"]:
            return catalogue_pages.overview(catalogue, language)
        case ["catalogue", code]:
            return catalogue_pages.practice(catalogue.practices[code], catalogue, language)
        case _:
            known = make(catalogue)
            return matching.build([known.read(text) for text in TEXTS], catalogue, language)


@pytest.mark.parametrize(
    "file",
    [
        "unit-shichang.zh.txt",
        "unit-shichang.en.txt",
        "unit-shichang.zh.md",
        "unit-shichang.zh.json",
        "unit-shichang.zh.html",
        "unit-dianli.zh.txt",
        "unit-dianli-full.zh.txt",
        "unit-huanbao.zh.txt",
        "unit-fangguan.zh.txt",
        "all.zh.txt",
        "all.en.txt",
        "all.zh.json",
        "all.zh.md",
        "all.zh.html",
        "all-table.zh.csv",
        "practice-P22.zh.txt",
        "practice-P14.zh.txt",
        "practice-P22.zh.json",
        "catalogue.zh.txt",
        "catalogue-P22.zh.txt",
        "catalogue-P09.en.txt",
        "match.zh.txt",
        "match.en.txt",
    ],
)
def test_golden_pages(file: str, comparisons: Comparisons, catalogue: Catalogue) -> None:
    """A page reads as it was last looked at and found good."""
    name, language, format = file.split(".")
    shown = page(name, comparisons, catalogue, Language(language))
    text = render(shown, {"txt": "text"}.get(format, format), width=80, color=False)
    path = GOLDEN / file
    if os.environ.get("XUNBIAO_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
    assert path.is_file(), f"{file} is missing; XUNBIAO_GOLDEN=1 writes it"
    assert text == path.read_bytes().decode(), f"{file} differs; XUNBIAO_GOLDEN=1 writes it anew"


@pytest.mark.parametrize("name", ["unit-shichang", "unit-dianli", "all", "practice-P22", "catalogue", "match"])
def test_no_line_is_wider_than_the_screen(name: str, comparisons: Comparisons, catalogue: Catalogue) -> None:
    """Eighty columns hold every line, the matrix of all practices included."""
    shown = page(name, comparisons, catalogue, Language.ZH)
    lines = render(shown, "text", width=80, color=False).splitlines()
    assert [line for line in lines if width(line) > 80] == []


def test_one_unit_fits_a_screen(comparisons: Comparisons) -> None:
    """Advice for one unit is at most forty-five lines of eighty columns."""
    for comparison in comparisons:
        text = render(diff.build_for_unit(comparison, Language.ZH), "text", width=80, color=False)
        assert len(text.splitlines()) <= 45
