"""text out of Word → text that a filing can hold: forbidden characters by their numbers, invisible ones left out."""

import re
from collections.abc import Mapping

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb]"
)
# Controls, private use (characters that an input method made up), half surrogates, tags and non-characters.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_OF_SYMBOL_FONTS = re.compile("[\uf000-\uf0ff]")
# Characters of the fonts Wingdings and Symbol, which have no meaning in any other.
_SYMBOLS: Mapping[int, str] = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "□", 0xB2: "◇",
    0xB7: "•", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xFB: "☒", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
UNSUPPORTED, INVISIBLE = "unsupported-character", "invisible-character"


def legible(text: str, remarks: set[str]) -> str:
    """The text as a filing can hold it; what was done to it is added to the remarks."""
    text = _LINE_ENDS.sub("\n", text).replace("\u00a0", " ")
    if _INVISIBLE.search(text):
        remarks.add(INVISIBLE)
        text = _INVISIBLE.sub("", text)
    text = _OF_SYMBOL_FONTS.sub(lambda found: _SYMBOLS.get(ord(found[0]) & 0xFF, found[0]), text)
    if _FORBIDDEN.search(text):
        remarks.add(UNSUPPORTED)
        text = _FORBIDDEN.sub(lambda found: f"〔U+{ord(found[0]):04X}〕", text)
    return text


def symbol(code: str) -> str:
    """A character of a symbol font, by its number in hexadecimal digits."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return _SYMBOLS.get(number & 0xFF, chr(0xE000 | number & 0xFFF)) if number < 0x10000 else ""
