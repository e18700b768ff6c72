"""Change → cells: what happened to which field, in the words of a reader who does not know git."""

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Any

from xunbiao.model.diagnostic import field_name
from xunbiao.model.document import DocumentKey
from xunbiao.model.filing import text
from xunbiao.model.history import Change, ChangeKind
from xunbiao.model.language import Language, Phrase
from xunbiao.model.page import Cell, Tone, Toned

_TONES = {
    ChangeKind.LOOSENED: Tone.BAD,
    ChangeKind.SLIPPED: Tone.BAD,
    ChangeKind.UNREADABLE: Tone.BAD,
    ChangeKind.REMOVED: Tone.WARN,
    ChangeKind.TIGHTENED: Tone.GOOD,
}
# Longer texts are shown whole: finding their differences costs the square of their length. So are dates and names.
_LONGEST_COMPARED = 600
_SHORTEST_COMPARED = 12
_CONTEXT = 8
_ALIKE = 0.4
# A number is one word and so is one of letters; of Chinese each character is.
_WORD = re.compile(r"[0-9][0-9.,]*%?|[A-Za-z]+|.", re.DOTALL)


def kind_cell(change: Change, language: Language) -> Cell:
    """What happened, toned by what it means to a supervisor."""
    return Toned(change.kind.phrase.in_(language), _TONES.get(change.kind, Tone.PLAIN))


def field_cell(key: DocumentKey, change: Change, language: Language) -> str:
    """Which document, and which field of it."""
    field = field_name(change.path)
    return f"{key.phrase.in_(language)} {field}".strip()


def values_cell(change: Change, language: Language) -> str:
    """From what to what; a reworded text with only its changed words, in brackets."""
    before, after = change.before, change.after
    if isinstance(before, str) and isinstance(after, str):
        return _reworded(before, after) + _days(change, language)
    if isinstance(before, list) and isinstance(after, list) and not _holds_mappings(before + after):
        return _list_change(before, after)
    if before is None and after is None:
        return ""
    if change.kind in (ChangeKind.CREATED, ChangeKind.UNREADABLE):
        return _said(after, language)
    return f"{_said(before, language)} → {_said(after, language)}" if after is not None else _said(before, language)


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


def _list_change(before: list[Any], after: list[Any]) -> str:
    """What a list of texts gained and lost."""
    old, new = (Counter(str(each) for each in values if each is not None) for values in (before, after))
    return " ".join([*(f"+{each}" for each in new - old), *(f"−{each}" for each in old - new)])


def _days(change: Change, language: Language) -> str:
    """By how many days a deadline slipped."""
    if change.kind is not ChangeKind.SLIPPED:
        return ""
    days = (date.fromisoformat(change.after) - date.fromisoformat(change.before)).days
    return language(f"（推迟{days}天）", f" ({days} days later)")


def _reworded(before: str, after: str) -> str:
    """Two wordings as one text: `…压缩至[1→3]个工作日`; as two where they have too little in common."""
    whole = f"{before} → {after}"
    if max(len(before), len(after)) > _LONGEST_COMPARED or min(len(before), len(after)) < _SHORTEST_COMPARED:
        return whole
    old, new = _WORD.findall(before), _WORD.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return whole
    codes = matcher.get_opcodes()
    parts = []
    for number, (code, i, j, k, m) in enumerate(codes):
        if code == "equal":
            parts.append(_context(old[i:j], first=number == 0, last=number == len(codes) - 1))
        else:
            parts.append(f"[{''.join(old[i:j])}→{''.join(new[k:m])}]")
    return "".join(parts)


def _context(same: list[str], *, first: bool, last: bool) -> str:
    """What stayed the same, cut to the words beside a change."""
    if first and len(same) > _CONTEXT:
        return "…" + "".join(same[-_CONTEXT:])
    if last and len(same) > _CONTEXT:
        return "".join(same[:_CONTEXT]) + "…"
    if len(same) <= 2 * _CONTEXT + 2:
        return "".join(same)
    return "".join(same[:_CONTEXT]) + "…" + "".join(same[-_CONTEXT:])
