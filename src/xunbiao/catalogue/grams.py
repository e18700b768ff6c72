"""text → grams: the single characters and the pairs of characters by which texts are compared.

Official Chinese has no word boundaries, and what an office says in its own words shares characters with the practice
long before it shares words; pairs beside single characters recognised unseen texts better than longer runs did
(docs/matching.md has the figures). Numbers say how much, not what: they part words as punctuation does.
"""

import re

BREAK = " "
"""Stands where one run of characters ends and another begins; never part of a gram."""

# Marks that stand inside a term without parting it: “一网通办”率, 秒 批.
_TRANSPARENT = "“”\"'‘’《》〈〉「」『』 \t\r\n\u3000\u00a0\u200b"
_TABLE: dict[int, str | None] = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF21, 0xFF5B)},
    **{ord(mark): None for mark in _TRANSPARENT},
    ord("＋"): "+",
}
_RUNS = re.compile(r"[\u3400-\u9fffa-z+]+")


def grams(text: str) -> set[str]:
    """The characters and pairs of neighbouring characters of a text, each once."""
    found: set[str] = set()
    for run in _RUNS.findall(text.translate(_TABLE).lower()):
        found.update(run)
        found.update(map(str.__add__, run, run[1:]))
    return found


def placed(text: str) -> tuple[str, list[int]]:
    """The characters by which a text is compared, in order, and the place of each in the text as typed; BREAK stands
    for each that is not compared."""
    kept: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        # Nearly every character is a plain Chinese one, and only the others are worth the time to look them up.
        plain = character if "\u3400" <= character <= "\u9fff" else _plain(character)
        if plain:
            kept.append(plain)
            places.append(place)
    return "".join(kept), places


def _plain(character: str) -> str:
    """What a character counts as: itself in its plain form, BREAK, or nothing for a mark that parts no words."""
    plain = character.translate(_TABLE).lower()
    return plain if not plain or (_RUNS.fullmatch(plain) and len(plain) == 1) else BREAK
