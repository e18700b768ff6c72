"""bytes of a 台账.xlsx → Ledger: its rows by unit and item, each cell with its address, and where the sheet came from.

What a sheet must have to be read: a worksheet 台账 with a row of titles, 单位编号 and 项目编号 (hidden columns) among
them; a hidden worksheet xunbiao with 提交 and the commit's id, 季度 and the quarter, in two columns. Below those the
hidden sheet may hold 台账 once more as it was written, by which a change in any cell is seen.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any
from warnings import catch_warnings, simplefilter
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile
from zlib import error as ZlibError  # noqa: N812  an exception

from xunbiao.forms.characters import legible
from xunbiao.forms.package import check_workbook
from xunbiao.forms.refusal import Refused, refusal
from xunbiao.model.form import Refusal
from xunbiao.model.ledger import COMMIT, ITEM_ID, ORIGIN, QUARTER, SHEET, UNIT_ID
from xunbiao.model.period import Quarter

_MOST_ROWS, _MOST_COLUMNS, _MOST_BLANK_ROWS = 20_000, 60, 200
_TITLES_WITHIN = 12
_FAILS = (
    BadZipFile,
    ZlibError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    RuntimeError,
    IndexError,
    OSError,
    ParseError,
)

Value = str | int | Decimal | None


@dataclass(frozen=True, slots=True)
class LedgerCell:
    """What stands in a cell; a percentage as its hundredfold. `address` is Excel's own, F12."""

    address: str
    value: Value
    is_formula: bool = False


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """An item of a unit: its cells by the titles of their columns."""

    unit: str
    item: str
    cells: Mapping[str, LedgerCell]


@dataclass(frozen=True, slots=True)
class Ledger:
    """`written` is what stood in each cell when the sheet was made, by unit, item and title; empty where it is not
    said."""

    commit: str
    quarter: Quarter
    rows: tuple[LedgerRow, ...]
    written: Mapping[tuple[str, str, str], Value] = field(default_factory=dict)


def read_ledger(raw: bytes) -> Ledger | Refusal:
    """A workbook → what stands in its ledger, or why it is refused. Never raises."""
    try:
        check_workbook(raw)
        return _read(raw)
    except Refused as refused:
        return refused.refusal
    except _FAILS:
        return refusal("not-a-workbook").refusal


def _read(raw: bytes) -> Ledger:
    from openpyxl import load_workbook

    with catch_warnings():
        # What the library does not know of a workbook, such as what Excel adds when it saves, is no news to a user.
        simplefilter("ignore")
        return _read_book(load_workbook(BytesIO(raw), read_only=True, data_only=False))


def _read_book(book: Any) -> Ledger:
    try:
        if SHEET not in book.sheetnames or ORIGIN not in book.sheetnames:
            raise refusal("not-a-ledger")
        origin = list(_rows(book[ORIGIN]))
        rows = list(_table(list(_rows(book[SHEET]))))
    finally:
        book.close()
    told = {str(row[0].value): str(row[1].value) for row in origin if len(row) > 1 and row[0].value and row[1].value}
    quarter = Quarter.parse(told.get(QUARTER, ""))
    if quarter is None or not told.get(COMMIT, "") or not rows:
        raise refusal("not-a-ledger")
    written = {(row.unit, row.item, title): cell.value for row in _table(origin) for title, cell in row.cells.items()}
    return Ledger(told[COMMIT], quarter, tuple(rows), written)


def _rows(sheet: Any) -> Iterator[list[LedgerCell]]:
    """The cells of a sheet, row by row, within bounds: what lies far out is no part of a ledger. A ledger that goes on
    beyond them is refused, as half of it would be lost without a word."""
    from openpyxl.utils import get_column_letter

    blank = 0
    for number, row in enumerate(sheet.iter_rows(max_row=_MOST_ROWS + 1, max_col=_MOST_COLUMNS), 1):
        blank = 0 if any(cell.value is not None for cell in row) else blank + 1
        if blank > _MOST_BLANK_ROWS:
            return
        if number > _MOST_ROWS and not blank:
            raise refusal("too-many-rows")
        yield [_cell(cell, f"{get_column_letter(column)}{number}") for column, cell in enumerate(row, 1)]


def _cell(cell: Any, address: str) -> LedgerCell:
    if getattr(cell, "data_type", "n") in ("f", "e"):
        return LedgerCell(address, str(cell.value), is_formula=True)
    return LedgerCell(address, _value(cell.value, getattr(cell, "number_format", "") or ""))


def _value(value: Any, form: str) -> Value:
    if value is None or isinstance(value, bool):
        return None if value is None else str(value)
    if isinstance(value, int | float):
        number = Decimal(str(value)) * (100 if "%" in form else 1)
        return int(number) if number == number.to_integral_value() else number.normalize()
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    return legible(str(value), set()).strip() or None


def _table(rows: Sequence[list[LedgerCell]]) -> Iterator[LedgerRow]:
    """The rows below the row of titles that name a unit and an item."""
    at = next(
        (at for at, row in enumerate(rows[:_TITLES_WITHIN]) if {UNIT_ID, ITEM_ID} <= {each.value for each in row}), None
    )
    if at is None:
        return
    titles = [str(cell.value or "") for cell in rows[at]]
    for row in rows[at + 1 :]:
        cells = {title: cell for title, cell in zip(titles, row, strict=False) if title}
        unit, item = cells[UNIT_ID].value, cells[ITEM_ID].value
        if unit and item:
            yield LedgerRow(str(unit), str(item), cells)
