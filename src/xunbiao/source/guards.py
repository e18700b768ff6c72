"""bytes → text, or findings: what must hold before a parser may see a file."""

import re
import unicodedata

from xunbiao.model.diagnostic import Finding, Span

MAX_BYTES = 256 * 1024
MAX_LINE = 20_000
MAX_NODES = 5_000
MAX_DEPTH = 32
_MOST_SHOWN = 20

# Never wanted in a text: controls other than tab and line feed, DEL and C1, the line ends that only libyaml knows
# (U+0085, U+2028, U+2029), private use, tag characters, half surrogates and non-characters.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
# Not seen, yet they change what is read: zero-width and bidirectional marks, a byte order mark inside a text.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb]"
)
_SUSPICIOUS = re.compile(r"[&*!]|<<|^[%]|^---|^\.\.\.|^[ \t?:-]{15,}", re.MULTILINE)


def decode(raw: bytes) -> tuple[str, list[Finding]]:
    """The text of a file, with line ends as LF, and what forbids or mars it; the text is empty if it cannot be read."""
    if len(raw) > MAX_BYTES:
        return "", [Finding("XB002", values={"size": len(raw), "limit": MAX_BYTES}, span=Span(1, 1, 1, 1))]
    if raw.startswith(b"version https://git-lfs"):
        return "", [Finding("XB019", span=Span(1, 1, 1, 1))]
    findings: list[Finding] = []
    if raw.startswith(b"\xef\xbb\xbf"):
        raw = raw[3:]
        findings.append(Finding("XB005", span=Span(1, 1, 1, 1)))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", [_not_utf8(raw, error.start)]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, findings + _forbidden(text) + _long_lines(text)


def invisible(text: str) -> list[Finding]:
    """Characters that nobody sees and texts that are not NFC: shown to the user, not forbidden."""
    found = [
        Finding("XB017", values={"character": f"U+{ord(match[0]):04X}"}, span=span_at(text, match.start(), match.end()))
        for match in _INVISIBLE.finditer(text)
    ]
    if not found and not unicodedata.is_normalized("NFC", text):
        found = [Finding("XB017", values={"character": "NFD"}, span=Span(1, 1, 1, 1))]
    return found[:_MOST_SHOWN]


def is_suspicious(text: str) -> bool:
    """Whether a text might hold more than plain, shallow YAML, so that its events must be looked at one by one first.

    A block collection opens at a column beyond its parent's (a list in a mapping: at the same one), so that indentation
    under fifteen columns cannot nest deeper than `MAX_DEPTH`; flow collections need a bracket each.
    """
    return text.count("[") + text.count("{") > MAX_DEPTH or _SUSPICIOUS.search(text) is not None


def span_at(text: str, start: int, end: int) -> Span:
    """A stretch given by offsets, as lines and columns."""
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    return Span(line, column, line, column + end - start)


def _forbidden(text: str) -> list[Finding]:
    return [
        Finding("XB004", values={"character": f"U+{ord(match[0]):04X}"}, span=span_at(text, match.start(), match.end()))
        for match, _ in zip(_FORBIDDEN.finditer(text), range(_MOST_SHOWN), strict=False)
    ]


def _long_lines(text: str) -> list[Finding]:
    if len(text) <= MAX_LINE:
        return []
    return [
        Finding("XB002", values={"size": len(line), "limit": MAX_LINE}, span=Span(number, 1, number, 1))
        for number, line in enumerate(text.split("\n"), 1)
        if len(line) > MAX_LINE
    ]


def _not_utf8(raw: bytes, offset: int) -> Finding:
    line = raw.count(b"\n", 0, offset) + 1
    column = len(raw[raw.rfind(b"\n", 0, offset) + 1 : offset].decode("utf-8", "replace")) + 1
    values = {"byte": offset + 1, "looks_like": _looks_like(raw)}
    return Finding("XB003", values=values, span=Span(line, column, line, column + 1))


def _looks_like(raw: bytes) -> str:
    """A guess for the hint alone; nothing is ever read by it."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff") or raw[1:8:2].count(0) >= 3 or raw[:8:2].count(0) >= 3:
        return "UTF-16"
    try:
        text = raw.decode("gb18030")
    except UnicodeDecodeError:
        return "?"
    return "GBK / GB18030" if any("\u4e00" <= character <= "\u9fff" for character in text) else "?"
