"""Page → a workbook (.xlsx): a worksheet for each Sheet, or one for a page that has none.

Numbers, shares and days are real ones with a format; whatever a user wrote is a text and never a formula or a link. A
tone is a colour and a sign before the value, which the number format draws, so that the value stays what it is. The
same page gives the same bytes.
"""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook

from xunbiao.formats.escaping import visible
from xunbiao.formats.page_xlsx.drawing import Drawing
from xunbiao.formats.page_xlsx.naming import sheet_names
from xunbiao.formats.page_xlsx.sheet import draw
from xunbiao.formats.page_xlsx.styles import BODY, SIZE, Styles
from xunbiao.model.page import Page, Sheet, Table

_MADE = datetime(1980, 1, 1)
"""The day that every workbook claims to be from: the clock would make each one different."""
_MANY_ROWS = 20_000
"""From here rows are written to the disk at once and hold their texts themselves, which some small programs on
telephones cannot show; below, everything stays in memory and texts are shared."""


def render(page: Page) -> bytes:
    sheets = page.sheets or [Sheet(page.title, page.blocks, page.title)]
    stream = BytesIO()
    many = _rows(sheets) > _MANY_ROWS
    look = {"font_name": BODY, "font_size": SIZE}
    options = {"constant_memory": many, "in_memory": not many, "default_format_properties": look}
    texts = {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(stream, {**options, **texts}) as book:
        book.set_properties({"title": visible(page.title, 200), "created": _MADE})
        styles = Styles(book)
        for sheet, name in zip(sheets, sheet_names([each.name for each in sheets]), strict=True):
            draw(Drawing(book, book.add_worksheet(name), name, styles, page.language), sheet)
    return stream.getvalue()


def _rows(sheets: Sequence[Sheet]) -> int:
    return sum(len(block.rows) for sheet in sheets for block in sheet.blocks if isinstance(block, Table))
