"""Words → Dictionary: finds every word of a list in a text, the longest first, in one pass.

A regular expression of a thousand alternatives takes long to compile and tries them one by one; here one character
class finds where a word may begin, a look at two characters rules most places out, and one look a length into a
mapping says whether a word is there.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Dictionary(Generic[Entry]):
    """Words with what is known of each, ready for scanning.

    `beginning` finds the characters that begin a word; `lengths` are the lengths of words by their first two
    characters (or the only one), the longest first.
    """

    entries: Mapping[str, Entry]
    beginning: re.Pattern[str]
    lengths: Mapping[str, tuple[int, ...]]

    def at(self, text: str, start: int) -> tuple[int, Entry] | None:
        """The end and the entry of the longest word that begins at `start`, or None."""
        lengths = self.lengths.get(text[start : start + 2])
        if lengths is None:
            lengths = self.lengths.get(text[start : start + 1], ())
        for length in lengths:
            word = text[start : start + length]
            entry = self.entries.get(word)
            if entry is not None:
                return start + len(word), entry
        return None

    def scan(self, text: str) -> Iterator[tuple[int, int, Entry]]:
        """Start, end and entry of the words in a text, from left to right, none overlapping another."""
        at = 0
        for head in self.beginning.finditer(text):
            start = head.start()
            word = self.at(text, start) if start >= at else None
            if word is not None:
                at = word[0]
                yield start, at, word[1]


def dictionary(entries: Mapping[str, Entry], also: Iterable[str] = ()) -> Dictionary[Entry]:
    """A dictionary of the entries; `also` are characters at which a scan by hand wants to stop too."""
    lengths: dict[str, set[int]] = {}
    for word in entries:
        lengths.setdefault(word[:2], set()).add(len(word))
    for opening, found in lengths.items():
        if len(opening) == 2 and opening[0] in lengths:
            found.add(1)
    firsts = "".join(sorted({opening[0] for opening in lengths} | set(also)))
    beginning = re.compile(f"[{re.escape(firsts)}]")
    return Dictionary(
        dict(entries), beginning, {opening: tuple(sorted(found, reverse=True)) for opening, found in lengths.items()}
    )


def words(text: str) -> tuple[str, ...]:
    """The words of a block of text, parted by blanks and line ends."""
    return tuple(text.split())
