"""Sheet → a worksheet: its blocks one below the other, ready to be printed on landscape A4, one page wide.

A Table is a range with a filter, its titles in sight and repeated on every page; Facts and Bars are tables of two and
three columns, Bars with a chart beside them; a Matrix has a shaded cell with its sign for each level above none.
"""

from collections.abc import Iterator, Sequence

from xunbiao.formats.escaping import visible
from xunbiao.formats.official import annex_mark, annex_note_lines, salutation, signature_lines
from xunbiao.formats.page_xlsx.chart import chart_of
from xunbiao.formats.page_xlsx.columns import column_widths
from xunbiao.formats.page_xlsx.drawing import MOST_COLUMNS, Drawing
from xunbiao.formats.page_xlsx.matrix import draw_matrix, matrix_widths
from xunbiao.formats.page_xlsx.styles import Part
from xunbiao.formats.page_xlsx.table import draw_table
from xunbiao.formats.values import tone, words
from xunbiao.model.language import Language
from xunbiao.model.page import (
    Addressees,
    Annex,
    AnnexNote,
    Bars,
    Block,
    Bullets,
    Column,
    Facts,
    Heading,
    Letter,
    Listing,
    Matrix,
    Paragraph,
    Percent,
    Reference,
    Sheet,
    Signature,
    Table,
    Tone,
)

_CHART_ROWS, _CHART_ROW = 16, 15
"""Height of a chart in rows, and of such a row in points."""
_CHART_WIDTH = 640
_PROSE = 110
"""Width of a sheet without tables, in digits."""


def draw(drawing: Drawing, sheet: Sheet) -> None:
    """Puts everything onto the worksheet, from its first row."""
    blocks = [(block, _as_table(block, drawing.language)) for block in sheet.blocks]
    _set_widths(drawing, [table or block for block, table in blocks])
    if sheet.title:
        drawing.line(sheet.title, Part.TITLE)
    heading = sheet.title or sheet.name
    is_alone = sum(isinstance(table or block, Table | Matrix) for block, table in blocks) == 1
    for block, table in blocks:
        if isinstance(block, Heading):
            heading = block.text
        if isinstance(block, Bars) and table:
            _draw_bars(drawing, table, heading)
        elif table:
            draw_table(drawing, table, is_alone=is_alone)
            drawing.skip()
        elif isinstance(block, Matrix):
            draw_matrix(drawing, block, is_alone=is_alone)
        else:
            for text, part, meant in _lines(block, drawing.language):
                drawing.line(text, part, meant)
    _set_up_print(drawing)
    if sheet.hidden:
        drawing.sheet.hide()


def _as_table(block: Block, language: Language) -> Table | None:
    match block:
        case Table():
            return block
        case Facts():
            columns = [Column(language("项目", "Item")), Column(language("值", "Value"), wide=True)]
            return Table(columns, block.pairs)
        case Bars():
            titles = (("类别", "Kind"), ("数量", "Count"), ("占比", "Share"))
            columns = [Column(language(*title), number=at > 0) for at, title in enumerate(titles)]
            return Table(columns, [(label, count, Percent(share)) for label, count, share in block.rows])
        case _:
            return None


def _set_widths(drawing: Drawing, blocks: Sequence[Block]) -> None:
    """One width a column for all that stands in it; a column is hidden where the first table hides it."""
    tables = [block for block in blocks if isinstance(block, Table)]
    found = [column_widths(table.columns, table.rows, table.total) for table in tables]
    found += [matrix_widths(block) for block in blocks if isinstance(block, Matrix)]
    count = max(map(len, found), default=0)
    drawing.widths = [max(each[at] for each in found if at < len(each)) for at in range(count)] or [_PROSE]
    titles = enumerate(tables[0].columns if tables else ())
    drawing.hidden = frozenset(at for at, column in titles if column.hidden)
    for at, digits in enumerate(drawing.widths[:MOST_COLUMNS]):
        drawing.sheet.set_column(at, at, digits, None, {"hidden": at in drawing.hidden})


def _draw_bars(drawing: Drawing, table: Table, heading: str) -> None:
    """The figures, and their chart to the right of them."""
    top = drawing.row
    draw_table(drawing, table, is_alone=False, height=_CHART_ROW)
    if table.rows:
        title = visible(heading)
        chart = chart_of(drawing.book, drawing.name, title, top + 1, drawing.row - 1)
        chart.set_size({"width": _CHART_WIDTH, "height": _CHART_ROWS * _CHART_ROW * 4 // 3})
        drawing.sheet.insert_chart(top, 4, chart, {"object_position": 2, "description": title})
        while drawing.row < top + _CHART_ROWS:
            drawing.skip(_CHART_ROW)
    drawing.skip()


def _set_up_print(drawing: Drawing) -> None:
    """A4, landscape, one page wide and as many high as it takes, the page's number at its foot."""
    sheet, say = drawing.sheet, drawing.language
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.7)
    sheet.center_horizontally()
    sheet.set_footer(say("&L&A&C第 &P 页，共 &N 页", "&L&A&CPage &P of &N"))
    sheet.hide_gridlines(2)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def _lines(block: Block, language: Language) -> Iterator[tuple[str, Part, Tone]]:
    note, plain = Part.NOTE, Tone.PLAIN
    match block:
        case Heading():
            yield block.text, Part.HEADING, plain
        case Paragraph():
            yield block.text, note, block.tone
        case Bullets():
            for line in block.lines:
                yield f"· {words(line)}", note, tone(line)
        case Listing():
            for line in block.text.rstrip("\n").split("\n"):
                yield line, Part.CODE, plain
        case Reference():
            yield block.text, note, plain
        case Addressees():
            yield salutation(block, language), note, plain
        case Signature():
            yield from ((line, note, plain) for line in signature_lines(block, language))
        case AnnexNote():
            yield from ((line, note, plain) for line in annex_note_lines(block, language))
        case Annex():
            yield f"{annex_mark(block, language)}\u3000{block.title}", Part.HEADING, plain
        case Letter():
            yield block.subject, Part.HEADING, plain
            yield block.to, note, plain
            yield from (
                (line, note, plain) for line in (*block.paragraphs, *signature_lines(block.signature, language))
            )
        case _:
            return
