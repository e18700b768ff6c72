"""a line of a file and a place in it → the line as shown, with carets under the place, in terminal columns."""

from rich.text import Text

from xunbiao.formats.escaping import terminal
from xunbiao.formats.terminal import joined, styled
from xunbiao.formats.wrapping import width
from xunbiao.model.diagnostic import Span

_MORE = "…"
# How much of a long line is worth its room before the place.
_BEFORE = 24


def excerpt(line: str, span: Span, columns: int) -> list[Text]:
    """Two lines: number and source, then the carets; a long source is cut at both ends to fit `columns`.

    `line` is the line `span` begins in; a place that runs on into further lines is marked to the end of this one.
    """
    number = f"{span.line:>5} │ "
    before, marked, after = _parts(line, span)
    room = max(_BEFORE, columns - width(number))
    if width(before) + width(marked) > room:
        before = _last(before, max(room // 3, room - width(marked)))
    marked = _first(marked, room - width(before))
    after = _first(after, room - width(before) - width(marked))
    carets = " " * width(before) + "^" * max(1, width(marked))
    margin = " " * (len(number) - 2) + "│ "
    return [
        joined(styled(number.rstrip() + " ", "dim"), before + marked + after),
        joined(styled(margin.rstrip().rjust(len(number) - 1) + " ", "dim"), styled(carets, "bold red")),
    ]


def _parts(line: str, span: Span) -> tuple[str, str, str]:
    """What stands before, at and after the place, each made visible: an unseen character takes up several columns."""
    start = span.column - 1
    end = max(start, span.end_column - 1) if span.end_line == span.line else len(line)
    return terminal(line[:start]), terminal(line[start:end]), terminal(line[end:])


def _first(text: str, columns: int) -> str:
    return text if width(text) <= columns else _while_fitting(text, columns - 1) + _MORE if columns > 0 else ""


def _last(text: str, columns: int) -> str:
    return text if width(text) <= columns else _MORE + _while_fitting(text[::-1], columns - 1)[::-1]


def _while_fitting(text: str, columns: int) -> str:
    taken = 0
    for at, character in enumerate(text):
        taken += width(character)
        if taken > columns:
            return text[:at]
    return text
