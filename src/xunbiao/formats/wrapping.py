"""text → lines of a given width, in terminal columns: a Chinese character takes two."""

import re

from rich.cells import cell_len

# A line neither begins with these nor ends with those: the rule of Chinese typesetting.
_CLOSING = "，。、；：？！）》〉」』】〕”’％%…—,.;:?!)]}"
_OPENING = "（《〈「『【〔“‘([{"
_PIECES = re.compile(rf" +|[{re.escape(_OPENING)}]*(?:[!-~\u00a1-\u02ff]+|.)[{re.escape(_CLOSING)}]*", re.DOTALL)


def width(text: str) -> int:
    """How many terminal columns a text takes."""
    return cell_len(text)


def padded(text: str, columns: int, right: bool = False) -> str:
    """Text filled up with blanks to a width, after it or, aligned right, before it."""
    blanks = " " * max(0, columns - width(text))
    return blanks + text if right else text + blanks


def wrap(text: str, columns: int) -> list[str]:
    """Lines of at most `columns`: words stay whole, Chinese breaks anywhere but before a closing mark.

    A single character wider than `columns` still gets its line. Lines end without blanks; there is at least one.
    """
    if width(text) <= columns:
        return [text.rstrip()]
    lines, line = [], ""
    for piece in _PIECES.findall(text):
        if width(line + piece.rstrip()) <= columns:
            line += piece
            continue
        *full, line = _fill(line, piece, columns)
        lines += full
    return [kept for kept in (each.rstrip() for each in [*lines, line]) if kept] or [""]


def _fill(line: str, piece: str, columns: int) -> list[str]:
    """The line so far and a piece that no longer fits it, as the lines they make; the last may be added to."""
    if width(piece) <= columns:
        return [line, piece.lstrip(" ")]
    lines = [line]
    for character in piece:
        if lines[-1] and width(lines[-1] + character) > columns:
            lines.append("")
        lines[-1] += character
    return lines
