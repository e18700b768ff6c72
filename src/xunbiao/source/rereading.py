"""bytes, an earlier version with its data → data: of all blocks, libyaml reads those that differ.

Versions of one document share nearly all they say. A mapping in block style is cut where its keys stand. A block whose
bytes stood in the earlier version means what it meant there; one that differs is cut again at its own keys or, at last,
read by `parse` under its own label. Nothing is read here: what a block says, `parse` has said, now or then.

Why a cut is right: every key of a block mapping begins a line at the mapping's column, so the lines that begin there
hold all its keys; if they are as many as the keys that `parse` found, they hold nothing else (no line of a quoted or
literal text). And where one block has ended and the next begins, libyaml is in the same state whatever the first said.
Where either might be untrue, all is left to `parse`, which then reads the text whole.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from xunbiao.model.document import Kind
from xunbiao.source import guards
from xunbiao.source.tree import parse

# Each value but the outermost has one of these of its own, so that few of them mean few values.
_SIGNS = (b":", b",", b"-", b"?", b"[", b"{")
# The labels of our documents: a letter, a figure or a Chinese character (E4–E9 in UTF-8), and no blank.
_LABEL = re.compile(rb"[0-9A-Za-z\xe4-\xe9][^\x00-\x20:#,\[\]{}\"'&*!|>%@`]*:(?=[ \n]|\Z)")

_INDENT = re.compile(rb"\n +")

Data = dict[str, Any]


def reread(raw: bytes, before: bytes, known: Data) -> Data | None:
    """The data of a file, as `parse` gives them, by those of an earlier version; None where only `parse` can tell.

    `known` must be what `parse` gave for `before`. What both versions share is the same object in both.
    """
    return _mapping(b"\n" + raw[:-1], b"\n" + before[:-1], known, 0) if _may_be_cut(raw, before) else None


def _may_be_cut(raw: bytes, before: bytes) -> bool:
    """Whether lines end in LF alone, the last one too, and there are surely no more values than `parse` takes."""
    limits = guards.limits(Kind.FILING)
    few = len(raw) < limits.nodes or (len(raw) <= limits.size and 2 * sum(map(raw.count, _SIGNS)) < limits.nodes)
    return few and all(text.endswith(b"\n") and b"\r" not in text for text in (raw, before))


def _mapping(new: bytes, old: bytes, known: Data, column: int) -> Data | None:
    """A block mapping whose keys stand at a column; each text begins with a line feed and ends without one."""
    cut = _cutter(column).split
    above, *blocks = cut(new)
    above_before, *blocks_before = cut(old)
    # Not as many as keys: some line is part of a text. No plain label: a bracket, a quote, a mark of another document.
    are_blocks = len(blocks_before) == len(known) and all(map(_LABEL.match, blocks_before))
    if not blocks or above != above_before or not are_blocks:
        return None
    said = dict(zip(blocks_before, known.items(), strict=True))
    differing = [block for block in blocks if block not in said]
    if column == 0 and 2 * len(differing) > len(blocks):
        return None  # documents of two units: reading every block alone would take longer than reading all at once
    read = {block: _block(block, said, column) for block in differing}
    items = [said.get(block) or read[block] for block in blocks]
    data = dict(item for item in items if item)
    return data if len(data) == len(blocks) else None


def _block(block: bytes, said: Mapping[bytes, tuple[str, Any]], column: int) -> tuple[str, Any] | None:
    """A label with what stands under it, which differs from what stood there before, if anything did."""
    found = _LABEL.match(block)
    if found is None:
        return None
    label = found[0]
    nested = label + b"\n "
    if block.startswith(nested):
        for old, (key, value) in said.items():
            if old.startswith(nested) and isinstance(value, dict):
                inner = _inner(block[len(label) :], old[len(label) :], value)
                return (key, inner) if inner is not None else _alone(block, column)
    return _alone(block, column)


def _inner(new: bytes, old: bytes, known: Data) -> Data | None:
    """What stands under a label, as far as it is cut alike in both versions."""
    indents = [_INDENT.match(text) for text in (new, old)]
    columns = {found.end() - 1 for found in indents if found}
    return _mapping(new, old, known, columns.pop()) if len(columns) == 1 else None


def _alone(block: bytes, column: int) -> tuple[str, Any] | None:
    """One label with its value, by `parse`; None where it makes no sense alone, or more than one."""
    parsed = parse(b" " * column + block + b"\n")
    if parsed.data is None or len(parsed.data) != 1 or guards.is_suspicious(parsed.text):
        return None
    return next(iter(parsed.data.items()))


@lru_cache(maxsize=64)
def _cutter(column: int) -> re.Pattern[bytes]:
    """Finds where a line begins at a column with anything but a comment or an entry of a list."""
    return re.compile(rb"\n {%d}(?=[^ #\n-]|-[^ \n])" % column)
