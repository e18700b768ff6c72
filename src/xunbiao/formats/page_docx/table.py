"""Table → a table of Word: a head that every page repeats, rows that no page cuts in two, columns that fit."""

import re
from collections.abc import Iterator, Sequence

from xunbiao.formats.escaping import lines
from xunbiao.formats.page_docx.elements import element, valued
from xunbiao.formats.page_docx.text import CAPTION, CELL, WIDTH, Font, Shape, paragraph, paragraphs, said, width
from xunbiao.formats.values import tone
from xunbiao.model.language import Language
from xunbiao.model.page import Cell, Column, Table, Tone

TABLE = "<w:tbl>"
_PADDING = 60
# Characters that a column of prose should have, and those that it must.
_COMFORTABLE, _NARROWEST = 12, 7
# Points of the letters and characters of prose, the first pair at which all columns fit.
_SIZES = ((12, _COMFORTABLE), (10.5, _COMFORTABLE), (10.5, _NARROWEST), (9, _NARROWEST), (7.5, _NARROWEST))
_SEAMS = re.compile(r"(?<=[0-9A-Za-z%])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])")
# A title of more characters than this is folded in two rather than widen a column of figures.
_TITLE = 3


def table(block: Table, language: Language) -> Iterator[str]:
    """The table with its caption above it, or what is said where there is no row."""
    if not block.rows:
        yield from paragraphs(block.empty) if block.empty else ()
        return
    if block.caption:
        yield from (paragraph(line, Shape(CAPTION)) for line in lines(block.caption))
    yield "".join(_table(block, language))


def _table(block: Table, language: Language) -> Iterator[str]:
    size, widths = _fit(block, language)
    yield TABLE + _properties(sum(widths))
    yield element("w:tblGrid", {}, *(element("w:gridCol", {"w": each}) for each in widths))
    yield _row(block, [column.title for column in block.columns], widths, size, language, head=True)
    yield from (_row(block, row, widths, size, language) for row in block.rows)
    yield "</w:tbl>"


def _properties(total: int) -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    line: dict[str, str | int] = {"val": "single", "sz": 4, "space": 0, "color": "000000"}
    padding = [element(f"w:{side}", {"w": _PADDING, "type": "dxa"}) for side in ("left", "right")]
    return element(
        "w:tblPr",
        {},
        element("w:tblW", {"w": total, "type": "dxa"}),
        valued("w:jc", "center"),
        element("w:tblBorders", {}, *(element(f"w:{side}", line) for side in sides)),
        element("w:tblLayout", {"type": "fixed"}),
        element("w:tblCellMar", {}, *padding),
    )


def _fit(block: Table, language: Language) -> tuple[float, Sequence[int]]:
    """The largest size of letters at which every column has what it needs, and the columns' widths in twips."""
    longest = [max(_room(line) for row in block.rows for line in said(row[at], language)) for at in _places(block)]
    for size, prose in _SIZES:
        least = [round(_need(block.columns[at], longest[at], prose) * size * 20) + 2 * _PADDING + 20
                 for at in _places(block)]  # fmt: skip
        if sum(least) <= WIDTH:
            return size, _spread(block, least, longest)
    return size, [each * WIDTH // sum(least) for each in least]


def _places(block: Table) -> range:
    return range(len(block.columns))


def _room(text: str) -> float:
    """Characters that a text takes where room is left between Chinese and digits, as some programs always do."""
    return width(text) + 0.25 * len(_SEAMS.findall(text))


def _need(column: Column, longest: float, prose: int) -> float:
    """Characters without which a column would look torn: of prose so many, of anything else its longest value."""
    title = width(column.title)
    folded_title = title if title <= _TITLE else -(-title // 2)
    return max(folded_title, min(longest, prose if column.wide else _COMFORTABLE), 1)


def _spread(block: Table, least: Sequence[int], longest: Sequence[float]) -> Sequence[int]:
    """What is left over goes to the columns of prose, to each by what it holds; without any, to all alike."""
    left = WIDTH - sum(least)
    weights = [max(1, min(60, round(longest[at]))) if block.columns[at].wide else 0 for at in _places(block)]
    if not any(weights):
        weights = [1] * len(weights)
    widths = [base + left * weight // sum(weights) for base, weight in zip(least, weights, strict=True)]
    widths[weights.index(max(weights))] += WIDTH - sum(widths)
    return widths


def _row(
    block: Table, cells: Sequence[Cell], widths: Sequence[int], size: float, language: Language, head: bool = False
) -> str:
    properties = element("w:trPr", {}, element("w:cantSplit"), element("w:tblHeader") if head else "")
    boxes = []
    for column, cell, wide in zip(block.columns, cells, widths, strict=True):
        font = Font("黑体", size) if head else Font("仿宋_GB2312", size, bold=tone(cell) is Tone.BAD)
        shape = Shape(CELL, align="center" if head or not column.wide else "left", font=font)
        box = element("w:tcPr", {}, element("w:tcW", {"w": wide, "type": "dxa"}), valued("w:vAlign", "center"))
        boxes.append(element("w:tc", {}, box, *(paragraph(line, shape) for line in said(cell, language))))
    return element("w:tr", {}, properties, *boxes)
