"""lines of rich Text → what is written to a terminal or a pipe."""

from collections.abc import Iterable
from io import StringIO

from rich.console import Console
from rich.text import Text

from xunbiao.formats.escaping import break_commands
from xunbiao.model.page import Tone

STYLES = {Tone.PLAIN: "", Tone.GOOD: "green", Tone.WARN: "yellow", Tone.BAD: "bold red", Tone.FAINT: "dim"}
"""Colour repeats what the mark of a tone says."""


def styled(text: str, style: str) -> Text:
    """A text that is never read as markup; the blanks around the words stay plain."""
    line = Text(text)
    if style and text.strip():
        line.stylize(style, len(text) - len(text.lstrip()), len(text.rstrip()))
    return line


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
