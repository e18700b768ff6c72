"""text of a user → the same text, harmless where it goes: terminal, Markdown, CSV, HTML, JSON, GitHub.

One function a sink. Every format sends every text it did not write itself through the function of its sink, so that
what a filing says is never read as an escape sequence, markup, a formula or a command to a CI runner.
"""

import html
import re
from json.encoder import encode_basestring

# The only blank beside the plain one that is ordinary in Chinese: in names (王　某) and indents.
_WIDE_BLANK = "\u3000"
_SHORT = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}

# GitHub reads `::name::` at the start of a line, Azure and older runners `##[` and `##vso[` anywhere.
_COMMAND = re.compile(r"(?<=:):|(?<=#)#(?=\w*\[)")
# Spreadsheets look past blanks and quotes, and take the full-width signs for the plain ones.
_FORMULA = re.compile(r"[\s'\"“”‘’]*[=+\-@＝＋－＠]")
_MOST_IN_A_CELL = 32_767
_MARKDOWN = re.compile(r"[\\`*_\[\]|~$]|(?<=:):|(?<=http):|(?<=https):|(?<=ftp):|(?<=www)\.", re.IGNORECASE)
_MARKDOWN_START = re.compile(r"(\d*)(?=[#+=.)-])")
_MARKDOWN_REFERENCE = re.compile(r"(?<![A-Za-z0-9_])@(?=[A-Za-z0-9])|#(?=\d)")


def is_unseen(character: str) -> bool:
    """Whether a character shows nothing, or not what it does: controls, bidi marks, zero widths, private and
    unassigned ones, odd blanks (Unicode categories C* and Z*)."""
    return not character.isprintable() and character != _WIDE_BLANK


def visible(text: str, limit: int | None = None) -> str:
    r"""One line in which every unseen character reads `\x1b` or `\u202e`; `limit` cuts the text after that many."""
    cut = _cut(text, limit)
    return cut if cut.isprintable() else "".join(_shown(char) if is_unseen(char) else char for char in cut)


def lines(text: str, limit: int | None = None) -> list[str]:
    """The lines of a text that may have several, each visible; blank ones are dropped. At least one, perhaps empty."""
    return [visible(line.strip(" ")) for line in re.split(r"\r?\n", _cut(text, limit)) if line.strip()] or [""]


def listing(text: str) -> list[str]:
    """The lines of a text that is shown as it is, indents and blank lines kept; harmless as `terminal` is."""
    return [terminal(line) for line in re.split(r"\r?\n", text.rstrip("\n"))]


def terminal(text: str, limit: int | None = None) -> str:
    r"""Visible, and no command to a CI runner: `::` reads `:\x3a`.

    On a terminal too: a run that is told to use colours need not have a person in front of it.
    """
    return break_commands(visible(text, limit))


def break_commands(text: str) -> str:
    r"""Text without `::`, `##[` and `##vso[`; for a line put together as well, whose seams could make a new one."""
    return _COMMAND.sub(lambda found: _code(found[0]), text) if "::" in text or "##" in text else text


def markdown(text: str, limit: int | None = None) -> str:
    """Inline text for GitHub-flavoured Markdown, in a table cell too: no markup, HTML, link, mention, issue number."""
    return "<br>".join(_markdown_line(line) for line in lines(text, limit))


def _markdown_line(line: str) -> str:
    text = _MARKDOWN.sub(lambda found: "\\" + found[0], html.escape(line, quote=False))
    text = _MARKDOWN_START.sub(r"\1\\", text, count=1) if _MARKDOWN_START.match(text) else text
    # An empty comment, as `@name` and `#1` are looked for after backslashes and entities are resolved.
    return _MARKDOWN_REFERENCE.sub(lambda found: found[0] + "<!-- -->", text)


def csv(text: str) -> str:
    """A CSV cell in quotes, lines kept; a leading `'` wherever a spreadsheet would otherwise see a formula."""
    kept = (terminal(line) for line in lines(text))
    return csv_quoted("\n".join("'" + line if _FORMULA.match(line) else line for line in kept))


def workbook(text: str) -> str:
    """A text for a cell of a workbook, lines kept, and what a cell cannot hold of it said. A cell takes it as text."""
    shown = "\n".join(visible(line) for line in re.split(r"\r?\n", text))
    # Counted as spreadsheets do: characters beyond U+FFFF are two.
    units = shown.encode("utf-16-le")
    if len(units) <= 2 * _MOST_IN_A_CELL:
        return shown
    rest = f"…〔{len(shown)}〕"
    kept = units[: 2 * (_MOST_IN_A_CELL - len(rest))].decode("utf-16-le", "ignore")
    return kept + rest


def csv_quoted(text: str) -> str:
    """A CSV cell of our own making (a number, a date): quoted, else as it is."""
    return '"' + text.replace('"', '""') + '"'


def web(text: str) -> str:
    """Text for an HTML element or a quoted attribute, on one line."""
    return _COMMAND.sub(lambda found: f"&#{ord(found[0])};", html.escape(visible(text)))


def json_string(text: str) -> str:
    r"""A JSON string that says exactly `text`, its unseen characters and CI commands written as `\u202e`."""
    spelled = encode_basestring(text)
    if not spelled.isprintable():
        spelled = "".join(_json_code(char) if is_unseen(char) else char for char in spelled)
    return _COMMAND.sub(lambda found: _json_code(found[0]), spelled) if "::" in text or "##" in text else spelled


def github_data(text: str) -> str:
    """The message of a GitHub workflow command."""
    return terminal(text).replace("%", "%25")


def github_property(text: str) -> str:
    """A property (file, title) of a GitHub workflow command."""
    return break_commands(visible(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C"))


def _cut(text: str, limit: int | None) -> str:
    return text if limit is None or len(text) <= limit else text[: limit - 1] + "…"


def _shown(character: str) -> str:
    return _SHORT.get(character) or _code(character)


def _code(character: str) -> str:
    number = ord(character)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _json_code(character: str) -> str:
    encoded = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{encoded[i : i + 4]}" for i in range(0, len(encoded), 4))
