"""Table → a range of cells with a filter, its titles in sight and on every page, words with a meaning in its colour."""

from collections.abc import Sequence
from itertools import islice

from xunbiao.formats.escaping import workbook
from xunbiao.formats.page_xlsx.drawing import MOST_COLUMNS, MOST_ROWS, Drawing
from xunbiao.formats.page_xlsx.styles import Part
from xunbiao.formats.values import value
from xunbiao.model.page import Column, Percent, Table, Tone

_BAR = "#DCE5F2"
_LONG_FROM = 16
"""From this width a column is prose and starts at its left."""
_MANY_COLUMNS = 8
_MOST_LIST = 255
"""Characters of a list of choices, beyond which a program refuses the file."""


def draw_table(drawing: Drawing, table: Table, *, is_alone: bool, height: float | None = None) -> None:
    """Its caption, titles, rows and total; `height` of each row in points, else what its text needs."""
    if table.caption:
        drawing.line(table.caption, Part.HEADING)
    _say_what_does_not_fit(drawing, table)
    columns = table.columns[:MOST_COLUMNS]
    head = drawing.row
    _draw_head(drawing, columns)
    if not table.rows:
        drawing.line(table.empty or "—", Part.NOTE, Tone.FAINT)
        return
    shares = _draw_rows(drawing, table, height)
    last = drawing.row - 1
    if table.total and drawing.row < MOST_ROWS:
        for at, cell in enumerate(table.total[:MOST_COLUMNS]):
            drawing.put(at, cell, Part.SUM)
        drawing.row += 1
    _mark(drawing, columns, shares, head + 1, last)
    if is_alone:
        drawing.sheet.autofilter(head, 0, last, len(columns) - 1)
        keep_in_sight(drawing, head, _naming(columns))


def keep_in_sight(drawing: Drawing, head: int, columns: int) -> None:
    """The rows up to the titles stay when one scrolls, and the titles come again on every page."""
    drawing.sheet.freeze_panes(head + 1, columns)
    drawing.sheet.repeat_rows(head)


def _say_what_does_not_fit(drawing: Drawing, table: Table) -> None:
    # One row each for this notice, the titles and the total.
    rows, columns = len(table.rows) - _room(drawing) + 1, len(table.columns) - MOST_COLUMNS
    say = drawing.language
    if rows > 1:
        zh = f"还有 {rows} 行放不下：一张工作表最多 {MOST_ROWS} 行。"
        drawing.line(say(zh, f"{rows} more rows do not fit: a sheet has {MOST_ROWS}."), Part.NOTE, Tone.BAD)
    if columns > 0:
        zh = f"还有 {columns} 列放不下：一张工作表最多 {MOST_COLUMNS} 列。"
        drawing.line(say(zh, f"{columns} more columns do not fit: a sheet has {MOST_COLUMNS}."), Part.NOTE, Tone.BAD)


def _room(drawing: Drawing) -> int:
    return MOST_ROWS - drawing.row - 2


def _draw_head(drawing: Drawing, columns: Sequence[Column]) -> None:
    lines = [drawing.put(at, column.title, Part.HEAD) for at, column in enumerate(columns)]
    drawing.raise_row(Part.HEAD, max(lines, default=1))
    drawing.row += 1


def _draw_rows(drawing: Drawing, table: Table, height: float | None) -> set[int]:
    """Returns the columns that hold shares and nothing else."""
    columns = table.columns[:MOST_COLUMNS]
    parts = [_part(column, drawing.widths[at]) for at, column in enumerate(columns)]
    shares, others = set(), set()
    for row in islice(table.rows, max(0, _room(drawing) + 1)):
        lines = 1
        for at, (cell, part) in enumerate(zip(row, parts, strict=False)):
            lines = max(lines, drawing.put(at, cell, part))
            bare = value(cell)
            if isinstance(bare, Percent):
                shares.add(at)
            elif bare is not None:
                others.add(at)
        if height is None:
            drawing.raise_row(Part.LONG, lines)
            drawing.row += 1
        else:
            drawing.skip(height)
    return shares - others


def _part(column: Column, digits: int) -> Part:
    if column.number:
        return Part.NUMBER
    return Part.LONG if digits >= _LONG_FROM else Part.SHORT


def _mark(drawing: Drawing, columns: Sequence[Column], shares: set[int], first: int, last: int) -> None:
    """Choices are offered and coloured, shares get a bar from 0 to 1."""
    for at, column in enumerate(columns):
        if column.choices:
            _offer(drawing, column, at, first, last)
        if at in shares:
            bar = {"type": "data_bar", "bar_color": _BAR}
            bounds = {"min_type": "num", "min_value": 0, "max_type": "num", "max_value": 1}
            drawing.sheet.conditional_format(first, at, last, at, {**bar, **bounds})


def _offer(drawing: Drawing, column: Column, at: int, first: int, last: int) -> None:
    words = [workbook(word) for word in column.choices]
    if len(",".join(words)) <= _MOST_LIST and not any("," in word for word in words):
        rule = {"validate": "list", "source": words, "error_type": "warning"}
        drawing.sheet.data_validation(first, at, last, at, rule)
    for word, tone in column.choices.items():
        if tone is not Tone.PLAIN and '"' not in word:
            test = {"type": "cell", "criteria": "==", "value": f'"{workbook(word)}"'}
            drawing.sheet.conditional_format(first, at, last, at, {**test, "format": drawing.styles.conditional(tone)})


def _naming(columns: Sequence[Column]) -> int:
    """How many columns stay in sight of a table that is too wide for a screen: up to the first wide one."""
    if len(columns) <= _MANY_COLUMNS:
        return 0
    return next((at + 1 for at, column in enumerate(columns[:3]) if column.wide), 1)
