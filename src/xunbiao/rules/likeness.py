"""texts → how alike they are: what one has copied from another, and marks by which units with the same text meet.

Only letters and digits count, so that a changed comma hides nothing. Whole texts are compared by runs of four letters.
Across units a text is known by a few hashes of runs of sixteen (winnowing: of any five runs in a row one is kept), so
that two texts which share twenty letters in a row always meet, and the cost grows with the number of units alone.
"""

import hashlib
import re
import zlib
from collections.abc import Iterator
from functools import lru_cache

from xunbiao.model.practice import Catalogue

_LETTERS = re.compile(r"[^\W_]+")
_RUN, _MARKED_RUN, _WINDOW = 4, 16, 5
_ALIKE = 0.8
_SHORTEST = 8

PracticeTexts = tuple[tuple[str, str], ...]


def letters(text: str) -> str:
    """A text's letters and digits alone."""
    return "".join(_LETTERS.findall(text))


def is_like(text: str, other: str) -> bool:
    """Whether four fifths of the runs of either text are in the other."""
    own, theirs = _runs(text), _runs(other)
    return bool(own and theirs) and len(own & theirs) >= _ALIKE * max(len(own), len(theirs))


def practice_texts(catalogue: Catalogue) -> PracticeTexts:
    """The titles and elements of the practices, each with its code."""
    return tuple(
        pair for each in catalogue.practices.values() for pair in ((each.code, each.title), *each.elements.items())
    )


def copied_from(text: str, practices: PracticeTexts) -> str | None:
    """The code of the practice or element of which a text is a copy: four fifths of its runs are from there."""
    own = _runs(text)
    if not own or len(letters(text)) < _SHORTEST:
        return None
    shared: dict[str, int] = {}
    index = _index(practices)
    for run in own:
        for code in index.get(run, ()):
            shared[code] = shared.get(code, 0) + 1
    code = max(shared, key=lambda each: shared[each], default="")
    return code if code and shared[code] >= _ALIKE * len(own) else None


def whole_mark(text: str) -> int | None:
    """A mark that only the same letters have; None for a text too short to be anybody's own."""
    plain = letters(text)
    return _hash(plain) if len(plain) >= _SHORTEST else None


def marks(text: str) -> Iterator[int]:
    """Marks by which texts meet that share twenty letters in a row; a shorter text has one, for itself alone."""
    plain = letters(text)
    if len(plain) < _MARKED_RUN + _WINDOW - 1:
        whole = whole_mark(text)
        yield from () if whole is None else (whole,)
        return
    cheap = [zlib.crc32(plain[at : at + _MARKED_RUN].encode()) for at in range(len(plain) - _MARKED_RUN + 1)]
    windows = range(len(cheap) - _WINDOW + 1)
    kept = {min(range(at, at + _WINDOW), key=lambda each: (cheap[each], -each)) for at in windows}
    yield from (_hash(plain[at : at + _MARKED_RUN]) for at in sorted(kept))


@lru_cache(maxsize=8)
def _index(practices: PracticeTexts) -> dict[str, tuple[str, ...]]:
    """The runs of all practice texts, each with the codes that have it."""
    index: dict[str, tuple[str, ...]] = {}
    for code, text in practices:
        for run in _runs(text):
            index[run] = (*index.get(run, ()), code)
    return index


def _runs(text: str) -> frozenset[str]:
    plain = letters(text)
    return frozenset(plain[at : at + _RUN] for at in range(len(plain) - _RUN + 1))


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")
