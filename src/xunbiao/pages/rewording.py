"""two wordings → Reworded: which words stayed, which went and which came, as a reader would tell them apart."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, TypeGuard

from xunbiao.model.page import Edit, Reworded, Run
from xunbiao.wording.words import units

# Longer texts are shown whole: finding their differences costs the square of their length.
_LONGEST_COMPARED = 600
_SHORTEST_SENTENCE = 12
_CONTEXT = 8
_ALIKE = 0.4

_UNITS = sorted(
    {*units.TIME, *units.MATERIALS, *units.STEPS, *units.MONEY, *units.SHARES, *units.RANKS, *units.VISITS}
    | {*units.COUNTS, *units.COUNTED_NOUNS, "月", "月份", "号"},
    key=len,
    reverse=True,
)
# A figure with its unit is one word, and so is one in Latin letters; of Chinese each character is.
_WORD = re.compile(
    rf"[0-9]+(?:[.,][0-9]+)*[万亿]?(?:个?(?:{'|'.join(map(re.escape, _UNITS))}))?|[A-Za-z]+(?:[-'][A-Za-z]+)*|.",
    re.DOTALL,
)

_Stretch = tuple[str, str]
"""What stands in the earlier wording, and what in the later one; the same where nothing changed."""


def is_prose(value: Any) -> TypeGuard[str]:
    """Whether a value is a sentence, whose wording may change, rather than a day, a name or a figure."""
    return isinstance(value, str) and len(value) >= _SHORTEST_SENTENCE


def reworded(before: str, after: str) -> Reworded:
    """Two wordings as one, what stayed cut to the words beside a change; both whole where they have little in common.

    A stretch that stayed between two changes is shown as changed when it is no longer than they are: single characters
    that two sentences happen to share help nobody to read either.
    """
    if max(len(before), len(after)) > _LONGEST_COMPARED:
        return _whole(before, after)
    stretches = list(_joined(_stretches(before, after)))
    kept = sum(len(old) for old, new in stretches if old == new)
    if kept < _ALIKE * (len(before) + len(after)) / 2:
        return _whole(before, after)
    last = len(stretches) - 1
    runs = (
        Run(_context(old, first=at == 0, last=at == last), Edit.KEPT) if old == new else Run(text, edit)
        for at, (old, new) in enumerate(stretches)
        for text, edit in ((old, Edit.REMOVED), (new, Edit.ADDED))[: 1 if old == new else 2]
    )
    return Reworded(tuple(run for run in runs if run.text))


def _whole(before: str, after: str) -> Reworded:
    """Both wordings, one after the other."""
    return Reworded((Run(before, Edit.REMOVED), Run(after, Edit.ADDED)), in_place=False)


def _stretches(before: str, after: str) -> Iterator[_Stretch]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    for _, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield "".join(old[i:j]), "".join(new[k:m])


def _joined(stretches: Iterator[_Stretch]) -> Sequence[_Stretch]:
    """Changes with what little lies between them as one change; what stayed and what changed take turns."""
    told: list[_Stretch] = []
    for stretch in stretches:
        told.append(stretch)
        while len(told) > 2 and _is_chance(*told[-3:]):
            told[-3:] = [("".join(old for old, _ in told[-3:]), "".join(new for _, new in told[-3:]))]
    return told


def _is_chance(first: _Stretch, between: _Stretch, last: _Stretch) -> bool:
    """Whether what two wordings share between two changes is too little to be read as kept."""
    if between[0] != between[1] or first[0] == first[1] or last[0] == last[1]:
        return False
    return len(between[0]) <= max(1, min(max(map(len, first)), max(map(len, last))))


def _context(same: str, *, first: bool, last: bool) -> str:
    """What stayed the same, cut to the words beside a change."""
    words = _WORD.findall(same)
    if first and len(words) > _CONTEXT:
        return "…" + "".join(words[-_CONTEXT:])
    if last and len(words) > _CONTEXT:
        return "".join(words[:_CONTEXT]) + "…"
    if len(words) <= 2 * _CONTEXT + 2:
        return same
    return "".join(words[:_CONTEXT]) + "…" + "".join(words[-_CONTEXT:])
