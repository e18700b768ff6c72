"""texts → how alike they are: what one has copied from another, and marks by which units with the same text meet.

Only letters and digits count, so that a changed comma hides nothing. Whole texts are compared by runs of four letters.
Across units a text is known by a few hashes of runs of sixteen (winnowing: of any five runs in a row one is kept), so
that two texts which share twenty letters in a row always meet, and by its two ends, so that a word put in or left out
between them hides nothing; the cost grows with the number of units alone.
"""

import hashlib
import re
import zlib
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from xunbiao.model.practice import Catalogue

_LETTERS = re.compile(r"[^\W_]+")
_FIGURE = re.compile(
    "[0-9０-９]+(?:[.．][0-9０-９]+)?[余多]?[万亿]?个?"
    "(?:工作日|百分点|小时|分钟|环节|月|天|日|年|件|份|项|家|次|户|元|名|人|张|种|%|％)?(?:以内|以上|以下|内)?"
)
_RUN, _MARKED_RUN, _WINDOW = 4, 16, 5
_SHORTEST = 8
_END, _SHORTEST_WITH_ENDS = 6, 15

Runs = Mapping[str, tuple[str, ...]]
"""Runs of four letters, each with the codes of the practices and elements that have it."""


def letters(text: str) -> str:
    """A text's letters and digits alone."""
    return "".join(_LETTERS.findall(text))


def is_like(text: str, other: str) -> bool:
    """Whether four fifths of the runs of either text are in the other."""
    own, theirs = _runs(text), _runs(other)
    return bool(own and theirs) and _is_most(len(own & theirs), max(len(own), len(theirs)))


def practice_runs(catalogue: Catalogue) -> Runs:
    """The runs of the titles and elements of the practices."""
    practices = catalogue.practices.values()
    return _index(tuple((each.code, each.title, *each.elements.items()) for each in practices))


def copied_from(text: str, index: Runs) -> str | None:
    """The code of the practice or element of which a text is a copy: four fifths of its runs are from there."""
    plain = letters(text)
    if len(plain) < _SHORTEST:
        return None
    runs = len(plain) - _RUN + 1
    strange = 0
    shared: Counter[str] = Counter()
    for at in range(runs):
        codes = index.get(plain[at : at + _RUN], ())
        strange += not codes
        if not _is_most(runs - strange, runs):
            return None  # most texts end here, after a few runs
        shared.update(codes)
    code, most = shared.most_common(1)[0]
    return code if _is_most(most, runs) else None


def marks(text: str) -> tuple[int, ...]:
    """Marks by which texts meet that share twenty letters in a row besides their figures, or both ends; a shorter text
    has a mark for itself alone. Figures are left out: 由5个工作日压缩至1个工作日 is said by many in good faith."""
    words = letters(_FIGURE.sub("", text))
    ends = (_hash(f"{words[:_END]} {words[-_END:]}"),) if len(words) >= _SHORTEST_WITH_ENDS else ()
    if len(words) < _MARKED_RUN + _WINDOW - 1:
        return (_hash(letters(text)), *ends) if len(words) >= _SHORTEST else ()
    return (*_kept(words), *ends)


def long_marks(text: str) -> tuple[int, ...]:
    """The marks of a text of at least twenty letters besides its figures; none of a shorter one."""
    return _kept(letters(_FIGURE.sub("", text)))


def _kept(words: str) -> tuple[int, ...]:
    """Of any five runs in a row the one with the least hash; none where there are no five."""
    raw = words.encode("utf-32-le")  # four bytes a letter, so that runs can be cut out of it
    cheap = [zlib.crc32(raw[4 * at : 4 * (at + _MARKED_RUN)]) for at in range(len(words) - _MARKED_RUN + 1)]
    kept: list[int] = []
    least = -1
    for start in range(len(cheap) - _WINDOW + 1):
        newest = start + _WINDOW - 1
        if least < start:
            least = min(range(start, newest + 1), key=cheap.__getitem__)
        elif cheap[newest] < cheap[least]:
            least = newest
        if not kept or kept[-1] != least:
            kept.append(least)
    return tuple(_hash(words[at : at + _MARKED_RUN]) for at in kept)


@lru_cache(maxsize=8)
def _index(practices: tuple[tuple[str, str, *tuple[tuple[str, str], ...]], ...]) -> Runs:
    """Code, title and elements of each practice → the runs of them all."""
    index: dict[str, tuple[str, ...]] = {}
    for code, title, *elements in practices:
        for each, text in ((code, title), *elements):
            for run in _runs(text):
                index[run] = (*index.get(run, ()), each)
    return index


def _is_most(part: int, whole: int) -> bool:
    """Four fifths, or more."""
    return 5 * part >= 4 * whole


def _runs(text: str) -> frozenset[str]:
    plain = letters(text)
    return frozenset(plain[at : at + _RUN] for at in range(len(plain) - _RUN + 1))


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")
