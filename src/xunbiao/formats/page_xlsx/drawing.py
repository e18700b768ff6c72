"""cells and lines → a worksheet, row by row from the top; rows that were left are never gone back to."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from xunbiao.formats.escaping import workbook
from xunbiao.formats.page_xlsx.columns import lines_in
from xunbiao.formats.page_xlsx.styles import LINE_HEIGHTS, SIZE, SIZES, Part, Styles
from xunbiao.formats.page_xlsx.values import held
from xunbiao.formats.values import marked
from xunbiao.model.language import Language
from xunbiao.model.page import Cell, Tone

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
"""Of a worksheet."""
_HIGHEST, _AIR = 400, 5
"""Points: of a row, and what it has besides its lines."""
_LINE, _COLUMN = 110, 8
"""Digits: the shortest line of text across a sheet, and a column that nothing was set for."""


@dataclass(slots=True)
class Drawing:
    """A worksheet (`sheet`) of a workbook (`book`), with the next free row and the widths of its columns in digits."""

    book: Any
    sheet: Any
    name: str
    styles: Styles
    language: Language
    row: int = 0
    widths: list[int] = field(default_factory=list)
    hidden: frozenset[int] = frozenset()

    @property
    def span(self) -> tuple[int, int]:
        """The last column of a line across the sheet, and its digits; beyond a narrow table it goes on."""
        digits = sum(each for at, each in enumerate(self.widths) if at not in self.hidden)
        last = max((at for at in range(len(self.widths)) if at not in self.hidden), default=0)
        while digits < _LINE:
            last, digits = last + 1, digits + _COLUMN
        return last, digits

    def raise_row(self, part: Part, lines: int) -> None:
        """Makes this row as high as a text of so many lines: not every program does so by itself."""
        self.sheet.set_row(self.row, min(_HIGHEST, LINE_HEIGHTS[part] * lines + _AIR))

    def put(self, column: int, cell: Cell, part: Part, shade: int = 0) -> int:
        """A cell of this row; returns its lines. Text is written as text whatever it looks like."""
        written = held(cell)
        look = self.styles.of(part, written, shade=shade)
        match written.value:
            case None:
                self.sheet.write_blank(self.row, column, None, look)
            case str():
                self.sheet.write_string(self.row, column, written.value, look)
                return lines_in(written.value, self.widths[column])
            case date():
                self.sheet.write_datetime(self.row, column, written.value, look)
            case _:
                self.sheet.write_number(self.row, column, written.value, look)
        return 1

    def line(self, text: str, part: Part, tone: Tone = Tone.PLAIN) -> None:
        """A row that is one cell across the sheet, as high as its text needs."""
        said = workbook(marked(text, tone))
        last, digits = self.span
        self.raise_row(part, lines_in(said, int(digits * SIZE / SIZES.get(part, SIZE))))
        look = self.styles.of(part, tone=tone)
        if last:
            self.sheet.merge_range(self.row, 0, self.row, last, "", look)
        self.sheet.write_string(self.row, 0, said, look)
        self.row += 1

    def skip(self, height: float | None = None) -> None:
        """An empty row."""
        if height is not None:
            self.sheet.set_row(self.row, height)
        self.row += 1
