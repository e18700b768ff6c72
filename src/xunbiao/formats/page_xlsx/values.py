"""a cell → what a workbook's cell holds: a real number, share or day, or a text that is never more than a text."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from xunbiao.formats.escaping import workbook
from xunbiao.formats.values import MARKS, tone, value, words
from xunbiao.model.page import Cell, Percent, Tone, Trend, Value

GENERAL = "General"
DAY, MINUTE = 'yyyy"年"m"月"d"日"', 'yyyy"年"m"月"d"日" hh:mm'
SHARE = "0%"
TEXT = "@"
_MOST_DIGITS = 15
"""A spreadsheet keeps no more; a larger number stays a text, so that no digit is lost."""
_LONGEST_MARKED = 255
"""Older programs show longer texts with a number format as ####."""
_FIRST_YEAR = 1901
"""Programs do not agree on earlier days."""
# What would be a formula or a number if it were typed; the prefix keeps it a text when the cell is edited.
_TYPED_OTHERWISE = re.compile(r"[\s'\"“”‘’]*[=+\-@＝＋－＠]|[0-9.,%\s]*\Z")


@dataclass(frozen=True, slots=True)
class Held:
    """A cell's value, None for an empty one, its number format, and whether a text is marked as such (')."""

    value: str | int | float | date | None
    form: str
    is_quoted: bool = False
    tone: Tone = Tone.PLAIN


def held(cell: Cell) -> Held:
    """A tone's mark is put into the number format, so that it reads without colour and the value stays what it is."""
    plain, meant = _held(cell), tone(cell)
    if meant is Tone.PLAIN or plain.value is None:
        return plain
    form = plain.form
    is_text = isinstance(plain.value, str)
    if MARKS[meant] and not (is_text and len(str(plain.value)) > _LONGEST_MARKED):
        form = f'"{MARKS[meant]} "{TEXT if is_text else form}'
    return Held(plain.value, form, plain.is_quoted, meant)


def _held(cell: Cell) -> Held:
    bare = value(cell)
    match bare:
        case None | "":
            return Held(None, GENERAL)
        case str():
            return held_text(bare)
        case Percent():
            return _share(bare)
        case datetime() if bare.year >= _FIRST_YEAR:
            return Held(bare.replace(tzinfo=None), MINUTE)
        case date() if bare.year >= _FIRST_YEAR:
            return Held(bare, DAY)
        case int() | Decimal() if _fits(bare):
            whole = bare == int(bare)
            return Held(int(bare) if whole else float(bare), "0" if whole else GENERAL)
        case _:
            return held_text(in_words(bare))


def in_words(bare: Value) -> str:
    """A value that is no number and no day, as it reads: a trend in figures, since not every font has even bars."""
    if isinstance(bare, Trend):
        return " → ".join(words(Percent(share)) for share in bare.shares)
    return words(bare, "")


# A ledger says many a thing on each row of a unit.
@lru_cache(maxsize=1024)
def held_text(text: str) -> Held:
    shown = workbook(text)
    odd = _TYPED_OTHERWISE.match(shown) is not None
    return Held(shown, TEXT if odd and len(shown) <= _LONGEST_MARKED else GENERAL, odd)


def _share(percent: Percent) -> Held:
    if percent.share is None:
        return Held(None, SHARE)
    if not _fits(percent.share):
        return held_text(words(percent))
    return Held(float(percent.share), _share_form(percent.share))


def _share_form(share: Decimal) -> str:
    """At most one decimal, more where that would read 100% before all is done, or 0% after the first."""
    hundredfold = share * 100
    if hundredfold == int(hundredfold):
        return SHARE
    for places in range(1, 5):
        shown = hundredfold.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        if shown not in (0, 100):
            break
    return f"0.{'0' * places}%"


def _fits(number: int | Decimal) -> bool:
    """Whether a spreadsheet can hold the number as one."""
    exact = Decimal(number)
    return exact.is_finite() and (exact == 0 or abs(exact.adjusted()) < _MOST_DIGITS)
