"""Comparisons → Page of a single table, a row a unit and practice: for spreadsheets."""

from collections.abc import Iterable, Sequence

from xunbiao.catalogue import Comparison, Standing
from xunbiao.model.campaign import Unit
from xunbiao.model.language import Language
from xunbiao.model.page import Cell, Column, Page, Table
from xunbiao.model.practice import Practice
from xunbiao.pages.diff import cells

Known = dict[tuple[str, tuple[str, ...]], str]
"""Elements of a practice in words: most units leave out the same ones, and a long text is best kept once."""


def build_as_table(comparisons: Iterable[Comparison], language: Language) -> Page:
    """Every unit with every practice, nothing shortened; of each comparison its rows alone are kept."""
    titles = (
        ("单位编号", "Unit id"), ("单位", "Unit"), ("编号", "Code"), ("做法", "Practice"), ("程度", "How far"),
        ("从哪里看出", "Where it shows"), ("看来涉及的要点", "Elements it seems to cover"),
        ("还没提到的要点", "Elements not mentioned"), ("为什么提它", "Why it would suit"),
    )  # fmt: skip
    known: Known = {}
    rows = [_row(each.unit, standing, known, language) for each in comparisons for standing in each.standings]
    title = language("对照典型做法", "Beside the practices")
    return Page(title, [Table([Column(language(*each), wide=True) for each in titles], rows)], language)


def _row(unit: Unit, each: Standing, known: Known, language: Language) -> Sequence[Cell]:
    return [
        unit.id,
        unit.name,
        each.practice.code,
        each.practice.title,
        each.relation.phrase.in_(language),
        cells.where(each.mentions, language),
        _elements(each.practice, each.covered, known, language),
        _elements(each.practice, each.left_out, known, language),
        cells.why(each.prompts, language),
    ]


def _elements(practice: Practice, codes: tuple[str, ...], known: Known, language: Language) -> str:
    key = (practice.code, codes)
    if key not in known:
        known[key] = cells.elements(practice, codes, language)
    return known[key]
