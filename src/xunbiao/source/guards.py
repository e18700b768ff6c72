"""bytes → text, or findings: what must hold before a parser may see a file."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from xunbiao.model.diagnostic import START, Finding, Span
from xunbiao.model.document import Kind
from xunbiao.model.language import Phrase

MAX_LINE = 20_000
MAX_DEPTH = 32
_MOST_SHOWN = 20

# Never wanted in a text: controls other than tab and line feed, DEL and C1, the line ends that only libyaml knows
# (U+0085, U+2028, U+2029), private use, tag characters, half surrogates and non-characters.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]+"
)
# Not seen, yet they change what is read: zero-width and bidirectional marks, a byte order mark inside a text.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb]+"
)
# The few of both that Python calls printable; those from U+E0000 on are known by their first byte in UTF-8.
_PRINTABLE_YET_UNSEEN = "\u034f\u115f\u1160\u17b4\u17b5\u3164"
_BEYOND_E0000 = (b"\xf3", b"\xf4")
_SIGNS = ("&", "*", "!", "<<", "\n%", "\n---", "\n...")
# A fixed first character lets the search skip from line to line.
_DEEP = re.compile(r"\n[ \t?:-]{15}")


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that a file may hold: bytes, and values with their keys."""

    size: int
    nodes: int


_DOCUMENT = Limits(256 * 1024, 5_000)
_ROSTER = Limits(8 * 1024 * 1024, 250_000)
"""The roster alone grows with the number of units: some 18,000 fit."""


def limits(kind: Kind) -> Limits:
    """What a document of a kind may hold."""
    return _ROSTER if kind is Kind.UNITS else _DOCUMENT


def decode(raw: bytes, limits: Limits = _DOCUMENT) -> tuple[str, list[Finding]]:
    """The text of a file, with line ends as LF, and what forbids or mars it; the text is empty if it cannot be read."""
    if len(raw) > limits.size:
        return "", [too_large(len(raw), limits)]
    if raw.startswith(b"version https://git-lfs"):
        return "", [Finding("XB019", span=START)]
    findings: list[Finding] = []
    if raw.startswith(b"\xef\xbb\xbf"):
        raw = raw[3:]
        findings.append(Finding("XB005", span=START))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", [_not_utf8(raw, error.start)]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not is_ordinary(text) or any(byte in raw for byte in _BEYOND_E0000):
        findings += _shown("XB004", text, _FORBIDDEN.finditer(text))
    return text, findings + list(_long_lines(text))


def is_ordinary(text: str) -> bool:
    """Whether a text below U+E0000 surely holds nothing forbidden or invisible: one look in C, where patterns take ten.

    What it is not sure of (a tab, an odd blank) is left to the patterns.
    """
    printable = text.replace("\n", "").replace("\u3000", "").isprintable()
    return printable and not any(each in text for each in _PRINTABLE_YET_UNSEEN)


def too_large(size: int, limits: Limits) -> Finding:
    """Why a file of so many bytes is not read."""
    values = {
        "size": Phrase(f"{size} 字节", f"{size} bytes"),
        "limit": Phrase(f"{limits.size} 字节", f"{limits.size} bytes"),
    }
    return Finding("XB002", values=values, span=START)


def too_many_values(limits: Limits, span: Span) -> Finding:
    """Why a file of more values than it may hold is not read."""
    size, limit = Phrase("值太多", "too many values"), Phrase(f"{limits.nodes} 个值", f"{limits.nodes} values")
    return Finding("XB002", values={"size": size, "limit": limit}, span=span)


def invisible(text: str) -> list[Finding]:
    """Characters that nobody sees and texts that are not NFC: shown to the user, not forbidden."""
    found = [] if is_ordinary(text) else _shown("XB017", text, _INVISIBLE.finditer(text))
    if found or unicodedata.is_normalized("NFC", text):
        return found
    what = Phrase("没有合成的字符（NFD）", "characters that are not composed (NFD)")
    lines = enumerate(text.split("\n"), 1)
    first = next((number for number, line in lines if not unicodedata.is_normalized("NFC", line)), 1)
    return [Finding("XB017", values={"character": what}, span=Span(first, 1, first, 1))]


def hidden_in(value: str, span: Span) -> list[Finding]:
    """What a double-quoted text brings in by escapes (`\\0`, `\\u202e`) and could not bring in as it is."""
    return [
        Finding(code, values={"character": code_point(found[0])}, span=span)
        for code, pattern in (("XB004", _FORBIDDEN), ("XB017", _INVISIBLE))
        if (found := pattern.search(value))
    ]


def code_point(character: str) -> str:
    """A character's name for those who cannot see it: U+200B."""
    return f"U+{ord(character[0]):04X}"


def is_suspicious(text: str) -> bool:
    """Whether a text might hold more than plain, shallow YAML, so that its events must be looked at one by one first.

    A block collection opens at a column beyond its parent's (a list in a mapping: at the same one), so that indentation
    under fifteen columns nests half of `MAX_DEPTH` at most; flow collections, for the other half, need a bracket each.
    """
    lines = f"\n{text}"
    if any(sign in lines for sign in _SIGNS) or _DEEP.search(lines):
        return True
    return text.count("[") + text.count("{") > MAX_DEPTH // 2


def span_at(text: str, start: int, end: int) -> Span:
    """A stretch given by offsets, as lines and columns."""
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    return Span(line, column, line, column + end - start)


def _shown(code: str, text: str, matches: Iterable[re.Match[str]]) -> list[Finding]:
    """The first of many, since each place is counted from the top of the file."""
    return [
        Finding(code, values={"character": code_point(match[0])}, span=span_at(text, match.start(), match.end()))
        for match in islice(matches, _MOST_SHOWN)
    ]


def _long_lines(text: str) -> Iterator[Finding]:
    limit = Phrase(f"{MAX_LINE} 字", f"{MAX_LINE} characters")
    for number, line in enumerate(text.split("\n") if len(text) > MAX_LINE else (), 1):
        if len(line) > MAX_LINE:
            size = Phrase(f"一行 {len(line)} 字", f"a line of {len(line)} characters")
            yield Finding("XB002", values={"size": size, "limit": limit}, span=Span(number, 1, number, 1))


def _not_utf8(raw: bytes, offset: int) -> Finding:
    line = raw.count(b"\n", 0, offset) + 1
    column = len(raw[raw.rfind(b"\n", 0, offset) + 1 : offset].decode("utf-8", "replace")) + 1
    values = {"byte": offset + 1, "looks_like": _looks_like(raw)}
    return Finding("XB003", values=values, span=Span(line, column, line, column + 1))


def _looks_like(raw: bytes) -> Phrase:
    """A guess for the message alone; nothing is ever read by it."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff") or raw[1:8:2].count(0) >= 3 or raw[:8:2].count(0) >= 3:
        return _looking_like("UTF-16")
    try:
        text = raw.decode("gb18030")
    except UnicodeDecodeError:
        return Phrase("", "")
    return _looking_like("GBK / GB18030") if any("\u4e00" <= each <= "\u9fff" for each in text) else Phrase("", "")


def _looking_like(name: str) -> Phrase:
    return Phrase(f"，看起来是 {name}", f"; it looks like {name}")
