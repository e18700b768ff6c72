"""Package → Story: the text of a .docx as Word shows it with all revisions accepted, by paragraph and cell.

Counts: text that was inserted or moved here, results of fields, content controls that are filled in. Does not count:
deletions, what was moved away, comments, field codes, placeholders, hidden text. Only the names that are known here are
followed, so that drawings, macros and whatever else a file carries are never looked into.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from xunbiao.forms.characters import legible
from xunbiao.forms.numbering import Numbering, integer, read_numbering
from xunbiao.forms.package import Package, open_package
from xunbiao.forms.refusal import refusal
from xunbiao.forms.runs import Flow, content
from xunbiao.forms.story import Block, Cell, Paragraph, Story, Table
from xunbiao.forms.xml import attribute, child, children, is_on, name

_MOST_COLUMNS = 100


def read_story(raw: bytes) -> Story:
    """The bytes of a .docx → what stands in it. Raises Refused."""
    package = open_package(raw)
    try:
        return _Reader(package).story()
    except RecursionError as error:
        raise refusal("too-large") from error


class _Reader:
    """Walks a document once, from beginning to end, since lists are counted and fields run across paragraphs."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._numbering: Numbering = read_numbering(package.lists, package.styles)
        self._flow = Flow()

    def story(self) -> Story:
        body = child(self._package.document, "body")
        blocks = tuple(self._blocks(body)) if body is not None else ()
        for part in self._package.beside:
            # Notes are one level below their part, page headers are not.
            for each in (part, *part):
                self._aside(each)
        while self._flow.boxes:
            self._aside(self._flow.boxes.pop(0))
        remarks = {*self._flow.remarks, *self._package.ignored}
        return Story(blocks, tuple(self._flow.asides), tuple(sorted(remarks)))

    def _aside(self, container: Element) -> None:
        for block in self._blocks(container):
            for each in Cell((block,)).paragraphs:
                if each.text.strip():
                    self._flow.asides.append(each.text.strip())

    def _blocks(self, container: Element, unfilled: bool = False) -> Iterator[Block]:
        carried = ""
        for element, in_unfilled in content(container, unfilled):
            if name(element) == "tbl":
                yield self._table(element, in_unfilled)
            elif name(element) == "p":
                carried += self._flow.text(element, in_unfilled)
                if not _is_joined_to_next(element):
                    yield self._paragraph(carried, element)
                    carried = ""
        if carried:
            yield self._paragraph(carried, None)

    def _paragraph(self, carried: str, element: Element | None) -> Paragraph:
        """One paragraph out of several whose ends were deleted; the last one's properties are the ones that remain."""
        text = legible(carried, self._flow.remarks)
        number = self._numbering.number(child(element, "pPr")) if text.strip() else None
        level, shown = number or (None, "")
        return Paragraph(text, level, shown)

    def _table(self, element: Element, unfilled: bool) -> Table:
        rows: list[tuple[Cell, ...]] = []
        merged: frozenset[int] = frozenset()
        for row, in_unfilled in content(element, unfilled):
            if name(row) == "tr" and not is_on(child(child(row, "trPr"), "del")):
                cells, merged = self._row(row, in_unfilled, merged)
                rows.append(cells)
        return Table(tuple(rows))

    def _row(self, row: Element, unfilled: bool, above: frozenset[int]) -> tuple[tuple[Cell, ...], frozenset[int]]:
        """A row's cells, and the columns at which a cell may go on in the next row."""
        cells: list[Cell] = []
        going_on: set[int] = set()
        column = integer(attribute(child(child(row, "trPr"), "gridBefore"), "val"), 0)
        for element, in_unfilled in content(row, unfilled):
            properties = child(element, "tcPr")
            if name(element) != "tc" or child(properties, "cellDel") is not None:
                continue
            merge = child(properties, "vMerge")
            continues = merge is not None and attribute(merge, "val") != "restart" and column in above
            beside = child(properties, "hMerge")
            continues = continues or (beside is not None and attribute(beside, "val") != "restart" and bool(cells))
            cells.append(Cell(tuple(self._blocks(element, in_unfilled)), continues))
            if merge is not None:
                going_on.add(column)
            column += min(max(1, integer(attribute(child(properties, "gridSpan"), "val"), 1)), _MOST_COLUMNS)
        return tuple(cells), frozenset(going_on)


def _is_joined_to_next(paragraph: Element) -> bool:
    """Whether the end of a paragraph was deleted or moved away, which joins it to the next."""
    mark = child(child(paragraph, "pPr"), "rPr")
    return any(next(children(mark, each), None) is not None for each in ("del", "moveFrom"))
