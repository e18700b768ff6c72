"""The nouns of a document as it is read: paragraphs and tables in order, with all revisions accepted."""

from collections.abc import Sequence
from dataclasses import dataclass

from xunbiao.forms.enumerators import is_number

UNFILLED = "\ufffc"
"""Stands in a text for a content control that nobody has filled in."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's text: its soft line breaks as line feeds, content controls that nobody has filled in as `UNFILLED`.

    `level` is the depth of its automatic numbering (0 outermost) or None, `number` the number as Word shows it.
    """

    text: str
    level: int | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with what is in it. `continues` says that it belongs to the cell above or to its left (a merge)."""

    blocks: "tuple[Block, ...]"
    continues: bool = False

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Its paragraphs; a table inside it becomes one paragraph a row."""
        return tuple(each for block in self.blocks for each in _flat(block))

    @property
    def text(self) -> str:
        return "\n".join(each.text for each in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; no two rows need have as many."""

    rows: tuple[tuple[Cell, ...], ...]


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Story:
    """A document's blocks in order, the texts that stand beside them (text boxes, notes, hidden text), and codes of
    what was repaired or ignored on the way."""

    blocks: tuple[Block, ...]
    asides: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def _flat(block: Block) -> tuple[Paragraph, ...]:
    if isinstance(block, Paragraph):
        return (block,)
    rows = (tuple(each for cell in row if not cell.continues for each in cell.paragraphs) for row in block.rows)
    return tuple(_joined(row) if len(row) > 1 else row[0] for row in rows if row)


def _joined(row: tuple[Paragraph, ...]) -> Paragraph:
    """The cells of one row of a table inside a cell, side by side; a number in a column of its own stays one."""
    told = [each.text.strip() for each in row if each.text.strip()]
    return Paragraph(with_number(told), row[0].level, row[0].number)


def with_number(cells: Sequence[str]) -> str:
    """Texts of cells side by side as one."""
    if len(cells) > 1 and is_number(cells[0]):
        return f"（{cells[0].strip('（）().、．')}）{'　'.join(cells[1:])}"
    return "　".join(cells)
