"""Matrix → HTML: a heat map whose glyphs say the same as its shades, so that it prints without colour or grey."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from xunbiao.formats.escaping import web
from xunbiao.formats.matrix import shaded
from xunbiao.model.page import Level, Matrix

# Filled ever less; they differ in outline, which survives a copier.
_GLYPHS = ("·", "○", "◐", "●")


def heat_map(matrix: Matrix) -> str:
    """The whole in a frame of its own that scrolls sideways on a telephone, its first column staying in sight."""
    starts = _starts(matrix)
    body = "\n".join(_row(title, levels, starts) for title, levels in matrix.rows)
    return (
        f'<div class="matrix" role="region" tabindex="0" aria-label="{web(matrix.corner)}">\n<table>\n'
        f"<caption>{_legend(matrix)}</caption>\n<thead>\n{_head(matrix, starts)}\n</thead>\n"
        f"<tbody>\n{body}\n</tbody>\n<tfoot>\n{_foot(matrix, starts)}\n</tfoot>\n</table>\n</div>"
    )


def _starts(matrix: Matrix) -> frozenset[int]:
    """The places of the columns with which a group begins; each has a line before it."""
    found, at = [], 0
    for _, columns in groupby(each.group for each in matrix.columns):
        found.append(at)
        at += len(list(columns))
    return frozenset(found)


def _legend(matrix: Matrix) -> str:
    return "\u3000".join(f"{_glyph(each)} {web(each.title)}" for each in matrix.levels)


def _glyph(level: Level) -> str:
    return _GLYPHS[max(0, min(len(_GLYPHS) - 1, level.shade))]


def _head(matrix: Matrix, starts: frozenset[int]) -> str:
    titles = "".join(
        f'<th scope="col"{_begins(at, starts)} title="{web(column.title)}"><span>{web(column.code)}</span></th>'
        for at, column in enumerate(matrix.columns)
    )
    return (
        f'<tr><th scope="col">{web(matrix.corner)}</th>{titles}'
        f'<th scope="col" class="sum"><span>{web(matrix.total)}</span></th></tr>'
    )


def _begins(at: int, starts: frozenset[int]) -> str:
    return ' class="group"' if at in starts else ""


def _row(title: str, levels: Sequence[Level], starts: frozenset[int]) -> str:
    cells = "".join(_cells(levels, starts))
    return f'<tr><th scope="row">{web(title)}</th>{cells}<td class="sum">{shaded(levels)}</td></tr>'


def _cells(levels: Sequence[Level], starts: frozenset[int]) -> Iterator[str]:
    for at, each in enumerate(levels):
        group = " group" if at in starts else ""
        yield f'<td class="s{max(0, min(len(_GLYPHS) - 1, each.shade))}{group}">{_glyph(each)}</td>'


def _foot(matrix: Matrix, starts: frozenset[int]) -> str:
    """How many rows have anything in each column."""
    sums = [shaded([levels[at] for _, levels in matrix.rows]) for at in range(len(matrix.columns))]
    cells = "".join(f"<td{_begins(at, starts)}>{each}</td>" for at, each in enumerate(sums))
    return f'<tr><th scope="row">{web(matrix.total)}</th>{cells}<td class="sum">{sum(sums)}</td></tr>'
