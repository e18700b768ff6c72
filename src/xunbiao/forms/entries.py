"""An item's words → its entry in the filing: 内容, and below the line of the form what can be read out of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from xunbiao.forms.indicators import Indicator, read_indicator, unread_figures
from xunbiao.model.diagnostic import Path
from xunbiao.model.language import Phrase
from xunbiao.wording import Window, deadline, persons

_BRACKETS = re.compile(r"[（(]([^（()）]{2,40})[）)]")


@dataclass(frozen=True, slots=True)
class Entry:
    """An item's data, and what is to be said beside it, by the way from the item on."""

    data: Mapping[str, Any]
    notes: Mapping[Path, Phrase] = field(default_factory=dict)


def goal_entry(text: str, *, facing: bool) -> Entry:
    """指标, where a figure is to be reached; what was read is shown, and so is what was not taken. `facing`: there is a
    benchmark whose figure belongs to it."""
    read = read_indicator(text)
    if read is not None:
        return Entry({"内容": text, "指标": _indicator(read, facing)}, {("指标",): _read_from(read)})
    if figures := "、".join(unread_figures(text)):
        zh = f"读出“{figures}”，看不出要达到多少，没有填指标。"
        return Entry({"内容": text}, {(): Phrase(zh, f"“{figures}” does not say what is to be reached; no 指标.")})
    return Entry({"内容": text})


def measure_entry(text: str, today: date, window: Window) -> Entry:
    """责任人 out of brackets, 时限 where the words name a whole day; both stay in 内容 as well."""
    notes: dict[Path, Phrase] = {}
    if person := _persons(text):
        notes["责任人",] = Phrase("从括号里读出，请核对。", "Read from the brackets; please check.")
    due = deadline(text, today=today, window=window)
    day = due.date.isoformat() if due.state == "date" and due.date else None
    if day:
        words = text[due.start : due.end]
        notes["时限",] = Phrase(f"从“{words}”读出，请核对。", f"Read from “{words}”; please check.")
    return Entry({"内容": text, "责任人": person, "时限": day, "参考做法": []}, notes)


def _indicator(read: Indicator, facing: bool) -> dict[str, Any]:
    """指标 in the order of the scaffold."""
    return {
        "名称": read.name or None,
        "维度": read.dimension or None,
        "单位": read.unit or None,
        **({"方向": read.direction} if read.direction else {}),
        "现状值": _figure(read.baseline),
        **({"标杆值": None} if facing else {}),
        "目标值": _figure(read.target),
    }


def _read_from(read: Indicator) -> Phrase:
    left = "、".join(read.others)
    return Phrase(
        f"从“{read.read}”读出，请核对" + (f"；另有“{left}”没有填进来。" if left else "。"),
        f"Read from “{read.read}”; please check" + (f"; “{left}” is not taken." if left else "."),
    )


def _figure(value: Decimal | None) -> int | Decimal | None:
    """A number as it is written: 3 rather than 3.0, 12000 rather than 1.2E+4."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else Decimal(format(value, "f"))


def _persons(text: str) -> str | None:
    """Who is named in brackets, each with the section: 张某（注册登记科）."""
    spans = [match.span(1) for match in _BRACKETS.finditer(text)]
    named = [each for each in persons(text) if any(start <= each.start and each.end <= end for start, end in spans)]
    return "、".join(f"{each.name}（{each.section}）" if each.section else each.name for each in named) or None
