"""Table → a table of Word: a head that every page repeats, rows that no page cuts in two, columns that fit."""

from collections.abc import Sequence
from typing import Any

from xunbiao.formats.escaping import lines
from xunbiao.formats.page_docx.elements import element, valued
from xunbiao.formats.page_docx.text import CAPTION, CELL, WIDTH, Font, Shape, paragraph, paragraphs, width
from xunbiao.formats.values import tone, words
from xunbiao.model.page import Cell, Column, Table, Tone

_SIZES = (12, 10.5, 9, 7.5)
_PADDING = 60
# Characters: what a column of prose needs at the least, and what it takes before others get more.
_NARROWEST, _COMFORTABLE = 7, 14
# A title of more characters than this is folded in two rather than widen a column of figures.
_TITLE = 3


def table(block: Table) -> Sequence[Any]:
    """The table with its caption above it, or what is said where there is no row."""
    if not block.rows:
        return paragraphs(block.empty) if block.empty else []
    caption = [paragraph(line, Shape(CAPTION)) for line in lines(block.caption)] if block.caption else []
    size, widths = _fit(block)
    rows = [_row(block.columns, [column.title for column in block.columns], widths, size, head=True)]
    rows += [_row(block.columns, row, widths, size) for row in block.rows]
    grid = element("w:tblGrid", {}, *(element("w:gridCol", {"w": each}) for each in widths))
    return [*caption, element("w:tbl", {}, _properties(sum(widths)), grid, *rows)]


def _properties(total: int) -> Any:
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


def _fit(block: Table) -> tuple[float, Sequence[int]]:
    """The largest size of letters at which every column has what it needs, and the columns' widths in twips."""
    needs = [_need(block, at) for at in range(len(block.columns))]
    for size in _SIZES:
        least = [round(each * size * 20) + 2 * _PADDING + 20 for each in needs]
        if sum(least) <= WIDTH:
            break
    if sum(least) > WIDTH:
        return _SIZES[-1], [each * WIDTH // sum(least) for each in least]
    return size, _spread(block, least)


def _need(block: Table, at: int) -> float:
    """Characters without which a column would look torn: of prose a few, of anything else its longest value."""
    column = block.columns[at]
    title = width(column.title)
    folded_title = title if title <= _TITLE else -(-title // 2)
    longest = max(width(line) for row in block.rows for line in lines(words(row[at])))
    return max(folded_title, min(longest, _NARROWEST) if column.wide else min(longest, _COMFORTABLE), 1)


def _spread(block: Table, least: Sequence[int]) -> Sequence[int]:
    """What is left over goes to the columns of prose, to each by what it holds; without any, to all alike."""
    left = WIDTH - sum(least)
    weights = [_weight(block, at) if column.wide else 0 for at, column in enumerate(block.columns)]
    if not any(weights):
        weights = [1] * len(weights)
    widths = [base + left * weight // sum(weights) for base, weight in zip(least, weights, strict=True)]
    widths[weights.index(max(weights))] += WIDTH - sum(widths)
    return widths


def _weight(block: Table, at: int) -> int:
    longest = max(width(words(row[at])) for row in block.rows)
    return max(1, min(60, round(longest)))


def _row(
    columns: Sequence[Column], cells: Sequence[Cell], widths: Sequence[int], size: float, head: bool = False
) -> Any:
    properties = element("w:trPr", {}, element("w:cantSplit"), *([element("w:tblHeader")] if head else []))
    boxes = (_cell(column, cell, each, size, head) for column, cell, each in zip(columns, cells, widths, strict=True))
    return element("w:tr", {}, properties, *boxes)


def _cell(column: Column, cell: Cell, wide: int, size: float, head: bool) -> Any:
    font = Font("黑体", size) if head else Font("仿宋_GB2312", size, bold=tone(cell) is Tone.BAD)
    align = "center" if head or not column.wide else "left"
    shape = Shape(CELL, align=align, font=font)
    properties = element("w:tcPr", {}, element("w:tcW", {"w": wide, "type": "dxa"}), valued("w:vAlign", "center"))
    return element("w:tc", {}, properties, *(paragraph(line, shape) for line in lines(words(cell))))
