"""lines of rich Text → what is written to a terminal or a pipe."""

from collections import deque
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import groupby

from rich.console import Console
from rich.text import Text

from xunbiao.formats.escaping import break_commands, visible
from xunbiao.formats.values import reworded_runs, value
from xunbiao.model.page import Cell, Edit, Reworded, Tone

STYLES = {Tone.PLAIN: "", Tone.GOOD: "green", Tone.WARN: "yellow", Tone.BAD: "bold red", Tone.FAINT: "dim"}
"""Colour repeats what the mark of a tone says."""
_EDITS = {Edit.KEPT: "", Edit.REMOVED: "red", Edit.ADDED: "green"}


def styled(text: str, style: str) -> Text:
    """A text that is never read as markup; the blanks around the words stay plain."""
    line = Text(text)
    if style and text.strip():
        line.stylize(style, len(text) - len(text.lstrip()), len(text.rstrip()))
    return line


def painted(lines: list[Text], cell: Cell) -> list[Text]:
    """The lines of a cell; of a rewording, what went and what came in colours of their own, wherever it was folded."""
    bare = value(cell)
    if isinstance(bare, Reworded):
        runs = reworded_runs(bare)
        fates = deque((char, run.edit) for run in runs for char in visible("".join(run.text.split())))
        for line in lines:
            at = 0
            for edit, together in groupby(_fates_of(line.plain, fates)):
                end = at + len(list(together))
                line.stylize(_EDITS[edit], at, end)
                at = end
    return lines


def _fates_of(line: str, fates: deque[tuple[str, Edit]]) -> Iterator[Edit]:
    """The fate of each character of a line. What is none of the text (a blank, a mark) is kept, and so is all that
    follows a sign that was made harmless and is no longer what it was."""
    for char in line:
        yield fates.popleft()[1] if fates and char == fates[0][0] else Edit.KEPT


def joined(*parts: Text | str) -> Text:
    return Text.assemble(*parts)


def written(lines: Iterable[Text], *, color: bool) -> str:
    """The lines as one string, none of them ending in blanks; the environment (NO_COLOR) is not asked here."""
    if not color:
        return break_commands("".join(line.plain.rstrip() + "\n" for line in lines))
    console = Console(
        file=StringIO(), force_terminal=True, color_system="standard", no_color=False, legacy_windows=False, width=80,
        markup=False, emoji=False, highlight=False, soft_wrap=True, _environ={},
    )  # fmt: skip  # as a table of what is switched off
    with console.capture() as capture:
        for line in lines:
            line.rstrip()
            console.print(line)
    return break_commands(capture.get())
