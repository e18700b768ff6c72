"""a cell → the words a reader sees: 60%, 2020-03-31, —."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

from xunbiao.model.digits import number, percent
from xunbiao.model.page import Brief, Cell, Edit, Percent, Reworded, Run, Tone, Toned, Trend, Value

__all__ = [
    "BLANK",
    "MARKS",
    "at_a_glance",
    "is_text",
    "marked",
    "number",
    "percent",
    "reworded_runs",
    "shares",
    "sparkline",
    "tone",
    "value",
    "words",
]

BLANK = "—"
"""Where there is no value, so that nothing unknown reads as zero."""

# Every mark is in GBK, the code page of older Chinese terminals.
MARKS = {Tone.PLAIN: "", Tone.GOOD: "√", Tone.WARN: "!", Tone.BAD: "×", Tone.FAINT: ""}
"""What a tone looks like without colour."""


# All in GBK, too.
_BARS, _UNKNOWN = "▁▂▃▄▅▆▇█", "·"


def value(cell: Cell) -> Value:
    return cell.value if isinstance(cell, Toned) else cell


def tone(cell: Cell) -> Tone:
    return cell.tone if isinstance(cell, Toned) else Tone.PLAIN


def is_text(cell: Cell) -> bool:
    """Whether a cell holds words, which may be a user's, rather than a number, a date or nothing."""
    return isinstance(value(cell), str | Brief | Reworded)


def words(cell: Cell, blank: str = BLANK) -> str:
    """A cell as it reads, its mark left out; texts as they are, not yet escaped."""
    return _words(value(cell)) or blank


def at_a_glance(cell: Cell) -> Cell:
    """A brief text cut to its length; any other cell as it is."""
    bare = value(cell)
    if not isinstance(bare, Brief):
        return cell
    cut = bare.text if len(bare.text) <= bare.length else f"{bare.text[: bare.length - 1]}…"
    return Toned(cut, tone(cell))


def reworded_runs(reworded: Reworded) -> Iterator[Run]:
    """A rewording with the signs that make it readable in black and white, as runs that are kept.

    `…压缩至[5个工作日→3个工作日]`, `[-去掉的]`, `[+加上的]`; two whole wordings read `旧 → 新`. As one text: `words`.
    """
    opening, arrow, closing = ("[", "→", "]") if reworded.in_place else ("", " → ", "")
    rest = list(reversed(reworded.runs))
    while rest:
        run = rest.pop()
        if run.edit is Edit.KEPT:
            yield run
        elif run.edit is Edit.REMOVED and rest and rest[-1].edit is Edit.ADDED:
            yield from (_sign(opening), run, _sign(arrow), rest.pop(), _sign(closing))
        else:
            yield from (_sign("[-" if run.edit is Edit.REMOVED else "[+"), run, _sign("]"))


def _sign(text: str) -> Run:
    return Run(text, Edit.KEPT)


def shares(trend: Trend) -> str:
    """A trend in figures: 25% → — → 60%."""
    return " → ".join(BLANK if each is None else percent(each) for each in trend.shares)


def sparkline(trend: Trend) -> str:
    """A trend as a row of bars, one for each time: ▁ for none of the way to █ for all, · where nothing is known."""
    top = len(_BARS) - 1
    heights = (None if each is None else int(max(Decimal(0), min(Decimal(1), each)) * top) for each in trend.shares)
    return "".join(_UNKNOWN if height is None else _BARS[height] for height in heights)


def marked(text: str, tone: Tone) -> str:
    """A text with the mark of its tone before it."""
    return f"{MARKS[tone]} {text}" if MARKS[tone] else text


def _words(value: Value) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, Percent):
        return "" if value.share is None else percent(value.share)
    if isinstance(value, Trend):
        return sparkline(value) if any(each is not None for each in value.shares) else ""
    if isinstance(value, Brief):
        return value.text
    if isinstance(value, Reworded):
        return "".join(run.text for run in reworded_runs(value))
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    return number(value) if isinstance(value, int | Decimal) else value.isoformat()
