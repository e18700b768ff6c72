"""Text as typed → Normalised: the same text in one writing, and where each of its characters stood.

NFKC over the whole would turn ① into 1, ： into : and ㎡ into m2, and would move every place after them. So
characters are mapped one to one by a table, and only spaces and invisible characters are left out, for which a map is
kept.
"""

import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Normalised:
    """`text` to be read, the text as `typed`, and the place in it of each character of the first (None: the same)."""

    text: str
    typed: str
    places: tuple[int, ...] | None = None

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """A span of `text` → the span in the text as typed, `end` exclusive."""
        if self.places is None or start >= end:
            return start, end
        return self.places[start], self.places[end - 1] + 1

    def spaced(self, at: int) -> bool:
        """Whether a space, left out here, stood before the character at `at`."""
        return self.places is not None and 0 < at < len(self.places) and self.places[at] > self.places[at - 1] + 1


_DASHES = "－—–‐‑‒―−─﹣"
_TILDES = "～〜∼"
_SPACES = "\t\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_INVISIBLE = "\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef"
_COMPATIBLE = "\u2e80-\u2fdf\uf900-\ufaff\U0001d7ce-\U0001d7ff\U0002f800-\U0002fa1f"


def _table() -> dict[int, str]:
    """The characters that have a plainer twin of the same meaning, one for one."""
    full_width = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    keep = {ord(mark): mark for mark in "，：；！？"}
    twins = dict(
        zip(map(ord, "﹒﹪％「『〝」』〞○◯萬億兩⇒➔➜✕✖﹤﹥︰⩽⩾≦≧"), ".%%“““”””〇〇万亿两→→→××<>：≤≥≤≥", strict=True)
    )
    plain = dict(zip(map(ord, "（）:;!?‘’"), "()：；！？“”", strict=True))
    dashes = {ord(mark): "-" for mark in _DASHES} | {ord(mark): "~" for mark in _TILDES}
    return full_width | keep | twins | plain | dashes


_TABLE = _table()
_ODD = re.compile(f"[{re.escape(''.join(map(chr, _TABLE)))}{_SPACES}{_INVISIBLE}{_COMPATIBLE}]|--")
_COMPATIBLE_ONE = re.compile(f"[{_COMPATIBLE}]")
_GAP = re.compile(f"[{_SPACES}{_INVISIBLE}]+|(?<=-)-+")
_LATIN = re.compile("[0-9A-Za-z]")


def normalise(text: str) -> Normalised:
    """Any text → the form in which the readers of this package look at it. Never raises; linear."""
    if not _ODD.search(text):
        return Normalised(text, text)
    mapped = _COMPATIBLE_ONE.sub(_twin, text.translate(_TABLE))
    kept: list[str] = []
    places: list[int] = []
    last = 0
    for gap in _GAP.finditer(mapped):
        start, end = gap.span()
        kept.append(mapped[last:start])
        places.extend(range(last, start))
        if _parts_words(mapped, start, end):
            kept.append(" ")
            places.append(start)
        last = end
    if last == 0:
        return Normalised(mapped, text)
    kept.append(mapped[last:])
    places.extend(range(last, len(mapped)))
    return Normalised("".join(kept), text, tuple(places))


def _parts_words(text: str, start: int, end: int) -> bool:
    """Whether a gap stands between two words or numbers in Latin letters, which would run together without it."""
    if start == 0 or end == len(text) or text[start] == "-":
        return False
    return bool(_LATIN.match(text[start - 1]) and _LATIN.match(text[end]))


def _twin(match: re.Match[str]) -> str:
    """A compatibility ideograph or digit → its ordinary twin, where that is one character."""
    twin = unicodedata.normalize("NFKC", match.group())
    return twin if len(twin) == 1 else match.group()
