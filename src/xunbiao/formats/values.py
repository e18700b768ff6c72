"""a cell → the words a reader sees: 60%, 2020-03-31, —."""

from datetime import datetime
from decimal import Decimal

from xunbiao.model.digits import number, percent
from xunbiao.model.page import Cell, Percent, Tone, Toned, Value

__all__ = ["BLANK", "MARKS", "is_text", "marked", "number", "percent", "tone", "value", "words"]

BLANK = "—"
"""Where there is no value, so that nothing unknown reads as zero."""

# Every mark is in GBK, the code page of older Chinese terminals.
MARKS = {Tone.PLAIN: "", Tone.GOOD: "√", Tone.WARN: "!", Tone.BAD: "×", Tone.FAINT: ""}
"""What a tone looks like without colour."""


def value(cell: Cell) -> Value:
    return cell.value if isinstance(cell, Toned) else cell


def tone(cell: Cell) -> Tone:
    return cell.tone if isinstance(cell, Toned) else Tone.PLAIN


def is_text(cell: Cell) -> bool:
    """Whether a cell holds words, which may be a user's, rather than a number, a date or nothing."""
    return isinstance(value(cell), str)


def words(cell: Cell, blank: str = BLANK) -> str:
    """A cell as it reads, its mark left out; texts as they are, not yet escaped."""
    return _words(value(cell)) or blank


def marked(text: str, tone: Tone) -> str:
    """A text with the mark of its tone before it."""
    return f"{MARKS[tone]} {text}" if MARKS[tone] else text


def _words(value: Value) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, Percent):
        return "" if value.share is None else percent(value.share)
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    return number(value) if isinstance(value, int | Decimal) else value.isoformat()
