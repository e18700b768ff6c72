"""document × document → Changes: what became of each field, item and figure; pure.

Mappings are compared by key, so that an item is followed by the id it keeps for life; lists of entries by their 名称;
lists of texts as wholes. A new or dropped item is one change, not one a leaf, and so is a whole document. What is blank
counts as not there. A goal's 目标值 is judged by its direction, a 时限 by which day is later.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from xunbiao.model.diagnostic import Path, field_name
from xunbiao.model.document import Kind
from xunbiao.model.filing import BENCHMARK_KINDS, LOWER_IS_BETTER
from xunbiao.model.history import Change, ChangeKind
from xunbiao.model.period import iso_day

_TARGET = ("指标", "目标值")

# Where items are kept: a mapping that appears here whole is told item by item, since nobody wrote it as one thing.
_SHELVES: Mapping[Kind, frozenset[Path]] = {
    Kind.FILING: frozenset(
        {("寻标对象",), ("对标方向",), ("创标意向",)}
        | {(part, label) for part in ("对标方向", "创标意向") for label in ("目标", "差距", "亮点", "举措")}
        | {("对标方向", label, kind) for label in ("目标", "差距") for kind in BENCHMARK_KINDS}
    ),
    Kind.QUARTERLY: frozenset({("举措进展",), ("指标进展",)}),
    Kind.SUMMARY: frozenset({("举措进展",), ("指标进展",)}),
    Kind.CAMPAIGN: frozenset({("阶段",), ("季度截止",), ("规则",)}),
    Kind.UNITS: frozenset({("单位",)}),
}

_DUE_DATES = frozenset({"时限", "申报截止", "总结截止"})


def diff(kind: Kind, before: dict[str, Any] | None, after: dict[str, Any] | None) -> tuple[Change, ...]:
    """What changed between two versions of a document, in the order of the later one; None stands for no document.

    A document that is new or gone is one change at the path (), without values. Texts that differ in white space or
    Unicode form alone are the same, and so are 5 and 5.0. `before` and `after` of a change are the documents' own data.
    """
    if before is None or after is None:
        change = ChangeKind.CREATED if before is None else ChangeKind.REMOVED
        return () if before is after else (Change((), change),)
    shelves = _SHELVES.get(kind, frozenset())
    return tuple(_moves_told(list(_mapping_changes(before, after, (), shelves)), shelves))


def _moves_told(changes: list[Change], shelves: frozenset[Path]) -> Iterator[Change]:
    """An item that left one cell of the form and entered another under its id is one that moved, and maybe changed."""
    left = {each.path[-1]: each for each in changes if each.kind is ChangeKind.REMOVED and _is_item(each.path, shelves)}
    came = {each.path[-1] for each in changes if each.kind is ChangeKind.CREATED and _is_item(each.path, shelves)}
    for change in changes:
        item = left.get(change.path[-1]) if change.path[-1] in came and _is_item(change.path, shelves) else None
        if item is None:
            yield change
        elif change.kind is ChangeKind.CREATED:
            yield Change(change.path, ChangeKind.CHANGED, field_name(item.path), field_name(change.path))
            yield from _changes(item.before, change.after, change.path, shelves)


def _is_item(path: Path, shelves: frozenset[Path]) -> bool:
    return path[:-1] in shelves and path not in shelves


def _mapping_changes(
    before: Mapping[str, Any], after: Mapping[str, Any], path: Path, shelves: frozenset[Path]
) -> Iterator[Change]:
    for key in (*after, *(key for key in before if key not in after)):
        old, new = before.get(key), after.get(key)
        # Most of a document stays as it was and is passed over whole; True equals 1, but reads otherwise.
        if old is new or (old == new and repr(old) == repr(new)):
            continue
        here = (*path, key)
        if here[-2:] == _TARGET:
            yield from _target_changes(before, after, here)
        else:
            yield from _changes(old, new, here, shelves)


def _changes(old: Any, new: Any, path: Path, shelves: frozenset[Path]) -> Iterator[Change]:
    """A value at a path of both versions; None where a version has none."""
    if path in shelves and _is_mapping(old) and _is_mapping(new):
        yield from _mapping_changes(old or {}, new or {}, path, shelves)
    elif is_blank(old) or is_blank(new):
        if is_blank(old) != is_blank(new):
            yield Change(path, ChangeKind.CREATED if is_blank(old) else ChangeKind.REMOVED, old, new)
    elif isinstance(old, dict) and isinstance(new, dict):
        yield from _mapping_changes(old, new, path, shelves)
    elif _holds_entries(old) and _holds_entries(new):
        yield from _entry_changes(old, new, path, shelves)
    elif not is_same(old, new):
        yield Change(path, _kind(old, new, path), old, new)


def _is_mapping(value: Any) -> bool:
    return value is None or isinstance(value, dict)


def is_blank(value: Any) -> bool:
    """Nothing was written: null, an empty text, list or mapping."""
    if isinstance(value, str):
        return not value or value.isspace()
    return value is None or (isinstance(value, list | dict) and not value)


def is_same(old: Any, new: Any) -> bool:
    """Whether two values say the same; a number and a text never do, the order of a list of texts says nothing."""
    if isinstance(old, list) and isinstance(new, list):
        return Counter(map(_essence, old)) == Counter(map(_essence, new))
    return _essence(old) == _essence(new)


def likeness(one: Mapping[str, Any], other: Mapping[str, Any]) -> float:
    """The share of what two documents say, 0–1, that both of them say in the same place."""
    mine, theirs = (dict(_leaves(each, ())) for each in (one, other))
    shared = sum(path in theirs and is_same(value, theirs[path]) for path, value in mine.items())
    return shared / max(len(mine), len(theirs), 1)


def _leaves(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _leaves(each, (*path, key))
    elif not is_blank(value):
        yield path, value


def _essence(value: Any) -> tuple[str, Any]:
    """A value without what does not count, with its type, since True equals 1 in Python."""
    match value:
        case bool():
            return "bool", value
        case int() | Decimal():
            return "number", value
        case str():
            return "text", "".join(value.split() if value.isascii() else unicodedata.normalize("NFC", value).split())
        case dict():
            return "mapping", tuple(sorted((key, _essence(each)) for key, each in value.items() if not is_blank(each)))
        case list():
            return "list", tuple(_essence(each) for each in value)
        case _:
            return "nothing", None


def _kind(old: Any, new: Any, path: Path) -> ChangeKind:
    if _is_deadline(path):
        was, now = (iso_day(each) if isinstance(each, str) else None for each in (old, new))
        return ChangeKind.SLIPPED if was and now and now > was else ChangeKind.CHANGED
    return ChangeKind.CHANGED


def _is_deadline(path: Path) -> bool:
    """A 时限, or one of the campaign's own due dates: moving that moves the goalposts of all."""
    return path[-1] in _DUE_DATES or path[0] == "季度截止" or (path[0] == "阶段" and path[-1] == "止")


def _target_changes(before: Mapping[str, Any], after: Mapping[str, Any], path: Path) -> Iterator[Change]:
    """A goal's figure: tightened or loosened where both versions measure the same way, else just changed."""
    for change in _changes(before.get("目标值"), after.get("目标值"), path, frozenset()):
        direction = _lower_is_better(before)
        comparable = direction is not None and direction == _lower_is_better(after)
        figures = (change.before, change.after)
        if (
            change.kind is ChangeKind.CHANGED
            and comparable
            and _same_unit(before, after)
            and all(map(_is_figure, figures))
        ):
            looser = (change.after > change.before) == direction
            yield Change(path, ChangeKind.LOOSENED if looser else ChangeKind.TIGHTENED, *figures)
        else:
            yield change


def _lower_is_better(metric: Mapping[str, Any]) -> bool | None:
    """Which way is better; None where neither 方向 nor 维度 says so."""
    direction, dimension = metric.get("方向"), metric.get("维度")
    if direction in ("升", "降"):
        return bool(direction == "降")
    return dimension in LOWER_IS_BETTER if isinstance(dimension, str) and dimension.strip() else None


def _same_unit(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    return is_same(before.get("单位"), after.get("单位"))


def _is_figure(value: Any) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _holds_entries(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, dict) for each in value)


def _entry_changes(
    old: list[dict[str, Any]], new: list[dict[str, Any]], path: Path, shelves: frozenset[Path]
) -> Iterator[Change]:
    """Entries of a list, each with its place in the later version, or the earlier one for what is gone."""
    pairs = _pairs(old, new)
    for index, entry in enumerate(new):
        earlier = pairs.get(index)
        yield from _changes(None if earlier is None else old[earlier], entry, (*path, index), shelves)
    for index in sorted(set(range(len(old))) - set(pairs.values())):
        yield from _changes(old[index], None, (*path, index), shelves)


def _pairs(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> dict[int, int]:
    """Which entry became which (new index → old index): by what it says, then by 名称, then by its place."""
    pairs: dict[int, int] = {}
    for identify in (_whole, _name, _place):
        taken = set(pairs.values())
        free: dict[Any, list[int]] = {}
        for index, entry in reversed(list(enumerate(old))):
            if index not in taken:
                free.setdefault(identify(index, entry), []).append(index)
        for index, entry in enumerate(new):
            if index not in pairs and (candidates := free.get(identify(index, entry))):
                pairs[index] = candidates.pop()
    return pairs


def _whole(_index: int, entry: dict[str, Any]) -> Any:
    return _essence(entry)


def _name(index: int, entry: dict[str, Any]) -> Any:
    name = entry.get("名称")
    return index if is_blank(name) else _essence(name)


def _place(index: int, _entry: dict[str, Any]) -> Any:
    return index
