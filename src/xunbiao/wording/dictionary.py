"""Words → Dictionary: finds every word of a list in a text, the longest first, in one pass.

A regular expression of a thousand alternatives takes long to compile and tries them one by one; here one character class
finds where a word may begin, and a look into a mapping, once a length, says whether one does.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Dictionary(Generic[Entry]):
    """Words with what is known of each, ready for scanning."""

    entries: Mapping[str, Entry]
    beginning: re.Pattern[str]
    lengths: Mapping[str, tuple[int, ...]]

    def at(self, text: str, start: int) -> tuple[int, Entry] | None:
        """The end and the entry of the longest word that begins at `start`, or None."""
        for length in self.lengths.get(text[start : start + 1], ()):
            word = text[start : start + length]
            entry = self.entries.get(word)
            if entry is not None:
                return start + len(word), entry
        return None

    def scan(self, text: str) -> Iterator[tuple[int, int, Entry]]:
        """Start, end and entry of the words in a text, from left to right, none overlapping another."""
        start = 0
        while found := self.beginning.search(text, start):
            start = found.start()
            word = self.at(text, start)
            if word is None:
                start += 1
                continue
            yield start, word[0], word[1]
            start = word[0]


def dictionary(entries: Mapping[str, Entry], also: str = "") -> Dictionary[Entry]:
    """A dictionary of the entries; `also` are characters at which a scan by hand wants to stop too."""
    by_first: dict[str, set[int]] = {}
    for word in entries:
        by_first.setdefault(word[0], set()).add(len(word))
    firsts = "".join(sorted(set(by_first) | set(also)))
    beginning = re.compile(f"[{re.escape(firsts)}]")
    lengths = {first: tuple(sorted(found, reverse=True)) for first, found in by_first.items()}
    return Dictionary(dict(entries), beginning, lengths)
