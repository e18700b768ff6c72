"""Draft, the filing that is there → edits: what the form says anew, field by field; everything else stays.

An item is known again by its words, the same ones or nearly so, and keeps its id and all that stands below the line of
the form. What the form leaves blank, or says so that it cannot be read, changes nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from xunbiao.editing import Drop, Edit, Put
from xunbiao.forms.filing import PREFIXES, Draft
from xunbiao.forms.header import HEAD
from xunbiao.forms.labels import PLACES, SEEKING
from xunbiao.forms.problems import problem
from xunbiao.model.diagnostic import Path
from xunbiao.model.filing import text
from xunbiao.model.form import Problem

_NEARLY = 0.5
"""From which share of common characters on two texts are versions of one."""


@dataclass(frozen=True, slots=True)
class Update:
    """The edits that bring a filing up to what a form says, and what to look at afterwards."""

    edits: tuple[Edit, ...]
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Updating:
    draft: Draft
    data: Mapping[str, Any]
    taken: frozenset[str]
    given: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def new_id(self, path: Path) -> str:
        """An id that no item has, and none had that a report still names."""
        prefix = PREFIXES[path[:2]]
        used = (re.fullmatch(rf"{prefix}([0-9]{{1,9}})", each) for each in (*self.taken, *self.given))
        id_ = f"{prefix}{max((int(match[1]) for match in used if match), default=0) + 1}"
        self.given.add(id_)
        return id_


def update_filing(draft: Draft, data: Mapping[str, Any], taken: frozenset[str]) -> Update:
    """`data` is the filing as it stands; `taken` are the ids that may not be given again."""
    ids = {id_ for path in PLACES for id_ in _items(_at(data, path))}
    updating = _Updating(draft, data, taken | ids)
    edits = [*_head(updating), *(each for path in PLACES for each in _cell(updating, path))]
    return Update(tuple(edits), tuple(updating.problems))


def _head(updating: _Updating) -> Iterator[Edit]:
    for label in (*HEAD, "第一责任人"):
        yield from _value(updating, (label,))


def _value(updating: _Updating, path: Path) -> Iterator[Edit]:
    new, old = _at(updating.draft.data, path), _at(updating.data, path)
    if new is not None and not _same(str(new), text(old)):
        yield Put(path, new)


def _cell(updating: _Updating, path: Path) -> Iterator[Edit]:
    if path[-1] == "时限":
        yield from _value(updating, path)
    elif path[0] == SEEKING:
        yield from _benchmarks(updating, path)
    else:
        yield from _cell_items(updating, path)


def _benchmarks(updating: _Updating, path: Path) -> Iterator[Edit]:
    new = [str(entry["名称"]) for entry in _at(updating.draft.data, path) or []]
    entries = [entry if isinstance(entry, dict) else {} for entry in _at(updating.data, path) or []]
    if not new:
        return
    pairs = _paired([text(entry.get("名称")) for entry in entries], new)
    for at, other in sorted(pairs.items()):
        if not _same(text(entries[at].get("名称")), new[other]):
            yield Put((*path, at, "名称"), new[other])
    gone = [at for at in range(len(entries)) if at not in pairs]
    added = [name for other, name in enumerate(new) if other not in pairs.values()]
    if gone and len(gone) == len(entries):
        yield Put(path, [{"名称": name} for name in added])
        return
    yield from (Drop((*path, at)) for at in reversed(gone))
    left = len(entries) - len(gone)
    yield from (Put((*path, left + number), {"名称": name}) for number, name in enumerate(added))


def _cell_items(updating: _Updating, path: Path) -> Iterator[Edit]:
    new = list(_items(_at(updating.draft.data, path)).values())
    old = _items(_at(updating.data, path))
    if not new:
        return
    ids = list(old)
    pairs = _paired([text(old[id_].get("内容")) for id_ in ids], [entry["内容"] for entry in new])
    for at, other in sorted(pairs.items()):
        yield from _item(updating, (*path, ids[at]), old[ids[at]], new[other])
    added = [entry for other, entry in enumerate(new) if other not in pairs.values()]
    # What comes is put in before what goes is taken away, so that a cell is never empty in between.
    yield from (Put((*path, updating.new_id(path)), entry) for entry in added)
    yield from (Drop((*path, id_)) for at, id_ in enumerate(ids) if at not in pairs)


def _item(updating: _Updating, path: Path, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Edit]:
    """The words anew; below the line only what is blank there and was read out of the new words."""
    if _same(text(old.get("内容")), new["内容"]):
        return
    yield Put((*path, "内容"), new["内容"])
    for label in ("责任人", "时限", "指标"):
        if new.get(label) and not old.get(label):
            yield Put((*path, label), new[label])
        elif old.get(label):
            updating.problems.append(problem("below-the-line-kept", path, label))


def _paired(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Which old text each new one is a version of: the same words first, then the most alike, each once."""
    pairs: dict[int, int] = {}
    for other, words in enumerate(new):
        same = next((at for at, each in enumerate(old) if at not in pairs and _same(each, words)), None)
        if same is not None:
            pairs[same] = other
    rest = [
        (at, other)
        for at in range(len(old))
        if at not in pairs
        for other in range(len(new))
        if other not in pairs.values()
    ]
    alike = sorted(((_likeness(old[at], new[other]), -at, -other) for at, other in rest), reverse=True)
    for likeness, at, other in alike:
        if likeness >= _NEARLY and -at not in pairs and -other not in pairs.values():
            pairs[-at] = -other
    return pairs


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() if one and other else 0


def _same(one: str, other: str) -> bool:
    """Whether two texts say the same, but for blanks and for the mark at its end."""
    return "".join(one.split()).rstrip("。；;，、") == "".join(other.split()).rstrip("。；;，、")


def _items(value: Any) -> dict[str, dict[str, Any]]:
    return {id_: entry or {} for id_, entry in value.items()} if isinstance(value, dict) else {}


def _at(data: Any, path: Path) -> Any:
    for part in path:
        data = data.get(part) if isinstance(data, Mapping) else None
    return data
