"""a cell → the words a reader sees: 60%, 2020-03-31, —."""

from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from xunbiao.model.page import Cell, Percent, Tone, Toned, Value

BLANK = "—"
"""Where there is no value, so that nothing unknown reads as zero."""

# Every mark is in GBK, the code page of older Chinese terminals.
MARKS = {Tone.PLAIN: "", Tone.GOOD: "√", Tone.WARN: "!", Tone.BAD: "×", Tone.FAINT: ""}
"""What a tone looks like without colour."""

_TENTH = Decimal("0.1")
# Beyond this, digits in full would be a page of zeros.
_LONGEST = 30


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


def percent(share: Decimal) -> str:
    """A share of 1 in percent with at most one decimal; never 100% before all is done, nor 0% after the first."""
    if not share.is_finite() or share.adjusted() > _LONGEST / 2:
        return number(share * 100) + "%"
    rounded = (share * 100).quantize(_TENTH, ROUND_HALF_UP)
    if rounded == 100 and share < 1:
        rounded -= _TENTH
    if rounded == 0 and share > 0:
        rounded = _TENTH
    return number(rounded) + "%"


def number(amount: int | Decimal) -> str:
    """A number in plain digits, no exponent and no idle zeros, unless it is too long to read so."""
    exact = Decimal(amount)
    if not exact.is_finite():
        return str(exact)
    if abs(exact.adjusted()) > _LONGEST:
        return f"{exact:.6e}"
    digits = format(exact, "f")
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return "0" if digits == "-0" else digits


def _words(value: Value) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, Percent):
        return "" if value.share is None else percent(value.share)
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    return number(value) if isinstance(value, int | Decimal) else value.isoformat()
