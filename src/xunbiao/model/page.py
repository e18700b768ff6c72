"""A page: what a result says, in typed blocks and typed cells; how it looks is a format's business."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from xunbiao.model.language import Language


class Tone(StrEnum):
    """What a cell or line means for the reader; colour only repeats it."""

    PLAIN = "plain"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    FAINT = "faint"


@dataclass(frozen=True, slots=True)
class Percent:
    """A share of 1: 0.6 reads 60%; None stays blank, so that nothing shows as zero that is not known."""

    share: Decimal | None


@dataclass(frozen=True, slots=True)
class Trend:
    """Shares of 1 over time, oldest first; None for a time of which nothing is known."""

    shares: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A text to be read at a glance: a screen shows the first `length` characters, other formats have it whole."""

    text: str
    length: int


class Edit(StrEnum):
    """What became of a stretch of text from one wording to the next."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a text that shares one fate."""

    text: str
    edit: Edit


@dataclass(frozen=True, slots=True)
class Reworded:
    """A text with what was taken out of it and put into it; what was put in place of something comes right after it.

    `in_place` says that the kept runs are the text's own. Else the removed and the added run are two whole wordings,
    and what is kept beside them is a remark.
    """

    runs: tuple[Run, ...]
    in_place: bool = True


@dataclass(frozen=True, slots=True)
class Toned:
    """A cell with a meaning."""

    value: "Value"
    tone: Tone


Value = str | int | Decimal | Percent | Trend | Brief | Reworded | date | datetime | None
Cell = Value | Toned


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of lines."""

    lines: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with their values: the figures at the top of a report."""

    pairs: Sequence[tuple[str, Cell]]


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column; `wide` columns take what width is left and wrap, `number` columns align right.

    `choices` are the words that its cells may hold, each with what it means: a workbook offers and colours them. A
    `hidden` column is for programs: a workbook keeps it out of sight, no other format has it.
    """

    title: str
    number: bool = False
    wide: bool = False
    choices: Mapping[str, Tone] = field(default_factory=dict)
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under columns; `empty` is said instead when there is no row, and `total` is a last row that sums
    up the others."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    empty: str = ""
    caption: str = ""
    total: Sequence[Cell] = ()


@dataclass(frozen=True, slots=True)
class Bars:
    """Labelled shares of one whole, for a bar each: (label, count, share of 1)."""

    rows: Sequence[tuple[str, int, Decimal]]


@dataclass(frozen=True, slots=True)
class Listing:
    """Text to be shown as it is: YAML to paste, a command to type."""

    text: str
    syntax: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """How far something goes, in a matrix: a title, one ASCII sign for a screen, a shade from 0 (not at all) to 3."""

    title: str
    sign: str
    shade: int


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """A matrix's column: a short code and a title; neighbours of one `group` may share a column on a narrow screen."""

    code: str
    title: str
    group: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows × columns of levels, to be seen at a glance; `corner` titles the rows, `total` the count of shaded cells."""

    corner: str
    columns: Sequence[MatrixColumn]
    rows: Sequence[tuple[str, Sequence[Level]]]
    levels: Sequence[Level]
    total: str
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """发文字号: what an official document goes by, with blanks where a person is to write; on paper above the title."""

    text: str


@dataclass(frozen=True, slots=True)
class Addressees:
    """主送机关: to whom a document goes, above its text."""

    names: Sequence[str]


@dataclass(frozen=True, slots=True)
class Signature:
    """署名 and 成文日期, under the text."""

    name: str
    day: date


@dataclass(frozen=True, slots=True)
class AnnexNote:
    """附件说明: the titles of what is annexed, under the text; of one alone without a number."""

    titles: Sequence[str]


@dataclass(frozen=True, slots=True)
class Annex:
    """附件: what follows is annexed and on paper begins a page; no number for the only one."""

    title: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A message of its own, ready to be sent as it is; a screen does not fold it, so that it can be copied."""

    subject: str
    to: str
    paragraphs: Sequence[str]
    signature: Signature


Official = Reference | Addressees | Signature | AnnexNote | Annex | Letter
"""What only documents that an office sends have."""

Plain = Heading | Paragraph | Bullets | Facts | Table | Bars | Matrix | Listing
Block = Plain | Official


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook by its name, with a title above its blocks; a `hidden` one is for programs alone."""

    name: str
    blocks: Sequence[Block]
    title: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A result for its reader. `record` is the same for programs: plain data, as the contract's JSON has it.

    A page that is meant for a workbook has `sheets`; formats without sheets show them one below the other.
    """

    title: str
    blocks: Sequence[Block]
    language: Language
    record: Mapping[str, Any] = field(default_factory=dict)
    sheets: Sequence[Sheet] = ()
