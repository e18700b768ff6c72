"""Change → cells: what happened to which field, in the words of a reader who does not know git."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from xunbiao.model.diagnostic import field_name
from xunbiao.model.document import DocumentKey
from xunbiao.model.filing import text
from xunbiao.model.history import Change, ChangeKind
from xunbiao.model.language import Language, Phrase
from xunbiao.model.page import Cell, Edit, Reworded, Run, Tone, Toned
from xunbiao.pages.rewording import is_prose, reworded

_TONES = {
    ChangeKind.LOOSENED: Tone.BAD,
    ChangeKind.SLIPPED: Tone.BAD,
    ChangeKind.UNREADABLE: Tone.BAD,
    ChangeKind.REMOVED: Tone.WARN,
    ChangeKind.TIGHTENED: Tone.GOOD,
}


def kind_cell(change: Change, language: Language) -> Cell:
    """What happened, toned by what it means to a supervisor."""
    return Toned(change.kind.phrase.in_(language), _TONES.get(change.kind, Tone.PLAIN))


def field_cell(key: DocumentKey, change: Change, language: Language) -> str:
    """Which document, and which field of it."""
    field = field_name(change.path)
    return f"{key.phrase.in_(language)} {field}".strip()


def values_cell(change: Change, language: Language) -> str | Reworded:
    """From what to what; of a sentence or a list its changed words alone. Figures, days and names are no wordings."""
    before, after = change.before, change.after
    if is_prose(before) and is_prose(after):
        return reworded(before, after)
    if isinstance(before, list) and isinstance(after, list) and not _holds_mappings(before + after):
        return _list_change(before, after, language("，", ", "))
    if before is None and after is None:
        return ""
    if change.kind in (ChangeKind.CREATED, ChangeKind.UNREADABLE):
        return _said(after, language)
    if after is None:
        return _said(before, language)
    return f"{_said(before, language)} → {_said(after, language)}{_days(change, language)}"


def prefixed(text: str, changed: str | Reworded) -> str | Reworded:
    """A change with what it is about before it."""
    if isinstance(changed, str):
        return text + changed
    return replace(changed, runs=(Run(text, Edit.KEPT), *changed.runs))


def _said(value: Any, language: Language) -> str:
    """A value in a line: an item by its 内容 or 名称 and its figures, a list by its entries."""
    match value:
        case None:
            return "—"
        case bool():
            return language("是", "yes") if value else language("否", "no")
        case Decimal():
            return f"{value:f}"
        case Phrase():
            return value.in_(language)
        case dict():
            return _item(value, language)
        case list():
            return "、".join(_said(each, language) for each in value)
        case _:
            return str(value)


def _item(item: Mapping[str, Any], language: Language) -> str:
    title = text(item.get("内容")) or text(item.get("名称"))
    if not title:
        filled = {key: value for key, value in item.items() if value not in (None, "", [], {})}
        return "，".join(f"{key} {_said(value, language)}" for key, value in filled.items())
    metric = item.get("指标")
    target = metric.get("目标值") if isinstance(metric, dict) else None
    unit = text(metric.get("单位")) if isinstance(metric, dict) else ""
    details = [f"{language('目标值', 'target')} {_said(target, language)}{unit}"] if target is not None else []
    details += [f"{label} {text(item.get(label))}" for label in ("责任人", "时限", "状态") if text(item.get(label))]
    return f"{title}（{'；'.join(details)}）" if details else title


def _holds_mappings(values: list[Any]) -> bool:
    return any(isinstance(each, dict) for each in values)


def _list_change(before: list[Any], after: list[Any], comma: str) -> Reworded:
    """What a list of texts gained and lost."""
    old, new = (Counter(str(each) for each in values if each is not None) for values in (before, after))
    told = [*(Run(each, Edit.ADDED) for each in new - old), *(Run(each, Edit.REMOVED) for each in old - new)]
    parted = (run for each in told for run in (Run(comma, Edit.KEPT), each))
    return Reworded(tuple(parted)[1:])


def _days(change: Change, language: Language) -> str:
    """By how many days a deadline slipped."""
    if change.kind is not ChangeKind.SLIPPED:
        return ""
    days = (date.fromisoformat(change.after) - date.fromisoformat(change.before)).days
    return language(f"（推迟{days}天）", f" ({days} days later)")
