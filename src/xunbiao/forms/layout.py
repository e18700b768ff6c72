"""Filled → a python-docx document: the table of Annex 2, its merges, widths, borders and fonts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, Twips
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph as DocxParagraph

from xunbiao.forms.filled import Filled
from xunbiao.forms.header import HEAD
from xunbiao.forms.labels import PLACES, SEEKING
from xunbiao.forms.numbering import BULLET
from xunbiao.forms.story import Paragraph
from xunbiao.model.diagnostic import Path
from xunbiao.model.filing import VERTICAL

WIDTHS = (1474, 1020, 2041, 4309)
"""Twips: 26, 18, 36 and 76 mm, together the 156 mm between the margins of GB/T 9704."""
NOTE = "说明：目标应尽可能量化、细化；举措应具体明确，具有可操作性。"
_MARGINS = {"top_margin": 37, "bottom_margin": 35, "left_margin": 28, "right_margin": 26}
_LINE = 42
"""Characters of 10.5 points that fit between the margins."""


@dataclass(frozen=True, slots=True)
class Font:
    """A font for Chinese, one for Latin letters and figures, and a size in points."""

    name: str
    size: float
    latin: str = "Times New Roman"


_APPENDIX, _TITLE = Font("黑体", 16, "黑体"), Font("方正小标宋简体", 22, "方正小标宋简体")
_HEAD, _CELL = Font("仿宋_GB2312", 10.5), Font("仿宋_GB2312", 12)


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of the table: a label's text or the path of a place, how many columns it spans, its part in a merge."""

    content: str | Path
    span: int = 1
    merge: str | None = None


def rows() -> tuple[tuple[Box, ...], ...]:
    """The thirteen rows of Annex 2: labels to the left, each merged over the rows it is for; content to the right."""
    return (*(tuple(_boxes(path)) for path in PLACES), (Box(NOTE, len(WIDTHS)),))


def _boxes(path: Path) -> Iterator[Box]:
    section = next(each for each in PLACES if each[0] == path[0])
    yield Box(str(path[0]), merge="restart" if path == section else "continue")
    if path[0] == SEEKING:
        yield from (Box(str(path[1]), 2), Box(path))
    elif len(path) == 3:
        yield Box(str(path[1]), merge="restart" if path[2] == VERTICAL else "continue")
        yield from (Box(str(path[2])), Box(path))
    else:
        yield from (Box(str(path[1])), Box(path, 2))


def lay_out(filled: Filled, title: str) -> DocumentObject:
    """The form as a document, not yet saved."""
    document = Document()
    _strip(document)
    _page(document)
    _write(document.add_paragraph(), "附件2", _APPENDIX)
    heading = document.add_paragraph()
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    heading.paragraph_format.space_after = Pt(12)
    _write(heading, title, _TITLE)
    line = document.add_paragraph()
    line.paragraph_format.space_after = Pt(4)
    _write(line, _head_line(filled.head), _HEAD)
    _Sheet(document).fill(filled)
    _end(document)
    return document


def _strip(document: DocumentObject) -> None:
    """Takes out what the library's own template brings along and no form needs: some hundred styles, a thumbnail."""
    for part, kinds in ((document.part, ("/stylesWithEffects",)), (document.part.package, ("/thumbnail",))):
        for id_, relation in list(part.rels.items()):
            if relation.reltype.endswith(kinds):
                del part.rels[id_]
    styles = document.styles.element
    for each in list(styles):
        if each.tag == qn("w:latentStyles") or (each.tag == qn("w:style") and each.get(qn("w:default")) is None):
            styles.remove(each)


def _page(document: DocumentObject) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for name, millimetres in _MARGINS.items():
        setattr(section, name, Mm(millimetres))
    normal = document.styles["Normal"]
    normal.paragraph_format.space_after = Pt(0)
    for language in document.styles.element.iter(qn("w:lang")):
        # Without it fonts for several languages show the Japanese form of a character.
        language.set(qn("w:eastAsia"), "zh-CN")


def _head_line(head: Mapping[str, str]) -> str:
    """The four values on one line where they fit, else on two; blanks to write on where there is nothing."""
    parts = [f"{label}：{head[label] or '　' * _room(label)}" for label in HEAD]
    if sum(_width(part) for part in parts) + 2 * (len(parts) - 1) <= _LINE:
        return "　".join(parts)
    return f"{parts[0]}　　{parts[1]}\n{parts[2]}　　{parts[3]}"


def _room(label: str) -> int:
    return {"填报单位": 6, "联系人": 3}.get(label, 4)


def _width(text: str) -> float:
    return sum(0.5 if character.isascii() else 1 for character in text)


@dataclass(slots=True)
class _Sheet:
    """The table while it is filled in; lists are numbered by Word, each cell's for itself."""

    document: DocumentObject
    lists: list[int] = field(default_factory=list)

    def fill(self, filled: Filled) -> None:
        table = self.document.add_table(rows=0, cols=len(WIDTHS))
        _frame(table)
        for boxes in rows():
            row = table._tbl.add_tr()
            row.trHeight_val = Mm(10)
            column = 0
            for box in boxes:
                cell = _cell(table, row, box, sum(WIDTHS[column : column + box.span]))
                column += box.span
                if isinstance(box.content, tuple):
                    self._put(cell, filled.cells[box.content], centred=False)
                elif box.merge != "continue":
                    self._put(cell, (Paragraph(box.content),), centred=box.content != NOTE)

    def _put(self, cell: _Cell, paragraphs: Sequence[Paragraph], *, centred: bool) -> None:
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        listed = self._new_list(paragraphs[0].number) if paragraphs[0].level is not None else 0
        for paragraph, told in zip(_as_many(cell, len(paragraphs)), paragraphs, strict=True):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.LEFT
            if told.level is not None:
                _number(paragraph, listed, told.level)
            _write(paragraph, told.text, _CELL)

    def _new_list(self, first: str) -> int:
        """A list of its own: 1. 2. 3. or bullets, and below them lines without a number."""
        numbering: Any = self.document.part.numbering_part.element
        id_ = 900 + len(self.lists)
        self.lists.append(id_)
        abstract = _element("w:abstractNum", {"w:abstractNumId": str(id_)})
        abstract.append(_element("w:multiLevelType", {"w:val": "multilevel"}))
        abstract.append(_level(0, "bullet", BULLET) if first == BULLET else _level(0, "decimal", "%1."))
        abstract.append(_level(1, "none", ""))
        begun = numbering.find(qn("w:num"))
        if begun is None:
            numbering.append(abstract)
        else:
            begun.addprevious(abstract)
        number = _element("w:num", {"w:numId": str(id_)})
        number.append(_element("w:abstractNumId", {"w:val": str(id_)}))
        numbering.append(number)
        return id_


def _frame(table: Table) -> None:
    """Lines, fixed widths and heights: without a width on the grid itself LibreOffice draws columns of one width."""
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    table.style = None
    properties = table._tbl.tblPr
    # Word is strict about the order of these: width, alignment, borders, layout, margins, look.
    properties.find(qn("w:tblW")).attrib.update({qn("w:type"): "dxa", qn("w:w"): str(sum(WIDTHS))})
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_element(f"w:{side}", {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "000000"}))
    properties.find(qn("w:tblLayout")).addprevious(borders)
    margins = OxmlElement("w:tblCellMar")
    for side, twips in (("top", "45"), ("left", "108"), ("bottom", "45"), ("right", "108")):
        margins.append(_element(f"w:{side}", {"w:w": twips, "w:type": "dxa"}))
    properties.find(qn("w:tblLayout")).addnext(margins)
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Twips(width)


def _cell(table: Table, row: Any, box: Box, width: int) -> _Cell:
    element = row.add_tc()
    element.width = Twips(width)
    element.grid_span = box.span
    element.vMerge = box.merge
    return _Cell(element, table)


def _as_many(cell: _Cell, wanted: int) -> Iterator[DocxParagraph]:
    """That many paragraphs in a cell that has one."""
    yield cell.paragraphs[0]
    for _ in range(wanted - 1):
        yield cell.add_paragraph()


def _number(paragraph: DocxParagraph, list_id: int, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = list_id


def _level(depth: int, form: str, text: str) -> Any:
    level = _element("w:lvl", {"w:ilvl": str(depth)})
    values = {"w:start": "1", "w:numFmt": form, "w:suff": "nothing", "w:lvlText": text, "w:lvlJc": "left"}
    for tag, value in values.items():
        level.append(_element(tag, {"w:val": value}))
    return level


def _write(paragraph: DocxParagraph, text: str, font: Font) -> None:
    """A run in both fonts: the Chinese one by XML, and the hint without which “ ” … come out in the Latin one."""
    run = paragraph.add_run(legal(text))
    run.font.name, run.font.size = font.latin, Pt(font.size)
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), font.name)
    fonts.set(qn("w:hint"), "eastAsia")


def legal(text: str) -> str:
    """The text as XML can hold it: other control characters are shown by their numbers."""
    return "".join(each if _is_legal(ord(each)) else f"\\x{ord(each):02x}" for each in text)


def _is_legal(code: int) -> bool:
    return code in (9, 10) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or code > 0xFFFF


def _element(tag: str, attributes: Mapping[str, str]) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(name), value)
    return element


def _end(document: DocumentObject) -> None:
    """The paragraph that must follow a table, too low to begin another page."""
    last = document.add_paragraph()
    last.paragraph_format.line_spacing = Pt(1)
    last.paragraph_format.space_before = Pt(0)
    last.add_run().font.size = Pt(1)
