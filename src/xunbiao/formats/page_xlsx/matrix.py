"""Matrix → a range of shaded cells, each with the sign of its level, so that it reads in grey; counts on both sides."""

from collections.abc import Sequence

from xunbiao.formats.matrix import legend, shaded
from xunbiao.formats.page_xlsx.columns import width
from xunbiao.formats.page_xlsx.drawing import Drawing
from xunbiao.formats.page_xlsx.styles import LINE_HEIGHTS, Part
from xunbiao.formats.page_xlsx.table import keep_in_sight
from xunbiao.model.page import Cell, Level, Matrix, Tone

_NARROW, _LAST = 5, 7
_HIGHEST = 260
_CORNER = range(12, 31)


def matrix_widths(matrix: Matrix) -> list[int]:
    """Digits for the rows' titles, each column and the count."""
    corner = max((width(title) for title, _ in matrix.rows), default=0)
    first = min(max(corner + 2, _CORNER[0]), _CORNER[-1])
    return [first, *(_NARROW for _ in matrix.columns), _LAST]


def draw_matrix(drawing: Drawing, matrix: Matrix, *, is_alone: bool) -> None:
    """Codes over upright titles, a row for each title, a count at each end, and what the signs mean."""
    if not matrix.rows:
        drawing.line(matrix.empty or "—", Part.NOTE, Tone.FAINT)
        drawing.skip()
        return
    drawing.line(legend(matrix), Part.NOTE)
    head = _draw_head(drawing, matrix)
    for title, levels in matrix.rows:
        drawing.raise_row(Part.LONG, drawing.put(0, title, Part.LONG))
        for at, level in enumerate(levels, 1):
            drawing.put(at, level.sign if level.shade else None, Part.SHORT, shade=level.shade)
        drawing.put(len(matrix.columns) + 1, shaded(levels), Part.NUMBER)
        drawing.row += 1
    if is_alone:
        last = drawing.row - 1
        drawing.sheet.autofilter(head, 0, last, len(matrix.columns) + 1)
        keep_in_sight(drawing, head, 1)
    _draw_total(drawing, matrix)
    drawing.skip()


def _draw_head(drawing: Drawing, matrix: Matrix) -> int:
    """Returns the row with the codes."""
    longest = max((width(column.title) for column in matrix.columns), default=0)
    drawing.sheet.set_row(drawing.row, min(_HIGHEST, max(40, longest // 2 * LINE_HEIGHTS[Part.UPRIGHT] + 8)))
    drawing.put(0, None, Part.HEAD)
    for at, column in enumerate(matrix.columns, 1):
        drawing.put(at, column.title, Part.UPRIGHT)
    drawing.put(len(matrix.columns) + 1, None, Part.HEAD)
    drawing.row += 1
    drawing.raise_row(Part.HEAD, 1)
    titles = [matrix.corner, *(column.code for column in matrix.columns), matrix.total]
    for at, title in enumerate(titles):
        drawing.put(at, title, Part.HEAD)
    drawing.row += 1
    return drawing.row - 1


def _draw_total(drawing: Drawing, matrix: Matrix) -> None:
    columns: list[Sequence[Level]] = [[levels[at] for _, levels in matrix.rows] for at in range(len(matrix.columns))]
    counts = [shaded(levels) for levels in columns]
    cells: list[Cell] = [matrix.total, *counts, sum(counts)]
    for at, cell in enumerate(cells):
        drawing.put(at, cell, Part.SUM)
    drawing.row += 1
